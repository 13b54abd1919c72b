// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvtable.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tenantry::exchange
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

} // namespace

CsvTable::CsvTable(const QString &path) : m_file(path), m_reader(m_file, QFileInfo(path).fileName()) {}

Result<void> CsvTable::open(const QStringList &wanted)
{
    m_wanted = wanted;
    if (!m_file.open(QIODevice::ReadOnly))
        return malformed(m_reader.file(), 0, 0, {}, Words::tr("can't be opened: %1").arg(m_file.errorString()));
    const auto header = m_reader.next();
    if (!header)
        return tl::unexpected(header.error());
    if (!*header)
        return malformed(m_reader.file(), 1, 0, {}, Words::tr("the line that names the columns is missing"));
    return readHeader();
}

Result<void> CsvTable::readHeader()
{
    const auto &names = m_reader.fields();
    m_width = names.size();
    m_columns.fill(-1, m_wanted.size());
    for (int i = 0; i < m_wanted.size(); ++i) {
        const bool optional = m_wanted[i].endsWith(u'?');
        if (optional)
            m_wanted[i].chop(1);
        const QByteArray name = m_wanted[i].toUtf8();
        m_columns[i] = int(names.indexOf(QByteArrayView(name)));
        if (m_columns[i] < 0 && !optional)
            return malformed(m_reader.file(), m_reader.line(), 0, m_wanted[i], Words::tr("the column \"%1\" is missing").arg(m_wanted[i]));
        if (m_columns[i] >= 0 && names.lastIndexOf(QByteArrayView(name)) != m_columns[i])
            return malformed(m_reader.file(), m_reader.line(), int(names.lastIndexOf(QByteArrayView(name))) + 1, m_wanted[i],
                             Words::tr("the column is there twice"));
    }
    return {};
}

Result<bool> CsvTable::next()
{
    auto got = m_reader.next();
    if (got && *got && m_reader.fields().size() != m_width)
        return malformed(m_reader.file(), m_reader.line(), int(std::min(m_reader.fields().size(), m_width)) + 1, {},
                         Words::tr("there are %1 fields where the first line names %2 columns").arg(m_reader.fields().size()).arg(m_width));
    return got;
}

tl::unexpected<Error> CsvTable::error(int wanted, const QString &reason, qint64 atLine) const
{
    return malformed(m_reader.file(), atLine > 0 ? atLine : line(), m_columns[wanted] + 1, m_wanted[wanted], reason);
}

} // namespace tenantry::exchange
