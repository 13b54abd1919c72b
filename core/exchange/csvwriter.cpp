// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvwriter.h"

#include <csv.h>

#include <algorithm>

namespace tenantry::exchange
{

namespace
{

bool needsQuotes(const QByteArray &field, bool alone)
{
    // An empty field alone on its line would be an empty line, which readers skip.
    return (field.isEmpty() && alone)
           || std::ranges::any_of(field, [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

} // namespace

CsvWriter::CsvWriter(QIODevice &device, bool withMark) : m_device(device)
{
    if (withMark)
        m_line = QByteArrayLiteral("\xef\xbb\xbf");
}

bool CsvWriter::write(const QList<QByteArray> &fields)
{
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QByteArray &field = fields[i];
        if (i > 0)
            m_line += ',';
        if (!needsQuotes(field, fields.size() == 1)) {
            m_line += field;
            continue;
        }
        const qsizetype before = m_line.size();
        m_line.resize(before + field.size() * 2 + 2);
        const size_t size = csv_write(m_line.data() + before, size_t(m_line.size() - before), field.constData(), size_t(field.size()));
        m_line.resize(before + qsizetype(size));
    }
    m_line += "\r\n";
    const bool ok = m_device.write(m_line) == m_line.size();
    m_line.clear();
    return ok;
}

} // namespace tenantry::exchange
