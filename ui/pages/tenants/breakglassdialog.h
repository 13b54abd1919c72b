// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QSpinBox;

namespace tenantry::ui::tenants {

/// Opens a tenant for maintenance, with a reason and for a limited time (TEN-13).
class BreakGlassDialog final : public CommandDialog
{
    Q_OBJECT
public:
    BreakGlassDialog(Session &session, const TenantRow &tenant, QWidget *window = nullptr);
    [[nodiscard]] QSpinBox *minutes() const { return m_minutes; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    const TenantRow m_tenant;
    const QUuid m_id; ///< of the access: the same again where the first answer was lost
    QSpinBox *m_minutes;
};

} // namespace tenantry::ui::tenants
