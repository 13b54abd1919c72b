// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/platform/appointdialog.h"

#include "core/domain/rolecommands.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::platform {

AppointDialog::AppointDialog(Session &session, QWidget *window)
    : CommandDialog(session, window),
      m_person(new applications::FoundPicker(session, sync::Question::FindAdministrator))
{
    form()->addField(u"user_id"_s, m_person);
    addReason();
    retranslate();
    m_person->search()->setFocus();
}

void AppointDialog::retranslate()
{
    setTexts(tr("Appoint a system administrator"),
             tr("They see all people and tenants, decide applications and change what holds for the whole platform. They are told at once."),
             tr("Appoint"));
    form()->field(u"user_id"_s)->setLabel(tr("Person"), true);
    form()->field(u"user_id"_s)->setHint(tr("An active person of the default system tenant, by their whole name or MIS account."));
    m_person->setTexts(tr("Name or MIS account"), tr("Nobody is chosen yet."));
}

void AppointDialog::check()
{
    checkRule(u"command"_s, u"reason"_s, reason()->text());
    if (!m_person->chosen())
        form()->setError(u"user_id"_s, tr("Choose a person."));
}

std::optional<Command> AppointDialog::command()
{
    if (!m_person->chosen())
        return std::nullopt;
    Command command = systemAdministratorAppoint(UserId(m_person->chosen()->id), reason()->text().trimmed());
    command.subject = {{u"record"_s, m_person->chosen()->id.toString(QUuid::WithoutBraces)}, {u"title"_s, m_person->chosen()->name}};
    return command;
}

DismissDialog::DismissDialog(Session &session, UserId user, const QString &name, QWidget *window)
    : CommandDialog(session, window), m_user(user), m_name(name)
{
    setDestructive();
    addReason();
    retranslate();
    reason()->setFocus();
}

void DismissDialog::retranslate()
{
    setTexts(tr("Dismiss %1").arg(m_name),
             m_user == session().userId()
                 ? tr("You are an ordinary member of the default system tenant then, at once, and can't take it back yourself.")
                 : tr("They are an ordinary member of the default system tenant then, at once: tenants that they have open for maintenance close, "
                      "and they are told."),
             tr("Dismiss"));
}

void DismissDialog::check()
{
    checkRule(u"command"_s, u"reason"_s, reason()->text());
}

std::optional<Command> DismissDialog::command()
{
    Command command = systemAdministratorDismiss(m_user, reason()->text().trimmed());
    command.subject = {{u"record"_s, m_user.toString()}, {u"title"_s, m_name}};
    return command;
}

} // namespace tenantry::ui::platform
