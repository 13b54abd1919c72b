// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/applicationworld.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

QString ApplicationWorld::submitted(const Person &person, const tenantry::Command &submission)
{
    const Answer answer = give(person, submission);
    if (!answer.isDone())
        qFatal("%s not submitted: %s", qPrintable(submission.kind), qPrintable(answer.text()));
    return submission.payload.value(u"application_id"_s).toString();
}

Answer ApplicationWorld::decide(const Person &person, const QString &application, const QString &decision,
                                const QString &comment)
{
    const QString version = sql(u"select version from app.applications where id = ?"_s, {application});
    return execute(person,
                   {u"application_decide"_s,
                    {{u"application_id"_s, application}, {u"decision"_s, decision}, {u"comment"_s, comment}},
                    seen(application, version.toInt())});
}

Answer ApplicationWorld::withdraw(const Person &person, const QString &application)
{
    const QString version = sql(u"select version from app.applications where id = ?"_s, {application});
    return execute(person, {u"application_withdraw"_s,
                            {{u"application_id"_s, application}},
                            seen(application, version.toInt())});
}

tenantry::Command ApplicationWorld::seeingTenant(tenantry::Command command, const QString &tenant) const
{
    return command.see(QUuid::fromString(tenant), u""_s,
                       must(u"select version from app.tenants where id = ?"_s, {tenant}).toInt());
}

QStringList ApplicationWorld::told(const QString &kind, const QString &about) const
{
    const QString rows = must(
        u"select distinct coalesce(u::text, 'scope ' || n.audience_scope_kind) from app.notifications as n"
        " left join unnest(n.audience_user_ids) as u on true"
        " where n.kind = ? and ? in (n.parameters ->> 'application_id', n.parameters ->> 'user_id', n.parameters ->> 'tenant_id') order by 1"_s,
        {kind, about});
    return rows.isEmpty() ? QStringList() : rows.split(u'\n');
}

QString ApplicationWorld::everything() const
{
    return must(u"select (select count(*) from app.tenants), (select sum(version) from app.tenants), (select "
                u"count(*) from app.applications),"
                " (select sum(version) from app.applications), (select count(*) from "
                "app.application_events), (select count(*) from app.claims),"
                " (select count(*) from app.role_assignments), (select count(*) from app.memberships), "
                "(select sum(version) from app.users),"
                " (select count(*) from app.moves), (select count(*) from app.grants), (select count(*) from "
                "app.audit_entries),"
                " (select count(*) from app.notifications), (select count(*) from app.settings)"_s);
}

} // namespace tenantry::test
