// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/explanation.h"
#include "core/domain/commands.h"
#include "ui/session/session.h"

#include <vector>

namespace tenantry::ui::explorer {

/// A change that somebody weighs: the command as it would be given, with what the actor saw, and in words.
struct Planned
{
    Command command;
    QString text;
};

/// Why the actor couldn't do it; empty: they can, as far as the client knows.
[[nodiscard]] QString whyNotGive(const Session &session, directory::Subject subject, directory::Object object,
                                 Role role);
/// The role given to the subject itself: a grant on the object is changed, or a new one made.
[[nodiscard]] Planned planToGive(const Session &session, directory::Subject subject, directory::Object object,
                                 Role role);

/// The grant given to the subject itself on the object; invalid where there is none.
[[nodiscard]] directory::GrantIndex ownGrant(const directory::Snapshot &snapshot, directory::Subject subject,
                                             directory::Object object);
[[nodiscard]] QString whyNotTake(const Session &session, directory::GrantIndex grant);
[[nodiscard]] Planned planToTake(const Session &session, directory::GrantIndex grant);

/// What an explanation proposes; `refusal` says why it can't be planned here (then there is nothing else).
struct PlannedRepair
{
    std::vector<Planned> acts;
    QString refusal;
};
[[nodiscard]] PlannedRepair planRepair(const Session &session, const access::Explanation &explanation);

} // namespace tenantry::ui::explorer
