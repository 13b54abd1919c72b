// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a CSV file doesn't say of itself: its encoding and what parts its fields.
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace tenantry::exchange {

/// As UTF-8 without a mark. A mark says what it is; without one it is UTF-8 where it can be, else GB18030.
/// Errors (Data): "table.binary" (holds NUL), "table.encoding" (neither).
[[nodiscard]] Result<QByteArray> tableText(QByteArray bytes);

/// The comma, semicolon or tab that stands most often in the first line, outside of quotes.
[[nodiscard]] char delimiterOf(const QByteArray &text);

} // namespace tenantry::exchange
