// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/uisupport/fixedsession.h"

namespace tenantry::test {

/// Answers what the security page asks as the server would (api.security_page), from a few events and accesses of the world's
/// people. What was asked is put into `asked`, which outlives the session's last question.
void answerSecurity(FixedSession &session, const std::shared_ptr<QList<QJsonObject>> &asked = {});

/// From now on the server says that this person has the tenant open for maintenance, for so many minutes still; the
/// platform team's own person holds its inside too.
void openForMaintenance(FixedSession &session, TenantId tenant, UserId user, int minutes = 43);
void endMaintenance(FixedSession &session);

} // namespace tenantry::test
