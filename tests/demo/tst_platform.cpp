// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/demo/personas.h"
#include "core/demo/platform.h"
#include "tests/support/testcluster.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::demo;
using namespace Qt::StringLiterals;

// APP-8: the demo platform on a real server.
class TestPlatform : public QObject
{
    Q_OBJECT

    test::TestCluster m_cluster;
    QTemporaryDir m_folder;
    QString m_personas;

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_cluster.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        m_personas = m_folder.filePath(u"personas.json"_s);
    }

    void theWorldPassesEveryConstraint()
    {
        const auto owner = m_cluster.ownerConnection();
        Loader loader(*owner, true);
        const auto installed = loader.installed();
        QVERIFY(installed);
        const auto begun = owner->exec(u"select 1"_s);
        QVERIFY(begun);
        const World world = makeWorld({}, *installed, SystemClock().now());
        const auto loaded = loader.load(world);
        QVERIFY2(loaded, loaded ? "" : qPrintable(test::describe(loaded.error())));
        QCOMPARE(m_cluster.psql(u"select count(*) from app.users"_s), QString::number(world.users.size()));
        // What the triggers made of it is what is built afterwards where they are bypassed.
        const QString feed = u"select count(*), sum(refs), md5(string_agg(format('%s:%s:%s:%s:%s', scope_kind, scope_id, kind, id, refs), ',' "
                             "order by scope_kind, scope_id, kind, id)) from app.feed where not gone"_s;
        const QString byTriggers = m_cluster.psql(feed);
        QVERIFY(m_cluster.psql(u"select app.rebuild_feed() > 0"_s) == u"t");
        QCOMPARE(m_cluster.psql(feed), byTriggers);
    }

    void isMadeOnceAndItsPersonasSignIn()
    {
        test::TestCluster cluster;
        const QString error = cluster.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        const auto owner = cluster.ownerConnection();
        const auto prepared = preparePlatform(owner->options(), m_personas);
        QVERIFY2(prepared, prepared ? "" : qPrintable(test::describe(prepared.error())));
        QCOMPARE(cluster.psql(u"select count(*) filter (where status = 'pending') from app.applications"_s), u"12"_s);
        QCOMPARE(cluster.psql(u"select shift from app.clock"_s), u"00:00:00"_s);
        // ROL-1, ROL-3: each tenant has roles of its own, which people hold, and two that exclude each other.
        QCOMPARE(cluster.psql(u"select count(*) from app.tenants as t where not t.is_default and not exists (select from app.tenant_roles as r where r.tenant_id = t.id)"_s), u"0"_s);
        QVERIFY(cluster.psql(u"select count(*) > 5 from app.role_assignments where role not in ('tenant_administrator', 'system_administrator')"_s) == u"t");
        QVERIFY(cluster.psql(u"select count(*) >= 2 from app.tenant_roles where excludes <> '{}'"_s) == u"t");
        QCOMPARE(cluster.psql(u"select count(*) from app.role_assignments as a join app.users as u on u.id = a.user_id where a.tenant_id is not null and a.tenant_id <> u.tenant_id"_s), u"0"_s);
        QVERIFY(cluster.psql(u"select count(*) > 500 from app.history"_s) == u"t");

        const auto accounts = readPersonas(m_personas);
        QVERIFY(accounts);
        QCOMPARE(int(accounts->size()), 7);
        QCOMPARE(QFileInfo(m_personas).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
        for (const PersonaAccount &account : *accounts) {
            const auto person = cluster.personConnection(account.roleName, account.password);
            QVERIFY2(person, qPrintable(account.key));
            const auto who = (*person)->exec(u"select api.whoami() ->> 'user_id'"_s);
            QVERIFY2(who, who ? "" : qPrintable(test::describe(who.error())));
            QCOMPARE(who->value().toString(), account.userId.toString());
        }

        const QString before = cluster.psql(u"select count(*) from app.users"_s), roles = cluster.psql(u"select count(*) from app.tenant_roles"_s);
        QVERIFY(preparePlatform(owner->options(), m_personas));
        QCOMPARE(cluster.psql(u"select count(*) from app.users"_s), before);
        QCOMPARE(cluster.psql(u"select count(*) from app.tenant_roles"_s), roles);

        // Cut off before the accounts were written down: completed by the next run.
        QVERIFY(QFile::remove(m_personas));
        QVERIFY(preparePlatform(owner->options(), m_personas));
        const auto again = readPersonas(m_personas);
        QVERIFY(again);
        QVERIFY(cluster.personConnection(again->front().roleName, again->front().password));
        QCOMPARE(cluster.psql(u"select count(*) filter (where status = 'pending') from app.applications"_s), u"12"_s);
    }
};

QTEST_GUILESS_MAIN(TestPlatform)
#include "tst_platform.moc"
