// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/membercommands.h"
#include "tests/schema/grantfixture.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

// What else a grant brings, and what goes with it.
class TestGrantConsequences final : public GrantFixture
{
    Q_OBJECT

private Q_SLOTS:
    void guestsOnlyWithBots();
    void grantOnAResourceBringsAGuest();
    void guestLastsAsLongAsTheGrants();
    void guestIsLengthenedWithLaterGrants();
    void nothingOutlastsTheRoleOnTheSpace();
    void ownGrantOfADisabledOrganizationStays();
    void noGuestForWhoHasARole();
    void lastGrantOnTheSpaceTakesTheOthers();
    void whoeverRemovedTakesItBack_data();
    void whoeverRemovedTakesItBack();
    void onlyWhatNobodyGaveSinceComesBack();
    void othersTakeNothingBack();
    void administratorsOfResourcesAreTakenByOwners();
    void ownerOfAResourceStays();
    void outsidersComeAndGo();
};

// SPC-6
void TestGrantConsequences::guestsOnlyWithBots()
{
    QVERIFY(w.give(w.ownerA, set({wish(w.memberA.id, Role::Guest)})).isDone());
    w.must(u"update app.spaces set modules = '{abs}' where id = ?"_s, {m_space});
    const QString other = w.addCard(u"Other"_s);
    QCOMPARE(w.give(w.ownerA, set({wish(other, Role::Guest)})).code(), u"grant.guest_needs_bots"_s);
    QVERIFY(w.give(w.ownerA, set({wish(other, Role::Viewer, m_resource)}))
                .isDone()); // the guest of PRM-9 is another matter
    QCOMPARE(grantsOf(other), u"space=guest,resource=viewer"_s);
}

// PRM-9
void TestGrantConsequences::grantOnAResourceBringsAGuest()
{
    const Answer answer = w.give(w.spaceAdminA, set({wish(w.memberA.id, Role::Editor, m_resource)}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(grantsOf(w.memberA.id), u"space=guest,resource=editor"_s);
    QCOMPARE(w.roleOn(m_space, w.memberA.id), u"guest"_s);
    QCOMPARE(answer.json["result"_L1]["guests"_L1].toArray().size(), 1);
    QCOMPARE(answer.json["versions"_L1].toObject().size(), 2);
}

void TestGrantConsequences::guestLastsAsLongAsTheGrants()
{
    const QString second = w.addResource(m_space, w.ownerA), third = w.addCard(u"Third"_s);
    GrantWish shorter = wish(w.memberA.id, Role::Viewer, m_resource),
              longer = wish(w.memberA.id, Role::Viewer, second);
    shorter.expiresAt = fromMicroseconds(4102444800000000);
    longer.expiresAt = fromMicroseconds(4102444900000000);
    QVERIFY(w.give(w.ownerA, set({shorter, longer})).isDone());
    const QString guest =
        u"select id, role, app.micros(expires_at) from app.grants where space_id = ? and user_id = ? and resource_id is null"_s;
    QCOMPARE(w.must(guest, {m_space, w.memberA.id}).section(u'|', 1), u"guest|4102444900000000"_s);
    // A grant on the space that has run out makes room for the guest.
    const QString expired = w.addGrant(m_space, u"user"_s, third, u"editor"_s);
    w.must(u"update app.grants set expires_at = now() - interval '1 hour' where id = ?"_s, {expired});
    QVERIFY(w.give(w.ownerA, set({wish(third, Role::Viewer, m_resource)})).isDone());
    QCOMPARE(w.must(guest, {m_space, third}), expired + u"|guest|"_s);
}

// PRM-9
void TestGrantConsequences::guestIsLengthenedWithLaterGrants()
{
    const QString second = w.addResource(m_space, w.ownerA), third = w.addResource(m_space, w.ownerA),
                  fourth = w.addResource(m_space, w.ownerA);
    const QString guest =
        u"select role, app.micros(expires_at), version from app.grants where space_id = ? and user_id = ? and resource_id is null"_s;
    const auto give = [&](const QString &resource, qint64 until) {
        GrantWish given = wish(w.memberA.id, Role::Viewer, resource);
        if (until > 0)
            given.expiresAt = fromMicroseconds(until);
        return w.give(w.ownerA, set({given}));
    };
    QVERIFY(give(m_resource, 4102444800000000).isDone());
    const Answer longer = give(second, 4102444900123456);
    QVERIFY2(longer.isDone(), qPrintable(longer.text()));
    QCOMPARE(w.must(guest, {m_space, w.memberA.id}), u"guest|4102444900123456|2"_s);
    const QString id = longer.json["result"_L1]["guests"_L1][0].toString();
    QCOMPARE(longer.json["versions"_L1][id].toObject(), (QJsonObject{{u""_s, 2}}));
    QCOMPARE(
        w.must(
            u"select string_agg(d.detail -> 'before' -> 0 ->> 'grant_id', ',') from app.audit_entries as e "
            u"join "
            u"app.audit_details as d on d.entry_id = e.id where e.kind = 'grants_set' and e.object_id = ?"_s,
            {m_space}),
        id); // what was lengthened is in the audit with what it was
    // A shorter one changes nothing; one that never ends lengthens for good; and then nothing is left to
    // lengthen.
    QCOMPARE(give(third, 4102444700000000).json["result"_L1]["guests"_L1].toArray().size(), 0);
    QVERIFY(give(fourth, 0).isDone());
    QCOMPARE(w.must(guest, {m_space, w.memberA.id}), u"guest||3"_s);
    QCOMPARE(give(w.addResource(m_space, w.ownerA), 0).json["result"_L1]["guests"_L1].toArray().size(), 0);
    // Grants from before count too: here the guest grant was cut short by hand, and the new grant is the
    // shorter one.
    w.must(u"update app.grants set expires_at = now() + interval '1 hour' where id = ?"_s, {id});
    QVERIFY(give(w.addResource(m_space, w.ownerA), 4102444800000000).isDone());
    QCOMPARE(w.must(guest, {m_space, w.memberA.id}), u"guest||4"_s);
}

// PRM-9: a role on a resource never outlasts the one on the space; another role than guest is somebody's
// decision, and so is a time that the command itself says: such a command is refused at the field.
void TestGrantConsequences::nothingOutlastsTheRoleOnTheSpace()
{
    const QString own = w.addGrant(m_space, u"user"_s, w.memberA.id, u"editor"_s);
    const auto at = [](qint64 until) {
        return until ? std::optional(fromMicroseconds(until)) : std::nullopt;
    };
    constexpr qint64 day = 4102444800000000, later = day + 1, earlier = day - 1;
    w.must(u"update app.grants set expires_at = app.from_micros(?::bigint) where id = ?"_s, {day, own});
    const auto give = [&](const QString &user, qint64 until) {
        GrantWish given = wish(user, Role::Viewer, m_resource);
        given.expiresAt = at(until);
        const QString existing = w.sql(
            u"select id from app.grants where resource_id = '%1' and user_id = '%2'"_s.arg(m_resource, user));
        if (!existing.isEmpty())
            given.id = CommandWorld::grantId(existing);
        return w.give(w.ownerA, existing.isEmpty() ? set({given}) : w.seeingGrants(set({given}), {existing}));
    };
    for (const qint64 until : {later, qint64(0)}) {
        const Answer answer = give(w.memberA.id, until);
        QCOMPARE(answer.code(), u"grant.outlasts_space"_s);
        QCOMPARE(answer.error(u"grant.outlasts_space"_s).value("field"_L1).toString(),
                 u"grants[0].expires_at"_s);
        QCOMPARE(answer.error(u"grant.outlasts_space"_s)["parameters"_L1]["until"_L1].toInteger(), day);
    }
    const Answer fits = give(w.memberA.id, day);
    QVERIFY2(fits.isDone(), qPrintable(fits.text()));
    QCOMPARE(fits.json["result"_L1]["guests"_L1].toArray().size(), 0);
    QCOMPARE(w.must(u"select role, version from app.grants where id = ?"_s, {own}), u"editor|1"_s);
    // Nor is the one on the space cut short.
    GrantWish shorter = wish(w.memberA.id, Role::Editor);
    shorter.id = CommandWorld::grantId(own);
    shorter.expiresAt = at(earlier);
    QCOMPARE(w.give(w.ownerA, w.seeingGrants(set({shorter}), {own})).code(), u"grant.outlasts_space"_s);
    // Whoever has a role by something else for as long keeps one when their own ends.
    const QString department = w.addOrganization(u"Lasting"_s);
    w.addMembership(w.memberA.id, department);
    const QString through = w.addGrant(m_space, u"organization"_s, department, u"viewer"_s);
    QVERIFY(give(w.memberA.id, 0).isDone());
    QVERIFY(w.give(w.ownerA, w.seeingGrants(set({shorter}), {own})).isDone());
    w.must(u"update app.grants set expires_at = app.from_micros(?::bigint) where id = ?"_s, {later, through});
    QCOMPARE(give(w.memberA.id, 0).code(), u"grant.outlasts_space"_s);
    QVERIFY(give(w.memberA.id, later).isDone());
    // A guest is lengthened, but not against what the same command says of them.
    const QString other = w.addCard(u"Short Guest"_s);
    GrantWish guest = wish(other, Role::Guest);
    guest.expiresAt = at(day);
    QCOMPARE(w.give(w.ownerA, set({guest, wish(other, Role::Viewer, m_resource)})).codes(),
             (QStringList{u"grant.outlasts_space"_s, u"grant.outlasts_space"_s}));
    QVERIFY(w.give(w.ownerA, set({guest})).isDone());
    QVERIFY(give(other, 0).isDone());
    QCOMPARE(w.must(u"select role, expires_at is null from app.grants where id = ?"_s, {guest.id.toString()}),
             u"guest|t"_s);
    // The owner of a resource is so for good.
    const QString heir = w.addCard(u"Heir"_s);
    w.must(u"update app.grants set expires_at = app.now() + interval '1 day' where id = ?"_s,
           {w.addGrant(m_space, u"user"_s, heir, u"editor"_s)});
    QCOMPARE(w.give(w.ownerA, w.seeingResource(resourceTransfer(CommandWorld::spaceId(m_space),
                                                                CommandWorld::resourceId(m_resource),
                                                                UserId(QUuid::fromString(heir))),
                                               m_resource))
                 .code(),
             u"grant.outlasts_space"_s);
}

// PRM-2, PRM-9: it counts again when the organization is enabled
void TestGrantConsequences::ownGrantOfADisabledOrganizationStays()
{
    const QString top = w.addOrganization(u"Top "_s + m_space.right(8)),
                  below = w.addOrganization(u"Below "_s + m_space.right(8), top);
    const QString own = w.addGrant(m_space, u"organization"_s, below, u"administrator"_s);
    w.must(u"update app.organizations set enabled = false where id = ?"_s, {top});
    GrantWish toBelow = wish(below, Role::Editor, m_resource);
    toBelow.subjectKind = SubjectKind::Organization;
    toBelow.expiresAt = fromMicroseconds(4102444800000000);
    const Answer answer = w.give(w.ownerA, set({toBelow}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["guests"_L1].toArray().size(), 0);
    QCOMPARE(w.must(u"select role, version, expires_at is null from app.grants where id = ?"_s, {own}),
             u"administrator|1|t"_s);
}

// PRM-9: a role by any path will do
void TestGrantConsequences::noGuestForWhoHasARole()
{
    const QString top = w.addOrganization(u"Top "_s + m_space.right(8)),
                  below = w.addOrganization(u"Below "_s + m_space.right(8), top);
    const QString inside = w.addCard(u"Inside"_s), group = w.addGroup(w.tenantA, {}, {top});
    w.addMembership(inside, below);
    w.addGrant(m_space, u"group"_s, group, u"viewer"_s);
    GrantWish toBelow = wish(below, Role::Editor, m_resource),
              toGroup = wish(group, Role::Editor, m_resource);
    toBelow.subjectKind = SubjectKind::Organization;
    toGroup.subjectKind = SubjectKind::RoleGroup;
    const Answer answer = w.give(w.ownerA, set({wish(inside, Role::Editor, m_resource), toBelow, toGroup}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["guests"_L1].toArray().size(), 0);
    // A disabled organization has none.
    w.must(u"update app.organizations set enabled = false where id = ?"_s, {top});
    const QString resource = w.addResource(m_space, w.ownerA);
    GrantWish again = wish(below, Role::Editor, resource);
    again.subjectKind = SubjectKind::Organization;
    QCOMPARE(w.give(w.ownerA, set({again})).json["result"_L1]["guests"_L1].toArray().size(), 1);
}

// PRM-9
void TestGrantConsequences::lastGrantOnTheSpaceTakesTheOthers()
{
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s);
    w.addGrant(m_space, u"user"_s, w.memberA.id, u"editor"_s, m_resource);
    const QString other = w.addGrant(m_space, u"user"_s, w.addCard(u"Stays"_s), u"editor"_s, m_resource);
    const Answer answer = w.give(w.spaceAdminA, remove({grant}));
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(grantsOf(w.memberA.id), QString());
    QCOMPARE(answer.json["result"_L1]["removed"_L1].toArray().size(), 2);
    QCOMPARE(w.must(u"select count(*) from app.grants where id = ?"_s, {other}), u"1"_s);
    QCOMPARE(w.must(u"select jsonb_array_length(d.detail -> 'before') from app.audit_entries as e join "
                    u"app.audit_details as d on d.entry_id = e.id"
                    " where e.kind = 'grants_remove' and e.object_id = ?"_s,
                    {m_space}),
             u"2"_s);
}

void TestGrantConsequences::whoeverRemovedTakesItBack_data()
{
    QTest::addColumn<QString>("actor");
    QTest::newRow("the owner") << w.ownerA.id;
    QTest::newRow("the tenant's administrator") << w.adminA.id;
}

// MEM-5, PRM-9, SPC-11: also what went along on resources, which a tenant administrator couldn't give.
void TestGrantConsequences::whoeverRemovedTakesItBack()
{
    QFETCH(QString, actor);
    const Person &person = actor == w.ownerA.id ? w.ownerA : w.adminA;
    const QString organization = w.addOrganization(u"Department "_s + m_space.right(8)),
                  other = w.addCard(u"Suspended"_s);
    const QString grant = w.addGrant(m_space, u"organization"_s, organization, u"editor"_s),
                  second = w.addGrant(m_space, u"user"_s, other, u"administrator"_s);
    w.addGrant(m_space, u"organization"_s, organization, u"administrator"_s, m_resource);
    w.must(
        u"update app.grants set expires_at = '2100-01-01' where organization_id = ? and resource_id is not null"_s,
        {organization});
    w.must(u"update app.users set status = 'suspended' where id = ?"_s, {other});
    const QString command = CommandWorld::newId();
    QVERIFY(w.give(person, remove({grant, second}), command).isDone());
    QCOMPARE(grantsOf(organization) + grantsOf(other), QString());
    const tenantry::Command back =
        grantsRestore(CommandWorld::spaceId(m_space), CommandId(QUuid::fromString(command)));
    const Answer answer = w.give(person, back);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(grantsOf(organization), u"space=editor,resource=administrator"_s);
    QCOMPARE(grantsOf(other), u"space=administrator"_s);
    QCOMPARE(
        w.must(u"select count(*) from app.grants where organization_id = ? and expires_at = '2100-01-01'"_s,
               {organization}),
        u"1"_s);
    QCOMPARE(answer.json["result"_L1]["granted"_L1].toArray().size(), 3);
    QCOMPARE(w.must(u"select jsonb_array_length(d.detail -> 'after') from app.audit_entries as e join "
                    u"app.audit_details as d on d.entry_id = e.id"
                    " where e.kind = 'grants_restore' and e.object_id = ?"_s,
                    {m_space}),
             u"3"_s);
}

// MEM-5, INB-6: what was given or taken again meanwhile is somebody's later word.
void TestGrantConsequences::onlyWhatNobodyGaveSinceComesBack()
{
    const QString kept = w.addCard(u"Kept"_s), gone = w.addCard(u"Gone"_s), late = w.addCard(u"Late"_s),
                  back = w.addCard(u"Back"_s);
    QStringList grants;
    for (const QString &user : {kept, gone, late, back})
        grants += w.addGrant(m_space, u"user"_s, user, u"editor"_s);
    w.must(u"update app.grants set expires_at = app.now() + interval '1 second' where id = ?"_s,
           {grants.at(2)});
    const QString command = CommandWorld::newId();
    QVERIFY(w.give(w.spaceAdminA, remove(grants), command).isDone());
    QVERIFY(w.give(w.ownerA, set({wish(kept, Role::Viewer)})).isDone());
    const GrantWish again = wish(gone, Role::Viewer);
    QVERIFY(w.give(w.ownerA, set({again})).isDone());
    QVERIFY(w.give(w.ownerA, remove({again.id.toString()})).isDone());
    w.must(u"update app.clock set shift = shift + interval '1 minute'"_s);
    const tenantry::Command restore =
        grantsRestore(CommandWorld::spaceId(m_space), CommandId(QUuid::fromString(command)));
    const Answer answer = w.give(w.spaceAdminA, restore);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    QCOMPARE(answer.json["result"_L1]["left"_L1].toInt(), 3);
    QCOMPARE((QStringList{grantsOf(kept), grantsOf(gone), grantsOf(late), grantsOf(back)}),
             (QStringList{u"space=viewer"_s, {}, {}, u"space=editor"_s}));
    // Once more: nothing is left of it, whatever became of it since.
    w.must(u"delete from app.grants where space_id = ? and user_id = ?"_s, {m_space, back});
    QCOMPARE(w.give(w.spaceAdminA, restore).json["result"_L1]["left"_L1].toInt(), 4);
    w.must(u"update app.clock set shift = shift + interval '1 hour'"_s);
    QCOMPARE(w.give(w.spaceAdminA, restore).code(), u"grant.removal_unknown"_s);
    w.must(u"update app.clock set shift = '0'"_s);
}

// SEC-1: neither another administrator nor who lost the right meanwhile.
void TestGrantConsequences::othersTakeNothingBack()
{
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"editor"_s),
                  command = CommandWorld::newId();
    const tenantry::Command back =
        grantsRestore(CommandWorld::spaceId(m_space), CommandId(QUuid::fromString(command)));
    QVERIFY(w.give(w.spaceAdminA, remove({grant}), command).isDone());
    QCOMPARE(w.give(w.ownerA, back).code(), u"grant.removal_unknown"_s);
    w.must(u"update app.grants set role = 'viewer' where space_id = ? and user_id = ?"_s,
           {m_space, w.spaceAdminA.id});
    QCOMPARE(w.give(w.spaceAdminA, back).code(), u"grant.not_allowed"_s);
    w.must(u"update app.grants set role = 'administrator' where space_id = ? and user_id = ?"_s,
           {m_space, w.spaceAdminA.id});
    w.must(u"update app.spaces set archived = true where id = ?"_s, {m_space});
    QCOMPARE(w.give(w.spaceAdminA, back).code(), u"space.archived"_s);
    QCOMPARE(grantsOf(w.memberA.id), QString());
}

// SPC-6, PRM-9: what an administrator can't take on the resource doesn't go along with a grant on the space
// either.
void TestGrantConsequences::administratorsOfResourcesAreTakenByOwners()
{
    const QString restricted = w.addResource(m_space, w.ownerA, true),
                  grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s),
                  below = w.addGrant(m_space, u"user"_s, w.memberA.id, u"administrator"_s, m_resource);
    w.addGrant(m_space, u"user"_s, w.memberA.id, u"editor"_s, restricted);
    QCOMPARE(w.give(w.spaceAdminA, remove({below})).code(), u"grant.administrators_by_owner"_s);
    const Answer answer = w.give(w.spaceAdminA, remove({grant}));
    QCOMPARE(answer.code(), u"grant.administrators_by_owner"_s);
    QCOMPARE(answer.error(u"grant.administrators_by_owner"_s).value("field"_L1).toString(),
             u"grant_ids[0]"_s);
    w.must(u"update app.grants set role = 'editor' where id = ?"_s, {below});
    const Answer editor = w.give(w.spaceAdminA, remove({grant})); // PRM-9: everything else goes along
    QVERIFY2(editor.isDone(), qPrintable(editor.text()));
    QCOMPARE(grantsOf(w.memberA.id), QString());
    for (const Person &person : {w.ownerA, w.adminA}) {
        const QString again = w.addGrant(m_space, u"user"_s, w.memberA.id, u"viewer"_s);
        w.addGrant(m_space, u"user"_s, w.memberA.id, u"administrator"_s, m_resource);
        const Answer done = w.give(person, remove({again}));
        QVERIFY2(done.isDone(), qPrintable(done.text()));
        QCOMPARE(grantsOf(w.memberA.id), QString());
    }
}

// SPC-7
void TestGrantConsequences::ownerOfAResourceStays()
{
    const QString grant = w.addGrant(m_space, u"user"_s, w.memberA.id, u"editor"_s);
    w.addResource(m_space, w.memberA);
    const Answer answer = w.give(w.spaceAdminA, remove({grant}));
    QCOMPARE(answer.code(), u"grant.owns_resources"_s);
    QCOMPARE(answer.error(u"grant.owns_resources"_s)
                 .value("parameters"_L1)
                 .toObject()
                 .value("resources"_L1)
                 .toInt(),
             1);
}

// EXT-1, EXT-2, MEM-6
void TestGrantConsequences::outsidersComeAndGo()
{
    const int before = outsiders().toInt();
    const QString stranger = w.addCard(u"Stranger"_s, w.tenantB),
                  newcomer = w.addCard(u"Newcomer"_s, w.defaultTenant);
    const GrantWish first = wish(stranger), second = wish(newcomer, Role::Viewer, m_resource);
    QVERIFY(w.give(w.spaceAdminA, set({first, second, wish(w.memberA.id)})).isDone());
    QCOMPARE(outsiders().toInt(), before + 2);
    // In another space too: the row stays until the last grant goes.
    const QString space = m_space;
    m_space = w.addSpace(w.ownerA);
    const GrantWish elsewhere = wish(stranger);
    QVERIFY(w.give(w.ownerA, set({elsewhere})).isDone());
    QCOMPARE(outsiders().toInt(), before + 2);
    QVERIFY(w.give(w.ownerA, remove({elsewhere.id.toString()})).isDone());
    QCOMPARE(outsiders().toInt(), before + 2);
    m_space = space;
    QVERIFY(w.give(w.ownerA, remove({first.id.toString()})).isDone());
    QCOMPARE(outsiders().toInt(), before + 1);
    // The newcomer's grant on the resource goes; the guest on the space stays, and so does the outsider.
    QVERIFY(w.give(w.ownerA, remove({second.id.toString()})).isDone());
    QCOMPARE(outsiders().toInt(), before + 1);
    QVERIFY(w.give(w.ownerA, remove({w.must(u"select id from app.grants where user_id = ?"_s, {newcomer})}))
                .isDone());
    QCOMPARE(outsiders().toInt(), before);
}

QTEST_GUILESS_MAIN(TestGrantConsequences)
#include "tst_grantconsequences.moc"
