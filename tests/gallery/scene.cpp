// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include <QLocale>

namespace tenantry::gallery
{

QString say(const QString &english, const QString &chinese)
{
    return QLocale().language() == QLocale::Chinese ? chinese : english;
}

} // namespace tenantry::gallery
