// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/organizationcommands.h"

#include "ui/models/commandparts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::OrganizationCommands)
};

directory::OrganizationView viewOf(const directory::Snapshot &snapshot, OrganizationId id)
{
    return snapshot.organization(snapshot.findOrganization(id));
}

UserId leaderOf(const directory::Snapshot &snapshot, directory::OrganizationView view)
{
    const auto leader = view.leader();
    return leader.isValid() ? snapshot.user(leader).id() : UserId();
}

TenantId tenantOf(const directory::Snapshot &snapshot, OrganizationId id)
{
    return snapshot.tenantId(viewOf(snapshot, id).tenant());
}

// The root and the default organization hold a tenant together (ORG-11).
QString whyFixed(const Session &session, OrganizationId id)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const TenantRow *tenant = snapshot->tenant(viewOf(*snapshot, id).tenant());
    if (tenant && tenant->rootOrganizationId == id)
        return Words::tr("The root organization of a tenant can't be moved, disabled or deleted.");
    if (tenant && tenant->defaultOrganizationId == id)
        return Words::tr("The default organization of a tenant can't be moved, disabled or deleted.");
    return {};
}

} // namespace

Command makeCreate(const Session &session, OrganizationId parent, const OrganizationFields &fields)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto id = OrganizationId::make(session.now());
    Command command = organizationCreate(id, tenantOf(*snapshot, parent), parent, fields);
    about(command, id.uuid(), fields.name);
    return command;
}

std::optional<Command> makeEdit(const directory::SnapshotPtr &snapshot, OrganizationId id, const OrganizationFields &fields)
{
    const auto view = viewOf(*snapshot, id);
    const OrganizationRow row = view.row();
    const UserId leader = leaderOf(*snapshot, view);
    OrganizationEdit edit;
    QJsonObject before;
    takeChanged(before, u"name"_s, row.name, fields.name, edit.name);
    takeChanged(before, u"code"_s, row.code, fields.code, edit.code);
    takeChanged(before, u"description"_s, row.description, fields.description, edit.description);
    const bool details = !before.isEmpty();
    if (leader != fields.leaderId) {
        edit.leaderId = fields.leaderId;
        before.insert(u"leader_id"_s, leader.isNull() ? QJsonValue() : leader.toString());
    }
    if (before.isEmpty())
        return std::nullopt;
    Command command = organizationEdit(id, edit);
    if (details)
        command.see(id.uuid(), u"details"_s, row.versionDetails);
    if (edit.leaderId)
        command.see(id.uuid(), u"leader"_s, row.versionLeader);
    command.before = before;
    about(command, id.uuid(), row.name);
    return command;
}

Command makeMove(const Session &session, OrganizationId id, OrganizationId newParent)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const OrganizationRow row = viewOf(*snapshot, id).row();
    Command command = organizationMove(id, newParent);
    command.see(id.uuid(), u"place"_s, row.versionPlace);
    command.before = {{u"parent_id"_s, row.parentId.toString()}};
    about(command, id.uuid(), row.name);
    return command;
}

Command makeSetEnabled(const Session &session, OrganizationId id, bool enabled)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const OrganizationRow row = viewOf(*snapshot, id).row();
    Command command = organizationSetEnabled(id, enabled);
    command.see(id.uuid(), u"status"_s, row.versionStatus);
    command.before = {{u"enabled"_s, row.enabled}};
    about(command, id.uuid(), row.name);
    return command;
}

Command makeDelete(const Session &session, OrganizationId id)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const OrganizationRow row = viewOf(*snapshot, id).row();
    Command command = organizationDelete(id);
    command.see(id.uuid(), u"details"_s, row.versionDetails).see(id.uuid(), u"place"_s, row.versionPlace);
    command.see(id.uuid(), u"status"_s, row.versionStatus).see(id.uuid(), u"leader"_s, row.versionLeader);
    command.before = {{u"name"_s, row.name}, {u"code"_s, row.code}, {u"description"_s, row.description}, {u"parent_id"_s, row.parentId.toString()},
                      {u"enabled"_s, row.enabled}};
    about(command, id.uuid(), row.name);
    return command;
}

Command makeMemberships(const directory::SnapshotPtr &snapshot, UserId user, const QList<MembershipWish> &wishes, OrganizationId primary,
                        const QString &reason)
{
    const auto index = snapshot->findUser(user);
    const UserRow row = snapshot->user(index).row();
    Command command = membershipsSet(user, row.tenantId, wishes, primary, reason);
    command.see(user.uuid(), u"memberships"_s, row.versionMemberships);
    QJsonArray before;
    for (const directory::UserMembership &membership : snapshot->membershipsOf(index))
        before.append(QJsonObject{{u"organization_id"_s, snapshot->organization(membership.organization).id().toString()},
                                  {u"role"_s, snapshot->membership(membership.membership).role()}});
    command.before = {{u"memberships"_s, before}, {u"primary_organization_id"_s, row.primaryOrganizationId.toString()}};
    about(command, user.uuid(), row.name);
    return command;
}

std::optional<Command> makeOpposite(const Command &given)
{
    static const QStringList kinds{u"organization_move"_s, u"organization_edit"_s, u"organization_set_enabled"_s, u"memberships_set"_s};
    if (!kinds.contains(given.kind))
        return std::nullopt;
    Command opposite;
    opposite.kind = given.kind;
    opposite.payload = given.payload;
    opposite.subject = given.subject;
    for (auto it = given.before.begin(); it != given.before.end(); ++it) {
        opposite.before.insert(it.key(), given.payload.value(it.key()));
        opposite.payload[it.key()] = it.value();
    }
    for (auto record = given.seen.begin(); record != given.seen.end(); ++record)
        for (const QString &group : record->toObject().keys())
            opposite.seeResultOf(QUuid::fromString(record.key()), group, given.id);
    opposite.after = {given.id};
    return opposite;
}

QString whyNotManaged(const Session &session, TenantId tenant)
{
    return session.refusal(u"organization_edit"_s, tenant);
}

QString whyNotMoved(const Session &session, OrganizationId id)
{
    const QString managed = whyNotManaged(session, tenantOf(*session.snapshot(), id));
    return managed.isEmpty() ? whyFixed(session, id) : managed;
}

QString whyNotDisabled(const Session &session, OrganizationId id)
{
    return whyNotMoved(session, id);
}

QString whyNotDeleted(const Session &session, OrganizationId id)
{
    if (const QString fixed = whyNotMoved(session, id); !fixed.isEmpty())
        return fixed;
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findOrganization(id);
    QStringList inside;
    if (const auto members = snapshot->membersOf(index).size(); members > 0)
        inside.append(Words::tr("%n member(s)", nullptr, int(members)));
    if (const auto children = snapshot->children(index).size(); children > 0)
        inside.append(Words::tr("%n organization(s)", nullptr, int(children)));
    if (const auto grants = snapshot->grantsOf(index).size(); grants > 0)
        inside.append(Words::tr("%n grant(s)", nullptr, int(grants)));
    if (const auto groups = snapshot->groupsOf(index).size(); groups > 0)
        inside.append(Words::tr("%n role group(s)", nullptr, int(groups)));
    return inside.isEmpty() ? QString() : Words::tr("It is not empty: %1.").arg(inside.join(Words::tr(", ")));
}

} // namespace tenantry::ui
