// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "core/domain/membercommands.h"
#include "ui/pages/outsiders/outsidersmodel.h"
#include "ui/pages/outsiders/outsiderspage.h"
#include "ui/widgets/confirmdialog.h"

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

/// People of other tenants with access to spaces of the actor's one; names of all kinds.
void addOutsiders(FixedSession &session)
{
    const SpaceRow like = test::rowOf(session, test::busySpace(session));
    directory::Delta delta;
    QList<SpaceRow> spaces;
    for (const QString &name : {u"智能客服空间"_s, u"经营分析"_s, u"Release operations"_s}) {
        const directory::Delta space = test::newSpace(like, name, session.userId(), 3, session.now());
        spaces += std::get<SpaceRow>(space.upserted.front());
        delta.upserted.insert(delta.upserted.end(), space.upserted.begin(), space.upserted.end());
    }
    int n = 0;
    for (const UserRow &each : session.world().users) {
        if (each.tenantId == like.tenantId || each.status != UserStatus::Active || n == 9)
            continue;
        UserRow user = each;
        if (n == 3)
            user.name = u"مرحبا بالعالم العربي"_s;
        if (n == 4)
            user.name =
                u"Wolfeschlegelsteinhausenbergerdorff-Hubert-Blaine-der-Ältere von und zu Hohenlohe"_s;
        delta.upserted.emplace_back(user);
        tenantry::OutsiderRow row;
        row.id = makeUuid7(session.now());
        row.tenantId = like.tenantId;
        row.userId = user.id;
        row.since = session.now() - std::chrono::days(1 + 11 * n);
        row.version = 1;
        delta.upserted.emplace_back(row);
        for (qsizetype i = 0; i <= n % spaces.size(); ++i) {
            GrantRow grant =
                test::grantOn(spaces[i], SubjectKind::User, user.id.uuid(), Role(1 + n % 4), session.now());
            if (n % 2)
                grant.expiresAt = session.now() + std::chrono::days(2 + 9 * n);
            delta.upserted.emplace_back(grant);
        }
        ++n;
    }
    session.apply(delta);
}

std::unique_ptr<OutsidersPage> makeOutsidersPage(FixedSession &session)
{
    auto page = std::make_unique<OutsidersPage>(session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    return page;
}

std::unique_ptr<QWidget> makeOutsiders()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    addOutsiders(*session);
    auto page = makeOutsidersPage(*session);
    session->submit(outsiderRemove(page->model()->rowAt(1).id, session->actor().administers));
    page->showObject(page->model()->rowAt(2).id.toString());
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeRemoval()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    addOutsiders(*session);
    auto page = makeOutsidersPage(*session);
    page->showObject(page->model()->rowAt(2).id.toString());
    page->removeSelected();
    std::unique_ptr<QWidget> dialog(page->findChild<ConfirmDialog *>());
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->setParent(nullptr, Qt::Dialog);
    page->setParent(dialog.get()); // lives as long
    page.release()->hide();
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeNone()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    directory::Delta delta;
    for (const tenantry::OutsiderRow &row : session->snapshot()->outsiders())
        delta.removed.push_back({RowKind::Outsider, row.id});
    session->apply(delta);
    auto page = makeOutsidersPage(*session);
    return keep(std::move(session), std::move(page));
}

} // namespace

void addOutsiderScenes(Scenes &scenes)
{
    const QSize page(1048, 744); // of a window of 1280 × 800
    scenes.push_back({u"outsiders"_s, page, makeOutsiders});
    scenes.push_back({u"outsiders-remove"_s, {480, 320}, makeRemoval});
    scenes.push_back({u"outsiders-none"_s, page, makeNone});
}

} // namespace tenantry::gallery
