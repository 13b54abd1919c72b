// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a file of members (ORG-5), by their names in either language.
#pragma once

#include "core/base/result.h"

#include <QLocale>
#include <QStringList>

#include <array>

namespace tenantry::exchange {

enum class ImportColumn : quint8 { Email, Name, Phone, Mis, Organization, Primary, Role };
inline constexpr int importColumnCount = 7;

/// Where each column stands in the file; -1: nowhere.
using ImportColumns = std::array<int, importColumnCount>;

/// Upper and lower case, blanks and punctuation don't matter; other columns are left alone. Errors (Data):
/// "import.column_missing" {column} where there is no e-mail, "import.column_doubled" {column}.
[[nodiscard]] Result<ImportColumns> recogniseColumns(const QStringList &header);

/// What the column is called in a template: Chinese or, in every other language, English.
[[nodiscard]] QString columnTitle(ImportColumn column, QLocale::Language language);
/// Of the column of reasons that bad rows come back with.
[[nodiscard]] QString errorTitle(QLocale::Language language);
[[nodiscard]] bool isErrorTitle(const QString &title);

} // namespace tenantry::exchange
