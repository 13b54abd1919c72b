// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// tenantryctl export and diagnose, as a program, against a real server with a demo.
#include "core/demo/platform.h"
#include "tests/app/tenantryctl.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using tenantry::test::describe;
using tenantry::test::environmentOf;
using tenantry::test::Outcome;
using tenantry::test::runTenantryctl;

class TestExportCommand : public QObject
{
    Q_OBJECT

    test::TestCluster m_cluster;
    QTemporaryDir m_folder;
    const QString m_files = m_folder.filePath(u"files"_s);

    [[nodiscard]] Outcome run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcessEnvironment environment = environmentOf(m_cluster);
        environment.insert(u"PGDATABASE"_s, m_cluster.ownerProfile().database);
        environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"home"_s));
        return runTenantryctl(environment, arguments, input);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_cluster.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        const auto made = demo::preparePlatform(m_cluster.ownerConnection()->options(),
                                                m_folder.filePath(u"personas.json"_s));
        QVERIFY2(made, qPrintable(describe(made)));
        // A frozen tenant too: the files know no tenants.
        QCOMPARE(
            m_cluster.psql(
                u"update app.tenants set state = 'frozen' where code = 'SMART_SERVICE' returning code"_s),
            u"SMART_SERVICE"_s);
        const Outcome exported = run({u"export"_s, u"--to"_s, m_files});
        QVERIFY2(exported.code == 0, qPrintable(exported.errors));
    }

    void erasesDetailsOfTheAudit() // AUD-3
    {
        const QString person = m_cluster.psql(u"select e.object_id from app.audit_entries as e join app.users as u on u.id = e.object_id limit 1"_s);
        QVERIFY(!person.isEmpty());
        const QStringList erase{u"audit"_s, u"erase"_s, u"--person"_s, person};
        QCOMPARE(run({u"audit"_s, u"erase"_s}, "file 7\ncourt\n").code, 2);
        QCOMPARE(run(erase + QStringList{u"--entry"_s, u"1"_s}, "file 7\ncourt\n").code, 2);
        QCOMPARE(run({u"audit"_s, u"erase"_s, u"--person"_s, u"Wang"_s}, "file 7\ncourt\n").code, 2);
        QCOMPARE(run(erase, "file 7\n").code, 2); // without a reason
        const Outcome done = run(erase, "file 7\ncourt order\n");
        QVERIFY2(done.code == 0, qPrintable(done.errors));
        QVERIFY2(done.output.contains(u"entries erased"_s) && done.output.contains(u", whole"_s), qPrintable(done.output));
        QCOMPARE(m_cluster.psql(u"select count(*) from app.audit_details as d join app.audit_entries as e on e.id = d.entry_id where e.object_id = '%1' and e.kind <> 'audit_details_erased'"_s.arg(person)), u"0"_s);
        QCOMPARE(run(erase, "file 7\ncourt order\n").code, 1); // nothing left
    }

    void answersAsTheServer() // APP-7, PRM-7
    {
        const QString everything = m_cluster.psql(
            u"select u.id || ' ' || s.id || ' ' || coalesce(app.role_on_space(u.id, s.id)::text, 'none')"
            " from (select id from app.users order by md5(id::text) limit 60) as u cross join app.spaces as s order by 1"_s);
        QByteArray queries;
        QByteArray expected;
        for (const QString &line : everything.split(u'\n')) {
            const QStringList parts = line.split(u' ');
            QCOMPARE(parts.size(), 3);
            queries += "check," + parts[0].toUtf8() + ",space," + parts[1].toUtf8() + '\n';
            expected += parts[2].toUtf8() + '\n';
        }
        QVERIFY(expected.contains("viewer") && expected.contains("none"));
        const Outcome answered = run({u"answer"_s, u"--from"_s, m_files, u"--queries"_s, u"-"_s}, queries);
        QCOMPARE(answered.errors, QString());
        QCOMPARE(answered.output.toUtf8(), expected);
    }

    void holdsNoAddresses() // SEC-4
    {
        for (const QFileInfo &info : QDir(m_files).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(".example"), qPrintable(info.fileName()));
        }
    }

    void saysWhatIsMissing()
    {
        QCOMPARE(run({u"export"_s}).code, 2);
        const Outcome refused = run({u"export"_s, u"--to"_s, m_folder.filePath(u"personas.json"_s)});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.errors.contains(u"export.unwritable"_s), qPrintable(refused.errors));
    }

    void diagnosesWithoutPersonalData()
    {
        QVERIFY(QDir().mkpath(m_folder.filePath(u"home/tenantry/profiles/0123456789abcdef"_s)));
        const Outcome told = run({u"diagnose"_s});
        QCOMPARE(told.errors, QString());
        QCOMPARE(told.code, 0);
        for (const QString &part : {u"tenantryctl "_s, u"PostgreSQL 15"_s, u", current"_s,
                                    u"local copies: 1"_s, u"01234567"_s, u"replica: none"_s})
            QVERIFY2(told.output.contains(part), qPrintable(told.output));
        QVERIFY2(!told.output.contains(m_folder.path()) && !told.output.contains(u'@'),
                 qPrintable(told.output));
    }

    void diagnosesAServerThatIsNotThere()
    {
        QProcessEnvironment nowhere = environmentOf(m_cluster);
        nowhere.insert(u"PGHOST"_s, m_folder.path());
        const Outcome told = runTenantryctl(nowhere, {u"diagnose"_s});
        QCOMPARE(told.code, 1);
        QVERIFY2(told.output.contains(u"server: not reached: server."_s), qPrintable(told.output));
        QVERIFY2(told.output.contains(u"local copies"_s), qPrintable(told.output));
    }
};

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
