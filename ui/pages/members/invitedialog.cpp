// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/invitedialog.h"

#include "core/domain/invitationcommands.h"
#include "core/domain/messages.h"
#include "ui/pages/access/pickfield.h"

#include <QCheckBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

InviteDialog::InviteDialog(Session &session, TenantId tenant, QWidget *window)
    : CommandDialog(session, window), m_tenant(tenant), m_email(new QLineEdit), m_name(new QLineEdit),
      m_organization(
          new explorer::PickField(session, directory::SearchKind::Organization, u"organization"_s)),
      m_leader(new QCheckBox)
{
    form()->addField(u"email"_s, m_email);
    form()->addField(u"name"_s, m_name);
    form()->addField(u"organization_id"_s, m_organization);
    form()->addField(u"role"_s, m_leader);
    addReason();
    connect(m_organization, &explorer::PickField::chosenChanged, this,
            [this] { m_leader->setEnabled(m_organization->chosen().has_value()); });
    m_leader->setEnabled(false);
    retranslate();
    m_email->setFocus();
}

void InviteDialog::retranslate()
{
    setTexts(tr("Invite somebody"),
             tr("Whoever has no account yet gets one and enters when they activate it. Whoever has one and "
                "belongs to no tenant "
                "has 7 days to accept. Either way a mail tells them."),
             tr("Invite"));
    form()->field(u"email"_s)->setLabel(tr("E-mail"), true);
    showRule(u"user"_s, u"email"_s);
    form()->field(u"name"_s)->setLabel(tr("Name"));
    form()->field(u"name"_s)->setHint(tr("Needed for whoever has no account yet."));
    form()->field(u"organization_id"_s)->setLabel(tr("Organization"));
    form()->field(u"organization_id"_s)->setHint(tr("None: the tenant's default organization."));
    m_organization->setHint(tr("Type a name to choose one"));
    form()->field(u"role"_s)->setLabel(tr("Role"));
    m_leader->setText(tr("Leads the organization"));
}

void InviteDialog::check()
{
    checkRule(u"user"_s, u"email"_s, m_email->text());
    if (!session().rules().trimmed(m_name->text()).isEmpty())
        checkRule(u"user"_s, u"name"_s, m_name->text());
    if (!m_organization->text().trimmed().isEmpty() && !m_organization->chosen())
        form()->setError(u"organization_id"_s,
                         tr("Choose an organization from what was found, or empty the field."));
}

std::optional<Command> InviteDialog::command()
{
    InvitationFields fields;
    fields.email = m_email->text();
    fields.name = m_name->text();
    if (const auto &pick = m_organization->chosen()) {
        fields.organization = OrganizationId(pick->id);
        fields.role = m_leader->isChecked() ? u"leader"_s : QString();
    }
    fields.reason = reason()->text();
    Command command = memberInvite(m_tenant, fields);
    // The address is what the queue shows until the server has made somebody of it.
    command.subject = {{u"record"_s, m_tenant.toString()}, {u"title"_s, fields.email.trimmed()}};
    return command;
}

} // namespace tenantry::ui::members
