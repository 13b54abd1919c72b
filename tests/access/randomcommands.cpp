// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Random commands on what is there
#include "tests/access/executedworld.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

using namespace directory;

namespace {

template <class Id>
Id idOf(const QString &id)
{
    return Id(QUuid::fromString(id));
}

} // namespace

tenantry::Command ExecutedWorld::organizationCommand(const Snapshot &now)
{
    const auto all = now.organizations();
    const OrganizationRow row = now.organization(any(all)).row();
    tenantry::Command command;
    switch (m_random() % 5) {
    case 0:
        command = organizationCreate(OrganizationId::make(fromMicroseconds(m_random() % 1'000'000'000)),
                                     row.tenantId, row.id,
                                     {.name = u"new %1"_s.arg(m_random() % 100'000),
                                      .code = u"n%1"_s.arg(m_random() % 100'000),
                                      .leaderId = now.user(any(now.users())).id()});
        return command;
    case 1:
        command = organizationEdit(row.id, {.leaderId = now.user(any(now.users())).id()});
        break;
    case 2:
        command = organizationSetEnabled(row.id, m_random() % 2 == 0);
        break;
    case 3:
        command = organizationDelete(row.id);
        break;
    default:
        command = organizationMove(row.id, now.organization(any(all)).id());
    }
    for (const auto &[group, version] :
         {std::pair(u"details"_s, row.versionDetails), std::pair(u"place"_s, row.versionPlace),
          std::pair(u"status"_s, row.versionStatus), std::pair(u"leader"_s, row.versionLeader)})
        command.see(row.id.uuid(), group, version);
    return command;
}

tenantry::Command ExecutedWorld::groupCommand(const Snapshot &now)
{
    const auto groups = now.roleGroups();
    if (groups.empty() || m_random() % 6 == 0) {
        tenantry::Command command;
        command.kind = u"role_group_create"_s;
        command.payload = {{u"group_id"_s, SchemaWorld::newId()},
                           {u"tenant_id"_s, tenantA},
                           {u"name"_s, u"group %1"_s.arg(m_random() % 100'000)}};
        return command;
    }
    const RoleGroupRow row = now.roleGroup(any(groups)).row();
    tenantry::Command command;
    command.payload = {{u"group_id"_s, row.id.toString()}};
    if (m_random() % 4 == 0) {
        command.kind = u"role_group_delete"_s;
        command.payload.insert(u"removes_grants"_s, 100);
        return command.see(row.id.uuid(), {}, row.version);
    }
    command.kind = u"role_group_members_set"_s;
    const auto list = [&](const QString &name) {
        QJsonArray members;
        if (m_random() % 3)
            members.append(QJsonObject{{u"subject_kind"_s, u"user"_s},
                                       {u"subject_id"_s, now.user(any(now.users())).id().toString()}});
        if (m_random() % 3)
            members.append(
                QJsonObject{{u"subject_kind"_s, u"organization"_s},
                            {u"subject_id"_s, now.organization(any(now.organizations())).id().toString()}});
        command.payload.insert(name, members);
    };
    list(u"add"_s);
    list(u"remove"_s);
    return command;
}

tenantry::Command ExecutedWorld::grantCommand(const Snapshot &now, bool onResources)
{
    const SpaceIndex space = now.findSpace(idOf<SpaceId>(any(m_spaces)));
    if (!onResources && m_random() % 3 == 0) {
        const auto grants = now.grantsOn(space);
        const GrantRow row = now.grant(grants[m_random() % grants.size()].grant()).row();
        return grantsRemove(now.space(space).id(), {row.id}).see(row.id.uuid(), {}, row.version);
    }
    const auto resources = now.resourcesOf(space);
    GrantWish wish{.id = GrantId::make(fromMicroseconds(m_random() % 1'000'000'000)),
                   .role = Role(1 + m_random() % 5)};
    const Object object =
        onResources ? Object(resources[m_random() % resources.size()].resource()) : Object(space);
    wish.objectKind = object.kind();
    wish.objectId = now.idOf(object);
    wish.subjectKind = SubjectKind(m_random() % (now.roleGroups().empty() ? 2 : 3));
    const Subject subject = wish.subjectKind == SubjectKind::User ? Subject(any(now.users()))
                            : wish.subjectKind == SubjectKind::Organization
                                ? Subject(any(now.organizations()))
                                : Subject(any(now.roleGroups()));
    wish.subjectId = now.idOf(subject);
    std::optional<GrantRow> existing;
    for (const SubjectGrant &grant : now.grantsOf(subject))
        if (grant.object() == object)
            existing = now.grant(grant.grant()).row();
    if (existing)
        wish.id = existing->id;
    tenantry::Command command = grantsSet(now.space(space).id(), {wish});
    if (existing)
        command.see(existing->id.uuid(), {}, existing->version);
    return command;
}

tenantry::Command ExecutedWorld::membershipCommand(const Snapshot &now)
{
    const UserRow user = now.user(any(now.users())).row();
    QList<MembershipWish> wishes;
    QSet<OrganizationId> used;
    for (quint64 i = 1 + m_random() % 3; i > 0; --i) {
        const OrganizationId organization = now.organization(any(now.organizations())).id();
        if (!used.contains(organization))
            wishes.append({organization, u"member"_s});
        used.insert(organization);
    }
    return membershipsSet(user.id, user.tenantId, wishes, wishes.first().organizationId, u"because"_s)
        .see(user.id.uuid(), u"memberships"_s, user.versionMemberships);
}

tenantry::Command ExecutedWorld::spaceCommand(const Snapshot &now)
{
    const SpaceIndex space = now.findSpace(idOf<SpaceId>(any(m_spaces)));
    const auto resources = now.resourcesOf(space);
    const ResourceRow resource = now.resource(resources[m_random() % resources.size()].resource()).row();
    const SpaceRow row = now.space(space).row();
    const UserId person = now.user(any(now.users())).id();
    switch (m_random() % 3) {
    case 0:
        return resourceSetAccess(row.id, resource.id, !resource.restricted)
            .see(resource.id.uuid(), u"access"_s, resource.versionAccess);
    case 1:
        return resourceTransfer(row.id, resource.id, person)
            .see(resource.id.uuid(), u"owner"_s, resource.versionOwner);
    default:
        return spaceSetModules(row.id,
                               row.modules.contains(u"bots"_s) ? QStringList{u"abs"_s}
                                                               : QStringList{u"bots"_s, u"abs"_s},
                               m_random() % 2 ? GuestFate::Viewer : GuestFate::Remove)
            .see(row.id.uuid(), u"modules"_s, row.versionModules);
    }
}

/// Removal, suspension, handover and copied access of somebody who has a grant, or anybody.
tenantry::Command ExecutedWorld::memberCommand(const Snapshot &now)
{
    const auto users = now.users();
    UserIndex user = any(users);
    for (int tries = 0; tries < 20 && now.grantsOf(user).empty(); ++tries)
        user = any(users);
    const auto grants = now.grantsOf(user);
    const UserRow row = now.user(user).row();
    if (row.id == CommandWorld::userId(ownerA))
        return membershipCommand(now); // gives commands
    const QString other = now.user(any(users)).id().toString();
    tenantry::Command command;
    command.payload = {
        {u"tenant_id"_s, tenantA}, {u"reason"_s, u"because"_s}, {u"user_id"_s, row.id.toString()}};
    switch (m_random() % 5) {
    case 0:
        command.kind = u"member_remove"_s;
        return command.see(row.id.uuid(), u"memberships"_s, row.versionMemberships);
    case 1:
        command.kind = u"user_set_suspended"_s;
        command.payload.insert(u"suspended"_s, row.status == UserStatus::Active);
        return command;
    case 2:
        command.kind = u"outsider_remove"_s;
        command.payload.remove(u"reason"_s);
        return command;
    case 3: {
        QJsonArray items;
        for (const SubjectGrant &given : grants) {
            const GrantView grant = now.grant(given.grant());
            if (grant.role() < Role::Administrator)
                continue;
            const bool owns = grant.role() == Role::Owner;
            const QString kind = owns ? QString(wireName(grant.object().kind())) : u"administration"_s;
            const QUuid id = owns ? now.idOf(grant.object()) : grant.id().uuid();
            items.append(QJsonObject{
                {u"kind"_s, kind}, {u"id"_s, id.toString(QUuid::WithoutBraces)}, {u"to"_s, other}});
        }
        if (items.isEmpty())
            return membershipCommand(now);
        command.kind = u"handover"_s;
        command.payload.insert(u"items"_s, items);
        return command;
    }
    default: {
        QJsonArray ids, groups, organizations;
        for (const SubjectGrant &grant : grants)
            ids.append(now.grant(grant.grant()).id().toString());
        for (const GroupOf &g : now.groupsOf(user))
            groups.append(now.roleGroup(g.group).id().toString());
        for (const UserMembership &m : now.membershipsOf(user))
            organizations.append(now.organization(m.organization).id().toString());
        command.kind = u"access_copy"_s;
        command.payload.remove(u"user_id"_s);
        command.payload.insert(u"from_user_id"_s, row.id.toString());
        command.payload.insert(u"to_user_id"_s, other);
        command.payload.insert(u"grant_ids"_s, ids);
        command.payload.insert(u"group_ids"_s, groups);
        command.payload.insert(u"organization_ids"_s, organizations);
        return command;
    }
    }
}

std::pair<Person, tenantry::Command> ExecutedWorld::randomCommand(const Snapshot &now)
{
    switch (m_random() % 8) {
    case 7:
        return {adminA, memberCommand(now)};
    case 5:
        return {ownerA, spaceCommand(now)};
    case 6: {
        const SpaceRow row = now.space(now.findSpace(idOf<SpaceId>(any(m_spaces)))).row();
        return {adminA, spaceTransfer(row.id, now.user(any(now.users())).id())
                            .see(row.id.uuid(), u"owner"_s, row.versionOwner)};
    }
    case 0:
        return {adminA, organizationCommand(now)};
    case 1:
        return {adminA, groupCommand(now)};
    case 2:
        return {ownerA, grantCommand(now, true)};
    case 3:
        return {adminA, membershipCommand(now)};
    default:
        return {adminA, grantCommand(now, false)};
    }
}

} // namespace tenantry::test
