// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/membercommands.h"
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// EXT-1, EXT-2 on a real server.
class TestOutsiders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void outsiderLeavesEverySpace();
    void outsidersThatAreRefused();
    void outsiderWhoJoinsLeavesTheList();
    void lastGrantTakesThemOffTheList();
    void feedIsThatOfARebuild() { QCOMPARE(w.feedDifference(), QString()); }

private:
    [[nodiscard]] QString outsiders(const QString &user) const
    {
        return w.must(u"select count(*) from app.outsiders where tenant_id = ? and user_id = ?"_s,
                      {w.tenantA, user});
    }

    CommandWorld w;
    QString m_space;
};

void TestOutsiders::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_space = w.addSpace(w.ownerA);
}

// EXT-1
void TestOutsiders::outsiderLeavesEverySpace()
{
    const QString stranger = w.addCard(u"Stranger"_s, w.tenantB);
    const QString other = w.addSpace(w.ownerA);
    for (const QString &space : {m_space, other})
        w.addGrant(space, u"user"_s, stranger, u"viewer"_s);
    w.addGrant(other, u"user"_s, stranger, u"editor"_s, w.addResource(other, w.ownerA));
    w.must(u"insert into app.outsiders (tenant_id, id, user_id, since) values (?, ?, ?, now())"_s,
           {w.tenantA, w.newId(), stranger});
    const tenantry::Command command =
        outsiderRemove(UserId(QUuid::fromString(stranger)), CommandWorld::tenantId(w.tenantA));
    QCOMPARE(w.give(w.spaceAdminA, command).code(), u"command.not_allowed"_s);
    const Answer answer = w.give(w.adminA, command);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["removed"_L1].toArray().size(), 3);
    QCOMPARE(w.must(u"select count(*) from app.grants where user_id = ?"_s, {stranger}), u"0"_s);
    QCOMPARE(outsiders(stranger), u"0"_s);
    QCOMPARE(
        w.must(
            u"select count(*) from app.audit_entries where kind = 'grants_remove' and object_id in (?, ?)"_s,
            {m_space, other}),
        u"2"_s);
    QCOMPARE(
        w.must(
            u"select parameters ->> 'tenant', parameters ->> 'spaces' from app.notifications where kind = 'outsider_removed' and ?::uuid = any (audience_user_ids)"_s,
            {stranger}),
        u"Tenant A|2"_s);
    QCOMPARE(w.give(w.adminA, command).code(), u"outsider.unknown"_s);
}

// SPC-7: whoever owns a resource hands it over first
void TestOutsiders::outsidersThatAreRefused()
{
    const Person stranger = w.addPerson(u"Owning stranger"_s);
    w.moveTo(stranger, w.tenantB);
    w.addGrant(m_space, u"user"_s, stranger.id, u"editor"_s);
    w.must(u"insert into app.outsiders (tenant_id, id, user_id, since) values (?, ?, ?, now())"_s,
           {w.tenantA, w.newId(), stranger.id});
    const QString resource = w.addResource(m_space, stranger);
    const tenantry::Command command =
        outsiderRemove(CommandWorld::userId(stranger), CommandWorld::tenantId(w.tenantA));
    const Answer answer = w.give(w.adminA, command);
    QCOMPARE(answer.code(), u"outsider.owns_resources"_s);
    QCOMPARE(answer.error(u"outsider.owns_resources"_s)["parameters"_L1]["names"_L1].toString(), u"agent"_s);
    QVERIFY(w.give(w.adminA,
                   handover(CommandWorld::userId(stranger), CommandWorld::tenantId(w.tenantA),
                            {{Duty::Resource, QUuid::fromString(resource), CommandWorld::userId(w.ownerA)}},
                            u"leaves"_s))
                .isDone());
    QVERIFY(w.give(w.adminA, command).isDone());
    QCOMPARE(
        w.give(w.adminA, outsiderRemove(CommandWorld::userId(w.memberA), CommandWorld::tenantId(w.tenantA)))
            .code(),
        u"outsider.unknown"_s);
}

// EXT-2
void TestOutsiders::outsiderWhoJoinsLeavesTheList()
{
    const Person stranger = w.addPerson(u"Joining stranger"_s);
    w.addGrant(m_space, u"user"_s, stranger.id, u"viewer"_s);
    w.must(u"insert into app.outsiders (tenant_id, id, user_id, since) values (?, ?, ?, now())"_s,
           {w.tenantA, w.newId(), stranger.id});
    w.moveTo(stranger, w.tenantA);
    QCOMPARE(outsiders(stranger.id), u"0"_s);
    QCOMPARE(w.roleOn(m_space, stranger.id), u"viewer"_s);
}

// EXT-2
void TestOutsiders::lastGrantTakesThemOffTheList()
{
    const QString stranger = w.addCard(u"One grant only"_s, w.tenantB);
    const QString grant = w.addGrant(m_space, u"user"_s, stranger, u"viewer"_s);
    w.must(u"insert into app.outsiders (tenant_id, id, user_id, since) values (?, ?, ?, now())"_s,
           {w.tenantA, w.newId(), stranger});
    QVERIFY(w.give(w.ownerA,
                   w.seeingGrants(
                       grantsRemove(CommandWorld::spaceId(m_space), {CommandWorld::grantId(grant)}), {grant}))
                .isDone());
    QCOMPARE(outsiders(stranger), u"0"_s);
}

QTEST_GUILESS_MAIN(TestOutsiders)
#include "tst_outsiders.moc"
