// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QCheckBox;

namespace tenantry::ui::explorer {
class PickField;
}

namespace tenantry::ui::members {

/// 邀请成员: one person, by e-mail (ORG-5, ORG-10). Whether the address is known is the server's to say.
class InviteDialog final : public CommandDialog
{
    Q_OBJECT
public:
    InviteDialog(Session &session, TenantId tenant, QWidget *window);
    [[nodiscard]] QLineEdit *email() const { return m_email; }
    [[nodiscard]] QLineEdit *name() const { return m_name; }
    [[nodiscard]] explorer::PickField *organization() const { return m_organization; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    TenantId m_tenant;
    QLineEdit *m_email;
    QLineEdit *m_name;
    explorer::PickField *m_organization;
    QCheckBox *m_leader;
};

} // namespace tenantry::ui::members
