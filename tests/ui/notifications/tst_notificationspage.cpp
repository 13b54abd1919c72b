// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NOT-1, APP-2
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/notifications/notificationsmodel.h"
#include "ui/pages/notifications/notificationspage.h"
#include "ui/shell/bellbutton.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tabs.h"

#include "tests/gallery/examplepage.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;

class NotificationsPageTest final : public QObject
{
    Q_OBJECT

    static void dress(QWidget &page)
    {
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&page, &event);
    }
    static std::unique_ptr<FixedSession> told()
    {
        auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
        session->apply(test::someNotifications(*session));
        return session;
    }
    static QStringList idsOf(const Command &command)
    {
        QStringList ids;
        for (const QJsonValue &id : command.payload["notification_ids"_L1].toArray())
            ids += id.toString();
        return ids;
    }

private Q_SLOTS:
    void listsTheNewestFirstAndCountsTheUnread() // NOT-1
    {
        FixedSession session(u"tenant_administrator"_s);
        NotificationsPage page(session);
        dress(page);
        QAbstractItemModelTester tester(page.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(page.count(), 0);
        QSignalSpy counted(&page, &Page::countChanged);
        session.apply(test::someNotifications(session));
        QCOMPARE(page.model()->rowCount(), 7);
        QCOMPARE(page.count(), 3);
        QCOMPARE(counted.size(), 1);
        for (int row = 1; row < 7; ++row)
            QVERIFY(page.model()->item(row - 1).at > page.model()->item(row).at);
        QVERIFY(page.model()->item(0).text.title.contains(u"张三"_s));
    }

    void whatOtherTenantsMembersAreToldIsNotShown() // NOT-1: it comes with the tenant that somebody turns to
    {
        FixedSession session(u"tenant_administrator"_s);
        NotificationsPage page(session);
        dress(page);
        directory::Delta delta;
        const auto tell = [&](TenantId tenant, const QString &kind) {
            NotificationRow row;
            row.id = makeUuid7(session.now());
            row.notificationKind = kind;
            row.at = session.now();
            row.tenantId = tenant;
            delta.upserted.emplace_back(row);
        };
        const TenantId own = session.currentTenant(), other(QUuid::createUuid());
        for (const QString &kind : {u"tenant_renamed"_s, u"tenant_state_changed"_s, u"tenant_domain_changed"_s}) {
            tell(own, kind);
            tell(other, kind);
        }
        tell(other, u"application_submitted"_s);
        session.apply(delta);
        QCOMPARE(page.model()->rowCount(), 4);
        QCOMPARE(page.count(), 4);
    }

    void readingIsQueuedAndCountsAtOnce() // NOT-1, INB-5
    {
        const auto session = told();
        NotificationsPage page(*session);
        dress(page);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.activated();
        page.list()->setCurrentIndex(page.model()->index(1));
        QTest::keyClick(page.list(), Qt::Key_R);
        QCOMPARE(session->commands().size(), 1);
        const Command command = session->commands().constLast().command;
        QCOMPARE(command.kind, u"notifications_read"_s);
        QCOMPARE(idsOf(command), QStringList{page.model()->item(1).id.toString(QUuid::WithoutBraces)});
        QCOMPARE(page.count(), 2);
        QVERIFY(page.model()->item(1).queued && !page.model()->item(1).unread);
        page.markSelectedRead(); // it is read already
        QCOMPARE(session->commands().size(), 1);
        page.markAllRead();
        QCOMPARE(idsOf(session->commands().constLast().command).size(), 2);
        QCOMPARE(page.count(), 0);
        page.markAllRead();
        QCOMPARE(session->commands().size(), 2);
        session->discard(session->commands().constLast().id());
        QCOMPARE(page.count(), 2); // what never got there isn't read
    }

    void theReadMarkOfTheServerTakesTheQueuedOnesPlace() // NOT-1
    {
        const auto session = told();
        NotificationsPage page(*session);
        dress(page);
        const QUuid id = page.model()->item(0).id;
        directory::Delta delta;
        delta.upserted.emplace_back(
            NotificationReadRow{makeUuid7(session->now()), session->userId(), id, session->now()});
        delta.upserted.emplace_back(NotificationReadRow{makeUuid7(session->now()),
                                                        session->world().users[5].id,
                                                        page.model()->item(1).id, session->now()});
        session->apply(delta);
        QCOMPARE(page.count(), 2); // somebody else's mark is theirs
        QVERIFY(!page.model()->item(0).unread && !page.model()->item(0).queued);
    }

    void hiddenItOnlyCounts() // design §6: what nobody looks at costs nothing
    {
        const auto session = told();
        NotificationsPage page(*session);
        dress(page);
        page.show();
        page.hide();
        directory::Delta delta;
        delta.upserted.emplace_back(NotificationReadRow{makeUuid7(session->now()), session->userId(),
                                                        page.model()->item(0).id, session->now()});
        session->apply(delta);
        QCOMPARE(page.count(), 2);
        QVERIFY(page.model()->item(0).unread);
        page.show();
        QVERIFY(!page.model()->item(0).unread);
        page.hide();
        session->setSnapshot(directory::Snapshot::empty()); // a lock leaves nothing
        QCOMPARE(page.model()->rowCount(), 0);
    }

    void unreadOnlyKeepsWhatIsReadUnderTheHand()
    {
        const auto session = told();
        NotificationsPage page(*session);
        dress(page);
        page.findChild<Tabs *>()->setCurrent(1);
        QCOMPARE(page.model()->rowCount(), 3);
        page.list()->setCurrentIndex(page.model()->index(0));
        page.markSelectedRead();
        QCOMPARE(page.model()->rowCount(), 3);
        page.findChild<Tabs *>()->setCurrent(0);
        page.findChild<Tabs *>()->setCurrent(1);
        QCOMPARE(page.model()->rowCount(), 2);
    }

    void leadsToTheThing() // NOT-1
    {
        const auto session = told();
        NotificationsPage page(*session);
        dress(page);
        QString only = u"spaces"_s;
        page.setPageFinder([&only](const QString &id) { return id == only; });
        QSignalSpy requested(&page, &Page::pageRequested);
        page.list()->setCurrentIndex(page.model()->index(2));
        page.show();
        QTest::keyClick(page.list(), Qt::Key_Return);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.first(),
                 (QVariantList{u"spaces"_s, session->world().spaces.front().id.toString()}));
        QVERIFY(page.model()->item(2).queued); // opened is read
        only = u"approvals"_s;
        page.list()->setCurrentIndex(page.model()->index(2));
        page.openSelected();
        QCOMPARE(requested.size(), 1);                        // no page of this reader shows spaces
        page.list()->setCurrentIndex(page.model()->index(3)); // the second of its pages
        page.openSelected();
        QCOMPARE(requested.last().first().toString(), u"approvals"_s);
    }

    void manyComeAMomentLaterAndStallNothing()
    {
        FixedSession session(u"tenant_administrator"_s);
        directory::Delta many;
        for (int i = 0; i < 3000; ++i) {
            NotificationRow row;
            row.id = makeUuid7(session.now());
            row.notificationKind = u"role_group_joined"_s;
            row.at = session.now() - std::chrono::seconds(i);
            row.parameters = {{u"name"_s, QString::number(i)}};
            many.upserted.emplace_back(row);
        }
        NotificationsPage page(session);
        dress(page);
        session.apply(many);
        QTRY_COMPARE(page.model()->rowCount(), 3000);
        page.markAllRead();
        QCOMPARE(session.commands().size(), 3); // commands.json: at most 1,000 in one
        QTRY_COMPARE(page.count(), 0);
    }

    void theBellCountsAndOpens() // NOT-1
    {
        const auto session = told();
        Theme theme(*qApp);
        Language language(*qApp);
        PageRegistry pages;
        pages.add(
            std::make_unique<gallery::ExamplePage>(u"approvals"_s, u"inbox"_s, u"Approvals"_s, u"待审批"_s));
        pages.add(std::make_unique<NotificationsPage>(*session));
        MainWindow window(std::move(pages), theme, language);
        auto *bell = window.findChild<BellButton *>();
        QVERIFY(bell && !bell->isHidden());
        QCOMPARE(bell->unread(), 3);
        bell->click();
        auto *page = qobject_cast<NotificationsPage *>(window.currentPage());
        QVERIFY(page);
        page->markAllRead();
        QCOMPARE(bell->unread(), 0);
        QVERIFY(window.showPage(u"notifications"_s, page->model()->item(4).id.toString()));
        QCOMPARE(page->list()->currentIndex().row(), 4);
    }

    void keysReachEverything() // APP-2
    {
        const auto session = told();
        NotificationsPage page(*session);
        dress(page);
        page.resize(1000, 600);
        page.show();
        page.list()->setCurrentIndex(page.model()->index(0));
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(test::unreachableControls(&page), QStringList());
        QCOMPARE(test::unnamedControls(&page), QStringList());
    }
};

QTEST_MAIN(NotificationsPageTest)
#include "tst_notificationspage.moc"
