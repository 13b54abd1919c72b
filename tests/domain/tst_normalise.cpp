// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/normalise.h"
#include "tests/support/testcluster.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// design §10: normalise is the same in C++ and in SQL at every code point.
class TestNormalise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examples();
    void everyCodePoint();
    void texts();

private:
    test::TestCluster m_cluster;
};

void TestNormalise::examples()
{
    QCOMPARE(normalise(u"\u0130STANBUL"_s), u"istanbul"_s);
    QCOMPARE(normalise(u"ＡＢＣ１"_s), u"abc1"_s);
    QCOMPARE(normalise(u"ÉCOLE"_s), normalise(u"e\u0301cole"_s));
    QCOMPARE(normalise(u"技术中心"_s), u"技术中心"_s);
    QCOMPARE(normalise(u"ΣΑΣ"_s), u"σασ"_s); // no final sigma: PostgreSQL has none
}

void TestNormalise::everyCodePoint()
{
    const QString error = m_cluster.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const auto owner = m_cluster.ownerConnection();
    // Surrounded, so that what a neighbour does to it shows as well.
    const auto rows =
        owner->exec(u"select c, app.normalise('A' || chr(c) || 'A') from generate_series(1, 1114111) as c"
                    " where c not between 55296 and 57343 order by c"_s);
    QVERIFY2(rows, qPrintable(test::describe(rows)));
    QCOMPARE(rows->size(), 1114111 - 2048);
    QStringList differences;
    for (const QVariantList &row : rows->rows) {
        const char32_t c = row.at(0).toUInt();
        const QString here = normalise(u'A' + QStringView(QChar::fromUcs4(c)).toString() + u'A');
        if (here != row.at(1).toString())
            differences.append(u"U+%1 '%2' here, '%3' there"_s.arg(QString::number(uint(c), 16), here,
                                                                   row.at(1).toString()));
    }
    QVERIFY2(differences.isEmpty(),
             qPrintable(differences.mid(0, 40).join(u'\n') + u"\n%1 in all"_s.arg(differences.size())));
}

void TestNormalise::texts()
{
    for (const QString &text : {u"ΟΔΥΣΣΕΥΣ ΣΣ"_s, u"\u1fb3\u0345"_s, u"각\u1100\u1161\u11a8"_s, u"ﬁﬀ™ℌ"_s,
                                u"q\u0323\u0307 Q\u0307\u0323"_s, u"\u0130\u0307"_s, u"👩‍💻 TEAM"_s,
                                u"\U00020BB7\U0002F800"_s})
        QCOMPARE(m_cluster.psql(u"select app.normalise(?)"_s, {text}), normalise(text));
}

QTEST_GUILESS_MAIN(TestNormalise)
#include "tst_normalise.moc"
