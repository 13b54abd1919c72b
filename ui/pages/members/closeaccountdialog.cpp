// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/closeaccountdialog.h"

#include "core/domain/accountcommands.h"
#include "ui/dialogs/impactline.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

CloseAccountDialog::CloseAccountDialog(Session &session, UserId user, QWidget *window)
    : CommandDialog(session, window), m_user(user),
      m_name(session.snapshot()->user(session.snapshot()->findUser(user)).name().simplified()),
      m_typed(new QLineEdit)
{
    setDestructive();
    form()->addField(u"typed"_s, m_typed);
    connect(m_typed, &QLineEdit::textEdited, this, [this] { form()->setError(u"typed"_s, {}); });
    addReason();
    addImpact();
    impact()->setCommands({*command()});
    retranslate();
    m_typed->setFocus();
}

void CloseAccountDialog::check()
{
    if (session().rules().trimmed(m_typed->text()) != m_name)
        form()->setError(u"typed"_s, tr("Type the name exactly as it is shown: %1").arg(m_name));
}

std::optional<Command> CloseAccountDialog::command()
{
    Command command = accountClose(m_user, reason()->text());
    command.subject = {{u"record"_s, m_user.toString()}, {u"title"_s, m_name}};
    return command;
}

void CloseAccountDialog::retranslate()
{
    setTexts(tr("Close the account of %1").arg(m_name),
             tr("They are signed out at once and can never sign in again; what they applied for ends. This "
                "can't be "
                "undone. What they own or lead has to be handed over first."),
             tr("Close the account"));
    form()->field(u"typed"_s)->setLabel(tr("The person's name, to confirm"), true);
    form()->field(u"typed"_s)->setHint(m_name);
}

} // namespace tenantry::ui::members
