// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pages.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;

/// Building pages holds the window, so a page is built when somebody opens it (design §6: no stall over 50 ms).
class TestPages final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void onlyThePageOnShowIsBuilt_data();
    void onlyThePageOnShowIsBuilt();
    void pagesAreWhatTheNavigationSaid();
    void countsAreThereBeforeThePage_data();
    void countsAreThereBeforeThePage();
    void whoHasAPageIsKnownBeforeIt();
    void hiddenPagesCatchUpWhenShown();
    void aLockLeavesNothingInHiddenPages();
    void unlockingShowsThePageThatWasStillToCome();

private:
    [[nodiscard]] std::unique_ptr<MainWindow> open(FixedSession &session, const QString &first = {})
    {
        auto window = std::make_unique<MainWindow>(console::makePages(session, {}), *m_theme, *m_language);
        window->setFirstPage(first);
        window->show();
        return window;
    }
    [[nodiscard]] static QStringList built(const MainWindow &window)
    {
        QStringList ids;
        for (const auto &entry : window.pages().entries())
            if (entry->isBuilt())
                ids += entry->id();
        return ids;
    }
    [[nodiscard]] static int rowsOf(const MainWindow &window, const QString &page)
    {
        const auto lists = window.findChild<Page *>(page)->findChildren<QListView *>();
        const QString title = window.pages().find(page)->title();
        const auto list = std::ranges::find_if(lists, [&title](QListView *view) { return view->accessibleName() == title; });
        return list == lists.end() ? -1 : (*list)->model()->rowCount();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

void TestPages::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Theme::Mode::Light);
    m_language = std::make_unique<Language>(*qApp);
    m_language->apply(u"en"_s);
}

void TestPages::onlyThePageOnShowIsBuilt_data()
{
    QTest::addColumn<QString>("persona");
    QTest::addColumn<QString>("first");
    QTest::newRow("tenant administrator") << u"tenant_administrator"_s << u"approvals"_s; // decides who leaves and joins
    QTest::newRow("tenant administrator, spaces") << u"tenant_administrator"_s << u"spaces"_s;
    QTest::newRow("system administrator") << u"system_administrator"_s << u"approvals"_s;
    QTest::newRow("member, organizations") << u"member"_s << u"organizations"_s;
}

void TestPages::onlyThePageOnShowIsBuilt()
{
    QFETCH(QString, persona);
    QFETCH(QString, first);
    FixedSession session(persona);
    const auto window = open(session, first == u"approvals" ? QString() : first);
    QTRY_VERIFY(window->currentPage());
    QCOMPARE(window->currentPage()->id(), first);
    session.apply(test::someApplications(session.world(), session.now()));
    m_language->apply(u"zh_CN"_s);
    m_language->apply(u"en"_s);
    window->showPalette(); // names them all
    QCOMPARE(built(*window), QStringList{first});
    QVERIFY(window->showPage(u"access"_s));
    QCOMPARE(built(*window), (QStringList{first, u"access"_s}));
}

void TestPages::pagesAreWhatTheNavigationSaid()
{
    FixedSession session(u"tenant_administrator"_s);
    const PageRegistry pages = console::makePages(session, {});
    for (const auto &entry : pages.entries()) {
        Page *page = entry->page();
        QCOMPARE(page->id(), entry->id());
        QCOMPARE(page->iconName(), entry->iconName());
        QCOMPARE(page->title(), entry->title());
        QVERIFY(!page->title().isEmpty());
    }
}

void TestPages::countsAreThereBeforeThePage_data()
{
    QTest::addColumn<QString>("persona");
    QTest::newRow("system administrator") << u"system_administrator"_s;
    QTest::newRow("tenant administrator") << u"tenant_administrator"_s;
    QTest::newRow("member") << u"member"_s;
}

void TestPages::countsAreThereBeforeThePage() // INB-1
{
    QFETCH(QString, persona);
    FixedSession session(persona);
    const PageRegistry pages = console::makePages(session, {});
    session.apply(test::someApplications(session.world(), session.now()));
    PageEntry *approvals = pages.find(u"approvals"_s);
    QSignalSpy counted(approvals, &PageEntry::countChanged);
    if (persona == u"system_administrator") {
        QVERIFY(approvals->count() > 0 || counted.wait(test::atMost));
        QVERIFY(approvals->count() > 2);
    }
    QVERIFY(!approvals->isBuilt());
    const int before = approvals->count();
    QTRY_COMPARE(approvals->page()->count(), before);
    QCOMPARE(approvals->count(), before);
    PageEntry *notifications = pages.find(u"notifications"_s);
    const int unread = notifications->count();
    QTRY_COMPARE(notifications->page()->count(), unread);
}

void TestPages::whoHasAPageIsKnownBeforeIt() // GRP-1, EXT-1, ROL-1
{
    FixedSession member(u"member"_s), administrator(u"tenant_administrator"_s);
    const directory::SnapshotPtr own = administrator.snapshot();
    for (const QString &id : {u"groups"_s, u"roles"_s, u"outsiders"_s, u"audit"_s, u"security"_s, u"mail"_s}) {
        const PageRegistry his = console::makePages(member, {}), hers = console::makePages(administrator, {});
        QVERIFY(!his.find(id)->isAvailable());
        QVERIFY(hers.find(id)->isAvailable());
        QVERIFY(!hers.find(id)->isBuilt());
        administrator.setSnapshot(member.snapshot());
        QVERIFY(!hers.find(id)->isAvailable());
        administrator.setSnapshot(own);
        QVERIFY(hers.find(id)->isAvailable());
    }
}

void TestPages::hiddenPagesCatchUpWhenShown()
{
    FixedSession session(u"tenant_administrator"_s);
    const auto window = open(session, u"groups"_s);
    QTRY_VERIFY(window->currentPage());
    const int before = rowsOf(*window, u"groups"_s);
    QVERIFY(before > 0);
    QVERIFY(window->showPage(u"spaces"_s));
    const auto snapshot = session.snapshot();
    const QUuid gone = snapshot->roleGroup(snapshot->roleGroupsOf(snapshot->findTenant(session.actor().administers)).front()).id().uuid();
    directory::Delta delta;
    delta.removed.push_back({RowKind::RoleGroup, gone});
    session.apply(delta);
    QCOMPARE(rowsOf(*window, u"groups"_s), before); // nobody looks
    QVERIFY(window->showPage(u"groups"_s));
    QCOMPARE(rowsOf(*window, u"groups"_s), before - 1);
}

void TestPages::aLockLeavesNothingInHiddenPages() // SEC-3
{
    FixedSession session(u"tenant_administrator"_s);
    const auto window = open(session, u"groups"_s);
    QTRY_VERIFY(window->currentPage());
    QVERIFY(window->showPage(u"spaces"_s));
    QVERIFY(rowsOf(*window, u"groups"_s) > 0 && rowsOf(*window, u"spaces"_s) > 0);
    const auto says = [&window](const QString &name) {
        return std::ranges::any_of(window->findChildren<ElidedLabel *>(),
                                   [&name](const ElidedLabel *label) { return label->text() == name; });
    };
    QString space;
    for (const QListView *list : window->findChild<Page *>(u"spaces"_s)->findChildren<QListView *>())
        if (list->accessibleName() == window->pages().find(u"spaces"_s)->title())
            space = list->currentIndex().data().toString();
    QVERIFY(!space.isEmpty() && says(space));
    window->setLocked(true);
    session.setSnapshot(directory::Snapshot::empty());
    QCOMPARE(rowsOf(*window, u"groups"_s), 0);
    QCOMPARE(rowsOf(*window, u"spaces"_s), 0);
    QVERIFY(!says(space));
}

void TestPages::unlockingShowsThePageThatWasStillToCome()
{
    FixedSession session(u"tenant_administrator"_s);
    const auto window = open(session, u"spaces"_s);
    QVERIFY(!window->currentPage());
    window->setLocked(true);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY(!window->currentPage());
    window->setLocked(false);
    QCOMPARE(built(*window), QStringList{u"spaces"_s});
    QVERIFY(window->currentPage());
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
