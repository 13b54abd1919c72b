// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/memberspage.h"

#include "ui/pages/access/pickfield.h"
#include "ui/pages/members/invitedpane.h"
#include "ui/pages/members/memberpane.h"
#include "ui/pages/members/platformpeople.h"
#include "ui/pages/members/removedpane.h"
#include "ui/pages/members/tenantpeoplemodel.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/tenants/breakglassbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace members;

MembersPage::MembersPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_model(new TenantPeopleModel(this)),
      m_tabs(new Tabs(Tabs::Look::Underlined)), m_views(new QStackedWidget), m_search(new SearchField),
      m_organization(
          new explorer::PickField(session, directory::SearchKind::Organization, u"organization"_s)),
      m_below(new QCheckBox), m_role(new QComboBox), m_status(new QComboBox),
      m_invite(makeButton(ButtonStyle::Primary, {}, u"plus"_s)),
      m_import(makeButton(ButtonStyle::Default, {}, u"table"_s)), m_due(new Banner(Tone::Warning)),
      m_table(new QTableView), m_states(new StateStack(m_table, u"members"_s)),
      m_count(makeLabel(TextStyle::Small)), m_pane(new MemberPane(session)),
      m_invited(new InvitedPane(session)), m_removed(new RemovedPane(session)),
      m_platform(new PlatformPeople(session))
{
    makeTable();
    m_tabs->add();
    m_tabs->add();
    m_tabs->add();
    m_views->addWidget(makePeople());
    m_views->addWidget(m_invited);
    m_views->addWidget(m_removed);
    m_views->addWidget(m_platform);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, 0);
    tabs->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new BreakGlassNotice(m_session)); // TEN-13
    layout->addLayout(tabs);
    layout->addWidget(m_views, 1);
    makeActions();
    connectSession();
    refreshContent();
}

QWidget *MembersPage::makePeople()
{
    auto *left = new QWidget;
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    m_count->setContentsMargins(metrics::pageMargin, 6, metrics::pageMargin, 6);
    list->addWidget(makeBar());
    list->addWidget(makeSeparator());
    list->addWidget(m_states, 1);
    list->addWidget(makeSeparator());
    list->addWidget(m_count);
    m_due->setObjectName(u"due"_s);
    m_due->hide();
    auto *splitter = new Splitter;
    splitter->addWidget(left);
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({760, 420});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

void MembersPage::makeTable()
{
    m_table->setObjectName(u"members"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(int(PersonColumn::Name),
                                      new spaces::NameDelegate(metrics::rowHeight, m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(int(PersonColumn::Name), Qt::AscendingOrder);
    header->setStretchLastSection(true);
    for (const auto &[column, width] : {std::pair(PersonColumn::Name, 250),
                                        {PersonColumn::Organizations, 170},
                                        {PersonColumn::Roles, 140},
                                        {PersonColumn::Status, 104},
                                        {PersonColumn::Email, 190},
                                        {PersonColumn::Phone, 130},
                                        {PersonColumn::Mis, 110},
                                        {PersonColumn::Created, 110}})
        m_table->setColumnWidth(int(column), width);
    m_table->setColumnHidden(int(PersonColumn::Mis), true); // it stands beside the name
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &MembersPage::ask);
    connect(m_table, &QTableView::customContextMenuRequested, this, &MembersPage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_pane->setUser(current()); });
}

void MembersPage::makeActions()
{
    const auto add = [this](const QKeySequence &keys, MemberAct act) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setData(int(act));
        connect(action, &QAction::triggered, this, [this, act] {
            if (const QString reason = m_pane->actions()->refusal(act, current()); !reason.isEmpty())
                Q_EMIT toastRequested(reason);
            m_pane->actions()->run(act, current());
        });
        addAction(action);
    };
    add(Qt::Key_F2, MemberAct::Organizations);
    add({}, MemberAct::HandOver);
    add({}, MemberAct::CopyAccess);
    add({}, MemberAct::Suspend);
    add({}, MemberAct::Reactivate);
    add(Qt::Key_Delete, MemberAct::Remove);
    for (const auto &[keys, act] : {std::pair(QKeySequence(Qt::Key_Insert), &MembersPage::invite),
                                    {QKeySequence(), &MembersPage::importMembers}}) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    }
    connect(m_invite, &QPushButton::clicked, this, &MembersPage::invite);
    connect(m_import, &QPushButton::clicked, this, &MembersPage::importMembers);
}

void MembersPage::connectSession()
{
    connect(m_tabs, &Tabs::currentChanged, this, [this](int view) {
        refreshView();
        if (view == Removed)
            m_removed->refresh();
        else if (view == Invited)
            m_invited->refresh();
    });
    connect(m_states->empty(), &EmptyState::nextStepRequested, this, &MembersPage::clearFilters);
    connect(m_due, &Banner::actionRequested, this, &MembersPage::showHandoversDue);
    connect(m_pane, &MemberPane::pageRequested, this, &MembersPage::pageRequested);
    connect(m_pane->actions(), &MemberActions::toastRequested, this, &MembersPage::toastRequested);
    connect(m_invited, &InvitedPane::toastRequested, this, &MembersPage::toastRequested);
    connect(m_removed, &RemovedPane::toastRequested, this, &MembersPage::toastRequested);
    connect(m_platform, &PlatformPeople::toastRequested, this,
            [this](const QString &text) { Q_EMIT toastRequested(text); });
    connect(m_platform, &PlatformPeople::opened, this, [this](UserId user) {
        m_wanted = user;
        m_tabs->setCurrent(People);
        clearFilters();
    });
    const auto changed = [this] { contentChanged(m_session); };
    connect(&m_session, &Session::snapshotChanged, this, changed);
    connect(&m_session, &Session::currentTenantChanged, this, changed);
    connect(&m_session, &Session::commandsChanged, this, &MembersPage::refreshQueue);
    connect(&m_session, &Session::stateChanged, this, &MembersPage::refreshState);
    connect(&m_session, &Session::searchIndexChanged, this, [this] {
        if (!m_search->query().isEmpty() && isVisible())
            ask();
    });
}

PageFace MembersPage::face()
{
    return {u"members"_s, u"person"_s, [] { return tr("Members"); }};
}

bool MembersPage::isFor(const Session &session)
{
    const ActorView actor = session.actor();
    const auto may = [&](const QString &kind) {
        return session.declarations().refusal(actor, kind, actor.tenantId) == std::nullopt;
    };
    // Those to whom managing people was delegated see the people in their data scope (OPM-9).
    return actor.systemAdministrator || may(u"member_remove"_s) || may(u"user_set_suspended"_s) ||
           may(u"memberships_set"_s);
}

QTableView *MembersPage::shownTable() const
{
    switch (m_views->currentIndex()) {
    case Invited:
        return m_invited->table();
    case Removed:
        return m_removed->table();
    case Platform:
        return m_platform->table();
    default:
        return m_table;
    }
}

void MembersPage::activated()
{
    shownTable()->setFocus();
}

bool MembersPage::showObject(const QString &objectId)
{
    if (objectId == u"removed" || objectId == u"invited") {
        m_tabs->setCurrent(objectId == u"invited" ? Invited : Removed);
        return true;
    }
    const UserId user(QUuid::fromString(objectId));
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findUser(user);
    if (!index.isValid() || snapshot->tenantId(snapshot->user(index).tenant()) != m_tenant)
        return false;
    m_tabs->setCurrent(People);
    clearFilters();
    choose(user);
    return true;
}

/// Chosen now, or when the list that is being made has them.
void MembersPage::choose(UserId user)
{
    const int row = m_model->rowOf(user);
    m_wanted = row < 0 ? user : UserId();
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, int(PersonColumn::Name));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

UserId MembersPage::current() const
{
    return m_model->idOf(m_table->currentIndex());
}

void MembersPage::refreshContent()
{
    m_tenant = m_session.currentTenant();
    setAvailable(isFor(m_session));
    const QString refusal = m_session.refusal(u"member_restore"_s, m_tenant);
    m_tabs->setTabEnabled(Removed, refusal.isEmpty(), refusal);
    m_tabs->setTabEnabled(Invited, refusal.isEmpty(), refusal);
    if (!refusal.isEmpty())
        m_tabs->setCurrent(People);
    for (const auto &[button, kind] :
         {std::pair(m_invite, u"member_invite"_s), {m_import, u"import_apply"_s}}) {
        const QString reason = m_session.refusal(kind, m_tenant);
        setUsable(button, reason.isEmpty(), reason);
    }
    refreshView();
    refreshQueue();
    ask();
}

void MembersPage::refreshView()
{
    const bool everywhere = m_tenant.isNull() && m_session.actor().systemAdministrator;
    m_tabs->setVisible(!everywhere);
    m_views->setCurrentIndex(everywhere ? int(Platform) : m_tabs->current());
}

void MembersPage::ask()
{
    m_below->setEnabled(m_organization->chosen().has_value());
    PeopleQuestion question;
    question.snapshot = m_session.snapshot();
    question.index = m_session.searchIndex();
    question.tenant = m_tenant;
    question.filter = filter();
    question.seenRoles = seenRoles(m_session, m_tenant);
    const QHeaderView *header = m_table->horizontalHeader();
    question.sortedBy = PersonColumn(std::clamp(header->sortIndicatorSection(), 0, personColumnCount - 1));
    question.descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    if (!m_model->list())
        m_states->showLoading();
    m_work.run([this, question](const std::stop_token &stop) { return m_lister.list(question, stop); },
               [this](const PeopleListPtr &list) {
                   if (list)
                       take(list);
               });
}

void MembersPage::take(const PeopleListPtr &list)
{
    const bool otherRoles = !m_model->list() || m_model->list()->roles != list->roles;
    m_model->setList(list);
    if (otherRoles)
        fillRoles();
    if (!m_wanted.isNull())
        choose(m_wanted);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, int(PersonColumn::Name)));
    m_pane->setUser(current());
    const int due = int(list->handoversDue.size());
    setCount(due);
    m_due->setText(tr("%n suspended people still own or lead something.", nullptr, due));
    m_due->setVisible(due > 0 && !list->question.filter.handoverDue);
    refreshState();
    Q_EMIT listed();
}

void MembersPage::refreshQueue()
{
    QSet<UserId> queued;
    for (const QueuedCommand &command : m_session.commands())
        if (command.isOpen() && QStringList{u"user_set_suspended"_s, u"member_remove"_s, u"memberships_set"_s,
                                            u"handover"_s, u"access_copy"_s}
                                    .contains(command.command.kind))
            queued.insert(UserId(QUuid::fromString(command.command.subject[u"record"_s].toString())));
    m_model->setQueued(queued);
    m_pane->refresh();
}

void MembersPage::refreshState()
{
    const PeopleListPtr &list = m_model->list();
    const QLocale locale;
    const size_t all = list ? list->all : 0;
    m_count->setText(size_t(m_model->rowCount()) == all
                         ? tr("%1 people", nullptr, int(all)).arg(locale.toString(qulonglong(all)))
                         : tr("%1 of %2 shown")
                               .arg(locale.toString(m_model->rowCount()), locale.toString(qulonglong(all))));
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    const sync::SyncState state = m_session.state();
    if (!list || state.store == sync::StoreState::Opening)
        return m_states->showLoading();
    EmptyState *empty = m_states->empty();
    empty->setNextStep({});
    if (all > 0) {
        empty->setTexts(tr("Nobody fits"), tr("Nobody of the tenant is left by the search and the filters."));
        empty->setNextStep(tr("Show everybody"));
    } else {
        empty->setTexts(tr("Nobody to see"),
                        tr("The people of the tenant appear here once they are synced."));
    }
    m_states->showEmpty();
}

void MembersPage::showMenu(const QPoint &at)
{
    const QModelIndex under = m_table->indexAt(at);
    if (under.isValid())
        m_table->setCurrentIndex(under);
    if (current().isNull())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_pane->actions()->fill(menu, current());
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void MembersPage::retranslate()
{
    m_tabs->setAccessibleName(tr("Members"));
    m_tabs->setText(People, tr("Members"));
    m_tabs->setText(Invited, tr("Invited"));
    m_tabs->setText(Removed, tr("Removed"));
    m_search->setHint(tr("Name, organization, mail, phone, MIS; pinyin too"));
    m_organization->setHint(tr("All organizations; type a name to choose one"));
    m_below->setText(tr("With those below"));
    m_due->setAction(tr("Show them"));
    m_table->setAccessibleName(tr("Members"));
    m_states->loading()->setText(tr("Loading…"));
    for (QAction *action : actions())
        if (action->data().isValid())
            action->setText(MemberActions::textOf(MemberAct(action->data().toInt())));
    m_invite->setText(tr("Invite…"));
    m_import->setText(tr("Import…"));
    actions()[actions().size() - 2]->setText(tr("Invite somebody"));
    actions().constLast()->setText(tr("Import members"));
    fillRoles();
    fillStatuses();
    m_model->retranslate();
    m_pane->retranslate();
    m_invited->retranslate();
    m_removed->retranslate();
    m_platform->retranslate();
    refreshState();
}

} // namespace tenantry::ui
