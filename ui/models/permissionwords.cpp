// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/permissionwords.h"

#include <QCoreApplication>

namespace tenantry::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::PermissionWords)
};

} // namespace

QString dataScopeText(const QString &scope)
{
    if (scope == QLatin1String("none"))
        return Words::tr("Nobody");
    if (scope == QLatin1String("own"))
        return Words::tr("People of the organization");
    if (scope == QLatin1String("below"))
        return Words::tr("People of the organization and below");
    return scope == QLatin1String("tenant") ? Words::tr("Everybody in the tenant") : Words::tr("Inherited");
}

QString areaText(const QString &area)
{
    if (area == QLatin1String("users"))
        return Words::tr("Managing people");
    return area == QLatin1String("functions") ? Words::tr("Functions") : Words::tr("System configuration");
}

} // namespace tenantry::ui
