// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/scopeselection.h"

#include "core/server/schemafiles.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tenantry::sync {

using namespace Qt::StringLiterals;

namespace {

QHash<ScopeKind, QList<RowKind>> readKinds()
{
    QHash<ScopeKind, QList<RowKind>> kinds;
    const auto files = server::SchemaFiles::embedded();
    for (const server::SchemaFile &file : files.declarations) {
        if (file.name != u"synced.json"_s)
            continue;
        const QJsonArray declared = QJsonDocument::fromJson(file.content)[u"kinds"_s].toArray();
        for (const QJsonValue &kind : declared) {
            const QJsonArray scopes = kind[u"scopes"_s].toArray();
            for (const QJsonValue &scope : scopes)
                kinds[ScopeKind(scope.toInt())].append(RowKind(kind[u"number"_s].toInt()));
        }
    }
    return kinds;
}

} // namespace

QList<RowKind> kindsOf(ScopeKind kind)
{
    static const QHash<ScopeKind, QList<RowKind>> kinds = readKinds(); // immutable, compiled in
    return kinds.value(kind);
}

bool comesInPages(ScopeKind kind)
{
    return kind == ScopeKind::People || kind == ScopeKind::Tenant || kind == ScopeKind::Chart;
}

QList<Scope> wantedScopes(const QList<Scope> &held, const std::optional<QSet<QUuid>> &openTenants)
{
    // Only whoever holds the platform holds people of tenants that aren't theirs.
    const bool isPlatform =
        std::ranges::any_of(held, [](const Scope &scope) { return scope.kind == ScopeKind::Platform; });
    QUuid ownTenant;
    for (const Scope &scope : held)
        if (scope.kind == ScopeKind::Person)
            ownTenant = scope.tenant;
    const auto isOpen = [&](const Scope &scope) {
        return !isPlatform || !openTenants || openTenants->contains(scope.id);
    };
    QSet<QUuid> wholeTenants, wholePeople;
    for (const Scope &scope : held) {
        if (scope.kind == ScopeKind::Tenant && isOpen(scope))
            wholeTenants.insert(scope.id);
        else if (scope.kind == ScopeKind::People && isOpen(scope))
            wholePeople.insert(scope.id);
    }
    const auto isWanted = [&](const Scope &scope) {
        switch (scope.kind) {
        case ScopeKind::People:
        case ScopeKind::Tenant:
            return isOpen(scope);
        case ScopeKind::Organization:
            return !wholePeople.contains(scope.tenant);
        case ScopeKind::Space:
        case ScopeKind::Management:
            return !wholeTenants.contains(scope.tenant);
        case ScopeKind::Chart: // also holds what all members of the tenant are told
            return scope.id == ownTenant || isOpen(scope);
        case ScopeKind::Subject: // also holds what other tenants grant to people of this one
        case ScopeKind::Everyone:
        case ScopeKind::Platform:
        case ScopeKind::Person:
            return true;
        }
        Q_UNREACHABLE();
    };
    QList<Scope> wanted;
    for (const Scope &scope : held) {
        if (isWanted(scope))
            wanted.append(scope);
    }
    return wanted;
}

} // namespace tenantry::sync
