// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the page is put together; what it does is in approvalspage.cpp.
#include "ui/pages/approvals/approvalspage.h"

#include "ui/pages/applications/applybutton.h"
#include "ui/pages/approvals/applicationchecks.h"
#include "ui/pages/approvals/applicationdetail.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/pages/approvals/approvalsmodel.h"
#include "ui/pages/approvals/batchdetail.h"
#include "ui/pages/members/memberactions.h"
#include "ui/session/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/viewstyle.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

void ApprovalsPage::build()
{
    m_banner = new Banner(Tone::Warning);
    m_banner->hide();
    auto *notice = new QHBoxLayout;
    notice->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 0);
    notice->addWidget(m_banner);

    auto *splitter = new Splitter;
    splitter->addWidget(buildList());
    splitter->addWidget(buildDetail());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({640, 410});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(notice);
    layout->addWidget(splitter, 1);
}

void ApprovalsPage::buildTable()
{
    m_table = new QTableView;
    m_table->setObjectName(u"approvals"_s);
    m_table->setModel(m_model);
    styleTable(m_table, 40);
    removeFrame(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ApprovalsModel::Age, Qt::AscendingOrder);
    setColumnWidths(m_table, {0, 108, 84, 88, 136});
    m_table->installEventFilter(this);
    m_states = new StateStack(m_table, u"inbox"_s);
}

QWidget *ApprovalsPage::buildList()
{
    m_tabs = new Tabs(Tabs::Look::Underlined);
    for (int box = 0; box < boxCount; ++box)
        m_tabs->add();
    m_search = new SearchField;
    m_search->setAnswersEachLetter(true);
    m_kinds = new QComboBox;
    m_kinds->setMinimumContentsLength(12);
    m_kinds->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    buildTable();
    m_search->setResultView(m_table);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(20, 12, 20, 12);
    tools->setSpacing(metrics::grid);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_kinds);
    tools->addWidget(makeTableButton(m_table));
    auto *apply = new applications::ApplyButton(m_session);
    tools->addWidget(apply);
    connect(apply, &applications::ApplyButton::submitted, this, [this] { setBox(Box::Mine); });
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(20, 4, 20, 0);
    tabs->addWidget(m_tabs);
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tabs);
    layout->addLayout(tools);
    layout->addWidget(m_states, 1);
    connectList();
    return list;
}

void ApprovalsPage::connectList()
{
    connect(m_model, &ApprovalsModel::sortRequested, this, [this](ApprovalOrder order, Qt::SortOrder direction) {
        m_filter.order = order;
        m_filter.direction = direction;
        askForList();
    });
    connect(m_tabs, &Tabs::currentChanged, this, [this] {
        m_table->clearSelection();
        takeSelection();
        m_selectedKeys.clear(); // of a row that had left
        m_left.clear();
        askForList();
    });
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) {
        m_filter.query = query;
        askForList();
    });
    connect(m_kinds, &QComboBox::currentIndexChanged, this, [this] {
        m_filter.kind = m_kinds->currentData().toString();
        askForList();
    });
    connect(m_states->empty(), &EmptyState::nextStepRequested, this, [this] {
        m_search->clear();
        m_kinds->setCurrentIndex(0);
    });
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] { m_session.syncNow(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_restoring)
            return;
        m_wanted = QUuid();
        takeSelection();
        refreshDetail();
    });
}

QWidget *ApprovalsPage::buildDetail()
{
    m_detail = new ApplicationDetail;
    m_batch = new BatchDetail;
    m_details = new QStackedWidget;
    m_details->addWidget(m_detail);
    m_details->addWidget(m_batch);
    m_bar = new DecisionBar;
    m_bar->hide();
    auto *pane = new QWidget;
    pane->setMinimumWidth(380);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_details, 1);
    layout->addWidget(m_bar);
    connect(m_bar, &DecisionBar::decided, this, &ApprovalsPage::decide);
    connect(m_bar, &DecisionBar::undoRequested, this, &ApprovalsPage::undo);
    connect(m_bar, &DecisionBar::withdrawRequested, this, &ApprovalsPage::withdraw);
    connect(m_bar, &DecisionBar::discardRequested, this, &ApprovalsPage::discard);
    connect(m_detail, &ApplicationDetail::rated, this, &ApprovalsPage::rate);
    connect(m_detail, &ApplicationDetail::takenUpAgain, this, &ApprovalsPage::takeUpAgain);
    auto *people = new members::MemberActions(m_session, this);
    connect(people, &members::MemberActions::toastRequested, this, &ApprovalsPage::toastRequested);
    connect(m_detail, &ApplicationDetail::handOverRequested, people,
            [people](UserId applicant) { people->run(members::MemberAct::HandOver, applicant); });
    return pane;
}

void ApprovalsPage::buildActions()
{
    const auto make = [this](const QList<QKeySequence> &keys, auto act) {
        auto *action = new QAction(this);
        action->setShortcuts(keys);
        // The next one is selected after a decision: a key held down must not decide them all.
        action->setAutoRepeat(false);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        return action;
    };
    // Letters reach these only where nothing is being typed: edits take them first.
    m_approve = make({Qt::Key_A}, [this] { m_bar->approve(); });
    m_reject = make({Qt::Key_R}, [this] { m_bar->reject(); });
    m_submit = make({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, [this] { m_bar->submit(); });
    m_next = make({Qt::Key_J}, [this] { move(1); });
    m_previous = make({Qt::Key_K}, [this] { move(-1); });
    m_next->setAutoRepeat(true);
    m_previous->setAutoRepeat(true);
    m_find = make({QKeySequence::Find}, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
}

bool ApprovalsPage::eventFilter(QObject *watched, QEvent *event)
{
    // Ctrl+A selects all; a bare letter must not start the view's own search for a row that begins with it.
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && !key->text().isEmpty() && key->text().front().isLetterOrNumber())
            return true;
    }
    return Page::eventFilter(watched, event);
}

void ApprovalsPage::fillKinds()
{
    const QString current = m_kinds->currentData().toString();
    const QSignalBlocker block(m_kinds);
    m_kinds->clear();
    m_kinds->addItem(tr("All kinds"), QString());
    for (const ApplicationKind &kind : applicationKinds())
        m_kinds->addItem(kind.name(), kind.key);
    m_kinds->setCurrentIndex(std::max(0, m_kinds->findData(current)));
}

void ApprovalsPage::retranslate()
{
    m_tabs->setText(int(Box::ToDecide), tr("To decide"));
    m_tabs->setText(int(Box::Attention), tr("Needs attention"));
    m_tabs->setText(int(Box::Decided), tr("Decided by me"));
    m_tabs->setText(int(Box::Mine), tr("Mine"));
    m_search->setHint(tr("Tenant, applicant or code (pinyin too)"));
    m_kinds->setAccessibleName(tr("Kind of application"));
    m_table->setAccessibleName(tr("Applications"));
    m_tabs->setAccessibleName(tr("Boxes"));
    m_approve->setText(tr("Approve the selected applications"));
    m_reject->setText(tr("Reject the selected applications"));
    m_submit->setText(tr("Send the decision"));
    m_next->setText(tr("Next application"));
    m_previous->setText(tr("Previous application"));
    m_find->setText(tr("Search applications"));
    fillKinds();
    m_bar->retranslate();
    m_detail->retranslate();
    m_model->retranslate();
    refresh();
}

} // namespace tenantry::ui
