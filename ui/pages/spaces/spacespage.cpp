// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacespage.h"

#include "ui/pages/spaces/creationsettingsdialog.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spacedelegate.h"
#include "ui/pages/spaces/spaceform.h"
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
                               RowKind::RoleGroupMember, RowKind::Space, RowKind::Resource, RowKind::Grant, RowKind::RoleAssignment, RowKind::Setting,
                               RowKind::Plan, RowKind::SpacePicture})
        if (changes->has(kind))
            return true;
    return false;
}

} // namespace

SpacesPage::SpacesPage(Session &session, const QString &module, QWidget *parent)
    : Page(face(), parent), m_session(session), m_module(module), m_model(new SpaceListModel(this)),
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
    connect(&m_session, &Session::snapshotChanged, this, [this] { contentChanged(m_session); });
    connect(&m_session, &Session::commandsChanged, this, [this] {
        m_given = true;
        contentChanged(m_session);
    });
    connect(&m_session, &Session::stateChanged, this, &SpacesPage::refreshState);
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
    m_search->setAnswersEachLetter(true);
    m_list = new QListView;
    styleList(m_list, metrics::twoLineRowHeight);
    removeFrame(m_list);
    m_list->setItemDelegate(new SpaceDelegate(m_list));
    m_list->setModel(m_proxy);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_search->setResultView(m_list);
    auto *searchLine = new QHBoxLayout;
    searchLine->addWidget(m_search);
    m_create = makeButton(ButtonStyle::Primary, {}, u"plus"_s);
    m_settings = makeIconButton(u"settings"_s);
    auto *createLine = new QHBoxLayout;
    createLine->setContentsMargins(12, 16, 12, 0);
    createLine->setSpacing(metrics::grid);
    createLine->addWidget(m_create, 1);
    createLine->addWidget(m_settings);
    searchLine->setContentsMargins(12, 8, 12, 10);
    layout->addLayout(createLine);
    layout->addLayout(searchLine);
    layout->addWidget(m_list, 1);
    box->setMinimumWidth(220);
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) {
        m_proxy->setQuery(query);
        if (!m_list->currentIndex().isValid() && m_proxy->rowCount() > 0)
            m_list->setCurrentIndex(m_proxy->index(0, 0));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SpacesPage::showCurrent);
    connect(m_create, &QPushButton::clicked, this, &SpacesPage::create);
    connect(m_settings, &QToolButton::clicked, this, &SpacesPage::openSettings);
    return box;
}

void SpacesPage::create()
{
    SpaceForm *form = SpaceForm::forNew(m_session, m_module, window());
    connect(form, &CommandDialog::given, this, [this](CommandId id) {
        for (const QueuedCommand &queued : m_session.commands())
            if (queued.id() == id)
                m_wanted = SpaceId(QUuid::fromString(queued.command.payload.value("space_id"_L1).toString()));
        showWanted();
    });
    form->open();
}

/// The new space as soon as it is in the list: the truth comes back a moment after the answer.
void SpacesPage::showWanted()
{
    if (!m_wanted.isNull() && showObject(m_wanted.toString()))
        m_wanted = {};
}

void SpacesPage::openSettings()
{
    (new CreationSettingsDialog(m_session, m_session.actor().administers, window()))->open();
}

void SpacesPage::refreshCreation()
{
    const QString why = whyNotCreated(m_session);
    const bool administers = !m_session.actor().administers.isNull();
    setUsable(m_create, why.isEmpty(), why);
    m_createAction->setEnabled(why.isEmpty());
    m_settings->setVisible(administers);
    m_settingsAction->setVisible(administers);
    m_states->empty()->setNextStep(why.isEmpty() ? tr("New space") : QString());
}

void SpacesPage::addActions()
{
    m_createAction = new QAction(icon(u"plus"_s), {}, this);
    m_settingsAction = new QAction(icon(u"settings"_s), {}, this);
    addAction(m_createAction);
    addAction(m_settingsAction);
    connect(m_createAction, &QAction::triggered, this, &SpacesPage::create);
    connect(m_settingsAction, &QAction::triggered, this, &SpacesPage::openSettings);
    connect(m_states->empty(), &EmptyState::nextStepRequested, this, &SpacesPage::create);
    m_addPeople = new QAction(icon(u"plus"_s), {}, this);
    m_addOrganizations = new QAction(icon(u"organization"_s), {}, this);
    addAction(m_addPeople);
    addAction(m_addOrganizations);
    connect(m_addPeople, &QAction::triggered, m_view->members(), &MembersPane::addPeople);
    connect(m_addOrganizations, &QAction::triggered, m_view->members(), &MembersPane::addOrganizations);
}

PageFace SpacesPage::face()
{
    return {u"spaces"_s, u"space"_s, [] { return tr("Spaces"); }};
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
    const bool given = std::exchange(m_given, false); // a space may wait to be created
    if (!given && m_shown && !concerns(snapshot->changesSince(*m_shown))) {
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
    showWanted();
    refreshState();
}

void SpacesPage::refreshState()
{
    refreshCreation();
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
    m_create->setText(tr("New space"));
    m_createAction->setText(tr("New space"));
    setButtonName(m_settings, tr("Creation of spaces"));
    m_settingsAction->setText(tr("Who may create spaces"));
    m_addPeople->setText(tr("Add people to the space"));
    m_addOrganizations->setText(tr("Add organizations or role groups to the space"));
    m_states->empty()->setTexts(tr("No spaces"), tr("You are in no space yet. An administrator of a space can add you, and the tenant's administrator can create one."));
    m_states->loading()->setText(tr("Loading spaces…"));
    m_model->retranslate();
    m_view->retranslate();
}

} // namespace tenantry::ui
