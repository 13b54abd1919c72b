// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/domainform.h"

#include "core/domain/messages.h"
#include "core/domain/normalise.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::applications {

namespace {

TenantRow administered(const Session &session)
{
    const TenantRow *tenant = session.snapshot()->tenant(session.actor().administers);
    return tenant ? *tenant : TenantRow();
}

} // namespace

DomainForm::DomainForm(Session &session, const ApplicationRow *previous, QWidget *window)
    : ApplicationForm(session, previous, window), m_tenant(administered(session)), m_domain(new QLineEdit)
{
    form()->addField(u"domain"_s, m_domain);
    m_domain->setText(previousText("domain"_L1));
    addReason();
    retranslate();
    m_domain->setFocus();
}

void DomainForm::retranslate()
{
    setTexts(tr("Change the domain of %1").arg(m_tenant.name),
             tr("The domain now: %1. A system administrator decides; nothing else changes, and all members "
                "are told.")
                 .arg(m_tenant.domain),
             tr("Submit"));
    form()->field(u"domain"_s)->setLabel(tr("New domain"), true);
    showRule(u"tenant"_s, u"domain"_s);
    retranslateReason();
}

void DomainForm::check()
{
    checkRule(u"tenant"_s, u"domain"_s, m_domain->text());
    if (normalise(session().rules().trimmed(m_domain->text())) == normalise(m_tenant.domain))
        form()->setError(u"domain"_s, sentence(Error{ErrorClass::Business, u"domain_change.same"_s, {}, {}}));
    checkReason();
}

std::optional<Command> DomainForm::command()
{
    return about(domainChangeSubmit(basics(), m_tenant.id, m_domain->text()), m_tenant.name);
}

} // namespace tenantry::ui::applications
