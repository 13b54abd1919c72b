// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacespage.h"

#include "core/domain/messages.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/spacedelegate.h"
#include "ui/pages/spaces/spacelistmodel.h"
#include "ui/pages/spaces/spaceview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QAction>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

using namespace spaces;

namespace
{

/// Whether what changed between two snapshots can be seen here.
bool concerns(const std::optional<directory::Changes> &changes)
{
    if (!changes)
        return true;
    for (const RowKind kind : {RowKind::Tenant, RowKind::User, RowKind::UserPrivate, RowKind::Organization, RowKind::Membership, RowKind::RoleGroup,
                               RowKind::RoleGroupMember, RowKind::Space, RowKind::Resource, RowKind::Grant, RowKind::RoleAssignment})
        if (changes->has(kind))
            return true;
    return false;
}

} // namespace

SpacesPage::SpacesPage(Session &session, QWidget *parent)
    : Page(u"spaces"_s, u"space"_s, parent), m_session(session), m_model(new SpaceListModel(this)),
      m_proxy(new SpaceListProxy(m_model, this)), m_view(new SpaceView(session))
{
    auto *splitter = new Splitter;
    splitter->addWidget(makeList());
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({240, 1000});
    splitter->setChildrenCollapsible(false);
    m_states = new StateStack(splitter, u"space"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setProperty("panel", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);

    addActions();
    connect(m_view, &SpaceView::toastRequested, this, &Page::toastRequested);
    connect(&m_session, &Session::snapshotChanged, this, &SpacesPage::refresh);
    connect(&m_session, &Session::commandsChanged, this, [this] { m_view->refresh(); });
    connect(&m_session, &Session::stateChanged, this, &SpacesPage::refreshState);
    connect(&m_session, &Session::submitFailed, this, [this](CommandId, const Error &error) {
        if (isVisible())
            Q_EMIT toastRequested(sentence(error));
    });
    // Countdowns and expiries follow the clock.
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_view->refresh();
    });
    minute->start(60'000);
    refresh();
}

QWidget *SpacesPage::makeList()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_search = new SearchField;
    m_list = new QListView;
    styleList(m_list, metrics::twoLineRowHeight);
    removeFrame(m_list);
    m_list->setItemDelegate(new SpaceDelegate(m_list));
    m_list->setModel(m_proxy);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_search->setResultView(m_list);
    auto *searchLine = new QHBoxLayout;
    searchLine->setContentsMargins(12, 16, 12, 10);
    searchLine->addWidget(m_search);
    layout->addLayout(searchLine);
    layout->addWidget(m_list, 1);
    box->setMinimumWidth(220);
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) {
        m_proxy->setQuery(query);
        if (!m_list->currentIndex().isValid() && m_proxy->rowCount() > 0)
            m_list->setCurrentIndex(m_proxy->index(0, 0));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SpacesPage::showCurrent);
    return box;
}

void SpacesPage::addActions()
{
    m_addPeople = new QAction(icon(u"plus"_s), {}, this);
    m_addOrganizations = new QAction(icon(u"organization"_s), {}, this);
    addAction(m_addPeople);
    addAction(m_addOrganizations);
    connect(m_addPeople, &QAction::triggered, m_view->members(), &MembersPane::addPeople);
    connect(m_addOrganizations, &QAction::triggered, m_view->members(), &MembersPane::addOrganizations);
}

QString SpacesPage::title() const
{
    return tr("Spaces");
}

void SpacesPage::activated()
{
    m_list->setFocus();
}

bool SpacesPage::showObject(const QString &objectId)
{
    const int row = m_model->rowOf(SpaceId(QUuid::fromString(objectId)));
    if (row < 0)
        return false;
    m_search->clear();
    m_proxy->setQuery({});
    const QModelIndex index = m_proxy->mapFromSource(m_model->index(row));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    return true;
}

void SpacesPage::refresh()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    if (m_shown && !concerns(snapshot->changesSince(*m_shown))) {
        m_shown = snapshot;
        return;
    }
    const bool first = m_model->rowCount() == 0;
    m_model->setItems(spaceItems(m_session));
    m_shown = snapshot;
    if (first || !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_proxy->index(0, 0));
    else
        m_view->refresh();
    refreshState();
}

void SpacesPage::refreshState()
{
    const sync::SyncState state = m_session.state();
    if (m_model->rowCount() > 0) {
        m_states->showContent();
        m_view->refreshBanner();
        return;
    }
    const bool loading = state.store == sync::StoreState::Opening || state.store == sync::StoreState::Closed
                         || (state.store == sync::StoreState::Empty && state.lastError == std::nullopt);
    loading ? m_states->showLoading() : m_states->showEmpty();
}

void SpacesPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        m_view->setSpace(SpaceId(current.data(SpaceListModel::SpaceIdRole).toUuid()));
}

void SpacesPage::retranslate()
{
    m_search->setHint(tr("Search spaces"));
    m_list->setAccessibleName(tr("Spaces"));
    m_addPeople->setText(tr("Add people to the space"));
    m_addOrganizations->setText(tr("Add organizations or role groups to the space"));
    m_states->empty()->setTexts(tr("No spaces"), tr("You are in no space yet. An administrator of a space can add you, and the tenant's administrator can create one."));
    m_states->loading()->setText(tr("Loading spaces…"));
    m_model->retranslate();
    m_view->retranslate();
}

} // namespace tenantry::ui
