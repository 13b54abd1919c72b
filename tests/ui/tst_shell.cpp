// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/examplepage.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/syncchip.h"
#include "ui/shell/syncpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/toast.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestShell final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void navigationFollowsThePages();
    void losingThePageMovesOn();
    void pagesAskTheShell();
    void chipSaysTheState_data();
    void chipSaysTheState();
    void panelAsksForWhatIsClicked();
    void lockHidesEverything();
    void toastUndoesOnce();
    void registryFreesWhatNoWindowTook();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<MainWindow> m_window;
    gallery::ExamplePage *m_first = nullptr;
    gallery::ExamplePage *m_second = nullptr;
};

namespace
{

QAbstractButton *buttonCalled(QWidget *window, const QString &text)
{
    for (QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

void TestShell::init()
{
    m_window.reset();
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Theme::Mode::Light);
    m_language = std::make_unique<Language>(*qApp);
    m_language->apply(u"en"_s);
    PageRegistry pages;
    auto first = std::make_unique<gallery::ExamplePage>(u"first"_s, u"space"_s, u"First"_s, u"一"_s);
    auto second = std::make_unique<gallery::ExamplePage>(u"second"_s, u"group"_s, u"Second"_s, u"二"_s);
    m_first = first.get();
    m_second = second.get();
    pages.add(std::move(first));
    pages.add(std::move(second), 1);
    m_window = std::make_unique<MainWindow>(std::move(pages), *m_theme, *m_language);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestShell::navigationFollowsThePages()
{
    QAbstractButton *button = buttonCalled(m_window.get(), u"Second"_s);
    QVERIFY(button);
    m_second->setCount(12);
    QCOMPARE(button->accessibleName(), u"Second, 12 waiting"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), m_second);
    QCOMPARE(m_second->activations, 0); // the focus stays in the navigation, for the arrows
    m_second->setAvailable(false);
    QVERIFY(!buttonCalled(m_window.get(), u"Second"_s));
    QVERIFY(!m_window->showPage(u"second"_s));
    QVERIFY(!m_window->showPage(u"nowhere"_s));
}

void TestShell::losingThePageMovesOn()
{
    QVERIFY(m_window->showPage(u"second"_s));
    m_second->setAvailable(false);
    QCOMPARE(m_window->currentPage(), m_first);
}

void TestShell::pagesAskTheShell()
{
    Q_EMIT m_first->pageRequested(u"second"_s, u"42"_s);
    QCOMPARE(m_window->currentPage(), m_second);
    QCOMPARE(m_second->shownObject, u"42"_s);
    QCOMPARE(m_second->activations, 1);
    Q_EMIT m_first->toastRequested(u"Saved"_s);
    QVERIFY(m_window->findChild<Toast *>()->isVisible());
}

void TestShell::chipSaysTheState_data()
{
    QTest::addColumn<SyncStatus>("status");
    QTest::addColumn<QStringList>("parts");
    const QDateTime noon(QDateTime::currentDateTime().date(), {12, 0});
    SyncStatus status;
    QTest::newRow("starting") << status << QStringList{u"Connecting…"_s};
    status.connection = SyncStatus::Connection::Online;
    QTest::newRow("first sync") << status << QStringList{u"Syncing…"_s};
    status.lastSync = noon;
    QTest::newRow("online") << status << QStringList{u"Synced 12:00"_s};
    status.queued = 3;
    status.needsAttention = 1;
    QTest::newRow("queue") << status << QStringList{u"Synced 12:00"_s, u"3 waiting to be sent"_s, u"1 needing attention"_s};
    status.connection = SyncStatus::Connection::Offline;
    status.offlineSince = noon;
    status.signInNeeded = true;
    status.workerMissing = true;
    QTest::newRow("offline") << status
                             << QStringList{u"Offline since 12:00"_s, u"3 waiting to be sent"_s, u"1 needing attention"_s,
                                            u"Sign in again"_s, u"The worker is not running"_s};
}

void TestShell::chipSaysTheState() // APP-4
{
    QFETCH(SyncStatus, status);
    QFETCH(QStringList, parts);
    m_window->setSyncStatus(status);
    QCOMPARE(m_window->findChild<SyncChip *>()->accessibleName(), parts.join(u", "_s));
}

void TestShell::panelAsksForWhatIsClicked() // APP-4
{
    using State = QueuedCommandView::State;
    const QDateTime now = QDateTime::currentDateTime();
    m_window->setQueue(
        {{u"1"_s, u"Waiting one"_s, {}, now, State::Waiting, false, true, false},
         {u"2"_s, u"Refused one"_s, u"Taken."_s, now, State::NeedsAttention, true, false, true, true},
         {u"3"_s, u"Sent one"_s, {}, now, State::Sending, false, true, false}});
    QTest::mouseClick(m_window->findChild<SyncChip *>(), Qt::LeftButton);
    auto *panel = m_window->findChild<SyncPanel *>();
    QVERIFY(panel->isVisible());
    QSignalSpy retried(m_window.get(), &MainWindow::retryRequested);
    QSignalSpy discarded(m_window.get(), &MainWindow::discardRequested);
    QSignalSpy compared(m_window.get(), &MainWindow::compareRequested);
    QTest::mouseClick(buttonCalled(panel, u"Try again"_s), Qt::LeftButton);
    QCOMPARE(retried.value(0).value(0).toString(), u"2"_s);
    // What is being sent can't be taken back, what is refused has its own ways out.
    QTest::mouseClick(buttonCalled(panel, u"Discard"_s), Qt::LeftButton);
    QCOMPARE(discarded.value(0).value(0).toString(), u"1"_s);
    QTest::mouseClick(buttonCalled(panel, u"Compare…"_s), Qt::LeftButton);
    QCOMPARE(compared.value(0).value(0).toString(), u"2"_s);
    QVERIFY(!panel->isVisible());
    m_window->showSyncPanel();
    QSignalSpy handedOver(m_window.get(), &MainWindow::handOverRequested);
    QTest::mouseClick(buttonCalled(panel, u"Hand over…"_s), Qt::LeftButton);
    QCOMPARE(handedOver.value(0).value(0).toString(), u"2"_s);
    QVERIFY(!panel->isVisible());
    m_window->showSyncPanel();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
}

void TestShell::lockHidesEverything() // SEC-4
{
    m_window->setAccount({u"1"_s, u"李四"_s, {}, {}, u"租户"_s});
    m_window->showPalette();
    QMenu menu(m_window.get());
    menu.addAction(u"Remove 张三"_s);
    menu.popup({});
    m_window->showToast(u"张三 is removed"_s, [] {});
    m_window->setLocked(true);
    QVERIFY(!m_first->isVisible());
    QVERIFY(!menu.isVisible());
    auto *toast = m_window->findChild<Toast *>();
    QVERIFY(!toast->isVisible());
    QVERIFY(toast->accessibleName().isEmpty());
    for (const QLabel *label : toast->findChildren<QLabel *>())
        QVERIFY(label->text().isEmpty());
    QVERIFY(!m_window->commandPalette()->isVisible());
    QCOMPARE(m_window->windowTitle(), u"Tenantry"_s);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!m_window->commandPalette()->isVisible());
    QVERIFY(!m_window->showPage(u"second"_s));

    QSignalSpy unlocked(m_window->lockScreen(), &LockScreen::unlockRequested);
    auto *edit = m_window->lockScreen()->findChild<QLineEdit *>();
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(unlocked.isEmpty());
    QTest::keyClicks(edit, u"secret"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(unlocked.value(0).value(0).toString(), u"secret"_s);
    m_window->setLocked(false);
    QVERIFY(m_first->isVisible());
    m_window->setLocked(true);
    QVERIFY(edit->text().isEmpty());
}

void TestShell::toastUndoesOnce() // MEM-5
{
    int undone = 0;
    m_window->showToast(u"Removed"_s, [&undone] { ++undone; });
    auto *toast = m_window->findChild<Toast *>();
    auto *button = toast->findChild<QPushButton *>();
    QVERIFY(button->isVisible());
    button->click();
    button->click();
    QCOMPARE(undone, 1);
    QVERIFY(!toast->isVisible());
    m_window->showToast(u"Saved"_s);
    QVERIFY(!button->isVisible());
}

void TestShell::registryFreesWhatNoWindowTook()
{
    QPointer<QObject> page;
    {
        PageRegistry pages;
        auto made = std::make_unique<gallery::ExamplePage>(u"x"_s, u"space"_s, u"X"_s, u"X"_s);
        page = made.get();
        pages.add(std::move(made));
        QCOMPARE(pages.find(u"x"_s)->page(), page.data());
        QVERIFY(!pages.find(u"y"_s));
    }
    QVERIFY(!page);
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
