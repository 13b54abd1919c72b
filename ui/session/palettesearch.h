// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/searchindex.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace tenantry::ui
{

/// Finds people, organizations, role groups, spaces and applications by what is typed, on a thread of its own: 200,000
/// people are no reason for the window to wait. A new search ends the one before, which then answers nothing.
class PaletteSearch final : public QObject
{
    Q_OBJECT
public:
    struct Hit {
        enum class Kind { Person, Organization, RoleGroup, Space, Application };
        Kind kind = Kind::Person;
        QUuid id;
        QUuid organization; ///< a person's primary one
        QString title;
        QString detail;
    };
    using Found = std::function<void(const QList<Hit> &hits)>;

    explicit PaletteSearch(QObject *parent = nullptr);
    /// Stops what runs and waits for its end (milliseconds).
    ~PaletteSearch() override;

    /// `index` may be of an earlier snapshot than `snapshot`, or null.
    void find(const QString &query, const directory::SearchIndexPtr &index, const directory::SnapshotPtr &snapshot, Found found);

private:
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace tenantry::ui
