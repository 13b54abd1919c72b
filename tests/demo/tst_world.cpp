// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/world.h"

#include <QHash>
#include <QSet>
#include <QTest>

using namespace tenantry;
using namespace tenantry::demo;
using namespace Qt::StringLiterals;

// APP-8: the demo platform is one that the rules of the platform allow.
class TestWorld : public QObject
{
    Q_OBJECT

    static Instant now() { return fromMicroseconds(1'770'000'000'000'000); }
    const World m_world = makeWorld(Size(), inventedInstallation(now()), now());

private Q_SLOTS:
    void hasTheSizeAskedFor()
    {
        QCOMPARE(m_world.tenants.size(), size_t(4)); // three and the default system tenant
        QCOMPARE(int(m_world.users.size()), Size().users);
        QCOMPARE(int(m_world.organizations.size()), Size().organizations);
        QCOMPARE(int(m_world.spaces.size()), Size().spaces);
        QCOMPARE(int(m_world.resources.size()), Size().spaces * Size().resourcesPerSpace);
        QVERIFY(int(m_world.grants.size()) >= Size().grants);
        QCOMPARE(m_world.personas.size(), size_t(7));
    }

    void growsToTheSizeAskedFor()
    {
        Size size;
        size.users = 3000;
        size.organizations = 400;
        size.spaces = 60;
        size.resourcesPerSpace = 12;
        size.grants = 9000;
        const World world = makeWorld(size, inventedInstallation(now()), now());
        QCOMPARE(int(world.users.size()), size.users);
        QCOMPARE(int(world.organizations.size()), size.organizations);
        QVERIFY(int(world.grants.size()) >= size.grants);
    }

    void givesEverybodyAHomeAmongTheirOrganizations() // ORG-3
    {
        QSet<std::pair<UserId, OrganizationId>> memberships;
        for (const MembershipRow &m : m_world.memberships) {
            QVERIFY(!memberships.contains({m.userId, m.organizationId}));
            memberships.insert({m.userId, m.organizationId});
        }
        for (const UserRow &u : m_world.users)
            QVERIFY(memberships.contains({u.id, u.primaryOrganizationId}));
    }

    void namesAreUniqueWhereTheyMustBe() // ORG-1, ACC-1
    {
        QSet<std::pair<TenantId, QString>> names;
        QSet<std::pair<TenantId, QString>> codes;
        for (const OrganizationRow &o : m_world.organizations) {
            QVERIFY2(!names.contains({o.tenantId, o.name.toLower()}), qPrintable(o.name));
            QVERIFY2(!codes.contains({o.tenantId, o.code.toLower()}), qPrintable(o.code));
            names.insert({o.tenantId, o.name.toLower()});
            codes.insert({o.tenantId, o.code.toLower()});
        }
        QSet<QString> mails;
        for (const UserPrivateRow &p : m_world.userPrivates) {
            QVERIFY2(!mails.contains(p.email), qPrintable(p.email));
            mails.insert(p.email);
        }
    }

    void everySpaceAndResourceHasOneOwnerWhoIsAPerson() // SPC-7, SPC-10
    {
        QHash<QUuid, int> owners;
        QSet<std::pair<QUuid, QUuid>> taken;
        QSet<std::pair<QUuid, QUuid>> onSpace;
        for (const GrantRow &g : m_world.grants) {
            QVERIFY(!taken.contains({g.objectId, g.subjectId}));
            taken.insert({g.objectId, g.subjectId});
            if (g.objectKind == ObjectKind::Space)
                onSpace.insert({g.spaceId.uuid(), g.subjectId});
            if (g.role == Role::Owner) {
                QCOMPARE(g.subjectKind, SubjectKind::User);
                QVERIFY(!g.expiresAt);
                ++owners[g.objectId];
            }
        }
        for (const SpaceRow &s : m_world.spaces)
            QCOMPARE(owners.value(s.id.uuid()), 1);
        for (const ResourceRow &r : m_world.resources)
            QCOMPARE(owners.value(r.id.uuid()), 1);
        for (const GrantRow &g : m_world.grants) // PRM-9
            QVERIFY(g.objectKind == ObjectKind::Space || onSpace.contains({g.spaceId.uuid(), g.subjectId}));
    }

    void guestsOnlyWhereThereAreBots() // SPC-6
    {
        QHash<SpaceId, QStringList> modules;
        for (const SpaceRow &s : m_world.spaces)
            modules.insert(s.id, s.modules);
        for (const GrantRow &g : m_world.grants)
            QVERIFY(g.role != Role::Guest || modules.value(g.spaceId).contains(u"bots"_s));
    }

    void everyTenantButTheDefaultHasItsAdministrator() // TEN-12
    {
        QHash<TenantId, int> administrators;
        for (const RoleAssignmentRow &r : m_world.roleAssignments)
            if (r.role == u"tenant_administrator")
                ++administrators[r.tenantId];
        for (const TenantRow &t : m_world.tenants) {
            QCOMPARE(administrators.value(t.id), t.isDefault ? 0 : 1);
            QCOMPARE(t.administratorId.isNull(), t.isDefault);
        }
    }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
