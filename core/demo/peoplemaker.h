// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/worlddraft.h"

#include <QHash>
#include <QSet>

namespace tenantry::demo {

/// Tenants with their departments, people, administrators and role groups.
class PeopleMaker final
{
public:
    explicit PeopleMaker(WorldDraft &draft)
        : m_draft(draft), m_size(draft.size), m_world(draft.world), m_tenants(draft.tenants)
    {
    }

    void make();

private:
    using Tenant = WorldDraft::Tenant;

    void addTenant(const TenantPlan &plan);
    void addDepartments(const TenantRow &row, Tenant &tenant);
    void addOrganization(const TenantRow &tenantRow, Tenant &tenant, int parent, const QString &name,
                         const QString &code);
    void addUsers();
    void addUser(size_t t);
    void addPrivate(const UserRow &user, const QString &letters, const Tenant &tenant);
    size_t enabledOrganization(const Tenant &tenant);
    void addMembership(const UserRow &user, size_t organization);
    void addLeaders();
    void addAdministrators();
    void addRole(const UserRow &user, TenantId tenant, const QString &role);
    void addGroups();
    void addGroupMember(const RoleGroupRow &group, const Tenant &tenant, QSet<QUuid> &taken);

    WorldDraft &m_draft;
    const Size &m_size;
    World &m_world;
    std::vector<Tenant> &m_tenants;
    QHash<QString, int> m_letters; ///< how many people have them already
};

} // namespace tenantry::demo
