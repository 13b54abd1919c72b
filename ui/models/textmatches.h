// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/itemroles.h"

#include <QString>

namespace tenantry::ui {

/// What MatchesRole gives for a shown text: the parts in which the words of a query are found, as
/// directory::matchRanges() finds them. Empty for a query without words.
[[nodiscard]] QList<TextRange> textMatches(const QString &text, const QString &query);

} // namespace tenantry::ui
