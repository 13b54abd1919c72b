// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/words.h"

#include <algorithm>
#include <vector>

namespace tenantry::access
{

/// The highest role for each of many indices, where few have one. Giving them out empties it, so that it is ready for the
/// next question without clearing what nobody touched.
class RoleMap final
{
public:
    explicit RoleMap(quint32 size) : m_roles(size), m_touched(size + 1) {}

    void raise(quint32 index, Role role)
    {
        // Without a branch: whether an index comes for the first time can't be foretold.
        quint8 &now = m_roles[index];
        m_touched[m_count] = index;
        m_count += now == 0;
        now = std::max(now, quint8(role));
    }
    /// How many have one.
    [[nodiscard]] size_t count() const { return m_count; }

    /// Calls `function(index, role)` for each that has one, in the order in which they came, and forgets all.
    template <class Function>
    void take(const Function &function)
    {
        for (size_t i = 0; i < m_count; ++i) {
            const quint32 index = m_touched[i];
            function(index, Role(m_roles[index]));
            m_roles[index] = 0;
        }
        m_count = 0;
    }

private:
    std::vector<quint8> m_roles;
    std::vector<quint32> m_touched; ///< one more than there are: the place behind the last is written to
    size_t m_count = 0;
};

} // namespace tenantry::access
