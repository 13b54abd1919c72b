// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace tenantry::directory
{

/// Whether nobody else holds it, so that it may be changed in place.
template <class T>
[[nodiscard]] bool isOurs(const std::shared_ptr<T> &pointer)
{
    if (pointer.use_count() != 1)
        return false;
    // use_count() alone doesn't order us behind whoever let go last.
    std::atomic_thread_fence(std::memory_order_acquire);
    return true;
}

/// An array in pages that copies share until one of them is changed. Copying costs one count, changing an element of a
/// copy costs its page and the table of pages. Reading needs no lock, changing is for the one thread that owns the copy.
template <class T, int bits = 9>
class PagedArray final
{
public:
    PagedArray() = default;
    template <class Allocator>
    explicit PagedArray(const std::vector<T, Allocator> &values)
    {
        auto table = std::make_shared<Table>();
        for (size_t first = 0; first < values.size(); first += mask + 1) {
            table->push_back(std::make_shared<Page>());
            const size_t count = std::min<size_t>(mask + 1, values.size() - first);
            std::copy_n(values.begin() + std::ptrdiff_t(first), count, table->back()->begin());
        }
        m_table = std::move(table);
        m_pages = m_table->data();
        m_size = quint32(values.size());
    }

    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] const T &operator[](quint32 i) const { return (*m_pages[i >> bits])[i & mask]; }

    [[nodiscard]] T &change(quint32 i) { return page(i >> bits)[i & mask]; }

    void append(const T &value)
    {
        if ((m_size & mask) == 0) {
            ownTable().push_back(std::make_shared<Page>());
            m_pages = m_table->data();
        }
        ++m_size;
        change(m_size - 1) = value;
    }
    void resize(quint32 size)
    {
        while (m_size < size)
            append(T{});
    }
    [[nodiscard]] qsizetype memoryUsed() const
    {
        return m_table ? qsizetype(m_table->size() * (sizeof(Page) + 2 * sizeof(void *))) : 0;
    }

private:
    static constexpr quint32 mask = (1U << bits) - 1;
    using Page = std::array<T, size_t(1) << bits>;
    using Table = std::vector<std::shared_ptr<Page>>;

    [[nodiscard]] Table &ownTable()
    {
        if (!m_table)
            m_table = std::make_shared<Table>();
        else if (!isOurs(m_table))
            m_table = std::make_shared<Table>(*m_table);
        m_pages = m_table->data();
        return *m_table;
    }
    [[nodiscard]] Page &page(quint32 number)
    {
        std::shared_ptr<Page> &page = ownTable()[number];
        if (!isOurs(page))
            page = std::make_shared<Page>(*page);
        return *page;
    }

    std::shared_ptr<Table> m_table;
    const std::shared_ptr<Page> *m_pages = nullptr; ///< the table's data: one step less for each reading
    quint32 m_size = 0;
};

} // namespace tenantry::directory
