// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/worldgenerator.h"

#include <QHash>

#include <set>

namespace tenantry::tests
{

/// PRM-2 and PRM-8 read aloud, with maps and loops over everything. Slow, and obviously right: what the others are
/// compared with. Shares no code with them.
class NaiveResolver final
{
public:
    NaiveResolver(const World &world, Instant now);

    [[nodiscard]] Role check(SubjectKind kind, const QUuid &subject, ObjectKind objectKind, const QUuid &object) const;

private:
    [[nodiscard]] bool isFrozen(const TenantId &tenant) const;
    /// The organizations that count for a member of this one: it and all above, or none where one of them is disabled.
    [[nodiscard]] std::set<QUuid> chain(const QUuid &organization) const;
    /// Everything whose grants count for the subject.
    [[nodiscard]] std::set<QUuid> holders(SubjectKind kind, const QUuid &subject) const;
    void addGroups(std::set<QUuid> &holders, const TenantId &tenant) const;
    [[nodiscard]] Role highest(const std::set<QUuid> &holders, const QUuid &object) const;

    const World &m_world;
    Instant m_now;
    QHash<QUuid, OrganizationRow> m_organizations;
};

} // namespace tenantry::tests
