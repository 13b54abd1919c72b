// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ORG-5: files that somebody made elsewhere, and files that mean harm
#include "core/exchange/tablefile.h"
#include "core/exchange/tabletext.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::exchange;
using namespace Qt::StringLiterals;

class TableFileTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString file(const QByteArray &bytes, const QString &name = u"a.csv"_s) const
    {
        QFile made(m_folder.filePath(name));
        [&] { QVERIFY(made.open(QIODevice::WriteOnly)); }();
        made.write(bytes);
        return made.fileName();
    }
    [[nodiscard]] static Result<TableFile> read(const QString &path, const TableLimits &limits = {})
    {
        return readTable(path, std::stop_token(), limits);
    }
    /// Runs a script that makes a workbook at sys.argv[1].
    [[nodiscard]] QString workbook(const QString &script) const
    {
        const QString path = m_folder.filePath(u"made.xlsx"_s);
        QProcess python;
        python.start(u"/usr/bin/python3"_s, {u"-c"_s, script, path});
        python.waitForFinished(60'000);
        if (python.exitCode() != 0)
            qWarning("%s", python.readAllStandardError().constData());
        return path;
    }
    static void compareRows(const Result<TableFile> &table, const QStringList &header,
                            const QList<QStringList> &rows)
    {
        if (!table)
            qWarning("%s", qPrintable(table.error().code));
        QVERIFY(table);
        QCOMPARE(table->header, header);
        QCOMPARE(qsizetype(table->rows.size()), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i)
            QCOMPARE(table->rows[size_t(i)].cells, rows[i]);
    }

private Q_SLOTS:
    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray utf8 = "邮箱,姓名\na@example.com,张三\n";
        QTest::newRow("UTF-8") << utf8;
        QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + utf8;
        QTest::newRow("GB18030") << QByteArray(
            "\xd3\xca\xcf\xe4,\xd0\xd5\xc3\xfb\na@example.com,\xd5\xc5\xc8\xfd\n");
        QTest::newRow("semicolons") << QByteArray(utf8).replace(',', ';');
        QTest::newRow("tabs") << QByteArray(utf8).replace(',', '\t');
        QTest::newRow("mixed line ends") << QByteArray("邮箱,姓名\r\n\r\na@example.com,张三\r\n\n,,,\n");
        QTest::newRow("carriage returns") << QByteArray(utf8).replace('\n', '\r');
        QByteArray utf16("\xff\xfe");
        const QString text = QString::fromUtf8(utf8);
        utf16.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QTest::newRow("UTF-16 with a mark") << utf16;
    }
    void encodings()
    {
        QFETCH(const QByteArray, bytes);
        compareRows(read(file(bytes)), {u"邮箱"_s, u"姓名"_s}, {{u"a@example.com"_s, u"张三"_s}});
    }

    void fourBytesOfGb18030()
    {
        // U+20BB7, which GBK hasn't
        const auto text = tableText("a\n\x95\x33\xb5\x37\xd5\xc5\n"_ba);
        QVERIFY(text);
        QVERIFY(QString::fromUtf8(*text).contains(u"张"_s));
    }

    void textStaysText()
    {
        compareRows(read(file("mail,phone\n'+8613800138000,0086\n'=1+1,'a\n\"x\ny\",\"\"\"q\"\"\"\n")),
                    {u"mail"_s, u"phone"_s},
                    {{u"+8613800138000"_s, u"0086"_s}, {u"=1+1"_s, u"'a"_s}, {u"x\ny"_s, u"\"q\""_s}});
    }

    void linesAreThoseOfTheFile()
    {
        const auto table = read(file("a,b\n\n\"1\n2\",x\n\n3,y\n"));
        QVERIFY(table);
        QCOMPARE(table->rows.at(0).number, 3);
        QCOMPARE(table->rows.at(1).number, 6);
    }

    void shortAndLongRows()
    {
        compareRows(read(file("a,b,c\n1\n1,2,3,4,5\n1,2,3,,\n")), {u"a"_s, u"b"_s, u"c"_s},
                    {{u"1"_s, {}, {}}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}, {u"1"_s, u"2"_s, u"3"_s}});
    }

    void hostileText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QByteArray() << u"table.empty"_s;
        QTest::newRow("blanks") << QByteArray("\n ,\n\r\n") << u"table.empty"_s;
        QTest::newRow("NUL") << QByteArray("a,b\n1,\0\n", 8) << u"table.binary"_s;
        QTest::newRow("NUL in UTF-16") << QByteArray("\xff\xfe\x61\x00\x00\x00", 6) << u"table.binary"_s;
        QTest::newRow("neither encoding") << QByteArray("a,b\n\xff\xff,\xfe\n") << u"table.encoding"_s;
        QTest::newRow("a mark that lies") << QByteArray("\xef\xbb\xbf"
                                                        "a\n\xd5\xc5\n")
                                          << u"table.encoding"_s;
        QTest::newRow("an open quote") << QByteArray("a,b\n\"1,2\n") << u"exchange.malformed"_s;
        QTest::newRow("a million columns") << QByteArray(1'000'000, ',') + "x\n"
                                           << u"table.too_many_columns"_s;
        QTest::newRow("a million columns below") << "a\n" + QByteArray(1'000'000, ',') + "x\n"
                                                 << u"table.too_many_columns"_s;
        QTest::newRow("a huge cell") << "a\n" + QByteArray(1'000'000, 'x') + '\n' << u"table.cell_too_long"_s;
        QTest::newRow("not a workbook") << QByteArray("PK\x03\x04 and then nothing") << u"table.damaged"_s;
    }
    void hostileText()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, code);
        const auto table = read(file(bytes));
        QVERIFY(!table);
        QCOMPARE(table.error().code, code);
    }

    void limits()
    {
        const QString path = file("a\n1\n2\n3\n");
        QCOMPARE(read(path, {.rows = 2}).error().code, u"table.too_many_rows"_s);
        QVERIFY(read(path, {.rows = 3}));
        QCOMPARE(read(path, {.bytes = 4}).error().code, u"table.too_large"_s);
        QCOMPARE(read(m_folder.path()).error().code, u"table.unreadable"_s);
        QCOMPARE(read(u"/dev/zero"_s).error().code, u"table.unreadable"_s);
        std::stop_source stopped;
        stopped.request_stop();
        QCOMPARE(readTable(path, stopped.get_token()).error().code, u"table.stopped"_s);
    }

    void workbooks()
    {
        const QString path = workbook(uR"(
import sys, openpyxl
book = openpyxl.Workbook(); sheet = book.active
sheet.append(["邮箱", "姓名", None, "手机号", "是"])
sheet.append(["a@example.com", "张三", None, 13800138000, True])
sheet["A5"] = "b@example.com"; sheet["D5"] = "013"; sheet["E5"] = 1.5
book.create_sheet("other").append(["not this one"])
book.save(sys.argv[1])
)"_s);
        const auto table = read(path);
        compareRows(table, {u"邮箱"_s, u"姓名"_s, {}, u"手机号"_s, u"是"_s},
                    {{u"a@example.com"_s, u"张三"_s, {}, u"13800138000"_s, u"TRUE"_s},
                     {u"b@example.com"_s, {}, {}, u"013"_s, u"1.5"_s}});
        QCOMPARE(table->rows.at(1).number, 5);
        QCOMPARE(table->format, TableFormat::Xlsx);
    }

    void whatWeWriteWeRead()
    {
        const QList<QStringList> rows{
            {u"邮箱"_s, u"手机号"_s}, {u"=1+1"_s, u"+8613800138000"_s}, {u"a\nb"_s, u"<&>\"'"_s}};
        for (const TableFormat format : {TableFormat::Csv, TableFormat::CsvWithMark, TableFormat::Xlsx}) {
            const QString path = m_folder.filePath(u"out"_s + fileEnding(format));
            auto writer = TableWriter::create(path, format, true);
            QVERIFY(writer);
            for (const QStringList &row : rows)
                QVERIFY((*writer)->add(row));
            QVERIFY((*writer)->finish());
            compareRows(read(path), rows[0], rows.mid(1));
        }
    }

    void hostileWorkbooks_data()
    {
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<QString>("code");
        const QString head = u"<worksheet><sheetData><row r='1'>"_s;
        const QString tail = u"</row></sheetData></worksheet>"_s;
        QTest::newRow("entities") << u"<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"_s + head +
                                         u"<c t='inlineStr'><is><t>&b;</t></is></c>"_s + tail
                                  << u"table.damaged"_s;
        QTest::newRow("a file from outside")
            << u"<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"_s + head +
                   u"<c t='inlineStr'><is><t>&a;</t></is></c>"_s + tail
            << u"table.damaged"_s;
        QTest::newRow("cut off") << head + u"<c><v>1"_s << u"table.damaged"_s;
        QTest::newRow("a string that isn't there")
            << head + u"<c t='s'><v>7</v></c>"_s + tail << u"table.damaged"_s;
        QTest::newRow("a column far out")
            << head + u"<c r='XFD1'><v>7</v></c>"_s + tail << u"table.too_many_columns"_s;
        QTest::newRow("a column beyond all")
            << head + u"<c r='ZZZZZZZZ1'><v>7</v></c>"_s + tail << u"table.damaged"_s;
        QTest::newRow("a bomb") << head + u"<c t='inlineStr'><is><t>BOMB</t></is></c>"_s + tail
                                << u"table.too_large"_s;
    }
    void hostileWorkbooks()
    {
        QFETCH(const QString, sheet);
        QFETCH(const QString, code);
        const QString path = workbook(uR"(
import sys, zipfile
sheet = """%1"""
book = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED)
book.writestr("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='one'/></sheets></workbook>")
book.writestr("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='one' Target='worksheets/s.xml'/></Relationships>")
book.writestr("xl/worksheets/s.xml", sheet.replace("BOMB", "x" * 80_000_000))
book.close()
)"_s.arg(sheet));
        const auto table = read(path, {.unpacked = qint64(64) << 20});
        QVERIFY(!table);
        QCOMPARE(table.error().code, code);
    }

    void truncatedWorkbook()
    {
        const QString path = workbook(
            u"import sys, openpyxl; b = openpyxl.Workbook(); b.active.append(['a'] * 50); b.save(sys.argv[1])"_s);
        QFile whole(path);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        for (const qsizetype size : {bytes.size() / 4, bytes.size() / 2, bytes.size() - 10})
            QCOMPARE(read(file(bytes.first(size))).error().code, u"table.damaged"_s);
        // One wrong byte within a part: the checksum tells.
        int refused = 0;
        for (qsizetype at = 60; at < bytes.size(); at += 97) {
            QByteArray changed = bytes;
            changed[at] = char(changed[at] ^ 0x55);
            const auto table = read(file(changed));
            refused += !table;
            QVERIFY(!table || table->header.size() <= 50);
        }
        QVERIFY(refused > 5);
    }
};

QTEST_GUILESS_MAIN(TableFileTest)
#include "tst_tablefile.moc"
