// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/replica/replicafixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

namespace {

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

class TestReplica final : public ReplicaFixture
{
    Q_OBJECT

private Q_SLOTS:
    void keepsRowsWhileAScopeHoldsThem();
    void equalsANaiveModel();
    void tellsWhatChanged();
    void rollsBack();
    void staysShutWhenTheLeaseIsOver();
    void replacesTheOldOneOnlyWhenDone();
    void convergesAfterEachFailedAccess();
};

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
