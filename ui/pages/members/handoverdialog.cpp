// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/handoverdialog.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/organizations/pickers.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

HandoverDialog::HandoverDialog(Session &session, UserId user, QWidget *window)
    : CommandDialog(session, window), m_user(user), m_tenant(tenantOf(session, user)),
      m_duties(dutiesOf(session, user)), m_list(new CheckListField),
      m_to(new PersonPicker(session, m_tenant)), m_reason(new QLineEdit), m_impact(new ImpactLine(session))
{
    form()->addField(u"items"_s, m_list);
    form()->addField(u"to"_s, m_to);
    form()->addField(u"reason"_s, m_reason);
    form()->addWidget(m_impact);
    for (const DutyItem &duty : m_duties)
        m_list->addChoice(duty.text, duty.iconName);
    connect(m_list, &CheckListField::ticksChanged, this, &HandoverDialog::preview);
    connect(m_to, &QComboBox::currentIndexChanged, this, &HandoverDialog::preview);
    retranslate();
    m_list->setFocus();
}

QString HandoverDialog::name() const
{
    const directory::SnapshotPtr snapshot = session().snapshot();
    return snapshot->user(snapshot->findUser(m_user)).name();
}

void HandoverDialog::retranslate()
{
    setTexts(tr("Hand over from %1").arg(name()),
             m_duties.empty()
                 ? tr("They own, lead and administer nothing in this tenant.")
                 : tr("Whoever hands over steps down by one: an owner is administrator afterwards."),
             tr("Hand over"));
    form()->field(u"items"_s)->setLabel(tr("What is handed over"), true);
    form()->field(u"to"_s)->setLabel(tr("To whom"), true);
    form()->field(u"to"_s)->setHint(tr("An active person of the tenant."));
    form()->field(u"reason"_s)->setLabel(tr("Reason"), true);
    showRule(u"command"_s, u"reason"_s);
}

void HandoverDialog::check()
{
    if (m_list->tickedCount() == 0)
        form()->setError(u"items"_s, tr("Tick at least one."));
    if (m_to->chosen().isNull() || m_to->chosen() == m_user)
        form()->setError(u"to"_s, tr("Choose another person."));
    checkRule(u"command"_s, u"reason"_s, m_reason->text());
}

std::optional<Command> HandoverDialog::command()
{
    QList<HandoverItem> items;
    for (size_t i = 0; i < m_duties.size(); ++i)
        if (m_list->isTicked(int(i)))
            items += HandoverItem{m_duties[i].duty, m_duties[i].id, m_to->chosen()};
    Command command = handover(m_user, m_tenant, items, m_reason->text());
    command.subject = {{u"title"_s, name()}};
    return command;
}

void HandoverDialog::preview()
{
    const bool asked = !m_to->chosen().isNull() && m_to->chosen() != m_user;
    m_impact->setCommands(asked ? QList<Command>{*command()} : QList<Command>());
}

} // namespace tenantry::ui::members
