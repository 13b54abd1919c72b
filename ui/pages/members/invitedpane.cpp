// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/invitedpane.h"

#include "core/domain/invitationcommands.h"
#include "ui/widgets/states.h"

#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

InvitedPane::InvitedPane(Session &session, QWidget *parent)
    : AskedPane(session, sync::Question::Invitations,
                {u"member_invite"_s, u"import_apply"_s, u"import_undo"_s, u"invitation_withdraw"_s},
                u"cross"_s, u"mail"_s, parent),
      m_model(new InvitedModel(this))
{
    table()->setObjectName(u"invited-people"_s);
    setModel(m_model, InvitedModel::At, {180, 220, 0, 230, 130, 140});
}

void InvitedPane::take(const QJsonValue &answer)
{
    m_rows = invitedRows(answer);
    m_all = answer["all"_L1].toInt();
}

/// Whose withdrawal waits.
void InvitedPane::mark()
{
    const QList<QueuedCommand> commands = session().commands();
    std::vector<InvitedRow> rows = m_rows;
    for (InvitedRow &row : rows)
        row.queued = std::ranges::any_of(commands, [&](const QueuedCommand &queued) {
            return queued.isOpen() && queued.command.kind == u"invitation_withdraw" &&
                   queued.command.payload["user_id"_L1].toString() == row.id.toString();
        });
    m_model->setRows(std::move(rows), session().now());
}

QString InvitedPane::refusal() const
{
    if (const QString right = session().refusal(u"invitation_withdraw"_s, session().currentTenant());
        !right.isEmpty())
        return right;
    if (current() < 0)
        return tr("Choose a person in the list.");
    return m_model->rowAt(current()).queued ? tr("Is withdrawn when the server answers.") : QString();
}

QString InvitedPane::countText() const
{
    const int shown = m_model->rowCount();
    const QLocale locale;
    return m_all > shown ? tr("%1 of %2 invitations, the newest first")
                               .arg(locale.toString(shown), locale.toString(m_all))
                         : tr("%n invitation(s) open", nullptr, shown);
}

void InvitedPane::act()
{
    if (!refusal().isEmpty())
        return;
    const InvitedRow row = m_model->rowAt(current());
    Command command = invitationWithdraw(session().currentTenant(), row.id);
    command.subject = {{u"record"_s, row.id.toString()}, {u"title"_s, row.name}};
    session().submit(command);
    Q_EMIT toastRequested(tr("The invitation of %1 is withdrawn.").arg(row.name));
}

void InvitedPane::retranslate()
{
    actButton()->setText(tr("Withdraw"));
    table()->setAccessibleName(tr("Invited people"));
    states()->empty()->setTexts(tr("Nobody is invited"),
                                tr("Whoever you invite or import appears here until they are in."));
    m_model->retranslate();
    AskedPane::retranslate();
}

} // namespace tenantry::ui::members
