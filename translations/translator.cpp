// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translator.h"

namespace tenantry {

using namespace Qt::StringLiterals;

std::unique_ptr<QTranslator> loadTranslator(const QString &language)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(u"tenantry_"_s + language, u":/i18n"_s))
        return nullptr;
    return translator;
}

} // namespace tenantry
