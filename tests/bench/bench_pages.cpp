// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's thread does at L of design §6, without a server: a page shown for the first time, a keystroke of
// search until it is painted, one changed grant until it is painted. Argument: users (default 200000; the rest in proportion).
#include "tests/bench/figures.h"
#include "tests/bench/largeplatform.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/spaces/addorganizationsdialog.h"
#include "ui/pages/spaces/addpeopledialog.h"
#include "ui/pages/spaces/spacespage.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QTest>

using namespace tenantry;
using namespace tenantry::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr double keystrokeBar = 16;
constexpr double stallBar = 50;

// Until nothing is left to do: the last of it is painting.
void settle()
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
}

void show(const char *name, QWidget &widget)
{
    const double shown = once([&] {
        widget.resize(1280, 860);
        widget.show();
        settle();
    });
    report((QByteArray("show ") + name).constData(), shown, "ms", stallBar);
}

double press(QWidget *field, const std::function<void()> &act)
{
    field->setFocus();
    settle();
    return once([&] {
        act();
        settle();
    });
}

// Each word letter by letter, then all of it cleared at once; the slowest of each, being the best of three rounds.
void search(const char *name, ui::SearchField *field)
{
    double typed = 0;
    double cleared = 0;
    for (const QString &word : {u"ceshi"_s, u"zhang"_s, u"部"_s, u"a"_s, u"空间 1"_s, u"qqq"_s}) {
        QList<double> best(word.size(), 1e9);
        double bestCleared = 1e9;
        for (int round = 0; round < 3; ++round) {
            for (qsizetype i = 0; i < word.size(); ++i) {
                best[i] = std::min(best[i], press(field, [&] {
                    field->insert(word.sliced(i, 1)); // as an input method does
                    QTest::keyClick(field, Qt::Key_Return); // don't wait for a pause
                }));
            }
            bestCleared = std::min(bestCleared, press(field, [&] { field->clear(); }));
        }
        typed = std::max(typed, *std::max_element(best.begin(), best.end()));
        cleared = std::max(cleared, bestCleared);
    }
    report((QByteArray("keystroke in ") + name).constData(), typed, "ms", keystrokeBar);
    report((QByteArray("  all cleared at once").constData()), cleared, "ms", stallBar);
}

SpaceId someSpace(const test::FixedSession &session)
{
    for (const SpaceRow &space : session.world().spaces)
        if (space.tenantId == session.world().tenants[1].id && !space.archived)
            return space.id;
    return {};
}

void changeGrants(test::FixedSession &session, SpaceId space)
{
    double slowest = 0;
    int changed = 0;
    for (GrantRow grant : session.world().grants) {
        if (grant.spaceId != space || grant.role == Role::Owner || grant.objectKind != ObjectKind::Space)
            continue;
        grant.role = grant.role == Role::Viewer ? Role::Editor : Role::Viewer;
        ++grant.version;
        // The snapshot and its search come from other threads.
        directory::SnapshotPtr next;
        const double elsewhere = once([&] {
            next = session.snapshot()->apply({{grant}, {}}).value();
            keep(session.searchIndex()->next(next));
        });
        const double all = once([&] {
            session.apply({{grant}, {}});
            settle();
        });
        slowest = std::max(slowest, all - elsewhere);
        if (++changed == 20)
            break;
    }
    report("a changed grant, until painted (the slowest of 20)", slowest, "ms", stallBar);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int users = argc > 1 ? atoi(argv[1]) : 200'000;
    test::FixedSession session(u"tenant_administrator"_s, largePlatform(users));
    const SpaceId space = someSpace(session);

    ui::ApprovalsPage approvals(session);
    show("approvals", approvals);
    ui::OrganizationsPage organizations(session);
    show("organizations", organizations);
    organizations.activated();
    ui::SpacesPage spaces(session);
    show("spaces", spaces);
    spaces.showObject(space.toString());
    settle();

    search("organizations", organizations.findChild<ui::SearchField *>(u"organizationSearch"_s));
    for (ui::SearchField *field : spaces.findChildren<ui::SearchField *>())
        search(("spaces: " + field->accessibleName().toUtf8()).constData(), field);
    {
        ui::spaces::AddPeopleDialog dialog(session, {space});
        show("add people", dialog);
        search("add people", dialog.findChild<ui::SearchField *>());
    }
    {
        ui::spaces::AddOrganizationsDialog dialog(session, {space});
        show("add organizations", dialog);
        search("add organizations", dialog.findChild<ui::SearchField *>());
    }
    changeGrants(session, space);
    return 0;
}
