// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One maker for each kind of application, and what their files share.
#pragma once

#include "ui/pages/approvals/applicationkinds.h"

namespace tenantry::ui::kinds {

[[nodiscard]] ApplicationKind tenantCreation();
[[nodiscard]] ApplicationKind join();
[[nodiscard]] ApplicationKind leave();
[[nodiscard]] ApplicationKind domainChange();
[[nodiscard]] ApplicationKind administratorReplacement();

[[nodiscard]] QString formText(const ApplicationRow &application, QLatin1String field);
[[nodiscard]] UserId formUser(const ApplicationRow &application, QLatin1String field);
/// What an application is about: the name of the tenant, the new one or the one that is there.
[[nodiscard]] QString subjectOf(const ApplicationRow &application);
/// Whoever applied still administers the tenant.
[[nodiscard]] CheckItem applicantAdministers(const ApplicationRow &application,
                                             const ApplicationChecks &checks);

} // namespace tenantry::ui::kinds
