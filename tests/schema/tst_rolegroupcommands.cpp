// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rolegroupcommands.h"
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// GRP-1, EXT-2, on a real server.
class TestRoleGroupCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void createMakesAGroup();
    void namesAreUniqueInTheTenant();
    void badFieldsAreRefused_data();
    void badFieldsAreRefused();
    void editsWhatIsGiven();
    void aStaleEditConflicts();
    void membersComeAndGo();
    void membersGetAndLoseTheRole();
    void addingTwiceAndRemovingTwiceIsFine();
    void membersThatAreRefused_data();
    void membersThatAreRefused();
    void whoIsToldOfIt();
    void deleteTakesTheMembers();
    void aUsedGroupSaysWhere();
    void aUsedGroupGoesWithItsGrants();
    void strangersLearnNothing();
    void feedIsThatOfARebuild() { QCOMPARE(w.feedDifference(), QString()); }

private:
    [[nodiscard]] QString create(const QString &name);
    [[nodiscard]] static RoleGroupId groupId(const QString &id) { return RoleGroupId(QUuid::fromString(id)); }
    [[nodiscard]] tenantry::Command seeing(tenantry::Command command, const QString &group) const
    {
        return command.see(QUuid::fromString(group), {},
                           w.must(u"select version from app.role_groups where id = ?"_s, {group}).toInt());
    }
    [[nodiscard]] static RoleGroupMember person(const QString &id)
    {
        return {SubjectKind::User, QUuid::fromString(id)};
    }
    [[nodiscard]] static RoleGroupMember organization(const QString &id)
    {
        return {SubjectKind::Organization, QUuid::fromString(id)};
    }
    [[nodiscard]] int memberCount(const QString &group) const
    {
        return w.must(u"select count(*) from app.role_group_members where group_id = ?"_s, {group}).toInt();
    }

    CommandWorld w;
};

void TestRoleGroupCommands::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

QString TestRoleGroupCommands::create(const QString &name)
{
    const QString id = w.newId();
    const Answer answer =
        w.give(w.adminA, roleGroupCreate(groupId(id), CommandWorld::tenantId(w.tenantA), name, {}));
    if (!answer.isDone())
        qFatal("no group: %s", qPrintable(answer.text()));
    return id;
}

// GRP-1, AUD-1
void TestRoleGroupCommands::createMakesAGroup()
{
    const QString id = w.newId();
    const Answer answer = w.give(w.adminA, roleGroupCreate(groupId(id), CommandWorld::tenantId(w.tenantA),
                                                           u" 技术委员会 "_s, u"decides"_s));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["versions"_L1][id][""_L1].toInt(), 1);
    QCOMPARE(w.must(u"select name, description, tenant_id = ? from app.role_groups where id = ?"_s,
                    {w.tenantA, id}),
             u"技术委员会|decides|t"_s);
    QCOMPARE(w.must(u"select e.kind, e.actor_id = ?, d.detail -> 'after' ->> 'name', d.detail ->> 'reason' "
                    u"from app.audit_entries as e"
                    " join app.audit_details as d on d.entry_id = e.id where e.object_id = ?"_s,
                    {w.adminA.id, id}),
             u"role_group_create|t|技术委员会|because"_s);
    QCOMPARE(
        w.give(w.adminA, roleGroupCreate(groupId(id), CommandWorld::tenantId(w.tenantA), u"Another"_s, {}))
            .code(),
        u"command.id_taken"_s);
}

void TestRoleGroupCommands::namesAreUniqueInTheTenant()
{
    const QString first = create(u"Guild of Testers"_s);
    const QString second = create(u"Guild of Writers"_s);
    const Answer taken =
        w.give(w.adminA, roleGroupCreate(groupId(w.newId()), CommandWorld::tenantId(w.tenantA),
                                         u"ＧUILD of testers"_s, {}));
    QCOMPARE(taken.code(), u"role_group.name_taken"_s);
    QCOMPARE(taken.error(u"role_group.name_taken"_s).value("field"_L1).toString(), u"name"_s);
    QCOMPARE(w.give(w.adminA, seeing(roleGroupEdit(groupId(second), {.name = u"guild OF testers"_s}), second))
                 .code(),
             u"role_group.name_taken"_s);
    // Its own, in another spelling, and that of another tenant are free.
    QVERIFY(w.give(w.adminA, seeing(roleGroupEdit(groupId(first), {.name = u"Guild of testers"_s}), first))
                .isDone());
    QVERIFY(w.give(w.adminB, roleGroupCreate(groupId(w.newId()), CommandWorld::tenantId(w.tenantB),
                                             u"Guild of Testers"_s, {}))
                .isDone());
}

void TestRoleGroupCommands::badFieldsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("code");
    QTest::newRow("no name") << u""_s << u""_s << u"rule.required"_s;
    QTest::newRow("one character") << u"x"_s << u""_s << u"rule.too_short"_s;
    QTest::newRow("51 characters") << QString(51, u'组') << u""_s << u"rule.too_long"_s;
    QTest::newRow("201 characters") << u"Long words"_s << QString(201, u'x') << u"rule.too_long"_s;
}

// ERR-3
void TestRoleGroupCommands::badFieldsAreRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, description);
    QFETCH(QString, code);
    QCOMPARE(w.give(w.adminA,
                    roleGroupCreate(groupId(w.newId()), CommandWorld::tenantId(w.tenantA), name, description))
                 .code(),
             code);
}

void TestRoleGroupCommands::editsWhatIsGiven()
{
    const QString id = create(u"To be edited"_s);
    QVERIFY(w.give(w.adminA, seeing(roleGroupEdit(groupId(id), {.description = u"words"_s}), id)).isDone());
    QCOMPARE(w.must(u"select name, description, version from app.role_groups where id = ?"_s, {id}),
             u"To be edited|words|2"_s);
    QVERIFY(
        w.give(w.adminA, seeing(roleGroupEdit(groupId(id), {.name = u"Edited"_s, .description = u""_s}), id))
            .isDone());
    QCOMPARE(w.must(u"select name, description, version from app.role_groups where id = ?"_s, {id}),
             u"Edited||3"_s);
    QCOMPARE(
        w.must(
            u"select d.detail -> 'before' ->> 'name', d.detail -> 'after' ->> 'name' from app.audit_entries "
            u"as e"
            " join app.audit_details as d on d.entry_id = e.id where e.object_id = ? order by e.id desc limit 1"_s,
            {id}),
        u"To be edited|Edited"_s);
}

// INB-6
void TestRoleGroupCommands::aStaleEditConflicts()
{
    const QString id = create(u"Edited by two"_s);
    const tenantry::Command first = seeing(roleGroupEdit(groupId(id), {.name = u"Edited by one"_s}), id);
    const tenantry::Command second =
        seeing(roleGroupEdit(groupId(id), {.name = u"Edited by the other"_s}), id);
    QVERIFY(w.give(w.adminA, first).isDone());
    QCOMPARE(w.give(w.adminA, second).code(), u"command.conflict"_s);
    QCOMPARE(w.give(w.adminA, roleGroupEdit(groupId(id), {.name = u"Unseen"_s})).code(),
             u"command.malformed"_s);
    const tenantry::Command stale = second;
    tenantry::Command deletion = roleGroupDelete(groupId(id));
    deletion.seen = stale.seen;
    QCOMPARE(w.give(w.adminA, deletion).code(), u"command.conflict"_s);
}

// GRP-1
void TestRoleGroupCommands::membersComeAndGo()
{
    const QString id = create(u"Mixed group"_s);
    const QString department = w.addOrganization(u"Department in a group"_s);
    const Answer answer = w.give(
        w.adminA, roleGroupMembersSet(groupId(id), {person(w.memberA.id), organization(department)}, {}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["added"_L1].toInt(), 2);
    QCOMPARE(
        w.must(
            u"select user_id = ? from app.role_group_members where group_id = ? and organization_id is null"_s,
            {w.memberA.id, id}),
        u"t"_s);
    // One leaves, another comes, in one step.
    QVERIFY(w.give(w.adminA, roleGroupMembersSet(groupId(id), {person(w.ownerA.id)}, {person(w.memberA.id)}))
                .isDone());
    QCOMPARE(
        w.must(
            u"select user_id = ? from app.role_group_members where group_id = ? and organization_id is null"_s,
            {w.ownerA.id, id}),
        u"t"_s);
    QCOMPARE(
        w.must(
            u"select jsonb_array_length(d.detail -> 'before' -> 'removed'), jsonb_array_length(d.detail -> "
            u"'after' -> 'added') from app.audit_entries as e"
            " join app.audit_details as d on d.entry_id = e.id where e.object_id = ? order by e.id desc limit 1"_s,
            {id}),
        u"1|1"_s);
    QCOMPARE(w.must(u"select version from app.role_groups where id = ?"_s, {id}),
             u"1"_s); // the group's own fields are as they were
}

// PRM-2
void TestRoleGroupCommands::membersGetAndLoseTheRole()
{
    const QString id = create(u"Editors"_s);
    const QString department = w.addOrganization(u"Department of editors"_s);
    const QString reader = w.addCard(u"Reader"_s);
    w.addMembership(reader, department);
    const QString space = w.addSpace(w.ownerA);
    w.addGrant(space, u"group"_s, id, u"editor"_s);
    QCOMPARE(w.roleOn(space, reader), QString());
    QVERIFY(w.give(w.adminA, roleGroupMembersSet(groupId(id), {organization(department)}, {})).isDone());
    QCOMPARE(w.roleOn(space, reader), u"editor"_s);
    QVERIFY(w.give(w.adminA, roleGroupMembersSet(groupId(id), {}, {organization(department)})).isDone());
    QCOMPARE(w.roleOn(space, reader), QString());
}

void TestRoleGroupCommands::addingTwiceAndRemovingTwiceIsFine()
{
    const QString id = create(u"Twice"_s);
    const auto both = [&](const QList<RoleGroupMember> &add, const QList<RoleGroupMember> &remove) {
        const Answer answer = w.give(w.adminA, roleGroupMembersSet(groupId(id), add, remove));
        return u"%1 %2 %3"_s.arg(answer.outcome())
            .arg(answer.json["result"_L1]["added"_L1].toInt())
            .arg(answer.json["result"_L1]["removed"_L1].toInt());
    };
    QCOMPARE(both({person(w.memberA.id)}, {}), u"done 1 0"_s);
    QCOMPARE(both({person(w.memberA.id), person(w.ownerA.id)}, {}), u"done 1 0"_s);
    QCOMPARE(both({}, {person(w.memberA.id)}), u"done 0 1"_s);
    QCOMPARE(both({}, {person(w.memberA.id)}), u"done 0 0"_s);
    QCOMPARE(memberCount(id), 1);
}

void TestRoleGroupCommands::membersThatAreRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("code");
    QTest::newRow("an outsider") << u"outsider"_s << u"role_group.member_elsewhere"_s; // EXT-2
    QTest::newRow("somebody of the default system tenant")
        << u"homeless"_s << u"role_group.member_elsewhere"_s;
    QTest::newRow("nobody") << u"nobody"_s << u"role_group.member_elsewhere"_s;
    QTest::newRow("a department of another tenant") << u"rootB"_s << u"role_group.member_elsewhere"_s;
    QTest::newRow("a department that doesn't exist")
        << u"no department"_s << u"role_group.member_elsewhere"_s;
    QTest::newRow("somebody suspended") << u"suspended member"_s << u"role_group.member_inactive"_s;
    QTest::newRow("twice") << u"twice"_s << u"role_group.doubled"_s;
}

void TestRoleGroupCommands::membersThatAreRefused()
{
    QFETCH(QString, who);
    QFETCH(QString, code);
    const QString id = create(u"Refusing %1"_s.arg(who));
    RoleGroupMember second;
    if (who == "rootB"_L1 || who == "no department"_L1)
        second = organization(who == "rootB"_L1 ? w.rootOf(w.tenantB) : w.newId());
    else if (who == "suspended member"_L1)
        second = person(w.addCard(u"Asleep"_s, {}, u"suspended"_s));
    else
        second = person(who == "outsider"_L1   ? w.outsider.id
                        : who == "homeless"_L1 ? w.homeless.id
                        : who == "twice"_L1    ? w.memberA.id
                                               : w.newId());
    const Answer answer =
        w.give(w.adminA, roleGroupMembersSet(groupId(id), {person(w.memberA.id), second}, {}));
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.error(code).value("field"_L1).toString(), u"add[1].subject_id"_s);
    QCOMPARE(memberCount(id), 0); // all or none
    if (code == "role_group.member_inactive"_L1)
        QCOMPARE(answer.error(code)["parameters"_L1]["name"_L1].toString(), u"Asleep"_s);
}

void TestRoleGroupCommands::whoIsToldOfIt()
{
    const QString id = create(u"Told group"_s);
    QVERIFY(w.give(w.adminA, roleGroupMembersSet(
                                 groupId(id), {person(w.memberA.id), organization(w.rootOf(w.tenantA))}, {}))
                .isDone());
    QVERIFY(w.give(w.adminA, roleGroupMembersSet(groupId(id), {}, {person(w.memberA.id)})).isDone());
    QCOMPARE(
        w.must(
            u"select string_agg(kind, ',' order by id), bool_and(audience_user_ids = array[?]::uuid[]) from app.notifications where parameters ->> 'group_id' = ?"_s,
            {w.memberA.id, id}),
        u"role_group_joined,role_group_left|t"_s);
}

void TestRoleGroupCommands::deleteTakesTheMembers()
{
    const QString id = create(u"Deleted"_s);
    QVERIFY(w.give(w.adminA, roleGroupMembersSet(groupId(id), {person(w.memberA.id)}, {})).isDone());
    const Answer answer = w.give(w.adminA, seeing(roleGroupDelete(groupId(id)), id));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(w.must(u"select count(*) from app.role_groups where id = ?"_s, {id}), u"0"_s);
    QCOMPARE(memberCount(id), 0);
    QCOMPARE(
        w.must(
            u"select d.detail -> 'before' -> 'members' -> 0 ->> 'user_id' from app.audit_entries as e"
            " join app.audit_details as d on d.entry_id = e.id where e.object_id = ? and e.kind = 'role_group_delete'"_s,
            {id}),
        w.memberA.id);
    // The name is free again.
    QVERIFY(!create(u"Deleted"_s).isEmpty());
}

void TestRoleGroupCommands::aUsedGroupSaysWhere()
{
    const QString id = create(u"Used in three"_s);
    for (const QString &name : {u"空间甲"_s, u"空间乙"_s}) {
        const QString space = w.addSpace(w.ownerA);
        w.must(u"update app.spaces set name = ? where id = ?"_s, {name, space});
        w.addGrant(space, u"group"_s, id, u"viewer"_s);
        if (name == u"空间甲"_s)
            w.addGrant(space, u"group"_s, id, u"editor"_s, w.addResource(space, w.ownerA));
    }
    const Answer answer = w.give(w.adminA, seeing(roleGroupDelete(groupId(id)), id));
    QCOMPARE(answer.code(), u"role_group.used"_s);
    const QJsonObject parameters = answer.error(u"role_group.used"_s)["parameters"_L1].toObject();
    QCOMPARE(parameters["grants"_L1].toInt(), 3);
    QCOMPARE(parameters["spaces"_L1].toInt(), 2);
    QVERIFY2(parameters["names"_L1].toString().contains(u"空间甲"_s) &&
                 parameters["names"_L1].toString().contains(u"空间乙"_s),
             qPrintable(answer.text()));
    QCOMPARE(w.must(u"select count(*) from app.role_groups where id = ?"_s, {id}), u"1"_s);
}

void TestRoleGroupCommands::aUsedGroupGoesWithItsGrants()
{
    const QString id = create(u"Used and gone"_s);
    const QString space = w.addSpace(w.ownerA);
    w.addGrant(space, u"group"_s, id, u"viewer"_s);
    const tenantry::Command deletion = seeing(roleGroupDelete(groupId(id), 1), id);
    // Meanwhile it is used somewhere else too: more than the actor saw.
    const QString other = w.addSpace(w.ownerA);
    w.addGrant(other, u"group"_s, id, u"viewer"_s);
    QCOMPARE(w.give(w.adminA, deletion).code(), u"role_group.used"_s);
    const Answer answer = w.give(w.adminA, seeing(roleGroupDelete(groupId(id), 2), id));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["removed"_L1].toArray().size(), 2);
    QCOMPARE(w.must(u"select count(*) from app.grants where group_id = ?"_s, {id}), u"0"_s);
    QCOMPARE(
        w.must(
            u"select count(*) from app.audit_entries where kind = 'grants_remove' and object_id in (?, ?)"_s,
            {space, other}),
        u"2"_s);
}

// SEC-1
void TestRoleGroupCommands::strangersLearnNothing()
{
    const QString id = create(u"Secret group"_s);
    for (const Person &stranger : {w.adminB, w.outsider}) {
        const auto answerFor = [&](const QString &group) {
            return w.give(stranger, roleGroupMembersSet(groupId(group), {}, {})).json;
        };
        QCOMPARE(answerFor(id), answerFor(w.newId()));
    }
    QCOMPARE(w.give(w.memberA, seeing(roleGroupDelete(groupId(id)), id)).code(), u"command.not_allowed"_s);
    QCOMPARE(w.give(w.root, seeing(roleGroupDelete(groupId(id)), id)).code(), u"command.not_allowed"_s);
}

QTEST_GUILESS_MAIN(TestRoleGroupCommands)
#include "tst_rolegroupcommands.moc"
