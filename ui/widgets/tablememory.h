// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QAbstractItemView;
class QCoreApplication;
class QHeaderView;

namespace tenantry::ui {

/// Keeps columns (which, where, how wide) and sorting of every table that has an objectName, between runs and
/// from one dialog to the next (APP-5). Finds the tables by itself, when they are first shown.
class TableMemory final : public QObject
{
    Q_OBJECT
public:
    using Load = std::function<QByteArray(const QString &name)>;
    using Keep = std::function<void(const QString &name, const QByteArray &state)>;
    TableMemory(QCoreApplication &application, Load load, Keep keep);
    ~TableMemory() override;

    /// What waits for a pause in changes.
    void keepNow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QAbstractItemView *view, QHeaderView *header);

    Load m_load;
    Keep m_keep;
    QTimer m_pause;
    QHash<QString, QPointer<QHeaderView>> m_changed;
};

} // namespace tenantry::ui
