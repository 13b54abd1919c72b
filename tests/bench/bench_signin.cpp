// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's thread does at L of design §6 from signing in to the first page with its rows, as the
// console does it: with its theme, before the first snapshot and with it. Longest turn of the event loop in
// processor time, best of five. Arguments: users (default 200000; the rest in proportion), then pages
// (default: all).
#include "app/console/pages.h"
#include "tests/bench/figures.h"
#include "tests/bench/largeplatform.h"
#include "tests/uisupport/fixedsession.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDeadlineTimer>

using namespace tenantry;
using namespace tenantry::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double stallBar = 50;
constexpr int rounds = 5;

/// The longest turn until nothing is left to do, answers of other threads included.
template <class Act>
double longestTurn(const Act &act)
{
    const test::LoopWatch watch;
    act();
    for (QDeadlineTimer until(700); !until.hasExpired();)
        QCoreApplication::processEvents();
    return watch.longest();
}

void signIn(test::FixedSession &session, ui::Theme &theme, ui::Language &language, const QString &page)
{
    const auto snapshot = session.snapshot();
    const auto index = session.searchIndex();
    double built = 1e9, filled = 1e9;
    for (int round = 0; round < rounds; ++round) {
        session.setSnapshot(directory::Snapshot::empty());
        std::unique_ptr<ui::MainWindow> window;
        built = std::min(built, longestTurn([&] {
                             window = std::make_unique<ui::MainWindow>(console::makePages(session, {}), theme,
                                                                       language);
                             window->setFirstPage(page);
                             window->show();
                         }));
        filled = std::min(filled, longestTurn([&] { session.setSnapshot(snapshot, index); }));
    }
    report((page + u", the window before the first snapshot"_s).toUtf8().constData(), built, "ms", stallBar);
    report((page + u", the snapshot comes"_s).toUtf8().constData(), filled, "ms", stallBar);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::Theme theme(application);
    theme.apply(ui::Theme::Mode::Light);
    ui::Language language(application);
    language.apply(u"zh_CN"_s);
    const QStringList arguments = QApplication::arguments();
    const int users = arguments.size() > 1 ? arguments[1].toInt() : 200'000;
    test::FixedSession session(u"tenant_administrator"_s, largePlatform(users));
    QStringList pages = arguments.sliced(std::min<qsizetype>(2, arguments.size()));
    if (pages.isEmpty()) {
        const ui::PageRegistry all =
            console::makePages(session, {}); // outlives the loop, as its entries must
        for (const auto &entry : all.entries())
            if (entry->isAvailable())
                pages += entry->id();
    }
    for (const QString &page : std::as_const(pages))
        signIn(session, theme, language, page);
    return 0;
}
