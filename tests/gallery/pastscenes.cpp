// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The past on screen (PRM-6): each state of the explorer, the comparison, the permission detail of then.
#include "tests/gallery/keep.h"
#include "tests/gallery/scene.h"

#include "tests/ui/spaces/spaceworld.h"
#include "tests/uisupport/somepast.h"
#include "ui/pages/access/accesslistpane.h"
#include "ui/pages/access/accesspage.h"
#include "ui/pages/access/planbar.h"
#include "ui/pages/access/planbasket.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/past/asoffield.h"
#include "ui/past/comparisondialog.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

/// Answers are worked out on another thread.
template <class Condition>
void await(const Condition &condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

std::unique_ptr<AccessPage> makePage(FixedSession &session)
{
    auto page = std::make_unique<AccessPage>(session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    return page;
}

/// `part`: to somebody who doesn't administer the tenant.
std::unique_ptr<QWidget> makeThen(AsOfField::Choice choice, bool part)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    if (part)
        session->setHeldScopes({});
    test::setSomePast(*session, test::busySpace(*session));
    auto page = makePage(*session);
    page->showObject(u"space:"_s + test::busySpace(*session).toString());
    page->asOf()->choice()->setCurrentIndex(choice);
    await([&] { return page->viewpoint()->state() != Viewpoint::State::Waiting; });
    if (page->viewpoint()->state() == Viewpoint::State::Then)
        await([&] { return page->list()->table()->model()->rowCount() > 0; });
    return keep(std::move(session), std::move(page));
}

/// What was planned waits, and says why.
std::unique_ptr<QWidget> makeBoth()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    test::setSomePast(*session, test::busySpace(*session));
    auto page = makePage(*session);
    page->showObject(u"user:%1 space:%2"_s.arg(session->world().personas.at(5).userId.toString(),
                                               test::busySpace(*session).toString()));
    page->planBar()->planRole(Role::Editor);
    page->asOf()->choice()->setCurrentIndex(AsOfField::MonthAgo);
    await([&] { return page->viewpoint()->state() == Viewpoint::State::Then; });
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeBefore()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    test::setSomePast(*session, test::busySpace(*session));
    auto page = makePage(*session);
    page->showObject(u"space:"_s + test::busySpace(*session).toString());
    page->viewpoint()->lookAt(session->now() - std::chrono::hours(400 * 24));
    await([&] { return page->viewpoint()->state() == Viewpoint::State::Failed; });
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeWaiting(bool failed)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    session->holdHistory(!failed);
    auto page = makePage(*session);
    page->showObject(u"space:"_s + test::busySpace(*session).toString());
    page->asOf()->choice()->setCurrentIndex(AsOfField::Yesterday);
    if (failed)
        await([&] { return page->viewpoint()->state() == Viewpoint::State::Failed; });
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeComparison(bool empty)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    test::setSomePast(*session, test::busySpace(*session));
    const auto snapshot = session->snapshot();
    const auto space = snapshot->findSpace(test::busySpace(*session));
    auto dialog =
        std::make_unique<ComparisonDialog>(*session, explorer::pickOf(*snapshot, directory::Object(space)),
                                           session->now() - std::chrono::hours(empty ? 1 : 30 * 24));
    QEventLoop loop;
    QObject::connect(dialog.get(), &ComparisonDialog::ready, &loop, &QEventLoop::quit);
    loop.exec();
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeDetail(bool then)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    test::setSomePast(*session, test::busySpace(*session));
    auto dialog = std::make_unique<spaces::PermissionDetailDialog>(*session, SpaceId(), SubjectKind::User,
                                                                   session->userId().uuid());
    if (then) {
        dialog->viewpoint()->lookAt(session->now() - std::chrono::hours(30 * 24));
        await([&] { return dialog->viewpoint()->state() == Viewpoint::State::Then; });
    }
    return keep(std::move(session), std::move(dialog));
}

} // namespace

void addPastScenes(Scenes &scenes)
{
    const QSize page(1048, 744); // a window of 1280×800 less navigation and bar
    scenes.push_back({u"past-then"_s, page, [] { return makeThen(AsOfField::MonthAgo, false); }});
    scenes.push_back({u"past-then-part"_s, page, [] { return makeThen(AsOfField::MonthAgo, true); }});
    scenes.push_back({u"past-both"_s, page, makeBoth});
    scenes.push_back({u"past-before"_s, page, makeBefore});
    scenes.push_back({u"past-reading"_s, page, [] { return makeWaiting(false); }});
    scenes.push_back({u"past-failed"_s, page, [] { return makeWaiting(true); }});
    scenes.push_back({u"past-comparison"_s, {920, 620}, [] { return makeComparison(false); }});
    scenes.push_back({u"past-comparison-empty"_s, {920, 620}, [] { return makeComparison(true); }});
    scenes.push_back({u"past-detail"_s, {1080, 680}, [] { return makeDetail(true); }});
    scenes.push_back({u"detail-any-space"_s, {1080, 680}, [] { return makeDetail(false); }});
}

} // namespace tenantry::gallery
