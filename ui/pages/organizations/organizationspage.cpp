// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/organizationspage.h"

#include "ui/pages/organizations/organizationcommands.h"
#include "ui/pages/organizations/organizationpane.h"
#include "ui/pages/organizations/organizationtreemodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostHits = 2000;

} // namespace

OrganizationsPage::OrganizationsPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_model(new OrganizationTreeModel(this))
{
    build();
    buildActions();
    connect(&session, &Session::snapshotChanged, this, [this] { contentChanged(m_session); });
    connect(&session, &Session::commandsChanged, this, &OrganizationsPage::refreshQueue);
    connect(&session, &Session::stateChanged, this, &OrganizationsPage::refreshState);
    refresh();
}

PageFace OrganizationsPage::face()
{
    return {u"organizations"_s, u"organization"_s, [] { return tr("Organizations"); }};
}

void OrganizationsPage::build()
{
    m_pane = new OrganizationPane(m_session);
    auto *splitter = new Splitter(Qt::Horizontal);
    splitter->addWidget(buildTree());
    splitter->addWidget(m_pane);
    splitter->setSizes({380, 660}); // deep trees need room
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_pane, &OrganizationPane::createRequested, this, &OrganizationsPage::create);
    connect(m_pane, &OrganizationPane::editRequested, this, &OrganizationsPage::edit);
    connect(m_pane, &OrganizationPane::moveRequested, this, &OrganizationsPage::moveByDialog);
    connect(m_pane, &OrganizationPane::enableRequested, this, &OrganizationsPage::setEnabledState);
    connect(m_pane, &OrganizationPane::deleteRequested, this, &OrganizationsPage::remove);
    connect(m_pane, &OrganizationPane::toastRequested, this, &OrganizationsPage::toastRequested);
    connect(m_pane, &OrganizationPane::membershipsRequested, this, &OrganizationsPage::editMemberships);
}

QWidget *OrganizationsPage::buildTree()
{
    auto *left = new QWidget;
    m_tenants = new QComboBox;
    m_platform = makeParagraph(TextStyle::Muted);
    m_search = new SearchField;
    m_search->setObjectName(u"organizationSearch"_s);
    m_search->setAnswersEachLetter(true);
    m_banner = new Banner(Tone::Info);
    m_tree = new QTreeView;
    m_tree->setObjectName(u"organizations"_s);
    styleTree(m_tree);
    removeFrame(m_tree);
    m_tree->setModel(m_model);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(OrganizationTreeModel::Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(OrganizationTreeModel::Leader, QHeaderView::Fixed);
    m_tree->setColumnWidth(OrganizationTreeModel::Leader, 96);
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_tree->setDropIndicatorShown(true);
    m_search->setResultView(m_tree);
    m_states = new StateStack(m_tree, u"organization"_s);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 12);
    bar->setSpacing(8);
    bar->addWidget(m_tenants);
    bar->addWidget(m_platform);
    bar->addWidget(m_search);
    bar->addWidget(m_banner);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_states, 1);
    connect(&m_session, &Session::currentTenantChanged, this, [this] { contentChanged(m_session); });
    connect(m_tenants, &QComboBox::activated, this, [this] { setTenant(TenantId(m_tenants->currentData().toUuid())); });
    connect(m_search, &SearchField::queryChanged, this, &OrganizationsPage::search);
    connect(m_states->empty(), &EmptyState::nextStepRequested, m_search, &QLineEdit::clear);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { m_pane->setOrganization(current()); });
    connect(m_model, &OrganizationTreeModel::moveRequested, this, &OrganizationsPage::confirmMove);
    return left;
}

QAction *OrganizationsPage::addShortcut(QWidget *where, const QKeySequence &keys, void (OrganizationsPage::*slot)())
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    where->addAction(action);
    m_actions.append(action);
    return action;
}

void OrganizationsPage::buildActions()
{
    // On the tree alone: with a person of the member list in sight, Delete must not mean their organization.
    addShortcut(m_tree, Qt::Key_Insert, &OrganizationsPage::create);
    addShortcut(m_tree, Qt::Key_F2, &OrganizationsPage::edit);
    addShortcut(m_tree, Qt::CTRL | Qt::Key_M, &OrganizationsPage::moveByDialog);
    addShortcut(m_tree, Qt::Key_Delete, &OrganizationsPage::remove);
    addShortcut(this, Qt::Key_F3, &OrganizationsPage::nextHit);
}

void OrganizationsPage::activated()
{
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    m_tree->setFocus();
}

bool OrganizationsPage::showObject(const QString &objectId)
{
    const OrganizationId id(QUuid::fromString(objectId));
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findOrganization(id);
    if (!index.isValid() || !snapshot->organization(index).isKnown())
        return false;
    if (m_session.actor().systemAdministrator && snapshot->tenantId(snapshot->organization(index).tenant()) != m_tenant)
        return false; // of a tenant that the platform team hasn't turned to
    m_search->clear();
    search({});
    setTenant(snapshot->tenantId(snapshot->organization(index).tenant()));
    select(id);
    return true;
}

void OrganizationsPage::setTenant(TenantId tenant)
{
    if (m_tenant == tenant)
        return;
    m_tenant = tenant;
    refresh();
}

// A dialog may outlive what it is about: locked, gone with a pull, or no longer to be seen.
bool OrganizationsPage::isThere(OrganizationId id) const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findOrganization(id);
    return index.isValid() && snapshot->organization(index).isKnown();
}

OrganizationId OrganizationsPage::current() const
{
    return m_model->idOf(m_tree->currentIndex());
}

void OrganizationsPage::select(OrganizationId id)
{
    const QModelIndex index = m_model->indexOf(id);
    m_wanted = index.isValid() ? OrganizationId() : id;
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

// The platform team sees the tenant that it turned to, and no other: of those only the names are there.
void OrganizationsPage::refreshPlatform()
{
    const bool platform = m_session.actor().systemAdministrator;
    if (platform)
        m_tenant = m_session.currentTenant();
    const TenantRow *tenant = m_session.snapshot()->tenant(m_tenant);
    m_platform->setText(tenant ? tr("%1: its tree and people, for reading. Its administrator changes them.").arg(tenant->name) : QString());
    m_platform->setVisible(platform && tenant);
}

void OrganizationsPage::refreshTenants()
{
    refreshPlatform();
    if (m_session.actor().systemAdministrator)
        return m_tenants->hide();
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const TenantId own = m_session.actor().tenantId;
    QList<std::pair<QString, TenantId>> tenants;
    for (const TenantRow &tenant : snapshot->tenants()) {
        const auto index = snapshot->findTenant(tenant.id);
        if (!snapshot->rootOrganizations(index).empty())
            tenants.append({tenant.name, tenant.id});
    }
    const auto has = [&](TenantId id) { return std::any_of(tenants.begin(), tenants.end(), [id](const auto &t) { return t.second == id; }); };
    if (!has(m_tenant))
        m_tenant = has(own) ? own : tenants.isEmpty() ? TenantId() : tenants.first().second;
    const QSignalBlocker quiet(m_tenants);
    m_tenants->clear();
    for (const auto &[name, id] : tenants)
        m_tenants->addItem(name, id.uuid());
    m_tenants->setCurrentIndex(m_tenants->findData(m_tenant.uuid()));
    m_tenants->setVisible(tenants.size() > 1);
}

void OrganizationsPage::refresh()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const OrganizationId before = m_wanted.isNull() ? current() : m_wanted;
    const bool wasEmpty = m_model->rowCount() == 0;
    refreshTenants();
    m_model->setMovable(whyNotManaged(m_session, m_tenant).isEmpty());
    m_model->setSnapshot(snapshot, m_tenant);
    if (!m_search->query().isEmpty())
        search(m_search->query());
    if (wasEmpty)
        m_tree->expandToDepth(1);
    if (!before.isNull() && current() != before)
        select(before);
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    m_pane->setOrganization(current());
    refreshQueue();
    refreshState();
}

void OrganizationsPage::refreshQueue()
{
    QSet<OrganizationId> organizations;
    QSet<UserId> users;
    for (const QueuedCommand &command : m_session.commands()) {
        if (!command.isOpen())
            continue;
        const QUuid record = QUuid::fromString(command.command.subject.value(u"record"_s).toString());
        if (command.command.kind.startsWith(u"organization_"))
            organizations.insert(OrganizationId(record));
        else if (command.command.kind == u"memberships_set")
            users.insert(UserId(record));
    }
    m_model->setQueued(organizations);
    m_pane->setQueuedUsers(users);
}

void OrganizationsPage::refreshState()
{
    const sync::SyncState state = m_session.state();
    m_banner->setVisible(state.store == sync::StoreState::Open && !state.online);
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    if (state.store == sync::StoreState::Opening || (state.busy && !state.lastSync)) {
        m_states->loading()->setText(tr("Fetching organizations…"));
        m_states->loading()->setProgress(-1);
        return m_states->showLoading();
    }
    if (m_session.actor().systemAdministrator && m_search->query().isEmpty())
        return refreshPlatformState();
    EmptyState *empty = m_states->empty();
    const bool searching = !m_search->query().isEmpty();
    empty->setTexts(searching ? tr("Nothing found") : tr("No organizations to see"),
                    searching ? tr("No organization matches the search.") : tr("The organizations of your tenant appear here once you belong to one."));
    empty->setNextStep(searching ? tr("Clear the search") : QString());
    m_states->showEmpty();
}

void OrganizationsPage::refreshPlatformState()
{
    m_states->empty()->setNextStep({});
    if (m_tenant.isNull())
        m_states->empty()->setTexts(tr("No tenant chosen"), tr("Turn to a tenant at the top of the navigation to see its organizations and people."));
    else if (m_session.state().online) {
        m_states->loading()->setText(tr("Fetching organizations…"));
        m_states->loading()->setProgress(-1);
        return m_states->showLoading();
    } else
        m_states->empty()->setTexts(tr("Not here yet"), tr("The organizations of this tenant come with the next sync."));
    m_states->showEmpty();
}

void OrganizationsPage::search(const QString &query)
{
    const OrganizationId before = current();
    QList<OrganizationId> hits;
    if (const directory::SearchIndexPtr index = m_session.searchIndex(); index && !query.isEmpty()) {
        directory::SearchOptions options;
        options.kinds = directory::SearchKind::Organization;
        options.limit = mostHits;
        const directory::Snapshot &snapshot = *index->snapshot();
        for (const directory::SearchHit &hit : index->find(query, options).hits)
            if (const auto view = snapshot.organization(hit.organization()); snapshot.tenantId(view.tenant()) == m_tenant)
                hits.append(view.id());
    }
    m_model->setFilter(query, hits);
    if (query.isEmpty())
        m_tree->expandToDepth(1);
    else
        m_tree->expandAll();
    select(query.isEmpty() || hits.contains(before) ? before : hits.value(0));
    m_pane->setOrganization(current());
    refreshState();
}

void OrganizationsPage::nextHit()
{
    // Rows are looked at in their first column, whichever cell is current; once round, and no further.
    const QModelIndex start = m_tree->currentIndex().siblingAtColumn(0);
    QModelIndex at = start;
    for (int wraps = 0; wraps < 2;) {
        at = at.isValid() ? m_tree->indexBelow(at) : m_model->index(0, 0);
        if (!at.isValid())
            ++wraps;
        else if (at == start)
            return;
        else if (m_model->isHit(m_model->idOf(at)))
            return m_tree->setCurrentIndex(at);
    }
}

void OrganizationsPage::retranslate()
{
    m_search->setHint(tr("Search organizations; pinyin too"));
    m_tenants->setAccessibleName(tr("Tenant"));
    m_tree->setAccessibleName(tr("Organizations"));
    m_banner->setText(tr("Offline. Changes are kept and will be sent when connected."));
    const QStringList texts{tr("New organization below"), tr("Edit organization"), tr("Move organization"), tr("Delete organization"), tr("Next hit")};
    for (int i = 0; i < texts.size(); ++i)
        m_actions[i]->setText(texts[i]);
    m_pane->retranslate();
    refreshPlatform();
    refreshState();
}

} // namespace tenantry::ui
