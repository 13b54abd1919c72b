// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/examplepage.h"
#include "tests/ui/support/keyboardwalk.h"

#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/signinwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/commentbox.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

/// Everything by keyboard, a name on every control (APP-2).
class TestKeyboard final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void mainWindow();
    void syncPanel();
    void lockScreen();
    void signIn_data();
    void signIn();
    void theWalkFindsFaults();
    void arrowsMoveInNavigation();
    void arrowsMoveInTabs();
    void controlFGoesToThePagesSearch();
    void controlEnterSubmitsAComment();

private:
    [[nodiscard]] std::unique_ptr<MainWindow> makeWindow();
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

namespace
{

QWidget *makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    auto *search = new SearchField;
    search->setHint(u"Name"_s);
    auto *table = new QTableView;
    styleTable(table);
    table->setModel(new QStandardItemModel(3, 2, table));
    table->setAccessibleName(u"Members"_s);
    auto *tabs = new Tabs(Tabs::Look::Underlined);
    tabs->setAccessibleName(u"Views"_s);
    tabs->add(u"One"_s);
    tabs->add(u"Two"_s);
    auto *comment = new CommentBox;
    comment->setHint(u"Comment"_s);
    comment->setTemplates({u"Fine."_s});
    layout->addWidget(search);
    layout->addWidget(table);
    layout->addWidget(tabs);
    layout->addWidget(comment);
    layout->addWidget(makeButton(ButtonStyle::Primary, u"Save"_s));
    layout->addWidget(makeIconButton(u"filter"_s, u"Filter"_s));
    return content;
}

void check(QWidget *window)
{
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window));
    QCOMPARE(test::unnamedControls(window).join(u'\n'), QString());
    QCOMPARE(test::unreachableControls(window).join(u'\n'), QString());
}

} // namespace

void TestKeyboard::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Theme::Mode::Light);
    m_language = std::make_unique<Language>(*qApp);
    m_language->apply(u"en"_s);
}

std::unique_ptr<MainWindow> TestKeyboard::makeWindow()
{
    PageRegistry pages;
    pages.add(std::make_unique<gallery::ExamplePage>(u"a"_s, u"space"_s, u"Spaces"_s, u"空间"_s, 3, makeContent()));
    pages.add(std::make_unique<gallery::ExamplePage>(u"b"_s, u"group"_s, u"Groups"_s, u"角色组"_s));
    pages.add(std::make_unique<gallery::ExamplePage>(u"c"_s, u"audit"_s, u"Audit"_s, u"审计"_s), 1);
    return std::make_unique<MainWindow>(std::move(pages), *m_theme, *m_language);
}

void TestKeyboard::mainWindow()
{
    const auto window = makeWindow();
    check(window.get());
}

void TestKeyboard::syncPanel()
{
    const auto window = makeWindow();
    using State = QueuedCommandView::State;
    window->setQueue({{u"1"_s, u"Rename a group"_s, u"Taken."_s, QDateTime::currentDateTime(), State::NeedsAttention, true, true, true}});
    window->show();
    QApplication::setActiveWindow(window.get());
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QSignalSpy retried(window.get(), &MainWindow::retryRequested);
    // From the first control on: sync now, compare, try again.
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(retried.size(), 1);
    QCOMPARE(retried.first().first().toString(), u"1"_s);
}

void TestKeyboard::lockScreen()
{
    const auto window = makeWindow();
    window->setAccount({u"1"_s, u"李四"_s, {}, {}, {}});
    window->setLocked(true);
    check(window.get());
}

void TestKeyboard::signIn_data()
{
    QTest::addColumn<bool>("demo");
    QTest::newRow("demo") << true;
    QTest::newRow("server") << false;
}

void TestKeyboard::signIn()
{
    QFETCH(bool, demo);
    SignInWindow window(*m_theme, *m_language);
    window.resize(1000, 760);
    window.setProfiles({{u"demo"_s, u"Demo"_s, true, {}}, {u"x"_s, u"x.example.org"_s, false, {}}}, demo ? u"demo"_s : u"x"_s);
    window.setPersonas({{u"1"_s, u"赵敏"_s, u"System administrator"_s, {}}, {u"2"_s, u"李四"_s, u"Member"_s, {}}});
    check(&window);
}

void TestKeyboard::theWalkFindsFaults()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *unreachable = new QPushButton(u"Never"_s);
    unreachable->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(unreachable);
    layout->addWidget(new QPushButton(u"Fine"_s));
    layout->addWidget(new QLineEdit);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(test::unreachableControls(&window).size(), 1);
    QCOMPARE(test::unnamedControls(&window).size(), 1);
}

void TestKeyboard::arrowsMoveInNavigation()
{
    const auto window = makeWindow();
    window->show();
    QApplication::setActiveWindow(window.get());
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QAbstractButton *first = nullptr;
    for (QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (button->text() == u"Spaces"_s)
            first = button;
    }
    QVERIFY(first);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Down);
    QCOMPARE(window->currentPage()->id(), u"b"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(window->currentPage()->id(), u"c"_s);
    QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window->currentPage()->id(), u"a"_s);
}

void TestKeyboard::arrowsMoveInTabs()
{
    Tabs tabs(Tabs::Look::Segmented);
    for (const QString &text : {u"One"_s, u"Two"_s, u"Three"_s})
        tabs.add(text);
    tabs.setTabEnabled(1, false, u"Not now"_s);
    QSignalSpy changed(&tabs, &Tabs::currentChanged);
    QTest::keyClick(&tabs, Qt::Key_Right);
    QCOMPARE(tabs.current(), 2);
    QTest::keyClick(&tabs, Qt::Key_Right);
    QCOMPARE(tabs.current(), 2);
    QTest::keyClick(&tabs, Qt::Key_Left);
    QCOMPARE(tabs.current(), 0);
    QCOMPARE(changed.size(), 2);
}

void TestKeyboard::controlFGoesToThePagesSearch()
{
    const auto window = makeWindow();
    window->show();
    QApplication::setActiveWindow(window.get());
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(window->currentPage()->findChild<SearchField *>()->hasFocus());
}

void TestKeyboard::controlEnterSubmitsAComment()
{
    CommentBox box(5);
    QSignalSpy submitted(&box, &CommentBox::submitted);
    QTest::keyClicks(box.edit(), u"Good"_s);
    QTest::keyClick(box.edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(box.comment(), u"Good"_s);
    QVERIFY(!box.isTooLong());
    box.setComment(u"𠮷𠮷𠮷𠮷𠮷"_s); // five code points, ten units
    QVERIFY(!box.isTooLong());
    box.setComment(u"123456"_s);
    QVERIFY(box.isTooLong());
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
