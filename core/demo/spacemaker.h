// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/worlddraft.h"

#include <QSet>

#include <optional>

namespace tenantry::demo {

/// Spaces with their resources, an outsider, and grants on all of them to people who are there already.
class SpaceMaker final
{
public:
    explicit SpaceMaker(WorldDraft &draft)
        : m_draft(draft), m_size(draft.size), m_world(draft.world), m_tenants(draft.tenants)
    {
    }

    void make();

private:
    using Tenant = WorldDraft::Tenant;
    struct Space
    {
        size_t row;
        size_t tenant;
        std::vector<size_t> resources;
        std::vector<GrantRow> subjects; ///< grants on the space itself
        QSet<QUuid> taken;              ///< subjects that hold one
        bool bots;
    };

    void addSpaces();
    void addSpace(int n, size_t t);
    void addResource(Space &space, int n);
    void grantOn(Space &space, std::optional<ResourceId> resource, SubjectKind kind, const QUuid &subject,
                 Role role, UserId by);
    void addOutsider();
    void addGrants();
    void addSpaceGrant(Space &space);
    void addResourceGrant(Space &space, QSet<std::pair<QUuid, QUuid>> &taken);
    Role someRole(const Space &space);

    WorldDraft &m_draft;
    const Size &m_size;
    World &m_world;
    std::vector<Tenant> &m_tenants;
    std::vector<Space> m_spaces;
};

} // namespace tenantry::demo
