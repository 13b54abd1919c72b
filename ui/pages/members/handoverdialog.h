// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/members/passondialog.h"

namespace tenantry::ui::members {

/// Passes on what a member owns, leads and administers, in one atomic step, and says before who gains and who
/// loses by it (ORG-7). What is ticked goes to one person; the rest can follow to another.
class HandoverDialog final : public PassOnDialog
{
    Q_OBJECT
public:
    HandoverDialog(Session &session, UserId user, QWidget *window = nullptr);

protected:
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    const std::vector<DutyItem> m_duties;
};

} // namespace tenantry::ui::members
