// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/leaveform.h"

#include <QPlainTextEdit>

namespace tenantry::ui::applications {

LeaveForm::LeaveForm(Session &session, const ApplicationRow *previous, QWidget *window)
    : ApplicationForm(session, previous, window)
{
    addReason();
    retranslate();
    reason()->setFocus();
}

QString LeaveForm::tenantName() const
{
    const TenantRow *tenant = session().snapshot()->tenant(session().actor().tenantId);
    return tenant ? tenant->name : QString();
}

void LeaveForm::retranslate()
{
    setTexts(tr("Leave %1").arg(tenantName()),
             tr("The administrator of the tenant decides. With the approval all your roles, organizations, "
                "role groups and grants there go at "
                "once; what you own or lead is handed over before. You are in the default system tenant "
                "afterwards."),
             tr("Submit"));
    retranslateReason();
}

std::optional<Command> LeaveForm::command()
{
    return about(leaveSubmit(basics()), tenantName());
}

} // namespace tenantry::ui::applications
