// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/members/passondialog.h"

namespace tenantry::ui::members {

/// Gives one person what another has, as much of it as is ticked, and says before what they gain by it
/// (ORG-8). Nobody loses: what the person has already and is more stays.
class AccessCopyDialog final : public PassOnDialog
{
    Q_OBJECT
public:
    AccessCopyDialog(Session &session, UserId from, QWidget *window = nullptr);

protected:
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    [[nodiscard]] AccessChoice choice() const;

    const std::vector<AccessItem> m_items;
};

} // namespace tenantry::ui::members
