// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/membercommands.h"
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// ORG-6, ORG-7 and MOV-5: out of a tenant, and back, on a real server.
class TestMemberRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void removalClearsEverything();
    void removalIsRecorded();
    void nobodyChangesARecord();
    void whoOwnsOrLeadsStays();
    void removalsThatAreRefused_data();
    void removalsThatAreRefused();
    void theirOpenApplicationsEnd();
    void restoreGivesAllBack();
    void restoreSaysWhatIsGone();
    void restoreWithoutAnyOrganization();
    void restoreKeepsWhatIsMore();
    void expiredGrantsStayAway();
    void restoresThatAreRefused_data();
    void restoresThatAreRefused();
    void restoringNeedsRoom();
    void removedMembersAreListed();
    void oldRemovalsAreForgotten();
    void feedIsThatOfARebuild() { QCOMPARE(w.feedDifference(), QString()); }

private:
    [[nodiscard]] tenantry::Command removing(const Person &person, const QString &reason = u"leaves"_s) const
    {
        return w.seeingMemberships(
            memberRemove(CommandWorld::userId(person), CommandWorld::tenantId(w.tenantA), reason), person);
    }
    [[nodiscard]] QString remove(const Person &person); ///< the removal
    [[nodiscard]] Answer restore(const QString &removal, bool partly = false)
    {
        return w.give(w.adminA,
                      memberRestore(QUuid::fromString(removal), CommandWorld::tenantId(w.tenantA), partly));
    }
    [[nodiscard]] Person person(const QString &name);
    /// "memberships groups grants" of somebody in tenant A.
    [[nodiscard]] QString belongings(const Person &person) const;
    [[nodiscard]] QString outsiders(const QString &user) const
    {
        return w.must(u"select count(*) from app.outsiders where tenant_id = ? and user_id = ?"_s,
                      {w.tenantA, user});
    }

    CommandWorld w;
    QString m_department, m_group, m_space;
};

void TestMemberRemoval::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_department = w.addOrganization(u"研发部"_s);
    m_space = w.addSpace(w.ownerA);
}

/// In a department, in a group, with a grant on a space and one on a resource in it.
Person TestMemberRemoval::person(const QString &name)
{
    const Person person = w.addMember(name, m_department);
    m_group = w.addGroup(w.tenantA, {person.id});
    w.addGrant(m_space, u"user"_s, person.id, u"editor"_s);
    w.addGrant(m_space, u"user"_s, person.id, u"administrator"_s, w.addResource(m_space, w.ownerA));
    return person;
}

QString TestMemberRemoval::remove(const Person &person)
{
    const Answer answer = w.give(w.adminA, removing(person));
    if (!answer.isDone())
        qFatal("not removed: %s", qPrintable(answer.text()));
    return answer.result(u"removal_id"_s);
}

QString TestMemberRemoval::belongings(const Person &person) const
{
    return w.must(
        u"select (select count(*) from app.memberships where user_id = u.id and tenant_id = ?1) || ' ' ||"
        " (select count(*) from app.role_group_members where user_id = u.id) || ' ' ||"
        " (select count(*) from app.grants where user_id = u.id and tenant_id = ?1) from app.users as u where id = ?2"_s
            .replace(u"?1"_s, u"'%1'"_s.arg(w.tenantA))
            .replace(u"?2"_s, u"'%1'"_s.arg(person.id)));
}

// ORG-6, MOV-4
void TestMemberRemoval::removalClearsEverything()
{
    const Person leaver = person(u"Leaver"_s);
    QCOMPARE(belongings(leaver), u"2 1 2"_s);
    const Answer answer = w.give(w.adminA, removing(leaver));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(belongings(leaver), u"0 0 0"_s);
    QCOMPARE(w.roleOn(m_space, leaver.id), QString());
    QCOMPARE(
        w.must(
            u"select u.tenant_id = ?::uuid, u.status, o.name, u.version_memberships = ? from app.users as u join app.organizations as o on o.id = u.primary_organization_id where u.id = ?"_s,
            {w.defaultTenant, answer.json["versions"_L1][leaver.id]["memberships"_L1].toInt(), leaver.id}),
        u"t|active|默认组织|t"_s);
    // They still sign in, as somebody of the default system tenant.
    QVERIFY(failureOf(*w.connect(leaver), u"select api.whoami()"_s).isEmpty());
    QCOMPARE(outsiders(leaver.id), u"0"_s);
}

// MOV-5, MOV-6, AUD-1
void TestMemberRemoval::removalIsRecorded()
{
    const Person leaver = person(u"Recorded"_s);
    (void)remove(leaver);
    QCOMPARE(
        w.must(
            u"select from_tenant = ?::uuid, to_tenant = ?::uuid, reason, decided_by = ?::uuid, at > now() - interval '1 minute' from app.moves where user_id = ? order by id desc limit 1"_s,
            {w.tenantA, w.defaultTenant, w.adminA.id, leaver.id}),
        u"t|t|leaves|t|t"_s);
    QCOMPARE(w.must(u"select jsonb_array_length(d.detail -> 'before' -> 'grants'), d.detail ->> 'reason' "
                    u"from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id"
                    " where e.kind = 'member_remove' and e.object_id = ?"_s,
                    {leaver.id}),
             u"2|leaves"_s);
    QCOMPARE(w.must(u"select parameters ->> 'from', parameters ->> 'to', parameters ->> 'reason', "
                    u"audience_user_ids @> array[?, ?]::uuid[] from app.notifications"
                    " where kind = 'member_removed' and parameters ->> 'user_id' = ?"_s,
                    {leaver.id, w.adminA.id, leaver.id}),
             u"Tenant A|默认系统租户|leaves|t"_s);
}

// MOV-5
void TestMemberRemoval::nobodyChangesARecord()
{
    for (const QString &statement :
         {u"update app.moves set reason = 'other'"_s, u"delete from app.moves"_s, u"truncate app.moves"_s})
        QVERIFY2(w.sql(statement).startsWith("ERROR TY403"_L1), qPrintable(statement));
}

// MOV-4: the refusal names what they hold
void TestMemberRemoval::whoOwnsOrLeadsStays()
{
    const Person holder = person(u"Holder"_s);
    const QString space = w.addSpace(holder);
    w.must(u"update app.spaces set name = '空间丙' where id = ?"_s, {space});
    const auto refusal = [&] {
        return w.give(w.adminA, removing(holder)).error(u"member.has_duties"_s)["parameters"_L1].toObject();
    };
    QCOMPARE(refusal()["spaces"_L1].toInt(), 1);
    QCOMPARE(refusal()["names"_L1].toString(), u"空间丙"_s);
    w.must(u"delete from app.grants where space_id = ?"_s, {space});
    const QString resource = w.addResource(m_space, holder);
    QCOMPARE(refusal()["resources"_L1].toInt(), 1);
    w.must(u"delete from app.grants where resource_id = ?"_s, {resource});
    w.must(u"update app.memberships set role = 'leader' where user_id = ? and organization_id = ?"_s,
           {holder.id, m_department});
    QCOMPARE(refusal()["organizations"_L1].toInt(), 1);
    QCOMPARE(refusal()["names"_L1].toString(), u"研发部"_s);
    QCOMPARE(belongings(holder), u"2 1 2"_s);
    w.must(u"update app.memberships set role = 'member' where user_id = ? and organization_id = ?"_s,
           {holder.id, m_department});
    QVERIFY(w.give(w.adminA, removing(holder)).isDone());
}

void TestMemberRemoval::removalsThatAreRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("code");
    QTest::newRow("the administrator") << u"adminA"_s << u"member.is_administrator"_s;
    QTest::newRow("somebody of another tenant") << u"outsider"_s << u"membership.user_elsewhere"_s;
    QTest::newRow("a stale view") << u"stale"_s << u"command.conflict"_s;
    QTest::newRow("no reason") << u"no reason"_s << u"rule.required"_s;
}

void TestMemberRemoval::removalsThatAreRefused()
{
    QFETCH(QString, who);
    QFETCH(QString, code);
    const Person person = who == "adminA"_L1 ? w.adminA : who == "outsider"_L1 ? w.outsider : w.memberA;
    tenantry::Command command = removing(person, who == "no reason"_L1 ? QString() : u"leaves"_s);
    if (who == "stale"_L1)
        command.see(QUuid::fromString(person.id), u"memberships"_s, 99);
    const QString before = w.must(u"select tenant_id from app.users where id = ?"_s, {person.id});
    QCOMPARE(w.give(w.adminA, command).code(), code);
    QCOMPARE(w.must(u"select tenant_id from app.users where id = ?"_s, {person.id}), before);
    QCOMPARE(w.give(w.memberA, removing(w.ownerA)).code(), u"command.not_allowed"_s);
    QCOMPARE(w.give(w.adminB, removing(w.ownerA)).code(), u"command.not_found"_s);
}

// MOV-4
void TestMemberRemoval::theirOpenApplicationsEnd()
{
    const Person leaver = person(u"Applicant to leave"_s);
    const QString application = w.newId();
    w.must(
        u"insert into app.applications (id, kind, tenant_id, applicant_id, stages, form, reason, submitted_at) values (?, 'leave', ?, ?, '{tenant_administrator}', '{}', 'away', now())"_s,
        {application, w.tenantA, leaver.id});
    (void)remove(leaver);
    QCOMPARE(
        w.must(
            u"select a.status, e.act, e.comment from app.applications as a join app.application_events as e on e.application_id = a.id where a.id = ?"_s,
            {application}),
        u"ended|ended|leaves"_s);
    QCOMPARE(
        w.must(
            u"select count(*) from app.notifications where kind = 'application_ended' and ?::uuid = any (audience_user_ids)"_s,
            {leaver.id}),
        u"1"_s);
}

// ORG-7
void TestMemberRemoval::restoreGivesAllBack()
{
    const Person back = person(u"Back again"_s);
    const QString picture =
        u"select string_agg(g.id || g.role::text || coalesce(g.expires_at::text, ''), ' ' order by g.id), "
        u"u.primary_organization_id from app.users as u join app.grants as g on g.user_id = u.id"
        " where u.id = ? group by u.primary_organization_id"_s;
    w.must(u"update app.users set primary_organization_id = ? where id = ?"_s, {m_department, back.id});
    const QString before = w.must(picture, {back.id});
    const QString removal = remove(back);
    const Answer answer = restore(removal);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["lost"_L1].toArray(), QJsonArray());
    QCOMPARE(w.must(picture, {back.id}), before);
    QCOMPARE(belongings(back), u"2 1 2"_s);
    QCOMPARE(w.roleOn(m_space, back.id), u"editor"_s);
    QCOMPARE(
        w.must(u"select count(*) from app.moves where user_id = ? and to_tenant = ?"_s, {back.id, w.tenantA}),
        u"2"_s);
    QCOMPARE(
        w.must(
            u"select count(*) from app.notifications where kind = 'member_restored' and ?::uuid = any (audience_user_ids)"_s,
            {back.id}),
        u"1"_s);
    QCOMPARE(restore(removal).code(), u"member.restored_already"_s);
}

// ORG-7: what is gone is named, and the rest comes back if the administrator says so
void TestMemberRemoval::restoreSaysWhatIsGone()
{
    const Person back = person(u"Half back"_s);
    const QString group = m_group, department = w.addOrganization(u"Short-lived department"_s);
    w.addMembership(back.id, department);
    const QString removal = remove(back);
    w.must(u"delete from app.organizations where id = ?"_s, {department});
    w.must(u"delete from app.role_groups where id = ?"_s, {group});
    const Answer refused = restore(removal);
    QCOMPARE(refused.code(), u"member.restore_partly"_s);
    const QString names = refused.error(u"member.restore_partly"_s)["parameters"_L1]["names"_L1].toString();
    QVERIFY2(names.contains(u"Short-lived department"_s) && names.contains(u"group"_s), qPrintable(names));
    QCOMPARE(belongings(back), u"0 0 0"_s);
    const Answer answer = restore(removal, true);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["lost"_L1].toArray().size(), 2);
    QCOMPARE(belongings(back), u"2 0 2"_s);
}

void TestMemberRemoval::restoreWithoutAnyOrganization()
{
    const Person back = w.addMember(u"Rootless"_s);
    const QString department = w.addOrganization(u"Only department"_s);
    w.addMembership(back.id, department);
    w.must(
        u"with moved as (update app.users set primary_organization_id = ?::uuid where id = ?::uuid) delete from app.memberships where user_id = ?::uuid and organization_id <> ?::uuid"_s,
        {department, back.id, back.id, department});
    const QString removal = remove(back);
    w.must(u"delete from app.organizations where id = ?"_s, {department});
    QVERIFY(restore(removal, true).isDone());
    QCOMPARE(
        w.must(
            u"select u.primary_organization_id = t.default_organization_id from app.users as u join app.tenants as t on t.id = u.tenant_id where u.id = ?"_s,
            {back.id}),
        u"t"_s);
}

void TestMemberRemoval::restoreKeepsWhatIsMore()
{
    const Person back = person(u"Outsider meanwhile"_s);
    const QString removal = remove(back);
    w.addGrant(m_space, u"user"_s, back.id, u"administrator"_s); // editor before
    w.must(u"insert into app.outsiders (tenant_id, id, user_id, since) values (?, ?, ?, now())"_s,
           {w.tenantA, w.newId(), back.id});
    QVERIFY(restore(removal).isDone());
    QCOMPARE(w.roleOn(m_space, back.id), u"administrator"_s);
    QCOMPARE(outsiders(back.id), u"0"_s); // EXT-2: whoever is a member is none
}

// MEM-7
void TestMemberRemoval::expiredGrantsStayAway()
{
    const Person back = person(u"Too late"_s);
    w.must(
        u"update app.grants set expires_at = now() + interval '1 day' where user_id = ? and resource_id is null"_s,
        {back.id});
    const QString removal = remove(back);
    w.must(u"update app.clock set shift = '2 days'"_s);
    const Answer answer = restore(removal);
    w.must(u"update app.clock set shift = '0'"_s);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(belongings(back), u"2 1 1"_s);
}

void TestMemberRemoval::restoresThatAreRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("after 30 days") << u"update app.clock set shift = '31 days'"_s
                                   << u"member.restore_too_late"_s;
    QTest::newRow("in another tenant")
        << u"select app.move_user(u, t.id, t.root_organization_id) from app.users as u, app.tenants as t where u.id = '%1' and t.code = 'tenant_b'"_s
        << u"member.restore_elsewhere"_s;
    QTest::newRow("departed") << u"update app.users set status = 'departed' where id = '%1'"_s
                              << u"member.restore_departed"_s;
    QTest::newRow("system administrator") // ROL-4
        << u"insert into app.role_assignments (id, user_id, role, assigned_at) values (app.uuid7(), '%1', 'system_administrator', now())"_s
        << u"member.restore_system_administrator"_s;
    QTest::newRow("applies elsewhere")
        << u"insert into app.claims values ('open_application', '%1', gen_random_uuid())"_s
        << u"member.restore_has_application"_s;
}

void TestMemberRemoval::restoresThatAreRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, code);
    const Person gone = person(u"Gone for good"_s);
    const QString removal = remove(gone);
    QCOMPARE(
        w.give(w.adminB, memberRestore(QUuid::fromString(removal), CommandWorld::tenantId(w.tenantB))).code(),
        u"member.removal_unknown"_s);
    QCOMPARE(restore(w.newId()).code(), u"member.removal_unknown"_s);
    w.must(change.contains(u"%1"_s) ? change.arg(gone.id) : change);
    const Answer answer = restore(removal);
    w.must(u"update app.clock set shift = '0'"_s);
    QCOMPARE(answer.code(), code);
    QCOMPARE(belongings(gone), u"0 0 0"_s);
}

// OPS-2, TEN-11: whoever comes back is one more, and a closing tenant takes nobody in
void TestMemberRemoval::restoringNeedsRoom()
{
    const Person back = person(u"One too many"_s);
    const QString removal = remove(back);
    const QString quotas = w.must(u"select value from app.settings where tenant_id = ? and key = 'quotas'"_s, {w.tenantA});
    w.must(u"update app.settings set value = jsonb_set(value, '{members}', (select to_jsonb(count(*)) from app.users where tenant_id = ?)) where tenant_id = ? and key = 'quotas'"_s,
           {w.tenantA, w.tenantA});
    QCOMPARE(restore(removal).code(), u"quota.members"_s);
    w.must(u"update app.settings set value = ?::jsonb where tenant_id = ? and key = 'quotas'"_s, {quotas, w.tenantA});
    w.must(u"update app.tenants set state = 'closing', state_since = now() where id = ?"_s, {w.tenantA});
    const Answer closing = restore(removal);
    w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantA});
    QCOMPARE(closing.code(), u"invitation.tenant_not_active"_s);
    QCOMPARE(belongings(back), u"0 0 0"_s);
    QVERIFY(restore(removal).isDone());
}

// ORG-7
void TestMemberRemoval::removedMembersAreListed()
{
    const Person gone = person(u"Listed"_s);
    const QString removal = remove(gone);
    const auto listed = [&](const Person &actor) {
        return w.connect(actor)->exec(u"select api.removed_members('{}'::jsonb)"_s)->value().toString();
    };
    const QString list = listed(w.adminA);
    QVERIFY2(list.contains(removal) && list.contains(u"Listed"_s) && list.contains(w.adminA.name),
             qPrintable(list));
    QVERIFY(!listed(w.adminB).contains(removal));
    QVERIFY(failureOf(*w.connect(w.memberA), u"select api.removed_members('{}'::jsonb)"_s)
                .startsWith("TY001"_L1));
    QVERIFY(restore(removal).isDone());
    QVERIFY(!listed(w.adminA).contains(removal));
}

void TestMemberRemoval::oldRemovalsAreForgotten()
{
    const Person gone = person(u"Forgotten"_s);
    const QString removal = remove(gone);
    QCOMPARE(w.must(u"select worker.purge_removals()"_s).toInt(), 0);
    w.must(u"update app.clock set shift = '31 days'"_s);
    w.must(u"select worker.purge_removals()"_s);
    w.must(u"update app.clock set shift = '0'"_s);
    QCOMPARE(w.must(u"select count(*) from app.removals where id = ?"_s, {removal}), u"0"_s);
    QCOMPARE(w.must(u"select count(*) from app.moves where user_id = ? and from_tenant = ?"_s,
                    {gone.id, w.tenantA}),
             u"1"_s);
}

QTEST_GUILESS_MAIN(TestMemberRemoval)
#include "tst_memberremoval.moc"
