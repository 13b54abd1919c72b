// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <random>

namespace tenantry::demo
{

using Random = std::mt19937_64;

/// A made-up person: the name as shown, and its letters for mail and MIS accounts ("wei.zhang").
struct PersonName {
    QString shown;
    QString letters;
};

[[nodiscard]] PersonName chineseName(Random &random);
[[nodiscard]] PersonName englishName(Random &random);

/// The n-th name of a department at a depth below the root; unique per n.
[[nodiscard]] QString departmentName(int depth, int n, Random &random);
/// The n-th name of a space; unique per n.
[[nodiscard]] QString spaceName(int n, Random &random);
/// A name for a resource of a kind ("agent", "table" …); unique per n within a space.
[[nodiscard]] QString resourceName(const QString &kind, int n, Random &random);

} // namespace tenantry::demo
