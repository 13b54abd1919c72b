// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/keep.h"
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "tests/uisupport/fixedsession.h"
#include "tests/uisupport/someroles.h"
#include "ui/pages/organizations/membershipsdialog.h"
#include "ui/pages/organizations/organizationform.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/organizations/organizationtreemodel.h"
#include "ui/pages/organizations/permissionsline.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabs.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

std::unique_ptr<OrganizationsPage> makePage(FixedSession &session)
{
    auto page = std::make_unique<OrganizationsPage>(session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    return page;
}

const OrganizationRow &organizationNamed(const FixedSession &session, const QString &name)
{
    const auto &all = session.world().organizations;
    return *std::find_if(all.begin(), all.end(),
                         [&](const OrganizationRow &row) { return row.name == name; });
}

std::unique_ptr<QWidget> makeTree()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session);
    page->showObject(organizationNamed(*session, u"自动化测试组"_s).id.toString());
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeSearch()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session);
    page->resize(1048, 744);
    auto *field = page->findChild<SearchField *>(u"organizationSearch"_s);
    field->setText(u"zhineng"_s);
    Q_EMIT field->queryChanged(u"zhineng"_s);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeDetails()
{
    auto session = std::make_unique<FixedSession>(u"member"_s);
    auto page = makePage(*session);
    page->findChild<Tabs *>()->setCurrent(1);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeEmpty()
{
    auto session = std::make_unique<FixedSession>(u"member"_s);
    session->setSnapshot(directory::Snapshot::empty());
    auto page = makePage(*session);
    return keep(std::move(session), std::move(page));
}

/// As the platform team sees it; `chosen`: it has turned to a tenant.
std::unique_ptr<QWidget> makePlatform(bool chosen)
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    if (chosen)
        session->turnTo(organizationNamed(*session, u"技术中心"_s).tenantId);
    auto page = makePage(*session);
    return keep(std::move(session), std::move(page));
}

/// The question before a move, with whose permissions it changes.
std::unique_ptr<QWidget> makeMove()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    session->apply(test::someRoles(*session));
    const directory::SnapshotPtr snapshot = session->snapshot();
    const OrganizationId parent = test::departmentWithPermissions(*session);
    const auto index = snapshot->findOrganization(parent);
    OrganizationId moved;
    for (const auto each : snapshot->children(snapshot->organization(index).parent()))
        if (each != index)
            moved = snapshot->organization(each).id();
    auto page = makePage(*session);
    Q_EMIT page->findChild<OrganizationTreeModel *>()->moveRequested(moved, parent);
    std::unique_ptr<QWidget> dialog(page->findChild<ConfirmDialog *>());
    await(dialog->findChild<PermissionsLine *>(), &PermissionsLine::ready);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setParent(nullptr);
    QObject::connect(dialog.get(), &QObject::destroyed, page.release(), &QObject::deleteLater);
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeForm()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    std::unique_ptr<OrganizationForm> form(
        OrganizationForm::forNew(*session, organizationNamed(*session, u"技术中心"_s).id, nullptr));
    form->setAttribute(Qt::WA_DeleteOnClose, false);
    const auto edits = form->findChildren<QLineEdit *>();
    edits.at(0)->setText(u"测"_s);
    edits.at(1)->setText(u"测试-1"_s);
    form->save();
    return keep(std::move(session), std::move(form));
}

std::unique_ptr<QWidget> makeMembershipsDialog()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto dialog =
        std::make_unique<MembershipsDialog>(*session, session->world().personas.at(5).userId, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return keep(std::move(session), std::move(dialog));
}

} // namespace

void addOrganizationScenes(Scenes &scenes)
{
    const QSize page(1048, 744);
    scenes.push_back({u"organizations"_s, page, makeTree});
    scenes.push_back({u"organizations-search"_s, page, makeSearch});
    scenes.push_back({u"organizations-details"_s, page, makeDetails});
    scenes.push_back({u"organizations-empty"_s, page, makeEmpty});
    scenes.push_back({u"organizations-platform"_s, page, [] { return makePlatform(true); }});
    scenes.push_back({u"organizations-platform-none"_s, page, [] { return makePlatform(false); }});
    scenes.push_back({u"organizations-move"_s, {520, 300}, makeMove});
    scenes.push_back({u"organizations-form"_s, {520, 640}, makeForm});
    scenes.push_back({u"organizations-memberships"_s, {640, 580}, makeMembershipsDialog});
}

} // namespace tenantry::gallery
