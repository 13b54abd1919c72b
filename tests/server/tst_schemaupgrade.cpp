// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/schemainstaller.h"
#include "tests/support/testcluster.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::server;
using tenantry::test::describe;
using tenantry::test::TestCluster;

namespace {

/// Everything of our schemas that a program could notice, one thing a line.
constexpr QStringView catalogQuery =
    u"select line from ("
    "select format('column %s.%s %s %s %s', c.oid::regclass, a.attnum, a.attname, format_type(a.atttypid, "
    "a.atttypmod), concat_ws(' ', a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, "
    "d.adrelid))) as line, c.relnamespace as ns"
    " from pg_attribute as a join pg_class as c on c.oid = a.attrelid left join pg_attrdef as d on "
    "(d.adrelid, d.adnum) = (a.attrelid, a.attnum) where a.attnum > 0 and not a.attisdropped"
    " union all select format('relation %s %s %s %s %s', oid::regclass, relkind, relowner::regrole, "
    "relrowsecurity, relacl), relnamespace from pg_class"
    " union all select format('constraint %s %s %s', conrelid::regclass, conname, "
    "pg_get_constraintdef(oid)), connamespace from pg_constraint"
    " union all select format('index %s', pg_get_indexdef(i.indexrelid)), c.relnamespace from pg_index as i "
    "join pg_class as c on c.oid = i.indexrelid"
    " union all select format('trigger %s', pg_get_triggerdef(t.oid)), c.relnamespace from pg_trigger as t "
    "join pg_class as c on c.oid = t.tgrelid where not t.tgisinternal"
    " union all select format('function %s %s %s %s', oid::regprocedure, proowner::regrole, proacl, "
    "md5(pg_get_functiondef(oid))), pronamespace from pg_proc where prokind = 'f'"
    " union all select format('type %s %s', oid::regtype, (select string_agg(enumlabel, ',' order by "
    "enumsortorder) from pg_enum where enumtypid = oid)), typnamespace from pg_type"
    ") as q join pg_namespace as n on n.oid = q.ns where n.nspname in ('app', 'api', 'cmd', 'worker')"
    " and line !~ 'pg_toast' order by line collate \"C\"";

constexpr QStringView feedQuery = u"select format('%s %s %s %s refs %s gone %s', scope_kind, scope_id, kind, "
                                  u"id, refs, gone) from app.feed order by 1";

/// Where a later step changed who sees what without a new table: the entries that it had to make, as a
/// condition on app.feed.
constexpr std::pair<int, QStringView> addedEntries[] = {
    {19, u"scope_kind = 2 and kind = 2"},
    {70, u"scope_kind = 9 and scope_id in (select id from app.resources)"},
    {72, u"scope_kind = 8 and kind = 10 and id in (select id from app.grants where resource_id is not null)"},
    {160, u"scope_kind = 6 and kind in (18, 20)"},
    {170, u"kind = 22"}};

} // namespace

/// APP-7: a database of any older step, with rows in it, becomes by the upgrade what a fresh one is.
class TestSchemaUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_cluster.create(TestCluster::Schema::Without);
        QVERIFY2(error.isEmpty(), qPrintable(error));
        const auto fresh = database(u"fresh"_s);
        const auto installed = SchemaInstaller(*fresh).install();
        QVERIFY2(installed, qPrintable(describe(installed)));
        m_catalog = lines(*fresh, catalogQuery);
        QVERIFY(m_catalog.size() > 500);
        m_reference = database(u"reference"_s);
        upTo(*m_reference, SchemaFiles::embedded().steps.last().number);
        QVERIFY(SchemaInstaller(*m_reference).install());
        QVERIFY(m_reference->exec(u"select app.rebuild_feed()"_s));
    }

    void fromEveryStep_data()
    {
        QTest::addColumn<int>("step");
        for (const SchemaFile &step : SchemaFiles::embedded().steps)
            QTest::addRow("%s", qPrintable(step.name)) << step.number;
    }

    void fromEveryStep()
    {
        QFETCH(int, step);
        const auto old = database(u"from %1"_s.arg(step));
        upTo(*old, step);
        if (step >= 5)
            fillFeed(*old, step);
        const auto upgraded = SchemaInstaller(*old).install();
        QVERIFY2(upgraded, qPrintable(describe(upgraded)));
        QVERIFY(upgraded->current);
        compare(lines(*old, catalogQuery), m_catalog);
        if (step < 5) // before there was a feed there was nobody to read it
            return;
        const QStringList feed = lines(*old, feedQuery);
        QVERIFY(old->exec(u"select app.rebuild_feed()"_s));
        compare(feed, lines(*old, feedQuery));
        const QStringList kept = {u"users"_s,        u"tenants"_s,       u"memberships"_s,
                                  u"spaces"_s,       u"resources"_s,     u"grants"_s,
                                  u"applications"_s, u"audit_details"_s, u"history"_s};
        if (step >= 9) { // the picture came with that step
            for (const QString &table : kept) {
                const QString rows =
                    u"select r::text from app.%1 as r where r::text not like '%platform_installed%' order by 1"_s
                        .arg(table);
                compare(lines(*old, rows), lines(*m_reference, rows));
            }
        }
    }

private:
    [[nodiscard]] std::unique_ptr<Connection> database(const QString &name)
    {
        const auto outside = m_cluster.ownerConnection(u"postgres"_s);
        const auto made = SchemaInstaller::ensureDatabase(*outside, name);
        if (!made)
            qFatal("%s", qPrintable(describe(made)));
        return m_cluster.ownerConnection(name);
    }

    /// The tables of that step, with rows in them.
    /// Step by step, each step's rows as they came then: what later steps make of them is what is tested.
    static void upTo(Connection &owner, int step)
    {
        const QList<SchemaFile> steps = SchemaFiles::embedded().steps;
        for (const SchemaFile &file : steps) {
            QFile rows(QStringLiteral(TENANTRY_UPGRADE_DATA "/%1.sql").arg(file.number, 3, 10, QChar(u'0')));
            if (file.number > step || !rows.open(QIODevice::ReadOnly))
                continue;
            installUpTo(owner, file.number);
            const auto filled = owner.script("begin;" + rows.readAll() + "commit;");
            QVERIFY2(filled, qPrintable(rows.fileName() + describe(filled)));
        }
        installUpTo(owner, step);
    }

    static void installUpTo(Connection &owner, int step)
    {
        SchemaFiles files = SchemaFiles::embedded();
        files.steps.removeIf([step](const SchemaFile &file) { return file.number > step; });
        files.declarations.clear();
        files.functions.clear();
        files.hardening.clear();
        const auto installed = SchemaInstaller(owner, files).install();
        QVERIFY2(installed, qPrintable(describe(installed)));
    }

    /// The feed as the installation of that step had it: what the reference has, without what came later.
    void fillFeed(Connection &old, int step)
    {
        QString later = u"kind in (0%1)"_s.arg(step < 9 ? u", 19"_s : QString());
        for (const auto &[number, entries] : addedEntries)
            if (step < number)
                later += u" or ("_s + entries.toString() + u')';
        // Not the plans and settings that every installation begins with: the upgrade makes those that are
        // missing.
        const QStringList entries = lines(
            *m_reference,
            u"select format('(%s, ''%s'', %s, ''%s'', %s)', scope_kind, scope_id, kind, id, refs) from "
            u"app.feed where not gone"
            " and not (kind = 15 and id::text not like '00000000%') and not (kind = 14 and id <> '00000000-0000-7000-8000-000000000101') and not ("_s +
                later + u')');
        QVERIFY(entries.size() > 40);
        const auto filled = old.exec(
            u"insert into app.feed (scope_kind, scope_id, kind, id, refs) values "_s + entries.join(u", "_s) +
            u" on conflict do nothing"_s); // what a step made itself while it ran over the rows
        QVERIFY2(filled, qPrintable(describe(filled)));
    }

    [[nodiscard]] static QStringList lines(Connection &owner, QStringView query)
    {
        const auto rows = owner.exec(query.toString());
        if (!rows)
            qFatal("%s", qPrintable(describe(rows)));
        QStringList lines;
        for (const QVariantList &row : rows->rows)
            lines.append(row.value(0).toString());
        return lines;
    }

    static void compare(const QStringList &actual, const QStringList &expected)
    {
        QStringList differences;
        std::set_difference(actual.begin(), actual.end(), expected.begin(), expected.end(),
                            std::back_inserter(differences));
        const qsizetype extra = differences.size();
        std::set_difference(expected.begin(), expected.end(), actual.begin(), actual.end(),
                            std::back_inserter(differences));
        QVERIFY2(differences.isEmpty(), qPrintable(u"%1 too many, %2 missing: %3"_s.arg(extra)
                                                       .arg(differences.size() - extra)
                                                       .arg(differences.mid(0, 8).join(u"\n"_s))));
        QCOMPARE(actual.size(), expected.size());
    }

    TestCluster m_cluster;
    QStringList m_catalog;
    std::unique_ptr<Connection> m_reference;
};

QTEST_GUILESS_MAIN(TestSchemaUpgrade)
#include "tst_schemaupgrade.moc"
