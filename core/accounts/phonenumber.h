// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace tenantry {

/// A phone number that is valid in its country (ACC-7), as it is stored: "+86 138 0013 8000". Without a
/// country code it is one of China. Error: phone.invalid (Business, field "phone").
[[nodiscard]] Result<QString> internationalPhone(const QString &typed);

} // namespace tenantry
