// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/somepast.h"

namespace tenantry::test {

using directory::idOf;
using directory::kindOf;
using directory::Row;

namespace {

/// Whether history keeps it, as a row of this tenant.
bool isKept(const directory::Snapshot &snapshot, const Row &row, TenantId tenant)
{
    switch (kindOf(row)) {
    case RowKind::Tenant:
        return idOf(row) == tenant.uuid();
    case RowKind::User:
        return std::get<UserRow>(row).tenantId == tenant;
    case RowKind::Organization:
        return std::get<OrganizationRow>(row).tenantId == tenant;
    case RowKind::Membership:
        return std::get<MembershipRow>(row).tenantId == tenant;
    case RowKind::RoleGroup:
        return std::get<RoleGroupRow>(row).tenantId == tenant;
    case RowKind::RoleGroupMember:
        return std::get<RoleGroupMemberRow>(row).tenantId == tenant;
    case RowKind::Space:
        return std::get<SpaceRow>(row).tenantId == tenant;
    case RowKind::Resource:
        return std::get<ResourceRow>(row).tenantId == tenant;
    case RowKind::Grant:
        return snapshot.tenantId(
                   snapshot.space(snapshot.findSpace(std::get<GrantRow>(row).spaceId)).tenant()) == tenant;
    default:
        return false;
    }
}

} // namespace

SomePast somePast(const FixedSession &session, SpaceId space)
{
    using std::chrono::hours;
    const TenantId tenant = session.actor().tenantId;
    SomePast some{{}, session.now() - hours(60 * 24), session.now() - hours(10 * 24), space};
    directory::HistoryMark mark{tenant, some.begins, session.now(), QString(), {}};
    if (!session.heldScopes().contains(Scope{ScopeKind::Tenant, tenant.uuid(), {}})) {
        mark.scopes = QStringLiteral("digest");
        mark.parts = {tenant};
    }
    auto history = std::make_shared<directory::History>(mark);
    for (const Row &row : session.snapshot()->allRows()) {
        if (!isKept(*session.snapshot(), row, tenant))
            continue;
        const auto *grant = std::get_if<GrantRow>(&row);
        if (!grant || grant->spaceId != space || grant->role == Role::Owner) {
            history->add({some.begins, std::nullopt, row});
            continue;
        }
        if (grant->subjectKind == SubjectKind::User) {
            GrantRow before = *grant;
            before.role = before.role == Role::Viewer ? Role::Administrator : Role::Viewer;
            history->add({some.begins, some.change, before});
        }
        history->add({some.change, std::nullopt, row});
    }
    some.past = directory::Past::create(history, session.snapshot()).value();
    return some;
}

SomePast setSomePast(FixedSession &session, SpaceId space)
{
    SomePast some = somePast(session, space);
    session.setHistory(some.past->mark().tenant, some.past);
    return some;
}

} // namespace tenantry::test
