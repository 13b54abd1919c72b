// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/capabilities.h"
#include "tests/schema/grantfixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestGrantCommands final : public GrantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void ruleTableIsThatOfTheClient();
    void setsGrants();
    void changesAGrant();
    void whoMayWhat_data();
    void whoMayWhat();
    void refusalsNameTheItem_data();
    void refusalsNameTheItem();
    void allOrNone();
    void whoIsSuspendedStopsNoChange();
    void conflicts();
    void ownersGrantStays();
    void expiryIsAskedOfTheServersClock();
    void archivedAndFrozenRefuse();
    void removingTwiceIsFine();
    void removalsThatAreRefused();
    void tenantAdministratorHasMembersNotContents();
    void strangersLearnNothing();
    void fiveHundredAtOnce();
};

// SPC-6: the client's rules and the server's say the same of every combination.
void TestGrantCommands::ruleTableIsThatOfTheClient()
{
    const QString text =
        w.must(u"with roles as (select null::app.space_role as role union all select "
               u"unnest(enum_range(null::app.space_role)))"
               " select string_agg(coalesce(app.grant_refusal(a.role, t, v, b, s, f.role, n.role), '-'), ' ' "
               "order by a.role nulls first, t, v, b, s, f.role nulls first, n.role nulls first)"
               " from roles as a, roles as f, roles as n, (values (false), (true)) as t (t), (values "
               "(false), (true)) as v (v),"
               " (values (false), (true)) as b (b), (values (false), (true)) as s (s)"_s);
    const QStringList fromServer = text.split(u' ');
    QCOMPARE(fromServer.size(), 7 * 2 * 2 * 2 * 2 * 7 * 7);
    qsizetype next = 0;
    for (int actor = 0; actor <= int(Role::Owner); ++actor) {
        for (int flags = 0; flags < 16; ++flags) {
            for (int before = 0; before <= int(Role::Owner); ++before) {
                for (int after = 0; after <= int(Role::Owner); ++after) {
                    const GrantChange change{.actorRole = Role(actor),
                                             .tenantAdministrator = (flags & 8) != 0,
                                             .archived = (flags & 4) != 0,
                                             .hasBots = (flags & 2) != 0,
                                             .objectKind =
                                                 (flags & 1) != 0 ? ObjectKind::Space : ObjectKind::Resource,
                                             .before = Role(before),
                                             .after = Role(after)};
                    const auto refused = refusal(change);
                    QCOMPARE(refused ? refused->code : u"-"_s, fromServer.at(next++));
                }
            }
        }
    }
}

void TestGrantCommands::setsGrants()
{
    const QString organization = w.addOrganization(u"Granted "_s + m_space.right(8)),
                  group = w.addGroup(w.tenantA, {w.memberA.id});
    GrantWish toOrganization = wish(organization, Role::Commenter), toGroup = wish(group, Role::Editor);
    toOrganization.subjectKind = SubjectKind::Organization;
    toGroup.subjectKind = SubjectKind::RoleGroup;
    toGroup.expiresAt = fromMicroseconds(4102444800123456);
    const Answer answer = w.give(w.spaceAdminA, set({wish(w.memberA.id), toOrganization, toGroup}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(grantsOf(w.memberA.id), u"space=viewer"_s);
    QCOMPARE(grantsOf(organization), u"space=commenter"_s);
    QCOMPARE(
        w.must(
            u"select role, app.micros(expires_at), granted_by = ?::uuid, tenant_id = ?::uuid from app.grants where id = ?"_s,
            {w.spaceAdminA.id, w.tenantA, toGroup.id.toString()}),
        u"editor|4102444800123456|t|t"_s);
    QCOMPARE(answer.json["versions"_L1][toGroup.id.toString()].toObject(), (QJsonObject{{u""_s, 1}}));
    QCOMPARE(w.must(u"select jsonb_array_length(d.detail -> 'after'), d.detail ->> 'reason' from "
                    u"app.audit_entries as e join app.audit_details as d on d.entry_id = e.id"
                    " where e.kind = 'grants_set' and e.object_id = ?"_s,
                    {m_space}),
             u"3|because"_s);
}

void TestGrantCommands::changesAGrant()
{
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s);
    GrantWish changed = wish(w.memberA.id, Role::Editor);
    changed.id = CommandWorld::grantId(grant);
    const Answer answer = w.give(w.spaceAdminA, w.seeingGrants(set({changed}), {grant}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(w.must(u"select role, version, granted_by = ?::uuid from app.grants where id = ?"_s,
                    {w.spaceAdminA.id, grant}),
             u"editor|2|t"_s);
    QCOMPARE(w.must(u"select d.detail -> 'before' -> 0 ->> 'role', d.detail -> 'after' -> 0 ->> 'role' from "
                    u"app.audit_entries as e join app.audit_details as d on d.entry_id = e.id"
                    " where e.kind = 'grants_set' and e.object_id = ?"_s,
                    {m_space}),
             u"viewer|editor"_s);
}

void TestGrantCommands::whoMayWhat_data()
{
    QTest::addColumn<QString>("actor");
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("code");
    QTest::newRow("administrator: editor") << u"administrator"_s << Role::Editor << QString();
    QTest::newRow("administrator: administrator")
        << u"administrator"_s << Role::Administrator << u"grant.administrators_by_owner"_s;
    QTest::newRow("administrator: owner")
        << u"administrator"_s << Role::Owner << u"grant.owner_by_transfer"_s;
    QTest::newRow("owner: administrator") << u"owner"_s << Role::Administrator << QString();
    QTest::newRow("owner: owner") << u"owner"_s << Role::Owner << u"grant.owner_by_transfer"_s;
    QTest::newRow("tenant administrator: administrator") << u"tenant"_s << Role::Administrator << QString();
    QTest::newRow("tenant administrator: owner")
        << u"tenant"_s << Role::Owner << u"grant.owner_by_transfer"_s;
    QTest::newRow("editor") << u"editor"_s << Role::Viewer << u"grant.not_allowed"_s;
    QTest::newRow("viewer") << u"viewer"_s << Role::Viewer << u"grant.not_allowed"_s;
    QTest::newRow("guest") << u"guest"_s << Role::Guest << u"grant.not_allowed"_s;
    QTest::newRow("member of the tenant without a role")
        << u"none"_s << Role::Viewer << u"command.not_found"_s;
}

// SPC-6, SPC-10, SPC-11
void TestGrantCommands::whoMayWhat()
{
    QFETCH(QString, actor);
    QFETCH(Role, role);
    QFETCH(QString, code);
    Person person = w.memberA;
    if (actor == "owner"_L1)
        person = w.ownerA;
    else if (actor == "tenant"_L1)
        person = w.adminA;
    else if (actor == "administrator"_L1)
        person = w.spaceAdminA;
    else if (actor != "none"_L1)
        w.addGrant(m_space, u"user"_s, person.id, actor);
    QCOMPARE(w.give(person, set({wish(w.addCard(u"Somebody"_s), role)})).code(), code);
}

void TestGrantCommands::refusalsNameTheItem_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QJsonObject &change, const QString &code,
                        const QString &field) {
        QTest::newRow(name) << change << code << u"grants[1]"_s + field;
    };
    row("unknown person", {{u"subject_id"_s, u"unknown"_s}}, u"grant.subject_unknown"_s, u".subject_id"_s);
    row("suspended person", {{u"subject_id"_s, u"suspended"_s}}, u"grant.subject_inactive"_s,
        u".subject_id"_s);
    row("pending person", {{u"subject_id"_s, u"pending"_s}}, u"grant.subject_inactive"_s, u".subject_id"_s);
    // MEM-9: whoever isn't active is named to nobody of another tenant.
    row("person of a frozen tenant", {{u"subject_id"_s, u"frozen"_s}}, u"grant.subject_unknown"_s,
        u".subject_id"_s);
    row("suspended person of another tenant", {{u"subject_id"_s, u"suspended elsewhere"_s}}, u"grant.subject_unknown"_s,
        u".subject_id"_s);
    row("department elsewhere", {{u"subject_kind"_s, u"organization"_s}, {u"subject_id"_s, u"rootB"_s}},
        u"grant.subject_elsewhere"_s, u".subject_id"_s);
    row("group elsewhere", {{u"subject_kind"_s, u"role_group"_s}, {u"subject_id"_s, u"groupB"_s}},
        u"grant.subject_elsewhere"_s, u".subject_id"_s);
    row("unknown department", {{u"subject_kind"_s, u"organization"_s}, {u"subject_id"_s, u"unknown"_s}},
        u"grant.subject_unknown"_s, u".subject_id"_s);
    row("a person called a group", {{u"subject_kind"_s, u"role_group"_s}}, u"grant.subject_unknown"_s,
        u".subject_id"_s);
    row("resource of another space",
        {{u"object_kind"_s, u"resource"_s}, {u"object_id"_s, u"foreign resource"_s}},
        u"grant.object_unknown"_s, u".object_id"_s);
    row("another space", {{u"object_id"_s, u"foreign space"_s}}, u"grant.object_unknown"_s, u".object_id"_s);
    row("past expiry", {{u"expires_at"_s, 1000000}}, u"grant.expired"_s, u".expires_at"_s);
    row("the same twice", {{u"subject_id"_s, u"first"_s}}, u"grant.doubled"_s, {});
    row("the same ID twice", {{u"grant_id"_s, u"first grant"_s}}, u"grant.doubled"_s, {});
    row("ID of another grant", {{u"grant_id"_s, u"used grant"_s}}, u"command.id_taken"_s, u".grant_id"_s);
    row("no role", {{u"role"_s, u"none"_s}}, u"command.malformed"_s, u".role"_s);
}

// EXT-1, MEM-7, SPC-6
void TestGrantCommands::refusalsNameTheItem()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const GrantWish first = wish(w.memberA.id), second = wish(w.addCard(u"Second"_s));
    const QString otherSpace = w.addSpace(w.ownerA);
    const QHash<QString, QString> known{
        {u"unknown"_s, w.newId()},
        {u"suspended"_s, w.suspended.id},
        {u"pending"_s, w.addCard(u"Pending"_s, {}, u"pending_activation"_s)},
        {u"frozen"_s, m_frozen},
        {u"suspended elsewhere"_s, w.addCard(u"Not to be named"_s, w.tenantB, u"suspended"_s)},
        {u"rootB"_s, w.rootOf(w.tenantB)},
        {u"groupB"_s, w.addGroup(w.tenantB, {})},
        {u"foreign resource"_s, w.addResource(otherSpace, w.ownerA)},
        {u"foreign space"_s, otherSpace},
        {u"first"_s, w.memberA.id},
        {u"first grant"_s, first.id.toString()},
        {u"used grant"_s, w.addGrant(otherSpace, u"user"_s, w.memberA.id, u"viewer"_s)}};
    tenantry::Command command = set({first, second});
    QJsonArray grants = command.payload.value("grants"_L1).toArray();
    QJsonObject item = grants.at(1).toObject();
    for (auto changed = change.begin(); changed != change.end(); ++changed)
        item.insert(changed.key(), changed->isString()
                                       ? QJsonValue(known.value(changed->toString(), changed->toString()))
                                       : *changed);
    grants.replace(1, item);
    command.payload.insert(u"grants"_s, grants);
    const Answer answer = w.give(w.ownerA, command);
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.error(code).value("field"_L1).toString(), field);
    QCOMPARE(grantsOf(w.memberA.id), QString()); // nor the good one
}

void TestGrantCommands::allOrNone()
{
    const Answer answer = w.give(w.spaceAdminA, set({wish(w.memberA.id), wish(w.suspended.id),
                                                     wish(w.addCard(u"Fine"_s), Role::Administrator)}));
    QCOMPARE(answer.codes(), (QStringList{u"grant.administrators_by_owner"_s, u"grant.subject_inactive"_s}));
    QCOMPARE(answer.error(u"grant.administrators_by_owner"_s).value("field"_L1).toString(),
             u"grants[2].role"_s);
    QCOMPARE(grantsOf(w.memberA.id), QString());
}

// MEM-5, ORG-7: of whoever is suspended, or whose tenant is frozen, a grant can be changed like any other; a new one they don't get.
void TestGrantCommands::whoIsSuspendedStopsNoChange()
{
    const QString suspended = w.addCard(u"Suspended holder"_s), works = w.addCard(u"Working holder"_s);
    QStringList grants;
    QList<GrantWish> wishes;
    for (const QString &user : {suspended, works, m_frozen}) {
        grants += w.addGrant(m_space, u"user"_s, user, u"editor"_s);
        wishes += wish(user, Role::Viewer);
        wishes.last().id = CommandWorld::grantId(grants.constLast());
    }
    w.must(u"update app.users set status = 'suspended' where id = ?"_s, {suspended});
    wishes.first().expiresAt = fromMicroseconds(4102444800000000);
    const Answer answer = w.give(w.spaceAdminA, w.seeingGrants(set(wishes), grants));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(grantsOf(suspended) + grantsOf(works) + grantsOf(m_frozen), u"space=viewerspace=viewerspace=viewer"_s);
    for (GrantWish &each : wishes)
        each.role = Role::Editor;
    QVERIFY(w.give(w.spaceAdminA, w.seeingGrants(set(wishes), grants)).isDone()); // taken back
    QCOMPARE(grantsOf(suspended), u"space=editor"_s);
    QCOMPARE(w.give(w.spaceAdminA, set({wish(suspended, Role::Viewer, m_resource)})).code(), u"grant.subject_inactive"_s);
}

// INB-6
void TestGrantCommands::conflicts()
{
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s);
    GrantWish change = wish(w.memberA.id, Role::Editor);
    change.id = CommandWorld::grantId(grant);
    const tenantry::Command first = w.seeingGrants(set({change}), {grant});
    change.role = Role::Commenter;
    const tenantry::Command second = w.seeingGrants(set({change}), {grant});
    const tenantry::Command removal = remove({grant});
    QVERIFY(w.give(w.spaceAdminA, first).isDone());
    const Answer answer = w.give(w.ownerA, second);
    QCOMPARE(answer.code(), u"command.conflict"_s);
    QCOMPARE(answer.error(u"command.conflict"_s).value("parameters"_L1).toObject(),
             (QJsonObject{{u"record"_s, grant}, {u"group"_s, u""_s}, {u"seen"_s, 1}, {u"now"_s, 2}}));
    QCOMPARE(w.give(w.ownerA, removal).code(), u"command.conflict"_s);
    // Somebody else added the same person meanwhile.
    const Answer doubled = w.give(w.ownerA, set({wish(w.memberA.id)}));
    QCOMPARE(doubled.code(), u"command.conflict"_s);
    QCOMPARE(doubled.error(u"command.conflict"_s).value("parameters"_L1).toObject(),
             (QJsonObject{{u"record"_s, grant}, {u"group"_s, u""_s}, {u"seen"_s, 0}, {u"now"_s, 2}}));
    // And removed them.
    const tenantry::Command late = w.seeingGrants(set({change}), {grant});
    QVERIFY(w.give(w.ownerA, remove({grant})).isDone());
    QCOMPARE(w.give(w.spaceAdminA, late).code(), u"grant.gone"_s);
}

// SPC-7, SPC-10
void TestGrantCommands::ownersGrantStays()
{
    const QString owning =
        w.must(u"select id from app.grants where space_id = ? and role = 'owner' and resource_id is null"_s,
               {m_space});
    for (const Person &person : {w.ownerA, w.spaceAdminA, w.adminA}) {
        QCOMPARE(w.give(person, remove({owning})).code(), u"grant.owner_fixed"_s);
        GrantWish lower = wish(w.ownerA.id, Role::Editor);
        lower.id = CommandWorld::grantId(owning);
        QCOMPARE(w.give(person, w.seeingGrants(set({lower}), {owning})).code(), u"grant.owner_fixed"_s);
    }
}

// MEM-7
void TestGrantCommands::expiryIsAskedOfTheServersClock()
{
    GrantWish soon = wish(w.memberA.id);
    soon.expiresAt = std::chrono::time_point_cast<std::chrono::microseconds>(
        std::chrono::system_clock::now() + std::chrono::hours(1));
    w.must(u"update app.clock set shift = '2 hours'"_s);
    const Answer late = w.give(w.ownerA, set({soon}));
    w.must(u"update app.clock set shift = '0'"_s);
    QCOMPARE(late.code(), u"grant.expired"_s);
    QVERIFY(w.give(w.ownerA, set({soon})).isDone());
    // An administrator whose own grant has run out may nothing any more.
    w.must(
        u"update app.grants set expires_at = now() + interval '1 hour' where space_id = ? and user_id = ?"_s,
        {m_space, w.spaceAdminA.id});
    w.must(u"update app.clock set shift = '2 hours'"_s);
    const Answer expired = w.give(w.spaceAdminA, set({wish(w.addCard(u"Too late"_s))}));
    w.must(u"update app.clock set shift = '0'"_s);
    QCOMPARE(expired.code(), u"command.not_found"_s);
}

// SPC-9, TEN-11
void TestGrantCommands::archivedAndFrozenRefuse()
{
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s);
    w.must(u"update app.spaces set archived = true where id = ?"_s, {m_space});
    QCOMPARE(w.give(w.ownerA, set({wish(w.addCard(u"Late"_s))})).code(), u"space.archived"_s);
    QCOMPARE(w.give(w.adminA, remove({grant})).code(), u"space.archived"_s);
    w.must(u"update app.spaces set archived = false where id = ?"_s, {m_space});
    w.addGrant(m_space, u"user"_s, w.outsider.id, u"administrator"_s);
    const tenantry::Command command = set({wish(w.addCard(u"Late too"_s))});
    w.must(u"update app.tenants set state = 'frozen' where id = ?"_s, {w.tenantA});
    const Answer fromInside = w.give(w.ownerA, command), fromOutside = w.give(w.outsider, command);
    w.must(u"update app.tenants set state = 'closing' where id = ?"_s, {w.tenantA});
    const Answer closing = w.give(w.outsider, command);
    w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantA});
    QCOMPARE(fromInside.sqlState, u"TY403"_s);
    QCOMPARE(fromOutside.code(), u"command.not_found"_s); // nobody has a role on what is frozen
    QVERIFY2(closing.isDone(), qPrintable(closing.text()));
}

void TestGrantCommands::removingTwiceIsFine()
{
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s),
                  other = w.addGrant(m_space, u"user"_s, w.addCard(u"Other"_s), u"viewer"_s);
    const tenantry::Command both = remove({grant, other});
    QVERIFY(w.give(w.spaceAdminA, remove({grant})).isDone());
    const Answer answer = w.give(w.ownerA, both);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["removed"_L1].toArray(), QJsonArray{other});
}

void TestGrantCommands::removalsThatAreRefused()
{
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s);
    const QString administrator =
        w.addGrant(m_space, u"user"_s, w.addCard(u"Administrator"_s), u"administrator"_s);
    const Answer answer = w.give(w.spaceAdminA, remove({grant, administrator}));
    QCOMPARE(answer.code(), u"grant.administrators_by_owner"_s);
    QCOMPARE(answer.error(answer.code()).value("field"_L1).toString(), u"grant_ids[1]"_s);
    QCOMPARE(grantsOf(w.memberA.id), u"space=viewer"_s);
    QCOMPARE(w.give(w.memberA, remove({grant})).code(), u"grant.not_allowed"_s);
    QVERIFY(w.give(w.ownerA, remove({grant, administrator})).isDone());
    // A grant of another space isn't one of this.
    const QString elsewhere = w.addGrant(w.addSpace(w.ownerA), u"user"_s, w.memberA.id, u"viewer"_s);
    QVERIFY(w.give(w.ownerA, remove({elsewhere})).isDone());
    QCOMPARE(w.must(u"select count(*) from app.grants where id = ?"_s, {elsewhere}), u"1"_s);
}

// SPC-11, PRM-8
void TestGrantCommands::tenantAdministratorHasMembersNotContents()
{
    QVERIFY(w.give(w.adminA, set({wish(w.memberA.id)})).isDone());
    QCOMPARE(w.give(w.adminA, set({wish(w.memberA.id, Role::Viewer, m_resource)})).code(),
             u"grant.contents"_s);
    // Nor has an administrator of the space a restricted resource; its owner, and the space's, have.
    const Person author = w.addMember(u"Author"_s);
    w.addGrant(m_space, u"user"_s, author.id, u"viewer"_s);
    const QString restricted = w.addResource(m_space, author, true);
    QCOMPARE(w.give(w.spaceAdminA, set({wish(w.memberA.id, Role::Viewer, restricted)})).code(),
             u"grant.not_allowed"_s);
    QVERIFY(w.give(author, set({wish(w.memberA.id, Role::Administrator, restricted)})).isDone());
    QCOMPARE(w.give(author, set({wish(w.addCard(u"No"_s))})).code(), u"grant.not_allowed"_s);
    QVERIFY(w.give(w.ownerA, set({wish(w.addCard(u"Yes"_s), Role::Viewer, restricted)})).isDone());
}

// SEC-1
void TestGrantCommands::strangersLearnNothing()
{
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s);
    for (const Person &person : {w.adminB, w.homeless, w.root, w.outsider}) {
        QCOMPARE(w.give(person, set({wish(person.id)})).code(), u"command.not_found"_s);
        QCOMPARE(w.give(person, remove({grant})).code(), u"command.not_found"_s);
    }
    m_space = w.newId();
    QCOMPARE(w.give(w.ownerA, set({wish(w.memberA.id)})).code(), u"command.not_found"_s);
}

void TestGrantCommands::fiveHundredAtOnce()
{
    QList<GrantWish> wishes;
    const QString people = w.must(
        u"with u as (insert into app.users (id, tenant_id, name, status, primary_organization_id, created_at)"
        " select app.uuid7(), t.id, 'Many', 'active', t.root_organization_id, now() from app.tenants as t, "
        "generate_series(1, 501) where t.id = ? returning *),"
        " m as (insert into app.memberships (tenant_id, id, user_id, organization_id, since) select "
        "tenant_id, app.uuid7(), id, primary_organization_id, now() from u)"
        " select id from u"_s,
        {w.tenantA});
    for (const QString &person : people.split(u'\n'))
        wishes.append(wish(person));
    QCOMPARE(w.give(w.ownerA, set(wishes)).code(), u"command.malformed"_s);
    wishes.removeLast();
    QElapsedTimer timer;
    timer.start();
    const Answer answer = w.give(w.ownerA, set(wishes));
    qInfo("500 grants in %lld ms", timer.elapsed());
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
}

QTEST_GUILESS_MAIN(TestGrantCommands)
#include "tst_grantcommands.moc"
