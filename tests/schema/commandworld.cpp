// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/commandworld.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

Answer CommandWorld::give(const Person &person, const tenantry::Command &command, const QString &id)
{
    auto &connection = m_connections[person.role];
    if (!connection)
        connection = connect(person);
    return give(*connection, command, id);
}

Answer CommandWorld::give(server::Connection &connection, const tenantry::Command &command, const QString &id)
{
    return execute(connection, {.kind = command.kind,
                                .payload = command.payload,
                                .seen = command.seen,
                                .id = id,
                                .context = {{u"reason"_s, u"because"_s}}});
}

tenantry::Command CommandWorld::seeingGroups(tenantry::Command command, const QString &table,
                                             const QString &record, const QStringList &groups) const
{
    const QStringList versions =
        must(u"select version_%1 from app.%2 where id = ?"_s.arg(groups.join(u", version_"_s), table),
             {record})
            .split(u'|');
    for (int i = 0; i < groups.size(); ++i)
        command.see(QUuid::fromString(record), groups.at(i), versions.at(i).toInt());
    return command;
}

tenantry::Command CommandWorld::seeing(tenantry::Command command, const QString &organization) const
{
    return seeingGroups(command, u"organizations"_s, organization,
                        {u"details"_s, u"place"_s, u"status"_s, u"leader"_s});
}

tenantry::Command CommandWorld::seeingSpace(tenantry::Command command, const QString &space) const
{
    return seeingGroups(command, u"spaces"_s, space,
                        {u"details"_s, u"avatar"_s, u"modules"_s, u"status"_s, u"owner"_s});
}

tenantry::Command CommandWorld::seeingResource(tenantry::Command command, const QString &resource) const
{
    return seeingGroups(command, u"resources"_s, resource, {u"access"_s, u"owner"_s});
}

tenantry::Command CommandWorld::seeingGrants(tenantry::Command command, const QStringList &grants) const
{
    for (const QString &grant : grants)
        command.see(QUuid::fromString(grant), {},
                    must(u"select version from app.grants where id = ?"_s, {grant}).toInt());
    return command;
}

tenantry::Command CommandWorld::seeingMemberships(tenantry::Command command, const Person &person) const
{
    return command.see(
        QUuid::fromString(person.id), u"memberships"_s,
        must(u"select version_memberships from app.users where id = ?"_s, {person.id}).toInt());
}

QString CommandWorld::rootOf(const QString &tenant) const
{
    return must(u"select root_organization_id from app.tenants where id = ?"_s, {tenant});
}

QString CommandWorld::addOrganization(const QString &name, const QString &parent) const
{
    const QString id = newId();
    must(
        u"insert into app.organizations (tenant_id, id, parent_id, name, code, created_at)"
        " select tenant_id, ?::uuid, id, ?, 'c' || right(?, 12), now() from app.organizations where id = ?::uuid"_s,
        {id, name, id, parent.isEmpty() ? rootOf(tenantA) : parent});
    return id;
}

Person CommandWorld::addMember(const QString &name, const QString &organization)
{
    const Person person = addPerson(name);
    moveTo(person, tenantA);
    if (!organization.isEmpty())
        addMembership(person.id, organization);
    return person;
}

QString CommandWorld::addCard(const QString &name, const QString &tenant, const QString &status) const
{
    const QString id = newId();
    const QString of = tenant.isEmpty() ? tenantA : tenant;
    must(
        u"with u as (insert into app.users (id, tenant_id, name, status, primary_organization_id, "
        u"created_at) values (?, ?, ?, ?::app.user_status, ?, now()))"
        " insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (?, ?, ?, ?, now())"_s,
        {id, of, name, status, rootOf(of), of, newId(), id, rootOf(of)});
    return id;
}

void CommandWorld::addMembership(const QString &user, const QString &organization, const QString &role) const
{
    must(
        u"insert into app.memberships (tenant_id, id, user_id, organization_id, role, since) select tenant_id, ?::uuid, ?::uuid, id, ?, now() from app.organizations where id = ?::uuid"_s,
        {newId(), user, role, organization});
}

QString CommandWorld::addGroup(const QString &tenant, const QStringList &users,
                               const QStringList &organizations) const
{
    const QString id = newId();
    must(
        u"insert into app.role_groups (tenant_id, id, name, created_at) values (?, ?, 'group ' || right(?, 6), now())"_s,
        {tenant, id, id});
    for (const QString &user : users)
        must(u"insert into app.role_group_members (tenant_id, id, group_id, user_id) values (?, ?, ?, ?)"_s,
             {tenant, newId(), id, user});
    for (const QString &organization : organizations)
        must(
            u"insert into app.role_group_members (tenant_id, id, group_id, organization_id) values (?, ?, ?, ?)"_s,
            {tenant, newId(), id, organization});
    return id;
}

QString CommandWorld::addSpace(const Person &owner, const QString &modules) const
{
    const QString id = newId();
    must(
        u"insert into app.spaces (tenant_id, id, name, edition, modules, created_by, created_at) values (?, ?, 'space', 'basic', ?::text[], ?, now())"_s,
        {tenantA, id, modules, owner.id});
    addGrant(id, u"user"_s, owner.id, u"owner"_s);
    return id;
}

QString CommandWorld::addResource(const QString &space, const Person &owner, bool restricted) const
{
    const QString id = newId();
    must(
        u"insert into app.resources (tenant_id, id, space_id, kind, name, restricted, created_by, created_at) values (?, ?, ?, 'agent', 'agent', ?, ?, now())"_s,
        {tenantA, id, space, restricted, owner.id});
    addGrant(space, u"user"_s, owner.id, u"owner"_s, id);
    return id;
}

QString CommandWorld::addGrant(const QString &space, const QString &subjectKind, const QString &subject,
                               const QString &role, const QString &resource) const
{
    const QString id = newId();
    must(
        u"insert into app.grants (tenant_id, id, space_id, resource_id, %1_id, role, granted_by, granted_at)"
        " select tenant_id, ?::uuid, id, ?::uuid, ?::uuid, ?::app.space_role, created_by, now() from app.spaces where id = ?::uuid"_s
            .arg(subjectKind),
        {id, resource.isEmpty() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(resource), subject, role,
         space});
    return id;
}

QString CommandWorld::feedDifference() const
{
    const QString entries = u"select scope_kind, scope_id, kind, id, refs from app.feed where not gone"_s;
    must(u"create table public.feed_before as "_s + entries);
    must(u"select app.rebuild_feed()"_s);
    const QString difference = must(
        u"(select 'missed', * from (%1 except table public.feed_before) as m) union all (select 'left', * from (table public.feed_before except %1) as l)"_s
            .arg(entries));
    must(u"drop table public.feed_before"_s);
    return difference;
}

QString CommandWorld::roleOn(const QString &space, const QString &user) const
{
    return must(u"select app.role_on_space(?, ?)"_s, {user, space});
}

} // namespace tenantry::test
