// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pages.h"

namespace tenantry::console
{

ui::PageRegistry makePages()
{
    ui::PageRegistry pages;
    return pages;
}

} // namespace tenantry::console
