// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tenantry::directory
{

/// Where `needle`, not empty, begins in `text` from `from` on; npos where it doesn't. As std::string_view::find, at the
/// speed of memory where the processor has AVX2.
[[nodiscard]] size_t findText(std::string_view text, std::string_view needle, size_t from);

} // namespace tenantry::directory
