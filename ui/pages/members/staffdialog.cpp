// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/staffdialog.h"

#include "core/domain/accountcommands.h"
#include "core/domain/messages.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

StaffDialog::StaffDialog(Session &session, UserId user, bool confirmed, QWidget *window)
    : CommandDialog(session, window), m_user(user), m_confirmed(confirmed),
      m_name(session.snapshot()->user(session.snapshot()->findUser(user)).name()), m_mis(new QLineEdit)
{
    m_mis->setReadOnly(true);
    form()->addField(u"mis"_s, m_mis);
    form()->field(u"mis"_s)->setVisible(confirmed);
    if (confirmed)
        askAccount();
    retranslate();
}

void StaffDialog::askAccount()
{
    m_problem = Error{ErrorClass::Network, u"question.late"_s, {}, {}};
    m_mis->setPlaceholderText(tr("Asking the server…"));
    session().ask(sync::Question::AccountDetails, {{u"user_id"_s, m_user.toString()}}, this,
                  [this](const Result<QJsonValue> &answer) { setAccount(answer); });
}

void StaffDialog::setAccount(const Result<QJsonValue> &answer)
{
    const QString mis = answer ? (*answer)["mis"_L1].toString() : QString();
    m_mis->setText(mis);
    m_mis->setPlaceholderText(QString());
    m_problem.reset();
    if (!answer)
        m_problem = answer.error();
    else if (mis.isEmpty())
        m_problem = Error{ErrorClass::Business, u"staff.no_mis"_s, {}, {}};
    form()->setError(u"mis"_s, m_problem ? tenantry::sentence(*m_problem) : QString());
}

void StaffDialog::check()
{
    if (m_problem)
        form()->setError(u"mis"_s, tenantry::sentence(*m_problem));
}

std::optional<Command> StaffDialog::command()
{
    Command command = staffConfirm(m_user, m_confirmed ? m_mis->text() : QString());
    command.subject = {{u"record"_s, m_user.toString()}, {u"title"_s, m_name}};
    return command;
}

void StaffDialog::retranslate()
{
    if (m_confirmed)
        setTexts(
            tr("Confirm %1 as staff").arg(m_name),
            tr("Only if you know from elsewhere that this MIS account is theirs. They are shown as staff "
               "from then on, until they enter another one."),
            tr("Confirm"));
    else
        setTexts(tr("Take back that %1 is staff").arg(m_name),
                 tr("They are no longer shown as staff. Their MIS account stays in their profile."),
                 tr("Take back"));
    form()->field(u"mis"_s)->setLabel(tr("MIS account"));
}

} // namespace tenantry::ui::members
