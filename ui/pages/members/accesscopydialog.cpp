// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/accesscopydialog.h"

#include "ui/pages/members/checklistfield.h"
#include "ui/pages/organizations/pickers.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

AccessCopyDialog::AccessCopyDialog(Session &session, UserId from, QWidget *window)
    : PassOnDialog(session, from, u"to_user_id"_s, window), m_items(accessOf(session, from))
{
    for (const AccessItem &item : m_items)
        list()->addChoice(item.text, item.iconName, u"%1 %2"_s.arg(item.kind).arg(item.id.toString()));
    start();
}

void AccessCopyDialog::retranslate()
{
    QString sentence = m_items.empty() ? tr("They have nothing in their own name that could be copied.")
                                       : tr("The other person gets what is ticked, never less than they have already.");
    if (const int left = notCopyable(session(), from()); left > 0)
        sentence += u'\n' + tr("%n role(s) on resources or in archived spaces stay behind: only their administrators can give them.", nullptr, left);
    setTexts(tr("Copy the access of %1").arg(name()), sentence, tr("Copy"));
    setLabels(tr("What is copied"), tr("Who gets it"));
}

AccessChoice AccessCopyDialog::choice() const
{
    std::vector<AccessItem> ticked;
    for (size_t i = 0; i < m_items.size(); ++i)
        if (list()->isTicked(int(i)))
            ticked.push_back(m_items[i]);
    return choiceOf(ticked);
}

std::optional<Command> AccessCopyDialog::command()
{
    Command command = accessCopy(from(), to()->chosen(), tenant(), choice(), reason()->text());
    command.subject = {{u"record"_s, to()->chosen().toString()}, {u"title"_s, name()}};
    return command;
}

} // namespace tenantry::ui::members
