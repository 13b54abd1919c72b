// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/pagedarray.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <type_traits>

namespace tenantry::directory
{

/// A list of entries for each of many nodes, packed by the page of 2^bits nodes, which copies share until it is changed.
/// Changing one list copies its page.
template <class Entry, int bits = 8>
class PagedLists final
{
    static_assert(std::is_trivially_copyable_v<Entry>);
    using List = std::span<const Entry>;

public:
    /// Fills the lists of all nodes in one go: first how many entries each gets, then the entries themselves.
    class Loader final
    {
    public:
        explicit Loader(std::vector<quint32> counts) : m_next(std::move(counts)) { makePages(); }
        void add(quint32 node, const Entry &entry) { entries(m_table[node >> bits].get())[m_next[node]++] = entry; }
        [[nodiscard]] Entry *room(quint32 node) { return entries(m_table[node >> bits].get()) + m_next[node]; }

        /// Sorts each list, once everything has been added.
        void sort()
        {
            for (const auto &page : m_table) {
                const quint32 *ends = page ? endsOf(page.get()) : nullptr;
                for (size_t i = 0; ends && i < width; ++i) {
                    Entry *first = entries(page.get()) + (i == 0 ? 0 : ends[i - 1]);
                    if (Entry *last = entries(page.get()) + ends[i]; !std::is_sorted(first, last))
                        std::sort(first, last);
                }
            }
        }
        [[nodiscard]] PagedLists finish()
        {
            PagedLists lists;
            lists.m_size = quint32(m_next.size());
            lists.m_table = std::make_shared<Table>(std::move(m_table));
            lists.m_pages = lists.m_table->data();
            return lists;
        }

    private:
        void makePages()
        {
            const size_t nodes = m_next.size();
            m_table.resize((nodes + width - 1) / width);
            for (size_t first = 0; first < nodes; first += width) {
                std::array<quint32, width> ends;
                quint32 sum = 0;
                for (size_t i = 0; i < width; ++i) {
                    const quint32 count = first + i < nodes ? m_next[first + i] : 0;
                    if (first + i < nodes)
                        m_next[first + i] = sum;
                    ends[i] = sum += count;
                }
                if (sum > 0)
                    m_table[first / width] = makePage(ends);
            }
        }

        std::vector<quint32> m_next; ///< where in its page each node's next entry goes
        std::vector<std::shared_ptr<std::byte[]>> m_table;
    };

    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] List operator[](quint32 node) const
    {
        const std::byte *page = m_pages[node >> bits].get();
        if (!page)
            return {};
        const quint32 *ends = endsOf(page);
        const quint32 at = node & mask;
        const quint32 first = at == 0 ? 0 : ends[at - 1];
        return {entries(page) + first, ends[at] - first};
    }

    /// Calls `function` with the entries of the nodes first … end - 1 in as few pieces as there are pages.
    template <class Function>
    void eachPiece(quint32 first, quint32 end, const Function &function) const
    {
        while (first < end) {
            const quint32 stop = std::min(end, (first | mask) + 1);
            if (const std::byte *page = m_pages[first >> bits].get()) {
                const quint32 *ends = endsOf(page);
                const quint32 from = (first & mask) == 0 ? 0 : ends[(first & mask) - 1];
                function(List(entries(page) + from, ends[(stop - 1) & mask] - from));
            }
            first = stop;
        }
    }

    void resize(quint32 size)
    {
        if (size <= m_size)
            return;
        m_size = size;
        if (const size_t pages = (size + width - 1) / width; !m_table || pages > m_table->size())
            ownTable().resize(pages);
        m_pages = m_table->data();
    }
    void set(quint32 node, List list)
    {
        std::shared_ptr<std::byte[]> &page = ownTable()[node >> bits];
        const quint32 at = node & mask;
        std::array<quint32, width> ends{};
        if (page)
            std::memcpy(ends.data(), page.get(), sizeof ends);
        const quint32 first = at == 0 ? 0 : ends[at - 1];
        const quint32 last = ends[at];
        const quint32 total = ends[width - 1];
        for (quint32 i = at; i < width; ++i)
            ends[i] += quint32(list.size()) - (last - first);
        const auto made = makePage(ends);
        Entry *to = std::copy_n(page ? entries(page.get()) : nullptr, page ? first : 0, entries(made.get()));
        to = std::copy(list.begin(), list.end(), to);
        if (page)
            std::copy(entries(page.get()) + last, entries(page.get()) + total, to);
        page = made;
    }
    /// Keeps the list sorted.
    void insert(quint32 node, const Entry &entry)
    {
        const List old = (*this)[node];
        std::vector<Entry> list(old.begin(), old.end());
        list.insert(std::lower_bound(list.begin(), list.end(), entry), entry);
        set(node, list);
    }
    void erase(quint32 node, const Entry &entry)
    {
        const List old = (*this)[node];
        std::vector<Entry> list(old.begin(), old.end());
        std::erase(list, entry);
        set(node, list);
    }
    [[nodiscard]] qsizetype memoryUsed() const
    {
        qsizetype sum = 0;
        for (size_t i = 0; m_table && i < m_table->size(); ++i) {
            const std::byte *page = (*m_table)[i].get();
            sum += qsizetype(2 * sizeof(void *)) + (page ? qsizetype(header + endsOf(page)[width - 1] * sizeof(Entry)) : 0);
        }
        return sum;
    }

private:
    static constexpr size_t width = size_t(1) << bits;
    static constexpr quint32 mask = quint32(width) - 1;
    static constexpr size_t header = (width * sizeof(quint32) + alignof(Entry) - 1) / alignof(Entry) * alignof(Entry);
    using Table = std::vector<std::shared_ptr<std::byte[]>>; ///< a page: where each list ends, then the entries; null: all empty

    [[nodiscard]] static const quint32 *endsOf(const std::byte *page) { return reinterpret_cast<const quint32 *>(page); }
    [[nodiscard]] static const Entry *entries(const std::byte *page) { return reinterpret_cast<const Entry *>(page + header); }
    [[nodiscard]] static Entry *entries(std::byte *page) { return reinterpret_cast<Entry *>(page + header); }
    [[nodiscard]] static std::shared_ptr<std::byte[]> makePage(const std::array<quint32, width> &ends)
    {
        auto page = std::make_shared_for_overwrite<std::byte[]>(header + ends[width - 1] * sizeof(Entry));
        std::memcpy(page.get(), ends.data(), sizeof ends);
        return page;
    }
    [[nodiscard]] Table &ownTable()
    {
        if (!m_table)
            m_table = std::make_shared<Table>();
        else if (!isOurs(m_table))
            m_table = std::make_shared<Table>(*m_table);
        m_pages = m_table->data();
        return *m_table;
    }

    std::shared_ptr<Table> m_table;
    const std::shared_ptr<std::byte[]> *m_pages = nullptr;
    quint32 m_size = 0;
};

} // namespace tenantry::directory
