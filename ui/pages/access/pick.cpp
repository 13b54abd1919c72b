// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/pick.h"

#include "ui/models/organizationpath.h"
#include "ui/pages/spaces/spacewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

using namespace directory;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AccessPick)
};

QString personDetail(const Snapshot &snapshot, const UserView &user)
{
    QStringList parts;
    if (user.primaryOrganization().isValid())
        parts += organizationPath(snapshot, user.primaryOrganization());
    if (!user.email().isEmpty())
        parts += user.email();
    return parts.join(u" · "_s);
}

void addResources(QList<Pick> &picks, const Snapshot &snapshot, const QString &query,
                  const std::stop_token &stop)
{
    // Those that hold the query as it is typed first: cheap to find, and what is meant most often.
    std::vector<ResourceIndex> others;
    for (quint32 i = 0; i < snapshot.resourceSlots() && picks.size() < mostPicks; ++i) {
        if (i % 1024 == 0 && stop.stop_requested())
            return;
        const ResourceView resource = snapshot.resource(ResourceIndex(i));
        if (!resource.isKnown())
            continue;
        if (resource.name().contains(query, Qt::CaseInsensitive))
            picks += pickOf(snapshot, ResourceIndex(i));
        else
            others.push_back(ResourceIndex(i));
    }
    for (size_t i = 0; i < others.size() && picks.size() < mostPicks; ++i) {
        if (i % 256 == 0 && stop.stop_requested())
            return;
        if (matches(snapshot.resource(others[i]).name(), query))
            picks += pickOf(snapshot, others[i]);
    }
}

} // namespace

Pick pickOf(const Snapshot &snapshot, Subject subject)
{
    Pick pick{
        Side::Who, subject.kind(), ObjectKind::Space, snapshot.idOf(subject), snapshot.nameOf(subject), {},
        {}};
    if (const UserIndex user = subject.user(); user.isValid()) {
        pick.detail = personDetail(snapshot, snapshot.user(user));
        return pick;
    }
    pick.iconName = spaces::iconName(subject.kind());
    if (const OrganizationIndex organization = subject.organization(); organization.isValid()) {
        const OrganizationIndex parent = snapshot.organization(organization).parent();
        pick.detail =
            parent.isValid() ? organizationPath(snapshot, parent) : spaces::kindName(subject.kind());
    } else {
        pick.detail = Words::tr("Role group");
    }
    return pick;
}

Pick pickOf(const Snapshot &snapshot, Object object)
{
    Pick pick{
        Side::What, SubjectKind::User, object.kind(), snapshot.idOf(object), snapshot.nameOf(object), {}, {}};
    if (object.kind() == ObjectKind::Space) {
        pick.iconName = u"space"_s;
        const TenantRow *tenant = snapshot.tenant(snapshot.space(object.space()).tenant());
        pick.detail = tenant ? Words::tr("Space of %1").arg(tenant->name) : Words::tr("Space");
        return pick;
    }
    const ResourceView resource = snapshot.resource(object.resource());
    pick.iconName = spaces::resourceIconName(resource.resourceKind());
    pick.detail =
        Words::tr("%1 in %2")
            .arg(spaces::resourceKindName(resource.resourceKind()), snapshot.space(resource.space()).name());
    return pick;
}

Subject subjectOf(const Snapshot &snapshot, const Pick &pick)
{
    return pick.side == Side::Who ? snapshot.findSubject(pick.subjectKind, pick.id) : Subject();
}

Object objectOf(const Snapshot &snapshot, const Pick &pick)
{
    return pick.side == Side::What ? snapshot.findObject(pick.objectKind, pick.id) : Object();
}

SearchKinds kindsOf(Side side)
{
    return side == Side::What
               ? SearchKinds(SearchKind::Space)
               : SearchKinds(SearchKind::User) | SearchKind::Organization | SearchKind::RoleGroup;
}

bool holds(const Snapshot &snapshot, const Pick &pick)
{
    RowKind kind = pick.objectKind == ObjectKind::Space ? RowKind::Space : RowKind::Resource;
    if (pick.side == Side::Who)
        kind = pick.subjectKind == SubjectKind::User           ? RowKind::User
               : pick.subjectKind == SubjectKind::Organization ? RowKind::Organization
                                                               : RowKind::RoleGroup;
    return snapshot.row({kind, pick.id}).has_value();
}

QList<Pick> findPicks(const SearchIndex &index, SearchKinds kinds, const QString &query, std::stop_token stop,
                      const PickFilter &filter)
{
    const Snapshot &snapshot = *index.snapshot();
    SearchOptions options;
    options.limit = filter ? 20 * mostPicks : mostPicks; // many may not be chosen
    options.kinds = kinds;
    QList<Pick> picks;
    for (const SearchHit &hit : index.find(query, options, stop).hits) {
        if (picks.size() == mostPicks)
            break;
        if (hit.kind == SearchKind::Space) {
            picks += pickOf(snapshot, Object(hit.space()));
            continue;
        }
        const Subject subject = hit.kind == SearchKind::User           ? Subject(hit.user())
                                : hit.kind == SearchKind::Organization ? Subject(hit.organization())
                                                                       : Subject(hit.roleGroup());
        if (!filter || filter(snapshot, subject))
            picks += pickOf(snapshot, subject);
    }
    if (kinds.testFlag(SearchKind::Space) && !query.isEmpty())
        addResources(picks, snapshot, query, stop);
    return picks;
}

} // namespace tenantry::ui::explorer
