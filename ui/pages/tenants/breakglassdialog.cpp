// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tenants/breakglassdialog.h"

#include "core/base/id.h"
#include "core/domain/platformcommands.h"

#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui::tenants {

BreakGlassDialog::BreakGlassDialog(Session &session, const TenantRow &tenant, QWidget *window)
    : CommandDialog(session, window), m_tenant(tenant), m_id(makeUuid7(session.now())),
      m_minutes(new QSpinBox)
{
    const FieldHint rule = session.rules().hint(u"break_glass"_s, u"minutes"_s).value_or(FieldHint());
    m_minutes->setRange(rule.minimum, rule.maximum);
    m_minutes->setSingleStep(15);
    m_minutes->setValue(60);
    m_minutes->setMaximumWidth(160);
    form()->addField(u"minutes"_s, m_minutes);
    addReason();
    retranslate();
    reason()->setFocus();
}

void BreakGlassDialog::retranslate()
{
    setTexts(tr("Open %1 for maintenance").arg(m_tenant.name),
             tr("You see and may do what its administrator does, until the time is over. The administrator is "
                "told at once, with your name and the reason, and everything you do is recorded as done under "
                "this access."),
             tr("Open the tenant"));
    form()->field(u"minutes"_s)->setLabel(tr("For how long"), true);
    m_minutes->setSuffix(tr(" min"));
    showRule(u"break_glass"_s, u"minutes"_s);
}

void BreakGlassDialog::check()
{
    checkRule(u"command"_s, u"reason"_s, reason()->text());
}

std::optional<Command> BreakGlassDialog::command()
{
    Command command = breakGlassOpen(m_id, m_tenant.id, m_minutes->value(), reason()->text().trimmed());
    command.subject = {{u"record"_s, m_tenant.id.toString()}, {u"title"_s, m_tenant.name}};
    return command;
}

} // namespace tenantry::ui::tenants
