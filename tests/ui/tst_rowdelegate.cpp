// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/viewstyle.h"

#include <QHeaderView>
#include <QListView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestRowDelegate final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsMatches();
    void highlightsTheMatch();
    void rowsAreHighEnough();
    void leftEndOfTheRowTicks();
    void spaceTicks();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestRowDelegate::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Theme::Mode::Light);
}

void TestRowDelegate::findsMatches() // MEM-3
{
    QCOMPARE(findMatches(u"Anna and ANNA"_s, u"anna"_s), (QList<TextRange>{{0, 4}, {9, 4}}));
    QCOMPARE(findMatches(u"张三张"_s, u"张"_s), (QList<TextRange>{{0, 1}, {2, 1}}));
    QCOMPARE(findMatches(u"aaa"_s, u"aa"_s), (QList<TextRange>{{0, 2}}));
    QVERIFY(findMatches(u"abc"_s, {}).isEmpty());
}

void TestRowDelegate::highlightsTheMatch() // MEM-3
{
    QListView view;
    styleList(&view);
    QStandardItemModel model;
    model.appendRow(new QStandardItem(u"张三"_s));
    view.setModel(&model);
    view.resize(200, 100);
    const auto hasMatchColour = [&view] {
        const QImage image = view.grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).rgb() == tokens().match.rgb())
                    return true;
            }
        }
        return false;
    };
    QVERIFY(!hasMatchColour());
    auto *delegate = qobject_cast<RowDelegate *>(view.itemDelegate());
    QVERIFY(delegate);
    delegate->setQuery(u"三"_s);
    QVERIFY(hasMatchColour());
    delegate->setQuery(u"四"_s);
    QVERIFY(!hasMatchColour());
}

void TestRowDelegate::rowsAreHighEnough()
{
    QStandardItemModel model(2, 2);
    QTableView table;
    styleTable(&table);
    table.setModel(&model);
    QVERIFY(table.rowHeight(0) >= 32);
    QTreeView tree;
    styleTree(&tree);
    tree.setModel(&model);
    tree.show();
    QVERIFY(tree.visualRect(model.index(0, 0)).height() >= 32);
}

void TestRowDelegate::leftEndOfTheRowTicks()
{
    QStandardItemModel model;
    auto *item = new QStandardItem(u"张三"_s);
    item->setCheckable(true);
    item->setEditable(false);
    model.appendRow(item);
    QTableView table;
    styleTable(&table);
    table.setModel(&model);
    table.resize(300, 120);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QRect cell = table.visualRect(model.index(0, 0));
    const QPoint mark(cell.left() + metrics::pageMargin + 8, cell.center().y());
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, mark);
    QCOMPARE(item->checkState(), Qt::Checked);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, QPoint(cell.right() - 4, cell.center().y()));
    QCOMPARE(item->checkState(), Qt::Checked);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, mark);
    QCOMPARE(item->checkState(), Qt::Unchecked);
}

void TestRowDelegate::spaceTicks() // APP-2
{
    QStandardItemModel model;
    auto *item = new QStandardItem(u"张三"_s);
    item->setCheckable(true);
    item->setEditable(false);
    model.appendRow(item);
    QTreeView tree;
    styleTree(&tree);
    tree.setModel(&model);
    tree.show();
    tree.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&tree, Qt::Key_Space);
    QCOMPARE(item->checkState(), Qt::Checked);
}

QTEST_MAIN(TestRowDelegate)
#include "tst_rowdelegate.moc"
