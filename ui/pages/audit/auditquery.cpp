// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditquery.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::audit {

QJsonObject auditArguments(TenantId chain, const AuditFilter &filter, Instant now)
{
    QJsonObject arguments{{u"tenant"_s, chain.toString()}};
    if (!filter.actor.isEmpty())
        arguments[u"actor"_s] = filter.actor;
    if (!filter.object.isEmpty())
        arguments[u"object"_s] = filter.object;
    if (!filter.kind.isEmpty())
        arguments[u"kind"_s] = filter.kind;
    if (filter.days > 0)
        arguments[u"from"_s] = qint64((now - std::chrono::days(filter.days)).time_since_epoch().count());
    return arguments;
}

QJsonObject exportFilter(const AuditFilter &filter, Instant now)
{
    QJsonObject arguments = auditArguments({}, filter, now);
    arguments.remove(u"tenant"_s);
    return arguments;
}

} // namespace tenantry::ui::audit
