// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QList>

class QAbstractItemView;
class QListView;
class QTableView;
class QTreeView;
class QWidget;

/// The one way that lists, trees and tables look and behave: row heights, headers, hover, no grid, pixel
/// scrolling, whole rows selected, nothing edited in place, Tab leaves the view, the tools of tabletools.h for tables and trees, a RowDelegate of fixed row height as item delegate (set a
/// query with `static_cast<RowDelegate *>(view->itemDelegate())->setQuery(…)`).
namespace tenantry::ui
{

void styleTable(QTableView *view, int rowHeight = metrics::rowHeight);
void styleTree(QTreeView *view, int rowHeight = metrics::rowHeight);
void styleList(QListView *view, int rowHeight = metrics::rowHeight);

/// In pixels, column by column; 0: takes the room that is left.
void setColumnWidths(QTableView *view, const QList<int> &widths);

/// Lays bars and a table with its states (StateStack: it takes the room that is left) one above the other, from edge to
/// edge, a thin line between.
void fillWithRows(QWidget *frame, const QList<QWidget *> &rows);

/// For a view that fills a pane with its own frame: no border of its own.
void removeFrame(QAbstractItemView *view);

} // namespace tenantry::ui
