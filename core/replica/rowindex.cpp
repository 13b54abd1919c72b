// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/rowindex.h"

#include <cstring>

namespace tenantry {

// The slot that holds the ID, or the empty one where it belongs.
size_t RowIndex::slotOf(const QUuid &id) const
{
    quint64 half = 0;
    std::memcpy(&half, id.data4, sizeof half); // mostly random in a UUID of version 7
    const quint64 mixed = (half ^ id.data1) * 0x9e37'79b9'7f4a'7c15u;
    const size_t mask = m_slots.size() - 1;
    size_t slot = size_t(mixed >> 20) & mask;
    while (m_slots[slot] != empty && m_entries[m_slots[slot]].id != id)
        slot = (slot + 1) & mask;
    return slot;
}

void RowIndex::grow()
{
    m_slots.assign(m_slots.empty() ? 64 : m_slots.size() * 2, empty);
    for (quint32 i = 0; i < size(); ++i)
        m_slots[slotOf(m_entries[i].id)] = i;
}

quint32 RowIndex::findOrMake(const QUuid &id)
{
    if (m_entries.size() * 10 >= m_slots.size() * 7)
        grow();
    quint32 &slot = m_slots[slotOf(id)];
    if (slot == empty) {
        slot = size();
        m_entries.push_back({.id = id});
    }
    return slot;
}

const RowIndex::Entry *RowIndex::find(const QUuid &id) const
{
    if (m_slots.empty())
        return nullptr;
    const quint32 number = m_slots[slotOf(id)];
    return number == empty ? nullptr : &m_entries[number];
}

void RowIndex::set(quint32 number, const Entry &entry)
{
    m_live += int(entry.isLive()) - int(m_entries[number].isLive());
    m_entries[number] = entry;
}

} // namespace tenantry
