// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/permissions.h"
#include "core/domain/declarations.h"
#include "core/domain/rolecommands.h"
#include "tests/schema/commandworld.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// OPM-1 to OPM-4, OPM-10: what organizations permit, set by the command and worked out on both sides.
class TestOrganizationPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nearestWinsAndUnsetIsInherited();
    void savingIsLoggedAndTold();
    void onlyWhoIsAffectedIsTold();
    void movingIsSaving();
    void somebodyElsesSavingIsNotOverwritten();
    void refusals_data();
    void refusals();
    void onlyTheTenantAdministrator();
    void bothSidesAgreeOnRandomTrees();

private:
    [[nodiscard]] Answer set(const QString &organization, const OrganizationPermissions &wanted,
                             const Person &person);
    [[nodiscard]] Answer set(const QString &organization, const OrganizationPermissions &wanted)
    {
        return set(organization, wanted, w.adminA);
    }
    [[nodiscard]] QString told() const;
    [[nodiscard]] QString counts(const QString &organization) const;
    [[nodiscard]] directory::SnapshotPtr snapshot() const;
    void comparePeople(const directory::Snapshot &snapshot) const;
    void compareMove(const QString &moved, const QString &parent, const QString &people) const;

    CommandWorld w;
    QString m_root, m_middle, m_leaf;
};

void TestOrganizationPermissions::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_root = w.rootOf(w.tenantA);
    m_middle = w.addOrganization(u"Middle"_s);
    m_leaf = w.addOrganization(u"Leaf"_s, m_middle);
}

void TestOrganizationPermissions::init()
{
    w.must(u"delete from app.organization_permissions"_s);
}

Answer TestOrganizationPermissions::set(const QString &organization, const OrganizationPermissions &wanted,
                                        const Person &person)
{
    tenantry::Command command =
        organizationPermissionsSet(CommandWorld::organizationId(organization), wanted, u"test"_s);
    const int version =
        w.must(u"select coalesce((select version from app.organization_permissions where id = ?), 0)"_s,
               {organization})
            .toInt();
    return w.give(person, command.see(QUuid::fromString(organization), u"permissions"_s, version));
}

QString TestOrganizationPermissions::counts(const QString &organization) const
{
    return w.must(
        u"select data_scope || ' ' || array_to_string(keys, ' ') from app.effective_permissions(?)"_s,
        {organization});
}

// OPM-2, OPM-8
void TestOrganizationPermissions::nearestWinsAndUnsetIsInherited()
{
    QCOMPARE(counts(m_leaf), u"own "_s);
    QVERIFY(set(m_root, {u"below"_s, {u"spaces.create"_s, u"members.status"_s}, {}}).isDone());
    QCOMPARE(counts(m_leaf), u"below members.status spaces.create"_s);
    QVERIFY(set(m_middle, {{}, {}, {u"spaces.create"_s}}).isDone());
    QCOMPARE(counts(m_leaf), u"below members.status"_s);
    QVERIFY(set(m_leaf, {u"own"_s, {u"spaces.create"_s}, {}}).isDone());
    QCOMPARE(counts(m_leaf), u"own members.status spaces.create"_s);
    QVERIFY(set(m_leaf, {}).isDone()); // reset: all of it inherited again
    QCOMPARE(counts(m_leaf), counts(m_middle));
}

// OPM-10, NOT-3, AUD-1
void TestOrganizationPermissions::savingIsLoggedAndTold()
{
    const QString member = w.addCard(u"Of the middle"_s);
    w.addMembership(member, m_middle);
    QVERIFY(set(m_leaf, {{}, {}, {u"spaces.create"_s}}).isDone()); // overrides: nothing changes there
    const QString notices =
        u"select count(*) from app.notifications where kind = 'organization_permissions_changed'"_s;
    const int before = w.must(notices).toInt(); // denying what nobody allows changes nothing for anybody
    QVERIFY(set(m_middle, {{}, {u"spaces.create"_s}, {}}).isDone());
    QCOMPARE(w.must(notices).toInt(), before + 1);
    QCOMPARE(
        w.must(u"select audience_scope_kind || ' ' || audience_scope_id || ' ' || (parameters ->> 'gained') "
               "from app.notifications order by id desc limit 1"_s),
        u"7 %1 [\"spaces.create\"]"_s.arg(m_middle));
    const QJsonObject detail =
        QJsonDocument::fromJson(
            w.must(u"select d.detail from app.audit_details as d join app.audit_entries as e "
                   "on e.id = d.entry_id where e.kind = 'organization_permissions_set' order "
                   "by e.id desc limit 1"_s)
                .toUtf8())
            .object();
    const QJsonArray effects = detail["after"_L1]["effects"_L1].toArray();
    QCOMPARE(effects.size(), 1);
    QCOMPARE(effects[0]["organizations"_L1].toArray(), QJsonArray{m_middle}); // the leaf keeps its own
    w.must(u"delete from app.memberships where user_id = ? and organization_id = ?"_s, {member, m_middle});
    QVERIFY(set(m_leaf, {}).isDone());
    QVERIFY(set(m_middle, {u"below"_s, {u"spaces.create"_s}, {}}).isDone());
    QCOMPARE(
        w.must(u"select jsonb_array_length(d.detail -> 'after' -> 'effects' -> 0 -> 'organizations') from "
               "app.audit_details as d order by d.entry_id desc limit 1"_s),
        u"2"_s); // every descendant whose value changed
    QCOMPARE(w.feedDifference(), QString());
}

/// "names: scope +gained -lost" of each notice; all of them are forgotten with that.
QString TestOrganizationPermissions::told() const
{
    const QString all = w.must(
        u"select string_agg(concat_ws(' ', l.names || ':', l.scope, '+' || l.gained, '-' || l.lost), '; ' order by l.names) from ("
        " select (select string_agg(u.name, ',' order by u.name) from app.users as u where u.id = any (n.audience_user_ids)"
        "            or (n.audience_scope_kind = 7 and u.id in (select p from app.people_of_subject(n.audience_scope_id) as p))) as names,"
        "        n.parameters ->> 'data_scope' as scope, (select string_agg(k, ',') from jsonb_array_elements_text(n.parameters -> 'gained') as k) as gained,"
        "        (select string_agg(k, ',') from jsonb_array_elements_text(n.parameters -> 'lost_keys') as k) as lost"
        " from app.notifications as n where n.kind = 'organization_permissions_changed') as l"_s);
    w.must(u"delete from app.notifications where kind = 'organization_permissions_changed'"_s);
    return all;
}

// NOT-3: not who keeps what they have, by what is set below, by another organization or by a role
void TestOrganizationPermissions::onlyWhoIsAffectedIsTold()
{
    const QString top = w.addOrganization(u"Top"_s), below = w.addOrganization(u"Overrides"_s, top),
                  other = w.addOrganization(u"Other"_s);
    const QString anna = w.addCard(u"Anna"_s), bert = w.addCard(u"Bert"_s), carl = w.addCard(u"Carl"_s), dora = w.addCard(u"Dora"_s);
    for (const QString &person : {anna, carl, dora})
        w.addMembership(person, top);
    w.addMembership(bert, below);
    w.addMembership(carl, other);
    const QString role = w.newId();
    w.must(u"insert into app.tenant_roles (tenant_id, id, name, keys, created_at) values (?, ?, 'Creators', '{spaces.create}', now())"_s, {w.tenantA, role});
    w.must(u"insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at) values (?, ?, ?, ?, now())"_s, {w.newId(), dora, w.tenantA, role});
    QVERIFY(set(below, {{}, {}, {u"spaces.create"_s}}).isDone());
    QVERIFY(set(other, {u"tenant"_s, {u"spaces.create"_s}, {}}).isDone());
    (void)told();
    QVERIFY(set(top, {{}, {u"spaces.create"_s}, {}}).isDone());
    QCOMPARE(told(), u"Anna: +spaces.create"_s);
    QVERIFY(set(top, {u"below"_s, {u"role_groups.manage"_s}, {}}).isDone());
    // What reaches the one below is another thing; who sees the whole tenant already sees nothing new.
    QCOMPARE(told(), u"Anna: below +role_groups.manage -spaces.create; Bert,Dora: below +role_groups.manage; Carl: +role_groups.manage"_s);
    QVERIFY(set(below, {}).isDone());
    QCOMPARE(told(), QString()); // it denied what nobody allows
    QVERIFY(set(top, {}).isDone());
    QCOMPARE(told(), u"Anna,Bert,Dora: own -role_groups.manage; Carl: -role_groups.manage"_s);
}

// OPM-10, ORG-4: what an organization inherits at its new place is set for it as much as what is set at itself
void TestOrganizationPermissions::movingIsSaving()
{
    const QString strict = w.addOrganization(u"Strict"_s), generous = w.addOrganization(u"Generous"_s),
                  moved = w.addOrganization(u"Moved"_s, strict), inside = w.addOrganization(u"Inside"_s, moved);
    const QString emil = w.addCard(u"Emil"_s), frida = w.addCard(u"Frida"_s);
    w.addMembership(emil, moved);
    w.addMembership(frida, inside);
    QVERIFY(set(generous, {u"tenant"_s, {u"members.manage"_s, u"members.status"_s}, {}}).isDone());
    QVERIFY(set(inside, {{}, {}, {u"members.status"_s}}).isDone());
    (void)told();
    const auto move = [&] {
        return w.give(w.adminA, w.seeing(organizationMove(CommandWorld::organizationId(moved), CommandWorld::organizationId(generous)), moved));
    };
    // Inside would have the key without the one that belongs to it.
    const Answer refused = move();
    QCOMPARE(refused.code(), u"organization_permissions.contradiction"_s);
    QCOMPARE(refused.error(refused.code())["field"_L1].toString(), u"parent_id"_s);
    QCOMPARE(w.must(u"select parent_id from app.organizations where id = ?"_s, {moved}), strict);
    QCOMPARE(told(), QString());
    QVERIFY(set(inside, {}).isDone());
    const Answer done = move();
    QVERIFY2(done.isDone(), qPrintable(done.text()));
    QCOMPARE(told(), u"Emil,Frida: tenant +members.manage,members.status"_s);
    const QString logged = u"select d.detail -> 'after' -> 'effects' from app.audit_details as d join app.audit_entries as e on e.id = d.entry_id where e.kind = 'organization_move' and e.object_id = ? order by e.id desc limit 1"_s;
    const QJsonArray effects = QJsonDocument::fromJson(w.must(logged, {moved}).toUtf8()).array();
    QCOMPARE(effects.size(), 1);
    QCOMPARE(effects[0]["organizations"_L1].toArray().size(), 2);
    QCOMPARE(effects[0]["after"_L1]["data_scope"_L1].toString(), u"tenant"_s);
    // Where nothing else counts, there is nothing to tell.
    const QString neutral = w.addOrganization(u"Neutral"_s), plain = w.addOrganization(u"Plain"_s);
    QVERIFY(w.give(w.adminA, w.seeing(organizationMove(CommandWorld::organizationId(plain), CommandWorld::organizationId(neutral)), plain)).isDone());
    QCOMPARE(w.must(logged, {plain}), QString());
    QCOMPARE(told(), QString());
    QCOMPARE(w.feedDifference(), QString());
}

// INB-6
void TestOrganizationPermissions::somebodyElsesSavingIsNotOverwritten()
{
    tenantry::Command stale =
        organizationPermissionsSet(CommandWorld::organizationId(m_leaf), {u"own"_s, {}, {}});
    stale.see(QUuid::fromString(m_leaf), u"permissions"_s, 0);
    QVERIFY(set(m_leaf, {u"below"_s, {}, {}}).isDone());
    QCOMPARE(w.give(w.adminA, stale).code(), u"command.conflict"_s);
    QCOMPARE(counts(m_leaf), u"below "_s);
}

void TestOrganizationPermissions::refusals_data()
{
    QTest::addColumn<OrganizationPermissions>("wanted");
    QTest::addColumn<QString>("code");
    QTest::newRow("a key that can't be passed on")
        << OrganizationPermissions{{}, {u"tenant.rename"_s}, {}} << u"role.key_unknown"_s; // OPM-9
    QTest::newRow("denying an unknown one")
        << OrganizationPermissions{{}, {}, {u"world.end"_s}} << u"role.key_unknown"_s;
    QTest::newRow("both at once") << OrganizationPermissions{{}, {u"spaces.create"_s}, {u"spaces.create"_s}}
                                  << u"organization_permissions.doubled"_s;
    QTest::newRow("without what it implies") << OrganizationPermissions{{}, {u"tenant.settings"_s}, {}}
                                             << u"organization_permissions.contradiction"_s;
    QTest::newRow("contradicts a descendant")
        << OrganizationPermissions{{}, {u"members.manage"_s, u"members.status"_s}, {}}
        << u"organization_permissions.contradiction"_s;
    QTest::newRow("over people, but nobody") << OrganizationPermissions{u"none"_s, {u"members.status"_s}, {}}
                                             << u"organization_permissions.nobody_in_scope"_s;
}

// OPM-10: both are named, and nothing is saved.
void TestOrganizationPermissions::refusals()
{
    QFETCH(OrganizationPermissions, wanted);
    QFETCH(QString, code);
    QVERIFY(set(m_leaf, {{}, {}, {u"members.status"_s}}).isDone());
    const QString before = w.must(u"select count(*), sum(version) from app.organization_permissions"_s);
    const Answer answer = set(m_middle, wanted);
    QCOMPARE(answer.code(), code);
    QCOMPARE(w.must(u"select count(*), sum(version) from app.organization_permissions"_s), before);
    const QJsonObject parameters = answer.error(code)["parameters"_L1].toObject();
    if (code == u"organization_permissions.contradiction")
        QVERIFY(!parameters["key"_L1].toString().isEmpty() &&
                !parameters["implied"_L1].toString().isEmpty() &&
                !parameters["name"_L1].toString().isEmpty());
}

// OPM-4
void TestOrganizationPermissions::onlyTheTenantAdministrator()
{
    for (const Person &person : {w.memberA, w.root, w.ownerA})
        QCOMPARE(set(m_leaf, {u"own"_s, {}, {}}, person).code(), u"command.not_allowed"_s);
    QCOMPARE(set(m_leaf, {u"own"_s, {}, {}}, w.adminB).code(), u"command.not_found"_s);
}

directory::SnapshotPtr TestOrganizationPermissions::snapshot() const
{
    directory::SnapshotBuilder builder;
    const auto rows = [&](RowKind kind, const QString &table) {
        const QString lines = w.must(
            u"select encode(convert_to(r.wire, 'UTF8'), 'hex') from (select array_agg(id) as ids, "
            "array_agg(false) as gone from app.%2) as q cross join lateral app.rows_of(%1::smallint, q.ids, q.gone) as r"_s
                .arg(int(kind))
                .arg(table));
        for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts))
            builder.add(directory::parseAnyRow(kind, QByteArray::fromHex(line.toLatin1())).value());
    };
    rows(RowKind::Tenant, u"tenants"_s);
    rows(RowKind::User, u"users"_s);
    rows(RowKind::Organization, u"organizations"_s);
    rows(RowKind::Membership, u"memberships"_s);
    rows(RowKind::RoleAssignment, u"role_assignments"_s);
    rows(RowKind::TenantRole, u"tenant_roles"_s);
    rows(RowKind::OrganizationPermission, u"organization_permissions"_s);
    return builder.build().value();
}

void TestOrganizationPermissions::comparePeople(const directory::Snapshot &snapshot) const
{
    for (const directory::UserIndex user : snapshot.users()) {
        if (snapshot.user(user).status() != UserStatus::Active)
            continue;
        const QString id = snapshot.user(user).id().toString();
        QCOMPARE(id + access::keysOf(snapshot, user).join(u' '),
                 id + w.must(u"select array_to_string(app.keys_of(?), ' ')"_s, {id}));
    }
}

// OPM-2, OPM-3, and OPM-4's preview: how many people change is what then changes.
void TestOrganizationPermissions::bothSidesAgreeOnRandomTrees()
{
    QRandomGenerator random(20260115);
    const QStringList scopes{u""_s, u"none"_s, u"own"_s, u"below"_s, u"tenant"_s};
    QStringList keys, organizations{m_root, m_middle, m_leaf};
    const Declarations declared = Declarations::builtIn(); // outlives the loop, as its keys must
    for (const KeyDeclaration &key : declared.keys()) {
        if (key.delegable)
            keys += key.key;
    }
    for (int i = 0; i < 20; ++i)
        organizations +=
            w.addOrganization(u"Org %1"_s.arg(i), organizations[random.bounded(organizations.size())]);
    for (int i = 0; i < 25; ++i) {
        const QString person = w.addCard(u"Person"_s, w.tenantA);
        for (int n = random.bounded(3); n > 0; --n) {
            const QString &place = organizations[random.bounded(1, organizations.size())];
            w.must(
                u"insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (?, app.uuid7(), ?, ?, app.now()) on conflict do nothing"_s,
                {w.tenantA, person, place});
        }
    }
    const auto some = [&](int of) {
        QStringList chosen;
        for (const QString &key : keys) {
            if (random.bounded(of) == 0)
                chosen += key;
        }
        return chosen;
    };
    const auto write = [&](const QString &organization, const OrganizationPermissions &set) {
        w.must(
            u"insert into app.organization_permissions (tenant_id, id, data_scope, allowed, denied) values "
            u"(?, ?, nullif(?, ''), ?::text[], ?::text[])"
            " on conflict (tenant_id, id) do update set data_scope = excluded.data_scope, allowed = excluded.allowed, denied = excluded.denied"_s,
            {w.tenantA, organization, set.dataScope, u'{' + set.allowed.join(u',') + u'}',
             u'{' + set.denied.join(u',') + u'}'});
    };
    const auto anything = [&] {
        OrganizationPermissions set{scopes[random.bounded(scopes.size())], some(5), some(5)};
        set.denied.removeIf([&](const QString &key) { return set.allowed.contains(key); });
        return set;
    };
    const QString people =
        u"select string_agg(u.id || app.keys_of(u.id)::text || coalesce((select string_agg(p.organization_id "
        u"|| p.data_scope, ',' order by "
        "p.organization_id) from app.permitted_to(u.id) as p), ''), '|' order by u.id) from app.users as u where u.tenant_id = '%1' and u.status = 'active'"_s
            .arg(w.tenantA);
    for (int round = 0; round < 10; ++round) {
        write(organizations[random.bounded(organizations.size())], anything());
        const directory::SnapshotPtr now = snapshot();
        for (const QString &organization : std::as_const(organizations)) {
            const auto picture = access::permissionsAt(
                *now, now->findOrganization(CommandWorld::organizationId(organization)));
            QCOMPARE(organization + picture.dataScope + u' ' + picture.keys.join(u' '),
                     organization + counts(organization));
        }
        comparePeople(*now);
        // Everything below at once is the same as one by one.
        QCOMPARE(w.must(u"select count(*) from app.permissions_below(?) as b cross join "
                        u"app.effective_permissions(b.organization_id) as e "
                        "where (b.data_scope, b.keys) is distinct from (e.data_scope, e.keys)"_s,
                        {m_root}),
                 u"0"_s);
        const QString at = organizations[random.bounded(organizations.size())];
        const OrganizationPermissions wanted = anything();
        const access::PermissionPreview preview =
            access::preview(*now, now->findOrganization(CommandWorld::organizationId(at)), wanted);
        const QStringList before = w.must(people).split(u'|');
        write(at, wanted);
        const QStringList after = w.must(people).split(u'|');
        int changed = 0;
        for (qsizetype i = 0; i < before.size(); ++i)
            changed += before[i] != after[i];
        QCOMPARE(preview.people, changed);
        w.must(u"update app.organizations set enabled = not enabled where id = ?"_s,
               {organizations[random.bounded(3, organizations.size())]});
        compareMove(organizations[random.bounded(3, organizations.size())],
                    organizations[random.bounded(organizations.size())], people);
    }
}

// What the confirmation of a move says is what then changes; under a disabled organization nothing counts.
void TestOrganizationPermissions::compareMove(const QString &moved, const QString &parent,
                                              const QString &people) const
{
    const directory::SnapshotPtr now = snapshot();
    const auto index = [&](const QString &id) {
        return now->findOrganization(CommandWorld::organizationId(id));
    };
    const std::vector<directory::OrganizationIndex> below = now->subtree(index(moved));
    if (std::find(below.begin(), below.end(), index(parent)) != below.end())
        return;
    const access::PermissionPreview preview = access::previewMove(*now, index(moved), index(parent));
    const QStringList before = w.must(people).split(u'|');
    w.must(u"update app.organizations set parent_id = ? where id = ?"_s, {parent, moved});
    const QStringList after = w.must(people).split(u'|');
    int changed = 0;
    for (qsizetype i = 0; i < before.size(); ++i)
        changed += before[i] != after[i];
    QCOMPARE(preview.people, changed);
}

QTEST_GUILESS_MAIN(TestOrganizationPermissions)
#include "tst_organizationpermissions.moc"
