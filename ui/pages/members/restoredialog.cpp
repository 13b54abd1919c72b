// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/restoredialog.h"

#include "core/domain/membercommands.h"
#include "ui/pages/members/removedmembers.h"

#include <QCheckBox>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

RestoreDialog::RestoreDialog(Session &session, TenantId tenant, const RemovedRow &removed, QWidget *window)
    : CommandDialog(session, window), m_tenant(tenant), m_removal(removed.id), m_user(removed.user),
      m_name(removed.name), m_partly(new QCheckBox)
{
    form()->addWidget(m_partly);
    retranslate();
    m_partly->setFocus();
}

void RestoreDialog::retranslate()
{
    setTexts(
        tr("Bring %1 back").arg(m_name),
        tr("They get back their organizations, role groups, roles and what they had on spaces, as it was "
           "when they were removed. The server knows what that was; grants that have run out since stay "
           "away."),
        tr("Bring back"));
    m_partly->setText(tr("Also without what doesn't exist any more"));
    m_partly->setAccessibleName(m_partly->text());
}

std::optional<Command> RestoreDialog::command()
{
    Command command = memberRestore(m_removal, m_tenant, m_partly->isChecked());
    command.subject = {{u"record"_s, m_user.toString()}, {u"title"_s, m_name}};
    return command;
}

} // namespace tenantry::ui::members
