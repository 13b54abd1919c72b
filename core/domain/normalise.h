// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry
{

/// What uniqueness compares: U+0130 replaced by "i", then NFKC, then lower case. Equal to app.normalise() at every
/// code point (tests/domain/tst_normalise sweeps them); don't use another folding for names and codes.
[[nodiscard]] QString normalise(const QString &text);

} // namespace tenantry
