// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/groupcommands.h"

#include "ui/models/commandparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::groups {

namespace {

constexpr qsizetype mostMembers = 500; ///< of each list in one command

QString nameOf(const directory::Snapshot &snapshot, RoleGroupId group)
{
    const auto index = snapshot.findRoleGroup(group);
    return index.isValid() ? snapshot.roleGroup(index).name() : QString();
}

} // namespace

Command makeCreate(const Session &session, TenantId tenant, const QString &name, const QString &description)
{
    const auto id = RoleGroupId::make(session.now());
    Command command = roleGroupCreate(id, tenant, name, description);
    about(command, id.uuid(), name);
    return command;
}

std::optional<Command> makeEdit(const directory::SnapshotPtr &seen, RoleGroupId group, const QString &name,
                                const QString &description)
{
    const auto index = seen->findRoleGroup(group);
    if (!index.isValid())
        return {};
    const RoleGroupRow row = seen->roleGroup(index).row();
    RoleGroupEdit edit;
    QJsonObject before;
    if (name != row.name) {
        edit.name = name;
        before.insert(u"name"_s, row.name);
    }
    if (description != row.description) {
        edit.description = description;
        before.insert(u"description"_s, row.description);
    }
    if (before.isEmpty())
        return {};
    Command command = roleGroupEdit(group, edit);
    command.see(group.uuid(), {}, row.version);
    command.before = before;
    about(command, group.uuid(), row.name);
    return command;
}

Command makeDelete(const Session &session, RoleGroupId group)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findRoleGroup(group);
    const int grants = int(snapshot->grantsOf(directory::Subject(index)).size());
    Command command = roleGroupDelete(group, grants);
    command.before = {{u"removes_grants"_s, grants}};
    command.see(group.uuid(), {}, snapshot->roleGroup(index).version());
    about(command, group.uuid(), snapshot->roleGroup(index).name());
    return command;
}

QList<Command> makeMembers(const Session &session, RoleGroupId group, const QList<RoleGroupMember> &add,
                           const QList<RoleGroupMember> &remove)
{
    QList<Command> commands;
    const QString name = nameOf(*session.snapshot(), group);
    for (qsizetype from = 0; from < std::max(add.size(), remove.size()); from += mostMembers) {
        commands += roleGroupMembersSet(group, add.mid(from, mostMembers), remove.mid(from, mostMembers));
        about(commands.last(), group.uuid(), name);
    }
    return commands;
}

void undo(Session &session, const QList<CommandId> &given, const QList<Command> &inverses)
{
    const QList<QueuedCommand> commands = session.commands();
    for (qsizetype i = 0; i < given.size(); ++i) {
        const auto done = std::ranges::find(commands, given[i], &QueuedCommand::id);
        if (done == commands.end() || done->state == CommandState::Discarded)
            continue;
        if (done->state == CommandState::Queued || done->state == CommandState::NeedsAttention)
            session.discard(given[i]);
        else if (i < inverses.size() && !inverses[i].kind.isEmpty())
            session.submit(inverses[i]);
    }
}

} // namespace tenantry::ui::groups
