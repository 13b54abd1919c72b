// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QAbstractItemView;
class QHeaderView;
class QTableView;
class QToolButton;
class QTreeView;

/// What every table can do (APP-5): choose columns, copy what is selected, export what it shows.
namespace tenantry::ui {

/// styleTable() and styleTree() do this. The header's context menu, Ctrl+C and Ctrl+E; the first column
/// always stays. What is copied or exported is as on the screen: visible columns, in their order. The view's
/// objectName, where it has one, is the name under which TableMemory keeps the columns; its accessible name
/// becomes the file's.
void addTableTools(QTableView *view);
void addTableTools(QTreeView *view);

/// A button for a toolbar with the same menu.
[[nodiscard]] QToolButton *makeTableButton(QAbstractItemView *view);

/// The header of a table or tree; null for other views.
[[nodiscard]] QHeaderView *headerOf(const QAbstractItemView *view);

void openExport(QAbstractItemView *view);

[[nodiscard]] QString selectedText(const QAbstractItemView *view, const QHeaderView *header);

/// Widths, order, hidden columns and sorting, to be kept between runs. A state of another number of columns
/// (an older version's) changes nothing.
[[nodiscard]] QByteArray columnState(const QHeaderView *header);
void restoreColumnState(QHeaderView *header, const QByteArray &state);

} // namespace tenantry::ui
