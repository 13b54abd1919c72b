// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::ui::profile {

/// Enough to recognise one's own, too little for whoever looks over a shoulder (ACC-7): "l*****@example.com".
[[nodiscard]] QString maskedEmail(const QString &email);
/// All digits but the last four: "+** *** **** 8000"; of a short number, the last one.
[[nodiscard]] QString maskedPhone(const QString &phone);

} // namespace tenantry::ui::profile
