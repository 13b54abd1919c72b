// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/invitedpane.h"

#include "core/domain/invitationcommands.h"
#include "core/domain/messages.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QHeaderView>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

namespace {

bool changesTheList(const QueuedCommand &queued)
{
    return QStringList{u"member_invite"_s, u"import_apply"_s, u"import_undo"_s, u"invitation_withdraw"_s}
        .contains(queued.command.kind);
}

} // namespace

InvitedPane::InvitedPane(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new InvitedModel(this)),
      m_count(makeLabel(TextStyle::Muted)), m_withdraw(makeButton(ButtonStyle::Default, {}, u"cross"_s)),
      m_table(new QTableView), m_states(new StateStack(m_table, u"mail"_s))
{
    makeTable();
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    layout->setSpacing(8);
    layout->addWidget(m_count, 1);
    layout->addWidget(m_withdraw);
    layout->addWidget(makeTableButton(m_table));
    fillWithRows(this, {bar, m_states});
    connect(m_withdraw, &QPushButton::clicked, this, &InvitedPane::withdraw);
    connect(m_states->error(), &ErrorState::retryRequested, this, &InvitedPane::refresh);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (!m_rows.empty() && m_session.actor().administers.isNull()) { // locked: no name stays
            m_rows.clear();
            mark();
            updateState();
        }
    });
    connect(&m_session, &Session::commandsChanged, this, &InvitedPane::followQueue);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (isVisible() && m_error && m_session.state().online)
            refresh();
    });
}

void InvitedPane::makeTable()
{
    m_table->setObjectName(u"invited-people"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSortIndicator(InvitedModel::At, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    setColumnWidths(m_table, {180, 220, 0, 230, 130, 140});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &InvitedPane::updateState);
}

void InvitedPane::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    m_error.reset();
    updateState();
    m_session.ask(sync::Question::Invitations, {{u"tenant_id"_s, m_session.currentTenant().toString()}}, this,
                  [this](const Result<QJsonValue> &answer) { take(answer); });
}

void InvitedPane::take(const Result<QJsonValue> &answer)
{
    m_asking = false;
    if (answer) {
        m_rows = invitedRows(*answer);
        m_all = (*answer)["all"_L1].toInt();
        mark();
        if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model->index(0, 0));
    } else {
        m_error = answer.error();
    }
    updateState();
}

/// Whose withdrawal waits.
void InvitedPane::mark()
{
    const QList<QueuedCommand> commands = m_session.commands();
    std::vector<InvitedRow> rows = m_rows;
    for (InvitedRow &row : rows)
        row.queued = std::ranges::any_of(commands, [&](const QueuedCommand &queued) {
            return queued.isOpen() && queued.command.kind == u"invitation_withdraw" &&
                   queued.command.payload["user_id"_L1].toString() == row.id.toString();
        });
    m_model->setRows(std::move(rows), m_session.now());
}

void InvitedPane::followQueue()
{
    const QList<QueuedCommand> commands = m_session.commands();
    const auto settled = std::ranges::count_if(commands, [](const QueuedCommand &queued) {
        return queued.state == CommandState::Done && changesTheList(queued);
    });
    mark();
    updateState();
    if (settled != m_settled && isVisible())
        refresh();
    m_settled = settled;
}

QString InvitedPane::withdrawRefusal() const
{
    if (const QString right = m_session.refusal(u"invitation_withdraw"_s, m_session.currentTenant());
        !right.isEmpty())
        return right;
    if (!m_table->currentIndex().isValid())
        return tr("Choose a person in the list.");
    const InvitedRow &row = m_model->rowAt(m_table->currentIndex().row());
    return row.queued ? tr("Is withdrawn when the server answers.") : QString();
}

void InvitedPane::updateState()
{
    const QString reason = withdrawRefusal();
    setUsable(m_withdraw, reason.isEmpty(), reason);
    const int shown = m_model->rowCount();
    const QLocale locale;
    m_count->setText(
        shown == 0 ? QString()
        : m_all > shown
            ? tr("%1 of %2 invitations, the newest first").arg(locale.toString(shown), locale.toString(m_all))
            : tr("%n invitation(s) open", nullptr, shown));
    if (shown > 0)
        return m_states->showContent();
    if (m_asking)
        return m_states->showLoading();
    if (m_error) {
        m_states->error()->setTexts(tr("Can't be asked now"), sentence(*m_error));
        return m_states->showError();
    }
    m_states->empty()->setTexts(tr("Nobody is invited"),
                                tr("Whoever you invite or import appears here until they are in."));
    m_states->showEmpty();
}

/// Withdrawn at once: inviting again undoes it.
void InvitedPane::withdraw()
{
    if (!withdrawRefusal().isEmpty())
        return;
    const InvitedRow row = m_model->rowAt(m_table->currentIndex().row());
    Command command = invitationWithdraw(m_session.currentTenant(), row.id);
    command.subject = {{u"record"_s, row.id.toString()}, {u"title"_s, row.name}};
    m_session.submit(command);
    Q_EMIT toastRequested(tr("The invitation of %1 is withdrawn.").arg(row.name));
}

void InvitedPane::retranslate()
{
    m_withdraw->setText(tr("Withdraw"));
    m_table->setAccessibleName(tr("Invited people"));
    m_states->loading()->setText(tr("Asking the server…"));
    m_model->retranslate();
    updateState();
}

} // namespace tenantry::ui::members
