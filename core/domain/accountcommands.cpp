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
                                     {u"mis"_s, change.mis}}) {
        if (!value)
            continue;
        const QString trimmed = value->trimmed();
        payload.insert(key, trimmed.isEmpty() ? QJsonValue() : QJsonValue(trimmed));
    }
    return command(u"profile_change"_s, payload);
}

Command staffConfirm(const UserId &user, bool confirmed)
{
    return command(u"staff_confirm"_s, {{u"user_id"_s, user.toString()}, {u"confirmed"_s, confirmed}});
}

Command accountClose(const UserId &user, const QString &reason)
{
    return command(u"account_close"_s, {{u"user_id"_s, user.toString()}, {u"reason"_s, reason.trimmed()}});
}

} // namespace tenantry
