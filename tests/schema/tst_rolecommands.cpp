// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/membercommands.h"
#include "core/domain/rolecommands.h"
#include "tests/schema/commandworld.h"

#include <QTest>

#include <thread>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// ROL-1 to ROL-4: a tenant's own roles, from their making to their end.
class TestRoleCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRoleIsMadeChangedAndDeleted();
    void refusals_data();
    void refusals();
    void assignedRolesCountAtOnceAndAreTold();
    void excludedRolesAreNotHeldTogether();
    void racingAssignmentsKeepTheExclusion();
    void systemAdministratorsManageRolesOfPeopleOnly();
    void theLastSystemAdministratorStays();
    void rolesGoAndComeBackWithTheMember();
    void rolesThatExcludeEachOtherByNowStayAway();

private:
    [[nodiscard]] static TenantRoleId roleId(const QString &id)
    {
        return TenantRoleId(QUuid::fromString(id));
    }
    [[nodiscard]] QString makeRole(const QString &name, const QStringList &keys,
                                   const QStringList &excludes = {});
    [[nodiscard]] tenantry::Command seen(tenantry::Command command, const QString &role) const;
    [[nodiscard]] QString lastNotice(const QString &person) const;

    [[nodiscard]] static QString done(const Answer &answer)
    {
        return answer.isDone() ? QString() : answer.text();
    }

    CommandWorld w;
};

void TestRoleCommands::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

QString TestRoleCommands::makeRole(const QString &name, const QStringList &keys, const QStringList &excludes)
{
    const QString id = SchemaWorld::newId();
    QList<TenantRoleId> excluded;
    for (const QString &each : excludes)
        excluded.append(roleId(each));
    const Answer answer = w.give(w.adminA, roleCreate(roleId(id), CommandWorld::tenantId(w.tenantA),
                                                      {name, u"for tests"_s, keys, excluded}));
    if (!answer.isDone())
        qFatal("%s", qPrintable(answer.text()));
    return id;
}

tenantry::Command TestRoleCommands::seen(tenantry::Command command, const QString &role) const
{
    return command.see(QUuid::fromString(role), {},
                       w.must(u"select version from app.tenant_roles where id = ?"_s, {role}).toInt());
}

QString TestRoleCommands::lastNotice(const QString &person) const
{
    return w.must(
        u"select kind || ' ' || (parameters ->> 'name') from app.notifications where ? = any (audience_user_ids) order by id desc limit 1"_s,
        {person});
}

// ROL-1
void TestRoleCommands::aRoleIsMadeChangedAndDeleted()
{
    const QString id = makeRole(u"Personnel"_s, {u"members.status"_s, u"members.organizations"_s});
    QCOMPARE(w.must(u"select keys from app.tenant_roles where id = ?"_s, {id}),
             u"{members.organizations,members.status}"_s);
    const tenantry::Command stale = seen(roleChange(roleId(id), {.description = u"late"_s}), id);
    QCOMPARE(
        done(w.give(w.adminA,
                    seen(roleChange(roleId(id), {.name = u"HR"_s, .keys = {{u"spaces.create"_s}}}), id))),
        QString());
    QCOMPARE(w.must(u"select name || keys::text || version from app.tenant_roles where id = ?"_s, {id}),
             u"HR{spaces.create}2"_s);
    QCOMPARE(w.give(w.adminA, stale).code(), u"command.conflict"_s); // INB-6
    QCOMPARE(w.must(u"select d.detail -> 'before' ->> 'name' || ' > ' || (d.detail -> 'after' ->> 'name') "
                    u"from app.audit_entries as e join app.audit_details as d on "
                    "d.entry_id = e.id where e.kind = 'role_change' and e.object_id = ?"_s,
                    {id}),
             u"Personnel > HR"_s); // AUD-1
    const Person holder = w.addMember(u"Holder"_s);
    QCOMPARE(done(w.give(w.adminA, roleAssign(roleId(id), CommandWorld::userId(holder)))), QString());
    QCOMPARE(w.give(w.adminA, seen(roleDelete(roleId(id), 0), id))
                 .error(u"role.held"_s)["parameters"_L1]["people"_L1]
                 .toInt(),
             1);
    QCOMPARE(done(w.give(w.adminA, seen(roleDelete(roleId(id), 1), id))), QString());
    QCOMPARE(lastNotice(holder.id), u"role_revoked HR"_s);
    QCOMPARE(w.must(u"select count(*) from app.role_assignments where user_id = ?"_s, {holder.id}), u"0"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestRoleCommands::refusals_data()
{
    QTest::addColumn<TenantRoleFields>("fields");
    QTest::addColumn<QString>("code");
    QTest::newRow("name taken, case apart")
        << TenantRoleFields{u"TAKEN"_s, {}, {}, {}} << u"role.name_taken"_s;
    QTest::newRow("name too short") << TenantRoleFields{u"x"_s, {}, {}, {}} << u"rule.too_short"_s;
    QTest::newRow("unknown key") << TenantRoleFields{u"Any"_s, {}, {u"world.end"_s}, {}}
                                 << u"role.key_unknown"_s;
    QTest::newRow("TEN-8 is never delegable")
        << TenantRoleFields{u"Any"_s, {}, {u"tenant.rename"_s}, {}} << u"role.key_unknown"_s; // OPM-9
    QTest::newRow("TEN-9, TEN-10 neither")
        << TenantRoleFields{u"Any"_s, {}, {u"tenant.applications"_s}, {}} << u"role.key_unknown"_s;
    QTest::newRow("OPM-4 neither") << TenantRoleFields{u"Any"_s, {}, {u"organization_permissions.set"_s}, {}}
                                   << u"role.key_unknown"_s;
    QTest::newRow("roles neither") << TenantRoleFields{u"Any"_s, {}, {u"roles.assign"_s}, {}}
                                   << u"role.key_unknown"_s;
    QTest::newRow("without what it implies") << TenantRoleFields{u"Any"_s, {}, {u"members.manage"_s}, {}}
                                             << u"role.key_without_implied"_s; // OPM-10
    QTest::newRow("excludes something unknown")
        << TenantRoleFields{u"Any"_s, {}, {}, {TenantRoleId(QUuid::createUuid())}}
        << u"role.exclusion_unknown"_s;
}

void TestRoleCommands::refusals()
{
    QFETCH(TenantRoleFields, fields);
    QFETCH(QString, code);
    if (w.must(u"select count(*) from app.tenant_roles where name = 'Taken'"_s) == u"0"_s)
        (void)makeRole(u"Taken"_s, {});
    const QString before = w.must(u"select count(*) from app.tenant_roles"_s);
    const Answer answer =
        w.give(w.adminA, roleCreate(roleId(SchemaWorld::newId()), CommandWorld::tenantId(w.tenantA), fields));
    QCOMPARE(answer.code(), code);
    QCOMPARE(w.must(u"select count(*) from app.tenant_roles"_s), before);
}

// ROL-3
void TestRoleCommands::assignedRolesCountAtOnceAndAreTold()
{
    const QString role = makeRole(u"Organizer"_s, {u"organizations.manage"_s});
    const Person holder = w.addMember(u"Organizing"_s);
    const auto make = [&](const QString &code) {
        return w.give(holder,
                      organizationCreate(CommandWorld::organizationId(SchemaWorld::newId()),
                                         CommandWorld::tenantId(w.tenantA), {}, {code, code, {}, {}}));
    };
    QCOMPARE(make(u"early"_s).code(), u"command.not_allowed"_s);
    QCOMPARE(done(w.give(w.adminA, roleAssign(roleId(role), CommandWorld::userId(holder), u"helps out"_s))),
             QString());
    QCOMPARE(lastNotice(holder.id), u"role_assigned Organizer"_s); // NOT-3
    QVERIFY(make(u"now"_s).isDone());
    const QString notices = w.must(u"select count(*) from app.notifications"_s);
    QCOMPARE(done(w.give(w.adminA, roleAssign(roleId(role), CommandWorld::userId(holder)))),
             QString()); // again: nothing happens
    QCOMPARE(w.must(u"select count(*) from app.notifications"_s), notices);
    QCOMPARE(done(w.give(w.adminA, seen(roleChange(roleId(role), {.keys = {{u"spaces.create"_s}}}), role))),
             QString());
    QCOMPARE(lastNotice(holder.id), u"role_changed Organizer"_s);
    QCOMPARE(make(u"late"_s).code(), u"command.not_allowed"_s);
    QCOMPARE(done(w.give(w.adminA, roleRevoke(roleId(role), CommandWorld::userId(holder)))), QString());
    QCOMPARE(lastNotice(holder.id), u"role_revoked Organizer"_s);
    QCOMPARE(
        w.must(
            u"select string_agg(kind, ' ' order by id) from app.audit_entries where object_id = ? and kind like 'role_%'"_s,
            {holder.id}),
        u"role_assigned role_revoked"_s);
    QCOMPARE(w.give(w.adminA, roleAssign(roleId(role), CommandWorld::userId(w.adminB))).code(),
             u"membership.user_elsewhere"_s);
}

// ROL-3: declared on one role, it counts for both.
void TestRoleCommands::excludedRolesAreNotHeldTogether()
{
    const QString pays = makeRole(u"Pays"_s, {}), audits = makeRole(u"Audits"_s, {}, {pays});
    QCOMPARE(w.must(u"select excludes from app.tenant_roles where id = ?"_s, {pays}), u"{%1}"_s.arg(audits));
    const Person person = w.addMember(u"Both"_s);
    QCOMPARE(done(w.give(w.adminA, roleAssign(roleId(pays), CommandWorld::userId(person)))), QString());
    const QJsonObject refusal =
        w.give(w.adminA, roleAssign(roleId(audits), CommandWorld::userId(person))).error(u"role.conflict"_s);
    QCOMPARE(refusal["parameters"_L1]["other"_L1].toString(), u"Pays"_s);
    QCOMPARE(
        done(w.give(w.adminA, seen(roleChange(roleId(pays), {.excludes = QList<TenantRoleId>()}), pays))),
        QString()); // let go on the other side
    QCOMPARE(w.must(u"select excludes from app.tenant_roles where id = ?"_s, {audits}), u"{}"_s);
    QCOMPARE(done(w.give(w.adminA, roleAssign(roleId(audits), CommandWorld::userId(person)))), QString());
    QCOMPARE(
        w.give(w.adminA, seen(roleChange(roleId(audits), {.excludes = {{roleId(pays)}}}), audits)).code(),
        u"role.exclusion_held"_s);
}

void TestRoleCommands::racingAssignmentsKeepTheExclusion()
{
    const QString one = makeRole(u"Race one"_s, {}), two = makeRole(u"Race two"_s, {}, {one});
    for (int round = 0; round < 10; ++round) {
        const QString person = w.addCard(u"Racer"_s, w.tenantA);
        const UserId user(QUuid::fromString(person));
        const auto first = w.connect(w.adminA), second = w.connect(w.root);
        std::thread other([&] { (void)CommandWorld::give(*second, roleAssign(roleId(two), user)); });
        (void)CommandWorld::give(*first, roleAssign(roleId(one), user));
        other.join();
        QCOMPARE(w.must(u"select count(*) from app.role_assignments where user_id = ?"_s, {person}), u"1"_s);
    }
}

// ROL-2
void TestRoleCommands::systemAdministratorsManageRolesOfPeopleOnly()
{
    const QString role = makeRole(u"By platform"_s, {});
    const Person person = w.addMember(u"Managed"_s);
    QCOMPARE(done(w.give(w.root, roleAssign(roleId(role), CommandWorld::userId(person)))), QString());
    QCOMPARE(done(w.give(w.root, roleRevoke(roleId(role), CommandWorld::userId(person)))), QString());
    QCOMPARE(w.give(w.root, seen(roleChange(roleId(role), {.name = u"Theirs"_s}), role)).code(),
             u"command.not_allowed"_s);
    QCOMPARE(w.give(w.adminB, roleAssign(roleId(role), CommandWorld::userId(person))).code(),
             u"command.not_found"_s);
    QCOMPARE(w.give(w.memberA, roleAssign(roleId(role), CommandWorld::userId(person))).code(),
             u"command.not_allowed"_s);
}

// ROL-4
void TestRoleCommands::theLastSystemAdministratorStays()
{
    const Person second = w.secondRoot;
    const auto told = [&](const QString &kind) {
        return w.must(u"select count(*) from app.notifications where kind = ? and ?::uuid = any (audience_user_ids)"_s, {kind, second.id});
    };
    const auto entries = [&](const QString &kind) {
        return w.must(u"select count(*) from app.audit_entries where kind = ? and object_id = ?"_s, {kind, second.id});
    };
    QCOMPARE(done(w.give(w.root, systemAdministratorDismiss(CommandWorld::userId(second), u"leaves"_s))),
             QString());
    QCOMPARE(told(u"system_administrator_dismissed"_s), u"1"_s); // ROL-3
    QCOMPARE(entries(u"role_revoked"_s), u"1"_s);
    QCOMPARE(w.give(w.root, systemAdministratorDismiss(CommandWorld::userId(w.root), u"tired"_s)).code(),
             u"system_administrator.last"_s);
    w.must(u"update app.users set status = 'suspended' where id = ?"_s, {second.id});
    QCOMPARE(w.give(w.root, systemAdministratorAppoint(CommandWorld::userId(second), u"helps"_s)).code(), u"system_administrator.inactive"_s);
    w.must(u"update app.users set status = 'active' where id = ?"_s, {second.id});
    QCOMPARE(done(w.give(w.root, systemAdministratorAppoint(CommandWorld::userId(second), u"helps"_s))),
             QString());
    QCOMPARE(told(u"system_administrator_appointed"_s), u"1"_s);
    QCOMPARE(entries(u"role_assigned"_s), u"1"_s);
    QVERIFY(w.must(u"select app.is_system_administrator(?)"_s, {second.id}) == u"t"_s);
    w.must(u"update app.users set status = 'suspended' where id = ?"_s, {second.id});
    QCOMPARE(w.give(w.root, systemAdministratorDismiss(CommandWorld::userId(w.root), u"tired"_s)).code(),
             u"system_administrator.last"_s); // can't act
    w.must(u"update app.users set status = 'active' where id = ?"_s, {second.id});
    // Nor can who is in a tenant that doesn't work.
    const QString move = u"select app.move_user(u, t.id, t.root_organization_id) from app.users as u, app.tenants as t where u.id = ? and t.id = ?"_s;
    w.must(move, {second.id, w.tenantB});
    w.must(u"update app.tenants set state = 'frozen' where id = ?"_s, {w.tenantB});
    QCOMPARE(w.give(w.root, systemAdministratorDismiss(CommandWorld::userId(w.root), u"tired"_s)).code(),
             u"system_administrator.last"_s);
    w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantB});
    w.must(move, {second.id, w.defaultTenant});
    QCOMPARE(done(w.give(second, systemAdministratorDismiss(CommandWorld::userId(w.root), u"left"_s))),
             QString());
    QCOMPARE(w.give(w.root, systemAdministratorAppoint(CommandWorld::userId(w.root), u"back"_s)).code(),
             u"command.not_allowed"_s);
    QCOMPARE(done(w.give(second, systemAdministratorAppoint(CommandWorld::userId(w.root), u"back"_s))),
             QString());
    QCOMPARE(w.give(second, systemAdministratorAppoint(CommandWorld::userId(w.memberA), u"no"_s)).code(),
             u"system_administrator.elsewhere"_s);
}

// ORG-7
void TestRoleCommands::rolesGoAndComeBackWithTheMember()
{
    const QString stays = makeRole(u"Stays"_s, {}), goes = makeRole(u"Goes"_s, {});
    const Person person = w.addMember(u"Leaving"_s);
    for (const QString &role : {stays, goes})
        QCOMPARE(done(w.give(w.adminA, roleAssign(roleId(role), CommandWorld::userId(person)))), QString());
    const Answer removed =
        w.give(w.adminA, w.seeingMemberships(memberRemove(CommandWorld::userId(person),
                                                          CommandWorld::tenantId(w.tenantA), u"mistake"_s),
                                             person));
    QVERIFY2(removed.isDone(), qPrintable(removed.text()));
    QCOMPARE(w.must(u"select count(*) from app.role_assignments where user_id = ?"_s, {person.id}), u"0"_s);
    QCOMPARE(done(w.give(w.adminA, seen(roleDelete(roleId(goes)), goes))), QString());
    const QUuid removal = QUuid::fromString(removed.result(u"removal_id"_s));
    QCOMPARE(w.give(w.adminA, memberRestore(removal, CommandWorld::tenantId(w.tenantA)))
                 .error(u"member.restore_partly"_s)["parameters"_L1]["names"_L1]
                 .toString(),
             u"Goes"_s);
    QCOMPARE(done(w.give(w.adminA, memberRestore(removal, CommandWorld::tenantId(w.tenantA), true))),
             QString());
    QCOMPARE(w.must(u"select tenant_role_id from app.role_assignments where user_id = ?"_s, {person.id}),
             stays);
}

// ROL-3, ORG-7: nobody comes back with two roles that were made to exclude each other meanwhile
void TestRoleCommands::rolesThatExcludeEachOtherByNowStayAway()
{
    const QString books = makeRole(u"Books"_s, {}), checks = makeRole(u"Checks books"_s, {}), reads = makeRole(u"Reads"_s, {});
    const Person person = w.addMember(u"Leaving with three"_s);
    for (const QString &role : {books, checks, reads})
        QCOMPARE(done(w.give(w.adminA, roleAssign(roleId(role), CommandWorld::userId(person)))), QString());
    const Answer removed = w.give(
        w.adminA,
        w.seeingMemberships(memberRemove(CommandWorld::userId(person), CommandWorld::tenantId(w.tenantA), u"mistake"_s), person));
    QVERIFY2(removed.isDone(), qPrintable(removed.text()));
    QCOMPARE(done(w.give(w.adminA, seen(roleChange(roleId(books), {.excludes = {{roleId(checks)}}}), books))), QString());
    const QUuid removal = QUuid::fromString(removed.result(u"removal_id"_s));
    QCOMPARE(w.give(w.adminA, memberRestore(removal, CommandWorld::tenantId(w.tenantA)))
                 .error(u"member.restore_partly"_s)["parameters"_L1]["names"_L1]
                 .toString(),
             u"Books, Checks books"_s);
    QCOMPARE(done(w.give(w.adminA, memberRestore(removal, CommandWorld::tenantId(w.tenantA), true))), QString());
    QCOMPARE(w.must(u"select tenant_role_id from app.role_assignments where user_id = ?"_s, {person.id}), reads);
}

QTEST_GUILESS_MAIN(TestRoleCommands)
#include "tst_rolecommands.moc"
