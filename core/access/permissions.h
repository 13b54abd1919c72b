// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What organizations permit to their people, and what somebody may by that and by their roles (OPM-1 to
// OPM-4, OPM-8). The same as app.effective_permissions and app.keys_of in the database.
#pragma once

#include "core/directory/snapshot.h"
#include "core/domain/rolecommands.h"

#include <QMap>

namespace tenantry::access {

/// One value and where it is set; an invalid organization: nowhere, so it is the default (OPM-8).
struct Inherited
{
    QString scope = QStringLiteral("own"); ///< of the data scope
    bool allowed = false;                  ///< of a key
    directory::OrganizationIndex from;
};

/// What counts at one organization.
struct PermissionPicture
{
    QString dataScope = QStringLiteral("own");
    QStringList keys; ///< sorted
    friend bool operator==(const PermissionPicture &, const PermissionPicture &) = default;
};

[[nodiscard]] OrganizationPermissions setAt(const directory::Snapshot &snapshot,
                                            directory::OrganizationIndex organization);
/// What comes from above: the nearest that sets it, the organization itself left out.
[[nodiscard]] Inherited inheritedScope(const directory::Snapshot &snapshot,
                                       directory::OrganizationIndex organization);
[[nodiscard]] Inherited inheritedKey(const directory::Snapshot &snapshot,
                                     directory::OrganizationIndex organization, const QString &key);
[[nodiscard]] PermissionPicture permissionsAt(const directory::Snapshot &snapshot,
                                              directory::OrganizationIndex organization);

/// Every key that somebody holds by their roles and organizations, sorted (OPM-3). Exact for oneself and for
/// whoever sees the tenant.
[[nodiscard]] QStringList keysOf(const directory::Snapshot &snapshot, directory::UserIndex user);

/// What would change by a change of what counts at an organization (OPM-4).
struct PermissionPreview
{
    int organizations = 0;  ///< itself and below, where something else is permitted then
    int people = 0;         ///< active ones whose keys or data scope change
    int gain = 0, lose = 0; ///< of them, who may or see more, and less; both is possible
};
[[nodiscard]] PermissionPreview preview(const directory::Snapshot &snapshot,
                                        directory::OrganizationIndex organization,
                                        const OrganizationPermissions &wanted);
/// The same of a new place: what it and those below it inherit, and whether they count there at all.
[[nodiscard]] PermissionPreview previewMove(const directory::Snapshot &snapshot,
                                            directory::OrganizationIndex organization,
                                            directory::OrganizationIndex newParent);

} // namespace tenantry::access
