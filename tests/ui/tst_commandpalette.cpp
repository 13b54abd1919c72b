// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/examplepage.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestCommandPalette final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void opensByShortcutAndClosesByEscape();
    void listsPagesAndActions();
    void enterOpensThePage();
    void hiddenPagesAreNotOffered();
    void pageActionsRun();
    void objectsComeFromTheSource();
    void arrowsChoose();

private:
    [[nodiscard]] QStringList titles() const;
    void type(const QString &text);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<MainWindow> m_window;
    gallery::ExamplePage *m_groups = nullptr;
};

void TestCommandPalette::init()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Theme::Mode::Light);
    m_language = std::make_unique<Language>(*qApp);
    m_language->apply(u"en"_s);
    PageRegistry pages;
    pages.add(std::make_unique<gallery::ExamplePage>(u"spaces"_s, u"space"_s, u"Spaces"_s, u"空间"_s));
    auto groups = std::make_unique<gallery::ExamplePage>(u"groups"_s, u"group"_s, u"Role groups"_s, u"角色组"_s);
    m_groups = groups.get();
    pages.add(std::move(groups));
    m_window = std::make_unique<MainWindow>(std::move(pages), *m_theme, *m_language);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestCommandPalette::cleanup()
{
    m_window.reset();
}

QStringList TestCommandPalette::titles() const
{
    const QAbstractItemModel *model = m_window->commandPalette()->list()->model();
    QStringList result;
    for (int row = 0; row < model->rowCount(); ++row)
        result.append(model->index(row, 0).data().toString());
    return result;
}

void TestCommandPalette::type(const QString &text)
{
    QTest::keyClicks(m_window->commandPalette()->field(), text);
}

void TestCommandPalette::opensByShortcutAndClosesByEscape() // APP-2
{
    QVERIFY(!m_window->commandPalette()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(m_window->commandPalette()->isVisible());
    QVERIFY(m_window->commandPalette()->field()->hasFocus());
    QTest::keyClick(m_window->commandPalette()->field(), Qt::Key_Escape);
    QVERIFY(!m_window->commandPalette()->isVisible());
}

void TestCommandPalette::listsPagesAndActions()
{
    m_window->showPalette();
    QVERIFY(titles().contains(u"Spaces"_s));
    QVERIFY(titles().contains(u"Sync now"_s));
    type(u"sync"_s);
    QVERIFY(titles().contains(u"Sync now"_s));
    QVERIFY(!titles().contains(u"Spaces"_s));
}

void TestCommandPalette::enterOpensThePage()
{
    m_window->showPalette();
    type(u"role"_s);
    QCOMPARE(titles().first(), u"Role groups"_s);
    QTest::keyClick(m_window->commandPalette()->field(), Qt::Key_Return);
    QCOMPARE(m_window->currentPage()->id(), u"groups"_s);
    QVERIFY(!m_window->commandPalette()->isVisible());
}

void TestCommandPalette::hiddenPagesAreNotOffered()
{
    m_groups->setAvailable(false);
    m_window->showPalette();
    QVERIFY(!titles().contains(u"Role groups"_s));
}

void TestCommandPalette::pageActionsRun()
{
    QAction action(u"Rename space"_s);
    QSignalSpy triggered(&action, &QAction::triggered);
    m_window->currentPage()->addAction(&action);
    m_window->showPalette();
    type(u"rename"_s);
    QTest::keyClick(m_window->commandPalette()->field(), Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    // Another page's actions are not on offer.
    m_window->showPage(u"groups"_s);
    m_window->showPalette();
    QVERIFY(!titles().contains(u"Rename space"_s));
}

void TestCommandPalette::objectsComeFromTheSource()
{
    QMap<QString, CommandPalette::ObjectsFound> asked;
    m_window->setObjectSource([&](const QString &query, const CommandPalette::ObjectsFound &found) { asked.insert(query, found); });
    m_window->showPalette();
    type(u"zs"_s);
    QCOMPARE(titles(), QStringList());
    asked[u"z"_s]({{u"groups"_s, u"1"_s, u"person"_s, u"周舟"_s, {}}}); // too late: that was another query
    QCOMPARE(titles(), QStringList());
    asked[u"zs"_s]({{u"groups"_s, u"42"_s, u"person"_s, u"张三"_s, u"质效技术部"_s}});
    QCOMPARE(titles(), QStringList{u"张三"_s});
    QTest::keyClick(m_window->commandPalette()->field(), Qt::Key_Return);
    QCOMPARE(m_window->currentPage()->id(), u"groups"_s);
    QCOMPARE(m_groups->shownObject, u"42"_s);
}

void TestCommandPalette::arrowsChoose()
{
    m_window->showPalette();
    SearchField *field = m_window->commandPalette()->field();
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(m_window->commandPalette()->list()->currentIndex().row(), 0);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(m_window->commandPalette()->list()->currentIndex().row(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentPage()->id(), u"groups"_s);
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
