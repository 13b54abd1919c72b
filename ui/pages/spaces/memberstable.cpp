// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberstable.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/memberactions.h"
#include "ui/pages/spaces/memberdelegates.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/viewstyle.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

constexpr int leastNameWidth = 190; ///< below it, other columns give way

} // namespace

MembersTable::MembersTable(MembersModel *model, MemberActions *actions, QWidget *parent)
    : QTableView(parent), m_model(model), m_memberActions(actions), m_actions(new ActionsDelegate(this))
{
    setObjectName(u"space-members"_s);
    styleTable(this);
    removeFrame(this);
    setModel(model);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegateForColumn(MembersModel::Name, new NameDelegate(metrics::rowHeight, this));
    setItemDelegateForColumn(MembersModel::Actions, m_actions);
    horizontalHeader()->setSortIndicator(MembersModel::Type, Qt::AscendingOrder);
    setSortingEnabled(true);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setMinimumSectionSize(56);
    horizontalHeader()->setSectionResizeMode(MembersModel::Name, QHeaderView::Stretch);
    connectMouse();
    fitColumns();
}

void MembersTable::connectMouse()
{
    auto *role = new RoleDelegate(this);
    setItemDelegateForColumn(MembersModel::RoleColumn, role);
    connect(role, &RoleDelegate::roleMenuRequested, this, [this](const QModelIndex &index, const QPoint &at) {
        m_memberActions->popupRoles(m_model->rowAt(index.row()), at);
    });
    connect(m_actions, &ActionsDelegate::detailRequested, this,
            [this](const QModelIndex &index) { m_memberActions->openDetail(m_model->rowAt(index.row())); });
    connect(m_actions, &ActionsDelegate::removeRequested, this,
            [this](const QModelIndex &index) { m_memberActions->remove({m_model->rowAt(index.row())}); });
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != MembersModel::RoleColumn && index.column() != MembersModel::Actions)
            m_memberActions->openDetail(m_model->rowAt(index.row()));
    });
    connect(this, &QTableView::customContextMenuRequested, this, &MembersTable::showRowMenu);
}

void MembersTable::showRowMenu(const QPoint &at)
{
    const QModelIndex index = indexAt(at).isValid() ? indexAt(at) : currentIndex();
    if (index.isValid())
        m_memberActions->popupMenu(m_model->rowAt(index.row()), viewport()->mapToGlobal(at));
}

void MembersTable::fitColumns()
{
    const QFontMetrics fm(font());
    const auto chip = [&](const QString &text) { return Chip::widthFor(text, font()); };
    constexpr int margins = 24;
    constexpr int tick = metrics::pageMargin - margins / 2 + metrics::iconSize + 8;
    int type = 0, role = 0;
    for (const SubjectKind kind : {SubjectKind::User, SubjectKind::Organization, SubjectKind::RoleGroup})
        type = std::max(type, fm.horizontalAdvance(kindName(kind)));
    for (const Role each :
         {Role::Guest, Role::Viewer, Role::Commenter, Role::Editor, Role::Administrator, Role::Owner})
        role = std::max(role, chip(access::roleName(each)));
    const Instant someDay{};
    int widths[MembersModel::ColumnCount] = {};
    widths[MembersModel::Type] = tick + type + margins;
    widths[MembersModel::Department] = 108;
    widths[MembersModel::RoleColumn] = role + 18 + margins - 8;
    widths[MembersModel::AddedBy] = 80;
    widths[MembersModel::AddedAt] =
        fm.horizontalAdvance(QLocale().toString(QDate(2025, 12, 28), QLocale::ShortFormat)) + margins + 4;
    int expires = 0; // the longest that it says
    for (const std::chrono::seconds left :
         {std::chrono::seconds(0), std::chrono::seconds(45 * 60), std::chrono::seconds(20 * 3600),
          std::chrono::seconds(360 * 86400)})
        expires = std::max(expires, chip(countdownText(someDay + left, someDay)));
    widths[MembersModel::Expires] = expires + margins - 8;
    widths[MembersModel::Actions] = ActionsDelegate::neededWidth(false);
    const int room = viewport()->width() - std::accumulate(std::begin(widths), std::end(widths), 0);
    const bool compact = room < leastNameWidth;
    if (compact) {
        widths[MembersModel::Type] = tick + metrics::iconSize + margins;
        widths[MembersModel::Actions] = ActionsDelegate::neededWidth(true);
        // Their tips have the whole.
        for (const auto &[column, least] :
             {std::pair(MembersModel::Department, 92), {MembersModel::AddedBy, 64}})
            widths[column] = std::max(
                least, 24 + fm.horizontalAdvance(
                                m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    }
    m_model->setCompact(compact);
    m_actions->setCompact(compact);
    for (int i = 0; i < MembersModel::ColumnCount; ++i)
        if (i != MembersModel::Name)
            setColumnWidth(i, widths[i]);
}

void MembersTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    QMetaObject::invokeMethod(this, &MembersTable::fitColumns, Qt::QueuedConnection);
}

void MembersTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_A && event->modifiers() == Qt::ControlModifier) {
        m_model->tickShown(true);
        return;
    }
    const QModelIndex current = currentIndex();
    if (!current.isValid()) {
        QTableView::keyPressEvent(event);
        return;
    }
    const MemberRow row = m_model->rowAt(current.row());
    switch (event->key()) {
    case Qt::Key_Space:
        m_model->setData(current.siblingAtColumn(MembersModel::Type),
                         m_model->isTicked(row) ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_memberActions->openDetail(row);
        return;
    case Qt::Key_F2:
        m_memberActions->popupRoles(
            row, viewport()->mapToGlobal(
                     visualRect(current.siblingAtColumn(MembersModel::RoleColumn)).bottomLeft()));
        return;
    case Qt::Key_Delete:
        m_memberActions->remove(m_model->tickedCount() > 0 ? m_model->tickedRows() : std::vector{row});
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

} // namespace tenantry::ui::spaces
