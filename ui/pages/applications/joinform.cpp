// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/joinform.h"

#include "ui/pages/applications/foundpicker.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::applications {

JoinForm::JoinForm(Session &session, const ApplicationRow *previous, QWidget *window)
    : ApplicationForm(session, previous, window),
      m_tenant(new FoundPicker(session, sync::Question::FindTenants))
{
    form()->addField(u"tenant_id"_s, m_tenant);
    addReason();
    if (previous)
        m_tenant->choose(FoundPicker::Found{previous->tenantId.uuid(), previousText("tenant_name"_L1), {}});
    retranslate();
    m_tenant->setFocus();
}

void JoinForm::retranslate()
{
    setTexts(
        tr("Join a tenant"),
        tr("The administrator of the tenant decides, and after them the platform team, where it wants to."),
        tr("Submit"));
    FormField *field = form()->field(u"tenant_id"_s);
    field->setLabel(tr("Tenant"), true);
    field->setHint(tr("Two characters or more of its name, or its exact code."));
    m_tenant->setTexts(tr("Search tenants"), {});
    retranslateReason();
}

void JoinForm::check()
{
    if (!m_tenant->chosen())
        form()->setError(u"tenant_id"_s, tr("Choose a tenant from what was found."));
    checkReason();
}

std::optional<Command> JoinForm::command()
{
    const FoundPicker::Found chosen = m_tenant->chosen().value_or(FoundPicker::Found());
    return about(joinSubmit(basics(), TenantId(chosen.id)), chosen.name);
}

} // namespace tenantry::ui::applications
