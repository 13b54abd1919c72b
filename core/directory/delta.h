// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rows.h"

#include <array>
#include <variant>
#include <vector>

namespace tenantry::directory {

using Row = std::variant<TenantRow, UserRow, UserPrivateRow, OrganizationRow, MembershipRow, RoleGroupRow,
                         RoleGroupMemberRow, SpaceRow, ResourceRow, GrantRow, OutsiderRow, ApplicationRow,
                         ApplicationEventRow, PlanRow, SettingRow, NotificationRow, NotificationReadRow,
                         RoleAssignmentRow, SpacePictureRow, TenantRoleRow, OrganizationPermissionRow,
                         TenantStandingRow>;

/// Reads a row of the wire. Errors as parseRow.
[[nodiscard]] Result<Row> parseAnyRow(RowKind kind, QByteArrayView text);

[[nodiscard]] RowKind kindOf(const Row &row);
[[nodiscard]] QUuid idOf(const Row &row);

struct RowKey
{
    RowKind kind = RowKind::Tenant;
    QUuid id;

    friend bool operator==(const RowKey &, const RowKey &) = default;
    friend size_t qHash(const RowKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, int(key.kind), key.id);
    }
};

/// How the truth moved: rows that are new or changed, and rows that went or that the actor may not see any
/// more.
struct Delta
{
    std::vector<Row> upserted;
    std::vector<RowKey> removed;

    [[nodiscard]] bool isEmpty() const { return upserted.empty() && removed.empty(); }
};

/// Which rows differ between two snapshots, by kind: what a model needs to touch. IDs may repeat.
class Changes final
{
public:
    void add(RowKind kind, const QUuid &id) { m_ids[size_t(kind) - 1].push_back(id); }
    [[nodiscard]] bool has(RowKind kind) const { return !of(kind).empty(); }
    [[nodiscard]] const std::vector<QUuid> &of(RowKind kind) const { return m_ids[size_t(kind) - 1]; }

private:
    std::array<std::vector<QUuid>, rowKindCount> m_ids;
};

} // namespace tenantry::directory
