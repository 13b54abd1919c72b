// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/completeness.h"
#include "core/directory/past.h"
#include "core/sync/historystore.h"
#include "tests/access/executedworld.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

namespace {

/// What somebody sees today, and by that of the past (resources/schema/README.md "Scopes"), said once more.
struct Seer
{
    Person person;
    SnapshotPtr today;
    QStringList scopes;

    [[nodiscard]] bool holds(ScopeKind kind, const QUuid &id) const
    {
        return scopes.contains(u"%1:%2"_s.arg(int(kind)).arg(id.toString(QUuid::WithoutBraces)));
    }
    [[nodiscard]] bool sees(const TenantRow &row) const
    {
        const TenantIndex index = today->findTenant(row.id);
        return index.isValid() && today->tenant(index);
    }
    [[nodiscard]] bool sees(const UserRow &row) const
    {
        return today->row({RowKind::User, row.id.uuid()}).has_value();
    }
    [[nodiscard]] bool sees(const OrganizationRow &row) const
    {
        return holds(ScopeKind::Chart, row.tenantId.uuid()) ||
               today->row({RowKind::Organization, row.id.uuid()});
    }
    [[nodiscard]] bool sees(const RoleGroupRow &row) const
    {
        return holds(ScopeKind::Chart, row.tenantId.uuid()) ||
               today->row({RowKind::RoleGroup, row.id.uuid()});
    }
    [[nodiscard]] bool sees(const MembershipRow &row) const
    {
        return holds(ScopeKind::People, row.tenantId.uuid()) ||
               holds(ScopeKind::Organization, row.organizationId.uuid()) ||
               holds(ScopeKind::Person, row.userId.uuid());
    }
    [[nodiscard]] bool sees(const RoleGroupMemberRow &row) const
    {
        return holds(ScopeKind::Subject, row.subjectId);
    }
    [[nodiscard]] bool sees(const SpaceRow &row) const { return holds(ScopeKind::Space, row.id.uuid()); }
    [[nodiscard]] bool sees(const ResourceRow &row) const
    {
        return holds(ScopeKind::Space, row.spaceId.uuid());
    }
    [[nodiscard]] bool sees(const GrantRow &row) const
    {
        return holds(ScopeKind::Management, row.spaceId.uuid()) ||
               holds(ScopeKind::Management, row.objectId) ||
               (holds(ScopeKind::Space, row.spaceId.uuid()) &&
                (row.role == Role::Owner || holds(ScopeKind::Subject, row.subjectId)));
    }
    template <class Other>
    [[nodiscard]] bool sees(const Other &) const
    {
        return false;
    }
    [[nodiscard]] bool seesRow(const Row &row) const
    {
        return std::visit([this](const auto &r) { return sees(r); }, row);
    }
};

/// Counts how often a part was read whole, how often only what was new in it, and how many lines that was.
class CountingWire final : public sync::Wire
{
public:
    struct Calls
    {
        int whole = 0, since = 0, lines = 0;
    };

    CountingWire(Wire &wire, Calls &calls) : m_wire(wire), m_calls(calls) {}

    Result<server::Rows> exec(const QString &sql, const QVariantList &binds) override
    {
        return m_wire.exec(sql, binds);
    }
    Result<qint64> stream(const QString &sql, const QVariantList &binds,
                          const server::Connection::RowCallback &row) override
    {
        const bool isNew = sql.contains(u"history_seen_since");
        m_calls.since += isNew;
        m_calls.whole += !isNew;
        return m_wire.stream(sql, binds, [&](const QSqlQuery &each) {
            m_calls.lines += isNew;
            return row(each);
        });
    }
    bool isOpen() const override { return m_wire.isOpen(); }
    Handle handle() const override { return m_wire.handle(); }

private:
    Wire &m_wire;
    Calls &m_calls;
};

/// A version in words, without what a part doesn't say.
QString wordsOf(const History &history, const History::Packed &version)
{
    Row row = history.row(version);
    return u"%1 %2 %3-%4 %5/%6 %7"_s.arg(int(version.kind))
        .arg(idOf(row).toString())
        .arg(version.from)
        .arg(version.to)
        .arg(version.word)
        .arg(version.kinds)
        .arg(history.textAt(version.text));
}

} // namespace

/// The past of whoever doesn't hold the tenant: that of the whole tenant, as far as they see it today
/// (PRM-6).
class TestAsSeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingForeignComes_data() { everybody(); }
    void nothingForeignComes();
    void asOfIsTheWholeAsFarAsSeen_data() { everybody(); }
    void asOfIsTheWholeAsFarAsSeen();
    void newThingsAreReadWithAllThatIsSeen();
    void whatIsNewMakesTheWhole();
    void onlyTheirOwn();
    void cleanupTestCase();

private:
    void everybody();
    void addReaders();
    [[nodiscard]] Seer seer(const Person &person);
    [[nodiscard]] HistoryPtr read(const Person &person, const QString &tenant);

    ExecutedWorld m_world;
    Person m_manager, m_resourceManager, m_guestOutside;
    HistoryPtr m_whole;
    PastPtr m_wholePast;
    qsizetype m_answers = 0, m_lower = 0, m_exact = 0;
};

void TestAsSeen::initTestCase()
{
    QString error = m_world.prepare();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    error = m_world.giveRandomCommands(150);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    addReaders();
    m_whole = read(m_world.adminA, m_world.tenantA);
    QVERIFY(m_whole && !m_whole->mark().isPart());
    m_wholePast = *Past::create(m_whole, m_world.pull());
}

// Somebody who administers a space, somebody who administers one resource, somebody from another tenant.
void TestAsSeen::addReaders()
{
    const auto organization = [&](int number) {
        return m_world.must(u"select id from app.organizations where name = ?"_s,
                            {u"organization %1"_s.arg(number)});
    };
    m_manager = m_world.addMember(u"manager"_s, organization(2));
    m_world.addGrant(m_world.spaces()[0], u"user"_s, m_manager.id, u"administrator"_s);
    m_world.noteMoment(m_world.pull());
    m_resourceManager = m_world.addMember(u"resource manager"_s);
    m_world.addGrant(m_world.spaces()[1], u"user"_s, m_resourceManager.id, u"viewer"_s);
    const QString resource =
        m_world.must(u"select id from app.resources where space_id = ? order by restricted desc limit 1"_s,
                     {m_world.spaces()[1]});
    m_world.addGrant(m_world.spaces()[1], u"user"_s, m_resourceManager.id, u"administrator"_s, resource);
    m_world.noteMoment(m_world.pull());
    m_guestOutside = m_world.outsider;
    m_world.must(u"delete from app.grants where user_id = ? and role <> 'owner'"_s, {m_guestOutside.id});
    m_world.addGrant(m_world.spaces()[2], u"user"_s, m_guestOutside.id, u"editor"_s);
    m_world.noteMoment(m_world.pull());
}

void TestAsSeen::everybody()
{
    QTest::addColumn<Person>("person");
    for (const auto &[name, person] :
         {std::pair("owner of spaces", m_world.ownerA), std::pair("manager of a space", m_manager),
          std::pair("manager of a resource", m_resourceManager), std::pair("member", m_world.memberA),
          std::pair("outsider", m_guestOutside)})
        QTest::newRow(name) << person;
}

Seer TestAsSeen::seer(const Person &person)
{
    const auto connection = m_world.connect(person);
    MemoryReplica replica(*connection);
    if (!replica.pull())
        qFatal("no pull");
    return {person, snapshotOf(replica), replica.scopes()};
}

HistoryPtr TestAsSeen::read(const Person &person, const QString &tenant)
{
    const QTemporaryDir folder;
    sync::HistoryStore store(folder.path(), ExecutedWorld::keysIn(folder.path()));
    const auto history = store.read(*m_world.wireOf(person), TenantId(QUuid::fromString(tenant)));
    if (!history)
        qWarning("%s", qPrintable(describe(history)));
    return history ? *history : nullptr;
}

// Every version that comes is of what they see today, and all of that comes.
void TestAsSeen::nothingForeignComes() // PRM-6, SEC-1
{
    QFETCH(Person, person);
    const Seer seer = this->seer(person);
    const HistoryPtr part =
        read(person,
             seer.today->user(seer.today->findUser(CommandWorld::userId(person))).row().tenantId.toString());
    QVERIFY(part && part->mark().isPart());
    std::set<QString> found, expected;
    for (const History::Packed &version : part->versions()) {
        const Row row = part->row(version);
        QVERIFY2(seer.seesRow(row), qPrintable(wordsOf(*part, version)));
        // Versions of people come as long as they are seen; what else there is of the outsider's own tenant
        // isn't asked here.
        if (version.kind != RowKind::User)
            found.insert(wordsOf(*part, version));
    }
    for (const History::Packed &version : m_whole->versions())
        if (version.kind != RowKind::User && seer.seesRow(m_whole->row(version)))
            expected.insert(wordsOf(*m_whole, version));
    QVERIFY(expected.size() > 10);
    for (const QString &version : expected)
        QVERIFY2(found.contains(version), qPrintable(version));
    if (person.id != m_guestOutside.id)
        QCOMPARE(found.size(), expected.size());
    else
        QVERIFY(found.size() > expected.size()); // of their own tenant too
}

void TestAsSeen::asOfIsTheWholeAsFarAsSeen() // PRM-6, PRM-7
{
    QFETCH(Person, person);
    const Seer seer = this->seer(person);
    const HistoryPtr part =
        read(person,
             seer.today->user(seer.today->findUser(CommandWorld::userId(person))).row().tenantId.toString());
    const auto past = Past::create(part, seer.today);
    QVERIFY2(past, qPrintable(describe(past)));
    QList<Scope> held;
    for (const QString &scope : seer.scopes)
        held.append(
            {ScopeKind(scope.section(u':', 0, 0).toInt()), QUuid::fromString(scope.section(u':', 1)), {}});
    for (const ExecutedWorld::Moved &moment : m_world.moments()) {
        const SnapshotPtr then = (*past)->asOf(moment.at).value();
        SnapshotBuilder builder;
        for (const Row &row : m_wholePast->asOf(moment.at).value()->allRows())
            if (seer.seesRow(row))
                builder.add(row);
        const auto truth = m_wholePast->asOf(moment.at).value();
        tests::Roles found = tests::everyRole(then, moment.at);
        std::erase_if(found, [&](const auto &role) { // of other tenants nothing is known here
            return !truth->findSpace(SpaceId(role.first.second)).isValid() &&
                   !truth->findResource(ResourceId(role.first.second)).isValid();
        });
        const tests::Roles expected = tests::everyRole(builder.build().value(), moment.at);
        QVERIFY2(
            found == expected,
            qPrintable(u"%1 of %2 at %3"_s.arg(found.size()).arg(expected.size()).arg(toIso8601(moment.at))));
        const Completeness completeness(then, held, UserId());
        const tests::Roles all = tests::everyRole(truth, moment.at);
        for (const auto &[key, role] : found) {
            const auto is = all.find(key);
            QVERIFY2(is != all.end() && role <= is->second, qPrintable(key.first.toString()));
            const SpaceIndex space = then->findSpace(SpaceId(key.second));
            const Object object =
                space.isValid() ? Object(space) : Object(then->findResource(ResourceId(key.second)));
            QVERIFY(completeness.of(then->findUser(UserId(key.first)), object) != Bound::Exact);
            m_lower += role < is->second;
        }
        m_answers += qsizetype(found.size());
        // Of groups whoever manages the space sees all.
        for (const RoleGroupIndex group : then->roleGroups())
            for (const SpaceIndex space : then->spaces())
                if (completeness.of(Subject(group), space) == Bound::Exact) {
                    const auto known = truth->findRoleGroup(then->roleGroup(group).id());
                    QCOMPARE(Resolver(then, moment.at).check(Subject(group), space),
                             Resolver(truth, moment.at)
                                 .check(Subject(known), truth->findSpace(then->space(space).id())));
                    ++m_exact;
                }
    }
}

// Read again and again, with commands of all kinds in between, it is always what a first reading gives; most
// times only what is new came over the wire.
void TestAsSeen::whatIsNewMakesTheWhole() // PRM-6
{
    struct Reader
    {
        QString name;
        TenantId tenant;
        std::unique_ptr<sync::Wire> wire;
        QTemporaryDir folder;
        sync::HistoryStore store{folder.path(), ExecutedWorld::keysIn(folder.path())};
    };
    CountingWire::Calls calls, afresh;
    std::vector<std::unique_ptr<Reader>> readers;
    for (const Person &person :
         {m_world.ownerA, m_manager, m_resourceManager, m_world.memberA, m_guestOutside}) {
        auto reader = std::make_unique<Reader>();
        reader->name = person.name;
        reader->tenant = TenantId(
            QUuid::fromString(m_world.must(u"select tenant_id from app.users where id = ?"_s, {person.id})));
        reader->wire = m_world.wireOf(person);
        readers.push_back(std::move(reader));
    }
    const auto linesOf = [](const HistoryPtr &history) {
        std::set<QString> lines;
        for (const History::Packed &version : history->versions())
            lines.insert(wordsOf(*history, version));
        return lines;
    };
    for (int round = 0; round < 25; ++round) {
        const QString error = m_world.giveRandomCommands(2);
        QVERIFY2(error.isEmpty(), qPrintable(error));
        for (const auto &reader : readers) {
            CountingWire wire(*reader->wire, calls);
            const auto kept = reader->store.read(wire, reader->tenant);
            QVERIFY2(kept, qPrintable(describe(kept)));
            const QTemporaryDir folder;
            CountingWire other(*reader->wire, afresh);
            const auto fresh = sync::HistoryStore(folder.path(), ExecutedWorld::keysIn(folder.path()))
                                   .read(other, reader->tenant);
            QVERIFY2(fresh, qPrintable(describe(fresh)));
            QVERIFY2(linesOf(*kept) == linesOf(*fresh),
                     qPrintable(u"%1 in round %2"_s.arg(reader->name).arg(round)));
            QCOMPARE((*kept)->mark().upTo, (*fresh)->mark().upTo);
        }
    }
    QVERIFY2(afresh.since == 0 && calls.since > calls.whole && calls.whole > 0 && calls.lines > 20,
             qPrintable(u"%1 times what was new, %2 lines; %3 times all"_s.arg(calls.since)
                            .arg(calls.lines)
                            .arg(calls.whole)));
}

// What came since may change what they see: then all of it is read again.
void TestAsSeen::newThingsAreReadWithAllThatIsSeen() // PRM-6
{
    const TenantId tenant(QUuid::fromString(m_world.tenantA));
    const QTemporaryDir folder;
    sync::HistoryStore store(folder.path(), ExecutedWorld::keysIn(folder.path()));
    const Person person = m_world.addMember(u"newcomer"_s);
    m_world.noteMoment(m_world.pull());
    const auto wire = m_world.wireOf(person);
    const auto grantsOf = [](const HistoryPtr &history) {
        return std::ranges::count(history->versions(), RowKind::Grant, &History::Packed::kind);
    };
    const HistoryPtr first = *store.read(*wire, tenant);
    QCOMPARE((*store.read(*wire, tenant))->mark(), first->mark());
    const QString grant = m_world.addGrant(m_world.spaces()[0], u"user"_s, person.id, u"administrator"_s);
    const HistoryPtr unsealed =
        *store.read(*wire, tenant); // sees more at once, though their own grant has no place yet
    QVERIFY(grantsOf(unsealed) > grantsOf(first));
    QVERIFY(unsealed->mark().scopes != first->mark().scopes);
    m_world.noteMoment(m_world.pull());
    const HistoryPtr sealed = *store.read(*wire, tenant);
    QCOMPARE(grantsOf(sealed), grantsOf(unsealed) + 1);
    QCOMPARE(grantsOf(*store.local(tenant)), grantsOf(sealed));
    m_world.must(u"delete from app.grants where id = ?"_s, {grant});
    const HistoryPtr lost = *store.read(*wire, tenant);
    QCOMPARE(grantsOf(lost), grantsOf(first));
    sync::HistoryStore again(folder.path(), ExecutedWorld::keysIn(folder.path()));
    QCOMPARE(grantsOf(*again.local(tenant)), grantsOf(first));
    QCOMPARE((*again.local(tenant))->mark(), lost->mark());
}

// With psql nobody gets more: not all of a tenant that they don't hold, and no part of one that isn't theirs.
void TestAsSeen::onlyTheirOwn() // PRM-6, SEC-1
{
    for (const Person &person : {m_world.adminB, m_world.root, m_guestOutside}) {
        const QTemporaryDir folder;
        sync::HistoryStore store(folder.path(), ExecutedWorld::keysIn(folder.path()));
        const auto read = store.read(*m_world.wireOf(person), TenantId(QUuid::fromString(m_world.tenantA)));
        QVERIFY2(!read, qPrintable(person.name));
        QCOMPARE(read.error().code, u"server.refused_access"_s);
        QVERIFY(QDir(folder.path()).entryList({u"history-*"_s}).isEmpty());
    }
    // Each function asks, and each wants the transaction in which the pages belong together.
    const auto asks = [&](const Person &person, const QString &call, const QString &tenant,
                          const QString &state) {
        const auto connection = m_world.connect(person);
        QVERIFY(connection->exec(u"begin isolation level repeatable read read only"_s));
        const QString failure = failureOf(*connection, u"select "_s + call, {tenant});
        QVERIFY2(failure.left(5) == state, qPrintable(person.name + u' ' + call + u' ' + failure));
        QVERIFY(connection->exec(u"rollback"_s));
        QCOMPARE(failureOf(*connection, u"select "_s + call, {tenant}).left(5), u"TY400"_s);
    };
    for (const QString &call :
         {u"api.history_since(?::uuid, 0)"_s, u"api.history_page(?::uuid, 0::smallint, null, 0)"_s})
        asks(m_world.memberA, call, m_world.tenantA, u"TY403"_s);
    for (const QString &call : {u"api.history_begin(?::uuid, 0, '')"_s, u"api.history_seen(?::uuid)"_s,
                                u"api.history_seen_since(?::uuid, 0, '')"_s}) {
        asks(m_world.memberA, call, m_world.tenantB, u"TY403"_s);
        asks(m_world.adminB, call, m_world.tenantA, u"TY403"_s);
    }
}

void TestAsSeen::cleanupTestCase()
{
    QVERIFY2(m_answers > 1000 && m_lower > 0 && m_exact > 20,
             qPrintable(u"%1 answers, %2 lower, %3 exact"_s.arg(m_answers).arg(m_lower).arg(m_exact)));
}

QTEST_GUILESS_MAIN(TestAsSeen)
#include "tst_asseen.moc"
