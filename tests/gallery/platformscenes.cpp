// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "ui/pages/platform/administratorspage.h"
#include "ui/pages/platform/appointdialog.h"
#include "ui/pages/platform/platformsettingsdialog.h"
#include "ui/pages/platform/platformsettingspage.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using namespace tenantry::ui::platform;

namespace tenantry::gallery {

namespace {

std::unique_ptr<FixedSession> makeSession()
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    directory::Delta delta;
    for (const auto &[key, value] :
         {std::pair{u"decide_target_hours"_s, u"24"_s},
          {u"rename_interval_days"_s, u"30"_s},
          {u"final_approval_of_joins"_s, u"true"_s},
          {u"replica_lease_days"_s, u"14"_s},
          {u"pending_account_days"_s, u"30"_s},
          {u"mask_contacts_of_other_tenants"_s, u"true"_s},
          {u"alarm_refusals"_s, u"20"_s},
          {u"alarm_searches"_s, u"200"_s},
          {u"alarm_reveals"_s, u"50"_s},
          {u"alarm_exported_rows"_s, u"10000"_s},
          {u"staff_domains"_s, u"[\"meituan.com\", \"example.org\"]"_s},
          {u"image_endpoint"_s, u"null"_s},
          {u"support_contacts"_s, u"\"周一至周五 10:00–19:00\\n400-000-0000 · support@example.com\""_s}}) {
        SettingRow row;
        row.id = makeUuid7(session->now());
        row.key = key;
        row.value = value;
        row.version = 1;
        delta.upserted.emplace_back(row);
    }
    session->apply(delta);
    return session;
}

std::unique_ptr<QWidget> makeSettingsPage()
{
    auto session = makeSession();
    auto page = std::make_unique<PlatformSettingsPage>(*session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeSettingsDialog()
{
    auto session = makeSession();
    auto dialog = std::make_unique<PlatformSettingsDialog>(*session, nullptr);
    qobject_cast<QLineEdit *>(dialog->form()->field(u"staff_domains"_s)->editor())
        ->setText(u"meituan.com, example"_s);
    dialog->save();
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeAdministrators()
{
    auto session = makeSession();
    auto page = std::make_unique<AdministratorsPage>(*session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    (void)page->showObject(session->userId().toString());
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeAppointDialog()
{
    auto session = makeSession();
    auto dialog = std::make_unique<AppointDialog>(*session, nullptr);
    dialog->save();
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeDismissDialog()
{
    auto session = makeSession();
    const auto snapshot = session->snapshot();
    const auto user = snapshot->user(snapshot->findUser(session->userId()));
    auto dialog = std::make_unique<DismissDialog>(*session, user.id(), user.name());
    return keep(std::move(session), std::move(dialog));
}

} // namespace

void addPlatformScenes(Scenes &scenes)
{
    scenes.push_back({u"platform-settings"_s, {1048, 744}, makeSettingsPage});
    scenes.push_back({u"administrators"_s, {1048, 744}, makeAdministrators});
    scenes.push_back({u"administrators-appoint"_s, {560, 480}, makeAppointDialog});
    scenes.push_back({u"administrators-dismiss"_s, {560, 480}, makeDismissDialog});
    scenes.push_back({u"platform-settings-edit"_s, {560, 900}, makeSettingsDialog});
}

} // namespace tenantry::gallery
