// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rolecommands.h"
#include "ui/dialogs/commanddialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace tenantry::ui::members {
class CheckListField;
}

namespace tenantry::ui::roles {

/// A tenant's own role, new or there already: its name, what it permits, which roles it excludes (ROL-1,
/// ROL-3).
class RoleForm final : public CommandDialog
{
    Q_OBJECT
public:
    /// `edited` null: a new one in `tenant`.
    RoleForm(Session &session, TenantId tenant, TenantRoleId edited, QWidget *window = nullptr);
    /// The one that is edited or was made.
    [[nodiscard]] TenantRoleId role() const { return m_role; }
    [[nodiscard]] members::CheckListField *keys() const { return m_keys; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    void fill(const TenantRoleRow &row);
    void fillChoices();
    /// A key comes with those that it implies, and goes with those that imply it (OPM-10).
    void followTick(int row);
    [[nodiscard]] TenantRoleFields fields() const;

    const TenantId m_tenant;
    const bool m_isNew;
    TenantRoleId m_role;
    const directory::SnapshotPtr m_seen; ///< that the fields were filled from
    QStringList m_keyNames;              ///< of the rows of m_keys
    QList<TenantRoleId> m_others;        ///< of the rows of m_excludes
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    members::CheckListField *m_keys;
    members::CheckListField *m_excludes;
};

} // namespace tenantry::ui::roles
