// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/rowindex.h"

#include <cstring>

namespace tenantry {

namespace {

quint64 hashOf(const QUuid &id)
{
    quint64 half = 0;
    std::memcpy(&half, id.data4, sizeof half); // mostly random in a UUID of version 7
    return (half ^ id.data1) * 0x9e37'79b9'7f4a'7c15u;
}

size_t firstSlot(quint64 hash, size_t mask)
{
    return size_t(hash >> 20) & mask;
}

} // namespace

// The slot that holds the ID, or the empty one where it belongs.
size_t RowIndex::slotOf(const QUuid &id, quint64 hash) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = firstSlot(hash, mask);
    while (m_slots[slot].number != empty &&
           (m_slots[slot].tag != quint32(hash) || m_entries[m_slots[slot].number].id != id))
        slot = (slot + 1) & mask;
    return slot;
}

// No two entries are alike, so none is looked at again.
void RowIndex::grow()
{
    m_slots.assign(m_slots.empty() ? 64 : m_slots.size() * 2, Slot());
    const size_t mask = m_slots.size() - 1;
    for (quint32 i = 0; i < size(); ++i) {
        const quint64 hash = hashOf(m_entries[i].id);
        size_t slot = firstSlot(hash, mask);
        while (m_slots[slot].number != empty)
            slot = (slot + 1) & mask;
        m_slots[slot] = {i, quint32(hash)};
    }
}

quint32 RowIndex::findOrMake(const QUuid &id)
{
    if (m_entries.size() * 10 >= m_slots.size() * 7)
        grow();
    const quint64 hash = hashOf(id);
    Slot &slot = m_slots[slotOf(id, hash)];
    if (slot.number == empty) {
        slot = {size(), quint32(hash)};
        m_entries.push_back({.id = id});
    }
    return slot.number;
}

const RowIndex::Entry *RowIndex::find(const QUuid &id) const
{
    if (m_slots.empty())
        return nullptr;
    const quint32 number = m_slots[slotOf(id, hashOf(id))].number;
    return number == empty ? nullptr : &m_entries[number];
}

void RowIndex::set(quint32 number, const Entry &entry)
{
    m_live += int(entry.isLive()) - int(m_entries[number].isLive());
    m_entries[number] = entry;
}

} // namespace tenantry
