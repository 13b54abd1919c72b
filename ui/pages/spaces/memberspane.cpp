// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberspane.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/addorganizationsdialog.h"
#include "ui/pages/spaces/addpeopledialog.h"
#include "ui/pages/spaces/memberdelegates.h"
#include "ui/pages/spaces/membersproxy.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/pages/spaces/rolemenu.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/icons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

constexpr int leastNameWidth = 190; ///< below it, other columns give way

} // namespace

MembersPane::MembersPane(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new MembersModel(this)), m_proxy(new MembersProxy(m_model, this))
{
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolbar());
    layout->addWidget(makeBulkBar());
    layout->addWidget(makeSeparator());
    m_states = new StateStack(m_table, u"members"_s);
    layout->addWidget(m_states, 1);
    layout->addWidget(makeSeparator());
    m_count = makeLabel(TextStyle::Small);
    m_count->setContentsMargins(metrics::pageMargin, 6, metrics::pageMargin, 6);
    layout->addWidget(m_count);
    m_search->setResultView(m_table);
    connectTable();
    setTabOrder(m_bulkRemove, m_table);
}

QWidget *MembersPane::makeToolbar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 10, metrics::pageMargin, 8);
    layout->setSpacing(8);
    m_search = new SearchField;
    m_search->setMinimumWidth(160);
    m_search->setMaximumWidth(280);
    m_roleFilter = new QComboBox;
    m_roles = makeButton(ButtonStyle::Quiet, {}, u"question"_s);
    m_addPeople = makeButton(ButtonStyle::Primary, {}, u"plus"_s);
    m_addOrganizations = makeButton(ButtonStyle::Default, {}, u"organization"_s);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_roleFilter);
    layout->addWidget(m_roles);
    layout->addStretch();
    layout->addWidget(m_addOrganizations);
    layout->addWidget(m_addPeople);
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) {
        m_proxy->setQuery(query);
        updateCount();
        updateBulk();
    });
    connect(m_roleFilter, &QComboBox::currentIndexChanged, this, [this] {
        m_proxy->setRole(Role(m_roleFilter->currentData().toInt()));
        updateCount();
        updateBulk();
    });
    connect(m_roles, &QPushButton::clicked, this, [this] { (new RoleTable(this))->popupBelow(m_roles); });
    connect(m_addPeople, &QPushButton::clicked, this, &MembersPane::addPeople);
    connect(m_addOrganizations, &QPushButton::clicked, this, &MembersPane::addOrganizations);
    return bar;
}

QWidget *MembersPane::makeBulkBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 8);
    layout->setSpacing(8);
    m_all = new QCheckBox;
    m_all->setTristate(true);
    m_selected = makeLabel(TextStyle::Muted);
    m_bulkRole = makeButton(ButtonStyle::Default);
    m_bulkExpiry = makeButton(ButtonStyle::Default);
    m_bulkRemove = makeButton(ButtonStyle::Default, {}, u"trash"_s);
    m_bulkRoleMenu = new QMenu(this);
    m_bulkExpiryMenu = new QMenu(this);
    m_bulkRole->setMenu(m_bulkRoleMenu);
    m_bulkExpiry->setMenu(m_bulkExpiryMenu);
    layout->addWidget(m_all);
    layout->addWidget(m_selected);
    layout->addStretch();
    layout->addWidget(m_bulkRole);
    layout->addWidget(m_bulkExpiry);
    layout->addWidget(m_bulkRemove);
    connect(m_all, &QCheckBox::clicked, this, [this] { tickAll(m_all->checkState() != Qt::Unchecked); });
    connect(m_bulkRoleMenu, &QMenu::aboutToShow, this, &MembersPane::fillBulkRoles);
    connect(m_bulkExpiryMenu, &QMenu::aboutToShow, this, &MembersPane::fillBulkExpiry);
    connect(m_bulkRemove, &QPushButton::clicked, this, [this] { remove(m_model->tickedRows()); });
    return bar;
}

void MembersPane::makeTable()
{
    m_table = new QTableView;
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_proxy);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setItemDelegateForColumn(MembersModel::Name, new NameDelegate(metrics::rowHeight, m_table));
    auto *role = new RoleDelegate(m_table);
    m_actions = new ActionsDelegate(m_table);
    m_table->setItemDelegateForColumn(MembersModel::RoleColumn, role);
    m_table->setItemDelegateForColumn(MembersModel::Actions, m_actions);
    connect(role, &RoleDelegate::roleMenuRequested, this, &MembersPane::showRoleMenu);
    connect(m_actions, &ActionsDelegate::detailRequested, this, &MembersPane::openDetail);
    connect(m_actions, &ActionsDelegate::removeRequested, this,
            [this](const QModelIndex &index) { remove({m_proxy->rowAt(index)}); });
    QHeaderView *header = m_table->horizontalHeader();
    m_table->setSortingEnabled(true);
    header->setSortIndicator(MembersModel::Type, Qt::AscendingOrder);
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(56);
    header->setSectionResizeMode(MembersModel::Name, QHeaderView::Stretch);
    fitColumns();
}

void MembersPane::fitColumns()
{
    const QFontMetrics fm(m_table->font());
    const auto chip = [&](const QString &text) { return Chip::widthFor(text, m_table->font()); };
    constexpr int margins = 24;
    constexpr int tick = metrics::pageMargin - margins / 2 + metrics::iconSize + 8;
    int type = 0, role = 0;
    for (const SubjectKind kind : {SubjectKind::User, SubjectKind::Organization, SubjectKind::RoleGroup})
        type = std::max(type, fm.horizontalAdvance(kindName(kind)));
    for (const Role each : {Role::Guest, Role::Viewer, Role::Commenter, Role::Editor, Role::Administrator, Role::Owner})
        role = std::max(role, chip(access::roleName(each)));
    const Instant now = m_session.now();
    int widths[MembersModel::ColumnCount] = {};
    widths[MembersModel::Type] = tick + type + margins;
    widths[MembersModel::Department] = 108;
    widths[MembersModel::RoleColumn] = role + 18 + margins - 8;
    widths[MembersModel::AddedBy] = 80;
    widths[MembersModel::AddedAt] = fm.horizontalAdvance(QLocale().toString(QDate(2025, 12, 28), QLocale::ShortFormat)) + margins + 4;
    widths[MembersModel::Expires] = chip(countdownText(now + std::chrono::days(20), now)) + margins - 8;
    widths[MembersModel::Actions] = ActionsDelegate::neededWidth(false);
    const int room = m_table->viewport()->width() - std::accumulate(std::begin(widths), std::end(widths), 0);
    const bool compact = room < leastNameWidth;
    if (compact) {
        widths[MembersModel::Type] = tick + metrics::iconSize + margins;
        widths[MembersModel::Actions] = ActionsDelegate::neededWidth(true);
    }
    m_model->setCompact(compact);
    m_actions->setCompact(compact);
    for (int i = 0; i < MembersModel::ColumnCount; ++i)
        if (i != MembersModel::Name)
            m_table->setColumnWidth(i, widths[i]);
}

void MembersPane::connectTable()
{
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != MembersModel::RoleColumn && index.column() != MembersModel::Actions)
            openDetail(index);
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, &MembersPane::showRowMenu);
    connect(m_model, &MembersModel::ticksChanged, this, &MembersPane::updateBulk);
}

void MembersPane::setSpace(SpaceId space)
{
    if (space != m_space) {
        m_model->clearTicks();
        m_search->clear();
        m_roleFilter->setCurrentIndex(0);
        m_table->verticalScrollBar()->setValue(0);
    }
    m_space = space;
}

void MembersPane::refresh()
{
    const directory::SpaceIndex space = m_session.snapshot()->findSpace(m_space);
    if (!space.isValid())
        return;
    const SpaceRights rights = rightsOn(m_session, space);
    m_model->setRows(memberRows(m_session, m_space), rights, m_session.now());
    fillRoleFilter();
    updateButtons();
    updateBulk();
    updateCount();
}

void MembersPane::fillRoleFilter()
{
    const QSignalBlocker quiet(m_roleFilter);
    const int before = std::max(0, m_roleFilter->currentIndex());
    m_roleFilter->clear();
    m_roleFilter->addItem(tr("All roles"), int(Role::None));
    for (const Role role : {Role::Owner, Role::Administrator, Role::Editor, Role::Commenter, Role::Viewer, Role::Guest})
        m_roleFilter->addItem(access::roleName(role), int(role));
    m_roleFilter->setCurrentIndex(before);
}

void MembersPane::updateButtons()
{
    const QString reason = addingRefusal(m_model->rights());
    setUsable(m_addPeople, reason.isEmpty(), reason);
    setUsable(m_addOrganizations, reason.isEmpty(), reason);
}

void MembersPane::updateBulk()
{
    const int ticked = m_model->tickedCount();
    int shown = 0;
    for (int i = 0; i < m_proxy->rowCount(); ++i)
        shown += m_model->isTicked(m_proxy->rowAt(m_proxy->index(i, 0)));
    {
        const QSignalBlocker quiet(m_all);
        m_all->setCheckState(shown == 0 ? Qt::Unchecked : shown == m_proxy->rowCount() ? Qt::Checked : Qt::PartiallyChecked);
    }
    m_selected->setText(ticked == 0       ? QString()
                        : ticked == shown ? tr("%1 selected").arg(QLocale().toString(ticked))
                                          : tr("%1 selected, %2 of them not shown").arg(QLocale().toString(ticked), QLocale().toString(ticked - shown)));
    QString reason = addingRefusal(m_model->rights());
    if (reason.isEmpty() && ticked == 0)
        reason = tr("Tick members first");
    for (QPushButton *button : {m_bulkRole, m_bulkExpiry, m_bulkRemove})
        setUsable(button, reason.isEmpty(), reason);
}

void MembersPane::updateCount()
{
    const int all = m_model->rowCount();
    const int shown = m_proxy->rowCount();
    const int counted = m_session.holderCount(m_space).value_or(all);
    const int hidden = std::max(0, counted - all);
    QString text = tr("%1 of %2 shown").arg(QLocale().toString(shown), QLocale().toString(all + hidden));
    if (hidden > 0)
        text += u" · "_s + tr("%1 hidden by your scope").arg(QLocale().toString(hidden));
    m_count->setText(text);
    if (shown > 0) {
        m_states->showContent();
        return;
    }
    const bool filtered = all > 0;
    m_states->empty()->setTexts(filtered ? tr("Nobody fits") : tr("Nobody to be seen here"),
                                filtered      ? tr("No member has this name, department or role. Try fewer letters or another role.")
                                : hidden > 0  ? tr("Your scope hides all members of this space.")
                                              : tr("Add people, organizations or role groups to give them access."));
    m_states->showEmpty();
}

void MembersPane::tickAll(bool on)
{
    QSet<GrantId> ids;
    for (int i = 0; i < m_proxy->rowCount(); ++i)
        ids.insert(m_proxy->rowAt(m_proxy->index(i, 0)).id);
    m_model->tick(ids, on);
}

bool MembersPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &MembersPane::fitColumns, Qt::QueuedConnection);
    const QModelIndex current = m_table->currentIndex();
    if (watched != m_table || event->type() != QEvent::KeyPress || !current.isValid())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Space: {
        const QModelIndex type = current.siblingAtColumn(MembersModel::Type);
        m_proxy->setData(type, m_model->isTicked(m_proxy->rowAt(current)) ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openDetail(current);
        return true;
    case Qt::Key_F2: {
        const QModelIndex role = current.siblingAtColumn(MembersModel::RoleColumn);
        showRoleMenu(role, m_table->viewport()->mapToGlobal(m_table->visualRect(role).bottomLeft()));
        return true;
    }
    case Qt::Key_Delete:
        remove(m_model->tickedCount() > 0 ? m_model->tickedRows() : currentRows());
        return true;
    case Qt::Key_A:
        if (key->modifiers() == Qt::ControlModifier) {
            tickAll(true);
            return true;
        }
        [[fallthrough]];
    default:
        return QWidget::eventFilter(watched, event);
    }
}

std::vector<MemberRow> MembersPane::currentRows() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? std::vector{m_proxy->rowAt(current)} : std::vector<MemberRow>();
}

void MembersPane::showRoleMenu(const QModelIndex &index, const QPoint &at)
{
    const MemberRow row = m_proxy->rowAt(index);
    if (row.pending.removed)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillRoleMenu(menu, m_model->rights().hasBots, row.role, [&](Role role) { return role == row.role ? QString() : m_model->roleRefusal(row, role); },
                 [this, row](Role role) {
                     if (role != row.role)
                         changeRole({row}, role);
                 });
    menu->popup(at);
}

void MembersPane::showRowMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at).isValid() ? m_table->indexAt(at) : m_table->currentIndex();
    if (!index.isValid())
        return;
    const MemberRow row = m_proxy->rowAt(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addAction(icon(u"key"_s), tr("Permission detail…"), this, [this, index = QPersistentModelIndex(index)] { openDetail(index); });
    QMenu *roles = menu->addMenu(tr("Change role"));
    roles->setEnabled(index.siblingAtColumn(0).data(MembersModel::RoleRefusalRole).toString().isEmpty());
    fillRoleMenu(roles, m_model->rights().hasBots, row.role, [&](Role role) { return role == row.role ? QString() : m_model->roleRefusal(row, role); },
                 [this, row](Role role) { changeRole({row}, role); });
    QAction *removing = menu->addAction(icon(u"trash"_s), tr("Remove"), this, [this, row] { remove({row}); });
    const QString reason = index.siblingAtColumn(0).data(MembersModel::RemoveRefusalRole).toString();
    removing->setEnabled(reason.isEmpty());
    removing->setToolTip(reason);
    if (row.pending.state == PendingChange::Refused) {
        menu->addSeparator();
        menu->addAction(icon(u"cross"_s), tr("Discard the refused change"), this, [this, row] { m_session.discard(row.pending.command); });
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void MembersPane::fillBulkRoles()
{
    fillRoleMenu(m_bulkRoleMenu, m_model->rights().hasBots, Role::None,
                 [this](Role role) { return refusalSentence(m_model->rights(), Role::None, role); },
                 [this](Role role) { changeRole(m_model->tickedRows(), role); });
}

void MembersPane::fillBulkExpiry()
{
    m_bulkExpiryMenu->clear();
    const Instant now = m_session.now();
    for (const int days : {7, 30, 90, 180, 365})
        m_bulkExpiryMenu->addAction(tr("%1 days from now").arg(days), this,
                                    [this, now, days] { changeExpiry(m_model->tickedRows(), now + std::chrono::days(days)); });
    m_bulkExpiryMenu->addSeparator();
    m_bulkExpiryMenu->addAction(tr("No expiry"), this, [this] { changeExpiry(m_model->tickedRows(), std::nullopt); });
}

void MembersPane::openDetail(const QModelIndex &index)
{
    const MemberRow &row = m_proxy->rowAt(index);
    auto *dialog = new PermissionDetailDialog(m_session, m_space, row.kind, row.subjectId, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MembersPane::withAllowed(const std::vector<MemberRow> &rows, const QString &act, const std::function<QString(const MemberRow &)> &refusal,
                              const std::function<void(const std::vector<MemberRow> &)> &go)
{
    std::vector<MemberRow> allowed;
    QStringList refused;
    for (const MemberRow &row : rows) {
        const QString reason = row.pending.removed ? tr("Will be removed when the server answers") : refusal(row);
        if (reason.isEmpty())
            allowed.push_back(row);
        else
            refused += tr("%1: %2").arg(row.name, reason);
    }
    if (refused.isEmpty()) {
        if (!allowed.empty())
            go(allowed);
        return;
    }
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QLocale locale;
    dialog->setTexts(tr("%1 of %2 can't be changed").arg(locale.toString(refused.size()), locale.toString(qsizetype(rows.size()))),
                     allowed.empty() ? tr("Nothing of it is allowed:") : tr("The others can. Not allowed:"));
    dialog->setDetails(refused);
    dialog->setConfirm(allowed.empty() ? tr("Understood") : tr("%1 (%2)").arg(act, locale.toString(qsizetype(allowed.size()))), ButtonStyle::Primary);
    connect(dialog, &QDialog::accepted, this, [allowed, go] {
        if (!allowed.empty())
            go(allowed);
    });
    dialog->open();
}

void MembersPane::changeRole(const std::vector<MemberRow> &rows, Role role)
{
    withAllowed(rows, tr("Change role"), [this, role](const MemberRow &row) { return m_model->roleRefusal(row, role); },
                [this, role](const std::vector<MemberRow> &allowed) {
                    const UndoList undo = MemberCommands(m_session, m_space).changeRole(allowed, role);
                    done(allowed.size() == 1 ? tr("%1 becomes %2").arg(allowed.front().name, access::roleName(role))
                                             : tr("%1 members become %2").arg(QLocale().toString(qsizetype(allowed.size())), access::roleName(role)),
                         undo);
                });
}

void MembersPane::changeExpiry(const std::vector<MemberRow> &rows, const std::optional<Instant> &expiresAt)
{
    withAllowed(rows, tr("Renew"), [this](const MemberRow &row) { return m_model->expiryRefusal(row); },
                [this, expiresAt](const std::vector<MemberRow> &allowed) {
                    const UndoList undo = MemberCommands(m_session, m_space).changeExpiry(allowed, expiresAt);
                    const QString count = QLocale().toString(qsizetype(allowed.size()));
                    done(expiresAt ? tr("Access of %1 renewed: %2").arg(count, countdownText(expiresAt, m_session.now()))
                                   : tr("Access of %1 no longer expires").arg(count),
                         undo);
                });
}

void MembersPane::remove(const std::vector<MemberRow> &rows)
{
    withAllowed(rows, tr("Remove"), [this](const MemberRow &row) { return m_model->removeRefusal(row); },
                [this](const std::vector<MemberRow> &allowed) {
                    const UndoList undo = MemberCommands(m_session, m_space).remove(allowed);
                    done(allowed.size() == 1 ? tr("%1 is removed").arg(allowed.front().name)
                                             : tr("%1 members are removed").arg(QLocale().toString(qsizetype(allowed.size()))),
                         undo);
                });
}

void MembersPane::done(const QString &text, const UndoList &undo)
{
    m_model->clearTicks();
    Q_EMIT toastRequested(text, [session = QPointer(&m_session), undo] {
        if (session)
            MemberCommands::undo(*session, undo);
    });
}

void MembersPane::addPeople()
{
    if (!m_addPeople->isEnabled())
        return;
    auto *dialog = new AddPeopleDialog(m_session, m_space, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddPeopleDialog::added, this, &MembersPane::done);
    dialog->open();
}

void MembersPane::addOrganizations()
{
    if (!m_addOrganizations->isEnabled())
        return;
    auto *dialog = new AddOrganizationsDialog(m_session, m_space, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddOrganizationsDialog::added, this, &MembersPane::done);
    dialog->open();
}

void MembersPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void MembersPane::retranslate()
{
    m_search->setHint(tr("Member or department, pinyin too"));
    m_roleFilter->setAccessibleName(tr("Role"));
    m_roles->setText(tr("Roles"));
    m_roles->setToolTip(tr("What each role may do"));
    m_roles->setAccessibleDescription(tr("What each role may do"));
    m_addPeople->setText(tr("Add people"));
    m_addOrganizations->setText(tr("Add organizations or role groups"));
    m_all->setText(tr("All shown"));
    m_bulkRole->setText(tr("Change role"));
    m_bulkExpiry->setText(tr("Renew"));
    m_bulkRemove->setText(tr("Remove"));
    m_table->setAccessibleName(tr("Members of the space"));
    fitColumns();
    m_model->retranslate();
    fillRoleFilter();
    updateButtons();
    updateBulk();
    updateCount();
}

} // namespace tenantry::ui::spaces
