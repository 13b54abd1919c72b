// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/groupview.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/groups/addgroupmembersdialog.h"
#include "ui/pages/groups/groupcommands.h"
#include "ui/pages/groups/groupmembersmodel.h"
#include "ui/pages/groups/groupusesmodel.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::groups {

GroupView::GroupView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_header(new PageHeader), m_tabs(new Tabs(Tabs::Look::Underlined)),
      m_stack(new QStackedWidget), m_memberModel(new GroupMembersModel(this)),
      m_useModel(new GroupUsesModel(this)), m_search(new SearchField), m_members(new QTableView),
      m_uses(new QTableView), m_add(makeButton(ButtonStyle::Primary, {}, u"plus"_s)),
      m_remove(makeButton(ButtonStyle::Default, {}, u"trash"_s)),
      m_permissions(makeButton(ButtonStyle::Default, {}, u"key"_s)),
      m_edit(makeButton(ButtonStyle::Default, {}, u"pencil"_s)),
      m_delete(makeButton(ButtonStyle::Default, {}, u"trash"_s))
{
    m_header->addAction(m_permissions);
    m_header->addAction(m_edit);
    m_header->addAction(m_delete);
    m_tabs->add();
    m_tabs->add();
    m_stack->addWidget(makeMembers());
    m_stack->addWidget(makeUses());
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    tabs->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::pageMargin, 14, metrics::pageMargin, 6);
    head->addWidget(m_header);
    layout->addLayout(head);
    layout->addLayout(tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &Tabs::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_permissions, &QPushButton::clicked, this, &GroupView::openPermissions);
    connect(m_edit, &QPushButton::clicked, this, &GroupView::editRequested);
    connect(m_delete, &QPushButton::clicked, this, &GroupView::deleteRequested);
    connect(m_add, &QPushButton::clicked, this, &GroupView::addMembers);
    connect(m_remove, &QPushButton::clicked, this, &GroupView::removeSelected);
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) {
        m_memberModel->setQuery(query);
        refreshStates();
    });
}

QWidget *GroupView::makeMembers()
{
    auto *page = new QWidget;
    m_members->setObjectName(u"group-members"_s);
    styleTable(m_members);
    removeFrame(m_members);
    m_members->setModel(m_memberModel);
    m_members->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_members->setItemDelegateForColumn(GroupMembersModel::Name,
                                        new spaces::NameDelegate(metrics::rowHeight, m_members));
    setColumnWidths(m_members, {280, 110, 0});
    m_members->installEventFilter(this);
    m_memberStates = new StateStack(m_members, u"members"_s);
    m_search->setResultView(m_members);
    m_search->setMaximumWidth(300);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::pageMargin, 10, metrics::pageMargin, 10);
    bar->setSpacing(metrics::grid);
    bar->addWidget(m_search, 1);
    bar->addWidget(makeTableButton(m_members));
    bar->addStretch();
    bar->addWidget(m_remove);
    bar->addWidget(m_add);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_memberStates, 1);
    connect(m_members->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &GroupView::refreshButtons);
    connect(m_memberStates->empty(), &EmptyState::nextStepRequested, this, &GroupView::addMembers);
    return page;
}

QWidget *GroupView::makeUses()
{
    m_uses->setObjectName(u"group-uses"_s);
    styleTable(m_uses);
    removeFrame(m_uses);
    m_uses->setModel(m_useModel);
    m_uses->setSelectionMode(QAbstractItemView::SingleSelection);
    setColumnWidths(m_uses, {0, 120, 110, 110, 110});
    connect(m_uses, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT spaceRequested(m_useModel->item(index.row()).space.toString());
    });
    m_useStates = new StateStack(m_uses, u"key"_s);
    return m_useStates;
}

void GroupView::setGroup(const GroupItem &group)
{
    if (group.id != m_group.id) {
        m_search->clear();
        m_memberModel->setQuery({});
        m_memberModel->setItems({});
    }
    m_group = group;
    m_useModel->setItems(useItems(m_session, group.id), m_session.now());
    m_header->setTitle(group.name);
    m_header->setSubtitle(group.description);
    m_tabs->setCount(1, m_useModel->rowCount());
    listMembers();
}

void GroupView::listMembers()
{
    m_work.list(
        m_group.people + m_group.organizations,
        [snapshot = m_session.snapshot(), commands = m_session.commands(),
         group = m_group.id](const std::stop_token &) { return memberItems(snapshot, commands, group); },
        [this](std::vector<MemberItem> members) {
            m_memberModel->setItems(std::move(members));
            m_tabs->setCount(0, m_memberModel->count());
            refreshButtons();
            refreshStates();
        });
    if (m_work.isBusy()) { // until they come
        refreshButtons();
        refreshStates();
    }
}

QString GroupView::refusal() const
{
    if (m_group.isGoing)
        return tr("It will be deleted when the server answers");
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findRoleGroup(m_group.id);
    if (!index.isValid())
        return tr("It is waiting for the server");
    return m_session.refusal(u"role_group_edit"_s, snapshot->tenantId(snapshot->roleGroup(index).tenant()));
}

QList<RoleGroupMember> GroupView::selected() const
{
    QList<RoleGroupMember> members;
    for (const QModelIndex &index : m_members->selectionModel()->selectedRows())
        if (const MemberItem &member = m_memberModel->item(index.row()); !member.isGoing)
            members += {member.kind, member.id};
    return members;
}

void GroupView::refreshButtons()
{
    const bool isThere = m_session.snapshot()->findRoleGroup(m_group.id).isValid();
    setUsable(m_permissions, isThere, tr("It is waiting for the server"));
    const QString reason = refusal();
    for (QPushButton *button : {m_add, m_edit, m_delete})
        setUsable(button, reason.isEmpty(), reason);
    const bool any = !selected().isEmpty();
    setUsable(m_remove, reason.isEmpty() && any, reason.isEmpty() ? tr("Select members first") : reason);
}

void GroupView::refreshStates()
{
    const bool filtered = m_memberModel->count() > 0;
    m_memberStates->empty()->setTexts(filtered ? tr("Nobody fits") : tr("No members yet"),
                                      filtered
                                          ? tr("No member has this name or organization. Try fewer letters.")
                                          : tr("Add people and organizations; everybody in an organization "
                                               "and below it belongs to the group."));
    m_memberStates->empty()->setNextStep(filtered || !refusal().isEmpty() ? QString() : tr("Add members"));
    m_memberModel->rowCount() > 0 ? m_memberStates->showContent()
    : m_work.isBusy()             ? m_memberStates->showLoading()
                                  : m_memberStates->showEmpty();
    m_useStates->empty()->setTexts(tr("Used nowhere"),
                                   tr("No space or resource that you can see has given this group a role."));
    m_useModel->rowCount() > 0 ? m_useStates->showContent() : m_useStates->showEmpty();
}

void GroupView::openPermissions()
{
    auto *dialog = new spaces::PermissionDetailDialog(m_session, {}, SubjectKind::RoleGroup,
                                                      m_group.id.uuid(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void GroupView::addMembers()
{
    if (!refusal().isEmpty())
        return;
    KeptForm::openKept(this, [this, group = m_group.id]() -> KeptForm * {
        if (!m_session.snapshot()->findRoleGroup(group).isValid())
            return nullptr;
        auto *dialog = new AddGroupMembersDialog(m_session, group, window());
        connect(dialog, &AddGroupMembersDialog::chosen, this, [this, dialog, group] {
            const QList<RoleGroupMember> members = dialog->members();
            submit(group, members, {},
                   tr("%1 members are added", nullptr, int(members.size()))
                       .arg(QLocale().toString(members.size())));
        });
        return dialog;
    });
}

void GroupView::removeSelected()
{
    const QList<RoleGroupMember> members = selected();
    if (members.isEmpty() || !refusal().isEmpty())
        return;
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString count = QLocale().toString(members.size());
    dialog->setTexts(tr("Remove %1 members from %2?", nullptr, int(members.size())).arg(count, m_group.name),
                     tr("They lose what they may do through the group."));
    dialog->setConfirm(tr("Remove"));
    addImpactLine(m_session, *dialog, groups::makeMembers(m_session, m_group.id, {}, members));
    connect(dialog, &QDialog::accepted, this, [this, group = m_group.id, members, count] {
        submit(group, {}, members, tr("%1 members are removed", nullptr, int(members.size())).arg(count));
    });
    dialog->open();
}

void GroupView::submit(RoleGroupId group, const QList<RoleGroupMember> &add,
                       const QList<RoleGroupMember> &remove, const QString &done)
{
    QList<CommandId> given;
    for (const Command &command : groups::makeMembers(m_session, group, add, remove))
        given += m_session.submit(command);
    const QList<Command> inverses = groups::makeMembers(m_session, group, remove, add);
    Q_EMIT toastRequested(done, [&session = m_session, given, inverses] { undo(session, given, inverses); });
}

bool GroupView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_members && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void GroupView::retranslate()
{
    m_tabs->setText(0, tr("Members"));
    m_tabs->setText(1, tr("Where it is used"));
    m_tabs->setAccessibleName(tr("Parts of the role group"));
    m_search->setHint(tr("Name or organization"));
    m_members->setAccessibleName(tr("Members"));
    m_uses->setAccessibleName(tr("Where it is used"));
    m_add->setText(tr("Add members"));
    m_remove->setText(tr("Remove"));
    m_permissions->setText(tr("Permission detail…"));
    m_edit->setText(tr("Edit"));
    m_delete->setText(tr("Delete"));
    m_memberStates->loading()->setText(tr("Loading…"));
    m_memberModel->retranslate();
    m_useModel->retranslate();
    refreshButtons();
    refreshStates();
}

} // namespace tenantry::ui::groups
