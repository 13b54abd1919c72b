// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QUuid>

#include <optional>
#include <vector>

namespace tenantry::exchange
{

/// The IDs of one kind of thing in the files, any strings: each gets a number in the order in which it comes, and a UUID
/// made of that number, because the directory knows no other IDs.
class IdNames final
{
public:
    /// Nothing where it is there already.
    std::optional<quint32> add(QByteArrayView name)
    {
        const QByteArray key = name.toByteArray();
        if (m_numbers.contains(key))
            return std::nullopt;
        const auto number = quint32(m_names.size());
        m_numbers.insert(key, number);
        m_names.push_back(key);
        return number;
    }
    [[nodiscard]] std::optional<quint32> find(QByteArrayView name) const
    {
        const auto found = m_numbers.constFind(QByteArray::fromRawData(name.data(), name.size()));
        return found == m_numbers.cend() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] const QByteArray &name(quint32 number) const { return m_names[number]; }
    [[nodiscard]] quint32 size() const { return quint32(m_names.size()); }

    [[nodiscard]] static QUuid uuid(quint32 number) { return QUuid(number, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 1); }
    [[nodiscard]] static quint32 number(const QUuid &uuid) { return uuid.data1; }

private:
    QHash<QByteArray, quint32> m_numbers;
    std::vector<QByteArray> m_names;
};

} // namespace tenantry::exchange
