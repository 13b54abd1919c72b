// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui
{

/// One thing that a command changes and that somebody else changed meanwhile, in words.
struct ConflictField {
    QString key;    ///< of the payload, or the ID of the grant in it
    QString label;
    QString before; ///< what the person saw when they gave the command
    QString now;    ///< what is there
    QString mine;   ///< what the command wants

    [[nodiscard]] bool isDisputed() const { return now != before && now != mine; }
};

/// Field by field: what was seen, what is there, what was wanted (INB-6).
[[nodiscard]] QList<ConflictField> conflictFields(const Session &session, const Command &command);

/// The command again with only the fields in `keys`, having seen what is there now. Nothing where no field is left.
[[nodiscard]] std::optional<Command> mergedCommand(const Session &session, const Command &command, const QStringList &keys);

} // namespace tenantry::ui
