// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::ui::audit {

/// "Organization renamed or described anew" for "organization_edit"; a kind that this version doesn't know, as
/// it is.
[[nodiscard]] QString kindText(const QString &kind);
/// "Name" for "name"; other fields as they are.
[[nodiscard]] QString fieldText(const QString &field);
/// "Organization" for "organization".
[[nodiscard]] QString objectKindText(const QString &kind);

} // namespace tenantry::ui::audit
