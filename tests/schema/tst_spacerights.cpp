// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/declarations.h"
#include "core/domain/membercommands.h"
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

/// SPC-6: every role × every command on a space, from the declaration: what the table allows the database
/// does, what it doesn't the database refuses, with the client's own reason. Also on an archived space
/// (SPC-9), for the tenant administrator (SPC-11) and for outsiders.
class TestSpaceRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void databaseAndClientNameTheSameRefusal();
    void everyRoleAndCommand_data();
    void everyRoleAndCommand();

private:
    /// A command of this kind that would be done, had the actor the right.
    [[nodiscard]] tenantry::Command sample(const QString &kind) const;
    [[nodiscard]] static QStringList kindsOnSpaces();

    CommandWorld w;
    QString m_space, m_resource, m_grant, m_removal;
    Person m_actor;
};

void TestSpaceRights::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    m_actor = w.addMember(u"Actor"_s);
}

QStringList TestSpaceRights::kindsOnSpaces()
{
    QStringList kinds;
    for (const QString &kind : Declarations::builtIn().kinds()) {
        if (Declarations::builtIn().command(kind)->onSpace)
            kinds.append(kind);
    }
    return kinds;
}

void TestSpaceRights::databaseAndClientNameTheSameRefusal()
{
    QVERIFY(kindsOnSpaces().size() >= 10);
    for (const QString &kind : kindsOnSpaces()) {
        for (int role = int(Role::None); role <= int(Role::Owner); ++role) {
            for (int flags = 0; flags < 4; ++flags) {
                const SpaceActor actor{.role = Role(role),
                                       .tenantAdministrator = (flags & 1) != 0,
                                       .archived = (flags & 2) != 0};
                const auto here = Declarations::builtIn().refusalOnSpace(actor, kind);
                const QString there =
                    w.must(u"select app.space_refusal(?, nullif(?, 'none')::app.space_role, ?, ?)"_s,
                           {kind, QString(wireName(actor.role)), actor.tenantAdministrator, actor.archived});
                QCOMPARE(kind + there, kind + (here ? here->code : QString()));
            }
        }
    }
}

tenantry::Command TestSpaceRights::sample(const QString &kind) const
{
    const SpaceId space = CommandWorld::spaceId(m_space);
    const ResourceId resource = CommandWorld::resourceId(m_resource);
    const UserId member = CommandWorld::userId(w.memberA);
    const QHash<QString, tenantry::Command> samples{
        {u"grants_set"_s, grantsSet(space, {{.id = CommandWorld::newGrantId(),
                                             .objectId = space.uuid(),
                                             .subjectId = QUuid::fromString(w.spaceAdminA.id)}})},
        {u"grants_remove"_s,
         w.seeingGrants(grantsRemove(space, {CommandWorld::grantId(m_grant)}), {m_grant})},
        {u"grants_restore"_s, grantsRestore(space, CommandId(QUuid::fromString(m_removal)))},
        {u"space_edit"_s, w.seeingSpace(spaceEdit(space, {.name = u"Edited"_s}), m_space)},
        {u"space_set_modules"_s, w.seeingSpace(spaceSetModules(space, {u"bots"_s, u"abs"_s}), m_space)},
        {u"space_transfer"_s, w.seeingSpace(spaceTransfer(space, member), m_space)},
        {u"space_archive"_s, w.seeingSpace(spaceArchive(space), m_space)},
        {u"space_restore"_s, w.seeingSpace(spaceRestore(space), m_space)},
        {u"space_delete"_s, w.seeingSpace(spaceDelete(space, u"space"_s), m_space)},
        {u"resource_set_access"_s, w.seeingResource(resourceSetAccess(space, resource, true), m_resource)},
        {u"resource_transfer"_s,
         w.seeingResource(tenantry::resourceTransfer(space, resource, member), m_resource)}};
    return samples.value(kind);
}

void TestSpaceRights::everyRoleAndCommand_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("actor");
    QTest::addColumn<bool>("archived");
    for (const QString &kind : kindsOnSpaces()) {
        for (const QString &actor :
             {u"none"_s, u"guest"_s, u"viewer"_s, u"commenter"_s, u"editor"_s, u"administrator"_s, u"owner"_s,
              u"tenant administrator"_s, u"administrator from outside"_s, u"system administrator"_s}) {
            for (const bool archived : {false, true})
                QTest::addRow("%s, %s%s", qPrintable(kind), qPrintable(actor), archived ? ", archived" : "")
                    << kind << actor << archived;
        }
    }
}

void TestSpaceRights::everyRoleAndCommand()
{
    QFETCH(QString, kind);
    QFETCH(QString, actor);
    QFETCH(bool, archived);
    const QHash<QString, Person> others{{u"tenant administrator"_s, w.adminA},
                                        {u"administrator from outside"_s, w.outsider},
                                        {u"system administrator"_s, w.root}};
    const Person person = others.value(actor, m_actor);
    const Role role = actor == u"administrator from outside"_s
                          ? Role::Administrator
                          : fromWireName<Role>(actor.toLatin1()).value_or(Role::None);
    m_space = w.addSpace(role == Role::Owner ? m_actor : w.ownerA);
    m_resource = w.addResource(m_space, role == Role::Owner ? m_actor : w.ownerA);
    m_grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s);
    if (role != Role::None && role != Role::Owner)
        w.addGrant(m_space, u"user"_s, person.id, QString(wireName(role)));
    m_removal = CommandWorld::newId();
    if (kind == u"grants_restore"_s) // what they took themself, where they may
        (void)w.give(person, sample(u"grants_remove"_s), m_removal);
    const bool wantsArchived = kind == u"space_restore"_s;
    if (archived || wantsArchived)
        w.must(u"update app.spaces set archived = true where id = ?"_s, {m_space});
    const tenantry::Command command = sample(kind);
    QVERIFY2(!command.kind.isEmpty(), "say in this test what such a command looks like");
    const QString picture =
        u"select (select md5(string_agg(s::text || coalesce(r::text, '') || coalesce(g::text, ''), '' order "
        u"by s.id, r.id, g.id)) from app.spaces as s"
        " left join app.resources as r on r.space_id = s.id left join app.grants as g on g.space_id = s.id where s.id = ?)"_s;
    const QString before = w.must(picture, {m_space});
    const Answer answer = w.give(person, command);
    const auto expected =
        Declarations::builtIn().refusalOnSpace({.role = role,
                                                .tenantAdministrator = actor == u"tenant administrator"_s,
                                                .archived = archived || wantsArchived},
                                               kind);
    if (!expected) {
        QVERIFY2(answer.isDone(), qPrintable(answer.text()));
        QVERIFY(w.must(picture, {m_space}) != before);
        return;
    }
    // Who has no role on the space is not told that there is one; the refusals of grants have names of their
    // own.
    const bool unknown = role == Role::None && actor != u"tenant administrator"_s;
    const bool ofGrants = (kind == u"grants_set"_s || kind == u"grants_remove"_s) &&
                          expected->code == u"space.not_allowed"_s;
    QCOMPARE(answer.code(), unknown    ? u"command.not_found"_s
                            : ofGrants ? u"grant.not_allowed"_s
                                       : expected->code);
    QCOMPARE(w.must(picture, {m_space}), before);
}

QTEST_GUILESS_MAIN(TestSpaceRights)
#include "tst_spacerights.moc"
