// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/tenantchangestest.h"

using namespace tenantry;
using namespace tenantry::test;

/// Another administrator for a tenant, by application and directly (TEN-10).
class TestAdministratorReplacement : public TenantChangesTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { w.setClock(u"0"_s); }

    void replacementByApplication();
    void replacementIsRefused_data();
    void replacementIsRefused();
    void replacementIsCheckedAgain_data();
    void replacementIsCheckedAgain();
    void replacementDirectly();
    void directReplacementEndsTheOpenOne();
    void directReplacementIsRefused();

private:
    QString candidateOf(const QString &who, const Place &own);
};

void TestAdministratorReplacement::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestAdministratorReplacement::replacementByApplication() // TEN-10
{
    const Place own = place();
    w.addMembership(own.administrator.id, w.addOrganization(u"Led by the old one"_s, w.rootOf(own.id)),
                    u"leader"_s);
    const QString open = w.submitted(own.administrator, domainChange(own, u"never-decided"_s));
    const QString application = w.submitted(own.administrator, replacement(own, own.member.id));
    const Answer answer = w.decide(w.root, application, u"approve"_s, u"agreed"_s);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(w.administratorOf(own.id), own.member.id);
    QCOMPARE(
        w.must(
            u"select user_id, assigned_by from app.role_assignments where tenant_id = ? and role = 'tenant_administrator'"_s,
            {own.id}),
        own.member.id + u'|' + w.root.id);
    QCOMPARE(w.must(u"select count(*) from app.memberships where user_id = ? and role = 'leader'"_s,
                    {own.administrator.id}),
             u"1"_s); // all other roles stay
    QCOMPARE(w.tenantOf(own.administrator), own.id);
    QCOMPARE(w.statusOf(application), u"approved 1"_s);
    QCOMPARE(w.statusOf(open), u"ended 1"_s); // what they applied for as administrator has lost its ground
    QStringList both{own.administrator.id, own.member.id};
    both.sort();
    QCOMPARE(w.told(u"administrator_replaced"_s, own.id), both);
    QCOMPARE(
        w.must(
            u"select parameters ->> 'reason', parameters ->> 'at' is not null from app.notifications where kind = 'administrator_replaced' and tenant_id = ?"_s,
            {own.id}),
        u"because|t"_s);
    // Effective at once: the new one may, the old one may not any more.
    QCOMPARE(w.give(own.administrator, rename(own, u"Too late"_s)).code(), u"command.not_allowed"_s);
    QVERIFY(w.give(own.member, rename(own, u"In time"_s)).isDone());
    QCOMPARE(w.feedDifference(), QString());
}

QString TestAdministratorReplacement::candidateOf(const QString &who, const Place &own)
{
    if (who == u"themself"_s)
        return own.administrator.id;
    if (who == u"elsewhere"_s)
        return w.memberA.id;
    if (who == u"unknown"_s)
        return SchemaWorld::newId();
    if (who == u"inactive"_s)
        w.must(u"update app.users set status = 'suspended' where id = ?"_s, {own.member.id});
    if (who == u"leaving"_s)
        (void)w.submitted(own.member, leaveSubmit(ApplicationWorld::basics()));
    if (who == u"second"_s)
        (void)w.submitted(own.administrator, replacement(own, own.member.id));
    return own.member.id;
}

void TestAdministratorReplacement::replacementIsRefused_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("code");
    QTest::newRow("themself") << u"themself"_s << u"administrator_replacement.candidate_same"_s;
    QTest::newRow("elsewhere") << u"elsewhere"_s << u"administrator_replacement.candidate_elsewhere"_s;
    QTest::newRow("unknown") << u"unknown"_s << u"administrator_replacement.candidate_elsewhere"_s;
    QTest::newRow("inactive") << u"inactive"_s << u"administrator_replacement.candidate_inactive"_s;
    QTest::newRow("leaving") << u"leaving"_s << u"administrator_replacement.candidate_has_application"_s;
    QTest::newRow("second") << u"second"_s << u"administrator_replacement.open_already"_s;
}

void TestAdministratorReplacement::replacementIsRefused()
{
    QFETCH(QString, who);
    QFETCH(QString, code);
    const Place own = place();
    const QString candidate = candidateOf(who, own);
    const QString before = w.everything();
    QCOMPARE(w.give(own.administrator, replacement(own, candidate)).code(), code);
    QCOMPARE(w.give(own.member, replacement(own, candidate)).code(),
             who == u"inactive"_s ? QString() : u"command.not_allowed"_s);
    QCOMPARE(w.everything(), before);
}

void TestAdministratorReplacement::replacementIsCheckedAgain_data()
{
    QTest::addColumn<QString>("spoil");
    QTest::addColumn<QString>("code");
    QTest::newRow("suspended") << u"update app.users set status = 'suspended' where id = '%1'"_s
                               << u"administrator_replacement.candidate_inactive"_s;
    QTest::newRow("gone")
        << u"select app.move_user(u, t.id, t.root_organization_id) from app.users as u, app.tenants as t where u.id = '%1' and t.code = 'tenant_a'"_s
        << u"administrator_replacement.candidate_elsewhere"_s;
    QTest::newRow("leaving")
        << u"insert into app.claims values ('open_application', '%1', gen_random_uuid())"_s
        << u"administrator_replacement.candidate_has_application"_s;
}

void TestAdministratorReplacement::replacementIsCheckedAgain() // INB-8
{
    QFETCH(QString, spoil);
    QFETCH(QString, code);
    const Place own = place();
    const QString application = w.submitted(own.administrator, replacement(own, own.member.id));
    w.must(spoil.arg(own.member.id));
    const QString before = w.everything();
    QCOMPARE(w.decide(w.root, application, u"approve"_s).code(), code);
    QCOMPARE(w.everything(), before);
    QCOMPARE(w.administratorOf(own.id), own.administrator.id);
    QVERIFY(w.decide(w.root, application, u"reject"_s, u"not now"_s).isDone());
}

void TestAdministratorReplacement::replacementDirectly()
{
    const Place own = place();
    const auto wish =
        w.seeingTenant(administratorReplace(CommandWorld::tenantId(own.id), CommandWorld::userId(own.member),
                                            u"left the company"_s, true),
                       own.id);
    const Answer answer = w.give(w.root, wish);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(w.administratorOf(own.id), own.member.id);
    QCOMPARE(w.told(u"administrator_replaced"_s, own.id),
             QStringList(u"scope 5"_s)); // everyone in the tenant, both among them
    QCOMPARE(w.must(u"select d.detail ->> 'reason', e.actor_id from app.audit_entries as e join "
                    u"app.audit_details as d on d.entry_id = e.id"
                    " where e.kind = 'administrator_replaced' and e.tenant_id = ?"_s,
                    {own.id}),
             u"left the company|"_s + w.root.id);
    QCOMPARE(w.give(w.secondRoot, wish).code(), u"command.conflict"_s); // saw the tenant as it was before
}

void TestAdministratorReplacement::directReplacementEndsTheOpenOne()
{
    const Place own = place();
    const QString application = w.submitted(own.administrator, replacement(own, own.member.id));
    const auto wish = administratorReplace(CommandWorld::tenantId(own.id), CommandWorld::userId(own.member),
                                           u"at once"_s, false);
    QVERIFY(w.give(w.root, w.seeingTenant(wish, own.id)).isDone());
    QCOMPARE(w.statusOf(application), u"ended 1"_s);
    QCOMPARE(w.told(u"application_ended"_s, application), QStringList(own.administrator.id));
    QCOMPARE(w.must(u"select count(*) from app.claims where holder = ?"_s, {application}), u"0"_s);
    QCOMPARE(w.decide(w.root, application, u"approve"_s).code(), u"application.not_pending"_s);
}

void TestAdministratorReplacement::directReplacementIsRefused()
{
    const Place own = place();
    const auto wish = [&](const QString &tenant, const QString &candidate) {
        return w.seeingTenant(administratorReplace(CommandWorld::tenantId(tenant),
                                                   UserId(QUuid::fromString(candidate)), u"r"_s, false),
                              tenant);
    };
    const QString before = w.everything();
    QCOMPARE(w.give(w.root, wish(own.id, own.administrator.id)).code(),
             u"administrator_replacement.candidate_same"_s);
    QCOMPARE(w.give(w.root, wish(own.id, w.memberA.id)).code(),
             u"administrator_replacement.candidate_elsewhere"_s);
    QCOMPARE(w.give(w.root, wish(w.defaultTenant, w.homeless.id)).code(), u"tenant.has_no_administrator"_s);
    QCOMPARE(w.give(own.administrator, wish(own.id, own.member.id)).code(), u"command.not_allowed"_s);
    QCOMPARE(w.give(w.adminB, wish(own.id, own.member.id)).code(), u"command.not_found"_s);
    QCOMPARE(w.everything(), before);
}

QTEST_GUILESS_MAIN(TestAdministratorReplacement)
#include "tst_administratorreplacement.moc"
