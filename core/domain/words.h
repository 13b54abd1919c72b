// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The closed vocabularies of the platform and the words that stand for them on the wire and in design §9.
#pragma once

#include <QByteArrayView>
#include <QLatin1String>

#include <optional>

namespace tenantry {

/// Kinds of rows; the numbers are those of the wire (resources/schema/README.md).
enum class RowKind : quint8 {
    Tenant = 1,
    User,
    UserPrivate,
    Organization,
    Membership,
    RoleGroup,
    RoleGroupMember,
    Space,
    Resource,
    Grant,
    Outsider,
    Application,
    ApplicationEvent,
    Plan,
    Setting,
    Notification,
    NotificationRead,
    RoleAssignment,
    SpacePicture,
    TenantRole,
    OrganizationPermission,
    TenantStanding,
};
inline constexpr int rowKindCount = 22;

enum class ScopeKind : quint8 {
    Everyone = 1,
    Platform,
    People,
    Tenant,
    Chart,
    Organization,
    Subject,
    Space,
    Management,
    Person,
};

/// Roles on spaces and resources, lowest first (SPC-6): a higher one may all that a lower one may.
enum class Role : quint8 { None, Guest, Viewer, Commenter, Editor, Administrator, Owner };
enum class SubjectKind : quint8 { User, Organization, RoleGroup };
enum class ObjectKind : quint8 { Space, Resource };
enum class UserStatus : quint8 { PendingActivation, Active, Suspended, Departed };
enum class TenantState : quint8 { Active, Closing, Frozen, Deleted };
enum class ApplicationStatus : quint8 { Pending, Approved, Rejected, Withdrawn, Ended };

/// "guest", "role_group", "pending_activation" …; Role::None is "none".
[[nodiscard]] QLatin1String wireName(RowKind kind);
[[nodiscard]] QLatin1String wireName(ScopeKind kind);
[[nodiscard]] QLatin1String wireName(Role role);
[[nodiscard]] QLatin1String wireName(SubjectKind kind);
[[nodiscard]] QLatin1String wireName(ObjectKind kind);
[[nodiscard]] QLatin1String wireName(UserStatus status);
[[nodiscard]] QLatin1String wireName(TenantState state);
[[nodiscard]] QLatin1String wireName(ApplicationStatus status);

/// The value that a word stands for, e.g. fromWireName<Role>("editor"); nothing for any other word.
template <class Enum>
[[nodiscard]] std::optional<Enum> fromWireName(QByteArrayView word);

} // namespace tenantry
