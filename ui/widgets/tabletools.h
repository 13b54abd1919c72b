// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QAbstractItemView;
class QHeaderView;
class QTableView;
class QTreeView;

/// What every table can do (APP-5): choose columns by right-clicking the header, copy what is selected.
namespace tenantry::ui
{

/// The first column always stays. Ctrl+C copies the selected rows as they are on the screen: visible columns, in
/// their order, separated by tabs, one line a row.
void addTableTools(QTableView *view);
void addTableTools(QTreeView *view);

[[nodiscard]] QString selectedText(const QAbstractItemView *view, const QHeaderView *header);

/// Widths, order, hidden columns and sorting, to be kept between runs. A state of another number of columns
/// (an older version's) changes nothing.
[[nodiscard]] QByteArray columnState(const QHeaderView *header);
void restoreColumnState(QHeaderView *header, const QByteArray &state);

} // namespace tenantry::ui
