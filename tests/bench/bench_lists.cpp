// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The longest turn of the window's event loop while lists of very many rows come, are searched and are sorted
// (design §6: 50 ms at most). Argument: rows (default 20000).
#include "tests/bench/figures.h"
#include "tests/uisupport/fixedsession.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/pages/groups/groupspage.h"
#include "ui/pages/notifications/notificationspage.h"
#include "ui/pages/outsiders/outsiderspage.h"
#include "ui/pages/roles/rolespage.h"
#include "ui/pages/spaces/resourcespane.h"
#include "ui/pages/spaces/spacespage.h"
#include "ui/pages/tenants/tenantspage.h"
#include "ui/shell/tenantpicker.h"
#include "ui/widgets/listanddetail.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QListView>
#include <QLocale>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace tenantry;
using namespace tenantry::bench;
using namespace Qt::StringLiterals;
using test::FixedSession;

namespace {

constexpr double bar = 50;
constexpr int patience = 60'000;

/// Reports the longest turn while `act` takes effect, which is when `done` says so.
void measure(const QByteArray &what, const std::function<void()> &act, const std::function<bool()> &done)
{
    QCoreApplication::processEvents();
    const test::LoopWatch watch;
    act();
    const bool came = QTest::qWaitFor(done, patience);
    QCoreApplication::processEvents(); // painted
    report((came ? what : what + " (never came)").constData(), watch.longest(), "ms", bar);
}

/// The session's snapshot with these rows comes at once, as from the engine.
void comes(const QByteArray &what, FixedSession &session, const directory::Delta &delta,
           const std::function<bool()> &done)
{
    const auto snapshot = session.snapshot()->apply(delta).value();
    const auto index = session.searchIndex()->next(snapshot);
    measure(
        what + " come", [&] { session.setSnapshot(snapshot, index); }, done);
}

[[nodiscard]] QTableView *tableOf(const QWidget &page, const QString &name)
{
    for (auto *table : page.findChildren<QTableView *>())
        if (table->objectName() == name)
            return table;
    qFatal("no table %s", qPrintable(name));
}

/// A letter that finds some, the end of the search, and another order.
void searchAndSort(const QByteArray &what, ui::SearchField *field, QAbstractItemView *view,
                   const QString &letter)
{
    const int all = view->model()->rowCount();
    measure(
        what + ", searched", [&] { field->setText(letter); },
        [&] { return view->model()->rowCount() < all; });
    measure(
        what + ", search ended", [&] { field->clear(); }, [&] { return view->model()->rowCount() == all; });
    auto *table = qobject_cast<QTableView *>(view);
    if (!table || !table->isSortingEnabled())
        return;
    const auto first = [&] { return table->model()->index(0, 0).data().toString(); };
    const QString before = first();
    measure(
        what + ", sorted", [&] { table->sortByColumn(0, Qt::DescendingOrder); },
        [&] { return first() != before; });
}

[[nodiscard]] QString nameOf(int i, int many)
{
    return u"名称 %1"_s.arg((i * 7919) % many);
}

void tenants(int many)
{
    FixedSession session(u"system_administrator"_s);
    ui::TenantsPage page(session);
    page.resize(1280, 800);
    page.show();
    directory::Delta delta;
    QList<ui::TenantChoice> choices;
    for (int i = 0; i < many; ++i) {
        TenantRow tenant = session.world().tenants.back();
        tenant.id = TenantId::make(session.now());
        tenant.name = nameOf(i, many);
        choices.append({tenant.id.toString(), tenant.name});
        delta.upserted.emplace_back(tenant);
    }
    auto *table = page.findChild<QTableView *>();
    comes("tenants", session, delta, [&] { return table->model()->rowCount() >= many; });
    searchAndSort("tenants", page.findChild<ui::SearchField *>(), table, u"1999"_s);

    QWidget window;
    window.resize(1280, 800);
    ui::TenantPicker picker(&window);
    window.show();
    measure(
        "choice of tenants, opened",
        [&] {
            picker.setChoices(choices, {});
            picker.open();
        },
        [] { return true; });
    measure(
        "choice of tenants, searched", [&] { picker.field()->setText(u"qqq"_s); }, [] { return true; });
}

void outsiders(int many)
{
    FixedSession session(u"tenant_administrator"_s, {.users = many * 2});
    const TenantId own = session.actor().administers;
    ui::OutsidersPage page(session);
    page.resize(1280, 800);
    page.show();
    directory::Delta delta;
    for (const UserRow &user : session.world().users)
        if (user.tenantId != own && delta.upserted.size() < size_t(many))
            delta.upserted.emplace_back(OutsiderRow{QUuid::createUuid(), own, user.id, session.now(), 1});
    auto *table = page.findChild<QTableView *>();
    const int all = int(delta.upserted.size());
    comes("non-enterprise members", session, delta, [&] { return table->model()->rowCount() >= all; });
    searchAndSort("non-enterprise members", page.findChild<ui::SearchField *>(), table, u"zhang"_s);
}

void groupMembers(int many)
{
    FixedSession session(u"tenant_administrator"_s, {.users = many * 3});
    const TenantId own = session.actor().administers;
    ui::GroupsPage page(session);
    page.resize(1280, 800);
    page.show();
    const auto snapshot = session.snapshot();
    const RoleGroupId group =
        snapshot->roleGroup(snapshot->roleGroupsOf(snapshot->findTenant(own)).front()).id();
    if (!page.showObject(group.toString()))
        qFatal("no group");
    directory::Delta delta;
    for (const UserRow &user : session.world().users)
        if (user.tenantId == own && delta.upserted.size() < size_t(many))
            delta.upserted.emplace_back(
                RoleGroupMemberRow{QUuid::createUuid(), own, group, SubjectKind::User, user.id.uuid(), 1});
    QTableView *table = tableOf(page, u"group-members"_s);
    const int all = int(delta.upserted.size());
    comes("members of a role group", session, delta, [&] { return table->model()->rowCount() >= all; });
    for (ui::SearchField *field : page.findChildren<ui::SearchField *>())
        if (field->isVisible() && table->parentWidget()->parentWidget()->isAncestorOf(field))
            searchAndSort("members of a role group", field, table, u"zhang"_s);
}

void roleHolders(int many)
{
    FixedSession session(u"tenant_administrator"_s, {.users = many * 3});
    const TenantId own = session.actor().administers;
    TenantRoleRow role;
    role.id = TenantRoleId::make(session.now());
    role.tenantId = own;
    role.name = u"审计员"_s;
    session.apply({{role}, {}});
    ui::RolesPage page(session);
    page.resize(1280, 800);
    page.show();
    if (!page.showObject(role.id.toString()))
        qFatal("no role");
    directory::Delta delta;
    for (const UserRow &user : session.world().users)
        if (user.tenantId == own && delta.upserted.size() < size_t(many))
            delta.upserted.emplace_back(RoleAssignmentRow{
                QUuid::createUuid(), user.id, own, role.id.toString(), session.now(), {}, 1});
    QTableView *table = tableOf(page, u"role-holders"_s);
    const int all = int(delta.upserted.size());
    comes("holders of a role", session, delta, [&] { return table->model()->rowCount() >= all; });
}

void notifications(int many)
{
    FixedSession session(u"tenant_administrator"_s);
    session.apply(test::someNotifications(session));
    ui::NotificationsPage page(session);
    page.resize(1280, 800);
    page.show();
    directory::Delta delta;
    const auto some = session.snapshot()->notifications();
    for (int i = 0; i < many; ++i) {
        NotificationRow row = some[size_t(i) % some.size()];
        row.id = QUuid::createUuid();
        delta.upserted.emplace_back(row);
    }
    auto *view = page.findChild<QAbstractItemView *>();
    comes("notifications", session, delta, [&] { return view->model()->rowCount() >= many; });
}

void spaces(int many)
{
    FixedSession session(u"tenant_administrator"_s);
    const TenantId own = session.actor().administers;
    SpaceRow space;
    for (const SpaceRow &row : session.world().spaces)
        if (row.tenantId == own)
            space = row;
    directory::Delta spaces, resources;
    for (int i = 0; i < many; ++i) {
        SpaceRow row = space;
        row.id = SpaceId::make(session.now());
        row.name = nameOf(i, many);
        spaces.upserted.emplace_back(row);
        ResourceRow resource;
        resource.id = ResourceId::make(session.now());
        resource.tenantId = own;
        resource.spaceId = space.id;
        resource.resourceKind = u"agent"_s;
        resource.name = nameOf(i, many);
        resources.upserted.emplace_back(resource);
    }
    session.apply(resources);
    ui::spaces::ResourcesPane pane(session);
    pane.resize(1280, 800);
    pane.show();
    auto *table = pane.findChild<QTableView *>();
    measure(
        "resources of a space come", [&] { pane.setSpace(space.id); },
        [&] { return table->model()->rowCount() >= many; });
    searchAndSort("resources of a space", pane.findChild<ui::SearchField *>(), table, u"1999"_s);

    ui::SpacesPage page(session);
    page.resize(1280, 800);
    page.show();
    const auto has = [&page](int rows) {
        return std::ranges::any_of(page.findChildren<QListView *>(), [rows](const QListView *list) {
            return list->model() && list->model()->rowCount() >= rows;
        });
    };
    comes("spaces", session, spaces, [&] { return has(many); });
    auto *field = page.findChild<ui::ListAndDetail *>()->search();
    measure(
        "spaces, searched", [&] { field->setText(u"1999"_s); }, [&] { return !has(many); });
    measure(
        "spaces, search ended", [&] { field->clear(); }, [&] { return has(many); });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::Chinese)); // whose order is the dearest
    const int many = argc > 1 ? atoi(argv[1]) : 20'000;
    tenants(many);
    outsiders(many);
    groupMembers(many);
    roleHolders(many);
    notifications(many);
    spaces(many);
    return 0;
}
