// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>

#include <algorithm>
#include <functional>
#include <stop_token>
#include <vector>

namespace tenantry::ui {

/// Puts items into the order that the language gives the texts `textOf` them; those with the same text keep theirs.
/// Numbers count by their value: "空间 2" comes before "空间 10". Once `stop` is asked for they stay as they are.
template <class Item, class Text>
void sortByText(std::vector<Item> &items, const Text &textOf, Qt::SortOrder order = Qt::AscendingOrder,
                const std::stop_token &stop = {})
{
    constexpr size_t between = 256; ///< looks at `stop`
    QCollator collator;
    collator.setNumericMode(true);
    // One key each: a comparison by the collator costs as much, and there are a dozen for each item.
    std::vector<std::pair<QCollatorSortKey, size_t>> keys;
    keys.reserve(items.size());
    for (size_t i = 0; i < items.size(); ++i) {
        if (i % between == 0 && stop.stop_requested())
            return;
        keys.emplace_back(collator.sortKey(std::invoke(textOf, items[i])), i);
    }
    std::ranges::stable_sort(keys, [order](const auto &a, const auto &b) {
        return order == Qt::AscendingOrder ? a.first < b.first : b.first < a.first;
    });
    std::vector<Item> sorted;
    sorted.reserve(items.size());
    for (const auto &[key, place] : keys)
        sorted.push_back(std::move(items[place]));
    items = std::move(sorted);
}

} // namespace tenantry::ui
