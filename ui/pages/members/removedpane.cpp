// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/removedpane.h"

#include "core/domain/messages.h"
#include "ui/pages/members/restoredialog.h"
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
    return queued.command.kind == u"member_remove" || queued.command.kind == u"member_restore";
}

} // namespace

RemovedPane::RemovedPane(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new RemovedModel(this)),
      m_count(makeLabel(TextStyle::Muted)), m_restore(makeButton(ButtonStyle::Default, {}, u"undo"_s)),
      m_table(new QTableView), m_states(new StateStack(m_table, u"history"_s))
{
    makeTable();
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    layout->setSpacing(8);
    layout->addWidget(m_count, 1);
    layout->addWidget(m_restore);
    layout->addWidget(makeTableButton(m_table));
    fillWithRows(this, {bar, m_states});
    connect(m_restore, &QPushButton::clicked, this, &RemovedPane::restore);
    connect(m_states->error(), &ErrorState::retryRequested, this, &RemovedPane::refresh);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (!m_rows.empty() && m_session.actor().administers.isNull()) { // locked: no name stays
            m_rows.clear();
            mark();
            updateState();
        }
    });
    connect(&m_session, &Session::commandsChanged, this, &RemovedPane::followQueue);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (isVisible() && m_error && m_session.state().online)
            refresh();
    });
}

void RemovedPane::makeTable()
{
    m_table->setObjectName(u"removed-members"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSortIndicator(RemovedModel::At, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    setColumnWidths(m_table, {220, 150, 140, 0, 170});
    connect(m_table, &QTableView::activated, this, &RemovedPane::restore);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RemovedPane::updateState);
}

void RemovedPane::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    m_error.reset();
    updateState();
    m_session.ask(sync::Question::RemovedMembers, {{u"tenant_id"_s, m_session.actor().administers.toString()}}, this,
                  [this](const Result<QJsonValue> &answer) { take(answer); });
}

void RemovedPane::take(const Result<QJsonValue> &answer)
{
    m_asking = false;
    if (answer) {
        m_rows = removedRows(*answer);
        mark();
        if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_model->index(0, 0));
    } else {
        m_error = answer.error();
    }
    updateState();
}

/// Whose restoration waits.
void RemovedPane::mark()
{
    const QList<QueuedCommand> commands = m_session.commands();
    std::vector<RemovedRow> rows = m_rows;
    for (RemovedRow &row : rows)
        row.queued = std::ranges::any_of(commands, [&](const QueuedCommand &queued) {
            return queued.isOpen() && queued.command.kind == u"member_restore" &&
                   QUuid::fromString(queued.command.payload["removal_id"_L1].toString()) == row.id;
        });
    m_model->setRows(std::move(rows), m_session.now());
}

void RemovedPane::followQueue()
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

QString RemovedPane::restoreRefusal() const
{
    if (const QString right = m_session.refusal(u"member_restore"_s, m_session.currentTenant());
        !right.isEmpty())
        return right;
    if (!m_table->currentIndex().isValid())
        return tr("Choose a person in the list.");
    return m_model->rowAt(m_table->currentIndex().row()).queued ? tr("Comes back when the server answers.")
                                                                : QString();
}

void RemovedPane::updateState()
{
    const QString reason = restoreRefusal();
    setUsable(m_restore, reason.isEmpty(), reason);
    m_count->setText(m_model->rowCount() > 0
                         ? tr("%n person(s) can be brought back", nullptr, m_model->rowCount())
                         : QString());
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    if (m_asking)
        return m_states->showLoading();
    if (m_error) {
        m_states->error()->setTexts(tr("Can't be asked now"), sentence(*m_error));
        return m_states->showError();
    }
    m_states->empty()->setTexts(
        tr("Nobody to bring back"),
        tr("Who is removed from the tenant appears here for 30 days and can be brought back with all that "
           "they had, unless they are in another tenant by then."));
    m_states->showEmpty();
}

void RemovedPane::restore()
{
    if (!restoreRefusal().isEmpty())
        return;
    const RemovedRow row = m_model->rowAt(m_table->currentIndex().row());
    auto *dialog = new RestoreDialog(m_session, m_session.currentTenant(), row, window());
    connect(dialog, &CommandDialog::given, this, [this, name = row.name] {
        Q_EMIT toastRequested(m_session.state().online ? tr("%1 is back.").arg(name)
                                                       : tr("%1 comes back when connected.").arg(name));
    });
    dialog->open();
}

void RemovedPane::retranslate()
{
    m_restore->setText(tr("Bring back…"));
    m_table->setAccessibleName(tr("Removed members"));
    m_states->loading()->setText(tr("Asking the server…"));
    m_model->retranslate();
    updateState();
}

} // namespace tenantry::ui::members
