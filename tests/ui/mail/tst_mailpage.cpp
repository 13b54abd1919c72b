// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NOT-1: the page of the delivery log
#include "core/domain/notificationkinds.h"
#include "tests/uisupport/somemail.h"
#include "ui/pages/mail/mailmodel.h"
#include "ui/pages/mail/mailpage.h"
#include "ui/pages/mail/mailwords.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tableexport.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::mail;
using test::FixedSession;

class MailPageTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<QList<QJsonObject>> m_asked;
    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<MailPage> m_page;

    void open(const QString &persona = u"system_administrator"_s)
    {
        m_page.reset();
        m_asked = std::make_shared<QList<QJsonObject>>();
        m_session = std::make_unique<FixedSession>(persona);
        test::answerMail(*m_session, m_asked);
        m_page = std::make_unique<MailPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->resize(1000, 600);
        m_page->show();
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_page->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QPushButton *again() const
    {
        for (auto *button : m_page->findChildren<QPushButton *>())
            if (button->text() == u"Send again")
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void whoHasIt()
    {
        for (const auto &[persona, has] : {std::pair(u"system_administrator"_s, true),
                                           {u"tenant_administrator"_s, true},
                                           {u"member"_s, false}}) {
            open(persona);
            QCOMPARE(m_page->isAvailable(), has);
        }
    }

    void saysWhatBecameOfEachInWords()
    {
        open();
        const QAbstractItemModelTester tester(m_page->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
        QCOMPARE(cell(0, MailModel::State), u"Waiting"_s);
        QCOMPARE(cell(0, MailModel::Outcome), u"At once"_s);
        QCOMPARE(cell(1, MailModel::Recipient), m_session->world().users[9].name);
        QVERIFY(cell(1, MailModel::Outcome).startsWith(u"Next attempt "_s));
        QVERIFY(cell(1, MailModel::Outcome).contains(u"SMTP 451"_s));
        QCOMPARE(cell(2, MailModel::State), u"Given up"_s);
        QVERIFY(cell(2, MailModel::Outcome).contains(u"SMTP 550"_s));
        QCOMPARE(cell(3, MailModel::About), u"New password"_s);
        QVERIFY(cell(3, MailModel::Outcome).startsWith(u"Sent "_s));
        QCOMPARE(cell(6, MailModel::About), u"of_tomorrow"_s); // of a newer server
        QVERIFY(m_page->model()
                    ->index(0, MailModel::Recipient)
                    .data(SecondaryTextRole)
                    .toString()
                    .contains(u"****@"_s));
    }

    void everyKindHasWords()
    {
        QStringList without;
        for (const QString &kind : declaredNotifications())
            if (kindText(kind) == kind)
                without += kind;
        QCOMPARE(without, QStringList());
    }

    void aTenantsAdministratorAsksForTheirOwn()
    {
        open(u"tenant_administrator"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
        QCOMPARE(m_asked->constLast()["tenant"_L1].toString(), m_session->actor().administers.toString());
        QVERIFY(m_page->table()->isColumnHidden(MailModel::Tenant));
    }

    void filtersAskTheServer()
    {
        open();
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
        const auto combos = m_page->findChildren<QComboBox *>();
        for (QComboBox *combo : combos) {
            const int failed = combo->findData(u"failed"_s);
            if (failed < 0)
                continue;
            combo->setCurrentIndex(failed);
            Q_EMIT combo->activated(failed);
        }
        QTRY_COMPARE(m_page->model()->rowCount(), 2);
        m_page->findChild<SearchField *>()->setText(u"王"_s);
        QTRY_COMPARE(m_asked->constLast()["person"_L1].toString(), u"王"_s);
        QCOMPARE(m_asked->constLast()["status"_L1].toString(), u"failed"_s);
    }

    void whatWasGivenUpIsSentAgain()
    {
        open();
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
        QVERIFY(!again()->isEnabled());
        m_page->table()->selectRow(3); // sent
        QVERIFY(!again()->isEnabled());
        QVERIFY(again()->toolTip().contains(u"not failed"_s));
        m_page->table()->selectRow(5); // its code ran out
        QVERIFY(!again()->isEnabled());
        m_page->table()->selectRow(2);
        QVERIFY(again()->isEnabled());
        QSignalSpy toasts(m_page.get(), &Page::toastRequested);
        QTest::mouseClick(again(), Qt::LeftButton);
        QCOMPARE(m_session->commands().size(), 1);
        const tenantry::Command command = m_session->commands().constLast().command;
        QCOMPARE(command.kind, u"mail_resend"_s);
        QCOMPARE(command.payload["tenant_id"_L1].toString(),
                 m_session->world().users[12].tenantId.toString());
        QVERIFY(m_page->model()->rowAt(2).queued);
        QVERIFY(!again()->isEnabled()); // not twice
        QCOMPARE(toasts.size(), 1);
        const auto before = m_asked->size();
        m_session->answer(command.id);
        QTRY_COMPARE(m_asked->size(), before + 1); // what became of it
        QVERIFY(!m_page->model()->rowAt(2).queued);
    }

    void aRefusalIsSaid()
    {
        open();
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
        m_page->table()->selectRow(2);
        m_page->sendAgain();
        QSignalSpy toasts(m_page.get(), &Page::toastRequested);
        m_session->answer(m_session->commands().constLast().command.id,
                          {{ErrorClass::Business, u"mail.over"_s, {}, {}}});
        QTRY_COMPARE(toasts.size(), 1);
        QVERIFY(toasts.constFirst().constFirst().toString().contains(u"is over"_s));
    }

    void withoutAConnectionItSaysSo()
    {
        open();
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
        m_session->setAnswer(sync::Question::MailPage, [](const QJsonObject &) -> Result<QJsonValue> {
            return failure(ErrorClass::Network, u"connection.lost"_s);
        });
        m_page->model()->clear();
        m_page->activated();
        auto *states = m_page->findChild<StateStack *>();
        QTRY_VERIFY(states->error()->isVisible());
        test::answerMail(*m_session, m_asked);
        Q_EMIT states->error()->retryRequested();
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
    }

    void aLockTakesItAway() // APP-4
    {
        open();
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
        sync::SyncState state = m_session->state();
        state.store = sync::StoreState::Closed;
        m_session->setState(state);
        QCOMPARE(m_page->model()->rowCount(), 0);
    }

    // APP-5: also what was not read yet.
    void anExportHoldsAllThatFits()
    {
        open();
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
        // Of what there is the server has given two.
        m_session->setAnswer(sync::Question::MailPage,
                             [](const QJsonObject &) -> Result<QJsonValue> { return QJsonObject(); });
        m_page->activated();
        QTRY_COMPARE(m_page->model()->rowCount(), 0);
        auto whole = std::make_unique<FixedSession>(u"system_administrator"_s);
        QJsonObject names;
        QJsonArray rows;
        test::answerMail(*whole);
        whole->ask(sync::Question::MailPage, {}, this, [&](const Result<QJsonValue> &answer) {
            names = (*answer)["names"_L1].toObject();
            rows = (*answer)["rows"_L1].toArray();
        });
        QTRY_COMPARE(rows.size(), 7);
        m_session->setAnswer(
            sync::Question::MailPage, [names, rows](const QJsonObject &arguments) -> Result<QJsonValue> {
                QJsonArray part;
                for (const QJsonValue &row : rows)
                    if (part.size() < 2 && (!arguments["before"_L1].isString() ||
                                            row["id"_L1].toString() < arguments["before"_L1].toString()))
                        part.append(row);
                return QJsonObject{{u"rows"_s, part},
                                   {u"more"_s, part.size() == 2 && part[1] != rows.last()},
                                   {u"names"_s, names}};
            });
        m_page->activated();
        QTRY_COMPARE(m_page->model()->rowCount(), 2);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mails.csv"_s);
        TableExport run(m_page->table(), m_page->table()->horizontalHeader());
        QSignalSpy finished(&run, &TableExport::finished);
        run.start(path, exchange::TableFormat::Csv, false);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().constFirst().toInt(), 7);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString written = QString::fromUtf8(file.readAll());
        QCOMPARE(written.count(u'\n'), 8);
        QVERIFY(written.contains(u"of_tomorrow"_s));
        QCOMPARE(m_page->model()->rowCount(), 2); // the page stays as it was
    }

    void anExportThatIsCancelledLeavesNothing()
    {
        open();
        QTRY_COMPARE(m_page->model()->rowCount(), 7);
        int parts = 0;
        QJsonArray rows;
        m_session->ask(sync::Question::MailPage, {}, this,
                       [&](const Result<QJsonValue> &answer) { rows = (*answer)["rows"_L1].toArray(); });
        QTRY_COMPARE(rows.size(), 7);
        m_session->setAnswer(sync::Question::MailPage,
                             [rows, &parts](const QJsonObject &) -> Result<QJsonValue> {
                                 ++parts;
                                 return QJsonObject{{u"rows"_s, rows}, {u"more"_s, true}}; // without an end
                             });
        m_page->activated();
        QTRY_COMPARE(parts, 1);
        const QTemporaryDir folder;
        auto run = std::make_unique<TableExport>(m_page->table(), m_page->table()->horizontalHeader());
        run->start(folder.filePath(u"mails.csv"_s), exchange::TableFormat::Csv, false);
        QTRY_VERIFY(parts > 5);
        run.reset();
        const int then = parts;
        QCoreApplication::processEvents();
        QVERIFY(parts <= then + 1);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }
};

QTEST_MAIN(MailPageTest)
#include "tst_mailpage.moc"
