// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tenantry::directory
{

/// One way to read a text aloud: for each UTF-16 unit of it its letters, lower case. Units that are read as they stand
/// (Latin letters, digits) give themselves; blanks, punctuation and the second half of a pair give nothing.
using Reading = std::vector<QString>;

/// Every way to read a text with Chinese characters, surnames in their own reading first (MEM-2: 单 shan, 尉迟 yuchi), at
/// most 16; none for a text without them. Thread-safe.
[[nodiscard]] std::vector<Reading> readings(const QString &text);

/// The letters of a reading in one piece, "zhangsan"; and the first ones of its syllables and words, "zs".
[[nodiscard]] QString fullLetters(const Reading &reading);
[[nodiscard]] QString initialLetters(const Reading &reading);

} // namespace tenantry::directory
