// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tenants/tenantplandialog.h"

#include "core/domain/messages.h"
#include "core/domain/platformcommands.h"
#include "ui/pages/tenants/tenantwords.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::tenants {

TenantPlanDialog::TenantPlanDialog(Session &session, const TenantRow &tenant, QWidget *window)
    : CommandDialog(session, window), m_tenant(tenant), m_seen(session.snapshot()), m_plan(new QComboBox),
      m_benefits(makeParagraph(TextStyle::Small))
{
    for (const PlanRow &plan : m_seen->plans())
        m_plan->addItem(planName(plan), plan.id);
    m_plan->setCurrentIndex(m_plan->findData(tenant.planId));
    form()->addField(u"plan_id"_s, m_plan);
    form()->addWidget(m_benefits);
    addReason();
    connect(m_plan, &QComboBox::currentIndexChanged, this, &TenantPlanDialog::showBenefits);
    retranslate();
    m_plan->setFocus();
}

void TenantPlanDialog::showBenefits()
{
    const PlanRow *before = m_seen->plan(m_tenant.planId), *after = m_seen->plan(m_plan->currentData().toUuid());
    const QStringList lines = after ? benefitLines(before ? before->quotas : QJsonObject(), after->quotas) : QStringList();
    m_benefits->setText(lines.isEmpty() ? tr("This plan gives what the tenant has now.") : lines.join(u'\n'));
}

void TenantPlanDialog::retranslate()
{
    setTexts(tr("Change the plan of %1").arg(m_tenant.name),
             tr("At once; its administrator is told. What is over the new limits stays, only more is refused."),
             tr("Change the plan"));
    form()->field(u"plan_id"_s)->setLabel(tr("Plan"), true);
    for (int i = 0; i < m_plan->count(); ++i)
        if (const PlanRow *plan = m_seen->plan(m_plan->itemData(i).toUuid()))
            m_plan->setItemText(i, planName(*plan));
    showBenefits();
}

void TenantPlanDialog::check()
{
    checkRule(u"command"_s, u"reason"_s, reason()->text());
    if (m_plan->currentData().toUuid() == m_tenant.planId)
        form()->setError(u"plan_id"_s, sentence(Error{ErrorClass::Business, u"tenant.plan_same"_s, {}, {}}));
}

std::optional<Command> TenantPlanDialog::command()
{
    Command command = tenantSetPlan(m_tenant.id, m_plan->currentData().toUuid(), reason()->text().trimmed());
    command.see(m_tenant.id.uuid(), {}, m_tenant.version);
    command.subject = {{u"record"_s, m_tenant.id.toString()}, {u"title"_s, m_tenant.name}};
    return command;
}

} // namespace tenantry::ui::tenants
