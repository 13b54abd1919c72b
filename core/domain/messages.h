// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences for people, made from codes and parameters, in the language of the moment (QCoreApplication::translate, context "messages").
#pragma once

#include "core/base/result.h"
#include "core/domain/rules.h"

#include <QString>
#include <QStringList>

namespace tenantry
{

/// What happened and what to do about it. Unknown codes get a general sentence that names the code.
[[nodiscard]] QString sentence(const Error &error);

/// The rule of a field before anything is typed (ERR-3), e.g. "3 to 20 characters: letters A–Z, digits and _."
[[nodiscard]] QString sentence(const FieldHint &hint);

/// Every code that has a sentence of its own, sorted: a test compares them with refusals.json.
[[nodiscard]] QStringList codesWithSentence();

} // namespace tenantry
