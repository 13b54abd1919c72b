// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/accountcommands.h"

#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

Command profileChange(const ProfileChange &change)
{
    QJsonObject payload;
    for (const auto &[key, value] : {std::pair(u"name"_s, change.name),
                                     {u"username"_s, change.username},
                                     {u"nickname"_s, change.nickname},
                                     {u"phone"_s, change.phone},
                                     {u"mis"_s, change.mis},
                                     {u"language"_s, change.language}}) {
        if (!value)
            continue;
        const QString trimmed = value->trimmed();
        payload.insert(key, trimmed.isEmpty() ? QJsonValue() : QJsonValue(trimmed));
    }
    if (change.avatar)
        payload.insert(u"avatar"_s, change.avatar->isEmpty()
                                        ? QJsonValue()
                                        : QString::fromLatin1(change.avatar->toBase64()));
    return command(u"profile_change"_s, payload);
}

Command staffConfirm(const UserId &user, const QString &mis)
{
    QJsonObject payload{{u"user_id"_s, user.toString()}, {u"confirmed"_s, !mis.isEmpty()}};
    if (!mis.isEmpty())
        payload.insert(u"mis"_s, mis);
    return command(u"staff_confirm"_s, payload);
}

Command accountClose(const UserId &user, const QString &reason)
{
    return command(u"account_close"_s, {{u"user_id"_s, user.toString()}, {u"reason"_s, reason.trimmed()}});
}

} // namespace tenantry
