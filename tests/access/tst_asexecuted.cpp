// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/accessbasis.h"
#include "core/access/whatif.h"
#include "tests/access/executedworld.h"

#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

using Given = tenantry::Command;

/// Consoles beside a real server: what they foretell of a command is what the server makes of it (PRM-5).
class TestAsExecuted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIfIsWhatTheServerDoes_data();
    void whatIfIsWhatTheServerDoes();

private:
    void compare(const Person &who, const Given &command);
    /// What the owner of the spaces, who sees only some people, foretells with the server's help.
    [[nodiscard]] QStringList foretoldToOwner(const Given &command, Instant now);

    ExecutedWorld m_world;
    std::unique_ptr<server::Connection> m_ownersConnection;
    std::unique_ptr<MemoryReplica> m_ownersReplica;
    int m_askedByOwner = 0; ///< what-ifs with the server's help, of commands that were done
    QSet<QString> m_kinds;  ///< of commands that were done
    qsizetype m_compared = 0;
    int m_done = 0;
};

void TestAsExecuted::initTestCase()
{
    const QString error = m_world.prepare();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_ownersConnection = m_world.connect(m_world.ownerA);
    m_ownersReplica = std::make_unique<MemoryReplica>(*m_ownersConnection);
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
        const auto [who, command] = m_world.randomCommand(*m_world.pull());
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
    const SnapshotPtr before = m_world.pull();
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
    const SnapshotPtr after = m_world.pull();
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
    m_world.noteMoment(after);
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
        held.append(
            {ScopeKind(scope.section(u':', 0, 0).toInt()), QUuid::fromString(scope.section(u':', 1)), {}});
    const auto foretold = whatIf({full, now, held, changes, basis->completed});
    if (!foretold)
        return {};
    if ((*foretold)->bound != Bound::Exact)
        QTest::qFail("not exact with the server's help", __FILE__, __LINE__);
    return tests::foundChanges((*foretold)->difference);
}

QTEST_GUILESS_MAIN(TestAsExecuted)
#include "tst_asexecuted.moc"
