// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importfiles.h"

#include "core/domain/messages.h"

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

Result<void> writeImportTemplate(const QString &path, TableFormat format, QLocale::Language language,
                                 bool replace)
{
    auto writer = TableWriter::create(path, format, replace);
    if (!writer)
        return tl::unexpected(writer.error());
    QStringList header;
    for (int column = 0; column < importColumnCount; ++column)
        header += columnTitle(ImportColumn(column), language);
    if (auto ok = (*writer)->add(header); !ok)
        return ok;
    return (*writer)->finish();
}

QString faultText(const ImportRow &row, QLocale::Language language)
{
    QStringList texts;
    for (const ImportFault &fault : row.faults)
        texts += columnTitle(fault.column, language) + (language == QLocale::Chinese ? u"："_s : u": "_s) + sentence(fault.error);
    return texts.join(u" · "_s);
}

Result<void> writeBadRows(const QString &path, const ImportDraft &draft, TableFormat format,
                          QLocale::Language language, bool replace)
{
    auto writer = TableWriter::create(path, format, replace);
    if (!writer)
        return tl::unexpected(writer.error());
    // A file of bad rows that still has some: the new reasons take the place of the old ones.
    QStringList header = draft.table.header;
    const bool hadReasons = isErrorTitle(header.constLast());
    if (!hadReasons)
        header += errorTitle(language);
    if (auto ok = (*writer)->add(header); !ok)
        return ok;
    for (size_t i = 0; i < draft.rows.size(); ++i) {
        if (draft.rows[i].isGood())
            continue;
        QStringList cells = draft.table.rows[i].cells;
        // What stands behind the last title comes behind the reasons again.
        if (hadReasons)
            cells[header.size() - 1] = faultText(draft.rows[i], language);
        else
            cells.insert(header.size() - 1, faultText(draft.rows[i], language));
        if (auto ok = (*writer)->add(cells); !ok)
            return ok;
    }
    return (*writer)->finish();
}

} // namespace tenantry::exchange
