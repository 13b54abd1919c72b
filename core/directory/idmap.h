// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/hugepages.h"
#include "core/directory/idtable.h"

#include <vector>

namespace tenantry::directory
{

/// From ID to index while many rows come in: holds the IDs themselves, so that a look-up goes to memory once. Only grows.
class IdMap final
{
public:
    /// Where the index of `id` stands; IdTable::none in a place just made for it. Good until the next call.
    [[nodiscard]] quint32 &place(const QUuid &id)
    {
        if ((m_count + 1) * 3 > m_slots.size() * 2)
            grow();
        Slot &slot = find(id);
        if (isNone(slot.id)) {
            slot.id = id;
            ++m_count;
        }
        return slot.index;
    }
    /// Has the place of `id` brought near.
    void prefetch(const QUuid &id) const
    {
        if (m_slots.empty())
            return;
        const Slot &slot = m_slots[size_t(IdTable::hash(id) & (m_slots.size() - 1))];
        __builtin_prefetch(&slot.id);
        __builtin_prefetch(&slot.index);
    }

private:
    struct Slot {
        QUuid id;
        quint32 index = IdTable::none;
    };

    using Slots = std::vector<Slot, HugePages<Slot>>;

    [[nodiscard]] Slot &find(const QUuid &id)
    {
        size_t at = size_t(IdTable::hash(id) & (m_slots.size() - 1));
        while (!isNone(m_slots[at].id) && !isSame(m_slots[at].id, id))
            at = (at + 1) & (m_slots.size() - 1);
        return m_slots[at];
    }
    void grow()
    {
        const Slots old = std::exchange(m_slots, Slots(std::max<size_t>(64, m_slots.size() * 2)));
        for (const Slot &slot : old)
            if (!isNone(slot.id))
                find(slot.id) = slot;
    }

    Slots m_slots;
    size_t m_count = 0;
};

} // namespace tenantry::directory
