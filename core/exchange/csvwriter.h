// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QList>

namespace tenantry::exchange
{

/// Writes RFC 4180: UTF-8, CRLF, quotes where a field needs them. What it writes, CsvReader reads.
class CsvWriter final
{
public:
    /// Doesn't take the device over; `withMark` begins with a byte order mark, which spreadsheets want.
    explicit CsvWriter(QIODevice &device, bool withMark = false);

    /// False where the device takes no more; it knows why.
    [[nodiscard]] bool write(const QList<QByteArray> &fields);

private:
    QIODevice &m_device;
    QByteArray m_line;
};

} // namespace tenantry::exchange
