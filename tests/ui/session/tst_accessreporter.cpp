// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OPM-6: what was opened and exported is told through the queue, with the console's time
#include "tests/uisupport/fixedsession.h"
#include "ui/session/accessreporter.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;
using Act = AccessEvent::Act;

class AccessReporterTest final : public QObject
{
    Q_OBJECT

    [[nodiscard]] static QJsonArray told(const FixedSession &session)
    {
        return session.commands().isEmpty() ? QJsonArray() : session.commands().constLast().command.payload["events"_L1].toArray();
    }

private Q_SLOTS:
    void tellsSeveralAtOnce()
    {
        FixedSession session(u"member"_s);
        AccessReporter reporter(session, std::chrono::milliseconds(20));
        const QUuid space = QUuid::createUuid();
        const Instant then = session.now();
        reporter.take({Act::Detail, {}, u"space"_s, space, 1});
        session.setNow(then + std::chrono::seconds(5));
        reporter.take({Act::Export, {}, u"list"_s, {}, 412});
        QVERIFY(session.commands().isEmpty());
        QTRY_COMPARE(session.commands().size(), 1);
        QCOMPARE(session.commands().constLast().command.kind, u"access_report"_s);
        const QJsonArray events = told(session);
        QCOMPARE(events.size(), 2);
        QCOMPARE(events[0]["act"_L1].toString(), u"detail"_s);
        QCOMPARE(events[0]["at"_L1].toInteger(), qint64(then.time_since_epoch().count()));
        QCOMPARE(QUuid::fromString(events[0]["object_id"_L1].toString()), space);
        QCOMPARE(events[1]["rows"_L1].toInt(), 412);
        QVERIFY(!events[1].toObject().contains("object_id"_L1));
    }

    void lookingAgainTellsNothingNew()
    {
        FixedSession session(u"member"_s);
        AccessReporter reporter(session, std::chrono::hours(1));
        const QUuid space = QUuid::createUuid();
        reporter.take({Act::Detail, {}, u"space"_s, space, 1});
        reporter.take({Act::Detail, {}, u"space"_s, space, 1});
        session.setNow(session.now() + std::chrono::minutes(2));
        reporter.take({Act::Detail, {}, u"space"_s, space, 1});
        reporter.take({Act::Export, {}, u"list"_s, {}, 1});
        reporter.take({Act::Export, {}, u"list"_s, {}, 1}); // each counts
        reporter.flush();
        QCOMPARE(told(session).size(), 4);
        reporter.flush();
        QCOMPARE(session.commands().size(), 1);
    }

    void aCommandHoldsTwoHundred()
    {
        FixedSession session(u"member"_s);
        AccessReporter reporter(session, std::chrono::hours(1));
        for (int i = 0; i < 201; ++i)
            reporter.take({Act::Detail, {}, u"user"_s, QUuid::createUuid(), 1});
        QCOMPARE(session.commands().size(), 1);
        QCOMPARE(told(session).size(), 200);
        reporter.flush();
        QCOMPARE(told(session).size(), 1);
    }
};

QTEST_MAIN(AccessReporterTest)
#include "tst_accessreporter.moc"
