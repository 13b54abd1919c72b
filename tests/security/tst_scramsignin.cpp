// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/scram.h"
#include "tests/support/testcluster.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

// ACC-2: with our verifier a person signs in to a real PostgreSQL, by the password as libpq sends it.
class TestScramSignIn : public QObject
{
    Q_OBJECT

    test::TestCluster m_cluster;

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_cluster.create(test::TestCluster::Schema::Without);
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }

    void signsInWithOurVerifier_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("ascii") << u"correct horse battery"_s;
        QTest::newRow("quotes") << u"it's \"quoted\" \\ {x} $1"_s;
        QTest::newRow("chinese") << u"密码是张伟的生日"_s;
        QTest::newRow("compatibility forms") << u"ﬁﬀ①Ａ　密码"_s;
        QTest::newRow("dropped characters") << u"pass\u00adword\u200d\ufe0f"_s;
        QTest::newRow("newer than Unicode 3.2") << u"①\U0001f642"_s;
        QTest::newRow("only dropped characters") << u"\u00ad\u00ad"_s;
        QTest::newRow("right to left") << u"\u0627\u0628\u0629"_s;
        QTest::newRow("long") << QString(128, u'长');
    }

    void signsInWithOurVerifier()
    {
        QFETCH(const QString, password);
        const QByteArray verifier = scram::makeVerifier(password).value();
        QCOMPARE(m_cluster.psql(u"drop role if exists person"_s), QString());
        QCOMPARE(m_cluster.psql(u"create role person login password '%1'"_s.arg(QString::fromLatin1(verifier))), QString());
        // PostgreSQL kept it as it is, that is, it took it for a verifier and not for a password.
        QCOMPARE(m_cluster.psql(u"select rolpassword from pg_authid where rolname = 'person'"_s), QString::fromLatin1(verifier));
        const auto connection = m_cluster.personConnection(u"person"_s, password);
        QVERIFY2(connection, qPrintable(test::describe(connection)));
        QVERIFY(!m_cluster.personConnection(u"person"_s, password + u'x'));
    }
};

QTEST_GUILESS_MAIN(TestScramSignIn)
#include "tst_scramsignin.moc"
