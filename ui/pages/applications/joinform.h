// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/applications/applicationform.h"

namespace tenantry::ui::applications {

class FoundPicker;

/// To join a tenant (MOV-3, MOV-8).
class JoinForm final : public ApplicationForm
{
    Q_OBJECT
public:
    JoinForm(Session &session, const ApplicationRow *previous, QWidget *window = nullptr);
    [[nodiscard]] FoundPicker *tenant() const { return m_tenant; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    FoundPicker *m_tenant;
};

} // namespace tenantry::ui::applications
