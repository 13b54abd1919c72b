// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is kept by the page of applications: the longest turn of its event loop, in
// milliseconds of its processor. bench_approvals [APPLICATIONS]
#include "tests/bench/figures.h"
#include "tests/uisupport/fixedsession.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/pages/approvals/approvalfinder.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;

namespace {

ApplicationRow application(const FixedSession &session, int i)
{
    ApplicationRow row;
    row.id = ApplicationId::make(session.now());
    row.applicationKind = u"tenant_creation"_s;
    row.stages = {u"system_administrator"_s};
    row.applicantId = session.world().users[size_t(std::abs(i)) % session.world().users.size()].id;
    row.submittedAt = session.now() - std::chrono::seconds(i);
    row.form = {{u"name"_s, u"部门 %1-Bots租户"_s.arg(i)}, {u"code"_s, u"CODE_%1"_s.arg(i)}};
    row.version = 1;
    return row;
}

/// Runs the event loop until the finder has answered `act`.
template <class Act>
void measure(const char *what, const ApprovalFinder &finder, const Act &act)
{
    test::LoopWatch watch;
    const auto turn = [&watch] {
        for (int from = watch.turns(); watch.turns() < from + 3;)
            QCoreApplication::processEvents();
    };
    turn();
    QElapsedTimer clock;
    clock.start();
    QTimer::singleShot(0, qApp, act);
    turn();
    while (finder.isBusy())
        QCoreApplication::processEvents();
    turn();
    std::printf("%-36s answered after %5lld ms  ", what, clock.elapsed());
    bench::report("longest turn", watch.longest(), "ms", 50);
}

/// New ones, and some that changed.
directory::SnapshotPtr pulled(const FixedSession &session, int count)
{
    directory::Delta delta;
    for (int i = 0; i < count; ++i)
        delta.upserted.push_back(application(session, -i));
    const auto before = session.snapshot()->applications();
    for (qsizetype i = 0; i < std::min<qsizetype>(count, before.size()); ++i) {
        ApplicationRow row = *before.pointer(i * 7 % before.size());
        row.status = ApplicationStatus::Withdrawn;
        delta.upserted.push_back(row);
    }
    return session.snapshot()->apply(delta).value();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication program(argc, argv);
    const int count = argc > 1 ? atoi(argv[1]) : 100'000;
    FixedSession session(u"system_administrator"_s);
    directory::Delta delta;
    for (int i = 0; i < count; ++i)
        delta.upserted.push_back(application(session, i));
    session.apply(delta);
    ApprovalsPage page(session);
    page.resize(1048, 744);
    page.show();
    const auto &finder = *page.findChild<ApprovalFinder *>();
    auto *table = page.findChild<QTableView *>();
    auto *field = page.findChild<SearchField *>();
    std::printf("%d applications\n", count);
    measure("first list", finder, [] {});
    for (const int rows : {1, 50, 5000}) {
        const directory::SnapshotPtr next = pulled(session, rows);
        const directory::SearchIndexPtr index = session.searchIndex()->next(next);
        measure(qPrintable(u"a pull of %1 new, %1 changed"_s.arg(rows)), finder,
                [&] { session.setSnapshot(next, index); });
    }
    for (const QString &query : {u"b"_s, u"bu"_s, u"bumen4711"_s, u""_s})
        measure(qPrintable(u"search \"%1\""_s.arg(query)), finder,
                [&] { Q_EMIT field->queryChanged(query); });
    measure("sort by name", finder, [&] { table->sortByColumn(0, Qt::DescendingOrder); });
    measure("sort by age", finder, [&] { table->sortByColumn(3, Qt::AscendingOrder); });
    measure("a decision", finder, [&] {
        table->selectRow(3);
        Q_EMIT page.findChild<DecisionBar *>()->decided(Decision::Approve, {});
    });
}
