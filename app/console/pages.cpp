// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pages.h"

namespace tenantry::console
{

ui::PageRegistry makePages(ui::Session &session)
{
    ui::PageRegistry pages;
    Q_UNUSED(session)
    return pages;
}

} // namespace tenantry::console
