// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// tenantryctl server …, as a program, against a real server.
#include "tests/app/tenantryctl.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::server;
using tenantry::test::describe;
using tenantry::test::environmentOf;
using tenantry::test::Outcome;
using tenantry::test::runTenantryctl;
using tenantry::test::TestCluster;

class TestServerCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_cluster.create(TestCluster::Schema::Without);
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }

    void saysHowItIsCalled() // APP-6
    {
        QCOMPARE(run({u"--version"_s}).code, 0);
        QCOMPARE(run({u"server"_s, u"--help"_s}).code, 0);
        QVERIFY(run({u"server"_s, u"install"_s, u"--help"_s}).output.contains(u"--private"_s));
        QCOMPARE(run({}).code, 2);
        QCOMPARE(run({u"server"_s, u"nothing"_s}).code, 2);
        QCOMPARE(run({u"server"_s, u"status"_s, u"--nothing"_s}).code, 2);
    }

    void refusesWhatIsNotThere()
    {
        const Outcome status = run({u"server"_s, u"status"_s});
        QCOMPARE(status.code, 1);
        QVERIFY2(status.errors.contains(u"3D000"_s), qPrintable(status.errors));
        const Outcome upgrade = run({u"server"_s, u"upgrade"_s, u"--database"_s, u"postgres"_s});
        QCOMPARE(upgrade.code, 1);
        QVERIFY2(upgrade.errors.contains(u"schema.not_installed"_s), qPrintable(upgrade.errors));
    }

    void refusesABadAdministrator_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << QByteArray() << u"terminal.no_input"_s;
        QTest::newRow("e-mail") << QByteArray("root\nRoot\nlong enough\n") << u"rule.email"_s;
        QTest::newRow("short password") << QByteArray("a@example.com\nRoot\nshort\n") << u"rule.too_short"_s;
        QTest::newRow("weak") << QByteArray("a@example.com\nRoot\nqwertyuiop12\n") << u"password.weak"_s; // ACC-2
        QTest::newRow("own data") << QByteArray("admin@example.com\nRoot\nadmin-password\n")
                                  << u"password.contains_own_data"_s; // ACC-2
    }
    void refusesABadAdministrator()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, said);
        const Outcome outcome = run({u"server"_s, u"install"_s, u"--database"_s, u"refused"_s}, input);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.errors.contains(said), qPrintable(outcome.errors));
        QVERIFY(!outcome.errors.contains(u"admin-password"_s));
    }

    void installsAndSignsIn() // APP-7
    {
        const Outcome installed =
            run({u"server"_s, u"install"_s}, "admin@example.com\n李管理\ncorrect horse 电池\n");
        QVERIFY2(installed.code == 0, qPrintable(installed.errors));
        const QString role = installed.output.section(u"administrator: "_s, 1).trimmed();
        QVERIFY2(role.startsWith(u"u_"_s), qPrintable(installed.output));
        ConnectionOptions options;
        options.profile = m_cluster.profileFor(role);
        options.profile.database = u"tenantry"_s;
        options.password = u"correct horse 电池"_s;
        const auto administrator = Connection::open(options);
        QVERIFY2(administrator, qPrintable(describe(administrator)));
        QCOMPARE(sqlState((*administrator)->exec(u"select * from app.users"_s).error()), u"42501"_s); // SEC-1
        const Outcome again = run({u"server"_s, u"install"_s});
        QVERIFY2(again.code == 0, qPrintable(again.errors));
        QVERIFY(again.output.contains(u"already"_s));
        const Outcome status = run({u"server"_s, u"status"_s});
        QCOMPARE(status.code, 0);
        QVERIFY2(status.output.contains(u"current"_s) && !status.output.contains(u"pending"_s),
                 qPrintable(status.output));
        QCOMPARE(run({u"server"_s, u"upgrade"_s}).code, 0);
    }

    void namesTheZoneInWhichALogCantBeRead() // ACC-10: an hour a year comes twice there
    {
        QVERIFY(!run({u"server"_s, u"status"_s}).output.contains(u"log_timezone"_s));
        // The server of tests has its zone from its command line, which nothing overrides: so this database shows the setting as if it were another.
        const auto show = [this](const QByteArray &setting) {
            const auto shown = m_cluster.ownerConnection(u"tenantry"_s)->script("set allow_system_table_mods = on; create or replace view pg_catalog.pg_settings as select a.name, " + setting +
                " as setting, a.unit, a.category, a.short_desc, a.extra_desc, a.context, a.vartype, a.source, a.min_val, a.max_val, a.enumvals,"
                " a.boot_val, a.reset_val, a.sourcefile, a.sourceline, a.pending_restart from pg_catalog.pg_show_all_settings() as a");
            return describe(shown);
        };
        QCOMPARE(show("case a.name when 'log_timezone' then 'Asia/Shanghai' else a.setting end"), QString());
        const Outcome warned = run({u"server"_s, u"status"_s});
        QCOMPARE(show("a.setting"), QString());
        QVERIFY2(warned.output.contains(u"log_timezone = Asia/Shanghai"_s), qPrintable(warned.output + warned.errors));
    }

    void anotherPasswordForWhoeverForgotTheirs() // ACC-2, ACC-9: where no mail is sent
    {
        const QByteArray email = "wang.wu@example.com";
        const Outcome added = run({u"account"_s, u"add"_s}, email + "\nWang Wu\nplum-Harbour 77 violin\n");
        QVERIFY2(added.code == 0, qPrintable(added.errors));
        const QString role = added.output.section(u"sign-in name: "_s, 1).trimmed();
        ConnectionOptions options;
        options.profile = m_cluster.profileFor(role);
        options.profile.database = u"tenantry"_s;
        options.password = u"plum-Harbour 77 violin"_s;
        const auto session = Connection::open(options);
        QVERIFY2(session, qPrintable(describe(session)));
        const auto set = [this, &email](const QByteArray &password, const QByteArray &whom = {}) {
            return run({u"account"_s, u"password"_s}, (whom.isEmpty() ? email : whom) + '\n' + password + '\n');
        };
        QVERIFY(set("qwertyuiop12").errors.contains(u"password.weak"_s));
        QVERIFY(set("quiet Wang Wu 31 cello").errors.contains(u"password.contains_own_data"_s));
        QVERIFY(set("quiet-Meadow 31 cello", "nobody@example.com").errors.contains(u"account.unknown_email"_s));
        QVERIFY((*session)->exec(u"select 1"_s));
        const Outcome changed = set("quiet-Meadow 31 cello");
        QVERIFY2(changed.code == 0, qPrintable(changed.errors));
        QCOMPARE(changed.output.section(u"sign-in name: "_s, 1).trimmed(), role);
        QVERIFY(!changed.output.contains(u"Meadow"_s) && !changed.errors.contains(u"Meadow"_s));
        QVERIFY(!(*session)->exec(u"select 1"_s)); // whoever had the old one is out
        QVERIFY(!Connection::open(options));
        options.password = u"quiet-Meadow 31 cello"_s;
        QVERIFY(Connection::open(options));
    }

    void refusesAnUnverifiedServer() // SEC-2
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PGHOST"_s, u"db.invalid"_s);
        environment.insert(u"PGSSLMODE"_s, u"require"_s);
        const Outcome outcome = run({u"server"_s, u"status"_s}, {}, environment);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.errors.contains(u"server.tls_required"_s), qPrintable(outcome.errors));
    }

private:
    [[nodiscard]] Outcome run(const QStringList &arguments, const QByteArray &input = {},
                              const QProcessEnvironment &environment = {}) const
    {
        return runTenantryctl(environment.isEmpty() ? environmentOf(m_cluster) : environment, arguments,
                              input);
    }

    TestCluster m_cluster;
};

QTEST_GUILESS_MAIN(TestServerCommand)
#include "tst_servercommand.moc"
