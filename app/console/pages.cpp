// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pages.h"

#include "ui/pages/access/accesspage.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/groups/groupspage.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/outsiders/outsiderspage.h"
#include "ui/pages/spaces/spacespage.h"

namespace tenantry::console
{

ui::PageRegistry makePages(ui::Session &session, const QString &module)
{
    ui::PageRegistry pages;
    pages.add(std::make_unique<ui::ApprovalsPage>(session));
    pages.add(std::make_unique<ui::OrganizationsPage>(session), 1);
    pages.add(std::make_unique<ui::GroupsPage>(session), 1);
    pages.add(std::make_unique<ui::OutsidersPage>(session), 1);
    pages.add(std::make_unique<ui::SpacesPage>(session, module), 1);
    pages.add(std::make_unique<ui::AccessPage>(session), 1);
    return pages;
}

} // namespace tenantry::console
