// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/scopesets.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace tenantry {

namespace {

void write(QDataStream &stream, const Scope &scope)
{
    stream << quint8(scope.kind) << scope.id << scope.tenant;
}

Scope readScope(QDataStream &stream)
{
    quint8 kind = 0;
    Scope scope;
    stream >> kind >> scope.id >> scope.tenant;
    scope.kind = ScopeKind(kind);
    return scope;
}

} // namespace

std::optional<quint32> ScopeSets::numberOf(const Scope &scope) const
{
    const auto found = m_numbers.constFind(scope);
    return found == m_numbers.cend() ? std::nullopt : std::optional(*found);
}

quint32 ScopeSets::addScope(const Scope &scope)
{
    if (const auto number = numberOf(scope))
        return *number;
    const auto number = quint32(m_scopes.size());
    m_scopes.push_back(scope);
    m_numbers.insert(scope, number);
    return number;
}

void ScopeSets::dropScope(quint32 scope)
{
    m_numbers.remove(m_scopes[scope]);
}

quint32 ScopeSets::numberOfSet(const Set &set)
{
    const auto [entry, made] = m_setNumbers.try_emplace(set, setCount());
    if (made)
        m_sets.push_back(set);
    return entry->second;
}

quint32 ScopeSets::with(quint32 set, quint32 scope)
{
    if (contains(set, scope))
        return set;
    Set bigger = m_sets[set];
    bigger.insert(std::lower_bound(bigger.begin(), bigger.end(), scope), scope);
    return numberOfSet(bigger);
}

quint32 ScopeSets::without(quint32 set, quint32 scope)
{
    if (!contains(set, scope))
        return set;
    Set smaller = m_sets[set];
    std::erase(smaller, scope);
    return numberOfSet(smaller);
}

bool ScopeSets::contains(quint32 set, quint32 scope) const
{
    return std::binary_search(m_sets[set].begin(), m_sets[set].end(), scope);
}

QList<Scope> ScopeSets::scopesOf(quint32 set) const
{
    QList<Scope> scopes;
    for (const quint32 number : m_sets[set])
        scopes.append(m_scopes[number]);
    return scopes;
}

QByteArray ScopeSets::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << quint32(m_scopes.size());
    for (quint32 i = 0; i < m_scopes.size(); ++i) {
        write(stream, m_scopes[i]);
        stream << (numberOf(m_scopes[i]) == i);
    }
    stream << setCount();
    for (const Set &set : m_sets)
        stream << QList<quint32>(set.begin(), set.end());
    stream << quint32(held.size());
    for (const Scope &scope : held)
        write(stream, scope);
    return bytes;
}

std::optional<ScopeSets> ScopeSets::fromBytes(const QByteArray &bytes)
{
    // What is read was sealed by us and is whole, so sizes can be trusted; the status is checked all the
    // same.
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    ScopeSets sets;
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        bool pulled = false;
        sets.m_scopes.push_back(readScope(stream));
        stream >> pulled;
        if (pulled)
            sets.m_numbers.insert(sets.m_scopes.back(), i);
    }
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        QList<quint32> set;
        stream >> set;
        static_cast<void>(sets.numberOfSet(Set(set.begin(), set.end())));
    }
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        sets.held.append(readScope(stream));
    return stream.status() == QDataStream::Ok ? std::optional(std::move(sets)) : std::nullopt;
}

} // namespace tenantry
