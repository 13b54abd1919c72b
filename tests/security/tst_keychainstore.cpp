// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keychainstore.h"
#include "tests/security/waitfor.h"

#include <QElapsedTimer>
#include <QProcess>

using namespace tenantry;
using namespace Qt::StringLiterals;
using test::waitFor;

// SEC-3: with a real keyring (run by with-keyring). Slots run in order; the last one locks the keyring.
class TestKeychainStore : public QObject
{
    Q_OBJECT

    KeychainStore m_store{u"tenantry-test"_s, std::chrono::seconds(10)};

    Result<void> write(const QString &name, QByteArrayView secret)
    {
        return waitFor<void>([&](auto done) { m_store.write(name, SecretBytes::copyOf(secret), this, done); });
    }
    QByteArray read(const QString &name)
    {
        const auto secret = waitFor<std::optional<SecretBytes>>([&](auto done) { m_store.read(name, this, done); });
        if (!secret)
            return secret.error().code.toUtf8();
        return *secret ? (*secret)->view().toByteArray() : "(none)"_ba;
    }

private Q_SLOTS:
    void keepsSecrets()
    {
        QCOMPARE(read(u"key"_s), "(none)");
        const SecretBytes key = SecretBytes::random(32);
        QVERIFY(write(u"key"_s, key.view()));
        QVERIFY(write(u"密钥"_s, QByteArray("\0\xff\n", 3)));
        QCOMPARE(read(u"key"_s), key.view().toByteArray());
        QCOMPARE(read(u"密钥"_s), QByteArray("\0\xff\n", 3));
        QVERIFY(write(u"key"_s, "another"));
        QCOMPARE(read(u"key"_s), "another");
    }

    void removes()
    {
        QVERIFY(write(u"key"_s, "secret"));
        QVERIFY(waitFor<void>([&](auto done) { m_store.remove(u"key"_s, this, done); }));
        QCOMPARE(read(u"key"_s), "(none)");
        QVERIFY(waitFor<void>([&](auto done) { m_store.remove(u"key"_s, this, done); }));
    }

    void answersNobodyWhoIsGone()
    {
        bool answered = false;
        auto context = std::make_unique<QObject>();
        m_store.write(u"late"_s, SecretBytes::copyOf("x"), context.get(), [&](const Result<void> &) { answered = true; });
        context.reset();
        QTRY_COMPARE(read(u"late"_s), "x");
        QVERIFY(!answered);
    }

    void hasATimeoutOfItsOwn()
    {
        KeychainStore hasty(u"tenantry-test"_s, std::chrono::milliseconds(0));
        const auto answer = waitFor<void>([&](auto done) { hasty.write(u"a"_s, SecretBytes::copyOf("x"), this, done); });
        QCOMPARE(answer.error().code, u"keychain.unavailable"_s);
        QTRY_COMPARE(read(u"a"_s), "x"); // the job ended in peace
    }

    void aLockedKeyringIsNone()
    {
        QVERIFY(write(u"key"_s, "secret"));
        QCOMPARE(QProcess::execute(u"dbus-send"_s, {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                                                    u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                                                    u"array:objpath:/org/freedesktop/secrets/collection/login"_s}),
                 0);
        QCOMPARE(write(u"other"_s, "x").error().code, u"keychain.unavailable"_s);
        const QByteArray found = read(u"key"_s);
        QVERIFY2(found == "(none)" || found == "keychain.unavailable", found.constData());
    }
};

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "tst_keychainstore.moc"
