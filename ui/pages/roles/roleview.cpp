// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/roles/roleview.h"

#include "ui/pages/groups/groupcommands.h"
#include "ui/pages/roles/giveroledialog.h"
#include "ui/pages/roles/roleacts.h"
#include "ui/pages/roles/roleholdersmodel.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::roles {

RoleView::RoleView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_header(new PageHeader), m_tabs(new Tabs(Tabs::Look::Underlined)),
      m_model(new RoleHoldersModel(this)), m_search(new SearchField), m_holders(new QTableView),
      m_keys(new CheckList), m_noKeys(makeParagraph(TextStyle::Muted)),
      m_excludesTitle(makeLabel(TextStyle::SmallStrong)), m_excludes(makeParagraph(TextStyle::Body)),
      m_give(makeButton(ButtonStyle::Primary, {}, u"plus"_s)),
      m_revoke(makeButton(ButtonStyle::Default, {}, u"minus"_s)),
      m_edit(makeButton(ButtonStyle::Default, {}, u"pencil"_s)),
      m_delete(makeButton(ButtonStyle::Default, {}, u"trash"_s))
{
    m_header->addAction(m_edit);
    m_header->addAction(m_delete);
    m_tabs->add();
    m_tabs->add();
    auto *stack = new QStackedWidget;
    stack->addWidget(makeHolders());
    stack->addWidget(makePermissions());
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    tabs->addWidget(m_tabs);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::pageMargin, 14, metrics::pageMargin, 6);
    head->addWidget(m_header);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(tabs);
    layout->addWidget(stack, 1);
    connect(m_tabs, &Tabs::currentChanged, stack, &QStackedWidget::setCurrentIndex);
    connect(m_edit, &QPushButton::clicked, this, &RoleView::editRequested);
    connect(m_delete, &QPushButton::clicked, this, &RoleView::deleteRequested);
    connect(m_give, &QPushButton::clicked, this, &RoleView::give);
    connect(m_revoke, &QPushButton::clicked, this, &RoleView::revokeSelected);
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) {
        m_model->setQuery(query);
        refreshStates();
    });
}

QWidget *RoleView::makeHolders()
{
    auto *page = new QWidget;
    m_holders->setObjectName(u"role-holders"_s);
    styleTable(m_holders);
    removeFrame(m_holders);
    m_holders->setModel(m_model);
    m_holders->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_holders->setItemDelegateForColumn(RoleHoldersModel::Name,
                                        new spaces::NameDelegate(metrics::rowHeight, m_holders));
    setColumnWidths(m_holders, {260, 180, 120, 0});
    m_holders->installEventFilter(this);
    m_states = new StateStack(m_holders, u"user-check"_s);
    m_search->setResultView(m_holders);
    m_search->setMaximumWidth(300);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::pageMargin, 10, metrics::pageMargin, 10);
    bar->setSpacing(metrics::grid);
    bar->addWidget(m_search, 1);
    bar->addWidget(makeTableButton(m_holders));
    bar->addStretch();
    bar->addWidget(m_revoke);
    bar->addWidget(m_give);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_states, 1);
    connect(m_holders->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RoleView::refreshButtons);
    connect(m_holders, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT personRequested(m_model->item(index.row()).id.toString());
    });
    connect(m_states->empty(), &EmptyState::nextStepRequested, this, &RoleView::give);
    return page;
}

QWidget *RoleView::makePermissions()
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 16);
    column->setSpacing(12);
    column->addWidget(m_noKeys);
    column->addWidget(m_keys);
    column->addSpacing(metrics::grid);
    column->addWidget(m_excludesTitle);
    column->addWidget(m_excludes);
    column->addStretch();
    return makeScrollArea(inside);
}

void RoleView::setRole(const RoleItem &role)
{
    if (role.id != m_role.id) {
        m_search->clear();
        m_model->setQuery({});
        m_model->setItems({});
    }
    m_role = role;
    m_header->setTitle(role.name);
    m_header->setSubtitle(role.description);
    m_tabs->setCount(1, int(role.keys.size()));
    refreshPermissions();
    listHolders();
}

void RoleView::listHolders()
{
    m_work.list(
        m_role.holders,
        [snapshot = m_session.snapshot(), commands = m_session.commands(),
         role = m_role.id](const std::stop_token &) { return holderItems(snapshot, commands, role); },
        [this](std::vector<HolderItem> holders) {
            m_model->setItems(std::move(holders));
            m_tabs->setCount(0, m_model->count());
            refreshButtons();
            refreshStates();
        });
    if (m_work.isBusy()) { // until they come
        refreshButtons();
        refreshStates();
    }
}

void RoleView::showPermissions()
{
    m_tabs->setCurrent(1);
}

void RoleView::refreshPermissions()
{
    QList<CheckItem> items;
    for (const KeyDeclaration &key : m_session.declarations().keys()) {
        if (m_role.keys.contains(key.key))
            items.append({CheckState::Passed, key.sentence(),
                          key.area == u"users"_s ? tr("People in their own data scope only") : QString()});
    }
    m_keys->setItems(items);
    m_keys->setVisible(!items.isEmpty());
    m_noKeys->setVisible(items.isEmpty());
    QStringList excluded;
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    for (const QString &id : m_role.excludes) {
        if (const QString name = roleName(*snapshot, id); !name.isEmpty())
            excluded += name;
    }
    excluded.sort();
    m_excludes->setText(excluded.join(tr(", ")));
    m_excludesTitle->setVisible(!excluded.isEmpty());
    m_excludes->setVisible(!excluded.isEmpty());
}

QString RoleView::refusal(const QString &kind) const
{
    if (m_role.isGoing)
        return tr("It will be deleted when the server answers");
    const TenantRoleRow *row = m_session.snapshot()->tenantRole(m_role.id);
    return row ? m_session.refusal(kind, row->tenantId) : tr("It is waiting for the server");
}

QList<UserId> RoleView::selected() const
{
    QList<UserId> people;
    for (const QModelIndex &index : m_holders->selectionModel()->selectedRows()) {
        if (const HolderItem &holder = m_model->item(index.row()); !holder.isGoing)
            people += holder.id;
    }
    return people;
}

void RoleView::refreshButtons()
{
    const QString changing = refusal(u"role_change"_s), giving = refusal(u"role_assign"_s);
    setUsable(m_edit, changing.isEmpty(), changing);
    setUsable(m_delete, changing.isEmpty(), changing);
    setUsable(m_give, giving.isEmpty(), giving);
    const bool any = !selected().isEmpty();
    setUsable(m_revoke, giving.isEmpty() && any, giving.isEmpty() ? tr("Select people first") : giving);
}

void RoleView::refreshStates()
{
    const bool filtered = m_model->count() > 0;
    m_states->empty()->setTexts(
        filtered ? tr("Nobody fits") : tr("Nobody holds this role"),
        filtered ? tr("Nobody with this role has this name or organization. Try fewer letters.")
                 : tr("Give it to people of the tenant: they may do what it permits at once."));
    m_states->empty()->setNextStep(filtered || !refusal(u"role_assign"_s).isEmpty() ? QString()
                                                                                    : tr("Give the role…"));
    m_model->rowCount() > 0 ? m_states->showContent()
    : m_work.isBusy()       ? m_states->showLoading()
                            : m_states->showEmpty();
}

void RoleView::give()
{
    if (!refusal(u"role_assign"_s).isEmpty())
        return;
    KeptForm::openKept(this, [this, role = m_role.id]() -> KeptForm * {
        if (!m_session.snapshot()->tenantRole(role))
            return nullptr;
        auto *dialog = new GiveRoleDialog(m_session, role, window());
        connect(dialog, &GiveRoleDialog::chosen, this, [this, role](const QList<explorer::Pick> &picks) {
            QList<UserId> people;
            for (const explorer::Pick &pick : picks)
                people += UserId(pick.id);
            submit(role, people, true);
        });
        return dialog;
    });
}

void RoleView::revokeSelected()
{
    const QList<UserId> people = selected();
    if (!people.isEmpty() && refusal(u"role_revoke"_s).isEmpty())
        submit(m_role.id, people, false);
}

void RoleView::submit(TenantRoleId role, const QList<UserId> &people, bool give)
{
    QList<CommandId> given;
    QList<Command> inverses;
    for (const UserId &person : people) {
        const Command assign = makeAssign(m_session, role, person),
                      revoke = makeRevoke(m_session, role, person);
        given += m_session.submit(give ? assign : revoke);
        inverses += give ? revoke : assign;
    }
    const QString count = QLocale().toString(people.size());
    const QString done = give ? tr("%1 people get the role", nullptr, int(people.size())).arg(count)
                              : tr("%1 people lose the role", nullptr, int(people.size())).arg(count);
    Q_EMIT toastRequested(
        done, [&session = m_session, given, inverses] { groups::undo(session, given, inverses); });
}

bool RoleView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_holders && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        revokeSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RoleView::retranslate()
{
    m_tabs->setText(0, tr("Held by"));
    m_tabs->setText(1, tr("Permissions"));
    m_tabs->setAccessibleName(tr("Parts of the role"));
    m_search->setHint(tr("Name or organization"));
    m_holders->setAccessibleName(tr("People who hold the role"));
    m_give->setText(tr("Give the role…"));
    m_revoke->setText(tr("Revoke"));
    m_edit->setText(tr("Edit"));
    m_delete->setText(tr("Delete"));
    m_noKeys->setText(tr("It permits nothing yet."));
    m_excludesTitle->setText(tr("Nobody holds it together with"));
    m_states->loading()->setText(tr("Loading…"));
    m_model->retranslate();
    refreshPermissions();
    refreshButtons();
    refreshStates();
}

} // namespace tenantry::ui::roles
