// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/capabilities.h"

namespace tenantry
{

using namespace Qt::StringLiterals;

Role lowestRole(Capability capability)
{
    switch (capability) {
    case Capability::SeeSpace:
        return Role::Guest;
    case Capability::UseResources:
        return Role::Viewer;
    case Capability::Comment:
        return Role::Commenter;
    case Capability::EditResources:
        return Role::Editor;
    case Capability::ManageMembers:
        return Role::Administrator;
    case Capability::AppointAdministrators:
        return Role::Owner;
    }
    return Role::Owner;
}

// The order of the checks is that of app.grant_refusal: both sides name the same reason first.
std::optional<Error> refusal(const GrantChange &change)
{
    const auto because = [](const QString &code) { return Error{ErrorClass::Business, code, {}, {}}; };
    const bool ofTenant = change.tenantAdministrator && change.objectKind == ObjectKind::Space;
    if (!ofTenant && !may(change.actorRole, Capability::ManageMembers))
        return because(change.tenantAdministrator ? u"grant.contents"_s : u"grant.not_allowed"_s);
    if (change.archived)
        return because(u"space.archived"_s);
    if (change.before == Role::Owner)
        return because(u"grant.owner_fixed"_s);
    if (change.after == Role::Owner)
        return because(u"grant.owner_by_transfer"_s);
    const bool mayAppoint = ofTenant || may(change.actorRole, Capability::AppointAdministrators);
    if (!mayAppoint && (change.before == Role::Administrator || change.after == Role::Administrator))
        return because(u"grant.administrators_by_owner"_s);
    if (change.after == Role::Guest && !change.hasBots)
        return because(u"grant.guest_needs_bots"_s);
    return std::nullopt;
}

} // namespace tenantry
