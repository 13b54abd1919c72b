// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxwriter.h"

#include <QTemporaryFile>

#include <xlsxwriter.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

namespace {

constexpr qsizetype mostCharacters = 32'767; ///< in one cell, by the format
constexpr quint32 rowsMeasured = 1'000;

int widthOf(const QString &text)
{
    int width = 0;
    for (const QChar c : text)
        width += c.unicode() >= 0x2e80 ? 2 : 1;
    return width;
}

} // namespace

XlsxWriter::XlsxWriter(std::unique_ptr<QTemporaryFile> file, const QString &path)
    : TableWriter(std::move(file), path)
{
    // Rows go to an unlinked file of the library as they come: memory doesn't grow with the table.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    m_book = workbook_new_opt(QFile::encodeName(this->file().fileName()).constData(), &options);
    m_sheet = m_book ? workbook_add_worksheet(m_book, nullptr) : nullptr;
}

XlsxWriter::~XlsxWriter()
{
    if (m_book)
        lxw_workbook_free(m_book);
}

Result<void> XlsxWriter::add(const QStringList &row)
{
    if (!m_sheet)
        return notWritten();
    if (m_rows >= LXW_ROW_MAX)
        return failure(ErrorClass::Business, u"export.too_many_rows"_s, {{u"max"_s, LXW_ROW_MAX - 1}});
    lxw_format *format = nullptr;
    if (m_rows == 0) {
        format = workbook_add_format(m_book);
        format_set_bold(format);
        m_widths.resize(size_t(row.size()));
    }
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i].isEmpty())
            continue;
        const QByteArray text = row[i].left(mostCharacters).toUtf8();
        if (worksheet_write_string(m_sheet, m_rows, lxw_col_t(i), text.constData(), format) != LXW_NO_ERROR)
            return notWritten();
        if (m_rows < rowsMeasured && size_t(i) < m_widths.size())
            m_widths[size_t(i)] = std::max(m_widths[size_t(i)], widthOf(row[i]));
    }
    ++m_rows;
    return {};
}

Result<void> XlsxWriter::complete()
{
    if (!m_sheet)
        return notWritten();
    for (size_t i = 0; i < m_widths.size(); ++i)
        worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), std::clamp(m_widths[i] + 3, 8, 60),
                             nullptr);
    worksheet_freeze_panes(m_sheet, 1, 0);
    if (m_rows > 1)
        worksheet_autofilter(m_sheet, 0, 0, m_rows - 1, lxw_col_t(m_widths.size() - 1));
    const bool ok = workbook_close(m_book) == LXW_NO_ERROR; // frees it
    m_book = nullptr;
    m_sheet = nullptr;
    if (!ok)
        return notWritten();
    return {};
}

} // namespace tenantry::exchange
