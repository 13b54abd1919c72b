// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/peoplefound.h"

#include <limits>

namespace tenantry::ui {

using namespace directory;

std::vector<bool> peopleFound(const Snapshot &snapshot, const SearchIndexPtr &index, const QString &query,
                              const std::stop_token &stop)
{
    std::vector<bool> found(snapshot.userSlots());
    if (!index)
        return found;
    SearchOptions options;
    options.kinds = SearchKinds(SearchKind::User) | SearchKind::Organization;
    options.limit = std::numeric_limits<qint32>::max();
    const Snapshot &searched = *index->snapshot();
    const bool same = &searched == &snapshot;
    for (const SearchHit &hit : index->find(query, options, stop).hits) {
        if (hit.kind == SearchKind::User) {
            const UserIndex user = same ? hit.user() : snapshot.findUser(searched.user(hit.user()).id());
            if (user.isValid())
                found[user.value()] = true;
            continue;
        }
        const OrganizationIndex organization =
            same ? hit.organization()
                 : snapshot.findOrganization(searched.organization(hit.organization()).id());
        if (organization.isValid())
            for (const OrganizationMember &member : snapshot.membersOf(organization))
                found[member.user.value()] = true;
    }
    return found;
}

} // namespace tenantry::ui
