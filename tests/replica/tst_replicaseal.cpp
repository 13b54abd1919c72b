// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/replica/replicafixture.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

// SEC-4: who has the file but not the key reads nothing in it and changes nothing unnoticed.
class TestReplicaSeal final : public ReplicaFixture
{
    Q_OBJECT

private Q_SLOTS:
    void wantsItsKey();
    void showsNothingInClear();
    void noticesChangedSeals_data();
    void noticesChangedSeals();
    void noticesAnyFlippedByte();
    void noticesAnOlderCopy();
};

void TestReplicaSeal::wantsItsKey()
{
    QCOMPARE(open().code(), u"replica.none"_s);
    fill(10);
    m_key = SecretBytes::random(32);
    QCOMPARE(open().code(), u"replica.damaged"_s);
}

// SEC-4: `strings` over replica and log finds no name, mail or phone.
void TestReplicaSeal::showsNothingInClear()
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

void TestReplicaSeal::noticesChangedSeals_data()
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

void TestReplicaSeal::noticesChangedSeals()
{
    QFETCH(QString, sql);
    fill(2500);
    QVERIFY(open().replica);
    runSql(sql);
    QCOMPARE(open().code(), u"replica.damaged"_s);
}

// Whatever byte of the file is changed: either it is noticed, or it makes no difference (unused space).
void TestReplicaSeal::noticesAnyFlippedByte()
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

void TestReplicaSeal::noticesAnOlderCopy()
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

QTEST_GUILESS_MAIN(TestReplicaSeal)
#include "tst_replicaseal.moc"
