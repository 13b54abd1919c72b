// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/leaverworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// ACC-9, ORG-7 on a real server: suspended at once, and nothing else changes.
class TestSuspension : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { w.prepare(); }
    void suspensionEndsSessionsAndLeavesATask();
    void anOpenTransactionHoldsNothingUp();
    void suspensionsThatAreRefused_data();
    void suspensionsThatAreRefused();
    void platformSuspendsAdministrators();

private:
    [[nodiscard]] QString statusOf(const QString &user) const
    {
        return w.must(u"select status from app.users where id = ?"_s, {user});
    }

    LeaverWorld w;
};

void TestSuspension::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

// ACC-9, ORG-7
void TestSuspension::suspensionEndsSessionsAndLeavesATask()
{
    const auto session = w.connect(w.leaver);
    QVERIFY(failureOf(*session, u"select api.whoami()"_s).isEmpty());
    QVERIFY(w.give(w.adminA, w.suspending(w.leaver)).isDone());
    QVERIFY(failureOf(*session, u"select 1"_s).startsWith("57P01"_L1));
    QVERIFY(!w.connectAs(w.leaver.role, SchemaWorld::password));
    QCOMPARE(statusOf(w.leaver.id), u"suspended"_s);
    QCOMPARE(w.must(u"select parameters ->> 'spaces', parameters ->> 'resources', parameters ->> "
                    u"'organizations', audience_user_ids = array[?]::uuid[] from app.notifications"
                    " where kind = 'handover_due' and parameters ->> 'user_id' = ?"_s,
                    {w.adminA.id, w.leaver.id}),
             u"1|1|1|t"_s);
    QCOMPARE(w.grantOf(w.leaver.id, w.space), u"owner"_s);      // nothing is taken away
    QVERIFY(w.give(w.adminA, w.suspending(w.leaver)).isDone()); // and again
    QCOMPARE(
        w.must(u"select count(*) from app.audit_entries where kind = 'user_status_set' and object_id = ?"_s,
               {w.leaver.id}),
        u"1"_s);
    QVERIFY(w.give(w.adminA, w.suspending(w.leaver, false)).isDone());
    QVERIFY(w.connect(w.leaver));
    QCOMPARE(
        w.must(
            u"select string_agg(kind, ',' order by id) from app.notifications where kind like 'account%' and ?::uuid = any (audience_user_ids)"_s,
            {w.leaver.id}),
        u"account_suspended,account_reactivated"_s);
}

// ACC-9: a command in a transaction that stays open holds the person's own row
void TestSuspension::anOpenTransactionHoldsNothingUp()
{
    const auto session = w.connect(w.leaver);
    auto transaction = server::Transaction::begin(*session);
    QVERIFY(transaction);
    QVERIFY(CommandWorld::give(*session, notificationsRead({QUuid::createUuid()})).isDone());
    const Answer answer = w.give(w.adminA, w.suspending(w.leaver));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(statusOf(w.leaver.id), u"suspended"_s);
    QVERIFY(failureOf(*session, u"select 1"_s).startsWith("57P01"_L1));
}

void TestSuspension::suspensionsThatAreRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("code");
    QTest::newRow("themself") << u"adminA"_s << u"member.self"_s;
    QTest::newRow("a system administrator") << u"root"_s << u"member.is_system_administrator"_s;
    QTest::newRow("somebody elsewhere") << u"outsider"_s << u"membership.user_elsewhere"_s;
    QTest::newRow("somebody not activated") << u"pending"_s << u"member.not_suspendable"_s;
}

void TestSuspension::suspensionsThatAreRefused()
{
    QFETCH(QString, who);
    QFETCH(QString, code);
    Person person = who == "adminA"_L1 ? w.adminA : who == "outsider"_L1 ? w.outsider : w.leaver;
    if (who == "root"_L1) { // a system administrator who is a member of this tenant
        person = w.addPerson(u"Root of A"_s, true);
        w.moveTo(person, w.tenantA);
    } else if (who == "pending"_L1) {
        w.must(u"update app.users set status = 'pending_activation' where id = ?"_s, {person.id});
    }
    const QString before = statusOf(person.id);
    QCOMPARE(w.give(w.adminA, w.suspending(person)).code(), code);
    QCOMPARE(statusOf(person.id), before);
    QCOMPARE(w.give(w.memberA, w.suspending(w.ownerA)).code(), u"command.not_allowed"_s);
    QCOMPARE(w.give(w.adminB, w.suspending(w.ownerA)).code(), u"command.not_found"_s);
}

// ROL-2: system administrators manage everybody's status, but not their own
void TestSuspension::platformSuspendsAdministrators()
{
    QVERIFY(w.give(w.root, w.suspending(w.adminB, true, w.tenantB)).isDone());
    QCOMPARE(statusOf(w.adminB.id), u"suspended"_s);
    QVERIFY(w.give(w.root, w.suspending(w.adminB, false, w.tenantB)).isDone());
    QVERIFY(w.give(w.root, w.suspending(w.secondRoot, true, w.defaultTenant)).isDone());
    QVERIFY(w.give(w.root, w.suspending(w.secondRoot, false, w.defaultTenant)).isDone());
    QCOMPARE(w.give(w.root, w.suspending(w.root, true, w.defaultTenant)).code(), u"member.self"_s);
}

QTEST_GUILESS_MAIN(TestSuspension)
#include "tst_suspension.moc"
