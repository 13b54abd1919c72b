// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/tablefile.h"

namespace tenantry::exchange {

/// The first sheet of a workbook, every cell as text: a whole number as its digits, so that a phone number
/// keeps them; of a formula what it came to when it was saved. Errors as readTable().
[[nodiscard]] Result<TableFile> readXlsx(const QString &path, const TableLimits &limits,
                                         const std::stop_token &stop);

} // namespace tenantry::exchange
