// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pages.h"

#include "ui/pages/access/accesspage.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/approvals/approvalswatch.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/pages/groups/groupspage.h"
#include "ui/pages/mail/mailpage.h"
#include "ui/pages/members/memberspage.h"
#include "ui/pages/notifications/notificationspage.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/outsiders/outsiderspage.h"
#include "ui/pages/platform/administratorspage.h"
#include "ui/pages/platform/platformsettingspage.h"
#include "ui/pages/profile/profilepage.h"
#include "ui/pages/roles/rolespage.h"
#include "ui/pages/security/securitypage.h"
#include "ui/pages/spaces/spacespage.h"
#include "ui/pages/tenants/tenantspage.h"

#include <algorithm>

namespace tenantry::console {

namespace {

template <class Page>
ui::PageEntry::Factory maker(ui::Session &session)
{
    return [&session] { return std::make_unique<Page>(session); };
}

/// For pages that not everybody has.
template <class Page>
ui::PageEntry::Watch whoever(ui::Session &session)
{
    return [&session](ui::PageEntry &entry) {
        auto watch = std::make_unique<QObject>();
        const auto look = [&session, &entry] { entry.setAvailable(Page::isFor(session)); };
        QObject::connect(&session, &ui::Session::snapshotChanged, watch.get(), look);
        look();
        return watch;
    };
}

/// Last, because it leads to the others.
void addNotifications(ui::PageRegistry &pages, ui::Session &session)
{
    std::vector<QPointer<const ui::PageEntry>> others;
    for (const auto &entry : pages.entries())
        others.emplace_back(entry.get());
    const auto isThere = [others](const QString &id) {
        return std::ranges::any_of(
            others, [&id](const auto &other) { return other && other->id() == id && other->isAvailable(); });
    };
    const auto build = [&session, isThere] {
        auto page = std::make_unique<ui::NotificationsPage>(session);
        page->setPageFinder(isThere);
        return page;
    };
    const auto follow = [&session](ui::PageEntry &entry) {
        auto watch = std::make_unique<QObject>();
        const auto look = [&session, &entry] { entry.setCount(ui::NotificationsPage::unread(session)); };
        QObject::connect(&session, &ui::Session::snapshotChanged, watch.get(), look);
        QObject::connect(&session, &ui::Session::commandsChanged, watch.get(), look);
        look();
        return watch;
    };
    pages.add(ui::NotificationsPage::face(), build, follow, 2);
}

/// The console follows the chain whether anybody looks at the page or not (AUD-1); what is broken counts as
/// waiting.
void addAudit(ui::PageRegistry &pages, ui::Session &session, const ui::audit::HeadStore &heads)
{
    const auto follow = [&session, heads](ui::PageEntry &entry) {
        auto watch = std::make_unique<ui::audit::ChainWatch>(session, heads);
        const auto look = [&session, &entry, watch = watch.get()] {
            const TenantId chain = ui::AuditPage::chainOf(session);
            entry.setAvailable(!chain.isNull());
            watch->setChain(chain.uuid());
        };
        QObject::connect(&session, &ui::Session::snapshotChanged, watch.get(), look);
        QObject::connect(watch.get(), &ui::audit::ChainWatch::changed, watch.get(),
                         [&entry, watch = watch.get()] {
                             entry.setCount(watch->state() == ui::audit::ChainWatch::State::Broken ? 1 : 0);
                         });
        look();
        return watch;
    };
    pages.add(
        ui::AuditPage::face(), [&session, heads] { return std::make_unique<ui::AuditPage>(session, heads); },
        follow, 1);
}

} // namespace

ui::PageRegistry makePages(ui::Session &session, const QString &module, const ui::audit::HeadStore &heads)
{
    using namespace ui;
    PageRegistry pages;
    pages.add(ApprovalsPage::face(), maker<ApprovalsPage>(session),
              [&session](PageEntry &entry) { return std::make_unique<ApprovalsWatch>(session, entry); });
    pages.add(TenantsPage::face(), maker<TenantsPage>(session), whoever<TenantsPage>(session));
    pages.add(OrganizationsPage::face(), maker<OrganizationsPage>(session), {}, 1);
    pages.add(MembersPage::face(), maker<MembersPage>(session), whoever<MembersPage>(session), 1);
    pages.add(GroupsPage::face(), maker<GroupsPage>(session), whoever<GroupsPage>(session), 1);
    pages.add(RolesPage::face(), maker<RolesPage>(session), whoever<RolesPage>(session), 1);
    pages.add(OutsidersPage::face(), maker<OutsidersPage>(session), whoever<OutsidersPage>(session), 1);
    pages.add(
        SpacesPage::face(), [&session, module] { return std::make_unique<SpacesPage>(session, module); }, {},
        1);
    pages.add(AccessPage::face(), maker<AccessPage>(session), {}, 1);
    addAudit(pages, session, heads);
    pages.add(SecurityPage::face(), maker<SecurityPage>(session), whoever<SecurityPage>(session), 1);
    pages.add(MailPage::face(), maker<MailPage>(session), whoever<MailPage>(session), 1);
    addNotifications(pages, session);
    pages.add(ProfilePage::face(), maker<ProfilePage>(session), {}, 2);
    pages.add(PlatformSettingsPage::face(), maker<PlatformSettingsPage>(session), whoever<PlatformSettingsPage>(session), 2);
    pages.add(AdministratorsPage::face(), maker<AdministratorsPage>(session), whoever<AdministratorsPage>(session), 2);
    return pages;
}

} // namespace tenantry::console
