// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/pageregistry.h"

namespace tenantry::console
{

/// Every page of the console, in the order of the navigation. The session outlives them.
[[nodiscard]] ui::PageRegistry makePages(ui::Session &session, const QString &module);

} // namespace tenantry::console
