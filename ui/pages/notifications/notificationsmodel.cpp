// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notifications/notificationsmodel.h"

#include "core/directory/searchindex.h"
#include "core/domain/notificationkinds.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::notifications {

namespace {

constexpr qsizetype few = 200; ///< are made at once, in a few milliseconds

QString iconOf(const QString &kind)
{
    if (kind.startsWith(u"application_"))
        return u"inbox"_s;
    if (kind.startsWith(u"account_") || kind.startsWith(u"password_"))
        return u"lock"_s;
    if (kind == u"invited")
        return u"mail"_s;
    if (kind == u"grant_expiring")
        return u"clock"_s;
    const QStringList pages = notificationTarget(kind).pages;
    if (pages.contains(u"spaces"_s))
        return u"space"_s;
    if (pages.contains(u"groups"_s))
        return u"group"_s;
    if (pages.contains(u"organizations"_s) || kind == u"memberships_changed" || kind == u"memberships_imported")
        return u"organization"_s;
    return u"bell"_s;
}

QString summary(const NotificationItem &item)
{
    QStringList parts;
    for (const NotificationText::Line &line : item.text.lines)
        parts += NotificationsModel::tr("%1: %2", "a label and its value")
                     .arg(line.label, line.value.simplified());
    return parts.join(u" · "_s);
}

} // namespace

void NotificationsModel::refresh(const Session &session)
{
    m_now = session.now();
    const directory::SnapshotPtr snapshot = session.snapshot();
    const QList<QueuedCommand> commands = session.commands();
    const UserId actor = session.userId();
    if (!m_work.isBusy() && qsizetype(snapshot->notifications().size()) <= few) {
        take(notificationItems(snapshot, commands, actor));
        return;
    }
    m_work.run([this, snapshot, commands, actor](const std::stop_token &) {
        return [this, items = notificationItems(snapshot, commands, actor)] { take(items); };
    });
}

void NotificationsModel::take(std::vector<NotificationItem> items)
{
    if (m_unreadOnly)
        for (const NotificationItem &item : m_rows)
            m_kept.insert(item.id);
    m_all = std::move(items);
    show();
}

void NotificationsModel::setUnreadOnly(bool unreadOnly)
{
    m_unreadOnly = unreadOnly;
    m_kept.clear();
    show();
}

void NotificationsModel::setQuery(const QString &query)
{
    m_query = query;
    show();
}

bool NotificationsModel::isShown(const NotificationItem &item) const
{
    if (m_unreadOnly && !item.unread && !m_kept.contains(item.id))
        return false;
    return m_query.isEmpty() || directory::matches(item.text.title + u'\n' + summary(item), m_query);
}

void NotificationsModel::show()
{
    std::vector<NotificationItem> shown;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(shown),
                 [this](const NotificationItem &item) { return isShown(item); });
    takeRows(m_rows, std::move(shown));
    Q_EMIT listed();
}

int NotificationsModel::rowOf(const QUuid &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&id](const NotificationItem &item) { return item.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int NotificationsModel::unread() const
{
    return int(
        std::count_if(m_all.begin(), m_all.end(), [](const NotificationItem &item) { return item.unread; }));
}

QList<QUuid> NotificationsModel::unreadIds() const
{
    QList<QUuid> ids;
    for (const NotificationItem &item : m_all)
        if (item.unread)
            ids += item.id;
    return ids;
}

int NotificationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant NotificationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NotificationItem &row = item(index.row());
    const auto when = [&] { return shortMomentText(spaces::localTime(row.at), spaces::localTime(m_now)); };
    switch (role) {
    case Qt::DisplayRole:
        return row.text.title;
    case SubtitleRole: {
        const QString below = summary(row);
        return below.isEmpty() ? when() : QString(when() + u" · "_s + below);
    }
    case Qt::ToolTipRole:
        return plainTip(row.text.title + u'\n' + momentText(spaces::localTime(row.at)));
    case Qt::AccessibleTextRole:
        return row.unread ? tr("Unread: %1, %2").arg(row.text.title, when())
                          : tr("%1, %2", "a notification and its time").arg(row.text.title, when());
    case Qt::FontRole:
        return uiFont(metrics::fontBody, row.unread);
    case IconNameRole:
        return iconOf(row.kind);
    case IconToneRole:
        return row.unread ? QVariant(int(Tone::Accent)) : QVariant();
    case QueuedRole:
        return row.queued;
    default:
        return {};
    }
}

} // namespace tenantry::ui::notifications
