// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberrow.h"

#include <QHash>

namespace tenantry::ui::spaces {

/// Says of rows who their subjects are, in the language of the moment. Remembers what repeats: the
/// departments of thousands of people are few. Of one snapshot.
class MemberDescriber final
{
public:
    /// `seesPeople`: of an organization or a role group whoever is in it; otherwise nobody is counted.
    MemberDescriber(const directory::Snapshot &snapshot, directory::TenantIndex tenant, bool seesPeople)
        : m_snapshot(snapshot), m_tenant(tenant), m_seesPeople(seesPeople)
    {
    }

    /// Name, department and so on by `row.kind` and `row.subjectId`.
    void describe(MemberRow &row);
    [[nodiscard]] MemberRow rowOf(directory::GrantIndex grant);
    /// Empty where the actor doesn't see who it is.
    [[nodiscard]] QString userName(directory::UserIndex user);

private:
    struct Department
    {
        QString name;
        QString path; ///< root first
    };

    void describeUser(MemberRow &row, directory::UserIndex index);
    void describeOrganization(MemberRow &row, directory::OrganizationIndex index);
    void describeGroup(MemberRow &row, directory::RoleGroupIndex index);
    [[nodiscard]] const Department &department(directory::OrganizationIndex index);

    const directory::Snapshot &m_snapshot;
    directory::TenantIndex m_tenant;
    bool m_seesPeople;
    QHash<directory::OrganizationIndex, Department> m_departments;
    QHash<directory::UserIndex, QString> m_granters;
};

} // namespace tenantry::ui::spaces
