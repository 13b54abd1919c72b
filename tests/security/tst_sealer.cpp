// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/sealerset.h"

#include <QSet>
#include <QTest>

// SEC-4: a stolen disk shows nothing, a changed byte is detected.
namespace tenantry
{

class TestSealer : public QObject
{
    Q_OBJECT

    // What AES-GCM must never see twice: the key (one per salt) with a nonce (one per counter).
    static QByteArray keyAndNonce(const Opening &opening, const QByteArray &sealed)
    {
        qsizetype length = 0;
        for (int numbers = 0; numbers < 2; ++length)
            numbers += (sealed[length] & 0x80) == 0;
        return opening.salt + sealed.first(length);
    }

    SecretBytes m_key = SecretBytes::random(Sealer::keySize);
    Opening m_opening{7, crypto::randomBytes(Opening::saltSize)};

private Q_SLOTS:
    void opensWhatItSealed_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("associated");
        QTest::newRow("row") << QByteArray(150, 'x') << QByteArray("kind 3, id 12");
        QTest::newRow("empty") << QByteArray() << QByteArray("a");
        QTest::newRow("no associated data") << QByteArray("a\0b", 3) << QByteArray();
        QTest::newRow("page") << QByteArray(500 * 150, 'y') << QByteArray(50, 'z');
    }

    void opensWhatItSealed()
    {
        QFETCH(const QByteArray, plain);
        QFETCH(const QByteArray, associated);
        auto sealer = Sealer::create(m_key, m_opening);
        const auto sealed = sealer->seal(plain, associated);
        QVERIFY(sealed.has_value());
        QVERIFY(sealed->size() - plain.size() <= 22);
        QVERIFY(plain.size() < 100 || !sealed->contains(plain.first(16)));
        QCOMPARE(sealer->open(*sealed, associated).value(), plain);
        // Another sealer of the same key and opening, as after a restart.
        QCOMPARE(Sealer::create(m_key, m_opening)->open(*sealed, associated).value(), plain);
        // The key survives a failure.
        QVERIFY(!sealer->open(*sealed, "other"));
        QCOMPARE(sealer->open(*sealed, associated).value(), plain);
    }

    void survivesMoving()
    {
        Sealer first = std::move(*Sealer::create(m_key, m_opening));
        const QByteArray sealed = first.seal("text", "a").value();
        Sealer second = std::move(first);
        QCOMPARE(second.open(sealed, "a").value(), "text");
        QVERIFY(second.seal("text", "a").value() != sealed);
    }

    void noticesEveryFlippedBit()
    {
        auto sealer = Sealer::create(m_key, Opening{300, m_opening.salt}); // an index of two bytes
        for (int i = 0; i < 200; ++i)
            (void)sealer->seal("x", {}); // and a counter of two
        const QByteArray sealed = sealer->seal("Zhang Wei, 138 0000 0000", "id").value();
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray changed = sealed;
            changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
            const auto opened = sealer->open(changed, "id");
            QVERIFY2(!opened, qPrintable(QString::number(bit)));
            QCOMPARE(opened.error().code, QStringLiteral("seal.damaged"));
            QCOMPARE(opened.error().errorClass, ErrorClass::Data);
        }
    }

    void noticesTruncationAndAdditions()
    {
        auto sealer = Sealer::create(m_key, m_opening);
        const QByteArray sealed = sealer->seal("some text", "id").value();
        for (qsizetype size = 0; size < sealed.size(); ++size) {
            QVERIFY(!sealer->open(sealed.first(size), "id"));
            QVERIFY(!sealer->open(sealed.last(size), "id"));
        }
        QVERIFY(!sealer->open(sealed + '\0', "id"));
        QVERIFY(!sealer->open('\0' + sealed, "id"));
    }

    void noticesALongerSpellingOfTheSameHeader()
    {
        auto sealer = Sealer::create(m_key, Opening{0, m_opening.salt});
        const QByteArray sealed = sealer->seal("some text", "id").value();
        QCOMPARE(sealed.first(2), QByteArray("\0\0", 2));
        QVERIFY(!sealer->open(QByteArray("\x80\0\0", 3) + sealed.sliced(2), "id"));
        QVERIFY(!sealer->open(QByteArray("\0\x80\0", 3) + sealed.sliced(2), "id"));
        QVERIFY(!sealer->open(QByteArray(40, '\x80'), "id"));
        QVERIFY(!sealer->open(QByteArray(40, '\xff'), "id"));
    }

    void noticesSwappedBlobs()
    {
        auto sealer = Sealer::create(m_key, m_opening);
        const QByteArray first = sealer->seal("first", "row 1").value();
        const QByteArray second = sealer->seal("second", "row 2").value();
        QVERIFY(!sealer->open(first, "row 2"));
        QVERIFY(!sealer->open(second, "row 1"));
        // Heads and bodies mixed.
        QVERIFY(!sealer->open(first.first(2) + second.sliced(2), "row 2"));
        QVERIFY(!sealer->open(second.first(2) + first.sliced(2), "row 1"));
    }

    void refusesOtherKeysAndOpenings()
    {
        auto sealer = Sealer::create(m_key, m_opening);
        const QByteArray sealed = sealer->seal("text", "a").value();
        QVERIFY(!Sealer::create(SecretBytes::random(Sealer::keySize), m_opening)->open(sealed, "a"));
        QVERIFY(!Sealer::create(m_key, Opening{8, m_opening.salt})->open(sealed, "a"));
        QVERIFY(!Sealer::create(m_key, Opening{7, crypto::randomBytes(Opening::saltSize)})->open(sealed, "a"));
        QCOMPARE(Sealer::create(SecretBytes::random(16), m_opening).error().code, QStringLiteral("seal.bad_key"));
        QCOMPARE(Sealer::create(m_key, Opening{7, "short"}).error().code, QStringLiteral("seal.bad_key"));
    }

    void stopsAtItsLimit()
    {
        auto sealer = Sealer::create(m_key, m_opening);
        sealer->m_counter = Sealer::maximumSeals - 1;
        const auto last = sealer->seal("last", "a");
        QCOMPARE(sealer->open(last.value(), "a").value(), "last");
        QVERIFY(last->size() - 4 <= 1 + 7 + 16);
        QCOMPARE(sealer->seal("one more", "a").error().code, QStringLiteral("seal.exhausted"));
    }

    void noNonceMeetsItsKeyTwice()
    {
        // A store opened 20 times, its file put back to the state of the third opening in between.
        QSet<QByteArray> seen;
        QList<Opening> table;
        QList<Opening> copy;
        int sealedBlobs = 0;
        for (int time = 0; time < 20; ++time) {
            if (time == 3)
                copy = table;
            if (time == 10)
                table = copy;
            auto set = SealerSet::create(m_key.clone(), table);
            table.append(set->opening());
            for (int i = 0; i < 300; ++i, ++sealedBlobs)
                seen.insert(keyAndNonce(set->opening(), set->seal("same text", "same row").value()));
        }
        QCOMPARE(seen.size(), sealedBlobs);
    }

    void setOpensBlobsOfEarlierOpenings()
    {
        QList<Opening> table;
        QByteArrayList blobs;
        for (int time = 0; time < 5; ++time) {
            auto set = SealerSet::create(m_key.clone(), table);
            QCOMPARE(set->opening().index, quint32(time));
            for (int i = 0; i < time; ++i)
                QCOMPARE(set->open(blobs[i], "a").value(), QByteArray::number(i));
            blobs << set->seal(QByteArray::number(time), "a").value();
            table.prepend(set->opening()); // any order
        }
        auto set = SealerSet::create(m_key.clone(), table);
        QVERIFY(!set->open(blobs[2], "b"));
        QCOMPARE(set->open(blobs[2], "a").value(), "2");
        SealerSet moved = std::move(*set);
        QCOMPARE(moved.open(blobs[2], "a").value(), "2");
        QCOMPARE(moved.open(blobs[3], "a").value(), "3");
    }

    void setNoticesADamagedTableOfOpenings()
    {
        auto set = SealerSet::create(m_key.clone(), {});
        const QByteArray sealed = set->seal("text", "a").value();
        const Opening opening = set->opening();
        for (const QList<Opening> &table : {QList<Opening>{Opening{3, opening.salt}},
                                            QList<Opening>{Opening{0, crypto::randomBytes(16)}, Opening{1, opening.salt}},
                                            QList<Opening>{Opening{0, opening.salt.first(15)}}}) {
            const auto opened = SealerSet::create(m_key.clone(), table)->open(sealed, "a");
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, QStringLiteral("seal.damaged"));
        }
    }
};

} // namespace tenantry

QTEST_GUILESS_MAIN(tenantry::TestSealer)
#include "tst_sealer.moc"
