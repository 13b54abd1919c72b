// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabletools.h"
#include "ui/widgets/viewstyle.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestTableTools final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void copiesWhatIsOnTheScreen();
    void copiesATreeFromTopToBottom();
    void keepsColumns();

private:
    std::unique_ptr<QStandardItemModel> m_model;
};

void TestTableTools::init()
{
    m_model = std::make_unique<QStandardItemModel>(3, 3);
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column)
            m_model->setItem(row, column, new QStandardItem(u"%1%2"_s.arg(QChar(u'a' + column)).arg(row)));
    }
    m_model->item(2, 0)->setText(u"with\ttab"_s);
}

void TestTableTools::copiesWhatIsOnTheScreen() // APP-5
{
    QTableView view;
    styleTable(&view);
    view.setModel(m_model.get());
    view.horizontalHeader()->setSectionHidden(1, true);
    view.horizontalHeader()->moveSection(2, 0);
    view.setSelectionMode(QAbstractItemView::MultiSelection);
    view.selectRow(2);
    view.selectRow(0);
    view.show();
    QApplication::setActiveWindow(&view);
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"c0\ta0\nc2\twith tab"_s);
}

void TestTableTools::copiesATreeFromTopToBottom()
{
    m_model->item(0)->appendRow(new QStandardItem(u"child"_s));
    QTreeView view;
    styleTree(&view);
    view.setModel(m_model.get());
    view.expandAll();
    view.setSelectionMode(QAbstractItemView::MultiSelection);
    view.selectionModel()->select(m_model->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    view.selectionModel()->select(m_model->index(0, 0, m_model->index(0, 0)), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(selectedText(&view, view.header()).section(u'\n', 0, 0).section(u'\t', 0, 0), u"child"_s);
    QVERIFY(selectedText(&view, view.header()).endsWith(u"a1\tb1\tc1"_s));
}

void TestTableTools::keepsColumns() // APP-5
{
    QTableView first;
    first.setModel(m_model.get());
    first.horizontalHeader()->setSectionHidden(2, true);
    first.horizontalHeader()->resizeSection(0, 234);
    const QByteArray state = columnState(first.horizontalHeader());
    QTableView second;
    second.setModel(m_model.get());
    restoreColumnState(second.horizontalHeader(), state);
    QVERIFY(second.isColumnHidden(2));
    QCOMPARE(second.columnWidth(0), 234);

    QStandardItemModel wider(1, 4);
    QTableView third;
    third.setModel(&wider);
    restoreColumnState(third.horizontalHeader(), state);
    QVERIFY(!third.isColumnHidden(2));
    restoreColumnState(third.horizontalHeader(), "nonsense");
}

QTEST_MAIN(TestTableTools)
#include "tst_tabletools.moc"
