// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/keep.h"
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "tests/ui/spaces/spaceworld.h"
#include "ui/dialogs/impactdialog.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/access/accesslistpane.h"
#include "ui/pages/access/accessmodel.h"
#include "ui/pages/access/accesspage.h"
#include "ui/pages/access/planbar.h"
#include "ui/pages/access/planbasket.h"
#include "ui/past/viewpoint.h"
#include "ui/widgets/exportdialog.h"
#include "ui/widgets/tabletools.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QJsonObject>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

std::unique_ptr<AccessPage> makePage(FixedSession &session)
{
    auto page = std::make_unique<AccessPage>(session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    return page;
}

std::unique_ptr<QWidget> makeEmpty()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeWho()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session);
    page->showObject(u"space:"_s + test::busySpace(*session).toString());
    await(page->list(), &explorer::AccessListPane::listChanged);
    page->list()->table()->selectRow(4);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeWhat()
{
    auto session = std::make_unique<FixedSession>(u"member"_s);
    session->setHeldScopes({});
    auto page = makePage(*session);
    page->showObject(u"user:"_s + session->world().personas.at(3).userId.toString());
    await(page->list(), &explorer::AccessListPane::listChanged);
    return keep(std::move(session), std::move(page));
}

/// The owner of a space who doesn't see everybody: the server named those who reach it.
std::unique_ptr<QWidget> makeFromServer()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    session->setHeldScopes({});
    const SpaceRow space = test::rowOf(*session, test::busySpace(*session));
    session->setAnswer(sync::Question::AccessBasis, [space, now = session->now()](const QJsonObject &) {
        return QJsonObject{{u"at"_s, toMicroseconds(now)}, {u"whole"_s, true}, {u"space_id"_s, space.id.toString()}};
    });
    auto page = makePage(*session);
    page->showObject(u"space:"_s + space.id.toString());
    await(page->viewpoint(), &Viewpoint::completedChanged);
    await(page->list(), &explorer::AccessListPane::listChanged);
    return keep(std::move(session), std::move(page));
}

/// Somebody without a role, and somebody with several ways to one.
std::unique_ptr<QWidget> makeBoth(bool allowed)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session);
    const auto snapshot = session->snapshot();
    const access::Resolver resolver(snapshot, session->now());
    const auto space = snapshot->findSpace(test::busySpace(*session));
    size_t most = 0;
    UserId who;
    for (const auto user : snapshot->usersOf(snapshot->space(space).tenant())) {
        if (snapshot->user(user).status() != UserStatus::Active)
            continue;
        const access::Explanation why = resolver.explain(user, space);
        const size_t score = allowed ? why.paths.size() : why.paths.empty() ? 1 + why.obstacles.size() : 0;
        if (score > most) {
            most = score;
            who = snapshot->user(user).id();
        }
    }
    page->showObject(u"user:%1 space:%2"_s.arg(who.toString(), test::busySpace(*session).toString()));
    if (!allowed) { // and what would be enough is weighed
        page->planBar()->planRepair();
        await(page->basket()->impact(), &ImpactLine::ready);
    }
    return keep(std::move(session), std::move(page));
}

std::vector<access::PlannedChange> losingMany(const FixedSession &session)
{
    access::RemoveGrants change;
    const auto snapshot = session.snapshot();
    for (const directory::GrantEntry entry :
         snapshot->grantsOn(snapshot->findSpace(test::busySpace(session))))
        if (snapshot->grant(entry.grant()).subject().kind() != SubjectKind::User)
            change.grants += snapshot->grant(entry.grant()).id();
    return {change};
}

std::unique_ptr<QWidget> makeImpact()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    ImpactLine line(*session);
    line.setChanges(losingMany(*session));
    await(&line, &ImpactLine::ready);
    auto dialog = std::make_unique<ImpactDialog>(line.difference(), access::Bound::AtLeast);
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeImpactLines()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto box = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(box.get());
    layout->setContentsMargins(24, 16, 24, 16);
    for (const bool exact : {true, false}) {
        if (!exact)
            session->setHeldScopes({});
        auto *line = new ImpactLine(*session);
        layout->addWidget(line);
        line->setChanges(losingMany(*session));
        await(line, &ImpactLine::ready);
    }
    auto *nobody = new ImpactLine(*session);
    layout->addWidget(nobody);
    nobody->setChanges({access::RemoveGrants{}});
    await(nobody, &ImpactLine::ready);
    auto *busy = new ImpactLine(*session);
    layout->addWidget(busy);
    busy->setChanges({access::RemoveGrants{}});
    return keep(std::move(session), std::move(box));
}

std::unique_ptr<QWidget> makeExport(bool csv)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session);
    page->showObject(u"space:"_s + test::busySpace(*session).toString());
    await(page->list(), &explorer::AccessListPane::listChanged);
    QTableView *table = page->list()->table();
    auto dialog = std::make_unique<ExportDialog>(table, table->horizontalHeader(), table->accessibleName());
    dialog->path()->setText(u"/home/li/Documents/members 2026-01-30.xlsx"_s);
    if (csv)
        dialog->setFormat(exchange::TableFormat::CsvWithMark);
    AccessPage *owned = page.release();
    QObject::connect(dialog.get(), &QObject::destroyed, owned, &QObject::deleteLater);
    return keep(std::move(session), std::move(dialog));
}

} // namespace

void addAccessScenes(Scenes &scenes)
{
    const QSize size(1048, 744); // a window of 1280×800 less navigation and bar
    scenes.push_back({u"access-empty"_s, size, makeEmpty});
    scenes.push_back({u"access-who"_s, size, makeWho});
    scenes.push_back({u"access-what"_s, size, makeWhat});
    scenes.push_back({u"access-from-server"_s, size, makeFromServer});
    scenes.push_back({u"access-yes"_s, size, [] { return makeBoth(true); }});
    scenes.push_back({u"access-no"_s, size, [] { return makeBoth(false); }});
    scenes.push_back({u"impact-list"_s, {860, 560}, makeImpact});
    scenes.push_back({u"impact-lines"_s, {620, 200}, makeImpactLines});
    scenes.push_back({u"export-xlsx"_s, {580, 320}, [] { return makeExport(false); }});
    scenes.push_back({u"export-csv"_s, {580, 320}, [] { return makeExport(true); }});
}

} // namespace tenantry::gallery
