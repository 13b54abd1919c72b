// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

namespace tenantry::sync {

/// The message that one of our own functions raised (SQLSTATE TY…): a code, or the ID of a fault.
[[nodiscard]] QString raisedMessage(const Error &error);

/// What app.refuse raised (TY001): its first error; nothing where the error holds none.
[[nodiscard]] std::optional<Error> raisedRefusal(const Error &error);

} // namespace tenantry::sync
