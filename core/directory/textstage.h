// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/tables.h"

#include <QStringEncoder>

#include <string>
#include <vector>

namespace tenantry::directory
{

/// Collects one column of texts while many rows come in, to be packed at the end: packing a page for each text would
/// copy its neighbours each time.
class TextStage final
{
public:
    void set(quint32 row, QStringView text)
    {
        if (row >= m_spans.size())
            m_spans.resize(std::max<size_t>(row + 1, m_spans.size() * 2));
        const size_t first = m_pool.size();
        m_pool.resize(first + size_t(text.size()) * 3);
        const char *end = m_encoder.appendToBuffer(m_pool.data() + first, text);
        m_pool.resize(size_t(end - m_pool.data()));
        m_spans[row] = {first, quint32(m_pool.size() - first)};
    }
    /// `before` with what was set since; `rows` lists in all.
    [[nodiscard]] Texts finish(const Texts &before, quint32 rows) const
    {
        const auto at = [&](quint32 row) -> std::span<const char> {
            if (row < m_spans.size() && m_spans[row].size != unset)
                return {m_pool.data() + m_spans[row].first, m_spans[row].size};
            return row < before.size() ? before[row] : std::span<const char>();
        };
        std::vector<quint32> sizes(rows);
        for (quint32 row = 0; row < rows; ++row)
            sizes[row] = quint32(at(row).size());
        Texts::Loader loader(std::move(sizes));
        for (quint32 row = 0; row < rows; ++row)
            if (const auto text = at(row); !text.empty())
                std::copy(text.begin(), text.end(), loader.room(row));
        return loader.finish();
    }

private:
    static constexpr quint32 unset = 0xffff'ffff;
    struct Span {
        size_t first = 0;
        quint32 size = unset;
    };

    QStringEncoder m_encoder{QStringConverter::Utf8, QStringConverter::Flag::Stateless};
    std::string m_pool;
    std::vector<Span> m_spans;
};

} // namespace tenantry::directory
