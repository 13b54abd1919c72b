// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idlewatch.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace tenantry::ui;

class TestIdleWatch final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysSoOnceUntilTouched();
    void inputPutsItOff();
    void zeroMeansNever();
};

void TestIdleWatch::saysSoOnceUntilTouched() // SEC-4
{
    IdleWatch watch(30ms);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    QTRY_COMPARE(idle.size(), 1);
    QLineEdit edit;
    QTest::keyClick(&edit, Qt::Key_A);
    QTRY_COMPARE(idle.size(), 2);
}

void TestIdleWatch::inputPutsItOff()
{
    IdleWatch watch(400ms);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    QElapsedTimer sinceLast;
    QLineEdit edit;
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(&edit, Qt::Key_A);
        sinceLast.start();
        QTRY_VERIFY(sinceLast.elapsed() >= 150);
    }
    QVERIFY(idle.isEmpty());
    QTRY_COMPARE(idle.size(), 1);
    QVERIFY(sinceLast.elapsed() >= 400);
}

void TestIdleWatch::zeroMeansNever()
{
    IdleWatch watch(20ms);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setLimit(0ms);
    QElapsedTimer since;
    since.start();
    QTRY_VERIFY(since.elapsed() >= 100);
    QVERIFY(idle.isEmpty());
}

QTEST_MAIN(TestIdleWatch)
#include "tst_idlewatch.moc"
