// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/words.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

namespace tenantry::access
{

/// The highest role for each of many indices, where few have one. Giving them out empties it, so that it is ready for the
/// next question without clearing what nobody touched.
class RoleMap final
{
public:
    explicit RoleMap(quint32 size) : m_roles((size / block + 1) * block), m_touched(size / block + 1) {}

    void raise(quint32 index, Role role)
    {
        quint8 &now = m_roles[index];
        m_count += now == 0;
        now = std::max(now, quint8(role));
        m_touched[index / block] = 1;
    }
    /// How many have one.
    [[nodiscard]] size_t count() const { return m_count; }

    /// Calls `function(index, role)` for each that has one, in order, and forgets all.
    template <class Function>
    void take(const Function &function)
    {
        m_count = 0;
        for (quint32 b = 0; b < m_touched.size(); ++b) {
            if (!m_touched[b])
                continue;
            m_touched[b] = 0;
            quint8 *roles = m_roles.data() + size_t(b) * block;
            for (quint32 word = 0; word < block; word += 8)
                takeWord(roles + word, b * block + word, function);
        }
    }

private:
    static constexpr quint32 block = 64;
    static_assert(std::endian::native == std::endian::little, "a word's lowest byte is the first role");

    template <class Function>
    static void takeWord(quint8 *roles, quint32 first, const Function &function)
    {
        quint64 eight = 0;
        std::memcpy(&eight, roles, sizeof eight);
        if (eight == 0)
            return;
        std::memset(roles, 0, sizeof eight);
        while (eight != 0) {
            const int at = std::countr_zero(eight) / 8;
            function(first + quint32(at), Role(eight >> at * 8 & 0xff));
            eight &= ~(0xffULL << at * 8);
        }
    }

    std::vector<quint8> m_roles;
    std::vector<quint8> m_touched; ///< by block
    size_t m_count = 0;
};

} // namespace tenantry::access
