// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The past on screen at L of design §6 (PRM-6, APP-3): the longest turn of the window's event loop while a
// past moment, another one and the difference of two are worked out beside it. Argument: users (default
// 200000; the rest in proportion).
#include "tests/bench/figures.h"
#include "tests/bench/largeplatform.h"
#include "tests/ui/spaces/spaceworld.h"
#include "tests/uisupport/loopwatch.h"
#include "tests/uisupport/somepast.h"
#include "ui/pages/access/accesslistpane.h"
#include "ui/pages/access/accessmodel.h"
#include "ui/pages/access/accesspage.h"
#include "ui/past/asoffield.h"
#include "ui/past/comparisondialog.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>

using namespace tenantry;
using namespace tenantry::bench;
using namespace Qt::StringLiterals;

namespace {

/// Prints how long it took by the clock, and the longest turn on the way.
template <class Act, class Condition>
void watch(const char *what, const Act &act, const Condition &isDone)
{
    QElapsedTimer clock;
    clock.start();
    double acting = 0;
    test::LoopWatch loop;
    acting = once(act);
    while (!isDone())
        QCoreApplication::processEvents();
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    report(what, double(clock.elapsed()), "ms");
    report("  longest turn of the event loop", std::max(acting, loop.longest()), "ms", 50);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int users = argc > 1 ? atoi(argv[1]) : 200'000;
    test::FixedSession session(u"tenant_administrator"_s, largePlatform(users));
    const SpaceId space = test::busySpace(session);
    test::setSomePast(session, space);
    ui::AccessPage page(session);
    page.resize(1280, 860);
    page.show();
    const auto *model = page.list()->model();
    const auto isThere = [&] {
        return page.viewpoint()->state() == ui::Viewpoint::State::Then && model->rowCount() > 0;
    };
    const auto choose = [&](ui::AsOfField::Choice choice) {
        return [&page, choice] { page.asOf()->choice()->setCurrentIndex(choice); };
    };
    watch(
        "everyone on the busiest space, now", [&] { page.showObject(u"space:"_s + space.toString()); },
        [&] { return model->rowCount() > 0; });
    std::printf("  %d people\n", model->rowCount());
    watch("30 days ago, first", choose(ui::AsOfField::MonthAgo), isThere);
    std::printf("  %d people\n", model->rowCount());
    watch("a week ago", choose(ui::AsOfField::WeekAgo), isThere);
    watch("before its last change", choose(ui::AsOfField::BeforeLastChange), isThere);
    watch("back to now", choose(ui::AsOfField::Now),
          [&] { return page.viewpoint()->isNow() && model->rowCount() > 0; });
    bool ready = false;
    std::unique_ptr<ui::ComparisonDialog> dialog;
    watch(
        "30 days ago and now compared, the whole tenant",
        [&] {
            dialog = std::make_unique<ui::ComparisonDialog>(session, std::nullopt, std::nullopt);
            QObject::connect(dialog.get(), &ui::ComparisonDialog::ready, [&] { ready = true; });
            dialog->show();
        },
        [&] { return ready; });
    std::printf("  %lld changes\n", qlonglong(dialog->difference()->size()));
    watch(
        "closed", [&] { dialog.reset(); }, [] { return true; });
}
