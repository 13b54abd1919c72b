// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/exchange.h"
#include "tests/directory/snapshotfacts.h"
#include "tests/replica/storefixture.h"
#include "tests/schema/feedworld.h"
#include "tests/sync/faultywire.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::sync;
using namespace Qt::StringLiterals;

namespace {

// A console without its engine: what it holds after each pull.
class Client final
{
public:
    explicit Client(const server::ConnectionOptions &options)
    {
        m_options = options;
        restart();
    }

    // The program ends and starts again, with what lies on disk.
    void restart()
    {
        m_exchange.reset();
        m_exchange =
            std::make_unique<Exchange>(m_folder.path(), std::make_shared<FileKeySource>(m_folder.path()),
                                       std::make_shared<SystemClock>(), m_options, faultyConnect(faults),
                                       [faults = faults] { return faults->pass(); });
    }
    [[nodiscard]] Result<void> open()
    {
        return m_exchange->openStore({}, {}, {}).map([](const Pulled &) {});
    }
    [[nodiscard]] Result<PullReport::Kind> pull(const PullRequest &request = {})
    {
        auto pulled = m_exchange->pull(request);
        if (pulled && pulled->report.kind == PullReport::Kind::Built) {
            m_exchange->install().map([](const Pulled &) {}).or_else([&](const Error &error) {
                pulled = tl::unexpected(error);
            });
            return pulled.map([](const Pulled &) { return PullReport::Kind::Built; });
        }
        if (!pulled)
            return tl::unexpected(pulled.error());
        return pulled->followed.map([&] { return pulled->report.kind; });
    }
    [[nodiscard]] Content content() const { return contentOf(*m_exchange->store().replica()); }
    // What the snapshot was made of.
    [[nodiscard]] QSet<directory::RowKey> shown() const
    {
        QSet<directory::RowKey> keys;
        for (const directory::Row &row : m_exchange->store().snapshot()->allRows())
            keys.insert({directory::kindOf(row), directory::idOf(row)});
        return keys;
    }
    [[nodiscard]] const Replica &replica() const { return *m_exchange->store().replica(); }
    [[nodiscard]] Exchange &exchange() { return *m_exchange; }

    std::shared_ptr<Faults> faults = std::make_shared<Faults>();

private:
    QTemporaryDir m_folder;
    server::ConnectionOptions m_options;
    std::unique_ptr<Exchange> m_exchange;
};

} // namespace

class TestPuller final : public QObject
{
    Q_OBJECT

private:
    // The first differences to what the server gives this person afresh; empty: none.
    [[nodiscard]] static QString difference(FeedWorld::Person &person, const Client &client);
    // Random acts of the world's people.
    [[nodiscard]] QString change(int acts);
    // As commands do it: whoever holds a grant in another tenant is an outsider there (EXT-1). tenant(T)
    // covers space(S) only then.
    [[nodiscard]] QString enterOutsiders() const
    {
        return m_world->run(
            u"insert into app.outsiders (tenant_id, id, user_id, since) select distinct on (g.tenant_id, "
            u"g.user_id) g.tenant_id, app.uuid7(), g.user_id, app.now() "
            "from app.grants as g join app.users as u on u.id = g.user_id where u.tenant_id <> g.tenant_id on conflict do nothing"_s);
    }

    // Who administered the tenant at first; random acts may change that, and the tenant's name.
    [[nodiscard]] FeedWorld::Person &administrator(const QString &tenant)
    {
        return m_world->personBy(u"select '%1'"_s.arg(m_administrators.value(tenant)));
    }

    std::unique_ptr<FeedWorld> m_world;
    QHash<QString, QString> m_administrators;

private Q_SLOTS:
    void initTestCase();
    void equalsAFreshPullForEverybody();
    void followsChangesOfScopes();
    void opensAndLetsGoOfTenants();
    void convergesAfterEachFailedAccess();
    void convergesAfterEachFailedAccessOfAFirstPull();
    void convergesAfterKillsOfTheServer();
    void beginsAgainWhereARightEnds();
    void waitsWithAnotherFeed();
    void writesNothingWhereNothingChanged();
};

void TestPuller::initTestCase()
{
    m_world = std::make_unique<FeedWorld>();
    const QString error = m_world->create(0.77);
    QVERIFY2(error.isEmpty(), qPrintable(error));
    QCOMPARE(enterOutsiders(), QString());
    for (const QString &tenant : {u"alpha"_s, u"beta"_s})
        m_administrators.insert(
            tenant,
            m_world->run(u"select administrator_id from app.tenants where name = '%1'"_s.arg(tenant)));
}

QString TestPuller::difference(FeedWorld::Person &person, const Client &client)
{
    MemoryReplica fresh(*person.connection);
    if (const auto pulled = fresh.pull(); !pulled)
        return describe(pulled.error());
    Content expected;
    QHash<QString, QStringList> scopes; // by ID: where the server has it
    for (auto row = fresh.rows().cbegin(); row != fresh.rows().cend(); ++row) {
        expected.insert({row.key().kind, QUuid::fromString(row.key().id)}, *row);
        scopes[row.key().id].append(u"%1:%2"_s.arg(row.key().scopeKind).arg(row.key().scopeId));
    }
    const Content content = client.content();
    QStringList lines;
    for (auto row = expected.cbegin(); row != expected.cend(); ++row) {
        if (content.value(row.key()) != *row)
            lines.append(
                u"%1: kind %2 %3 in %4"_s.arg(content.contains(row.key()) ? u"differs"_s : u"missing"_s)
                    .arg(row.key().first)
                    .arg(row.key().second.toString(),
                         scopes.value(row.key().second.toString(QUuid::WithoutBraces)).join(u' ')));
    }
    for (auto row = content.cbegin(); row != content.cend(); ++row) {
        if (!expected.contains(row.key()))
            lines.append(u"too much: kind %1 %2"_s.arg(row.key().first).arg(row.key().second.toString()));
    }
    if (client.shown().size() != content.size())
        lines.append(
            u"the snapshot has %1 rows instead of %2"_s.arg(client.shown().size()).arg(content.size()));
    return lines.mid(0, 8).join(u'\n');
}

QString TestPuller::change(int acts)
{
    for (int i = 0; i < acts; ++i) {
        if (const auto step = m_world->owner().exec(u"select test.step()"_s); !step)
            return u"ERROR "_s + describe(step.error());
    }
    // Whoever pulls here stays somebody who may.
    return enterOutsiders() +
           m_world->run(u"update app.tenants set state = 'active' where state <> 'active'"_s) +
           m_world->run(
               u"update app.users as u set status = 'active' from app.accounts as a where a.user_id = u.id and u.status <> 'active'"_s);
}

// What lies in a scope that was left out must have come through another one.
void TestPuller::equalsAFreshPullForEverybody()
{
    for (FeedWorld::Person &person : m_world->people()) {
        Client client(person.connection->options());
        const auto pulled = client.pull();
        QVERIFY2(pulled, qPrintable(describe(pulled)));
        QCOMPARE(*pulled, PullReport::Kind::Built);
        const QString differences = difference(person, client);
        QVERIFY2(differences.isEmpty(), qPrintable(person.name + u'\n' + differences));
        const QStringList asPulled = tests::facts(*client.exchange().store().snapshot());
        client.restart();
        const auto opened = client.open();
        QVERIFY2(opened, qPrintable(describe(opened)));
        QCOMPARE(tests::facts(*client.exchange().store().snapshot()), asPulled);
        QCOMPARE(difference(person, client), QString());
    }
}

// After an expiry, a freeze, an organization's move, a changed membership: the same as afresh, for everybody.
void TestPuller::followsChangesOfScopes()
{
    std::vector<std::unique_ptr<Client>> clients;
    for (FeedWorld::Person &person : m_world->people()) {
        clients.push_back(std::make_unique<Client>(person.connection->options()));
        QVERIFY(clients.back()->pull());
    }
    const QStringList acts{
        u"update app.grants set expires_at = app.now() + interval '1 hour' where role <> 'owner'"_s,
        u"update app.clock set shift = interval '2 hours'"_s, // they expire, and no row changes
        u"update app.organizations as o set parent_id = t.root_organization_id from app.tenants as t where t.id = o.tenant_id and o.parent_id is not null"_s,
        u"insert into app.memberships (tenant_id, id, user_id, organization_id, since) select t.id, app.uuid7(), u.id, t.root_organization_id, app.now() from app.tenants as t join app.users as u on u.tenant_id = t.id on conflict do nothing"_s,
        u"delete from app.memberships as m using app.users as u where u.id = m.user_id and m.organization_id <> u.primary_organization_id"_s,
        u"delete from app.role_group_members"_s,
        u"update app.tenants set state = 'frozen' where name = 'beta'"_s,
        u"update app.tenants set state = 'active' where name = 'beta'"_s,
    };
    for (const QString &act : acts) {
        const QString done = m_world->run(act);
        QVERIFY2(!done.startsWith(u"ERROR"_s), qPrintable(act + u'\n' + done));
        for (size_t i = 0; i < clients.size(); ++i) {
            FeedWorld::Person &person = m_world->people()[i];
            const auto pulled = clients[i]->pull();
            if (!pulled && server::sqlState(pulled.error()) == u"TY403"_s)
                continue; // of a frozen tenant
            QVERIFY2(pulled, qPrintable(act + u'\n' + describe(pulled)));
            const QString differences = difference(person, *clients[i]);
            QVERIFY2(differences.isEmpty(), qPrintable(act + u'\n' + person.name + u'\n' + differences));
        }
    }
    (void)m_world->run(u"update app.clock set shift = interval '0'"_s);
}

// The platform team takes a tenant up and lets it go again: its rows come and leave.
void TestPuller::opensAndLetsGoOfTenants()
{
    const QUuid alpha = QUuid::fromString(m_world->run(u"select id from app.tenants where name = 'alpha'"_s));
    PullRequest request;
    request.openTenants = QSet<QUuid>();
    FeedWorld::Person &platform = m_world->personBy(
        u"select user_id from app.role_assignments where tenant_id is null and role = 'system_administrator' limit 1"_s);
    Client client(platform.connection->options());
    QVERIFY(client.pull(request));
    const Content without = client.content();
    request.openTenants = QSet<QUuid>{alpha};
    const auto opened = client.pull(request);
    QVERIFY2(opened, qPrintable(describe(opened)));
    QVERIFY(client.content().size() > without.size());
    request.openTenants = QSet<QUuid>();
    QVERIFY(client.pull(request));
    QCOMPARE(client.content(), without);

    // Whoever doesn't hold the platform has what is theirs, whatever is open.
    FeedWorld::Person &person = administrator(u"alpha"_s);
    Client own(person.connection->options());
    QVERIFY(own.pull(request));
    QCOMPARE(difference(person, own), QString());
}

// Fails the Nth access to connection or store, for N = 0, 1, 2 … until none fails; each time the next pull
// leads to where an undisturbed one would have led.
void TestPuller::convergesAfterEachFailedAccess()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    Client client(person.connection->options());
    QVERIFY(client.pull());
    int failures = 0;
    for (int n = 0;; ++n) {
        const QString changed = change(12);
        QVERIFY2(!changed.startsWith(u"ERROR"_s), qPrintable(changed));
        client.faults->countdown = n;
        const auto pulled = client.pull();
        const bool failed = client.faults->countdown < 0;
        client.faults->countdown = -1;
        if (failed && n % 3 == 0) {
            client.restart(); // as if it had died of it
            const auto opened = client.open();
            QVERIFY2(opened, qPrintable(describe(opened)));
        }
        const auto again = client.pull();
        QVERIFY2(again, qPrintable(describe(again)));
        const QString differences = difference(person, client);
        QVERIFY2(differences.isEmpty(), qPrintable(QString::number(n) + u'\n' + differences));
        failures += failed;
        if (!failed && pulled)
            break;
    }
    QVERIFY2(failures > 10, qPrintable(QString::number(failures)));
}

void TestPuller::convergesAfterEachFailedAccessOfAFirstPull()
{
    FeedWorld::Person &person = administrator(u"beta"_s);
    Client client(person.connection->options());
    int failures = 0;
    for (int n = 0;; ++n) {
        Client fresh(person.connection->options());
        fresh.faults->countdown = n;
        const auto pulled = fresh.pull();
        const bool failed = fresh.faults->countdown < 0;
        fresh.faults->countdown = -1;
        if (!pulled) {
            fresh.restart();
            (void)fresh.open(); // nothing, or a whole one
            const auto again = fresh.pull();
            QVERIFY2(again, qPrintable(describe(again)));
        }
        const QString differences = difference(person, fresh);
        QVERIFY2(differences.isEmpty(), qPrintable(QString::number(n) + u'\n' + differences));
        failures += failed;
        if (!failed)
            break;
    }
    QVERIFY2(failures > 20, qPrintable(QString::number(failures)));
}

// The server is killed with -9 in the midst of a pull, at different places.
void TestPuller::convergesAfterKillsOfTheServer()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    Client client(person.connection->options());
    QVERIFY(client.pull());
    for (const int n : {2, 4, 7, 12}) {
        const QString changed = change(20);
        QVERIFY2(!changed.startsWith(u"ERROR"_s), qPrintable(changed));
        client.faults->onFailure = [this] { m_world->cluster().killHard(); };
        client.faults->countdown = n;
        const auto pulled = client.pull();
        const bool killed = client.faults->countdown < 0;
        client.faults->countdown = -1;
        client.faults->onFailure = {};
        if (killed) {
            QVERIFY(!pulled || n > 10);
            const QString error = m_world->cluster().restart();
            QVERIFY2(error.isEmpty(), qPrintable(error));
            QVERIFY(m_world->owner().reopen());
            for (FeedWorld::Person &each : m_world->people())
                QVERIFY(each.connection->reopen());
        }
        const auto again = client.pull();
        QVERIFY2(again, qPrintable(describe(again)));
        QCOMPARE(difference(person, client), QString());
    }
}

// Identity of the feed: another one is pulled in full, but only when it is time.
// A right that ends between begin and its pages: the server refuses those pages, and the pull begins again by itself.
void TestPuller::beginsAgainWhereARightEnds()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    Client client(person.connection->options());
    client.faults->refusals = 2;
    const auto pulled = client.pull();
    QVERIFY2(pulled, qPrintable(describe(pulled)));
    QCOMPARE(client.faults->refusals.load(), 0);
    QCOMPARE(difference(person, client), QString());
    // Not for ever: a server that contradicts itself is reported.
    Client refused(person.connection->options());
    refused.faults->refusals = 1000;
    const auto failed = refused.pull();
    QVERIFY(!failed);
    QCOMPARE(server::sqlState(failed.error()), u"TY403"_s);
}

void TestPuller::waitsWithAnotherFeed()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    Client client(person.connection->options());
    QVERIFY(client.pull());
    const QUuid before = client.replica().id();
    const QString changed = m_world->run(u"update app.installation set generation = gen_random_uuid()"_s);
    QVERIFY2(!changed.startsWith(u"ERROR"_s), qPrintable(changed));
    QCOMPARE(*client.pull(), PullReport::Kind::IdentityChanged);
    QCOMPARE(client.replica().id(), before);
    QVERIFY(!client.content().isEmpty());
    PullRequest request;
    request.mayChangeIdentity = true;
    QCOMPARE(*client.pull(request), PullReport::Kind::Built);
    QVERIFY(client.replica().id() != before);
    QCOMPARE(difference(person, client), QString());
}

void TestPuller::writesNothingWhereNothingChanged()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    Client client(person.connection->options());
    QVERIFY(client.pull());
    const qint64 serial = client.replica().manifest().serial;
    QCOMPARE(*client.pull(), PullReport::Kind::Unchanged);
    QCOMPARE(client.replica().manifest().serial, serial);
    PullRequest request;
    request.unchangedFor = std::chrono::seconds(0);
    QVERIFY(client.pull(request));
    QCOMPARE(client.replica().manifest().serial, serial + 1);
}

QTEST_GUILESS_MAIN(TestPuller)
#include "tst_puller.moc"
