// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <memory>

class QTemporaryFile;

namespace tenantry::exchange {

enum class TableFormat {
    Xlsx,
    Csv,
    CsvWithMark, ///< begins with a byte order mark, without which Excel takes UTF-8 for something else
};

/// ".xlsx" or ".csv".
[[nodiscard]] QString fileEnding(TableFormat format);

/// Writes a table for people, row by row (APP-5). Every cell is text: phones and IDs keep their digits, and
/// nothing that somebody typed becomes a formula in whoever's spreadsheet. The file appears under its name
/// with finish(); before, and when the writer ends without it, nothing is left. For a thread that may wait
/// for the disk.
class TableWriter
{
public:
    virtual ~TableWriter();
    Q_DISABLE_COPY_MOVE(TableWriter)

    /// Errors: "export.exists" (Business; unless `replace`), "export.not_written" (Data).
    [[nodiscard]] static Result<std::unique_ptr<TableWriter>> create(const QString &path, TableFormat format,
                                                                     bool replace);

    /// The names of the columns come first. Errors: "export.not_written" (Data), "export.too_many_rows"
    /// (Business; `max`).
    [[nodiscard]] virtual Result<void> add(const QStringList &row) = 0;
    [[nodiscard]] Result<void> finish();

protected:
    TableWriter(std::unique_ptr<QTemporaryFile> file, const QString &path);
    /// Everything is in the file.
    [[nodiscard]] virtual Result<void> complete() = 0;
    [[nodiscard]] QTemporaryFile &file() { return *m_file; }
    [[nodiscard]] tl::unexpected<Error> notWritten() const;

private:
    std::unique_ptr<QTemporaryFile> m_file;
    QString m_path;
};

/// A cell as CSV holds it: what a spreadsheet would compute gets an apostrophe in front.
[[nodiscard]] QString withoutFormula(const QString &cell);

} // namespace tenantry::exchange
