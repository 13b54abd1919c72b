// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

using namespace Qt::StringLiterals;

namespace tenantry::ctl
{

Command serverCommand()
{
    return {u"server"_s, u"install, upgrade or look at the schema of a server"_s, [](const QStringList &arguments) {
                return dispatch(u"tenantryctl server"_s, {}, arguments);
            }};
}

} // namespace tenantry::ctl
