// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/memberremovedialog.h"

#include "core/domain/membercommands.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/members/belongings.h"
#include "ui/pages/members/memberactions.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

MemberRemoveDialog::MemberRemoveDialog(Session &session, UserId user, QWidget *window)
    : CommandDialog(session, window), m_user(user), m_seen(session.snapshot())
{
    setDestructive();
    addReason();
    addImpact();
    impact()->setCommands({*command()});
    retranslate();
    reason()->setFocus();
}

void MemberRemoveDialog::retranslate()
{
    const auto user = m_seen->user(m_seen->findUser(m_user));
    setTexts(tr("Remove %1 from the tenant").arg(user.name()),
             tr("They leave all its organizations, role groups and spaces. Within 30 days they can be "
                "brought back with all that they had."),
             tr("Remove"));
}

QString MemberRemoveDialog::wayOut(const Error &error) const
{
    return error.code == "member.has_duties"_L1 && isToHandOver(session(), m_user)
               ? MemberActions::textOf(MemberAct::HandOver)
               : QString();
}

// The handover changes what this dialog saw of the person: afterwards it is asked anew, with the reason typed
// here.
void MemberRemoveDialog::takeWayOut()
{
    reject();
    Q_EMIT handOverRequested(reason()->text());
}

std::optional<Command> MemberRemoveDialog::command()
{
    const auto user = m_seen->user(m_seen->findUser(m_user));
    Command command = memberRemove(m_user, m_seen->tenantId(user.tenant()), reason()->text());
    command.see(m_user.uuid(), u"memberships"_s, user.row().versionMemberships);
    command.subject = {{u"record"_s, m_user.toString()}, {u"title"_s, user.name()}};
    return command;
}

} // namespace tenantry::ui::members
