// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/accesslist.h"

#include "ui/models/organizationpath.h"
#include "ui/models/peoplefound.h"
#include "ui/pages/spaces/permissiondetailmodel.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

using namespace directory;

namespace {

constexpr size_t stopEvery = 512; ///< rows between two looks at the stop token

std::vector<ListRow> rowsOf(const ListQuestion &question, const access::Resolver &resolver)
{
    std::vector<ListRow> rows;
    if (const auto *object = std::get_if<Object>(&question.fixed)) {
        for (const access::UserRole &each : resolver.who(*object))
            rows.push_back({each.user.value(), each.role, false});
        return rows;
    }
    const access::ObjectRoles roles = resolver.objects(std::get<Subject>(question.fixed));
    const Snapshot &snapshot = *question.snapshot;
    const auto isMeant = [&](Object object) {
        return !question.tenant.isValid() ||
               snapshot.space(snapshot.spaceOf(object)).tenant() == question.tenant;
    };
    rows.reserve(roles.spaces.size() + roles.resources.size());
    for (const access::SpaceRole &each : roles.spaces)
        if (isMeant(each.space))
            rows.push_back({each.space.value(), each.role, false});
    for (const access::ResourceRole &each : roles.resources)
        if (isMeant(each.resource))
            rows.push_back({each.resource.value(), each.role, true});
    return rows;
}

void applyFilter(std::vector<ListRow> &rows, const AccessList &list, const std::stop_token &stop)
{
    const ListQuestion &question = list.question;
    if (question.only != Role::None)
        std::erase_if(rows, [&](const ListRow &row) { return row.role != question.only; });
    if (question.filter.isEmpty())
        return;
    if (std::holds_alternative<Object>(question.fixed)) {
        const std::vector<bool> found =
            peopleFound(*question.snapshot, question.index, question.filter, stop);
        std::erase_if(rows, [&](const ListRow &row) { return !found[row.index]; });
        return;
    }
    const Snapshot &snapshot = *question.snapshot;
    std::erase_if(rows, [&](const ListRow &row) {
        return stop.stop_requested() || !matches(snapshot.nameOf(list.object(row)), question.filter);
    });
}

QString sortText(const AccessList &list, const ListRow &row)
{
    const Snapshot &snapshot = *list.question.snapshot;
    switch (list.question.sortedBy) {
    case Column::Department:
        return departmentOf(snapshot, list.subject(row));
    case Column::Object:
        return snapshot.nameOf(list.object(row));
    default:
        return snapshot.nameOf(list.subject(row));
    }
}

/// Of what comes with the winning grant.
QString sortText(const AccessList &list, const ListRow &row, const access::Resolver &resolver)
{
    const Snapshot &snapshot = *list.question.snapshot;
    const access::Explanation why = resolver.explain(list.subject(row), list.object(row));
    if (why.paths.empty())
        return {};
    const GrantView grant = snapshot.grant(why.paths.front().grant);
    const auto time = [](const std::optional<Instant> &at) {
        return u"%1"_s.arg(at ? toMicroseconds(*at) : 0, 20, 10, QChar(u'0'));
    };
    switch (list.question.sortedBy) {
    case Column::Through:
        return spaces::shortReason(snapshot, why.paths.front());
    case Column::GrantedBy:
        return grant.grantedBy().isValid() ? snapshot.user(grant.grantedBy()).name() : QString();
    case Column::GrantedAt:
        return time(grant.grantedAt());
    default:
        return grant.expiresAt() ? time(grant.expiresAt()) : u"~"_s; // those without last
    }
}

/// By the chosen column; what is equal there by name, objects with the space before its resources' kind.
void sortRows(std::vector<ListRow> &rows, const AccessList &list, const access::Resolver &resolver,
              const std::stop_token &stop)
{
    const ListQuestion &question = list.question;
    const bool byGrant = question.sortedBy >= Column::Through;
    const bool byRole = question.sortedBy == Column::Role;
    const Snapshot &snapshot = *question.snapshot;
    const bool people = std::holds_alternative<Object>(question.fixed);
    QCollator collator;
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i % stopEvery == 0 && stop.stop_requested())
            return;
        const ListRow &row = rows[i];
        const QString text =
            byGrant  ? sortText(list, row, resolver)
            : byRole ? (people ? snapshot.nameOf(list.subject(row)) : snapshot.nameOf(list.object(row)))
                     : sortText(list, row);
        keys.push_back(collator.sortKey(text));
    }
    std::vector<quint32> order(rows.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        if (byRole && rows[a].role != rows[b].role)
            return question.descending ? rows[a].role > rows[b].role : rows[a].role < rows[b].role;
        if (const int difference = keys[a].compare(keys[b]); difference != 0)
            return question.descending && !byRole ? difference > 0 : difference < 0;
        return std::tuple(rows[a].isResource, rows[a].index) < std::tuple(rows[b].isResource, rows[b].index);
    });
    std::vector<ListRow> sorted;
    sorted.reserve(rows.size());
    for (const quint32 at : order)
        sorted.push_back(rows[at]);
    rows = std::move(sorted);
}

} // namespace

Subject AccessList::subject(const ListRow &row) const
{
    const auto *fixed = std::get_if<Subject>(&question.fixed);
    return fixed ? *fixed : Subject(UserIndex(row.index));
}

Object AccessList::object(const ListRow &row) const
{
    if (const auto *fixed = std::get_if<Object>(&question.fixed))
        return *fixed;
    return row.isResource ? Object(ResourceIndex(row.index)) : Object(SpaceIndex(row.index));
}

AccessListPtr makeList(const ListQuestion &question, std::stop_token stop)
{
    auto list = std::make_shared<AccessList>();
    list->question = question;
    const access::Resolver resolver(question.snapshot, question.now);
    std::vector<ListRow> rows = rowsOf(question, resolver);
    list->all = rows.size();
    applyFilter(rows, *list, stop);
    if (!stop.stop_requested())
        sortRows(rows, *list, resolver, stop);
    if (stop.stop_requested())
        return nullptr;
    list->rows = std::move(rows);
    return list;
}

QString departmentOf(const Snapshot &snapshot, Subject subject)
{
    OrganizationIndex organization;
    if (const UserIndex user = subject.user(); user.isValid())
        organization = snapshot.user(user).primaryOrganization();
    else if (subject.organization().isValid())
        organization = snapshot.organization(subject.organization()).parent();
    return organization.isValid() ? organizationPath(snapshot, organization) : QString();
}

} // namespace tenantry::ui::explorer
