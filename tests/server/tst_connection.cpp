// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/connection.h"
#include "tests/support/testcluster.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry;
using namespace tenantry::server;
using tenantry::test::describe;
using tenantry::test::TestCluster;

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_cluster.create(TestCluster::Schema::Without);
        QVERIFY2(error.isEmpty(), qPrintable(error));
        QCOMPARE(m_cluster.psql(u"create role person login password 'right password'"_s), QString());
    }

    void endsQuietlyAfterItsServer_data()
    {
        QTest::addColumn<bool>("notices");
        QTest::newRow("noticed by a statement") << true;
        QTest::newRow("not noticed") << false;
    }
    void endsQuietlyAfterItsServer() // APP-8: the private server may be the first to go
    {
        QFETCH(bool, notices);
        const auto sql = u"select ?::int + 1"_s;
        auto ended = m_cluster.ownerConnection(), opened = m_cluster.ownerConnection();
        for (const auto &connection : {ended.get(), opened.get()})
            QCOMPARE(connection->exec(sql, {1})->value().toInt(), 2);
        m_cluster.stop();
        QTest::failOnWarning(QRegularExpression(u"Unable to free statement"_s));
        if (notices)
            for (const auto &connection : {ended.get(), opened.get()})
                QVERIFY(!connection->exec(sql, {1}));
        ended.reset();
        QCOMPARE(m_cluster.start(), QString());
        QVERIFY(opened->reopen());
        QCOMPARE(opened->exec(sql, {1})->value().toInt(), 2);
    }

    void readsAndWrites()
    {
        const auto connection = m_cluster.ownerConnection();
        QVERIFY(connection->exec(u"create temp table t (id int, name text, at timestamptz, data jsonb)"_s));
        const auto written =
            connection->exec(u"insert into t values (?, ?, now(), ?), (2, null, null, null)"_s,
                             {1, u"张三 'x'; --"_s, uR"({"a": 1})"_s});
        QVERIFY2(written, qPrintable(describe(written)));
        QCOMPARE(written->affected, 2);
        const auto read = connection->exec(u"select id, name, data->>'a' as a from t order by id"_s);
        QVERIFY(read);
        QCOMPARE(read->columns, (QStringList{u"id"_s, u"name"_s, u"a"_s}));
        QCOMPARE(read->size(), 2);
        QCOMPARE(read->value(0, u"name"_s).toString(), u"张三 'x'; --"_s);
        QVERIFY(read->value(1, u"name"_s).isNull());
        // The same prepared statement again, with other values.
        QCOMPARE(connection->exec(u"select ?::int + 1"_s, {1})->value().toInt(), 2);
        QCOMPARE(connection->exec(u"select ?::int + 1"_s, {41})->value().toInt(), 42);
    }

    void streamsAndStopsEarly()
    {
        const auto connection = m_cluster.ownerConnection();
        qint64 sum = 0;
        const auto all = connection->stream(u"select i from generate_series(1, ?) i"_s, {100'000},
                                            [&](const QSqlQuery &row) {
                                                sum += row.value(0).toLongLong();
                                                return true;
                                            });
        QVERIFY(all);
        QCOMPARE(*all, 100'000);
        QCOMPARE(sum, 5'000'050'000LL);
        const auto some = connection->stream(
            u"select i, pg_sleep(case when i > 5000 then 60 end) from generate_series(1, 10000) i"_s, {},
            [&](const QSqlQuery &row) { return row.value(0).toInt() < 10; });
        QVERIFY(some);
        QCOMPARE(*some, 10);
        QCOMPARE(connection->exec(u"select 1"_s)->value().toInt(), 1);
    }

    void streamReportsAnErrorInTheMiddle()
    {
        const auto connection = m_cluster.ownerConnection();
        const auto result = connection->stream(u"select 1 / (i - 5000) from generate_series(1, 10000) i"_s,
                                               {}, [](const QSqlQuery &) { return true; });
        QVERIFY(!result);
        QCOMPARE(sqlState(result.error()), u"22012"_s);
    }

    void copiesIn()
    {
        const auto connection = m_cluster.ownerConnection();
        QVERIFY(connection->exec(u"create temp table c (id int, name text)"_s));
        int chunk = 0;
        const auto copied = connection->copyIn(u"copy c from stdin"_s, [&] {
            return ++chunk > 3 ? QByteArray() : QByteArray::number(chunk) + "\tname\n";
        });
        QVERIFY2(copied, qPrintable(describe(copied)));
        QCOMPARE(connection->exec(u"select count(*) from c"_s)->value().toInt(), 3);
        chunk = 0;
        QVERIFY(!connection->copyIn(u"copy c from stdin"_s,
                                    [&] { return ++chunk > 1 ? QByteArray() : QByteArray("x\ty\n"); }));
        QVERIFY(connection->exec(u"select 1"_s));
    }

    void bindsStayOutOfErrors() // ERR-1
    {
        ConnectionOptions options;
        options.profile = m_cluster.ownerProfile();
        const auto connection = Connection::open(options);
        const auto result = (*connection)->exec(u"select ?::text::uuid"_s, {u"my secret"_s});
        QVERIFY(!result);
        QCOMPARE(sqlState(result.error()), u"22P02"_s);
        QVERIFY(!describe(result.error()).contains(u"secret"_s));
    }

    void scriptNamesTheLine()
    {
        const auto connection = m_cluster.ownerConnection();
        const auto result = connection->script("select 1;\nselect 2;\n\nselect nothing_such;\n");
        QVERIFY(!result);
        QCOMPARE(result.error().parameters.value(u"line"_s).toInt(), 4);
        QVERIFY(result.error().parameters.value(u"message"_s).toString().contains(u"nothing_such"_s));
    }

    void committedOnlyAfterCommit()
    {
        const auto connection = m_cluster.ownerConnection();
        QVERIFY(connection->exec(u"create temp table w (i int primary key)"_s));
        {
            auto transaction = Transaction::begin(*connection);
            QVERIFY(transaction);
            QVERIFY(connection->exec(u"insert into w values (1)"_s));
        }
        QCOMPARE(connection->exec(u"select count(*) from w"_s)->value().toInt(), 0);
        auto transaction = Transaction::begin(*connection);
        QVERIFY(!connection->exec(u"select 1/0"_s));
        QVERIFY(!transaction->commit()); // PostgreSQL answers ROLLBACK, without an error
        QVERIFY(!transaction->isCommitted());
        auto good = Transaction::begin(*connection, u"isolation level repeatable read"_s);
        QVERIFY(connection->exec(u"insert into w values (2)"_s));
        QVERIFY(good->commit());
        QVERIFY(good->isCommitted());
        QCOMPARE(connection->exec(u"select count(*) from w"_s)->value().toInt(), 1);
    }

    void tellsWrongPasswordFromServerDown()
    {
        QVERIFY(m_cluster.personConnection(u"person"_s, u"right password"_s));
        const auto wrong = m_cluster.personConnection(u"person"_s, u"wrong"_s);
        QVERIFY(!wrong);
        QCOMPARE(failureKind(wrong.error()), FailureKind::SignInRefused);
        QCOMPARE(sqlState(wrong.error()), u"28P01"_s);
        QCOMPARE(failureKind(m_cluster.personConnection(u"nobody_here"_s, u"x"_s).error()),
                 FailureKind::SignInRefused);
        QCOMPARE(failureKind(m_cluster.personConnection(u"person"_s, {}).error()),
                 FailureKind::SignInRefused);
        QCOMPARE(m_cluster.psql(u"create role gone nologin password 'p'"_s), QString());
        const auto closed = m_cluster.personConnection(u"gone"_s, u"p"_s);
        QCOMPARE(failureKind(closed.error()), FailureKind::SignInRefused);
        QCOMPARE(sqlState(closed.error()), u"28000"_s);
        QCOMPARE(m_cluster.psql(u"create role narrow login password 'p' connection limit 1"_s), QString());
        const auto first = m_cluster.personConnection(u"narrow"_s, u"p"_s);
        QVERIFY(first);
        QCOMPARE(sqlState(m_cluster.personConnection(u"narrow"_s, u"p"_s).error()), u"53300"_s);
        m_cluster.stop();
        QCOMPARE(failureKind(m_cluster.personConnection(u"person"_s, u"x"_s).error()),
                 FailureKind::Unreachable);
        QCOMPARE(m_cluster.start(), QString());
    }

    void noticesTheLoss_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"restart", "kill", "terminate"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void noticesTheLoss()
    {
        QFETCH(QString, how);
        const auto connection = m_cluster.ownerConnection();
        QCOMPARE(connection->exec(u"select ?::int"_s, {1})->value().toInt(), 1);
        if (how == u"restart"_s) {
            QCOMPARE(m_cluster.restart(), QString());
        } else if (how == u"kill"_s) {
            m_cluster.killHard();
            QCOMPARE(m_cluster.start(), QString());
        } else {
            QCOMPARE(m_cluster.psql(u"select pg_terminate_backend(%1)"_s.arg(connection->backendPid())),
                     u"t"_s);
        }
        Result<Rows> result;
        QTRY_VERIFY(
            !(result = connection->exec(u"select ?::int"_s, {2}))); // the loss may take a moment to arrive
        QCOMPARE(failureKind(result.error()), FailureKind::ConnectionLost);
        QVERIFY(!connection->isOpen());
        QCOMPARE(failureKind(connection->exec(u"select 1"_s).error()), FailureKind::ConnectionLost);
        QCOMPARE(failureKind(connection->script("select 1").error()), FailureKind::ConnectionLost);
        const auto again = connection->reopen();
        QVERIFY2(again, qPrintable(describe(again)));
        QCOMPARE(connection->exec(u"select ?::int"_s, {3})->value().toInt(), 3);
    }

    void lossInsideATransactionIsNoCommit()
    {
        const auto connection = m_cluster.ownerConnection();
        auto transaction = Transaction::begin(*connection);
        QVERIFY(transaction);
        QVERIFY(connection->exec(u"create table never_there (i int)"_s));
        QCOMPARE(m_cluster.restart(), QString());
        const auto committed = transaction->commit();
        QVERIFY(!committed);
        QCOMPARE(failureKind(committed.error()), FailureKind::ConnectionLost);
        QCOMPARE(m_cluster.psql(u"select to_regclass('never_there') is null"_s), u"t"_s);
    }

    void cancelsFromAnotherThread()
    {
        const auto connection = m_cluster.ownerConnection();
        const Canceller canceller = connection->canceller();
        std::atomic<bool> done = false;
        std::thread other([&] {
            while (!done) { // until it arrives while the statement runs
                canceller.cancel();
                std::this_thread::sleep_for(20ms);
            }
        });
        const auto result = connection->exec(u"select pg_sleep(60)"_s);
        done = true;
        other.join();
        QVERIFY(!result);
        QCOMPARE(failureKind(result.error()), FailureKind::Cancelled);
        QTRY_VERIFY(connection->exec(u"select 1"_s));
    }

    void cancellerOutlivesItsConnection()
    {
        auto connection = m_cluster.ownerConnection();
        const Canceller canceller = connection->canceller();
        connection.reset();
        QVERIFY(!canceller.cancel());
    }

    void classifiesWhatCanBeTriedAgain_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("open");
        QTest::addColumn<FailureKind>("kind");
        QTest::newRow("serialization") << u"40001"_s << true << FailureKind::Retryable;
        QTest::newRow("deadlock") << u"40P01"_s << true << FailureKind::Retryable;
        QTest::newRow("lock timeout") << u"55P03"_s << true << FailureKind::Retryable;
        QTest::newRow("disk full") << u"53100"_s << true << FailureKind::Retryable;
        QTest::newRow("configured limit") << u"53400"_s << true << FailureKind::Other;
        QTest::newRow("shutdown") << u"57P01"_s << true << FailureKind::ConnectionLost;
        QTest::newRow("crash") << u"57P02"_s << true << FailureKind::ConnectionLost;
        QTest::newRow("starting") << u"57P03"_s << true << FailureKind::Unreachable;
        QTest::newRow("protocol") << u"08P01"_s << true << FailureKind::ConnectionLost;
        QTest::newRow("nothing said") << QString() << false << FailureKind::ConnectionLost;
        QTest::newRow("standby") << u"25006"_s << true << FailureKind::ReadOnly;
        QTest::newRow("ours") << u"TY500"_s << true << FailureKind::Other;
    }
    void classifiesWhatCanBeTriedAgain()
    {
        QFETCH(QString, state);
        QFETCH(bool, open);
        QTEST(failureKind(serverError(state, open)), "kind");
    }

    void readOnlyAndOwnErrors()
    {
        const auto connection = m_cluster.ownerConnection();
        auto transaction = Transaction::begin(*connection, u"read only"_s);
        QCOMPARE(failureKind(connection->exec(u"create table x ()"_s).error()), FailureKind::ReadOnly);
        transaction->rollback();
        ConnectionOptions options;
        options.profile = m_cluster.ownerProfile();
        const auto quiet = Connection::open(options);
        const auto ours =
            (*quiet)->script("do $$ begin raise exception 'id 7' using errcode = 'TY500'; end $$");
        QCOMPARE(sqlState(ours.error()), u"TY500"_s);
    }

private:
    TestCluster m_cluster;
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
