// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>

#include <vector>

namespace tenantry {

/// Where the rows of one kind lie in the replica, and which scopes hold them: 28-32 bytes a row, because
/// there are a million of them, and 8-16 for finding it. Entries never move; one that stands for nothing
/// stays, absent.
class RowIndex final
{
public:
    struct Entry
    {
        QUuid id;
        quint32 page = 0;           ///< that holds it, current or outdated; 0: none
        quint32 scopes : 31 = 0;    ///< number of the set of scopes that hold it; 0: none, it is gone
        quint32 beside : 1 = false; ///< a row of its own overrides what the page says

        [[nodiscard]] bool isLive() const { return scopes != 0; }
    };

    /// The entry's number, made (absent) where there was none.
    [[nodiscard]] quint32 findOrMake(const QUuid &id);
    /// Nothing for an unknown ID.
    [[nodiscard]] const Entry *find(const QUuid &id) const;

    [[nodiscard]] const Entry &at(quint32 number) const { return m_entries[number]; }
    [[nodiscard]] quint32 size() const { return quint32(m_entries.size()); }
    [[nodiscard]] qint64 live() const { return m_live; }
    void set(quint32 number, const Entry &entry);

private:
    static constexpr quint32 empty = 0xffff'ffff;
    struct Slot
    {
        quint32 number = empty; // of the entry
        quint32 tag = 0;        // a part of the hash: another entry is told apart without looking at it
    };

    [[nodiscard]] size_t slotOf(const QUuid &id, quint64 hash) const;
    void grow();

    std::vector<Entry> m_entries;
    std::vector<Slot> m_slots; // size is a power of two
    qint64 m_live = 0;
};

} // namespace tenantry
