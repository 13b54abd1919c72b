// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/groupspage.h"

#include "core/access/explanationtext.h"
#include "ui/dialogs/impactline.h"
#include "ui/models/snapshotchanges.h"
#include "ui/pages/groups/groupcommands.h"
#include "ui/pages/groups/groupform.h"
#include "ui/pages/groups/grouplistmodel.h"
#include "ui/pages/groups/groupview.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/session/loading.h"
#include "ui/theme/icons.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/listanddetail.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QListView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace groups;

GroupsPage::GroupsPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_model(new GroupListModel(this)),
      m_new(makeButton(ButtonStyle::Primary, {}, u"plus"_s)), m_view(new GroupView(session)),
      m_frame(new ListAndDetail(m_view, u"group"_s)), m_states(m_frame->states())
{
    m_frame->setModel(m_model, new spaces::NameDelegate(metrics::twoLineRowHeight, m_frame));
    m_frame->addButton(m_new, 1);
    m_frame->setListWidth(280);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    connect(m_frame, &ListAndDetail::queryChanged, m_model, &GroupListModel::setQuery);
    connect(m_frame, &ListAndDetail::currentChanged, this, &GroupsPage::showCurrent);
    connect(m_new, &QPushButton::clicked, this, &GroupsPage::create);
    addActions();
    connect(m_states->empty(), &EmptyState::nextStepRequested, this, &GroupsPage::create);
    connect(m_view, &GroupView::toastRequested, this, &Page::toastRequested);
    connect(m_view, &GroupView::editRequested, this, &GroupsPage::edit);
    connect(m_view, &GroupView::deleteRequested, this, &GroupsPage::remove);
    connect(m_view, &GroupView::spaceRequested, this,
            [this](const QString &space) { Q_EMIT pageRequested(u"spaces"_s, space); });
    connect(&m_session, &Session::commandsChanged, this, [this] { contentChanged(m_session); });
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        setAvailable(isFor(m_session));
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        if (differs(m_shown, snapshot,
                    {RowKind::User, RowKind::Organization, RowKind::Membership, RowKind::RoleGroup,
                     RowKind::RoleGroupMember, RowKind::Space, RowKind::Resource, RowKind::Grant,
                     RowKind::RoleAssignment}))
            contentChanged(m_session);
        m_shown = snapshot;
    });
    connect(&m_session, &Session::stateChanged, this, &GroupsPage::refreshState);
    refresh();
}

void GroupsPage::addActions()
{
    m_create = new QAction(icon(u"plus"_s), {}, this);
    m_addMembers = new QAction(icon(u"person"_s), {}, this);
    addAction(m_create);
    addAction(m_addMembers);
    connect(m_create, &QAction::triggered, this, &GroupsPage::create);
    connect(m_addMembers, &QAction::triggered, m_view, &GroupView::addMembers);
}

PageFace GroupsPage::face()
{
    return {u"groups"_s, u"group"_s, [] { return tr("Role groups"); }};
}

void GroupsPage::activated()
{
    list()->setFocus();
}

QListView *GroupsPage::list() const
{
    return m_frame->list();
}

bool GroupsPage::showObject(const QString &objectId)
{
    m_frame->search()->clear();
    m_model->setQuery({});
    const int row = m_model->rowOf(RoleGroupId(QUuid::fromString(objectId)));
    if (row < 0)
        return false;
    m_frame->choose(m_model->index(row));
    return true;
}

void GroupsPage::refresh()
{
    m_tenant = m_session.actor().administers;
    setAvailable(isFor(m_session));
    m_model->setItems(groupItems(m_session, m_tenant));
    if (!m_wanted.isNull() && m_model->rowOf(m_wanted) >= 0)
        showObject(std::exchange(m_wanted, {}).toString());
    m_frame->chooseSomething();
    showCurrent();
    const QString reason = m_session.refusal(u"role_group_create"_s, m_tenant);
    setUsable(m_new, reason.isEmpty(), reason);
    m_create->setEnabled(reason.isEmpty());
    refreshState();
}

void GroupsPage::refreshState()
{
    if (!m_model->isEmpty())
        return m_states->showContent();
    isLoading(m_session) ? m_states->showLoading() : m_states->showEmpty();
}

void GroupsPage::showCurrent()
{
    const QModelIndex current = list()->currentIndex();
    m_view->setVisible(current.isValid());
    if (current.isValid())
        m_view->setGroup(m_model->item(current.row()));
}

void GroupsPage::create()
{
    if (m_create->isEnabled())
        openForm({});
}

void GroupsPage::edit()
{
    openForm(m_view->group().id);
}

void GroupsPage::openForm(RoleGroupId edited)
{
    CommandDialog::openKept(this, [this, tenant = m_tenant, edited]() -> CommandDialog * {
        if (!edited.isNull() && !m_session.snapshot()->row({RowKind::RoleGroup, edited.uuid()}).has_value())
            return nullptr;
        auto *form = new GroupForm(m_session, tenant, edited, window());
        connect(form, &GroupForm::given, this, [this, form] {
            m_wanted = form->group();
            refresh();
        });
        return form;
    });
}

void GroupsPage::remove()
{
    const GroupItem group = m_view->group();
    if (!m_session.snapshot()->findRoleGroup(group.id).isValid())
        return;
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList grants;
    for (const UseItem &use : useItems(m_session, group.id))
        grants += tr("%1 on %2")
                      .arg(access::roleName(use.role),
                           use.name.isEmpty() ? tr("something you can't see") : use.name);
    dialog->setTexts(tr("Delete %1?").arg(group.name),
                     grants.isEmpty() ? tr("It is used nowhere.")
                                      : tr("%1 grants go with it:", nullptr, int(grants.size()))
                                            .arg(QLocale().toString(grants.size())));
    dialog->setDetails(grants);
    dialog->setConfirm(tr("Delete"));
    const Command command = makeDelete(m_session, group.id);
    addImpactLine(m_session, *dialog, {command});
    connect(dialog, &QDialog::accepted, this, [this, command, name = group.name] {
        const CommandId given = m_session.submit(command);
        // Nothing gives its members and grants back once the server has deleted it.
        Q_EMIT toastRequested(
            tr("Deleted %1.").arg(name), m_session.state().online
                                             ? std::function<void()>()
                                             : [&session = m_session, given] { undo(session, {given}, {}); });
    });
    dialog->open();
}

void GroupsPage::retranslate()
{
    m_frame->search()->setHint(tr("Search role groups"));
    list()->setAccessibleName(tr("Role groups"));
    m_frame->setNoHitsTexts(tr("No role group fits"), tr("No role group has this in its name. Try fewer letters."));
    m_new->setText(tr("New role group"));
    m_create->setText(tr("New role group"));
    m_addMembers->setText(tr("Add members to the role group"));
    m_states->empty()->setTexts(tr("No role groups yet"),
                                tr("A role group holds people and organizations and is given roles as one: "
                                   "for a review board, a project, a shift."));
    m_states->empty()->setNextStep(tr("New role group"));
    m_states->loading()->setText(tr("Loading role groups…"));
    m_model->retranslate();
    m_view->retranslate();
}

} // namespace tenantry::ui
