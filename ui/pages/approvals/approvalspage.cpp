// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/approvalspage.h"

#include "core/domain/messages.h"
#include "ui/models/queuewords.h"
#include "ui/pages/approvals/applicationchecks.h"
#include "ui/pages/approvals/applicationdetail.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/pages/approvals/approvalfinder.h"
#include "ui/pages/approvals/approvalsmodel.h"
#include "ui/pages/approvals/batchdetail.h"
#include "ui/pages/approvals/words.h"
#include "ui/session/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabs.h"

#include <QAction>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

using Mark = ApprovalItem::Mark;

ApprovalsPage::ApprovalsPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_boxes(std::make_shared<const ApprovalBoxes>()),
      m_model(new ApprovalsModel(this)), m_finder(new ApprovalFinder(this))
{
    connect(m_finder, &ApprovalFinder::found, this, &ApprovalsPage::takeList);
    build();
    buildActions();
    connect(&m_session, &Session::snapshotChanged, this, &ApprovalsPage::refresh);
    connect(&m_session, &Session::commandsChanged, this, &ApprovalsPage::refresh);
    connect(&m_session, &Session::stateChanged, this, [this] {
        refreshStates();
        refreshBanner();
        refreshDetail();
    });
    m_clock = new QTimer(this);
    m_clock->setInterval(60'000);
    connect(m_clock, &QTimer::timeout, this, [this] { m_model->setNow(m_session.now()); });
    m_clock->start();
    refresh();
}

ApprovalsPage::~ApprovalsPage() = default;

PageFace ApprovalsPage::face()
{
    return {u"approvals"_s, u"inbox"_s, [] { return tr("Approvals"); }};
}

void ApprovalsPage::activated()
{
    if (m_table->currentIndex().isValid() || m_model->rowCount() == 0)
        m_table->setFocus();
    else
        move(1);
}

Box ApprovalsPage::box() const
{
    return Box(m_tabs->current());
}

void ApprovalsPage::setBox(Box box)
{
    m_boxChosen = true;
    m_tabs->setCurrent(int(box));
}

bool ApprovalsPage::showObject(const QString &objectId)
{
    const QUuid key = QUuid::fromString(objectId);
    for (int box = 0; box < boxCount; ++box) {
        const ApprovalItems &items = m_boxes->of(Box(box));
        if (std::none_of(items.begin(), items.end(), [&key](const ApprovalItemPtr &item) { return item->key == key; }))
            continue;
        m_search->clear();
        m_filter.query.clear();
        m_kinds->setCurrentIndex(0);
        setBox(Box(box));
        m_wanted = key;
        askForList();
        return true;
    }
    return false;
}

void ApprovalsPage::refresh()
{
    m_source = ApprovalSource::of(m_session);
    const ActorView &actor = m_source.actor;
    const bool decider = decidesAnything(actor);
    for (const Box box : {Box::ToDecide, Box::Decided})
        m_tabs->setTabEnabled(int(box), decider, tr("Only administrators decide applications."));
    if (!m_boxChosen && !actor.tenantId.isNull()) { // before the first pull nobody knows who acts
        m_boxChosen = true;
        m_tabs->setCurrent(int(decider ? Box::ToDecide : Box::Mine));
    }
    askForList();
    refreshBanner();
}

void ApprovalsPage::askForList()
{
    m_filter.box = box();
    m_finder->ask({m_source, m_filter, m_model->items()});
    refreshStates();
}

void ApprovalsPage::takeList(const ApprovalList &list)
{
    m_boxes = list.boxes;
    m_checks = list.checks;
    refreshCounts();
    m_restoring = true;
    m_model->take(list, m_session.now(), decideTarget(*list.snapshot));
    m_restoring = false;
    restoreSelection();
    selectWanted();
    if (m_selectedKeys.isEmpty() && m_model->rowCount() > 0 && !m_table->selectionModel()->hasSelection())
        selectFirst();
    refreshStates();
    refreshDetail();
}

void ApprovalsPage::refreshCounts()
{
    const int attention = int(m_boxes->of(Box::Attention).size());
    const int mine = int(m_boxes->of(Box::Mine).size());
    m_tabs->setCount(int(Box::ToDecide), m_boxes->toDecide);
    m_tabs->setCount(int(Box::Attention), attention);
    m_tabs->setCount(int(Box::Mine), mine);
    setCount(m_boxes->waiting());
}

void ApprovalsPage::selectWanted()
{
    const int row = m_wanted.isNull() ? -1 : m_model->rowOf(m_wanted);
    if (row < 0)
        return;
    select(std::exchange(m_wanted, QUuid()));
}

// So that reading and deciding start without a click.
void ApprovalsPage::selectFirst()
{
    select(m_model->item(0).key);
    if (isVisible() && !(window()->focusWidget() && isAncestorOf(window()->focusWidget())))
        m_table->setFocus();
}

void ApprovalsPage::refreshStates()
{
    const sync::SyncState state = m_session.state();
    if (state.store == sync::StoreState::LeaseOver) {
        m_states->error()->setTexts(tr("The local copy is too old"),
                                    tr("It opens again as soon as the server was reached. Queued decisions are kept."));
        m_states->error()->setRetriable(true);
        return m_states->showError();
    }
    if (state.store != sync::StoreState::Open) {
        m_states->loading()->setText(tr("Fetching applications…"));
        m_states->loading()->setProgress(-1);
        return m_states->showLoading();
    }
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    if (m_finder->isBusy()) {
        m_states->loading()->setText(tr("Fetching applications…"));
        m_states->loading()->setProgress(-1);
        return m_states->showLoading();
    }
    EmptyState *empty = m_states->empty();
    empty->setNextStep({});
    if (m_model->unfilteredCount() > 0) {
        empty->setTexts(tr("Nothing found"), tr("No application in this box matches the search."));
        empty->setNextStep(tr("Clear the search"));
    } else if (box() == Box::ToDecide) {
        empty->setTexts(tr("Nothing waits for you"), tr("New applications appear here by themselves."));
    } else if (box() == Box::Attention) {
        empty->setTexts(tr("Nothing needs attention"), tr("Decisions that could not be carried out come here with what happened."));
    } else if (box() == Box::Decided) {
        empty->setTexts(tr("Nothing decided yet"), tr("What you approve or reject is kept here."));
    } else {
        empty->setTexts(tr("No applications of yours"), tr("\"Apply\" makes one. It appears here with its progress."));
    }
    m_states->showEmpty();
}

void ApprovalsPage::refreshBanner()
{
    const sync::SyncState state = m_session.state();
    const bool offline = !state.online && state.store == sync::StoreState::Open;
    m_banner->setVisible(offline);
    if (!offline)
        return;
    const QDateTime now = toDateTime(m_session.now());
    m_banner->setText(state.lastSync ? tr("Offline. Everything is as of %1; your decisions are kept and will be sent when connected.")
                                           .arg(shortMomentText(toDateTime(*state.lastSync), now))
                                     : tr("Offline. Your decisions are kept and will be sent when connected."));
}

void ApprovalsPage::refreshDetail()
{
    if (m_restoring)
        return;
    if (const int count = selectedCount(); count > mostAtOnce)
        return showTooMany(count);
    const QList<ApprovalItem> items = shown();
    m_last = items;
    m_details->setCurrentWidget(items.size() > 1 ? static_cast<QWidget *>(m_batch) : m_detail);
    m_bar->setVisible(!items.isEmpty());
    if (items.isEmpty()) {
        m_batch->clear();
        return m_detail->clear();
    }
    if (items.size() > 1) {
        m_batch->show(items, m_session, *m_checks);
    } else {
        const auto command = commandById(m_session, items.constFirst().command);
        const bool attention = command && command->state == CommandState::NeedsAttention;
        m_detail->show(items.constFirst(), m_session, *m_checks, attention ? &*command : nullptr);
    }
    refreshBar(items);
}

void ApprovalsPage::showTooMany(int count)
{
    m_details->setCurrentWidget(m_batch);
    m_batch->showTooMany(count, mostAtOnce);
    DecisionBar::State state;
    state.mode = DecisionBar::Mode::Decide;
    state.count = 0;
    state.reasonIfNot = state.note = tr("At most %1 applications can be decided at once.").arg(QLocale().toString(mostAtOnce));
    m_bar->setState(state);
    m_bar->show();
    for (QAction *action : {m_approve, m_reject, m_submit})
        action->setEnabled(false);
}

void ApprovalsPage::refreshBar(const QList<ApprovalItem> &items)
{
    DecisionBar::State state;
    if (items.size() == 1) {
        state = barState(items.constFirst());
    } else {
        state.count = 0;
        for (const ApprovalItem &item : items)
            state.count += whyNotDecidable(item, m_session).isEmpty();
        state.mode = DecisionBar::Mode::Decide;
        if (state.count == 0)
            state.reasonIfNot = state.note = tr("None of the selected applications can be decided by you now.");
    }
    // What can't be decided any more keeps its comment, with buttons that say why they are of no use.
    if (state.mode == DecisionBar::Mode::Note && m_bar->isWriting()) {
        state.mode = DecisionBar::Mode::Decide;
        state.reasonIfNot = state.note;
    }
    m_bar->setState(state);
    const bool decides = state.reasonIfNot.isEmpty()
                         && (state.mode == DecisionBar::Mode::Decide || (state.mode == DecisionBar::Mode::Attention && state.stillPending));
    for (QAction *action : {m_approve, m_reject, m_submit})
        action->setEnabled(decides);
}

DecisionBar::State ApprovalsPage::queuedState(const ApprovalItem &item) const
{
    DecisionBar::State state;
    state.mode = DecisionBar::Mode::Queued;
    state.canUndo = item.mark == Mark::Queued;
    const auto command = commandById(m_session, item.command);
    const QString what = command ? commandSentence(m_session, command->command) : QString();
    const QString comment = command ? command->command.payload.value("comment"_L1).toString() : QString();
    state.note = item.mark == Mark::Sent         ? tr("Sent: %1").arg(what)
                 : item.mark == Mark::Sending    ? tr("Being sent: %1").arg(what)
                 : m_session.state().online      ? tr("Queued: %1").arg(what)
                                                 : tr("Queued, will be sent when connected: %1").arg(what);
    if (!comment.isEmpty())
        state.note += u'\n' + tr("Comment: %1").arg(comment);
    return state;
}

DecisionBar::State ApprovalsPage::barState(const ApprovalItem &item) const
{
    DecisionBar::State state;
    const bool pending = item.application && item.application->status == ApplicationStatus::Pending;
    if (item.mark == Mark::Queued || item.mark == Mark::Sending || item.mark == Mark::Sent)
        return queuedState(item);
    if (item.mark == Mark::Attention && box() == Box::Attention) {
        state.mode = DecisionBar::Mode::Attention;
        // What the server said is newer than the snapshot.
        const auto command = commandById(m_session, item.command);
        const bool over = command && std::any_of(command->errors.cbegin(), command->errors.cend(), [](const Error &error) {
                              return error.code == "application.not_pending"_L1;
                          });
        state.stillPending = pending && !over && item.commandKind == "application_decide"_L1;
        state.reasonIfNot = state.stillPending ? whyNotDecidable(item, m_session) : QString();
        return state;
    }
    if (item.application && item.application->applicantId == m_session.userId()) {
        state.mode = pending ? DecisionBar::Mode::Own : DecisionBar::Mode::Note;
        if (pending && decides(m_session.actor(), *item.application))
            state.note = sentence(Error{ErrorClass::Business, u"application.own"_s, {}, {}});
        else if (!pending)
            state.note = tr("This application is closed.");
        return state;
    }
    if (!pending) {
        state.note = tr("This application is closed.");
        return state;
    }
    state.mode = DecisionBar::Mode::Decide;
    state.reasonIfNot = whyNotDecidable(item, m_session);
    state.note = state.reasonIfNot;
    return state;
}

} // namespace tenantry::ui
