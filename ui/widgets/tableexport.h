// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/tablewriter.h"

#include <QAbstractItemView>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <optional>

class QHeaderView;

namespace tenantry::ui {

class TableRest;

/// Empty where the column holds marks or buttons: nothing to be copied or exported.
[[nodiscard]] QString columnName(const QHeaderView *header, int section);
/// The columns that a table shows, in the order of the screen; those without a name (marks, buttons) are left
/// out.
/// Of a view with the property "exportsAllColumns" the hidden ones too.
[[nodiscard]] QList<int> shownColumns(const QHeaderView *header);
/// A cell as it is read: CopyTextRole where the model has one, else what is shown, with the muted text behind
/// it.
[[nodiscard]] QString cellText(const QModelIndex &cell);
/// The row below this one as the view shows it: hidden rows left out, trees as far as they are open. Invalid:
/// the end.
[[nodiscard]] QModelIndex rowBelow(const QAbstractItemView *view, const QModelIndex &row);
[[nodiscard]] QModelIndex firstRow(const QAbstractItemView *view);

/// Writes what a table or tree shows to a file (APP-5). Cells are read in short slices of the UI's thread,
/// because the model lives there, and written on another one. When the rows change meanwhile it begins anew.
/// Where the view has a TableRest, what the model lacks is fetched behind its rows.
/// Below them stands what the view's property "exportNote" says: of when they are, and how sure.
/// For one run.
class TableExport final : public QObject
{
    Q_OBJECT
public:
    TableExport(QAbstractItemView *view, QHeaderView *header, QObject *parent = nullptr);
    /// Stops at once and leaves no file.
    ~TableExport() override;

    void start(const QString &path, exchange::TableFormat format, bool replace);

Q_SIGNALS:
    /// `total` below 0: not known (trees).
    void progressed(int rows, int total);
    void finished(int rows);
    void failed(const tenantry::Error &error);

private:
    struct Output; ///< what the writing thread holds
    void beginAnew();
    void readSlice();
    [[nodiscard]] bool isAll() const;
    void fetchRest();
    void takeRest(const QAbstractItemModel &rows, bool more);
    [[nodiscard]] QStringList cellsOf(const QModelIndex &row) const;
    void post(QList<QStringList> rows, bool last);
    void stop();

    QPointer<QAbstractItemView> m_view;
    QPointer<QHeaderView> m_header;
    QPointer<TableRest> m_rest;
    bool m_fetching = false; ///< the model's own rows are read
    QThreadPool m_pool;
    QTimer m_slices;
    std::shared_ptr<Output> m_output;
    QString m_path;
    exchange::TableFormat m_format = exchange::TableFormat::Xlsx;
    bool m_replace = false;
    QList<int> m_columns;
    QModelIndex m_next;
    int m_rows = 0;
    int m_total = -1;
};

} // namespace tenantry::ui
