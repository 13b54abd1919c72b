// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ACC-10: failed and unusual sign-ins, from the log of a real server.
#include "tests/schema/serverlog.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestSignIns : public QObject
{
    Q_OBJECT

    SchemaWorld w;
    Person m_person;

    void readLog() { readServerLog(w); }
    /// "kind network sqlstate whose" of each event since the last call, oldest first.
    [[nodiscard]] QStringList news()
    {
        readLog();
        const QString found = w.must(
            u"with gone as (delete from app.security_events where kind like '%sign_in%' returning *)"
            " select concat_ws(' ', kind, details ->> 'network', details ->> 'sqlstate', coalesce(actor_id::text, 'nobody')) from gone order by id"_s);
        return found.isEmpty() ? QStringList() : found.split(u'\n');
    }
    [[nodiscard]] QString event(const QString &what) const { return what + u' ' + m_person.id; }
    void fail(const QString &role, int times) const
    {
        for (int i = 0; i < times; ++i)
            QVERIFY(!w.connectAs(role, u"not the password"_s));
    }
    [[nodiscard]] bool signsIn(const QString &client)
    {
        server::ConnectionOptions options;
        options.profile = w.cluster().profileFor(m_person.role);
        options.password = SchemaWorld::password;
        options.applicationName = client;
        return server::Connection::open(options).has_value();
    }
    void later(const QString &interval) const
    {
        w.must(u"update app.clock set shift = shift + ?::interval"_s, {interval});
    }
    /// Who was told of an alarm: the scope of the platform team, and people by name.
    [[nodiscard]] QString told() const
    {
        return w.must(
            u"select string_agg(coalesce(audience_scope_kind::text, (select string_agg(u.name, ',') from "
            u"app.users as u where u.id = any (audience_user_ids))), ' '"
            " order by audience_scope_kind) from app.notifications where kind = 'unusual_access'"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        // As the private server is started, and as the manual wants a central one.
        for (const QString &setting :
             {u"logging_collector = on"_s, u"log_destination = 'jsonlog'"_s, u"log_connections = on"_s})
            w.must(u"alter system set "_s + setting);
        QCOMPARE(w.cluster().restart(), QString());
    }
    void init()
    {
        m_person = w.addPerson(u"Sina Signin"_s);
        w.moveTo(m_person, w.tenantA);
        (void)news();
        w.must(u"delete from app.notifications where kind = 'unusual_access'"_s);
    }

    void eachFailedOneIsAnEventAndTheFifthAlarms() // OPM-7 too
    {
        const QString failed = event(u"sign_in_failed local 28P01"_s);
        fail(m_person.role, 4);
        readLog();
        QCOMPARE(told(), QString());
        fail(m_person.role, 1);
        readLog();
        QCOMPARE(told(), u"2 Admin A"_s);
        fail(m_person.role, 1);
        QCOMPARE(news(), (QStringList{failed, failed, failed, failed, failed,
                                      event(u"many_failed_sign_ins local"_s), failed}));
        QCOMPARE(news(), QStringList());  // nothing comes twice
        QCOMPARE(told(), u"2 Admin A"_s); // nor is anybody told twice
    }

    void fiveInAnyTenMinutes()
    {
        fail(m_person.role, 3);
        readLog();
        later(u"9 minutes"_s);
        fail(m_person.role, 1);
        readLog();
        later(u"2 minutes"_s); // the three are too long ago
        fail(m_person.role, 3);
        readLog();
        QCOMPARE(told(), QString());
        fail(m_person.role, 1); // with the one of before
        readLog();
        QCOMPARE(told(), u"2 Admin A"_s);
    }

    void failuresOfOthersCountForThemselves() // ACC-10: five of one person, or of one network where nobody is named
    {
        const Person other = w.addPerson(u"Other Signin"_s);
        fail(m_person.role, 3);
        fail(other.role, 3);
        readLog();
        QCOMPARE(told(), QString());
        const QString strange = u"select app.note_failed_sign_in('nobody.at.all', '28P01', ?, app.now())"_s;
        for (int i = 0; i < 4; ++i)
            for (const QString &network : {u"203.0.113.0/24"_s, u"198.51.100.0/24"_s})
                w.must(strange, {network});
        QCOMPARE(told(), QString());
        w.must(strange, {u"198.51.100.0/24"_s});
        QCOMPARE(told(), u"2"_s); // nobody's tenant
        w.must(strange, {u"198.51.100.0/24"_s});
        QCOMPARE(told(), u"2"_s);
        w.must(strange, {u"203.0.113.0/24"_s}); // another's attack is news
        QCOMPARE(told(), u"2 2"_s);
        // But not from any number of networks: twenty within the hour, with those of other functions here.
        for (int network = 0; network < 25; ++network)
            w.must(u"select count(app.note_failed_sign_in('nobody.at.all', '28P01', ?, app.now())) from generate_series(1, 5)"_s, {u"10.0.%1.0/24"_s.arg(network)});
        QCOMPARE(w.must(u"select count(*) from app.security_events where actor_id is null and alarm and kind = 'many_failed_sign_ins' and at > app.now() - interval '1 hour'"_s), u"20"_s);
    }

    void tenMinutesAreThoseOfTheLog() // ACC-10: a worker that was away for a day reads what happened then
    {
        for (int i = 0; i < 5; ++i)
            w.must(u"select app.note_failed_sign_in(?, '28P01', 'local', app.now() - interval '1 day')"_s, {m_person.role});
        QCOMPARE(told(), u"2 Admin A"_s);
    }

    void aFloodOfFailuresIsKeptInPart() // whoever has no account shall not fill the disk
    {
        w.must(u"select count(app.note_failed_sign_in('nobody.at.all', '28P01', '192.0.2.0/24', app.now())) from generate_series(1, 150)"_s);
        QCOMPARE(w.must(u"select count(*) from app.security_events where details ->> 'network' = '192.0.2.0/24' and not alarm"_s), u"100"_s);
    }

    void whatSomebodyLetsTheServerWriteIsNoSignIn() // SEC-5: only what the server says while it lets somebody in
    {
        QCOMPARE(w.must(u"select app.take_log_line(jsonb_build_object('timestamp', now(), 'ps', 'SELECT', 'error_severity', 'LOG', 'user', ?::text,"
                        " 'message', 'connection authorized: user=x database=tenantry application_name=forged')) is null"_s, {m_person.role}),
                 u"t"_s);
        QCOMPARE(w.must(u"select count(*) from app.sign_in_traits where user_id = ?"_s, {m_person.id}), u"0"_s);
    }

    void anEventHasTheTimeOfItsLine() // however late it is read
    {
        fail(m_person.role, 1);
        const QString then = w.must(u"select app.micros(app.now())"_s);
        fail(m_person.role, 1);
        readLog();
        QCOMPARE(
            w.must(
                u"select string_agg((app.micros(at) < ?::bigint)::text, ' ' order by id) from app.security_events where kind = 'sign_in_failed'"_s,
                {then}),
            u"true false"_s);
    }

    void aWorkerThatStartsAgainGoesOnWhereTheOtherStopped() // no event twice, none lost
    {
        fail(m_person.role, 1);
        readLog();
        w.must(u"select worker.drop_lease('reader')"_s);
        fail(m_person.role, 1); // nobody reads
        QCOMPARE(w.cluster().restart(), QString());
        fail(m_person.role, 1);
        QCOMPARE(news().size(), 3);
    }

    void aRotatedLogLosesNothing()
    {
        fail(m_person.role, 1);
        w.must(u"alter system set log_filename = 'next-%H%M%S.log'"_s);
        w.must(u"select pg_reload_conf()"_s);
        QTRY_VERIFY(w.must(u"show log_filename"_s).startsWith(u"next"_s));
        w.must(u"select pg_rotate_logfile()"_s);
        QTRY_VERIFY(w.must(u"select pg_current_logfile('jsonlog')"_s).contains(u"next"_s));
        fail(m_person.role, 1);
        QCOMPARE(news().size(), 2);
    }

    void whoIsSuspendedAndTriesIsAnEvent() // 28000
    {
        w.must(u"select worker.set_user_status(?, 'suspended', 'x')"_s, {m_person.id});
        QVERIFY(!signsIn(u"console"_s));
        QCOMPARE(news(), QStringList{event(u"sign_in_failed local 28000"_s)});
    }

    void aPasswordInTheWrongFieldIsKeptNowhere()
    {
        const QString typed = u"my Secret violin 77"_s;
        fail(typed, 3);
        fail(u"another name"_s, 2);
        readLog();
        QCOMPARE(told(), u"2"_s); // one network, whatever the names; nobody's tenant
        const QStringList tables =
            w.must(
                 u"select c.oid::regclass from pg_class as c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'"_s)
                .split(u'\n');
        for (const QString &table : tables)
            QCOMPARE(
                w.must(u"select count(*) from %1 as t where t::text like '%Secret violin%'"_s.arg(table)),
                u"0"_s);
        QCOMPARE(news().join(u' ').count(u"sign_in_failed local 28P01 nobody"_s), 5);
    }

    void linesAreReadInTheZoneThatTheyWereWrittenIn() // OPM-6: CST isn't Chicago's on a server in Shanghai
    {
        const auto moment = [this](const QString &written, const QString &zone) {
            return w.must(u"select to_char(app.log_moment(?, ?) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')"_s, {written, zone});
        };
        QCOMPARE(moment(u"2026-11-21 23:13:22.019 CST"_s, u"Asia/Shanghai"_s), u"2026-11-21 15:13:22.019"_s);
        QCOMPARE(moment(u"2026-11-21 23:13:22.019 CST"_s, u"America/Chicago"_s), u"2026-11-22 05:13:22.019"_s);
        QCOMPARE(moment(u"2026-11-21 23:13:22.019 +08"_s, u"Asia/Singapore"_s), u"2026-11-21 15:13:22.019"_s);
        QCOMPARE(moment(u"2026-07-21 23:13:22.019 BST"_s, u"Europe/London"_s), u"2026-07-21 22:13:22.019"_s);
        QCOMPARE(moment(u"2026-11-21 23:13:22.019 UTC"_s, u"Asia/Shanghai"_s), u"2026-11-21 23:13:22.019"_s); // of before the setting was changed
        // Everything that reads a line asks for nothing but the setting.
        QCOMPARE(w.must(u"select pg_get_function_arguments('app.log_moment(text, text)'::regprocedure)"_s),
                 u"written text, zone text DEFAULT current_setting('log_timezone'::text)"_s);
        QCOMPARE(w.must(u"select count(*) from pg_proc as p where p.prosrc ~ 'timestamp''[^;]*::timestamptz'"_s), u"0"_s);
    }

    void whatIsNewAboutASignIn()
    {
        QVERIFY(signsIn(u"Tenantry console"_s));
        QCOMPARE(news(), QStringList()); // the first of all is like any other
        QVERIFY(signsIn(u"Tenantry console"_s));
        QCOMPARE(news(), QStringList());
        QVERIFY(signsIn(u"psql"_s));
        QCOMPARE(news(), QStringList{event(u"sign_in_with_new_client local"_s)});
        QVERIFY(signsIn(u"psql"_s));
        QCOMPARE(news(), QStringList());
        later(u"91 days"_s);
        QVERIFY(signsIn(u"psql"_s));
        QCOMPARE(news(), QStringList{event(u"sign_in_after_90_days local"_s)});
        // From elsewhere: a socket has one network only, so that the lines are made up.
        const auto lineFrom = [this](const QString &host) {
            w.must(
                u"select app.take_log_line(jsonb_build_object('timestamp', now(), 'ps', 'authentication', "
                u"'error_severity', 'LOG', 'user', ?::text, 'remote_host', ?::text,"
                " 'message', 'connection authorized: user=x database=tenantry application_name=psql SSL enabled (protocol=TLSv1.3)'))"_s,
                {m_person.role, host});
        };
        lineFrom(u"203.0.113.9"_s);
        lineFrom(u"203.0.113.77"_s); // a neighbour
        lineFrom(u"2001:db8::1"_s);
        QCOMPARE(news(), (QStringList{event(u"sign_in_from_new_network 203.0.113.0/24"_s),
                                      event(u"sign_in_from_new_network 2001:db8::/64"_s)}));
    }

    void whatSomebodyLastUsedIsNotPurged() // else who comes back after years would be like somebody new
    {
        QVERIFY(signsIn(u"old"_s));
        readLog();
        later(u"401 days"_s);
        w.must(u"select worker.purge_accounts()"_s);
        QVERIFY(signsIn(u"new"_s));
        QCOMPARE(news(), (QStringList{event(u"sign_in_after_90_days local"_s),
                                      event(u"sign_in_with_new_client local"_s)}));
        const QString kept =
            u"select count(*) from app.sign_in_traits where user_id = ? and kind = 'client'"_s;
        QCOMPARE(w.must(kept, {m_person.id}), u"2"_s);
        w.must(u"select worker.purge_accounts()"_s);
        QCOMPARE(w.must(kept, {m_person.id}), u"1"_s);
    }
};

QTEST_GUILESS_MAIN(TestSignIns)
#include "tst_signins.moc"
