// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/palettesearch.h"
#include "ui/shell/pageregistry.h"
#include "ui/shell/shellviews.h"

#include <optional>

namespace tenantry::console
{

/// A hit as the palette shows it, with the page that opens it; nothing where the person has no such page.
[[nodiscard]] std::optional<ui::PaletteObject> paletteObject(const ui::PaletteSearch::Hit &hit, const ui::PageRegistry &pages);

} // namespace tenantry::console
