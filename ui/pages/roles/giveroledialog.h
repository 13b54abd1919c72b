// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/candidatesdialog.h"

namespace tenantry::ui::roles {

/// Gives a role to people of the tenant (ROL-3); who holds it already can't be chosen, and who holds one that
/// excludes it neither.
class GiveRoleDialog final : public CandidatesDialog
{
    Q_OBJECT
public:
    GiveRoleDialog(Session &session, TenantRoleId role, QWidget *parent = nullptr);
};

} // namespace tenantry::ui::roles
