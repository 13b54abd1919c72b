// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A person's own profile and password, staff, closed accounts (ACC-7, ACC-8, ACC-9, ACC-11), as commands on a
// real server.
#include "core/security/scram.h"
#include "tests/schema/schemaworld.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QElapsedTimer>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestProfile : public QObject
{
    Q_OBJECT

    SchemaWorld w;

    [[nodiscard]] int version(const Person &person) const
    {
        return w.must(u"select version from app.user_privates where id = ?"_s, {person.id}).toInt();
    }
    [[nodiscard]] Answer change(const Person &person, const QJsonObject &fields) const
    {
        return w.execute(person,
                         {u"profile_change"_s, fields, SchemaWorld::seen(person.id, version(person))});
    }
    /// But for the audit: what was asked for is logged also where nothing was left to do.
    [[nodiscard]] QString people() const
    {
        return everything().remove(QRegularExpression(u"\\|\\d+(?=\\|\\d+$)"_s));
    }
    [[nodiscard]] QString everything() const
    {
        return w.must(u"select (select md5(string_agg(u::text, ',' order by u.id)) from app.users as u),"
                      " (select md5(string_agg(p::text, ',' order by p.id)) from app.user_privates as p), "
                      "(select count(*) from app.audit_details),"
                      " (select count(*) from app.notifications)"_s);
    }
    [[nodiscard]] bool isStaff(const Person &person) const
    {
        return w.must(u"select staff from app.users where id = ?"_s, {person.id}) == u"t";
    }
    /// What api.change_password answers: empty, or the code.
    [[nodiscard]] QString changePassword(const Person &person, const QString &old, const QString &fresh,
                                         const QString &signedInWith) const
    {
        const auto connection = w.connectAs(person.role, signedInWith);
        if (!connection)
            return u"not signed in"_s;
        const auto asked = (*connection)->exec(u"select api.password_challenge('{}')"_s);
        if (!asked)
            return describe(asked.error());
        const QJsonObject challenge = QJsonDocument::fromJson(asked->value().toString().toUtf8()).object();
        const auto proof =
            scram::proofOfPassword(old, QByteArray::fromBase64(challenge["salt"_L1].toString().toLatin1()),
                                   challenge["iterations"_L1].toInt());
        const QJsonObject arguments{
            {u"client_key"_s, QString::fromLatin1(proof.value_or(QByteArray()))},
            {u"verifier"_s, QString::fromLatin1(scram::makeVerifier(fresh).value_or(QByteArray()))},
            {u"client"_s, QString(5000, u'x')}};
        return failureOf(**connection, u"select api.change_password(?::jsonb)"_s,
                         {QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))})
            .section(u'\n', 0, 0);
    }

    /// NOT-3: a client names itself with whatever it likes.
    [[nodiscard]] QString longestClient(const QString &kind) const
    {
        return w.must(u"select max(length(parameters ->> 'client')) from app.notifications where kind = ?"_s, {kind});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }

    void savesAllAtOnceLogsAndTells() // ACC-7, AUD-1, NOT-3
    {
        const Answer answer = change(w.memberA, {{u"username"_s, u"member_a"_s},
                                                 {u"nickname"_s, u"小明"_s},
                                                 {u"phone"_s, u"+86 138 0013 8000"_s},
                                                 {u"name"_s, u"Mina"_s}});
        QVERIFY2(answer.isDone(), qPrintable(answer.text()));
        QCOMPARE(
            w.must(
                u"select u.name, p.username, p.nickname, p.phone from app.users as u join app.user_privates as p on p.id = u.id where u.id = ?"_s,
                {w.memberA.id}),
            u"Mina|member_a|小明|+86 138 0013 8000"_s);
        QCOMPARE(w.must(u"select d.detail -> 'after' ->> 'nickname' from app.audit_entries as e join "
                        u"app.audit_details as d on d.entry_id = e.id"
                        " where e.kind = 'profile_change' and e.object_id = ? order by e.id desc limit 1"_s,
                        {w.memberA.id}),
                 u"小明"_s);
        QCOMPARE(
            w.must(
                u"select parameters -> 'fields' from app.notifications where kind = 'profile_changed' and ? = any (audience_user_ids)"_s,
                {w.memberA.id}),
            u"[\"name\", \"nickname\", \"phone\", \"username\"]"_s);
        QVERIFY(w.execute(w.memberA, {u"profile_change"_s, {{u"phone"_s, QJsonValue()}}, SchemaWorld::seen(w.memberA.id, version(w.memberA)), {}, {}, {{u"client"_s, QString(5000, u'x')}}}).isDone());
        QCOMPARE(longestClient(u"profile_changed"_s), u"100"_s);
        QCOMPARE(w.must(u"select phone is null from app.user_privates where id = ?"_s, {w.memberA.id}),
                 u"t"_s);
        const QString before = people();
        QVERIFY(change(w.memberA, {{u"nickname"_s, u"小明"_s}}).isDone()); // nothing to do
        QCOMPARE(people(), before);
    }

    void aPictureTravelsWithTheCard() // ACC-7
    {
        const QString picture = QString::fromLatin1((QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(600, 'x')).toBase64());
        QVERIFY(change(w.memberA, {{u"avatar"_s, picture}}).isDone());
        QCOMPARE(w.must(u"select avatar from app.users where id = ?"_s, {w.memberA.id}), picture);
        QCOMPARE(w.must(u"select d.detail -> 'after' ->> 'avatar' from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id"
                        " where e.kind = 'profile_change' and e.object_id = ? order by e.id desc limit 1"_s,
                        {w.memberA.id}),
                 u"true"_s); // that there is one, not what it shows
        QVERIFY(change(w.memberA, {{u"avatar"_s, QJsonValue()}}).isDone());
        QCOMPARE(w.must(u"select avatar is null from app.users where id = ?"_s, {w.memberA.id}), u"t"_s);
    }

    void whatNoScopeHoldsIsAsked() // ACC-7, NOT-1
    {
        const auto language = [this](const Person &person) {
            return w.must(u"select app.mail_language(u) from app.users as u where u.id = ?"_s, {person.id});
        };
        const auto account = [this](const Person &person) {
            return QJsonDocument::fromJson(
                       w.connect(person)->exec(u"select api.account_details('{}')"_s).value().value().toString().toUtf8())
                .object();
        };
        QVERIFY(account(w.memberA)["language"_L1].isNull());
        QVERIFY(account(w.memberA).contains("activated_at"_L1));
        QCOMPARE(language(w.memberA), u"zh_CN"_s);
        QVERIFY(change(w.memberA, {{u"language"_s, u"en"_s}}).isDone());
        QCOMPARE(account(w.memberA)["language"_L1].toString(), u"en"_s);
        QCOMPARE(language(w.memberA), u"en"_s);
        QCOMPARE(language(w.ownerA), u"zh_CN"_s);
        const QString asked = u"select api.account_details(jsonb_build_object('user_id', '%1'))"_s.arg(w.memberA.id);
        QVERIFY(failureOf(*w.connect(w.adminA), asked).contains(u"command.not_allowed"_s)); // ACC-11
        QVERIFY(w.connect(w.root)->exec(asked).value().value().toString().contains(u"\"mis\""_s));
        QVERIFY(change(w.memberA, {{u"language"_s, QJsonValue()}}).isDone());
        QCOMPARE(language(w.memberA), u"zh_CN"_s);
    }

    void refusals_data() // ACC-7: each with its own message, and nothing changes
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("a short username") << u"username"_s << QJsonValue(u"a"_s) << u"rule.too_short"_s;
        QTest::newRow("a hyphen in the username")
            << u"username"_s << QJsonValue(u"a-b"_s) << u"rule.characters"_s;
        QTest::newRow("a long nickname")
            << u"nickname"_s << QJsonValue(QString(21, u'明')) << u"rule.too_long"_s;
        QTest::newRow("a nickname that somebody has")
            << u"nickname"_s << QJsonValue(u"TAKEN"_s) << u"profile.nickname_taken"_s;
        QTest::newRow("no name") << u"name"_s << QJsonValue() << u"command.malformed"_s;
        QTest::newRow("a picture that is none")
            << u"avatar"_s << QJsonValue(u"bm9uZQ=="_s) << u"profile.picture_unusable"_s;
        QTest::newRow("a large picture")
            << u"avatar"_s << QJsonValue(QString::fromLatin1((QByteArray("\xff\xd8\xff") + QByteArray(4'000, 'x')).toBase64()))
            << u"profile.picture_unusable"_s;
        QTest::newRow("a language that nobody writes")
            << u"language"_s << QJsonValue(u"fr"_s) << u"command.malformed"_s;
        QTest::newRow("another e-mail")
            << u"email"_s << QJsonValue(u"x@example.com"_s) << u"command.malformed"_s;
        QTest::newRow("the tag of staff")
            << u"staff"_s << QJsonValue(true) << u"command.malformed"_s; // ACC-11
    }
    void refusals()
    {
        QVERIFY(change(w.ownerA, {{u"nickname"_s, u"Taken"_s}}).isDone());
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        const QString before = everything();
        const Answer answer = change(w.memberA, {{u"phone"_s, u"+86 138 0013 8001"_s}, {field, value}});
        QTEST(answer.code(), "code");
        QCOMPARE(everything(), before);
    }

    void twoWhoEditAreToldOfEachOther() // INB-6
    {
        const Answer answer = w.execute(w.memberA, {u"profile_change"_s,
                                                    {{u"nickname"_s, u"另一个"_s}},
                                                    SchemaWorld::seen(w.memberA.id, version(w.memberA) - 1)});
        QCOMPARE(answer.code(), u"command.conflict"_s);
    }

    void staffIsConfirmedByOthersAndClearedWithTheAccount() // ACC-11
    {
        const auto confirm = [this](const Person &actor, const Person &person, const QString &mis) {
            return w.execute(
                actor, {u"staff_confirm"_s, {{u"user_id"_s, person.id}, {u"confirmed"_s, true}, {u"mis"_s, mis}}});
        };
        const QString mina = u"mina01"_s;
        w.must(u"update app.user_privates set mis = null where id = ?"_s, {w.memberA.id});
        QCOMPARE(confirm(w.root, w.memberA, mina).code(), u"staff.no_mis"_s);
        QVERIFY(change(w.memberA, {{u"mis"_s, u"mina01"_s}}).isDone());
        QVERIFY(!isStaff(w.memberA));
        QCOMPARE(confirm(w.memberA, w.memberA, mina).code(), u"command.not_allowed"_s);
        QCOMPARE(confirm(w.adminA, w.memberA, mina).code(), u"command.not_allowed"_s);
        QCOMPARE(confirm(w.root, w.root, mina).code(), u"member.self"_s);
        QCOMPARE(confirm(w.root, w.memberA, u"boss01"_s).code(), u"staff.mis_changed"_s); // not what was looked at
        QVERIFY(!isStaff(w.memberA));
        QVERIFY(confirm(w.root, w.memberA, mina).isDone());
        QVERIFY(isStaff(w.memberA));
        QCOMPARE(w.must(u"select count(*) from app.audit_entries where kind = 'staff_confirm' and object_id = ?"_s, {w.memberA.id}), u"1"_s);
        QVERIFY(change(w.memberA, {{u"nickname"_s, u"还是我"_s}}).isDone());
        QVERIFY(isStaff(w.memberA));
        QVERIFY(change(w.memberA, {{u"mis"_s, u"boss01"_s}}).isDone());
        QVERIFY(!isStaff(w.memberA));
    }

    void anotherPasswordForTheOldOne() // ACC-8
    {
        const Person person = w.addPerson(u"Paula Password"_s);
        const QString fresh = u"quiet-Meadow 31 cello"_s;
        const QString before =
            w.must(u"select rolpassword from pg_authid where rolname = ?"_s, {person.role});
        QVERIFY(changePassword(person, u"not the old one"_s, fresh, SchemaWorld::password)
                    .contains(u"password.wrong"_s));
        QCOMPARE(w.must(u"select rolpassword from pg_authid where rolname = ?"_s, {person.role}), before);
        QCOMPARE(changePassword(person, SchemaWorld::password, fresh, SchemaWorld::password), QString());
        QCOMPARE(longestClient(u"password_changed"_s), u"100"_s);
        QVERIFY(!w.connectAs(person.role, SchemaWorld::password));
        QVERIFY(w.connectAs(person.role, fresh));
        QCOMPARE(
            w.must(
                u"select count(*) from app.notifications where kind = 'password_changed' and ? = any (audience_user_ids)"_s,
                {person.id}),
            u"1"_s);
        QCOMPARE(w.must(u"select count(*) from worker.foreign_passwords()"_s), u"0"_s); // SEC-5: ours
    }

    void guessingTheOldPasswordIsTold() // OPM-7: after five within ten minutes, and refused after ten
    {
        const Person person = w.addPerson(u"Gustav Guessed"_s);
        const QString alarms = u"select count(*) from app.security_events where actor_id = ? and kind = 'many_wrong_passwords' and alarm"_s;
        const auto wrong = [&](int times) {
            for (int i = 0; i < times; ++i)
                w.must(u"select app.security_event(?, ?, 'wrong_old_password')"_s, {w.defaultTenant, person.id});
            w.must(u"select app.watch_access(?)"_s, {person.id});
        };
        wrong(4);
        QCOMPARE(w.must(alarms, {person.id}), u"0"_s);
        wrong(1);
        QCOMPARE(w.must(alarms, {person.id}), u"1"_s);
        wrong(5);
        const QString fresh = u"quiet-Meadow 32 cello"_s;
        QVERIFY(changePassword(person, SchemaWorld::password, fresh, SchemaWorld::password).contains(u"password.too_many_tries"_s));
        w.must(u"update app.security_events set at = at - interval '11 minutes' where actor_id = ?"_s, {person.id});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(changePassword(person, u"not the old one"_s, fresh, SchemaWorld::password).contains(u"password.wrong"_s));
        QVERIFY(timer.elapsed() >= 1000); // each one waits
        QCOMPARE(changePassword(person, SchemaWorld::password, fresh, SchemaWorld::password), QString());
    }

    void aClosedAccountIsOutAtOnce() // ACC-9
    {
        const Person person = w.addPerson(u"Dora Departed"_s);
        const auto session = w.connect(person);
        const auto close = [&](const Person &actor, const Person &whom) {
            return w.execute(actor,
                             {u"account_close"_s, {{u"user_id"_s, whom.id}, {u"reason"_s, u"left"_s}}});
        };
        QCOMPARE(close(w.adminA, person).code(), u"command.not_allowed"_s);
        QCOMPARE(close(w.root, w.root).code(), u"member.self"_s);
        QCOMPARE(close(w.root, w.secondRoot).code(), u"member.is_system_administrator"_s);
        QCOMPARE(close(w.root, w.adminA).code(), u"member.is_administrator"_s);
        QCOMPARE(close(w.root, w.ownerA).code(), u"member.has_duties"_s);
        // Nor who owns something in a tenant that isn't theirs (MOV-4).
        const QString resource = w.must(u"insert into app.resources (tenant_id, id, space_id, kind, name, created_by, created_at) values (?, gen_random_uuid(), ?, 'agent', 'Theirs', ?, now()) returning id"_s,
                                        {w.tenantA, w.spaceA, person.id});
        w.must(u"insert into app.grants (tenant_id, id, space_id, resource_id, user_id, role, granted_by, granted_at) values (?, gen_random_uuid(), ?, ?, ?, 'owner', ?, now())"_s,
               {w.tenantA, w.spaceA, resource, person.id, w.adminA.id});
        const Answer owns = close(w.root, person);
        QCOMPARE(owns.code(), u"member.has_duties"_s);
        QCOMPARE(owns.error(owns.code())["parameters"_L1]["names"_L1].toString(), u"Theirs"_s);
        w.must(u"delete from app.grants where resource_id = ?"_s, {resource});
        QVERIFY(close(w.root, person).isDone());
        QVERIFY(!session->exec(u"select api.whoami()"_s));
        QVERIFY(!w.connectAs(person.role, SchemaWorld::password));
        QCOMPARE(w.must(u"select status from app.users where id = ?"_s, {person.id}), u"departed"_s);
        const QString before = people();
        QVERIFY(close(w.root, person).isDone()); // again: nothing
        QCOMPARE(people(), before);
    }
};

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
