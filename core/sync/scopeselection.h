// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rows.h"

#include <QList>
#include <QSet>

#include <optional>

namespace tenantry::sync {

/// Which of the scopes that the actor holds this console pulls: not those whose rows all lie in another one
/// that is pulled (tenant(T) covers management and space of T; people(T) the organizations of T), and, for
/// whoever holds the platform where `openTenants` is given, of people, chart and tenant only those of these
/// tenants (of one's own tenant the chart in any case).
[[nodiscard]] QList<Scope> wantedScopes(const QList<Scope> &held,
                                        const std::optional<QSet<QUuid>> &openTenants);

/// Scopes that hold so much that the server hands them over in pages (resources/schema/README.md, "Reading").
[[nodiscard]] bool comesInPages(ScopeKind kind);

/// Kinds of rows that can lie in a scope of that kind (synced.json).
[[nodiscard]] QList<RowKind> kindsOf(ScopeKind kind);

} // namespace tenantry::sync
