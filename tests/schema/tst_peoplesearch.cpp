// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/commandworld.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// MEM-9 and MEM-3: the search over the whole platform, asked by real roles.
class TestPeopleSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void findsByEveryField_data();
    void findsByEveryField();
    void othersAreMaskedButForTheMatch_data();
    void othersAreMaskedButForTheMatch();
    void ownTenantIsShown();
    void platformSettingUncovers();
    void onlyActivePeopleOfWorkingTenants();
    void atMostFifty();
    void textsThatAreRefused_data();
    void textsThatAreRefused();
    void whoMaySearch();
    void everySearchIsLogged();
    void aRollbackUndoesTheCountButNotTheLog();
    void massSearchingIsAnEventAndEnds();
    void patternCharactersAreText();
    void commonTextsAmongMany();
    void applicantsFindAnAdministratorByWholeNames();
    void whoMayLookForAnAdministrator();

private:
    [[nodiscard]] QJsonObject ask(const Person &person, const QString &text, QString *failure = nullptr);
    [[nodiscard]] QStringList names(const Person &person, const QString &text);
    QString addPrivate(const QString &name, const QString &tenant, const QString &email, const QString &phone,
                       const QString &mis) const;
    [[nodiscard]] QByteArray log();

    CommandWorld w;
    QString m_zhang;
};

void TestPeopleSearch::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_zhang = addPrivate(u"张伟民"_s, w.tenantB, u"weimin.z@mail.example.com"_s, u"+86 138-1234 5678"_s,
                         u"zhangweimin07"_s);
    (void)addPrivate(u"李娜"_s, w.tenantA, u"lina@mail.example.com"_s, u"13987654321"_s, u"lina02"_s);
    (void)addPrivate(u"O'Brien-Smith"_s, w.tenantB, u"ob@mail.example.com"_s, {}, {});
}

void TestPeopleSearch::init()
{
    w.must(u"delete from app.search_counts"_s);
}

QString TestPeopleSearch::addPrivate(const QString &name, const QString &tenant, const QString &email,
                                     const QString &phone, const QString &mis) const
{
    const QString id = w.addCard(name, tenant);
    w.must(
        u"insert into app.user_privates (id, email, phone, mis) values (?, ?, nullif(?, ''), nullif(?, ''))"_s,
        {id, email, phone.isNull() ? u""_s : phone, mis.isNull() ? u""_s : mis});
    return id;
}

QJsonObject TestPeopleSearch::ask(const Person &person, const QString &text, QString *failure)
{
    const auto connection = w.connect(person);
    const auto rows =
        connection->exec(u"select api.search_people(jsonb_build_object('text', ?::text))"_s, {text});
    if (!rows && failure)
        *failure = server::sqlState(rows.error()) + u' ' +
                   rows.error().parameters.value(u"message"_s).toString().section(u'\n', 0, 0);
    return rows ? QJsonDocument::fromJson(rows->value().toString().toUtf8()).object() : QJsonObject();
}

QStringList TestPeopleSearch::names(const Person &person, const QString &text)
{
    QStringList names;
    const QJsonArray people = ask(person, text)["people"_L1].toArray();
    for (const QJsonValue &hit : people)
        names.append(hit["name"_L1].toString());
    names.sort();
    return names;
}

void TestPeopleSearch::findsByEveryField_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("matched");
    QTest::newRow("name") << u"张伟民"_s << u"name"_s;
    QTest::newRow("part of a name") << u"伟民"_s << u"name"_s;
    QTest::newRow("e-mail") << u"WEIMIN.Z@mail.example.com"_s << u"email"_s;
    QTest::newRow("part of an e-mail and of the MIS account") << u"weimin"_s << u"email,mis"_s;
    QTest::newRow("MIS") << u"zhangweimin07"_s << u"mis"_s;
    QTest::newRow("phone as written") << u"138-1234 5678"_s << u"phone"_s;
    QTest::newRow("phone, digits only") << u"13812345678"_s << u"phone"_s;
    QTest::newRow("phone, grouped otherwise") << u"138 1234 56"_s << u"phone"_s;
    QTest::newRow("last digits") << u"5678"_s << u"phone"_s;
    QTest::newRow("blanks around it") << u"  伟民 "_s << u"name"_s;
}

// MEM-3
void TestPeopleSearch::findsByEveryField()
{
    QFETCH(QString, text);
    QFETCH(QString, matched);
    const QJsonArray people = ask(w.adminA, text)["people"_L1].toArray();
    QCOMPARE(people.size(), 1);
    const QJsonObject hit = people.first().toObject();
    QCOMPARE(hit["id"_L1].toString(), m_zhang);
    QStringList fields;
    for (const QJsonValue &field : hit["matched"_L1].toArray())
        fields.append(field.toString());
    QCOMPARE(fields.join(u','), matched);
}

void TestPeopleSearch::othersAreMaskedButForTheMatch_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("email");
    const QString noPhone = u"+** ***-**** ****"_s, noEmail = u"******.*@****.*******.***"_s;
    QTest::newRow("by name") << u"张伟民"_s << noPhone << noEmail;
    QTest::newRow("by part of the phone") << u"345 67"_s << u"+** ***-**34 567*"_s << noEmail;
    QTest::newRow("by part of the e-mail") << u"imin.z"_s << noPhone << u"**imin.z@****.*******.***"_s;
    QTest::newRow("by MIS") << u"min07"_s << noPhone << noEmail;
}

// MEM-9
void TestPeopleSearch::othersAreMaskedButForTheMatch()
{
    QFETCH(QString, text);
    QFETCH(QString, phone);
    QFETCH(QString, email);
    for (const Person &actor :
         {w.adminA, w.root}) { // the platform team belongs to another tenant too (ROL-2)
        const QJsonObject hit = ask(actor, text)["people"_L1].toArray().first().toObject();
        QCOMPARE(hit["phone"_L1].toString(), phone);
        QCOMPARE(hit["email"_L1].toString(), email);
        QCOMPARE(hit["same_tenant"_L1].toBool(), false);
    }
}

void TestPeopleSearch::ownTenantIsShown()
{
    const QJsonObject hit = ask(w.adminA, u"李娜"_s)["people"_L1].toArray().first().toObject();
    QCOMPARE(hit["phone"_L1].toString(), u"13987654321"_s);
    QCOMPARE(hit["email"_L1].toString(), u"lina@mail.example.com"_s);
    QCOMPARE(hit["mis"_L1].toString(), u"lina02"_s);
    QCOMPARE(hit["same_tenant"_L1].toBool(), true);
}

void TestPeopleSearch::platformSettingUncovers()
{
    w.must(u"update app.settings set value = 'false' where key = 'mask_contacts_of_other_tenants'"_s);
    QCOMPARE(ask(w.adminA, u"张伟民"_s)["people"_L1].toArray().first()["phone"_L1].toString(),
             u"+86 138-1234 5678"_s);
    w.must(u"update app.settings set value = 'true' where key = 'mask_contacts_of_other_tenants'"_s);
}

void TestPeopleSearch::onlyActivePeopleOfWorkingTenants()
{
    const QString tenant = w.addTenant(w.addPerson(u"Admin of cold"_s), u"Cold"_s, u"cold"_s);
    for (const QString &status : {u"suspended"_s, u"departed"_s, u"pending_activation"_s})
        (void)w.addCard(u"Findable %1"_s.arg(status.left(3)), w.tenantB, status);
    const QString cold = addPrivate(u"Findable cold"_s, tenant, u"findable@cold.example.com"_s, {}, {});
    (void)addPrivate(u"Findable here"_s, w.tenantB, u"findable@here.example.com"_s, {}, {});
    QCOMPARE(names(w.adminA, u"findable"_s), (QStringList{u"Findable cold"_s, u"Findable here"_s}));
    w.must(u"update app.tenants set state = 'frozen' where id = ?"_s, {tenant});
    QCOMPARE(names(w.adminA, u"findable"_s), (QStringList{u"Findable here"_s}));
}

void TestPeopleSearch::atMostFifty()
{
    for (int i = 0; i < 51; ++i)
        (void)addPrivate(u"Numerous %1"_s.arg(QChar(u'a' + i % 26)), w.tenantB,
                         u"numerous%1@mail.example.com"_s.arg(i), {}, {});
    (void)addPrivate(u"Numerous"_s, w.tenantB, u"exactly@mail.example.com"_s, {}, {});
    const QJsonObject answer = ask(w.adminA, u"numerous"_s);
    QCOMPARE(answer["people"_L1].toArray().size(), 50);
    QCOMPARE(answer["more"_L1].toBool(), true);
    QCOMPARE(answer["people"_L1].toArray().first()["name"_L1].toString(),
             u"Numerous"_s); // the exact one first
    QCOMPARE(ask(w.adminA, u"李娜"_s)["more"_L1].toBool(), false);
}

void TestPeopleSearch::textsThatAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << u""_s << u"search.too_short"_s;
    QTest::newRow("one character") << u"张"_s << u"search.too_short"_s;
    QTest::newRow("one character and blanks") << u" 张  "_s << u"search.too_short"_s;
    QTest::newRow("101 characters") << QString(101, u'x') << u"rule.too_long"_s;
}

void TestPeopleSearch::textsThatAreRefused()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QString failure;
    (void)ask(w.adminA, text, &failure);
    QVERIFY2(failure.startsWith("TY001"_L1) && failure.contains(code), qPrintable(failure));
    QVERIFY(
        failureOf(*w.connect(w.adminA), u"select api.search_people('{}')"_s).contains("search.too_short"_L1));
}

// MEM-9, EXT-2: whoever may add nobody anywhere of their own
void TestPeopleSearch::whoMaySearch()
{
    const auto may = [&](const Person &person) {
        QString failure;
        (void)ask(person, u"张伟民"_s, &failure);
        return failure.isEmpty() ? u"yes"_s : failure.contains("search.not_allowed"_L1) ? u"no"_s : failure;
    };
    QCOMPARE(may(w.root), u"yes"_s);
    QCOMPARE(may(w.adminA), u"yes"_s);
    QCOMPARE(may(w.ownerA), u"yes"_s);
    QCOMPARE(may(w.spaceAdminA), u"yes"_s);
    QCOMPARE(may(w.memberA), u"no"_s);
    QCOMPARE(may(w.outsider), u"no"_s);
    QCOMPARE(may(w.homeless), u"no"_s);
    const QString grant = w.addGrant(w.spaceA, u"user"_s, w.memberA.id, u"editor"_s);
    QCOMPARE(may(w.memberA), u"no"_s);
    w.must(u"update app.grants set role = 'administrator', resource_id = ? where id = ?"_s,
           {w.resourceA, grant}); // MEM-10
    QCOMPARE(may(w.memberA), u"yes"_s);
    w.must(u"update app.grants set expires_at = now() - interval '1 second' where id = ?"_s, {grant});
    QCOMPARE(may(w.memberA), u"no"_s);
    // An outsider who administers a space of others searches nobody's platform.
    w.must(u"update app.grants set role = 'administrator' where user_id = ?"_s, {w.outsider.id});
    QCOMPARE(may(w.outsider), u"no"_s);
}

QByteArray TestPeopleSearch::log()
{
    QFile file(w.cluster().directory() + u"/server.log"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// OPM-6: also what is rolled back; no word of what was searched for
void TestPeopleSearch::everySearchIsLogged()
{
    const auto connection = w.connect(w.adminA);
    const auto lines = [&] { return log().count("\"search_people\""); };
    const qsizetype before = lines();
    auto transaction = server::Transaction::begin(*connection);
    QVERIFY(transaction);
    QVERIFY(connection->exec(u"select api.search_people('{\"text\": \"zhangweimin07\"}')"_s));
    transaction->rollback();
    QTRY_COMPARE(lines(), before + 1);
    QVERIFY(log().contains(w.adminA.id.toUtf8()));
    QVERIFY(!log().contains("zhangweimin07") && !log().contains("张伟民"));
}

// Facts §9: what a person rolls back is not counted, so that the log's lines are what mass searching is found by
void TestPeopleSearch::aRollbackUndoesTheCountButNotTheLog()
{
    const auto connection = w.connect(w.adminA);
    const auto lines = [&] { return log().count("\"search_people\""); };
    const qsizetype before = lines();
    for (int i = 0; i < 5; ++i) {
        auto transaction = server::Transaction::begin(*connection);
        QVERIFY(transaction);
        QCOMPARE(failureOf(*connection, u"select api.search_people('{\"text\": \"nobody at all\"}')"_s), QString());
        transaction->rollback();
    }
    QCOMPARE(w.must(u"select count(*) from app.search_counts"_s), u"0"_s);
    QTRY_COMPARE(lines(), before + 5);
    // Who has used up what is allowed is not helped by it.
    w.must(u"insert into app.search_counts values (?, now(), 1000)"_s, {w.adminA.id});
    auto transaction = server::Transaction::begin(*connection);
    QVERIFY(transaction);
    QVERIFY(failureOf(*connection, u"select api.search_people('{\"text\": \"nobody at all\"}')"_s).contains("search.too_many"_L1));
}

// OPM-7
void TestPeopleSearch::massSearchingIsAnEventAndEnds()
{
    const auto connection = w.connect(w.adminA);
    const auto search = [&] {
        return failureOf(*connection, u"select api.search_people('{\"text\": \"nobody at all\"}')"_s);
    };
    w.must(u"insert into app.search_counts values (?, now(), 198)"_s, {w.adminA.id});
    QCOMPARE(search(), QString());
    QVERIFY(!log().contains("mass_search"));
    QCOMPARE(search(), QString());
    QTRY_VERIFY(log().contains("mass_search"));
    w.must(u"update app.search_counts set searches = 1000"_s);
    QVERIFY2(search().contains("search.too_many"_L1), qPrintable(search()));
    w.must(u"update app.search_counts set since = now() - interval '11 minutes'"_s);
    QCOMPARE(search(), QString());
    QCOMPARE(w.must(u"select searches from app.search_counts"_s), u"1"_s);
}

void TestPeopleSearch::patternCharactersAreText()
{
    QCOMPARE(names(w.adminA, u"%%"_s), QStringList());
    QCOMPARE(names(w.adminA, u"__"_s), QStringList());
    QCOMPARE(names(w.adminA, u"'; drop table app.users; --"_s), QStringList());
    QCOMPARE(names(w.adminA, u"o'brien-s"_s), (QStringList{u"O'Brien-Smith"_s}));
    QCOMPARE(names(w.adminA, u"(\\"_s), QStringList());
}

// Where thousands have the text, some of them are found through a sample of the table: active ones only,
// whoever stands before them.
void TestPeopleSearch::commonTextsAmongMany()
{
    w.must(u"with made as (insert into app.users (id, tenant_id, name, status, primary_organization_id, "
           u"created_at)"
           " select app.uuid7(), t.id, 'Crowd ' || i, case when i <= 7000 then 'suspended'::app.user_status "
           "else 'active' end, t.root_organization_id, app.now()"
           " from app.tenants as t, generate_series(1, 9000) as i where t.id = ? returning id),"
           " joined as (insert into app.memberships (tenant_id, id, user_id, organization_id, since)"
           " select t.id, app.uuid7(), m.id, t.root_organization_id, app.now() from made as m, app.tenants "
           "as t where t.id = ?)"
           " insert into app.user_privates (id, email) select id, id || '@crowd.example' from made"_s,
           {w.tenantB, w.tenantB});
    w.must(u"analyze app.users"_s);
    w.must(u"analyze app.user_privates"_s);
    QVERIFY(w.must(u"select app.sample_percent('app.users', 2000) < 100"_s) == u"t"_s);
    for (const QString &text : {u"crowd"_s, u"@crowd.example"_s, u"rowd 8"_s}) {
        const QJsonObject answer = ask(w.adminA, text);
        QCOMPARE(answer["people"_L1].toArray().size(), 50);
        QCOMPARE(answer["more"_L1].toBool(), true);
        for (const QJsonValue &hit : answer["people"_L1].toArray())
            QCOMPARE(w.must(u"select status from app.users where id = ?"_s, {hit["id"_L1].toString()}),
                     u"active"_s);
    }
    QCOMPARE(names(w.adminA, u"crowd 8999"_s), QStringList(u"Crowd 8999"_s));
    QCOMPARE(names(w.adminA, u"crowd 69"_s), QStringList()); // of suspended ones only
    QCOMPARE(names(w.adminA, u"张伟民"_s), QStringList(u"张伟民"_s));
}

// TEN-1, OPM-8: who is named exactly, and nobody else
void TestPeopleSearch::applicantsFindAnAdministratorByWholeNames()
{
    const QString future = addPrivate(u"Future Administrator"_s, w.defaultTenant,
                                      u"future@mail.example.com"_s, u"13500001111"_s, u"future01"_s);
    (void)addPrivate(u"Future Administrator"_s, w.tenantB, u"elsewhere@mail.example.com"_s, {},
                     u"future02"_s);
    (void)addPrivate(u"Future Nobody"_s, w.defaultTenant, u"nobody@mail.example.com"_s, {}, u"future03"_s);
    const auto connection = w.connect(w.homeless);
    const auto find = [&](const QString &text) {
        const auto rows =
            connection->exec(u"select api.find_administrator(jsonb_build_object('text', ?::text))"_s, {text});
        return rows ? QJsonDocument::fromJson(rows->value().toString().toUtf8())["people"_L1].toArray()
                    : QJsonArray{u"failed"_s};
    };
    for (const QString &text : {u"future administrator"_s, u" FUTURE01 "_s}) {
        const QJsonArray people = find(text);
        QCOMPARE(people.size(), 1);
        QCOMPARE(people[0]["id"_L1].toString(), future);
        QCOMPARE(people[0]["email"_L1].toString(), u"******@****.*******.***"_s);
        QCOMPARE(people[0]["phone"_L1].toString(), u"***********"_s);
    }
    for (const QString &text : {u"future"_s, u"administrator"_s, u"future02"_s, u"future@mail.example.com"_s,
                                u"13500001111"_s, u"uture01"_s})
        QCOMPARE(find(text), QJsonArray());
    w.must(u"update app.users set status = 'suspended' where id = ?"_s, {future});
    QCOMPARE(find(u"future01"_s), QJsonArray());
    QTRY_VERIFY(log().contains("\"find_administrator\""));
    QVERIFY(!log().contains("future01"));
}

void TestPeopleSearch::whoMayLookForAnAdministrator()
{
    const auto may = [&](const Person &person) {
        return failureOf(*w.connect(person), u"select api.find_administrator('{\"text\": \"anybody\"}')"_s);
    };
    QCOMPARE(may(w.homeless), QString());
    QCOMPARE(may(w.root), QString());
    for (const Person &person : {w.adminA, w.memberA, w.outsider})
        QVERIFY2(may(person).contains("search.not_applicant"_L1), qPrintable(may(person)));
    w.must(
        u"insert into app.search_counts values (?, now(), 60) on conflict (user_id) do update set searches = 60"_s,
        {w.homeless.id});
    QVERIFY2(may(w.homeless).contains("search.too_many"_L1), qPrintable(may(w.homeless)));
}

QTEST_GUILESS_MAIN(TestPeopleSearch)
#include "tst_peoplesearch.moc"
