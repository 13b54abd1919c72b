// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QCollator>

#include <vector>

namespace tenantry::ui::outsiders {

/// What a non-enterprise member has in one space of the tenant: their own grants there.
struct SpaceAccess
{
    SpaceId space;
    QString name;
    Role role = Role::None; ///< on the space itself
    int resources = 0;      ///< on how many of its resources
    friend bool operator==(const SpaceAccess &, const SpaceAccess &) = default;
};

/// A non-enterprise member (EXT-1): somebody of another tenant with grants in this one.
struct OutsiderRow
{
    enum class Pending { None, Queued, Refused };

    UserId id;
    QString name, mis, portrait;
    bool staff = false;
    bool inactive = false;
    Instant since;
    std::optional<Instant> until;    ///< when the last of their grants ends; nothing: one never does
    std::vector<SpaceAccess> spaces; ///< by name
    int owned = 0;                   ///< resources of which they are owner: these must be handed over first
    Pending pending = Pending::None; ///< of a removal
    CommandId command;               ///< that removal
    QString problem;                 ///< the sentence, where it was refused
    friend bool operator==(const OutsiderRow &, const OutsiderRow &) = default;
};

/// All of the tenant, by name. Reads what it is given only, so that any thread may ask.
[[nodiscard]] std::vector<OutsiderRow> outsiderRows(const directory::SnapshotPtr &snapshot,
                                                    const QList<QueuedCommand> &commands, TenantId tenant);

/// What removing them takes away, one line each: "智能客服空间: Editor", "智能客服空间 › 3 resources".
[[nodiscard]] QStringList lossLines(const OutsiderRow &row);

} // namespace tenantry::ui::outsiders
