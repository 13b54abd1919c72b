// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/audit/chainwatch.h"
#include "ui/session/session.h"
#include "ui/shell/pageregistry.h"

namespace tenantry::console
{

/// Every page of the console, in the order of the navigation. The session outlives them.
/// `heads`: where this console keeps what it verified of the audit.
[[nodiscard]] ui::PageRegistry makePages(ui::Session &session, const QString &module, const ui::audit::HeadStore &heads = {});

} // namespace tenantry::console
