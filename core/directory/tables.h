// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot consists of. Copies share everything until it is changed. A cell whose row the actor can't
// see has its ID and `known` = false; a free cell of memberships, group members and grants has a null ID.
#pragma once

#include "core/directory/edges.h"
#include "core/directory/grantfilter.h"
#include "core/directory/idtable.h"
#include "core/directory/organizationtree.h"
#include "core/directory/pagedlists.h"
#include "core/directory/rowset.h"
#include "core/domain/rows.h"

#include <array>

namespace tenantry::directory {

struct TenantCell
{
    QUuid id;
    bool known = false;
    bool frozen = false; ///< nobody in it and nothing in it counts (PRM-2)
};

/// In 40 bytes, because there are the most of them: a person's counters of changes have room for hundreds of
/// thousands.
struct UserCell
{
    QUuid id;
    qint64 createdAt = 0;
    TenantIndex tenant;
    OrganizationIndex primary;
    quint64 version : 22 = 0;
    quint64 versionMemberships : 18 = 0;
    quint64 privateVersion : 18 = 0;
    quint64 status : 2 = 0; ///< UserStatus
    quint64 known : 1 = 0;
    quint64 staff : 1 = 0;
    quint64 hasPrivate : 1 = 0;
};

struct OrganizationCell
{
    QUuid id;
    qint64 createdAt = 0;
    TenantIndex tenant;
    OrganizationIndex parent;
    int version = 0, versionDetails = 0, versionPlace = 0, versionStatus = 0, versionLeader = 0;
    bool known = false;
    bool enabled = true;
};

struct RoleGroupCell
{
    QUuid id;
    qint64 createdAt = 0;
    TenantIndex tenant;
    int version = 0;
    bool known = false;
};

struct SpaceCell
{
    QUuid id;
    qint64 createdAt = 0;
    TenantIndex tenant;
    UserIndex createdBy;
    int version = 0;
    quint32 edition = 0;                    ///< in Tables::words
    quint32 modules = 0;                    ///< joined by commas, in Tables::words
    quint32 avatarKind = 0, avatarIcon = 0; ///< in Tables::words
    int versionDetails = 0, versionAvatar = 0, versionModules = 0, versionStatus = 0, versionOwner = 0;
    bool known = false;
    bool archived = false;
};

/// Without what resolution asks of it: that is in its ResourcePlace.
struct ResourceCell
{
    QUuid id;
    qint64 createdAt = 0;
    quint64 version : 22 = 0;
    quint64 versionAccess : 20 = 0;
    quint64 versionOwner : 20 = 0;
    quint64 known : 1 = 0;
    UserIndex createdBy;
    quint32 resourceKind = 0; ///< in Tables::words
};

struct MembershipCell
{
    QUuid id;
    qint64 since = 0;
    UserIndex user; ///< the next free cell in a free one
    OrganizationIndex organization;
    int version = 0;
    quint32 role = 0; ///< in Tables::words
};

struct RoleGroupMemberCell
{
    QUuid id;
    RoleGroupIndex group; ///< the next free cell in a free one
    quint32 subject : 31 = 0;
    quint32 isOrganization : 1 = 0;
    int version = 0;

    [[nodiscard]] Subject whom() const
    {
        return {isOrganization ? SubjectKind::Organization : SubjectKind::User, subject};
    }
};

struct GrantCell
{
    QUuid id;
    qint64 grantedAt = 0;
    quint32 subject : 30 = 0;
    quint32 subjectKind : 2 = 0;
    quint32 object : 28 = 0;
    quint32 objectKind : 1 = 0;
    quint32 role : 3 = 0;
    UserIndex grantedBy; ///< the next free cell in a free one
    int version = 0;

    [[nodiscard]] Subject to() const { return {SubjectKind(subjectKind), subject}; }
    [[nodiscard]] Object on() const
    {
        return objectKind == 0 ? Object(SpaceIndex(object)) : Object(ResourceIndex(object));
    }
};

/// Texts of rows, UTF-8.
enum class Text {
    UserName,
    UserAvatar,
    Email,
    Phone,
    Mis,
    Username,
    Nickname,
    OrganizationName,
    OrganizationCode,
    OrganizationDescription,
    RoleGroupName,
    RoleGroupDescription,
    SpaceName,
    SpaceDescription,
    ResourceName,
};
inline constexpr size_t textCount = size_t(Text::ResourceName) + 1;
using Texts = PagedLists<char>;

/// When a grant ends (microseconds; 60 bits reach beyond the year 20,000), by its number within its list.
struct Expiry
{
    qint64 at : 60 = 0;
    quint64 number : 4 = 0;

    [[nodiscard]] quint32 key() const { return quint32(number); }
    friend auto operator<=>(const Expiry &a, const Expiry &b) { return a.key() <=> b.key(); }
    friend bool operator==(const Expiry &a, const Expiry &b) { return a.key() == b.key(); }
};

// What resolution asks of each, in as few bytes as it takes: at L all of them lie in the processor's cache,
// cells and lists don't.

enum Flag : quint8 { Known = 1, Frozen = 2 }; ///< of spaces

struct ResourcePlace
{
    static constexpr quint32 noSpace = 0x3fff'ffff;
    quint32 inSpace : 30 = noSpace;
    quint32 known : 1 = 0;
    quint32 restricted : 1 = 0;

    ResourcePlace() = default;
    ResourcePlace(SpaceIndex space, bool isKnown, bool isRestricted)
        : inSpace(space.value() & noSpace), known(isKnown), restricted(isRestricted)
    {
    }
    [[nodiscard]] SpaceIndex space() const { return inSpace == noSpace ? SpaceIndex() : SpaceIndex(inSpace); }
};

struct Standing
{
    quint32 counts : 1 = 0;   ///< active and in a tenant that isn't frozen, so that grants count
    quint32 inGroups : 1 = 0; ///< named by a role group
    quint32 inOne : 1 = 0;    ///< of the memberships there is just one, as with most people
    quint32 one : 29 = 0;     ///< its organization

    friend bool operator==(const Standing &, const Standing &) = default;
};

/// Of an organization, on the way to the root.
struct Climb
{
    quint32 isRoot : 1 = 1;
    quint32 hasGroups : 1 = 0; ///< it is in a role group
    quint32 enabled : 1 = 1;   ///< with all above it
    quint32 above : 29 = 0;

    [[nodiscard]] OrganizationIndex parent() const
    {
        return isRoot ? OrganizationIndex() : OrganizationIndex(above);
    }
};

struct MemberCounts
{
    quint32 own = 0;
    quint32 total = 0;
};

template <class Cell>
struct CellTable
{
    PagedArray<Cell> cells;
    IdTable ids;
    quint32 live = 0; ///< rows; the other cells are unknown or free
    quint32 firstFree = IdTable::none;

    [[nodiscard]] quint32 find(const QUuid &id) const { return ids.find(id, cells); }
};

struct Tables
{
    CellTable<TenantCell> tenants;
    CellTable<UserCell> users;
    CellTable<OrganizationCell> organizations;
    CellTable<RoleGroupCell> roleGroups;
    CellTable<SpaceCell> spaces;
    CellTable<ResourceCell> resources;
    PagedArray<ResourcePlace, 12> resourcePlaces; ///< of the same indices
    CellTable<MembershipCell> memberships;
    CellTable<RoleGroupMemberCell> roleGroupMembers;
    CellTable<GrantCell> grants;

    std::array<Texts, textCount> texts;
    static constexpr quint32 grantsPerExpiryList = 16;
    PagedLists<Expiry> expiries; ///< of so many grants each; most have none
    std::shared_ptr<const std::vector<QString>> words = std::make_shared<const std::vector<QString>>();

    PagedLists<UserMembership> membershipsOfUser;
    PagedLists<OrganizationMember> membersOfOrganization;
    PagedLists<GroupOf> groupsOfUser;
    PagedLists<GroupOf> groupsOfOrganization;
    PagedLists<GroupMember> membersOfGroup;
    PagedLists<SpaceResource> resourcesOfSpace; ///< known ones
    PagedLists<GrantEntry> grantsOnSpace;
    PagedLists<GrantEntry> grantsOnResource;
    std::array<PagedLists<SubjectGrant>, 3> grantsOfSubject; ///< by SubjectKind

    // What follows from the above
    std::shared_ptr<const OrganizationTree> tree = std::make_shared<const OrganizationTree>();
    PagedArray<MemberCounts> memberCounts;
    PagedArray<Standing, 12> standings; ///< of users
    PagedArray<quint8, 12> spaceFlags;
    PagedArray<Climb, 12> climbs; ///< of organizations
    PagedLists<UserIndex>
        peopleByPosition; ///< by position in the tree: its people, where it is effectively enabled
    GrantFilter grantFilter;

    RowSet<TenantRow> tenantRows;
    RowSet<TenantStandingRow> tenantStandings;
    RowSet<PlanRow> plans;
    ChildRowSet<SettingRow, &SettingRow::tenantId> settings;
    ChildRowSet<OutsiderRow, &OutsiderRow::tenantId> outsiders;
    ChildRowSet<RoleAssignmentRow, &RoleAssignmentRow::userId> roleAssignments;
    RowSet<SpacePictureRow> spacePictures;
    ChildRowSet<TenantRoleRow, &TenantRoleRow::tenantId> tenantRoles;
    RowSet<OrganizationPermissionRow> organizationPermissions;
    RowSet<ApplicationRow> applications;
    ChildRowSet<ApplicationEventRow, &ApplicationEventRow::applicationId> events;
    RowSet<NotificationRow> notifications;
    ChildRowSet<NotificationReadRow, &NotificationReadRow::notificationId> reads;

    [[nodiscard]] QString text(Text column, quint32 row) const
    {
        const auto utf8 = texts[size_t(column)][row];
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }
    [[nodiscard]] QByteArrayView utf8(Text column, quint32 row) const
    {
        const auto bytes = texts[size_t(column)][row];
        return {bytes.data(), qsizetype(bytes.size())};
    }
    [[nodiscard]] std::optional<qint64> expiry(GrantIndex grant) const
    {
        const quint32 list = grant.value() / grantsPerExpiryList;
        for (const Expiry &expiry : list < expiries.size() ? expiries[list] : std::span<const Expiry>())
            if (expiry.key() == grant.value() % grantsPerExpiryList)
                return expiry.at;
        return std::nullopt;
    }
    /// Whether a grant counts at `now` (microseconds).
    [[nodiscard]] bool isValidAt(GrantEntry entry, qint64 now) const
    {
        return !entry.expires() || *expiry(entry.grant()) > now;
    }
    [[nodiscard]] SpaceIndex spaceOf(Object object) const
    {
        return object.kind() == ObjectKind::Space ? object.space() : resourcePlaces[object.index()].space();
    }
    [[nodiscard]] bool isFrozen(TenantIndex tenant) const
    {
        return tenant.isValid() && tenants.cells[tenant.value()].frozen;
    }
};

} // namespace tenantry::directory
