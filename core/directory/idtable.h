// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/hugepages.h"
#include "core/directory/pagedarray.h"

#include <QUuid>

#include <algorithm>
#include <bit>

namespace tenantry::directory
{

/// As id.isNull(), but without a call: asked for every cell of large tables.
[[nodiscard]] inline bool isNone(const QUuid &id)
{
    const auto words = std::bit_cast<std::array<quint64, 2>>(id);
    return (words[0] | words[1]) == 0;
}
[[nodiscard]] inline bool isSame(const QUuid &a, const QUuid &b)
{
    return std::bit_cast<std::array<quint64, 2>>(a) == std::bit_cast<std::array<quint64, 2>>(b);
}

/// From ID to index: open addressing with linear probing. The IDs themselves lie in the cells (`cells[i].id`).
class IdTable final
{
public:
    static constexpr quint32 none = 0xffff'ffff;

    template <class Cells>
    [[nodiscard]] quint32 find(const QUuid &id, const Cells &cells) const
    {
        for (quint32 slot = home(id); m_capacity > 0; slot = after(slot)) {
            const quint32 index = m_slots[slot];
            if (index == none || isSame(cells[index].id, id))
                return index;
        }
        return none;
    }
    /// The cell of `index` bears its ID already, which isn't in the table yet.
    template <class Cells>
    void insert(quint32 index, const Cells &cells)
    {
        if ((m_count + 1) * 5ULL > m_capacity * 4ULL) {
            rebuild(cells);
            return;
        }
        put(index, cells[index].id);
        ++m_count;
    }
    /// Enters every cell that has an ID. The IDs are different.
    template <class Cells>
    void rebuild(const Cells &cells)
    {
        rebuild(cells, [](quint32) {});
    }
    /// The same where an ID may come twice: the later cell counts, `twice` gets the earlier one.
    template <class Cells, class Twice>
    void rebuild(const Cells &cells, const Twice &twice)
    {
        quint32 count = 0;
        for (quint32 i = 0; i < cells.size(); ++i)
            count += !isNone(cells[i].id);
        m_count = count;
        m_capacity = std::max(16U, count + count / 10 * 3 + 4);
        // With part of the hash beside each index, so that cells elsewhere in memory are looked at only where it is the same.
        struct Slot {
            quint32 index = none;
            quint32 hash = 0;
        };
        std::vector<Slot, HugePages<Slot>> slots(m_capacity);
        for (quint32 i = 0; i < cells.size(); ++i) {
            if (const quint32 ahead = i + 16; ahead < cells.size())
                __builtin_prefetch(&slots[home(cells[ahead].id)], 1);
            const QUuid &id = cells[i].id;
            if (isNone(id))
                continue;
            const quint64 h = hash(id);
            const auto beside = quint32(h >> 32);
            quint32 slot = home(h);
            while (slots[slot].index != none && !(slots[slot].hash == beside && isSame(cells[slots[slot].index].id, id)))
                slot = after(slot);
            if (slots[slot].index != none) {
                twice(slots[slot].index);
                --m_count;
            }
            slots[slot] = {i, beside};
        }
        std::vector<quint32> indices(m_capacity);
        std::ranges::transform(slots, indices.begin(), &Slot::index);
        m_slots = PagedArray<quint32, 10>(indices);
    }
    template <class Cells>
    void remove(const QUuid &id, const Cells &cells)
    {
        quint32 hole = home(id);
        while (m_slots[hole] != none && cells[m_slots[hole]].id != id)
            hole = after(hole);
        if (m_slots[hole] == none)
            return;
        --m_count;
        // Those behind move up, so that no search ends too early.
        for (quint32 slot = after(hole); m_slots[slot] != none; slot = after(slot)) {
            const quint32 wanted = home(cells[m_slots[slot]].id);
            const bool stays = hole <= slot ? hole < wanted && wanted <= slot : hole < wanted || wanted <= slot;
            if (stays)
                continue;
            m_slots.change(hole) = m_slots[slot];
            hole = slot;
        }
        m_slots.change(hole) = none;
    }
    [[nodiscard]] qsizetype memoryUsed() const { return m_slots.memoryUsed(); }

    [[nodiscard]] static quint64 hash(const QUuid &id)
    {
        const auto [high, low] = std::bit_cast<std::array<quint64, 2>>(id);
        // Every bit counts: IDs of the exchange format differ in a few only.
        quint64 mixed = (high * 0x9e37'79b9'7f4a'7c15ULL) ^ low;
        mixed = (mixed ^ mixed >> 32) * 0xd6e8'feb8'6659'fd93ULL;
        mixed = (mixed ^ mixed >> 32) * 0xd6e8'feb8'6659'fd93ULL;
        return mixed ^ mixed >> 32;
    }

private:
    [[nodiscard]] quint32 home(const QUuid &id) const { return home(hash(id)); }
    [[nodiscard]] quint32 home(quint64 hash) const { return quint32(((hash & 0xffff'ffffULL) * m_capacity) >> 32); }
    [[nodiscard]] quint32 after(quint32 slot) const { return slot + 1 == m_capacity ? 0 : slot + 1; }
    void put(quint32 index, const QUuid &id)
    {
        quint32 slot = home(id);
        while (m_slots[slot] != none)
            slot = after(slot);
        m_slots.change(slot) = index;
    }
    PagedArray<quint32, 10> m_slots;
    quint32 m_capacity = 0;
    quint32 m_count = 0;
};

} // namespace tenantry::directory
