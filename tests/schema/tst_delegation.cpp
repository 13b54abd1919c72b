// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/declarations.h"
#include "core/domain/membercommands.h"
#include "core/domain/rolecommands.h"
#include "core/domain/rolegroupcommands.h"
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// OPM-9: every key that can be passed on, by a role and by an organization, allowed and denied; and what a
/// delegate can't do with it.
class TestDelegation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyKeyAllowedAndDenied_data();
    void everyKeyAllowedAndDenied();
    void keysThatCantBePassedOnOpenNothing_data();
    void keysThatCantBePassedOnOpenNothing();
    void delegatesStayInTheirDataScope();
    void delegatesDontRaiseAnybody();
    void delegatesAppointOnlyMembersAsLeaders();
    void movesThatChangePermissionsAreTheAdministrators();

private:
    [[nodiscard]] QList<tenantry::Command> opened(const QString &key);
    void permit(const QString &organization, const QString &scope, const QStringList &allowed,
                const QStringList &denied = {});
    void giveRole(const Person &person, const QStringList &keys);
    [[nodiscard]] bool refusesRight(const Answer &answer) const;

    CommandWorld w;
    QString m_root, m_department, m_team, m_elsewhere; ///< root ─ department ─ team, and elsewhere
    Person m_delegate, m_subject, m_stranger;          ///< of department, team, elsewhere
};

void TestDelegation::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_root = w.rootOf(w.tenantA);
    m_department = w.addOrganization(u"Department"_s);
    m_team = w.addOrganization(u"Team"_s, m_department);
    m_elsewhere = w.addOrganization(u"Elsewhere"_s);
    m_delegate = w.addMember(u"Delegate"_s, m_department);
    m_subject = w.addMember(u"Subject"_s, m_team);
    m_stranger = w.addMember(u"Stranger"_s, m_elsewhere);
    for (const auto &[person, place] : {std::pair(m_delegate, m_department),
                                        {m_subject, m_team},
                                        {m_stranger, m_elsewhere}}) { // there alone
        w.must(u"update app.users set primary_organization_id = ? where id = ?"_s, {place, person.id});
        w.must(u"delete from app.memberships where user_id = ? and organization_id = ?"_s,
               {person.id, m_root});
    }
}

void TestDelegation::permit(const QString &organization, const QString &scope, const QStringList &allowed,
                            const QStringList &denied)
{
    w.must(
        u"insert into app.organization_permissions (tenant_id, id, data_scope, allowed, denied) values (?, "
        u"?, nullif(?, ''), ?::text[], ?::text[])"
        " on conflict (tenant_id, id) do update set data_scope = excluded.data_scope, allowed = excluded.allowed, denied = excluded.denied"_s,
        {w.tenantA, organization, scope, u'{' + allowed.join(u',') + u'}', u'{' + denied.join(u',') + u'}'});
}

void TestDelegation::giveRole(const Person &person, const QStringList &keys)
{
    const QString role = SchemaWorld::newId();
    w.must(
        u"insert into app.tenant_roles (tenant_id, id, name, keys, created_at) values (?, ?, ?, ?::text[], app.now())"_s,
        {w.tenantA, role, role, u'{' + keys.join(u',') + u'}'});
    w.must(
        u"insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at) values (app.uuid7(), ?, ?, ?, app.now())"_s,
        {person.id, w.tenantA, role});
}

// One sample of each command that a key opens; they may be refused for any reason but a missing right.
QList<tenantry::Command> TestDelegation::opened(const QString &key)
{
    const auto organization = [](const QString &id) { return CommandWorld::organizationId(id); };
    const auto newOrganization = [&] { return organization(SchemaWorld::newId()); };
    const TenantId tenant = CommandWorld::tenantId(w.tenantA);
    const UserId subject = CommandWorld::userId(m_subject);
    const QString group = w.addGroup(w.tenantA, {});
    const RoleGroupId groupId(QUuid::fromString(group));
    const QHash<QString, QList<tenantry::Command>> samples{
        {u"organizations.manage"_s,
         {organizationCreate(newOrganization(), tenant, {}, {u"x"_s, u"x"_s, {}, {}}),
          w.seeing(organizationEdit(organization(m_team), {.name = u"Team"_s}), m_team),
          w.seeing(organizationMove(organization(m_team), organization(m_department)), m_team),
          w.seeing(organizationSetEnabled(organization(m_team), true), m_team),
          w.seeing(organizationDelete(organization(m_team)), m_team)}},
        {u"members.organizations"_s,
         {w.seeingMemberships(membershipsSet(subject, tenant, {{organization(m_team), u"member"_s}},
                                             organization(m_team), u"same"_s),
                              m_subject)}},
        {u"members.manage"_s, {memberRemove(subject, tenant, u"never seen, so refused"_s)}},
        {u"members.status"_s, {userSetSuspended(subject, tenant, false, u"active already"_s)}},
        {u"role_groups.manage"_s,
         {roleGroupCreate(RoleGroupId(QUuid::fromString(SchemaWorld::newId())), tenant, u"G"_s, {}),
          roleGroupEdit(groupId, {}), roleGroupDelete(groupId), roleGroupMembersSet(groupId, {}, {})}},
        {u"outsiders.manage"_s, {outsiderRemove(subject, tenant)}},
        {u"spaces.create"_s,
         {spaceCreate(CommandWorld::spaceId(SchemaWorld::newId()), tenant,
                      {.name = u"S"_s, .edition = u"basic"_s, .modules = {u"bots"_s}})}},
        {u"tenant.settings"_s, {tenantSettingsSet(tenant, {.spaceCreation = u"administrator"_s})}}};
    return samples.value(key);
}

bool TestDelegation::refusesRight(const Answer &answer) const
{
    return answer.code().endsWith(u".not_allowed"_s) || answer.code() == u"command.not_found"_s;
}

void TestDelegation::everyKeyAllowedAndDenied_data()
{
    QTest::addColumn<QString>("key");
    const Declarations declared = Declarations::builtIn(); // outlives the loop, as its keys must
    for (const KeyDeclaration &key : declared.keys()) {
        if (key.delegable)
            QTest::newRow(qPrintable(key.key)) << key.key;
    }
}

void TestDelegation::everyKeyAllowedAndDenied()
{
    QFETCH(QString, key);
    const KeyDeclaration declared = *Declarations::builtIn().key(key);
    QStringList kinds;
    for (const tenantry::Command &command : opened(key))
        kinds.append(command.kind);
    kinds.sort();
    QVERIFY2(kinds == declared.commands, "say in this test what these commands look like");
    enum { Nothing, Role, Organization, Inherited, DeniedNearer, DeniedElsewhere };
    for (const int way : {Nothing, Role, Organization, Inherited, DeniedNearer, DeniedElsewhere}) {
        w.must(u"delete from app.organization_permissions"_s);
        w.must(u"delete from app.role_assignments where tenant_role_id is not null"_s);
        permit(m_root, u"below"_s,
               way == Inherited || way == DeniedNearer ? QStringList{key} : QStringList());
        if (way == Role)
            giveRole(m_delegate, {key});
        if (way == Organization)
            permit(m_department, u"below"_s, {key});
        if (way == DeniedNearer)
            permit(m_department, u"below"_s, {}, {key});
        if (way == DeniedElsewhere) { // allow beats deny across one's organizations (OPM-3)
            permit(m_department, u"below"_s, {key});
            permit(m_elsewhere, u"below"_s, {}, {key});
            w.must(
                u"insert into app.memberships (tenant_id, id, user_id, organization_id, since) values (?, app.uuid7(), ?, ?, app.now())"_s,
                {w.tenantA, m_delegate.id, m_elsewhere});
        }
        const bool allowed = way != Nothing && way != DeniedNearer;
        for (const tenantry::Command &command : opened(key)) {
            const Answer answer = w.give(m_delegate, command);
            QVERIFY2(answer.sqlState.isEmpty(), qPrintable(answer.text()));
            QVERIFY2(refusesRight(answer) != allowed,
                     qPrintable(u"%1 in way %2: %3"_s.arg(command.kind).arg(way).arg(answer.text())));
        }
    }
    w.must(u"delete from app.memberships where user_id = ? and organization_id = ?"_s,
           {m_delegate.id, m_elsewhere});
}

void TestDelegation::keysThatCantBePassedOnOpenNothing_data()
{
    QTest::addColumn<QString>("key");
    const Declarations declared = Declarations::builtIn(); // outlives the loop, as its keys must
    for (const KeyDeclaration &key : declared.keys()) {
        if (!key.delegable && !key.heldBy.contains(u"everyone"_s) && !key.heldBy.contains(u"command"_s))
            QTest::newRow(qPrintable(key.key)) << key.key;
    }
}

// Even where such a key got into a role past the commands (OPM-4, TEN-8 to TEN-10).
void TestDelegation::keysThatCantBePassedOnOpenNothing()
{
    QFETCH(QString, key);
    const Person holder = w.addMember(u"Holder"_s);
    giveRole(holder, {key});
    QCOMPARE(
        w.must(
            u"select app.holds_key((u.id, u.tenant_id, false, null)::app.actor, ?, u.tenant_id) from app.users as u where u.id = ?"_s,
            {key, holder.id}),
        u"f"_s);
}

void TestDelegation::delegatesStayInTheirDataScope()
{
    w.must(u"delete from app.organization_permissions"_s);
    const TenantId tenant = CommandWorld::tenantId(w.tenantA);
    const auto suspend = [&](const Person &person) {
        return w.give(m_delegate, userSetSuspended(CommandWorld::userId(person), tenant, true, u"test"_s));
    };
    permit(m_department, u"own"_s, {u"members.status"_s});
    QCOMPARE(suspend(m_subject).code(), u"command.not_found"_s); // in a team below: not in "own"
    permit(m_department, u"below"_s, {u"members.status"_s});
    QCOMPARE(suspend(m_stranger).code(), u"command.not_found"_s); // as somebody who doesn't exist
    QCOMPARE(suspend({.id = SchemaWorld::newId(), .role = {}, .name = {}}).code(), u"command.not_found"_s);
    QCOMPARE(suspend(m_delegate).code(), u"delegation.self"_s);
    QVERIFY(suspend(m_subject).isDone());
    QVERIFY(w.give(m_delegate, userSetSuspended(CommandWorld::userId(m_subject), tenant, false, u"test"_s))
                .isDone());
    permit(m_department, u"tenant"_s, {u"members.status"_s});
    QCOMPARE(suspend(w.adminA).code(), u"member.is_administrator"_s);
    QVERIFY(suspend(m_stranger).isDone());
    QVERIFY(w.give(w.adminA, userSetSuspended(CommandWorld::userId(m_stranger), tenant, false, u"test"_s))
                .isDone());
}

void TestDelegation::delegatesDontRaiseAnybody()
{
    w.must(u"delete from app.organization_permissions"_s);
    permit(m_department, u"below"_s, {u"members.organizations"_s});
    const TenantId tenant = CommandWorld::tenantId(w.tenantA);
    const auto id = [](const QString &organization) { return CommandWorld::organizationId(organization); };
    const auto set = [&](const Person &person, const QList<MembershipWish> &wishes, const QString &primary) {
        return w.give(m_delegate, w.seeingMemberships(membershipsSet(CommandWorld::userId(person), tenant,
                                                                     wishes, id(primary), u"test"_s),
                                                      person));
    };
    const MembershipWish team{id(m_team), u"member"_s}, department{id(m_department), u"member"_s},
        elsewhere{id(m_elsewhere), u"member"_s};
    QCOMPARE(set(m_subject, {team, elsewhere}, m_team).code(), u"membership.outside_scope"_s);
    QVERIFY(set(m_subject, {team, department}, m_team).isDone());
    const QString powerful = w.addOrganization(u"Powerful"_s, m_department);
    permit(powerful, {}, {u"tenant.settings"_s, u"spaces.create"_s});
    QCOMPARE(set(m_subject, {team, {id(powerful), u"member"_s}}, m_team).code(),
             u"membership.beyond_own_rights"_s);
    permit(powerful, u"tenant"_s, {});
    QCOMPARE(set(m_subject, {team, {id(powerful), u"member"_s}}, m_team).code(),
             u"membership.beyond_own_rights"_s); // sees more than the delegate
    // What lies outside of the delegate's view stays, the primary one included.
    w.addMembership(m_subject.id, m_elsewhere);
    w.must(u"update app.users set primary_organization_id = ? where id = ?"_s, {m_elsewhere, m_subject.id});
    QVERIFY(set(m_subject, {department}, m_department).isDone());
    QCOMPARE(
        w.must(
            u"select string_agg(o.name, ',' order by o.name) from app.memberships as m join app.organizations as o on o.id = m.organization_id where m.user_id = ?"_s,
            {m_subject.id}),
        u"Department,Elsewhere"_s);
    w.must(u"update app.users set primary_organization_id = ? where id = ?"_s, {m_department, m_subject.id});
    w.must(u"delete from app.memberships where user_id = ? and organization_id = ?"_s,
           {m_subject.id, m_elsewhere});
    QVERIFY(set(m_subject, {team}, m_team).isDone());
}

// ORG-11 makes a leader a member: no way round the above.
void TestDelegation::delegatesAppointOnlyMembersAsLeaders()
{
    w.must(u"delete from app.organization_permissions"_s);
    permit(m_department, u"below"_s, {u"organizations.manage"_s});
    const auto lead = [&](const Person &person) {
        return w.give(m_delegate, w.seeing(organizationEdit(CommandWorld::organizationId(m_team),
                                                            {.leaderId = CommandWorld::userId(person)}),
                                           m_team));
    };
    QCOMPARE(lead(m_delegate).code(), u"organization.leader_not_member"_s);
    QVERIFY(lead(m_subject).isDone());
    const OrganizationFields fields{u"Led"_s, u"led"_s, {}, CommandWorld::userId(m_delegate)};
    const auto create = [&](const Person &person) {
        return w.give(person, organizationCreate(CommandWorld::organizationId(SchemaWorld::newId()),
                                                 CommandWorld::tenantId(w.tenantA), {}, fields));
    };
    QCOMPARE(create(m_delegate).code(), u"organization.leader_not_member"_s);
    QVERIFY(create(w.adminA).isDone());
}

// OPM-4: nobody but the administrator changes what an organization permits, by its place neither.
void TestDelegation::movesThatChangePermissionsAreTheAdministrators()
{
    w.must(u"delete from app.organization_permissions"_s);
    permit(m_department, {}, {u"organizations.manage"_s});
    const auto move = [&](const Person &person, const QString &to) {
        return w.give(person, w.seeing(organizationMove(CommandWorld::organizationId(m_team),
                                                        CommandWorld::organizationId(to)),
                                       m_team));
    };
    QCOMPARE(move(m_delegate, m_elsewhere).code(), u"organization.permissions_would_change"_s);
    permit(m_team, {}, {u"organizations.manage"_s}); // the same at both places now
    QVERIFY(move(m_delegate, m_elsewhere).isDone());
    QVERIFY(move(m_delegate, m_department).isDone());
    permit(m_team, {}, {});
    QVERIFY(move(w.adminA, m_elsewhere).isDone());
    QVERIFY(move(w.adminA, m_department).isDone());
}

QTEST_GUILESS_MAIN(TestDelegation)
#include "tst_delegation.moc"
