// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablewriter.h"

#include "core/exchange/csvwriter.h"
#include "core/exchange/xlsxwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

namespace {

class CsvTableWriter final : public TableWriter
{
public:
    CsvTableWriter(std::unique_ptr<QTemporaryFile> file, const QString &path, bool withMark)
        : TableWriter(std::move(file), path), m_csv(this->file(), withMark)
    {
    }

    Result<void> add(const QStringList &row) override
    {
        QList<QByteArray> fields;
        fields.reserve(row.size());
        for (const QString &cell : row)
            fields += withoutFormula(cell).toUtf8();
        if (!m_csv.write(fields))
            return notWritten();
        return {};
    }

protected:
    Result<void> complete() override
    {
        if (!file().flush())
            return notWritten();
        return {};
    }

private:
    CsvWriter m_csv;
};

} // namespace

QString fileEnding(TableFormat format)
{
    return format == TableFormat::Xlsx ? u".xlsx"_s : u".csv"_s;
}

QString withoutFormula(const QString &cell)
{
    for (const QChar c : cell) {
        if (c == u'=' || c == u'+' || c == u'-' || c == u'@' || c == u'\t' || c == u'\r' || c == u'\n')
            return u'\'' + cell;
        if (c != u' ') // blanks in front don't keep every program from computing
            break;
    }
    return cell;
}

TableWriter::TableWriter(std::unique_ptr<QTemporaryFile> file, const QString &path)
    : m_file(std::move(file)), m_path(path)
{
}

TableWriter::~TableWriter() = default;

Result<std::unique_ptr<TableWriter>> TableWriter::create(const QString &path, TableFormat format,
                                                         bool replace)
{
    const QFileInfo target(path);
    if (!replace && target.exists())
        return failure(ErrorClass::Business, u"export.exists"_s);
    // Beside the target, so that the last step is a rename; readable for nobody else until then.
    auto file = std::make_unique<QTemporaryFile>(target.dir().filePath(u".export-XXXXXX"_s));
    if (target.fileName().isEmpty() || target.isDir() || !file->open())
        return failure(ErrorClass::Data, u"export.not_written"_s);
    if (format == TableFormat::Xlsx)
        return std::make_unique<XlsxWriter>(std::move(file), path);
    return std::make_unique<CsvTableWriter>(std::move(file), path, format == TableFormat::CsvWithMark);
}

Result<void> TableWriter::finish()
{
    if (auto done = complete(); !done)
        return done;
    m_file->close();
    // QFile::rename() replaces nothing.
    if (std::rename(QFile::encodeName(m_file->fileName()).constData(),
                    QFile::encodeName(m_path).constData()) != 0)
        return notWritten();
    m_file->setAutoRemove(false);
    return {};
}

tl::unexpected<Error> TableWriter::notWritten() const
{
    return failure(ErrorClass::Data, u"export.not_written"_s);
}

} // namespace tenantry::exchange
