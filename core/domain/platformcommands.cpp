// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/platformcommands.h"

#include "core/domain/commandparts.h"

namespace tenantry {

using namespace Qt::StringLiterals;
using namespace commandparts;

Command platformSettingsSet(const QJsonObject &settings)
{
    return command(u"platform_settings_set"_s, settings);
}

} // namespace tenantry
