// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/commandundo.h"

#include "core/domain/membercommands.h"
#include "ui/pages/organizations/organizationcommands.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandUndo)
};

bool canBeUndone(const Command &given)
{
    return given.kind == u"member_remove" || given.kind == u"user_set_suspended" || makeOpposite(given);
}

/// What takes back a command that the server has.
std::optional<Command> oppositeOf(const QueuedCommand &done)
{
    const QJsonObject &payload = done.command.payload;
    const UserId user(QUuid::fromString(payload["user_id"_L1].toString()));
    const TenantId tenant(QUuid::fromString(payload["tenant_id"_L1].toString()));
    std::optional<Command> opposite;
    if (done.command.kind == u"member_remove") {
        const QString removal = done.answer["result"_L1]["removal_id"_L1].toString();
        if (!removal.isEmpty())
            opposite = memberRestore(QUuid::fromString(removal), tenant);
    } else if (done.command.kind == u"user_set_suspended") {
        opposite = userSetSuspended(user, tenant, !payload["suspended"_L1].toBool(),
                                    payload["reason"_L1].toString());
    } else {
        return makeOpposite(done.command);
    }
    if (opposite)
        opposite->subject = done.command.subject;
    return opposite;
}

void takeBack(Session &session, CommandId id, const Toast &toast)
{
    const QList<QueuedCommand> commands = session.commands();
    const auto queued = std::ranges::find(commands, id, &QueuedCommand::id);
    if (queued == commands.end() || queued->state == CommandState::Discarded)
        return;
    if (queued->state == CommandState::Queued || queued->state == CommandState::NeedsAttention)
        return session.discard(id);
    const auto opposite = oppositeOf(*queued);
    if (!opposite)
        return toast(Words::tr("It is done already and can't be undone."), {});
    session.submit(*opposite);
    toast(Words::tr("Undone."), {});
}

} // namespace

std::optional<Command> givenCommand(const Session &session, CommandId id)
{
    for (const QueuedCommand &queued : session.commands())
        if (queued.id() == id)
            return queued.command;
    return std::nullopt;
}

void announce(Session &session, const Command &given, const QString &done, const Toast &toast)
{
    const bool online = session.state().online;
    const QString text = online ? done : Words::tr("%1 Will be sent when connected.").arg(done);
    if (online && !canBeUndone(given)) // sent within milliseconds, and nothing takes it back
        return toast(text, {});
    toast(text, [session = QPointer(&session), id = given.id, toast] {
        if (session)
            takeBack(*session, id, toast);
    });
}

} // namespace tenantry::ui
