// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/models/newestwork.h"
#include "ui/pages/notifications/notificationrow.h"

#include <QAbstractListModel>

namespace tenantry::ui::notifications {

/// The actor's notifications, newest first: all, or those not read yet. Diffed by ID; many come a moment
/// later.
class NotificationsModel final : public DiffingModel<QAbstractListModel>
{
    Q_OBJECT
public:
    using DiffingModel::DiffingModel;

    void refresh(const Session &session);
    /// Only what isn't read yet. What is read while this is on stays until the next change of the filter, so
    /// that nothing goes from under the hand.
    void setUnreadOnly(bool unreadOnly);
    void setQuery(const QString &query);
    [[nodiscard]] const NotificationItem &item(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] int rowOf(const QUuid &id) const; ///< -1: not shown
    [[nodiscard]] int unread() const;
    [[nodiscard]] qsizetype total() const { return qsizetype(m_all.size()); }
    /// IDs of everything that isn't read, shown or not.
    [[nodiscard]] QList<QUuid> unreadIds() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void listed();

private:
    void take(std::vector<NotificationItem> items);
    void show();
    [[nodiscard]] bool isShown(const NotificationItem &item) const;

    std::vector<NotificationItem> m_all, m_rows;
    QString m_query;
    bool m_unreadOnly = false;
    QSet<QUuid> m_kept; ///< read since the filter was set
    Instant m_now;
    NewestWork m_work;
};

} // namespace tenantry::ui::notifications
