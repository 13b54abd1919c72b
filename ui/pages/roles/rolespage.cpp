// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roles/rolespage.h"

#include "ui/models/snapshotchanges.h"
#include "ui/pages/groups/groupcommands.h"
#include "ui/pages/roles/roleacts.h"
#include "ui/pages/roles/roleform.h"
#include "ui/pages/roles/rolelistmodel.h"
#include "ui/pages/roles/roleview.h"
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
#include <QLocale>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace roles;

RolesPage::RolesPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_model(new RoleListModel(this)),
      m_new(makeButton(ButtonStyle::Primary, {}, u"plus"_s)), m_view(new RoleView(session)),
      m_frame(new ListAndDetail(m_view, u"user-check"_s)), m_states(m_frame->states()),
      m_create(new QAction(icon(u"plus"_s), {}, this))
{
    m_frame->setModel(m_model, new spaces::NameDelegate(metrics::twoLineRowHeight, m_frame));
    m_frame->addButton(m_new, 1);
    m_frame->setListWidth(280);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    addAction(m_create);
    connect(m_create, &QAction::triggered, this, &RolesPage::create);
    connect(m_frame, &ListAndDetail::queryChanged, m_model, &RoleListModel::setQuery);
    connect(m_frame, &ListAndDetail::currentChanged, this, &RolesPage::showCurrent);
    connect(m_new, &QPushButton::clicked, this, &RolesPage::create);
    connect(m_states->empty(), &EmptyState::nextStepRequested, this, &RolesPage::create);
    connect(m_view, &RoleView::toastRequested, this, &Page::toastRequested);
    connect(m_view, &RoleView::editRequested, this, &RolesPage::edit);
    connect(m_view, &RoleView::deleteRequested, this, &RolesPage::remove);
    connect(m_view, &RoleView::personRequested, this,
            [this](const QString &person) { Q_EMIT pageRequested(u"members"_s, person); });
    connect(&m_session, &Session::commandsChanged, this, [this] { contentChanged(m_session); });
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        setAvailable(isFor(m_session));
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        if (differs(m_shown, snapshot,
                    {RowKind::User, RowKind::Organization, RowKind::RoleAssignment, RowKind::TenantRole}))
            contentChanged(m_session);
        m_shown = snapshot;
    });
    connect(&m_session, &Session::stateChanged, this, &RolesPage::refreshState);
    refresh();
}

PageFace RolesPage::face()
{
    return {u"roles"_s, u"user-check"_s, [] { return tr("Roles"); }};
}

void RolesPage::activated()
{
    list()->setFocus();
}

QListView *RolesPage::list() const
{
    return m_frame->list();
}

bool RolesPage::showObject(const QString &objectId)
{
    m_frame->search()->clear();
    m_model->setQuery({});
    const int row = m_model->rowOf(TenantRoleId(QUuid::fromString(objectId)));
    if (row < 0)
        return false;
    m_frame->choose(m_model->index(row));
    return true;
}

void RolesPage::refresh()
{
    m_tenant = m_session.actor().administers;
    setAvailable(isFor(m_session));
    m_model->setItems(roleItems(m_session, m_tenant));
    if (!m_wanted.isNull() && m_model->rowOf(m_wanted) >= 0)
        showObject(std::exchange(m_wanted, {}).toString());
    m_frame->chooseSomething();
    showCurrent();
    const QString reason = m_session.refusal(u"role_create"_s, m_tenant);
    setUsable(m_new, reason.isEmpty(), reason);
    m_create->setEnabled(reason.isEmpty());
    refreshState();
}

void RolesPage::refreshState()
{
    if (!m_model->isEmpty())
        return m_states->showContent();
    isLoading(m_session) ? m_states->showLoading() : m_states->showEmpty();
}

void RolesPage::showCurrent()
{
    const QModelIndex current = list()->currentIndex();
    m_view->setVisible(current.isValid());
    if (current.isValid())
        m_view->setRole(m_model->item(current.row()));
}

void RolesPage::create()
{
    if (m_create->isEnabled())
        openForm({});
}

void RolesPage::edit()
{
    openForm(m_view->role().id);
}

void RolesPage::openForm(TenantRoleId edited)
{
    CommandDialog::openKept(this, [this, tenant = m_tenant, edited]() -> CommandDialog * {
        if (!edited.isNull() && !m_session.snapshot()->tenantRole(edited))
            return nullptr;
        auto *form = new RoleForm(m_session, tenant, edited, window());
        connect(form, &RoleForm::given, this, [this, form] {
            m_wanted = form->role();
            refresh();
        });
        return form;
    });
}

void RolesPage::remove()
{
    const RoleItem role = m_view->role();
    if (!m_session.snapshot()->tenantRole(role.id))
        return;
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QStringList holders;
    for (const HolderItem &holder : holderItems(m_session, role.id))
        holders +=
            holder.department.isEmpty() ? holder.name : tr("%1 (%2)").arg(holder.name, holder.department);
    dialog->setTexts(
        tr("Delete %1?").arg(role.name),
        holders.isEmpty()
            ? tr("Nobody holds it.")
            : tr("%1 people lose it:", nullptr, int(holders.size())).arg(QLocale().toString(holders.size())));
    dialog->setDetails(holders);
    dialog->setConfirm(tr("Delete"));
    connect(dialog, &QDialog::accepted, this,
            [this, command = makeDelete(m_session, role.id), name = role.name] {
                const CommandId given = m_session.submit(command);
                // Nothing gives it back to its holders once the server has deleted it.
                Q_EMIT toastRequested(
                    tr("Deleted %1.").arg(name),
                    m_session.state().online ? std::function<void()>() : [&session = m_session, given] {
                        groups::undo(session, {given}, {});
                    });
            });
    dialog->open();
}

void RolesPage::retranslate()
{
    m_frame->search()->setHint(tr("Search roles"));
    list()->setAccessibleName(tr("Roles"));
    m_frame->setNoHitsTexts(tr("No role fits"), tr("No role has this in its name. Try fewer letters."));
    m_new->setText(tr("New role"));
    m_create->setText(tr("New role"));
    m_states->empty()->setTexts(
        tr("No roles of your own yet"),
        tr("A role is a set of permissions under a name: give it to people who help you "
           "administer, without making them administrator."));
    m_states->empty()->setNextStep(tr("New role"));
    m_states->loading()->setText(tr("Loading roles…"));
    m_model->retranslate();
    m_view->retranslate();
}

} // namespace tenantry::ui
