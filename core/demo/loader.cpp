// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/loader.h"

#include "core/demo/copytext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tenantry::demo
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype chunkBytes = 256 * 1024;

// The default system tenant and its organization are there already.
template <class Row>
std::span<const Row> behindFirst(const std::vector<Row> &rows)
{
    return std::span(rows).subspan(1);
}

QUuid when(bool condition, const QUuid &id)
{
    return condition ? id : QUuid();
}

} // namespace

Loader::Loader(server::Connection &owner, bool everyConstraint) : m_owner(owner), m_everyConstraint(everyConstraint) {}

Result<Installed> Loader::installed()
{
    Installed found;
    const auto plans = m_owner.exec(u"select id::text from app.plans order by key"_s);
    if (!plans)
        return tl::make_unexpected(plans.error());
    for (const QVariantList &row : plans->rows)
        found.planIds.push_back(QUuid::fromString(row.first().toString()));
    const auto tenant = m_owner.exec(
        u"select row(id, name, code, domain, state, app.micros(state_since), plan_id, is_default, administrator_id, root_organization_id, "
        "default_organization_id, app.micros(created_at), version)::text from app.tenants where is_default"_s);
    if (!tenant)
        return tl::make_unexpected(tenant.error());
    const auto row = parseRow<TenantRow>(tenant->value().toString().toUtf8());
    if (!row)
        return tl::make_unexpected(row.error());
    found.defaultTenant = *row;
    found.defaultOrganization.id = row->defaultOrganizationId;
    found.defaultOrganization.tenantId = row->id;
    found.defaultOrganization.enabled = true;
    return found;
}

Result<bool> Loader::isFilled()
{
    return m_owner.exec(u"select exists(select from app.tenants where not is_default)"_s).map([](const server::Rows &rows) {
        return rows.value().toBool();
    });
}

template <class Row, class Write>
Result<void> Loader::copy(const char *table, const char *columns, std::span<const Row> rows, Write write)
{
    size_t next = 0;
    const auto chunk = [&] {
        QByteArray text;
        text.reserve(chunkBytes + 1024);
        for (; next < rows.size() && text.size() < chunkBytes; ++next) {
            CopyLine line(text);
            write(line, rows[next]);
        }
        return text;
    };
    return m_owner.copyIn(u"copy app.%1 (%2) from stdin"_s.arg(QLatin1String(table), QLatin1String(columns)), chunk);
}

Result<void> Loader::load(const World &world, const Progress &progress)
{
    auto transaction = server::Transaction::begin(m_owner);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    if (!m_everyConstraint)
        if (auto set = m_owner.exec(u"set local session_replication_role = replica"_s); !set)
            return tl::make_unexpected(set.error());
    if (auto copied = copyAll(world, progress); !copied)
        return copied;
    if (auto noted = notePersonas(world); !noted)
        return noted;
    if (auto finished = finish(progress); !finished)
        return finished;
    return transaction->commit();
}

Result<void> Loader::copyAll(const World &world, const Progress &progress)
{
    const auto told = [&](const QString &part, Result<void> result) {
        if (result && progress)
            progress(part);
        return result;
    };
    // Foreign keys within the order below hold row by row; those the other way round are deferred.
    const auto tenants = [&] {
        return copy("tenants",
                    "id, name, code, domain, state, state_since, plan_id, is_default, administrator_id, root_organization_id, "
                    "default_organization_id, created_at, version",
                    behindFirst(world.tenants), [](CopyLine &line, const TenantRow &r) {
                        line << r.id << r.name << r.code << r.domain << wireName(r.state) << r.stateSince << r.planId << r.isDefault
                             << r.administratorId << r.rootOrganizationId << r.defaultOrganizationId << r.createdAt << r.version;
                    });
    };
    const auto organizations = [&] {
        return copy("organizations", "id, tenant_id, parent_id, name, code, description, enabled, created_at, version",
                    behindFirst(world.organizations), [](CopyLine &line, const OrganizationRow &r) {
                        line << r.id << r.tenantId << r.parentId << r.name << r.code << r.description << r.enabled << r.createdAt
                             << r.version;
                    });
    };
    const auto users = [&] {
        return copy("users", "id, tenant_id, name, staff, status, primary_organization_id, created_at, activated_at, version", std::span<const UserRow>(world.users),
                    [](CopyLine &line, const UserRow &r) {
                        const bool activated = r.status != UserStatus::PendingActivation;
                        line << r.id << r.tenantId << r.name << r.staff << wireName(r.status) << r.primaryOrganizationId << r.createdAt
                             << (activated ? std::optional(r.createdAt) : std::nullopt) << r.version;
                    });
    };
    const auto userPrivates = [&] {
        return copy("user_privates", "id, email, phone, mis, username, nickname, version", std::span<const UserPrivateRow>(world.userPrivates),
                    [](CopyLine &line, const UserPrivateRow &r) {
                        line << r.id << r.email << r.phone << r.mis << r.username << r.nickname << r.version;
                    });
    };
    const auto memberships = [&] {
        return copy("memberships", "id, tenant_id, user_id, organization_id, role, since, version", std::span<const MembershipRow>(world.memberships),
                    [](CopyLine &line, const MembershipRow &r) {
                        line << r.id << r.tenantId << r.userId << r.organizationId << r.role << r.since << r.version;
                    });
    };
    const auto roles = [&] {
        return copy("role_assignments", "id, user_id, tenant_id, role, assigned_at, version", std::span<const RoleAssignmentRow>(world.roleAssignments),
                    [](CopyLine &line, const RoleAssignmentRow &r) {
                        line << r.id << r.userId << r.tenantId << r.role << r.assignedAt << r.version;
                    });
    };
    const auto groups = [&] {
        return copy("role_groups", "id, tenant_id, name, description, created_at, version", std::span<const RoleGroupRow>(world.groups),
                    [](CopyLine &line, const RoleGroupRow &r) {
                        line << r.id << r.tenantId << r.name << r.description << r.createdAt << r.version;
                    });
    };
    const auto groupMembers = [&] {
        return copy("role_group_members", "id, tenant_id, group_id, user_id, organization_id, version", std::span<const RoleGroupMemberRow>(world.groupMembers),
                    [](CopyLine &line, const RoleGroupMemberRow &r) {
                        line << r.id << r.tenantId << r.groupId << when(r.subjectKind == SubjectKind::User, r.subjectId)
                             << when(r.subjectKind == SubjectKind::Organization, r.subjectId) << r.version;
                    });
    };
    const auto spaces = [&] {
        return copy("spaces", "id, tenant_id, name, description, edition, modules, archived, created_by, created_at, version, avatar_kind, avatar_icon", std::span<const SpaceRow>(world.spaces),
                    [](CopyLine &line, const SpaceRow &r) {
                        line << r.id << r.tenantId << r.name << r.description << r.edition << QString(u'{' + r.modules.join(u',') + u'}')
                             << r.archived << r.createdBy << r.createdAt << r.version << r.avatarKind << r.avatarIcon;
                    });
    };
    const auto resources = [&] {
        return copy("resources", "id, tenant_id, space_id, kind, name, restricted, created_by, created_at, version", std::span<const ResourceRow>(world.resources),
                    [](CopyLine &line, const ResourceRow &r) {
                        line << r.id << r.tenantId << r.spaceId << r.resourceKind << r.name << r.restricted << r.createdBy << r.createdAt
                             << r.version;
                    });
    };
    const auto grants = [&] {
        return copy("grants",
                    "id, tenant_id, space_id, resource_id, user_id, organization_id, group_id, role, expires_at, granted_by, granted_at, version",
                    std::span<const GrantRow>(world.grants), [](CopyLine &line, const GrantRow &r) {
                        line << r.id << r.tenantId << r.spaceId << when(r.objectKind == ObjectKind::Resource, r.objectId)
                             << when(r.subjectKind == SubjectKind::User, r.subjectId)
                             << when(r.subjectKind == SubjectKind::Organization, r.subjectId)
                             << when(r.subjectKind == SubjectKind::RoleGroup, r.subjectId) << wireName(r.role) << r.expiresAt << r.grantedBy
                             << r.grantedAt << r.version;
                    });
    };
    const auto outsiders = [&] {
        return copy("outsiders", "id, tenant_id, user_id, since, version", std::span<const OutsiderRow>(world.outsiders), [](CopyLine &line, const OutsiderRow &r) {
            line << r.id << r.tenantId << r.userId << r.since << r.version;
        });
    };
    return told(u"tenants"_s, tenants())
        .and_then([&] { return told(u"organizations"_s, organizations()); })
        .and_then([&] { return told(u"users"_s, users()); })
        .and_then([&] { return userPrivates(); })
        .and_then([&] { return told(u"memberships"_s, memberships()); })
        .and_then([&] { return roles(); })
        .and_then([&] { return groups(); })
        .and_then([&] { return told(u"role groups"_s, groupMembers()); })
        .and_then([&] { return told(u"spaces"_s, spaces()); })
        .and_then([&] { return told(u"resources"_s, resources()); })
        .and_then([&] { return told(u"grants"_s, grants()); })
        .and_then([&] { return outsiders(); });
}

// A setting of the platform says that this is a demo, and who its personas are: what comes behind the load (applications,
// accounts) can be done later by whoever finds it missing.
Result<void> Loader::notePersonas(const World &world)
{
    QJsonArray personas;
    for (const Persona &persona : world.personas)
        personas.append(QJsonObject{{u"key"_s, persona.key}, {u"user_id"_s, persona.userId.toString()}});
    return m_owner
        .exec(u"insert into app.settings (id, key, value) values (app.uuid7(), 'demo', ?::jsonb)"_s,
              {QString::fromUtf8(QJsonDocument(QJsonObject{{u"personas"_s, personas}}).toJson(QJsonDocument::Compact))})
        .map([](const server::Rows &) {});
}

Result<void> Loader::finish(const Progress &progress)
{
    const auto run = [this](const QString &sql) -> Result<void> {
        return m_owner.exec(sql).map([](const server::Rows &) {});
    };
    const auto told = [&](const QString &part, Result<void> result) {
        if (result && progress)
            progress(part);
        return result;
    };
    return run(u"insert into app.claims (kind, value, holder) select c.kind, app.normalise(c.value), t.id from app.tenants as t cross join lateral "
               "(values ('tenant_name', t.name), ('tenant_code', t.code), ('tenant_domain', t.domain)) as c (kind, value) on conflict do nothing"_s)
        .and_then([&]() -> Result<void> {
            return m_everyConstraint ? Result<void>() : told(u"history"_s, run(u"select app.rebuild_history()"_s));
        })
        .and_then([&]() -> Result<void> { return m_everyConstraint ? Result<void>() : told(u"feed"_s, run(u"select app.rebuild_feed()"_s)); })
        .and_then([&] { return told(u"statistics"_s, run(u"analyze"_s)); });
}

} // namespace tenantry::demo
