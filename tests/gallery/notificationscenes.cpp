// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "ui/pages/notifications/notificationsmodel.h"
#include "ui/pages/notifications/notificationspage.h"

#include <QListView>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

std::unique_ptr<QWidget> makePage(bool any)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    if (any)
        session->apply(test::someNotifications(*session));
    auto page = std::make_unique<NotificationsPage>(*session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    page->list()->setCurrentIndex(page->model()->index(2));
    page->markSelectedRead();
    page->list()->setCurrentIndex(page->model()->index(1));
    return keep(std::move(session), std::move(page));
}

} // namespace

void addNotificationScenes(Scenes &scenes)
{
    const QSize page(1048, 744); // of a window of 1280 × 800
    scenes.push_back({u"notifications"_s, page, [] { return makePage(true); }});
    scenes.push_back({u"notifications-none"_s, page, [] { return makePage(false); }});
}

} // namespace tenantry::gallery
