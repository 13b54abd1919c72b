// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keywrap.h"
#include "core/security/secretbytes.h"
#include "core/security/signinname.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestSecretBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesAndNeverCopies()
    {
        static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
        static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);
        SecretBytes first = SecretBytes::copyOf("secret");
        SecretBytes second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): this is what is promised
        QCOMPARE(second.view(), QByteArrayView("secret"));
        second = SecretBytes::copyOf("other");
        QCOMPARE(second.view(), QByteArrayView("other"));
        QVERIFY(second == second.clone());
        second.clear();
        QVERIFY(second.isEmpty());
        QVERIFY(second == SecretBytes());
    }

    void comparesContent()
    {
        QVERIFY(SecretBytes::copyOf("a") == SecretBytes::copyOf("a"));
        QVERIFY(!(SecretBytes::copyOf("a") == SecretBytes::copyOf("b")));
        QVERIFY(!(SecretBytes::copyOf("a") == SecretBytes::copyOf("ab")));
        QVERIFY(!(SecretBytes::random(32) == SecretBytes::random(32)));
        QCOMPARE(SecretBytes::random(5000).size(), 5000); // more than a page
        QVERIFY(SecretBytes(4) == SecretBytes::copyOf(QByteArray(4, '\0')));
    }

    void textIsTheSameFromEveryKeyboard()
    {
        const QString text = u"e\u0301t\u00e9 \u5f20\u4f1f"_s;
        QCOMPARE(SecretBytes::fromText(text).view(), QByteArrayView("\u00e9t\u00e9 \u5f20\u4f1f"));
        QCOMPARE(text, u"e\u0301t\u00e9 \u5f20\u4f1f"_s); // the caller's text stays as it is
        const QString plain = u"plain"_s;
        QCOMPARE(SecretBytes::fromText(plain).view(), QByteArrayView("plain"));
        QCOMPARE(plain, u"plain"_s);
    }

    // SEC-3: what lies on disk is wrapped.
    void wrapsKeys()
    {
        const SecretBytes wrapping = SecretBytes::random(32);
        const SecretBytes key = SecretBytes::random(32);
        const QByteArray wrapped = wrapKey(wrapping, key, "queue").value();
        QVERIFY(wrapped != wrapKey(wrapping, key, "queue").value());
        QVERIFY(unwrapKey(wrapping, wrapped, "queue").value() == key);
        QCOMPARE(unwrapKey(wrapping, wrapped, "replica").error().code, u"keys.damaged"_s);
        QCOMPARE(unwrapKey(SecretBytes::random(32), wrapped, "queue").error().code, u"keys.damaged"_s);
        QCOMPARE(unwrapKey(SecretBytes(), wrapped, "queue").error().code, u"keys.bad_key"_s);
        for (qsizetype i = 0; i < wrapped.size(); ++i) {
            QVERIFY(!unwrapKey(wrapping, wrapped.first(i), "queue"));
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray changed = wrapped;
                changed[i] = char(changed[i] ^ (1 << bit));
                QVERIFY(!unwrapKey(wrapping, changed, "queue"));
            }
        }
    }

    void namesRolesByAddress()
    {
        // Oracle: python3 -c "import hmac,base64;print(base64.b32encode(hmac.digest(b'k'*32,b'zhang.wei@example.com','sha256')[:20]).decode().lower())"
        const SecretBytes key = SecretBytes::copyOf(QByteArray(32, 'k'));
        QCOMPARE(signInName(key, u"zhang.wei@example.com"_s), u"u_rbzsgql2ifzmggg25k7fchik3xk2gq5p"_s);
        QVERIFY(signInName(key, u"zhang.wei@example.con"_s) != signInName(key, u"zhang.wei@example.com"_s));
        QVERIFY(signInName(SecretBytes::random(32), u"zhang.wei@example.com"_s) != signInName(key, u"zhang.wei@example.com"_s));
    }
};

QTEST_GUILESS_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
