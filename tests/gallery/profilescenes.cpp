// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "ui/pages/profile/passwordchangedialog.h"
#include "ui/pages/profile/profiledialog.h"
#include "ui/pages/profile/profilepage.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

std::unique_ptr<FixedSession> makeSession()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const auto snapshot = session->snapshot();
    const directory::UserView user = snapshot->user(snapshot->findUser(session->userId()));
    UserRow card = user.row();
    card.staff = true;
    UserPrivateRow own = *user.privateRow();
    own.phone = u"+86 138 0013 8000"_s;
    own.username = u"zhang_san"_s;
    own.nickname = u"三哥"_s;
    directory::Delta delta;
    delta.upserted.emplace_back(card);
    delta.upserted.emplace_back(own);
    session->apply(delta);
    sync::SyncState state = session->state();
    state.online = true;
    session->setState(state);
    session->setAnswer(sync::Question::AccountDetails, [](const QJsonObject &) -> Result<QJsonValue> {
        return QJsonObject{{u"activated_at"_s, qint64(1'700'000'000'000'000)}, {u"language"_s, QJsonValue()}};
    });
    return session;
}

std::unique_ptr<QWidget> makePage(bool isOnline, bool isRevealed)
{
    auto session = makeSession();
    if (!isOnline) {
        sync::SyncState state = session->state();
        state.online = false;
        session->setState(state);
    }
    auto page = std::make_unique<ProfilePage>(*session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    page->activated();
    QCoreApplication::processEvents(); // the answer
    page->setRevealed(isRevealed);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeForm()
{
    auto session = makeSession();
    auto dialog = std::make_unique<ProfileDialog>(*session, u"zh_CN"_s, nullptr);
    qobject_cast<QLineEdit *>(dialog->form()->field(u"username"_s)->editor())->setText(u"zhang-san"_s);
    dialog->save();
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makePassword(bool isFilled)
{
    auto session = makeSession();
    auto dialog = std::make_unique<PasswordChangeDialog>(*session, nullptr);
    if (isFilled) {
        for (const QString &field : {u"old"_s, u"password"_s, u"repeated"_s})
            qobject_cast<QLineEdit *>(dialog->form()->field(field)->editor())->setText(u"qwertyuiop"_s);
        dialog->save();
    }
    return keep(std::move(session), std::move(dialog));
}

} // namespace

void addProfileScenes(Scenes &scenes)
{
    scenes.push_back({u"profile"_s, {1048, 744}, [] { return makePage(true, false); }});
    scenes.push_back({u"profile-revealed"_s, {1048, 744}, [] { return makePage(true, true); }});
    scenes.push_back({u"profile-offline"_s, {760, 600}, [] { return makePage(false, false); }});
    scenes.push_back({u"profile-edit"_s, {560, 900}, makeForm});
    scenes.push_back({u"profile-password"_s, {500, 480}, [] { return makePassword(false); }});
    scenes.push_back({u"profile-password-errors"_s, {500, 520}, [] { return makePassword(true); }});
}

} // namespace tenantry::gallery
