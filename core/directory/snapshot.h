// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/delta.h"
#include "core/directory/edges.h"
#include "core/directory/rowset.h"
#include "core/directory/views.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tenantry::directory {

class OrganizationTree;
class Snapshot;
class SnapshotBuilder;
struct Tables;

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Everything that the actor may see at one moment of the truth. Immutable: threads share it by pointer
/// without locks.
///
/// People, organizations, role groups, spaces, resources, memberships and grants are reached by dense indices
/// (indices.h); small tables by row. A row may refer to one that the actor can't see: that one has an index
/// and an ID too, but isn't known (views.h). Functions that take an index want one of this snapshot and a
/// valid one; lists are empty where there is nothing.
class Snapshot final
{
public:
    ~Snapshot();
    Q_DISABLE_COPY_MOVE(Snapshot)

    /// A snapshot of nothing, for whoever starts before the first rows.
    [[nodiscard]] static SnapshotPtr empty();

    /// The next snapshot. Costs what changed, not what there is; for the thread that receives deltas, never
    /// the UI's. Rows to remove that aren't there are ignored. Error: "directory.organization_cycle" (Data;
    /// parameter `ids`).
    [[nodiscard]] Result<SnapshotPtr> apply(const Delta &delta) const;

    /// What differs from an `older` one that this one came from by a few deltas; nothing where that isn't
    /// known, and everything must be compared.
    [[nodiscard]] std::optional<Changes> changesSince(const Snapshot &older) const;

    // People and private data
    [[nodiscard]] UserView user(UserIndex index) const { return {*this, index}; }
    [[nodiscard]] UserIndex
    findUser(UserId id) const; ///< invalid where no row speaks of it; the same for the others
    [[nodiscard]] std::vector<UserIndex> users() const; ///< the known ones, in the order in which they came
    [[nodiscard]] std::vector<UserIndex> usersOf(TenantIndex tenant) const;
    [[nodiscard]] qsizetype userCount() const;
    /// Indices run from 0 to below this, unknown ones included: for arrays beside the snapshot.
    [[nodiscard]] quint32 userSlots() const;

    // Organizations: a forest, because the actor may see only parts of the tree
    [[nodiscard]] OrganizationView organization(OrganizationIndex index) const { return {*this, index}; }
    [[nodiscard]] OrganizationIndex findOrganization(OrganizationId id) const;
    [[nodiscard]] std::vector<OrganizationIndex>
    organizations() const; ///< the known ones, parents before children
    [[nodiscard]] qsizetype organizationCount() const;
    [[nodiscard]] quint32 organizationSlots() const;
    /// The known ones whose parent isn't known or who have none; `tenant` narrows it to one.
    [[nodiscard]] std::vector<OrganizationIndex> rootOrganizations() const;
    [[nodiscard]] std::vector<OrganizationIndex> rootOrganizations(TenantIndex tenant) const;
    [[nodiscard]] std::span<const OrganizationIndex>
    children(OrganizationIndex organization) const; ///< known ones, by age
    [[nodiscard]] std::vector<OrganizationIndex>
    ancestors(OrganizationIndex organization) const; ///< parent first, root last
    [[nodiscard]] std::vector<OrganizationIndex>
    path(OrganizationIndex organization) const; ///< root first, itself last
    /// Whether `below` is `above` or anywhere below it.
    [[nodiscard]] bool isWithin(OrganizationIndex below, OrganizationIndex above) const;
    [[nodiscard]] std::vector<OrganizationIndex>
    subtree(OrganizationIndex organization) const; ///< itself first, parents before children

    // Memberships
    [[nodiscard]] MembershipView membership(MembershipIndex index) const { return {*this, index}; }
    [[nodiscard]] MembershipIndex findMembership(const QUuid &id) const;
    [[nodiscard]] std::span<const UserMembership> membershipsOf(UserIndex user) const;
    [[nodiscard]] std::vector<OrganizationIndex>
    organizationsOf(UserIndex user) const; ///< the primary one first
    [[nodiscard]] std::span<const OrganizationMember>
    membersOf(OrganizationIndex organization) const; ///< direct ones
    /// Different people in it and below, by index.
    [[nodiscard]] std::vector<UserIndex> membersWithin(OrganizationIndex organization) const;
    [[nodiscard]] qsizetype membershipCount() const;

    // Role groups
    [[nodiscard]] RoleGroupView roleGroup(RoleGroupIndex index) const { return {*this, index}; }
    [[nodiscard]] RoleGroupIndex findRoleGroup(RoleGroupId id) const;
    [[nodiscard]] std::vector<RoleGroupIndex> roleGroups() const;
    [[nodiscard]] std::vector<RoleGroupIndex> roleGroupsOf(TenantIndex tenant) const;
    [[nodiscard]] quint32 roleGroupSlots() const;
    [[nodiscard]] std::span<const GroupMember> membersOf(RoleGroupIndex group) const;
    [[nodiscard]] std::span<const GroupOf> groupsOf(UserIndex user) const; ///< that name the user
    [[nodiscard]] std::span<const GroupOf>
    groupsOf(OrganizationIndex organization) const; ///< that name the organization

    // Spaces and resources
    [[nodiscard]] SpaceView space(SpaceIndex index) const { return {*this, index}; }
    [[nodiscard]] SpaceIndex findSpace(SpaceId id) const;
    [[nodiscard]] std::vector<SpaceIndex> spaces() const;
    [[nodiscard]] std::vector<SpaceIndex> spacesOf(TenantIndex tenant) const;
    [[nodiscard]] quint32 spaceSlots() const;
    [[nodiscard]] const SpacePictureRow *pictureOf(SpaceId space) const; ///< null where the avatar is none
    [[nodiscard]] ResourceView resource(ResourceIndex index) const { return {*this, index}; }
    [[nodiscard]] ResourceIndex findResource(ResourceId id) const;
    [[nodiscard]] std::span<const SpaceResource> resourcesOf(SpaceIndex space) const;
    [[nodiscard]] quint32 resourceSlots() const;

    // Grants
    [[nodiscard]] GrantView grant(GrantIndex index) const { return {*this, index}; }
    [[nodiscard]] GrantIndex findGrant(GrantId id) const;
    [[nodiscard]] std::span<const GrantEntry> grantsOn(SpaceIndex space) const; ///< on the space itself
    [[nodiscard]] std::span<const GrantEntry> grantsOn(ResourceIndex resource) const;
    [[nodiscard]] std::span<const GrantEntry> grantsOn(Object object) const;
    [[nodiscard]] std::span<const SubjectGrant> grantsOf(Subject subject) const; ///< given to it itself
    [[nodiscard]] qsizetype grantCount() const;

    // Subjects and objects by kind and ID
    [[nodiscard]] Subject findSubject(SubjectKind kind, const QUuid &id) const;
    [[nodiscard]] Object findObject(ObjectKind kind, const QUuid &id) const;
    [[nodiscard]] QUuid idOf(Subject subject) const;
    [[nodiscard]] QUuid idOf(Object object) const;
    [[nodiscard]] QString nameOf(Subject subject) const; ///< empty where it isn't known
    [[nodiscard]] QString nameOf(Object object) const;
    [[nodiscard]] SpaceIndex spaceOf(Object object) const;

    // Tenants and what belongs to them or to the platform
    [[nodiscard]] TenantIndex findTenant(TenantId id) const;
    [[nodiscard]] TenantId tenantId(TenantIndex index) const;
    [[nodiscard]] const TenantRow *tenant(TenantIndex index) const; ///< null where it isn't known
    [[nodiscard]] const TenantRow *tenant(TenantId id) const;
    /// Whether it is known if the tenant is frozen, and if it is: also of tenants of which no more is seen
    /// (TEN-11).
    [[nodiscard]] bool knowsStandingOf(TenantIndex index) const;
    [[nodiscard]] bool isFrozen(TenantIndex index) const;
    [[nodiscard]] Rows<TenantRow> tenants() const;
    [[nodiscard]] Rows<PlanRow> plans() const;
    [[nodiscard]] const PlanRow *plan(const QUuid &id) const;
    [[nodiscard]] Rows<SettingRow> settings() const;
    /// The setting of a tenant, or with a null ID of the platform; null where there is none.
    [[nodiscard]] const SettingRow *setting(TenantId tenant, const QString &key) const;
    [[nodiscard]] Rows<OutsiderRow> outsiders() const;
    [[nodiscard]] Rows<OutsiderRow> outsidersOf(TenantId tenant) const;
    [[nodiscard]] Rows<RoleAssignmentRow> roleAssignments() const;
    [[nodiscard]] Rows<RoleAssignmentRow> roleAssignmentsOf(UserId user) const;

    [[nodiscard]] Rows<TenantRoleRow> tenantRoles() const;
    [[nodiscard]] Rows<TenantRoleRow> tenantRolesOf(TenantId tenant) const;
    [[nodiscard]] const TenantRoleRow *tenantRole(TenantRoleId id) const;
    /// What is set at the organization itself; null where nothing is, or where the actor doesn't see it.
    [[nodiscard]] const OrganizationPermissionRow *permissionsSetAt(OrganizationId organization) const;
    [[nodiscard]] Rows<OrganizationPermissionRow> organizationPermissions() const;

    // Applications and notifications
    [[nodiscard]] Rows<ApplicationRow> applications() const; ///< oldest first
    [[nodiscard]] const ApplicationRow *application(ApplicationId id) const;
    [[nodiscard]] Rows<ApplicationEventRow> eventsOf(ApplicationId application) const; ///< oldest first
    [[nodiscard]] Rows<NotificationRow> notifications() const;                         ///< oldest first
    [[nodiscard]] const NotificationRow *notification(const QUuid &id) const;
    [[nodiscard]] Rows<NotificationReadRow> readsOf(const QUuid &notification) const;
    [[nodiscard]] bool isRead(const QUuid &notification, UserId by) const;

    /// Every row that it was made of, kind by kind (export, comparison, building anew).
    [[nodiscard]] std::vector<Row> allRows() const;
    [[nodiscard]] std::optional<Row> row(const RowKey &key) const;

    /// Bytes that the rows and lists take (not what other snapshots share).
    [[nodiscard]] qsizetype memoryUsed() const;

    /// The arrays themselves, for resolution and search (core/directory/tables.h).
    [[nodiscard]] const Tables &tables() const { return *m_tables; }

private:
    friend class SnapshotBuilder;
    struct History;
    Snapshot(std::unique_ptr<Tables> tables, std::shared_ptr<const History> history);

    std::unique_ptr<const Tables> m_tables;
    std::shared_ptr<const History> m_history;
};

/// Makes a snapshot of rows that come in any order; those that come later replace those with the same ID.
class SnapshotBuilder final
{
public:
    SnapshotBuilder();
    ~SnapshotBuilder();
    Q_DISABLE_COPY_MOVE(SnapshotBuilder)

    void add(const Row &row);
    template <class AnyRow>
    void add(const AnyRow &row); ///< defined for every struct of rows.h

    /// To be called once. Error: "directory.organization_cycle" (Data; parameter `ids`, the organizations of
    /// one cycle in order).
    [[nodiscard]] Result<SnapshotPtr> build();

private:
    friend class Snapshot;
    explicit SnapshotBuilder(const Snapshot &base);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tenantry::directory
