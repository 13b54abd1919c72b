// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui {

/// One thing that a command changes or that somebody else changed meanwhile, in words.
struct ConflictField
{
    QString key; ///< of the payload, or of one thing in a list of it: "<grant>/role", "in/<organization>"
    QString label;
    QString before; ///< what the person saw when they gave the command
    QString now;    ///< what is there
    QString mine;   ///< what the command wants

    /// Whoever gave the command hasn't seen what is there, and doesn't want it.
    [[nodiscard]] bool isDisputed() const { return now != before && now != mine; }
    friend bool operator==(const ConflictField &, const ConflictField &) = default;
};

/// What comes of the choices: the command to give, or nothing where what is there stays as it is, or why they
/// don't go together.
struct ConflictMerge
{
    std::optional<Command> command;
    QString problem;
};

/// Field by field: what was seen, what is there, what was wanted (INB-6); only what differs somewhere.
[[nodiscard]] QList<ConflictField> conflictFields(const Session &session, const Command &command);

/// The command again with the fields in `keys` as it wants them and all others as they are, having seen what is there now.
[[nodiscard]] ConflictMerge mergeChoices(const Session &session, const Command &command, const QStringList &keys);
/// Nothing also where the choices don't go together.
[[nodiscard]] std::optional<Command> mergedCommand(const Session &session, const Command &command,
                                                   const QStringList &keys);

/// Whether what the server saw has arrived: before that there is nothing to compare with.
[[nodiscard]] bool hasNewerVersion(const Session &session, const QueuedCommand &command);

} // namespace tenantry::ui
