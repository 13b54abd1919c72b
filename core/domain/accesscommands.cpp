// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/accesscommands.h"

#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

namespace {

QString wireName(AccessEvent::Act act)
{
    return act == AccessEvent::Act::Detail ? u"detail"_s : act == AccessEvent::Act::Export ? u"export"_s : u"reveal"_s;
}

} // namespace

Command accessReport(const QList<AccessEvent> &events)
{
    QJsonArray list;
    for (const AccessEvent &event : events) {
        QJsonObject each{{u"act"_s, wireName(event.act)},
                         {u"at"_s, qint64(event.at.time_since_epoch().count())},
                         {u"object_kind"_s, event.objectKind},
                         {u"rows"_s, qint64(event.rows)}};
        if (!event.objectId.isNull())
            each.insert(u"object_id"_s, text(event.objectId));
        list.append(each);
    }
    return command(u"access_report"_s, {{u"events"_s, list}});
}

} // namespace tenantry
