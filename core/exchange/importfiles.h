// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"

namespace tenantry::exchange {

/// An empty file with the columns of an import (ORG-5). Errors as TableWriter. For a thread that may wait.
[[nodiscard]] Result<void> writeImportTemplate(const QString &path, TableFormat format,
                                               QLocale::Language language, bool replace);

/// The bad rows as they came, with what is wrong with them in a last column: mended, the file can be imported
/// as it is. `language` is that of the column's title; the sentences are in that of the moment.
[[nodiscard]] Result<void> writeBadRows(const QString &path, const ImportDraft &draft, TableFormat format,
                                        QLocale::Language language, bool replace);

/// "Phone: Too short: …" for each fault, in the language of the moment.
[[nodiscard]] QString faultText(const ImportRow &row, QLocale::Language language);

} // namespace tenantry::exchange
