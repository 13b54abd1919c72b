// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keychainstore.h"
#include "core/security/profilekeys.h"
#include "tests/security/waitfor.h"

#include <QDir>
#include <QTemporaryDir>

using namespace tenantry;
using namespace Qt::StringLiterals;
using test::waitFor;
using State = ProfileKeys::State;

// SEC-3 on a machine without D-Bus, as over ssh or in a container: a passphrase takes the keychain's place.
class TestNoKeychain : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    KeychainStore m_keychain{u"tenantry-test"_s, std::chrono::seconds(10)};
    QByteArray m_queue;

    Result<State> open(ProfileKeys &keys, QueueContent queue)
    {
        return waitFor<State>([&](auto done) { keys.open(queue, done); });
    }
    Result<State> setPassphrase(ProfileKeys &keys, const QString &passphrase)
    {
        return waitFor<State>([&](auto done) { keys.setPassphrase(SecretBytes::fromText(passphrase), done); });
    }
    Result<State> unlock(ProfileKeys &keys, const QString &passphrase)
    {
        return waitFor<State>([&](auto done) { keys.unlock(SecretBytes::fromText(passphrase), done); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        qunsetenv("DISPLAY");
    }

    void keychainIsUnavailable()
    {
        const QString code = u"keychain.unavailable"_s;
        QCOMPARE(waitFor<void>([&](auto done) { m_keychain.write(u"a"_s, SecretBytes::copyOf("x"), this, done); }).error().code,
                 code);
        QCOMPARE(waitFor<std::optional<SecretBytes>>([&](auto done) { m_keychain.read(u"a"_s, this, done); }).error().code, code);
        QCOMPARE(waitFor<void>([&](auto done) { m_keychain.remove(u"a"_s, this, done); }).error().code, code);
    }

    void asksForAPassphraseOnce()
    {
        PassphraseStore passphrases(m_folder.filePath(u"secrets"_s));
        ProfileKeys keys(m_folder.path(), u"p"_s, m_keychain, passphrases);
        QCOMPARE(open(keys, QueueContent::None).value(), State::NoKeychain);
        QCOMPARE(keys.keys().error().code, u"keys.locked"_s);
        QCOMPARE(setPassphrase(keys, u"passphrase"_s).value(), State::Unlocked);
        m_queue = keys.keys()->queueKey(QueueContent::None)->view().toByteArray();
    }

    void asksForItAgainInTheNextRun()
    {
        PassphraseStore passphrases(m_folder.filePath(u"secrets"_s));
        ProfileKeys keys(m_folder.path(), u"p"_s, m_keychain, passphrases);
        QCOMPARE(open(keys, QueueContent::Some).value(), State::NeedsPassphrase);
        QCOMPARE(unlock(keys, u"other"_s).error().code, u"keystore.wrong_passphrase"_s);
        QCOMPARE(unlock(keys, u"passphrase"_s).value(), State::Unlocked);
        QCOMPARE(keys.keys()->queueKey(QueueContent::Some)->view().toByteArray(), m_queue);
        keys.lock();
        QCOMPARE(open(keys, QueueContent::Some).value(), State::NeedsPassphrase);
    }

    void aSecondProfileSharesThePassphrase()
    {
        const QString folder = m_folder.filePath(u"second"_s);
        QVERIFY(QDir().mkdir(folder));
        PassphraseStore passphrases(m_folder.filePath(u"secrets"_s));
        ProfileKeys keys(folder, u"q"_s, m_keychain, passphrases);
        QCOMPARE(open(keys, QueueContent::None).value(), State::NeedsPassphrase);
        QCOMPARE(unlock(keys, u"passphrase"_s).value(), State::Unlocked);
        QVERIFY(keys.keys()->renewReplicaKey());
    }

    void aKeyThatIsElsewhereCostsNoQueue()
    {
        const QString folder = m_folder.filePath(u"third"_s);
        QVERIFY(QDir().mkdir(folder));
        // Made with a keychain that is not there any more.
        QVERIFY(KeyFile::create(folder, u"r"_s, SecretBytes::random(32)));
        const QString fingerprint = KeyFile::fingerprintIn(folder)->value();
        PassphraseStore passphrases(m_folder.filePath(u"secrets"_s));
        ProfileKeys keys(folder, u"r"_s, m_keychain, passphrases);
        QCOMPARE(open(keys, QueueContent::Some).value(), State::NeedsPassphrase);
        QCOMPARE(unlock(keys, u"passphrase"_s).error().code, u"keys.unreachable"_s);
        QCOMPARE(KeyFile::fingerprintIn(folder)->value(), fingerprint);
        QCOMPARE(open(keys, QueueContent::None).value(), State::NeedsPassphrase);
        QCOMPARE(unlock(keys, u"passphrase"_s).value(), State::Unlocked);
        QVERIFY(KeyFile::fingerprintIn(folder)->value() != fingerprint);
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
