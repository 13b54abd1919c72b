// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// APP-5: exported tables are read back, XLSX by another program's eyes (openpyxl)
#include "core/exchange/csvreader.h"
#include "core/exchange/tablewriter.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::exchange;
using namespace Qt::StringLiterals;

namespace {

const QList<QStringList> hostile{
    {u"姓名"_s, u"电话"_s, u"备注"_s},           {u"张三/zhangsan"_s, u"013800138000"_s, u"a,b \"c\"\nd"_s},
    {u"=1+1"_s, u"+8613800138000"_s, u"-2+3"_s}, {u"@SUM(A1)"_s, u" =cmd|' /C calc'!A0"_s, u"\t=1"_s},
    {u"𠮷野家"_s, QString(), u"<b>&amp;</b>"_s},
};

Result<void> writeAll(const QString &path, TableFormat format, const QList<QStringList> &rows,
                      bool replace = false)
{
    auto writer = TableWriter::create(path, format, replace);
    if (!writer)
        return tl::make_unexpected(writer.error());
    for (const QStringList &row : rows)
        if (auto ok = (*writer)->add(row); !ok)
            return ok;
    return (*writer)->finish();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every cell as [type, text], row by row, with what else a reader sees of the sheet.
QJsonObject openedByOpenpyxl(const QString &path)
{
    const QString script = uR"(
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
rows = [[[c.data_type, "" if c.value is None else c.value] for c in row] for row in sheet.iter_rows()]
print(json.dumps({"rows": rows, "bold": sheet["A1"].font.b, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref}))
)"_s;
    QProcess python;
    python.start(u"/usr/bin/python3"_s, // the one that Debian's packages are for
                 {u"-c"_s, script, path});
    python.waitForFinished(60'000);
    if (python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

} // namespace

class TableWriterTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void formulasBecomeText_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("changed");
        for (const char *cell : {"=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "  =1"})
            QTest::newRow(cell) << QString::fromUtf8(cell) << true;
        for (const char *cell : {"", "a=1", "张三", "'=1", "1-2", " a", "–"})
            QTest::newRow(cell) << QString::fromUtf8(cell) << false;
    }

    void formulasBecomeText()
    {
        QFETCH(const QString, cell);
        QFETCH(const bool, changed);
        QCOMPARE(withoutFormula(cell), changed ? u'\'' + cell : cell);
    }

    void csvIsReadBack()
    {
        for (const TableFormat format : {TableFormat::Csv, TableFormat::CsvWithMark}) {
            const QString file = path(u"a%1.csv"_s.arg(int(format)));
            QVERIFY(writeAll(file, format, hostile));
            QByteArray bytes = contents(file);
            QCOMPARE(bytes.startsWith("\xef\xbb\xbf"), format == TableFormat::CsvWithMark);
            QBuffer buffer(&bytes);
            QVERIFY(buffer.open(QIODevice::ReadOnly));
            CsvReader reader(buffer, file);
            for (const QStringList &row : hostile) {
                QVERIFY(reader.next().value_or(false));
                QStringList cells;
                for (const QByteArrayView field : reader.fields())
                    cells += QString::fromUtf8(field);
                QStringList expected;
                for (const QString &cell : row)
                    expected += withoutFormula(cell);
                QCOMPARE(cells, expected);
            }
            QCOMPARE(reader.next().value_or(true), false);
        }
    }

    void xlsxHoldsNothingButText()
    {
        const QString file = path(u"a.xlsx"_s);
        QVERIFY(writeAll(file, TableFormat::Xlsx, hostile));
        const QJsonObject sheet = openedByOpenpyxl(file);
        const QJsonArray rows = sheet[u"rows"_s].toArray();
        QCOMPARE(rows.size(), hostile.size());
        for (qsizetype r = 0; r < hostile.size(); ++r) {
            for (qsizetype c = 0; c < hostile[r].size(); ++c) {
                const QJsonArray cell = rows[r][c].toArray();
                QCOMPARE(cell[1].toString(), hostile[r][c]);
                if (!hostile[r][c].isEmpty())
                    QCOMPARE(cell[0].toString(), u"s"_s);
            }
        }
        QVERIFY(sheet[u"bold"_s].toBool());
        QCOMPARE(sheet[u"frozen"_s].toString(), u"A2"_s);
        QCOMPARE(sheet[u"filter"_s].toString(), u"A1:C5"_s);
    }

    void nothingIsLeftWithoutFinish()
    {
        for (const TableFormat format : {TableFormat::Xlsx, TableFormat::Csv}) {
            QTemporaryDir folder;
            {
                auto writer = TableWriter::create(folder.filePath(u"a"_s), format, false);
                QVERIFY(writer && (*writer)->add(hostile[1]));
            }
            QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                     QStringList());
        }
    }

    void replacesOnlyWhenTold()
    {
        const QString file = path(u"there.csv"_s);
        QVERIFY(writeAll(file, TableFormat::Csv, {{u"old"_s}}));
        const auto refused = writeAll(file, TableFormat::Csv, {{u"new"_s}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"export.exists"_s);
        QCOMPARE(contents(file), "old\r\n");
        QVERIFY(writeAll(file, TableFormat::Csv, {{u"new"_s}}, true));
        QCOMPARE(contents(file), "new\r\n");
    }

    void saysThatItCantWrite()
    {
        for (const QString &bad : {path(u"no/such/folder/a.csv"_s), m_folder.path()}) {
            const auto result = writeAll(bad, TableFormat::Csv, hostile, true);
            QVERIFY(!result);
            QCOMPARE(result.error().code, u"export.not_written"_s);
        }
    }

    void aSheetHasAnEnd()
    {
        auto writer = TableWriter::create(path(u"long.xlsx"_s), TableFormat::Xlsx, false);
        QVERIFY(writer);
        for (int i = 0; i < 1'048'576; ++i)
            QVERIFY((*writer)->add({}));
        const auto one = (*writer)->add({u"more"_s});
        QVERIFY(!one);
        QCOMPARE(one.error().code, u"export.too_many_rows"_s);
        QCOMPARE(one.error().parameters[u"max"_s].toInt(), 1'048'575);
    }
};

QTEST_GUILESS_MAIN(TableWriterTest)
#include "tst_tablewriter.moc"
