// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/tenantchangestest.h"

using namespace tenantry;
using namespace tenantry::test;

/// What happens to a tenant: its name, its domain, its beginning (TEN-6, TEN-8, TEN-9).
class TestTenantChanges : public TenantChangesTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { w.setClock(u"0"_s); }

    void renameTakesEffectAtOnce();
    void renameIsRefused_data();
    void renameIsRefused();
    void renameWaitsForTheInterval();
    void domainChangeIsDecidedAndCarriedOut();
    void domainChangeIsRefused_data();
    void domainChangeIsRefused();
    void domainTakenMeanwhileKeepsItPending();
    void whoIsSuspendedMeanwhileGetsNoDomain();
    void tenantIsCreatedDirectly();
    void directCreationIsRefused_data();
    void directCreationIsRefused();
};

void TestTenantChanges::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestTenantChanges::renameTakesEffectAtOnce() // TEN-8
{
    const Place own = place();
    const Answer answer = w.give(own.administrator, rename(own, u"A new name"_s));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(w.must(u"select name, code, renamed_at is not null, version from app.tenants where id = ?"_s,
                    {own.id}),
             u"A new name|place_%1|t|2"_s.arg(m_places));
    QCOMPARE(w.must(u"select value from app.claims where kind = 'tenant_name' and holder = ?"_s, {own.id}),
             u"a new name"_s); // the old one is free
    QCOMPARE(w.told(u"tenant_renamed"_s, own.id), QStringList(u"scope 5"_s));
    QCOMPARE(
        w.must(
            u"select parameters ->> 'before', parameters ->> 'after', parameters ->> 'reason' from app.notifications where kind = 'tenant_renamed' and tenant_id = ?"_s,
            {own.id}),
        own.name + u"|A new name|new brand"_s);
    QCOMPARE(
        w.must(
            u"select d.detail -> 'before' ->> 'name', d.detail -> 'after' ->> 'name', d.detail ->> 'reason', "
            u"e.actor_id from app.audit_entries as e"
            " join app.audit_details as d on d.entry_id = e.id where e.kind = 'tenant_renamed' and e.tenant_id = ?"_s,
            {own.id}),
        u"%1|A new name|new brand|%2"_s.arg(own.name, own.administrator.id));
}

void TestTenantChanges::renameIsRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("same") << u"administrator"_s << u"%own"_s << u"tenant.name_same"_s;
    QTest::newRow("of a tenant") << u"administrator"_s << u"TENANT a"_s << u"tenant.name_taken"_s;
    QTest::newRow("of an open application")
        << u"administrator"_s << u"Wanted by Somebody"_s << u"tenant.name_taken"_s;
    QTest::newRow("too short") << u"administrator"_s << u"x"_s << u"rule.too_short"_s;
    QTest::newRow("too long") << u"administrator"_s << QString(51, u'x') << u"rule.too_long"_s;
    QTest::newRow("member") << u"member"_s << u"Other"_s << u"command.not_allowed"_s;
    QTest::newRow("somebody else's administrator") << u"other"_s << u"Other"_s << u"command.not_found"_s;
}

void TestTenantChanges::renameIsRefused()
{
    QFETCH(QString, who);
    QFETCH(QString, name);
    QFETCH(QString, code);
    const Place own = place();
    (void)w.execute(w.homeless, {u"tenant_application_submit"_s,
                                 SchemaWorld::tenantForm(u"wanted by somebody"_s, u"wanted_once"_s)});
    const auto wish = rename(own, name == u"%own"_s ? own.name : name);
    const QString before = w.everything();
    QCOMPARE(w.give(who == u"member"_s  ? own.member
                    : who == u"other"_s ? w.adminB
                                        : own.administrator,
                    wish)
                 .code(),
             code);
    QCOMPARE(w.everything(), before);
}

void TestTenantChanges::renameWaitsForTheInterval()
{
    const Place own = place();
    QVERIFY(w.give(own.administrator, rename(own, u"Interval one"_s)).isDone());
    const auto again = rename(own, u"Interval two"_s);
    const Answer early = w.give(own.administrator, again);
    QCOMPARE(early.code(), u"tenant.renamed_recently"_s);
    QCOMPARE(early.error(early.code())["parameters"_L1]["days"_L1].toInt(), 30);
    w.setClock(u"29 days 23 hours"_s);
    QCOMPARE(w.give(own.administrator, again).code(), u"tenant.renamed_recently"_s);
    w.must(
        u"update app.settings set value = '7' where tenant_id is null and key = 'rename_interval_days'"_s); // the platform's setting
    w.setClock(u"8 days"_s);
    const Answer late = w.give(own.administrator, again);
    w.must(
        u"update app.settings set value = '30' where tenant_id is null and key = 'rename_interval_days'"_s);
    QVERIFY2(late.isDone(), qPrintable(late.text()));
}

void TestTenantChanges::domainChangeIsDecidedAndCarriedOut() // TEN-9
{
    const Place own = place();
    const QString before =
        w.must(u"select name, code, state, administrator_id from app.tenants where id = ?"_s, {own.id});
    const QString application = w.submitted(own.administrator, domainChange(own, u"Brand-New"_s));
    QCOMPARE(w.told(u"application_submitted"_s, application), QStringList(u"scope 2"_s));
    QCOMPARE(w.decide(own.member, application, u"approve"_s).code(), u"command.not_found"_s);
    QCOMPARE(w.decide(w.root, application, u"reject"_s).code(), u"application.comment_required"_s);
    const Answer answer = w.decide(w.root, application, u"approve"_s, u"fine"_s);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(w.must(u"select domain from app.tenants where id = ?"_s, {own.id}), u"Brand-New"_s);
    QCOMPARE(w.must(u"select name, code, state, administrator_id from app.tenants where id = ?"_s, {own.id}),
             before);
    QCOMPARE(w.must(u"select value from app.claims where kind = 'tenant_domain' and holder = ?"_s, {own.id}),
             u"brand-new"_s);
    QCOMPARE(w.must(u"select count(*) from app.claims where holder = ?"_s, {application}), u"0"_s);
    QCOMPARE(w.told(u"tenant_domain_changed"_s, own.id), QStringList(u"scope 5"_s));
    QCOMPARE(w.told(u"application_approved"_s, application), QStringList(own.administrator.id));
    QCOMPARE(w.must(u"select d.detail -> 'after' ->> 'domain' from app.audit_entries as e join "
                    u"app.audit_details as d on d.entry_id = e.id"
                    " where e.kind = 'tenant_domain_changed' and e.tenant_id = ?"_s,
                    {own.id}),
             u"Brand-New"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestTenantChanges::domainChangeIsRefused_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("code");
    QTest::newRow("of a tenant") << u"Tenant-A"_s << u"domain_change.taken"_s;
    QTest::newRow("of an open application") << u"wanted-domain"_s << u"domain_change.taken"_s;
    QTest::newRow("of an open change") << u"also-wanted"_s << u"domain_change.taken"_s;
    QTest::newRow("its own") << u"%own"_s << u"domain_change.same"_s;
    QTest::newRow("too short") << u"ab"_s << u"rule.too_short"_s;
    QTest::newRow("too long") << QString(64, u'x') << u"rule.too_long"_s;
    QTest::newRow("hyphen first") << u"-abc"_s << u"rule.first"_s;
    QTest::newRow("hyphen last") << u"abc-"_s << u"rule.last"_s;
    QTest::newRow("two hyphens") << u"a--b"_s << u"rule.doubled"_s;
    QTest::newRow("characters") << u"a_b.c"_s << u"rule.characters"_s;
    QTest::newRow("second open") << u"%second"_s << u"domain_change.open_already"_s;
}

void TestTenantChanges::domainChangeIsRefused()
{
    QFETCH(QString, domain);
    QFETCH(QString, code);
    const Place own = place();
    (void)w.execute(
        w.addPerson(u"Wants a domain"_s),
        {u"tenant_application_submit"_s, SchemaWorld::tenantForm(u"Domain wanted"_s, u"wanted_domain"_s)});
    if (w.must(u"select count(*) from app.claims where value = 'also-wanted'"_s) == u"0"_s)
        (void)w.submitted(w.adminB, domainChangeSubmit(ApplicationWorld::basics(),
                                                       CommandWorld::tenantId(w.tenantB), u"also-wanted"_s));
    if (domain == u"%second"_s)
        (void)w.submitted(own.administrator, domainChange(own, u"first-wish"_s));
    const auto wish = domainChange(own, domain == u"%own"_s      ? u"PLACE-%1"_s.arg(m_places)
                                        : domain == u"%second"_s ? u"second-wish"_s
                                                                 : domain);
    const QString before = w.everything();
    QCOMPARE(w.give(own.administrator, wish).code(), code);
    QCOMPARE(w.everything(), before);
}

void TestTenantChanges::domainTakenMeanwhileKeepsItPending() // INB-4, INB-8
{
    const Place own = place();
    const QString application = w.submitted(own.administrator, domainChange(own, u"soon-gone"_s));
    w.must(u"update app.claims set holder = gen_random_uuid() where kind = 'tenant_domain' and holder = ?"_s,
           {application});
    const QString before = w.everything();
    QCOMPARE(w.decide(w.root, application, u"approve"_s).code(), u"domain_change.taken"_s);
    QCOMPARE(w.statusOf(application), u"pending 1"_s);
    QCOMPARE(w.everything(), before);
    QVERIFY(w.withdraw(own.administrator, application).isDone());
    QCOMPARE(w.statusOf(application), u"withdrawn 1"_s);
}

void TestTenantChanges::whoIsSuspendedMeanwhileGetsNoDomain() // INB-8: the applicant must still be who may ask for it
{
    const Place own = place();
    const QString application = w.submitted(own.administrator, domainChange(own, u"asked-before"_s));
    w.must(u"select worker.set_user_status(?, 'suspended', 'meanwhile')"_s, {own.administrator.id});
    const QString before = w.everything();
    QCOMPARE(w.decide(w.root, application, u"approve"_s).code(), u"application.not_administrator"_s);
    QCOMPARE(w.everything(), before);
    QCOMPARE(w.statusOf(application), u"pending 1"_s);
}

void TestTenantChanges::tenantIsCreatedDirectly() // TEN-6
{
    const Person head = w.addPerson(u"Head of the new one"_s);
    const QString id = SchemaWorld::newId();
    const Answer answer = w.give(
        w.root, tenantCreate(
                    CommandWorld::tenantId(id),
                    {u"质效技术部-Bots租户"_s, u"ZX_TECH"_s, u"质效技术部"_s, CommandWorld::userId(head), {}},
                    u"seed"_s));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.result(u"domain"_s), u"zx-tech"_s);
    QCOMPARE(
        w.must(
            u"select t.name, t.code, t.domain, t.state, p.key from app.tenants as t join app.plans as p on p.id = t.plan_id where t.id = ?"_s,
            {id}),
        u"质效技术部-Bots租户|ZX_TECH|zx-tech|active|basic"_s);
    QCOMPARE(w.administratorOf(id), head.id);
    QCOMPARE(w.tenantOf(head), id);
    QCOMPARE(w.told(u"tenant_created"_s, id), QStringList(head.id));
    QCOMPARE(w.must(u"select count(*) from app.claims where holder = ?"_s, {id}), u"3"_s);
    QCOMPARE(
        w.must(u"select count(*) from app.moves where user_id = ? and to_tenant = ? and decided_by = ?"_s,
               {head.id, id, w.root.id}),
        u"1"_s);
    QCOMPARE(w.feedDifference(), QString());
}

void TestTenantChanges::directCreationIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("administrator");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("name") << u"TENANT A"_s << u"unused_1"_s << u"free"_s
                          << u"tenant_application.name_taken"_s;
    QTest::newRow("code") << u"Unused"_s << u"tenant_B"_s << u"free"_s << u"tenant_application.code_taken"_s;
    QTest::newRow("member") << u"Unused"_s << u"unused_1"_s << u"member"_s
                            << u"tenant_application.administrator_elsewhere"_s;
    QTest::newRow("administrator") << u"Unused"_s << u"unused_1"_s << u"administrator"_s
                                   << u"tenant_application.administrator_elsewhere"_s;
    QTest::newRow("applicant") << u"Unused"_s << u"unused_1"_s << u"applicant"_s
                               << u"tenant_application.administrator_has_application"_s;
}

void TestTenantChanges::directCreationIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    QFETCH(QString, administrator);
    QFETCH(QString, refusal);
    Person head = w.memberA;
    if (administrator == u"administrator"_s)
        head = w.adminA;
    else if (administrator != u"member"_s)
        head = w.addPerson(administrator);
    if (administrator == u"applicant"_s)
        (void)w.submitted(head, joinSubmit(ApplicationWorld::basics(), CommandWorld::tenantId(w.tenantA)));
    const QString before = w.everything();
    const auto wish = tenantCreate(CommandWorld::tenantId(SchemaWorld::newId()),
                                   {name, code, u"d"_s, CommandWorld::userId(head), {}}, u"r"_s);
    QCOMPARE(w.give(w.root, wish).code(), refusal);
    QCOMPARE(w.give(w.adminA, wish).code(), u"command.not_allowed"_s);
    QCOMPARE(w.everything(), before);
}

QTEST_GUILESS_MAIN(TestTenantChanges)
#include "tst_tenantchanges.moc"
