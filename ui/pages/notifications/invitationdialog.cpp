// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notifications/invitationdialog.h"

#include "core/domain/invitationcommands.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"

#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui::notifications {

InvitationDialog::InvitationDialog(Session &session, const QJsonObject &parameters, QWidget *window)
    : CommandDialog(session, window), m_parameters(parameters),
      m_application(ApplicationId::make(session.now())), m_accepts(new QRadioButton),
      m_declines(new QRadioButton)
{
    form()->addWidget(m_accepts);
    form()->addWidget(m_declines);
    m_accepts->setChecked(true);
    connect(m_accepts, &QRadioButton::toggled, this, &InvitationDialog::retranslate);
    retranslate();
    m_accepts->setFocus();
}

void InvitationDialog::retranslate()
{
    const qint64 until = m_parameters["until"_L1].toInteger();
    const QString date = momentText(QDateTime::fromMSecsSinceEpoch(until / 1000));
    setTexts(tr("Invitation to \"%1\"").arg(m_parameters["tenant"_L1].toString()),
             until == 0
                 ? tr("%1 invites you.").arg(m_parameters["by"_L1].toString())
                 : tr("%1 invites you. To be answered until %2.").arg(m_parameters["by"_L1].toString(), date),
             m_accepts->isChecked() ? tr("Accept") : tr("Decline"));
    m_accepts->setText(tr("Accept: I belong to it once the platform team has approved"));
    m_declines->setText(tr("Decline: whoever invited me is told"));
}

std::optional<Command> InvitationDialog::command()
{
    const TenantId tenant(QUuid::fromString(m_parameters["tenant_id"_L1].toString()));
    Command command =
        m_accepts->isChecked() ? invitationAccept(m_application, tenant) : invitationDecline(tenant);
    command.subject = {{u"record"_s, tenant.toString()}, {u"title"_s, m_parameters["tenant"_L1].toString()}};
    return command;
}

} // namespace tenantry::ui::notifications
