// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QRadioButton;

namespace tenantry::ui::notifications {

/// The answer to an invitation (ORG-10): accepting it is an application to join which the tenant has decided
/// already.
class InvitationDialog final : public CommandDialog
{
    Q_OBJECT
public:
    /// `parameters` of the notification "invited".
    InvitationDialog(Session &session, const QJsonObject &parameters, QWidget *window);
    [[nodiscard]] QRadioButton *accepts() const { return m_accepts; }
    [[nodiscard]] QRadioButton *declines() const { return m_declines; }

protected:
    void check() override {}
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    QJsonObject m_parameters;
    ApplicationId m_application;
    QRadioButton *m_accepts;
    QRadioButton *m_declines;
};

} // namespace tenantry::ui::notifications
