// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>

#include <algorithm>
#include <iterator>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace tenantry::directory
{

/// What `id` of a row is as a UUID, whatever its kind.
template <class Id>
[[nodiscard]] const QUuid &uuidOf(const Id &id)
{
    if constexpr (std::is_same_v<Id, QUuid>)
        return id;
    else
        return id.uuid();
}

/// Rows to iterate over: `for (const PlanRow &plan : snapshot.plans())`. Valid while its snapshot lives.
template <class Row>
class Rows final
{
public:
    using Pointer = std::shared_ptr<const Row>;

    class Iterator final
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using pointer = const Row *;
        using reference = const Row &;

        Iterator() = default;
        explicit Iterator(const Pointer *at) : m_at(at) {}
        reference operator*() const { return **m_at; }
        pointer operator->() const { return m_at->get(); }
        Iterator &operator++() { ++m_at; return *this; }
        Iterator operator++(int) { return Iterator(m_at++); }
        friend bool operator==(const Iterator &, const Iterator &) = default;

    private:
        const Pointer *m_at = nullptr;
    };

    Rows() = default;
    explicit Rows(std::span<const Pointer> rows) : m_rows(rows) {}

    [[nodiscard]] Iterator begin() const { return Iterator(m_rows.data()); }
    [[nodiscard]] Iterator end() const { return Iterator(m_rows.data() + m_rows.size()); }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_rows.size()); }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] const Row &operator[](qsizetype i) const { return *m_rows[size_t(i)]; }
    /// For whoever keeps a row beyond its snapshot.
    [[nodiscard]] const Pointer &pointer(qsizetype i) const { return m_rows[size_t(i)]; }

private:
    std::span<const Pointer> m_rows;
};

/// A table of few rows (thousands), in the order of their IDs, which is that of their making. Copying it copies pointers.
template <class Row>
class RowSet final
{
public:
    using Pointer = std::shared_ptr<const Row>;

    [[nodiscard]] Rows<Row> rows() const { return Rows<Row>(m_rows); }
    [[nodiscard]] const Row *find(const QUuid &id) const
    {
        const auto at = position(id);
        return at != m_rows.end() && uuidOf((*at)->id) == id ? at->get() : nullptr;
    }
    Pointer upsert(const Row &row)
    {
        auto made = std::make_shared<const Row>(row);
        const auto at = m_rows.begin() + (position(uuidOf(row.id)) - m_rows.cbegin());
        if (at != m_rows.end() && (*at)->id == row.id)
            *at = made;
        else
            m_rows.insert(at, made);
        return made;
    }
    /// Removes the row and gives it back; null where there is none.
    Pointer take(const QUuid &id)
    {
        const auto at = position(id);
        if (at == m_rows.end() || uuidOf((*at)->id) != id)
            return {};
        Pointer gone = *at;
        m_rows.erase(at);
        return gone;
    }

private:
    [[nodiscard]] auto position(const QUuid &id) const
    {
        return std::lower_bound(m_rows.cbegin(), m_rows.cend(), id,
                                [](const Pointer &row, const QUuid &wanted) { return uuidOf(row->id) < wanted; });
    }

    std::vector<Pointer> m_rows;
};

/// A RowSet with the rows of each parent at hand: `Parent` is the member that names it.
template <class Row, auto Parent>
class ChildRowSet final
{
public:
    using Pointer = std::shared_ptr<const Row>;

    [[nodiscard]] Rows<Row> rows() const { return m_rows.rows(); }
    [[nodiscard]] const Row *find(const QUuid &id) const { return m_rows.find(id); }
    /// In the order of their making.
    [[nodiscard]] Rows<Row> of(const QUuid &parent) const
    {
        const auto first = std::lower_bound(m_byParent.begin(), m_byParent.end(), parent,
                                            [](const Pointer &row, const QUuid &p) { return parentOf(*row) < p; });
        const auto last = std::upper_bound(first, m_byParent.end(), parent,
                                           [](const QUuid &p, const Pointer &row) { return p < parentOf(*row); });
        return Rows<Row>(std::span(first, last));
    }
    void upsert(const Row &row)
    {
        remove(uuidOf(row.id));
        const Pointer made = m_rows.upsert(row);
        m_byParent.insert(std::lower_bound(m_byParent.begin(), m_byParent.end(), made, before), made);
    }
    bool remove(const QUuid &id)
    {
        const Pointer gone = m_rows.take(id);
        if (gone)
            m_byParent.erase(std::lower_bound(m_byParent.begin(), m_byParent.end(), gone, before));
        return gone != nullptr;
    }

private:
    [[nodiscard]] static const QUuid &parentOf(const Row &row) { return uuidOf(row.*Parent); }
    [[nodiscard]] static bool before(const Pointer &a, const Pointer &b)
    {
        return parentOf(*a) != parentOf(*b) ? parentOf(*a) < parentOf(*b) : uuidOf(a->id) < uuidOf(b->id);
    }

    RowSet<Row> m_rows;
    std::vector<Pointer> m_byParent;
};

} // namespace tenantry::directory
