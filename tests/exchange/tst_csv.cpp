// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"
#include "core/exchange/csvwriter.h"

#include <QBuffer>
#include <QTest>

#include <random>

using namespace tenantry;
using namespace tenantry::exchange;
using namespace Qt::StringLiterals;

namespace
{

using Records = QList<QList<QByteArray>>;

struct Read {
    Records records;
    QList<qint64> lines;
    std::optional<Error> error;
};

Read read(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, u"x.csv"_s);
    Read result;
    for (;;) {
        const auto got = reader.next();
        if (!got)
            result.error = got.error();
        if (!got || !*got)
            return result;
        QList<QByteArray> record;
        for (const QByteArrayView field : reader.fields())
            record.append(field.toByteArray());
        result.records.append(record);
        result.lines.append(reader.line());
    }
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRfc4180_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Records>("records");
        QTest::newRow("CRLF") << "a,b\r\nc,d\r\n"_ba << Records{{"a", "b"}, {"c", "d"}};
        QTest::newRow("LF, no end") << "a,b\nc,d"_ba << Records{{"a", "b"}, {"c", "d"}};
        QTest::newRow("CR") << "a\rb\r"_ba << Records{{"a"}, {"b"}};
        QTest::newRow("mark") << "\xef\xbb\xbf\"a\",b\n"_ba << Records{{"a", "b"}};
        QTest::newRow("quotes") << "\"a,1\",\"say \"\"hi\"\"\",\"two\r\nlines\"\n"_ba << Records{{"a,1", "say \"hi\"", "two\r\nlines"}};
        QTest::newRow("blanks belong to fields") << " a , b\t\n\" c \"\n"_ba << Records{{" a ", " b\t"}, {" c "}};
        QTest::newRow("empty fields") << ",\n\"\",\na,,\n"_ba << Records{{"", ""}, {"", ""}, {"a", "", ""}};
        QTest::newRow("an empty field alone") << "\"\"\n"_ba << Records{{""}};
        QTest::newRow("empty lines") << "\n\na\n\n\r\nb\n\n"_ba << Records{{"a"}, {"b"}};
        QTest::newRow("Chinese") << "张三,\"技术,中心\"\n"_ba << Records{{"张三", "技术,中心"}};
        QTest::newRow("nothing") << ""_ba << Records{};
        QTest::newRow("only a mark") << "\xef\xbb\xbf"_ba << Records{};
    }
    void readsRfc4180()
    {
        QFETCH(QByteArray, text);
        QFETCH(Records, records);
        const Read got = read(text);
        QVERIFY2(!got.error, got.error ? qPrintable(describe(*got.error)) : "");
        QCOMPARE(got.records, records);
    }

    void countsLines()
    {
        QCOMPARE(read("a\n\nb\r\n\"c\nc\"\nd\re\n"_ba).lines, QList<qint64>({1, 3, 4, 6, 7}));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("begins");
        QTest::newRow("stray quote") << "a,b\nc,d\"e\n"_ba << u"x.csv:2: column 2: "_s;
        QTest::newRow("behind the quote") << "\"a\"b,c\n"_ba << u"x.csv:1: column 1: "_s;
        QTest::newRow("never closed") << "a\nb,\"c\n"_ba << u"x.csv:2: column 2: "_s;
        QTest::newRow("not UTF-8") << "a,b\nc,\xff\xfe\n"_ba << u"x.csv:2: column 2: isn't UTF-8"_s;
        QTest::newRow("half a character") << "a,\xe5\xbc\n"_ba << u"x.csv:1: column 2: isn't UTF-8"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, begins);
        const Read got = read(text);
        QVERIFY(got.error);
        QCOMPARE(got.error->errorClass, ErrorClass::Data);
        QVERIFY2(describe(*got.error).startsWith(begins), qPrintable(describe(*got.error)));
    }

    void writesWhatItReads()
    {
        std::mt19937 random(11);
        const QList<QByteArray> alphabet{"a", ",", "\"", "\r", "\n", " ", "中", "=", "\t", "''"};
        Records records;
        QByteArray text;
        QBuffer buffer(&text);
        buffer.open(QIODevice::WriteOnly);
        CsvWriter writer(buffer, true);
        for (int i = 0; i < 500; ++i) {
            QList<QByteArray> record;
            for (quint32 fields = 1 + random() % 4; fields > 0; --fields) {
                QByteArray field;
                for (quint32 length = random() % 5; length > 0; --length)
                    field += alphabet[qsizetype(random() % quint32(alphabet.size()))];
                record.append(field);
            }
            records.append(record);
            QVERIFY(writer.write(record));
        }
        QVERIFY(text.startsWith("\xef\xbb\xbf"));
        const Read got = read(text);
        QVERIFY(!got.error);
        QCOMPARE(got.records, records);
        QVERIFY(!QByteArray(text).replace("\r\n", "").isEmpty());
    }

    void readsAcrossItsBuffer()
    {
        Records records;
        QByteArray text;
        for (int i = 0; i < 3; ++i) {
            const QByteArray large(300'000 + i, char('a' + i));
            records.append({large, "x"});
            text += '"' + large + "\",x\r\n";
        }
        QCOMPARE(read(text).records, records);
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
