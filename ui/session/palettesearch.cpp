// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/palettesearch.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

using namespace directory;
using Hit = PaletteSearch::Hit;

namespace
{

constexpr qsizetype hitsAtMost = 20;
constexpr qsizetype applicationsAtMost = 8;
constexpr int stopEvery = 1'000;

Hit personHit(const Snapshot &snapshot, UserIndex index)
{
    const auto user = snapshot.user(index);
    Hit hit{Hit::Kind::Person, user.id().uuid(), {}, user.name(), user.email()};
    if (const auto primary = user.primaryOrganization(); primary.isValid()) {
        hit.organization = snapshot.organization(primary).id().uuid();
        if (snapshot.organization(primary).isKnown())
            hit.detail = snapshot.organization(primary).name();
    }
    return hit;
}

Hit hitOf(const Snapshot &snapshot, const SearchHit &found)
{
    switch (found.kind) {
    case SearchKind::User:
        return personHit(snapshot, found.user());
    case SearchKind::Organization: {
        const auto organization = snapshot.organization(found.organization());
        const auto parent = organization.parent();
        return {Hit::Kind::Organization, organization.id().uuid(), {}, organization.name(),
                parent.isValid() ? snapshot.organization(parent).name() : QString()};
    }
    case SearchKind::RoleGroup: {
        const auto group = snapshot.roleGroup(found.roleGroup());
        return {Hit::Kind::RoleGroup, group.id().uuid(), {}, group.name(), {}};
    }
    case SearchKind::Space: {
        const auto space = snapshot.space(found.space());
        const TenantRow *tenant = snapshot.tenant(space.tenant());
        return {Hit::Kind::Space, space.id().uuid(), {}, space.name(), tenant ? tenant->name : QString()};
    }
    }
    Q_UNREACHABLE();
}

// Few, and found by what is in the form and by who applied: looked through one by one, the newest first.
QList<Hit> applicationHits(const Snapshot &snapshot, const QString &query, const std::stop_token &stop)
{
    QList<Hit> hits; // the snapshot has the oldest first
    int seen = 0;
    for (const ApplicationRow &row : snapshot.applications()) {
        if (++seen % stopEvery == 0 && stop.stop_requested())
            return {};
        const auto applicant = snapshot.findUser(row.applicantId);
        const QString name = applicant.isValid() ? snapshot.user(applicant).name() : QString();
        const QString subject = row.form[u"name"_s].toString();
        if (matches(subject + u' ' + row.form[u"code"_s].toString() + u' ' + name, query))
            hits.prepend({Hit::Kind::Application, row.id.uuid(), {}, subject.isEmpty() ? name : subject, name});
        if (hits.size() > applicationsAtMost)
            hits.removeLast();
    }
    return hits;
}

QList<Hit> search(const QString &query, const SearchIndexPtr &index, const SnapshotPtr &snapshot, const std::stop_token &stop)
{
    QList<Hit> hits;
    if (index) {
        SearchOptions options;
        options.limit = hitsAtMost;
        const SearchResult result = index->find(query, options, stop);
        if (result.cancelled)
            return {};
        for (const SearchHit &hit : result.hits)
            hits.append(hitOf(*index->snapshot(), hit));
    }
    return hits + applicationHits(*snapshot, query, stop);
}

} // namespace

PaletteSearch::PaletteSearch(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PaletteSearch::~PaletteSearch()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void PaletteSearch::find(const QString &query, const SearchIndexPtr &index, const SnapshotPtr &snapshot, Found found)
{
    m_stop.request_stop();
    m_stop = {};
    m_pool.start([this, query, index, snapshot, found = std::move(found), stop = m_stop.get_token()] {
        const QList<Hit> hits = search(query, index, snapshot, stop);
        if (stop.stop_requested())
            return;
        // The destructor waits for this thread, so `this` is there; what is queued behind it goes with the object.
        QMetaObject::invokeMethod(
            this,
            [found, hits, stop] {
                if (!stop.stop_requested())
                    found(hits);
            },
            Qt::QueuedConnection);
    });
}

} // namespace tenantry::ui
