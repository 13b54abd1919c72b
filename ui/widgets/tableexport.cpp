// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableexport.h"

#include "ui/widgets/itemroles.h"
#include "ui/widgets/tablerest.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr qint64 sliceMilliseconds = 8; ///< half a frame
constexpr qsizetype rowsInAPiece = 500;
constexpr int mostPiecesWaiting = 16; ///< the reading waits for a slow disk

bool isHidden(const QAbstractItemView *view, const QModelIndex &row)
{
    if (const auto *table = qobject_cast<const QTableView *>(view))
        return table->isRowHidden(row.row());
    if (const auto *tree = qobject_cast<const QTreeView *>(view))
        return tree->isRowHidden(row.row(), row.parent());
    return false;
}

QModelIndex nextOf(const QAbstractItemView *view, const QModelIndex &row)
{
    const QAbstractItemModel *model = view->model();
    if (const auto *tree = qobject_cast<const QTreeView *>(view);
        tree && tree->isExpanded(row) && model->rowCount(row) > 0)
        return model->index(0, 0, row);
    for (QModelIndex at = row; at.isValid(); at = at.parent())
        if (at.row() + 1 < model->rowCount(at.parent()))
            return model->index(at.row() + 1, 0, at.parent());
    return {};
}

} // namespace

QString columnName(const QHeaderView *header, int section)
{
    const QVariant whole = header->model()->headerData(section, Qt::Horizontal, CopyTextRole);
    return (whole.isValid() ? whole : header->model()->headerData(section, Qt::Horizontal)).toString();
}

QList<int> shownColumns(const QHeaderView *header)
{
    const QWidget *view = header->parentWidget();
    const bool all = view && view->property("exportsAllColumns").toBool();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int section = header->logicalIndex(visual);
        if ((all || !header->isSectionHidden(section)) && !columnName(header, section).isEmpty())
            columns += section;
    }
    return columns;
}

QString cellText(const QModelIndex &cell)
{
    const QVariant whole = cell.data(CopyTextRole);
    if (whole.isValid())
        return whole.toString();
    const QString text = cell.data().toString();
    const QString behind = cell.data(SecondaryTextRole).toString();
    return behind.isEmpty() ? text : text + u' ' + behind;
}

QModelIndex firstRow(const QAbstractItemView *view)
{
    const QModelIndex first = view->model()->index(0, 0, view->rootIndex());
    return first.isValid() && isHidden(view, first) ? rowBelow(view, first) : first;
}

QModelIndex rowBelow(const QAbstractItemView *view, const QModelIndex &row)
{
    QModelIndex next = nextOf(view, row);
    while (next.isValid() && isHidden(view, next))
        next = nextOf(view, next);
    return next;
}

struct TableExport::Output
{
    std::unique_ptr<exchange::TableWriter> writer;
    std::atomic<int> waiting = 0;
    std::atomic<bool> stopped = false;
};

TableExport::TableExport(QAbstractItemView *view, QHeaderView *header, QObject *parent)
    : QObject(parent), m_view(view), m_header(header),
      m_rest(view->findChild<TableRest *>(QString(), Qt::FindDirectChildrenOnly))
{
    m_pool.setMaxThreadCount(1); // pieces are written in the order in which they were read
    connect(&m_slices, &QTimer::timeout, this, &TableExport::readSlice);
    const QAbstractItemModel *model = view->model();
    const auto restart = [this] {
        if (m_next.isValid()) // else everything has been read, as it was
            beginAnew();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, restart);
    connect(model, &QAbstractItemModel::rowsRemoved, this, restart);
    connect(model, &QAbstractItemModel::rowsMoved, this, restart);
    connect(model, &QAbstractItemModel::layoutChanged, this, restart);
    connect(model, &QAbstractItemModel::modelReset, this, restart);
    connect(view, &QObject::destroyed, this, &TableExport::stop);
    if (m_rest) {
        connect(m_rest, &TableRest::fetched, this, &TableExport::takeRest);
        connect(m_rest, &TableRest::failed, this, [this](const Error &error) {
            if (!m_fetching)
                return;
            stop();
            Q_EMIT failed(error);
        });
    }
}

TableExport::~TableExport()
{
    stop();
    m_pool.waitForDone();
}

void TableExport::start(const QString &path, exchange::TableFormat format, bool replace)
{
    m_path = path;
    m_format = format;
    m_replace = replace;
    beginAnew();
}

void TableExport::stop()
{
    m_slices.stop();
    m_next = {};
    if (std::exchange(m_fetching, false) && m_rest)
        m_rest->cancel();
    if (m_output)
        m_output->stopped = true;
    m_output.reset();
}

void TableExport::beginAnew()
{
    stop();
    m_output = std::make_shared<Output>();
    m_rows = 0;
    m_total = qobject_cast<QTableView *>(m_view) && isAll() ? m_view->model()->rowCount(m_view->rootIndex()) : -1;
    m_columns = shownColumns(m_header);
    QStringList names;
    for (const int column : std::as_const(m_columns))
        names += columnName(m_header, column);
    m_next = firstRow(m_view); // kept over slices: a change of the rows begins anew
    post({names}, !m_next.isValid() && isAll());
    m_slices.start(0);
}

void TableExport::readSlice()
{
    if (!m_next.isValid() || !m_view) {
        m_slices.stop();
        if (m_view && m_output && !isAll())
            fetchRest();
        return;
    }
    if (m_output->waiting > mostPiecesWaiting) {
        m_slices.setInterval(10);
        return;
    }
    m_slices.setInterval(0);
    QElapsedTimer timer;
    timer.start();
    QList<QStringList> rows;
    while (m_next.isValid() && rows.size() < rowsInAPiece && timer.elapsed() < sliceMilliseconds) {
        rows += cellsOf(m_next);
        m_next = rowBelow(m_view, m_next);
    }
    m_rows += int(rows.size());
    const int read = m_rows;
    post(std::move(rows), !m_next.isValid() && isAll());
    Q_EMIT progressed(read, m_total); // last: whoever listens may change the rows, and all begins anew
}

QStringList TableExport::cellsOf(const QModelIndex &row) const
{
    QStringList cells;
    cells.reserve(m_columns.size());
    for (const int column : m_columns)
        cells += cellText(row.siblingAtColumn(column));
    return cells;
}

bool TableExport::isAll() const
{
    return !m_rest || m_rest->isAll();
}

void TableExport::fetchRest()
{
    m_fetching = true;
    m_rest->begin();
    m_rest->next();
}

void TableExport::takeRest(const QAbstractItemModel &part, bool more)
{
    if (!m_fetching)
        return;
    QList<QStringList> rows;
    for (int row = 0; row < part.rowCount(); ++row)
        rows += cellsOf(part.index(row, 0));
    m_rows += int(rows.size());
    const int read = m_rows;
    post(std::move(rows), !more);
    if (more)
        m_rest->next();
    else
        m_fetching = false;
    Q_EMIT progressed(read, m_total);
}

/// Hands a piece to the writing thread.
void TableExport::post(QList<QStringList> rows, bool last)
{
    if (const QString note = last && m_view ? m_view->property("exportNote").toString() : QString();
        !note.isEmpty())
        rows << QStringList() << QStringList{note};
    ++m_output->waiting;
    m_pool.start([this, output = m_output, rows = std::move(rows), last, written = m_rows, path = m_path,
                  format = m_format, replace = m_replace] {
        --output->waiting;
        if (output->stopped)
            return;
        const auto write = [&]() -> Result<void> {
            if (!output->writer) {
                auto made = exchange::TableWriter::create(path, format, replace);
                if (!made)
                    return tl::make_unexpected(made.error());
                output->writer = std::move(*made);
            }
            for (const QStringList &row : rows)
                if (auto ok = output->writer->add(row); !ok || output->stopped)
                    return ok;
            return last && !output->stopped ? output->writer->finish() : Result<void>();
        };
        const Result<void> result = write();
        if (result && !last)
            return;
        // The destructor waits for this thread, so that `this` is there; what it no longer waits for is told
        // nothing.
        output->stopped = true;
        QMetaObject::invokeMethod(this, [this, output, result, written] {
            if (output != m_output)
                return;
            stop();
            if (result)
                Q_EMIT finished(written);
            else
                Q_EMIT failed(result.error());
        });
    });
}

} // namespace tenantry::ui
