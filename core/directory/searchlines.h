// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/words.h"

#include <QString>
#include <QStringList>

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tenantry::directory
{

/// How a query fits a row; lower is better.
enum class SearchRank : quint8 { NameBegins, NameHas, Pinyin, Initials, Other };
inline constexpr size_t searchRanks = 5;

/// What can be found of many rows, in one contiguous buffer of lower-case UTF-8: per row its name, the letters of the name's
/// readings, their initials, then everything else, in the order of SearchRank.
class SearchLines final
{
public:
    void reserve(size_t rows);
    void add(quint32 row, const QString &name, const QStringList &others);
    [[nodiscard]] size_t size() const { return m_rows.size(); }

    /// Where words that all must be found are looked for; stops early when asked to.
    struct Hit {
        quint32 row;
        SearchRank rank;
    };
    /// Calls `found(Hit)` for each row that has all `words`, in the order in which rows were added.
    template <class Found>
    void find(const std::vector<std::string> &words, std::stop_token stop, Found found) const
    {
        size_t line = 0;
        while (!stop.stop_requested() && (line = nextWith(words.front(), line)) < m_rows.size()) {
            if (const int rank = rankOf(words, line); rank >= 0)
                found(Hit{m_rows[line], SearchRank(rank)});
            ++line;
        }
    }

private:
    [[nodiscard]] std::string_view text(size_t line) const;
    [[nodiscard]] size_t nextWith(const std::string &word, size_t line) const;
    [[nodiscard]] int rankOf(const std::vector<std::string> &words, size_t line) const;

    std::string m_buffer;
    std::vector<size_t> m_starts; ///< of each row in the buffer
    std::vector<quint32> m_rows;
};

/// The words of a query as they stand in SearchLines, the longest first: it is the rarest.
[[nodiscard]] std::vector<std::string> searchWords(const QString &query);

} // namespace tenantry::directory
