// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accounts/accountdialog.h"

namespace tenantry::ui {

class PasswordMeter;

/// What the code of a mail opens: the activation of an account (ACC-5, ACC-6) or another password (ACC-9).
/// Sends a new mail where there is none.
class CodeDialog final : public AccountDialog
{
    Q_OBJECT
public:
    enum class Purpose { Activate, Reset };
    /// `code`: of a link; empty: it is pasted, or asked for first.
    CodeDialog(Purpose purpose, const QString &code, accounts::AccountsServer server,
               QWidget *parent = nullptr);

protected:
    void act() override;
    void retranslate() override;

private:
    /// A code of the mail, then a password: the one that was chosen at registration, or a new one.
    enum class Step { Code, KnownPassword, NewPassword };
    void go(Step step);
    void begin();
    void complete();
    void askForMail();
    [[nodiscard]] QString code() const;

    const Purpose m_purpose;
    Step m_step = Step::Code;
    QJsonObject m_begun;
    QLineEdit *m_code;
    QLineEdit *m_email;
    QPushButton *m_send;
    QLineEdit *m_password;
    PasswordMeter *m_meter;
    QLineEdit *m_repeated;
};

} // namespace tenantry::ui
