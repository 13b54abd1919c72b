// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/commandworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// Who owns a space or a resource, who gets at it, and how a space ends.
class TestSpaceOwners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void transferPassesOwnership();
    void ownersThatAreRefused();
    void archivedAndRestored();
    void deletionTakesEverything();
    void resourceAccess();
    void resourceTransfer();
    void whoIsInASpace();

private:
    [[nodiscard]] SpaceId space() const { return CommandWorld::spaceId(m_space); }
    [[nodiscard]] QString roleOf(const QString &user, const QString &resource = {}) const;
    [[nodiscard]] QString told(const QString &user) const
    {
        return w.must(
            u"select count(*) from app.notifications where kind = 'ownership_transferred' and ?::uuid = any (audience_user_ids)"_s,
            {user});
    }

    CommandWorld w;
    QString m_space, m_resource;
};

void TestSpaceOwners::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestSpaceOwners::init()
{
    m_space = w.addSpace(w.ownerA);
    m_resource = w.addResource(m_space, w.ownerA);
    w.addGrant(m_space, u"user"_s, w.spaceAdminA.id, u"administrator"_s);
}

QString TestSpaceOwners::roleOf(const QString &user, const QString &resource) const
{
    return w.must(
        u"select role, expires_at is null from app.grants where space_id = ? and user_id = ? and coalesce(resource_id::text, '') = ?"_s,
        {m_space, user, resource.isEmpty() ? u""_s : resource});
}

// SPC-10, SPC-11, NOT-3
void TestSpaceOwners::transferPassesOwnership()
{
    const auto transfer = [&](const QString &to) {
        return w.seeingSpace(spaceTransfer(space(), UserId(QUuid::fromString(to))), m_space);
    };
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s);
    w.must(u"update app.grants set expires_at = now() + interval '1 hour' where id = ?"_s, {grant});
    const QString before = told(w.memberA.id), formerBefore = told(w.ownerA.id);
    const auto late = transfer(w.spaceAdminA.id);
    const Answer answer = w.give(w.ownerA, transfer(w.memberA.id));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(roleOf(w.memberA.id), u"owner|t"_s); // never with an expiry
    QCOMPARE(roleOf(w.ownerA.id), u"administrator|t"_s);
    QCOMPARE(answer.json["versions"_L1].toObject().size(), 3);
    QCOMPARE(told(w.memberA.id).toInt(), before.toInt() + 1);
    QCOMPARE(told(w.ownerA.id).toInt(), formerBefore.toInt() + 1);
    QCOMPARE(w.give(w.adminA, late).code(), u"command.conflict"_s);
    QCOMPARE(w.give(w.ownerA, transfer(w.ownerA.id)).code(), u"space.not_allowed"_s); // is administrator now
    // The tenant administrator hands it over without a role on it, to somebody without one.
    const QString newcomer = w.addCard(u"Newcomer"_s);
    QVERIFY(w.give(w.adminA, transfer(newcomer)).isDone());
    QCOMPARE(roleOf(newcomer), u"owner|t"_s);
    QCOMPARE(
        w.must(
            u"select count(*) from app.grants where space_id = ? and resource_id is null and role = 'owner'"_s,
            {m_space}),
        u"1"_s);
}

// SPC-10
void TestSpaceOwners::ownersThatAreRefused()
{
    const auto code = [&](const QString &to) {
        return w.give(w.ownerA, w.seeingSpace(spaceTransfer(space(), UserId(QUuid::fromString(to))), m_space))
            .code();
    };
    w.addGrant(m_space, u"user"_s, w.outsider.id, u"administrator"_s);
    QCOMPARE(code(w.outsider.id), u"owner.elsewhere"_s);
    QCOMPARE(code(w.newId()), u"owner.elsewhere"_s);
    QCOMPARE(code(w.rootOf(w.tenantA)), u"owner.elsewhere"_s);
    QCOMPARE(code(w.suspended.id), u"owner.inactive"_s);
    QCOMPARE(code(w.addCard(u"Pending"_s, {}, u"pending_activation"_s)), u"owner.inactive"_s);
    QCOMPARE(code(w.ownerA.id), u"owner.already"_s);
}

// SPC-9
void TestSpaceOwners::archivedAndRestored()
{
    const auto seen = [&](const tenantry::Command &command) { return w.seeingSpace(command, m_space); };
    QCOMPARE(w.give(w.ownerA, seen(spaceRestore(space()))).code(), u"space.not_archived"_s);
    const auto twice = seen(spaceArchive(space()));
    QVERIFY(w.give(w.spaceAdminA, seen(spaceArchive(space()))).isDone());
    QCOMPARE(w.must(u"select archived, version_status from app.spaces where id = ?"_s, {m_space}), u"t|2"_s);
    QCOMPARE(w.give(w.ownerA, twice).code(), u"space.archived"_s);
    QCOMPARE(w.must(u"select app.role_on_space(?, ?)"_s, {w.ownerA.id, m_space}),
             u"owner"_s); // it can be read
    QVERIFY(w.give(w.spaceAdminA, seen(spaceRestore(space()))).isDone());
    QVERIFY(w.give(w.ownerA, seen(spaceEdit(space(), {.name = u"Again"_s}))).isDone());
}

// SPC-5
void TestSpaceOwners::deletionTakesEverything()
{
    const QString stranger = w.addCard(u"Stranger"_s, w.tenantB), other = w.addSpace(w.ownerA);
    QVERIFY(w.give(w.ownerA, grantsSet(space(), {{.id = CommandWorld::newGrantId(),
                                                  .objectKind = ObjectKind::Resource,
                                                  .objectId = QUuid::fromString(m_resource),
                                                  .subjectId = QUuid::fromString(stranger)}}))
                .isDone());
    QVERIFY(w.give(w.ownerA,
                   w.seeingSpace(
                       spaceEdit(space(), {.avatar = SpaceAvatar{u"picture"_s, {}, "\xff\xd8\xff picture"}}),
                       m_space))
                .isDone());
    const auto remove = [&](const QString &name) {
        return w.seeingSpace(spaceDelete(space(), name), m_space);
    };
    QCOMPARE(w.give(w.ownerA, remove(u"Space"_s)).code(), u"space.name_differs"_s);
    const auto late = remove(u"space"_s);
    QVERIFY(w.give(w.spaceAdminA, w.seeingSpace(spaceSetModules(space(), {u"bots"_s, u"abs"_s}), m_space))
                .isDone());
    QCOMPARE(w.give(w.ownerA, late).code(), u"command.conflict"_s);
    const Answer answer = w.give(w.ownerA, remove(u"space"_s));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1].toObject(), (QJsonObject{{u"resources"_s, 1}, {u"grants"_s, 5}}));
    QCOMPARE(
        w.must(
            u"select (select count(*) from app.spaces where id = s.id) + (select count(*) from app.resources "
            u"where space_id = s.id)"
            " + (select count(*) from app.grants where space_id = s.id) + (select count(*) from "
            "app.space_pictures where id = s.id)"
            " + (select count(*) from app.outsiders where user_id = ?) from (values (?::uuid)) as s (id)"_s,
            {stranger, m_space}),
        u"0"_s);
    QCOMPARE(w.must(u"select count(*) from app.feed where scope_id = ? and not gone"_s, {m_space}), u"0"_s);
    QCOMPARE(w.must(u"select count(*) from app.feed where kind in (8, 9, 19) and id in (?, ?) and not gone"_s,
                    {m_space, m_resource}),
             u"0"_s);
    QCOMPARE(w.must(u"select count(*) from app.history where row ->> 'space_id' = ? and to_entry is null"_s,
                    {m_space}),
             u"0"_s);
    QCOMPARE(
        w.must(
            u"select e.tenant_id = ?, d.detail -> 'before' ->> 'name', d.detail -> 'before' ->> 'grants' "
            u"from app.audit_entries as e"
            " join app.audit_details as d on d.entry_id = e.id where e.kind = 'space_delete' and e.object_id = ?"_s,
            {w.tenantA, m_space}),
        u"t|space|5"_s);
    QCOMPARE(w.must(u"select count(*) from app.grants where space_id = ?"_s, {other}), u"1"_s);
}

// PRM-8, MEM-10
void TestSpaceOwners::resourceAccess()
{
    const auto restrict = [&](bool restricted) {
        return w.seeingResource(
            resourceSetAccess(space(), ResourceId(QUuid::fromString(m_resource)), restricted), m_resource);
    };
    const auto late = restrict(true);
    QCOMPARE(w.give(w.adminA, restrict(true)).code(), u"space.not_allowed"_s);
    QVERIFY(w.give(w.spaceAdminA, restrict(true)).isDone());
    QCOMPARE(w.must(u"select restricted, version_access, version_owner from app.resources where id = ?"_s,
                    {m_resource}),
             u"t|2|1"_s);
    QCOMPARE(w.give(w.spaceAdminA, restrict(false)).code(), u"space.not_allowed"_s); // closed to them now
    QCOMPARE(w.give(w.ownerA, late).code(), u"command.conflict"_s);
    QVERIFY(w.give(w.ownerA, restrict(false)).isDone());
    const QString elsewhere = w.addResource(w.addSpace(w.ownerA), w.ownerA);
    QCOMPARE(w.give(w.ownerA, w.seeingResource(
                                  resourceSetAccess(space(), ResourceId(QUuid::fromString(elsewhere)), true),
                                  elsewhere))
                 .code(),
             u"command.not_found"_s);
}

// EXT-2, MEM-8: names for everybody who has a role, an outsider too; nothing for anybody else, and no roles
void TestSpaceOwners::whoIsInASpace()
{
    const QString group = w.addGroup(w.tenantA, {w.memberA.id});
    w.addGrant(m_space, u"group"_s, group, u"viewer"_s);
    w.addGrant(m_space, u"user"_s, w.outsider.id, u"guest"_s);
    const QString onResourceOnly = w.addCard(u"only on a resource"_s);
    w.addGrant(m_space, u"user"_s, onResourceOnly, u"viewer"_s, m_resource);
    const auto ask = [&](const Person &person, const QString &space) {
        const auto connection = w.connect(person);
        const auto rows =
            connection->exec(u"select api.space_members(jsonb_build_object('space_id', ?::text))"_s, {space});
        return rows ? QJsonDocument::fromJson(rows->value().toByteArray()).object() : QJsonObject();
    };
    const QSet<QString> expected{u"user:"_s + w.ownerA.id, u"user:"_s + w.spaceAdminA.id,
                                 u"user:"_s + w.outsider.id, u"role_group:"_s + group};
    for (const Person &person : {w.ownerA, w.outsider, w.memberA, w.adminA}) {
        const QJsonObject answer = ask(person, m_space);
        QSet<QString> found;
        for (const QJsonValue &member : answer["members"_L1].toArray()) {
            QCOMPARE(member.toObject().size(), 2); // no role, nothing else
            found.insert(member["subject_kind"_L1].toString() + u':' + member["subject_id"_L1].toString());
        }
        QVERIFY2(found == expected, qPrintable(person.name));
        QCOMPARE(answer["more"_L1].toBool(), false);
    }
    for (const Person &person : {w.adminB, w.root, w.homeless}) {
        const auto connection = w.connect(person);
        QCOMPARE(failureOf(*connection,
                           u"select api.space_members(jsonb_build_object('space_id', ?::text))"_s, {m_space})
                     .left(5),
                 u"TY001"_s);
    }
    QVERIFY(ask(w.ownerA, w.newId()).isEmpty());
    const auto connection = w.connect(w.ownerA);
    QCOMPARE(failureOf(*connection, u"select api.space_members(jsonb_build_object('space_id', ?::text))"_s,
                       {u"x"_s})
                 .left(5),
             u"TY400"_s);
}

// SPC-7, PRM-9
void TestSpaceOwners::resourceTransfer()
{
    const auto transfer = [&](const QString &to) {
        return w.seeingResource(tenantry::resourceTransfer(space(), ResourceId(QUuid::fromString(m_resource)),
                                                           UserId(QUuid::fromString(to))),
                                m_resource);
    };
    QCOMPARE(w.give(w.spaceAdminA, transfer(w.memberA.id)).code(), u"space.not_allowed"_s);
    QCOMPARE(w.give(w.ownerA, transfer(w.outsider.id)).code(), u"owner.elsewhere"_s);
    const Answer answer = w.give(w.ownerA, transfer(w.memberA.id));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(roleOf(w.memberA.id, m_resource), u"owner|t"_s);
    QCOMPARE(roleOf(w.memberA.id), u"guest|t"_s);
    QCOMPARE(answer.json["result"_L1]["guests"_L1].toArray().size(), 1);
    QCOMPARE(roleOf(w.ownerA.id, m_resource), u"administrator|t"_s);
    // The new owner passes it on; who has a role on the space needs no guest grant.
    const Answer next = w.give(w.memberA, transfer(w.spaceAdminA.id));
    QVERIFY2(next.isDone(), qPrintable(next.text()));
    QCOMPARE(next.json["result"_L1]["guests"_L1].toArray().size(), 0);
    QCOMPARE(roleOf(w.spaceAdminA.id), u"administrator|t"_s);
}

QTEST_GUILESS_MAIN(TestSpaceOwners)
#include "tst_spaceowners.moc"
