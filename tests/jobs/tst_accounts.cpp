// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Registration, activation and reset as a console does them: HTTPS to the endpoint of a worker, a mail over a
// real mail server, and the sign-in to PostgreSQL at the end.
#include "core/accounts/accountflows.h"
#include "tests/jobs/accountservice.h"

#include <QSignalSpy>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestAccounts : public QObject
{
    Q_OBJECT

    SchemaWorld w;
    std::unique_ptr<AccountService> m_service;
    std::unique_ptr<AccountActs> m_acts;
    qsizetype m_mails = 0; ///< so far
    static inline const QString password = u"plum-Harbour 77 violin"_s;

    static accounts::Registration form(const QString &email, const QString &name = u"李娜"_s)
    {
        return {email, password, password, name, {}, {}};
    }
    QString registers(const accounts::Registration &form)
    {
        return m_acts->wait([&](auto &client, auto done) { accounts::registerPerson(client, form, done); });
    }
    QString asksAgain(const QString &email)
    {
        return m_acts->wait(
            [&](auto &client, auto done) { accounts::requestActivation(client, email, done); });
    }
    QString forgets(const QString &email)
    {
        return m_acts->wait([&](auto &client, auto done) { accounts::requestReset(client, email, done); });
    }
    QString resets(const QString &token, const QString &newPassword)
    {
        return m_acts->wait(
            [&](auto &client, auto done) { accounts::reset(client, token, newPassword, done); });
    }
    QString begins(const QString &token)
    {
        return m_acts->wait([&](auto &client, auto done) { accounts::beginActivation(client, token, done); });
    }
    QString activates(const QString &token, const QString &typed = password)
    {
        if (const QString begun = begins(token); begun != u"done")
            return begun;
        const QJsonObject challenge = m_acts->result;
        return m_acts->wait(
            [&](auto &client, auto done) { accounts::activate(client, token, challenge, typed, done); });
    }
    AccountService::Mail nextMail() { return m_service->waitForMail(++m_mails); }
    QString tokenFor(const QString &email, const QString &name = u"李娜"_s)
    {
        return registers(form(email, name)) == u"done" ? nextMail().token : QString();
    }
    QString signsIn(const QString &email, const QString &typed)
    {
        if (m_acts->wait([&](auto &client, auto done) { accounts::signInName(client, email, done); }) !=
            u"done")
            return u"no name"_s;
        const auto connection = w.connectAs(m_acts->result["name"_L1].toString(), typed);
        return connection ? (*connection)->exec(u"select api.whoami()"_s).has_value() ? u"signed in"_s
                                                                                      : u"no actor"_s
                          : u"refused"_s;
    }
    QString stateOf(const QString &email) const
    {
        return w.must(
            u"select u.status from app.users as u join app.user_privates as p on p.id = u.id where p.email = ?"_s,
            {email});
    }
    /// What a refused act must leave as it was.
    QString everything() const
    {
        return w.must(
            u"select (select count(*) from app.users), (select count(*) from app.accounts), (select count(*) "
            u"from app.audit_entries),"
            " (select count(*) from app.notifications), (select md5(string_agg(r::text, ',' order by r.id)) "
            "from app.account_requests as r),"
            " (select md5(string_agg(u::text, ',' order by u.id)) from app.users as u),"
            " (select md5(string_agg(coalesce(r.rolpassword, ''), ',' order by r.rolname)) from pg_authid as r)"_s);
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
        m_service = std::make_unique<AccountService>(w);
        const QString started = m_service->start();
        QVERIFY2(started.isEmpty(), qPrintable(started));
        m_acts = std::make_unique<AccountActs>(m_service->address());
    }
    void init()
    {
        w.must(u"delete from app.account_asks"_s);
        later(u"2 hours"_s);
        // What the test before told people is out of the way.
        QTRY_COMPARE(w.must(u"select (select count(*) from app.mail_outbox) + (select count(*) from app.mails where status = 'queued' and request_id is null)"_s),
                                  u"0"_s);
        m_mails = m_service->mail().mails().size();
    }

    void fromTheFormToTheSignIn() // the flow of seed 002 §2: ACC-1 to ACC-6
    {
        accounts::Registration li = form(u"Li.Na@Example.com"_s);
        li.phone = u"13800138000"_s;
        li.mis = u"lina03"_s;
        QCOMPARE(registers(li), u"done"_s);
        QCOMPARE(
            w.must(
                u"select u.status, t.is_default, t.default_organization_id = u.primary_organization_id, "
                u"p.phone is null from app.users as u"
                " join app.user_privates as p on p.id = u.id join app.tenants as t on t.id = u.tenant_id where p.email = ?"_s,
                {li.email}),
            u"pending_activation|t|t|t"_s); // ACC-3
        QCOMPARE(signsIn(li.email, password), u"refused"_s);
        const auto mail = nextMail();
        QCOMPARE(mail.to, li.email);
        QVERIFY2(mail.text.contains(u"tenantry://activate?token="_s + mail.token), qPrintable(mail.text));
        QTRY_COMPARE(w.must(u"select kind, status from worker.mail_log(1)"_s),
                     u"account_activation|sent"_s); // ACC-4: logged
        QCOMPARE(activates(mail.token), u"done"_s);
        QCOMPARE(w.must(u"select u.status, u.activated_at is not null, p.phone, p.mis, u.staff from "
                        u"app.users as u join app.user_privates as p on p.id = u.id"
                        " where p.email = ?"_s,
                        {li.email}),
                 u"active|t|+86 138 0013 8000|lina03|f"_s); // ACC-6, ACC-11: MIS alone makes no staff
        QCOMPARE(
            w.must(
                u"select e.kind from app.audit_entries as e join app.user_privates as p on p.id = e.object_id where p.email = ? order by e.id"_s,
                {li.email}),
            u"account_registered\naccount_activated"_s);
        QCOMPARE(signsIn(li.email, password), u"signed in"_s);
        QCOMPARE(signsIn(u"li.na@EXAMPLE.COM"_s, password), u"signed in"_s); // whatever the case
        QCOMPARE(signsIn(li.email, password + u'!'), u"refused"_s);
    }

    void nothingInTheDatabaseTellsAToken() // ACC-4
    {
        const QString token = tokenFor(u"secret@example.com"_s);
        QCOMPARE(token.size(), 48);
        const QString id = w.must(
            u"select r.id from app.account_requests as r join app.user_privates as p on p.id = r.user_id where p.email = 'secret@example.com'"_s);
        const QByteArray bytes = QByteArray::fromBase64(token.toLatin1(), QByteArray::Base64UrlEncoding);
        QCOMPARE(bytes.first(16), QUuid(id).toRfc4122());
        const QString guess = QString::fromLatin1(
            (bytes.first(16) + QByteArray(20, '\0')).toBase64(QByteArray::Base64UrlEncoding));
        QCOMPARE(begins(guess), u"token=account.token_unknown"_s);
        QCOMPARE(begins(id), u"token=account.token_unknown"_s);
        QCOMPARE(begins(token), u"done"_s);
    }

    void answersOfActivation() // ACC-5, each with what to do, and nothing changes
    {
        const QString email = u"answers@example.com"_s;
        const QString old = tokenFor(email);
        QCOMPARE(begins(u"nonsense"_s), u"token=account.token_unknown"_s);
        later(u"24 hours"_s);
        QString before = everything();
        QCOMPARE(activates(old), u"token=account.token_expired"_s);
        QCOMPARE(everything(), before);
        QCOMPARE(asksAgain(email), u"done"_s); // ACC-4: a new request voids the old one
        const QString fresh = nextMail().token;
        QVERIFY(!fresh.isEmpty() && fresh != old);
        QCOMPARE(asksAgain(email), u"done"_s);
        const QString newest = nextMail().token;
        before = everything();
        QCOMPARE(activates(fresh), u"token=account.token_replaced"_s);
        QCOMPARE(activates(newest, u"another-Harbour 78 violin"_s), u"password=password.wrong"_s);
        QCOMPARE(stateOf(email), u"pending_activation"_s);
        QCOMPARE(activates(newest), u"done"_s);
        before = everything();
        QCOMPARE(activates(newest), u"token=account.already_active"_s); // single use
        QCOMPARE(activates(old), u"token=account.already_active"_s);
        QCOMPARE(everything(), before);
    }

    void nobodyPreparesAnAccountForSomebodyElse() // ACC-2
    {
        const QString email = u"victim@example.com"_s;
        accounts::Registration evil = form(email, u"Mallory"_s);
        evil.password = evil.repeated = u"evil-Lantern 12 orbit"_s;
        QCOMPARE(registers(evil), u"done"_s);
        const QString evilToken = nextMail().token;                   // in the victim's mailbox
        QCOMPARE(activates(evilToken), u"password=password.wrong"_s); // the victim doesn't know that password
        const QString own = tokenFor(email);
        QCOMPARE(activates(evilToken, evil.password), u"token=account.token_replaced"_s);
        QCOMPARE(activates(own), u"done"_s);
        QCOMPARE(signsIn(email, evil.password), u"refused"_s);
        QCOMPARE(signsIn(email, password), u"signed in"_s);
        QCOMPARE(
            w.must(
                u"select u.name from app.users as u join app.user_privates as p on p.id = u.id where p.email = ?"_s,
                {email}),
            u"李娜"_s);
    }

    void whoWasInvitedChoosesAPasswordAndEntersTheTenant() // ORG-10
    {
        const QString email = u"invited@example.com"_s;
        const QString person = w.must(u"select app.add_pending(?, 'Ina Invited')"_s, {email});
        w.must(u"insert into app.invitations (id, tenant_id, user_id, invited_by, invited_at) values (app.uuid7(), ?, ?, ?, app.now())"_s, {w.tenantA, person, w.adminA.id});
        QCOMPARE(asksAgain(email), u"done"_s);
        const QString token = nextMail().token;
        QCOMPARE(begins(token), u"done"_s);
        QCOMPARE(m_acts->result["chosen"_L1].toBool(true), false);
        QCOMPARE(activates(token), u"done"_s);
        QCOMPARE(w.must(u"select status, tenant_id from app.users where id = ?"_s, {person}), u"active|"_s + w.tenantA);
        QCOMPARE(signsIn(email, password), u"signed in"_s);
    }

    void theMailOfAnInvitationActivates() // ORG-10, ACC-4
    {
        const QString email = u"letter@example.com"_s;
        w.must(u"delete from app.mail_outbox"_s);
        const Answer invited = w.execute(w.adminA, {u"member_invite"_s, {{u"tenant_id"_s, w.tenantA}, {u"email"_s, email}, {u"name"_s, u"Lena Letter"_s}}});
        QVERIFY2(invited.isDone(), qPrintable(invited.text()));
        const auto mail = nextMail();
        QVERIFY2(mail.text.contains(u"tenantry://activate?token="_s), qPrintable(mail.text));
        QCOMPARE(mail.token.size(), 48);
        QCOMPARE(activates(mail.token), u"done"_s);
        QCOMPARE(w.must(u"select u.status, u.tenant_id from app.users as u join app.user_privates as p on p.id = u.id where p.email = ?"_s, {email}),
                 u"active|"_s + w.tenantA);
        QCOMPARE(signsIn(email, password), u"signed in"_s);
    }

    void theMailOfAnInvitationOfSomebodyActiveHoldsNoToken() // ORG-10, SEC-2: it would choose another password for an account in use
    {
        const QString email = u"works.already@example.com"_s;
        QCOMPARE(activates(tokenFor(email)), u"done"_s);
        w.must(u"delete from app.mail_outbox"_s);
        const Answer invited = w.execute(w.adminA, {u"member_invite"_s, {{u"tenant_id"_s, w.tenantA}, {u"email"_s, email}, {u"name"_s, u"李娜"_s}}});
        QVERIFY2(invited.isDone(), qPrintable(invited.text()));
        const auto mail = nextMail();
        QCOMPARE(mail.to, email);
        QVERIFY2(mail.token.isEmpty() && !mail.text.contains(u"token"_s) && mail.text.contains(u"Tenant A"_s), qPrintable(mail.text));
        QCOMPARE(w.must(u"select count(*) from app.account_requests as r join app.user_privates as p on p.id = r.user_id where p.email = ? and r.ended_at is null"_s, {email}), u"0"_s);
        w.must(u"delete from app.invitations as i using app.user_privates as p where p.id = i.user_id and p.email = ?"_s, {email});
    }

    void accountsThatNobodyActivatesGo() // ACC-3
    {
        const QString email = u"never@example.com"_s, busy = u"waits@example.com"_s;
        QVERIFY(!tokenFor(email).isEmpty());
        later(u"30 days"_s);
        w.must(u"select worker.purge_pending('a')"_s); // of tests before
        QCOMPARE(stateOf(email), u"pending_activation"_s);
        QVERIFY(!tokenFor(busy).isEmpty()); // asked for a month later
        later(u"25 hours"_s);
        QVERIFY(w.must(u"select worker.purge_pending('a')"_s).toInt() >= 1);
        QCOMPARE(stateOf(email), QString());
        QCOMPARE(stateOf(busy), u"pending_activation"_s);
        w.must(u"select worker.seal_audit()"_s);
        QVERIFY(w.must(u"select count(*) from app.audit_entries where kind = 'account_purged'"_s).toInt() > 0);
        QCOMPARE(w.must(u"select coalesce(string_agg(kind, ','), '') from app.audit_entries where object_kind = '' and kind <> 'direct'"_s), QString()); // none left open; the world of the test was made directly
        QVERIFY(!tokenFor(email).isEmpty()); // the address is free again
    }

    void whatIsStillOpenKeepsAnAccount() // ACC-3: whoever was asked lately has their time, as the platform has settled it
    {
        w.must(u"update app.settings set value = '10' where tenant_id is null and key = 'pending_account_days'"_s);
        const auto add = [&](const QString &email) { return w.must(u"select app.add_pending(?, 'Pia Pending')"_s, {email}); };
        const QString asked = add(u"asked.lately@example.com"_s), invited = add(u"invited.lately@example.com"_s);
        w.must(u"select app.add_request('activation', ?, '{\"phone\": \"1\"}', 'v')"_s, {asked});
        add(u"forgotten@example.com"_s);
        later(u"9 days"_s);
        w.must(u"select app.add_request('activation', ?)"_s, {asked});
        w.must(u"insert into app.invitations (id, tenant_id, user_id, invited_by, invited_at) values (app.uuid7(), ?, ?, ?, app.now())"_s, {w.tenantA, invited, w.adminA.id});
        later(u"49 hours"_s);
        w.must(u"select worker.purge_pending('a')"_s);
        QCOMPARE(stateOf(u"forgotten@example.com"_s), QString());
        QCOMPARE(stateOf(u"asked.lately@example.com"_s), u"pending_activation"_s);
        QCOMPARE(stateOf(u"invited.lately@example.com"_s), u"pending_activation"_s);
        w.must(u"update app.settings set value = '30' where tenant_id is null and key = 'pending_account_days'"_s);
        // The form that somebody filled in waits as long as the account does.
        later(u"91 days"_s);
        w.must(u"select worker.purge_accounts()"_s);
        QCOMPARE(w.must(u"select count(*) from app.account_requests where user_id = ?"_s, {asked}), u"2"_s);
        w.must(u"delete from app.invitations where user_id = ?"_s, {invited});
        w.must(u"select worker.purge_pending('a')"_s);
        QCOMPARE(stateOf(u"asked.lately@example.com"_s), QString());
        QCOMPARE(stateOf(u"invited.lately@example.com"_s), QString());
    }

    void whoActivatesAndWhoImportsStandInOneOrder() // ORG-10: no deadlock between them
    {
        const QString email = u"both@example.com"_s;
        const QString person = w.must(u"select app.add_pending(?, 'Bo Both')"_s, {email});
        w.must(u"insert into app.invitations (id, tenant_id, user_id, invited_by, invited_at) values (app.uuid7(), ?, ?, ?, app.now())"_s, {w.tenantA, person, w.adminA.id});
        QCOMPARE(asksAgain(email), u"done"_s);
        const QString token = nextMail().token;
        QCOMPARE(begins(token), u"done"_s);
        const auto import = w.cluster().ownerConnection(); // takes what a command takes, in its order
        QVERIFY(import->exec(u"begin"_s));
        QVERIFY(import->exec(u"select app.lock('organizations', ?)"_s, {w.tenantA}));
        QVERIFY(import->exec(u"select app.lock('quotas', ?)"_s, {w.tenantA}));
        QSignalSpy failed(m_service->endpoint(), &jobs::AccountsEndpoint::failed);
        const QJsonObject begun = m_acts->result;
        std::optional<accounts::Answer> answered;
        accounts::AccountsClient client(m_service->address());
        accounts::activate(client, token, begun, password, [&](const accounts::Answer &answer) { answered = answer; });
        QTRY_COMPARE(w.must(u"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'tenantry_worker'"_s), u"1"_s);
        const auto held = import->exec(u"select 1 from app.users where id = ? for no key update"_s, {person});
        QVERIFY2(held, qPrintable(held ? QString() : describe(held.error())));
        QVERIFY(import->exec(u"commit"_s));
        QTRY_VERIFY(answered);
        QVERIFY(answered->has_value());
        QCOMPARE(failed.size(), 0);
        QCOMPARE(w.must(u"select tenant_id from app.users where id = ?"_s, {person}), w.tenantA);
    }

    void aDeadlockIsTriedAgain() // ERR-1: who activates notices nothing
    {
        const QString email = u"again@example.com"_s;
        const QString token = tokenFor(email);
        // The first call finds itself in a deadlock; sequences stay where they are when it is rolled back.
        w.must(u"create sequence app.deadlocks"_s);
        w.must(u"create function app.deadlock_once() returns trigger language plpgsql security definer as $$ begin"
               " if nextval('app.deadlocks') = 1 then raise exception using errcode = '40P01'; end if; return new; end $$"_s);
        w.must(u"create trigger deadlock_once before update of status on app.users for each row execute function app.deadlock_once()"_s);
        QCOMPARE(activates(token), u"done"_s);
        w.must(u"drop trigger deadlock_once on app.users"_s);
        w.must(u"drop function app.deadlock_once()"_s);
        QCOMPARE(w.must(u"select last_value from app.deadlocks"_s), u"2"_s);
        w.must(u"drop sequence app.deadlocks"_s);
        QCOMPARE(signsIn(email, password), u"signed in"_s);
    }

    void tenWrongPasswordsAreEnough()
    {
        const QString token = tokenFor(u"guessed@example.com"_s);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(activates(token, u"wrong-Harbour %1 violin"_s.arg(i)), u"password=password.wrong"_s);
        QCOMPARE(activates(token), u"token=account.token_replaced"_s);
    }

    void aTakenAddressIsAnsweredLikeAFreeOne() // ACC-1: the mail says which
    {
        const QString taken = w.must(u"select email from app.user_privates where id = ?"_s, {w.memberA.id});
        QString before =
            w.must(u"select count(*), md5(string_agg(u::text, ',' order by u.id)) from app.users as u"_s);
        QCOMPARE(registers(form(taken.toUpper())), u"done"_s);
        QCOMPARE(m_acts->result, QJsonObject());
        const auto mail = nextMail();
        QCOMPARE(mail.to, taken);
        QVERIFY(mail.token.isEmpty());
        QVERIFY2(mail.text.contains(u"有效账号"_s), qPrintable(mail.text));
        QCOMPARE(
            w.must(u"select count(*), md5(string_agg(u::text, ',' order by u.id)) from app.users as u"_s),
            before);
        QCOMPARE(registers(form(u"free@example.com"_s)), u"done"_s);
        QCOMPARE(m_acts->result, QJsonObject());
        for (const QString &email : {u"nobody@example.com"_s, taken}) {
            QCOMPARE(forgets(email), u"done"_s);
            QCOMPARE(m_acts->result, QJsonObject());
            QCOMPARE(
                m_acts->wait([&](auto &client, auto done) { accounts::signInName(client, email, done); }),
                u"done"_s);
            QVERIFY(m_acts->result["name"_L1].toString().startsWith(u"u_"_s));
        }
        QCOMPARE(
            w.must(
                u"select count(*) from app.account_requests as r left join app.user_privates as p on p.id = r.user_id where p.email = 'nobody@example.com'"_s),
            u"0"_s);
    }

    void fiveMailsAnHour() // ACC-4, the same for every address
    {
        for (const QString &email : {u"flooded@example.com"_s, u"nobody.there@example.com"_s}) {
            if (email.startsWith(u"flooded"_s))
                QCOMPARE(registers(form(email)), u"done"_s);
            else
                QCOMPARE(asksAgain(email), u"done"_s);
            for (int i = 0; i < 4; ++i)
                QCOMPARE(asksAgain(email), u"done"_s);
            const QString before = everything();
            QCOMPARE(asksAgain(email), u"email=account.too_many_requests"_s);
            QCOMPARE(forgets(email.toUpper()), u"email=account.too_many_requests"_s);
            QCOMPARE(registers(form(email)), u"email=account.too_many_requests"_s);
            QCOMPARE(everything(), before);
        }
        later(u"61 minutes"_s);
        QCOMPARE(asksAgain(u"flooded@example.com"_s), u"done"_s);
        // Invitations count too: each of their mails would carry a token of its own.
        const QString person = w.must(u"select app.add_pending('invited.often@example.com', 'Io Often')"_s);
        const QString made = u"select (app.add_request('activation', ?)).id is not null"_s;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(w.must(made, {person}), u"t"_s);
        QCOMPARE(w.must(made, {person}), u"f"_s);
    }

    void aForgottenPassword() // ACC-9
    {
        const QString email = u"forgot@example.com"_s;
        QCOMPARE(activates(tokenFor(email)), u"done"_s);
        QCOMPARE(m_acts->wait([&](auto &client, auto done) { accounts::signInName(client, email, done); }),
                 u"done"_s);
        const auto session = w.connectAs(m_acts->result["name"_L1].toString(), password);
        QVERIFY(session);
        QCOMPARE(forgets(email), u"done"_s);
        const auto mail = nextMail();
        QVERIFY2(mail.text.contains(u"tenantry://reset?token="_s), qPrintable(mail.text));
        QCOMPARE(begins(mail.token), u"token=account.token_unknown"_s); // of the other kind
        QCOMPARE(resets(mail.token, u"quiet-Meadow 31 cello"_s), u"done"_s);
        QVERIFY(!(*session)->exec(u"select api.whoami()"_s)); // whoever sat there is out
        QCOMPARE(signsIn(email, password), u"refused"_s);
        QCOMPARE(signsIn(email, u"quiet-Meadow 31 cello"_s), u"signed in"_s);
        const QString before = everything();
        QCOMPARE(resets(mail.token, u"other-Meadow 31 cello"_s),
                 u"token=account.token_unknown"_s); // single use
        QCOMPARE(everything(), before);
        QCOMPARE(
            w.must(
                u"select count(*) from app.audit_entries as e join app.user_privates as p on p.id = e.object_id where p.email = ? and e.kind = 'password_reset'"_s,
                {email}),
            u"1"_s);
        QVERIFY(nextMail().text.contains(u"密码"_s)); // told
    }

    void aStrangersRegistrationLeavesTheResetAlone()
    {
        const QString email = u"bothered@example.com"_s;
        QCOMPARE(activates(tokenFor(email)), u"done"_s);
        QCOMPARE(forgets(email), u"done"_s);
        const QString token = nextMail().token;
        QCOMPARE(registers(form(email)), u"done"_s);
        QVERIFY(nextMail().token.isEmpty());
        QCOMPARE(resets(token, u"quiet-Meadow 31 cello"_s), u"done"_s);
        QVERIFY(nextMail().text.contains(u"密码"_s)); // told
    }

    void nobodyResetsWhomTheyMayNot()
    {
        const QString suspended =
            w.must(u"select email from app.user_privates where id = ?"_s, {w.suspended.id});
        const QString root = w.must(u"select email from app.user_privates where id = ?"_s, {w.root.id});
        const QString before = everything();
        QCOMPARE(forgets(suspended), u"done"_s);
        QCOMPARE(everything(), before); // ACC-9: no way back by mail
        QCOMPARE(forgets(root), u"done"_s);
        const auto mail =
            nextMail(); // who takes the worker over shall not become administrator of the platform
        QCOMPARE(mail.to, root);
        QVERIFY(mail.token.isEmpty());
    }

    void suspendedMeanwhileTheTokenOpensNothing()
    {
        const QString email = u"meanwhile@example.com"_s;
        QCOMPARE(activates(tokenFor(email)), u"done"_s);
        QCOMPARE(forgets(email), u"done"_s);
        const QString token = nextMail().token;
        w.must(
            u"select worker.set_user_status(p.id, 'suspended', 'test') from app.user_privates as p where p.email = ?"_s,
            {email});
        const QString before = everything();
        QCOMPARE(resets(token, u"quiet-Meadow 31 cello"_s), u"token=account.token_unknown"_s);
        QCOMPARE(everything(), before);
    }

    void aConfiguredDomainMakesStaff() // ACC-11: a verified address
    {
        w.must(
            u"update app.settings set value = '[\"Staff.example.com\"]' where key = 'staff_domains' and tenant_id is null"_s);
        const QString email = u"wang@STAFF.example.com"_s;
        const QString token = tokenFor(email);
        const QString staff =
            u"select u.staff from app.users as u join app.user_privates as p on p.id = u.id where p.email = ?"_s;
        QCOMPARE(w.must(staff, {email}), u"f"_s);
        QCOMPARE(activates(token), u"done"_s);
        QCOMPARE(w.must(staff, {email}), u"t"_s);
        const QString other = u"wang@notstaff.example.com"_s;
        QCOMPARE(activates(tokenFor(other)), u"done"_s);
        QCOMPARE(w.must(staff, {other}), u"f"_s);
    }

    void theServerChecksWhatTheFormChecks_data() // ACC-1: fields, one table for both sides
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("no e-mail") << u"email"_s << QString() << u"email=rule.required"_s;
        QTest::newRow("half an e-mail") << u"email"_s << u"li.na@"_s << u"email=rule.email"_s;
        QTest::newRow("a header in the e-mail")
            << u"email"_s << u"a@example.com\r\nBcc: b@example.com"_s << u"email=rule.characters"_s;
        QTest::newRow("no name") << u"name"_s << QString() << u"name=rule.required"_s;
        QTest::newRow("a header in the name") << u"name"_s << u"Li\r\nBcc: b"_s << u"name=rule.characters"_s;
        QTest::newRow("a name of 51") << u"name"_s << QString(51, u'李') << u"name=rule.too_long"_s;
        QTest::newRow("digits in the name") << u"name"_s << u"Li 2"_s << u"name=rule.characters"_s;
        QTest::newRow("a phone of words") << u"phone"_s << u"call me"_s << u"phone=rule.characters"_s;
        QTest::newRow("a MIS of two words") << u"mis"_s << u"a b"_s << u"mis=rule.characters"_s;
    }
    void theServerChecksWhatTheFormChecks()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        accounts::Registration typed = form(u"rules@example.com"_s);
        (field == u"email"   ? typed.email
         : field == u"name"  ? typed.name
         : field == u"phone" ? typed.phone
                             : typed.mis) = value;
        const QList<Error> errors = accounts::check(typed);
        QCOMPARE(errors.size(), 1);
        QTEST(errors.first().field + u'=' + errors.first().code, "code");
        const QString before = everything();
        QTEST(registers(typed), "code");
        QCOMPARE(everything(), before);
    }

    void namesOfAnyScript_data() // ACC-1
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"O'Brien-Łukasiewicz"_s, u"阿卜杜拉·买买提"_s, u"𠮷野家"_s,
                                    u"मोहन दास"_s, u"ʻOkina"_s, u"د. علي"_s.remove(u". "_s)})
            QTest::newRow(qPrintable(name)) << name;
    }
    void namesOfAnyScript()
    {
        QFETCH(QString, name);
        const QString email = u"script%1@example.com"_s.arg(qHash(name));
        QCOMPARE(activates(tokenFor(email, name)), u"done"_s);
        QCOMPARE(
            w.must(
                u"select u.name from app.users as u join app.user_privates as p on p.id = u.id where p.email = ?"_s,
                {email}),
            name);
    }

    void aFaultLeavesAsANumber() // ERR-1
    {
        w.must(
            u"alter table app.account_requests add constraint broken check (kind <> 'activation') not valid"_s);
        const QString answer = registers(form(u"fault@example.com"_s));
        w.must(u"alter table app.account_requests drop constraint broken"_s);
        QCOMPARE(answer, u"server.fault"_s);
        QCOMPARE(w.must(u"select count(*) from app.user_privates where email = 'fault@example.com'"_s),
                 u"0"_s); // nothing half-created
    }

    void theSameTokenOnARetry() // ACC-4
    {
        QCOMPARE(registers(form(u"retry@example.com"_s)), u"done"_s);
        const QString first = nextMail().token;
        QTRY_COMPARE(w.must(u"select count(*) from app.mails where status = 'queued'"_s), u"0"_s);
        w.must(
            u"update app.mails set status = 'queued', due = app.now(), ended_at = null where request_id is "
            u"not null"
            " and request_id = (select r.id from app.account_requests as r join app.user_privates as p on p.id = r.user_id where p.email = 'retry@example.com')"_s);
        QCOMPARE(nextMail().token, first);
        QCOMPARE(activates(first), u"done"_s);
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
