// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/grantfixture.h"

#include <QTest>

namespace tenantry::test {

using namespace Qt::StringLiterals;

void GrantFixture::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const QString tenant = w.addTenant(w.addPerson(u"Admin of frozen"_s), u"Frozen"_s, u"frozen"_s);
    m_frozen = w.addCard(u"Cold"_s, tenant);
    w.must(u"update app.tenants set state = 'frozen' where id = ?"_s, {tenant});
}

void GrantFixture::init()
{
    m_space = w.addSpace(w.ownerA);
    m_resource = w.addResource(m_space, w.ownerA);
    w.addGrant(m_space, u"user"_s, w.spaceAdminA.id, u"administrator"_s);
}

GrantWish GrantFixture::wish(const QString &user, Role role, const QString &resource) const
{
    return {.id = CommandWorld::newGrantId(),
            .objectKind = resource.isEmpty() ? ObjectKind::Space : ObjectKind::Resource,
            .objectId = QUuid::fromString(resource.isEmpty() ? m_space : resource),
            .subjectKind = SubjectKind::User,
            .subjectId = QUuid::fromString(user),
            .role = role};
}

tenantry::Command GrantFixture::remove(const QStringList &grants) const
{
    QList<GrantId> ids;
    for (const QString &grant : grants)
        ids.append(CommandWorld::grantId(grant));
    return w.seeingGrants(grantsRemove(CommandWorld::spaceId(m_space), ids), grants);
}

QString GrantFixture::grantsOf(const QString &subject) const
{
    return w.must(u"select string_agg(case when resource_id is null then 'space=' else 'resource=' end || "
                  u"role, ',' order by resource_id nulls first) from app.grants"
                  " where space_id = ? and ? in (user_id::text, organization_id::text, group_id::text)"_s,
                  {m_space, subject});
}

QString GrantFixture::outsiders() const
{
    return w.must(u"select count(*) from app.outsiders where tenant_id = ?"_s, {w.tenantA});
}

} // namespace tenantry::test
