// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/scram.h"
#include "tests/schema/schemaworld.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;

/// Accounts and passwords against whoever has the worker's rights, or a person's own (ACC-9, SEC-5).
class TestAccountAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roleNamesTellNothing();
    void suspensionEndsSessionsAndSignIn();
    void theWorkerMakesNoAdministrators();
    void theWorkerBecomesNoAdministrator();
    void theWorkerLocksNoAdministratorOut();
    void aPasswordSetPastUsIsFound();
    void verifiersAreBounded_data();
    void verifiersAreBounded();
    void aPasswordIsReplaced();
    void rolesAreMadeForAccountsOnly();
    void accountsAreOnePerAddress();
    void badNamesAndAddressesMakeNoAccount();

private:
    QByteArray log()
    {
        QFile file(m_world.cluster().directory() + u"/server.log"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    SchemaWorld m_world;
};

void TestAccountAttacks::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestAccountAttacks::roleNamesTellNothing()
{
    const QByteArray key = QByteArray::fromHex(m_world.must(u"select encode(name_key, 'hex') from app.installation"_s).toLatin1());
    QCOMPARE(key.size(), 32);
    const auto nameOf = [](const QByteArray &hash) {
        QString name = u"u_"_s;
        quint64 bits = 0;
        int count = 0;
        for (const char byte : hash.left(20)) {
            bits = (bits << 8) | quint8(byte);
            for (count += 8; count >= 5; count -= 5)
                name += u"abcdefghijklmnopqrstuvwxyz234567"_s.at(int((bits >> (count - 5)) & 31));
        }
        return name;
    };
    const auto withKey = [&](const QByteArray &given) { return nameOf(QMessageAuthenticationCode::hash("person1@example.com", given, QCryptographicHash::Sha256)); };
    QCOMPARE(m_world.root.role, withKey(key));
    QCOMPARE(m_world.must(u"select app.role_name_of('PERSON1@Example.com')"_s), withKey(key)); // any spelling of the address
    QVERIFY(!m_world.root.role.contains(u"person"_s));
    const auto session = m_world.connect(m_world.memberA);
    // Facts §9: to_regrole tells everybody whether a role is there. Nobody can ask for one whose name takes a key that they don't have.
    const auto isThere = [&](const QString &name) { return session->exec(u"select to_regrole(?) is not null"_s, {name})->value().toBool(); };
    QVERIFY(isThere(m_world.root.role));
    const QByteArray known = m_world.must(u"select generation from app.installation"_s).toUtf8();
    for (const QString &guess : {u"person1@example.com"_s, u"u_person1"_s, withKey({}), withKey(known), withKey("person1@example.com"),
                                 nameOf(QCryptographicHash::hash("person1@example.com", QCryptographicHash::Sha256))})
        QVERIFY2(!isThere(u'"' + guess + u'"'), qPrintable(guess));
    QVERIFY(failureOf(*session, u"select name_key from app.installation"_s).startsWith("42501"_L1));
    QVERIFY(failureOf(*session, u"select app.role_name_of('person1@example.com')"_s).startsWith("42501"_L1));
}

void TestAccountAttacks::suspensionEndsSessionsAndSignIn() // ACC-9
{
    const Person person = m_world.addPerson(u"To Suspend"_s);
    const auto session = m_world.connect(person);
    m_world.must(u"select worker.set_user_status(?, 'suspended', 'left the company')"_s, {person.id});
    QVERIFY(failureOf(*session, u"select 1"_s).startsWith("57P01"_L1));
    QVERIFY(!m_world.connectAs(person.role, SchemaWorld::password));
    QCOMPARE(m_world.sql(u"select kind from app.audit_entries where object_id = ? order by id desc limit 1"_s, {person.id}), u"user_status_set"_s);
    m_world.must(u"select worker.set_user_status(?, 'active', 'is back')"_s, {person.id});
    QCOMPARE(failureOf(*m_world.connect(person), u"select api.whoami()"_s), QString());
}

void TestAccountAttacks::theWorkerMakesNoAdministrators()
{
    m_world.must(u"alter role tenantry_worker password 'worker'"_s);
    const auto worker = m_world.connectAs(u"tenantry_worker"_s, u"worker"_s);
    QVERIFY(worker);
    const auto verifier = scram::deriveVerifier(SchemaWorld::password, "0123456789abcdef", scram::minimumIterations);
    const QString add = u"select worker.add_account(?, 'By Worker', ?, ?)"_s;
    QVERIFY(failureOf(**worker, add, {u"one@example.com"_s, QString::fromLatin1(verifier->toText()), true}).startsWith("TY403"_L1));
    QCOMPARE(failureOf(**worker, add, {u"two@example.com"_s, QString::fromLatin1(verifier->toText()), false}), QString());
    for (const QString &statement : {u"insert into app.role_assignments default values"_s, u"set role tenantry_owner"_s, u"set role tenantry_accounts"_s, u"create role mine"_s,
                                     u"select app.set_account_role('postgres', 'x')"_s, u"update app.clock set shift = '1 day'"_s})
        QVERIFY2(failureOf(**worker, statement).startsWith("42501"_L1), qPrintable(statement));
}

void TestAccountAttacks::theWorkerBecomesNoAdministrator()
{
    m_world.must(u"alter role tenantry_worker password 'worker'"_s);
    const auto worker = m_world.connectAs(u"tenantry_worker"_s, u"worker"_s);
    QVERIFY(worker);
    const QString give = u"select worker.give_account(?, ?)"_s, stolen = u"a password that the worker chose"_s;
    const auto text = [](const QString &password) {
        return QString::fromLatin1(scram::deriveVerifier(password, "0123456789abcdef", scram::minimumIterations)->toText());
    };
    const QString refused = failureOf(**worker, give, {m_world.secondRoot.id, text(stolen)});
    QVERIFY2(refused.startsWith("TY403"_L1) && refused.contains("account.not_allowed"_L1), qPrintable(refused));
    QVERIFY(!m_world.connectAs(m_world.secondRoot.role, stolen));
    QVERIFY(m_world.connect(m_world.secondRoot));
    // Everybody else's it may set, and the owner that of an administrator.
    QCOMPARE(failureOf(**worker, give, {m_world.homeless.id, text(SchemaWorld::password)}), QString());
    QVERIFY(m_world.connect(m_world.homeless));
    QCOMPARE(m_world.sql(give, {m_world.secondRoot.id, text(SchemaWorld::password)}), m_world.secondRoot.role);
    QVERIFY(m_world.connect(m_world.secondRoot));
}

void TestAccountAttacks::theWorkerLocksNoAdministratorOut()
{
    m_world.must(u"alter role tenantry_worker password 'worker'"_s);
    const auto worker = m_world.connectAs(u"tenantry_worker"_s, u"worker"_s);
    QVERIFY(worker);
    const auto session = m_world.connect(m_world.secondRoot);
    for (const QString &status : {u"suspended"_s, u"departed"_s, u"pending_activation"_s})
        QCOMPARE(failureOf(**worker, u"select worker.set_user_status(?, '%1', 'taken over')"_s.arg(status), {m_world.secondRoot.id}).left(5), u"TY403"_s);
    QCOMPARE(failureOf(*session, u"select api.whoami()"_s), QString());
    // Whatever else its schema offers, called with such a person: they stay what they are.
    const QString administrators = u"select string_agg(u.id::text || u.status || r.role || a.role_name, ' ' order by u.id) from app.role_assignments as r join app.users as u on u.id = r.user_id"
                                   " join app.accounts as a on a.user_id = u.id where r.role = 'system_administrator'"_s;
    const QString before = m_world.must(administrators);
    const QStringList calls = m_world.must(u"select format('select worker.%I(%s)', p.proname, (select coalesce(string_agg(case t when 'uuid'::regtype then quote_literal(?) || '::uuid'"
                                           " when 'app.user_status'::regtype then quote_literal('suspended') when 'interval'::regtype then quote_literal('1 day') when 'bool'::regtype then 'true'"
                                           " when 'int4'::regtype then '5' else quote_literal('x') end, ', ' order by place), '') from unnest(p.proargtypes) with ordinality as a (t, place)))"
                                           " from pg_proc as p where p.pronamespace = 'worker'::regnamespace"_s, {m_world.secondRoot.id}).split(u'\n');
    QVERIFY(calls.size() > 8);
    for (const QString &call : calls)
        (void)failureOf(**worker, call);
    QCOMPARE(m_world.must(administrators), before);
    QVERIFY(m_world.connect(m_world.secondRoot)); // with their password
    QCOMPARE(failureOf(*session, u"select api.whoami()"_s), QString());
}

// SEC-5: PostgreSQL asks for no old password; the worker finds it, with nothing but the name
void TestAccountAttacks::aPasswordSetPastUsIsFound()
{
    m_world.must(u"alter role tenantry_worker password 'worker'"_s);
    const auto worker = m_world.connectAs(u"tenantry_worker"_s, u"worker"_s);
    QVERIFY(worker);
    const auto found = [&] {
        const auto rows = (*worker)->exec(u"select coalesce(string_agg(f, ','), '') from worker.foreign_passwords() as f"_s);
        return rows ? rows->value().toString() : server::sqlState(rows.error());
    };
    const Person person = m_world.addPerson(u"Changes Past Us"_s);
    QCOMPARE(found(), QString());
    const auto verifier = scram::deriveVerifier(u"set by whoever sat there"_s, "fedcba9876543210", scram::minimumIterations);
    QCOMPARE(failureOf(*m_world.connect(person), u"alter role current_user password '%1'"_s.arg(QString::fromLatin1(verifier->toText()))), QString());
    QCOMPARE(found(), person.role);
    QCOMPARE(found(), QString()); // told once
    QCOMPARE(m_world.must(u"select count(*) from app.security_events where kind = 'foreign_password' and actor_id = ?"_s, {person.id}), u"1"_s);
    QVERIFY(!log().contains(verifier->toText()));
    QCOMPARE(m_world.must(u"select parameters ->> 'directly' from app.notifications where kind = 'password_changed' and ?::uuid = any (audience_user_ids)"_s, {person.id}), u"true"_s);
    QCOMPARE(m_world.must(u"select count(*) from app.audit_entries where kind = 'password_changed_directly' and object_id = ?"_s, {person.id}), u"1"_s);
    // Facts §9: nor is one that takes PostgreSQL a hundred times as long to try, and which our own functions refuse to set.
    QString costly = QString::fromLatin1(verifier->toText());
    costly.replace(costly.indexOf(u'$') + 1, costly.indexOf(u':') - costly.indexOf(u'$') - 1, u"450000"_s);
    QVERIFY(m_world.sql(u"select worker.give_account(?, ?)"_s, {person.id, costly}).startsWith("ERROR TY400"_L1));
    m_world.must(u"alter role %1 password '%2'"_s.arg(person.role, SchemaWorld::password));
    QCOMPARE(found(), person.role);
    QCOMPARE(failureOf(*m_world.connect(person), u"alter role current_user password '%1'"_s.arg(costly)), QString());
    QCOMPARE(found(), person.role);
    // One that we set is none.
    const auto ours = scram::deriveVerifier(SchemaWorld::password, "0123456789abcdef", scram::minimumIterations);
    m_world.must(u"select worker.give_account(?, ?)"_s, {person.id, QString::fromLatin1(ours->toText())});
    QCOMPARE(found(), QString());
    // An account from before we kept digests is taken as it is.
    m_world.must(u"update app.accounts set verifier_digest = null where user_id = ?"_s, {person.id});
    QCOMPARE(found(), QString());
    for (const QString &statement : {u"select * from app.role_digests(array['%1']::name[])"_s.arg(person.role), u"select rolpassword from pg_authid"_s})
        QVERIFY2(failureOf(**worker, statement).startsWith("42501"_L1), qPrintable(statement));
}

void TestAccountAttacks::verifiersAreBounded_data()
{
    QTest::addColumn<QString>("verifier");
    const QString keys = u":MDEyMzQ1Njc4OWFiY2RlZg==$%1:%1"_s.arg(QString::fromLatin1(QByteArray(32, 'k').toBase64()));
    QTest::newRow("60 million iterations") << QString(u"SCRAM-SHA-256$60000000"_s + keys);
    QTest::newRow("20,001 iterations") << QString(u"SCRAM-SHA-256$20001"_s + keys);
    QTest::newRow("few iterations") << QString(u"SCRAM-SHA-256$1000"_s + keys);
    QTest::newRow("clear text") << u"password"_s;
    QTest::newRow("md5") << u"md500000000000000000000000000000000"_s;
    QTest::newRow("something behind it") << QString(u"SCRAM-SHA-256$4096"_s + keys + u"' superuser"_s);
    QTest::newRow("empty") << u""_s;
}

void TestAccountAttacks::verifiersAreBounded()
{
    QFETCH(QString, verifier);
    const QString result = m_world.sql(u"select worker.give_account(?, ?)"_s, {m_world.homeless.id, verifier});
    QVERIFY2(result.startsWith("ERROR TY400"_L1), qPrintable(result));
    QVERIFY(m_world.connect(m_world.homeless)); // the old password still is theirs
}

void TestAccountAttacks::aPasswordIsReplaced()
{
    const auto give = [&](const QString &password) {
        const auto verifier = scram::deriveVerifier(password, "0123456789abcdef", scram::minimumIterations);
        return m_world.sql(u"select worker.give_account(?, ?)"_s, {m_world.homeless.id, QString::fromLatin1(verifier->toText())});
    };
    const QString other = u"another password of the same person"_s;
    QCOMPARE(give(other), m_world.homeless.role);
    QVERIFY(m_world.cluster().personConnection(m_world.homeless.role, other));
    QVERIFY(!m_world.cluster().personConnection(m_world.homeless.role, SchemaWorld::password));
    QCOMPARE(give(SchemaWorld::password), m_world.homeless.role);
    QVERIFY(m_world.connect(m_world.homeless));
}

void TestAccountAttacks::rolesAreMadeForAccountsOnly()
{
    const auto verifier = scram::deriveVerifier(SchemaWorld::password, "0123456789abcdef", scram::minimumIterations);
    QVERIFY(verifier);
    for (const QString &role : {u"tenantry_owner"_s, u"postgres"_s, u"u_stranger"_s, u"u_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s}) {
        QVERIFY(m_world.sql(u"select app.set_account_role(?, ?)"_s, {role, QString::fromLatin1(verifier->toText())}).startsWith("ERROR TY403"_L1));
        QVERIFY(m_world.sql(u"select app.set_account_login(?, false)"_s, {role}).startsWith("ERROR TY403"_L1));
    }
}

void TestAccountAttacks::accountsAreOnePerAddress()
{
    const auto verifier = scram::deriveVerifier(SchemaWorld::password, "0123456789abcdef", scram::minimumIterations);
    QVERIFY(m_world.sql(u"select worker.add_account('PERSON1@example.COM', 'Double', ?)"_s, {QString::fromLatin1(verifier->toText())}).startsWith("ERROR TY409"_L1));
    QCOMPARE(m_world.sql(u"select count(*) from app.users where name = 'Double'"_s), u"0"_s);
}

void TestAccountAttacks::badNamesAndAddressesMakeNoAccount()
{
    const auto verifier = scram::deriveVerifier(SchemaWorld::password, "0123456789abcdef", scram::minimumIterations);
    for (const auto &[email, name] : std::initializer_list<std::pair<QString, QString>>{{u"nobody"_s, u"Name"_s}, {u"a@b.c"_s, u""_s}, {u"a@b.c"_s, u"<script>"_s}, {u""_s, u"Name"_s}})
        QVERIFY(m_world.sql(u"select worker.add_account(?, ?, ?)"_s, {email, name, QString::fromLatin1(verifier->toText())}).startsWith("ERROR TY400"_L1));
}

QTEST_GUILESS_MAIN(TestAccountAttacks)
#include "tst_accountattacks.moc"
