// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "tests/uisupport/fixedsession.h"
#include "ui/pages/applications/domainform.h"
#include "ui/pages/applications/foundpicker.h"
#include "ui/pages/applications/joinform.h"
#include "ui/pages/applications/leaveform.h"
#include "ui/pages/applications/renameform.h"
#include "ui/pages/applications/replacementform.h"
#include "ui/pages/applications/tenantform.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/tenants/tenantspage.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using namespace tenantry::ui::applications;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

template <class Shown>
std::unique_ptr<QWidget> kept(std::unique_ptr<FixedSession> session, Shown *shown)
{
    shown->setAttribute(Qt::WA_DeleteOnClose, false);
    QObject::connect(shown, &QObject::destroyed, session.release(), &QObject::deleteLater);
    return std::unique_ptr<QWidget>(shown);
}

std::unique_ptr<QWidget> makeTenantForm()
{
    auto session = std::make_unique<FixedSession>(u"member"_s);
    auto *form = new TenantForm(*session, TenantForm::Way::Application, nullptr);
    form->edit(u"department"_s)->setText(u"质效技术部"_s);
    form->edit(u"name"_s)->setText(u"质效技术部-Bots租户"_s);
    form->edit(u"code"_s)->setText(u"Z-X"_s);
    form->save();
    return kept(std::move(session), form);
}

std::unique_ptr<QWidget> makeJoinForm()
{
    auto session = std::make_unique<FixedSession>(u"member"_s);
    auto *form = new JoinForm(*session, nullptr);
    form->tenant()->choose(FoundPicker::Found{QUuid::createUuid(), u"供应链算法部"_s, u"SUPPLY_ALGO"_s});
    return kept(std::move(session), form);
}

std::unique_ptr<QWidget> makeDomainForm()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto *form = new DomainForm(*session, nullptr);
    form->domain()->setText(u"brand--new"_s);
    form->save();
    return kept(std::move(session), form);
}

std::unique_ptr<QWidget> makeLeaveForm()
{
    auto session = std::make_unique<FixedSession>(u"member"_s);
    auto *form = new LeaveForm(*session, nullptr);
    return kept(std::move(session), form);
}

std::unique_ptr<QWidget> makeReplacementForm()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto *form = new ReplacementForm(*session, nullptr);
    return kept(std::move(session), form);
}

std::unique_ptr<QWidget> makeRenameForm()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto *form = new RenameForm(*session);
    return kept(std::move(session), form);
}

// A rejected application of one's own: rating, and the way to try again.
std::unique_ptr<QWidget> makeRejected()
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    directory::Delta delta;
    for (ApplicationRow row : session->snapshot()->applications()) {
        if (row.status != ApplicationStatus::Rejected)
            continue;
        row.applicantId = session->userId();
        delta.upserted.push_back(row);
    }
    session->apply(delta);
    auto *page = new ApprovalsPage(*session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page, &event);
    page->resize(1048, 744);
    page->setBox(Box::Mine);
    return kept(std::move(session), page);
}

std::unique_ptr<QWidget> makeTenants()
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    auto *page = new TenantsPage(*session);
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(page, &event);
    page->resize(1048, 744);
    return kept(std::move(session), page);
}

} // namespace

void addApplicationScenes(Scenes &scenes)
{
    scenes.push_back({u"application-tenant"_s, {560, 860}, makeTenantForm});
    scenes.push_back({u"tenants"_s, {1048, 744}, makeTenants});
    scenes.push_back({u"application-join"_s, {560, 420}, makeJoinForm});
    scenes.push_back({u"application-leave"_s, {560, 380}, makeLeaveForm});
    scenes.push_back({u"application-domain"_s, {560, 440}, makeDomainForm});
    scenes.push_back({u"application-replacement"_s, {560, 460}, makeReplacementForm});
    scenes.push_back({u"application-rename"_s, {560, 440}, makeRenameForm});
    scenes.push_back({u"application-rejected"_s, {1048, 744}, makeRejected});
}

} // namespace tenantry::gallery
