// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sendorder.h"

#include <QHash>

#include <functional>

namespace tenantry::sync {

using namespace Qt::StringLiterals;

namespace {

// Calls back for each counter of `seen` that stands for another command's result; may change it.
void forEachSeenResult(QJsonObject &seen,
                       const std::function<void(QJsonValueRef counter, CommandId command)> &visit)
{
    for (auto record = seen.begin(); record != seen.end(); ++record) {
        QJsonObject groups = record.value().toObject();
        for (auto group = groups.begin(); group != groups.end(); ++group) {
            if (group.value().isObject())
                visit(group.value(), CommandId(QUuid::fromString(group.value()[u"after"_s].toString())));
        }
        record.value() = groups;
    }
}

} // namespace

QSet<CommandId> predecessorsOf(const Command &command)
{
    QSet<CommandId> ids(command.after.begin(), command.after.end());
    QJsonObject seen = command.seen;
    forEachSeenResult(seen, [&](QJsonValueRef, CommandId id) { ids.insert(id); });
    return ids;
}

SendPlan planSending(const QList<QueuedCommand> &commands, const QSet<CommandId> &waiting)
{
    SendPlan plan;
    QHash<CommandId, CommandState> states;
    for (QueuedCommand command : commands) {
        if (command.state == CommandState::Queued) {
            bool mayGo = !waiting.contains(command.id());
            for (const CommandId &id : predecessorsOf(command.command)) {
                // One that isn't here any more was done long ago, or is another console's: the server knows.
                const CommandState state = states.value(id, CommandState::Done);
                if (state == CommandState::NeedsAttention || state == CommandState::Discarded) {
                    command.state = CommandState::NeedsAttention;
                    command.errors = {Error{ErrorClass::Business,
                                            u"command.predecessor_refused"_s,
                                            {},
                                            {{u"command"_s, id.toString()}}}};
                    plan.blocked.append(command);
                    mayGo = false;
                    break;
                }
                mayGo = mayGo && state == CommandState::Done;
            }
            if (mayGo && !plan.next)
                plan.next = command.id();
        }
        states.insert(command.id(), command.state);
    }
    return plan;
}

Command renewed(const Command &command, CommandId id, const QList<QueuedCommand> &commands)
{
    QHash<CommandId, CommandId> replacements;
    for (const QueuedCommand &queued : commands) {
        if (queued.replacedBy)
            replacements.insert(queued.id(), *queued.replacedBy);
    }
    const auto latest = [&](CommandId old) {
        while (replacements.contains(old))
            old = replacements.value(old);
        return old;
    };
    Command next = command;
    next.id = id;
    for (CommandId &predecessor : next.after)
        predecessor = latest(predecessor);
    forEachSeenResult(next.seen, [&](QJsonValueRef counter, CommandId old) {
        counter = QJsonObject{{u"after"_s, latest(old).toString()}};
    });
    return next;
}

} // namespace tenantry::sync
