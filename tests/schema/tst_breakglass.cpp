// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TEN-13, ROL-2: a system administrator in a tenant, for a while, told and recorded; TEN-11, TEN-15: what they do to it by its state.
#include "core/domain/platformcommands.h"
#include "core/domain/rolecommands.h"
#include "tests/schema/commandworld.h"
#include "tests/support/memoryreplica.h"

#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestBreakGlass : public QObject
{
    Q_OBJECT

    CommandWorld w;

    [[nodiscard]] static TenantId tenantId(const QString &id) { return CommandWorld::tenantId(id); }
    QString open(const Person &person, int minutes = 60)
    {
        const QUuid id(SchemaWorld::newId());
        const Answer answer = w.give(person, breakGlassOpen(id, tenantId(w.tenantA), minutes, u"数据库巡检"_s));
        if (!answer.isDone())
            qWarning("%s", qPrintable(answer.text()));
        return id.toString(QUuid::WithoutBraces);
    }
    Answer end(const Person &person, const QString &id)
    {
        return w.give(person, breakGlassEnd(QUuid(id), tenantId(w.tenantA)));
    }
    /// Something that only who administers tenant A may.
    Answer act(const Person &person)
    {
        return w.give(person, roleGroupOf(u"组 "_s + SchemaWorld::newId()));
    }
    [[nodiscard]] tenantry::Command roleGroupOf(const QString &name) const
    {
        tenantry::Command command{};
        command.kind = u"role_group_create"_s;
        command.payload = {{u"group_id"_s, SchemaWorld::newId()}, {u"tenant_id"_s, w.tenantA}, {u"name"_s, name}};
        return command;
    }
    void shift(const QString &by) const { w.must(u"update app.clock set shift = ?::interval"_s, {by}); }
    [[nodiscard]] QString told(const QString &kind) const
    {
        return w.must(u"select string_agg(coalesce(n.audience_scope_kind::text, (select string_agg(u.name, ',') from app.users as u where u.id = any (n.audience_user_ids))), ' ' order by n.audience_scope_kind)"
                      " from app.notifications as n where n.kind = ?"_s, {kind});
    }
    /// The rows of the tenant's own scope that a replica holds.
    [[nodiscard]] static int privateRows(const MemoryReplica &replica)
    {
        int rows = 0;
        for (auto it = replica.rows().begin(); it != replica.rows().end(); ++it)
            rows += it.key().scopeKind == 4;
        return rows;
    }
    [[nodiscard]] QString differenceToFresh(server::Connection &connection, const MemoryReplica &replica) const
    {
        MemoryReplica fresh(connection);
        if (const auto pulled = fresh.pull(); !pulled)
            return describe(pulled.error());
        return fresh.rows() == replica.rows() && fresh.scopes() == replica.scopes() ? QString() : u"differs"_s;
    }
    tenantry::Command state(TenantState wanted)
    {
        tenantry::Command command = tenantSetState(tenantId(w.tenantA), wanted, u"欠费"_s);
        command.see(QUuid(w.tenantA), {}, w.must(u"select version from app.tenants where id = ?"_s, {w.tenantA}).toInt());
        return command;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void cleanup()
    {
        w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantA});
        w.must(u"delete from app.break_glass"_s);
        w.must(u"delete from app.security_events"_s);
        w.must(u"delete from app.notification_reads"_s);
        w.must(u"delete from app.notifications where kind like 'break_glass%' or kind like 'tenant_%_changed'"_s);
        shift(u"0"_s);
    }

    void withoutItNothingIsOpen() // ROL-2
    {
        QCOMPARE(act(w.root).code(), u"command.not_allowed"_s);
        QCOMPARE(w.must(u"select app.holds_scope(?, 4::smallint, ?)"_s, {w.root.id, w.tenantA}), u"f"_s);
        open(w.secondRoot); // somebody else's opens nothing to root
        QCOMPARE(act(w.root).code(), u"command.not_allowed"_s);
        QCOMPARE(w.must(u"select app.holds_scope(?, 4::smallint, ?)"_s, {w.root.id, w.tenantA}), u"f"_s);
    }

    void opensWhatTheAdministratorHas() // TEN-13: told at once, marked in the audit, the other tenant stays closed
    {
        const QString id = open(w.root);
        QCOMPARE(told(u"break_glass_opened"_s), u"2 Admin A"_s);
        QCOMPARE(w.must(u"select string_agg(distinct parameters ->> 'reason', ',') from app.notifications where kind = 'break_glass_opened'"_s), u"数据库巡检"_s);
        QVERIFY2(act(w.root).isDone(), qPrintable(act(w.root).text()));
        QCOMPARE(w.must(u"select d.detail -> 'origin' ->> 'break_glass' from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id"
                        " where e.kind = 'role_group_create' order by e.id desc limit 1"_s), id);
        tenantry::Command elsewhere = roleGroupOf(u"组"_s);
        elsewhere.payload[u"tenant_id"_s] = w.tenantB;
        QCOMPARE(w.give(w.root, elsewhere).code(), u"command.not_allowed"_s);
        QVERIFY(act(w.adminA).isDone()); // not marked
        QCOMPARE(w.must(u"select d.detail -> 'origin' ? 'break_glass' from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id"
                        " where e.kind = 'role_group_create' order by e.id desc limit 1"_s), u"f"_s);
        QCOMPARE(w.must(u"select count(*) from app.security_events where kind = 'break_glass_opened' and tenant_id = ?"_s, {w.tenantA}), u"1"_s);
        // No administrator, and nobody who counts.
        QCOMPARE(w.must(u"select administrator_id from app.tenants where id = ?"_s, {w.tenantA}), w.adminA.id);
        QCOMPARE(w.must(u"select count(*) from app.memberships where user_id = ? and tenant_id = ?"_s, {w.root.id, w.tenantA}), u"0"_s);
    }

    void questionsFollow() // the audit and the removed members of the tenant
    {
        const auto refused = [&](const QString &function, const QJsonObject &arguments) {
            return failureOf(*w.connect(w.root), u"select api.%1(?::jsonb)"_s.arg(function), {QString::fromUtf8(QJsonDocument(arguments).toJson())});
        };
        QVERIFY(refused(u"audit_page"_s, {{u"tenant"_s, w.tenantA}}).contains(u"audit.not_allowed"_s));
        QVERIFY(refused(u"removed_members"_s, {{u"tenant_id"_s, w.tenantA}}).contains(u"command.not_allowed"_s));
        open(w.root);
        QCOMPARE(refused(u"audit_page"_s, {{u"tenant"_s, w.tenantA}}), QString());
        QCOMPARE(refused(u"removed_members"_s, {{u"tenant_id"_s, w.tenantA}}), QString());
        QVERIFY(refused(u"audit_page"_s, {{u"tenant"_s, w.tenantB}}).contains(u"audit.not_allowed"_s));
    }

    void aConsoleIsToldUntilWhen() // so that it forgets by itself
    {
        const auto told = [&](const Person &person) {
            const auto connection = w.connect(person);
            (void)connection->exec(u"begin isolation level repeatable read read only"_s);
            const auto rows = connection->exec(u"select api.pull_begin(null, '') -> 'open_until' ->> ?"_s, {w.tenantA});
            return rows ? rows->value().toString() : describe(rows.error());
        };
        open(w.root, 30);
        QCOMPARE(told(w.root), w.must(u"select app.micros(until) from app.break_glass"_s));
        QCOMPARE(told(w.adminA), QString());
        QCOMPARE(told(w.secondRoot), QString());
        shift(u"31 minutes"_s);
        QCOMPARE(told(w.root), QString());
    }

    void aReplicaGainsAndLosesIt() // TEN-13: replica = fresh pull around opening, its own end and an early one
    {
        const auto connection = w.connect(w.root);
        MemoryReplica replica(*connection);
        QVERIFY(replica.pull().has_value());
        QCOMPARE(privateRows(replica), 0);
        open(w.root, 30);
        QVERIFY(replica.pull().has_value());
        QVERIFY(privateRows(replica) > 0);
        QCOMPARE(differenceToFresh(*connection, replica), QString());
        shift(u"29 minutes"_s);
        QVERIFY(replica.pull().has_value());
        QVERIFY(privateRows(replica) > 0);
        shift(u"31 minutes"_s); // no worker has been there
        QVERIFY(replica.pull().has_value());
        QCOMPARE(privateRows(replica), 0);
        QCOMPARE(differenceToFresh(*connection, replica), QString());
        QCOMPARE(act(w.root).code(), u"command.not_allowed"_s);
        const QString again = open(w.root); // what is over is in nobody's way
        QVERIFY(replica.pull().has_value());
        QVERIFY(privateRows(replica) > 0);
        QVERIFY(end(w.root, again).isDone());
        QVERIFY(replica.pull().has_value());
        QCOMPARE(privateRows(replica), 0);
        QCOMPARE(differenceToFresh(*connection, replica), QString());
    }

    void theWorkerTidiesUp() // once, with notice to both
    {
        open(w.root, 5);
        QCOMPARE(w.must(u"select worker.end_break_glass()"_s), u"0"_s);
        shift(u"6 minutes"_s);
        QCOMPARE(w.must(u"select worker.end_break_glass()"_s), u"1"_s);
        QCOMPARE(w.must(u"select worker.end_break_glass()"_s), u"0"_s);
        QCOMPARE(told(u"break_glass_ended"_s), u"2 Admin A"_s);
        QCOMPARE(w.must(u"select d.detail -> 'after' ->> 'early' from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id where e.kind = 'break_glass_ended' order by e.id desc limit 1"_s), u"false"_s);
    }

    void refusals() // each with its own message, and nothing opens
    {
        const auto give = [&](const Person &person, const QString &tenant, int minutes, const QString &reason) {
            return w.give(person, breakGlassOpen(QUuid(SchemaWorld::newId()), tenantId(tenant), minutes, reason)).code();
        };
        QCOMPARE(give(w.root, w.tenantA, 241, u"x"_s), u"rule.range"_s);
        QCOMPARE(give(w.root, w.tenantA, 4, u"x"_s), u"rule.range"_s);
        QCOMPARE(give(w.root, w.tenantA, 60, {}), u"rule.required"_s);
        QCOMPARE(give(w.root, w.defaultTenant, 60, u"x"_s), u"break_glass.default_tenant"_s);
        QCOMPARE(give(w.adminA, w.tenantA, 60, u"x"_s), u"command.not_allowed"_s);
        QCOMPARE(give(w.memberA, w.tenantB, 60, u"x"_s), u"command.not_found"_s);
        QCOMPARE(w.must(u"select count(*) from app.break_glass"_s), u"0"_s);
        const QString id = open(w.root, 240);
        QCOMPARE(give(w.root, w.tenantA, 60, u"x"_s), u"break_glass.open_already"_s);
        QCOMPARE(end(w.memberA, id).code(), u"command.not_allowed"_s);
        QCOMPARE(w.give(w.root, breakGlassEnd(QUuid(id), tenantId(w.tenantB))).code(), u"break_glass.over"_s); // of another tenant
        QVERIFY(end(w.secondRoot, id).isDone()); // anybody of the platform team
        QCOMPARE(end(w.root, id).code(), u"break_glass.over"_s);
        const QString late = open(w.root, 60);
        shift(u"61 minutes"_s);
        QCOMPARE(end(w.root, late).code(), u"break_glass.over"_s); // by itself
    }

    void whoSeesWhichAreOpen() // TEN-13: the platform team all of them, a tenant's administrator those of the tenant, while they last
    {
        open(w.root, 60);
        const auto listed = [&](const Person &person) {
            const auto answer = w.connect(person)->exec(u"select jsonb_array_length(api.break_glass('{}') -> 'open')"_s);
            return answer ? answer->value().toInt() : -1;
        };
        QCOMPARE(listed(w.root), 1);
        QCOMPARE(listed(w.adminA), 1);
        QCOMPARE(listed(w.adminB), 0);
        QCOMPARE(listed(w.memberA), 0);
        shift(u"61 minutes"_s);
        QCOMPARE(listed(w.root), 0);
        QCOMPARE(listed(w.adminA), 0);
    }

    void whoIsNoSystemAdministratorAnyMoreHasNothing()
    {
        const Person third = w.addPerson(u"Third Root"_s, true);
        open(third);
        QVERIFY(act(third).isDone());
        QVERIFY(w.give(w.root, systemAdministratorDismiss(CommandWorld::userId(third), u"x"_s)).isDone());
        QCOMPARE(act(third).code(), u"command.not_found"_s);
        QCOMPARE(w.must(u"select app.holds_scope(?, 4::smallint, ?)"_s, {third.id, w.tenantA}), u"f"_s);
        QCOMPARE(w.must(u"select app.break_glass_of(?, ?) is null"_s, {third.id, w.tenantA}), u"t"_s);
    }

    void freezing() // TEN-11: nobody has a role, its people have none, its open applications end with notice; and back
    {
        QVERIFY(w.give(w.memberA, leaveOf()).isDone());
        const QString before = w.roleOn(w.spaceA, w.ownerA.id);
        QCOMPARE(before, u"owner"_s);
        QVERIFY2(w.give(w.root, state(TenantState::Frozen)).isDone(), "frozen");
        QCOMPARE(w.roleOn(w.spaceA, w.ownerA.id), QString());
        QVERIFY(w.execute(w.adminA, {u"tenant_rename"_s, {{u"tenant_id"_s, w.tenantA}, {u"name"_s, u"New"_s}}}).sqlState == u"TY403"_s);
        QCOMPARE(w.must(u"select status from app.applications where kind = 'leave' and applicant_id = ?"_s, {w.memberA.id}), u"ended"_s);
        QCOMPARE(w.must(u"select count(*) from app.notifications where kind = 'application_ended' and ? = any (audience_user_ids)"_s, {w.memberA.id}), u"1"_s);
        QCOMPARE(w.must(u"select parameters ->> 'state' from app.notifications where kind = 'tenant_state_changed' and audience_scope_kind = 5"_s), u"frozen"_s);
        // Break-glass reads a frozen tenant and changes nothing in it.
        open(w.root);
        QCOMPARE(w.must(u"select app.holds_scope(?, 4::smallint, ?)"_s, {w.root.id, w.tenantA}), u"t"_s);
        QCOMPARE(act(w.root).code(), u"command.not_allowed"_s);
        QVERIFY(w.give(w.root, state(TenantState::Active)).isDone());
        QCOMPARE(w.roleOn(w.spaceA, w.ownerA.id), u"owner"_s);
    }

    void closingEndsByTheClock() // TEN-11: 30 days, whether or not the worker has come by; then it writes what is so
    {
        QVERIFY(w.give(w.memberA, leaveOf()).isDone());
        QVERIFY(w.give(w.root, state(TenantState::Closing)).isDone());
        const auto signsIn = [&](const Person &person) { return failureOf(*w.connect(person), u"select api.whoami()"_s).isEmpty(); };
        const QString end = u"select worker.end_closing()"_s, stands = u"select state from app.tenants where id = ?"_s;
        shift(u"29 days 23 hours"_s);
        QVERIFY(signsIn(w.memberA));
        QCOMPARE(w.roleOn(w.spaceA, w.ownerA.id), u"owner"_s);
        QCOMPARE(w.must(end), u"0"_s);
        shift(u"30 days 1 minute"_s);
        QVERIFY(!signsIn(w.memberA));
        QVERIFY(!signsIn(w.adminA));
        QVERIFY(signsIn(w.adminB));
        QCOMPARE(w.roleOn(w.spaceA, w.ownerA.id), QString());
        QCOMPARE(w.must(stands, {w.tenantA}), u"closing"_s);
        QCOMPARE(w.must(end), u"1"_s);
        QCOMPARE(w.must(end), u"0"_s);
        QCOMPARE(w.must(stands, {w.tenantA}), u"frozen"_s);
        QCOMPARE(w.must(u"select status from app.applications where kind = 'leave' and applicant_id = ? order by id desc limit 1"_s, {w.memberA.id}), u"ended"_s);
        QCOMPARE(w.must(u"select (parameters ->> 'before') || (parameters ->> 'state') from app.notifications where kind = 'tenant_state_changed' order by id desc limit 1"_s), u"closingfrozen"_s);
        QCOMPARE(w.must(u"select e.actor_id is null and d.detail -> 'after' ->> 'state' = 'frozen' from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id"
                        " where e.kind = 'tenant_state_set' and e.object_id = ? order by e.id desc limit 1"_s, {w.tenantA}), u"t"_s);
        QVERIFY(w.give(w.root, state(TenantState::Active)).isDone());
        shift(u"0"_s);
        QVERIFY(signsIn(w.memberA));
        QCOMPARE(w.feedDifference(), QString());
    }

    void statesFollowEachOther_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<bool>("may");
        const QHash<QString, QList<TenantState>> may{{u"active"_s, {TenantState::Closing, TenantState::Frozen}}, {u"closing"_s, {TenantState::Active, TenantState::Frozen}}, {u"frozen"_s, {TenantState::Active}}, {u"deleted"_s, {}}};
        for (const QString &before : may.keys())
            for (const TenantState wanted : {TenantState::Active, TenantState::Closing, TenantState::Frozen})
                QTest::addRow("%s %d", qPrintable(before), int(wanted)) << before << int(wanted) << may[before].contains(wanted);
    }
    void statesFollowEachOther()
    {
        QFETCH(QString, before);
        QFETCH(int, wanted);
        QFETCH(bool, may);
        if (before == u"deleted"_s) { // has no administrator (TEN-12): the rule alone
            QCOMPARE(w.must(u"select app.may_follow('deleted', ?::app.tenant_state)"_s, {QString(wireName(TenantState(wanted)))}), u"f"_s);
            return;
        }
        w.must(u"update app.tenants set state = ?::app.tenant_state where id = ?"_s, {before, w.tenantA});
        const Answer answer = w.give(w.root, state(TenantState(wanted)));
        QCOMPARE(answer.isDone() ? QString() : answer.code(), may ? QString() : u"tenant.state_order"_s);
        QCOMPARE(w.must(u"select state from app.tenants where id = ?"_s, {w.tenantA}), may ? QString(wireName(TenantState(wanted))) : before);
    }

    void anotherPlan() // NOT-3: the administrator, with its benefits; its quotas count from now on
    {
        const QUuid advanced(u"00000000-0000-7000-8000-000000000103"_s);
        const auto command = [&](const QUuid &plan) {
            tenantry::Command made = tenantSetPlan(tenantId(w.tenantA), plan, u"升级"_s);
            made.see(QUuid(w.tenantA), {}, w.must(u"select version from app.tenants where id = ?"_s, {w.tenantA}).toInt());
            return made;
        };
        QVERIFY2(w.give(w.root, command(advanced)).isDone(), "changed");
        QCOMPARE(w.must(u"select app.plan_quotas(?) = (select quotas from app.plans where key = 'advanced')"_s, {w.tenantA}), u"t"_s);
        QCOMPARE(told(u"tenant_plan_changed"_s), u"Admin A"_s);
        QCOMPARE(w.give(w.root, command(advanced)).code(), u"tenant.plan_same"_s);
        QCOMPARE(w.give(w.root, command(QUuid(SchemaWorld::newId()))).code(), u"tenant_application.plan_unknown"_s);
        QCOMPARE(w.give(w.adminA, command(advanced)).code(), u"command.not_allowed"_s);
    }

    void lastActivity() // TEN-15
    {
        QVERIFY(act(w.adminA).isDone());
        w.must(u"select worker.seal_audit()"_s);
        const auto rows = w.connect(w.root)->exec(u"select api.tenant_activity('{}')"_s);
        QVERIFY(rows.has_value());
        const QJsonObject tenants = QJsonDocument::fromJson(rows->value().toString().toUtf8())["tenants"_L1].toObject();
        QCOMPARE(QString::number(tenants[w.tenantA].toInteger()), w.must(u"select app.micros(at) from app.audit_entries where kind = 'role_group_create' order by id desc limit 1"_s));
        const QJsonObject members = QJsonDocument::fromJson(rows->value().toString().toUtf8())["members"_L1].toObject();
        QCOMPARE(members.size(), w.must(u"select count(*) from app.tenants"_s).toInt());
        QCOMPARE(QString::number(members[w.tenantA].toInteger()), w.must(u"select count(*) from app.users where tenant_id = ?"_s, {w.tenantA}));
        QVERIFY(failureOf(*w.connect(w.adminA), u"select api.tenant_activity('{}')"_s).contains(u"command.not_allowed"_s));
    }

private:
    [[nodiscard]] static tenantry::Command leaveOf()
    {
        tenantry::Command command{};
        command.kind = u"leave_submit"_s;
        command.payload = {{u"application_id"_s, SchemaWorld::newId()}, {u"reason"_s, u"换部门"_s}};
        return command;
    }
};

QTEST_GUILESS_MAIN(TestBreakGlass)
#include "tst_breakglass.moc"
