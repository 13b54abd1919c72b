// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ORG-7, APP-2, SEC-4
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/members/memberspage.h"
#include "ui/pages/members/removedpane.h"
#include "ui/pages/members/restoredialog.h"
#include "ui/widgets/states.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QJsonArray>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::members;
using test::FixedSession;

class RemovedMembersTest final : public QObject
{
    Q_OBJECT

    FixedSession m_session{u"tenant_administrator"_s};
    int m_asked = 0;

    static void show(MembersPage &page)
    {
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&page, &event);
        page.resize(1200, 760);
        page.show();
        QApplication::setActiveWindow(&page);
    }

private Q_SLOTS:
    void removedMembersComeBack() // ORG-7
    {
        const Instant now = m_session.now();
        const QString removal = makeUuid7(now).toString(QUuid::WithoutBraces);
        m_session.setAnswer(
            sync::Question::RemovedMembers, [this, now, removal](const QJsonObject &) -> Result<QJsonValue> {
                ++m_asked;
                return QJsonValue(
                    QJsonArray{QJsonObject{{u"removal_id"_s, removal},
                                           {u"user_id"_s, m_session.world().users.back().id.toString()},
                                           {u"name"_s, u"张三"_s},
                                           {u"removed_by"_s, u"李四"_s},
                                           {u"reason"_s, u"误删"_s},
                                           {u"removed_at"_s, toMicroseconds(now - std::chrono::days(2))},
                                           {u"until"_s, toMicroseconds(now + std::chrono::days(28))}}});
            });
        MembersPage page(m_session);
        show(page);
        RemovedPane *pane = page.removed();
        QAbstractItemModelTester tester(pane->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(page.showObject(u"removed"_s));
        QTRY_COMPARE(pane->model()->rowCount(), 1);
        QCOMPARE(pane->model()->rowAt(0).until, now + std::chrono::days(28));
        QVERIFY(pane->actButton()->isEnabled());
        pane->table()->setFocus();
        QTest::keyClick(pane->table(), Qt::Key_Return);
        auto *dialog = page.findChild<RestoreDialog *>();
        QVERIFY(dialog);
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        dialog->save();
        QCOMPARE(m_session.commands().constLast().command.kind, u"member_restore"_s);
        // Refused because something is gone: it stays open, and says what.
        m_session.answer(
            m_session.commands().constLast().id(),
            {Error{ErrorClass::Business, u"member.restore_partly"_s, {}, {{u"names"_s, u"旧空间"_s}}}});
        QVERIFY(dialog->isVisible());
        dialog->partly()->setChecked(true);
        dialog->save();
        const QueuedCommand given = m_session.commands().constLast();
        QVERIFY(given.command.payload["partly"_L1].toBool());
        QVERIFY(pane->model()->rowAt(0).queued);
        QVERIFY(!pane->actButton()->isEnabled());
        const int before = m_asked;
        m_session.answer(given.id());
        QTRY_VERIFY(m_asked > before); // whom the server brought back is looked up anew
    }

    void removedMembersNeedAConnection() // ORG-7
    {
        sync::SyncState state = m_session.state();
        state.online = false;
        m_session.setState(state);
        MembersPage page(m_session);
        show(page);
        QVERIFY(page.showObject(u"removed"_s));
        QTRY_VERIFY(!page.removed()->findChildren<ErrorState *>().isEmpty() &&
                    page.removed()->findChild<ErrorState *>()->isVisible());
    }

    void noNameStaysWhenLocked() // SEC-4
    {
        RemovedPane pane(m_session);
        m_session.setState(online());
        pane.refresh();
        QTRY_COMPARE(pane.model()->rowCount(), 1);
        m_session.setSnapshot(directory::Snapshot::empty());
        QCOMPARE(pane.model()->rowCount(), 0);
    }

private:
    [[nodiscard]] sync::SyncState online() const
    {
        sync::SyncState state = m_session.state();
        state.online = true;
        return state;
    }
};

QTEST_MAIN(RemovedMembersTest)
#include "tst_removedmembers.moc"
