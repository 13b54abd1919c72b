// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/applications/applicationform.h"

namespace tenantry::ui::applications {

/// To leave the tenant (MOV-2): nothing but the reason; the form says what goes.
class LeaveForm final : public ApplicationForm
{
    Q_OBJECT
public:
    LeaveForm(Session &session, const ApplicationRow *previous, QWidget *window = nullptr);

protected:
    void check() override { checkReason(); }
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    [[nodiscard]] QString tenantName() const;
};

} // namespace tenantry::ui::applications
