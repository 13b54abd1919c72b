// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/keep.h"
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "tests/uisupport/someroles.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/members/memberrolesdialog.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/organizations/permissionsform.h"
#include "ui/pages/organizations/permissionsline.h"
#include "ui/pages/roles/giveroledialog.h"
#include "ui/pages/roles/roleacts.h"
#include "ui/pages/roles/roleform.h"
#include "ui/pages/roles/rolespage.h"
#include "ui/pages/roles/roleview.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabs.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using namespace tenantry::ui::roles;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

std::unique_ptr<FixedSession> makeSession()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    session->apply(someRoles(*session));
    return session;
}

/// The one that most hold.
TenantRoleId heldRole(const FixedSession &session)
{
    return std::ranges::max(roleItems(session, session.actor().administers), {}, &RoleItem::holders).id;
}

template <class Page>
std::unique_ptr<Page> translated(FixedSession &session)
{
    auto page = std::make_unique<Page>(session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    return page;
}

/// One who gets the role, one who loses it, a new role: all queued.
std::unique_ptr<QWidget> makeHolders()
{
    auto session = makeSession();
    const TenantRoleId role = heldRole(*session);
    session->submit(makeAssign(*session, role, session->userId()));
    session->submit(makeRevoke(*session, role, holderItems(*session, role).front().id));
    session->submit(
        makeCreate(*session, session->actor().administers, {u"值班长"_s, {}, {u"members.status"_s}, {}}));
    auto page = translated<RolesPage>(*session);
    page->showObject(role.toString());
    page->view()->holders()->selectRow(2);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makePermissions()
{
    auto session = makeSession();
    auto page = translated<RolesPage>(*session);
    page->showObject(heldRole(*session).toString());
    page->view()->showPermissions();
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeEmpty()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = translated<RolesPage>(*session);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeForm()
{
    auto session = makeSession();
    auto form = std::make_unique<RoleForm>(*session, session->actor().administers, heldRole(*session));
    return keep(std::move(session), std::move(form));
}

std::unique_ptr<QWidget> makeGiving()
{
    auto session = makeSession();
    auto dialog = std::make_unique<GiveRoleDialog>(*session, heldRole(*session));
    dialog->search()->setText(u"zhang"_s);
    Q_EMIT dialog->search()->queryChanged(u"zhang"_s);
    await(dialog.get(), &GiveRoleDialog::found);
    for (int row = 0; row < std::min(3, dialog->model()->rowCount()); ++row)
        dialog->model()->setData(dialog->model()->index(row), Qt::Checked, Qt::CheckStateRole);
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeDeletion()
{
    auto session = makeSession();
    auto page = translated<RolesPage>(*session);
    page->showObject(heldRole(*session).toString());
    page->remove();
    auto *dialog = page->window()->findChild<ConfirmDialog *>();
    dialog->setParent(nullptr, Qt::Dialog);
    RolesPage *kept = page.release();
    QObject::connect(dialog, &QObject::destroyed, kept, &QObject::deleteLater);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return keep(std::move(session), std::unique_ptr<QWidget>(dialog));
}

/// What is ticked excludes each other.
std::unique_ptr<QWidget> makeOfMember()
{
    auto session = makeSession();
    const UserId person = holderItems(*session, heldRole(*session)).front().id;
    auto dialog = std::make_unique<members::MemberRolesDialog>(*session, person);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    for (int row = 0; row < dialog->list()->count(); ++row)
        dialog->list()->setTicked(row, true);
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeOrganization()
{
    auto session = makeSession();
    auto page = translated<OrganizationsPage>(*session);
    page->showObject(departmentWithPermissions(*session).toString());
    for (Tabs *tabs : page->findChildren<Tabs *>())
        tabs->setCurrent(1);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeOrganizationForm()
{
    auto session = makeSession();
    auto form = std::make_unique<PermissionsForm>(*session, departmentWithPermissions(*session));
    form->choiceOf(u"role_groups.manage"_s)->setCurrentIndex(1);
    form->dataScope()->setCurrentIndex(4);
    await(form->line(), &PermissionsLine::ready);
    return keep(std::move(session), std::move(form));
}

} // namespace

void addRoleScenes(Scenes &scenes)
{
    const QSize size(1048, 744); // a window of 1280×800 less navigation and bar
    scenes.push_back({u"roles-holders"_s, size, makeHolders});
    scenes.push_back({u"roles-permissions"_s, size, makePermissions});
    scenes.push_back({u"roles-empty"_s, size, makeEmpty});
    scenes.push_back({u"roles-form"_s, {600, 740}, makeForm});
    scenes.push_back({u"roles-give"_s, {600, 640}, makeGiving});
    scenes.push_back({u"roles-delete"_s, {480, 380}, makeDeletion});
    scenes.push_back({u"roles-of-member"_s, {520, 420}, makeOfMember});
    scenes.push_back({u"organization-permissions"_s, size, makeOrganization});
    scenes.push_back({u"organization-permissions-form"_s, {660, 740}, makeOrganizationForm});
}

} // namespace tenantry::gallery
