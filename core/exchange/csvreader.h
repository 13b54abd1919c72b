// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QList>

#include <memory>

namespace tenantry::exchange
{

/// Where and why a file isn't what it should be: code "exchange.malformed", class Data, `field` the column's name where
/// there is one, parameters file, line (from 1), column (from 1; 0: the whole line), reason (a sentence).
[[nodiscard]] tl::unexpected<Error> malformed(const QString &file, qint64 line, int column, const QString &columnName,
                                              const QString &reason);

/// "grants.csv:12: column 5 (role): …": how such an error is shown; others by their code.
[[nodiscard]] QString describe(const Error &error);

/// Reads RFC 4180 from a device, record by record: UTF-8 with or without a byte order mark, lines ended by CRLF, LF or
/// CR, fields in quotes where they hold commas, quotes or line ends. Blanks belong to fields. Empty lines are skipped.
class CsvReader final
{
public:
    /// `file` is what errors call it. Neither takes the device over nor opens it.
    CsvReader(QIODevice &device, const QString &file, char delimiter = ',');
    ~CsvReader();
    Q_DISABLE_COPY_MOVE(CsvReader)

    /// Goes to the next record; false at the end. Errors as malformed(): a stray or missing quote, bytes that aren't UTF-8,
    /// a device that can't be read.
    [[nodiscard]] Result<bool> next();

    /// Of the current record; good until the next one.
    [[nodiscard]] const QList<QByteArrayView> &fields() const;
    /// Where it begins, from 1.
    [[nodiscard]] qint64 line() const;
    [[nodiscard]] const QString &file() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tenantry::exchange
