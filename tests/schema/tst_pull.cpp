// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recordtext.h"
#include "tests/schema/feedworld.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// The border of reading: who gets what, when everything must come afresh, and what a pull costs.
class tst_Pull : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void onlyInReadOnlySnapshots();
    void strangersGetNothing();
    void scopeNotHeldIsRefused();
    void pagesHoldEveryRowOnce();
    void pagesOfPicturesAreSmall();
    void pollThatBringsNothing();
    void fullAfterPurge();
    void fullInAnotherFeed_data();
    void fullInAnotherFeed();
    void readingIsLogged();
    void countsOfHolders();
    void ownersOfResourcesAreShownInTheSpace();
    void bystanderPaysNothing();

private:
    [[nodiscard]] FeedWorld::Person &administrator(const QString &tenant) { return m_world->personBy(u"select administrator_id from app.tenants where name = '%1'"_s.arg(tenant)); }
    [[nodiscard]] QString tenant(const QString &name) const { return m_world->run(u"select id from app.tenants where name = '%1'"_s.arg(name)); }
    // SQLSTATE and code of a statement run by a person in a transaction of this mode; empty: it succeeded.
    [[nodiscard]] static QString refusal(FeedWorld::Person &person, const QString &mode, const QString &sql);

    std::unique_ptr<FeedWorld> m_world;
};

static const QString pulling = u"begin isolation level repeatable read read only"_s;

void tst_Pull::initTestCase()
{
    m_world = std::make_unique<FeedWorld>();
    const QString error = m_world->create(0.42);
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void tst_Pull::init()
{
    for (FeedWorld::Person &person : m_world->people())
        person.replica = std::make_unique<MemoryReplica>(*person.connection);
}

QString tst_Pull::refusal(FeedWorld::Person &person, const QString &mode, const QString &sql)
{
    if (const auto begun = person.connection->exec(mode); !begun)
        return describe(begun.error());
    const auto result = person.connection->exec(sql);
    (void)person.connection->exec(u"rollback"_s);
    return result ? QString() : server::sqlState(result.error());
}

void tst_Pull::onlyInReadOnlySnapshots()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    const QString sql = u"select api.pull_begin(null, null)"_s;
    QCOMPARE(refusal(person, pulling, sql), QString());
    for (const QString &mode : {u"begin"_s, u"begin read only"_s, u"begin isolation level repeatable read"_s, u"begin isolation level serializable read only"_s})
        QCOMPARE(refusal(person, mode, sql), u"TY400"_s);
    QCOMPARE(refusal(person, u"begin"_s, u"select api.pull_changes(null, '[]')"_s), u"TY400"_s);
    QCOMPARE(refusal(person, u"begin"_s, u"select api.pull_scope(14::smallint, 1::smallint, '00000000-0000-0000-0000-000000000000')"_s), u"TY400"_s);
}

// SEC-1, PRM-2: no account, suspended, or of a frozen tenant.
void tst_Pull::strangersGetNothing()
{
    FeedWorld::Person &person = administrator(u"beta"_s);
    const QString sql = u"select api.pull_begin(null, null)"_s;
    const QString changes = u"select api.pull_changes(null, '[{\"k\": 1, \"id\": \"00000000-0000-0000-0000-000000000000\", \"new\": true}]')"_s;
    for (const auto &[closed, open] : {std::pair(u"update app.users set status = 'suspended' where id = '%1'"_s, u"update app.users set status = 'active' where id = '%1'"_s),
                                       std::pair(u"update app.tenants set state = 'frozen' where administrator_id = '%1'"_s, u"update app.tenants set state = 'active' where administrator_id = '%1'"_s)}) {
        QCOMPARE(m_world->run(closed.arg(person.id)), QString());
        QCOMPARE(refusal(person, pulling, sql), u"TY403"_s);
        QCOMPARE(refusal(person, pulling, changes), u"TY403"_s);
        QCOMPARE(m_world->run(u"select count(*) from app.scopes_of('%1')"_s.arg(person.id)), u"0"_s);
        QCOMPARE(m_world->run(open.arg(person.id)), QString());
        QCOMPARE(refusal(person, pulling, sql), QString());
    }
    // A superuser of the cluster has no account either.
    QVERIFY(m_world->owner().exec(pulling));
    const auto asked = m_world->owner().exec(sql);
    QVERIFY(m_world->owner().exec(u"rollback"_s));
    QVERIFY(!asked);
    QCOMPARE(server::sqlState(asked.error()), u"TY403"_s);
}

void tst_Pull::scopeNotHeldIsRefused()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    const QString beta = tenant(u"beta"_s);
    for (const int kind : {3, 4, 5})
        QCOMPARE(refusal(person, pulling, u"select api.pull_scope(2::smallint, %1::smallint, '%2')"_s.arg(kind).arg(beta)), u"TY403"_s);
    QCOMPARE(refusal(person, pulling, u"select api.pull_scope(1::smallint, 2::smallint, '00000000-0000-0000-0000-000000000000')"_s), u"TY403"_s);
    QCOMPARE(refusal(person, pulling, u"select api.pull_scope(1::smallint, null, null)"_s), u"TY403"_s);
    // In a list of scopes it is left out.
    QVERIFY(person.connection->exec(pulling));
    const auto rows = person.connection->exec(u"select (r).* from (select api.pull_changes(null, ?::jsonb) as r) as x"_s, {u"[{\"k\": 4, \"id\": \"%1\", \"new\": true}]"_s.arg(beta)});
    QVERIFY(person.connection->exec(u"commit"_s));
    QVERIFY2(rows, rows ? "" : qPrintable(describe(rows.error())));
    QCOMPARE(rows->size(), 0);
    QCOMPARE(refusal(person, pulling, u"select * from app.feed"_s), u"42501"_s);
}

// Pages of 500; texts with line feeds, quotes, commas and backslashes come as they are.
void tst_Pull::pagesHoldEveryRowOnce()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    const QString alpha = tenant(u"alpha"_s);
    for (const int rows : {499, 500, 501, 1500}) {
        QCOMPARE(m_world->run(u"delete from app.role_groups as g where description <> '' and not exists (select from app.grants where group_id = g.id)"_s), QString());
        QCOMPARE(m_world->run(u"insert into app.role_groups (tenant_id, id, name, description, created_at) "
                              "select '%1', app.uuid7(), 'n' || n, E'a\\nb\"c\"\\\\,(d)' || n, now() from generate_series(1, %2 - (select count(*) from app.role_groups where tenant_id = '%1')) as n"_s.arg(alpha).arg(rows)),
                 QString());
        MemoryReplica replica(*person.connection);
        const auto pulled = replica.pull();
        QVERIFY2(pulled, pulled ? "" : qPrintable(describe(pulled.error())));
        const auto table = m_world->owner().exec(
            u"select id, tenant_id, name, description, (extract(epoch from created_at) * 1000000)::bigint, version from app.role_groups where tenant_id = ?"_s, {alpha});
        QVERIFY(table);
        QCOMPARE(table->size(), rows);
        int found = 0;
        for (auto it = replica.rows().cbegin(); it != replica.rows().cend(); ++it)
            found += it.key().scopeKind == 4 && it.key().kind == 6;
        QCOMPARE(found, rows);
        for (const QVariantList &row : table->rows) {
            const QByteArray text = replica.rows().value({4, alpha, 6, row[0].toString()});
            RecordReader reader(text);
            for (const QVariant &value : row)
                QCOMPARE(QString::fromUtf8(reader.next().value_or("null")), value.toString());
        }
    }
    QCOMPARE(m_world->run(u"delete from app.role_groups where description <> ''"_s), QString());
}

// A picture has up to 24 KiB: 500 of them would be a page of 16 MB.
void tst_Pull::pagesOfPicturesAreSmall()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    const QString alpha = tenant(u"alpha"_s);
    for (int n = 0; n < 60; ++n)
        QVERIFY(!QUuid::fromString(m_world->run(u"select test.make_space('%1', '%2')"_s.arg(alpha, person.id))).isNull());
    QCOMPARE(m_world->run(u"insert into app.space_pictures (tenant_id, id, content) select tenant_id, id, decode(repeat('ab', 24576), 'hex') from app.spaces where tenant_id = '%1' on conflict do nothing"_s.arg(alpha)), QString());
    const int pictures = m_world->run(u"select count(*) from app.space_pictures where tenant_id = '%1'"_s.arg(alpha)).toInt();
    QVERIFY(pictures >= 60);
    QVERIFY(person.connection->exec(pulling));
    const auto pages = person.connection->exec(u"select length(page), page from (select api.pull_scope(19::smallint, 4::smallint, ?::uuid) as page) as p"_s, {alpha});
    QVERIFY(person.connection->exec(u"rollback"_s));
    QVERIFY(pages);
    QCOMPARE(pages->size(), (pictures + 24) / 25);
    qsizetype rows = 0;
    for (const QVariantList &page : pages->rows) {
        QVERIFY(page[0].toInt() < 1'000'000);
        rows += page[1].toString().count(u'\n') + 1;
    }
    QCOMPARE(rows, pictures);
}

void tst_Pull::pollThatBringsNothing()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    QVERIFY(person.replica->pull());
    const auto again = person.replica->pull();
    QVERIFY(again);
    QVERIFY(!again->full);
    QVERIFY(person.replica->answer().value(u"scopes"_s).isNull());
    QCOMPARE(again->changedRows + again->newRows, 0);
    QCOMPARE(m_world->run(u"update app.tenants set name = name where name = 'alpha'"_s), QString()); // changes nothing that travels
    const auto unchanged = person.replica->pull();
    QVERIFY(unchanged);
    QCOMPARE(unchanged->changedRows, 0);
}

void tst_Pull::fullAfterPurge()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    const QString alpha = tenant(u"alpha"_s);
    const QString group = m_world->run(u"insert into app.role_groups (tenant_id, id, name, created_at) values ('%1', app.uuid7(), 'short-lived', now()) returning id"_s.arg(alpha));
    QVERIFY(person.replica->pull());
    QVERIFY(person.replica->holds(6, group));
    QCOMPARE(m_world->run(u"delete from app.role_groups where id = '%1'"_s.arg(group)), QString());
    // Young entries stay: the client is told that the row went.
    QCOMPARE(m_world->run(u"select worker.purge_feed('90 days')"_s), u"0"_s);
    MemoryReplica early(*person.connection);
    QVERIFY(early.pull());
    QVERIFY(m_world->run(u"select worker.purge_feed('0')"_s).toInt() >= 2);
    QCOMPARE(m_world->run(u"select count(*) from app.feed where gone and row_xid < pg_snapshot_xmin(pg_current_snapshot())"_s), u"0"_s);
    const auto late = person.replica->pull();
    QVERIFY(late);
    QVERIFY(late->full);
    QVERIFY(!person.replica->holds(6, group));
    // Whoever had pulled since misses nothing and goes on.
    const auto goesOn = early.pull();
    QVERIFY(goesOn);
    QVERIFY(!goesOn->full);
    QCOMPARE(differenceToFreshPull(person), QString());
}

void tst_Pull::fullInAnotherFeed_data()
{
    QTest::addColumn<QString>("find");
    QTest::addColumn<QString>("replace");
    QTest::addRow("another generation") << u"^[0-9a-f]{8}"_s << u"00000000"_s;
    QTest::addRow("another system") << u"/[0-9]+/"_s << u"/1/"_s;
    QTest::addRow("from the future") << u"[0-9]+:[0-9]+:[0-9,]*$"_s << u"99999999:99999999:"_s;
    QTest::addRow("no snapshot") << u"[0-9]+:[0-9]+:[0-9,]*$"_s << u"5:3:9,1"_s;
    QTest::addRow("nonsense") << u".*"_s << u"'; drop table app.feed"_s;
}

void tst_Pull::fullInAnotherFeed()
{
    QFETCH(QString, find);
    QFETCH(QString, replace);
    FeedWorld::Person &person = administrator(u"alpha"_s);
    QVERIFY(person.replica->pull());
    QString cursor = person.replica->cursor();
    cursor.replace(QRegularExpression(find), replace);
    QVERIFY(cursor != person.replica->cursor());
    // Such a cursor gives no changes …
    QVERIFY(person.connection->exec(pulling));
    const auto changes = person.connection->exec(u"select api.pull_changes(?, '[{\"k\": 1, \"id\": \"00000000-0000-0000-0000-000000000000\"}]')"_s, {cursor});
    QVERIFY(person.connection->exec(u"rollback"_s));
    QVERIFY(!changes);
    QCOMPARE(server::sqlState(changes.error()), u"TY400"_s);
    // … and everything comes afresh.
    person.replica->setCursor(cursor);
    const auto pulled = person.replica->pull();
    QVERIFY2(pulled, pulled ? "" : qPrintable(describe(pulled.error())));
    QVERIFY(pulled->full);
    QCOMPARE(differenceToFreshPull(person), QString());
}

// OPM-6: who read what, and what was refused, whatever the reader then rolls back.
void tst_Pull::readingIsLogged()
{
    FeedWorld::Person &person = administrator(u"beta"_s);
    const auto lines = [&](const QString &event) {
        int found = 0;
        QFile file(m_world->cluster().directory() + u"/server.log"_s);
        const QList<QByteArray> entries = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
        for (const QByteArray &entry : entries) {
            const QJsonObject said = QJsonDocument::fromJson(entry.mid(entry.indexOf('{'))).object();
            found += said.value(u"tenantry"_s).toString() == event && said.value(u"actor"_s).toString() == person.id;
        }
        return found;
    };
    QCOMPARE(lines(u"pull_scope"_s), 0);
    QVERIFY(person.replica->pull());
    QTRY_VERIFY(lines(u"pull_begin"_s) > 0 && lines(u"pull_scope"_s) > 5 && lines(u"pull_changes"_s) == 1);
    QVERIFY(person.replica->pull());
    const QString sql = u"select api.pull_scope(2::smallint, 4::smallint, '%1')"_s.arg(tenant(u"alpha"_s));
    QCOMPARE(refusal(person, pulling, sql), u"TY403"_s); // rolled back
    QTRY_COMPARE(lines(u"refused_access"_s), 1);
    QCOMPARE(lines(u"pull_changes"_s), 1); // a poll that brought nothing says nothing
}

// MEM-8
void tst_Pull::countsOfHolders()
{
    FeedWorld::Person &person = m_world->personBy(u"select id from app.users where name = 'newcomer'"_s);
    FeedWorld::Person &member = m_world->personBy(u"select u.id from app.users as u join app.tenants as t on t.id = u.tenant_id and t.name = 'alpha' "
                                                  "where u.id <> t.administrator_id and u.id not in (select user_id from app.grants where user_id is not null) limit 1"_s);
    const QString space = m_world->run(u"select test.make_space((select id from app.tenants where name = 'alpha'), (select administrator_id from app.tenants where name = 'alpha'))"_s);
    const QString grant = u"insert into app.grants (tenant_id, id, space_id, user_id, role, granted_by, granted_at) select tenant_id, app.uuid7(), id, '%1', 'viewer', created_by, now() from app.spaces where id = '%2'"_s;
    QCOMPARE(m_world->run(grant.arg(member.id, space)), QString());
    QVERIFY(member.replica->pull());
    QCOMPARE(member.replica->answer().value(u"counts"_s).toObject().value(space).toInt(), 2);
    QVERIFY(member.replica->pull());
    QVERIFY(!member.replica->answer().value(u"counts"_s).toObject().contains(space)); // as before
    QCOMPARE(m_world->run(grant.arg(person.id, space)), QString());
    QVERIFY(member.replica->pull());
    QCOMPARE(member.replica->answer().value(u"counts"_s).toObject().value(space).toInt(), 3);
    // Who holds something on a resource alone isn't in the list of the space's members.
    const QString resource = m_world->run(u"select id from app.resources where space_id = '%1' limit 1"_s.arg(space));
    QCOMPARE(m_world->run(u"insert into app.grants (tenant_id, id, space_id, resource_id, user_id, role, granted_by, granted_at)"
                          " select tenant_id, app.uuid7(), id, '%3', '%1', 'viewer', created_by, now() from app.spaces where id = '%2'"_s
                              .arg(m_world->run(u"select id from app.users where id not in (select user_id from app.grants where user_id is not null and space_id = '%1') limit 1"_s.arg(space)), space, resource)), QString());
    QVERIFY(member.replica->pull());
    QCOMPARE(member.replica->answer().value(u"counts"_s).toObject().value(space).toInt(), 3);
    // Outsiders get no number.
    QVERIFY(person.replica->pull());
    QVERIFY(person.replica->holds(8, space));
    QVERIFY(!person.replica->answer().value(u"counts"_s).toObject().contains(space));
}

// SPC-8: whoever sees a space sees who owns each of its resources, and no other grant on them.
void tst_Pull::ownersOfResourcesAreShownInTheSpace()
{
    FeedWorld::Person &person = m_world->personBy(u"select id from app.users where name = 'newcomer'"_s);
    const QString space = m_world->run(u"select test.make_space(id, administrator_id) from app.tenants where name = 'alpha'"_s);
    const QString give = u"insert into app.grants (tenant_id, id, space_id, resource_id, user_id, role, granted_by, granted_at)"
                         " select s.tenant_id, app.uuid7(), s.id, %2, %3, '%4', s.created_by, now() from app.spaces as s where s.id = '%1'"_s;
    const QString resource = u"(select min(id::text)::uuid from app.resources where space_id = s.id)"_s;
    const QString other = u"(select min(id::text)::uuid from app.users where tenant_id = s.tenant_id and id <> s.created_by)"_s;
    for (const QString &each : {give.arg(space, u"null"_s, u"'%1'"_s.arg(person.id), u"viewer"_s), give.arg(space, resource, u"s.created_by"_s, u"owner"_s),
                                give.arg(space, resource, other, u"editor"_s)})
        QCOMPARE(m_world->run(each), QString());
    QVERIFY(person.replica->pull());
    const auto idOf = [&](const QString &role) { return m_world->run(u"select id from app.grants where space_id = '%1' and resource_id is not null and role = '%2'"_s.arg(space, role)); };
    QVERIFY(person.replica->holds(10, idOf(u"owner"_s)));
    QVERIFY(!person.replica->holds(10, idOf(u"editor"_s)));
}

// A large change elsewhere costs nobody else anything.
void tst_Pull::bystanderPaysNothing()
{
    FeedWorld::Person &person = administrator(u"alpha"_s);
    QVERIFY(person.replica->pull());
    const QString beta = tenant(u"beta"_s);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_world->run(u"insert into app.role_groups (tenant_id, id, name, created_at) select '%1', app.uuid7(), 'g', now() from generate_series(1, 100000)"_s.arg(beta)), QString());
    const qint64 writing = timer.restart();
    const auto pulled = person.replica->pull();
    const qint64 pulling = timer.elapsed();
    QVERIFY(pulled);
    QCOMPARE(pulled->changedRows, 0);
    QVERIFY2(pulling < 1000, qPrintable(QString::number(pulling)));
    qInfo("100,000 rows of another tenant written in %lld ms, a bystander's pull took %lld ms", (long long)writing, (long long)pulling);
}

QTEST_GUILESS_MAIN(tst_Pull)
#include "tst_pull.moc"
