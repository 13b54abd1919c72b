// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/actingperson.h"

#include "core/base/clock.h"

#include <QJsonDocument>

namespace tenantry::demo {

using namespace Qt::StringLiterals;

Result<void> giveAs(server::Connection &owner, const ActingPerson &person, const Command &command,
                    int hoursAgo)
{
    auto transaction = server::Transaction::begin(owner);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    const auto json = [](const QJsonObject &object) {
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    };
    if (auto shifted =
            owner.exec(u"update app.clock set shift = make_interval(hours => ?::int)"_s, {-hoursAgo});
        !shifted)
        return tl::make_unexpected(shifted.error());
    const auto ran = owner.exec(
        u"select app.run_command(row(?::uuid, ?::uuid, ?::boolean, nullif(?, '')::uuid)::app.actor, ?::uuid, ?::text, ?::jsonb, ?::jsonb, '{}', '{}')"_s,
        {person.id, person.tenantId, person.systemAdministrator, person.administers,
         makeUuid7(SystemClock().now()).toString(QUuid::WithoutBraces), command.kind, json(command.payload),
         json(command.seen)});
    if (!ran)
        return tl::make_unexpected(ran.error());
    if (auto back = owner.exec(u"update app.clock set shift = '0'"_s); !back)
        return tl::make_unexpected(back.error());
    return transaction->commit();
}

} // namespace tenantry::demo
