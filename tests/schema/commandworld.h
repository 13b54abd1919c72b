// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"
#include "tests/schema/schemaworld.h"

#include <map>

namespace tenantry::test {

/// SchemaWorld with what the tests of commands on organizations, memberships and grants need: commands from
/// the client's own makers, given over one connection per person, and short ways to make departments, groups,
/// spaces. What is made belongs to tenant A unless said otherwise.
class CommandWorld : public SchemaWorld
{
public:
    [[nodiscard]] Answer give(const Person &person, const tenantry::Command &command, const QString &id = {});
    /// The same on a connection of one's own: for threads.
    [[nodiscard]] static Answer give(server::Connection &connection, const tenantry::Command &command,
                                     const QString &id = {});

    /// With the versions of this moment.
    [[nodiscard]] tenantry::Command seeing(tenantry::Command command, const QString &organization) const;
    [[nodiscard]] tenantry::Command seeingGrants(tenantry::Command command, const QStringList &grants) const;
    [[nodiscard]] tenantry::Command seeingMemberships(tenantry::Command command, const Person &person) const;
    [[nodiscard]] tenantry::Command seeingSpace(tenantry::Command command, const QString &space) const;
    [[nodiscard]] tenantry::Command seeingResource(tenantry::Command command, const QString &resource) const;

    [[nodiscard]] QString rootOf(const QString &tenant) const;
    /// A parent's tenant is the child's; empty: the root of tenant A.
    QString addOrganization(const QString &name, const QString &parent = {}) const;
    Person addMember(const QString &name, const QString &organization = {});
    /// A person who never signs in: cheaper. In the root of the tenant, tenant A if empty.
    QString addCard(const QString &name, const QString &tenant = {},
                    const QString &status = QStringLiteral("active")) const;
    void addMembership(const QString &user, const QString &organization,
                       const QString &role = QStringLiteral("member")) const;
    QString addGroup(const QString &tenant, const QStringList &users,
                     const QStringList &organizations = {}) const;
    QString addSpace(const Person &owner, const QString &modules = QStringLiteral("{bots}")) const;
    QString addResource(const QString &space, const Person &owner, bool restricted = false) const;
    /// subjectKind: user, organization, group.
    QString addGrant(const QString &space, const QString &subjectKind, const QString &subject,
                     const QString &role, const QString &resource = {}) const;

    /// Entries of the feed that a rebuild would have otherwise: empty, if the triggers missed nothing.
    /// Rebuilds it.
    [[nodiscard]] QString feedDifference() const;
    /// "role" of the person on the space, "" for none.
    [[nodiscard]] QString roleOn(const QString &space, const QString &user) const;

    [[nodiscard]] static OrganizationId organizationId(const QString &id)
    {
        return OrganizationId(QUuid::fromString(id));
    }
    [[nodiscard]] static UserId userId(const Person &person) { return UserId(QUuid::fromString(person.id)); }
    [[nodiscard]] static TenantId tenantId(const QString &id) { return TenantId(QUuid::fromString(id)); }
    [[nodiscard]] static SpaceId spaceId(const QString &id) { return SpaceId(QUuid::fromString(id)); }
    [[nodiscard]] static ResourceId resourceId(const QString &id)
    {
        return ResourceId(QUuid::fromString(id));
    }
    [[nodiscard]] static GrantId grantId(const QString &id) { return GrantId(QUuid::fromString(id)); }
    [[nodiscard]] static GrantId newGrantId() { return grantId(newId()); }

private:
    [[nodiscard]] tenantry::Command seeingGroups(tenantry::Command command, const QString &table,
                                                 const QString &record, const QStringList &groups) const;

    std::map<QString, std::unique_ptr<server::Connection>> m_connections;
};

} // namespace tenantry::test
