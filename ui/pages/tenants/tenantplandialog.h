// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QComboBox;

namespace tenantry::ui::tenants {

/// Gives a tenant another plan; shows which benefits differ (TEN-15).
class TenantPlanDialog final : public CommandDialog
{
    Q_OBJECT
public:
    TenantPlanDialog(Session &session, const TenantRow &tenant, QWidget *window = nullptr);
    [[nodiscard]] QComboBox *plan() const { return m_plan; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    void showBenefits();

    const TenantRow m_tenant;
    const directory::SnapshotPtr m_seen;
    QComboBox *m_plan;
    QLabel *m_benefits;
};

} // namespace tenantry::ui::tenants
