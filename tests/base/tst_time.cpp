// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <QTest>

using namespace tenantry;

class TestTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("microseconds");
        QTest::newRow("Z") << QStringLiteral("1970-01-01T00:00:01Z") << qint64(1'000'000);
        QTest::newRow("offset") << QStringLiteral("1970-01-01T08:00:00+08:00") << qint64(0);
        QTest::newRow("negative offset") << QStringLiteral("1969-12-31 19:00:00-0500") << qint64(0);
        QTest::newRow("decimals") << QStringLiteral("1970-01-01T00:00:00.123456Z") << qint64(123'456);
        QTest::newRow("more decimals than a microsecond has") << QStringLiteral("1970-01-01T00:00:00.123456999Z") << qint64(123'456);
        QTest::newRow("leap day") << QStringLiteral("2024-02-29T00:00Z") << qint64(1'709'164'800'000'000);
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(qint64, microseconds);
        const auto t = parseIso8601(text);
        QVERIFY(t);
        QCOMPARE(toMicroseconds(*t), microseconds);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "2026-01-31T00:00:00", "2026-02-30T00:00:00Z", "2026-01-31", "2026-01-31T24:00:00Z",
                                 "2026-01-31T00:00:00+99:00", "2026-01-31T00:00:00.Z", "yesterday"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!parseIso8601(text));
    }

    void printsWhatItReads()
    {
        for (const char *text : {"2026-01-31T00:00:00Z", "1999-12-31T23:59:59.5Z", "2026-11-21T03:04:05.000006Z"})
            QCOMPARE(toIso8601(*parseIso8601(QString::fromLatin1(text))), QString::fromLatin1(text));
    }
};

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
