// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/passphrasefile.h"
#include "core/security/passphrasestore.h"
#include "tests/security/waitfor.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace tenantry;
using namespace Qt::StringLiterals;
using test::waitFor;

// SEC-3: where there is no keychain, a passphrase protects keys and credentials.
class TestPassphraseStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString newPath() { return m_folder.filePath(QString::number(++m_files) + u".sealed"_s); }

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void replace(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    Result<void> setPassphrase(PassphraseStore &store, const QString &passphrase)
    {
        return waitFor<void>([&](auto done) { store.setPassphrase(SecretBytes::fromText(passphrase), this, done); });
    }
    Result<void> unlock(PassphraseStore &store, const QString &passphrase)
    {
        return waitFor<void>([&](auto done) { store.unlock(SecretBytes::fromText(passphrase), this, done); });
    }
    Result<void> write(PassphraseStore &store, const QString &name, QByteArrayView secret)
    {
        return waitFor<void>([&](auto done) { store.write(name, SecretBytes::copyOf(secret), this, done); });
    }
    /// The secret, "(none)", or the code of the error.
    QByteArray read(PassphraseStore &store, const QString &name)
    {
        const auto secret = waitFor<std::optional<SecretBytes>>([&](auto done) { store.read(name, this, done); });
        if (!secret)
            return secret.error().code.toUtf8();
        return *secret ? (*secret)->view().toByteArray() : "(none)"_ba;
    }

private Q_SLOTS:
    // Signing in is cancelled while the key is made: the window goes on, and what was asked for is done all the same.
    void goesWithoutWaiting()
    {
        const QString path = newPath();
        bool isAnswered = false;
        auto store = std::make_unique<PassphraseStore>(path);
        store->setPassphrase(SecretBytes::fromText(u"one"_s), this, [&](const Result<void> &) { isAnswered = true; });
        store->write(u"name"_s, SecretBytes::copyOf("secret"), this, [&](const Result<void> &) { isAnswered = true; });
        store.reset();
        QVERIFY(!QFile::exists(path)); // it would be there if somebody had waited
        PassphraseStore next(path);
        QTRY_VERIFY(unlock(next, u"one"_s) && read(next, u"name"_s) == "secret");
        QVERIFY(!isAnswered);
    }

    void keepsSecretsBetweenRuns()
    {
        const QString path = newPath();
        {
            PassphraseStore store(path);
            QVERIFY(!store.exists());
            QCOMPARE(unlock(store, u"any"_s).error().code, u"keystore.missing"_s);
            QCOMPARE(read(store, u"a"_s), "keystore.locked");
            QCOMPARE(write(store, u"a"_s, "1").error().code, u"keystore.locked"_s);
            QVERIFY(setPassphrase(store, u"correct 马 battery"_s));
            QVERIFY(store.exists());
            QCOMPARE(read(store, u"a"_s), "(none)");
            QVERIFY(write(store, u"a"_s, "secret of a"));
            QVERIFY(write(store, u"密钥"_s, QByteArray("\0\xff", 2)));
            QVERIFY(write(store, u"empty"_s, {}));
            QVERIFY(write(store, u"gone"_s, "x"));
            QVERIFY(waitFor<void>([&](auto done) { store.remove(u"gone"_s, this, done); }));
            QVERIFY(waitFor<void>([&](auto done) { store.remove(u"gone"_s, this, done); }));
        }
        PassphraseStore store(path);
        QVERIFY(store.exists());
        QCOMPARE(read(store, u"a"_s), "keystore.locked");
        QCOMPARE(setPassphrase(store, u"other"_s).error().code, u"keystore.locked"_s);
        QVERIFY(unlock(store, u"correct 马 battery"_s));
        QCOMPARE(read(store, u"a"_s), "secret of a");
        QCOMPARE(read(store, u"密钥"_s), QByteArray("\0\xff", 2));
        QCOMPARE(read(store, u"empty"_s), "");
        QCOMPARE(read(store, u"gone"_s), "(none)");
        store.lock();
        QCOMPARE(read(store, u"a"_s), "keystore.locked");
    }

    void fileIsPrivateAndShowsNothing()
    {
        const QString path = newPath();
        PassphraseStore store(path);
        QVERIFY(setPassphrase(store, u"passphrase"_s));
        QVERIFY(write(store, u"password of zhang"_s, "the secret itself"));
        const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(path), mine);
        QVERIFY(!content(path).contains("zhang"));
        QVERIFY(!content(path).contains("secret"));
    }

    void tellsAWrongPassphraseFromADamagedFile()
    {
        const QString path = newPath();
        {
            PassphraseStore store(path);
            QVERIFY(setPassphrase(store, u"right"_s));
            QVERIFY(write(store, u"a"_s, "secret"));
        }
        const QByteArray good = content(path);
        PassphraseStore store(path);
        const auto wrong = unlock(store, u"Right"_s);
        QCOMPARE(wrong.error().code, u"keystore.wrong_passphrase"_s);
        QCOMPARE(wrong.error().errorClass, ErrorClass::Business);
        QCOMPARE(content(path), good);

        const PassphraseKey key = derivePassphraseKey(SecretBytes::fromText(u"right"_s), good.mid(8, 16)).value();
        for (qsizetype bit = 0; bit < good.size() * 8; ++bit) {
            QByteArray changed = good;
            changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
            replace(path, changed);
            QCOMPARE(passphrasefile::load(path, key).error().code, u"keystore.damaged"_s);
        }
        for (qsizetype size = 0; size < good.size(); ++size) {
            replace(path, good.first(size));
            QCOMPARE(passphrasefile::load(path, key).error().code, u"keystore.damaged"_s);
        }
        QCOMPARE(unlock(store, u"right"_s).error().code, u"keystore.damaged"_s);
        QCOMPARE(unlock(store, u"right"_s).error().errorClass, ErrorClass::Data);
        replace(path, good);
        QVERIFY(unlock(store, u"right"_s));
        QCOMPARE(read(store, u"a"_s), "secret");
    }

    void twoProcessesLoseNothingOfEachOther()
    {
        const QString path = newPath();
        PassphraseStore first(path);
        QVERIFY(setPassphrase(first, u"passphrase"_s));
        PassphraseStore second(path);
        QVERIFY(unlock(second, u"passphrase"_s));
        for (int i = 0; i < 20; ++i) { // both at work at the same time
            first.write(u"first %1"_s.arg(i), SecretBytes::copyOf("1"), this, [](const Result<void> &) {});
            second.write(u"second %1"_s.arg(i), SecretBytes::copyOf("2"), this, [](const Result<void> &) {});
        }
        QVERIFY(write(first, u"end"_s, "1") && write(second, u"end"_s, "2"));
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(read(second, u"first %1"_s.arg(i)), "1");
            QCOMPARE(read(first, u"second %1"_s.arg(i)), "2");
        }
    }

    void changesThePassphrase()
    {
        const QString path = newPath();
        PassphraseStore store(path);
        QVERIFY(setPassphrase(store, u"old"_s));
        QVERIFY(write(store, u"a"_s, "secret"));
        PassphraseStore other(path);
        QVERIFY(unlock(other, u"old"_s));
        QVERIFY(setPassphrase(store, u"new"_s));
        QCOMPARE(read(store, u"a"_s), "secret");
        // The other process holds a key that no longer fits: it must ask again, and must not write with it.
        QCOMPARE(write(other, u"b"_s, "lost").error().code, u"keystore.locked"_s);
        QCOMPARE(unlock(other, u"old"_s).error().code, u"keystore.wrong_passphrase"_s);
        QVERIFY(unlock(other, u"new"_s));
        QCOMPARE(read(other, u"a"_s), "secret");
    }

    void reportsAFileThatCannotBeWritten()
    {
        PassphraseStore store(m_folder.filePath(u"no such folder/file"_s));
        const auto set = setPassphrase(store, u"passphrase"_s);
        QVERIFY(!set);
        QVERIFY(!store.exists());
    }

    // APP-3: the window never freezes; a page that is gone gets no answer.
    void neverBlocksTheCaller()
    {
        PassphraseStore store(newPath());
        bool answered = false;
        auto context = std::make_unique<QObject>();
        QElapsedTimer timer;
        timer.start();
        store.setPassphrase(SecretBytes::fromText(u"passphrase"_s), context.get(),
                            [&](const Result<void> &) { answered = true; });
        // scrypt alone takes several times that; on a busy machine this thread may have waited for its turn.
        QVERIFY(timer.elapsed() < 100 || !store.exists());
        context.reset();
        QCOMPARE(read(store, u"a"_s), "(none)"); // comes after
        QVERIFY(!answered);
    }

    void aNewerFileIsNotTouched()
    {
        const QString path = newPath();
        const QByteArray body = QByteArray("TNTSECR\x02") + QByteArray(60, 'x');
        replace(path, body + QCryptographicHash::hash(body, QCryptographicHash::Sha256));
        PassphraseStore store(path);
        QCOMPARE(unlock(store, u"passphrase"_s).error().code, u"keystore.newer"_s);
    }
};

QTEST_GUILESS_MAIN(TestPassphraseStore)
#include "tst_passphrasestore.moc"
