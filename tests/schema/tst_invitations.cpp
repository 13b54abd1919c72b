// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/applicationworld.h"

#include "core/domain/invitationcommands.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// Inviting by e-mail and what comes of it (ORG-5, ORG-10).
class TestInvitations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void anUnknownAddressGetsAnAccount();
    void theAccountEntersOnActivation();
    void twoInvitationsWaitToBeAccepted();
    void acceptingIsAJoinWhoseFirstStageIsDone();
    void acceptingEntersAtOnceWithoutFinalApproval();
    void whoInvitedMayDecideNoMore();
    void whatRanOutCountsForNothing();
    void declining();
    void whoLeadsMeanwhileStaysTheLeader();
    void withdrawing();
    void whoActivatesEntersOnlyWhereThereIsRoom();
    void anInvitationEndsAfterSevenDays();
    void refusals_data();
    void refusals();
    void mailGoesToWhoHasNoAccountYet();
    void onlyTheAdministratorMay();

private:
    [[nodiscard]] Answer invite(const QString &email, const QString &name = u"李雷"_s,
                                const QString &organization = {}, const QString &role = {})
    {
        InvitationFields fields{email, name};
        fields.organization = OrganizationId(QUuid::fromString(organization));
        fields.role = role;
        fields.reason = u"new here"_s;
        return w.give(w.adminA, memberInvite(CommandWorld::tenantId(w.tenantA), fields));
    }
    [[nodiscard]] QString userOf(const QString &email) const
    {
        return w.must(u"select id from app.user_privates where email = ?"_s, {email});
    }
    /// "tenant's name|status|organizations with roles, the primary one with a star"
    [[nodiscard]] QString standing(const QString &user) const
    {
        return w.must(u"select t.name, u.status, (select string_agg(o.name || '=' || m.role || case when "
                      u"o.id = u.primary_organization_id then '*' else '' end, ',' order by o.name)"
                      " from app.memberships as m join app.organizations as o on o.id = m.organization_id "
                      "where m.user_id = u.id)"
                      " from app.users as u join app.tenants as t on t.id = u.tenant_id where u.id = ?"_s,
                      {user});
    }
    [[nodiscard]] QString invitations(const QString &user) const
    {
        return w.must(u"select count(*) from app.invitations where user_id = ?"_s, {user});
    }
    [[nodiscard]] QString picture() const
    {
        return w.must(u"select (select count(*) from app.users), (select count(*) from app.invitations), "
                      u"(select count(*) from app.memberships), (select count(*) from app.notifications),"
                      " (select count(*) from app.audit_entries), (select count(*) from app.imports)"_s);
    }
    /// What activation does before it lets somebody enter.
    void activate(const QString &user) const
    {
        w.must(u"update app.users set status = 'active' where id = ?"_s, {user});
        w.must(u"select app.enter_on_activation(?::uuid)"_s, {user});
    }

    ApplicationWorld w;
    QString m_first, m_second;
};

void TestInvitations::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_first = w.addOrganization(u"First"_s);
    m_second = w.addOrganization(u"Second"_s);
}

void TestInvitations::anUnknownAddressGetsAnAccount() // ORG-10
{
    const Answer answer = invite(u"New.One@example.com"_s, u"李雷"_s, m_first);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    const QString user = userOf(u"New.One@example.com"_s);
    QCOMPARE(standing(user), u"默认系统租户|pending_activation|默认组织=member*"_s);
    QCOMPARE(w.must(u"select count(*) from app.accounts where user_id = ?"_s, {user}),
             u"0"_s); // nothing to sign in with
    QCOMPARE(w.must(u"select until is null from app.invitations where user_id = ?"_s, {user}), u"t"_s);
    QCOMPARE(
        w.must(
            u"select parameters ->> 'tenant' from app.notifications where kind = 'invited' and ?::uuid = any (audience_user_ids)"_s,
            {user}),
        w.must(u"select name from app.tenants where id = ?"_s, {w.tenantA}));
    QCOMPARE(
        w.must(u"select count(*) from app.audit_entries where kind = 'members_imported' and tenant_id = ?"_s,
               {w.tenantA}),
        u"1"_s);
    // Invited again, in another spelling: told again, and no second account.
    QVERIFY(invite(u"new.one@EXAMPLE.com"_s, {}, m_second).isDone());
    QCOMPARE(invitations(user), u"1"_s);
    QCOMPARE(
        w.must(
            u"select count(*) from app.invitation_places as p join app.invitations as i on i.id = p.invitation_id where i.user_id = ?"_s,
            {user}),
        u"2"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestInvitations::theAccountEntersOnActivation() // ORG-10, ACC-6
{
    QVERIFY(invite(u"enters@example.com"_s, u"韩梅梅"_s, m_first, u"leader"_s).isDone());
    const QString user = userOf(u"enters@example.com"_s);
    activate(user);
    QCOMPARE(standing(user), u"Tenant A|active|First=leader*"_s);
    QCOMPARE(invitations(user), u"0"_s);
    QCOMPARE(
        w.must(u"select count(*) from app.moves where user_id = ? and to_tenant = ?"_s, {user, w.tenantA}),
        u"1"_s);
    QCOMPARE(
        w.must(
            u"select count(*) from app.notifications where kind = 'member_joined' and ?::uuid = any (audience_user_ids)"_s,
            {user}),
        u"1"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestInvitations::whoLeadsMeanwhileStaysTheLeader() // ORG-11: at most one
{
    const QString led = w.addOrganization(u"Led meanwhile"_s);
    QVERIFY(invite(u"late.leader@example.com"_s, u"迟到"_s, led, u"leader"_s).isDone());
    w.addMembership(w.memberA.id, led, u"leader"_s);
    const QString user = userOf(u"late.leader@example.com"_s);
    activate(user);
    QCOMPARE(standing(user), u"Tenant A|active|Led meanwhile=member*"_s);
}

void TestInvitations::twoInvitationsWaitToBeAccepted()
{
    QVERIFY(invite(u"wanted@example.com"_s).isDone());
    InvitationFields fields{u"wanted@example.com"_s};
    QVERIFY(w.give(w.adminB, memberInvite(CommandWorld::tenantId(w.tenantB), fields)).isDone());
    const QString user = userOf(u"wanted@example.com"_s);
    activate(user);
    QVERIFY(standing(user).startsWith(u"默认系统租户|active"_s));
    QCOMPARE(
        w.must(u"select count(*) from app.invitations where user_id = ? and until is not null"_s, {user}),
        u"2"_s);
}

void TestInvitations::acceptingIsAJoinWhoseFirstStageIsDone() // MOV-3, ORG-10
{
    const Person person = w.addPerson(u"Invited"_s);
    const QString email = w.must(u"select email from app.user_privates where id = ?"_s, {person.id});
    QVERIFY(invite(email, {}, m_second).isDone());
    QVERIFY(standing(person.id).startsWith(u"默认系统租户|active"_s));
    const ApplicationId application = ApplicationId(QUuid::fromString(SchemaWorld::newId()));
    const Answer accepted = w.give(person, invitationAccept(application, CommandWorld::tenantId(w.tenantA)));
    QVERIFY2(accepted.isDone(), qPrintable(accepted.text()));
    QCOMPARE(w.must(u"select kind, status, stage, tenant_id from app.applications where id = ?"_s,
                    {application.toString()}),
             u"join|pending|2|"_s + w.tenantA);
    QCOMPARE(
        w.must(
            u"select string_agg(act || stage, ',' order by id) from app.application_events where application_id = ?"_s,
            {application.toString()}),
        u"submitted1,approved1"_s);
    // INB-8: the first stage was decided when they were invited.
    QCOMPARE(w.must(u"select e.at = (select i.invited_at from app.invitations as i where i.user_id = ?) and e.actor_id = ? from app.application_events as e where e.application_id = ? and e.act = 'approved'"_s,
                    {person.id, w.adminA.id, application.toString()}), u"t"_s);
    QCOMPARE(w.must(u"select string_agg(kind, ',' order by id) from app.audit_entries where object_id = ?"_s, {application.toString()}), u"invitation_accepted,application_stage_approved"_s);
    QCOMPARE(w.told(u"application_submitted"_s, application.toString()), QStringList(u"scope 2"_s));
    // Who has accepted withdraws the application; declining would leave it without its invitation.
    QCOMPARE(w.give(person, invitationDecline(CommandWorld::tenantId(w.tenantA))).code(), u"invitation.accepted"_s);
    const Answer decided = w.decide(w.root, application.toString(), u"approve"_s, u"welcome"_s);
    QVERIFY2(decided.isDone(), qPrintable(decided.text()));
    QCOMPARE(standing(person.id), u"Tenant A|active|Second=member*"_s);
    QCOMPARE(invitations(person.id), u"0"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestInvitations::acceptingEntersAtOnceWithoutFinalApproval()
{
    w.must(
        u"update app.settings set value = 'false' where tenant_id is null and key = 'final_approval_of_joins'"_s);
    const Person person = w.addPerson(u"AtOnce"_s);
    QVERIFY(invite(w.must(u"select email from app.user_privates where id = ?"_s, {person.id})).isDone());
    const ApplicationId application = ApplicationId(QUuid::fromString(SchemaWorld::newId()));
    const Answer accepted = w.give(person, invitationAccept(application, CommandWorld::tenantId(w.tenantA)));
    w.must(
        u"update app.settings set value = 'true' where tenant_id is null and key = 'final_approval_of_joins'"_s);
    QVERIFY2(accepted.isDone(), qPrintable(accepted.text()));
    QCOMPARE(w.tenantOf(person), w.tenantA);
    QCOMPARE(w.must(u"select status from app.applications where id = ?"_s, {application.toString()}),
             u"approved"_s);
    // As any approval: logged, and told to the applicant (AUD-1, NOT-3).
    QCOMPARE(w.must(u"select string_agg(kind, ',' order by id) from app.audit_entries where object_id = ?"_s, {application.toString()}), u"invitation_accepted,application_approved"_s);
    QCOMPARE(w.told(u"application_approved"_s, application.toString()), QStringList(person.id));
}

void TestInvitations::whoInvitedMayDecideNoMore() // INB-8: then the tenant's administrator decides, as of anybody who asks
{
    const Person person = w.addPerson(u"Asked by another"_s);
    QVERIFY(invite(w.must(u"select email from app.user_privates where id = ?"_s, {person.id}), {}, m_second).isDone());
    w.must(u"update app.invitations set invited_by = ? where user_id = ?"_s, {w.memberA.id, person.id}); // administered it, then
    const ApplicationId application = ApplicationId(QUuid::fromString(SchemaWorld::newId()));
    const Answer accepted = w.give(person, invitationAccept(application, CommandWorld::tenantId(w.tenantA)));
    QVERIFY2(accepted.isDone(), qPrintable(accepted.text()));
    QCOMPARE(w.statusOf(application.toString()), u"pending 1"_s);
    QCOMPARE(w.must(u"select string_agg(act, ',' order by id) from app.application_events where application_id = ?"_s, {application.toString()}), u"submitted"_s);
    QVERIFY(w.decide(w.adminA, application.toString(), u"approve"_s).isDone());
    QVERIFY(w.decide(w.root, application.toString(), u"approve"_s).isDone());
    QCOMPARE(standing(person.id), u"Tenant A|active|Second=member*"_s);
}

void TestInvitations::whatRanOutCountsForNothing() // OPS-2, MOV-4
{
    const Person late = w.addPerson(u"Came by themself"_s), next = w.addPerson(u"Next"_s);
    const auto emailOf = [&](const Person &who) { return w.must(u"select email from app.user_privates where id = ?"_s, {who.id}); };
    QVERIFY(invite(emailOf(late), {}, m_second, u"leader"_s).isDone());
    const QString quotas = w.must(u"select value from app.settings where tenant_id = ? and key = 'quotas'"_s, {w.tenantA});
    w.must(u"update app.settings set value = jsonb_set(value, '{members}', (select to_jsonb((select count(*) from app.users where tenant_id = ?) + (select count(*) from app.invitations where tenant_id = ?)))) where tenant_id = ? and key = 'quotas'"_s,
           {w.tenantA, w.tenantA, w.tenantA});
    const Answer full = invite(emailOf(next));
    w.must(u"update app.invitations set until = app.now() - interval '1 s' where user_id = ?"_s, {late.id});
    const Answer room = invite(emailOf(next));
    w.must(u"update app.settings set value = ?::jsonb where tenant_id = ? and key = 'quotas'"_s, {quotas, w.tenantA});
    QCOMPARE(full.code(), u"quota.members"_s);
    QVERIFY2(room.isDone(), qPrintable(room.text()));
    // Who joins like anybody is put where anybody is.
    const QString application = w.submitted(late, joinSubmit(ApplicationWorld::basics(), CommandWorld::tenantId(w.tenantA)));
    QVERIFY(w.decide(w.adminA, application, u"approve"_s).isDone());
    QVERIFY(w.decide(w.root, application, u"approve"_s).isDone());
    QCOMPARE(w.must(u"select count(*) from app.memberships where user_id = ? and (organization_id = ? or role = 'leader')"_s, {late.id, m_second}), u"0"_s);
    QCOMPARE(invitations(late.id), u"0"_s);
    // An invitation of a closed account goes.
    w.must(u"update app.users set status = 'departed' where id = ?"_s, {next.id});
    w.must(u"select worker.purge_imports()"_s);
    QCOMPARE(invitations(next.id), u"0"_s);
}

void TestInvitations::declining()
{
    const Person person = w.addPerson(u"Declines"_s);
    QVERIFY(invite(w.must(u"select email from app.user_privates where id = ?"_s, {person.id})).isDone());
    QVERIFY(w.give(person, invitationDecline(CommandWorld::tenantId(w.tenantA))).isDone());
    QCOMPARE(invitations(person.id), u"0"_s);
    QCOMPARE(
        w.must(
            u"select audience_user_ids[1] from app.notifications where kind = 'invitation_declined' and parameters ->> 'user_id' = ?"_s,
            {person.id}),
        w.adminA.id);
    QCOMPARE(w.give(person, invitationDecline(CommandWorld::tenantId(w.tenantA))).code(),
             u"invitation.none"_s);
}

void TestInvitations::withdrawing()
{
    QVERIFY(invite(u"withdrawn@example.com"_s).isDone());
    const QString user = userOf(u"withdrawn@example.com"_s);
    QVERIFY(w.give(w.adminA,
                   invitationWithdraw(CommandWorld::tenantId(w.tenantA), UserId(QUuid::fromString(user))))
                .isDone());
    // The account stays, with nothing but its name and address, and is found again.
    QCOMPARE(invitations(user), u"0"_s);
    QCOMPARE(standing(user), u"默认系统租户|pending_activation|默认组织=member*"_s);
    QVERIFY(invite(u"withdrawn@example.com"_s, {}).isDone());
    QCOMPARE(invitations(user), u"1"_s);
    const Person person = w.addPerson(u"Stays"_s);
    QVERIFY(invite(w.must(u"select email from app.user_privates where id = ?"_s, {person.id})).isDone());
    QVERIFY(
        w.give(w.adminA, invitationWithdraw(CommandWorld::tenantId(w.tenantA), CommandWorld::userId(person)))
            .isDone());
    QVERIFY(standing(person.id).startsWith(u"默认系统租户|active"_s));
    QCOMPARE(
        w.give(w.adminA, invitationWithdraw(CommandWorld::tenantId(w.tenantA), CommandWorld::userId(person)))
            .code(),
        u"invitation.none"_s);
    // Accepted meanwhile: what waits for the platform's decision ends with it.
    const Person accepted = w.addPerson(u"Accepted"_s);
    QVERIFY(invite(w.must(u"select email from app.user_privates where id = ?"_s, {accepted.id})).isDone());
    const auto application = ApplicationId(QUuid::fromString(SchemaWorld::newId()));
    QVERIFY(w.give(accepted, invitationAccept(application, CommandWorld::tenantId(w.tenantA))).isDone());
    QVERIFY(w.give(w.adminA,
                   invitationWithdraw(CommandWorld::tenantId(w.tenantA), CommandWorld::userId(accepted)))
                .isDone());
    QCOMPARE(w.must(u"select status from app.applications where id = ?"_s, {application.toString()}),
             u"ended"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestInvitations::anInvitationEndsAfterSevenDays()
{
    const Person person = w.addPerson(u"TooLate"_s);
    QVERIFY(invite(w.must(u"select email from app.user_privates where id = ?"_s, {person.id})).isDone());
    QCOMPARE(w.must(u"select until - invited_at from app.invitations where user_id = ?"_s, {person.id}),
             u"7 days"_s);
    w.must(u"update app.invitations set until = app.now() - interval '1 s' where user_id = ?"_s, {person.id});
    const auto application = ApplicationId(QUuid::fromString(SchemaWorld::newId()));
    QCOMPARE(w.give(person, invitationAccept(application, CommandWorld::tenantId(w.tenantA))).code(),
             u"invitation.expired"_s);
    w.must(u"update app.invitations set until = app.now() - interval '31 days' where user_id = ?"_s,
           {person.id});
    w.must(u"select worker.purge_imports()"_s);
    QCOMPARE(invitations(person.id), u"0"_s);
}

void TestInvitations::refusals_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("a member") << u"member"_s << u"invitation.already_member"_s << u"email"_s;
    QTest::newRow("of another tenant") << u"elsewhere"_s << u"invitation.elsewhere"_s << u"email"_s;
    QTest::newRow("a suspended account") << u"suspended"_s << u"invitation.person_inactive"_s << u"email"_s;
    QTest::newRow("of the platform team")
        << u"platform"_s << u"invitation.person_is_administrator"_s << u"email"_s;
    QTest::newRow("without a name") << u"nameless"_s << u"rule.required"_s << u"name"_s;
    QTest::newRow("no address") << u"no address"_s << u"rule.email"_s << u"email"_s;
    QTest::newRow("into another tenant's department")
        << u"stranger"_s << u"membership.organization_elsewhere"_s << u"organization_id"_s;
    QTest::newRow("into a disabled department")
        << u"disabled"_s << u"membership.organization_disabled"_s << u"organization_id"_s;
    QTest::newRow("as a second leader") << u"leader"_s << u"membership.leader_taken"_s << u"role"_s;
    QTest::newRow("closing") << u"closing"_s << u"invitation.tenant_not_active"_s << u"tenant_id"_s;
    QTest::newRow("full") << u"full"_s << u"quota.members"_s << QString();
}

void TestInvitations::refusals()
{
    QFETCH(const QString, who);
    QFETCH(const QString, code);
    QFETCH(const QString, field);
    const auto emailOf = [this](const Person &person) {
        return w.must(u"select email from app.user_privates where id = ?"_s, {person.id});
    };
    QString email = who.left(4) + u"@refused.example.com"_s, name = u"某人"_s, organization, role;
    const QString disabled = w.addOrganization(u"Off "_s + who);
    const QString led = w.addOrganization(u"Led "_s + who);
    w.addMembership(w.memberA.id, led, u"leader"_s);
    w.must(u"update app.organizations set enabled = false where id = ?"_s, {disabled});
    if (who == u"member")
        email = emailOf(w.memberA);
    else if (who == u"elsewhere")
        email = emailOf(w.adminB);
    else if (who == u"suspended") {
        const Person person = w.addPerson(u"Off"_s);
        w.must(u"update app.users set status = 'suspended' where id = ?"_s, {person.id});
        email = emailOf(person);
    } else if (who == u"platform")
        email = emailOf(w.root);
    else if (who == u"nameless")
        name.clear();
    else if (who == u"no address")
        email = u"nobody"_s;
    else if (who == u"stranger")
        organization = w.rootOf(w.tenantB);
    else if (who == u"disabled")
        organization = disabled;
    else if (who == u"leader")
        organization = led, role = u"leader"_s;
    else if (who == u"closing")
        w.must(u"update app.tenants set state = 'closing' where id = ?"_s, {w.tenantA});
    const QString quotas =
        w.must(u"select value from app.settings where tenant_id = ? and key = 'quotas'"_s, {w.tenantA});
    const QString setQuotas =
        u"update app.settings set value = ?::jsonb where tenant_id = ? and key = 'quotas'"_s;
    if (who == u"full")
        w.must(setQuotas, {u"{\"members\": 1}"_s, w.tenantA});
    const QString before = picture();
    const Answer answer = invite(email, name, organization, role);
    QCOMPARE(picture(), before);
    w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantA});
    w.must(setQuotas, {quotas, w.tenantA});
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.error(code)["field"_L1].toString(), field);
}

void TestInvitations::mailGoesToWhoHasNoAccountYet() // NOT-1, ORG-10
{
    QVERIFY(invite(u"post@example.com"_s).isDone());
    QVERIFY(invite(u"unsaid@example.com"_s).isDone());
    const UserId unsaid(QUuid::fromString(userOf(u"unsaid@example.com"_s)));
    QVERIFY(w.give(w.adminA, invitationWithdraw(CommandWorld::tenantId(w.tenantA), unsaid)).isDone());
    w.must(u"select worker.take_lease('post')"_s);
    while (w.must(u"select worker.expand_mail('post')"_s) == u"t"_s) {
    }
    const QString user = userOf(u"post@example.com"_s);
    QCOMPARE(
        w.must(
            u"select n.kind from app.mails as m join app.notifications as n on n.id = m.notification_id where m.user_id = ?"_s,
            {user}),
        u"invited"_s);
    QCOMPARE(w.must(u"select count(*) from app.mails where user_id = ?"_s, {unsaid.toString()}), u"0"_s);
    w.must(u"delete from app.mails where user_id <> ?"_s, {user});
    QCOMPARE(w.must(u"select kind, address, parameters ->> 'by' from worker.take_mail('post')"_s),
             u"invited|post@example.com|"_s + w.adminA.name);
}

void TestInvitations::onlyTheAdministratorMay()
{
    InvitationFields fields{u"hack@example.com"_s, u"某人"_s};
    const QString before = picture();
    QCOMPARE(w.give(w.memberA, memberInvite(CommandWorld::tenantId(w.tenantA), fields)).code(),
             u"command.not_allowed"_s);
    QCOMPARE(w.give(w.adminB, memberInvite(CommandWorld::tenantId(w.tenantA), fields)).code(),
             u"command.not_found"_s);
    QCOMPARE(picture(), before);
}

// ORG-10, TEN-11, OPS-2: a tenant that is closing or full takes nobody in; the invitation waits for its seven days, to be accepted
void TestInvitations::whoActivatesEntersOnlyWhereThereIsRoom()
{
    const QString person = w.must(u"select app.add_pending('room@example.com', 'Rina Room')"_s);
    w.must(u"insert into app.invitations (id, tenant_id, user_id, invited_by, invited_at) values (app.uuid7(), ?, ?, ?, app.now())"_s, {w.tenantA, person, w.adminA.id});
    const auto enters = [&] { return w.must(u"select app.enter_on_activation(?)"_s, {person}); };
    const auto waits = [&] {
        return w.must(u"select t.is_default, i.until > app.now() from app.users as u join app.tenants as t on t.id = u.tenant_id join app.invitations as i on i.user_id = u.id where u.id = ?"_s,
                      {person});
    };
    w.must(u"update app.tenants set state = 'closing' where id = ?"_s, {w.tenantA});
    QCOMPARE(enters(), u"f"_s);
    QCOMPARE(waits(), u"t|t"_s);
    w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantA});
    w.must(u"insert into app.settings (id, tenant_id, key, value) select app.uuid7(), t.id, 'members_limit', to_jsonb((select count(*) from app.users as u where u.tenant_id = t.id)) from app.tenants as t where t.id = ?"_s,
           {w.tenantA});
    QCOMPARE(enters(), u"f"_s);
    QCOMPARE(waits(), u"t|t"_s);
    w.must(u"delete from app.settings where tenant_id = ? and key = 'members_limit'"_s, {w.tenantA});
    QCOMPARE(enters(), u"t"_s);
}

QTEST_GUILESS_MAIN(TestInvitations)
#include "tst_invitations.moc"
