// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/scram.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

// ACC-2: a password is stored only as a verifier.
class TestScram : public QObject
{
    Q_OBJECT

    const QByteArray m_salt = QByteArray(16, 's');

private Q_SLOTS:
    void agreesWithRfc7677()
    {
        // RFC 7677 §3: user "user", password "pencil"; ServerSignature follows from ServerKey, ClientProof from
        // StoredKey; the two keys below were computed from them with Python's hashlib.
        const auto verifier = scram::deriveVerifier(u"pencil"_s, QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);
        QCOMPARE(verifier->toText(), "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=");
    }

    // What PostgreSQL 15 itself made of these passwords (CREATE ROLE … PASSWORD, then pg_authid).
    void agreesWithPostgres_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QByteArray>("verifier");
        QTest::newRow("ascii") << u"correct horse battery"_s
            << "SCRAM-SHA-256$4096:STNQ0rbgnvDeBVKuiLaMng==$ctMVgp3/2fKfIs9rmFs/PwlBNfAG77pzoiDTwJ3oUBA=:42BU/7Dm05lO22WTteoniEcjf3qZXMgzg0fCRwILVVY="_ba;
        QTest::newRow("ascii control") << u"tab\011here\177"_s
            << "SCRAM-SHA-256$4096:hwDgd0vfQnFhy9I1mjoiIQ==$yzUKOMLVJe8pDdq4LQXvkngTJDRXBWyyntx4B0KfevA=:D8vzmeNLQYqXSt/77TSolwaXtP44CVokUhkDivfhRtk="_ba;
        QTest::newRow("chinese") << u"\u5bc6\u7801\u662f\u5f20\u4f1f\u7684\u751f\u65e5"_s
            << "SCRAM-SHA-256$4096:/KSgLTu2SpVgksJet//JAQ==$+tZEMEq852moKiClHmxIg4OqyCsJcPKxQvbrr8m9JH4=:MYPfR9rG78NK8IUjMMwbMiQmD2U1TUO+U7q9ZyjePr8="_ba;
        QTest::newRow("compatibility") << u"\ufb01\ufb00\u2460\uff21\u3300"_s
            << "SCRAM-SHA-256$4096:DFp6wPb1vYLl63h7p8gGHg==$dJ3tZ5JILo+pqLTFLLpu4yb8fu0/A4pzYAeyHQOfU18=:Sul6wB71yjysNcdH/ZCw7EMZMqw0EXxIBjybH1t+030="_ba;
        QTest::newRow("composed") << u"e\u0301te\u0301"_s
            << "SCRAM-SHA-256$4096:WZifw1Qi/2KkiC1+g14jBg==$Rs7MiagrdXuqUJtQG9WdyuZWyboLnaa1G9DsL9KDa38=:wC4OJMdIiZdESGWMQx1FKQ5StsxX4qTX7gD0dVrG7SQ="_ba;
        QTest::newRow("soft hyphen") << u"pass\u00adword"_s
            << "SCRAM-SHA-256$4096:72/1fmnX+878fQ55LendZQ==$IJiFyhiSm4EvaHTwvnT24qvKqiAm+vK+JkY8mAOzzKU=:BiS5oWjIVltKCDqKib9NpA3EMTnwUzcl7veuu9LhnAQ="_ba;
        QTest::newRow("variation selector") << u"heart\u2764\ufe0f"_s
            << "SCRAM-SHA-256$4096:DS73uWBPgIw9247Vk6Mj0g==$EvDvLp5NRYBjN5lle1JRqOsRbJnf8pwYj9Ms+crMCRQ=:gcYzJi1kFwrVRM9lRMFprVXY6lRJkY/vsEp4Z1MysKI="_ba;
        QTest::newRow("ideographic space") << u"\u5bc6\u3000\u7801"_s
            << "SCRAM-SHA-256$4096:WVsv4miWlc+JZUhFxHa3Xg==$Mhc1xg6QWb2jH88hA71fmvgugcmiEU66lf/0/di7Eus=:+pZbk97cEop0r53BtjkgLxNOx1dHScXIHYceF5PFXjI="_ba;
        QTest::newRow("no-break space") << u"a\u00a0b"_s
            << "SCRAM-SHA-256$4096:akJDnZME7ckYXPrTdcAaKA==$hn2c630VcMRRwRaqaUvFdwR3cpy6wLPxkkfGmhUUhiA=:2lqFaMlCBx3QUZV25dn5MGpEgFXqCOGuUeFNCmwoCQs="_ba;
        QTest::newRow("newer than Unicode 3.2 with compatibility") << u"\u2460\U0001f642"_s
            << "SCRAM-SHA-256$4096:1m1wnI0fAYVPASkqXrKJPQ==$Qm3oa5XKFJUu9OH+y6un3q+La3nhxmeoCtJVSYCLxgM=:q2K+FXxH7LWmfRSUwu0mXOU3SgCteWWuZ4vF+JvDYd4="_ba;
        QTest::newRow("only what is dropped") << u"\u00ad\u00ad"_s
            << "SCRAM-SHA-256$4096:sDXVeISx3kayKJ6E17uuGA==$kCeUOHFDFM8nMpelm92B2ZlnG8tYbOxVpiZjh0UYHXM=:/tplJ7HsvgXGVHY5COpeT1j3kndKYJfGvjJAw1uQs3Y="_ba;
        QTest::newRow("right to left") << u"\u0627\u0628\u0629"_s
            << "SCRAM-SHA-256$4096:c0x22W1jPdEH9gTqlLZbfQ==$GORC5gbjpSIYQKgINSGaSFEVT7fJpmSVNbAnbN1UFyc=:wMiPMX6RFK8DRW/GwYkhc0xzKN47zHeL86ohlSAnQsE="_ba;
        QTest::newRow("mixed directions") << u"\u0627abc\u00e9"_s
            << "SCRAM-SHA-256$4096:KGJoEsdDslzpz4jKW0Lh4A==$/B2L8nDtlRbzKDoj2vVo+SJNVnZ6rxkaUkiQxcsMI9o=:PwpjGpOgaGLrZgAGMtdfPnp4hs4KIPMYq5zGxWer3b0="_ba;
        QTest::newRow("private use") << u"\ue000\u2460"_s
            << "SCRAM-SHA-256$4096:0Ub/o2OdM+Fg6bwDLqgALg==$2VjUNY5Yp6w1TohFi/BqGWy35Md1UJwuO7dTOsmvKug=:M3aKVzhFdKSg3qaBEKHu6sWQqZ1QNpAJkvmUNFj6xJk="_ba;
        QTest::newRow("zero width joiner") << u"a\u200db"_s
            << "SCRAM-SHA-256$4096:ohjgfnv86ddieWmAmYYYEQ==$GFNtAgIaMAfNjY9q62c8rohlqoqgmDKwRxvxbiuJzbM=:p4eI6azyZ/HEfe5ukI7jXtIFfjTu2tiDPPNE3iz0dss="_ba;
        QTest::newRow("outside the BMP") << u"\U00020bb7\u2460"_s
            << "SCRAM-SHA-256$4096:FxVj1juYtW/ESNroEOaviQ==$Po94M7Osa9Q+tE+yNVds3NtRRPdcXYbz9rUnIxx+Qhs=:3lNaAyRPaeTxtQrCFKO0VneGhSz/pdqxivQ/3PaHk9k="_ba;
        QTest::newRow("dotless") << u"\u0131\u0130"_s
            << "SCRAM-SHA-256$4096:z12zMYO0o08UWdkWzQ0cDw==$aOqCtj145dSh8UP6/LyOcR8fnC8yna3wsBV+BsRPL/Q=:w3i7q90P4dS/HttRWCwAO4JQSxzUfsEkhZlD37H+gWo="_ba;
        QTest::newRow("non-character") << u"\u2460\ufffe"_s
            << "SCRAM-SHA-256$4096:3fAECUgh80DJfRyZGGXCdQ==$MoS6j6yVMdf+etjrONh6vT5Vy5lsFA5ViAS/87UmwHI=:agVE6SxbVLza+mvgO8RX6sJPYtSBd2Zjc4VQaY+ykD4="_ba;
    }

    void agreesWithPostgres()
    {
        QFETCH(const QString, password);
        QFETCH(const QByteArray, verifier);
        QCOMPARE(scram::parseVerifier(verifier)->toText(), verifier);
        QVERIFY(scram::verifyPassword(password, verifier).value());
        QVERIFY(!scram::verifyPassword(password + u'x', verifier).value());
    }

    void makesFreshVerifiers()
    {
        const QByteArray first = scram::makeVerifier(u"correct horse 电池"_s).value();
        QVERIFY(first != scram::makeVerifier(u"correct horse 电池"_s).value());
        QVERIFY(first.startsWith("SCRAM-SHA-256$15000:"));
        QVERIFY(scram::verifyPassword(u"correct horse 电池"_s, first).value());
        QVERIFY(!scram::verifyPassword(u"correct horse"_s, first).value());
        QVERIFY(!scram::verifyPassword(QString(), first).value());
    }

    void refusesWhatCannotTravel()
    {
        for (const QString &password : {QString(), QString(u"a\0b"_s), QString(QChar(0xd800)) + u"abc"_s, u"a\u2135"_s,
                                        u"\ufe70\u0627"_s, u"\u0627\u2100\u0627"_s, u"a\u0340"_s}) {
            const auto verifier = scram::makeVerifier(password);
            QVERIFY(!verifier);
            QCOMPARE(verifier.error().code, u"password.unusable"_s);
            QCOMPARE(verifier.error().field, u"password"_s);
        }
    }

    void refusesTooManyIterations()
    {
        for (const int count : {20'000, 4'096})
            QVERIFY(scram::parseVerifier(scram::deriveVerifier(u"x"_s, m_salt, count)->toText()));
        for (const int count : {20'001, 60'000'000, 4'095, 0, -15'000}) {
            scram::Verifier verifier = scram::deriveVerifier(u"x"_s, m_salt, 4'096).value();
            verifier.iterations = count;
            QCOMPARE(scram::parseVerifier(verifier.toText()).error().code, u"scram.iterations"_s);
            // And at once, not after the work.
            QCOMPARE(scram::verifyPassword(u"x"_s, verifier.toText()).error().code, u"scram.iterations"_s);
        }
    }

    void refusesMalformedVerifiers_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = scram::deriveVerifier(u"x"_s, m_salt, 15'000)->toText();
        const auto changed = [&good](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("clear text") << QByteArray("secret");
        QTest::newRow("md5") << QByteArray("md5d41d8cd98f00b204e9800998ecf8427e");
        QTest::newRow("another scheme") << changed("SCRAM-SHA-256", "SCRAM-SHA-512");
        QTest::newRow("a sign") << changed("$15000:", "$+15000:");
        QTest::newRow("a leading zero") << changed("$15000:", "$015000:");
        QTest::newRow("overflow") << changed("$15000:", "$4294982296:");
        QTest::newRow("a blank") << good + ' ';
        QTest::newRow("a part more") << good + "$x";
        QTest::newRow("a key less") << good.first(good.lastIndexOf(':'));
        QTest::newRow("short key") << good.chopped(4);
        QTest::newRow("not base64") << good.chopped(2) + "!=";
        QTest::newRow("unused bits set") << changed("cw==", "cx==");
        QTest::newRow("short salt") << changed(m_salt.toBase64().constData(), m_salt.first(8).toBase64().constData());
        QTest::newRow("quote") << changed("$15000:", "$15000':");
    }

    void refusesMalformedVerifiers()
    {
        QFETCH(const QByteArray, text);
        QCOMPARE(scram::parseVerifier(text).error().code, u"scram.malformed"_s);
    }
};

QTEST_GUILESS_MAIN(TestScram)
#include "tst_scram.moc"
