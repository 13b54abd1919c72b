// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/pinyin.h"
#include "core/directory/searchindex.h"

#include <QTest>

#include <unicode/translit.h>

#include <memory>

using namespace tenantry::directory;
using namespace Qt::StringLiterals;

class TestPinyin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryReading_data() // MEM-2
    {
        QTest::addColumn<QString>("character");
        QTest::addColumn<QByteArrayList>("readings");
        QTest::newRow("张") << u"张"_s << QByteArrayList{"zhang"};
        QTest::newRow("单") << u"单"_s << QByteArrayList{"dan", "shan", "chan"};
        QTest::newRow("区") << u"区"_s << QByteArrayList{"qu", "ou"};
        QTest::newRow("查") << u"查"_s << QByteArrayList{"cha", "zha"};
        QTest::newRow("尉") << u"尉"_s << QByteArrayList{"wei", "yu"};
        QTest::newRow("曾") << u"曾"_s << QByteArrayList{"ceng", "zeng"};
        QTest::newRow("仇") << u"仇"_s << QByteArrayList{"chou", "qiu"};
        QTest::newRow("万") << u"万"_s << QByteArrayList{"wan", "mo"};
        QTest::newRow("吕") << u"吕"_s << QByteArrayList{"lv", "lu"};
        QTest::newRow("女") << u"女"_s << QByteArrayList{"nv", "nu"};
        QTest::newRow("龘, outside GB 2312") << u"龘"_s << QByteArrayList{"da"};
    }
    void knowsEveryReading()
    {
        QFETCH(QString, character);
        QFETCH(QByteArrayList, readings);
        const auto known = Pinyin::table().readings(character.front().unicode());
        for (const QByteArray &reading : readings)
            QVERIFY2(std::ranges::find(known, reading) != known.end(), reading.constData());
    }

    void knowsWhatIcuKnows() // as a word and as a surname
    {
        for (const char *id : {"Han-Latin; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC",
                               "Han-Latin/Names; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC"}) {
            UErrorCode status = U_ZERO_ERROR;
            const std::unique_ptr<icu::Transliterator> icu(
                icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(id), UTRANS_FORWARD, status));
            QVERIFY(U_SUCCESS(status));
            int compared = 0;
            for (char16_t c = 0x4e00; c <= 0x9fa5; ++c) {
                icu::UnicodeString text(c);
                icu->transliterate(text);
                const QByteArray reading = QString::fromUtf16(text.trim().getBuffer(), text.length()).replace(u'\u00fc', u'v').toUtf8();
                if (!std::ranges::all_of(reading, [](char letter) { return letter >= 'a' && letter <= 'z'; }))
                    continue;
                ++compared;
                const auto known = Pinyin::table().readings(c);
                QVERIFY2(std::ranges::find(known, reading) != known.end(), reading.constData());
            }
            QVERIFY(compared > 20'000);
        }
        QVERIFY(Pinyin::table().readings(u'a').empty() && Pinyin::table().readings(u'あ').empty());
    }

    void spellsNames()
    {
        std::vector<QByteArray> spellings;
        std::vector<QByteArray> initials;
        const auto spell = [&](const QString &name) { Pinyin::table().spell(name, spellings, initials); };
        spell(u"张三"_s);
        QVERIFY(std::ranges::find(spellings, "zhangsan"_ba) != spellings.end());
        QVERIFY(std::ranges::find(initials, "zs"_ba) != initials.end());
        spell(u"尉迟恭"_s);
        QVERIFY(std::ranges::find(spellings, "yuchigong"_ba) != spellings.end());
        QVERIFY(std::ranges::find(spellings, "weichigong"_ba) != spellings.end());
        spell(u"abc 平台 2组"_s);
        QVERIFY(std::ranges::find(spellings, "abcpingtai2zu"_ba) != spellings.end());
        QVERIFY(std::ranges::find(initials, "abcpt2z"_ba) != initials.end());
        spell(u"o'neill"_s);
        QVERIFY(spellings.empty() && initials.empty());
        spell(QString(60, u'单')); // 3^60 spellings there would be
        QVERIFY(spellings.size() <= 32);
        for (const QByteArray &spelling : {QByteArray("dan").repeated(60), QByteArray("shan").repeated(60)})
            QVERIFY(std::ranges::find(spellings, spelling) != spellings.end());
    }

    void marksWhatMatches_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<MatchRange>>("ranges");
        using Ranges = QList<MatchRange>;
        QTest::newRow("itself") << u"质效技术部"_s << u"技术"_s << Ranges{{2, 2}};
        QTest::newRow("case") << u"Platform Team"_s << u"TEAM"_s << Ranges{{9, 4}};
        QTest::newRow("pinyin") << u"张三丰"_s << u"zhangsan"_s << Ranges{{0, 2}};
        QTest::newRow("begun") << u"张三丰"_s << u"zhangs"_s << Ranges{{0, 2}};
        QTest::newRow("from its middle") << u"王张三"_s << u"angsan"_s << Ranges{{1, 2}};
        QTest::newRow("initials") << u"李张三"_s << u"zs"_s << Ranges{{1, 2}};
        QTest::newRow("surname") << u"单田芳"_s << u"shan"_s << Ranges{{0, 1}};
        QTest::newRow("two words") << u"张三 技术部"_s << u"zs js"_s << Ranges{{0, 2}, {3, 2}};
        QTest::newRow("mixed") << u"平台A组"_s << u"taiazu"_s << Ranges{{1, 3}};
        QTest::newRow("none") << u"张三"_s << u"李"_s << Ranges{};
        QTest::newRow("empty") << u"张三"_s << u"  "_s << Ranges{};
    }
    void marksWhatMatches()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QFETCH(QList<MatchRange>, ranges);
        QCOMPARE(matchRanges(text, query), ranges);
        QCOMPARE(matches(text, query), !ranges.isEmpty() || query.trimmed().isEmpty());
        QVERIFY(!matches(text, query + u" 无"_s));
    }
};

QTEST_GUILESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"
