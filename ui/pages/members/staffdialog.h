// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

namespace tenantry::ui::members {

/// Confirms that a person's MIS account is theirs, which makes them staff, or takes that back (ACC-11). What
/// the account is only the server tells: private data of tenants don't come to the platform team.
class StaffDialog final : public CommandDialog
{
    Q_OBJECT
public:
    StaffDialog(Session &session, UserId user, bool confirmed, QWidget *window = nullptr);

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    void askAccount();
    void setAccount(const Result<QJsonValue> &answer);

    const UserId m_user;
    const bool m_confirmed;
    const QString m_name;
    QLineEdit *m_mis;
    std::optional<Error> m_problem; ///< why there is no account to confirm (yet)
};

} // namespace tenantry::ui::members
