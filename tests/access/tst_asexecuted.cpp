// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/accessbasis.h"
#include "core/access/whatif.h"
#include "core/sync/historystore.h"
#include "tests/access/allroles.h"
#include "tests/schema/commandworld.h"
#include "tests/support/replicasnapshot.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

namespace {

using Given = tenantry::Command;

/// Who isn't to be seen today isn't to be seen in the past either.
tests::Roles ofThoseSeen(tests::Roles roles, const Snapshot &today)
{
    std::erase_if(roles, [&](const auto &role) {
        const UserIndex user = today.findUser(UserId(role.first.first));
        return !user.isValid() || !today.user(user).isKnown();
    });
    return roles;
}

std::shared_ptr<KeySource> keysIn(const QString &folder)
{
    auto keys = std::make_shared<FileKeySource>(folder);
    if (!keys->replicaKey() && !keys->renewReplicaKey())
        qFatal("no key");
    return keys;
}

template <class Id>
Id idOf(const QString &id)
{
    return Id(QUuid::fromString(id));
}

} // namespace

/// A tenant administrator's console beside a real server: what it foretells of a command is what the server
/// makes of it (PRM-5), and what it says of a past moment is what was answered then (PRM-6).
class TestAsExecuted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIfIsWhatTheServerDoes_data();
    void whatIfIsWhatTheServerDoes();
    void asOfIsWhatWasAnswered();
    void aStepBetweenTwoMomentsIsWhatMoved();
    void knowsWhenSomethingChangedLast();
    void historyFollows();
    void historyLiesSealedBesideTheReplica();
    void onlyWhoHoldsTheTenantReadsIt();

private:
    struct Moved
    {
        Instant at;
        tests::Roles roles;
    };

    [[nodiscard]] SnapshotPtr pull();
    void prepare();
    void compare(const Person &who, const Given &command);
    /// What the owner of the spaces, who sees only some people, foretells with the server's help.
    [[nodiscard]] QStringList foretoldToOwner(const Given &command, Instant now);
    void limitedChanges(const Moment &before, const Moment &after, const std::vector<RowKey> &touched);
    /// A random command by somebody who may give it, from what is there now.
    [[nodiscard]] std::pair<Person, Given> randomCommand(const Snapshot &now);
    [[nodiscard]] Given organizationCommand(const Snapshot &now);
    [[nodiscard]] Given groupCommand(const Snapshot &now);
    [[nodiscard]] Given grantCommand(const Snapshot &now, bool onResources);
    [[nodiscard]] Given membershipCommand(const Snapshot &now);
    [[nodiscard]] Given spaceCommand(const Snapshot &now);
    [[nodiscard]] Given memberCommand(const Snapshot &now);
    void noteMoment(const SnapshotPtr &snapshot);
    [[nodiscard]] std::unique_ptr<sync::Wire> wireOf(const Person &person);
    template <class T>
    [[nodiscard]] const T &any(const std::vector<T> &list)
    {
        return list[m_random() % list.size()];
    }

    CommandWorld m_world;
    std::unique_ptr<server::Connection> m_connection;
    std::unique_ptr<MemoryReplica> m_replica;
    std::unique_ptr<server::Connection> m_ownersConnection;
    std::unique_ptr<MemoryReplica> m_ownersReplica;
    int m_askedByOwner = 0; ///< what-ifs with the server's help, of commands that were done
    std::vector<QString> m_spaces;
    std::vector<Moved> m_moments;
    std::mt19937_64 m_random{7};
    QTemporaryDir m_folder;
    QSet<QString> m_kinds; ///< of commands that were done
    qsizetype m_compared = 0;
    qsizetype m_limited = 0; ///< changes of a part of what is there
    int m_done = 0;
};

void TestAsExecuted::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    prepare();
    m_connection = m_world.connect(m_world.adminA);
    m_replica = std::make_unique<MemoryReplica>(*m_connection);
    m_ownersConnection = m_world.connect(m_world.ownerA);
    m_ownersReplica = std::make_unique<MemoryReplica>(*m_ownersConnection);
    noteMoment(pull());
}

void TestAsExecuted::prepare()
{
    std::vector<QString> organizations;
    for (int i = 0; i < 8; ++i)
        organizations.push_back(m_world.addOrganization(u"organization %1"_s.arg(i),
                                                        i < 3 ? QString() : organizations[size_t(i) / 2]));
    std::vector<QString> people;
    for (int i = 0; i < 14; ++i) {
        people.push_back(m_world.addCard(u"person %1"_s.arg(i)));
        m_world.addMembership(people.back(), organizations[size_t(i) % organizations.size()]);
    }
    std::vector<QString> groups;
    for (int i = 0; i < 3; ++i)
        groups.push_back(m_world.addGroup(m_world.tenantA, {people[size_t(i)]}, {organizations[size_t(i)]}));
    for (int i = 0; i < 3; ++i) {
        const QString space = m_world.addSpace(m_world.ownerA);
        m_spaces.push_back(space);
        for (int r = 0; r < 3; ++r)
            static_cast<void>(m_world.addResource(space, m_world.ownerA, r == 1));
        m_world.addGrant(space, u"organization"_s, organizations[size_t(i)], u"viewer"_s);
        m_world.addGrant(space, u"group"_s, groups[size_t(i)], u"editor"_s);
        m_world.addGrant(space, u"user"_s, people[size_t(i) + 3], u"guest"_s);
    }
}

SnapshotPtr TestAsExecuted::pull()
{
    const auto pulled = m_replica->pull();
    if (!pulled)
        qFatal("%s", qPrintable(describe(pulled)));
    return test::snapshotOf(*m_replica);
}

// The worker's seal gives what was committed its place in time; the next one must get another.
void TestAsExecuted::noteMoment(const SnapshotPtr &snapshot)
{
    m_world.must(u"select worker.seal_audit()"_s);
    const Instant at = fromMicroseconds(
        m_world.must(u"select app.micros(max(sealed_at)) from app.audit_heads"_s).toLongLong());
    if (!m_moments.empty() && m_moments.back().at == at)
        return;
    m_moments.push_back({at, tests::everyRole(snapshot, at)});
}

Given TestAsExecuted::organizationCommand(const Snapshot &now)
{
    const auto all = now.organizations();
    const OrganizationRow row = now.organization(any(all)).row();
    Given command;
    switch (m_random() % 5) {
    case 0:
        command = organizationCreate(OrganizationId::make(fromMicroseconds(m_random() % 1'000'000'000)),
                                     row.tenantId, row.id,
                                     {.name = u"new %1"_s.arg(m_random() % 100'000),
                                      .code = u"n%1"_s.arg(m_random() % 100'000),
                                      .leaderId = now.user(any(now.users())).id()});
        return command;
    case 1:
        command = organizationEdit(row.id, {.leaderId = now.user(any(now.users())).id()});
        break;
    case 2:
        command = organizationSetEnabled(row.id, m_random() % 2 == 0);
        break;
    case 3:
        command = organizationDelete(row.id);
        break;
    default:
        command = organizationMove(row.id, now.organization(any(all)).id());
    }
    for (const auto &[group, version] :
         {std::pair(u"details"_s, row.versionDetails), std::pair(u"place"_s, row.versionPlace),
          std::pair(u"status"_s, row.versionStatus), std::pair(u"leader"_s, row.versionLeader)})
        command.see(row.id.uuid(), group, version);
    return command;
}

Given TestAsExecuted::groupCommand(const Snapshot &now)
{
    const auto groups = now.roleGroups();
    if (groups.empty() || m_random() % 6 == 0) {
        Given command;
        command.kind = u"role_group_create"_s;
        command.payload = {{u"group_id"_s, SchemaWorld::newId()},
                           {u"tenant_id"_s, m_world.tenantA},
                           {u"name"_s, u"group %1"_s.arg(m_random() % 100'000)}};
        return command;
    }
    const RoleGroupRow row = now.roleGroup(any(groups)).row();
    Given command;
    command.payload = {{u"group_id"_s, row.id.toString()}};
    if (m_random() % 4 == 0) {
        command.kind = u"role_group_delete"_s;
        command.payload.insert(u"removes_grants"_s, 100);
        return command.see(row.id.uuid(), {}, row.version);
    }
    command.kind = u"role_group_members_set"_s;
    const auto list = [&](const QString &name) {
        QJsonArray members;
        if (m_random() % 3)
            members.append(QJsonObject{{u"subject_kind"_s, u"user"_s},
                                       {u"subject_id"_s, now.user(any(now.users())).id().toString()}});
        if (m_random() % 3)
            members.append(
                QJsonObject{{u"subject_kind"_s, u"organization"_s},
                            {u"subject_id"_s, now.organization(any(now.organizations())).id().toString()}});
        command.payload.insert(name, members);
    };
    list(u"add"_s);
    list(u"remove"_s);
    return command;
}

Given TestAsExecuted::grantCommand(const Snapshot &now, bool onResources)
{
    const SpaceIndex space = now.findSpace(idOf<SpaceId>(any(m_spaces)));
    if (!onResources && m_random() % 3 == 0) {
        const auto grants = now.grantsOn(space);
        const GrantRow row = now.grant(grants[m_random() % grants.size()].grant()).row();
        return grantsRemove(now.space(space).id(), {row.id}).see(row.id.uuid(), {}, row.version);
    }
    const auto resources = now.resourcesOf(space);
    GrantWish wish{.id = GrantId::make(fromMicroseconds(m_random() % 1'000'000'000)),
                   .role = Role(1 + m_random() % 5)};
    const Object object =
        onResources ? Object(resources[m_random() % resources.size()].resource()) : Object(space);
    wish.objectKind = object.kind();
    wish.objectId = now.idOf(object);
    wish.subjectKind = SubjectKind(m_random() % (now.roleGroups().empty() ? 2 : 3));
    const Subject subject = wish.subjectKind == SubjectKind::User ? Subject(any(now.users()))
                            : wish.subjectKind == SubjectKind::Organization
                                ? Subject(any(now.organizations()))
                                : Subject(any(now.roleGroups()));
    wish.subjectId = now.idOf(subject);
    std::optional<GrantRow> existing;
    for (const SubjectGrant &grant : now.grantsOf(subject))
        if (grant.object() == object)
            existing = now.grant(grant.grant()).row();
    if (existing)
        wish.id = existing->id;
    Given command = grantsSet(now.space(space).id(), {wish});
    if (existing)
        command.see(existing->id.uuid(), {}, existing->version);
    return command;
}

Given TestAsExecuted::membershipCommand(const Snapshot &now)
{
    const UserRow user = now.user(any(now.users())).row();
    QList<MembershipWish> wishes;
    QSet<OrganizationId> used;
    for (quint64 i = 1 + m_random() % 3; i > 0; --i) {
        const OrganizationId organization = now.organization(any(now.organizations())).id();
        if (!used.contains(organization))
            wishes.append({organization, u"member"_s});
        used.insert(organization);
    }
    return membershipsSet(user.id, user.tenantId, wishes, wishes.first().organizationId, u"because"_s)
        .see(user.id.uuid(), u"memberships"_s, user.versionMemberships);
}

Given TestAsExecuted::spaceCommand(const Snapshot &now)
{
    const SpaceIndex space = now.findSpace(idOf<SpaceId>(any(m_spaces)));
    const auto resources = now.resourcesOf(space);
    const ResourceRow resource = now.resource(resources[m_random() % resources.size()].resource()).row();
    const SpaceRow row = now.space(space).row();
    const UserId person = now.user(any(now.users())).id();
    switch (m_random() % 3) {
    case 0:
        return resourceSetAccess(row.id, resource.id, !resource.restricted)
            .see(resource.id.uuid(), u"access"_s, resource.versionAccess);
    case 1:
        return resourceTransfer(row.id, resource.id, person)
            .see(resource.id.uuid(), u"owner"_s, resource.versionOwner);
    default:
        return spaceSetModules(row.id,
                               row.modules.contains(u"bots"_s) ? QStringList{u"abs"_s}
                                                               : QStringList{u"bots"_s, u"abs"_s},
                               m_random() % 2 ? GuestFate::Viewer : GuestFate::Remove)
            .see(row.id.uuid(), u"modules"_s, row.versionModules);
    }
}

/// Removal, suspension, handover and copied access of somebody who has a grant, or anybody.
Given TestAsExecuted::memberCommand(const Snapshot &now)
{
    const auto users = now.users();
    UserIndex user = any(users);
    for (int tries = 0; tries < 20 && now.grantsOf(user).empty(); ++tries)
        user = any(users);
    const auto grants = now.grantsOf(user);
    const UserRow row = now.user(user).row();
    if (row.id == CommandWorld::userId(m_world.ownerA))
        return membershipCommand(now); // gives commands
    const QString other = now.user(any(users)).id().toString();
    Given command;
    command.payload = {
        {u"tenant_id"_s, m_world.tenantA}, {u"reason"_s, u"because"_s}, {u"user_id"_s, row.id.toString()}};
    switch (m_random() % 5) {
    case 0:
        command.kind = u"member_remove"_s;
        return command.see(row.id.uuid(), u"memberships"_s, row.versionMemberships);
    case 1:
        command.kind = u"user_set_suspended"_s;
        command.payload.insert(u"suspended"_s, row.status == UserStatus::Active);
        return command;
    case 2:
        command.kind = u"outsider_remove"_s;
        command.payload.remove(u"reason"_s);
        return command;
    case 3: {
        QJsonArray items;
        for (const SubjectGrant &given : grants) {
            const GrantView grant = now.grant(given.grant());
            if (grant.role() < Role::Administrator)
                continue;
            const bool owns = grant.role() == Role::Owner;
            const QString kind = owns ? QString(wireName(grant.object().kind())) : u"administration"_s;
            const QUuid id = owns ? now.idOf(grant.object()) : grant.id().uuid();
            items.append(QJsonObject{
                {u"kind"_s, kind}, {u"id"_s, id.toString(QUuid::WithoutBraces)}, {u"to"_s, other}});
        }
        if (items.isEmpty())
            return membershipCommand(now);
        command.kind = u"handover"_s;
        command.payload.insert(u"items"_s, items);
        return command;
    }
    default: {
        QJsonArray ids, groups, organizations;
        for (const SubjectGrant &grant : grants)
            ids.append(now.grant(grant.grant()).id().toString());
        for (const GroupOf &g : now.groupsOf(user))
            groups.append(now.roleGroup(g.group).id().toString());
        for (const UserMembership &m : now.membershipsOf(user))
            organizations.append(now.organization(m.organization).id().toString());
        command.kind = u"access_copy"_s;
        command.payload.remove(u"user_id"_s);
        command.payload.insert(u"from_user_id"_s, row.id.toString());
        command.payload.insert(u"to_user_id"_s, other);
        command.payload.insert(u"grant_ids"_s, ids);
        command.payload.insert(u"group_ids"_s, groups);
        command.payload.insert(u"organization_ids"_s, organizations);
        return command;
    }
    }
}

std::pair<Person, Given> TestAsExecuted::randomCommand(const Snapshot &now)
{
    switch (m_random() % 8) {
    case 7:
        return {m_world.adminA, memberCommand(now)};
    case 5:
        return {m_world.ownerA, spaceCommand(now)};
    case 6: {
        const SpaceRow row = now.space(now.findSpace(idOf<SpaceId>(any(m_spaces)))).row();
        return {m_world.adminA, spaceTransfer(row.id, now.user(any(now.users())).id())
                                    .see(row.id.uuid(), u"owner"_s, row.versionOwner)};
    }
    case 0:
        return {m_world.adminA, organizationCommand(now)};
    case 1:
        return {m_world.adminA, groupCommand(now)};
    case 2:
        return {m_world.ownerA, grantCommand(now, true)};
    case 3:
        return {m_world.adminA, membershipCommand(now)};
    default:
        return {m_world.adminA, grantCommand(now, false)};
    }
}

void TestAsExecuted::whatIfIsWhatTheServerDoes_data()
{
    QTest::addColumn<int>("round");
    for (int round = 0; round < 15; ++round)
        QTest::addRow("round %d", round) << round;
}

void TestAsExecuted::whatIfIsWhatTheServerDoes() // PRM-5, PRM-9
{
    for (int i = 0; i < 12; ++i) {
        const auto [who, command] = randomCommand(*pull());
        compare(who, command);
        if (QTest::currentTestFailed())
            return;
    }
    QFETCH(int, round);
    if (round < 14)
        return;
    QVERIFY2(m_kinds.size() > 15, qPrintable(QStringList(m_kinds.values()).join(u' ')));
    QVERIFY2(m_done > 50, qPrintable(QString::number(m_done)));
    QVERIFY2(m_askedByOwner > 5, qPrintable(QString::number(m_askedByOwner)));
    QVERIFY2(m_compared > 100, qPrintable(QString::number(m_compared)));
}

void TestAsExecuted::compare(const Person &who, const Given &command)
{
    const SnapshotPtr before = pull();
    const Instant now = fromMicroseconds(m_world.must(u"select app.micros(app.now())"_s).toLongLong());
    const auto foretold = whatIf({before,
                                  now,
                                  {{ScopeKind::Tenant, QUuid::fromString(m_world.tenantA), {}}},
                                  plannedChanges(command)});
    const bool byOwner = who.id == m_world.ownerA.id;
    const QStringList toOwner = byOwner ? foretoldToOwner(command, now) : QStringList();
    if (QTest::currentTestFailed())
        return;
    const Answer answer = m_world.give(who, command);
    QVERIFY2(answer.sqlState.isEmpty(), qPrintable(answer.text()));
    if (!answer.isDone())
        return;
    ++m_done;
    QVERIFY2(foretold, qPrintable(describe(foretold)));
    const SnapshotPtr after = pull();
    const QStringList expected = tests::expectedChanges({before, now}, {after, now});
    const QStringList found = tests::foundChanges((*foretold)->difference);
    QVERIFY2(found == expected, qPrintable(u"%1: foretold\n%2\nhappened\n%3"_s.arg(
                                    command.kind, found.join(u'\n'), expected.join(u'\n'))));
    if (byOwner && command.kind.startsWith(u"grants_"_s)) {
        QVERIFY2(toOwner == expected, qPrintable(u"%1: foretold to the owner\n%2\nhappened\n%3"_s.arg(
                                          command.kind, toOwner.join(u'\n'), expected.join(u'\n'))));
        m_askedByOwner += !expected.isEmpty();
    }
    // Whoever is suspended loses what other tenants gave them too.
    QCOMPARE((*foretold)->bound == Bound::Exact, command.kind != u"user_set_suspended"_s);
    m_kinds.insert(command.kind);
    m_compared += expected.size();
    noteMoment(after);
}

QStringList TestAsExecuted::foretoldToOwner(const Given &command, Instant now)
{
    if (!m_ownersReplica->pull())
        qFatal("the owner's pull failed");
    SnapshotPtr snapshot = test::snapshotOf(*m_ownersReplica);
    const auto changes = plannedChanges(command);
    const auto question = basisQuestion(snapshot, now, CommandWorld::userId(m_world.ownerA), changes);
    if (!question)
        return {};
    const auto rows =
        m_ownersConnection->exec(u"select api.access_basis(?::jsonb)"_s,
                                 {QString::fromUtf8(QJsonDocument(question->arguments()).toJson())});
    if (!rows)
        qFatal("%s", qPrintable(describe(rows)));
    const auto basis = readAccessBasis(QJsonDocument::fromJson(rows->value().toByteArray()).object());
    const SnapshotPtr full = withBasis(snapshot, *basis).value();
    QList<Scope> held;
    for (const QString &scope : m_ownersReplica->scopes())
        held.append({ScopeKind(scope.section(u':', 0, 0).toInt()), QUuid::fromString(scope.section(u':', 1)), {}});
    const auto foretold = whatIf({full, now, held, changes, basis->completed});
    if (!foretold)
        return {};
    if ((*foretold)->bound != Bound::Exact)
        QTest::qFail("not exact with the server's help", __FILE__, __LINE__);
    return tests::foundChanges((*foretold)->difference);
}

std::unique_ptr<sync::Wire> TestAsExecuted::wireOf(const Person &person)
{
    server::ConnectionOptions options;
    options.profile = m_world.cluster().profileFor(person.role);
    options.password = SchemaWorld::password;
    options.tellMessages = true;
    return std::move(sync::Wire::connect(options).value());
}

void TestAsExecuted::asOfIsWhatWasAnswered() // PRM-6
{
    sync::HistoryStore store(m_folder.path(), keysIn(m_folder.path()));
    const auto history = store.read(*wireOf(m_world.adminA), idOf<TenantId>(m_world.tenantA));
    QVERIFY2(history, qPrintable(describe(history)));
    QVERIFY((*history)->mark().reachesBackTo <= m_moments.front().at);
    QCOMPARE((*history)->mark().upTo, m_moments.back().at);
    const SnapshotPtr today = pull();
    const auto past = Past::create(*history, today);
    QVERIFY2(past, qPrintable(describe(past)));
    QVERIFY(m_moments.size() > 40);
    qsizetype answers = 0;
    for (const Moved &moment : m_moments) {
        const auto then = (*past)->asOf(moment.at);
        QVERIFY2(then, qPrintable(describe(then)));
        QVERIFY2(tests::everyRole(*then, moment.at) == ofThoseSeen(moment.roles, *today),
                 qPrintable(toIso8601(moment.at)));
        QCOMPARE(*(*past)->asOf(moment.at), *then); // kept
        answers += qsizetype(moment.roles.size());
    }
    QVERIFY(answers > 1000);
    const auto before = (*past)->asOf((*history)->mark().reachesBackTo - std::chrono::seconds(1));
    QVERIFY(before && tests::everyRole(*before, m_moments.front().at).empty());
}

void TestAsExecuted::aStepBetweenTwoMomentsIsWhatMoved() // PRM-6
{
    sync::HistoryStore store(m_folder.path(), keysIn(m_folder.path()));
    const auto history = store.local(idOf<TenantId>(m_world.tenantA));
    QVERIFY2(history, qPrintable(describe(history)));
    const SnapshotPtr today = pull();
    const auto past = *Past::create(*history, today);
    qsizetype changes = 0;
    for (int i = 0; i < 40; ++i) {
        const Moved &a = any(m_moments);
        const Moved &b = any(m_moments);
        const auto step = past->between(a.at, b.at);
        QVERIFY2(step, qPrintable(describe(step)));
        const Moment before{step->before, a.at};
        const Moment after{step->after, b.at};
        const auto difference = Difference::between(before, after, affectedBy(before, after, step->touched));
        QVERIFY(tests::everyRole(step->before, a.at) == ofThoseSeen(a.roles, *today));
        QVERIFY(tests::everyRole(step->after, b.at) == ofThoseSeen(b.roles, *today));
        QCOMPARE(tests::foundChanges(*difference), tests::expectedChanges(before, after));
        changes += difference->size();
        limitedChanges(before, after, step->touched);
    }
    QVERIFY(changes > 100);
    QVERIFY(m_limited > 50);
}

// About one of them it is that part of the whole.
void TestAsExecuted::limitedChanges(const Moment &before, const Moment &after, const std::vector<RowKey> &touched)
{
    const Affected all = affectedBy(before, after, touched);
    const auto whole = Difference::between(before, after, all)->page(0, std::numeric_limits<int>::max());
    const auto compare = [&](const Affected &affected, const auto &isMeant) {
        std::vector<RoleChange> expected;
        std::ranges::copy_if(whole, std::back_inserter(expected), isMeant);
        const auto limited = Difference::between(before, after, affected);
        QVERIFY(limited->page(0, limited->size()) == expected);
        m_limited += qsizetype(expected.size());
    };
    const Snapshot &snapshot = *after.snapshot;
    for (quint32 i = 0; i < snapshot.userSlots(); ++i)
        compare(limitedTo(Subject(UserIndex(i)), all, before, after),
                [&](const RoleChange &change) { return change.user == UserIndex(i); });
    for (quint32 i = 0; i < snapshot.spaceSlots(); ++i)
        compare(limitedTo(Object(SpaceIndex(i)), all, before, after), [&](const RoleChange &change) {
            const auto in = [&](const Snapshot &s) {
                return change.object.index() < s.resourceSlots() && s.spaceOf(change.object) == SpaceIndex(i);
            };
            return change.object.kind() == ObjectKind::Space ? change.object.space() == SpaceIndex(i)
                                                             : in(snapshot) || in(*before.snapshot);
        });
    for (quint32 i = 0; i < snapshot.resourceSlots(); ++i)
        compare(limitedTo(Object(ResourceIndex(i)), all, before, after),
                [&](const RoleChange &change) { return change.object == Object(ResourceIndex(i)); });
    for (const OrganizationIndex o : snapshot.organizations()) {
        const auto isIn = [&](const Snapshot &s, UserIndex user) {
            return user.value() < s.userSlots() && o.value() < s.organizationSlots() &&
                   std::ranges::any_of(s.organizationsOf(user),
                                       [&](OrganizationIndex each) { return s.isWithin(each, o); });
        };
        compare(limitedTo(Subject(o), all, before, after), [&](const RoleChange &change) {
            return isIn(*before.snapshot, change.user) || isIn(snapshot, change.user);
        });
    }
}

void TestAsExecuted::knowsWhenSomethingChangedLast() // PRM-6
{
    sync::HistoryStore store(m_folder.path(), keysIn(m_folder.path()));
    const SnapshotPtr today = pull();
    const auto past = *Past::create(*store.local(idOf<TenantId>(m_world.tenantA)), today);
    QVERIFY(!past->lastChange(QUuid::createUuid()));
    int changed = 0;
    for (const QString &space : m_spaces) {
        const auto last = past->lastChange(QUuid::fromString(space));
        if (!last)
            continue;
        ++changed;
        const auto roles = [&](Instant moment) {
            const SnapshotPtr then = past->asOf(moment).value();
            QStringList lines;
            for (const Row &row : then->allRows())
                if (const auto *grant = std::get_if<GrantRow>(&row); grant && grant->spaceId.toString() == space)
                    lines += grant->id.toString() + QString::number(int(grant->role)) +
                             (grant->expiresAt ? toIso8601(*grant->expiresAt) : QString());
                else if (const auto *resource = std::get_if<ResourceRow>(&row);
                         resource && resource->spaceId.toString() == space)
                    lines += resource->id.toString() + QString::number(resource->restricted);
                else if (const auto *self = std::get_if<SpaceRow>(&row); self && self->id.toString() == space)
                    lines += self->name + QString::number(self->archived);
            lines.sort();
            return lines;
        };
        QCOMPARE(roles(*last), roles(past->mark().upTo)); // nothing since
        QVERIFY(roles(*last) != roles(*last - std::chrono::microseconds(1)));
    }
    QVERIFY(changed > 0);
}

// What came since is read alone, and leads to where reading everything leads; changes that no seal has placed
// yet are of today only.
void TestAsExecuted::historyFollows()
{
    const auto tenant = idOf<TenantId>(m_world.tenantA);
    sync::HistoryStore store(m_folder.path(), keysIn(m_folder.path()));
    const auto earlier = store.local(tenant);
    QVERIFY(earlier);
    const QString person = m_world.addCard(u"late"_s);
    const QString grant = m_world.addGrant(m_spaces.front(), u"user"_s, person, u"editor"_s);
    noteMoment(pull());
    m_world.must(u"update app.grants set role = 'viewer', version = version + 1 where id = ?"_s,
                 {grant}); // not sealed
    const auto history = store.read(*wireOf(m_world.adminA), tenant);
    QVERIFY2(history, qPrintable(describe(history)));
    QTemporaryDir other;
    sync::HistoryStore afresh(other.path(), keysIn(other.path()));
    const auto whole = afresh.read(*wireOf(m_world.adminA), tenant);
    QVERIFY(whole);
    QCOMPARE((*history)->versions().size(), (*whole)->versions().size());
    QVERIFY((*history)->versions().size() > (*earlier)->versions().size());
    // Both over what is seen today, and the earlier one as well: it knows nothing of what came later.
    const SnapshotPtr today = pull();
    const auto roleIn = [&](const SnapshotPtr &snapshot) {
        const auto row = snapshot->row({RowKind::Grant, QUuid::fromString(grant)});
        return row ? std::get<GrantRow>(*row).role : Role::None;
    };
    const Instant last = m_moments.back().at;
    const auto roleThen = [&](const HistoryPtr &from) {
        return roleIn((*Past::create(from, today))->asOf(last).value());
    };
    QCOMPARE(roleIn(today), Role::Viewer);
    QCOMPARE(roleThen(*history), Role::Editor);
    QCOMPARE(roleThen(*whole), Role::Editor);
    QCOMPARE(roleThen(*earlier), Role::None);
    for (const Moved &moment : m_moments) {
        const auto then = (*Past::create(*history, today))->asOf(moment.at);
        QVERIFY2(tests::everyRole(*then, moment.at) == ofThoseSeen(moment.roles, *today),
                 qPrintable(toIso8601(moment.at)));
    }
    // Read again, nothing is new.
    const auto again = store.read(*wireOf(m_world.adminA), tenant);
    QCOMPARE((*again)->versions().size(), (*history)->versions().size());
}

void TestAsExecuted::historyLiesSealedBesideTheReplica() // SEC-4
{
    const QString path = m_folder.filePath(u"history-%1.sqlite"_s.arg(m_world.tenantA));
    QByteArray content;
    for (const QString &name : {path, path + u"-wal"_s})
        if (QFile file(name); file.open(QFile::ReadOnly))
            content += file.readAll();
    QVERIFY(content.size() > 10'000);
    QVERIFY(!content.contains("organization 1"));
    QVERIFY(!content.contains("member"));
    // A page that was changed: what is there is thrown away, and had again from the server.
    const auto tenant = idOf<TenantId>(m_world.tenantA);
    const auto keys = keysIn(m_folder.path());
    {
        const auto file = SqliteFile::open(path, Durability::Crash);
        QVERIFY(file);
        QVERIFY((*file)->run(
            u"update pages set sealed = substr(sealed, 1, length(sealed) - 4) where number = 1"_s));
    }
    sync::HistoryStore store(m_folder.path(), keys);
    const auto local = store.local(tenant);
    QVERIFY(!local);
    QCOMPARE(local.error().code, u"history.none"_s);
    QVERIFY(store.read(*wireOf(m_world.adminA), tenant));
    QVERIFY(sync::HistoryStore(m_folder.path(), keys).local(tenant));
    // A missing page is noticed too.
    {
        const auto file = SqliteFile::open(path, Durability::Crash);
        QVERIFY((*file)->run(u"delete from pages where number = 1"_s));
    }
    QVERIFY(!sync::HistoryStore(m_folder.path(), keys).local(tenant));
}

void TestAsExecuted::onlyWhoHoldsTheTenantReadsIt() // PRM-6, SEC-1
{
    for (const Person &person :
         {m_world.memberA, m_world.ownerA, m_world.adminB, m_world.root, m_world.outsider}) {
        QTemporaryDir folder;
        sync::HistoryStore store(folder.path(), keysIn(folder.path()));
        const auto read = store.read(*wireOf(person), idOf<TenantId>(m_world.tenantA));
        QVERIFY2(!read, qPrintable(person.name));
        QCOMPARE(read.error().code, u"server.refused_access"_s);
        QVERIFY(QDir(folder.path()).entryList({u"history-*"_s}).isEmpty());
    }
    // Each function asks, and each wants the transaction in which the pages belong together.
    const auto member = m_world.connect(m_world.memberA);
    for (const QString &call : {u"api.history_begin(?::uuid, 0, '')"_s, u"api.history_since(?::uuid, 0)"_s,
                                u"api.history_page(?::uuid, 0::smallint, null, 0)"_s}) {
        QVERIFY(member->exec(u"begin isolation level repeatable read read only"_s));
        QCOMPARE(failureOf(*member, u"select "_s + call, {m_world.tenantA}).left(5), u"TY403"_s);
        QVERIFY(member->exec(u"rollback"_s));
        QCOMPARE(failureOf(*member, u"select "_s + call, {m_world.tenantA}).left(5), u"TY400"_s);
    }
}

QTEST_GUILESS_MAIN(TestAsExecuted)
#include "tst_asexecuted.moc"
