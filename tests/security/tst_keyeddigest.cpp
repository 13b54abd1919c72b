// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keyeddigest.h"

#include <QTest>

using namespace tenantry;

// SEC-4: missing, added and rolled-back rows are noticed through the manifest's digests.
class TestKeyedDigest : public QObject
{
    Q_OBJECT

    SecretBytes m_key = SecretBytes::copyOf(QByteArray(32, 'k'));

    QByteArray digest(const QByteArrayList &entries, QByteArrayView purpose = "users")
    {
        auto made = KeyedDigest::create(m_key, purpose);
        for (const QByteArray &entry : entries)
            made->add(entry);
        return made->finish();
    }

private Q_SLOTS:
    void tellsSequencesApart()
    {
        const QByteArray base = digest({"ab", "c"});
        QCOMPARE(base.size(), KeyedDigest::size);
        QCOMPARE(digest({"ab", "c"}), base);
        QVERIFY(digest({"a", "bc"}) != base);
        QVERIFY(digest({"abc"}) != base);
        QVERIFY(digest({"c", "ab"}) != base);
        QVERIFY(digest({"ab", "c", ""}) != base);
        QVERIFY(digest({"ab", "c"}, "grants") != base);
        m_key = SecretBytes::random(32);
        QVERIFY(digest({"ab", "c"}) != base);
    }

    void startsAnewAfterFinish()
    {
        auto made = KeyedDigest::create(m_key, "users");
        const QByteArray empty = made->finish();
        made->add("x");
        const QByteArray x = made->finish();
        QVERIFY(x != empty);
        made->add("x");
        QCOMPARE(made->finish(), x);
        QCOMPARE(made->finish(), empty);
    }

    void hmacAndHkdfAreTheStandards()
    {
        // RFC 4231 test case 2, RFC 5869 test cases 1 (first 32 bytes) and 3.
        QCOMPARE(crypto::hmacSha256("Jefe", "what do ya want for nothing?").toHex(),
                 "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        const SecretBytes ikm = SecretBytes::copyOf(QByteArray(22, '\x0b'));
        QCOMPARE(crypto::hkdfSha256(ikm, QByteArray::fromHex("000102030405060708090a0b0c"),
                                    QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9")).view().toByteArray().toHex(),
                 "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
        QCOMPARE(crypto::hkdfSha256(ikm, {}, {}).view().toByteArray().toHex(),
                 "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
        QCOMPARE(crypto::sha256("abc").toHex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    void refusesAKeyOfAnotherSize()
    {
        QCOMPARE(KeyedDigest::create(SecretBytes(), "users").error().code, QStringLiteral("seal.bad_key"));
    }
};

QTEST_GUILESS_MAIN(TestKeyedDigest)
#include "tst_keyeddigest.moc"
