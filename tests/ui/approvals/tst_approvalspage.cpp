// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/messages.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/applications/applybutton.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/members/belongings.h"
#include "ui/pages/members/handoverdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/commentbox.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/tabs.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestApprovalsPage : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<test::FixedSession> m_session;
    std::unique_ptr<ApprovalsPage> m_page;
    QTableView *m_table = nullptr;

    void open(const QString &persona = u"system_administrator"_s)
    {
        m_page.reset();
        m_session = std::make_unique<test::FixedSession>(persona);
        m_page = std::make_unique<ApprovalsPage>(*m_session);
        m_page->resize(1048, 744);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_table = m_page->findChild<QTableView *>();
        m_page->activated();
    }
    [[nodiscard]] QUuid selectedApplication() const
    {
        const auto commands = m_session->commands();
        return commands.isEmpty()
                   ? QUuid()
                   : QUuid::fromString(
                         commands.constLast().command.payload.value("application_id"_L1).toString());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    /// Asks to leave the tenant that the actor administers.
    ApplicationRow leaveOf(UserId person)
    {
        ApplicationRow row;
        row.id = ApplicationId::make(m_session->now());
        row.applicationKind = u"leave"_s;
        row.tenantId = m_session->actor().administers;
        row.applicantId = person;
        row.stages = {u"tenant_administrator"_s};
        row.form = {{u"tenant_name"_s, u"T"_s}};
        row.submittedAt = m_session->now();
        row.version = 1;
        m_session->apply({{row}, {}});
        return row;
    }
    [[nodiscard]] QPushButton *handOverButton() const
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>())
            if (button->text() == u"Hand over…")
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void cleanup() { m_page.reset(); }

    // INB-2: after a decision the next one is selected; a key that is held down must not decide it too.
    void aHeldKeyDecidesOnce()
    {
        open();
        for (int i = 0; i < 5; ++i) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_A, {}, u"a"_s, i > 0);
            if (!qt_sendShortcutOverrideEvent(QApplication::focusWidget(), 0, Qt::Key_A, {}, u"a"_s, i > 0))
                QApplication::sendEvent(QApplication::focusWidget(), &press);
        }
        QCOMPARE(m_session->commands().size(), 1);
    }

    // INB-1, INB-2: A approves the selected one, the next that waits is selected, the count goes down.
    void approvesFromTheKeyboard()
    {
        open();
        const int waiting = m_page->count();
        QVERIFY(waiting > 2);
        key(Qt::Key_J);
        key(Qt::Key_K);
        key(Qt::Key_A);
        QCOMPARE(m_session->commands().size(), 1);
        const Command command = m_session->commands().constFirst().command;
        QCOMPARE(command.kind, u"application_decide"_s);
        QCOMPARE(command.payload.value("decision"_L1).toString(), u"approve"_s);
        const ApplicationRow *row = m_session->snapshot()->application(ApplicationId(selectedApplication()));
        QVERIFY(row);
        QCOMPARE(command.seen.value(row->id.toString()).toObject().value(""_L1).toInt(), row->version);
        QCOMPARE(command.subject.value("title"_L1).toString(), row->form.value("name"_L1).toString());
        QCOMPARE(m_page->count(), waiting - 1);
        key(Qt::Key_A);
        QCOMPARE(m_session->commands().size(), 2);
        QVERIFY(m_session->commands()[0].command.payload != m_session->commands()[1].command.payload);
    }

    // INB-8, ERR-3: rejecting needs a reason; it is asked for where it is typed, and Ctrl+Enter then rejects.
    void rejectingNeedsAReason()
    {
        open();
        key(Qt::Key_R);
        QVERIFY(m_session->commands().isEmpty());
        auto *edit = m_page->findChild<QPlainTextEdit *>();
        QCOMPARE(QApplication::focusWidget(), edit);
        QTest::keyClicks(edit, u"a reason"_s);
        QVERIFY(m_session->commands().isEmpty()); // the "a" was typed, not pressed
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_session->commands().size(), 1);
        QCOMPARE(m_session->commands().constFirst().command.payload.value("decision"_L1).toString(),
                 u"reject"_s);
        QCOMPARE(m_session->commands().constFirst().command.payload.value("comment"_L1).toString(),
                 u"a reason"_s);
    }

    // INB-2: several at once are one command each, with one comment.
    void decidesSeveral()
    {
        open();
        const int waiting = m_page->count();
        key(Qt::Key_A, Qt::ControlModifier);
        m_page->findChild<CommentBox *>()->setComment(u"welcome"_s);
        key(Qt::Key_A);
        QCOMPARE(m_session->commands().size(), waiting);
        QSet<QString> ids;
        for (const QueuedCommand &queued : m_session->commands()) {
            ids.insert(queued.command.payload.value("application_id"_L1).toString());
            QCOMPARE(queued.command.payload.value("comment"_L1).toString(), u"welcome"_s);
        }
        QCOMPARE(ids.size(), waiting);
        QCOMPARE(m_page->count(), 0);
    }

    // INB-3: a queued decision can be undone, from the toast too.
    void undoesWhatIsQueued()
    {
        open();
        const int waiting = m_page->count();
        std::function<void()> undo;
        connect(m_page.get(), &Page::toastRequested, this,
                [&](const QString &, const std::function<void()> &given) { undo = given; });
        key(Qt::Key_A);
        QVERIFY(undo);
        undo();
        QCOMPARE(m_session->commands().constFirst().state, CommandState::Discarded);
        QCOMPARE(m_page->count(), waiting);
    }

    // INB-3: offline everything can be read and decided; the decision is kept visibly, outlives the page, and
    // counts no more once sent.
    void decidesOffline()
    {
        open();
        const int waiting = m_page->count();
        sync::SyncState state = m_session->state();
        state.online = false;
        m_session->setState(state);
        QVERIFY(m_page->findChild<Banner *>()->isVisible());
        QString said;
        connect(m_page.get(), &Page::toastRequested, this, [&said](const QString &text) { said = text; });
        const QString subject = m_table->currentIndex().siblingAtColumn(0).data().toString();
        key(Qt::Key_A);
        QCOMPARE(m_session->commands().constFirst().state, CommandState::Queued);
        QVERIFY(m_session->commands().constFirst().offline);
        QVERIFY(said.contains(subject));
        QCOMPARE(m_page->count(), waiting - 1);

        // The console starts again, still offline: the row is there with its mark, and can be undone.
        m_page = std::make_unique<ApprovalsPage>(*m_session);
        m_page->show();
        m_table = m_page->findChild<QTableView *>();
        const QString application =
            m_session->commands().constFirst().command.payload.value("application_id"_L1).toString();
        QVERIFY(m_page->showObject(application));
        QVERIFY(m_table->currentIndex().siblingAtColumn(0).data(QueuedRole).toBool());
        const auto *bar = m_page->findChild<DecisionBar *>();
        QCOMPARE(bar->state().mode, DecisionBar::Mode::Queued);
        QVERIFY(bar->state().canUndo);

        // Connected again: it is sent, once, and the pull brings what became of it.
        state.online = true;
        m_session->setState(state);
        m_session->answer(m_session->commands().constFirst().id());
        QCOMPARE(bar->state().mode, DecisionBar::Mode::Queued); // until the pull
        QVERIFY(!bar->state().canUndo);
        ApplicationRow row =
            *m_session->snapshot()->application(ApplicationId(QUuid::fromString(application)));
        row.status = ApplicationStatus::Approved;
        row.version = 2;
        ApplicationEventRow event;
        event.id = makeUuid7(m_session->now());
        event.applicationId = row.id;
        event.act = u"approved"_s;
        event.actorId = m_session->userId();
        event.at = m_session->now();
        m_session->apply({{row, event}, {}});
        QCOMPARE(m_page->count(), waiting - 1);
        QVERIFY(m_page->showObject(application));
        QCOMPARE(m_page->box(), Box::Decided);
        QCOMPARE(m_session->commands().size(), 1);
    }

    // INB-4: a refused decision counts, is compared, and can be decided again with what is there now.
    void decidesAgainAfterARefusal()
    {
        open();
        key(Qt::Key_A);
        const CommandId refused = m_session->commands().constFirst().id();
        const int before = m_page->count();
        m_session->answer(refused,
                          {Error{ErrorClass::Business, u"tenant_application.code_taken"_s, u"code"_s, {}}});
        QCOMPARE(m_page->count(), before + 1);
        QVERIFY(m_page->showObject(refused.toString()));
        QCOMPARE(m_page->box(), Box::Attention);
        m_page->findChild<CommentBox *>()->setComment(u"the code is taken"_s);
        m_table->setFocus();
        key(Qt::Key_R);
        QCOMPARE(m_session->commands().size(), 2);
        QCOMPARE(m_session->commands()[0].state, CommandState::Discarded);
        QCOMPARE(m_session->commands()[0].replacedBy, m_session->commands()[1].id());
        QCOMPARE(m_page->count(), before);
    }

    // MOV-4: who still owns or leads something is named with it, and the handover of ORG-7 is one click away.
    void aLeaveThatIsStoppedLeadsToTheHandover()
    {
        open(u"tenant_administrator"_s);
        UserId burdened, free;
        qsizetype most = 0;
        const auto snapshot = m_session->snapshot();
        for (const auto index : snapshot->usersOf(snapshot->findTenant(m_session->actor().administers))) {
            const UserId user = snapshot->user(index).id();
            if (user == m_session->userId() || snapshot->user(index).status() != UserStatus::Active)
                continue;
            const auto duties = members::dutiesOf(*m_session, user);
            const qsizetype binding = std::ranges::count_if(duties, &members::DutyItem::binds);
            if (binding > most)
                burdened = user;
            most = std::max(most, binding);
            if (binding == 0)
                free = user;
        }
        QVERIFY(most > 0);
        const ApplicationRow stopped = leaveOf(burdened), easy = leaveOf(free);
        QTRY_VERIFY(m_page->showObject(stopped.id.toString()));
        QTRY_VERIFY(handOverButton());
        QVERIFY(!handOverButton()->accessibleDescription().isEmpty());
        handOverButton()->click();
        auto *dialog = m_page->findChild<members::HandoverDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->windowTitle().contains(snapshot->user(snapshot->findUser(burdened)).name()));
        dialog->reject();
        QVERIFY(m_page->showObject(easy.id.toString()));
        QTRY_VERIFY(!handOverButton());
    }

    // Selection survives what the feed brings.
    void selectionSurvivesChanges()
    {
        open();
        m_table->selectRow(2);
        const QString subject = m_table->currentIndex().siblingAtColumn(0).data().toString();
        m_session->apply(test::someApplications(m_session->world(), m_session->now()));
        QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(m_table->selectionModel()->selectedRows().constFirst().data().toString(), subject);
    }

    // TEN-4: who decides nothing sees their own only.
    void membersSeeTheirOwn()
    {
        open(u"member"_s);
        QCOMPARE(m_page->count(), 0);
        QCOMPARE(m_page->box(), Box::Mine);
    }

    // Whoever decides nothing applies for things and follows what became of them.
    void isThereForEverybody()
    {
        open(u"member"_s);
        QVERIFY(m_page->isAvailable());
        QVERIFY(!m_page->findChild<applications::ApplyButton *>()->accessibleName().isEmpty());
    }

    // INB-2: what can't be read isn't decided; the bar says so.
    void notTooManyAtOnce()
    {
        open();
        directory::Delta delta;
        for (int i = 0; i < 600; ++i) {
            ApplicationRow row = *m_session->snapshot()->applications().begin();
            row.id = ApplicationId::make(m_session->now());
            row.status = ApplicationStatus::Pending;
            delta.upserted.push_back(row);
        }
        m_session->apply(delta);
        QTRY_VERIFY(m_table->model()->rowCount() > 600); // found out on a thread of its own
        m_table->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        key(Qt::Key_A);
        QVERIFY(m_session->commands().isEmpty());
        QVERIFY(!m_page->findChild<DecisionBar *>()->state().reasonIfNot.isEmpty());
    }

    /// Somebody else has rejected what is selected here.
    void decideElsewhere(const QUuid &id)
    {
        ApplicationRow row = *m_session->snapshot()->application(ApplicationId(id));
        row.status = ApplicationStatus::Rejected;
        ++row.version;
        m_session->apply({{row}, {}});
    }
    [[nodiscard]] QList<QUuid> waiting() const
    {
        QList<QUuid> ids;
        for (const ApplicationRow &row : m_session->snapshot()->applications())
            if (row.status == ApplicationStatus::Pending && row.applicantId != m_session->userId())
                ids += row.id.uuid();
        return ids;
    }
    /// As the keyboard brings it: a letter goes first to whoever takes it for a shortcut.
    static void press(const QString &letters)
    {
        for (const QChar letter : letters)
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
    }

    // ERR-2, INB-4: what is being typed stays, and its letters reach no shortcut, when the application is decided elsewhere meanwhile.
    void whoTypesIsNotInterrupted()
    {
        open();
        const QUuid id = waiting().constFirst();
        QVERIFY(m_page->showObject(id.toString()));
        auto *edit = m_page->findChild<QPlainTextEdit *>();
        edit->setFocus();
        press(u"te"_s);
        const int rows = m_table->model()->rowCount();
        decideElsewhere(id);
        QTRY_COMPARE(m_table->model()->rowCount(), rows - 1);
        press(u"rajk"_s);
        QVERIFY(edit->isVisible());
        QCOMPARE(QApplication::focusWidget(), edit);
        QCOMPARE(edit->toPlainText(), u"terajk"_s);
        QVERIFY(!m_page->findChild<DecisionBar *>()->state().reasonIfNot.isEmpty());
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_session->commands().isEmpty());
        QVERIFY(!m_table->selectionModel()->hasSelection()); // no neighbour that nobody chose
        m_table->selectRow(0);
        QCOMPARE(edit->toPlainText(), QString());
    }

    // ERR-2: each application keeps the comment that was begun for it, until it is sent.
    void everyApplicationHasItsComment()
    {
        open();
        const QList<QUuid> ids = waiting();
        auto *edit = m_page->findChild<QPlainTextEdit *>();
        QVERIFY(m_page->showObject(ids[0].toString()));
        edit->setPlainText(u"first"_s);
        QVERIFY(m_page->showObject(ids[1].toString()));
        QCOMPARE(edit->toPlainText(), QString());
        edit->setPlainText(u"second"_s);
        m_page->setBox(Box::Decided);
        QCOMPARE(edit->toPlainText(), QString());
        QVERIFY(m_page->showObject(ids[0].toString()));
        QCOMPARE(edit->toPlainText(), u"first"_s);
        QVERIFY(m_page->showObject(ids[1].toString()));
        QCOMPARE(edit->toPlainText(), u"second"_s);
        m_table->setFocus();
        key(Qt::Key_A);
        QCOMPARE(m_session->commands().constLast().command.payload["comment"_L1].toString(), u"second"_s);
        m_session->discard(m_session->commands().constLast().id());
        QVERIFY(m_page->showObject(ids[1].toString()));
        QCOMPARE(edit->toPlainText(), QString()); // it went with the decision
    }

    // SEC-4: a lock takes the applications away, not what was typed about them.
    void aLockKeepsTheComments()
    {
        open();
        const QList<QUuid> ids = waiting();
        const auto *bar = m_page->findChild<DecisionBar *>();
        auto *edit = m_page->findChild<QPlainTextEdit *>();
        QVERIFY(m_page->showObject(ids[0].toString()));
        edit->setPlainText(u"first"_s);
        QVERIFY(m_page->showObject(ids[1].toString()));
        edit->setFocus();
        press(u"half"_s);
        const directory::SnapshotPtr snapshot = m_session->snapshot();
        const QString title = m_session->snapshot()->application(ApplicationId(ids[1]))->form["name"_L1].toString();
        const auto saysTitle = [&] {
            return std::ranges::any_of(m_page->findChildren<QLabel *>(),
                                       [&](const QLabel *label) { return label->text().contains(title); });
        };
        QVERIFY(saysTitle());
        m_session->setSnapshot(directory::Snapshot::empty());
        QTRY_COMPARE(m_table->model()->rowCount(), 0);
        QTRY_VERIFY(!saysTitle());
        QCOMPARE(bar->comment(), QString());
        m_session->setSnapshot(snapshot);
        QTRY_COMPARE(edit->toPlainText(), u"half"_s); // of the one that was selected
        QVERIFY(m_page->showObject(ids[0].toString()));
        QCOMPARE(edit->toPlainText(), u"first"_s);
    }

    // Of several that are selected one goes: no neighbour takes its place, and the comment stays for the others.
    void ofSeveralOneGoes()
    {
        open();
        m_table->selectRow(0);
        m_table->selectionModel()->select(m_table->model()->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        m_table->selectionModel()->select(m_table->model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        m_page->findChild<CommentBox *>()->setComment(u"welcome"_s);
        const QString gone = m_table->model()->index(2, 0).data().toString();
        for (const ApplicationRow &row : QList<ApplicationRow>(m_session->snapshot()->applications().begin(), m_session->snapshot()->applications().end()))
            if (row.form["name"_L1].toString() == gone)
                decideElsewhere(row.id.uuid());
        QTRY_COMPARE(m_table->selectionModel()->selectedRows().size(), 2);
        QCOMPARE(m_page->findChild<CommentBox *>()->comment(), u"welcome"_s);
        m_table->setFocus();
        key(Qt::Key_A);
        QCOMPARE(m_session->commands().size(), 2);
    }

    // ERR-2: a queue that can't be written takes no comment with it, nor the selection.
    void aFullDiskLosesNothing()
    {
        open();
        const QUuid id = waiting().constFirst();
        QVERIFY(m_page->showObject(id.toString()));
        auto *box = m_page->findChild<CommentBox *>();
        box->setComment(u"a reason"_s);
        const Error error{ErrorClass::System, u"queue.closed"_s, {}, {}};
        m_session->failSubmits(error);
        QSignalSpy failed(m_session.get(), &Session::submitFailed);
        QSignalSpy toasts(m_page.get(), &Page::toastRequested);
        m_table->setFocus();
        key(Qt::Key_R);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(box->comment(), u"a reason"_s);
        QVERIFY(box->edit()->accessibleDescription().contains(sentence(error)));
        QCOMPARE(toasts.size(), 0); // nothing was rejected
        m_session->failSubmits({});
        key(Qt::Key_R);
        QCOMPARE(m_session->commands().size(), 1);
        QCOMPARE(m_session->commands().constFirst().command.payload["comment"_L1].toString(), u"a reason"_s);
        QCOMPARE(m_session->commands().constFirst().command.payload["application_id"_L1].toString(), ApplicationId(id).toString());
        QCOMPARE(box->comment(), QString());
        QCOMPARE(toasts.size(), 1);
    }

    // INB-3: an undo that comes too late says so.
    void anUndoThatIsTooLateSaysSo()
    {
        open();
        QStringList said;
        std::function<void()> undo;
        connect(m_page.get(), &Page::toastRequested, this, [&](const QString &text, const std::function<void()> &given) {
            said += text;
            undo = given;
        });
        key(Qt::Key_A);
        m_session->answer(m_session->commands().constFirst().id());
        std::exchange(undo, {})();
        QCOMPARE(said.size(), 2);
        QCOMPARE(m_session->commands().constFirst().state, CommandState::Done);
    }

    // TEN-3, INB-8: one's own application is not decided but withdrawn.
    void ownIsWithdrawnNotDecided()
    {
        open();
        const int waiting = m_page->count();
        ApplicationRow own = *m_session->snapshot()->applications().begin();
        for (const ApplicationRow &row : m_session->snapshot()->applications())
            if (row.status == ApplicationStatus::Pending)
                own = row;
        own.applicantId = m_session->userId();
        m_session->apply({{own}, {}});
        QCOMPARE(m_page->count(), waiting - 1);
        QVERIFY(m_page->showObject(own.id.toString()));
        QCOMPARE(m_page->box(), Box::Mine);
        m_table->setFocus();
        key(Qt::Key_A);
        QVERIFY(m_session->commands().isEmpty());
        Q_EMIT m_page->findChild<DecisionBar *>()->withdrawRequested();
        QCOMPARE(m_session->commands().size(), 1);
        QCOMPARE(m_session->commands().constFirst().command.kind, u"application_withdraw"_s);
    }
};

QTEST_MAIN(TestApprovalsPage)
#include "tst_approvalspage.moc"
