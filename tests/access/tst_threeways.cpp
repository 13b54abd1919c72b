// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/accessbasis.h"
#include "core/access/completeness.h"
#include "core/access/resolver.h"
#include "core/security/scram.h"
#include "tests/support/loadableworld.h"
#include "tests/support/memoryreplica.h"
#include "tests/support/naiveresolver.h"
#include "tests/support/replicasnapshot.h"
#include "tests/support/testcluster.h"
#include "tests/support/worldsnapshot.h"

#include <QJsonDocument>
#include <QTest>

#include <map>
#include <ranges>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::test;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int worldCount = 8;
constexpr int pullersOfWorld = 6;
const QString password = u"three ways to the same answer"_s;

/// Who has which role on what, those without one left out.
using Roles = std::map<std::pair<QUuid, QUuid>, Role>;

QString differences(const Roles &expected, const Roles &found)
{
    QStringList lines;
    const auto missing = [&](const Roles &in, const Roles &other, const QString &what) {
        for (const auto &[key, role] : in) {
            const auto there = other.find(key);
            if (there == other.end() || there->second != role)
                lines.append(u"%1: %2 on %3 %4"_s.arg(what, key.first.toString(), key.second.toString(),
                                                      wireName(role)));
        }
    };
    missing(expected, found, u"expected"_s);
    missing(found, expected, u"found"_s);
    return lines.mid(0, 10).join(u'\n');
}

void put(Roles &roles, const QUuid &user, const QUuid &object, Role role)
{
    if (role != Role::None)
        roles[{user, object}] = role;
}

QString arrayOf(const QList<QUuid> &ids)
{
    QStringList texts;
    for (const QUuid &id : ids)
        texts.append(id.toString(QUuid::WithoutBraces));
    return u'{' + texts.join(u',') + u'}';
}

template <class Row>
QList<QUuid> idsOf(const std::vector<Row> &rows)
{
    QList<QUuid> ids;
    for (const Row &row : rows)
        ids.append(row.id.uuid());
    return ids;
}

} // namespace

/// PRM-7: the database's own answer, the console's and a naive reference's are the same, on random worlds and
/// at the moments where they change: a microsecond before an expiry, at it and after it.
class TestThreeWays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everybodyAgrees_data();
    void everybodyAgrees();
    void membersKnowTheirOwnAccess_data();
    void membersKnowTheirOwnAccess();
    void consolesPromiseWhatTheyKnow_data() { membersKnowTheirOwnAccess_data(); }
    void consolesPromiseWhatTheyKnow();
    void managersAskWhomTheyDontSee_data() { membersKnowTheirOwnAccess_data(); }
    void managersAskWhomTheyDontSee();
    void cleanupTestCase();

private:
    /// The roles that a query of user, object and role gives.
    [[nodiscard]] Roles ask(const QString &sql, const QVariantList &binds);
    [[nodiscard]] Roles serverRoles(const QList<QUuid> &users, const World &world);
    [[nodiscard]] Roles referenceRoles(const World &world, Instant now) const;
    void setClock(Instant now);
    [[nodiscard]] server::Connection *sessionOf(const UserRow &user);
    void compareOwn(const World &world, const UserRow &user, Instant now);
    [[nodiscard]] std::vector<UserRow> pullersOf(const World &world) const;
    [[nodiscard]] std::vector<UserRow> managersOf(const World &world) const;
    void comparePromises(const World &world, const UserRow &user, Instant now, const Roles &truth);

    void compareAnswers(const World &world, const UserRow &user, Instant now, const Roles &truth);
    void compareCompleted(const World &world, const Completeness &completeness, const Resolver &resolver,
                          Object object, const Roles &truth);

    TestCluster m_cluster;
    std::unique_ptr<server::Connection> m_owner;
    std::vector<World> m_worlds;
    std::map<QUuid, std::unique_ptr<server::Connection>> m_sessions; ///< of people
    qsizetype m_answers = 0;               ///< roles that were compared: a test of nothing would pass too
    std::map<Bound, qsizetype> m_promises; ///< how often each was made
    qsizetype m_lower = 0;                 ///< of those "at least": where the truth was more
    qsizetype m_frozen = 0;    ///< of those exact: about people of frozen tenants that aren't seen (TEN-11)
    qsizetype m_completed = 0; ///< roles that a manager learned by asking
    qsizetype m_refused = 0;   ///< objects about which somebody may not ask
};

void TestThreeWays::initTestCase()
{
    const QString error = m_cluster.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_owner = m_cluster.ownerConnection();
    demo::Loader loader(*m_owner);
    const auto installed = loader.installed();
    QVERIFY2(installed, qPrintable(describe(installed)));
    demo::World all = emptyWorld(*installed);
    for (int i = 0; i < worldCount; ++i) {
        WorldShape shape = smallShape(quint64(100 + i));
        shape.privates = true;
        shape.outsiderGrants = 15;
        append(all, m_worlds.emplace_back(loadable(makeWorld(shape), i)));
    }
    const auto loaded = loader.load(all);
    QVERIFY2(loaded, qPrintable(describe(loaded)));
}

Roles TestThreeWays::ask(const QString &sql, const QVariantList &binds)
{
    const auto rows = m_owner->exec(sql, binds);
    if (!rows)
        qFatal("%s", qPrintable(describe(rows)));
    Roles roles;
    for (const QVariantList &row : rows->rows)
        if (!row[2].isNull())
            put(roles, row[0].toUuid(), row[1].toUuid(),
                fromWireName<Role>(row[2].toString().toUtf8()).value());
    return roles;
}

Roles TestThreeWays::serverRoles(const QList<QUuid> &users, const World &world)
{
    Roles roles = ask(
        u"select u::text, s::text, app.role_on_space(u, s)::text from unnest(?::uuid[]) as u cross join unnest(?::uuid[]) as s"_s,
        {arrayOf(users), arrayOf(idsOf(world.spaces))});
    roles.merge(ask(
        u"select u::text, r::text, app.role_on_resource(u, r)::text from unnest(?::uuid[]) as u cross join unnest(?::uuid[]) as r"_s,
        {arrayOf(users), arrayOf(idsOf(world.resources))}));
    return roles;
}

Roles TestThreeWays::referenceRoles(const World &world, Instant now) const
{
    const NaiveResolver naive(world, now);
    Roles roles;
    for (const UserRow &user : world.users) {
        for (const SpaceRow &space : world.spaces)
            put(roles, user.id.uuid(), space.id.uuid(),
                naive.check(SubjectKind::User, user.id.uuid(), ObjectKind::Space, space.id.uuid()));
        for (const ResourceRow &resource : world.resources)
            put(roles, user.id.uuid(), resource.id.uuid(),
                naive.check(SubjectKind::User, user.id.uuid(), ObjectKind::Resource, resource.id.uuid()));
    }
    return roles;
}

void TestThreeWays::setClock(Instant now)
{
    // The real one moves on with each statement; microseconds count here.
    const auto set = m_owner->exec(
        u"create or replace function app.now() returns timestamptz language sql stable as 'select app.from_micros(%1)'"_s
            .arg(toMicroseconds(now)));
    QVERIFY2(set, qPrintable(describe(set)));
}

void TestThreeWays::everybodyAgrees_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<qint64>("offset");
    static constexpr std::pair<const char *, qint64> moments[] = {{"two days before", -172'800'000'000},
                                                                  {"the microsecond before", -1},
                                                                  {"the moment itself", 0},
                                                                  {"the microsecond after", 1},
                                                                  {"a second after", 1'000'000},
                                                                  {"two days after", 172'800'000'000}};
    for (int i = 0; i < worldCount; ++i)
        for (const auto &[name, offset] : moments)
            QTest::addRow("world %d, %s", i, name) << i << offset;
}

void TestThreeWays::everybodyAgrees() // PRM-2, PRM-7, PRM-8
{
    QFETCH(int, number);
    QFETCH(qint64, offset);
    const World &world = m_worlds[size_t(number)];
    const Instant now = worldNow + std::chrono::microseconds(offset);
    const auto transaction = server::Transaction::begin(*m_owner); // the clock is put back by its end
    QVERIFY(transaction);
    setClock(now);
    QCOMPARE(m_owner->exec(u"select app.micros(app.now())"_s)->value().toLongLong(), toMicroseconds(now));

    const Roles expected = referenceRoles(world, now);
    m_answers += qsizetype(expected.size());
    Roles onSpaces;
    for (const auto &[key, role] : expected)
        if (std::ranges::find(world.spaces, key.second, [](const SpaceRow &row) { return row.id.uuid(); }) !=
            world.spaces.end())
            onSpaces[key] = role;

    const SnapshotPtr snapshot = tests::snapshotOf(world);
    const Resolver resolver(snapshot, now);
    Roles details;
    Roles holders;
    for (const SpaceRow &row : world.spaces) {
        const SpaceIndex space = snapshot->findSpace(row.id);
        for (const UserRow &user : world.users) {
            const Detail detail = resolver.detail(snapshot->findUser(user.id), space);
            put(details, user.id.uuid(), row.id.uuid(), detail.space);
            for (const ResourceRole &resource : detail.resources)
                put(details, user.id.uuid(), snapshot->idOf(Object(resource.resource)), resource.role);
        }
        for (const UserRole &holder : resolver.who(space))
            put(holders, snapshot->idOf(Subject(holder.user)), row.id.uuid(), holder.role);
    }
    QCOMPARE(differences(expected, details), QString());
    QCOMPARE(differences(onSpaces, holders), QString());

    const QString users = arrayOf(idsOf(world.users));
    QCOMPARE(differences(expected, serverRoles(idsOf(world.users), world)), QString());
    QCOMPARE(
        differences(
            onSpaces,
            ask(u"select u::text, r.space_id::text, r.role::text from unnest(?::uuid[]) as u cross join lateral app.space_roles_of(u) as r"_s,
                {users})),
        QString());
    QCOMPARE(
        differences(
            onSpaces,
            ask(u"select e.user_id::text, s::text, e.role::text from unnest(?::uuid[]) as s cross join lateral app.everyone_on(s) as e"_s,
                {arrayOf(idsOf(world.spaces))})),
        QString());
    if (QString::fromUtf8(QTest::currentDataTag()) == u"world %1, two days after"_s.arg(worldCount - 1))
        QVERIFY2(m_answers > 1000, qPrintable(QString::number(m_answers)));
}

// Outsiders first: few of the others' rows are theirs to see.
std::vector<UserRow> TestThreeWays::pullersOf(const World &world) const
{
    const auto works = [&](const UserRow &user) {
        const auto tenant = std::ranges::find(world.tenants, user.tenantId, &TenantRow::id);
        return user.status == UserStatus::Active && tenant->state != TenantState::Frozen;
    };
    const auto isOutsider = [&](const UserRow &user) {
        return std::ranges::any_of(world.grants, [&](const GrantRow &grant) {
            return grant.subjectId == user.id.uuid() && grant.tenantId != user.tenantId;
        });
    };
    std::vector<UserRow> people;
    std::ranges::copy_if(world.users, std::back_inserter(people), works);
    std::ranges::stable_partition(people, isOutsider);
    people.resize(std::min<size_t>(people.size(), pullersOfWorld));
    return people;
}

void TestThreeWays::membersKnowTheirOwnAccess_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("hours");
    for (int i = 0; i < worldCount; ++i)
        for (const int hours :
             {-1, 1, 48}) // far from the expiries: time goes on between a pull and a question
            QTest::addRow("world %d, %d h", i, hours) << i << hours;
}

// What a member's own replica says of their own access is exact, though it holds little of what the server
// knows.
void TestThreeWays::membersKnowTheirOwnAccess() // PRM-7
{
    QFETCH(int, number);
    QFETCH(int, hours);
    const Instant now = worldNow + std::chrono::hours(hours);
    setClock(now);
    const World &world = m_worlds[size_t(number)];
    for (const UserRow &user : pullersOf(world)) {
        compareOwn(world, user, now);
        if (QTest::currentTestFailed())
            return;
    }
}

// An account and a session are made with the first question, and kept: signing in costs more than the rest.
server::Connection *TestThreeWays::sessionOf(const UserRow &user)
{
    static const QString verifier = QString::fromLatin1(scram::makeVerifier(password).value());
    std::unique_ptr<server::Connection> &session = m_sessions[user.id.uuid()];
    if (!session) {
        const QString role =
            m_cluster.psql(u"select worker.give_account(?::uuid, ?::text)"_s, {user.id.toString(), verifier});
        auto opened = m_cluster.personConnection(role, password);
        if (!opened)
            qFatal("%s", qPrintable(describe(opened)));
        session = std::move(*opened);
    }
    return session.get();
}

void TestThreeWays::compareOwn(const World &world, const UserRow &user, Instant now)
{
    MemoryReplica replica(*sessionOf(user));
    const auto pulled = replica.pull();
    QVERIFY2(pulled, qPrintable(describe(pulled)));

    const SnapshotPtr snapshot = snapshotOf(replica);
    const Resolver resolver(snapshot, now);
    const UserIndex self = snapshot->findUser(user.id);
    Roles own;
    for (const SpaceRow &row : world.spaces)
        put(own, user.id.uuid(), row.id.uuid(), resolver.check(self, snapshot->findSpace(row.id)));
    for (const ResourceRow &row : world.resources)
        put(own, user.id.uuid(), row.id.uuid(), resolver.check(self, snapshot->findResource(row.id)));
    QCOMPARE(differences(serverRoles({user.id.uuid()}, world), own), QString());
    for (const SpaceIndex space : snapshot->spaces())
        QCOMPARE(resolver.detail(self, space).space, resolver.check(self, space));
}

// Who is responsible for something: each tenant's administrator, an owner of a space and an owner of a
// resource.
std::vector<UserRow> TestThreeWays::managersOf(const World &world) const
{
    std::vector<UserRow> people;
    const auto add = [&](const QUuid &id) {
        const auto user =
            std::ranges::find(world.users, id, [](const UserRow &row) { return row.id.uuid(); });
        if (user == world.users.end() || user->status != UserStatus::Active)
            return false;
        const auto tenant = std::ranges::find(world.tenants, user->tenantId, &TenantRow::id);
        if (tenant->state == TenantState::Frozen ||
            std::ranges::find(people, user->id, &UserRow::id) != people.end())
            return false;
        people.push_back(*user);
        return true;
    };
    for (const TenantRow &tenant : world.tenants)
        add(tenant.administratorId.uuid());
    for (const ObjectKind kind : {ObjectKind::Space, ObjectKind::Resource})
        for (const GrantRow &grant : world.grants)
            if (grant.role == Role::Owner && grant.objectKind == kind && add(grant.subjectId))
                break;
    return people;
}

// What a console says of others is as true as it says it is (PRM-7): exact where it says nothing, no more
// than the truth where it says "at least", and uncertain only for people who may have nothing at all.
void TestThreeWays::consolesPromiseWhatTheyKnow() // PRM-4, PRM-7, EXT-1
{
    QFETCH(int, number);
    QFETCH(int, hours);
    const Instant now = worldNow + std::chrono::hours(hours);
    setClock(now);
    const World &world = m_worlds[size_t(number)];
    const Roles truth = serverRoles(idsOf(world.users), world);
    std::vector<UserRow> people = managersOf(world);
    std::ranges::copy(pullersOf(world) | std::views::take(1), std::back_inserter(people)); // an outsider
    for (const UserRow &user : people) {
        comparePromises(world, user, now, truth);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestThreeWays::comparePromises(const World &world, const UserRow &user, Instant now, const Roles &truth)
{
    MemoryReplica replica(*sessionOf(user));
    const auto pulled = replica.pull();
    QVERIFY2(pulled, qPrintable(describe(pulled)));
    const SnapshotPtr snapshot = snapshotOf(replica);
    QList<Scope> held;
    for (const QString &scope : replica.scopes())
        held.append(
            {ScopeKind(scope.section(u':', 0, 0).toInt()), QUuid::fromString(scope.section(u':', 1)), {}});
    const Completeness completeness(snapshot, held, user.id);
    const Resolver resolver(snapshot, now);
    const auto check = [&](Bound bound, const QUuid &who, const QUuid &what, Role found) {
        const auto known = truth.find({who, what});
        const Role is = known == truth.end() ? Role::None : known->second;
        ++m_promises[bound];
        m_lower += bound == Bound::AtLeast && found < is;
        const UserIndex index = snapshot->findUser(UserId(who));
        m_frozen += bound == Bound::Exact && index.isValid() &&
                    !snapshot->tenant(snapshot->user(index).tenant()) &&
                    snapshot->isFrozen(snapshot->user(index).tenant());
        const bool kept = bound == Bound::Exact     ? found == is
                          : bound == Bound::AtLeast ? found <= is
                                                    : found <= is || is == Role::None;
        QVERIFY2(kept, qPrintable(u"%1 sees of %2 on %3: %4 (%5), it is %6"_s
                                      .arg(user.id.uuid().toString(), who.toString(), what.toString(),
                                           wireName(found))
                                      .arg(int(bound))
                                      .arg(wireName(is))));
    };
    std::vector<Object> objects;
    for (const SpaceRow &row : world.spaces)
        objects.emplace_back(snapshot->findSpace(row.id));
    for (const ResourceRow &row : world.resources)
        objects.emplace_back(snapshot->findResource(row.id));
    std::erase_if(objects, [](Object object) { return !object.isValid(); });
    for (const Object object : objects) {
        std::map<QUuid, Role> holders;
        for (const UserRole &holder : resolver.who(object))
            holders[snapshot->idOf(Subject(holder.user))] = holder.role;
        for (const UserRow &row : world.users) {
            const auto holder = holders.find(row.id.uuid());
            check(completeness.of(object), row.id.uuid(), snapshot->idOf(object),
                  holder == holders.end() ? Role::None : holder->second);
            if (const UserIndex index = snapshot->findUser(row.id); index.isValid())
                check(completeness.of(index, object), row.id.uuid(), snapshot->idOf(object),
                      resolver.check(index, object));
            if (QTest::currentTestFailed())
                return;
        }
    }
    for (const UserIndex index : snapshot->users()) {
        const ObjectRoles roles = resolver.objects(index);
        std::map<QUuid, Role> found;
        for (const SpaceRole &role : roles.spaces)
            found[snapshot->idOf(Object(role.space))] = role.role;
        for (const ResourceRole &role : roles.resources)
            found[snapshot->idOf(Object(role.resource))] = role.role;
        const QUuid who = snapshot->idOf(Subject(index));
        for (const QUuid &what : idsOf(world.spaces) + idsOf(world.resources))
            check(completeness.of(Subject(index)), who, what,
                  found.contains(what) ? found[what] : Role::None);
        if (QTest::currentTestFailed())
            return;
    }
}

// Whoever manages a space or a resource asks the server on whom its answers rest, and knows all of it then.
void TestThreeWays::managersAskWhomTheyDontSee() // PRM-3, PRM-4, PRM-7, EXT-2
{
    QFETCH(int, number);
    QFETCH(int, hours);
    const Instant now = worldNow + std::chrono::hours(hours);
    setClock(now);
    const World &world = m_worlds[size_t(number)];
    const Roles truth = serverRoles(idsOf(world.users), world);
    std::vector<UserRow> people = managersOf(world);
    for (const GrantRow &grant : world.grants) // owners of spaces and resources beside those
        if (const auto user = std::ranges::find(world.users, grant.subjectId,
                                                [](const UserRow &row) { return row.id.uuid(); });
            grant.role >= Role::Administrator && user != world.users.end() &&
            truth.contains({grant.subjectId, grant.objectId}) && people.size() < 9)
            people.push_back(*user);
    for (const UserRow &user : people) {
        compareAnswers(world, user, now, truth);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestThreeWays::compareAnswers(const World &world, const UserRow &user, Instant now, const Roles &truth)
{
    server::Connection *session = sessionOf(user);
    MemoryReplica replica(*session);
    const auto pulled = replica.pull();
    QVERIFY2(pulled, qPrintable(describe(pulled)));
    const SnapshotPtr snapshot = snapshotOf(replica);
    const bool isOutsider = !snapshot->tenant(user.tenantId) || snapshot->tenant(user.tenantId)->isDefault;
    QList<Scope> held;
    for (const QString &scope : replica.scopes())
        held.append(
            {ScopeKind(scope.section(u':', 0, 0).toInt()), QUuid::fromString(scope.section(u':', 1)), {}});
    std::vector<Object> objects;
    for (const SpaceIndex space : snapshot->spaces()) {
        objects.emplace_back(space);
        for (const SpaceResource &resource : snapshot->resourcesOf(space))
            objects.emplace_back(resource.resource());
    }
    for (const Object object : objects) {
        const auto question = basisQuestion(snapshot, now, user.id, object);
        const BasisQuestion asked = question.value_or(
            BasisQuestion{snapshot->space(snapshot->spaceOf(object)).id(),
                          object.resource().isValid() ? ResourceId(snapshot->idOf(object)) : ResourceId(),
                          {}});
        const auto rows = session->exec(u"select api.access_basis(?::jsonb)"_s,
                                        {QString::fromUtf8(QJsonDocument(asked.arguments()).toJson())});
        QCOMPARE(rows.has_value(), question.has_value());
        if (!question) {
            ++m_refused;
            continue;
        }
        const auto basis = readAccessBasis(QJsonDocument::fromJson(rows->value().toByteArray()).object());
        QVERIFY2(basis, qPrintable(describe(basis)));
        const auto full = withBasis(snapshot, *basis);
        QVERIFY2(full, qPrintable(describe(full)));
        compareCompleted(world, Completeness(*full, held, user.id, basis->completed), Resolver(*full, now),
                         object, truth);
        if (QTest::currentTestFailed())
            return;
        if (isOutsider) // of what is granted something, nothing within is told
            QCOMPARE((*full)->organizationCount(), snapshot->organizationCount());
    }
}

void TestThreeWays::compareCompleted(const World &world, const Completeness &completeness,
                                     const Resolver &resolver, Object object, const Roles &truth)
{
    const Snapshot &snapshot = resolver.snapshot();
    QCOMPARE(completeness.of(object), Bound::Exact);
    const QUuid what = snapshot.idOf(object);
    Roles expected;
    for (const UserRow &row : world.users)
        if (const auto known = truth.find({row.id.uuid(), what}); known != truth.end())
            expected[known->first] = known->second;
    Roles holders, winners;
    for (const UserRole &holder : resolver.who(object)) {
        const QUuid who = snapshot.idOf(Subject(holder.user));
        QCOMPARE(completeness.of(Subject(holder.user), object), Bound::Exact);
        QVERIFY(!snapshot.nameOf(Subject(holder.user)).isEmpty());
        put(holders, who, what, holder.role);
        const Explanation why = resolver.explain(Subject(holder.user), object);
        put(winners, who, what, why.paths.empty() ? Role::None : why.paths.front().role);
    }
    QCOMPARE(differences(expected, holders), QString());
    QCOMPARE(differences(expected, winners), QString());
    m_completed += qsizetype(expected.size());
}

void TestThreeWays::cleanupTestCase()
{
    QVERIFY2(m_completed > 1000 && m_refused > 100,
             qPrintable(u"%1 roles learned, %2 questions refused"_s.arg(m_completed).arg(m_refused)));
    const auto of = [this](Bound bound) { return m_promises[bound]; };
    QVERIFY2(of(Bound::Exact) > 1000 && of(Bound::AtLeast) > 1000 && m_lower > 0 && m_frozen > 0,
             qPrintable(u"%1 exact, %2 at least (%3 lower), %4 uncertain, %5 of people of frozen tenants"_s
                            .arg(of(Bound::Exact))
                            .arg(of(Bound::AtLeast))
                            .arg(m_lower)
                            .arg(of(Bound::Uncertain))
                            .arg(m_frozen)));
}

QTEST_GUILESS_MAIN(TestThreeWays)
#include "tst_threeways.moc"
