// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PRM-1 to PRM-4, PRM-7: the page 权限查询, from the keyboard
#include "core/access/explanationtext.h"
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "ui/dialogs/boundchip.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/access/accesslistpane.h"
#include "ui/pages/access/accessmodel.h"
#include "ui/pages/access/accesspage.h"
#include "ui/pages/access/pickfield.h"
#include "ui/pages/access/planbar.h"
#include "ui/pages/access/planbasket.h"
#include "ui/pages/access/planning.h"
#include "ui/pages/spaces/reasonpane.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::explorer;
using test::FixedSession;

class AccessPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<AccessPage> m_page;

    [[nodiscard]] SpaceId busy() const { return test::busySpace(*m_session); }
    [[nodiscard]] QString nameOf(SpaceId space) const
    {
        return m_session->snapshot()->space(m_session->snapshot()->findSpace(space)).name();
    }
    [[nodiscard]] int rows() const { return m_page->list()->model()->rowCount(); }
    void type(PickField *field, const QString &text, const QString &awaited)
    {
        field->setFocus();
        field->clear();
        QInputMethodEvent typed; // Chinese has no keys
        typed.setCommitString(text);
        QCoreApplication::sendEvent(field, &typed);
        QTRY_VERIFY(std::ranges::any_of(field->found()->picks(),
                                        [&](const Pick &pick) { return pick.name == awaited; }));
        // The best hit is taken by Enter, others with the arrows of the pop-up.
        qsizetype at = 0;
        while (field->found()->picks()[at].name != awaited)
            ++at;
        QTRY_VERIFY(field->completer()->popup()->isVisible());
        for (qsizetype i = 0; at > 0 && i <= at; ++i)
            QTest::keyClick(field->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(field->completer()->popup(), Qt::Key_Return);
        QTRY_VERIFY(field->chosen() && field->chosen()->name == awaited);
    }
    [[nodiscard]] bool saysAtLeast() const
    {
        const auto *chip = m_page->findChild<BoundChip *>();
        return chip->isVisible() && chip->bound() == access::Bound::AtLeast;
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
        m_page = std::make_unique<AccessPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->resize(1100, 720);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void oneFieldListsTheOtherSide() // PRM-4
    {
        type(m_page->what(), nameOf(busy()), nameOf(busy()));
        const access::Resolver resolver(m_session->snapshot(), m_session->now());
        const auto space = m_session->snapshot()->findSpace(busy());
        QTRY_COMPARE(rows(), int(resolver.who(space).size()));
        QVERIFY(m_page->list()->table()->isColumnHidden(int(Column::Object)));
        QVERIFY(!m_page->list()->reasons()->text().isEmpty()); // of the first row
    }

    void pinyinFindsPeople() // MEM-2
    {
        const auto snapshot = m_session->snapshot();
        const auto me = snapshot->user(snapshot->findUser(m_session->userId()));
        type(m_page->who(), me.email().section(u'@', 0, 0), me.name());
        QTRY_VERIFY(m_page->list()->model()->list() != nullptr);
        QVERIFY(!m_page->list()->table()->isColumnHidden(int(Column::Object)));
    }

    void enterDrillsIntoTheReasonAndComesBack() // PRM-3
    {
        QVERIFY(m_page->showObject(u"space:"_s + busy().toString()));
        QTRY_VERIFY(rows() > 3);
        QTableView *table = m_page->list()->table();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        const auto subject = m_page->list()->model()->subject(table->currentIndex().row());
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(m_page->who()->chosen() && m_page->what()->chosen());
        const auto snapshot = m_session->snapshot();
        const access::Explanation why =
            access::Resolver(snapshot, m_session->now()).explain(subject, snapshot->findSpace(busy()));
        QCOMPARE(m_page->explanation()->text(), access::explanationText(*snapshot, why));
        QVERIFY(m_page->explanation()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // the way back has the focus
        QTRY_VERIFY(!m_page->explanation()->isVisible() || QApplication::focusWidget());
        if (m_page->explanation()->isVisible())
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(!m_page->who()->chosen() && m_page->what()->chosen());
        QVERIFY(table->isVisible() && table->hasFocus());
    }

    void aNoSaysWhatWouldBeEnough() // PRM-3
    {
        const directory::Delta delta = test::newSpace(test::rowOf(*m_session, busy()), u"空空间"_s,
                                                      m_session->userId(), 2, m_session->now());
        m_session->apply(delta);
        const UserId somebody = m_session->world().personas.at(5).userId;
        QVERIFY(m_page->showObject(
            u"user:%1 space:%2"_s.arg(somebody.toString(), test::spaceOf(delta).toString())));
        const auto snapshot = m_session->snapshot();
        const auto expected = [&](Role wanted) {
            return access::explanationText(*snapshot,
                                           access::Resolver(snapshot, m_session->now())
                                               .explain(snapshot->findUser(somebody),
                                                        snapshot->findSpace(test::spaceOf(delta)), wanted));
        };
        QCOMPARE(m_page->explanation()->text(), expected(Role::Guest));
        auto *wanted = m_page->findChild<QComboBox *>();
        for (QComboBox *box : m_page->findChildren<QComboBox *>())
            if (box->isVisible() && box->findData(int(Role::Editor)) >= 0)
                wanted = box;
        wanted->setCurrentIndex(wanted->findData(int(Role::Editor)));
        QCOMPARE(m_page->explanation()->text(), expected(Role::Editor));
        QVERIFY(expected(Role::Editor) != expected(Role::Guest));
    }

    void plannedChangesShowTheirDifferenceAndAreDone() // PRM-3, PRM-5
    {
        const directory::Delta delta = test::newSpace(test::rowOf(*m_session, busy()), u"空空间"_s,
                                                      m_session->userId(), 2, m_session->now());
        m_session->apply(delta);
        const UserId somebody = m_session->world().personas.at(5).userId;
        QVERIFY(m_page->basket()->isHidden());
        QVERIFY(m_page->showObject(
            u"user:%1 space:%2"_s.arg(somebody.toString(), test::spaceOf(delta).toString())));
        QSignalSpy ready(m_page->basket()->impact(), &ImpactLine::ready);
        m_page->planBar()->planRepair();
        QVERIFY(m_page->basket()->isVisible());
        QVERIFY(ready.wait(test::atMost));
        auto difference = m_page->basket()->impact()->difference();
        QCOMPARE(difference->gaining(), 1);
        QCOMPARE(difference->after().snapshot->user(difference->people().front().user).id(), somebody);
        m_page->planBar()->planRole(Role::Editor);
        QVERIFY(ready.wait(test::atMost));
        difference = m_page->basket()->impact()->difference();
        QCOMPARE(difference->page(0, 1).front().after, Role::Editor);
        QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
        QCOMPARE(test::unreachableControls(m_page.get()), QStringList());
        QVERIFY(m_session->commands().isEmpty());
        m_page->basket()->doIt();
        QCOMPARE(m_session->commands().size(), 1); // the later wish about the grant is the one that is meant
        QVERIFY(m_page->basket()->isHidden());
    }

    void changesOfOneGrantBecomeOne() // PRM-5
    {
        const auto snapshot = m_session->snapshot();
        directory::GrantIndex own;
        for (const directory::GrantEntry entry : snapshot->grantsOn(snapshot->findSpace(busy())))
            if (snapshot->grant(entry.grant()).role() < Role::Administrator)
                own = entry.grant();
        const auto subject = snapshot->grant(own).subject();
        const auto space = directory::Object(snapshot->findSpace(busy()));
        const directory::Object resource(snapshot->resourcesOf(space.space()).front().resource());
        PlanBasket *basket = m_page->basket();
        basket->add({planToGive(*m_session, subject, space, Role::Editor)});
        basket->add({planToGive(*m_session, subject, space, Role::Viewer)});
        QCOMPARE(basket->changes().size(), size_t(1));
        QVERIFY(basket->changes().front().command.payload[u"grants"_s][0][u"role"_s] == u"viewer"_s);
        basket->add({planToTake(*m_session, own)});
        QCOMPARE(basket->changes().size(), size_t(1));
        QVERIFY(basket->changes().front().isTaking);
        // What is given on a resource after that is a grant of its own: the earlier one is gone by then.
        basket->add({planToGive(*m_session, subject, resource, Role::Viewer)});
        QCOMPARE(basket->changes().size(), size_t(2));
        QVERIFY(basket->changes().back().command.seen.isEmpty());
        // ERR-2: what can't be written to the queue stays planned, in its order.
        m_session->failSubmits(Error{ErrorClass::System, u"queue.closed"_s, {}, {}});
        const auto planned = basket->changes();
        basket->doIt();
        QTRY_COMPARE(basket->changes().size(), size_t(2));
        for (size_t i = 0; i < planned.size(); ++i)
            QCOMPARE(basket->changes()[i].command.payload, planned[i].command.payload);
        QVERIFY(m_session->commands().isEmpty());
        m_session->failSubmits({});
        basket->doIt();
        QCOMPARE(m_session->commands().size(), 2);
        QCOMPARE(m_session->commands()[1].command.after, QList<CommandId>{m_session->commands()[0].id()});
        // One on the space comes before those inside, which make one there where there is none (PRM-9).
        const auto nobody = directory::Subject(snapshot->findUser(m_session->world().personas.at(5).userId));
        basket->add({planToGive(*m_session, nobody, resource, Role::Viewer)});
        basket->add({planToGive(*m_session, nobody, space, Role::Editor)});
        QCOMPARE(basket->changes().front().target.object, busy().uuid());
    }

    void discardingGivesNothing()
    {
        const auto snapshot = m_session->snapshot();
        directory::GrantIndex own;
        for (const directory::GrantEntry entry : snapshot->grantsOn(snapshot->findSpace(busy())))
            if (snapshot->grant(entry.grant()).role() < Role::Administrator)
                own = entry.grant();
        const auto subject = snapshot->grant(own).subject();
        QVERIFY(m_page->showObject(u"%1:%2 space:%3"_s.arg(
            QString(wireName(subject.kind())), snapshot->idOf(subject).toString(QUuid::WithoutBraces),
            busy().toString())));
        m_page->planBar()->planTaking();
        QCOMPARE(m_page->basket()->changes().size(), size_t(1));
        QCOMPARE(m_page->basket()->changes().front().command.kind, u"grants_remove"_s);
        m_page->basket()->clear();
        QVERIFY(m_page->basket()->isHidden() && m_session->commands().isEmpty());
    }

    void whoMayNotIsToldWhy()
    {
        FixedSession member(u"member"_s);
        AccessPage page(member);
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&page, &event);
        QVERIFY(page.showObject(
            u"user:%1 space:%2"_s.arg(member.userId().toString(), test::busySpace(member).toString())));
        int closed = 0;
        for (const QPushButton *button : page.planBar()->findChildren<QPushButton *>())
            closed += !button->isEnabled() && !button->toolTip().isEmpty();
        QCOMPARE(closed, 3);
    }

    void followsTheSnapshot() // PRM-7
    {
        QVERIFY(m_page->showObject(u"space:"_s + busy().toString()));
        QTRY_VERIFY(rows() > 3);
        const int before = rows();
        const access::Resolver resolver(m_session->snapshot(), m_session->now());
        const auto space = m_session->snapshot()->findSpace(busy());
        directory::Delta delta;
        for (const auto user : m_session->snapshot()->users())
            if (delta.isEmpty() && m_session->snapshot()->user(user).status() == UserStatus::Active &&
                resolver.check(user, space) == Role::None)
                delta.upserted.emplace_back(test::grantOn(test::rowOf(*m_session, busy()), SubjectKind::User,
                                                          m_session->snapshot()->user(user).id().uuid(),
                                                          Role::Viewer, m_session->now()));
        m_session->apply(delta);
        QTRY_COMPARE(rows(), before + 1);
    }

    void saysAtLeastWhereNotEverythingIsSeen() // PRM-7
    {
        QVERIFY(m_page->showObject(u"space:"_s + busy().toString()));
        QTRY_VERIFY(rows() > 0);
        QVERIFY(!saysAtLeast());
        m_session->setHeldScopes({});
        m_session->setState(m_session->state());
        QVERIFY(saysAtLeast());
        QVERIFY(m_page->showObject(u"user:"_s + m_session->userId().toString())); // one's own is exact
        QVERIFY(!saysAtLeast());
    }

    void whatIsTypedAndNotChosenAsksNothing()
    {
        QVERIFY(m_page->showObject(u"space:"_s + busy().toString()));
        m_page->what()->setFocus();
        m_page->what()->selectAll();
        QTest::keyClicks(m_page->what(), u"xyz"_s);
        QTest::keyClick(m_page->what(), Qt::Key_Escape);
        QCOMPARE(m_page->what()->text(), nameOf(busy()));
        m_page->what()->clear();
        QVERIFY(!m_page->what()->chosen());
    }

    void everythingByKeyboard() // APP-2
    {
        QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
        QCOMPARE(test::unreachableControls(m_page.get()), QStringList());
        QVERIFY(m_page->showObject(u"space:"_s + busy().toString()));
        QTRY_VERIFY(rows() > 0);
        QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
        QCOMPARE(test::unreachableControls(m_page.get()), QStringList());
        QVERIFY(
            m_page->showObject(u"user:%1 space:%2"_s.arg(m_session->userId().toString(), busy().toString())));
        QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
        QCOMPARE(test::unreachableControls(m_page.get()), QStringList());
    }
};

QTEST_MAIN(AccessPageTest)
#include "tst_accesspage.moc"
