// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ORG-5, ORG-10: the dialogs of invitation and import, with a server that the test plays
#include "core/exchange/importfiles.h"
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/fixedsession.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/pages/members/importdialog.h"
#include "ui/pages/members/invitedialog.h"
#include "ui/pages/members/invitedpane.h"
#include "ui/pages/members/memberspage.h"
#include "ui/pages/notifications/invitationdialog.h"
#include "ui/widgets/tabs.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::members;
using test::FixedSession;
using Stage = ImportRun::Stage;

class ImportTest final : public QObject
{
    Q_OBJECT

    FixedSession m_session{u"tenant_administrator"_s};
    QTemporaryDir m_folder;
    int m_checks = 0, m_staged = 0, m_discarded = 0;
    std::optional<Error> m_stageError;

    [[nodiscard]] QString file(const QByteArray &rows) const
    {
        QFile file(m_folder.filePath(u"members.csv"_s));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write("e-mail,name,phone\n" + rows);
        return file.fileName();
    }
    /// "known…" is a member already, "other…" belongs elsewhere, everybody else is new.
    void playServer()
    {
        m_session.setAnswer(
            sync::Question::ImportCheck, [this](const QJsonObject &arguments) -> Result<QJsonValue> {
                ++m_checks;
                QJsonArray rows;
                for (const QJsonValue &row : arguments[u"rows"_s].toArray()) {
                    QJsonObject told{{u"number"_s, row[u"number"_s]}};
                    const QString email = row[u"email"_s].toString();
                    if (email.startsWith(u"other"))
                        told.insert(u"error"_s, QJsonObject{{u"code"_s, u"invitation.elsewhere"_s},
                                                            {u"field"_s, u"email"_s}});
                    else
                        told.insert(u"act"_s, email.startsWith(u"known") ? u"none"_s : u"create"_s);
                    rows.append(told);
                }
                return QJsonValue(QJsonObject{{u"rows"_s, rows}});
            });
        m_session.setAnswer(sync::Question::ImportStage,
                            [this](const QJsonObject &arguments) -> Result<QJsonValue> {
                                if (m_stageError)
                                    return tl::unexpected(*m_stageError);
                                m_staged += int(arguments[u"rows"_s].toArray().size());
                                return QJsonValue(QJsonObject{});
                            });
        m_session.setAnswer(sync::Question::ImportDiscard, [this](const QJsonObject &) -> Result<QJsonValue> {
            ++m_discarded;
            return QJsonValue(QJsonObject{});
        });
    }
    [[nodiscard]] std::optional<QueuedCommand> open(const QString &kind) const
    {
        for (const QueuedCommand &queued : m_session.commands())
            if (queued.isOpen() && queued.command.kind == kind)
                return queued;
        return std::nullopt;
    }

private Q_SLOTS:
    void init()
    {
        m_checks = m_staged = m_discarded = 0;
        m_stageError.reset();
        playServer();
    }

    void fromFileToUndo()
    {
        ImportDialog dialog(m_session, m_session.currentTenant(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QAbstractItemModelTester tester(dialog.model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        dialog.show();
        dialog.openFile(file("new@example.com,张三,+86 138 0013 "
                             "8000\nknown@example.com,,\nother@example.com,,\nnobody,,abc\n"));
        QTRY_COMPARE(dialog.run()->stage(), Stage::Checked);
        const auto counts = dialog.run()->counts();
        QCOMPARE(counts.created, 1);
        QCOMPARE(counts.unchanged, 1);
        QCOMPARE(counts.bad, 2);
        QCOMPARE(dialog.model()->rowCount(), 4);
        dialog.filter()->setCurrent(3);
        QCOMPARE(dialog.model()->rowCount(), 2);
        QVERIFY(dialog.model()->index(0, ImportModel::Outcome).data().toString().contains(u"another tenant"));
        QVERIFY(dialog.model()->index(1, ImportModel::Outcome).data().toString().contains(u"Phone: "));
        // All or none: bad rows are left out knowingly.
        QVERIFY(!dialog.next()->isEnabled());
        QVERIFY(!dialog.next()->toolTip().isEmpty());
        dialog.withoutBad()->setChecked(true);
        QVERIFY(dialog.next()->isEnabled());
        dialog.next()->click(); // without a reason
        QCOMPARE(dialog.run()->stage(), Stage::Checked);
        dialog.reason()->setText(u"新学期"_s);
        dialog.next()->click();
        QTRY_COMPARE(dialog.run()->stage(), Stage::Applying);
        QCOMPARE(m_staged, 1); // what would change nothing isn't sent
        const auto given = open(u"import_apply"_s);
        QVERIFY(given);
        QCOMPARE(given->command.payload[u"rows"_s].toInt(), 1);
        QCOMPARE(given->command.payload[u"partly"_s].toBool(), true);
        m_session.answer(given->command.id, {},
                         {{u"created"_s, 1}, {u"invited"_s, 0}, {u"changed"_s, 0}, {u"refused"_s, 0}});
        QCOMPARE(dialog.run()->stage(), Stage::Done);
        dialog.back()->click();
        const auto undone = open(u"import_undo"_s);
        QVERIFY(undone);
        QCOMPARE(undone->command.payload[u"import_id"_s], given->command.payload[u"import_id"_s]);
        m_session.answer(undone->command.id, {}, {{u"undone"_s, 1}, {u"left"_s, 0}});
        QCOMPARE(dialog.run()->stage(), Stage::Undone);
    }

    void cancellingLeavesNothing()
    {
        ImportDialog dialog(m_session, m_session.currentTenant(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QByteArray rows;
        for (int i = 0; i < 3000; ++i)
            rows += "p" + QByteArray::number(i) + "@example.com,某人,\n";
        dialog.openFile(file(rows));
        dialog.reject(); // while it reads
        QCOMPARE(dialog.run()->stage(), Stage::Choosing);
        dialog.openFile(file(rows));
        QTRY_COMPARE(dialog.run()->stage(), Stage::Checked);
        QCOMPARE(m_checks, 3);
        dialog.reason()->setText(u"x"_s);
        dialog.next()->click();
        QCOMPARE(dialog.run()->stage(), Stage::Sending);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(dialog.run()->stage(), Stage::Checked);
        QTRY_COMPARE(m_discarded, 1);
        QVERIFY(!open(u"import_apply"_s));
        QCOMPARE(dialog.reason()->text(), u"x"_s); // ERR-2
    }

    void whatTheServerIsAtIsCancelled() // ORG-5
    {
        ImportDialog dialog(m_session, m_session.currentTenant(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.openFile(file("new@example.com,张三,\n"));
        QTRY_COMPARE(dialog.run()->stage(), Stage::Checked);
        dialog.reason()->setText(u"x"_s);
        dialog.next()->click();
        QTRY_COMPARE(dialog.run()->stage(), Stage::Applying);
        QVERIFY(dialog.back()->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(dialog.run()->stage(), Stage::Checked);
        QCOMPARE(dialog.run()->cancelled(), ImportRun::Cancelled::Yes);
        QVERIFY(!dialog.run()->error() && !open(u"import_apply"_s));
        QVERIFY(dialog.isVisible());
        QTRY_COMPARE(m_discarded, 1);
        // The answer came first: said for certain.
        dialog.next()->click();
        QTRY_COMPARE(dialog.run()->stage(), Stage::Applying);
        QCOMPARE(dialog.run()->cancelled(), ImportRun::Cancelled::No);
        const CommandId given = open(u"import_apply"_s)->command.id;
        const auto quicker = connect(dialog.run(), &ImportRun::stageChanged, this, [&] {
            if (!dialog.run()->isCancelling())
                return;
            QVERIFY(!dialog.back()->isEnabled() && !dialog.back()->toolTip().isEmpty());
            m_session.answer(given, {}, {{u"created"_s, 1}, {u"invited"_s, 0}, {u"changed"_s, 0}, {u"refused"_s, 0}});
        });
        dialog.back()->click();
        disconnect(quicker);
        QCOMPARE(dialog.run()->stage(), Stage::Done);
        QCOMPARE(dialog.run()->cancelled(), ImportRun::Cancelled::TooLate);
        // An undo that is cancelled leaves what the import did, and what was said of it.
        dialog.back()->click();
        QCOMPARE(dialog.run()->stage(), Stage::Undoing);
        dialog.reject();
        QCOMPARE(dialog.run()->stage(), Stage::Done);
        QCOMPARE(dialog.run()->result()["created"_L1].toInt(), 1);
        QVERIFY(dialog.isVisible());
    }

    void refusalsKeepEverything()
    {
        ImportDialog dialog(m_session, m_session.currentTenant(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.openFile(file("one@example.com,张三,\ntwo@example.com,李四,\n"));
        QTRY_COMPARE(dialog.run()->stage(), Stage::Checked);
        dialog.reason()->setText(u"x"_s);
        m_stageError = Error{ErrorClass::Network, u"server.unreachable"_s, {}, {}};
        dialog.next()->click();
        QTRY_VERIFY(dialog.run()->error());
        QCOMPARE(dialog.run()->stage(), Stage::Checked);
        m_stageError.reset();
        dialog.next()->click();
        QTRY_VERIFY(open(u"import_apply"_s));
        // Somebody moved meanwhile: the row says so.
        m_session.answer(open(u"import_apply"_s)->command.id,
                         {{ErrorClass::Business, u"invitation.elsewhere"_s, u"rows[1].email"_s, {}}});
        QTRY_COMPARE(dialog.run()->stage(), Stage::Checked);
        QCOMPARE(dialog.run()->counts().bad, 1);
        QVERIFY(!dialog.run()->draft().rows[1].isGood());
        QVERIFY(!dialog.next()->isEnabled());
    }

    void filesThatAreNone()
    {
        ImportDialog dialog(m_session, m_session.currentTenant(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.openFile(m_folder.filePath(u"missing.csv"_s));
        QTRY_VERIFY(dialog.run()->error());
        QCOMPARE(dialog.run()->error()->code, u"table.unreadable"_s);
        QCOMPARE(dialog.run()->stage(), Stage::Choosing);
    }

    void badRowsAndTemplate()
    {
        ImportDialog dialog(m_session, m_session.currentTenant(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.openFile(file("other@example.com,张三,\n"));
        QTRY_COMPARE(dialog.run()->stage(), Stage::Checked);
        const QString bad = m_folder.filePath(u"bad.csv"_s), form = m_folder.filePath(u"template.xlsx"_s);
        dialog.writeBadRows(bad, exchange::TableFormat::CsvWithMark);
        QTRY_VERIFY(QFile::exists(bad));
        dialog.writeTemplate(form, exchange::TableFormat::Xlsx);
        QTRY_VERIFY(QFile::exists(form));
        const auto back = exchange::readTable(bad, {});
        QVERIFY(back);
        QCOMPARE(back->rows.size(), size_t(1));
        QCOMPARE(back->header.constLast(), u"Error"_s);
    }

    void allOfWhatIsWrongWithARowIsReadWithoutAMouse() // ORG-5, ERR-2
    {
        ImportDialog dialog(m_session, m_session.currentTenant(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.openFile(file("good@example.com,张三,\nnone,2,\n"));
        QTRY_COMPARE(dialog.run()->stage(), Stage::Checked);
        const auto *faults = dialog.findChild<QLabel *>(u"faults"_s);
        dialog.table()->setCurrentIndex(dialog.model()->index(0, 0));
        QVERIFY(faults->isHidden());
        dialog.filter()->setCurrent(int(ImportModel::Filter::Bad));
        QVERIFY(!faults->isHidden());
        QVERIFY2(faults->text().contains(u"E-mail: "_s) && faults->text().contains(u"Name: "_s),
                 qPrintable(faults->text()));
    }

    void fiftyThousandRowsKeepTheWindowAlive() // APP-3
    {
        ImportDialog dialog(m_session, m_session.currentTenant(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QByteArray rows;
        for (int i = 0; i < 50'000; ++i)
            rows += (i % 100 == 0 ? "other" : "p") + QByteArray::number(i) + "@example.com,某人,\n";
        const QString path = file(rows);
        test::LoopWatch watch;
        dialog.openFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(dialog.run()->stage(), Stage::Checked, 60'000);
        qInfo("dry run without a server: %lld ms, longest turn %.1f ms", watch.elapsed(), watch.longest());
        QCOMPARE(dialog.run()->counts().bad, 500);
        QVERIFY2(watch.longest() < 50, qPrintable(QString::number(watch.longest())));
    }

    void invitingByMail()
    {
        InviteDialog dialog(m_session, m_session.currentTenant(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.save();
        QVERIFY(dialog.form()->field(u"email"_s)->error().size() > 0);
        dialog.email()->setText(u" new@example.com "_s);
        dialog.reason()->setText(u"new here"_s);
        dialog.save();
        const auto given = open(u"member_invite"_s);
        QVERIFY(given);
        QCOMPARE(given->command.payload[u"email"_s].toString(), u"new@example.com"_s);
        m_session.answer(given->command.id, {{ErrorClass::Business, u"rule.required"_s, u"name"_s, {}}});
        QTRY_VERIFY(!dialog.form()->field(u"name"_s)->error().isEmpty());
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.email()->text(), u" new@example.com "_s);
        dialog.name()->setText(u"李雷"_s);
        dialog.save();
        m_session.answer(open(u"member_invite"_s)->command.id);
        QTRY_VERIFY(!dialog.isVisible());
    }

    void answeringAnInvitation()
    {
        const QString tenant = m_session.currentTenant().toString();
        const QJsonObject parameters{{u"tenant_id"_s, tenant},
                                     {u"tenant"_s, u"质效技术部"_s},
                                     {u"by"_s, u"张三"_s},
                                     {u"until"_s, qint64(1'700'000'000'000'000)}};
        for (const bool accept : {true, false}) {
            notifications::InvitationDialog dialog(m_session, parameters, nullptr);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            (accept ? dialog.accepts() : dialog.declines())->setChecked(true);
            dialog.save();
            const auto given = open(accept ? u"invitation_accept"_s : u"invitation_decline"_s);
            QVERIFY(given);
            QCOMPARE(given->command.payload[u"tenant_id"_s].toString(), tenant);
            m_session.answer(given->command.id);
            QTRY_VERIFY(!dialog.isVisible());
        }
    }

    void whoIsInvitedIsListedAndWithdrawn() // ORG-10
    {
        const QString user = makeUuid7(m_session.now()).toString(QUuid::WithoutBraces);
        int asked = 0;
        m_session.setAnswer(sync::Question::Invitations, [&](const QJsonObject &) -> Result<QJsonValue> {
            ++asked;
            const QJsonObject row{{u"user_id"_s, user},
                                  {u"name"_s, u"李雷"_s},
                                  {u"email"_s, u"a@example.com"_s},
                                  {u"status"_s, u"pending_activation"_s}};
            return QJsonValue(QJsonObject{{u"invitations"_s, asked == 1 ? QJsonArray{row} : QJsonArray{}},
                                          {u"all"_s, asked == 1 ? 1 : 0}});
        });
        MembersPage page(m_session);
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&page, &event);
        page.resize(1200, 760);
        page.show();
        InvitedPane *pane = page.invited();
        QAbstractItemModelTester tester(pane->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(page.showObject(u"invited"_s));
        QTRY_COMPARE(pane->model()->rowCount(), 1);
        QVERIFY(pane->actButton()->isEnabled());
        pane->actButton()->click();
        const auto given = open(u"invitation_withdraw"_s);
        QVERIFY(given);
        QCOMPARE(given->command.payload[u"user_id"_s].toString(), user);
        QVERIFY(!pane->actButton()->isEnabled());
        m_session.answer(given->command.id);
        QTRY_COMPARE(pane->model()->rowCount(), 0); // asked again
        QCOMPARE(asked, 2);
    }

    void buttonsOfThePage()
    {
        MembersPage page(m_session);
        page.resize(1200, 760);
        page.show();
        QVERIFY(page.inviteButton()->isEnabled());
        page.importButton()->click();
        auto *dialog = page.findChild<ImportDialog *>();
        QVERIFY(dialog);
        QCOMPARE(test::unreachableControls(dialog), QStringList());
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        delete dialog;
        FixedSession platform(u"system_administrator"_s);
        platform.turnTo(platform.world().tenants[1].id);
        MembersPage theirs(platform);
        QVERIFY(!theirs.inviteButton()->isEnabled()); // ROL-2: only the tenant's administrator
        QVERIFY(!theirs.inviteButton()->toolTip().isEmpty());
    }
};

QTEST_MAIN(ImportTest)
#include "tst_import.moc"
