// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/askedpane.h"

#include "core/domain/messages.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

AskedPane::AskedPane(Session &session, sync::Question question, QStringList changedBy,
                     const QString &actIconName, const QString &iconName, QWidget *parent)
    : QWidget(parent), m_session(session), m_question(question), m_changedBy(std::move(changedBy)),
      m_count(makeLabel(TextStyle::Muted)), m_act(makeButton(ButtonStyle::Default, {}, actIconName)),
      m_table(new QTableView), m_states(new StateStack(m_table, iconName))
{
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    layout->setSpacing(8);
    layout->addWidget(m_count, 1);
    layout->addWidget(m_act);
    layout->addWidget(makeTableButton(m_table));
    fillWithRows(this, {bar, m_states});
    connect(m_act, &QPushButton::clicked, this, [this] { act(); });
    connect(m_states->error(), &ErrorState::retryRequested, this, &AskedPane::refresh);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (m_table->model()->rowCount() > 0 &&
            m_session.actor().administers.isNull()) { // locked: no name stays
            forget();
            mark();
            updateState();
        }
    });
    connect(&m_session, &Session::commandsChanged, this, &AskedPane::followQueue);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (isVisible() && m_error && m_session.state().online)
            refresh();
    });
}

void AskedPane::setModel(QAbstractItemModel *model, int sortColumn, const QList<int> &widths)
{
    m_table->setModel(model);
    m_table->horizontalHeader()->setSortIndicator(sortColumn, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    setColumnWidths(m_table, widths);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &AskedPane::updateState);
}

int AskedPane::current() const
{
    return m_table->currentIndex().row();
}

void AskedPane::refresh()
{
    if (m_asking)
        return;
    m_asking = true;
    m_error.reset();
    updateState();
    m_session.ask(m_question, {{u"tenant_id"_s, m_session.currentTenant().toString()}}, this,
                  [this](const Result<QJsonValue> &answer) { answered(answer); });
}

void AskedPane::answered(const Result<QJsonValue> &answer)
{
    m_asking = false;
    if (answer) {
        take(*answer);
        mark();
        if (m_table->model()->rowCount() > 0 && current() < 0)
            m_table->setCurrentIndex(m_table->model()->index(0, 0));
    } else {
        m_error = answer.error();
    }
    updateState();
}

void AskedPane::followQueue()
{
    const QList<QueuedCommand> commands = m_session.commands();
    const auto settled = std::ranges::count_if(commands, [this](const QueuedCommand &queued) {
        return queued.state == CommandState::Done && m_changedBy.contains(queued.command.kind);
    });
    mark();
    updateState();
    if (settled != m_settled && isVisible())
        refresh();
    m_settled = settled;
}

void AskedPane::updateState()
{
    const QString reason = refusal();
    setUsable(m_act, reason.isEmpty(), reason);
    const bool any = m_table->model()->rowCount() > 0;
    m_count->setText(any ? countText() : QString());
    if (any)
        return m_states->showContent();
    if (m_asking)
        return m_states->showLoading();
    if (!m_error)
        return m_states->showEmpty();
    m_states->error()->setTexts(tr("Can't be asked now"), sentence(*m_error));
    m_states->showError();
}

void AskedPane::retranslate()
{
    m_states->loading()->setText(tr("Asking the server…"));
    updateState();
}

} // namespace tenantry::ui::members
