// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/membercommands.h"
#include "tests/schema/commandworld.h"

namespace tenantry::test {

/// CommandWorld with somebody who is about to go: they own a space and a resource in a space of others, lead
/// a department and administer that space; and with somebody who takes it over.
class LeaverWorld final : public CommandWorld
{
public:
    Person leaver;
    QString heir;
    QString space, otherSpace, resource, department;
    QString administration; ///< the grant that makes them administrator of the other space

    /// All of it anew.
    void prepare()
    {
        leaver = addMember(QStringLiteral("Leaver"));
        heir = addCard(QStringLiteral("Heir"));
        space = addSpace(leaver);
        otherSpace = addSpace(ownerA);
        resource = addResource(otherSpace, leaver);
        department = addOrganization(QStringLiteral("Led"));
        addMembership(leaver.id, department, QStringLiteral("leader"));
        administration =
            addGrant(otherSpace, QStringLiteral("user"), leaver.id, QStringLiteral("administrator"));
    }
    /// The role of somebody's own grant; "" for none.
    [[nodiscard]] QString grantOf(const QString &user, const QString &onSpace,
                                  const QString &onResource = {}) const
    {
        return must(QStringLiteral("select role from app.grants where user_id = ? and space_id = ? and "
                                   "coalesce(resource_id::text, '') = coalesce(?::text, '')"),
                    {user, onSpace, onResource});
    }
    [[nodiscard]] QString leaderOf(const QString &organization) const
    {
        return must(QStringLiteral(
                        "select user_id from app.memberships where organization_id = ? and role = 'leader'"),
                    {organization});
    }
    [[nodiscard]] tenantry::Command suspending(const Person &person, bool suspended = true,
                                               const QString &tenant = {}) const
    {
        return userSetSuspended(userId(person), tenantId(tenant.isEmpty() ? tenantA : tenant), suspended,
                                QStringLiteral("left"));
    }
};

} // namespace tenantry::test
