// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words of closed vocabularies, as the wire and the database know them, and how people read them.
#pragma once

#include <QString>

#include <span>

namespace tenantry {

/// The text is marked with QT_TRANSLATE_NOOP; its context stands there.
struct TableWord
{
    const char *word, *text;
};

/// The untranslated text; null: the table doesn't have the word.
[[nodiscard]] const char *textIn(std::span<const TableWord> table, const QString &word);

/// In the language of the moment; a word that this version doesn't know, as it is.
[[nodiscard]] QString translatedIn(std::span<const TableWord> table, const char *context,
                                   const QString &word);

} // namespace tenantry
