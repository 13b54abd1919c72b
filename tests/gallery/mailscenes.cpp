// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/keep.h"
#include "tests/gallery/scene.h"
#include "tests/uisupport/somemail.h"

#include "ui/pages/mail/mailmodel.h"
#include "ui/pages/mail/mailpage.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QEventLoop>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

enum class Answer { Mails, None, Failure };

std::unique_ptr<QWidget> makeMail(const QString &persona, Answer answer, int row)
{
    auto session = std::make_unique<test::FixedSession>(persona);
    if (answer == Answer::Mails)
        test::answerMail(*session);
    else if (answer == Answer::None)
        session->setAnswer(sync::Question::MailPage, [](const QJsonObject &) -> Result<QJsonValue> { return QJsonObject(); });
    auto page = std::make_unique<MailPage>(*session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    page->activated();
    QDeadlineTimer soon(300);
    while (!soon.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    if (row >= 0)
        page->table()->selectRow(row);
    return keep(std::move(session), std::move(page));
}

} // namespace

void addMailScenes(Scenes &scenes)
{
    const QSize page(1048, 744); // of a window of 1280 × 800
    scenes.push_back({u"mail"_s, page, [] { return makeMail(u"system_administrator"_s, Answer::Mails, 2); }});
    scenes.push_back({u"mail-tenant"_s, page, [] { return makeMail(u"tenant_administrator"_s, Answer::Mails, 5); }});
    scenes.push_back({u"mail-empty"_s, page, [] { return makeMail(u"tenant_administrator"_s, Answer::None, -1); }});
    scenes.push_back({u"mail-offline"_s, page, [] { return makeMail(u"tenant_administrator"_s, Answer::Failure, -1); }});
}

} // namespace tenantry::gallery
