// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of notification says. What it must hold (NOT-3) and where it leads stands in
// resources/schema/notifications.json.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tenantry {

/// One line below the sentence: a label and the parameter beside it. Without that parameter there is no line.
struct NotificationDetail
{
    const char *label; ///< English, translated in the context "notifications"
    const char *parameter;
};

struct NotificationKind
{
    const char *kind;
    const char *title; ///< one sentence, English; {name} stands for a parameter
    QList<NotificationDetail> details;
};

/// Where a notification leads: the first of the pages that the reader has, at the object that a parameter
/// names.
struct NotificationTarget
{
    QStringList pages; ///< empty: nowhere
    QString object;    ///< a parameter's name; empty: the page as it is
};

/// All of them.
[[nodiscard]] const QList<NotificationKind> &notificationKinds();
/// Null for a kind that this console doesn't know yet: newer servers tell more.
[[nodiscard]] const NotificationKind *findNotificationKind(const QString &kind);
[[nodiscard]] NotificationTarget notificationTarget(const QString &kind);
/// The parameters that a notification of this kind holds, whatever happens (NOT-3).
[[nodiscard]] QStringList notificationHolds(const QString &kind);
/// What notifications.json declares, sorted.
[[nodiscard]] QStringList declaredNotifications();

} // namespace tenantry
