// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keychainstore.h"
#include "core/security/profilekeys.h"
#include "tests/security/waitfor.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tenantry;
using namespace Qt::StringLiterals;
using test::waitFor;
using State = ProfileKeys::State;

// SEC-3, SEC-4: with a real keyring (run by with-keyring). Slots run in order; the last one locks the keyring.
class TestProfileKeys : public QObject
{
    Q_OBJECT

    QTemporaryDir m_base;
    int m_folders = 0;
    QString m_folder;
    KeychainStore m_keychain{u"tenantry-test"_s, std::chrono::seconds(10)};

    /// One run of the console; m_folder is what lies on disk between runs.
    struct Run {
        explicit Run(TestProfileKeys *test)
            : passphrases(test->m_folder + u"/secrets"_s), keys(test->m_folder, test->m_folder, test->m_keychain, passphrases)
        {
        }
        PassphraseStore passphrases;
        ProfileKeys keys;

        Result<State> open(QueueContent queue)
        {
            return waitFor<State>([&](auto done) { keys.open(queue, done); });
        }
        Result<State> unlock(const QString &passphrase)
        {
            return waitFor<State>([&](auto done) { keys.unlock(SecretBytes::fromText(passphrase), done); });
        }
        Result<State> setPassphrase(const QString &passphrase)
        {
            return waitFor<State>([&](auto done) { keys.setPassphrase(SecretBytes::fromText(passphrase), done); });
        }
        QByteArray queueKey() const { return keys.keys()->queueKey(QueueContent::Some)->view().toByteArray(); }
    };

    /// As when a keyring was deleted, or the folder copied to another machine.
    void forgetKeychain()
    {
        const QString name = u"profile/"_s + m_folder + u'/' + KeyFile::fingerprintIn(m_folder)->value();
        QVERIFY(waitFor<void>([&](auto done) { m_keychain.remove(name, this, done); }));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = m_base.filePath(QString::number(++m_folders));
        QVERIFY(QDir().mkdir(m_folder));
    }

    void asksForNothingWithAKeychain()
    {
        QByteArray queue;
        {
            Run run(this);
            QCOMPARE(run.keys.state(), State::Closed);
            QCOMPARE(run.keys.keys().error().code, u"keys.locked"_s);
            QSignalSpy spy(&run.keys, &ProfileKeys::stateChanged);
            QCOMPARE(run.open(QueueContent::None).value(), State::Unlocked);
            QCOMPARE(spy.count(), 1);
            queue = run.keys.keys()->queueKey(QueueContent::None)->view().toByteArray();
            run.keys.lock();
            QCOMPARE(run.keys.state(), State::Closed);
            QCOMPARE(run.keys.keys().error().code, u"keys.locked"_s);
            QCOMPARE(run.open(QueueContent::Some).value(), State::Unlocked);
            QCOMPARE(run.queueKey(), queue);
        }
        Run run(this);
        QCOMPARE(run.open(QueueContent::Some).value(), State::Unlocked);
        QCOMPARE(run.queueKey(), queue);
        QVERIFY(!run.passphrases.exists());
    }

    void eitherOfBothOpens()
    {
        QByteArray queue;
        {
            Run run(this);
            QCOMPARE(run.open(QueueContent::None).value(), State::Unlocked);
            queue = run.keys.keys()->queueKey(QueueContent::None)->view().toByteArray();
            QCOMPARE(run.setPassphrase(u"passphrase"_s).value(), State::Unlocked);
        }
        {
            Run run(this); // the keychain, with the passphrase never typed
            QCOMPARE(run.open(QueueContent::Some).value(), State::Unlocked);
            QCOMPARE(run.queueKey(), queue);
        }
        forgetKeychain();
        {
            Run run(this); // the passphrase
            QCOMPARE(run.open(QueueContent::Some).value(), State::NeedsPassphrase);
            const auto wrong = run.unlock(u"wrong"_s);
            QCOMPARE(wrong.error().code, u"keystore.wrong_passphrase"_s);
            QCOMPARE(run.keys.state(), State::NeedsPassphrase);
            QCOMPARE(run.unlock(u"passphrase"_s).value(), State::Unlocked);
            QCOMPARE(run.queueKey(), queue);
        }
        Run run(this); // and the keychain again, as unlock() put the key back
        QTRY_COMPARE(run.open(QueueContent::Some).value(), State::Unlocked);
        QCOMPARE(run.queueKey(), queue);
    }

    void aLostKeyCostsNoQueue()
    {
        {
            Run run(this);
            QCOMPARE(run.open(QueueContent::None).value(), State::Unlocked);
            (void)run.keys.keys()->queueKey(QueueContent::None).value();
        }
        const QString fingerprint = KeyFile::fingerprintIn(m_folder)->value();
        forgetKeychain();
        {
            Run run(this);
            QCOMPARE(run.open(QueueContent::Some).error().code, u"keys.unreachable"_s);
            QCOMPARE(run.keys.state(), State::Closed);
            QCOMPARE(KeyFile::fingerprintIn(m_folder)->value(), fingerprint);
        }
        Run run(this); // with nothing to lose it starts afresh
        QCOMPARE(run.open(QueueContent::None).value(), State::Unlocked);
        QVERIFY(KeyFile::fingerprintIn(m_folder)->value() != fingerprint);
        QCOMPARE(run.keys.keys()->replicaKey().error().code, u"keys.none"_s);
    }

    void aDamagedFileCostsNoQueue()
    {
        QFile file(m_folder + u"/keys.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
        file.close();
        Run run(this);
        QCOMPARE(run.open(QueueContent::Some).error().code, u"keys.damaged"_s);
        QCOMPARE(file.size(), 2);
        QCOMPARE(run.open(QueueContent::None).value(), State::Unlocked);
    }

    void aLockInBetweenWins()
    {
        Run run(this);
        std::optional<Result<State>> answer;
        run.keys.open(QueueContent::None, [&](const Result<State> &result) { answer = result; });
        run.keys.lock();
        QTRY_VERIFY(answer);
        QCOMPARE(answer->value(), State::Closed);
        QCOMPARE(run.keys.state(), State::Closed);
        QVERIFY(!run.keys.keys());
    }

    void wipes()
    {
        QString name;
        {
            Run run(this);
            QCOMPARE(run.open(QueueContent::None).value(), State::Unlocked);
            name = u"profile/"_s + m_folder + u'/' + KeyFile::fingerprintIn(m_folder)->value();
            QVERIFY(waitFor<void>([&](auto done) { run.keys.wipe(done); }));
            QCOMPARE(run.keys.state(), State::Closed);
        }
        QVERIFY(!QFile::exists(m_folder + u"/keys.json"_s));
        const auto left = waitFor<std::optional<SecretBytes>>([&](auto done) { m_keychain.read(name, this, done); });
        QVERIFY(!left->has_value());
    }

    // Last: a keyring that is locked, and nobody there to unlock it, reads as if it were empty.
    void aLockedKeyringCostsNothing()
    {
        QByteArray queue;
        {
            Run run(this);
            QCOMPARE(run.open(QueueContent::None).value(), State::Unlocked);
            queue = run.keys.keys()->queueKey(QueueContent::None)->view().toByteArray();
            QCOMPARE(run.setPassphrase(u"passphrase"_s).value(), State::Unlocked);
        }
        QCOMPARE(QProcess::execute(u"dbus-send"_s, {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                                                    u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                                                    u"array:objpath:/org/freedesktop/secrets/collection/login"_s}),
                 0);
        {
            Run run(this);
            QCOMPARE(run.open(QueueContent::Some).value(), State::NeedsPassphrase);
            QCOMPARE(run.unlock(u"passphrase"_s).value(), State::Unlocked);
            QCOMPARE(run.queueKey(), queue);
        }
        init(); // and a new profile gets no key there
        Run run(this);
        QCOMPARE(run.open(QueueContent::None).value(), State::NoKeychain);
        QVERIFY(!QFile::exists(m_folder + u"/keys.json"_s));
    }
};

QTEST_GUILESS_MAIN(TestProfileKeys)
#include "tst_profilekeys.moc"
