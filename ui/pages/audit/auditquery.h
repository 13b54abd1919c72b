// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui::audit {

/// What the page filters by.
struct AuditFilter
{
    QString actor, object; ///< parts of names
    QString kind;          ///< empty: all
    int days = 0;          ///< back from now; 0: any time
    friend bool operator==(const AuditFilter &, const AuditFilter &) = default;
};

/// Arguments of api.audit_page.
[[nodiscard]] QJsonObject auditArguments(TenantId chain, const AuditFilter &filter, Instant now);

/// The same of api.audit_chain: what an export is confined to; empty: nothing is.
[[nodiscard]] QJsonObject exportFilter(const AuditFilter &filter, Instant now);

} // namespace tenantry::ui::audit
