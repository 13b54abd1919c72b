// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace tenantry::ui::applications {

/// Another name for the actor's tenant, at once (TEN-8).
class RenameForm final : public CommandDialog
{
    Q_OBJECT
public:
    explicit RenameForm(Session &session, QWidget *window = nullptr);
    [[nodiscard]] QLineEdit *name() const { return m_name; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    const TenantRow m_tenant;
    QLineEdit *m_name;
    QPlainTextEdit *m_reason;
};

} // namespace tenantry::ui::applications
