// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/idmap.h"
#include "core/directory/snapshot.h"
#include "core/directory/textstage.h"

#include <QHash>

#include <future>
#include <limits>

namespace tenantry::directory {

/// The steps between two snapshots, newest last, each with what it changed. The first one is where knowledge
/// ends.
struct Snapshot::History
{
    std::vector<std::shared_ptr<const Changes>> steps;
};

/// Changes tables row by row. For few rows every list is kept right on the way; for many (`bulk`) only the
/// cells are, and texts and lists are packed at the end.
class SnapshotBuilder::Private final
{
public:
    Private(const Tables &base, bool inBulk);

    void upsert(const TenantRow &row);
    void upsert(const UserRow &row);
    void upsert(const UserPrivateRow &row);
    void upsert(const OrganizationRow &row);
    void upsert(const MembershipRow &row);
    void upsert(const RoleGroupRow &row);
    void upsert(const RoleGroupMemberRow &row);
    void upsert(const SpaceRow &row);
    void upsert(const ResourceRow &row);
    void upsert(const GrantRow &row);
    void upsert(const OutsiderRow &row) { tables.outsiders.upsert(row); }
    void upsert(const ApplicationRow &row) { tables.applications.upsert(row); }
    void upsert(const ApplicationEventRow &row) { tables.events.upsert(row); }
    void upsert(const PlanRow &row) { tables.plans.upsert(row); }
    void upsert(const SettingRow &row) { tables.settings.upsert(row); }
    void upsert(const NotificationRow &row) { tables.notifications.upsert(row); }
    void upsert(const NotificationReadRow &row) { tables.reads.upsert(row); }
    void upsert(const RoleAssignmentRow &row) { tables.roleAssignments.upsert(row); }
    void upsert(const SpacePictureRow &row) { tables.spacePictures.upsert(row); }
    void upsert(const TenantRoleRow &row) { tables.tenantRoles.upsert(row); }
    void upsert(const OrganizationPermissionRow &row) { tables.organizationPermissions.upsert(row); }
    void upsert(const TenantStandingRow &row);
    void remove(const RowKey &key);

    /// Brings everything that follows from the rows up to date. Error: directory.organization_cycle.
    [[nodiscard]] Result<void> finish();

    Tables tables;

private:
    static constexpr size_t pendingGrants = 32;
    static constexpr qint64 never = std::numeric_limits<qint64>::max();

    /// The index of an ID, made where there is none yet; invalid for a null ID.
    template <class Index, class Cell>
    [[nodiscard]] Index intern(CellTable<Cell> &table, IdMap &map, const QUuid &id);
    /// The cell of a row that others don't refer to; `isNew` where it was made for it.
    template <class Cell>
    [[nodiscard]] quint32 take(CellTable<Cell> &table, IdMap &map, const QUuid &id, bool &isNew);
    template <class Cell>
    void forgetId(CellTable<Cell> &table, IdMap &map, quint32 index);
    template <class Cell>
    [[nodiscard]] quint32 find(const CellTable<Cell> &table, IdMap &map, const QUuid &id);
    [[nodiscard]] TenantIndex tenant(const TenantId &id);
    [[nodiscard]] UserIndex user(const UserId &id);
    [[nodiscard]] OrganizationIndex organization(const OrganizationId &id);
    [[nodiscard]] RoleGroupIndex roleGroup(const RoleGroupId &id);
    [[nodiscard]] SpaceIndex space(const SpaceId &id);
    [[nodiscard]] ResourceIndex resource(const ResourceId &id);
    [[nodiscard]] Subject subject(SubjectKind kind, const QUuid &id);
    [[nodiscard]] quint32 word(const QString &text);
    void prefetch(const GrantRow &row);
    void put(const GrantRow &row);
    void putPending();
    void setText(Text column, quint32 row, const QString &text);
    void setExpiry(GrantIndex grant, const std::optional<Instant> &at);
    [[nodiscard]] std::optional<qint64> expiry(GrantIndex grant) const;

    void learnTenant(SpaceIndex of, const TenantId &id);
    void judgeTenant(TenantIndex tenant);
    void removeTenant(quint32 index);
    void removeStanding(quint32 index);
    void removeUser(quint32 index);
    void removePrivate(quint32 index);
    void removeOrganization(quint32 index);
    void removeRoleGroup(quint32 index);
    void removeSpace(quint32 index);
    void removeResource(quint32 index);
    void removeMembership(quint32 index);
    void removeRoleGroupMember(quint32 index);
    void removeGrant(quint32 index);

    // Lists; nothing happens in bulk.
    void link(MembershipIndex membership, bool add);
    void link(RoleGroupMemberIndex member, bool add);
    void link(GrantIndex grant, bool add);
    void linkToSpace(ResourceIndex resource, bool add);
    void beforeMembershipsChange(UserIndex user);

    void packTexts();
    void resizeLists();
    void makeMembershipLists();
    void makeGroupLists();
    void makeResourceLists();
    void makeExpiries();
    void makeGrantLists();
    template <class Visit>
    void eachGrant(const Visit &visit) const;
    void makeListsOnObjects();
    void makeListsOfSubjects();
    [[nodiscard]] Result<void> makeTree();
    void countMembers();
    void countMembers(UserIndex user, const std::vector<OrganizationIndex> &before);
    void judgeUsers();
    void judgeSpaces();
    void placePeople();
    void prepareClimbs();
    void placePerson(UserIndex user, const std::vector<OrganizationIndex> &before);
    void filterGrants();
    void makeIdTables();
    /// The table of the grants' IDs, by far the largest, on a thread of its own: nothing else needs it while lists
    /// and texts are made, and it waits for memory most of the time. Gives the cells whose ID came again.
    [[nodiscard]] std::future<std::vector<quint32>> startGrantIds();
    void takeGrantIds(std::future<std::vector<quint32>> made);

    bool bulk;
    bool fresh = false; ///< in bulk, and there were no memberships, group members and grants before
    bool relist = bulk; ///< lists are made anew at the end, and not kept right on the way
    bool treeChanged = false;
    bool freezeChanged = false;
    QHash<QString, quint32> wordIndex;
    std::array<TextStage, textCount> staged;
    std::vector<qint64> stagedExpiries;
    struct Maps
    {
        IdMap tenants, users, organizations, roleGroups, spaces, resources, memberships, roleGroupMembers,
            grants;
    } maps; ///< in bulk
    QHash<UserIndex, std::vector<OrganizationIndex>>
        membershipsBefore;         ///< organizations of users whose memberships changed
    std::vector<GrantRow> pending; ///< in bulk: grants whose places in memory are on their way
    size_t nextPending = 0;        ///< the oldest of them, once there are enough
    std::vector<UserIndex> touchedUsers;
    std::vector<SpaceIndex> touchedSpaces;
};

} // namespace tenantry::directory
