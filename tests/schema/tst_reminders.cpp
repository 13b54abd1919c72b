// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MEM-7 on a real server: who is reminded of the end of a grant, when, and once.
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestReminders : public QObject
{
    Q_OBJECT

    CommandWorld w;
    QString m_space;

    QString grant(const QString &kind, const QString &subject, const QString &ends,
                  const QString &given = u"0 days"_s) const
    {
        const QString id = w.addGrant(m_space, kind, subject, u"editor"_s);
        w.must(
            u"update app.grants set expires_at = app.now() + ?::interval, granted_at = app.now() - ?::interval, granted_by = ? where id = ?"_s,
            {ends, given, w.spaceAdminA.id, id});
        return id;
    }
    [[nodiscard]] QString remind() const { return w.must(u"select worker.remind_of_expiries()"_s); }
    void later(const QString &interval) const
    {
        w.must(u"update app.clock set shift = shift + ?::interval"_s, {interval});
    }
    [[nodiscard]] QString told() const
    {
        return w.must(
            u"select coalesce(string_agg(concat_ws(' ', n.parameters ->> 'days', "
            u"coalesce(n.audience_scope_kind::text, (select string_agg(u.name, ',' order by u.name)"
            " from app.users as u where u.id = any (n.audience_user_ids)))), '; ' order by n.id), '') from app.notifications as n where n.kind = 'grant_expiring'"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void init()
    {
        m_space = w.addSpace(w.ownerA);
        w.must(u"delete from app.notifications where kind = 'grant_expiring'"_s);
        w.must(u"update app.grants set expires_at = null where expires_at is not null"_s);
    }

    void aWeekAndADayBefore() // MEM-7, NOT-3
    {
        const QString id = grant(u"user"_s, w.memberA.id, u"10 days"_s);
        QCOMPARE(remind(), u"0"_s);
        later(u"3 days 1 minute"_s);
        QCOMPARE(remind(), u"1"_s);
        QCOMPARE(told(), u"7 Member A,Space Admin A"_s); // holder and granter, in one row
        QCOMPARE(remind(), u"0"_s);
        later(u"5 days"_s);
        QCOMPARE(remind(), u"0"_s);
        later(u"1 day"_s);
        QCOMPARE(remind(), u"1"_s);
        QCOMPARE(remind(), u"0"_s);
        QCOMPARE(told(), u"7 Member A,Space Admin A; 1 Member A,Space Admin A"_s);
        QCOMPARE(
            w.must(
                 u"select distinct parameters ->> 'name', parameters ->> 'subject', parameters ->> 'role', "
                 u"(parameters ->> 'expires_at')::bigint ="
                 " (select app.micros(g.expires_at) from app.grants as g where g.id = ?) from app.notifications where kind = 'grant_expiring'"_s,
                 {id})
                .section(u'|', 1),
            u"Member A|editor|t"_s);
    }

    void aRenewedGrantIsAnother() // MEM-7
    {
        const QString id = grant(u"user"_s, w.memberA.id, u"12 hours"_s, u"30 days"_s);
        QCOMPARE(remind(), u"1"_s); // in its last day that of a day alone
        QCOMPARE(told().left(1), u"1"_s);
        w.must(u"update app.grants set expires_at = app.now() + interval '6 days' where id = ?"_s, {id});
        QCOMPARE(remind(), u"1"_s);
    }

    void shortGrantsAreNotRemindedAtOnce()
    {
        grant(u"user"_s, w.memberA.id, u"3 days"_s);
        QCOMPARE(remind(), u"0"_s);
        later(u"2 days 1 minute"_s);
        QCOMPARE(remind(), u"1"_s);
    }

    void whatHasEndedOrNeverEndsIsLeft()
    {
        grant(u"user"_s, w.memberA.id, u"-1 minute"_s, u"30 days"_s);
        w.addGrant(m_space, u"user"_s, w.outsider.id, u"viewer"_s);
        QCOMPARE(remind(), u"0"_s);
    }

    void departmentsAreToldInOneRow() // NOT-1
    {
        const QString department = w.addOrganization(u"提醒部"_s);
        grant(u"organization"_s, department, u"6 days"_s, u"30 days"_s);
        QCOMPARE(remind(), u"1"_s);
        QCOMPARE(told(), u"7 7; 7 Space Admin A"_s); // scope subject, and the granter
        QCOMPARE(
            w.must(
                u"select audience_scope_id from app.notifications where kind = 'grant_expiring' and audience_scope_kind = 7"_s),
            department);
    }

    void whoLeftTheTenantIsNotTold()
    {
        const Person gone = w.addPerson(u"Gone"_s);
        const QString id = grant(u"user"_s, w.memberA.id, u"6 days"_s, u"30 days"_s);
        w.must(u"update app.grants set granted_by = ? where id = ?"_s, {gone.id, id});
        QCOMPARE(remind(), u"1"_s);
        QCOMPARE(told(), u"7 Member A"_s);
    }

    void frozenTenantsAreLeftAlone() // TEN-11
    {
        grant(u"user"_s, w.memberA.id, u"6 days"_s, u"30 days"_s);
        w.must(u"update app.tenants set state = 'frozen' where id = ?"_s, {w.tenantA});
        QCOMPARE(remind(), u"0"_s);
        w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantA});
        QCOMPARE(remind(), u"1"_s);
    }

    void twoWorkersAtOnceRemindOnce()
    {
        grant(u"user"_s, w.memberA.id, u"6 days"_s, u"30 days"_s);
        const auto first = w.cluster().ownerConnection();
        QVERIFY(first->exec(u"begin"_s));
        QVERIFY(first->exec(u"select worker.remind_of_expiries()"_s));
        const auto second = w.cluster().ownerConnection();
        QVERIFY(second->exec(u"set lock_timeout = '200ms'"_s));
        QVERIFY(!second->exec(u"insert into app.grant_reminders select grant_id, expires_at, days from "
                              u"(select g.id as grant_id, app.micros(g.expires_at) as expires_at, 7 as days from app.grants as g"
                              " where g.expires_at is not null) as d"_s)); // waits for the first
        QVERIFY(first->exec(u"commit"_s));
        QCOMPARE(remind(), u"0"_s);
    }
};

QTEST_GUILESS_MAIN(TestReminders)
#include "tst_reminders.moc"
