// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NOT-1 on a real server: who reads what of the delivery log, and what can be sent again.
#include "core/domain/platformcommands.h"
#include "tests/schema/commandworld.h"

#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestMailLog : public QObject
{
    Q_OBJECT

    CommandWorld w;

    [[nodiscard]] QJsonObject page(const Person &person, const QJsonObject &arguments = {}) const
    {
        const auto rows = w.connect(person)->exec(u"select api.mail_page(?::jsonb)"_s,
                                                  {QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))});
        if (!rows)
            return {{u"refused"_s, rows.error().parameters.value(u"message"_s).toString()}};
        return QJsonDocument::fromJson(rows->value().toString().toUtf8()).object();
    }
    /// The names of the recipients, the newest first.
    [[nodiscard]] static QString recipients(const QJsonObject &page)
    {
        QStringList names;
        for (const QJsonValue &row : page["rows"_L1].toArray())
            names += page["names"_L1][row["user_id"_L1].toString()].toString();
        return names.join(u", "_s);
    }
    /// A mail of this kind to them, about this tenant's affairs (empty: nobody's); its ID.
    QString mailTo(const QString &person, const QString &kind = u"role_assigned"_s, const QString &tenant = {}) const
    {
        w.must(u"select app.notify_users(?, array[?]::uuid[], nullif(?, '')::uuid, '{}')"_s, {kind, person, tenant});
        while (w.must(u"select worker.expand_mail('a')"_s) == u"t") { }
        return w.must(u"select id from app.mails order by id desc limit 1"_s);
    }
    void fail(const QString &mail) const { w.must(u"select worker.mail_failed(?, 'mail.rejected', 550, true)"_s, {mail}); }
    Answer resend(const Person &person, const QString &mail, const QString &tenant)
    {
        return w.give(person, mailResend(QUuid(mail), CommandWorld::tenantId(tenant)));
    }
    [[nodiscard]] QString statusOf(const QString &mail) const { return w.must(u"select status from app.mails where id = ?"_s, {mail}); }
    void shift(const QString &by) const { w.must(u"update app.clock set shift = shift + ?::interval"_s, {by}); }

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

    void eachReadsTheirOwn()
    {
        (void)mailTo(w.memberA.id);
        (void)mailTo(w.memberA.id, u"member_left"_s, w.tenantB); // of before they came
        (void)mailTo(w.adminB.id);
        QCOMPARE(recipients(page(w.root)), u"Admin B, Member A, Member A"_s);
        QCOMPARE(recipients(page(w.adminA, {{u"tenant"_s, w.tenantA}})), u"Member A"_s);
        QCOMPARE(recipients(page(w.adminB, {{u"tenant"_s, w.tenantB}})), u"Admin B"_s);
        for (const auto &[person, tenant] : {std::pair(w.memberA, w.tenantA), {w.adminA, w.tenantB}, {w.adminA, QString()}})
            QVERIFY(page(person, tenant.isEmpty() ? QJsonObject() : QJsonObject{{u"tenant"_s, tenant}}).contains("refused"_L1));
    }

    void whomATenantInvitedIsInItsLog() // ORG-10
    {
        w.must(u"insert into app.invitations (tenant_id, id, user_id, invited_by, invited_at, until) values (?, app.uuid7(), ?, ?, app.now(), app.now() + interval '7 days')"_s,
               {w.tenantA, w.outsider.id, w.adminA.id});
        const QString mail = mailTo(w.outsider.id, u"invited"_s, w.tenantA);
        QCOMPARE(page(w.adminA, {{u"tenant"_s, w.tenantA}})["rows"_L1].toArray().size(), 1);
        fail(mail);
        QVERIFY(resend(w.adminA, mail, w.tenantA).isDone());
        fail(mail);
        w.must(u"delete from app.invitations"_s);
        QCOMPARE(resend(w.adminA, mail, w.tenantA).code(), u"mail.over"_s);
    }

    void addressesAreStars()
    {
        (void)mailTo(w.memberA.id);
        const QJsonValue row = page(w.adminA, {{u"tenant"_s, w.tenantA}})["rows"_L1][0];
        const QString email = w.must(u"select email from app.user_privates where id = ?"_s, {w.memberA.id});
        QCOMPARE(row["address"_L1].toString().size(), email.size());
        QCOMPARE(row["address"_L1].toString().count(u'*'), email.size() - email.count(u'@') - email.count(u'.'));
    }

    void saysWhatBecameOfEach()
    {
        const QString mail = mailTo(w.memberA.id);
        w.must(u"select id from worker.take_mail('a')"_s);
        w.must(u"select worker.mail_failed(?, 'mail.delayed', 451, false)"_s, {mail});
        QJsonValue row = page(w.root)["rows"_L1][0];
        QCOMPARE(row["kind"_L1].toString(), u"role_assigned"_s);
        QCOMPARE(row["status"_L1].toString(), u"queued"_s);
        QCOMPARE(row["attempts"_L1].toInt(), 1);
        QCOMPARE(row["reason"_L1].toString(), u"mail.delayed"_s);
        QCOMPARE(row["reply"_L1].toInt(), 451);
        QCOMPARE(row["due"_L1].toInteger() > row["queued_at"_L1].toInteger(), true);
        QCOMPARE(row["obstacle"_L1].toString(), u"mail.not_failed"_s);
        fail(mail);
        row = page(w.root)["rows"_L1][0];
        QVERIFY(row["due"_L1].isNull());
        QVERIFY(row["ended_at"_L1].isDouble());
        QVERIFY(row["obstacle"_L1].isNull());
    }

    void filtersAndComesInParts()
    {
        const QString first = mailTo(w.memberA.id), second = mailTo(w.adminA.id, u"role_revoked"_s), third = mailTo(w.memberA.id);
        fail(first);
        QCOMPARE(recipients(page(w.root, {{u"status"_s, u"failed"_s}})), u"Member A"_s);
        QCOMPARE(recipients(page(w.root, {{u"kind"_s, u"role_revoked"_s}})), u"Admin A"_s);
        QCOMPARE(recipients(page(w.root, {{u"person"_s, u"admin a"_s}})), u"Admin A"_s);
        QCOMPARE(recipients(page(w.root, {{u"person"_s, u"ＡＤＭＩＮ A"_s}})), u"Admin A"_s); // as all names are compared
        QCOMPARE(recipients(page(w.root, {{u"person"_s, u"nobody"_s}})), QString());
        QCOMPARE(page(w.root, {{u"person"_s, QString()}})["rows"_L1].toArray().size(), 3); // no part was given
        const qint64 later = w.must(u"select app.micros(app.now() + interval '1 min')"_s).toLongLong();
        QCOMPARE(recipients(page(w.root, {{u"from"_s, later}})), QString());
        QCOMPARE(page(w.root)["kinds"_L1].toArray().size(), 2);
        const QJsonObject part = page(w.root, {{u"limit"_s, 2}});
        QVERIFY(part["more"_L1].toBool());
        QCOMPARE(part["rows"_L1][0]["id"_L1].toString(), third);
        const QJsonObject rest = page(w.root, {{u"limit"_s, 2}, {u"before"_s, second}});
        QVERIFY(!rest["more"_L1].toBool());
        QCOMPARE(rest["rows"_L1][0]["id"_L1].toString(), first);
    }

    void whatWasGivenUpIsSentAgain()
    {
        const QString mail = mailTo(w.memberA.id);
        QCOMPARE(resend(w.adminA, mail, w.tenantA).code(), u"mail.not_failed"_s);
        fail(mail);
        QVERIFY(resend(w.adminA, mail, w.tenantA).isDone());
        QCOMPARE(w.must(u"select status, attempts, reason is null, due = app.now() or due <= app.now(), resent_at is not null from app.mails"_s), u"queued|0|t|t|t"_s);
        QCOMPARE(w.must(u"select id from worker.take_mail('a')"_s), mail);
        QCOMPARE(w.must(u"select d.detail -> 'before' ->> 'mail_reason' from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id where e.kind = 'mail_resent' order by e.id desc limit 1"_s),
                 u"mail.rejected"_s);
        QVERIFY(page(w.root)["rows"_L1][0]["resent_at"_L1].isDouble());
    }

    void itsThreeDaysBeginAnew()
    {
        const QString mail = mailTo(w.memberA.id);
        fail(mail);
        shift(u"10 days"_s);
        QVERIFY(resend(w.root, mail, w.tenantA).isDone());
        w.must(u"select worker.mail_failed(?, 'mail.delayed', 451, false)"_s, {mail});
        QCOMPARE(statusOf(mail), u"queued"_s); // queued ten days ago, and yet
        w.must(u"select worker.purge_mail()"_s);
        QCOMPARE(statusOf(mail), u"queued"_s);
        shift(u"5 days"_s);
        w.must(u"select worker.purge_mail()"_s);
        QCOMPARE(statusOf(mail), u"failed"_s);
    }

    void whoMayNotDoesNothing()
    {
        const QString mail = mailTo(w.memberA.id);
        fail(mail);
        QCOMPARE(resend(w.memberA, mail, w.tenantA).code(), u"command.not_allowed"_s);
        QCOMPARE(resend(w.adminB, mail, w.tenantB).code(), u"command.not_found"_s);
        QCOMPARE(statusOf(mail), u"failed"_s);
    }

    void whatIsOverStaysSo() // ACC-4: no old code goes out
    {
        w.must(u"select app.make_request('reset', ?)"_s, {w.memberA.id});
        const QString mail = w.must(u"select id from app.mails"_s);
        fail(mail);
        QCOMPARE(page(w.root)["rows"_L1][0]["kind"_L1].toString(), u"account_reset"_s);
        shift(u"25 hours"_s);
        QCOMPARE(page(w.root)["rows"_L1][0]["obstacle"_L1].toString(), u"mail.over"_s);
        QCOMPARE(resend(w.root, mail, w.tenantA).code(), u"mail.over"_s);
        const QString other = mailTo(w.suspended.id);
        QVERIFY(other == mail); // suspended: nothing was made for them
    }
};

QTEST_GUILESS_MAIN(TestMailLog)
#include "tst_maillog.moc"
