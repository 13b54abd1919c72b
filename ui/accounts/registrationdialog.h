// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/accountdialog.h"

namespace tenantry::ui {

class PasswordMeter;

/// The form of ACC-1. What is sent is answered alike for every address; the mail says the rest.
class RegistrationDialog final : public AccountDialog
{
    Q_OBJECT
public:
    explicit RegistrationDialog(accounts::AccountsServer server, QWidget *parent = nullptr);

protected:
    void act() override;
    void retranslate() override;

private:
    [[nodiscard]] accounts::Registration entered() const;

    QLineEdit *m_email;
    QLineEdit *m_name;
    QLineEdit *m_password;
    PasswordMeter *m_meter;
    QLineEdit *m_repeated;
    QLineEdit *m_phone;
    QLineEdit *m_mis;
};

} // namespace tenantry::ui
