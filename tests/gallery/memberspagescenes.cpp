// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "tests/gallery/keep.h"
#include "tests/uisupport/fixedsession.h"
#include "tests/uisupport/somepeople.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/access/pickfield.h"
#include "ui/pages/members/closeaccountdialog.h"
#include "ui/pages/members/memberpane.h"
#include "ui/pages/members/memberspage.h"
#include "ui/pages/members/platformpeople.h"
#include "ui/pages/members/platformpeoplemodel.h"
#include "ui/pages/members/removedpane.h"
#include "ui/pages/members/restoredialog.h"
#include "ui/pages/members/staffdialog.h"
#include "ui/pages/members/suspenddialog.h"
#include "ui/pages/members/tenantpeoplemodel.h"
#include "ui/widgets/searchfield.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QJsonArray>
#include <QLineEdit>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using namespace tenantry::ui::members;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

UserRow busiest(const FixedSession &session)
{
    const auto snapshot = session.snapshot();
    UserRow found;
    size_t most = 0;
    for (const UserRow &user : session.world().users)
        if (user.tenantId == session.currentTenant() && user.id != session.userId() &&
            user.status == UserStatus::Active)
            if (const size_t duties = dutiesOf(session, user.id).size(); duties > most) {
                most = duties;
                found = user;
            }
    return found;
}

/// One who is suspended and still has something, names of all kinds.
void dress(FixedSession &session)
{
    UserRow suspended = busiest(session);
    suspended.status = UserStatus::Suspended;
    suspended.name = u"مرحبا بالعالم العربي"_s;
    session.apply({{suspended}, {}});
    for (UserRow user : session.world().users)
        if (user.tenantId == session.currentTenant() && user.id != suspended.id &&
            user.id != session.userId()) {
            user.name =
                u"Wolfeschlegelsteinhausenbergerdorff-Hubert-Blaine-der-Ältere von und zu Hohenlohe"_s;
            session.apply({{user}, {}});
            break;
        }
}

void listed(MembersPage &page, const std::function<void()> &act)
{
    QEventLoop loop;
    QObject::connect(&page, &MembersPage::listed, &loop, &QEventLoop::quit);
    act();
    loop.exec();
}

using Prepare = std::function<void(FixedSession &, MembersPage &)>;

std::function<std::unique_ptr<QWidget>()> makePage(const QString &persona, const Prepare &prepare)
{
    return [persona, prepare] {
        auto *session = new FixedSession(persona);
        if (persona == u"system_administrator")
            session->turnTo(session->world().tenants[1].id);
        dress(*session);
        auto page = std::make_unique<MembersPage>(*session);
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(page.get(), &event);
        page->resize(1200, 760);
        listed(*page, [&] { page->show(); });
        QObject::connect(page.get(), &QObject::destroyed, session, &QObject::deleteLater);
        prepare(*session, *page);
        return page;
    };
}

void searchFor(MembersPage &page, const QString &query)
{
    listed(page, [&] {
        page.search()->setText(query);
        Q_EMIT page.search()->queryChanged(query);
    });
}

void answerRemoved(FixedSession &session, int count)
{
    const Instant now = session.now();
    QJsonArray rows;
    for (int i = 0; i < count; ++i) {
        const UserRow &user = session.world().users[size_t(i * 7 + 3)];
        rows.append(QJsonObject{
            {u"removal_id"_s, makeUuid7(now).toString(QUuid::WithoutBraces)},
            {u"user_id"_s, user.id.toString()},
            {u"name"_s, user.name},
            {u"removed_by"_s, session.world().users.front().name},
            {u"reason"_s, i % 2 ? u"离职"_s : u"误操作：按名单批量移除时选错了人，需要核对后恢复"_s},
            {u"removed_at"_s, toMicroseconds(now - std::chrono::days(5 * i + 1))},
            {u"until"_s, toMicroseconds(now + std::chrono::days(29 - 5 * i))}});
    }
    session.setAnswer(sync::Question::RemovedMembers,
                      [rows](const QJsonObject &) -> Result<QJsonValue> { return QJsonValue(rows); });
}

void answerInvited(FixedSession &session)
{
    const Instant now = session.now();
    const auto row = [&](int i, const QString &name, const QString &status, const QJsonValue &until,
                         bool accepted) {
        return QJsonObject{{u"user_id"_s, makeUuid7(now).toString(QUuid::WithoutBraces)},
                           {u"name"_s, name},
                           {u"email"_s, u"person%1@example.com"_s.arg(i)},
                           {u"status"_s, status},
                           {u"invited_by"_s, session.world().users.front().name},
                           {u"invited_at"_s, toMicroseconds(now - std::chrono::hours(20 * i + 1))},
                           {u"until"_s, until},
                           {u"accepted"_s, accepted},
                           {u"places"_s, QJsonArray{u"质效技术部"_s, u"技术中心"_s}}};
    };
    const auto in = [now](int days) { return toMicroseconds(now + std::chrono::days(days)); };
    const QJsonArray rows{row(0, u"李雷"_s, u"pending_activation"_s, {}, false),
                          row(1, u"韩梅梅"_s, u"active"_s, in(6), false),
                          row(2, u"Wolfeschlegelsteinhausenbergerdorff"_s, u"active"_s, in(-1), false),
                          row(3, u"王五"_s, u"active"_s, in(2), true)};
    session.setAnswer(sync::Question::Invitations, [rows](const QJsonObject &) -> Result<QJsonValue> {
        return QJsonValue(QJsonObject{{u"invitations"_s, rows}, {u"all"_s, rows.size()}});
    });
}

void showInvited(MembersPage &page)
{
    page.showObject(u"invited"_s);
    QCoreApplication::processEvents();
}

void showRemoved(MembersPage &page)
{
    page.showObject(u"removed"_s);
    QCoreApplication::processEvents();
}

std::unique_ptr<QWidget> makeSuspend()
{
    auto *session = new FixedSession(u"tenant_administrator"_s);
    auto dialog = std::make_unique<SuspendDialog>(*session, busiest(*session).id, true);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->reason()->setText(u"长期休假"_s);
    QEventLoop loop;
    QObject::connect(dialog->impact(), &ImpactLine::ready, &loop, &QEventLoop::quit);
    loop.exec();
    QObject::connect(dialog.get(), &QObject::destroyed, session, &QObject::deleteLater);
    return dialog;
}

std::unique_ptr<QWidget> makeRestore()
{
    auto *session = new FixedSession(u"tenant_administrator"_s);
    RemovedRow row;
    row.id = makeUuid7(session->now());
    row.name = u"张三"_s;
    auto dialog = std::make_unique<RestoreDialog>(*session, session->currentTenant(), row);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->show();
    dialog->save();
    session->answer(
        session->commands().constLast().id(),
        {Error{ErrorClass::Business, u"member.restore_partly"_s, {}, {{u"names"_s, u"旧空间, 评审组"_s}}}});
    QObject::connect(dialog.get(), &QObject::destroyed, session, &QObject::deleteLater);
    return dialog;
}

std::unique_ptr<QWidget> makeClosing()
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    auto dialog = std::make_unique<CloseAccountDialog>(*session, session->world().users[3].id);
    QEventLoop loop;
    QObject::connect(dialog->impact(), &ImpactLine::ready, &loop, &QEventLoop::quit);
    loop.exec();
    dialog->save(); // without the name and a reason
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeStaff(bool confirmed)
{
    auto session = std::make_unique<FixedSession>(u"system_administrator"_s);
    session->setAnswer(sync::Question::AccountDetails, [](const QJsonObject &) -> Result<QJsonValue> {
        return QJsonValue(QJsonObject{{u"mis"_s, u"zhangsan"_s}});
    });
    auto dialog = std::make_unique<StaffDialog>(*session, session->world().users[3].id, confirmed);
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents(); // the answer
    return keep(std::move(session), std::move(dialog));
}

} // namespace

void addMembersPageScenes(Scenes &scenes)
{
    const QString administrator = u"tenant_administrator"_s;
    const QSize size(1200, 760);
    scenes.push_back(
        {u"members-page"_s, size, makePage(administrator, [](FixedSession &session, MembersPage &page) {
             listed(page, [&] { page.showObject(busiest(session).id.toString()); });
         })});
    scenes.push_back(
        {u"members-page-search"_s, size,
         makePage(administrator, [](FixedSession &, MembersPage &page) { searchFor(page, u"zh"_s); })});
    scenes.push_back(
        {u"members-page-none"_s, size,
         makePage(administrator, [](FixedSession &, MembersPage &page) { searchFor(page, u"qqqq"_s); })});
    scenes.push_back({u"members-page-platform"_s, size,
                      makePage(u"system_administrator"_s, [](FixedSession &, MembersPage &) {})});
    scenes.push_back({u"members-page-no-tenant"_s, size,
                      makePage(u"system_administrator"_s, [](FixedSession &session, MembersPage &page) {
                          test::answerPeople(session);
                          session.turnTo({});
                          QEventLoop loop;
                          QObject::connect(page.platform()->model(), &QAbstractItemModel::rowsInserted, &loop, &QEventLoop::quit);
                          page.show();
                          loop.exec();
                          page.platform()->table()->selectRow(3);
                      })});
    scenes.push_back(
        {u"members-invited"_s, size, makePage(administrator, [](FixedSession &session, MembersPage &page) {
             answerInvited(session);
             showInvited(page);
         })});
    scenes.push_back({u"members-invited-offline"_s, size,
                      makePage(administrator, [](FixedSession &, MembersPage &page) { showInvited(page); })});
    scenes.push_back(
        {u"members-removed"_s, size, makePage(administrator, [](FixedSession &session, MembersPage &page) {
             answerRemoved(session, 5);
             showRemoved(page);
         })});
    scenes.push_back({u"members-removed-none"_s, size,
                      makePage(administrator, [](FixedSession &session, MembersPage &page) {
                          answerRemoved(session, 0);
                          showRemoved(page);
                      })});
    scenes.push_back({u"members-removed-offline"_s, size,
                      makePage(administrator, [](FixedSession &, MembersPage &page) { showRemoved(page); })});
    scenes.push_back({u"member-suspend"_s, {560, 400}, makeSuspend});
    scenes.push_back({u"member-restore"_s, {560, 320}, makeRestore});
    scenes.push_back({u"member-close"_s, {560, 480}, makeClosing});
    scenes.push_back({u"member-staff"_s, {560, 320}, [] { return makeStaff(true); }});
    scenes.push_back({u"member-staff-back"_s, {560, 320}, [] { return makeStaff(false); }});
}

} // namespace tenantry::gallery
