// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/searchindex.h"

#include <QObject>
#include <QThreadPool>

namespace tenantry::ui
{

/// Keeps a search index of the newest snapshot, made on a thread of its own. While one is being made, later snapshots
/// wait, and only the last of them is indexed.
class SearchIndexer final : public QObject
{
    Q_OBJECT
public:
    explicit SearchIndexer(QObject *parent = nullptr);
    /// Stops what is being made and waits for its end (milliseconds).
    ~SearchIndexer() override;

    /// Null until the first one is made.
    [[nodiscard]] const directory::SearchIndexPtr &index() const { return m_index; }
    void follow(const directory::SnapshotPtr &snapshot);

Q_SIGNALS:
    void changed();

private:
    void make(const directory::SnapshotPtr &snapshot);
    void take(const directory::SearchIndexPtr &index);

    directory::SearchIndexPtr m_index;
    directory::SnapshotPtr m_waiting;
    bool m_busy = false;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace tenantry::ui
