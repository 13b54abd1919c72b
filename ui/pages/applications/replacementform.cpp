// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/replacementform.h"

#include "core/domain/messages.h"
#include "ui/pages/organizations/pickers.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui::applications {

namespace {

TenantRow rowOf(const Session &session, TenantId tenant)
{
    const TenantRow *row = session.snapshot()->tenant(tenant);
    return row ? *row : TenantRow();
}

} // namespace

ReplacementForm::ReplacementForm(Session &session, const ApplicationRow *previous, QWidget *window)
    : ReplacementForm(session, session.actor().administers, false, previous, window)
{
}

ReplacementForm::ReplacementForm(Session &session, TenantId tenant, QWidget *window)
    : ReplacementForm(session, tenant, true, nullptr, window)
{
}

ReplacementForm::ReplacementForm(Session &session, TenantId tenant, bool directly,
                                 const ApplicationRow *previous, QWidget *window)
    : ApplicationForm(session, previous, window), m_tenant(rowOf(session, tenant)), m_directly(directly),
      m_candidate(new PersonPicker(session, tenant)), m_everyone(new QCheckBox)
{
    form()->addField(u"user_id"_s, m_candidate);
    addReason(directly ? u"command"_s : u"application"_s);
    form()->addWidget(m_everyone);
    if (previous) {
        m_candidate->choose(UserId(QUuid::fromString(previousText("administrator_id"_L1))));
        m_everyone->setChecked(previous->form.value("everyone"_L1).toBool());
    }
    retranslate();
    m_candidate->setFocus();
}

void ReplacementForm::retranslate()
{
    setTexts(tr("Replace the administrator of %1").arg(m_tenant.name),
             m_directly ? tr("At once: the present administrator becomes an ordinary member and keeps all "
                             "other roles. Both are told.")
                        : tr("A system administrator decides. With the approval you become an ordinary "
                             "member and keep all other roles; both of you are told."),
             m_directly ? tr("Replace") : tr("Submit"));
    form()->field(u"user_id"_s)->setLabel(tr("New administrator"), true);
    form()->field(u"user_id"_s)->setHint(tr("An active member of the tenant with no open application."));
    m_everyone->setText(tr("Tell all members of the tenant"));
    retranslateReason();
}

void ReplacementForm::check()
{
    const UserId chosen = m_candidate->chosen();
    if (chosen.isNull())
        form()->setError(u"user_id"_s, tr("Choose a person."));
    else if (chosen == m_tenant.administratorId)
        form()->setError(u"user_id"_s, sentence(Error{ErrorClass::Business,
                                                      u"administrator_replacement.candidate_same"_s,
                                                      {},
                                                      {{u"name"_s, m_candidate->text()}}}));
    checkReason();
}

std::optional<Command> ReplacementForm::command()
{
    const UserId chosen = m_candidate->chosen();
    if (!m_directly)
        return about(administratorReplacementSubmit(basics(), m_tenant.id, chosen, m_everyone->isChecked()),
                     m_tenant.name);
    Command command = administratorReplace(m_tenant.id, chosen, reasonText(), m_everyone->isChecked());
    command.see(m_tenant.id.uuid(), u""_s, m_tenant.version);
    command.subject = {{u"record"_s, m_tenant.id.toString()}, {u"title"_s, m_tenant.name}};
    return command;
}

} // namespace tenantry::ui::applications
