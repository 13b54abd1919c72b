// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/groupform.h"

#include "ui/pages/groups/groupcommands.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::groups {

namespace {

const auto object = u"role_group"_s;

} // namespace

GroupForm::GroupForm(Session &session, TenantId tenant, RoleGroupId edited, QWidget *window)
    : CommandDialog(session, window), m_tenant(tenant), m_isNew(edited.isNull()), m_group(edited),
      m_seen(session.snapshot()), m_name(new QLineEdit), m_description(new QPlainTextEdit)
{
    m_description->setTabChangesFocus(true);
    m_description->setMaximumHeight(88);
    form()->addField(u"name"_s, m_name);
    form()->addField(u"description"_s, m_description);
    if (const auto index = m_seen->findRoleGroup(edited); !m_isNew && index.isValid()) {
        m_name->setText(m_seen->roleGroup(index).name());
        m_description->setPlainText(m_seen->roleGroup(index).description());
    }
    retranslate();
    m_name->setFocus();
}

void GroupForm::retranslate()
{
    setTexts(m_isNew ? tr("New role group") : tr("Edit role group"),
             tr("People and organizations that are given roles as one."),
             m_isNew ? tr("Create") : tr("Save"));
    form()->field(u"name"_s)->setLabel(tr("Name"), true);
    form()->field(u"description"_s)->setLabel(tr("Description"));
    showRule(object, u"name"_s);
    showRule(object, u"description"_s);
}

void GroupForm::check()
{
    checkRule(object, u"name"_s, m_name->text());
    checkRule(object, u"description"_s, m_description->toPlainText());
}

std::optional<Command> GroupForm::command()
{
    const RuleSet &rules = session().rules();
    const QString name = rules.trimmed(m_name->text());
    const QString description = rules.trimmed(m_description->toPlainText());
    if (!m_isNew)
        return makeEdit(m_seen, m_group, name, description);
    const Command command = makeCreate(session(), m_tenant, name, description);
    m_group = RoleGroupId(QUuid::fromString(command.payload["group_id"_L1].toString()));
    return command;
}

} // namespace tenantry::ui::groups
