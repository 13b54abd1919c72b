// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that travel from the server to the replica: one struct per kind, fields in the order of the wire
// (resources/schema/README.md). An absent ID is a null ID.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/domain/words.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace tenantry {

struct Scope
{
    ScopeKind kind = ScopeKind::Everyone;
    QUuid id;     ///< nil for everyone and platform
    QUuid tenant; ///< the tenant that it belongs to, nil where there is none; not part of its identity

    friend bool operator==(const Scope &a, const Scope &b) { return a.kind == b.kind && a.id == b.id; }
    friend size_t qHash(const Scope &s, size_t seed = 0) { return qHashMulti(seed, int(s.kind), s.id); }
};

struct TenantRow
{
    static constexpr RowKind kind = RowKind::Tenant;
    TenantId id;
    QString name, code, domain;
    TenantState state = TenantState::Active;
    Instant stateSince;
    QUuid planId;
    bool isDefault = false;
    UserId administratorId;
    OrganizationId rootOrganizationId, defaultOrganizationId;
    Instant createdAt;
    int version = 0;
    friend bool operator==(const TenantRow &, const TenantRow &) = default;
};

struct UserRow
{
    static constexpr RowKind kind = RowKind::User;
    UserId id;
    TenantId tenantId;
    QString name, avatar;
    bool staff = false;
    UserStatus status = UserStatus::Active;
    OrganizationId primaryOrganizationId;
    Instant createdAt;
    int version = 0, versionMemberships = 0;
    friend bool operator==(const UserRow &, const UserRow &) = default;
};

struct UserPrivateRow
{
    static constexpr RowKind kind = RowKind::UserPrivate;
    UserId id;
    QString email, phone, mis, username, nickname;
    int version = 0;
    friend bool operator==(const UserPrivateRow &, const UserPrivateRow &) = default;
};

struct OrganizationRow
{
    static constexpr RowKind kind = RowKind::Organization;
    OrganizationId id;
    TenantId tenantId;
    OrganizationId parentId; ///< null: the root
    QString name, code, description;
    bool enabled = true;
    Instant createdAt;
    int version = 0, versionDetails = 0, versionPlace = 0, versionStatus = 0, versionLeader = 0;
    friend bool operator==(const OrganizationRow &, const OrganizationRow &) = default;
};

struct MembershipRow
{
    static constexpr RowKind kind = RowKind::Membership;
    QUuid id;
    TenantId tenantId;
    UserId userId;
    OrganizationId organizationId;
    QString role; ///< "leader" or "member"
    Instant since;
    int version = 0;
    friend bool operator==(const MembershipRow &, const MembershipRow &) = default;
};

struct RoleGroupRow
{
    static constexpr RowKind kind = RowKind::RoleGroup;
    RoleGroupId id;
    TenantId tenantId;
    QString name, description;
    Instant createdAt;
    int version = 0;
    friend bool operator==(const RoleGroupRow &, const RoleGroupRow &) = default;
};

struct RoleGroupMemberRow
{
    static constexpr RowKind kind = RowKind::RoleGroupMember;
    QUuid id;
    TenantId tenantId;
    RoleGroupId groupId;
    SubjectKind subjectKind = SubjectKind::User; ///< user or organization
    QUuid subjectId;
    int version = 0;
    friend bool operator==(const RoleGroupMemberRow &, const RoleGroupMemberRow &) = default;
};

struct SpaceRow
{
    static constexpr RowKind kind = RowKind::Space;
    SpaceId id;
    TenantId tenantId;
    QString name, description;
    QString edition;     ///< "basic", "standard", "advanced"
    QStringList modules; ///< of "bots", "abs", "automan"
    bool archived = false;
    UserId createdBy;
    Instant createdAt;
    int version = 0;
    QString avatarKind = QStringLiteral("system"); ///< "system", "icon", "picture"
    QString avatarIcon = QStringLiteral("");       ///< of "icon": its name
    int versionDetails = 0, versionAvatar = 0, versionModules = 0, versionStatus = 0, versionOwner = 0;
    friend bool operator==(const SpaceRow &, const SpaceRow &) = default;
};

struct ResourceRow
{
    static constexpr RowKind kind = RowKind::Resource;
    ResourceId id;
    TenantId tenantId;
    SpaceId spaceId;
    QString resourceKind; ///< "agent", "workflow", "plugin", "knowledge_base", "application", "table",
                          ///< "dashboard"
    QString name;
    bool restricted = false; ///< PRM-8
    UserId createdBy;
    Instant createdAt;
    int version = 0, versionAccess = 0, versionOwner = 0;
    friend bool operator==(const ResourceRow &, const ResourceRow &) = default;
};

struct GrantRow
{
    static constexpr RowKind kind = RowKind::Grant;
    GrantId id;
    TenantId tenantId; ///< the space's tenant
    ObjectKind objectKind = ObjectKind::Space;
    QUuid objectId;
    SpaceId spaceId; ///< the space itself, or the resource's
    SubjectKind subjectKind = SubjectKind::User;
    QUuid subjectId;
    Role role = Role::None;
    std::optional<Instant> expiresAt;
    UserId grantedBy;
    Instant grantedAt;
    int version = 0;
    friend bool operator==(const GrantRow &, const GrantRow &) = default;
};

struct OutsiderRow
{
    static constexpr RowKind kind = RowKind::Outsider;
    QUuid id;
    TenantId tenantId;
    UserId userId;
    Instant since;
    int version = 0;
    friend bool operator==(const OutsiderRow &, const OutsiderRow &) = default;
};

struct ApplicationRow
{
    static constexpr RowKind kind = RowKind::Application;
    ApplicationId id;
    QString applicationKind; ///< "tenant_creation" …
    TenantId tenantId;       ///< that it is about; null: one that doesn't exist yet
    UserId applicantId;
    ApplicationStatus status = ApplicationStatus::Pending;
    int stage = 1;
    QJsonObject form;
    QString reason;
    Instant submittedAt;
    std::optional<Instant> endedAt;
    int version = 0;
    QStringList stages;       ///< who decides each: "system_administrator", "tenant_administrator"
    ApplicationId previousId; ///< the rejected one that this one takes up again (INB-9)
    int rating = 0;           ///< 1 to 5 by the applicant after the decision; 0: none
    friend bool operator==(const ApplicationRow &, const ApplicationRow &) = default;
};

struct ApplicationEventRow
{
    static constexpr RowKind kind = RowKind::ApplicationEvent;
    QUuid id;
    ApplicationId applicationId;
    int stage = 1;
    QString act; ///< "submitted", "approved", "rejected", "withdrawn", "ended"
    UserId actorId;
    Instant at;
    QString comment;
    bool offline = false;
    friend bool operator==(const ApplicationEventRow &, const ApplicationEventRow &) = default;
};

struct PlanRow
{
    static constexpr RowKind kind = RowKind::Plan;
    QUuid id;
    QString key, nameEn, nameZh;
    QJsonObject quotas;
    int version = 0;
    friend bool operator==(const PlanRow &, const PlanRow &) = default;
};

struct SettingRow
{
    static constexpr RowKind kind = RowKind::Setting;
    QUuid id;
    TenantId tenantId; ///< null: of the platform
    QString key;
    QString value; ///< JSON text
    int version = 0;
    friend bool operator==(const SettingRow &, const SettingRow &) = default;
};

struct NotificationRow
{
    static constexpr RowKind kind = RowKind::Notification;
    QUuid id;
    QString notificationKind;
    Instant at;
    TenantId tenantId;
    QJsonObject parameters;
    friend bool operator==(const NotificationRow &, const NotificationRow &) = default;
};

struct NotificationReadRow
{
    static constexpr RowKind kind = RowKind::NotificationRead;
    QUuid id;
    UserId userId;
    QUuid notificationId;
    Instant readAt;
    friend bool operator==(const NotificationReadRow &, const NotificationReadRow &) = default;
};

struct RoleAssignmentRow
{
    static constexpr RowKind kind = RowKind::RoleAssignment;
    QUuid id;
    UserId userId;
    TenantId tenantId; ///< null: a platform role
    QString role; ///< "system_administrator", "tenant_administrator", or the ID of one of the tenant's own
    Instant assignedAt;
    UserId assignedBy;
    int version = 0;
    friend bool operator==(const RoleAssignmentRow &, const RoleAssignmentRow &) = default;
};

/// The picture of a space whose avatar is one (SPC-4).
struct SpacePictureRow
{
    static constexpr RowKind kind = RowKind::SpacePicture;
    SpaceId id;
    TenantId tenantId;
    QByteArray content; ///< PNG or JPEG, not looked at yet
    int version = 0;
    friend bool operator==(const SpacePictureRow &, const SpacePictureRow &) = default;
};

/// One of a tenant's own roles (ROL-1).
struct TenantRoleRow
{
    static constexpr RowKind kind = RowKind::TenantRole;
    TenantRoleId id;
    TenantId tenantId;
    QString name, description;
    QStringList keys;     ///< of the catalogue (core/domain/declarations.h)
    QStringList excludes; ///< IDs of roles that nobody may hold beside it; said on both sides (ROL-3)
    Instant createdAt;
    int version = 0;
    friend bool operator==(const TenantRoleRow &, const TenantRoleRow &) = default;
};

/// What is set at an organization itself (OPM-1); the rest it inherits (core/access/permissions.h).
struct OrganizationPermissionRow
{
    static constexpr RowKind kind = RowKind::OrganizationPermission;
    OrganizationId id;
    TenantId tenantId;
    QString dataScope; ///< "none", "own", "below", "tenant"; empty: inherited
    QStringList allowed, denied;
    int version = 0;
    friend bool operator==(const OrganizationPermissionRow &, const OrganizationPermissionRow &) = default;
};

/// Whether a tenant is frozen, for those who see people of it and not the tenant (TEN-11): of such a person's
/// roles none counts.
struct TenantStandingRow
{
    static constexpr RowKind kind = RowKind::TenantStanding;
    TenantId id;
    bool frozen = false;
    friend bool operator==(const TenantStandingRow &, const TenantStandingRow &) = default;
};

/// Every struct of a row, in the order of RowKind: for what is made for each of them.
#define TENANTRY_EACH_ROW(apply)                                                                             \
    apply(TenantRow) apply(UserRow) apply(UserPrivateRow) apply(OrganizationRow) apply(MembershipRow)        \
        apply(RoleGroupRow) apply(RoleGroupMemberRow) apply(SpaceRow) apply(ResourceRow) apply(GrantRow)     \
            apply(OutsiderRow) apply(ApplicationRow) apply(ApplicationEventRow) apply(PlanRow)               \
                apply(SettingRow) apply(NotificationRow) apply(NotificationReadRow) apply(RoleAssignmentRow) \
                    apply(SpacePictureRow) apply(TenantRoleRow) apply(OrganizationPermissionRow)             \
                        apply(TenantStandingRow)

/// Reads a row as the server sent it (record text). Error: "row.malformed", ErrorClass::Data, parameters kind
/// and column (from 1); never the text itself.
template <class Row>
[[nodiscard]] Result<Row> parseRow(QByteArrayView text);

/// The other way round: parseRow<Row>(printRow(row)) == row.
template <class Row>
[[nodiscard]] QByteArray printRow(const Row &row);

} // namespace tenantry
