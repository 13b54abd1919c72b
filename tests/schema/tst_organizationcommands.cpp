// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

namespace
{

QString made(const tenantry::Command &command)
{
    return command.payload.value("organization_id"_L1).toString();
}

} // namespace

class TestOrganizationCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void createMakesARowAnEntryAndNotifications();
    void createRefusals_data();
    void createRefusals();
    void allErrorsAtOnce();
    void editTouchesOneGroup();
    void editsOfDifferentGroupsMerge();
    void editsOfTheSameGroupConflict();
    void ownNameMayBeWrittenAnew();
    void leaderBecomesMember();
    void moveChangesThePlace();
    void movesThatAreRefused();
    void disablingTakesTheSubtreeOut();
    void rootAndDefaultAreFixed();
    void deleteCountsWhatIsInside();
    void strangersLearnNothing();

private:
    [[nodiscard]] tenantry::Command create(const QString &name, const QString &code,
                                           const OrganizationFields &more = {}) const;
    [[nodiscard]] tenantry::Command edit(const QString &organization, const OrganizationEdit &changes) const
    {
        return w.seeing(organizationEdit(CommandWorld::organizationId(organization), changes), organization);
    }

    CommandWorld w;
    QString m_root;
};

void TestOrganizationCommands::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_root = w.rootOf(w.tenantA);
}

tenantry::Command TestOrganizationCommands::create(const QString &name, const QString &code,
                                                   const OrganizationFields &more) const
{
    return organizationCreate(CommandWorld::organizationId(w.newId()), CommandWorld::tenantId(w.tenantA), {},
                              {name, code, more.description, more.leaderId});
}

// ORG-1, NOT-3
void TestOrganizationCommands::createMakesARowAnEntryAndNotifications()
{
    w.must(u"update app.memberships set role = 'leader' where user_id = ? and organization_id = ?"_s,
           {w.ownerA.id, m_root});
    const tenantry::Command command = create(
        u"技术中心"_s, u"TECH"_s, {.description = u"builds"_s, .leaderId = CommandWorld::userId(w.memberA)});
    const Answer answer = w.give(w.adminA, command);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    const QString id = made(command);
    QCOMPARE(
        w.must(
            u"select name, code, description, parent_id = ?::uuid, enabled from app.organizations where id = ?"_s,
            {m_root, id}),
        u"技术中心|TECH|builds|t|t"_s);
    QCOMPARE(answer.json["versions"_L1][id]["place"_L1].toInt(), 1);
    QCOMPARE(w.must(u"select role from app.memberships where user_id = ? and organization_id = ?"_s,
                    {w.memberA.id, id}),
             u"leader"_s);
    QCOMPARE(w.must(u"select e.actor_id = ?::uuid, d.detail -> 'after' ->> 'name', d.detail ->> 'reason' is "
                    u"not null from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id"
                    " where e.object_id = ? and e.kind = 'organization_create'"_s,
                    {w.adminA.id, id}),
             u"t|技术中心|t"_s);
    QCOMPARE(
        w.must(
            u"select audience_user_ids @> array[?, ?]::uuid[], parameters ->> 'path' from app.notifications where kind = 'organization_created'"_s,
            {w.memberA.id, w.ownerA.id}),
        u"t|Tenant A / 技术中心"_s);
    // The leader's memberships changed too, and they are told with old and new.
    QCOMPARE(w.must(u"select jsonb_array_length(parameters -> 'before'), jsonb_array_length(parameters -> "
                    u"'after') from app.notifications"
                    " where kind = 'memberships_changed' and ?::uuid = any (audience_user_ids)"_s,
                    {w.memberA.id}),
             u"1|2"_s);
}

void TestOrganizationCommands::createRefusals_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QJsonObject &change, const QString &code,
                        const QString &field) { QTest::newRow(name) << change << code << field; };
    row("name, other case", {{u"name"_s, u"TAKEN DEPARTMENT"_s}}, u"organization.name_taken"_s, u"name"_s);
    row("name, full width", {{u"name"_s, u"ｔaken department"_s}}, u"organization.name_taken"_s, u"name"_s);
    row("code, other case", {{u"code"_s, u"TAKEN_1"_s}}, u"organization.code_taken"_s, u"code"_s);
    row("name too short", {{u"name"_s, u"x"_s}}, u"rule.too_short"_s, u"name"_s);
    row("code with a hyphen", {{u"code"_s, u"a-bc"_s}}, u"rule.characters"_s, u"code"_s);
    row("unknown parent", {{u"parent_id"_s, u"00000000-0000-7000-8000-000000000000"_s}},
        u"organization.parent_unknown"_s, u"parent_id"_s);
    row("parent elsewhere", {{u"parent_id"_s, u"rootB"_s}}, u"organization.parent_unknown"_s, u"parent_id"_s);
    row("leader elsewhere", {{u"leader_id"_s, u"outsider"_s}}, u"organization.leader_elsewhere"_s,
        u"leader_id"_s);
    row("unknown leader", {{u"leader_id"_s, u"00000000-0000-7000-8000-000000000000"_s}},
        u"organization.leader_elsewhere"_s, u"leader_id"_s);
    row("leader suspended", {{u"leader_id"_s, u"suspended"_s}}, u"organization.leader_inactive"_s,
        u"leader_id"_s);
    row("ID in use", {{u"organization_id"_s, u"rootA"_s}}, u"command.id_taken"_s, u"organization_id"_s);
    row("another tenant", {{u"tenant_id"_s, u"tenantB"_s}}, u"command.not_found"_s, u"tenant_id"_s);
}

// ORG-1, ORG-11, ERR-3
void TestOrganizationCommands::createRefusals()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, code);
    QFETCH(QString, field);
    if (w.must(u"select count(*) from app.organizations where code = 'taken_1'"_s) == "0"_L1)
        QVERIFY(w.give(w.adminA, create(u"Taken Department"_s, u"taken_1"_s)).isDone());
    const QHash<QString, QString> known{{u"rootA"_s, m_root},
                                        {u"rootB"_s, w.rootOf(w.tenantB)},
                                        {u"tenantB"_s, w.tenantB},
                                        {u"outsider"_s, w.outsider.id},
                                        {u"suspended"_s, w.suspended.id}};
    tenantry::Command command = create(u"New Department"_s, u"new_department"_s);
    for (auto changed = change.begin(); changed != change.end(); ++changed)
        command.payload.insert(changed.key(), known.value(changed->toString(), changed->toString()));
    const QString before = w.must(u"select count(*) from app.organizations"_s);
    const Answer answer = w.give(w.adminA, command);
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.error(code).value("field"_L1).toString(), field);
    QCOMPARE(w.must(u"select count(*) from app.organizations"_s), before);
}

// ERR-3: every field with its own error
void TestOrganizationCommands::allErrorsAtOnce()
{
    QCOMPARE(w.give(w.adminA, create(u"Both Taken"_s, u"both_taken"_s)).outcome(), u"done"_s);
    const Answer answer = w.give(
        w.adminA, create(u"both taken"_s, u"BOTH_TAKEN"_s, {.leaderId = CommandWorld::userId(w.outsider)}));
    QCOMPARE(answer.codes(), (QStringList{u"organization.code_taken"_s, u"organization.leader_elsewhere"_s,
                                          u"organization.name_taken"_s}));
    // The same name in another tenant is nobody's business.
    const tenantry::Command other =
        organizationCreate(CommandWorld::organizationId(w.newId()), CommandWorld::tenantId(w.tenantB), {},
                           {u"Both Taken"_s, u"both_taken"_s, {}, {}});
    QVERIFY(w.give(w.adminB, other).isDone());
}

void TestOrganizationCommands::editTouchesOneGroup()
{
    const QString id = w.addOrganization(u"Edited"_s);
    const Answer answer = w.give(w.adminA, edit(id, {.name = u"Edited anew"_s, .description = u"text"_s}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(
        w.must(
            u"select name, description, version, version_details, version_place, version_status, version_leader from app.organizations where id = ?"_s,
            {id}),
        u"Edited anew|text|2|2|1|1|1"_s);
    QCOMPARE(answer.json["versions"_L1][id].toObject(), (QJsonObject{{u"details"_s, 2}}));
    QCOMPARE(
        w.must(
            u"select d.detail -> 'before', d.detail -> 'after' ->> 'name' from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id where e.object_id = ? and e.kind = 'organization_edit'"_s,
            {id}),
        u"{\"name\": \"Edited\", \"description\": \"\"}|Edited anew"_s);
    QCOMPARE(w.give(w.adminA, edit(id, {.name = u"Tenant A"_s})).code(), u"organization.name_taken"_s);
    QCOMPARE(w.give(w.adminA, edit(id, {.name = u""_s})).code(), u"rule.required"_s);
}

// INB-6
void TestOrganizationCommands::editsOfDifferentGroupsMerge()
{
    const QString id = w.addOrganization(u"Merged"_s);
    const tenantry::Command name = edit(id, {.name = u"Merged anew"_s});
    const tenantry::Command leader = edit(id, {.leaderId = CommandWorld::userId(w.memberA)});
    const tenantry::Command move =
        w.seeing(organizationMove(CommandWorld::organizationId(id),
                                  CommandWorld::organizationId(w.addOrganization(u"Merged parent"_s))),
                 id);
    const tenantry::Command disable =
        w.seeing(organizationSetEnabled(CommandWorld::organizationId(id), false), id);
    for (const tenantry::Command &command : {name, leader, move, disable}) {
        const Answer answer = w.give(w.adminA, command);
        QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    }
    QCOMPARE(
        w.must(
            u"select name, enabled, version, version_details, version_place, version_status, version_leader from app.organizations where id = ?"_s,
            {id}),
        u"Merged anew|f|5|2|2|2|2"_s);
}

// INB-6
void TestOrganizationCommands::editsOfTheSameGroupConflict()
{
    const QString id = w.addOrganization(u"Contested"_s);
    const tenantry::Command first = edit(id, {.name = u"Contested one"_s});
    const tenantry::Command second = edit(id, {.code = u"contested_two"_s});
    QVERIFY(w.give(w.adminA, first).isDone());
    const Answer answer = w.give(w.adminA, second);
    QCOMPARE(answer.code(), u"command.conflict"_s);
    QCOMPARE(answer.error(u"command.conflict"_s).value("parameters"_L1).toObject(),
             (QJsonObject{{u"record"_s, id}, {u"group"_s, u"details"_s}, {u"seen"_s, 1}, {u"now"_s, 2}}));
    tenantry::Command unseen = first;
    unseen.seen = {};
    QCOMPARE(w.give(w.adminA, unseen).code(), u"command.malformed"_s);
    // A second edit before the first came back builds on its result.
    const QString id2 = w.newId();
    QVERIFY(w.give(w.adminA, edit(id, {.name = u"Contested three"_s}), id2).isDone());
    tenantry::Command onTop =
        organizationEdit(CommandWorld::organizationId(id), {.name = u"Contested four"_s});
    onTop.seeResultOf(QUuid::fromString(id), u"details"_s, CommandId(QUuid::fromString(id2)));
    QVERIFY(w.give(w.adminA, onTop).isDone());
    QCOMPARE(w.give(w.adminA, onTop).code(), u"command.conflict"_s);
}

void TestOrganizationCommands::ownNameMayBeWrittenAnew()
{
    const QString id = w.addOrganization(u"spelled wrong"_s);
    QVERIFY(w.give(w.adminA, edit(id, {.name = u"Spelled Wrong"_s})).isDone());
}

// ORG-11
void TestOrganizationCommands::leaderBecomesMember()
{
    const QString id = w.addOrganization(u"Led"_s);
    const Person first = w.addMember(u"First Leader"_s), second = w.addMember(u"Second Leader"_s, id);
    const auto roles = [&] {
        return w.must(
            u"select string_agg(u.name || '=' || m.role, ',' order by u.name) from app.memberships as m join app.users as u on u.id = m.user_id where m.organization_id = ?"_s,
            {id});
    };
    QVERIFY(w.give(w.adminA, edit(id, {.leaderId = CommandWorld::userId(first)})).isDone());
    QCOMPARE(roles(), u"First Leader=leader,Second Leader=member"_s);
    QVERIFY(w.give(w.adminA, edit(id, {.leaderId = CommandWorld::userId(second)})).isDone());
    QCOMPARE(roles(), u"First Leader=member,Second Leader=leader"_s);
    QCOMPARE(w.must(u"select version_memberships from app.users where id = ?"_s, {second.id}),
             u"3"_s); // moved in, made leader
    QVERIFY(w.give(w.adminA, edit(id, {.leaderId = UserId()})).isDone());
    QCOMPARE(roles(), u"First Leader=member,Second Leader=member"_s);
    QCOMPARE(w.give(w.adminA, edit(id, {.leaderId = CommandWorld::userId(w.suspended)})).code(),
             u"organization.leader_inactive"_s);
}

void TestOrganizationCommands::moveChangesThePlace()
{
    const QString a = w.addOrganization(u"Move A"_s), b = w.addOrganization(u"Move B"_s);
    const Answer answer = w.give(
        w.adminA,
        w.seeing(organizationMove(CommandWorld::organizationId(b), CommandWorld::organizationId(a)), b));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(
        w.must(u"select parent_id = ?::uuid, version_place from app.organizations where id = ?"_s, {a, b}),
        u"t|2"_s);
    QCOMPARE(answer.json["versions"_L1][b]["place"_L1].toInt(), 2);
}

void TestOrganizationCommands::movesThatAreRefused()
{
    const QString a = w.addOrganization(u"Line A"_s), b = w.addOrganization(u"Line B"_s, a),
                  c = w.addOrganization(u"Line C"_s, b);
    const auto move = [&](const QString &what, const QString &where) {
        return w
            .give(w.adminA, w.seeing(organizationMove(CommandWorld::organizationId(what),
                                                      CommandWorld::organizationId(where)),
                                     what))
            .code();
    };
    QCOMPARE(move(a, a), u"organization.under_itself"_s);
    QCOMPARE(move(a, c), u"organization.under_itself"_s);
    QCOMPARE(move(m_root, a), u"organization.root_fixed"_s);
    QCOMPARE(move(a, w.rootOf(w.tenantB)), u"organization.parent_unknown"_s);
    QCOMPARE(move(a, w.newId()), u"organization.parent_unknown"_s);
    QCOMPARE(move(c, a), QString());
}

// PRM-2
void TestOrganizationCommands::disablingTakesTheSubtreeOut()
{
    const QString top = w.addOrganization(u"Disabled top"_s),
                  below = w.addOrganization(u"Disabled below"_s, top);
    const Person person = w.addMember(u"Below"_s, below);
    w.addGrant(w.spaceA, u"organization"_s, top, u"viewer"_s);
    QCOMPARE(w.roleOn(w.spaceA, person.id), u"viewer"_s);
    QVERIFY(w.give(w.adminA, w.seeing(organizationSetEnabled(CommandWorld::organizationId(top), false), top))
                .isDone());
    QCOMPARE(w.roleOn(w.spaceA, person.id), QString());
    QVERIFY(w.give(w.adminA, w.seeing(organizationSetEnabled(CommandWorld::organizationId(top), true), top))
                .isDone());
    QCOMPARE(w.roleOn(w.spaceA, person.id), u"viewer"_s);
}

// ORG-11
void TestOrganizationCommands::rootAndDefaultAreFixed()
{
    const QString above = w.addOrganization(u"Above default"_s),
                  standard = w.addOrganization(u"Default one"_s, above);
    w.must(u"update app.tenants set default_organization_id = ? where id = ?"_s, {standard, w.tenantA});
    const auto codes = [&](const QString &id) {
        const OrganizationId organization = CommandWorld::organizationId(id);
        return QStringList{
            w.give(w.adminA,
                   w.seeing(organizationMove(organization, CommandWorld::organizationId(w.addOrganization(
                                                               u"Target "_s + id.right(6)))),
                            id))
                .code(),
            w.give(w.adminA, w.seeing(organizationSetEnabled(organization, false), id)).code(),
            w.give(w.adminA, w.seeing(organizationDelete(organization), id)).code()};
    };
    QCOMPARE(codes(m_root), QStringList(3, u"organization.root_fixed"_s));
    QCOMPARE(codes(standard), QStringList(3, u"organization.default_fixed"_s));
    QCOMPARE(
        w.give(w.adminA, w.seeing(organizationSetEnabled(CommandWorld::organizationId(above), false), above))
            .code(),
        u"organization.default_fixed"_s);
    w.must(u"update app.tenants set default_organization_id = root_organization_id where id = ?"_s,
           {w.tenantA});
}

void TestOrganizationCommands::deleteCountsWhatIsInside()
{
    const QString id = w.addOrganization(u"Full"_s), child = w.addOrganization(u"Full child"_s, id);
    const Person person = w.addMember(u"Inside"_s, id);
    const QString group = w.addGroup(w.tenantA, {}, {id});
    const QString grant = w.addGrant(w.spaceA, u"organization"_s, id, u"viewer"_s);
    w.must(u"insert into app.organization_permissions (tenant_id, id, data_scope, denied) values (?, ?, 'below', '{spaces.create}')"_s,
           {w.tenantA, id});
    const auto remove = [&] {
        return w.give(w.adminA, w.seeing(organizationDelete(CommandWorld::organizationId(id)), id));
    };
    QCOMPARE(remove().error(u"organization.not_empty"_s).value("parameters"_L1).toObject(),
             (QJsonObject{{u"members"_s, 1}, {u"children"_s, 1}, {u"groups"_s, 1}, {u"grants"_s, 1}, {u"permissions"_s, 2}}));
    w.must(u"delete from app.grants where id = ?"_s, {grant});
    w.must(u"delete from app.role_group_members where organization_id = ?"_s, {id});
    w.must(u"delete from app.memberships where organization_id = ?"_s, {id});
    w.must(u"update app.organization_permissions set data_scope = null, denied = '{}' where id = ?"_s, {id});
    QCOMPARE(remove().code(), u"organization.not_empty"_s);
    const tenantry::Command stale = w.seeing(organizationDelete(CommandWorld::organizationId(child)), child);
    QVERIFY(w.give(w.adminA, edit(child, {.name = u"Full child anew"_s})).isDone());
    QCOMPARE(w.give(w.adminA, stale).code(), u"command.conflict"_s);
    QVERIFY(
        w.give(w.adminA, w.seeing(organizationDelete(CommandWorld::organizationId(child)), child)).isDone());
    const tenantry::Command late = edit(id, {.name = u"too late"_s});
    QVERIFY(remove().isDone());
    QCOMPARE(w.must(u"select count(*) from app.organizations where id = ?"_s, {id}), u"0"_s);
    QCOMPARE(w.give(w.adminA, late).code(), u"command.not_found"_s);
}

// ROL-2, SEC-1
void TestOrganizationCommands::strangersLearnNothing()
{
    const QString id = w.addOrganization(u"Private"_s);
    const OrganizationId organization = CommandWorld::organizationId(id);
    for (const tenantry::Command &command :
         {edit(id, {.name = u"Mine now"_s}),
          w.seeing(organizationMove(organization, CommandWorld::organizationId(m_root)), id),
          w.seeing(organizationSetEnabled(organization, false), id),
          w.seeing(organizationDelete(organization), id)}) {
        QCOMPARE(w.give(w.adminB, command).code(), u"command.not_found"_s);
        QCOMPARE(w.give(w.outsider, command).code(), u"command.not_found"_s);
        QCOMPARE(w.give(w.memberA, command).code(), u"command.not_allowed"_s);
        QCOMPARE(w.give(w.root, command).code(), u"command.not_allowed"_s);
    }
}

QTEST_GUILESS_MAIN(TestOrganizationCommands)
#include "tst_organizationcommands.moc"
