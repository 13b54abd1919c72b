// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/replica/storefixture.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

namespace {

const Scope tenantScope{ScopeKind::Tenant, QUuid::createUuidV5(QUuid(), u"t"_s), {}};
const Scope peopleScope{ScopeKind::People, QUuid::createUuidV5(QUuid(), u"t"_s), {}};
const Scope personScope{ScopeKind::Person, QUuid::createUuidV5(QUuid(), u"p"_s), {}};

QUuid idOf(int n)
{
    return QUuid::createUuidV5(QUuid(), QString::number(n));
}

QByteArray rowOf(int n, int version = 1)
{
    return "(" + idOf(n).toByteArray(QUuid::WithoutBraces) + ",\"王小明\",wang@example.com,+8613800138000," +
           QByteArray::number(version) + ")";
}

PullMark markAt(qint64 seconds)
{
    PullMark mark;
    mark.cursor = u"cursor"_s;
    mark.serverTime = fromMicroseconds(seconds * 1'000'000);
    return mark;
}

// What must be in the replica, kept in the simplest way.
struct Model
{
    QMap<std::pair<int, QUuid>, std::pair<QByteArray, QSet<Scope>>> rows;

    void put(const Scope &scope, RowKind kind, const QUuid &id, const QByteArray &row)
    {
        auto &entry = rows[{int(kind), id}];
        entry.first = row;
        entry.second.insert(scope);
    }
    void remove(const Scope &scope, RowKind kind, const QUuid &id)
    {
        const auto entry = rows.find({int(kind), id});
        if (entry != rows.end() && entry->second.remove(scope) && entry->second.isEmpty())
            rows.erase(entry);
    }
    void drop(const Scope &scope)
    {
        for (auto entry = rows.begin(); entry != rows.end();)
            entry =
                entry->second.remove(scope) && entry->second.isEmpty() ? rows.erase(entry) : std::next(entry);
    }
    [[nodiscard]] Content content() const
    {
        Content content;
        for (auto entry = rows.cbegin(); entry != rows.cend(); ++entry)
            content.insert(entry.key(), entry->first);
        return content;
    }
};

} // namespace

class TestReplica final : public QObject
{
    Q_OBJECT

private:
    struct Opened
    {
        Result<std::unique_ptr<Replica>> replica;
        Content seen;
        [[nodiscard]] QString code() const { return replica ? QString() : replica.error().code; }
    };

    [[nodiscard]] ReplicaOptions options() const
    {
        return {.folder = m_folder->path(), .expected = {}, .notPulledBefore = {}, .gate = m_gate};
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(Replica::fileName()); }
    [[nodiscard]] Opened open(std::optional<ReplicaOptions> given = {}) const
    {
        Content seen;
        auto replica = Replica::open(given.value_or(options()), m_key, collectInto(seen));
        return {std::move(replica), seen};
    }
    // `count` rows of the tenant in pages, some of them changed and some removed later.
    void fill(int count);
    void runSql(const QString &sql, const QVariantList &binds = {}) const;
    [[nodiscard]] QVariant sqlValue(const QString &sql) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    SecretBytes m_key = SecretBytes::random(32);
    AccessGate m_gate;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_gate = {};
    }
    void keepsRowsWhileAScopeHoldsThem();
    void equalsANaiveModel();
    void tellsWhatChanged();
    void rollsBack();
    void staysShutWhenTheLeaseIsOver();
    void wantsItsKey();
    void showsNothingInClear();
    void noticesChangedSeals_data();
    void noticesChangedSeals();
    void noticesAnyFlippedByte();
    void noticesAnOlderCopy();
    void replacesTheOldOneOnlyWhenDone();
    void convergesAfterEachFailedAccess();
};

void TestReplica::fill(int count)
{
    auto built = Replica::build(options(), m_key);
    QVERIFY(built);
    Replica &replica = **built;
    replica.addScope(tenantScope);
    for (int i = 0; i < count; ++i)
        QVERIFY(replica.put(tenantScope, i % 3 ? RowKind::Grant : RowKind::User, idOf(i), rowOf(i)));
    QVERIFY(replica.commit(markAt(1000)));
    QVERIFY(replica.install());
    QVERIFY(replica.beginPull());
    for (int i = 0; i < count; i += 10)
        QVERIFY(replica.put(tenantScope, i % 3 ? RowKind::Grant : RowKind::User, idOf(i), rowOf(i, 2)));
    for (int i = 5; i < count; i += 50)
        QVERIFY(replica.remove(tenantScope, i % 3 ? RowKind::Grant : RowKind::User, idOf(i)));
    QVERIFY(replica.commit(markAt(1010)));
}

void TestReplica::runSql(const QString &sql, const QVariantList &binds) const
{
    auto file = SqliteFile::open(path(), Durability::Crash);
    QVERIFY(file && (*file)->run(sql, binds));
}

QVariant TestReplica::sqlValue(const QString &sql) const
{
    return SqliteFile::open(path(), Durability::Crash).value()->value(sql).value();
}

void TestReplica::keepsRowsWhileAScopeHoldsThem()
{
    auto built = Replica::build(options(), m_key);
    QVERIFY(built);
    Replica &replica = **built;
    for (const Scope &scope : {tenantScope, personScope})
        replica.addScope(scope);
    QVERIFY(replica.put(tenantScope, RowKind::User, idOf(1), rowOf(1)));
    QVERIFY(replica.put(personScope, RowKind::User, idOf(1), rowOf(1)));
    QVERIFY(replica.put(tenantScope, RowKind::UserPrivate, idOf(1), rowOf(2))); // the same ID, another kind
    QVERIFY(replica.commit(markAt(1)));
    QVERIFY(replica.install());
    QCOMPARE(replica.scopesOf(RowKind::User, idOf(1)).size(), 2);

    QVERIFY(replica.beginPull());
    QVERIFY(replica.remove(tenantScope, RowKind::User, idOf(1)));
    QVERIFY(replica.dropScope(tenantScope));
    QVERIFY(replica.commit(markAt(2)));
    const Content one{{{int(RowKind::User), idOf(1)}, rowOf(1)}};
    QCOMPARE(contentOf(replica), one);

    QVERIFY(replica.beginPull());
    QVERIFY(replica.remove(personScope, RowKind::User, idOf(1)));
    QVERIFY(replica.commit(markAt(3)));
    QCOMPARE(contentOf(replica), Content());
    built->reset();
    QCOMPARE(open().seen, Content());
}

// Thousands of random acts; a replica that was closed and opened, or rolled back, must still say the same.
void TestReplica::equalsANaiveModel()
{
    QRandomGenerator random(42);
    const QList<Scope> scopes{tenantScope, peopleScope, personScope};
    Model model;
    auto built = Replica::build(options(), m_key);
    QVERIFY(built);
    std::unique_ptr<Replica> replica = std::move(*built);
    QVERIFY(replica->commit(markAt(0)));
    QVERIFY(replica->install());
    for (int pull = 0; pull < 120; ++pull) {
        const Model before = model;
        QVERIFY(replica->beginPull());
        for (const Scope &scope : scopes) {
            if (replica->scopes().contains(scope) && random.bounded(8) == 0) {
                QVERIFY(replica->dropScope(scope));
                model.drop(scope);
            } else if (!replica->scopes().contains(scope)) {
                replica->addScope(scope);
                for (int i = 0; i < 700; ++i) {
                    const int n = random.bounded(900);
                    model.put(scope, RowKind::Grant, idOf(n), rowOf(n, pull));
                    QVERIFY(replica->put(scope, RowKind::Grant, idOf(n), rowOf(n, pull)));
                }
            }
            for (int i = random.bounded(40); i > 0 && replica->scopes().contains(scope); --i) {
                const int n = random.bounded(900);
                if (random.bounded(2)) {
                    model.put(scope, RowKind::Grant, idOf(n), rowOf(n, pull));
                    QVERIFY(replica->put(scope, RowKind::Grant, idOf(n), rowOf(n, pull)));
                } else {
                    model.remove(scope, RowKind::Grant, idOf(n));
                    QVERIFY(replica->remove(scope, RowKind::Grant, idOf(n)));
                }
            }
        }
        if (random.bounded(6) == 0) {
            replica->rollback();
            model = before;
        } else {
            QVERIFY(replica->commit(markAt(pull)));
        }
        QCOMPARE(contentOf(*replica), model.content());
        if (random.bounded(4) == 0) {
            replica.reset();
            Opened again = open();
            QVERIFY2(again.replica, qPrintable(again.code()));
            replica = std::move(*again.replica);
            QCOMPARE(again.seen, model.content());
        }
    }
}

void TestReplica::tellsWhatChanged()
{
    fill(2000);
    auto opened = open();
    Replica &replica = **opened.replica;
    QVERIFY(replica.beginPull());
    QVERIFY(replica.put(tenantScope, RowKind::User, idOf(0), rowOf(0, 7)));
    QVERIFY(replica.remove(tenantScope, RowKind::Grant, idOf(1)));
    QVERIFY(replica.commit(markAt(1)));
    const auto changes = replica.takeChanges();
    QVERIFY(changes);
    QCOMPARE(changes->size(), 2);
    QCOMPARE(changes->value({quint8(RowKind::User), idOf(0)}), std::optional(rowOf(0, 7)));
    QCOMPARE(changes->value({quint8(RowKind::Grant), idOf(1)}), std::optional<QByteArray>());

    QVERIFY(replica.beginPull());
    QVERIFY(replica.dropScope(tenantScope));
    const qint64 held = opened.seen.size() - 1;
    QVERIFY(replica.commit(markAt(2)));
    QCOMPARE(replica.takeChanges()->size(), held);
    QCOMPARE(contentOf(replica), Content());
    opened.replica->reset();
    QCOMPARE(sqlValue(u"select count(*) from pages"_s).toInt(), 0); // nothing of it stays, sealed or not
    QCOMPARE(sqlValue(u"select count(*) from rows"_s).toInt(), 0);
}

void TestReplica::rollsBack()
{
    fill(1200);
    auto opened = open();
    Replica &replica = **opened.replica;
    QVERIFY(replica.beginPull());
    replica.addScope(personScope);
    QVERIFY(replica.put(personScope, RowKind::User, idOf(5000), rowOf(5000)));
    QVERIFY(replica.dropScope(tenantScope));
    replica.rollback();
    QCOMPARE(contentOf(replica), opened.seen);
    QCOMPARE(replica.scopes(), QList<Scope>{tenantScope});
    QVERIFY(replica.beginPull());
    QVERIFY(replica.commit(markAt(5)));
    opened.replica->reset();
    QCOMPARE(open().seen.size(), opened.seen.size());
}

// SEC-4
void TestReplica::staysShutWhenTheLeaseIsOver()
{
    fill(10); // pulled at 1010 s
    ReplicaOptions late = options();
    late.notPulledBefore = fromMicroseconds(1010'000'001);
    QCOMPARE(open(late).code(), u"replica.lease_over"_s);
    late.notPulledBefore = fromMicroseconds(1010'000'000);
    QVERIFY(open(late).replica);
}

void TestReplica::wantsItsKey()
{
    QCOMPARE(open().code(), u"replica.none"_s);
    fill(10);
    m_key = SecretBytes::random(32);
    QCOMPARE(open().code(), u"replica.damaged"_s);
}

// SEC-4: `strings` over replica and log finds no name, mail or phone.
void TestReplica::showsNothingInClear()
{
    fill(1500);
    const auto opened = open();
    QVERIFY((*opened.replica)->beginPull());
    QVERIFY((*opened.replica)->put(tenantScope, RowKind::User, idOf(1), rowOf(1, 9)));
    QVERIFY((*opened.replica)->commit(markAt(1)));
    QVERIFY(QFile::exists(path() + u"-wal"_s));
    for (const QString &text : {u"王小明"_s, u"wang@"_s, u"example"_s, u"13800138"_s, u"cursor"_s})
        QCOMPARE(filesWith(m_folder->path(), text), QStringList());
}

void TestReplica::noticesChangedSeals_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("byte of a page")
        << u"update pages set sealed = substr(sealed, 1, 700) || x'00' || substr(sealed, 702) where page = 1"_s;
    QTest::newRow("end of a page")
        << u"update pages set sealed = substr(sealed, 1, length(sealed) - 1) where page = 2"_s;
    QTest::newRow("byte of a row")
        << u"update rows set sealed = x'ff' || substr(sealed, 2) where id = (select min(id) from rows)"_s;
    QTest::newRow("row removed") << u"delete from rows where id = (select min(id) from rows)"_s;
    QTest::newRow("page removed") << u"delete from pages where page = 2"_s;
    QTest::newRow("page doubled")
        << u"insert into pages select page + 1000, kind, sealed from pages where page = 1"_s;
    QTest::newRow("page of another kind") << u"update pages set kind = 3 where page = 1"_s;
    QTest::newRow("pages exchanged")
        << u"update pages set sealed = (select p.sealed from pages p where p.page <> pages.page and p.kind = pages.kind limit 1)"_s;
    QTest::newRow("row under another id")
        << u"update rows set id = randomblob(16) where id = (select min(id) from rows)"_s;
    QTest::newRow("row doubled")
        << u"insert into rows select kind, randomblob(16), sealed from rows limit 1"_s;
    QTest::newRow("row under another kind") << u"insert into rows select 5, id, sealed from rows limit 1"_s;
    QTest::newRow("unknown kind") << u"update pages set kind = 77 where page = 1"_s;
    QTest::newRow("manifest")
        << u"update meta set value = substr(value, 1, 50) || x'00' || substr(value, 52) where key = 'manifest'"_s;
    QTest::newRow("no manifest") << u"delete from meta where key = 'manifest'"_s;
    QTest::newRow("scopes")
        << u"update meta set value = substr(value, 1, 20) || x'00' || substr(value, 22) where key = 'scopes'"_s;
    QTest::newRow("data key") << u"update meta set value = randomblob(length(value)) where key = 'key'"_s;
    QTest::newRow("replica") << u"update meta set value = randomblob(16) where key = 'replica'"_s;
    QTest::newRow("openings") << u"update openings set salt = randomblob(16)"_s;
}

void TestReplica::noticesChangedSeals()
{
    QFETCH(QString, sql);
    fill(2500);
    QVERIFY(open().replica);
    runSql(sql);
    QCOMPARE(open().code(), u"replica.damaged"_s);
}

// Whatever byte of the file is changed: either it is noticed, or it makes no difference (unused space).
void TestReplica::noticesAnyFlippedByte()
{
    fill(1100);
    const Content whole = open().seen;
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    int noticed = 0;
    for (qint64 at = 17; at < size; at += size / 400 + 1) {
        char byte = 0;
        file.seek(at);
        file.getChar(&byte);
        file.seek(at);
        file.putChar(char(byte ^ 0x20));
        file.flush();
        const Opened opened = open();
        noticed += opened.replica ? 0 : 1;
        if (opened.replica)
            QCOMPARE(opened.seen, whole);
        QVERIFY(SqliteFile::removeLog(path()));
        file.seek(at);
        file.putChar(byte);
        file.flush();
    }
    QVERIFY(noticed > 200);
    QCOMPARE(open().seen, whole);
}

void TestReplica::noticesAnOlderCopy()
{
    fill(600);
    const QString copy = m_folder->filePath(u"copy"_s);
    QVERIFY(QFile::copy(path(), copy));
    const QByteArray oldRow =
        sqlValue(u"select sealed from rows where kind = 2 order by id limit 1"_s).toByteArray();
    const QByteArray oldId =
        sqlValue(u"select id from rows where kind = 2 order by id limit 1"_s).toByteArray();
    ReplicaOptions given = options();
    {
        const auto opened = open();
        QVERIFY((*opened.replica)->beginPull());
        QVERIFY((*opened.replica)->put(tenantScope, RowKind::User, QUuid::fromRfc4122(oldId), rowOf(0, 99)));
        QVERIFY((*opened.replica)->commit(markAt(1020)));
        given.expected = {{(*opened.replica)->id(), (*opened.replica)->manifest().serial}};
    }
    QVERIFY(open(given).replica);
    const QByteArray newRow =
        sqlValue(u"select sealed from rows where kind = 2 order by id limit 1"_s).toByteArray();
    runSql(u"update rows set sealed = ? where id = ?"_s, {oldRow, oldId});
    QCOMPARE(open(given).code(), u"replica.damaged"_s); // one row rolled back
    runSql(u"update rows set sealed = ? where id = ?"_s, {newRow, oldId});
    QVERIFY(open(given).replica);

    QVERIFY(QFile::remove(path()) && QFile::copy(copy, path()));
    QVERIFY(open().replica); // whole in itself, but older than what is known
    QCOMPARE(open(given).code(), u"replica.rolled_back"_s);
    fill(3); // a new build: the known one is another
    QCOMPARE(open(given).code(), u"replica.rolled_back"_s);
}

void TestReplica::replacesTheOldOneOnlyWhenDone()
{
    fill(100);
    const Content whole = open().seen;
    auto built = Replica::build(options(), m_key);
    QVERIFY(built);
    (*built)->addScope(tenantScope);
    QVERIFY((*built)->put(tenantScope, RowKind::User, idOf(1), rowOf(1)));
    QCOMPARE(open().seen, whole);
    QVERIFY((*built)->commit(markAt(1)));
    QCOMPARE(open().seen, whole);
    QVERIFY((*built)->install());
    built->reset();
    QCOMPARE(open().seen.size(), 1);
}

// Fails the Nth access for N = 0, 1, 2 … until none fails: after each failure the replica is what it was, and
// the same pull then succeeds.
void TestReplica::convergesAfterEachFailedAccess()
{
    fill(1300);
    int countdown = -1;
    m_gate = [&countdown] { return countdown < 0 || countdown-- > 0; };
    auto opened = open();
    Replica &replica = **opened.replica;
    Model model;
    const auto pull = [&](int version) -> Result<void> {
        return replica.beginPull()
            .and_then([&] { return replica.dropScope(peopleScope); })
            .and_then([&] {
                replica.addScope(personScope);
                return replica.put(personScope, RowKind::User, idOf(9000 + version), rowOf(1));
            })
            .and_then([&] { return replica.put(tenantScope, RowKind::User, idOf(3), rowOf(3, version)); })
            .and_then([&] { return replica.remove(tenantScope, RowKind::Grant, idOf(1 + 3 * version)); })
            .and_then([&] { return replica.dropScope(personScope); })
            .and_then([&] { return replica.commit(markAt(version)); });
    };
    int failures = 0;
    for (int n = 0;; ++n) {
        const Content before = contentOf(replica);
        countdown = n;
        const auto pulled = pull(n);
        countdown = -1;
        if (pulled)
            break;
        ++failures;
        replica.rollback();
        QCOMPARE(contentOf(replica), before);
    }
    QVERIFY(failures > 8);
    const Content after = contentOf(replica);
    QCOMPARE(after.size(), opened.seen.size() - 1);
    opened.replica->reset();
    QCOMPARE(open().seen, after);
}

QTEST_GUILESS_MAIN(TestReplica)
#include "tst_replica.moc"
