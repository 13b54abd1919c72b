// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace tenantry::ui::groups {

/// Name and description of a role group, new or there already.
class GroupForm final : public CommandDialog
{
    Q_OBJECT
public:
    /// `edited` null: a new one in `tenant`.
    GroupForm(Session &session, TenantId tenant, RoleGroupId edited, QWidget *window = nullptr);
    /// The one that is edited or was made.
    [[nodiscard]] RoleGroupId group() const { return m_group; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    const TenantId m_tenant;
    const bool m_isNew;
    RoleGroupId m_group;
    const directory::SnapshotPtr m_seen; ///< that the fields were filled from
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
};

} // namespace tenantry::ui::groups
