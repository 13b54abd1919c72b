// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/handoverdialog.h"

#include "ui/pages/members/checklistfield.h"
#include "ui/pages/organizations/pickers.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

HandoverDialog::HandoverDialog(Session &session, UserId user, QWidget *window)
    : PassOnDialog(session, user, u"to"_s, window), m_duties(dutiesOf(session, user))
{
    for (const DutyItem &duty : m_duties)
        list()->addChoice(duty.text, duty.iconName, u"%1 %2"_s.arg(int(duty.duty)).arg(duty.id.toString()));
    start();
}

void HandoverDialog::retranslate()
{
    setTexts(tr("Hand over from %1").arg(name()),
             m_duties.empty()
                 ? tr("They own, lead and administer nothing in this tenant.")
                 : tr("Whoever hands over steps down by one: an owner is administrator afterwards."),
             tr("Hand over"));
    setLabels(tr("What is handed over"), tr("To whom"));
}

std::optional<Command> HandoverDialog::command()
{
    QList<HandoverItem> items;
    for (size_t i = 0; i < m_duties.size(); ++i)
        if (list()->isTicked(int(i)))
            items += HandoverItem{m_duties[i].duty, m_duties[i].id, to()->chosen()};
    Command command = handover(from(), tenant(), items, reason()->text());
    command.subject = {{u"record"_s, from().toString()}, {u"title"_s, name()}};
    return command;
}

} // namespace tenantry::ui::members
