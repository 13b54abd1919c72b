// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QSet>
#include <QTest>

using namespace tenantry;

class TestId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesVersionVariantAndTime()
    {
        const auto now = fromMicroseconds(1'769'817'600'123'456);
        const QUuid id = makeUuid7(now);
        QCOMPARE(id.toString(QUuid::WithoutBraces).at(14), u'7');
        QCOMPARE(id.variant(), QUuid::DCE);
        QVERIFY(uuid7Milliseconds(id) >= 1'769'817'600'123);
    }

    void ascendsWithinAMillisecondAndWhenTheClockGoesBack()
    {
        auto now = fromMicroseconds(1'900'000'000'000'000);
        QString last;
        QSet<QUuid> seen;
        for (int i = 0; i < 20'000; ++i) {
            if (i % 100 == 0)
                now -= std::chrono::milliseconds(1);
            const QUuid id = makeUuid7(now);
            const QString text = id.toString();
            QVERIFY2(text > last, qPrintable(text));
            QVERIFY(!seen.contains(id));
            seen.insert(id);
            last = text;
        }
    }

    void kindsDoNotMix()
    {
        static_assert(!std::is_convertible_v<UserId, TenantId>);
        static_assert(!std::is_convertible_v<QUuid, UserId>);
        QVERIFY(UserId().isNull());
    }
};

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
