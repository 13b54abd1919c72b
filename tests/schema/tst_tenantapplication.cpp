// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"

#include <QJsonDocument>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// Applications for a tenant: TEN-1 to TEN-5, TEN-7, TEN-14, INB-8, MOV-7.
class TestTenantApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acceptedApplicationIsPendingWithItsEvent();
    void eachRefusalHasItsOwnCode_data();
    void eachRefusalHasItsOwnCode();
    void namesAreTakenInAnySpelling();
    void domainIsMadeFromTheCode_data();
    void domainIsMadeFromTheCode();
    void domainsAreMadeUnique();
    void racingApplicationsGetOneName();
    void onlyTheApplicantWithdraws();
    void withdrawalFreesWhatItClaimed();
    void onlySystemAdministratorsDecide();
    void nobodyDecidesTheirOwn();
    void rejectionNeedsAReasonAndFreesTheClaims();
    void approvalCreatesEverything();
    void approvalForADesignatedAdministratorMovesThem();
    void approvalIsAllOrNothing();
    void failedPreconditionKeepsItPending_data();
    void failedPreconditionKeepsItPending();
    void decidedTwiceSaysWhoAndWhen();
    void racingDecisionsLetOneThrough();

private:
    struct Submitted {
        Person applicant;
        QString id;
        QJsonObject form;
    };
    Submitted submit(const QJsonObject &changes = {});
    Answer decide(const Person &actor, const QString &id, const QString &decision, const QString &comment = {})
    {
        return m_world.execute(actor, {u"application_decide"_s, {{u"application_id"_s, id}, {u"decision"_s, decision}, {u"comment"_s, comment}}, SchemaWorld::seen(id)});
    }
    QString statusOf(const QString &id) { return m_world.sql(u"select status from app.applications where id = ?"_s, {id}); }
    QString claimsOf(const QString &holder) { return m_world.sql(u"select count(*) from app.claims where holder = ?"_s, {holder}); }
    static QJsonObject freshForm()
    {
        static int count = 0;
        ++count;
        return SchemaWorld::tenantForm(u"Fresh %1"_s.arg(count), u"fresh_%1"_s.arg(count));
    }

    SchemaWorld m_world;
};

void TestTenantApplication::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

TestTenantApplication::Submitted TestTenantApplication::submit(const QJsonObject &changes)
{
    QJsonObject form = freshForm();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        form.insert(it.key(), it.value());
    Submitted submitted{m_world.addPerson(u"Applicant"_s), form.value("application_id"_L1).toString(), form};
    const Answer answer = m_world.execute(submitted.applicant, {u"tenant_application_submit"_s, form});
    if (!answer.isDone())
        qFatal("not submitted: %s", qPrintable(answer.text()));
    return submitted;
}

void TestTenantApplication::acceptedApplicationIsPendingWithItsEvent() // TEN-3, NOT-3
{
    const Submitted submitted = submit();
    QCOMPARE(m_world.sql(u"select status, stage, applicant_id, submitted_at is not null, form ->> 'domain', form ->> 'administrator_id' from app.applications where id = ?"_s, {submitted.id}),
             u"pending|1|%1|t|%2|%1"_s.arg(submitted.applicant.id, submitted.form["code"_L1].toString().replace(u'_', u'-')));
    QCOMPARE(m_world.sql(u"select act, actor_id, stage from app.application_events where application_id = ?"_s, {submitted.id}), u"submitted|%1|1"_s.arg(submitted.applicant.id));
    QCOMPARE(m_world.sql(u"select kind, audience_scope_kind from app.notifications where parameters ->> 'application_id' = ?"_s, {submitted.id}), u"application_submitted|2"_s);
    QCOMPARE(m_world.sql(u"select kind, object_kind, actor_id from app.audit_entries where object_id = ?"_s, {submitted.id}),
             u"application_submitted|application|%1"_s.arg(submitted.applicant.id));
}

void TestTenantApplication::eachRefusalHasItsOwnCode_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QJsonObject>("changes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *who, const QJsonObject &changes, const char *code, const char *field) {
        QTest::newRow(code) << QString::fromLatin1(who) << changes << u"tenant_application."_s + QString::fromLatin1(code) << QString::fromLatin1(field);
    };
    row("member", {}, "applicant_elsewhere", "");
    row("administrator", {}, "applicant_is_administrator", "");
    row("applied", {}, "applicant_has_application", "");
    row("designated", {}, "applicant_has_application", "");
    row("free", {{u"name"_s, u"tenant a"_s}}, "name_taken", "name");
    row("free", {{u"code"_s, u"TENANT_A"_s}}, "code_taken", "code");
    row("free", {{u"plan_id"_s, u"00000000-0000-7000-8000-0000000009ff"_s}}, "plan_unknown", "plan_id");
    row("free", {{u"administrator_id"_s, u"member"_s}}, "administrator_elsewhere", "administrator_id");
    QTest::newRow("no reason") << u"free"_s << QJsonObject{{u"reason"_s, u""_s}} << u"rule.required"_s << u"reason"_s; // INB-8
    QTest::newRow("designated is another tenant's administrator")
        << u"free"_s << QJsonObject{{u"administrator_id"_s, u"administrator"_s}} << u"tenant_application.administrator_elsewhere"_s << u"administrator_id"_s;
    row("free", {{u"administrator_id"_s, u"applied"_s}}, "administrator_has_application", "administrator_id");
    row("free", {{u"administrator_id"_s, u"inactive"_s}}, "administrator_inactive", "administrator_id");
    row("platform", {}, "applicant_is_system_administrator", ""); // ROL-4
    row("free", {{u"administrator_id"_s, u"platform"_s}}, "administrator_is_system_administrator", "administrator_id");
}

void TestTenantApplication::eachRefusalHasItsOwnCode() // TEN-2
{
    QFETCH(QString, who);
    QFETCH(QJsonObject, changes);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const auto person = [&](const QString &kind) {
        if (kind == u"member"_s)
            return m_world.memberA;
        if (kind == u"administrator"_s)
            return m_world.adminA;
        if (kind == u"applied"_s)
            return submit().applicant;
        const Person fresh = m_world.addPerson(kind, kind == u"platform"_s);
        if (kind == u"designated"_s)
            submit({{u"administrator_id"_s, fresh.id}});
        if (kind == u"inactive"_s)
            m_world.must(u"update app.users set status = 'departed' where id = ?"_s, {fresh.id});
        return fresh;
    };
    QJsonObject form = freshForm();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        form.insert(it.key(), it.key() == u"administrator_id"_s ? QJsonValue(person(it.value().toString()).id) : QJsonValue(it.value()));
    const Answer answer = m_world.execute(person(who), {u"tenant_application_submit"_s, form});
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.error(code)["field"_L1].toString(), field);
    QCOMPARE(answer.error(code)["parameters"_L1].toObject().contains("tenant"_L1), code.contains("applicant_elsewhere"_L1) || code.contains("applicant_is_administrator"_L1));
    QCOMPARE(claimsOf(form["application_id"_L1].toString()), u"0"_s);
}

void TestTenantApplication::namesAreTakenInAnySpelling() // also by an open application
{
    submit({{u"name"_s, u"Straße ﬁ Ａ"_s}});
    QJsonObject form = freshForm();
    form.insert(u"name"_s, u"STRAßE FI a"_s);
    QCOMPARE(m_world.execute(m_world.homeless, {u"tenant_application_submit"_s, form}).code(), u"tenant_application.name_taken"_s);
}

void TestTenantApplication::domainIsMadeFromTheCode_data() // TEN-14
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("domain");
    QTest::newRow("lower case") << u"ABC"_s << u"abc"_s;
    QTest::newRow("underscores") << u"a_b_c"_s << u"a-b-c"_s;
    QTest::newRow("doubled") << u"a__b"_s << u"a-b"_s;
    QTest::newRow("at the ends") << u"_abc_"_s << u"abc"_s;
    QTest::newRow("too short") << u"_a_"_s << u"tenant-a"_s;
    QTest::newRow("nothing left") << u"___"_s << u"tenant"_s;
}

void TestTenantApplication::domainIsMadeFromTheCode()
{
    QFETCH(QString, code);
    QFETCH(QString, domain);
    QCOMPARE(m_world.sql(u"select app.domain_from_code(?)"_s, {code}), domain);
    QCOMPARE(m_world.sql(u"select app.check_rules('tenant', jsonb_build_object('domain', app.domain_from_code(?)))"_s, {code}), u"[]"_s);
}

void TestTenantApplication::domainsAreMadeUnique()
{
    submit({{u"code"_s, u"same_one"_s}});
    const Submitted second = submit({{u"code"_s, u"same__one"_s}});
    const Submitted third = submit({{u"code"_s, u"_same_one"_s}});
    QCOMPARE(m_world.sql(u"select form ->> 'domain' from app.applications where id = ?"_s, {second.id}), u"same-one-2"_s);
    QCOMPARE(m_world.sql(u"select form ->> 'domain' from app.applications where id = ?"_s, {third.id}), u"same-one-3"_s);
}

void TestTenantApplication::racingApplicationsGetOneName()
{
    const Person one = m_world.addPerson(u"One"_s);
    const Person other = m_world.addPerson(u"Other"_s);
    const QJsonObject form = freshForm();
    QJsonObject rival = freshForm();
    rival.insert(u"name"_s, form["name"_L1].toString().toUpper());
    const auto first = m_world.connect(one);
    auto transaction = server::Transaction::begin(*first);
    QVERIFY(transaction);
    QVERIFY(SchemaWorld::execute(*first, {u"tenant_application_submit"_s, form}).isDone());
    auto second = std::async(std::launch::async, [&] { return m_world.execute(other, {u"tenant_application_submit"_s, rival}); });
    QTRY_COMPARE(m_world.sql(u"select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'"_s, {other.role}), u"1"_s);
    QVERIFY(transaction->commit());
    QCOMPARE(second.get().code(), u"tenant_application.name_taken"_s);
}

void TestTenantApplication::onlyTheApplicantWithdraws()
{
    const Submitted submitted = submit();
    const Command withdraw{u"application_withdraw"_s, {{u"application_id"_s, submitted.id}}, SchemaWorld::seen(submitted.id)};
    QCOMPARE(m_world.execute(m_world.memberA, withdraw).code(), u"command.not_found"_s);
    QCOMPARE(m_world.execute(m_world.root, withdraw).code(), u"command.not_allowed"_s);
    QCOMPARE(statusOf(submitted.id), u"pending"_s);
}

void TestTenantApplication::withdrawalFreesWhatItClaimed()
{
    const Submitted submitted = submit();
    QCOMPARE(claimsOf(submitted.id), u"4"_s); // name, code, domain, the applicant
    const Answer answer = m_world.execute(submitted.applicant, {u"application_withdraw"_s, {{u"application_id"_s, submitted.id}}, SchemaWorld::seen(submitted.id)});
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(statusOf(submitted.id), u"withdrawn"_s);
    QCOMPARE(claimsOf(submitted.id), u"0"_s);
    QJsonObject again = submitted.form;
    again.insert(u"application_id"_s, SchemaWorld::newId());
    QVERIFY(m_world.execute(submitted.applicant, {u"tenant_application_submit"_s, again}).isDone());
    QCOMPARE(decide(m_world.root, submitted.id, u"approve"_s).code(), u"application.not_pending"_s);
}

void TestTenantApplication::onlySystemAdministratorsDecide() // TEN-4
{
    const Submitted submitted = submit();
    for (const Person &person : {m_world.adminA, m_world.memberA, m_world.homeless, m_world.outsider})
        QCOMPARE(decide(person, submitted.id, u"approve"_s).code(), u"command.not_found"_s);
    QCOMPARE(statusOf(submitted.id), u"pending"_s);
}

void TestTenantApplication::nobodyDecidesTheirOwn() // INB-8
{
    const Submitted submitted = submit();
    QCOMPARE(decide(submitted.applicant, submitted.id, u"approve"_s).code(), u"application.own"_s);
    // Nor those that they handed in before they came to the platform team.
    m_world.must(u"insert into app.role_assignments (id, user_id, role, assigned_at) values (app.uuid7(), ?, 'system_administrator', now())"_s, {submitted.applicant.id});
    QCOMPARE(decide(submitted.applicant, submitted.id, u"approve"_s).code(), u"application.own"_s);
    m_world.must(u"delete from app.role_assignments where user_id = ?"_s, {submitted.applicant.id});
}

void TestTenantApplication::rejectionNeedsAReasonAndFreesTheClaims() // INB-8, TEN-7
{
    const Submitted submitted = submit();
    const Answer without = decide(m_world.root, submitted.id, u"reject"_s);
    QCOMPARE(without.code(), u"application.comment_required"_s);
    QCOMPARE(without.error(without.code())["field"_L1].toString(), u"comment"_s);
    QVERIFY(decide(m_world.root, submitted.id, u"reject"_s, u"too vague"_s).isDone());
    QCOMPARE(statusOf(submitted.id), u"rejected"_s);
    QCOMPARE(claimsOf(submitted.id), u"0"_s);
    QCOMPARE(m_world.sql(u"select actor_id, comment, stage, at is not null from app.application_events where application_id = ? and act = 'rejected'"_s, {submitted.id}),
             m_world.root.id + u"|too vague|1|t"_s);
    QCOMPARE(m_world.sql(u"select audience_user_ids::text || (parameters ->> 'comment') from app.notifications"
                         " where kind = 'application_rejected' and parameters ->> 'application_id' = ?"_s, {submitted.id}),
             u'{' + submitted.applicant.id + u"}too vague"_s);
}

void TestTenantApplication::approvalCreatesEverything() // TEN-5
{
    const Submitted submitted = submit({{u"plan_id"_s, u"00000000-0000-7000-8000-000000000102"_s}});
    const Answer answer = decide(m_world.root, submitted.id, u"approve"_s, u"welcome"_s);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    const QString tenant = answer.result(u"tenant_id"_s);
    const QString applicant = submitted.applicant.id;
    QCOMPARE(m_world.sql(u"select name, code, domain, state, administrator_id from app.tenants where id = ?"_s, {tenant}),
             u"%1|%2|%3|active|%4"_s.arg(submitted.form["name"_L1].toString(), submitted.form["code"_L1].toString(),
                                         submitted.form["code"_L1].toString().replace(u'_', u'-'), applicant));
    QCOMPARE(m_world.sql(u"select count(*), bool_and(parent_id is null and enabled) from app.organizations where tenant_id = ?"_s, {tenant}), u"1|t"_s);
    QCOMPARE(m_world.sql(u"select p.key from app.tenants as t join app.plans as p on p.id = t.plan_id where t.id = ?"_s, {tenant}), u"standard"_s);
    QCOMPARE(m_world.sql(u"select value ->> 'members' from app.settings where tenant_id = ? and key = 'quotas'"_s, {tenant}), u"1000"_s);
    QCOMPARE(m_world.sql(u"select value from app.settings where tenant_id = ? and key = 'space_creation'"_s, {tenant}), u"\"administrator\""_s);
    QCOMPARE(m_world.sql(u"select u.tenant_id, m.organization_id = t.root_organization_id from app.users as u join app.memberships as m on m.user_id = u.id"
                         " join app.tenants as t on t.id = u.tenant_id where u.id = ?"_s, {applicant}), tenant + u"|t"_s);
    QCOMPARE(m_world.sql(u"select role, tenant_id, assigned_by from app.role_assignments where user_id = ?"_s, {applicant}),
             u"tenant_administrator|%1|%2"_s.arg(tenant, m_world.root.id));
    QCOMPARE(m_world.sql(u"select string_agg(kind, ',' order by kind) from app.claims where holder = ?"_s, {tenant}), u"tenant_code,tenant_domain,tenant_name"_s);
    QCOMPARE(claimsOf(submitted.id), u"0"_s);
    QCOMPARE(m_world.sql(u"select string_agg(kind, ',' order by id) from app.audit_entries where actor_id = ? and tenant_id = ?"_s, {m_world.root.id, tenant}),
             u"tenant_created,user_moved,role_assigned"_s);
    QCOMPARE(m_world.sql(u"select kind from app.audit_entries where object_id = ? and tenant_id = ? and actor_id = ?"_s, {submitted.id, m_world.defaultTenant, m_world.root.id}),
             u"application_approved"_s);
    QCOMPARE(m_world.sql(u"select string_agg(kind, ',' order by kind) from app.notifications where audience_user_ids @> array[?::uuid]"_s, {applicant}),
             u"application_approved,tenant_created"_s);
    QCOMPARE(m_world.execute(submitted.applicant, {u"application_withdraw"_s, {{u"application_id"_s, submitted.id}}, SchemaWorld::seen(submitted.id, 2)}).code(), u"application.not_pending"_s);
}

void TestTenantApplication::approvalForADesignatedAdministratorMovesThem()
{
    const Person designated = m_world.addPerson(u"Designated"_s);
    const Submitted submitted = submit({{u"administrator_id"_s, designated.id}});
    const Answer answer = decide(m_world.root, submitted.id, u"approve"_s);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(m_world.sql(u"select administrator_id from app.tenants where id = ?"_s, {answer.result(u"tenant_id"_s)}), designated.id);
    QCOMPARE(m_world.sql(u"select tenant_id from app.users where id = ?"_s, {submitted.applicant.id}), m_world.defaultTenant);
    QCOMPARE(m_world.sql(u"select count(*) from app.notifications where kind = 'application_approved' and audience_user_ids = array[?::uuid]"_s, {submitted.applicant.id}), u"1"_s);
}

void TestTenantApplication::approvalIsAllOrNothing() // TEN-5
{
    const Submitted submitted = submit();
    const QString picture = u"select (select count(*) from app.tenants), (select count(*) from app.organizations), (select count(*) from app.settings),"
                            " (select count(*) from app.role_assignments), (select count(*) from app.memberships), (select count(*) from app.audit_entries),"
                            " (select count(*) from app.notifications), (select count(*) from app.application_events), (select count(*) from app.history)"_s;
    const QString before = m_world.sql(picture);
    // The Nth write fails, for each table that an approval writes to.
    m_world.must(u"create function app.test_fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$"_s);
    m_world.must(u"alter function app.test_fail() owner to tenantry_owner"_s);
    for (const QString &table : {u"tenants"_s, u"organizations"_s, u"settings"_s, u"memberships"_s, u"role_assignments"_s, u"users"_s, u"claims"_s, u"applications"_s,
                                 u"application_events"_s, u"notifications"_s, u"audit_details"_s}) {
        m_world.must(u"create trigger zz_test_fail after insert or update or delete on app.%1 for each row execute function app.test_fail()"_s.arg(table));
        QCOMPARE(decide(m_world.root, submitted.id, u"approve"_s).sqlState, u"TY500"_s);
        m_world.must(u"drop trigger zz_test_fail on app.%1"_s.arg(table));
        QCOMPARE(m_world.sql(picture), before);
        QCOMPARE(statusOf(submitted.id), u"pending"_s);
    }
    m_world.must(u"drop function app.test_fail()"_s);
    QVERIFY(decide(m_world.root, submitted.id, u"approve"_s).isDone());
}

void TestTenantApplication::failedPreconditionKeepsItPending_data()
{
    QTest::addColumn<QString>("spoil");
    QTest::addColumn<QString>("code");
    QTest::newRow("suspended") << u"update app.users set status = 'suspended' where id = '%1'"_s << u"tenant_application.applicant_inactive"_s;
    QTest::newRow("moved") << u"select app.move_user(u, t.id, t.root_organization_id) from app.users as u, app.tenants as t where u.id = '%1' and t.code = 'tenant_a'"_s
                           << u"tenant_application.applicant_elsewhere"_s;
    QTest::newRow("system administrator by now") << u"insert into app.role_assignments (id, user_id, role, assigned_at) values (app.uuid7(), '%1', 'system_administrator', now())"_s
                                                 << u"tenant_application.applicant_is_system_administrator"_s; // ROL-4
    QTest::newRow("name taken") << u"update app.claims set holder = gen_random_uuid() where holder = '%2' and kind = 'tenant_name'"_s << u"tenant_application.name_taken"_s;
}

void TestTenantApplication::failedPreconditionKeepsItPending() // TEN-5, INB-4
{
    QFETCH(QString, spoil);
    QFETCH(QString, code);
    const Submitted submitted = submit();
    m_world.must(spoil.contains(u"%2"_s) ? QString(spoil).replace(u"%2"_s, submitted.id) : spoil.arg(submitted.applicant.id));
    const Answer answer = decide(m_world.root, submitted.id, u"approve"_s);
    QCOMPARE(answer.code(), code);
    QCOMPARE(statusOf(submitted.id), u"pending"_s);
    QCOMPARE(m_world.sql(u"select jsonb_path_query_array(app.check_application(a), '$[*] ? (@.ok == false).code') from app.applications as a where id = ?"_s, {submitted.id}), u"[\"%1\"]"_s.arg(code));
    QVERIFY(decide(m_world.root, submitted.id, u"reject"_s, u"can't be"_s).isDone()); // a refusal is always possible
}

void TestTenantApplication::decidedTwiceSaysWhoAndWhen() // INB-4
{
    const Submitted submitted = submit();
    QVERIFY(decide(m_world.secondRoot, submitted.id, u"reject"_s, u"no budget"_s).isDone());
    const Answer answer = decide(m_world.root, submitted.id, u"approve"_s);
    QCOMPARE(answer.code(), u"application.not_pending"_s);
    const QJsonValue parameters = answer.error(answer.code())["parameters"_L1];
    QCOMPARE(parameters["status"_L1].toString(), u"rejected"_s);
    QCOMPARE(parameters["by"_L1].toString(), m_world.secondRoot.id);
    QCOMPARE(parameters["by_name"_L1].toString(), m_world.secondRoot.name);
    QCOMPARE(parameters["comment"_L1].toString(), u"no budget"_s);
    QVERIFY(parameters["at"_L1].toDouble() > 1e15);
}

void TestTenantApplication::racingDecisionsLetOneThrough()
{
    const Submitted submitted = submit();
    const auto first = m_world.connect(m_world.root);
    auto transaction = server::Transaction::begin(*first);
    QVERIFY(transaction);
    const QJsonObject payload{{u"application_id"_s, submitted.id}, {u"decision"_s, u"approve"_s}, {u"comment"_s, u""_s}};
    QVERIFY(SchemaWorld::execute(*first, {u"application_decide"_s, payload, SchemaWorld::seen(submitted.id)}).isDone());
    auto second = std::async(std::launch::async, [&] { return decide(m_world.secondRoot, submitted.id, u"reject"_s, u"late"_s); });
    QTRY_COMPARE(m_world.sql(u"select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'"_s, {m_world.secondRoot.role}), u"1"_s);
    QVERIFY(transaction->commit());
    QCOMPARE(second.get().code(), u"application.not_pending"_s);
    QCOMPARE(statusOf(submitted.id), u"approved"_s);
}

QTEST_GUILESS_MAIN(TestTenantApplication)
#include "tst_tenantapplication.moc"
