// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberplace.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace tenantry::ui::spaces {

/// A command of the actor's own that isn't in the snapshot yet and what it makes of a grant.
struct PendingChange
{
    enum State { None, Queued, Refused };
    State state = None;
    bool removed = false;
    CommandId command; ///< the last one that touches the grant
    QString problem;   ///< the sentence, where it was refused
    friend bool operator==(const PendingChange &, const PendingChange &) = default;
};

/// One grant on a space or resource, as a row of its members (MEM-1): what the snapshot holds with what is
/// queued laid over it.
struct MemberRow
{
    GrantId id;
    SubjectKind kind = SubjectKind::User;
    QUuid subjectId;
    bool known = true;     ///< the actor sees who it is
    bool nameOnly = false; ///< and nothing else: not what they were given (EXT-2)
    QString name;
    QString mis;
    QString portrait; ///< of a person: their own picture
    QString department;             ///< of a person; the one above an organization
    QString departmentPath;         ///< root first
    std::optional<int> memberCount; ///< of organizations and groups whose people are all to be seen
    bool staff = false;
    bool outsider = false;         ///< of another tenant (EXT-1)
    bool inactive = false;         ///< an account or organization that gives no role now
    Role role = Role::None;        ///< as shown
    Role grantedRole = Role::None; ///< as the snapshot has it; none: not there yet
    std::optional<Instant> expiresAt;
    std::optional<Instant> grantedExpiry; ///< as the snapshot has it
    QString grantedBy;
    Instant grantedAt;
    int version = 0;
    PendingChange pending;

    [[nodiscard]] bool isExpired(Instant now) const { return expiresAt && *expiresAt <= now; }
    friend bool operator==(const MemberRow &, const MemberRow &) = default;
};

/// Everybody who holds a grant on the place itself, in the order of the grants' IDs (of those who are only
/// named: their own). Worth nothing when stopped.
[[nodiscard]] std::vector<MemberRow> memberRows(const MemberSource &source, const MemberPlace &place,
                                                std::stop_token stop = {});

/// The roles of the same, by the subjects' IDs, without those about to be removed.
[[nodiscard]] QHash<QUuid, Role> memberRoles(const MemberSource &source, const MemberPlace &place);

/// How many rows and queued wishes memberRows() has to look at.
[[nodiscard]] qsizetype memberWork(const MemberSource &source, const MemberPlace &place);

} // namespace tenantry::ui::spaces
