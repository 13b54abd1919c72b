// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rolegroupcommands.h"
#include "ui/dialogs/candidatesdialog.h"

namespace tenantry::ui {
class ImpactLine;
}

namespace tenantry::ui::groups {

/// Puts people and organizations into a role group, and says before who gains what by it (GRP-1, PRM-5).
class AddGroupMembersDialog final : public CandidatesDialog
{
    Q_OBJECT
public:
    AddGroupMembersDialog(Session &session, RoleGroupId group, QWidget *parent = nullptr);
    [[nodiscard]] ImpactLine *impact() const { return m_impact; }
    [[nodiscard]] QList<RoleGroupMember> members() const;

private:
    ImpactLine *m_impact;
};

} // namespace tenantry::ui::groups
