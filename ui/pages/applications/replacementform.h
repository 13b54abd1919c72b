// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/applications/applicationform.h"

class QCheckBox;

namespace tenantry::ui {
class PersonPicker;
}

namespace tenantry::ui::applications {

/// Another administrator for a tenant (TEN-10): its own applies for it, a system administrator does it at
/// once.
class ReplacementForm final : public ApplicationForm
{
    Q_OBJECT
public:
    /// By application, for the tenant that the actor administers.
    ReplacementForm(Session &session, const ApplicationRow *previous, QWidget *window = nullptr);
    /// At once.
    ReplacementForm(Session &session, TenantId tenant, QWidget *window = nullptr);
    [[nodiscard]] PersonPicker *candidate() const { return m_candidate; }
    [[nodiscard]] QCheckBox *everyone() const { return m_everyone; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    ReplacementForm(Session &session, TenantId tenant, bool directly, const ApplicationRow *previous,
                    QWidget *window);

    const TenantRow m_tenant;
    const bool m_directly;
    PersonPicker *m_candidate;
    QCheckBox *m_everyone;
};

} // namespace tenantry::ui::applications
