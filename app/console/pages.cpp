// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pages.h"

#include "ui/pages/access/accesspage.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/groups/groupspage.h"
#include "ui/pages/notifications/notificationspage.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/outsiders/outsiderspage.h"
#include "ui/pages/spaces/spacespage.h"

#include <algorithm>
#include <ranges>

namespace tenantry::console
{

namespace
{

/// Last, because it leads to the others.
void addNotifications(ui::PageRegistry &pages, ui::Session &session)
{
    std::vector<QPointer<ui::Page>> others;
    for (const ui::PageRegistry::Entry &entry : pages.entries())
        others.push_back(entry.page);
    auto page = std::make_unique<ui::NotificationsPage>(session);
    page->setPageFinder([others](const QString &id) {
        return std::ranges::any_of(others, [&id](const QPointer<ui::Page> &other) { return other && other->id() == id && other->isAvailable(); });
    });
    pages.add(std::move(page), 2);
}

} // namespace

ui::PageRegistry makePages(ui::Session &session, const QString &module)
{
    ui::PageRegistry pages;
    pages.add(std::make_unique<ui::ApprovalsPage>(session));
    pages.add(std::make_unique<ui::OrganizationsPage>(session), 1);
    pages.add(std::make_unique<ui::GroupsPage>(session), 1);
    pages.add(std::make_unique<ui::OutsidersPage>(session), 1);
    pages.add(std::make_unique<ui::SpacesPage>(session, module), 1);
    pages.add(std::make_unique<ui::AccessPage>(session), 1);
    addNotifications(pages, session);
    return pages;
}

} // namespace tenantry::console
