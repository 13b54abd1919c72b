// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual role groups (GRP-1).
#pragma once

#include "core/domain/commands.h"

namespace tenantry {

[[nodiscard]] Command roleGroupCreate(const RoleGroupId &id, const TenantId &tenant, const QString &name,
                                      const QString &description);
/// Only what is set is changed. Seen: the group's ID, group "".
struct RoleGroupEdit
{
    std::optional<QString> name = {}, description = {};
};
[[nodiscard]] Command roleGroupEdit(const RoleGroupId &id, const RoleGroupEdit &edit);
/// removesGrants: how many of its grants the actor saw and lets go with it; where there are more by then, it
/// is refused with role_group.used. Seen: the group's ID, group "".
[[nodiscard]] Command roleGroupDelete(const RoleGroupId &id, int removesGrants = 0);

/// A person or an organization.
struct RoleGroupMember
{
    SubjectKind kind = SubjectKind::User;
    QUuid id;
};
/// At most 500 each, all or none; nothing needs to be seen: who is in already stays, who is out already stays
/// out.
[[nodiscard]] Command roleGroupMembersSet(const RoleGroupId &id, const QList<RoleGroupMember> &add,
                                          const QList<RoleGroupMember> &remove);

} // namespace tenantry
