// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stallwatch.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

// APP-3: what tells whether the window was kept waiting.
class TestStallWatch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const QString m_path = m_folder.filePath(u"stalls"_s);

    static void keepBusy(int milliseconds)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < milliseconds) {
        }
    }

    QList<QByteArray> lines() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
    }

private Q_SLOTS:
    void tellsWhereAndHowLong()
    {
        {
            ui::StallWatch watch(
                m_path, [] { return u"spaces"_s; }, std::chrono::milliseconds(200));
            QVERIFY(watch.isWriting());
            QTimer::singleShot(0, this, [] { keepBusy(300); });
            QTRY_COMPARE(watch.count(), 1);
            watch.note(u"done"_s);
        }
        const QList<QByteArray> written = lines();
        QCOMPARE(written.size(), 3);
        const QList<QByteArray> stall = written[0].split('\t');
        QCOMPARE(stall.size(), 4);
        QVERIFY2(stall[1].chopped(3).toDouble() >= 290, written[0].constData());
        QVERIFY2(stall[2].split(' ')[0].toDouble() > 0, written[0].constData());
        QCOMPARE(stall[3], "spaces");
        QVERIFY(written[1].endsWith("\tdone"));
        QVERIFY2(written[2].startsWith("stalls over 200 ms: 1, the longest "), written[2].constData());
    }

    void staysSilentWhereNothingWaits()
    {
        {
            // A loaded machine delays us too: the bar here is far above that.
            ui::StallWatch watch(
                m_path, [] { return QString(); }, std::chrono::seconds(20));
            int turns = 0;
            QTimer timer;
            timer.callOnTimeout([&] { ++turns; });
            timer.start(5);
            QTRY_VERIFY(turns > 20);
        }
        QCOMPARE(lines(), QList<QByteArray>{"stalls over 20000 ms: 0, the longest 0.0 ms"});
    }

    void saysWhenItCannotWrite()
    {
        const ui::StallWatch watch(m_folder.path(), [] { return QString(); });
        QVERIFY(!watch.isWriting());
    }
};

QTEST_GUILESS_MAIN(TestStallWatch)
#include "tst_stallwatch.moc"
