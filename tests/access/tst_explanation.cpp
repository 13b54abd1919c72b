// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/explanationtext.h"
#include "core/access/resolver.h"
#include "tests/support/worldsnapshot.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

namespace
{

/// The truth after the repair.
SnapshotPtr repaired(const SnapshotPtr &snapshot, const std::vector<Repair> &repairs)
{
    SnapshotPtr next = snapshot;
    for (const Repair &repair : repairs) {
        Delta delta;
        switch (repair.kind) {
        case Repair::ActivateUser: {
            UserRow row = next->user(repair.subject.user()).row();
            row.status = UserStatus::Active;
            delta.upserted.push_back(row);
            break;
        }
        case Repair::UnfreezeTenant: {
            TenantRow row = *next->tenant(repair.tenant);
            row.state = TenantState::Active;
            delta.upserted.push_back(row);
            break;
        }
        case Repair::EnableOrganization: {
            OrganizationRow row = next->organization(repair.subject.organization()).row();
            row.enabled = true;
            delta.upserted.push_back(row);
            break;
        }
        case Repair::RenewGrant:
        case Repair::LengthenGrant: {
            GrantRow row = next->grant(repair.grant).row();
            row.expiresAt.reset();
            delta.upserted.push_back(row);
            break;
        }
        case Repair::OpenResource: {
            ResourceRow row = next->resource(repair.object.resource()).row();
            row.restricted = false;
            delta.upserted.push_back(row);
            break;
        }
        case Repair::RestoreSpace: {
            SpaceRow row = next->space(repair.object.space()).row();
            row.archived = false;
            delta.upserted.push_back(row);
            break;
        }
        case Repair::Transfer:
        case Repair::Give: {
            GrantRow row;
            if (repair.grant.isValid())
                row = next->grant(repair.grant).row();
            else
                row.id = GrantId(QUuid::createUuid());
            row.spaceId = next->space(next->spaceOf(repair.object)).id();
            row.tenantId = next->tenantId(next->space(next->spaceOf(repair.object)).tenant());
            row.objectKind = repair.object.kind();
            row.objectId = next->idOf(repair.object);
            row.subjectKind = repair.subject.kind();
            row.subjectId = next->idOf(repair.subject);
            row.role = repair.role;
            row.expiresAt.reset();
            delta.upserted.push_back(row);
            break;
        }
        }
        next = next->apply(delta).value();
    }
    return next;
}

/// Whether nothing can be left out of it.
bool isNeededWhole(const SnapshotPtr &snapshot, const Explanation &no)
{
    for (size_t i = 0; i < no.repair.size(); ++i) {
        if (no.repair[i].kind == Repair::RestoreSpace || no.repair[i].kind == Repair::LengthenGrant)
            continue; // for the commands alone: roles count in an archived space too, and a role on a resource without one on the space
        auto fewer = no.repair;
        fewer.erase(fewer.begin() + std::ptrdiff_t(i));
        const SnapshotPtr next = repaired(snapshot, fewer);
        if (Resolver(next, no.at).check(no.subject, no.object) >= no.wanted)
            return false;
    }
    return true;
}

} // namespace

class TestExplanation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerHasItsReason_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 25; ++seed)
            QTest::addRow("world %d", int(seed)) << seed;
    }
    // PRM-3: a yes has a path that gives it, a no has a repair that makes it a yes.
    void everyAnswerHasItsReason()
    {
        QFETCH(quint64, seed);
        const World world = makeWorld(smallShape(seed));
        const SnapshotPtr snapshot = snapshotOf(world);
        const Resolver resolver(snapshot, worldNow);
        std::vector<Subject> subjects;
        for (const UserIndex user : snapshot->users())
            subjects.push_back(user);
        for (const OrganizationIndex o : snapshot->organizations())
            subjects.push_back(o);
        for (const RoleGroupIndex group : snapshot->roleGroups())
            subjects.push_back(group);
        for (const Subject subject : subjects) {
            for (const SpaceIndex space : snapshot->spaces()) {
                explainOne(resolver, subject, space, Role::Guest);
                const ReasonedDetail detail = resolver.detailWithReasons(subject, space);
                for (const ReasonedDetail::Row &row : detail.rows) {
                    const Explanation why = resolver.explain(subject, row.object);
                    QCOMPARE(why.paths.empty(), row.role == Role::None);
                    if (!why.paths.empty())
                        QVERIFY(why.paths.front() == row.because);
                }
                for (const SpaceResource resource : snapshot->resourcesOf(space))
                    explainOne(resolver, subject, resource.resource(), (subject.index() + space.value()) % 2 ? Role::Guest : Role::Editor);
            }
        }
    }

    // PRM-3: the paths are all that there are, in their order: without the grants of the first ones the next one gives the role.
    void withoutTheWinningGrantTheNextOneWins()
    {
        qsizetype taken = 0;
        for (quint64 seed = 1; seed <= 25; ++seed) {
            const SnapshotPtr snapshot = snapshotOf(makeWorld(smallShape(seed)));
            for (const UserIndex user : snapshot->users())
                for (const SpaceIndex space : snapshot->spaces()) {
                    taken += takeAway(snapshot, user, space);
                    for (const SpaceResource resource : snapshot->resourcesOf(space))
                        taken += takeAway(snapshot, user, resource.resource());
                }
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(taken > 1000);
    }

    void drawsThePathStepByStep() // PRM-3
    {
        const auto [snapshot, user, space] = chain(true, std::nullopt);
        const Explanation why = Resolver(snapshot, worldNow).explain(user, space);
        QCOMPARE(why.role, Role::Administrator);
        QCOMPARE(why.paths.size(), size_t(1));
        QList<Step::Kind> kinds;
        for (const Step &step : steps(*snapshot, why.paths[0], space))
            kinds.append(step.kind);
        QCOMPARE(kinds, QList({Step::Start, Step::In, Step::Below, Step::RoleOn}));
        QCOMPARE(pathText(*snapshot, why.paths[0], space), u"张三 → 质效技术部 → 技术中心 → Administrator of space X"_s);
        QVERIFY(explanationText(*snapshot, why).contains(u"Because: 张三 → "_s));
    }

    void aNoSaysWhatWasConsidered() // PRM-3
    {
        const auto [snapshot, user, space] = chain(false, worldNow);
        const Explanation why = Resolver(snapshot, worldNow).explain(user, space);
        QCOMPARE(why.role, Role::None);
        QCOMPARE(why.obstacles.size(), size_t(2));
        QCOMPARE(why.obstacles[0].kind, Obstacle::OrganizationDisabled);
        QCOMPARE(snapshot->nameOf(why.obstacles[0].organization), u"技术中心"_s);
        QCOMPARE(why.obstacles[1].kind, Obstacle::GrantExpired);
        QCOMPARE(why.obstacles[1].expiredAt, worldNow);
        // Two acts against one: giving is cheaper.
        QCOMPARE(why.repair.size(), size_t(1));
        QCOMPARE(why.repair[0].kind, Repair::Give);
        QCOMPARE(why.repair[0].role, Role::Guest);
        QVERIFY(explanationText(*snapshot, why).contains(u"Make 张三 Guest of space X."_s));

        const auto [other, who, where] = chain(false, std::nullopt);
        const Explanation enable = Resolver(other, worldNow).explain(who, where);
        QCOMPARE(enable.repair.size(), size_t(1));
        QCOMPARE(enable.repair[0].kind, Repair::EnableOrganization);
        const auto [late, whom, there] = chain(true, worldNow);
        const Explanation renew = Resolver(late, worldNow).explain(whom, there);
        QCOMPARE(renew.repair[0].kind, Repair::RenewGrant);
    }

    void proposesOnlyWhatCommandsAllow() // PRM-3, SPC-6, SPC-9, SPC-10, EXT-1
    {
        const auto [snapshot, user, space] = chain(false, worldNow);
        SpaceRow row = snapshot->space(space.space()).row();
        row.modules = {u"abs"_s};
        row.archived = true;
        const SnapshotPtr archived = snapshot->apply({{row}, {}}).value();
        const Explanation why = Resolver(archived, worldNow).explain(user, space);
        QCOMPARE(why.repair.size(), size_t(2));
        QCOMPARE(why.repair[0].kind, Repair::RestoreSpace);
        QCOMPARE(why.repair[1].kind, Repair::Give);
        QCOMPARE(why.repair[1].role, Role::Viewer); // guests are of Bots
        QVERIFY(explanationText(*archived, why).contains(u"Restore space X from the archive."_s));

        const Explanation owner = Resolver(snapshot, worldNow).explain(user, space, Role::Owner);
        QCOMPARE(owner.repair.size(), size_t(1));
        QCOMPARE(owner.repair[0].kind, Repair::Transfer);
        const OrganizationIndex organization = snapshot->membershipsOf(user.user()).front().organization;
        QVERIFY(Resolver(snapshot, worldNow).explain(organization, space, Role::Owner).repair.empty());

        TenantRow elsewhere;
        elsewhere.id = TenantId::make(worldNow);
        OrganizationRow foreign;
        foreign.id = OrganizationId::make(worldNow);
        foreign.tenantId = elsewhere.id;
        const SnapshotPtr two = snapshot->apply({{elsewhere, foreign}, {}}).value();
        QVERIFY(Resolver(two, worldNow).explain(two->findOrganization(foreign.id), space).repair.empty());

        GrantRow guest = snapshot->grant(snapshot->grantsOn(space).front().grant()).row();
        guest.role = Role::Guest;
        OrganizationRow above = snapshot->organization(snapshot->findOrganization(OrganizationId(guest.subjectId))).row();
        above.enabled = true;
        const auto repairIn = [&, of = user, in = space](const QStringList &modules) {
            SpaceRow changed = row;
            changed.archived = false;
            changed.modules = modules;
            return Resolver(snapshot->apply({{changed, guest, above}, {}}).value(), worldNow).explain(of, in).repair.at(0).kind;
        };
        QCOMPARE(repairIn({u"bots"_s}), Repair::RenewGrant);
        QCOMPARE(repairIn({u"abs"_s}), Repair::Give); // a guest grant can't be renewed there
    }

    void whomTheActorCantSeeIsNotNamed()
    {
        const auto [snapshot, user, space] = chain(true, std::nullopt);
        const SnapshotPtr part = snapshot->apply({{}, {{RowKind::User, snapshot->idOf(user)}}}).value();
        const Explanation why = Resolver(part, worldNow).explain(user, space);
        QCOMPARE(why.role, Role::None);
        QCOMPARE(why.obstacles.front().kind, Obstacle::NotKnown);
        QVERIFY(why.repair.empty());
        const QString text = explanationText(*part, why);
        QVERIFY(text.contains(u"(a person you can't see)"_s));
        QVERIFY(!text.contains(u"张三"_s));
        QVERIFY(!text.contains(part->idOf(user).toString(QUuid::WithoutBraces)));
    }

private:
    /// Takes the winning grant away until there is none; how many there were.
    static qsizetype takeAway(SnapshotPtr snapshot, Subject subject, Object object)
    {
        Explanation why = Resolver(snapshot, worldNow).explain(subject, object);
        qsizetype taken = 0;
        for (; !why.paths.empty(); ++taken) {
            if (why.paths.front().role != why.role)
                qFatal("the winning path doesn't give the answer");
            const GrantIndex grant = why.paths.front().grant;
            std::erase_if(why.paths, [grant](const Path &path) { return path.grant == grant; });
            const Role expected = why.paths.empty() ? Role::None : why.paths.front().role;
            snapshot = snapshot->apply({{}, {{RowKind::Grant, snapshot->grant(grant).id().uuid()}}}).value();
            const Explanation next = Resolver(snapshot, worldNow).explain(subject, object);
            if (next.role != expected || next.paths != why.paths) {
                QTest::qFail("without the winning grant the answer is another than the explanation says", __FILE__, __LINE__);
                return taken;
            }
            why = next;
        }
        return taken;
    }

    struct Chain {
        SnapshotPtr snapshot;
        Subject user;
        Object space;
    };
    /// 张三 in 质效技术部 below 技术中心, which is administrator of X.
    static Chain chain(bool enabled, std::optional<Instant> expires)
    {
        const auto id = [](int n) { return QUuid(uint(n), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1); };
        World world;
        OrganizationRow above;
        above.id = OrganizationId(id(1));
        above.name = u"技术中心"_s;
        above.enabled = enabled;
        OrganizationRow in = above;
        in.id = OrganizationId(id(2));
        in.parentId = above.id;
        in.name = u"质效技术部"_s;
        in.enabled = true;
        world.organizations = {above, in};
        UserRow user;
        user.id = UserId(id(3));
        user.name = u"张三"_s;
        world.users = {user};
        world.memberships = {{id(4), {}, user.id, in.id, u"member"_s, {}, 1}};
        SpaceRow space;
        space.id = SpaceId(id(5));
        space.name = u"X"_s;
        space.modules = {u"bots"_s};
        world.spaces = {space};
        GrantRow grant;
        grant.id = GrantId(id(6));
        grant.spaceId = space.id;
        grant.objectId = space.id.uuid();
        grant.subjectKind = SubjectKind::Organization;
        grant.subjectId = above.id.uuid();
        grant.role = Role::Administrator;
        grant.expiresAt = expires;
        world.grants = {grant};
        const SnapshotPtr snapshot = snapshotOf(world);
        return {snapshot, snapshot->findUser(user.id), snapshot->findSpace(space.id)};
    }

    /// Organizations and role groups of other tenants get nothing (EXT-1).
    static bool mayBeGiven(const Snapshot &snapshot, Subject subject, Object object)
    {
        const TenantIndex tenant = snapshot.space(snapshot.spaceOf(object)).tenant();
        return subject.user().isValid()
            || (subject.organization().isValid() ? snapshot.organization(subject.organization()).tenant()
                                                 : snapshot.roleGroup(subject.group()).tenant()) == tenant;
    }
    void explainOne(const Resolver &resolver, Subject subject, Object object, Role wanted)
    {
        const Explanation why = resolver.explain(subject, object, wanted);
        QCOMPARE(why.role, resolver.check(subject, object));
        QVERIFY(!explanationText(resolver.snapshot(), why).isEmpty());
        if (why.role != Role::None) {
            QVERIFY(!why.paths.empty());
            QCOMPARE(why.paths.front().role, why.role);
        } else {
            QVERIFY(why.paths.empty());
        }
        if (why.isEnough() || !mayBeGiven(resolver.snapshot(), subject, object)) {
            QVERIFY(!why.isEnough() || why.repair.empty());
            return;
        }
        QVERIFY(!why.repair.empty());
        const SnapshotPtr next = repaired(m_last = whole(resolver), why.repair);
        QVERIFY(Resolver(next, why.at).check(subject, object) >= wanted);
        QVERIFY(isNeededWhole(m_last, why));
    }
    /// The resolver's snapshot as a pointer of our own.
    SnapshotPtr whole(const Resolver &resolver) { return resolver.snapshot().apply({}).value(); }
    SnapshotPtr m_last;
};

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
