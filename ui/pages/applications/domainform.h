// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/applications/applicationform.h"

class QLineEdit;

namespace tenantry::ui::applications {

/// Another domain for the actor's tenant (TEN-9).
class DomainForm final : public ApplicationForm
{
    Q_OBJECT
public:
    DomainForm(Session &session, const ApplicationRow *previous, QWidget *window = nullptr);
    [[nodiscard]] QLineEdit *domain() const { return m_domain; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    const TenantRow m_tenant;
    QLineEdit *m_domain;
};

} // namespace tenantry::ui::applications
