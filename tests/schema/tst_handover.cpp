// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/leaverworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// ORG-7 on a real server: what somebody owns, leads or administers is passed on.
class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { w.prepare(); }
    void passesEverythingOn();
    void bothAreTold();
    void allOrNothing();
    void handoversThatAreRefused_data();
    void handoversThatAreRefused();
    void newHolderKeepsWhatIsMore();
    void ownerOfAResourceBecomesGuest();
    void archivedSpacesTakeTransfersOnly();
    void suspendedPeopleHandOver();
    void afterTheHandoverTheyCanGo();
    void feedIsThatOfARebuild() { QCOMPARE(w.feedDifference(), QString()); }

private:
    [[nodiscard]] tenantry::Command passing(const QList<HandoverItem> &items) const
    {
        return handover(CommandWorld::userId(w.leaver), CommandWorld::tenantId(w.tenantA), items,
                        u"leaves"_s);
    }
    [[nodiscard]] static HandoverItem item(Duty duty, const QString &id, const QString &to)
    {
        return {duty, QUuid::fromString(id), UserId(QUuid::fromString(to))};
    }

    LeaverWorld w;
};

void TestHandover::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

// ORG-7, SPC-7, SPC-10, ORG-11
void TestHandover::passesEverythingOn()
{
    const QString other = w.otherSpace;
    const Answer answer = w.give(
        w.adminA, passing({item(Duty::Space, w.space, w.heir), item(Duty::Resource, w.resource, w.heir),
                           item(Duty::Organization, w.department, w.heir),
                           item(Duty::Administration, w.administration, w.memberA.id)}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["passed"_L1].toInt(), 4);
    QCOMPARE(w.grantOf(w.heir, w.space) + w.grantOf(w.leaver.id, w.space), u"owneradministrator"_s);
    QCOMPARE(w.grantOf(w.heir, other, w.resource) + w.grantOf(w.leaver.id, other, w.resource),
             u"owneradministrator"_s);
    QCOMPARE(w.leaderOf(w.department), w.heir);
    QCOMPARE(w.must(u"select role from app.memberships where organization_id = ? and user_id = ?"_s,
                    {w.department, w.leaver.id}),
             u"member"_s);
    QCOMPARE(w.grantOf(w.memberA.id, other) + w.grantOf(w.leaver.id, other), u"administratoreditor"_s);
    QCOMPARE(answer.json["versions"_L1][w.department]["leader"_L1].toInt(),
             w.must(u"select version_leader from app.organizations where id = ?"_s, {w.department}).toInt());
    QCOMPARE(w.must(u"select count(*) from app.audit_entries where (kind, object_id) in (('handover', "
                    u"?::uuid), ('space_transfer', ?::uuid), ('resource_transfer', ?::uuid),"
                    " ('leader_handed_over', ?::uuid), ('administration_handed_over', ?::uuid))"_s,
                    {w.leaver.id, w.space, w.resource, w.department, other}),
             u"5"_s);
}

// NOT-3
void TestHandover::bothAreTold()
{
    QVERIFY(w.give(w.adminA, passing({item(Duty::Space, w.space, w.heir),
                                      item(Duty::Organization, w.department, w.heir),
                                      item(Duty::Administration, w.administration, w.memberA.id)}))
                .isDone());
    QCOMPARE(w.must(u"select parameters ->> 'to', jsonb_array_length(parameters -> 'items'), parameters ->> "
                    u"'reason', cardinality(audience_user_ids) from app.notifications"
                    " where kind = 'handed_over' and parameters ->> 'from_id' = ? order by 1"_s,
                    {w.leaver.id}),
             u"Heir|2|leaves|2\nMember A|1|leaves|2"_s);
    QCOMPARE(
        w.must(
            u"select count(*) from app.notifications where kind = 'memberships_changed' and ?::uuid = any (audience_user_ids)"_s,
            {w.heir}),
        u"1"_s);
}

void TestHandover::allOrNothing()
{
    const Answer answer =
        w.give(w.adminA, passing({item(Duty::Space, w.space, w.heir), item(Duty::Space, w.spaceA, w.heir),
                                  item(Duty::Organization, w.department, w.outsider.id)}));
    QCOMPARE(answer.codes(), (QStringList{u"handover.gone"_s, u"handover.holder_elsewhere"_s}));
    QCOMPARE(answer.error(u"handover.gone"_s)["field"_L1].toString(), u"items[1].id"_s);
    QCOMPARE(answer.error(u"handover.holder_elsewhere"_s)["field"_L1].toString(), u"items[2].to"_s);
    QCOMPARE(w.grantOf(w.leaver.id, w.space), u"owner"_s);
}

void TestHandover::handoversThatAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    for (const char *what : {"space", "resource", "organization", "administration"})
        QTest::newRow(what) << QString::fromLatin1(what) << u"handover.gone"_s; // of somebody else
    QTest::newRow("twice") << u"twice"_s << u"handover.doubled"_s;
    QTest::newRow("to themself") << u"self"_s << u"handover.holder_same"_s;
    QTest::newRow("to an outsider") << u"outsider"_s << u"handover.holder_elsewhere"_s;
    QTest::newRow("to nobody") << u"nobody"_s << u"handover.holder_elsewhere"_s;
    QTest::newRow("to somebody suspended") << u"suspended"_s << u"handover.holder_inactive"_s;
    QTest::newRow("of a stranger") << u"stranger"_s << u"membership.user_elsewhere"_s;
}

void TestHandover::handoversThatAreRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    const QHash<QString, HandoverItem> foreign{
        {u"space"_s, item(Duty::Space, w.spaceA, w.heir)},
        {u"resource"_s, item(Duty::Resource, w.resourceA, w.heir)},
        {u"organization"_s, item(Duty::Organization, w.rootOf(w.tenantA), w.heir)},
        {u"administration"_s, item(Duty::Administration, w.newId(), w.heir)}};
    const QHash<QString, QString> people{{u"self"_s, w.leaver.id},
                                         {u"outsider"_s, w.outsider.id},
                                         {u"nobody"_s, w.newId()},
                                         {u"suspended"_s, w.suspended.id}};
    QList<HandoverItem> items{foreign.value(what, item(Duty::Space, w.space, people.value(what, w.heir)))};
    if (what == "twice"_L1)
        items.append(item(Duty::Space, w.space, w.memberA.id));
    tenantry::Command command = passing(items);
    if (what == "stranger"_L1)
        command.payload.insert(u"user_id"_s, w.homeless.id);
    QCOMPARE(w.give(w.adminA, command).code(), code);
    QCOMPARE(w.grantOf(w.leaver.id, w.space), u"owner"_s);
    QCOMPARE(w.give(w.spaceAdminA, passing({item(Duty::Space, w.space, w.heir)})).code(),
             u"command.not_allowed"_s);
    QCOMPARE(w.give(w.adminB, passing({item(Duty::Space, w.space, w.heir)})).code(), u"command.not_found"_s);
}

void TestHandover::newHolderKeepsWhatIsMore()
{
    const QString other = w.otherSpace;
    w.must(u"update app.grants set expires_at = now() + interval '1 day' where id = ?"_s, {w.administration});
    // The owner gets the administration of their own space: they stay owner.
    QVERIFY(w.give(w.adminA, passing({item(Duty::Administration, w.administration, w.ownerA.id)})).isDone());
    QCOMPARE(w.grantOf(w.ownerA.id, other), u"owner"_s);
    // An heir with an end of their own becomes owner without one (SPC-10).
    w.addGrant(w.space, u"user"_s, w.heir, u"viewer"_s);
    w.must(u"update app.grants set expires_at = now() + interval '1 day' where user_id = ?"_s, {w.heir});
    QVERIFY(w.give(w.adminA, passing({item(Duty::Space, w.space, w.heir)})).isDone());
    QCOMPARE(
        w.must(
            u"select role, expires_at is null, count(*) over () from app.grants where space_id = ? and user_id = ?"_s,
            {w.space, w.heir}),
        u"owner|t|1"_s);
}

// PRM-9
void TestHandover::ownerOfAResourceBecomesGuest()
{
    const QString other = w.otherSpace;
    QVERIFY(w.give(w.adminA, passing({item(Duty::Resource, w.resource, w.heir)})).isDone());
    QCOMPARE(w.grantOf(w.heir, other), u"guest"_s);
    QCOMPARE(w.must(u"select app.role_on_resource(?, ?)"_s, {w.heir, w.resource}), u"owner"_s);
}

// SPC-9
void TestHandover::archivedSpacesTakeTransfersOnly()
{
    w.must(u"update app.spaces set archived = true where id in (?, ?)"_s, {w.space, w.otherSpace});
    const Answer refused = w.give(w.adminA, passing({item(Duty::Space, w.space, w.heir), item(Duty::Administration, w.administration, w.heir)}));
    QCOMPARE(refused.code(), u"space.archived"_s);
    QCOMPARE(refused.error(u"space.archived"_s).value("field"_L1).toString(), u"items[1].id"_s);
    QCOMPARE(w.grantOf(w.heir, w.space) + w.grantOf(w.heir, w.otherSpace), QString());
    const Answer answer = w.give(w.adminA, passing({item(Duty::Space, w.space, w.heir), item(Duty::Resource, w.resource, w.heir)}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(w.grantOf(w.heir, w.space) + w.grantOf(w.heir, w.otherSpace, w.resource), u"ownerowner"_s);
}

// ORG-7
void TestHandover::suspendedPeopleHandOver()
{
    QVERIFY(w.give(w.adminA, w.suspending(w.leaver)).isDone());
    QVERIFY(w.give(w.adminA, passing({item(Duty::Space, w.space, w.heir)})).isDone());
    QCOMPARE(w.grantOf(w.heir, w.space), u"owner"_s);
}

// ORG-6, ORG-7
void TestHandover::afterTheHandoverTheyCanGo()
{
    const auto removing = [&] {
        return w.seeingMemberships(
            memberRemove(CommandWorld::userId(w.leaver), CommandWorld::tenantId(w.tenantA), u"leaves"_s),
            w.leaver);
    };
    QCOMPARE(w.give(w.adminA, removing()).code(), u"member.has_duties"_s);
    QVERIFY(w.give(w.adminA,
                   passing({item(Duty::Space, w.space, w.heir), item(Duty::Resource, w.resource, w.heir),
                            item(Duty::Organization, w.department, w.heir)}))
                .isDone());
    QVERIFY(w.give(w.adminA, removing()).isDone());
    QCOMPARE(w.roleOn(w.space, w.leaver.id), QString());
}

QTEST_GUILESS_MAIN(TestHandover)
#include "tst_handover.moc"
