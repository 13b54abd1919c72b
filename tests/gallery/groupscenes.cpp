// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/keep.h"
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "tests/uisupport/fixedsession.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/groups/addgroupmembersdialog.h"
#include "ui/pages/groups/groupcommands.h"
#include "ui/pages/groups/groupform.h"
#include "ui/pages/groups/groupspage.h"
#include "ui/pages/groups/groupview.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabs.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using namespace tenantry::ui::groups;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

RoleGroupId busyGroup(const FixedSession &session)
{
    const auto items = groupItems(session, session.actor().administers);
    return std::ranges::max(items, {}, &GroupItem::grants).id;
}

std::unique_ptr<GroupsPage> makePage(FixedSession &session)
{
    auto page = std::make_unique<GroupsPage>(session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    page->showObject(busyGroup(session).toString());
    return page;
}

/// Somebody who joins, somebody who goes, a new group: all queued.
std::unique_ptr<QWidget> makeMembersTab()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const RoleGroupId group = busyGroup(*session);
    const auto members = memberItems(*session, group);
    QList<RoleGroupMember> going{{members.back().kind, members.back().id}};
    const QList<RoleGroupMember> coming{{SubjectKind::User, session->userId().uuid()}};
    for (const Command &command : groups::makeMembers(*session, group, coming, going))
        session->submit(command);
    session->submit(makeCreate(*session, session->actor().administers, u"值班组"_s, {}));
    auto page = makePage(*session);
    page->view()->members()->selectRow(1);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeUsesTab()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session);
    page->view()->findChild<Tabs *>()->setCurrent(1);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeForm()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto form = std::make_unique<GroupForm>(*session, session->actor().administers, busyGroup(*session));
    return keep(std::move(session), std::move(form));
}

std::unique_ptr<QWidget> makeAdding()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto dialog = std::make_unique<AddGroupMembersDialog>(*session, busyGroup(*session));
    dialog->search()->setText(u"zhang"_s);
    Q_EMIT dialog->search()->queryChanged(u"zhang"_s);
    await(dialog.get(), &AddGroupMembersDialog::found);
    for (int row = 0; row < std::min(4, dialog->model()->rowCount()); ++row)
        dialog->model()->setData(dialog->model()->index(row), Qt::Checked, Qt::CheckStateRole);
    await(dialog->impact(), &ImpactLine::ready);
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeDeletion()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session);
    page->remove();
    auto *dialog = page->window()->findChild<ConfirmDialog *>();
    await(dialog->findChild<ImpactLine *>(), &ImpactLine::ready);
    dialog->setParent(nullptr, Qt::Dialog);
    GroupsPage *kept = page.release();
    QObject::connect(dialog, &QObject::destroyed, kept, &QObject::deleteLater);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return keep(std::move(session), std::unique_ptr<QWidget>(dialog));
}

} // namespace

void addGroupScenes(Scenes &scenes)
{
    const QSize size(1048, 744); // a window of 1280×800 less navigation and bar
    scenes.push_back({u"groups-members"_s, size, makeMembersTab});
    scenes.push_back({u"groups-uses"_s, size, makeUsesTab});
    scenes.push_back({u"groups-form"_s, {480, 340}, makeForm});
    scenes.push_back({u"groups-add"_s, {600, 640}, makeAdding});
    scenes.push_back({u"groups-delete"_s, {480, 380}, makeDeletion});
}

} // namespace tenantry::gallery
