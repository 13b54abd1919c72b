// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/tablewriter.h"

#include <stop_token>
#include <vector>

namespace tenantry::exchange {

/// A file may be anything: nothing of it is kept beyond this.
struct TableLimits
{
    qint64 bytes = qint64(64) << 20;
    qint64 unpacked = qint64(256) << 20; ///< of the parts of a workbook that are read
    int rows = 100'000;
    int columns = 200;
    int cell = 2'000; ///< characters
};

/// A table that somebody made elsewhere: names of columns, then rows of text, as wide as the names or wider.
struct TableFile
{
    struct Row
    {
        qint64 number = 0; ///< the line of a CSV file, the row of a sheet: where its maker finds it
        QStringList cells;
    };
    TableFormat format = TableFormat::Csv;
    QStringList header;
    std::vector<Row> rows;
};

/// Reads CSV (UTF-8, UTF-16 with a mark, GB18030; commas, semicolons or tabs) or the first sheet of an XLSX
/// workbook; what it is shows in its first bytes, not in its name. Every cell is text; an apostrophe that
/// keeps a spreadsheet from computing (withoutFormula) is taken off again. Empty rows are left out. For a
/// thread that may wait for the disk. Errors: "table.unreadable", "table.empty", "table.too_large" {max},
/// "table.too_many_rows" {max}, "table.too_many_columns" {max, line}, "table.cell_too_long" {max, line},
/// "table.binary", "table.encoding", "table.damaged", "exchange.malformed" (Data), "table.stopped"
/// (Business).
[[nodiscard]] Result<TableFile> readTable(const QString &path, const std::stop_token &stop,
                                          const TableLimits &limits = {});

/// Collects rows within the limits; the first one is the header.
class TableCollector
{
public:
    TableCollector(TableFormat format, const TableLimits &limits, std::stop_token stop);
    [[nodiscard]] Result<void> add(qint64 number, QStringList cells);
    [[nodiscard]] Result<TableFile> finish();

private:
    [[nodiscard]] Result<void> checkSizes(qint64 number, const QStringList &cells) const;

    TableLimits m_limits;
    std::stop_token m_stop;
    TableFile m_table;
};

} // namespace tenantry::exchange
