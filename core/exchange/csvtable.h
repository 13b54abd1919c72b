// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvreader.h"

#include <QFile>
#include <QStringList>

namespace tenantry::exchange
{

/// A CSV file whose first record names the columns, in any order and with others among them.
class CsvTable final
{
public:
    explicit CsvTable(const QString &path);

    /// To be called first. `wanted` are the columns by which fields are asked later; a name with a trailing `?` may be missing.
    [[nodiscard]] Result<void> open(const QStringList &wanted);
    /// As CsvReader::next; a record of a wrong number of fields is an error too.
    [[nodiscard]] Result<bool> next();

    /// The field in the wanted column; empty where the file lacks it.
    [[nodiscard]] QByteArrayView operator[](int wanted) const
    {
        const int column = m_columns[wanted];
        return column < 0 ? QByteArrayView("") : m_reader.fields()[column];
    }
    [[nodiscard]] qint64 line() const { return m_reader.line(); }
    /// An error at the wanted column of the current record, or of the line given.
    [[nodiscard]] tl::unexpected<Error> error(int wanted, const QString &reason, qint64 atLine = 0) const;

private:
    [[nodiscard]] Result<void> readHeader();

    QFile m_file;
    CsvReader m_reader;
    QStringList m_wanted;
    QList<int> m_columns; ///< of each wanted one; -1: not there
    qsizetype m_width = 0;
};

} // namespace tenantry::exchange
