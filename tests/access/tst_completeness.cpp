// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/completeness.h"
#include "tests/support/worldsnapshot.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::tests;

class TestCompleteness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhenAnAnswerIsALowerBound() // PRM-7
    {
        const World world = makeWorld(smallShape(4));
        const SnapshotPtr s = snapshotOf(world);
        const SpaceIndex space = s->spaces().front();
        const QUuid tenant = s->tenantId(s->space(space).tenant()).uuid();
        const UserIndex actor = s->users().front();
        const UserIndex other = s->users().back();
        const RoleGroupIndex group = s->roleGroups().front();
        const OrganizationIndex organization = s->organizations().front();
        const UserId me = s->user(actor).id();

        const Completeness holdsAll(s, {{ScopeKind::Tenant, tenant, tenant}}, me);
        QVERIFY(holdsAll.isExact(other, space) && holdsAll.isExact(organization, space) && holdsAll.isExact(group, space));
        QVERIFY(holdsAll.isExact(space));

        const Completeness manages(s, {{ScopeKind::Management, s->space(space).id().uuid(), tenant}}, me);
        QVERIFY(!manages.isExact(other, space));        // may be in organizations and groups unseen
        QVERIFY(!manages.isExact(organization, space)); // may be in groups unseen
        QVERIFY(manages.isExact(group, space));
        QVERIFY(manages.isExact(actor, space)); // one's own
        QVERIFY(!manages.isExact(space));

        const Completeness elsewhere(s, {{ScopeKind::Tenant, QUuid::createUuid(), {}}}, me);
        QVERIFY(!elsewhere.isExact(other, space) && !elsewhere.isExact(group, space) && !elsewhere.isExact(space));
        QVERIFY(!elsewhere.isExact(Subject(), space) && !elsewhere.isExact(other, Object()));
    }
};

QTEST_GUILESS_MAIN(TestCompleteness)
#include "tst_completeness.moc"
