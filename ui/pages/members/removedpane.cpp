// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/removedpane.h"

#include "ui/pages/members/restoredialog.h"
#include "ui/widgets/states.h"

#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

RemovedPane::RemovedPane(Session &session, QWidget *parent)
    : AskedPane(session, sync::Question::RemovedMembers, {u"member_remove"_s, u"member_restore"_s}, u"undo"_s,
                u"history"_s, parent),
      m_model(new RemovedModel(this))
{
    table()->setObjectName(u"removed-members"_s);
    setModel(m_model, RemovedModel::At, {220, 150, 140, 0, 170});
    connect(table(), &QTableView::activated, this, &RemovedPane::restore);
}

/// Whose restoration waits.
void RemovedPane::mark()
{
    const QList<QueuedCommand> commands = session().commands();
    std::vector<RemovedRow> rows = m_rows;
    for (RemovedRow &row : rows)
        row.queued = std::ranges::any_of(commands, [&](const QueuedCommand &queued) {
            return queued.isOpen() && queued.command.kind == u"member_restore" &&
                   QUuid::fromString(queued.command.payload["removal_id"_L1].toString()) == row.id;
        });
    m_model->setRows(std::move(rows), session().now());
}

QString RemovedPane::refusal() const
{
    if (const QString right = session().refusal(u"member_restore"_s, session().currentTenant());
        !right.isEmpty())
        return right;
    if (current() < 0)
        return tr("Choose a person in the list.");
    return m_model->rowAt(current()).queued ? tr("Comes back when the server answers.") : QString();
}

QString RemovedPane::countText() const
{
    return tr("%n person(s) can be brought back", nullptr, m_model->rowCount());
}

void RemovedPane::act()
{
    if (!refusal().isEmpty())
        return;
    const RemovedRow row = m_model->rowAt(current());
    auto *dialog = new RestoreDialog(session(), session().currentTenant(), row, window());
    connect(dialog, &CommandDialog::given, this, [this, name = row.name] {
        Q_EMIT toastRequested(session().state().online ? tr("%1 is back.").arg(name)
                                                       : tr("%1 comes back when connected.").arg(name));
    });
    dialog->open();
}

void RemovedPane::retranslate()
{
    actButton()->setText(tr("Bring back…"));
    table()->setAccessibleName(tr("Removed members"));
    states()->empty()->setTexts(
        tr("Nobody to bring back"),
        tr("Who is removed from the tenant appears here for 30 days and can be brought back with all that "
           "they had, unless they are in another tenant by then."));
    m_model->retranslate();
    AskedPane::retranslate();
}

} // namespace tenantry::ui::members
