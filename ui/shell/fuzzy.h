// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/itemroles.h"

#include <optional>

namespace tenantry::ui
{

struct FuzzyMatch {
    int score = 0; ///< greater is better; only to compare hits of one query
    QList<TextRange> ranges;
};

/// Whether the letters of `query` occur in `text` in this order, ignoring case and blanks of the query. A hit at
/// the start of a word and letters in a row score higher. An empty query matches everything with 0.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(const QString &query, const QString &text);

} // namespace tenantry::ui
