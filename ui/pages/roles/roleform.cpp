// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roles/roleform.h"

#include "ui/pages/members/checklistfield.h"
#include "ui/pages/roles/roleacts.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace tenantry::ui::roles {

namespace {

const auto object = u"tenant_role"_s;

} // namespace

RoleForm::RoleForm(Session &session, TenantId tenant, TenantRoleId edited, QWidget *window)
    : CommandDialog(session, window), m_tenant(tenant), m_isNew(edited.isNull()), m_role(edited),
      m_seen(session.snapshot()), m_name(new QLineEdit), m_description(new QPlainTextEdit),
      m_keys(new members::CheckListField), m_excludes(new members::CheckListField)
{
    m_description->setTabChangesFocus(true);
    m_description->setMaximumHeight(60);
    m_keys->setMinimumWidth(520);
    m_excludes->setMinimumHeight(3 * metrics::controlHeight);
    form()->addField(u"name"_s, m_name);
    form()->addField(u"description"_s, m_description);
    form()->addField(u"keys"_s, m_keys);
    form()->addField(u"excludes"_s, m_excludes);
    fillChoices();
    if (const TenantRoleRow *row = m_seen->tenantRole(edited); !m_isNew && row)
        fill(*row);
    form()->field(u"excludes"_s)->setVisible(!m_others.isEmpty());
    connect(m_keys, &QListWidget::itemChanged, this,
            [this](const QListWidgetItem *item) { followTick(m_keys->row(item)); });
    retranslate();
    m_name->setFocus();
}

void RoleForm::fillChoices()
{
    for (const KeyDeclaration &key : session().declarations().keys()) {
        if (!key.delegable)
            continue;
        m_keyNames += key.key;
        m_keys->addChoice(key.sentence(), {}, key.key);
        m_keys->setTicked(m_keys->count() - 1, false);
    }
    for (const TenantRoleRow &row : m_seen->tenantRolesOf(m_tenant)) {
        if (row.id == m_role)
            continue;
        m_others += row.id;
        m_excludes->addChoice(row.name, u"user-check"_s, row.id.toString());
        m_excludes->setTicked(m_excludes->count() - 1, false);
    }
}

void RoleForm::fill(const TenantRoleRow &row)
{
    m_name->setText(row.name);
    m_description->setPlainText(row.description);
    for (int i = 0; i < m_keyNames.size(); ++i)
        m_keys->setTicked(i, row.keys.contains(m_keyNames[i]));
    for (int i = 0; i < m_others.size(); ++i)
        m_excludes->setTicked(i, row.excludes.contains(m_others[i].toString()));
}

void RoleForm::followTick(int row)
{
    const bool on = m_keys->isTicked(row);
    const QString changed = m_keyNames.value(row);
    for (int i = 0; i < m_keyNames.size(); ++i) {
        const KeyDeclaration *other = session().declarations().key(m_keyNames[i]);
        const bool comes = on && session().declarations().key(changed)->implies.contains(m_keyNames[i]);
        const bool goes = !on && other->implies.contains(changed);
        if ((comes || goes) && m_keys->isTicked(i) != on)
            m_keys->setTicked(i, on); // and so on for what that one implies
    }
}

void RoleForm::retranslate()
{
    setTexts(
        m_isNew ? tr("New role") : tr("Edit role"),
        tr("Whoever holds the role may do what is ticked, in this tenant. What concerns people they may do "
           "to those in their own data scope."),
        m_isNew ? tr("Create") : tr("Save"));
    form()->field(u"name"_s)->setLabel(tr("Name"), true);
    form()->field(u"description"_s)->setLabel(tr("Description"));
    form()->field(u"keys"_s)->setLabel(tr("Permissions"));
    form()->field(u"keys"_s)->setHint(tr("What belongs together is ticked together."));
    form()->field(u"excludes"_s)->setLabel(tr("Excludes"));
    form()->field(u"excludes"_s)->setHint(tr("Nobody can hold both this role and one that is ticked here."));
    const QSignalBlocker quiet(m_keys);
    for (int i = 0; i < m_keyNames.size(); ++i) {
        m_keys->item(i)->setText(session().declarations().keySentence(m_keyNames[i]));
        m_keys->item(i)->setToolTip(m_keys->item(i)->text());
    }
    showRule(object, u"name"_s);
    showRule(object, u"description"_s);
}

void RoleForm::check()
{
    checkRule(object, u"name"_s, m_name->text());
    checkRule(object, u"description"_s, m_description->toPlainText());
}

TenantRoleFields RoleForm::fields() const
{
    const RuleSet &rules = session().rules();
    TenantRoleFields fields{
        rules.trimmed(m_name->text()), rules.trimmed(m_description->toPlainText()), {}, {}};
    for (int i = 0; i < m_keyNames.size(); ++i) {
        if (m_keys->isTicked(i))
            fields.keys += m_keyNames[i];
    }
    for (int i = 0; i < m_others.size(); ++i) {
        if (m_excludes->isTicked(i))
            fields.excludes += m_others[i];
    }
    return fields;
}

std::optional<Command> RoleForm::command()
{
    if (!m_isNew)
        return makeChange(m_seen, m_role, fields());
    const Command command = makeCreate(session(), m_tenant, fields());
    m_role = TenantRoleId(QUuid::fromString(command.payload["role_id"_L1].toString()));
    return command;
}

} // namespace tenantry::ui::roles
