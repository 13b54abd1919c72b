// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/trustedclock.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::sync;
using namespace std::chrono_literals;

// SEC-4, PRM-7
class TestTrustedClock : public QObject
{
    Q_OBJECT

    static constexpr Instant start() { return Instant(std::chrono::microseconds(1'770'000'000'000'000)); }

private Q_SLOTS:
    void turningTheClockBackChangesNothing()
    {
        const auto local = std::make_shared<FixedClock>(start());
        TrustedClock clock(local);
        clock.serverSaid(start() + 1h, 1h);
        QCOMPARE(clock.now(), start() + 1h);
        local->set(start() + 10min);
        QCOMPARE(clock.now(), start() + 1h + 10min);
        local->set(start() - 24h);
        QCOMPARE(clock.now(), start() + 1h + 10min);
    }

    void whatWasKeptIsAFloor()
    {
        const auto local = std::make_shared<FixedClock>(start() - 48h);
        TrustedClock clock(local);
        clock.restore(start(), 0s);
        QCOMPARE(clock.now(), start());
        clock.restore(start() - 1h, 0s);
        QCOMPARE(clock.now(), start());
    }

    void theServerCorrectsAClockThatJumpedAhead()
    {
        const auto local = std::make_shared<FixedClock>(start());
        TrustedClock clock(local);
        clock.serverSaid(start(), 0s);
        local->set(start() + std::chrono::hours(24 * 365));
        QCOMPARE(clock.now(), start() + std::chrono::hours(24 * 365));
        local->set(start() + 1min);
        clock.serverSaid(start() + 1min, 0s);
        QCOMPARE(clock.now(), start() + 1min);
    }
};

QTEST_GUILESS_MAIN(TestTrustedClock)
#include "tst_trustedclock.moc"
