// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/accesscopydialog.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/organizations/pickers.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

AccessCopyDialog::AccessCopyDialog(Session &session, UserId from, QWidget *window)
    : CommandDialog(session, window), m_from(from), m_tenant(tenantOf(session, from)),
      m_items(accessOf(session, from)), m_list(new CheckListField), m_to(new PersonPicker(session, m_tenant)),
      m_reason(new QLineEdit), m_impact(new ImpactLine(session))
{
    form()->addField(u"items"_s, m_list);
    form()->addField(u"to_user_id"_s, m_to);
    form()->addField(u"reason"_s, m_reason);
    form()->addWidget(m_impact);
    for (const AccessItem &item : m_items)
        m_list->addChoice(item.text, item.iconName);
    connect(m_list, &CheckListField::ticksChanged, this, &AccessCopyDialog::preview);
    connect(m_to, &QComboBox::currentIndexChanged, this, &AccessCopyDialog::preview);
    retranslate();
    m_list->setFocus();
}

QString AccessCopyDialog::name() const
{
    const directory::SnapshotPtr snapshot = session().snapshot();
    return snapshot->user(snapshot->findUser(m_from)).name();
}

void AccessCopyDialog::retranslate()
{
    setTexts(tr("Copy the access of %1").arg(name()),
             m_items.empty() ? tr("They have nothing in their own name that could be copied.")
                             : tr("The other person gets what is ticked, never less than they have already."),
             tr("Copy"));
    form()->field(u"items"_s)->setLabel(tr("What is copied"), true);
    form()->field(u"to_user_id"_s)->setLabel(tr("To whom"), true);
    form()->field(u"to_user_id"_s)->setHint(tr("An active person of the tenant."));
    form()->field(u"reason"_s)->setLabel(tr("Reason"), true);
    showRule(u"command"_s, u"reason"_s);
}

void AccessCopyDialog::check()
{
    if (m_list->tickedCount() == 0)
        form()->setError(u"items"_s, tr("Tick at least one."));
    if (m_to->chosen().isNull() || m_to->chosen() == m_from)
        form()->setError(u"to_user_id"_s, tr("Choose another person."));
    checkRule(u"command"_s, u"reason"_s, m_reason->text());
}

AccessChoice AccessCopyDialog::choice() const
{
    std::vector<AccessItem> ticked;
    for (size_t i = 0; i < m_items.size(); ++i)
        if (m_list->isTicked(int(i)))
            ticked.push_back(m_items[i]);
    return choiceOf(ticked);
}

std::optional<Command> AccessCopyDialog::command()
{
    Command command = accessCopy(m_from, m_to->chosen(), m_tenant, choice(), m_reason->text());
    command.subject = {{u"title"_s, name()}};
    return command;
}

void AccessCopyDialog::preview()
{
    const bool asked = !m_to->chosen().isNull() && m_to->chosen() != m_from;
    m_impact->setCommands(asked ? QList<Command>{*command()} : QList<Command>());
}

} // namespace tenantry::ui::members
