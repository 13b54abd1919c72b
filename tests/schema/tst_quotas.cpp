// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/commandworld.h"

#include <QTest>

#include <barrier>
#include <thread>
#include <vector>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// OPS-2, SPC-1, EXT-2: the lower of the plan's limit and the tenant's own, which racing creations can't
/// exceed either.
class TestQuotas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theLowerLimitCounts_data();
    void theLowerLimitCounts();
    void racingSpacesStayWithin();
    void racingOutsidersStayWithin();
    void outsidersAreCountedOnce();
    void overQuotaLosesNothing();

private:
    static constexpr int racers = 12;
    using Give = std::function<Answer(server::Connection &, int)>;
    /// All at the same moment, each over a connection of their own.
    [[nodiscard]] std::vector<Answer> race(const Give &give);
    void limit(const QString &thing, const QVariant &plan, const QVariant &own = {});
    [[nodiscard]] tenantry::Command create() const
    {
        return spaceCreate(CommandWorld::spaceId(CommandWorld::newId()), CommandWorld::tenantId(w.tenantA),
                           {.name = u"Racer"_s, .edition = u"basic"_s, .modules = {u"bots"_s}});
    }
    [[nodiscard]] static GrantWish viewer(const QString &space, const QString &user)
    {
        return {.id = CommandWorld::newGrantId(),
                .objectId = QUuid::fromString(space),
                .subjectId = QUuid::fromString(user)};
    }
    [[nodiscard]] int spaces() const
    {
        return w.must(u"select count(*) from app.spaces where tenant_id = ?"_s, {w.tenantA}).toInt();
    }
    [[nodiscard]] int outsiders() const
    {
        return w.must(u"select count(*) from app.outsiders where tenant_id = ?"_s, {w.tenantA}).toInt();
    }

    CommandWorld w;
    std::vector<Person> m_people; ///< of tenant A; each signs in
};

void TestQuotas::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    for (int i = 0; i < racers; ++i)
        m_people.push_back(w.addMember(u"Racer "_s + QChar(u'A' + i)));
    w.must(u"insert into app.settings (id, tenant_id, key, value, public) values (app.uuid7(), ?, "
           u"'space_creation', '\"all\"', true)"
           " on conflict (tenant_id, key) do update set value = '\"all\"'"_s,
           {w.tenantA});
}

void TestQuotas::limit(const QString &thing, const QVariant &plan, const QVariant &own)
{
    w.must(
        u"update app.settings set value = value || jsonb_build_object(?::text, ?::bigint) where tenant_id = ? and key = 'quotas'"_s,
        {thing, plan, w.tenantA});
    w.must(u"delete from app.settings where tenant_id = ? and key = ?"_s,
           {w.tenantA, QString(thing + u"_limit"_s)});
    if (!own.isNull())
        w.must(
            u"insert into app.settings (id, tenant_id, key, value) values (app.uuid7(), ?, ?, to_jsonb(?::bigint))"_s,
            {w.tenantA, QString(thing + u"_limit"_s), own});
}

std::vector<Answer> TestQuotas::race(const Give &give)
{
    std::barrier start(racers);
    std::vector<Answer> answers(racers);
    std::vector<std::thread> threads;
    for (int i = 0; i < racers; ++i) {
        threads.emplace_back([&, i] {
            const auto connection = w.connect(m_people[size_t(i)]);
            start.arrive_and_wait();
            answers[size_t(i)] = give(*connection, i);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return answers;
}

void TestQuotas::theLowerLimitCounts_data()
{
    QTest::addColumn<QVariant>("plan"); // as many as there are and so many more; invalid: no limit
    QTest::addColumn<QVariant>("own");
    QTest::addColumn<QString>("code");
    QTest::newRow("neither") << QVariant() << QVariant() << QString();
    QTest::newRow("room for one") << QVariant(1) << QVariant(1) << QString();
    QTest::newRow("the plan is full") << QVariant(0) << QVariant() << u"quota.spaces"_s;
    QTest::newRow("the plan, the own is higher") << QVariant(0) << QVariant(5) << u"quota.spaces"_s;
    QTest::newRow("the own") << QVariant(5) << QVariant(0) << u"quota.spaces_limit"_s;
    QTest::newRow("the own alone") << QVariant() << QVariant(0) << u"quota.spaces_limit"_s;
    QTest::newRow("both alike") << QVariant(0) << QVariant(0) << u"quota.spaces"_s;
    QTest::newRow("far beyond, after a smaller plan") << QVariant(-1) << QVariant() << u"quota.spaces"_s;
}

void TestQuotas::theLowerLimitCounts()
{
    QFETCH(QVariant, plan);
    QFETCH(QVariant, own);
    QFETCH(QString, code);
    const int now = spaces();
    const auto above = [&](const QVariant &more) {
        return more.isValid() ? QVariant(now + more.toInt()) : QVariant(QMetaType::fromType<qlonglong>());
    };
    limit(u"spaces"_s, above(plan), own.isValid() ? above(own) : QVariant());
    const Answer answer = w.give(w.adminA, create());
    QCOMPARE(answer.code(), code);
    if (!code.isEmpty()) {
        const QVariant tightest = code == u"quota.spaces"_s ? plan : own;
        QCOMPARE(answer.error(code).value("parameters"_L1).toObject(),
                 (QJsonObject{{u"limit"_s, now + tightest.toInt()}, {u"used"_s, now}, {u"wanted"_s, 1}}));
        QCOMPARE(spaces(), now);
    }
}

void TestQuotas::racingSpacesStayWithin()
{
    for (int round = 0; round < 5; ++round) {
        const int room = 4, before = spaces();
        limit(u"spaces"_s, before + room);
        int done = 0;
        for (const Answer &answer : race([&](server::Connection &connection, int) {
                 return CommandWorld::give(connection, create());
             })) {
            QVERIFY2(answer.isDone() || answer.code() == u"quota.spaces"_s, qPrintable(answer.text()));
            done += answer.isDone() ? 1 : 0;
        }
        QCOMPARE(done, room);
        QCOMPARE(spaces(), before + room);
    }
}

// Each in a space of their own, so that nothing but the quota makes them wait.
void TestQuotas::racingOutsidersStayWithin()
{
    QStringList own;
    for (const Person &person : m_people)
        own.append(w.addSpace(person));
    for (int round = 0; round < 5; ++round) {
        const int room = 5, before = outsiders();
        limit(u"outsiders"_s, before + room);
        QStringList strangers;
        for (int i = 0; i < racers; ++i)
            strangers.append(w.addCard(u"Stranger"_s, w.tenantB));
        int done = 0;
        for (const Answer &answer : race([&](server::Connection &connection, int i) {
                 return CommandWorld::give(connection, grantsSet(CommandWorld::spaceId(own.at(i)),
                                                                 {viewer(own.at(i), strangers.at(i))}));
             })) {
            QVERIFY2(answer.isDone() || answer.code() == u"quota.outsiders"_s, qPrintable(answer.text()));
            done += answer.isDone() ? 1 : 0;
        }
        QCOMPARE(done, room);
        QCOMPARE(outsiders(), before + room);
    }
}

// Twelve who add the same stranger fill one place.
void TestQuotas::outsidersAreCountedOnce()
{
    const QString stranger = w.addCard(u"Everybody's"_s, w.tenantB);
    limit(u"outsiders"_s, outsiders() + 1);
    QStringList own;
    for (const Person &person : m_people)
        own.append(w.addSpace(person));
    for (const Answer &answer : race([&](server::Connection &connection, int i) {
             return CommandWorld::give(
                 connection, grantsSet(CommandWorld::spaceId(own.at(i)), {viewer(own.at(i), stranger)}));
         }))
        QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    const Answer full = w.give(m_people[0], grantsSet(CommandWorld::spaceId(own[0]),
                                                      {viewer(own[0], w.addCard(u"One more"_s, w.tenantB)),
                                                       viewer(own[0], w.memberA.id)}));
    QCOMPARE(full.code(), u"quota.outsiders"_s);
    QCOMPARE(full.error(full.code()).value("parameters"_L1).toObject().value("wanted"_L1).toInt(), 1);
    QCOMPARE(w.roleOn(own[0], w.memberA.id), QString()); // all or none
}

// OPS-2: a limit below what there is takes nothing away and stands in the way of nothing but more.
void TestQuotas::overQuotaLosesNothing()
{
    const int spacesBefore = spaces(), outsidersBefore = outsiders();
    limit(u"spaces"_s, 1);
    limit(u"outsiders"_s, 0);
    const QString space = w.addSpace(w.ownerA);
    QVERIFY(w.give(w.ownerA,
                   w.seeingSpace(spaceEdit(CommandWorld::spaceId(space), {.name = u"Still mine"_s}), space))
                .isDone());
    // An outsider who is there already gets more.
    QVERIFY(
        w.give(w.ownerA, grantsSet(CommandWorld::spaceId(space), {viewer(space, w.outsider.id)})).isDone());
    QCOMPARE(spaces(), spacesBefore + 1);
    QCOMPARE(outsiders(), outsidersBefore);
}

QTEST_GUILESS_MAIN(TestQuotas)
#include "tst_quotas.moc"
