// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

#include <memory>

namespace tenantry {

/// Our own texts in a language ("en": its plurals only, "zh_CN"); null where there is none.
[[nodiscard]] std::unique_ptr<QTranslator> loadTranslator(const QString &language);

} // namespace tenantry
