// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"
#include "ui/pages/members/belongings.h"

namespace tenantry::ui::members {

/// Suspends an account at once, or lets it in again (ACC-9). Says who loses what by it and what stays behind
/// to be handed over (ORG-7).
class SuspendDialog final : public CommandDialog
{
    Q_OBJECT
public:
    SuspendDialog(Session &session, UserId user, bool suspended, QWidget *window = nullptr);

protected:
    void check() override {}
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    [[nodiscard]] QString sentence() const;

    const UserId m_user;
    const bool m_suspended;
    const directory::SnapshotPtr m_seen;
    const int m_duties; ///< that bind
};

} // namespace tenantry::ui::members
