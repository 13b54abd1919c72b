// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/schemainstaller.h"
#include "tests/support/testcluster.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::server;
using tenantry::test::describe;
using tenantry::test::TestCluster;

namespace {

constexpr const char *firstStep =
    "create schema app;\n"
    "create table app.schema_steps (number integer primary key, name text not null,"
    " applied_at timestamptz not null default clock_timestamp());\n"
    "create table app.declarations (name text primary key, content jsonb not null);\n";

/// A schema in a folder, for what the real one can't show.
class Folder final
{
public:
    Folder()
    {
        put(u"roles.sql"_s,
            "do $$ begin if to_regrole('tenantry_owner') is null then create role tenantry_owner nologin; "
            "end if;"
            " execute format('alter database %I owner to tenantry_owner', current_database()); end $$;");
        put(u"steps/001_first.sql"_s, firstStep);
    }
    void put(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void remove(const QString &name) const { QFile::remove(m_folder.filePath(name)); }
    [[nodiscard]] SchemaFiles files() const { return *SchemaFiles::fromFolder(m_folder.path()); }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestSchemaInstaller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_cluster.create(TestCluster::Schema::Without);
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }

    void init()
    {
        const auto outside = m_cluster.ownerConnection(u"postgres"_s);
        m_database = u"schema %1"_s.arg(++m_count);
        const auto made = SchemaInstaller::ensureDatabase(*outside, m_database);
        QVERIFY2(made, qPrintable(describe(made)));
        QVERIFY(SchemaInstaller::ensureDatabase(*outside, m_database)); // there already
        m_owner = m_cluster.ownerConnection(m_database);
    }
    void cleanup() { m_owner.reset(); }

    void installsTheRealOne() // APP-7
    {
        SchemaInstaller installer(*m_owner);
        QVERIFY(!installer.status()->current);
        const auto installed = installer.install();
        QVERIFY2(installed, qPrintable(describe(installed)));
        QVERIFY(installed->current);
        QCOMPARE(installed->installed, installed->available);
        QVERIFY(installed->pending.isEmpty());
        const auto again = installer.install();
        QVERIFY(again && again->current);
    }

    void nothingBelongsToTheSuperuser() // SEC-1
    {
        QVERIFY(SchemaInstaller(*m_owner).install());
        const auto owned =
            m_owner->exec(u"select string_agg(o.kind || ' ' || o.name, ', ') from ("
                          "select 'relation' kind, c.oid::regclass::text name, relowner owner, relnamespace "
                          "ns from pg_class c"
                          " union all select 'function', p.oid::regprocedure::text, proowner, pronamespace "
                          "from pg_proc p) o"
                          " join pg_namespace n on n.oid = o.ns join pg_roles r on r.oid = o.owner"
                          " where rolsuper and nspname in ('app', 'cmd', 'api', 'worker')"_s);
        QVERIFY2(owned, qPrintable(describe(owned)));
        QCOMPARE(owned->value().toString(), QString());
    }

    void appliesInOrderAndOnce()
    {
        Folder folder;
        folder.put(u"steps/010_later.sql"_s,
                   "create table app.later (a int); insert into app.later select count(*) from app.earlier;");
        folder.put(u"steps/002_earlier.sql"_s,
                   "create table app.earlier (a int); insert into app.earlier values (1), (2);");
        folder.put(u"rules.json"_s, R"({"length": 3})");
        // uses the declaration, and a function of a file that comes after it
        folder.put(u"functions/a/first.sql"_s,
                   "create or replace function app.length() returns int language sql as $$"
                   " select (content->>'length')::int * app.factor() from app.declarations where name = "
                   "'rules' $$;");
        folder.put(u"functions/b.sql"_s,
                   "create or replace function app.factor() returns int language sql as $$ select 2 $$;");
        folder.put(u"hardening.sql"_s, "create table app.hardened as select current_user::text as by_whom;");
        const auto installed = SchemaInstaller(*m_owner, folder.files()).install();
        QVERIFY2(installed, qPrintable(describe(installed)));
        QCOMPARE(installed->installed, 10);
        QCOMPARE(m_owner->exec(u"select a from app.later"_s)->value().toInt(), 2);
        QCOMPARE(m_owner->exec(u"select app.length()"_s)->value().toInt(), 6);
        QCOMPARE(m_owner->exec(u"select by_whom from app.hardened"_s)->value().toString(), u"app_owner"_s);
        QCOMPARE(m_owner->exec(u"select tableowner from pg_tables where tablename = 'later'"_s)
                     ->value()
                     .toString(),
                 u"tenantry_owner"_s);
        QVERIFY(SchemaInstaller(*m_owner, folder.files()).install()); // hardening would fail if it ran again
    }

    void goesOnAfterAFailedStep()
    {
        Folder folder;
        folder.put(u"steps/002_good.sql"_s, "create table app.good (a int);");
        folder.put(u"steps/003_bad.sql"_s, "create table app.half (a int);\nselect nothing_such;");
        const auto broken = SchemaInstaller(*m_owner, folder.files()).install();
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, u"schema.file_failed"_s);
        QCOMPARE(broken.error().parameters.value(u"file"_s).toString(), u"steps/003_bad.sql"_s);
        QCOMPARE(broken.error().parameters.value(u"line"_s).toInt(), 2);
        const auto status = SchemaInstaller(*m_owner, folder.files()).status();
        QCOMPARE(status->installed, 2);
        QCOMPARE(status->pending, QStringList(u"steps/003_bad.sql"_s));
        QVERIFY(m_owner->exec(u"select to_regclass('app.half') is null"_s)->value().toBool());
        folder.put(u"steps/003_bad.sql"_s, "create table app.half (a int);");
        const auto mended = SchemaInstaller(*m_owner, folder.files()).install();
        QVERIFY2(mended, qPrintable(describe(mended)));
        QVERIFY(mended->current);
    }

    void refusesANewerSchema()
    {
        Folder folder;
        folder.put(u"steps/002_second.sql"_s, "select 1;");
        QVERIFY(SchemaInstaller(*m_owner, folder.files()).install());
        folder.remove(u"steps/002_second.sql"_s);
        const auto older = SchemaInstaller(*m_owner, folder.files()).install();
        QVERIFY(!older);
        QCOMPARE(older.error().code, u"schema.newer"_s);
        QCOMPARE(older.error().parameters.value(u"installed"_s).toInt(), 2);
    }

    void refusesAStepThatChanged()
    {
        Folder folder;
        QVERIFY(SchemaInstaller(*m_owner, folder.files()).install());
        folder.put(u"steps/001_first.sql"_s, QByteArray(firstStep) + "create table app.more ();");
        QCOMPARE(SchemaInstaller(*m_owner, folder.files()).install().error().code, u"schema.step_changed"_s);
    }

    void upgradesChangedFunctions()
    {
        Folder folder;
        folder.put(u"functions/f.sql"_s,
                   "create or replace function app.f() returns int language sql as 'select 1';");
        QVERIFY(SchemaInstaller(*m_owner, folder.files()).install());
        folder.put(u"functions/f.sql"_s,
                   "create or replace function app.f() returns int language sql as 'select 2';");
        QVERIFY(!SchemaInstaller(*m_owner, folder.files()).status()->current);
        QVERIFY(SchemaInstaller(*m_owner, folder.files()).install());
        QCOMPARE(m_owner->exec(u"select app.f()"_s)->value().toInt(), 2);
    }

    void waitsForALock()
    {
        Folder folder;
        QVERIFY(SchemaInstaller(*m_owner, folder.files()).install());
        folder.put(u"steps/002_alter.sql"_s, "alter table app.declarations add column more int;");
        const auto reader = m_cluster.ownerConnection(m_database);
        QVERIFY(reader->exec(u"begin"_s));
        QVERIFY(reader->exec(u"select * from app.declarations"_s));
        // lets go on its own after a while: the installer must still be trying then
        QVERIFY(reader->exec(u"set idle_in_transaction_session_timeout = 1500"_s));
        const auto done = SchemaInstaller(*m_owner, folder.files()).install();
        QVERIFY2(done, qPrintable(describe(done)));
    }

    void refusesAnotherLocale()
    {
        QCOMPARE(m_cluster.psql(u"create database plain_c template template0 encoding 'UTF8' locale 'C'"_s),
                 QString());
        const auto plain = m_cluster.ownerConnection(u"plain_c"_s);
        const auto refused = SchemaInstaller(*plain).install();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"schema.locale"_s);
        QCOMPARE(m_cluster.psql(u"create database latin template template0 encoding 'LATIN1' locale 'C'"_s),
                 QString());
        const auto latin = m_cluster.ownerConnection(u"latin"_s);
        QCOMPARE(SchemaInstaller(*latin).install().error().code, u"schema.locale"_s);
    }

    void refusesMisnamedFiles()
    {
        Folder folder;
        folder.put(u"steps/2_short.sql"_s, "select 1;");
        QCOMPARE(SchemaFiles::fromFolder(folder.path()).error().code, u"schema.files"_s);
        folder.remove(u"steps/2_short.sql"_s);
        folder.put(u"steps/001_twin.sql"_s, "select 1;");
        QCOMPARE(SchemaFiles::fromFolder(folder.path()).error().code, u"schema.files"_s);
        folder.remove(u"steps/001_twin.sql"_s);
        folder.put(u"broken.json"_s, "{");
        QCOMPARE(SchemaFiles::fromFolder(folder.path()).error().code, u"schema.files"_s);
    }

private:
    TestCluster m_cluster;
    QString m_database;
    std::unique_ptr<Connection> m_owner;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestSchemaInstaller)
#include "tst_schemainstaller.moc"
