// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablefile.h"

#include "core/exchange/csvreader.h"
#include "core/exchange/tabletext.h"
#include "core/exchange/xlsxreader.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

namespace {

/// withoutFormula() the other way.
QString withoutApostrophe(const QString &cell)
{
    if (!cell.startsWith(u'\''))
        return cell;
    const QString behind = cell.mid(1);
    return withoutFormula(behind) == cell ? behind : cell;
}

Result<TableFile> readCsv(QByteArray bytes, const QString &name, const TableLimits &limits,
                          const std::stop_token &stop)
{
    auto text = tableText(std::move(bytes));
    if (!text)
        return tl::unexpected(text.error());
    const char delimiter = delimiterOf(*text);
    QBuffer buffer(&*text);
    if (!buffer.open(QIODevice::ReadOnly))
        return failure(ErrorClass::Data, u"table.unreadable"_s);
    CsvReader reader(buffer, name, delimiter);
    TableCollector table(TableFormat::CsvWithMark, limits, stop);
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return table.finish();
        const auto &fields = reader.fields();
        qsizetype width = fields.size();
        while (width > 0 && fields[width - 1].trimmed().isEmpty())
            --width;
        QStringList cells;
        // One beyond the limit is enough to be refused for.
        for (qsizetype i = 0; i < width && i <= limits.columns; ++i)
            cells += withoutApostrophe(QString::fromUtf8(fields[i]));
        if (width > limits.columns)
            cells.last() = u"…"_s;
        if (auto ok = table.add(reader.line(), std::move(cells)); !ok)
            return tl::unexpected(ok.error());
    }
}

} // namespace

TableCollector::TableCollector(TableFormat format, const TableLimits &limits, std::stop_token stop)
    : m_limits(limits), m_stop(std::move(stop))
{
    m_table.format = format;
}

Result<void> TableCollector::checkSizes(qint64 number, const QStringList &cells) const
{
    const auto tooMuch = [number](const QString &code, int max) {
        return failure(ErrorClass::Data, code, {{u"max"_s, max}, {u"line"_s, number}});
    };
    if (cells.size() > m_limits.columns)
        return tooMuch(u"table.too_many_columns"_s, m_limits.columns);
    if (std::ranges::any_of(cells, [this](const QString &cell) { return cell.size() > m_limits.cell; }))
        return tooMuch(u"table.cell_too_long"_s, m_limits.cell);
    return {};
}

Result<void> TableCollector::add(qint64 number, QStringList cells)
{
    if (m_stop.stop_requested())
        return failure(ErrorClass::Business, u"table.stopped"_s);
    while (!cells.isEmpty() && cells.constLast().trimmed().isEmpty())
        cells.removeLast();
    if (cells.isEmpty())
        return {};
    if (auto ok = checkSizes(number, cells); !ok)
        return ok;
    if (m_table.header.isEmpty()) {
        m_table.header = std::move(cells);
        return {};
    }
    if (qsizetype(m_table.rows.size()) >= m_limits.rows)
        return failure(ErrorClass::Data, u"table.too_many_rows"_s, {{u"max"_s, m_limits.rows}});
    while (cells.size() < m_table.header.size())
        cells.append(QString());
    m_table.rows.push_back({number, std::move(cells)});
    return {};
}

Result<TableFile> TableCollector::finish()
{
    if (m_table.header.isEmpty())
        return failure(ErrorClass::Data, u"table.empty"_s);
    return std::move(m_table);
}

Result<TableFile> readTable(const QString &path, const std::stop_token &stop, const TableLimits &limits)
{
    QFile file(path);
    // Not a pipe or a device, which may never end.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorClass::Data, u"table.unreadable"_s);
    const QByteArray bytes = file.read(limits.bytes + 1);
    if (bytes.size() > limits.bytes)
        return failure(ErrorClass::Data, u"table.too_large"_s, {{u"max"_s, limits.bytes >> 20}});
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorClass::Data, u"table.unreadable"_s);
    if (bytes.startsWith("PK\x03\x04"))
        return readXlsx(path, limits, stop);
    return readCsv(bytes, QFileInfo(path).fileName(), limits, stop);
}

} // namespace tenantry::exchange
