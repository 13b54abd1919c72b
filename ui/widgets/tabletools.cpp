// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabletools.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

void showColumnMenu(QHeaderView *header, const QPoint &at)
{
    auto *menu = new QMenu(header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int section = 1; section < header->count(); ++section) {
        const QString title = header->model()->headerData(section, header->orientation()).toString();
        if (title.isEmpty())
            continue; // a column of marks or buttons
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(section));
        QObject::connect(action, &QAction::toggled, header,
                         [header, section](bool shown) { header->setSectionHidden(section, !shown); });
    }
    menu->popup(header->viewport()->mapToGlobal(at));
}

void addTools(QAbstractItemView *view, QHeaderView *header)
{
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QWidget::customContextMenuRequested, view,
                     [header](const QPoint &at) { showColumnMenu(header, at); });
    auto *copy = new QAction(view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    view->addAction(copy);
    QObject::connect(copy, &QAction::triggered, view, [view, header] {
        const QString text = selectedText(view, header);
        if (!text.isEmpty())
            QApplication::clipboard()->setText(text);
    });
}

/// In the order of the screen: of the columns, and of the rows from top to bottom at any depth of a tree.
bool isAbove(const QModelIndex &a, const QModelIndex &b)
{
    QList<int> left;
    QList<int> right;
    for (QModelIndex i = a; i.isValid(); i = i.parent())
        left.prepend(i.row());
    for (QModelIndex i = b; i.isValid(); i = i.parent())
        right.prepend(i.row());
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
}

} // namespace

void addTableTools(QTableView *view)
{
    addTools(view, view->horizontalHeader());
}

void addTableTools(QTreeView *view)
{
    addTools(view, view->header());
}

QString selectedText(const QAbstractItemView *view, const QHeaderView *header)
{
    QModelIndexList rows = view->selectionModel() ? view->selectionModel()->selectedRows() : QModelIndexList();
    std::sort(rows.begin(), rows.end(), isAbove);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int visual = 0; visual < header->count(); ++visual) {
            const int section = header->logicalIndex(visual);
            if (header->isSectionHidden(section))
                continue;
            QString cell = row.siblingAtColumn(section).data().toString();
            cells.append(cell.replace(u'\t', u' ').replace(u'\n', u' '));
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QByteArray columnState(const QHeaderView *header)
{
    return QByteArray::number(header->count()) + ' ' + header->saveState().toBase64();
}

void restoreColumnState(QHeaderView *header, const QByteArray &state)
{
    const qsizetype blank = state.indexOf(' ');
    if (blank > 0 && state.left(blank).toInt() == header->count())
        header->restoreState(QByteArray::fromBase64(state.mid(blank + 1)));
}

} // namespace tenantry::ui
