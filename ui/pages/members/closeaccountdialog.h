// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

namespace tenantry::ui::members {

/// Closes somebody's account for good (ACC-9): nothing takes that back, so the name is typed first.
class CloseAccountDialog final : public CommandDialog
{
    Q_OBJECT
public:
    CloseAccountDialog(Session &session, UserId user, QWidget *window = nullptr);

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    const UserId m_user;
    const QString m_name;
    QLineEdit *m_typed;
};

} // namespace tenantry::ui::members
