// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

namespace tenantry::ui::tenants {

/// Freezes a tenant, begins its closing or takes either back (TEN-11, TEN-15). Says what follows, for how many
/// people as far as they are known here; freezing wants the tenant's code typed.
class TenantStateDialog final : public CommandDialog
{
    Q_OBJECT
public:
    TenantStateDialog(Session &session, const TenantRow &tenant, TenantState wanted, QWidget *window = nullptr);
    [[nodiscard]] QLineEdit *code() const { return m_code; } ///< null: nothing need be typed

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    [[nodiscard]] QString sentence() const;

    const TenantRow m_tenant;
    const TenantState m_wanted;
    std::optional<int> m_people; ///< nothing: they aren't here
    QLineEdit *m_code = nullptr;
};

} // namespace tenantry::ui::tenants
