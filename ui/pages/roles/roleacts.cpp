// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roles/roleacts.h"

#include "ui/models/commandparts.h"
#include "ui/pages/roles/roleitems.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::roles {

namespace {

QStringList sorted(QStringList texts)
{
    texts.sort();
    return texts;
}

QStringList texts(const QList<TenantRoleId> &ids)
{
    QStringList texts;
    for (const TenantRoleId &id : ids)
        texts += id.toString();
    return sorted(texts);
}

// About the person, by name: the queue names the role from the snapshot.
Command aboutPerson(const Session &session, Command command, UserId user)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findUser(user);
    about(command, user.uuid(), index.isValid() ? snapshot->user(index).name() : QString());
    return command;
}

} // namespace

Command makeCreate(const Session &session, TenantId tenant, const TenantRoleFields &fields)
{
    const auto id = TenantRoleId::make(session.now());
    Command command = roleCreate(id, tenant, fields);
    about(command, id.uuid(), fields.name);
    return command;
}

std::optional<Command> makeChange(const directory::SnapshotPtr &seen, TenantRoleId role,
                                  const TenantRoleFields &fields)
{
    const TenantRoleRow *row = seen->tenantRole(role);
    if (!row)
        return {};
    TenantRoleEdit edit;
    QJsonObject before;
    takeChanged(before, u"name"_s, row->name, fields.name, edit.name);
    takeChanged(before, u"description"_s, row->description, fields.description, edit.description);
    if (sorted(fields.keys) != sorted(row->keys)) {
        edit.keys = fields.keys;
        before.insert(u"keys"_s, QJsonArray::fromStringList(row->keys));
    }
    if (texts(fields.excludes) != sorted(row->excludes)) {
        edit.excludes = fields.excludes;
        before.insert(u"excludes"_s, QJsonArray::fromStringList(row->excludes));
    }
    if (before.isEmpty())
        return {};
    Command command = roleChange(role, edit);
    command.see(role.uuid(), {}, row->version);
    command.before = before;
    about(command, role.uuid(), row->name);
    return command;
}

Command makeDelete(const Session &session, TenantRoleId role)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto assignments = snapshot->roleAssignments();
    const auto holders =
        std::count_if(assignments.begin(), assignments.end(),
                      [&](const RoleAssignmentRow &each) { return each.role == role.toString(); });
    const TenantRoleRow *row = snapshot->tenantRole(role);
    Command command = roleDelete(role, int(holders));
    command.before = {{u"revokes"_s, int(holders)}};
    command.see(role.uuid(), {}, row ? row->version : 0);
    about(command, role.uuid(), row ? row->name : QString());
    return command;
}

Command makeAssign(const Session &session, TenantRoleId role, UserId user)
{
    return aboutPerson(session, roleAssign(role, user), user);
}

Command makeRevoke(const Session &session, TenantRoleId role, UserId user)
{
    return aboutPerson(session, roleRevoke(role, user), user);
}

} // namespace tenantry::ui::roles
