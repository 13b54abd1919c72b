// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"
#include "core/sync/wire.h"

#include <QJsonObject>
#include <QList>
#include <QSet>

#include <optional>

namespace tenantry::sync {

/// What became of one command.
struct PushOutcome
{
    enum class Kind {
        Done,
        Refused, ///< by a rule; the answer is stored on the server, the same ID gets it again
        Wait,    ///< a predecessor isn't known there yet; nothing is stored
        Later,   ///< something stands in this command's way for now: a lock, a lack of resources; nothing is
                 ///< stored
        Fault    ///< this command can't be carried out though the server works; nothing is stored
    };
    Kind kind = Kind::Done;
    QJsonObject answer;  ///< Done, Refused
    QList<Error> errors; ///< Refused, Later, Fault
};

/// Hands commands to api.execute, one at a time. An error of a function means that nothing is known about the
/// command (INB-7): connection lost, sign-in refused. It is then sent again under the same ID.
class Pusher final
{
public:
    explicit Pusher(Wire &wire) : m_wire(wire) {}

    [[nodiscard]] Result<PushOutcome> push(const Command &command);
    /// Which of these the server has an answer for.
    [[nodiscard]] Result<QSet<CommandId>> known(const QList<CommandId> &ids);

private:
    Wire &m_wire;
};

} // namespace tenantry::sync
