// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/applications/applicationform.h"

class QComboBox;
class QLineEdit;

namespace tenantry::ui::applications {

class FoundPicker;

/// A new tenant: applied for (TEN-1), or created at once by a system administrator (TEN-6).
class TenantForm final : public ApplicationForm
{
    Q_OBJECT
public:
    enum class Way { Application, Directly };
    TenantForm(Session &session, Way way, const ApplicationRow *previous, QWidget *window = nullptr);

    [[nodiscard]] QLineEdit *edit(const QString &field) const;
    [[nodiscard]] FoundPicker *administrator() const { return m_administrator; }
    [[nodiscard]] QComboBox *plan() const { return m_plan; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    void fill();
    void fillPlans();
    void proposeName();
    [[nodiscard]] QString text(const QString &field) const;
    [[nodiscard]] QUuid chosenPlan() const;
    [[nodiscard]] UserId chosenAdministrator() const;

    const Way m_way;
    QStringList m_fields; ///< those with a line to type in, in their order
    FoundPicker *m_administrator;
    QComboBox *m_plan;
    TenantId m_newId; ///< of Directly
};

} // namespace tenantry::ui::applications
