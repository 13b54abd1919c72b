// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/plannedchange.h"

#include <QSet>

#include <utility>

namespace tenantry::access {

/// Makes of each change the rows that the server would write. What a change names and nobody knows is left
/// out.
class Planner final
{
public:
    Planner(const directory::SnapshotPtr &snapshot, Instant now) : m_snapshot(snapshot), m_now(now) {}

    [[nodiscard]] Result<void> add(const PlannedChange &change)
    {
        std::visit([this](const auto &c) { make(c); }, change);
        return apply().and_then([this] {
            addGuests();
            return apply();
        });
    }
    [[nodiscard]] Plan take(const directory::SnapshotPtr &before)
    {
        return {before, m_snapshot, std::move(m_touched)};
    }

private:
    void make(const SetGrants &change);
    void make(const RemoveGrants &change);
    void make(const CreateGroup &change);
    void make(const SetGroupMembers &change);
    void make(const EditGroupMembers &change);
    void make(const DeleteGroup &change);
    void make(const SetMemberships &change);
    void make(const JoinOrganization &change);
    void make(const CreateOrganization &change);
    void make(const MoveOrganization &change);
    void make(const SetOrganizationEnabled &change);
    void make(const DeleteOrganization &change);
    void make(const RemoveMember &change);
    void make(const SetUserStatus &change);
    void make(const SetRestricted &change);
    void make(const HandOver &change);
    void make(const PassAdministration &change);
    void make(const CopyGrants &change);
    void make(const RemoveOutsider &change);
    void make(const ReplaceGuests &change);
    void make(const DeleteResource &change);
    void make(const DeleteSpace &change);

    void addGuests();
    void addGuest(directory::SpaceIndex space, directory::Subject subject);
    void copyGrant(const GrantRow &given, UserId to);
    void setGrant(directory::SpaceIndex space, const GrantWish &wish);
    void join(directory::UserIndex user, directory::OrganizationIndex organization);
    void addMember(directory::RoleGroupIndex group, const GroupMemberWish &member);
    [[nodiscard]] std::optional<GrantRow> grantOf(directory::Subject subject, directory::Object object) const;
    [[nodiscard]] std::vector<GrantRow> resourceGrantsOf(directory::Subject subject,
                                                         directory::SpaceIndex space) const;

    template <class AnyRow>
    void put(const AnyRow &row)
    {
        m_delta.upserted.emplace_back(row);
        m_touched.push_back({AnyRow::kind, directory::uuidOf(row.id)});
    }
    void drop(RowKind kind, const QUuid &id)
    {
        m_delta.removed.push_back({kind, id});
        m_touched.push_back({kind, id});
    }
    void drop(directory::GrantIndex grant) { drop(RowKind::Grant, m_snapshot->grant(grant).id().uuid()); }
    void dropGrantsOn(directory::Object object)
    {
        for (const directory::GrantEntry &entry : m_snapshot->grantsOn(object))
            drop(entry.grant());
    }
    void dropGrantsOf(directory::Subject subject)
    {
        for (const directory::SubjectGrant &grant : m_snapshot->grantsOf(subject))
            drop(grant.grant());
    }
    [[nodiscard]] Result<void> apply()
    {
        auto next = m_snapshot->apply(std::exchange(m_delta, {}));
        if (!next)
            return tl::unexpected(next.error());
        m_snapshot = *next;
        return {};
    }

    directory::SnapshotPtr m_snapshot;
    Instant m_now;
    directory::Delta m_delta;
    std::vector<directory::RowKey> m_touched;
    /// Who got a grant on a resource of which space by the present change, and the grants that it named
    /// itself.
    std::vector<std::pair<SpaceId, std::pair<SubjectKind, QUuid>>> m_granted;
    QSet<GrantId> m_named;
};

} // namespace tenantry::access
