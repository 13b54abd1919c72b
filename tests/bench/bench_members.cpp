// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is kept by the members of a space, by a search for people and by the page of a
// tenant's members: the longest turn of its event loop, in milliseconds of its processor.
// bench_members [MEMBERS [PEOPLE]]
#include "tests/bench/figures.h"
#include "tests/ui/spaces/spaceworld.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/pages/members/memberspage.h"
#include "ui/pages/members/tenantpeoplemodel.h"
#include "ui/pages/spaces/addpeopledialog.h"
#include "ui/pages/spaces/memberactions.h"
#include "ui/pages/spaces/memberstable.h"
#include "ui/pages/spaces/peoplemodel.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui::spaces;

namespace {

/// Runs the event loop until `done`; the longest turn and the time until then.
template <class Act, class Done>
void measure(const char *what, const Act &act, const Done &done)
{
    test::LoopWatch watch;
    for (int from = watch.turns(); watch.turns() < from + 3;)
        QCoreApplication::processEvents();
    QElapsedTimer clock;
    clock.start();
    QTimer::singleShot(0, qApp, act);
    for (int from = watch.turns(); watch.turns() < from + 3 || !done();)
        QCoreApplication::processEvents();
    const qint64 until = clock.elapsed();
    for (int from = watch.turns(); watch.turns() < from + 3;)
        QCoreApplication::processEvents();
    std::printf("%-44s shown after %5lld ms  ", what, until);
    bench::report("longest turn", watch.longest(), "ms", 50);
}

void measureMembers(int count)
{
    test::FixedSession session(u"tenant_administrator"_s);
    directory::Delta delta = test::newSpace(test::rowOf(session, test::busySpace(session)), u"很多人"_s,
                                            session.userId(), 0, session.now());
    test::addMembers(delta, session, std::get<SpaceRow>(delta.upserted.front()), count);
    session.apply(delta);
    MembersModel model(session);
    MemberActions actions(session, &model, nullptr);
    MembersTable table(&model, &actions);
    table.resize(1000, 700);
    table.show();
    std::printf("%d members of a space\n", count);
    bool listed = false;
    QObject::connect(&model, &MembersModel::listed, qApp, [&] { listed = true; });
    const auto wait = [&](const char *what, const std::function<void()> &act) {
        listed = false;
        measure(what, act, [&] { return listed; });
    };
    wait("first time", [&] { model.setPlace({test::spaceOf(delta)}); });
    wait("search", [&] { model.setQuery(u"chengyuan 12"_s); });
    wait("end of the search", [&] { model.setQuery({}); });
    wait("sorted by name, downwards", [&] { table.sortByColumn(MembersModel::Name, Qt::DescendingOrder); });
    wait("a changed grant", [&] {
        directory::Delta one;
        GrantRow grant = session.snapshot()->grant(session.snapshot()->findGrant(model.rowAt(5).id)).row();
        grant.role = Role::Administrator;
        one.upserted.emplace_back(grant);
        session.apply(one);
        model.refresh();
    });
    measure(
        "all ticked", [&] { model.tickShown(true); }, [] { return true; });
    wait("all removed", [&] {
        std::vector<MemberRow> rows = model.tickedRows();
        std::erase_if(rows, [](const MemberRow &row) { return row.role == Role::Owner; });
        actions.remove(rows);
        model.refresh();
    });
}

void measureTyping(int people)
{
    demo::Size size;
    size.users = people;
    test::FixedSession session(u"tenant_administrator"_s, size);
    std::printf("typing over %lld people\n", qint64(session.snapshot()->userCount()));
    AddPeopleDialog dialog(session, {test::busySpace(session)});
    dialog.show();
    auto *field = dialog.findChild<ui::SearchField *>();
    for (const QString &query : {u"wangxiaoming"_s, u"zs"_s, u"王小"_s, u"1380013"_s, u"@"_s}) {
        for (qsizetype n = 1; n <= query.size(); ++n)
            measure(
                query.first(n).toUtf8().constData(),
                [&] {
                    field->setText(query.first(n));
                    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
                    QCoreApplication::sendEvent(field, &enter);
                },
                [&] { return !dialog.model()->finder().isBusy(); });
    }
}

/// The page of a tenant's members (ROL-5): opened, typed in, sorted, filtered, changed.
void measurePage(int people)
{
    demo::Size size;
    size.users = people;
    test::FixedSession session(u"tenant_administrator"_s, size);
    ui::MembersPage page(session);
    bool listed = false;
    QObject::connect(&page, &ui::MembersPage::listed, qApp, [&] { listed = true; });
    const auto wait = [&](const char *what, const std::function<void()> &act) {
        listed = false;
        measure(what, act, [&] { return listed; });
    };
    page.resize(1200, 760);
    wait("the page of all members", [&] { page.show(); });
    std::printf("%d members of the tenant\n", page.model()->rowCount());
    for (const QString &query : {u"wang"_s, u"zs"_s, u"王小"_s, u"1380013"_s, u"@"_s}) {
        for (qsizetype n = 1; n <= query.size(); ++n)
            wait(query.first(n).toUtf8().constData(), [&] {
                page.search()->setText(query.first(n));
                QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
                QCoreApplication::sendEvent(page.search(), &enter);
            });
        wait("end of the search", [&] { page.search()->clear(); });
    }
    for (const auto column : {ui::members::PersonColumn::Email, ui::members::PersonColumn::Organizations,
                              ui::members::PersonColumn::Roles, ui::members::PersonColumn::Name})
        wait("sorted by another column",
             [&] { page.table()->horizontalHeader()->setSortIndicator(int(column), Qt::DescendingOrder); });
    wait("a changed person", [&] {
        UserRow user = session.world().users[7];
        user.name = u"改名者"_s;
        ++user.version;
        session.apply({{user}, {}});
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    measureMembers(argc > 1 ? atoi(argv[1]) : 10'000);
    measureTyping(argc > 2 ? atoi(argv[2]) : 200'000);
    measurePage(argc > 2 ? atoi(argv[2]) : 200'000);
}
