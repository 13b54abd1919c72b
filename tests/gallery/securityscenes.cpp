// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"
#include "tests/uisupport/somesecurity.h"

#include "ui/pages/members/memberspage.h"
#include "ui/pages/security/securitypage.h"
#include "ui/pages/tenants/breakglassbar.h"
#include "ui/pages/tenants/breakglassdialog.h"
#include "ui/pages/tenants/tenantplandialog.h"
#include "ui/pages/tenants/tenantspage.h"
#include "ui/pages/tenants/tenantstatedialog.h"

#include <QComboBox>
#include <QDeadlineTimer>
#include <QEvent>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

void settle(QWidget &page)
{
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(&page, &event);
    QDeadlineTimer soon(700); // what is open is asked for half a second after a change
    while (!soon.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
}

std::unique_ptr<QWidget> makeSecurity(const QString &persona, SecurityPage::List list, bool fails = false)
{
    auto session = std::make_unique<FixedSession>(persona);
    if (!fails)
        test::answerSecurity(*session);
    auto page = std::make_unique<SecurityPage>(*session);
    page->show(list);
    settle(*page);
    return keep(std::move(session), std::move(page));
}

/// A server that doesn't write what these lists are made of.
std::unique_ptr<QWidget> makeGap()
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    session->setAnswer(sync::Question::SecurityPage, [](const QJsonObject &) -> Result<QJsonValue> { return QJsonObject{{u"gap"_s, u"off"_s}}; });
    auto page = std::make_unique<SecurityPage>(*session);
    page->show(SecurityPage::Events);
    settle(*page);
    return keep(std::move(session), std::move(page));
}

TenantRow tenantOf(const FixedSession &session)
{
    return session.world().tenants.back();
}

/// The page of tenants below the bar that says that one is open.
std::unique_ptr<QWidget> makeOpened()
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    const TenantRow tenant = tenantOf(*session);
    session->turnTo(tenant.id);
    test::openForMaintenance(*session, tenant.id, session->userId());
    auto whole = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(whole.get());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *page = new TenantsPage(*session);
    layout->addWidget(new BreakGlassBar(*session));
    layout->addWidget(page, 1);
    settle(*page);
    (void)page->showObject(tenant.id.toString());
    return keep(std::move(session), std::move(whole));
}

std::unique_ptr<QWidget> makeNotice()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    test::openForMaintenance(*session, session->currentTenant(), session->world().users[3].id);
    auto page = std::make_unique<MembersPage>(*session);
    settle(*page);
    return keep(std::move(session), std::move(page));
}

template <class Dialog, class... More>
std::unique_ptr<QWidget> makeDialog(const std::function<void(Dialog &)> &prepare, More... more)
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    auto dialog = std::make_unique<Dialog>(*session, tenantOf(*session), more...);
    prepare(*dialog);
    return keep(std::move(session), std::move(dialog));
}

/// Two of the plans that come with a new server; the demo's world knows none.
std::unique_ptr<QWidget> makePlan()
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    const auto plan = [](const QString &key, const QString &english, const QString &chinese, int members, int spaces) {
        return PlanRow{QUuid::createUuid(), key, english, chinese, {{u"members"_s, members}, {u"spaces"_s, spaces}}, 1};
    };
    const PlanRow basic = plan(u"basic"_s, u"Basic"_s, u"基础版"_s, 100, 10);
    const PlanRow standard = plan(u"standard"_s, u"Standard"_s, u"标准版"_s, 1000, 100);
    TenantRow tenant = tenantOf(*session);
    tenant.planId = basic.id;
    session->apply({{basic, standard, tenant}, {}});
    auto dialog = std::make_unique<tenants::TenantPlanDialog>(*session, tenant);
    dialog->plan()->setCurrentIndex(dialog->plan()->findData(standard.id));
    return keep(std::move(session), std::move(dialog));
}

} // namespace

void addSecurityScenes(Scenes &scenes)
{
    using namespace tenants;
    const QSize page(1048, 744); // of a window of 1280 × 800
    scenes.push_back({u"security"_s, page, [] { return makeSecurity(u"system_administrator"_s, SecurityPage::Events); }});
    scenes.push_back({u"security-accesses"_s, page, [] { return makeSecurity(u"tenant_administrator"_s, SecurityPage::Accesses); }});
    scenes.push_back({u"security-offline"_s, page, [] { return makeSecurity(u"tenant_administrator"_s, SecurityPage::Events, true); }});
    scenes.push_back({u"security-gap"_s, page, makeGap});
    scenes.push_back({u"breakglass"_s, page, makeOpened});
    scenes.push_back({u"breakglass-notice"_s, page, makeNotice});
    scenes.push_back({u"breakglass-open"_s, {560, 420}, [] {
                          return makeDialog<BreakGlassDialog>([](BreakGlassDialog &dialog) { dialog.save(); });
                      }});
    scenes.push_back({u"tenant-freeze"_s, {560, 460}, [] {
                          return makeDialog<TenantStateDialog>([](TenantStateDialog &dialog) { dialog.reason()->setText(u"欠费 overdue"_s); },
                                                               TenantState::Frozen);
                      }});
    scenes.push_back({u"tenant-plan"_s, {560, 520}, makePlan});
}

} // namespace tenantry::gallery
