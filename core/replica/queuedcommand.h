// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace tenantry {

enum class CommandState {
    Queued,         ///< waits for the server
    Sending,        ///< on its way; nobody knows yet
    Done,           ///< acknowledged; kept 7 days
    NeedsAttention, ///< refused, or what it depends on was; waits for the person (INB-4)
    Discarded,      ///< the person let it go, or another took its place; kept 7 days
};

/// A command in the queue with what became of it.
struct QueuedCommand
{
    Command command;
    CommandState state = CommandState::Queued;
    Instant decidedAt;    ///< as command.context has it: trusted time
    bool offline = false; ///< as command.context has it: decided without a connection
    std::optional<Instant> answeredAt;
    QJsonObject answer; ///< the server's, where there is one: {outcome, errors, result, versions}
    /// NeedsAttention: why. The server's refusals as they came, or "command.predecessor_refused" (parameter
    /// "command"), "command.lost" (the server was restored and no longer knows it), a system fault with its
    /// "id".
    QList<Error> errors;
    std::optional<CommandId> replacedBy; ///< Discarded: by which command

    [[nodiscard]] CommandId id() const { return command.id; }
    [[nodiscard]] bool isOpen() const
    {
        return state == CommandState::Queued || state == CommandState::Sending ||
               state == CommandState::NeedsAttention;
    }
    friend bool operator==(const QueuedCommand &, const QueuedCommand &) = default;
};

/// For the sealed queue; queuedCommandFromJson(toJson(q)) == q. "command.malformed" (Data).
[[nodiscard]] QByteArray toJson(const QueuedCommand &command);
[[nodiscard]] Result<QueuedCommand> queuedCommandFromJson(const QByteArray &json);

} // namespace tenantry
