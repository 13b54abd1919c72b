// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long 权限明细 takes to open with 500 resources: the first of a process, the model alone, and the dialog until it is painted.
// With any argument another page was shown before.
#include "tests/ui/spaces/spaceworld.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/pages/spaces/permissiondetailmodel.h"
#include "ui/pages/spaces/spacespage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace
{

template <class Act>
double medianMilliseconds(const Act &act)
{
    std::vector<double> times;
    for (int i = 0; i < 21; ++i) {
        QElapsedTimer timer;
        timer.start();
        act();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

/// Until the window is painted, stage by stage: what a process does for the first time costs more.
void measureFirst(test::FixedSession &session, SpaceId space)
{
    QElapsedTimer timer;
    timer.start();
    ui::spaces::PermissionDetailDialog made(session, space, SubjectKind::User, session.userId().uuid());
    const double constructed = double(timer.nsecsElapsed()) / 1e6;
    made.show();
    const double shown = double(timer.nsecsElapsed()) / 1e6;
    made.grab();
    const double painted = double(timer.nsecsElapsed()) / 1e6;
    std::printf("permission detail, 500 resources, the first: made %.1f ms, shown %.1f ms, painted %.1f ms\n", constructed, shown, painted);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::Theme theme(application); // as the console: its fonts and style
    test::FixedSession session(u"tenant_administrator"_s);
    const directory::Delta delta = test::newSpace(test::rowOf(session, test::busySpace(session)), u"500"_s, session.userId(), 500, session.now());
    session.apply(delta);
    const SpaceId space = test::spaceOf(delta);
    if (argc > 1) { // as in the console, where another window came first
        ui::SpacesPage page(session);
        page.show();
        page.grab();
    }
    measureFirst(session, space);
    const auto snapshot = session.snapshot();
    const access::Resolver resolver(snapshot, session.now());
    const double model = medianMilliseconds([&] {
        ui::spaces::PermissionDetailModel made;
        made.setDetail(resolver, snapshot->findUser(session.userId()), snapshot->findSpace(space));
    });
    const double dialog = medianMilliseconds([&] {
        ui::spaces::PermissionDetailDialog made(session, space, SubjectKind::User, session.userId().uuid());
        made.show();
        made.grab();
    });
    std::printf("permission detail, 500 resources: model %.1f ms, dialog until painted %.1f ms\n", model, dialog);
}
