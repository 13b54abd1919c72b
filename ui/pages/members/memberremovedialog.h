// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

namespace tenantry::ui::members {

/// Takes a member out of the tenant, with everything that they have in it (ORG-6); says what that is, and
/// that for 30 days they can be brought back. What they own or lead has to be handed over first.
class MemberRemoveDialog final : public CommandDialog
{
    Q_OBJECT
public:
    MemberRemoveDialog(Session &session, UserId user, QWidget *window = nullptr);

Q_SIGNALS:
    /// Refused for what they own or lead (MOV-4); the dialog is closed by then.
    void handOverRequested(const QString &reason);

protected:
    void check() override {}
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;
    [[nodiscard]] QString wayOut(const Error &error) const override;
    void takeWayOut() override;

private:
    const UserId m_user;
    const directory::SnapshotPtr m_seen;
};

} // namespace tenantry::ui::members
