// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestMembershipCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void setsAllAtOnce();
    void isLoggedAndTold();
    void refusals_data();
    void refusals();
    void allErrorsAtOnceAndNothingWritten();
    void aLeaderIsMade();
    void aLeaderIsNotReplacedByTheWay();
    void whoIsInADisabledOneMayStay();
    void conflicts();
    void strangersMayNot();
    void notificationsAreReadOnce();

private:
    [[nodiscard]] tenantry::Command set(const Person &person, const QList<MembershipWish> &wishes,
                                        const QString &primary) const
    {
        return w.seeingMemberships(membershipsSet(CommandWorld::userId(person),
                                                  CommandWorld::tenantId(w.tenantA), wishes,
                                                  CommandWorld::organizationId(primary), u"reorganised"_s),
                                   person);
    }
    [[nodiscard]] static MembershipWish in(const QString &organization, const QString &role = u"member"_s)
    {
        return {CommandWorld::organizationId(organization), role};
    }
    /// "name=role,…" with * at the primary one.
    [[nodiscard]] QString membershipsOf(const Person &person) const;

    CommandWorld w;
    QString m_root, m_first, m_second, m_disabled, m_belowDisabled;
};

void TestMembershipCommands::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_root = w.rootOf(w.tenantA);
    m_first = w.addOrganization(u"First"_s);
    m_second = w.addOrganization(u"Second"_s);
    m_disabled = w.addOrganization(u"Disabled"_s);
    m_belowDisabled = w.addOrganization(u"Below"_s, m_disabled);
    w.must(u"update app.organizations set enabled = false where id = ?"_s, {m_disabled});
}

QString TestMembershipCommands::membershipsOf(const Person &person) const
{
    return w.must(
        u"select string_agg(o.name || '=' || m.role || case when o.id = u.primary_organization_id then '*' "
        u"else '' end, ',' order by o.name)"
        " from app.memberships as m join app.organizations as o on o.id = m.organization_id join app.users as u on u.id = m.user_id where u.id = ?"_s,
        {person.id});
}

// ORG-3
void TestMembershipCommands::setsAllAtOnce()
{
    const Person person = w.addMember(u"Mover"_s);
    Answer answer = w.give(w.adminA, set(person, {in(m_root), in(m_first)}, m_first));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(membershipsOf(person), u"First=member*,Tenant A=member"_s);
    const QString kept = w.must(u"select id from app.memberships where user_id = ? and organization_id = ?"_s,
                                {person.id, m_first});
    answer = w.give(w.adminA, set(person, {in(m_second), in(m_first)}, m_second));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(membershipsOf(person), u"First=member,Second=member*"_s);
    QCOMPARE(w.must(u"select id, version from app.memberships where user_id = ? and organization_id = ?"_s,
                    {person.id, m_first}),
             kept + u"|1"_s);
    QCOMPARE(answer.json["versions"_L1][person.id]["memberships"_L1].toInt(),
             w.must(u"select version_memberships from app.users where id = ?"_s, {person.id}).toInt());
}

// ORG-4, NOT-3: old, new, reason, effect
void TestMembershipCommands::isLoggedAndTold()
{
    const Person person = w.addMember(u"Told"_s);
    w.addGrant(w.spaceA, u"organization"_s, m_first, u"editor"_s);
    const Answer answer = w.give(w.adminA, set(person, {in(m_first)}, m_first));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(
        w.must(
            u"select d.detail -> 'before' -> 0 ->> 'name', d.detail -> 'after' -> 0 ->> 'name', d.detail ->> "
            u"'reason' from app.audit_entries as e"
            " join app.audit_details as d on d.entry_id = e.id where e.kind = 'memberships_set' and e.object_id = ?"_s,
            {person.id}),
        u"Tenant A|First|reorganised"_s);
    QCOMPARE(w.must(u"select n.parameters -> 'before' -> 0 ->> 'name', n.parameters -> 'after' -> 0 ->> "
                    u"'name', n.parameters ->> 'reason', n.parameters -> 'effect' -> 0 ->> 'name',"
                    " n.parameters -> 'effect' -> 0 ->> 'before', n.parameters -> 'effect' -> 0 ->> 'after' "
                    "from app.notifications as n"
                    " where n.kind = 'memberships_changed' and n.audience_user_ids = array[?::uuid]"_s,
                    {person.id}),
             u"Tenant A|First|reorganised|Space A||editor"_s);
}

void TestMembershipCommands::refusals_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QJsonObject &change, const QString &code,
                        const QString &field) { QTest::newRow(name) << change << code << field; };
    const auto list = [](const QStringList &names) {
        QJsonArray items;
        for (const QString &name : names)
            items.append(QJsonObject{{u"organization_id"_s, name}, {u"role"_s, u"member"_s}});
        return QJsonObject{{u"memberships"_s, items}};
    };
    row("none left", {{u"memberships"_s, QJsonArray()}}, u"membership.none"_s, u"memberships"_s);
    row("primary not among them", {{u"primary_organization_id"_s, u"second"_s}},
        u"membership.primary_missing"_s, u"primary_organization_id"_s);
    row("twice", list({u"first"_s, u"first"_s}), u"membership.doubled"_s,
        u"memberships[1].organization_id"_s);
    row("disabled", list({u"first"_s, u"disabled"_s}), u"membership.organization_disabled"_s,
        u"memberships[1].organization_id"_s);
    row("below a disabled one", list({u"first"_s, u"below"_s}), u"membership.organization_disabled"_s,
        u"memberships[1].organization_id"_s);
    row("another tenant's", list({u"first"_s, u"rootB"_s}), u"membership.organization_elsewhere"_s,
        u"memberships[1].organization_id"_s);
    row("unknown", list({u"first"_s, u"unknown"_s}), u"membership.organization_elsewhere"_s,
        u"memberships[1].organization_id"_s);
    row("person of another tenant", {{u"user_id"_s, u"outsider"_s}}, u"membership.user_elsewhere"_s,
        u"user_id"_s);
    row("unknown person", {{u"user_id"_s, u"unknown"_s}}, u"membership.user_elsewhere"_s, u"user_id"_s);
    row("suspended person", {{u"user_id"_s, u"suspended"_s}}, u"membership.user_inactive"_s, u"user_id"_s);
    row("without a reason", {{u"reason"_s, u""_s}}, u"rule.required"_s, u"reason"_s);
    row("another tenant", {{u"tenant_id"_s, u"tenantB"_s}}, u"command.not_found"_s, u"tenant_id"_s);
    row("unknown role",
        {{u"memberships"_s,
          QJsonArray{QJsonObject{{u"organization_id"_s, u"first"_s}, {u"role"_s, u"king"_s}}}}},
        u"command.malformed"_s, u"memberships[0].role"_s);
}

// ORG-3: each with its own message
void TestMembershipCommands::refusals()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const QHash<QString, QString> known{
        {u"first"_s, m_first},          {u"second"_s, m_second},           {u"disabled"_s, m_disabled},
        {u"below"_s, m_belowDisabled},  {u"rootB"_s, w.rootOf(w.tenantB)}, {u"unknown"_s, w.newId()},
        {u"outsider"_s, w.outsider.id}, {u"suspended"_s, w.suspended.id},  {u"tenantB"_s, w.tenantB}};
    const auto resolved = [&](const QJsonValue &value) {
        return value.isString() ? QJsonValue(known.value(value.toString(), value.toString())) : value;
    };
    tenantry::Command command = set(w.memberA, {in(m_first)}, m_first);
    command.see(
        QUuid::fromString(w.suspended.id), u"memberships"_s,
        w.must(u"select version_memberships from app.users where id = ?"_s, {w.suspended.id}).toInt());
    for (auto changed = change.begin(); changed != change.end(); ++changed) {
        QJsonArray items;
        for (const QJsonValue &item : changed->toArray())
            items.append(QJsonObject{{u"organization_id"_s, resolved(item["organization_id"_L1])},
                                     {u"role"_s, item["role"_L1]}});
        command.payload.insert(changed.key(), changed->isArray() ? QJsonValue(items) : resolved(*changed));
    }
    const QString before = membershipsOf(w.memberA);
    const Answer answer = w.give(w.adminA, command);
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.error(code).value("field"_L1).toString(), field);
    QCOMPARE(membershipsOf(w.memberA), before);
}

void TestMembershipCommands::allErrorsAtOnceAndNothingWritten()
{
    const QString before = membershipsOf(w.memberA);
    const Answer answer =
        w.give(w.adminA, set(w.memberA, {in(m_second), in(m_disabled), in(m_second)}, m_root));
    QCOMPARE(answer.codes(), (QStringList{u"membership.doubled"_s, u"membership.organization_disabled"_s,
                                          u"membership.primary_missing"_s}));
    QCOMPARE(membershipsOf(w.memberA), before);
}

// ORG-3, ORG-11
void TestMembershipCommands::aLeaderIsMade()
{
    const QString organization = w.addOrganization(u"Leaderless"_s);
    const Person person = w.addMember(u"New leader"_s);
    const Answer made = w.give(w.adminA, set(person, {in(organization, u"leader"_s)}, organization));
    QVERIFY2(made.isDone(), qPrintable(made.text()));
    QCOMPARE(membershipsOf(person), u"Leaderless=leader*"_s);
    QCOMPARE(made.json["versions"_L1][organization]["leader"_L1].toInt(), 2);
    const Answer left = w.give(w.adminA, set(person, {in(m_root)}, m_root));
    QCOMPARE(left.json["versions"_L1][organization]["leader"_L1].toInt(), 3);
    QCOMPARE(w.must(u"select version_leader, version_details from app.organizations where id = ?"_s,
                    {organization}),
             u"3|1"_s);
}

// ORG-11: at most one
void TestMembershipCommands::aLeaderIsNotReplacedByTheWay()
{
    const QString organization = w.addOrganization(u"Led already"_s);
    const Person leader = w.addMember(u"Old leader"_s), other = w.addMember(u"Ambitious"_s);
    w.addMembership(leader.id, organization, u"leader"_s);
    const Answer answer = w.give(w.adminA, set(other, {in(organization, u"leader"_s)}, organization));
    QCOMPARE(answer.code(), u"membership.leader_taken"_s);
    QCOMPARE(answer.error(answer.code()).value("parameters"_L1).toObject(),
             (QJsonObject{{u"name"_s, u"Led already"_s}, {u"leader"_s, u"Old leader"_s}}));
    QVERIFY(w.give(w.adminA, set(leader, {in(organization, u"leader"_s), in(m_first)}, m_first)).isDone());
}

void TestMembershipCommands::whoIsInADisabledOneMayStay()
{
    const Person person = w.addMember(u"Stayer"_s);
    w.addMembership(person.id, m_disabled);
    QVERIFY(w.give(w.adminA, set(person, {in(m_disabled), in(m_second)}, m_second)).isDone());
    QCOMPARE(w.give(w.adminA, set(person, {in(m_disabled), in(m_second)}, m_disabled)).code(),
             u"membership.organization_disabled"_s);
}

// INB-6
void TestMembershipCommands::conflicts()
{
    const Person person = w.addMember(u"Wanted"_s);
    const tenantry::Command first = set(person, {in(m_first)}, m_first),
                            second = set(person, {in(m_second)}, m_second);
    w.must(u"update app.users set name = 'Wanted anew', version = version + 1 where id = ?"_s,
           {person.id}); // another group of fields
    QVERIFY(w.give(w.adminA, first).isDone());
    const Answer answer = w.give(w.adminA, second);
    QCOMPARE(answer.code(), u"command.conflict"_s);
    QCOMPARE(answer.error(answer.code()).value("parameters"_L1)["group"_L1].toString(), u"memberships"_s);
    // Being made a leader changes them too.
    const tenantry::Command third = set(person, {in(m_second)}, m_second);
    const tenantry::Command edit = w.seeing(
        organizationEdit(CommandWorld::organizationId(m_second), {.leaderId = CommandWorld::userId(person)}),
        m_second);
    QVERIFY(w.give(w.adminA, edit).isDone());
    QCOMPARE(w.give(w.adminA, third).code(), u"command.conflict"_s);
}

// ROL-2
void TestMembershipCommands::strangersMayNot()
{
    const tenantry::Command command = set(w.memberA, {in(m_first)}, m_first);
    QCOMPARE(w.give(w.memberA, command).code(), u"command.not_allowed"_s);
    QCOMPARE(w.give(w.adminB, command).code(), u"command.not_found"_s);
    QCOMPARE(w.give(w.root, command).code(), u"command.not_allowed"_s);
}

// NOT-1
void TestMembershipCommands::notificationsAreReadOnce()
{
    const Person person = w.addMember(u"Reader"_s);
    w.must(
        u"select app.notify_users('test', array[?::uuid], ?::uuid), app.notify_users('test', array[?::uuid], "
        u"?::uuid),"
        " app.notify_scope('test', 5::smallint, ?::uuid, ?::uuid), app.notify_scope('test', 5::smallint, ?::uuid, ?::uuid)"_s,
        {person.id, w.tenantA, w.memberA.id, w.tenantA, w.tenantA, w.tenantA, w.tenantB, w.tenantB});
    QList<QUuid> all{QUuid::createUuid()};
    for (const QString &id : w.must(u"select id from app.notifications where kind = 'test'"_s).split(u'\n'))
        all.append(QUuid::fromString(id));
    QCOMPARE(all.size(), 5);
    QCOMPARE(w.give(person, tenantry::notificationsRead(all)).json["result"_L1]["marked"_L1].toInt(),
             2); // their own and their tenant's
    QCOMPARE(w.give(person, tenantry::notificationsRead(all)).json["result"_L1]["marked"_L1].toInt(), 0);
    QCOMPARE(w.must(u"select count(*) from app.notification_reads where user_id = ?"_s, {person.id}), u"2"_s);
}

QTEST_GUILESS_MAIN(TestMembershipCommands)
#include "tst_membershipcommands.moc"
