// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacespage.h"

#include "ui/models/snapshotchanges.h"
#include "ui/pages/spaces/creationsettingsdialog.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spacedelegate.h"
#include "ui/pages/spaces/spaceform.h"
#include "ui/pages/spaces/spacelistmodel.h"
#include "ui/pages/spaces/spaceview.h"
#include "ui/session/loading.h"
#include "ui/theme/icons.h"
#include "ui/widgets/listanddetail.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

using namespace spaces;

SpacesPage::SpacesPage(Session &session, const QString &module, QWidget *parent)
    : Page(face(), parent), m_session(session), m_module(module), m_model(new SpaceListModel(this)),
      m_proxy(new SpaceListProxy(m_model, this)), m_view(new SpaceView(session)), m_frame(new ListAndDetail(m_view, u"space"_s)),
      m_states(m_frame->states()), m_create(makeButton(ButtonStyle::Primary, {}, u"plus"_s)), m_settings(makeIconButton(u"settings"_s))
{
    m_frame->setModel(m_proxy, new SpaceDelegate);
    m_frame->addButton(m_create, 1);
    m_frame->addButton(m_settings);
    m_frame->search()->setAnswersEachLetter(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);

    connect(m_frame, &ListAndDetail::queryChanged, m_proxy, &SpaceListProxy::setQuery);
    connect(m_frame, &ListAndDetail::currentChanged, this, &SpacesPage::showCurrent);
    connect(m_create, &QPushButton::clicked, this, &SpacesPage::create);
    connect(m_settings, &QToolButton::clicked, this, &SpacesPage::openSettings);
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

void SpacesPage::create()
{
    CommandDialog::openKept(this, [this] {
        SpaceForm *form = SpaceForm::forNew(m_session, m_module, window());
        connect(form, &CommandDialog::given, this, [this](CommandId id) {
            for (const QueuedCommand &queued : m_session.commands())
                if (queued.id() == id)
                    m_wanted = SpaceId(QUuid::fromString(queued.command.payload.value("space_id"_L1).toString()));
            showWanted();
        });
        return form;
    });
}

/// The new space as soon as it is in the list: the truth comes back a moment after the answer.
void SpacesPage::showWanted()
{
    if (!m_wanted.isNull() && showObject(m_wanted.toString()))
        m_wanted = {};
}

void SpacesPage::openSettings()
{
    CommandDialog::openKept(this, [this]() -> CommandDialog * {
        const TenantId tenant = m_session.actor().administers;
        return tenant.isNull() ? nullptr : new CreationSettingsDialog(m_session, tenant, window());
    });
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
    m_frame->list()->setFocus();
}

bool SpacesPage::showObject(const QString &objectId)
{
    const int row = m_model->rowOf(SpaceId(QUuid::fromString(objectId)));
    if (row < 0)
        return false;
    m_frame->search()->clear();
    m_proxy->setQuery({});
    m_frame->choose(m_proxy->mapFromSource(m_model->index(row)));
    return true;
}

void SpacesPage::refresh()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const bool given = std::exchange(m_given, false); // a space may wait to be created
    const bool shown = !given && !differs(m_shown, snapshot,
                                {RowKind::Tenant, RowKind::User, RowKind::UserPrivate, RowKind::Organization, RowKind::Membership, RowKind::RoleGroup,
                                 RowKind::RoleGroupMember, RowKind::Space, RowKind::Resource, RowKind::Grant, RowKind::RoleAssignment,
                                 RowKind::Setting, RowKind::Plan, RowKind::SpacePicture});
    m_shown = snapshot;
    if (shown)
        return;
    m_model->setItems(spaceItems(m_session));
    if (m_frame->list()->currentIndex().isValid())
        m_view->refresh();
    else
        m_frame->chooseSomething();
    if (m_model->rowCount() == 0)
        m_view->forget();
    showWanted();
    refreshState();
}

void SpacesPage::refreshState()
{
    refreshCreation();
    if (m_model->rowCount() > 0) {
        m_states->showContent();
        m_view->refreshBanner();
        return;
    }
    isLoading(m_session) ? m_states->showLoading() : m_states->showEmpty();
}

void SpacesPage::showCurrent()
{
    const QModelIndex current = m_frame->list()->currentIndex();
    if (current.isValid())
        m_view->setSpace(SpaceId(current.data(SpaceListModel::SpaceIdRole).toUuid()));
}

void SpacesPage::retranslate()
{
    m_frame->search()->setHint(tr("Search spaces"));
    m_frame->list()->setAccessibleName(tr("Spaces"));
    m_frame->setNoHitsTexts(tr("No space fits"), tr("No space that you see has this in its name. Try fewer letters."));
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
