// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/applicationworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// What applications of every kind share: being rejected, taking up again, rating (INB-8, INB-9, KPI-1). What
/// approval does is in the tests of each kind.
class TestApplicationFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyOnesOwnRejectedOnesAreTakenUp_data();
    void onlyOnesOwnRejectedOnesAreTakenUp();
    void ratedByTheApplicantAfterTheDecision();
    void aRejectionSaysWhyAndChangesNothingElse_data() { kinds(); }
    void aRejectionSaysWhyAndChangesNothingElse();
    void nothingIsAskedForWithoutAReason_data() { kinds(); }
    void nothingIsAskedForWithoutAReason();
    void everyKindBringsWhatItNeeds();
    void tenantsAreFoundToJoin();

private:
    static void kinds();
    /// Who applies for something of this kind, with what, and who decides it first.
    struct Wish
    {
        Person applicant;
        tenantry::Command command;
        Person decider;
    };
    Wish wish(const QString &kind, const QString &reason = QStringLiteral("because"));
    /// All that a decision could have changed of the tenants and of who is in them.
    QString platform() const;
    static tenantry::Command join(const QString &tenant, const QString &previous = {})
    {
        ApplicationBasics basics = ApplicationWorld::basics();
        basics.previous = ApplicationId(QUuid::fromString(previous));
        return joinSubmit(basics, CommandWorld::tenantId(tenant));
    }
    /// Values of one field of what a question answers, or the refusal's code.
    QString asked(const Person &person, const QString &function, const QString &text, const QString &list,
                  const QString &field)
    {
        const auto rows = w.connect(person)->exec(
            u"select coalesce(string_agg(f ->> '%1', ',' order by n), '') from jsonb_array_elements(api.%2(jsonb_build_object('text', ?::text)) -> '%3') with ordinality as x (f, n)"_s
                .arg(field, function, list),
            {text});
        return rows ? rows->value().toString()
                    : rows.error()
                          .parameters.value(u"message"_s)
                          .toString()
                          .section(u'\n', 0, 0)
                          .section(u' ', -1);
    }

    ApplicationWorld w;
};

void TestApplicationFlow::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestApplicationFlow::onlyOnesOwnRejectedOnesAreTakenUp_data()
{
    QTest::addColumn<QString>("previous");
    QTest::addColumn<QString>("code");
    QTest::newRow("rejected") << u"rejected"_s << QString();
    QTest::newRow("withdrawn") << u"withdrawn"_s << u"application.previous_not_rejected"_s;
    QTest::newRow("somebody else's") << u"other"_s << u"application.previous_unknown"_s;
    QTest::newRow("of another kind") << u"kind"_s << u"application.previous_unknown"_s;
    QTest::newRow("none there") << u"none"_s << u"application.previous_unknown"_s;
}

void TestApplicationFlow::onlyOnesOwnRejectedOnesAreTakenUp() // INB-9
{
    QFETCH(QString, previous);
    QFETCH(QString, code);
    const Person person = w.addPerson(u"Tries again"_s);
    const Person holder = previous == u"other"_s ? w.addPerson(u"Somebody else"_s) : person;
    QString old = SchemaWorld::newId();
    if (previous == u"kind"_s) {
        const QJsonObject form = SchemaWorld::tenantForm(u"First try"_s, u"first_try"_s);
        QVERIFY(w.execute(holder, {u"tenant_application_submit"_s, form}).isDone());
        old = form["application_id"_L1].toString();
        QVERIFY(w.decide(w.root, old, u"reject"_s, u"no"_s).isDone());
    } else if (previous != u"none"_s) {
        old = w.submitted(holder, join(w.tenantA));
        QVERIFY((previous == u"withdrawn"_s ? w.withdraw(holder, old)
                                            : w.decide(w.adminA, old, u"reject"_s, u"no"_s))
                    .isDone());
    }
    const QString before = w.everything();
    const Answer answer = w.give(person, join(w.tenantA, old));
    QCOMPARE(answer.code(), code);
    if (!code.isEmpty())
        QCOMPARE(w.everything(), before);
}

void TestApplicationFlow::ratedByTheApplicantAfterTheDecision() // KPI-1
{
    const Person person = w.addPerson(u"Rates"_s);
    const QString application = w.submitted(person, join(w.tenantA));
    const auto rate = [&](int stars) {
        return applicationRate(ApplicationId(QUuid::fromString(application)), stars);
    };
    const QString before = w.everything();
    QCOMPARE(w.give(person, rate(5)).code(), u"application.not_decided"_s);
    QVERIFY(w.decide(w.adminA, application, u"reject"_s, u"no"_s).isDone());
    const QString decided = w.everything();
    QVERIFY(before != decided);
    QCOMPARE(w.give(w.adminA, rate(5)).code(), u"command.not_found"_s);
    QCOMPARE(w.give(person, rate(0)).code(), u"rule.range"_s);
    QCOMPARE(w.give(person, rate(6)).code(), u"rule.range"_s);
    QCOMPARE(w.everything(), decided);
    QVERIFY(w.give(person, rate(2)).isDone());
    QVERIFY(w.give(person, rate(4)).isDone());
    QCOMPARE(w.must(u"select rating from app.applications where id = ?"_s, {application}), u"4"_s);
}

void TestApplicationFlow::kinds()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind :
         {"tenant_creation", "join", "leave", "domain_change", "administrator_replacement"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

TestApplicationFlow::Wish TestApplicationFlow::wish(const QString &kind, const QString &reason)
{
    const ApplicationBasics basics = ApplicationWorld::basics(reason);
    const TenantId tenant = CommandWorld::tenantId(w.tenantA);
    if (kind == u"domain_change"_s)
        return {w.adminA, domainChangeSubmit(basics, tenant, u"another-domain"_s), w.root};
    if (kind == u"administrator_replacement"_s)
        return {w.adminA,
                administratorReplacementSubmit(basics, tenant, CommandWorld::userId(w.memberA), false),
                w.root};
    const Person person = w.addPerson(u"Wishes"_s);
    if (kind == u"join"_s)
        return {person, joinSubmit(basics, tenant), w.adminA};
    if (kind == u"leave"_s) {
        w.moveTo(person, w.tenantA);
        return {person, leaveSubmit(basics), w.adminA};
    }
    const TenantApplicationForm form{u"Wished for"_s, u"wished_for"_s, u"d"_s, u"u"_s, 5,     u"c"_s,
                                     u"c"_s,          u"a@b.cc"_s,     {},     {},     reason};
    return {person, tenantApplicationSubmit(basics.id, form), w.root};
}

QString TestApplicationFlow::platform() const
{
    return w.must(u"select (select string_agg(t::text, ';' order by id) from app.tenants as t),"
                  " (select string_agg(r::text, ';' order by id) from app.role_assignments as r),"
                  " (select string_agg(m::text, ';' order by id) from app.memberships as m),"
                  " (select string_agg(u::text, ';' order by id) from app.users as u)"_s);
}

void TestApplicationFlow::aRejectionSaysWhyAndChangesNothingElse() // INB-8, TEN-7, MOV-6
{
    QFETCH(QString, kind);
    const Wish wanted = wish(kind);
    const QString before = platform();
    const QString application = w.submitted(wanted.applicant, wanted.command);
    const QString pending = w.everything();
    QCOMPARE(w.decide(wanted.decider, application, u"reject"_s).code(), u"application.comment_required"_s);
    QCOMPARE(w.everything(), pending);
    QVERIFY(w.decide(wanted.decider, application, u"reject"_s, u"not this year"_s).isDone());
    QCOMPARE(w.statusOf(application), u"rejected 1"_s);
    QCOMPARE(platform(), before);
    QCOMPARE(w.must(u"select count(*) from app.claims where holder = ?"_s, {application}), u"0"_s);
    QCOMPARE(w.told(u"application_rejected"_s, application), QStringList(wanted.applicant.id));
    QCOMPARE(w.must(u"select parameters ->> 'comment' from app.notifications where kind = "
                    u"'application_rejected' and parameters ->> 'application_id' = ?"_s,
                    {application}),
             u"not this year"_s);
    QCOMPARE(w.decide(wanted.decider, application, u"approve"_s).code(), u"application.not_pending"_s);
}

void TestApplicationFlow::nothingIsAskedForWithoutAReason() // INB-8
{
    QFETCH(QString, kind);
    const Wish wanted = wish(kind, u" "_s);
    const QString before = w.everything();
    const Answer answer = w.give(wanted.applicant, wanted.command);
    QCOMPARE(answer.code(), u"rule.required"_s);
    QCOMPARE(answer.error(answer.code())["field"_L1].toString(), u"reason"_s);
    QCOMPARE(w.everything(), before);
}

// A kind that enters itself has its functions, and its command is declared.
void TestApplicationFlow::everyKindBringsWhatItNeeds()
{
    const QStringList kinds = w.must(u"select kind from app.application_kinds order by kind"_s).split(u'\n');
    QVERIFY(kinds.size() >= 5);
    for (const QString &kind : kinds) {
        QCOMPARE(
            w.must(
                u"select count(*) from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in (?, ?)"_s,
                {u"check_application_"_s + kind, u"approve_application_"_s + kind}),
            u"2"_s);
        const QString submit = (kind == u"tenant_creation"_s ? u"tenant_application"_s : kind) + u"_submit"_s;
        QCOMPARE(w.must(u"select jsonb_exists(app.declaration('commands') -> 'commands', ?)"_s, {submit}),
                 u"t"_s);
    }
}

void TestApplicationFlow::tenantsAreFoundToJoin() // MOV-8
{
    const auto codes = [this](const QString &text) {
        return asked(w.homeless, u"find_tenants"_s, text, u"tenants"_s, u"code"_s);
    };
    QCOMPARE(codes(u"TENANT_A"_s), u"tenant_a"_s); // the exact code, in any case
    QCOMPARE(codes(u"tenant_"_s), QString());      // not a part of it
    QCOMPARE(codes(u"nant"_s), u"tenant_a,tenant_b"_s);
    QCOMPARE(codes(u" nant B "_s), u"tenant_b"_s);
    QCOMPARE(codes(u"默认系统"_s), QString());
    QCOMPARE(codes(u"x"_s), u"search.too_short"_s);
    QCOMPARE(asked(w.homeless, u"find_tenants"_s, u"nant"_s, u"tenants"_s, u"domain"_s),
             QString()); // name and code only
    for (const QString &state : {u"closing"_s, u"frozen"_s}) {
        w.must(u"update app.tenants set state = ?::app.tenant_state where id = ?"_s, {state, w.tenantB});
        QCOMPARE(codes(u"nant"_s), u"tenant_a"_s);
    }
    w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantB});
    QCOMPARE(asked(w.suspended, u"find_tenants"_s, u"nant"_s, u"tenants"_s, u"code"_s),
             u"account.not_active"_s);
}

QTEST_GUILESS_MAIN(TestApplicationFlow)
#include "tst_applicationflow.moc"
