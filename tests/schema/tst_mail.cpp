// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NOT-1 on a real server: which mails come of an event, who may take them, what becomes of them. That they
// are sent: tests/jobs/tst_mailer.cpp.
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestMail : public QObject
{
    Q_OBJECT

    CommandWorld w;

    [[nodiscard]] QString tell(const QStringList &people, const QString &kind = u"test"_s) const
    {
        const QString before = w.must(u"select coalesce(max(id::text), '') from app.notifications"_s);
        w.must(u"select app.notify_users(?, ?::uuid[], null, '{}')"_s,
               {kind, QString(u'{' + people.join(u',') + u'}')});
        return w.must(u"select id from app.notifications where id::text > ?"_s, {before});
    }
    [[nodiscard]] bool expand(const QString &holder = u"a"_s, int upTo = 1000) const
    {
        return w.must(u"select worker.expand_mail(?, ?)"_s, {holder, upTo}) == u"t";
    }
    /// The ID, or nothing.
    [[nodiscard]] QString take(const QString &holder = u"a"_s) const
    {
        return w.must(u"select id from worker.take_mail(?)"_s, {holder});
    }
    [[nodiscard]] QString mailsOf(const QString &notification) const
    {
        return w.must(
            u"select string_agg(u.name, ',' order by u.name) from app.mails as m join app.users as u on u.id = m.user_id where m.notification_id = ?"_s,
            {notification});
    }
    void later(const QString &interval) const
    {
        w.must(u"update app.clock set shift = shift + ?::interval"_s, {interval});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void init()
    {
        w.must(u"update app.worker_lease set holder = 'a', until = clock_timestamp() + interval '1 hour'"_s);
        w.must(u"delete from app.mail_outbox"_s);
        w.must(u"delete from app.mails"_s);
    }

    void aWholeTenantIsToldInParts() // each member once, whatever the size of a part
    {
        const QString everybody = w.must(u"select string_agg(name, ',' order by name) from app.users where tenant_id = ? and status = 'active'"_s, {w.tenantA});
        QVERIFY(everybody.count(u',') >= 2);
        w.must(u"select app.notify_scope('tenant_renamed', 5::smallint, ?1, ?1, '{}')"_s.replace(u"?1"_s, u"'%1'::uuid"_s.arg(w.tenantA)));
        const QString told = w.must(u"select notification_id from app.mail_outbox"_s);
        int parts = 0;
        while (expand(u"a"_s, 1))
            ++parts;
        QVERIFY(parts > everybody.count(u','));
        QCOMPARE(mailsOf(told), everybody);
    }

    void notificationsGoAfterAYear() // with their marks and mails, a part at a time
    {
        const QString old = tell({w.memberA.id}), second = tell({w.memberA.id});
        w.must(u"insert into app.notification_reads (id, user_id, notification_id, read_at) values (app.uuid7(), ?, ?, app.now())"_s, {w.memberA.id, old});
        later(u"364 days"_s);
        const QString young = tell({w.memberA.id});
        QCOMPARE(w.must(u"select worker.purge_notifications()"_s), u"0"_s);
        later(u"25 hours"_s);
        const QString purged = w.must(u"select worker.purge_notifications(1)"_s);
        QCOMPARE(purged, u"1"_s);
        while (w.must(u"select worker.purge_notifications()"_s) != u"0") {
        }
        QCOMPARE(w.must(u"select count(*) from app.notifications where id in (?, ?)"_s, {old, second}), u"0"_s);
        QCOMPARE(w.must(u"select count(*) from app.notifications where id = ?"_s, {young}), u"1"_s);
        QCOMPARE(w.must(u"select count(*) from app.notification_reads where notification_id = ?"_s, {old}), u"0"_s);
        later(u"-365 days -1 hour"_s);
    }

    void whoComesIntoATenantHasReadWhatItWasToldBefore() // NOT-1
    {
        const Person person = w.addPerson(u"Nora New"_s);
        const auto rename = [this] {
            w.must(u"select app.notify_scope('tenant_renamed', 5::smallint, ?1, ?1, '{}')"_s.replace(u"?1"_s, u"'%1'::uuid"_s.arg(w.tenantB)));
        };
        const auto unread = [&] {
            return w.must(u"select count(*) from app.notifications as n where n.tenant_id = ? and n.kind = 'tenant_renamed'"
                          " and not exists (select from app.notification_reads as r where r.notification_id = n.id and r.user_id = ?)"_s, {w.tenantB, person.id});
        };
        rename();
        QCOMPARE(unread(), u"1"_s);
        w.moveTo(person, w.tenantB);
        QCOMPARE(unread(), u"0"_s);
        rename();
        QCOMPARE(unread(), u"1"_s);
        w.must(u"select app.move_user(u, (select id from app.tenants where is_default), null) from app.users as u where id = ?"_s.replace(u"null)"_s, u"(select default_organization_id from app.tenants where is_default))"_s), {person.id});
        w.moveTo(person, w.tenantB); // comes back: what was told meanwhile is theirs no more than before
        QCOMPARE(unread(), u"0"_s);
    }

    void onlyWhoeverHoldsTheLeaseActs() // two workers never both act
    {
        const QString told = tell({w.memberA.id});
        QVERIFY(!expand(u"b"_s));
        QVERIFY(expand());
        QCOMPARE(take(u"b"_s), QString());
        w.must(u"update app.worker_lease set until = clock_timestamp() - interval '1 s'"_s);
        QCOMPARE(take(), QString()); // nor whoever held it
        w.must(u"select worker.take_lease('b')"_s);
        QVERIFY(!take(u"b"_s).isEmpty());
    }

    void aMailIsNobodyElsesWhileItIsSent() // at least once, and marked
    {
        (void)tell({w.memberA.id});
        QVERIFY(expand());
        QVERIFY(!expand());
        const QString mail = take();
        QVERIFY(!mail.isEmpty());
        QCOMPARE(take(), QString());
        later(u"6 minutes"_s); // whoever took it was killed
        QCOMPARE(take(), mail);
        w.must(u"select worker.mail_sent(?)"_s, {mail});
        QCOMPARE(
            w.must(u"select status, attempts, ended_at = app.now() from app.mails"_s).section(u'|', 0, 1),
            u"sent|2"_s);
        w.must(u"select worker.mail_failed(?, 'mail.unreachable', 0, true)"_s,
               {mail}); // what comes late changes nothing
        QCOMPARE(w.must(u"select status from app.mails"_s), u"sent"_s);
        later(u"1 day"_s);
        QCOMPARE(take(), QString());
    }

    void retriesAfterAWhileThatGrowsAndGivesUp() // NOT-1
    {
        (void)tell({w.memberA.id});
        QVERIFY(expand());
        const QString due = u"select extract(epoch from due - app.now())::integer from app.mails"_s;
        QString waits;
        for (int attempt = 0; attempt < 4; ++attempt) {
            const QString mail = take();
            w.must(u"select worker.mail_failed(?, 'mail.delayed', 451, false)"_s, {mail});
            QCOMPARE(take(), QString());
            waits += w.must(due) + u' ';
            later(u"10 minutes"_s);
        }
        QCOMPARE(waits, u"30 60 120 240 "_s);
        QCOMPARE(w.must(u"select status, reason, reply from app.mails"_s), u"queued|mail.delayed|451"_s);
        later(u"3 days"_s);
        w.must(u"select worker.mail_failed(?, 'mail.delayed', 451, false)"_s, {take()});
        QCOMPARE(w.must(u"select status, ended_at is not null from app.mails"_s), u"failed|t"_s);
    }

    void whatIsRefusedForGoodFailsAtOnce()
    {
        (void)tell({w.memberA.id});
        QVERIFY(expand());
        w.must(u"select worker.mail_failed(?, 'mail.rejected', 550, true)"_s, {take()});
        QCOMPARE(w.must(u"select status, reason, reply from app.mails"_s), u"failed|mail.rejected|550"_s);
        QCOMPARE(w.must(u"select worker.mail_state() - 'oldest'"_s),
                 uR"({"sent": 0, "failed": 1, "outbox": 0, "queued": 0, "reasons": {"mail.rejected": 1}})"_s);
    }

    void aLargeAudienceComesInParts() // no command writes a row per member
    {
        QStringList people;
        for (int i = 0; i < 7; ++i)
            people += w.addCard(u"Card %1"_s.arg(i));
        w.must(u"select app.notify_scope('test', 5::smallint, ?, ?, '{}')"_s, {w.tenantA, w.tenantA});
        QCOMPARE(w.must(u"select count(*) from app.mails"_s), u"0"_s);
        const int members =
            w.must(u"select count(*) from app.users where tenant_id = ? and status = 'active'"_s, {w.tenantA})
                .toInt();
        QVERIFY(members > 9);
        int parts = 0;
        for (; expand(u"a"_s, 3); ++parts) {
            const int made = w.must(u"select count(*) from app.mails"_s).toInt();
            QVERIFY(made <= 3 * (parts + 1));
        }
        QVERIFY2(parts >= members / 3, qPrintable(QString::number(parts)));
        QCOMPARE(w.must(u"select count(*), count(distinct user_id) from app.mails"_s),
                 u"%1|%1"_s.arg(members));
    }

    void scopesAreExpandedToThoseWhoHoldThem()
    {
        const QString department = w.addOrganization(u"邮件部"_s),
                      below = w.addOrganization(u"邮件组"_s, department);
        const QString inside = w.addCard(u"Inside"_s);
        w.addMembership(inside, below);
        const QString group = w.addGroup(w.tenantA, {w.memberA.id}, {department});
        const auto told = [&](int kind, const QString &id) {
            w.must(u"select app.notify_scope('test', ?::smallint, ?, null, '{}')"_s, {kind, id});
            while (expand()) {
            }
            return mailsOf(w.must(u"select notification_id from app.mails order by id desc limit 1"_s));
        };
        QCOMPARE(told(2, u"00000000-0000-0000-0000-000000000000"_s), u"Root,Second Root"_s);
        QCOMPARE(told(4, w.tenantA), u"Admin A"_s);
        QCOMPARE(told(7, department), u"Inside"_s);
        QCOMPARE(told(7, group), u"Inside,Member A"_s);
        QCOMPARE(told(7, w.memberA.id), u"Member A"_s);
        // And the console shows it to the same people.
        const QString row = w.must(
            u"select id from app.notifications where audience_scope_kind = 7 and audience_scope_id = ?"_s,
            {department});
        QCOMPARE(w.must(u"select scope_kind from app.feed where kind = 16 and id = ? and scope_id = ?"_s,
                        {row, department}),
                 u"7"_s);
        QCOMPARE(w.must(u"select app.holds_scope(?, 7::smallint, ?)"_s, {inside, department}), u"t"_s);
    }

    void whoIsSuspendedLearnsThatAlone() // ACC-9
    {
        const QString news = tell({w.suspended.id, w.memberA.id}),
                      suspension = tell({w.suspended.id}, u"account_suspended"_s);
        while (expand()) {
        }
        QCOMPARE(mailsOf(news), u"Member A"_s);
        QCOMPARE(mailsOf(suspension), u"Suspended"_s);
    }

    void theLanguageIsTheTenantsElseThePlatforms() // NOT-1
    {
        const QString language = u"select app.mail_language(u) from app.users as u where u.id = ?"_s;
        QCOMPARE(w.must(language, {w.memberA.id}), u"zh_CN"_s);
        w.must(
            u"insert into app.settings (id, tenant_id, key, value) values (app.uuid7(), ?, 'language', '\"en\"')"_s,
            {w.tenantA});
        QCOMPARE(w.must(language, {w.memberA.id}), u"en"_s);
        QCOMPARE(w.must(language, {w.outsider.id}), u"zh_CN"_s);
    }

    void whatARollbackUndoesIsNeverMailed()
    {
        const auto owner = w.cluster().ownerConnection();
        QVERIFY(owner->exec(u"begin"_s));
        QVERIFY(
            owner->exec(u"select app.notify_users('test', array[?]::uuid[], null, '{}')"_s, {w.memberA.id}));
        QVERIFY(!expand()); // not committed: nobody waits for it
        QVERIFY(owner->exec(u"rollback"_s));
        QVERIFY(!expand());
    }

    void whoHasNoAddressOrDepartedGetsNone()
    {
        const Person gone = w.addMember(u"Gone"_s);
        const QString told = tell({gone.id, w.addCard(u"No Address"_s)});
        QVERIFY(expand());
        QCOMPARE(mailsOf(told), u"Gone,No Address"_s);
        w.must(u"update app.users set status = 'departed' where id = ?"_s, {gone.id});
        QCOMPARE(take(), QString());
        later(u"5 days"_s);
        QCOMPARE(w.must(u"select worker.purge_mail()"_s), u"2"_s);
        QCOMPARE(w.must(u"select distinct status, reason from app.mails"_s), u"failed|mail.given_up"_s);
    }

    void theOutboxForgetsWhereNobodySends()
    {
        (void)tell({w.memberA.id});
        QCOMPARE(w.must(u"select worker.purge_mail()"_s), u"0"_s);
        later(u"8 days"_s);
        QCOMPARE(w.must(u"select worker.purge_mail()"_s), u"1"_s);
        QVERIFY(!expand());
    }
};

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
