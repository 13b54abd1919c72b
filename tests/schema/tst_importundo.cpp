// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/importtest.h"

#include <future>

using namespace tenantry;
using namespace tenantry::test;

/// An import that is taken back, and one that was never applied (ORG-5).
class TestImportUndo : public ImportTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { create(); }

    void undoing();
    void aNoticeSaysWhatIsOtherThanBefore();
    void undoingLeavesWhatWasTouched();
    void whatWasNeverAppliedGoes();
    void aLongImportIsLeftAlone();
};

void TestImportUndo::undoing()
{
    const QString led = w.addOrganization(u"Undone"_s);
    const Person leader = w.addMember(u"Leads"_s), member = w.addMember(u"Goes back"_s, m_first);
    const QString before = state();
    const QString import = SchemaWorld::newId();
    stage(import, {row(0, u"undone@example.com"_s, u"丁"_s, m_first),
                   row(1, emailOf(leader), {}, led, u"leader"_s, true), row(2, emailOf(member), {}, m_second),
                   row(3, emailOf(w.homeless), {}, m_first)});
    QVERIFY(apply(import, 4).isDone());
    QVERIFY(state() != before);
    const Answer answer = undo(import);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(number(answer, u"undone"_s), 4);
    QCOMPARE(number(answer, u"left"_s), 0);
    QCOMPARE(state(), before);
    QCOMPARE(undo(import).code(), u"import.undone"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestImportUndo::aNoticeSaysWhatIsOtherThanBefore() // NOT-3: old, new, effect; also of the undoing
{
    const QString course = w.addOrganization(u"Seminar"_s), space = w.addSpace(w.ownerA);
    (void)w.addGrant(space, u"organization"_s, course, u"editor"_s);
    const Person leads = w.addMember(u"Leads it"_s, course), fresh = w.addMember(u"Is new"_s), more = w.addMember(u"Has more"_s);
    (void)w.addGrant(space, u"user"_s, more.id, u"administrator"_s);
    /// "before > after: role > role" of the newest notice to this person.
    const auto told = [&](const QString &kind, const Person &person) {
        return w.must(u"select concat((select string_agg((p ->> 'name') || ' ' || (p ->> 'role'), ',') from jsonb_array_elements(n.parameters -> 'before') as p), ' > ',"
                      " (select string_agg((p ->> 'name') || ' ' || (p ->> 'role'), ',') from jsonb_array_elements(n.parameters -> 'after') as p), ': ',"
                      " (select string_agg(concat(e ->> 'before', ' > ', e ->> 'after'), ',') from jsonb_array_elements(n.parameters -> 'effect') as e))"
                      " from app.notifications as n where n.kind = ? and ?::uuid = any (n.audience_user_ids) order by n.id desc limit 1"_s, {kind, person.id});
    };
    const QString import = SchemaWorld::newId();
    stage(import, {row(0, emailOf(leads), {}, course, u"leader"_s), row(1, emailOf(fresh), {}, course), row(2, emailOf(more), {}, course)});
    QVERIFY(apply(import, 3).isDone());
    QCOMPARE(told(u"memberships_imported"_s, leads), u"Seminar member > Seminar leader: "_s); // what they had by it, they had before
    QCOMPARE(told(u"memberships_imported"_s, fresh), u" > Seminar member:  > editor"_s);
    QCOMPARE(told(u"memberships_imported"_s, more), u" > Seminar member: "_s); // administrator anyway
    QVERIFY(undo(import).isDone());
    QCOMPARE(told(u"import_undone"_s, leads), u"Seminar leader > Seminar member: "_s);
    QCOMPARE(told(u"import_undone"_s, fresh), u"Seminar member > : editor > "_s);
    QCOMPARE(told(u"import_undone"_s, more), u"Seminar member > : "_s);
}

void TestImportUndo::undoingLeavesWhatWasTouched()
{
    const Person touched = w.addMember(u"Touched"_s), untouched = w.addMember(u"Untouched"_s);
    const QString import = SchemaWorld::newId();
    stage(import, {row(0, emailOf(touched), {}, m_second), row(1, emailOf(untouched), {}, m_second),
                   row(2, u"activated@example.com"_s)});
    QVERIFY(apply(import, 3).isDone());
    const auto command =
        w.seeingMemberships(membershipsSet(CommandWorld::userId(touched), CommandWorld::tenantId(w.tenantA),
                                           {{CommandWorld::organizationId(m_second), u"member"_s}},
                                           CommandWorld::organizationId(m_second), u"own"_s),
                            touched);
    QVERIFY(w.give(w.adminA, command).isDone());
    const QString activated =
        w.must(u"select id from app.user_privates where email = 'activated@example.com'"_s);
    w.must(u"update app.users set status = 'active' where id = ?"_s, {activated});
    w.must(u"select app.enter_on_activation(?::uuid)"_s, {activated});
    const Answer answer = undo(import);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(number(answer, u"left"_s), 2);
    QCOMPARE(membershipsOf(touched), u"Second=member*"_s);
    QVERIFY(!membershipsOf(untouched).contains(u"Second"_s));
    QCOMPARE(w.must(u"select tenant_id from app.users where id = ?"_s, {activated}), w.tenantA);
}

void TestImportUndo::whatWasNeverAppliedGoes()
{
    const QString import = SchemaWorld::newId();
    stage(import, {row(0, u"left@example.com"_s)});
    w.must(u"select worker.purge_imports()"_s);
    QCOMPARE(w.must(u"select count(*) from app.import_rows"_s), u"1"_s);
    w.must(u"update app.imports set begun_at = begun_at - interval '25 hours'"_s);
    w.must(u"select worker.purge_imports()"_s);
    QCOMPARE(w.must(u"select count(*) from app.import_rows"_s), u"0"_s);
    // Whoever begins another one has given up the one before.
    stage(SchemaWorld::newId(), {row(0, u"left@example.com"_s)});
    stage(SchemaWorld::newId(), {row(0, u"left@example.com"_s)});
    QCOMPARE(w.must(u"select count(*) from app.import_rows"_s), u"1"_s);
}

void TestImportUndo::aLongImportIsLeftAlone() // design §3 "Worker"
{
    const QString import = SchemaWorld::newId();
    stage(import, {row(0, u"slow@example.com"_s)});
    const auto session = w.connect(w.adminA);
    const QString ended = u"select count(*) from worker.end_long_transactions('0 s')"_s;
    {
        auto transaction = server::Transaction::begin(*session);
        QVERIFY(CommandWorld::give(*session, importApply(CommandWorld::tenantId(w.tenantA),
                                                         QUuid::fromString(import), 1, true, u"x"_s))
                    .isDone());
        const QString backend = session->exec(u"select pg_backend_pid()"_s)->value().toString();
        auto busy = std::async(std::launch::async, [&session] { return session->exec(u"select pg_sleep(60)"_s).has_value(); });
        QTRY_COMPARE(w.must(u"select state from pg_stat_activity where pid = ?"_s, {backend}), u"active"_s);
        QCOMPARE(w.must(ended), u"0"_s);
        w.must(u"select pg_cancel_backend(?)"_s, {backend});
        QVERIFY(!busy.get());
    }
    {
        // Whoever has applied it and leaves the transaction open holds the tenant's locks for nothing.
        const QString next = SchemaWorld::newId();
        stage(next, {row(0, u"idle@example.com"_s)});
        const auto idle = w.connect(w.adminA);
        auto transaction = server::Transaction::begin(*idle);
        QVERIFY(CommandWorld::give(*idle, importApply(CommandWorld::tenantId(w.tenantA), QUuid::fromString(next), 1, true, u"x"_s)).isDone());
        QCOMPARE(w.must(ended), u"1"_s);
    }
    auto transaction = server::Transaction::begin(*session);
    InvitationFields fields{u"quick@example.com"_s, u"某人"_s};
    QVERIFY(CommandWorld::give(*session, memberInvite(CommandWorld::tenantId(w.tenantA), fields)).isDone());
    QCOMPARE(w.must(ended), u"1"_s);
}

QTEST_GUILESS_MAIN(TestImportUndo)
#include "tst_importundo.moc"
