// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/suspenddialog.h"

#include "core/domain/membercommands.h"
#include "ui/dialogs/impactline.h"

#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

SuspendDialog::SuspendDialog(Session &session, UserId user, bool suspended, QWidget *window)
    : CommandDialog(session, window), m_user(user), m_suspended(suspended), m_seen(session.snapshot()),
      m_duties(int(std::ranges::count_if(dutiesOf(session, user), &DutyItem::binds)))
{
    if (suspended)
        setDestructive();
    addReason();
    addImpact();
    impact()->setCommands({*command()});
    retranslate();
    reason()->setFocus();
}

QString SuspendDialog::sentence() const
{
    if (!m_suspended)
        return tr("They can sign in again, and everything that they had counts again.");
    const QString atOnce =
        tr("They are signed out at once and can't sign in. Nothing is taken from them, but "
           "nothing of it counts until they are reactivated.");
    return m_duties == 0 ? atOnce
                         : atOnce + u' ' +
                               tr("%n thing(s) that they own or lead stay behind as a handover "
                                  "to be done.",
                                  nullptr, m_duties);
}

void SuspendDialog::retranslate()
{
    const QString name = m_seen->user(m_seen->findUser(m_user)).name();
    setTexts(m_suspended ? tr("Suspend %1").arg(name) : tr("Reactivate %1").arg(name), sentence(),
             m_suspended ? tr("Suspend") : tr("Reactivate"));
}

std::optional<Command> SuspendDialog::command()
{
    const auto user = m_seen->user(m_seen->findUser(m_user));
    Command command =
        userSetSuspended(m_user, m_seen->tenantId(user.tenant()), m_suspended, reason()->text());
    command.subject = {{u"record"_s, m_user.toString()}, {u"title"_s, user.name()}};
    return command;
}

} // namespace tenantry::ui::members
