// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/queue.h"
#include "tests/replica/storefixture.h"
#include "tests/sync/enginefixture.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::sync;
using namespace Qt::StringLiterals;

/// What a console keeps on its disk: locked, wiped, too old, damaged, put back, read by somebody else.
class TestEngineStore final : public EngineFixture
{
    Q_OBJECT

private Q_SLOTS:
    void locksAndWipes();
    void staysShutAfterTheLease();
    void rebuildsADamagedReplica();
    void noticesOlderFiles();
    void leavesNothingInClear();
};

// SEC-4
void TestEngineStore::locksAndWipes()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot);
    const std::weak_ptr<const directory::Snapshot> decrypted = root->snapshot;
    root->tell([](Engine &engine) { engine.lock(); });
    QTRY_VERIFY(!root->snapshot);
    QTRY_COMPARE(root->state.store, StoreState::Closed);
    QTRY_VERIFY(decrypted.expired());
    root->submit(decide(ApplicationId(QUuid::createUuid()), Decision::Approve));
    QTRY_COMPARE(root->failures.size(), 1);
    QCOMPARE(root->failures.first().code, u"queue.closed"_s);
    root->tell([](Engine &engine) { engine.start(); });
    QTRY_VERIFY(root->snapshot && root->state.online);
    root->tell([](Engine &engine) { engine.wipe(true); });
    QTRY_VERIFY(root->wiped);
    QCOMPARE(QDir(root->folder.path()).entryList({u"replica*"_s, u"queue*"_s}, QDir::Files), QStringList());
}

// SEC-4
void TestEngineStore::staysShutAfterTheLease()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot);
    root->stop();
    m_world.cluster().stop();
    const auto later = std::make_shared<FixedClock>(SystemClock().now() + std::chrono::hours(24 * 14 + 1));
    root->options.clock = later;
    root->start();
    QTRY_COMPARE(root->state.store, StoreState::LeaseOver);
    QVERIFY(!root->snapshot);
    root->stop();
    later->set(SystemClock().now() - std::chrono::hours(24 * 300)); // turned back: what was over stays over
    root->start();
    QTRY_COMPARE(root->state.store, StoreState::LeaseOver);
    startServer();
    QTRY_COMPARE(root->state.store, StoreState::Open);
    QVERIFY(root->snapshot);
}

void TestEngineStore::rebuildsADamagedReplica()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot);
    root->stop();
    {
        auto file = SqliteFile::open(root->folder.filePath(Replica::fileName()), Durability::Crash);
        QVERIFY(
            file &&
            (*file)->run(
                u"update pages set sealed = substr(sealed, 1, 99) || x'00' || substr(sealed, 101)"_s) &&
            (*file)->run(u"update rows set sealed = substr(sealed, 1, 9) || x'00' || substr(sealed, 11)"_s));
    }
    root->start();
    QTRY_VERIFY(root->snapshot);
    QCOMPARE(root->state.warnings.size(), 1);
    QCOMPARE(root->state.warnings.first().code, u"replica.damaged"_s);
    root->stop();
    root->start();
    QTRY_VERIFY(root->snapshot);
    QVERIFY(root->state.warnings.isEmpty());
}

void TestEngineStore::noticesOlderFiles()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot && root->state.online);
    root->stop();
    const QString replica = root->folder.filePath(Replica::fileName()),
                  queue = root->folder.filePath(Queue::fileName());
    QVERIFY(QFile::copy(replica, replica + u".old"_s) && QFile::copy(queue, queue + u".old"_s));
    const auto putBack = [](const QString &path) {
        return SqliteFile::remove(path) && QFile::copy(path + u".old"_s, path);
    };
    const ApplicationId id = apply();
    root->start();
    QTRY_VERIFY(root->snapshot && root->snapshot->application(id));
    const CommandId command = root->submit(decide(id, Decision::Reject, u"no"_s));
    QTRY_COMPARE(root->outcome(command), u"done"_s);
    QTRY_COMPARE(root->snapshot->application(id)->status, ApplicationStatus::Rejected);
    root->stop();

    QVERIFY(putBack(replica));
    root->start();
    QTRY_VERIFY(root->snapshot);
    QCOMPARE(root->state.warnings.value(0).code, u"replica.rolled_back"_s);
    root->stop();
    QVERIFY(putBack(queue));
    root->start();
    QTRY_VERIFY(root->snapshot);
    QVERIFY(!root->state.warnings.isEmpty());
}

// SEC-4: `strings` over all files of a console at work finds no name, mail, phone or reason.
void TestEngineStore::leavesNothingInClear()
{
    const ApplicationId id = apply();
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot && root->snapshot->application(id));
    root->submit(decide(id, Decision::Reject, u"机密的理由"_s));
    QTRY_COMPARE(root->state.queued, 0);
    QTRY_COMPARE(root->snapshot->application(id)->status, ApplicationStatus::Rejected);
    for (const QString &text : {u"机密的理由"_s, u"Applicant"_s, u"张三"_s, u"zhang@example"_s, u"+86 10"_s,
                                u"because"_s, u"研发部"_s, u"example.com"_s})
        QCOMPARE(filesWith(root->folder.path(), text), QStringList());
    root->stop();
    QCOMPARE(filesWith(root->folder.path(), u"Applicant"_s), QStringList());
}

QTEST_GUILESS_MAIN(TestEngineStore)
#include "tst_enginestore.moc"
