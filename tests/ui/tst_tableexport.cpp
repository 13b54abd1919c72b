// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// APP-5: what a table shows is what the file holds; columns and sorting are kept
#include "ui/widgets/exportdialog.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/tableexport.h"
#include "ui/widgets/tablememory.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/viewstyle.h"

#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/loopwatch.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using exchange::TableFormat;

namespace {

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// As many rows as wanted, made when asked for.
class LongModel final : public QAbstractTableModel
{
public:
    explicit LongModel(int rows) : m_rows(rows) {}
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return 9; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? u"%1.%2"_s.arg(index.row()).arg(index.column()) : QVariant();
    }
    void add()
    {
        beginInsertRows({}, m_rows, m_rows);
        ++m_rows;
        endInsertRows();
    }

private:
    int m_rows;
};

} // namespace

class TableExportTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QStandardItemModel> m_model;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    static QString exported(QAbstractItemView &view, const QString &path)
    {
        TableExport run(&view, headerOf(&view));
        QSignalSpy finished(&run, &TableExport::finished);
        run.start(path, TableFormat::Csv, true);
        return finished.wait(20'000) ? contents(path) : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<QStandardItemModel>(3, 4);
        m_model->setHorizontalHeaderLabels({u"Name"_s, u"Role"_s, u"Since"_s, QString()});
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 4; ++column)
                m_model->setItem(row, column,
                                 new QStandardItem(u"%1%2"_s.arg(QChar(u'a' + column)).arg(row)));
    }

    void columnsOrderFilterAndSorting()
    {
        m_model->item(1, 0)->setData(u"muted"_s, SecondaryTextRole);
        m_model->item(2, 1)->setData(u"Owner"_s, CopyTextRole);
        QSortFilterProxyModel proxy;
        proxy.setSourceModel(m_model.get());
        proxy.setFilterRegularExpression(u"a[12]"_s);
        QTableView view;
        styleTable(&view);
        view.setModel(&proxy);
        view.setSortingEnabled(true);
        view.sortByColumn(0, Qt::DescendingOrder);
        view.horizontalHeader()->setSectionHidden(2, true);
        view.horizontalHeader()->moveSection(1, 0);
        QCOMPARE(exported(view, path(u"a.csv"_s)), u"Role,Name\r\nOwner,a2\r\nb1,a1 muted\r\n"_s);
    }

    void aTreeAsFarAsItIsOpen()
    {
        m_model->item(0)->appendRow(new QStandardItem(u"below"_s));
        m_model->item(1)->appendRow(new QStandardItem(u"closed"_s));
        QTreeView view;
        styleTree(&view);
        view.setModel(m_model.get());
        view.expand(m_model->index(0, 0));
        view.setRowHidden(2, {}, true);
        QCOMPARE(exported(view, path(u"tree.csv"_s)),
                 u"Name,Role,Since\r\na0,b0,c0\r\nbelow,,\r\na1,b1,c1\r\n"_s);
    }

    void nothingButTheNames()
    {
        m_model->removeRows(0, 3);
        QTableView view;
        view.setModel(m_model.get());
        QCOMPARE(exported(view, path(u"none.csv"_s)), u"Name,Role,Since\r\n"_s);
    }

    void beginsAnewWhenRowsChange()
    {
        LongModel model(20'000);
        QTableView view;
        view.setModel(&model);
        TableExport run(&view, view.horizontalHeader());
        QSignalSpy finished(&run, &TableExport::finished);
        connect(&run, &TableExport::progressed, this, [&](int rows) {
            if (rows > 5'000 && model.rowCount() == 20'000)
                model.add();
        });
        run.start(path(u"anew.csv"_s), TableFormat::Csv, false);
        QVERIFY(finished.wait(30'000));
        QCOMPARE(finished[0][0].toInt(), 20'001);
        QCOMPARE(contents(path(u"anew.csv"_s)).count(u"\r\n"_s), 20'002);
    }

    void theWindowStaysAlive() // APP-3
    {
        LongModel model(200'000);
        QTableView view;
        view.setModel(&model);
        const test::LoopWatch watch;
        TableExport run(&view, view.horizontalHeader());
        QSignalSpy finished(&run, &TableExport::finished);
        run.start(path(u"long.xlsx"_s), TableFormat::Xlsx, false);
        QVERIFY(finished.wait(120'000));
        qInfo("200,000 rows of 9 columns to XLSX: %lld ms, longest turn %.1f ms", watch.elapsed(),
              watch.longest());
        QVERIFY2(watch.longest() < test::LoopWatch::bar, qPrintable(QString::number(watch.longest())));
    }

    void cancellingLeavesNothing() // APP-3
    {
        LongModel model(200'000);
        QTableView view;
        view.setModel(&model);
        const QString file = path(u"cancelled.csv"_s);
        {
            TableExport run(&view, view.horizontalHeader());
            QSignalSpy progressed(&run, &TableExport::progressed);
            run.start(file, TableFormat::Csv, false);
            QVERIFY(progressed.wait(test::atMost));
        }
        QVERIFY(!QFile::exists(file));
        QCOMPARE(QDir(m_folder.path()).entryList({u".export*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }

    void theDialogAsksBeforeReplacing()
    {
        QWidget window;
        auto *view = new QTableView(&window);
        view->setAccessibleName(u"Members / all"_s);
        styleTable(view);
        view->setModel(m_model.get());
        window.show();
        openExport(view);
        auto *dialog = window.findChild<ExportDialog *>();
        QVERIFY(dialog && dialog->path()->text().contains(u"Members all "_s) &&
                dialog->path()->text().endsWith(u".xlsx"_s));
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        QCOMPARE(test::unreachableControls(dialog), QStringList());
        const QString file = path(u"dialog.xlsx"_s);
        QFile there(file);
        QVERIFY(there.open(QIODevice::WriteOnly) && there.write("old") == 3);
        there.close();
        dialog->path()->setText(file);
        QSignalSpy written(dialog, &ExportDialog::written);
        QTest::keyClick(dialog->path(), Qt::Key_Return);
        QTRY_VERIFY(!dialog->path()->accessibleDescription().isEmpty() &&
                    dialog->path()->property("invalid").toBool());
        QCOMPARE(contents(file), u"old"_s);
        QTest::keyClick(dialog->path(), Qt::Key_Return);
        QTRY_COMPARE(written.count(), 1);
        QVERIFY(contents(file).startsWith(u"PK"_s));
    }

    void keysAndMenu()
    {
        QWidget window;
        auto *view = new QTableView(&window);
        styleTable(view);
        view->setModel(m_model.get());
        QToolButton *button = makeTableButton(view);
        button->setParent(&window);
        window.show();
        QVERIFY(!button->accessibleName().isEmpty());
        Q_EMIT button->menu()->aboutToShow();
        for (QAction *action : button->menu()->actions())
            if (action->text() == u"Since"_s)
                action->toggle();
        QVERIFY(view->isColumnHidden(2));
        QApplication::setActiveWindow(&window);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(window.findChild<ExportDialog *>());
    }

    void columnsAreKept()
    {
        QHash<QString, QByteArray> kept;
        const auto show = [&](QTableView &view, const QString &name) {
            view.setObjectName(name);
            view.setModel(m_model.get());
            view.setSortingEnabled(true);
            view.show();
        };
        TableMemory memory(
            *qApp, [&](const QString &name) { return kept.value(name); },
            [&](const QString &name, const QByteArray &state) { kept.insert(name, state); });
        {
            QTableView view;
            show(view, u"people"_s);
            view.setColumnHidden(1, true);
            view.sortByColumn(2, Qt::DescendingOrder);
            QTableView nameless;
            show(nameless, {});
            nameless.setColumnHidden(0, true);
            view.hide();
        }
        QCOMPARE(kept.keys(), QStringList{u"people"_s});
        QTableView later;
        show(later, u"people"_s);
        QVERIFY(later.isColumnHidden(1) && !later.isColumnHidden(0));
        QCOMPARE(later.horizontalHeader()->sortIndicatorSection(), 2);
        QCOMPARE(m_model->index(0, 2).data().toString(), u"c2"_s); // sorted too
    }
};

QTEST_MAIN(TableExportTest)
#include "tst_tableexport.moc"
