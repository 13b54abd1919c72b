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
    QString text; ///< empty: in the words of the queue

    /// What it changes: of two changes of the same thing only the later one is meant.
    struct Target
    {
        QUuid object;  ///< a space, a resource, an organization
        QUuid subject; ///< null: the object itself changes
        QUuid space;   ///< of a resource on which a grant is changed; null: it is a space
        friend bool operator==(const Target &, const Target &) = default;
    };
    Target target;
    bool isTaking = false;
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
