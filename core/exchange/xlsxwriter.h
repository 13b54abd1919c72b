// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/tablewriter.h"

#include <vector>

struct lxw_workbook;
struct lxw_worksheet;

namespace tenantry::exchange {

/// A workbook of one sheet: bold names of columns that stay in sight, a filter, columns as wide as what is in
/// them.
class XlsxWriter final : public TableWriter
{
public:
    XlsxWriter(std::unique_ptr<QTemporaryFile> file, const QString &path);
    ~XlsxWriter() override;

    [[nodiscard]] Result<void> add(const QStringList &row) override;

protected:
    [[nodiscard]] Result<void> complete() override;

private:
    lxw_workbook *m_book; ///< null once it is closed
    lxw_worksheet *m_sheet;
    quint32 m_rows = 0;
    std::vector<int> m_widths; ///< of each column, in halves of a Chinese character
};

} // namespace tenantry::exchange
