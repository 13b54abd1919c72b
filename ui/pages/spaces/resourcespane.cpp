// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/resourcespane.h"

#include "core/access/explanation.h"
#include "core/access/resolver.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/spaces/ownerdialog.h"
#include "ui/pages/spaces/resourcemembersdialog.h"
#include "ui/pages/spaces/resourcesmodel.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/viewstyle.h"

#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

ResourcesPane::ResourcesPane(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new ResourcesModel(this)),
      m_proxy(new ResourcesProxy(m_model, this)), m_search(new SearchField), m_table(new QTableView),
      m_states(new StateStack(m_table, u"application"_s)),
      m_members(makeButton(ButtonStyle::Default, {}, u"key"_s)),
      m_access(makeButton(ButtonStyle::Default, {}, u"lock"_s)), m_transfer(makeButton(ButtonStyle::Default))
{
    m_table->setObjectName(u"space-resources"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_proxy);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ResourcesModel::Kind, Qt::AscendingOrder);
    setColumnWidths(m_table, {0, 130, 120, 160, 84});
    m_search->setResultView(m_table);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    bar->setSpacing(metrics::grid);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_access);
    bar->addWidget(m_transfer);
    bar->addWidget(m_members);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_states, 1);
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) {
        m_proxy->setQuery(query);
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ResourcesPane::refreshButtons);
    connect(m_table, &QTableView::activated, this, &ResourcesPane::openMembers); // Enter and double click
    connect(m_members, &QPushButton::clicked, this, &ResourcesPane::openMembers);
    connect(m_access, &QPushButton::clicked, this, &ResourcesPane::toggleAccess);
    connect(m_transfer, &QPushButton::clicked, this, &ResourcesPane::transfer);
}

void ResourcesPane::setSpace(SpaceId space)
{
    if (m_space != space)
        m_search->clear();
    m_space = space;
    refresh();
}

void ResourcesPane::refresh()
{
    m_model->setSpace(m_session, m_space);
    if (m_proxy->rowCount() > 0)
        m_states->showContent();
    else {
        m_model->rowCount() > 0
            ? m_states->empty()->setTexts(tr("Nothing found"),
                                          tr("No resource of the space matches the search."))
            : m_states->empty()->setTexts(tr("No resources"),
                                          tr("Nothing was made in this space yet, or you can't see it."));
        m_states->showEmpty();
    }
    refreshButtons();
}

ResourceId ResourcesPane::current() const
{
    const QModelIndex index = m_proxy->mapToSource(m_table->currentIndex());
    return index.isValid() ? m_model->rowAt(index.row()).id : ResourceId();
}

void ResourcesPane::select(ResourceId resource)
{
    m_table->setCurrentIndex(
        m_proxy->mapFromSource(m_model->index(m_model->rowOf(resource), ResourcesModel::Name)));
}

QString ResourcesPane::refusal(const QString &kind) const
{
    const ResourceId resource = current();
    return resource.isNull() ? tr("Choose a resource in the list.")
                             : whyNotOnResource(m_session, kind, resource);
}

void ResourcesPane::refreshButtons()
{
    const QModelIndex index = m_proxy->mapToSource(m_table->currentIndex());
    setUsable(m_members, index.isValid(), tr("Choose a resource in the list."));
    m_access->setText(index.isValid() && m_model->rowAt(index.row()).restricted ? tr("Open")
                                                                                : tr("Restrict"));
    for (const auto &[button, kind] :
         {std::pair(m_access, u"resource_set_access"_s), std::pair(m_transfer, u"resource_transfer"_s)}) {
        const QString why = refusal(kind);
        setUsable(button, why.isEmpty(), why);
    }
}

/// Whoever manages a resource only through a role on the space below its owner's loses it by restricting it
/// (PRM-8).
bool ResourcesPane::locksOut(ResourceId resource) const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::UserIndex user = snapshot->findUser(m_session.userId());
    if (!user.isValid())
        return false;
    const access::Resolver resolver(snapshot, m_session.now());
    const access::Explanation why = resolver.explain(user, snapshot->findResource(resource));
    return std::none_of(why.paths.begin(), why.paths.end(), [](const access::Path &path) {
        return path.role >= (path.throughSpace ? Role::Owner : Role::Administrator);
    });
}

void ResourcesPane::toggleAccess()
{
    const QModelIndex index = m_proxy->mapToSource(m_table->currentIndex());
    if (!index.isValid() || !refusal(u"resource_set_access"_s).isEmpty())
        return;
    const ResourcesModel::Row row = m_model->rowAt(index.row());
    const bool restrict = !row.restricted;
    const bool lockedOut = restrict && locksOut(row.id);
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTexts(
        (restrict ? tr("Restrict %1?") : tr("Open %1?")).arg(row.name),
        lockedOut ? tr("Your role on the space won't count for it any more: you yourself lose it, and only "
                       "its owner or the space's can open it again.")
        : restrict
            ? tr("Roles on the space won't count for it any more, only grants on it and the space's owner.")
            : tr("Roles on the space count for it from now on."));
    dialog->setConfirm(restrict ? tr("Restrict") : tr("Open"),
                       lockedOut ? ButtonStyle::Danger : ButtonStyle::Primary);
    addImpactLine(m_session, *dialog, {makeResourceAccess(m_session.snapshot(), row.id, restrict)});
    connect(dialog, &QDialog::accepted, this, [this, id = row.id, restrict] { setRestricted(id, restrict); });
    dialog->open();
}

void ResourcesPane::setRestricted(ResourceId resource, bool restricted)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const QString name = snapshot->resource(snapshot->findResource(resource)).name();
    const CommandId done = m_session.submit(makeResourceAccess(snapshot, resource, restricted));
    const Command inverse = makeResourceAccess(snapshot, resource, !restricted);
    Q_EMIT toastRequested((restricted ? tr("%1 is restricted: only its own grants count")
                                      : tr("%1 is open: roles on the space count for it"))
                              .arg(name),
                          [session = &m_session, done, inverse] { takeBack(*session, done, inverse); });
}

void ResourcesPane::transfer()
{
    if (!refusal(u"resource_transfer"_s).isEmpty())
        return;
    // A lock deletes the pane, not its window.
    CommandDialog::openKept(window(), [&session = m_session, resource = current(), window = window()] {
        const bool known = session.snapshot()->row({RowKind::Resource, resource.uuid()}).has_value();
        return known ? new OwnerDialog(session, resource, window) : nullptr;
    });
}

void ResourcesPane::openMembers()
{
    if (current().isNull())
        return;
    auto *dialog = new ResourceMembersDialog(m_session, {m_space, current()}, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ResourcesPane::retranslate()
{
    m_members->setText(tr("Permissions…"));
    m_search->setHint(tr("Name, kind or owner; pinyin too"));
    m_table->setAccessibleName(tr("Resources of the space"));
    m_transfer->setText(tr("Transfer ownership…"));
    m_model->retranslate();
    refresh();
}

} // namespace tenantry::ui::spaces
