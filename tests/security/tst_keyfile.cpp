// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keyfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

// SEC-3, SEC-4: the keys of replica and queue on disk.
class TestKeyFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_base;
    int m_folders = 0;
    QString m_folder;
    SecretBytes m_key;

    QString path() const { return m_folder + u"/keys.json"_s; }

    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void replace(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    Result<KeyFile> open(const QString &profile = u"p1"_s) const { return KeyFile::open(m_folder, profile, m_key.clone()); }

private Q_SLOTS:
    void init()
    {
        m_folder = m_base.filePath(QString::number(++m_folders));
        QVERIFY(QDir().mkdir(m_folder));
        m_key = SecretBytes::random(32);
    }

    void keepsKeysBetweenRuns()
    {
        QCOMPARE(KeyFile::fingerprintIn(m_folder).value(), std::optional<QString>());
        auto file = KeyFile::create(m_folder, u"p1"_s, m_key.clone());
        QCOMPARE(KeyFile::fingerprintIn(m_folder).value(), KeyFile::fingerprintOf(m_key));
        QCOMPARE(file->replicaKey().error().code, u"keys.none"_s);
        const SecretBytes replica = file->renewReplicaKey().value();
        const SecretBytes queue = file->queueKey(QueueContent::None).value();
        QVERIFY(!(replica == queue));
        QCOMPARE(replica.size(), 32);
        auto again = open();
        QVERIFY(again->replicaKey().value() == replica);
        QVERIFY(again->queueKey(QueueContent::None).value() == queue);
        QVERIFY(again->queueKey(QueueContent::Some).value() == queue);
        QCOMPARE(QFile::permissions(path()), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
        for (const SecretBytes *key : {&replica, &queue, &std::as_const(m_key)}) {
            QVERIFY(!content().contains(key->view()));
            QVERIFY(!content().contains(key->view().toByteArray().toBase64()));
        }
    }

    void replicaKeyIsFreshForEachBuild()
    {
        auto file = KeyFile::create(m_folder, u"p1"_s, m_key.clone());
        const SecretBytes queue = file->queueKey(QueueContent::None).value();
        const SecretBytes first = file->renewReplicaKey().value();
        const SecretBytes second = file->renewReplicaKey().value();
        QVERIFY(!(first == second));
        QVERIFY(open()->replicaKey().value() == second);
        QVERIFY(open()->queueKey(QueueContent::Some).value() == queue); // untouched
    }

    void neverMakesAKeyForAQueueThatHoldsSomething()
    {
        auto file = KeyFile::create(m_folder, u"p1"_s, m_key.clone());
        const QByteArray before = content();
        QCOMPARE(file->queueKey(QueueContent::Some).error().code, u"keys.none"_s);
        QCOMPARE(content(), before);
        // Nor in the place of one that can't be read, even if the queue seems to be empty.
        (void)file->queueKey(QueueContent::None).value();
        const QByteArray whole = content();
        const auto at = whole.indexOf("\"queue\": \"") + 15;
        replace(whole.first(at) + (whole[at] == 'A' ? 'B' : 'A') + whole.sliced(at + 1));
        const QByteArray damaged = content();
        QCOMPARE(file->queueKey(QueueContent::None).error().code, u"keys.damaged"_s);
        QCOMPARE(content(), damaged);
    }

    void refusesOtherKeysProfilesAndUses()
    {
        auto file = KeyFile::create(m_folder, u"p1"_s, m_key.clone());
        (void)file->renewReplicaKey().value();
        (void)file->queueKey(QueueContent::None).value();
        QCOMPARE(KeyFile::open(m_folder, u"p1"_s, SecretBytes::random(32)).error().code, u"keys.damaged"_s);
        QCOMPARE(open(u"p2"_s)->replicaKey().error().code, u"keys.damaged"_s);
        QByteArray swapped = content();
        swapped.replace("\"queue\"", "\"x\"").replace("\"replica\"", "\"queue\"").replace("\"x\"", "\"replica\"");
        replace(swapped);
        QCOMPARE(open()->replicaKey().error().code, u"keys.damaged"_s);
        QCOMPARE(open()->queueKey(QueueContent::Some).error().code, u"keys.damaged"_s);
    }

    void refusesADamagedFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{\"version\":1,");
        QTest::newRow("no fingerprint") << QByteArray("{\"version\":1}");
        QTest::newRow("another version") << QByteArray("{\"version\":2,\"fingerprint\":\"00\"}");
        QTest::newRow("large") << QByteArray(100'000, ' ');
    }

    void refusesADamagedFile()
    {
        QFETCH(const QByteArray, bytes);
        auto file = KeyFile::create(m_folder, u"p1"_s, m_key.clone());
        replace(bytes);
        QCOMPARE(KeyFile::fingerprintIn(m_folder).error().code, u"keys.damaged"_s);
        QCOMPARE(open().error().code, u"keys.damaged"_s);
        QCOMPARE(file->queueKey(QueueContent::None).error().code, u"keys.damaged"_s);
        QCOMPARE(file->renewReplicaKey().error().code, u"keys.damaged"_s);
        QCOMPARE(content(), bytes);
    }

    void givesNoKeyThatIsNotOnDisk()
    {
        auto file = KeyFile::create(m_folder, u"p1"_s, m_key.clone());
        // A folder in the place of the file: root may write anywhere else.
        QVERIFY(QFile::remove(path()) && QDir().mkdir(path()));
        QVERIFY(!file->renewReplicaKey());
        QVERIFY(!file->queueKey(QueueContent::None));
        QVERIFY(!KeyFile::create(m_folder, u"p1"_s, m_key.clone()));
    }

    void removes()
    {
        QVERIFY(KeyFile::remove(m_folder));
        QVERIFY(KeyFile::create(m_folder, u"p1"_s, m_key.clone()));
        QVERIFY(KeyFile::remove(m_folder));
        QVERIFY(!QFile::exists(path()));
    }
};

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_keyfile.moc"
