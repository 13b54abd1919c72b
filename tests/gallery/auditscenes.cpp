// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "tests/uisupport/auditserver.h"
#include "ui/pages/audit/auditmodel.h"
#include "ui/pages/audit/auditpage.h"

#include <QTableView>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

std::unique_ptr<QWidget> makePage(const exchange::AuditHead &seen, int row)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto server = std::make_shared<test::AuditServer>(*session, session->actor().administers);
    server->addExamples(*session);
    auto page = std::make_unique<AuditPage>(
        *session, audit::HeadStore{[seen](const QUuid &) { return seen; },
                                   [](const QUuid &, const exchange::AuditHead &) {}});
    QObject::connect(page.get(), &QObject::destroyed, page.get(),
                     [server] {});        // answers as long as somebody asks
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    page->activated();
    for (int i = 0; i < 20; ++i) // questions are answered with the next turn of the loop
        QCoreApplication::processEvents();
    page->table()->selectRow(row);
    return keep(std::move(session), std::move(page));
}

} // namespace

void addAuditScenes(Scenes &scenes)
{
    const QSize page(1048, 744); // of a window of 1280 × 800
    scenes.push_back({u"audit"_s, page, [] { return makePage({}, 4); }});
    scenes.push_back({u"audit-grants"_s, page, [] { return makePage({}, 2); }});
    scenes.push_back({u"audit-broken"_s, page, [] { return makePage({4, "what it was"}, 0); }});
}

} // namespace tenantry::gallery
