// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rows.h"

#include <QHash>
#include <QList>

#include <map>
#include <optional>
#include <vector>

namespace tenantry {

/// The scopes of a replica, and the sets of them that hold rows, by number: a row then needs four bytes to
/// say who holds it. Set 0 is the empty one. Numbers are never used again within one replica.
class ScopeSets final
{
public:
    ScopeSets() = default;

    [[nodiscard]] std::optional<quint32> numberOf(const Scope &scope) const;
    quint32 addScope(const Scope &scope);
    /// The scope is no longer pulled. Sets that contain it keep it: without() gives those to use instead.
    void dropScope(quint32 scope);
    [[nodiscard]] QList<Scope> scopes() const { return m_numbers.keys(); }

    [[nodiscard]] quint32 with(quint32 set, quint32 scope);
    [[nodiscard]] quint32 without(quint32 set, quint32 scope);
    [[nodiscard]] bool contains(quint32 set, quint32 scope) const;
    [[nodiscard]] quint32 setCount() const { return quint32(m_sets.size()); }
    [[nodiscard]] QList<Scope> scopesOf(quint32 set) const;

    /// Everything that the server said the actor holds, pulled or not.
    QList<Scope> held;

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static std::optional<ScopeSets> fromBytes(const QByteArray &bytes);

private:
    using Set = std::vector<quint32>; // ascending
    [[nodiscard]] quint32 numberOfSet(const Set &set);

    std::vector<Scope> m_scopes;     // by number, dropped ones too
    QHash<Scope, quint32> m_numbers; // of those that are pulled
    std::vector<Set> m_sets{Set()};  // by number
    std::map<Set, quint32> m_setNumbers{{Set(), 0}};
};

} // namespace tenantry
