// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "core/domain/declarations.h"
#include "core/replica/queuedcommand.h"

#include <array>
#include <stop_token>

namespace tenantry::ui {

class Session;

enum class Box { ToDecide, Attention, Decided, Mine };
inline constexpr int boxCount = 4;

/// One row of a box: an application together with the command of ours that waits for the server or for the
/// person.
struct ApprovalItem
{
    enum class Mark { None, Queued, Sending, Sent, Attention };

    QUuid key;                                         ///< of the application; in Attention: of the command
    std::shared_ptr<const ApplicationRow> application; ///< null where it can't be seen (any more)
    CommandId command;                                 ///< null: none
    Mark mark = Mark::None;
    QString commandKind;
    bool approve = false; ///< of a decision
    Instant at;           ///< submitted; in Attention and Decided: decided
    QString title;        ///< for when there is no application

    friend bool operator==(const ApprovalItem &, const ApprovalItem &) = default;
};
using ApprovalItemPtr = std::shared_ptr<const ApprovalItem>;
using ApprovalItems = std::vector<ApprovalItemPtr>;

struct ApprovalBoxes
{
    std::array<ApprovalItems, boxCount> items; ///< by ID
    int toDecide = 0; ///< those of ToDecide that no queued decision of ours stands for

    [[nodiscard]] const ApprovalItems &of(Box box) const { return items[size_t(box)]; }
    /// What waits for the person: the page's count in the navigation.
    [[nodiscard]] int waiting() const { return toDecide + int(of(Box::Attention).size()); }
};

/// What boxes are made of: the session of one moment.
struct ApprovalSource
{
    directory::SnapshotPtr snapshot;
    QList<QueuedCommand> commands;
    ActorView actor;
    QList<Scope> held = {}; ///< of which the snapshot has everything

    [[nodiscard]] static ApprovalSource of(const Session &session);
};

/// Rows that are as they were in `before` are the same objects, so that whoever compares looks at pointers.
/// Worth nothing when stopped.
[[nodiscard]] ApprovalBoxes approvalBoxes(const ApprovalSource &source, const ApprovalBoxes &before = {},
                                          std::stop_token stop = {});

/// Whether the actor decides the application's present stage, their own included.
[[nodiscard]] bool decides(const ActorView &actor, const ApplicationRow &application);
/// Whether the actor decides anything at all.
[[nodiscard]] bool decidesAnything(const ActorView &actor);

/// TEN-4: the platform's target for a decision.
[[nodiscard]] std::chrono::hours decideTarget(const directory::Snapshot &snapshot);

[[nodiscard]] std::optional<QueuedCommand> commandById(const Session &session, const CommandId &id);

} // namespace tenantry::ui
