// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/applicationworld.h"

#include "core/domain/membercommands.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// Leaving and joining a tenant by application (MOV-1 to MOV-7).
class TestTenantMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void leaving();
    void leavingIsRefused_data();
    void leavingIsRefused();
    void dutiesAreHandedOverFirst();
    void onlyTheTenantsAdministratorDecidesLeaving();
    void joiningInTwoStages();
    void joiningInOneStage();
    void joiningIsRefused_data();
    void joiningIsRefused();
    void joinIsRejectedAtEitherStage_data();
    void joinIsRejectedAtEitherStage();
    void joinIsCheckedAgainAtEachStage();
    void membersAreCountedAgainstThePlan();
    void movesCantBeChanged();
    void oneOpenApplicationOfAPerson();

private:
    static tenantry::Command leave() { return leaveSubmit(ApplicationWorld::basics(u"moving on"_s)); }
    static tenantry::Command join(const QString &tenant)
    {
        return joinSubmit(ApplicationWorld::basics(u"new job"_s), CommandWorld::tenantId(tenant));
    }
    static QStringList sorted(QStringList list)
    {
        list.sort();
        return list;
    }

    ApplicationWorld w;
};

void TestTenantMoves::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestTenantMoves::leaving() // MOV-2, MOV-4, MOV-5, MOV-6
{
    const Person leaver = w.addMember(u"Leaver"_s);
    w.addMembership(leaver.id, w.addOrganization(u"Left"_s));
    (void)w.addGroup(w.tenantA, {leaver.id});
    (void)w.addGrant(w.spaceA, u"user"_s, leaver.id, u"editor"_s);
    const QString application = w.submitted(leaver, leave());
    QCOMPARE(w.told(u"application_submitted"_s, application), QStringList(w.adminA.id));
    const Answer answer = w.decide(w.adminA, application, u"approve"_s, u"farewell"_s);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(w.tenantOf(leaver), w.defaultTenant);
    QCOMPARE(w.must(u"select (select count(*) from app.memberships where user_id = u.id), (select count(*) "
                    u"from app.grants where user_id = u.id),"
                    " (select count(*) from app.role_group_members where user_id = u.id), (select count(*) "
                    "from app.claims where value = u.id::text)"
                    " from app.users as u where id = ?"_s,
                    {leaver.id}),
             u"1|0|0|0"_s);
    QCOMPARE(
        w.must(
            u"select t.is_default and u.primary_organization_id = t.default_organization_id from app.users as u join app.tenants as t on t.id = u.tenant_id where u.id = ?"_s,
            {leaver.id}),
        u"t"_s);
    QCOMPARE(
        w.must(
            u"select from_tenant, to_tenant, reason, decided_by, at is not null from app.moves where user_id = ? and reason <> ''"_s,
            {leaver.id}),
        u"%1|%2|moving on|%3|t"_s.arg(w.tenantA, w.defaultTenant, w.adminA.id));
    QCOMPARE(w.told(u"member_left"_s, leaver.id), sorted({leaver.id, w.adminA.id, u"scope 2"_s}));
    QCOMPARE(w.told(u"application_approved"_s, application), QStringList(leaver.id));
    QCOMPARE(
        w.must(
            u"select actor_id, comment, at is not null from app.application_events where application_id = ? and act = 'approved'"_s,
            {application}),
        w.adminA.id + u"|farewell|t"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestTenantMoves::leavingIsRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("code");
    QTest::newRow("administrator") << u"administrator"_s << u"leave.is_administrator"_s;
    QTest::newRow("in the default system tenant") << u"homeless"_s << u"leave.elsewhere"_s;
    QTest::newRow("open application") << u"open"_s << u"leave.has_application"_s;
    QTest::newRow("without a reason") << u"silent"_s << u"rule.required"_s;
    QTest::newRow("too long a reason") << u"talkative"_s << u"rule.too_long"_s;
}

void TestTenantMoves::leavingIsRefused()
{
    QFETCH(QString, who);
    QFETCH(QString, code);
    const Person person = who == u"administrator"_s ? w.adminA
                          : who == u"homeless"_s    ? w.homeless
                                                    : w.addMember(u"Stays"_s);
    if (who == u"open"_s)
        (void)w.submitted(person, leave());
    const QString reason = who == u"silent"_s      ? QString()
                           : who == u"talkative"_s ? QString(501, u'x')
                                                   : u"because"_s;
    const QString before = w.everything();
    QCOMPARE(w.give(person, leaveSubmit(ApplicationWorld::basics(reason))).code(), code);
    QCOMPARE(w.everything(), before);
}

void TestTenantMoves::dutiesAreHandedOverFirst() // MOV-4, ORG-7
{
    const Person leaver = w.addMember(u"Owner who leaves"_s);
    const QString space = w.addSpace(leaver);
    const QString application = w.submitted(leaver, leave()); // asking is free
    const QString before = w.everything();
    const Answer refused = w.decide(w.adminA, application, u"approve"_s);
    QCOMPARE(refused.code(), u"member.has_duties"_s);
    QCOMPARE(refused.error(refused.code())["parameters"_L1]["spaces"_L1].toInt(), 1);
    QVERIFY(!refused.error(refused.code())["parameters"_L1]["names"_L1].toString().isEmpty());
    QCOMPARE(w.everything(), before);
    const Answer handed =
        w.give(w.adminA, handover(CommandWorld::userId(leaver), CommandWorld::tenantId(w.tenantA),
                                  {{Duty::Space, QUuid::fromString(space), CommandWorld::userId(w.memberA)}},
                                  u"leaves"_s));
    QVERIFY2(handed.isDone(), qPrintable(handed.text()));
    QVERIFY(w.decide(w.adminA, application, u"approve"_s).isDone());
    QCOMPARE(w.roleOn(space, w.memberA.id), u"owner"_s);
    QCOMPARE(w.roleOn(space, leaver.id), QString());
}

void TestTenantMoves::onlyTheTenantsAdministratorDecidesLeaving()
{
    const Person leaver = w.addMember(u"Asks"_s);
    const QString application = w.submitted(leaver, leave());
    for (const Person &person : {w.root, w.adminB, w.memberA, w.homeless})
        QCOMPARE(w.decide(person, application, u"approve"_s).code(), u"command.not_found"_s);
    QCOMPARE(w.decide(leaver, application, u"approve"_s).code(), u"application.own"_s);
    QCOMPARE(w.withdraw(w.adminA, application).code(), u"command.not_allowed"_s);
    QCOMPARE(w.statusOf(application), u"pending 1"_s);
    QVERIFY(w.withdraw(leaver, application).isDone()); // MOV-7
    QCOMPARE(w.decide(w.adminA, application, u"approve"_s).code(), u"application.not_pending"_s);
    QVERIFY(w.give(leaver, leave()).isDone());
}

void TestTenantMoves::joiningInTwoStages() // MOV-3
{
    const Person person = w.addPerson(u"Joiner"_s);
    const QString application = w.submitted(person, join(w.tenantA));
    QCOMPARE(w.told(u"application_submitted"_s, application), QStringList(w.adminA.id));
    for (const Person &other : {w.root, w.adminB, w.memberA})
        QCOMPARE(w.decide(other, application, u"approve"_s).code(), u"command.not_found"_s);
    QVERIFY(w.decide(w.adminA, application, u"approve"_s, u"welcome"_s).isDone());
    QCOMPARE(w.statusOf(application), u"pending 2"_s);
    QCOMPARE(w.tenantOf(person), w.defaultTenant);
    QCOMPARE(w.told(u"application_stage_approved"_s, application), QStringList(person.id));
    QCOMPARE(w.told(u"application_forwarded"_s, application), QStringList(u"scope 2"_s));
    QCOMPARE(
        w.must(
            u"select parameters ->> 'comment' from app.notifications where kind = 'application_forwarded' and parameters ->> 'application_id' = ?"_s,
            {application}),
        u"welcome"_s);
    QCOMPARE(w.decide(w.adminA, application, u"approve"_s).code(),
             u"command.not_found"_s); // that stage is over
    const Answer answer = w.decide(w.root, application, u"approve"_s, u"fine"_s);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(w.tenantOf(person), w.tenantA);
    QCOMPARE(
        w.must(
            u"select m.organization_id = t.default_organization_id from app.memberships as m join app.tenants as t on t.id = m.tenant_id where m.user_id = ?"_s,
            {person.id}),
        u"t"_s);
    QCOMPARE(
        w.must(
            u"select stage, actor_id, comment from app.application_events where application_id = ? and act = 'approved' order by stage"_s,
            {application}),
        u"1|%1|welcome\n2|%2|fine"_s.arg(w.adminA.id, w.root.id));
    QCOMPARE(w.told(u"member_joined"_s, person.id), sorted({person.id, w.adminA.id, u"scope 2"_s}));
    QCOMPARE(w.told(u"application_approved"_s, application),
             sorted({person.id, w.adminA.id})); // who approved before learns the end of it
    QCOMPARE(w.must(u"select from_tenant, to_tenant, reason, decided_by from app.moves where user_id = ?"_s,
                    {person.id}),
             u"%1|%2|new job|%3"_s.arg(w.defaultTenant, w.tenantA, w.root.id));
    QCOMPARE(w.feedDifference(), QString());
}

void TestTenantMoves::joiningInOneStage() // MOV-3: the platform's setting
{
    w.must(
        u"update app.settings set value = 'false' where tenant_id is null and key = 'final_approval_of_joins'"_s);
    const Person person = w.addPerson(u"Joins at once"_s);
    const QString application = w.submitted(person, join(w.tenantA));
    w.must(
        u"update app.settings set value = 'true' where tenant_id is null and key = 'final_approval_of_joins'"_s); // changes nothing of what is under way
    QVERIFY(w.decide(w.adminA, application, u"approve"_s).isDone());
    QCOMPARE(w.tenantOf(person), w.tenantA);
    QCOMPARE(w.statusOf(application), u"approved 1"_s);
}

void TestTenantMoves::joiningIsRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("code");
    QTest::newRow("member") << u"member"_s << u"B"_s << u"join.applicant_elsewhere"_s;
    QTest::newRow("administrator") << u"administrator"_s << u"B"_s
                                   << u"join.applicant_elsewhere,join.applicant_is_administrator"_s;
    QTest::newRow("system administrator") << u"root"_s << u"B"_s << u"join.applicant_is_administrator"_s;
    QTest::newRow("open application") << u"open"_s << u"B"_s << u"join.applicant_has_application"_s;
    QTest::newRow("no such tenant") << u"free"_s << u"none"_s << u"join.tenant_unknown"_s;
    QTest::newRow("default system tenant") << u"free"_s << u"default"_s << u"join.tenant_unknown"_s;
    QTest::newRow("closing") << u"free"_s << u"closing"_s << u"join.tenant_not_active"_s;
    QTest::newRow("frozen") << u"free"_s << u"frozen"_s << u"join.tenant_not_active"_s;
}

void TestTenantMoves::joiningIsRefused()
{
    QFETCH(QString, who);
    QFETCH(QString, target);
    QFETCH(QString, code);
    const Person person = who == u"member"_s          ? w.memberA
                          : who == u"administrator"_s ? w.adminA
                          : who == u"root"_s          ? w.root
                                                      : w.addPerson(who);
    if (who == u"open"_s)
        (void)w.submitted(person, join(w.tenantA));
    const bool stopped = target == u"closing"_s || target == u"frozen"_s;
    if (stopped)
        w.must(u"update app.tenants set state = ?::app.tenant_state where id = ?"_s, {target, w.tenantB});
    const QString before = w.everything();
    const Answer answer = w.give(person, join(target == u"none"_s      ? SchemaWorld::newId()
                                              : target == u"default"_s ? w.defaultTenant
                                                                       : w.tenantB));
    QCOMPARE(w.everything(), before);
    w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantB});
    QCOMPARE(answer.code(), code);
}

void TestTenantMoves::joinIsRejectedAtEitherStage_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("by the tenant's administrator") << 1;
    QTest::newRow("by the platform") << 2;
}

void TestTenantMoves::joinIsRejectedAtEitherStage() // INB-8
{
    QFETCH(int, stage);
    const Person person = w.addPerson(u"Not welcome"_s);
    const QString application = w.submitted(person, join(w.tenantA));
    if (stage == 2)
        QVERIFY(w.decide(w.adminA, application, u"approve"_s).isDone());
    const Person &decider = stage == 1 ? w.adminA : w.root;
    const QString before = w.everything();
    QCOMPARE(w.decide(decider, application, u"reject"_s).code(), u"application.comment_required"_s);
    QCOMPARE(w.everything(), before);
    QVERIFY(w.decide(decider, application, u"reject"_s, u"no room"_s).isDone());
    QCOMPARE(w.statusOf(application), u"rejected %1"_s.arg(stage));
    QCOMPARE(w.tenantOf(person), w.defaultTenant);
    QCOMPARE(w.told(u"application_rejected"_s, application),
             stage == 1 ? QStringList(person.id) : sorted({person.id, w.adminA.id}));
    QCOMPARE(w.must(u"select count(*) from app.claims where holder = ?"_s, {application}), u"0"_s);
    // INB-9: taken up again, linked to the old one.
    ApplicationBasics again = ApplicationWorld::basics();
    again.previous = ApplicationId(QUuid::fromString(application));
    const QString second = w.submitted(person, joinSubmit(again, CommandWorld::tenantId(w.tenantA)));
    QCOMPARE(w.must(u"select previous_id from app.applications where id = ?"_s, {second}), application);
}

void TestTenantMoves::joinIsCheckedAgainAtEachStage()
{
    const Person person = w.addPerson(u"Suspended meanwhile"_s);
    const QString application = w.submitted(person, join(w.tenantA));
    const auto set = [&](const QString &status) {
        w.must(u"update app.users set status = ?::app.user_status where id = ?"_s, {status, person.id});
    };
    for (const Person &decider : {w.adminA, w.root}) {
        set(u"suspended"_s);
        const QString before = w.everything();
        QCOMPARE(w.decide(decider, application, u"approve"_s).code(), u"join.applicant_inactive"_s);
        QCOMPARE(w.everything(), before);
        set(u"active"_s);
        QVERIFY(w.decide(decider, application, u"approve"_s).isDone());
    }
    QCOMPARE(w.tenantOf(person), w.tenantA);
}

void TestTenantMoves::membersAreCountedAgainstThePlan() // OPS-2
{
    const Person person = w.addPerson(u"One too many"_s);
    const QString application = w.submitted(person, join(w.tenantB));
    QVERIFY(w.decide(w.adminB, application, u"approve"_s).isDone());
    const QString waiting = w.submitted(w.addPerson(u"Still at the first stage"_s), join(w.tenantB));
    const QString quotas =
        w.must(u"select value from app.settings where tenant_id = ? and key = 'quotas'"_s, {w.tenantB});
    w.must(
        u"update app.settings set value = jsonb_set(value, '{members}', (select to_jsonb(count(*)) from app.users where tenant_id = ?)) where tenant_id = ? and key = 'quotas'"_s,
        {w.tenantB, w.tenantB});
    const QString before = w.everything();
    QCOMPARE(w.decide(w.root, application, u"approve"_s).code(), u"join.tenant_full"_s);
    QCOMPARE(w.decide(w.adminB, waiting, u"approve"_s).code(), u"join.tenant_full"_s);
    QCOMPARE(w.everything(), before);
    // A precondition: nobody files what can't be, and is told no figures of a tenant that isn't theirs (INB-8).
    const Answer refused = w.give(w.addPerson(u"Before the door"_s), join(w.tenantB));
    QCOMPARE(refused.code(), u"join.tenant_full"_s);
    QCOMPARE(refused.error(refused.code())["parameters"_L1].toObject().keys(), QStringList(u"tenant"_s));
    w.must(u"update app.settings set value = ?::jsonb where tenant_id = ? and key = 'quotas'"_s,
           {quotas, w.tenantB});
    QVERIFY(w.decide(w.root, application, u"approve"_s).isDone());
}

void TestTenantMoves::movesCantBeChanged() // MOV-5
{
    QVERIFY(w.must(u"select count(*) from app.moves"_s).toInt() > 0);
    for (const QString &statement :
         {u"update app.moves set reason = 'x'"_s, u"delete from app.moves"_s, u"truncate app.moves"_s})
        QVERIFY2(w.sql(statement).contains(u"move.protected"_s), qPrintable(statement));
}

void TestTenantMoves::oneOpenApplicationOfAPerson() // MOV-7
{
    const Person person = w.addPerson(u"Asks for everything"_s);
    const QJsonObject form = SchemaWorld::tenantForm(u"Everything"_s, u"everything"_s);
    QVERIFY(w.execute(person, {u"tenant_application_submit"_s, form}).isDone());
    const QString before = w.everything();
    QCOMPARE(w.give(person, join(w.tenantA)).code(), u"join.applicant_has_application"_s);
    QCOMPARE(w.everything(), before);
    QVERIFY(w.withdraw(person, form["application_id"_L1].toString()).isDone());
    (void)w.submitted(person, join(w.tenantA));
    QCOMPARE(w.execute(person, {u"tenant_application_submit"_s,
                                SchemaWorld::tenantForm(u"Everything else"_s, u"everything_else"_s)})
                 .code(),
             u"tenant_application.applicant_has_application"_s);
}

QTEST_GUILESS_MAIN(TestTenantMoves)
#include "tst_tenantmoves.moc"
