// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/invitationcommands.h"
#include "core/domain/membercommands.h"
#include "core/domain/platformcommands.h"
#include "tests/schema/applicationworld.h"

#include <QDeadlineTimer>
#include <QTest>

#include <atomic>
#include <mutex>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// Twenty connections submit, decide, withdraw, rename, replace administrators and create tenants at random.
/// Whatever each is answered, at the end the platform is whole: TEN-2, TEN-5, TEN-10, TEN-12, MOV-1, MOV-5,
/// MOV-7, INB-8.
class TestApplicationRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingAtOnce();
    void whatMustHold_data();
    void whatMustHold();

private:
    static constexpr int peopleCount = 20;
    static constexpr auto duration = std::chrono::seconds(60);

    /// One of them, on a connection of their own, until the time is over.
    void act(size_t n);
    [[nodiscard]] tenantry::Command chance(std::mt19937 &random, server::Connection &owner,
                                           const Person &person) const;
    /// What else moves people or stops them: invitations, removals and their undoing, freezing.
    [[nodiscard]] tenantry::Command chanceBeside(std::mt19937 &random, server::Connection &owner, const Person &person,
                                                 TenantId tenant) const;
    [[nodiscard]] static QStringList column(server::Connection &owner, const QString &statement);
    [[nodiscard]] static QString any(std::mt19937 &random, const QStringList &list)
    {
        return list.isEmpty() ? SchemaWorld::newId() : list[qsizetype(random() % size_t(list.size()))];
    }

    ApplicationWorld w;
    std::vector<Person> m_people;
    std::atomic<int> m_done = 0, m_refused = 0, m_retried = 0;
    QString m_fault; ///< the first answer that is none of these
    std::mutex m_mutex;
};

void TestApplicationRaces::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    w.must(u"update app.settings set value = '0' where tenant_id is null and key = 'rename_interval_days'"_s);
    for (const Person &person : {w.root, w.secondRoot, w.adminA, w.adminB, w.memberA})
        m_people.push_back(person);
    while (m_people.size() < peopleCount)
        m_people.push_back(w.addPerson(u"Racer"_s));
    for (size_t n = 5; n < 11; ++n)
        w.moveTo(m_people[n], n % 2 == 0 ? w.tenantA : w.tenantB);
}

QStringList TestApplicationRaces::column(server::Connection &owner, const QString &statement)
{
    QStringList values;
    if (const auto rows = owner.exec(statement))
        for (const QVariantList &row : rows->rows)
            values.append(row[0].toString());
    return values;
}

tenantry::Command TestApplicationRaces::chance(std::mt19937 &random, server::Connection &owner,
                                               const Person &person) const
{
    const auto id = [](const QString &text) { return QUuid::fromString(text); };
    // Few names for many wishes, so that they collide.
    const QString name = u"Wish %1"_s.arg(random() % 12), code = u"wish_%1"_s.arg(random() % 12);
    const QStringList tenants = column(owner, u"select id::text from app.tenants where not is_default"_s);
    const TenantId tenant(id(any(random, tenants)));
    const auto seen = [&](tenantry::Command command) {
        const auto version =
            owner.exec(u"select version from app.tenants where id = ?"_s, {tenant.toString()});
        return command.see(tenant.uuid(), u""_s,
                           version && !version->rows.isEmpty() ? version->value().toInt() : 1);
    };
    const ApplicationBasics basics = ApplicationWorld::basics(u"race"_s);
    const UserId someone(id(m_people[random() % m_people.size()].id));
    // The platform team decides most of the time; there are only two of them.
    const bool platform = person.id == w.root.id || person.id == w.secondRoot.id;
    if (random() % 5 == 0)
        return chanceBeside(random, owner, person, tenant);
    switch (platform && random() % 4 != 0 ? 9 : random() % 10) {
    case 0: {
        TenantApplicationForm form{name,   code,        u"d"_s, u"u"_s, 5,     u"c"_s,
                                   u"c"_s, u"a@b.cc"_s, {},     {},     u"r"_s};
        return tenantApplicationSubmit(basics.id, form);
    }
    case 1:
        return joinSubmit(basics, tenant);
    case 2:
        return leaveSubmit(basics);
    case 3:
        return domainChangeSubmit(basics, tenant, u"wish-%1"_s.arg(random() % 8));
    case 4:
        return administratorReplacementSubmit(basics, tenant, someone, false);
    case 5:
        return random() % 2 == 0 ? seen(tenantRename(tenant, name, u"race"_s))
                                 : seen(administratorReplace(tenant, someone, u"race"_s, false));
    case 6:
        return tenantCreate(TenantId(id(SchemaWorld::newId())), {name, code, u"d"_s, someone, {}}, u"race"_s);
    default:
        break;
    }
    const bool own = random() % 6 == 0;
    const auto rows =
        own ? owner.exec(
                  u"select id::text, version from app.applications where status = 'pending' and applicant_id = ? order by random() limit 1"_s,
                  {person.id})
            : owner.exec(
                  u"select id::text, version from app.applications where status = 'pending' and (stages[stage] = 'system_administrator') = ? order by random() limit 1"_s,
                  {platform});
    if (!rows || rows->rows.isEmpty())
        return leaveSubmit(basics);
    const ApplicationId application(id(rows->rows.constFirst()[0].toString()));
    tenantry::Command command =
        own ? applicationWithdraw(application)
            : applicationDecide(application, random() % 4 == 0 ? Decision::Reject : Decision::Approve,
                                u"race"_s);
    return command.see(application.uuid(), u""_s, rows->rows.constFirst()[1].toInt());
}

tenantry::Command TestApplicationRaces::chanceBeside(std::mt19937 &random, server::Connection &owner, const Person &person,
                                                     TenantId tenant) const
{
    const auto id = [](const QString &text) { return QUuid::fromString(text); };
    const Person &someone = m_people[random() % m_people.size()];
    const bool platform = person.id == w.root.id || person.id == w.secondRoot.id;
    if (platform) { // mostly back again, so that there are people who can act
        const QStringList frozen = column(owner, u"select id::text from app.tenants where state = 'frozen'"_s);
        const TenantId which = frozen.isEmpty() ? tenant : TenantId(id(any(random, frozen)));
        const auto version = owner.exec(u"select version from app.tenants where id = ?"_s, {which.toString()});
        return tenantSetState(which, frozen.isEmpty() ? TenantState::Frozen : TenantState::Active, u"race"_s)
            .see(which.uuid(), u""_s, version && !version->rows.isEmpty() ? version->value().toInt() : 1);
    }
    switch (random() % 4) {
    case 0: {
        InvitationFields fields;
        fields.email = any(random, column(owner, u"select email from app.user_privates where id = '%1'"_s.arg(someone.id)));
        return memberInvite(tenant, fields);
    }
    case 1: {
        const QStringList inviting = column(owner, u"select tenant_id::text from app.invitations where user_id = '%1'"_s.arg(person.id));
        return invitationAccept(ApplicationId(id(SchemaWorld::newId())), inviting.isEmpty() ? tenant : TenantId(id(any(random, inviting))));
    }
    case 2: {
        const auto version = owner.exec(u"select version_memberships from app.users where id = ?"_s, {someone.id});
        return memberRemove(CommandWorld::userId(someone), tenant, u"race"_s).see(id(someone.id), u"memberships"_s, version ? version->value().toInt() : 1);
    }
    default:
        return memberRestore(id(any(random, column(owner, u"select id::text from app.removals where restored_at is null"_s))), tenant, true);
    }
}

void TestApplicationRaces::act(size_t n)
{
    static const QStringList retryable{u"40001"_s, u"40P01"_s, u"55P03"_s};
    static const QString notActive = u"TY403"_s; // of a frozen tenant
    std::mt19937 random(quint32(n) + 1);
    const auto connection = w.connect(m_people[n]);
    const auto owner = w.cluster().ownerConnection();
    for (const QDeadlineTimer deadline(duration); !deadline.hasExpired();) {
        const Answer answer = CommandWorld::give(*connection, chance(random, *owner, m_people[n]));
        if (answer.isDone()) {
            ++m_done;
        } else if (answer.sqlState.isEmpty() || answer.sqlState == notActive) {
            ++m_refused;
        } else if (retryable.contains(answer.sqlState)) {
            ++m_retried;
        } else {
            const std::scoped_lock lock(m_mutex);
            if (m_fault.isEmpty())
                m_fault = answer.text();
        }
    }
}

void TestApplicationRaces::everythingAtOnce()
{
    std::vector<std::jthread> threads;
    for (size_t n = 0; n < m_people.size(); ++n)
        threads.emplace_back([this, n] { act(n); });
    threads.clear();
    qInfo("%d done, %d refused, %d to be tried again", m_done.load(), m_refused.load(), m_retried.load());
    QCOMPARE(m_fault, QString());
    QVERIFY(m_done > 50 && m_refused > 50);
    QVERIFY(m_retried < m_done);
    QVERIFY(
        w.must(u"select count(distinct kind) from app.applications where status = 'approved'"_s).toInt() >=
        3);
}

void TestApplicationRaces::whatMustHold_data()
{
    QTest::addColumn<QString>("broken"); // how many rows break it
    const auto row = [](const char *name, const QString &broken) { QTest::newRow(name) << broken; };
    row("exactly one administrator of each tenant, who belongs to it",
        u"select count(*) from app.tenants as t where not t.is_default and (select count(*) from "
        u"app.role_assignments as r join app.users as u on u.id = r.user_id and u.tenant_id = t.id"
        " where r.tenant_id = t.id and r.role = 'tenant_administrator' and r.user_id = t.administrator_id) <> 1"_s);
    row("an organization of their own tenant for everybody",
        u"select count(*) from app.users as u where not exists (select from app.memberships as m where "
        u"m.user_id = u.id and m.tenant_id = u.tenant_id)"
        " or exists (select from app.memberships as m where m.user_id = u.id and m.tenant_id <> u.tenant_id)"_s);
    row("system administrators in the default tenant", // ROL-4
        u"select count(*) from app.role_assignments as r join app.users as u on u.id = r.user_id where r.role = 'system_administrator' and u.tenant_id <> app.default_tenant()"_s);
    row("names of tenants", u"select count(*) - count(distinct app.normalise(name)) from app.tenants"_s);
    row("codes of tenants", u"select count(*) - count(distinct app.normalise(code)) from app.tenants"_s);
    row("domains of tenants", u"select count(*) - count(distinct app.normalise(domain)) from app.tenants"_s);
    row("names of tenants against open applications",
        u"select count(*) from app.tenants as t join app.applications as a on a.status = 'pending' and app.normalise(a.form ->> 'name') = app.normalise(t.name)"_s);
    row("codes of tenants against open applications",
        u"select count(*) from app.tenants as t join app.applications as a on a.status = 'pending' and app.normalise(a.form ->> 'code') = app.normalise(t.code)"_s);
    for (const QString &field : {u"name"_s, u"code"_s, u"domain"_s})
        QTest::newRow(qPrintable(u"no two open applications with one "_s + field))
            << u"select count(*) - count(distinct app.normalise(form ->> '%1')) from app.applications where status = 'pending' and kind in ('tenant_creation', 'tenant_rename', 'domain_change') and form ? '%1'"_s.arg(field);
    row("nobody is in two open applications, nor designated in another one",
        u"select count(*) from (select p.person from app.applications as a cross join lateral (select a.applicant_id::text union select a.form ->> 'administrator_id' where a.kind = 'tenant_creation') as p (person)"
        " where a.status = 'pending' and a.kind in ('tenant_creation', 'join', 'leave') and p.person is not null group by p.person having count(*) > 1) as twice"_s);
    row("every act on an application with its audit entry",
        u"select count(*) from app.applications as a where (select count(*) from app.application_events as e where e.application_id = a.id)"
        " <> (select count(*) from app.audit_entries as e where e.object_id = a.id)"_s);
    row("every move with its audit entry",
        u"select abs((select count(*) from app.moves) - (select count(*) from app.audit_entries where kind = 'user_moved'))"_s);
    row("domains of tenants against open applications",
        u"select count(*) from app.tenants as t join app.applications as a on a.status = 'pending' and app.normalise(a.form ->> 'domain') = app.normalise(t.domain)"_s);
    row("each tenant holds its claims",
        u"select count(*) from app.tenants as t where not exists (select from app.claims as c where c.holder "
        u"= t.id and c.kind = 'tenant_name' and c.value = app.normalise(t.name))"
        " or not exists (select from app.claims as c where c.holder = t.id and c.kind = 'tenant_domain' and "
        "c.value = app.normalise(t.domain))"
        " or (select count(*) from app.claims as c where c.holder = t.id) <> 3"_s);
    row("nobody else holds one",
        u"select count(*) from app.claims as c where not exists (select from app.tenants as t where t.id = "
        u"c.holder)"
        " and not exists (select from app.applications as a where a.id = c.holder and a.status = 'pending')"_s);
    row("one open application of a person",
        u"select count(*) - count(distinct applicant_id) from app.applications where status = 'pending' and kind in ('tenant_creation', 'join', 'leave')"_s);
    row("one open replacement and domain change of a tenant",
        u"select count(*) - count(distinct (kind, tenant_id)) from app.applications where status = 'pending' and kind in ('domain_change', 'administrator_replacement')"_s);
    row("every decision with reviewer and time",
        u"select count(*) from app.applications as a where a.status in ('approved', 'rejected') and not "
        u"exists ("
        "select from app.application_events as e where e.application_id = a.id and e.act = a.status::text and e.at is not null and e.actor_id <> a.applicant_id)"_s);
    row("every stage before the last decided once",
        u"select count(*) from app.applications as a where a.status = 'approved' and"
        " (select count(distinct stage) from app.application_events as e where e.application_id = a.id and e.act = 'approved') <> cardinality(a.stages)"_s);
    row("an audit entry of every application",
        u"select count(*) from app.applications as a where not exists (select from app.audit_entries as e where e.object_id = a.id)"_s);
    row("a record of every move",
        u"select count(*) from app.users as u where u.tenant_id is distinct from coalesce("
        "(select m.to_tenant from app.moves as m where m.user_id = u.id order by m.at desc, m.id desc limit 1), app.default_tenant())"_s);
    row("nothing open of people who can't act",
        u"select count(*) from app.applications as a join app.users as u on u.id = a.applicant_id join app.tenants as t on t.id = u.tenant_id where a.status = 'pending' and t.state = 'frozen'"_s);
    row("no grant left behind by who left",
        u"select count(*) from app.grants as g join app.users as u on u.id = g.user_id where u.tenant_id <> "
        u"g.tenant_id"
        " and not exists (select from app.outsiders as o where o.user_id = u.id and o.tenant_id = g.tenant_id)"_s);
    row("nothing half-created",
        u"select count(*) from app.tenants as t where (select count(*) from app.organizations as o where "
        u"o.tenant_id = t.id) = 0"
        " or (not t.is_default and (select count(*) from app.settings as s where s.tenant_id = t.id) < 2)"_s);
}

void TestApplicationRaces::whatMustHold()
{
    QFETCH(QString, broken);
    QCOMPARE(w.must(broken), u"0"_s);
    if (qstrcmp(QTest::currentDataTag(), "nothing half-created") != 0)
        return;
    QCOMPARE(w.feedDifference(), QString());
    w.must(u"select worker.seal_audit()"_s);
    QCOMPARE(
        w.must(
            u"select distinct v -> 'faults', v -> 'unsealed' from app.audit_heads as h cross join lateral worker.verify_audit(h.tenant_id) as v"_s),
        u"[]|0"_s);
}

QTEST_GUILESS_MAIN(TestApplicationRaces)
#include "tst_applicationraces.moc"
