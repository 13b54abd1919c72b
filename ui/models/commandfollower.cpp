// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/commandfollower.h"

#include "ui/models/queuewords.h"

namespace tenantry::ui {

CommandFollower::CommandFollower(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::commandsChanged, this, qOverload<>(&CommandFollower::follow));
    connect(&session, &Session::stateChanged, this, qOverload<>(&CommandFollower::follow));
    connect(&session, &Session::submitFailed, this, [this](CommandId id, const Error &error) {
        if (!isBusy() || id != m_command.id)
            return;
        m_command = {};
        Q_EMIT refused({error});
    });
}

void CommandFollower::submit(const Command &command)
{
    Command given = command;
    given.id = CommandId::make(m_session.now()); // known before the session says anything of it
    m_command = given;
    m_session.submit(given);
}

void CommandFollower::withdraw()
{
    if (isBusy())
        m_session.discard(m_command.id);
}

void CommandFollower::follow()
{
    if (!isBusy())
        return;
    for (const QueuedCommand &queued : m_session.commands())
        if (queued.id() == m_command.id)
            return follow(queued);
}

void CommandFollower::follow(const QueuedCommand &queued)
{
    switch (queued.state) {
    case CommandState::Queued:
    case CommandState::Sending:
        if (m_session.state().online)
            return;
        [[fallthrough]]; // it is on the disk, and the page says that it waits
    case CommandState::Done: {
        const Command command = std::exchange(m_command, {});
        Q_EMIT settled(command);
        return;
    }
    case CommandState::Discarded:
        m_command = {};
        Q_EMIT refused({});
        return;
    case CommandState::NeedsAttention:
        break;
    }
    const QList<Error> errors = queued.errors;
    const CommandId id = std::exchange(m_command, {}).id;
    if (isConflict(queued)) {
        Q_EMIT conflicted(id);
        return;
    }
    m_session.discard(id);
    Q_EMIT refused(errors);
}

} // namespace tenantry::ui
