// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/workerthread.h"
#include "tests/schema/schemaworld.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

// Design §3 "Worker", on a real server.
class TestWorker : public QObject
{
    Q_OBJECT

    test::SchemaWorld m_world;

    jobs::WorkerOptions options(const QString &holder) const
    {
        jobs::WorkerOptions options;
        options.connection.tellMessages = true;
        options.connection.profile = const_cast<test::SchemaWorld &>(m_world).cluster().ownerProfile();
        options.connection.applicationName = u"worker of a test"_s;
        options.holder = holder;
        options.sealEvery = std::chrono::milliseconds(30);
        options.watchEvery = std::chrono::milliseconds(30);
        options.retryEvery = std::chrono::milliseconds(50);
        return options;
    }
    QString unsealed() const
    {
        return m_world.sql(u"select count(*) from app.audit_entries where seal_number is null"_s);
    }

    QString pending() const
    {
        return m_world.must(u"select count(*) from app.users where status = 'pending_activation'"_s);
    }
    /// Accounts that nobody activated for long.
    void makePending(int count) const
    {
        m_world.must(
            u"select count(app.add_pending(gen_random_uuid() || '@example.com', 'Pia Pending')) from generate_series(1, ?) as n"_s,
            {count});
        m_world.must(
            u"update app.users set created_at = app.now() - interval '1 year' where status = 'pending_activation'"_s);
    }
    QString purged(const QString &holder) const
    {
        return m_world.must(u"select worker.purge_pending(?, '0 s')"_s, {holder});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_world.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }

    void sealsWhatWasDone() // AUD-1
    {
        QVERIFY(unsealed() != u"0");
        jobs::WorkerThread worker(options(u"a"_s));
        QString fault;
        connect(worker.worker(), &jobs::Worker::failed, this,
                [&fault](const Error &error) { fault = test::describe(error); });
        worker.start();
        QTRY_COMPARE(unsealed(), u"0"_s);
        const auto answer =
            m_world.execute(m_world.homeless, {u"tenant_application_submit"_s,
                                               m_world.tenantForm(u"封存测试租户"_s, u"SEALED"_s)});
        QVERIFY2(answer.isDone(), qPrintable(answer.text() + fault));
        QTRY_COMPARE(unsealed(), u"0"_s);
        QCOMPARE(fault, QString());
        QCOMPARE(
            m_world.sql(
                u"select count(*) from (select worker.verify_audit(tenant_id) as v from app.audit_heads) as q where not (v ->> 'ok')::boolean"_s),
            u"0"_s);
    }

    void onlyOneActsAndTheNextTakesOver()
    {
        auto first = std::make_unique<jobs::WorkerThread>(options(u"first"_s));
        QSignalSpy firstActive(first->worker(), &jobs::Worker::activeChanged);
        first->start();
        QTRY_COMPARE(firstActive.size(), 1);
        jobs::WorkerThread second(options(u"second"_s));
        QSignalSpy secondActive(second.worker(), &jobs::Worker::activeChanged);
        second.start();
        QTRY_COMPARE(
            m_world.sql(
                u"select count(*) from pg_stat_activity where application_name = 'worker of a test'"_s),
            u"2"_s);
        QCOMPARE(secondActive.size(), 0);
        first.reset(); // gives the lease back
        QTRY_COMPARE(secondActive.size(), 1);
    }

    void endsTransactionsThatHoldEverybodyBack()
    {
        const auto person = m_world.connect(m_world.outsider);
        QVERIFY(person->exec(u"begin"_s));
        const auto answer =
            m_world.execute(*person, {u"notifications_read"_s, {{u"notification_ids"_s, QJsonArray()}}});
        QVERIFY2(answer.sqlState.isEmpty(), qPrintable(answer.text()));
        const auto owner = m_world.cluster().ownerConnection();
        QCOMPARE(owner->exec(u"select count(*) from worker.end_long_transactions('0 s')"_s)->value().toInt(),
                 1);
        QVERIFY(!person->exec(u"select 1"_s));
    }

    void findsPasswordsSetPastUs() // SEC-5
    {
        jobs::WorkerOptions often = options(u"watchful"_s);
        often.passwordsEvery = std::chrono::milliseconds(30);
        jobs::WorkerThread worker(often);
        QSignalSpy found(worker.worker(), &jobs::Worker::foundForeignPasswords);
        worker.start();
        QVERIFY(m_world.connect(m_world.homeless)
                    ->exec(u"alter role current_user password 'set by whoever sat there'"_s));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().first().toInt(), 1);
        QCOMPARE(m_world.must(u"select count(*) from app.notifications where kind = 'password_changed'"_s),
                 u"1"_s);
    }

    void onlyTheHolderDropsAccountsAndKeepsTheLease() // ACC-3; design §3: two workers never both act
    {
        makePending(3);
        m_world.must(u"update app.worker_lease set holder = 'a', until = clock_timestamp() + interval '2 s'"_s);
        QCOMPARE(purged(u"b"_s), u"0"_s);
        QCOMPARE(pending(), u"3"_s);
        QCOMPARE(purged(u"a"_s), u"1"_s); // a turn has no time for more
        QCOMPARE(m_world.must(u"select until > clock_timestamp() + interval '10 s' from app.worker_lease"_s), u"t"_s);
        // While a turn is on its way nobody takes the lease, even if it ran out meanwhile.
        const auto first = m_world.cluster().ownerConnection(), second = m_world.cluster().ownerConnection();
        m_world.must(u"update app.worker_lease set until = clock_timestamp() + interval '500 ms'"_s);
        QVERIFY(first->exec(u"begin"_s) && first->exec(u"select worker.purge_pending('a', '0 s')"_s));
        QTRY_COMPARE(m_world.must(u"select until < clock_timestamp() from app.worker_lease"_s), u"t"_s);
        QCOMPARE(server::sqlState(second->exec(u"select worker.take_lease('b')"_s).error()), u"55P03"_s); // waited in vain
        QVERIFY(first->exec(u"commit"_s));
        m_world.must(u"update app.worker_lease set until = '-infinity'"_s); // 'a' was silent for too long
        QCOMPARE(m_world.must(u"select worker.take_lease('b')"_s), u"t"_s);
        QCOMPARE(purged(u"a"_s), u"0"_s);
        QCOMPARE(pending(), u"1"_s);
        QCOMPARE(purged(u"b"_s), u"1"_s);
    }

    void twoWorkersDropEachAccountOnce() // ACC-3
    {
        makePending(300);
        const QString before = m_world.must(u"select count(*) from app.audit_entries where kind = 'account_purged'"_s);
        m_world.must(u"update app.worker_lease set holder = null, until = '-infinity'"_s);
        jobs::WorkerThread first(options(u"first"_s)), second(options(u"second"_s));
        first.start();
        second.start();
        QTRY_COMPARE_WITH_TIMEOUT(pending(), u"0"_s, 60'000);
        QCOMPARE(m_world.must(u"select count(*) - ? from app.audit_entries where kind = 'account_purged'"_s, {before.toInt()}), u"300"_s);
        QTRY_COMPARE(unsealed(), u"0"_s);
    }

    void goesOnAfterTheServerWasAway()
    {
        jobs::WorkerThread worker(options(u"patient"_s));
        QSignalSpy active(worker.worker(), &jobs::Worker::activeChanged);
        QSignalSpy failed(worker.worker(), &jobs::Worker::failed);
        worker.start();
        QTRY_COMPARE(active.size(), 1);
        m_world.cluster().killHard();
        QTRY_VERIFY(failed.size() > 0);
        QVERIFY(m_world.cluster().start().isEmpty());
        QTRY_VERIFY(active.size() >= 3 && active.last().first().toBool());
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
