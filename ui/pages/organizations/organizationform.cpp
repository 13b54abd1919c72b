// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/organizationform.h"

#include "ui/pages/organizations/organizationcommands.h"
#include "ui/pages/organizations/pickers.h"

#include <QLineEdit>
#include <QPlainTextEdit>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

const auto object = u"organization"_s;

} // namespace

OrganizationForm *OrganizationForm::forNew(Session &session, OrganizationId parent, QWidget *window)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const TenantId tenant = snapshot->tenantId(snapshot->organization(snapshot->findOrganization(parent)).tenant());
    auto *form = new OrganizationForm(session, tenant, {}, parent, window);
    form->m_parent->choose(parent);
    return form;
}

OrganizationForm *OrganizationForm::forEdit(Session &session, OrganizationId id, QWidget *window)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto view = snapshot->organization(snapshot->findOrganization(id));
    auto *form = new OrganizationForm(session, snapshot->tenantId(view.tenant()), id, {}, window);
    form->m_name->setText(view.name());
    form->m_code->setText(view.code());
    form->m_description->setPlainText(view.description());
    if (const auto leader = view.leader(); leader.isValid())
        form->m_leader->choose(snapshot->user(leader).id());
    return form;
}

OrganizationForm::OrganizationForm(Session &session, TenantId tenant, OrganizationId edited, OrganizationId parent, QWidget *window)
    : CommandDialog(session, window), m_edited(edited), m_seen(session.snapshot()), m_name(new QLineEdit), m_code(new QLineEdit),
      m_description(new QPlainTextEdit), m_leader(new PersonPicker(session, tenant))
{
    m_description->setTabChangesFocus(true);
    m_description->setMaximumHeight(76);
    form()->addField(u"name"_s, m_name);
    form()->addField(u"code"_s, m_code);
    if (!parent.isNull()) {
        m_parent = new OrganizationPicker(session, tenant);
        form()->addField(u"parent_id"_s, m_parent);
    }
    form()->addField(u"leader_id"_s, m_leader);
    form()->addField(u"description"_s, m_description);
    retranslate();
    m_name->setFocus();
}

void OrganizationForm::retranslate()
{
    const bool isNew = m_edited.isNull();
    setTexts(isNew ? tr("New organization") : tr("Edit organization"), {}, isNew ? tr("Create") : tr("Save"));
    form()->field(u"name"_s)->setLabel(tr("Name"), true);
    form()->field(u"code"_s)->setLabel(tr("Code"), true);
    form()->field(u"description"_s)->setLabel(tr("Description"));
    form()->field(u"leader_id"_s)->setLabel(tr("Leader"));
    form()->field(u"leader_id"_s)->setHint(tr("Becomes a member with the role leader."));
    if (m_parent)
        form()->field(u"parent_id"_s)->setLabel(tr("Belongs to"), true);
    for (const QString &name : {u"name"_s, u"code"_s, u"description"_s})
        showRule(object, name);
}

void OrganizationForm::check()
{
    checkRule(object, u"name"_s, m_name->text());
    checkRule(object, u"code"_s, m_code->text());
    checkRule(object, u"description"_s, m_description->toPlainText());
    if (m_parent && m_parent->chosen().isNull())
        form()->setError(u"parent_id"_s, tr("Choose the organization that it belongs to."));
    if (m_leader->isUnresolved())
        form()->setError(u"leader_id"_s, tr("Choose a person from the list, or clear the field for nobody."));
}

std::optional<Command> OrganizationForm::command()
{
    if (m_parent && m_parent->chosen().isNull())
        return {}; // at a lock; check() says it at the field else
    const RuleSet &rules = session().rules();
    const OrganizationFields fields{rules.trimmed(m_name->text()), rules.trimmed(m_code->text()), rules.trimmed(m_description->toPlainText()),
                                    m_leader->chosen()};
    return m_edited.isNull() ? std::optional(makeCreate(session(), m_parent->chosen(), fields)) : makeEdit(m_seen, m_edited, fields);
}

} // namespace tenantry::ui
