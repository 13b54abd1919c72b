// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/leaverworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// ORG-8 on a real server.
class TestAccessCopy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { w.prepare(); }
    void copiesWhatIsChosen();
    void copyingGivesNeverLess();
    void copyingFollowsTheRulesOfGrants();
    void copiesThatAreRefused_data();
    void copiesThatAreRefused();
    void feedIsThatOfARebuild() { QCOMPARE(w.feedDifference(), QString()); }

private:
    [[nodiscard]] tenantry::Command copying(const AccessChoice &choice, const QString &to = {}) const
    {
        return accessCopy(CommandWorld::userId(w.leaver),
                          UserId(QUuid::fromString(to.isEmpty() ? w.heir : to)),
                          CommandWorld::tenantId(w.tenantA), choice, u"replaces"_s);
    }

    LeaverWorld w;
};

void TestAccessCopy::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

// ORG-8
void TestAccessCopy::copiesWhatIsChosen()
{
    const QString group = w.addGroup(w.tenantA, {w.leaver.id}), space = w.addSpace(w.ownerA),
                  unchosen = w.addSpace(w.ownerA);
    w.addGrant(unchosen, u"user"_s, w.leaver.id, u"viewer"_s);
    const QString editor = w.addGrant(space, u"user"_s, w.leaver.id, u"editor"_s);
    const QString owner =
        w.must(u"select id from app.grants where space_id = ? and role = 'owner'"_s, {w.space});
    w.must(u"update app.grants set expires_at = now() + interval '10 days' where id = ?"_s, {editor});
    const Answer answer =
        w.give(w.adminA, copying({.grants = {CommandWorld::grantId(editor), CommandWorld::grantId(owner)},
                                  .groups = {RoleGroupId(QUuid::fromString(group))},
                                  .organizations = {CommandWorld::organizationId(w.department)}}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["granted"_L1].toArray().size(), 2);
    QCOMPARE(w.grantOf(w.heir, space) + w.grantOf(w.heir, w.space) + w.grantOf(w.heir, unchosen),
             u"editoradministrator"_s); // ownership is not copied
    QCOMPARE(
        w.must(
            u"select count(distinct expires_at) from app.grants where space_id = ? and user_id in (?, ?)"_s,
            {space, w.heir, w.leaver.id}),
        u"1"_s);
    QCOMPARE(w.must(u"select count(*) from app.role_group_members where group_id = ?"_s, {group}), u"2"_s);
    QCOMPARE(w.must(u"select role from app.memberships where organization_id = ? and user_id = ?"_s,
                    {w.department, w.heir}),
             u"member"_s);
    QCOMPARE(w.leaderOf(w.department), w.leaver.id);
    QCOMPARE(answer.json["versions"_L1][w.heir]["memberships"_L1].toInt(),
             w.must(u"select version_memberships from app.users where id = ?"_s, {w.heir}).toInt());
    QCOMPARE(
        w.must(
            u"select parameters ->> 'from', parameters ->> 'reason', jsonb_array_length(parameters -> 'effect') from app.notifications where kind = 'access_copied' and ?::uuid = any (audience_user_ids)"_s,
            {w.heir}),
        u"Leaver|replaces|2"_s);
    QCOMPARE(
        w.must(
            u"select jsonb_array_length(d.detail -> 'after' -> 'grants') from app.audit_entries as e join app.audit_details as d on d.entry_id = e.id where e.kind = 'access_copy' and e.object_id = ?"_s,
            {w.heir}),
        u"2"_s);
}

void TestAccessCopy::copyingGivesNeverLess()
{
    const QString space = w.addSpace(w.ownerA);
    const QString viewer = w.addGrant(space, u"user"_s, w.leaver.id, u"viewer"_s);
    w.addGrant(space, u"user"_s, w.heir, u"editor"_s);
    const Answer answer = w.give(w.adminA, copying({.grants = {CommandWorld::grantId(viewer)}}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["granted"_L1].toArray().size(), 0);
    QCOMPARE(w.grantOf(w.heir, space), u"editor"_s);
    // More, or the same for longer, replaces it.
    w.must(u"update app.grants set role = 'administrator' where id = ?"_s, {viewer});
    QVERIFY(w.give(w.adminA, copying({.grants = {CommandWorld::grantId(viewer)}})).isDone());
    QCOMPARE(w.grantOf(w.heir, space), u"administrator"_s);
    // What has run out makes room.
    w.must(
        u"update app.grants set expires_at = now() - interval '1 day' where space_id = ? and user_id = ?"_s,
        {space, w.heir});
    w.must(u"update app.grants set role = 'viewer' where id = ?"_s, {viewer});
    QVERIFY(w.give(w.adminA, copying({.grants = {CommandWorld::grantId(viewer)}})).isDone());
    QCOMPARE(w.roleOn(space, w.heir), u"viewer"_s);
}

// SPC-9, SPC-11: what the actor couldn't grant they can't copy
void TestAccessCopy::copyingFollowsTheRulesOfGrants()
{
    const QString onResource = w.must(u"select id from app.grants where resource_id = ?"_s, {w.resource});
    QCOMPARE(w.give(w.adminA, copying({.grants = {CommandWorld::grantId(onResource)}})).code(),
             u"grant.contents"_s);
    const QString space = w.addSpace(w.ownerA);
    const QString grant = w.addGrant(space, u"user"_s, w.leaver.id, u"viewer"_s);
    w.must(u"update app.spaces set archived = true where id = ?"_s, {space});
    const Answer answer =
        w.give(w.adminA,
               copying({.grants = {CommandWorld::grantId(w.administration), CommandWorld::grantId(grant)}}));
    QCOMPARE(answer.code(), u"space.archived"_s);
    QCOMPARE(answer.error(u"space.archived"_s)["field"_L1].toString(), u"grant_ids[1]"_s);
    QCOMPARE(w.must(u"select count(*) from app.grants where user_id = ?"_s, {w.heir}),
             u"0"_s); // all or nothing
}

void TestAccessCopy::copiesThatAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("a grant of somebody else") << u"grant"_s << u"copy.gone"_s;
    QTest::newRow("an expired grant") << u"expired"_s << u"copy.gone"_s;
    QTest::newRow("a group without them") << u"group"_s << u"copy.gone"_s;
    QTest::newRow("an organization without them") << u"organization"_s << u"copy.gone"_s;
    QTest::newRow("a disabled organization") << u"disabled"_s << u"membership.organization_disabled"_s;
    QTest::newRow("for themself") << u"self"_s << u"copy.target_same"_s;
    QTest::newRow("for an outsider") << u"outsider"_s << u"copy.target_elsewhere"_s;
    QTest::newRow("for somebody suspended") << u"suspended"_s << u"copy.target_inactive"_s;
    QTest::newRow("of somebody elsewhere") << u"from"_s << u"membership.user_elsewhere"_s;
}

void TestAccessCopy::copiesThatAreRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    AccessChoice choice;
    if (what == "grant"_L1)
        choice.grants = {CommandWorld::grantId(
            w.must(u"select id from app.grants where space_id = ? and role = 'owner'"_s, {w.spaceA}))};
    else if (what == "group"_L1)
        choice.groups = {RoleGroupId(QUuid::fromString(w.addGroup(w.tenantA, {w.memberA.id})))};
    else if (what == "organization"_L1)
        choice.organizations = {CommandWorld::organizationId(w.addOrganization(u"Not theirs"_s))};
    else
        choice.organizations = {CommandWorld::organizationId(w.department)};
    if (what == "expired"_L1) {
        w.must(u"update app.grants set expires_at = now() - interval '1 second' where id = ?"_s,
               {w.administration});
        choice = {.grants = {CommandWorld::grantId(w.administration)}};
    } else if (what == "disabled"_L1) {
        w.must(u"update app.organizations set enabled = false where id = ?"_s, {w.department});
    }
    const QHash<QString, QString> targets{
        {u"self"_s, w.leaver.id}, {u"outsider"_s, w.outsider.id}, {u"suspended"_s, w.suspended.id}};
    tenantry::Command command = copying(choice, targets.value(what));
    if (what == "from"_L1)
        command.payload.insert(u"from_user_id"_s, w.homeless.id);
    QCOMPARE(w.give(w.adminA, command).codes().value(0), code);
    QCOMPARE(w.give(w.memberA, copying({})).code(), u"command.not_allowed"_s);
}

QTEST_GUILESS_MAIN(TestAccessCopy)
#include "tst_accesscopy.moc"
