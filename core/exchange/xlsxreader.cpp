// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxreader.h"

#include <unzip.h>

#include <QFile>
#include <QXmlStreamReader>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

namespace {

constexpr ZPOS64_T mostParts = 10'000;

tl::unexpected<Error> damaged()
{
    return failure(ErrorClass::Data, u"table.damaged"_s);
}

/// The parts of a workbook, unpacked one by one; all together within the limit, whatever the archive says of
/// their sizes (a small one may unpack to gigabytes).
class Package
{
public:
    Package(const QString &path, qint64 limit)
        : m_zip(unzOpen64(QFile::encodeName(path).constData())), m_left(limit), m_limit(limit)
    {
    }
    ~Package()
    {
        if (m_zip)
            unzClose(m_zip);
    }
    Q_DISABLE_COPY_MOVE(Package)

    [[nodiscard]] bool isOpen() const
    {
        unz_global_info64 info{};
        return m_zip && unzGetGlobalInfo64(m_zip, &info) == UNZ_OK && info.number_entry <= mostParts;
    }
    [[nodiscard]] bool has(const QString &part) const
    {
        constexpr int anyCase = 2;
        return unzLocateFile(m_zip, part.toUtf8().constData(), anyCase) == UNZ_OK;
    }
    [[nodiscard]] Result<QByteArray> part(const QString &name);

private:
    unzFile m_zip;
    qint64 m_left, m_limit;
};

Result<QByteArray> Package::part(const QString &name)
{
    if (!has(name) || unzOpenCurrentFile(m_zip) != UNZ_OK)
        return damaged();
    QByteArray all;
    QByteArray piece(1 << 20, Qt::Uninitialized);
    int got = 0;
    while ((got = unzReadCurrentFile(m_zip, piece.data(), unsigned(piece.size()))) > 0) {
        m_left -= got;
        if (m_left < 0)
            return failure(ErrorClass::Data, u"table.too_large"_s, {{u"max"_s, m_limit >> 20}});
        all.append(piece.constData(), got);
    }
    // Closing compares the checksum.
    if (unzCloseCurrentFile(m_zip) != UNZ_OK || got < 0)
        return damaged();
    return all;
}

/// Goes to the next token. A document type, with which entities come, belongs into no workbook: false as for
/// what isn't well-formed.
bool advance(QXmlStreamReader &xml)
{
    const auto token = xml.readNext();
    return token != QXmlStreamReader::DTD && token != QXmlStreamReader::EntityReference &&
           token != QXmlStreamReader::Invalid;
}

/// Where the workbook says that its first sheet lies.
Result<QString> firstSheet(Package &package)
{
    const auto book = package.part(u"xl/workbook.xml"_s);
    if (!book)
        return tl::unexpected(book.error());
    QString id;
    QXmlStreamReader xml(*book);
    while (!xml.atEnd() && id.isEmpty()) {
        if (!advance(xml))
            return damaged();
        if (xml.isStartElement() && xml.name() == u"sheet")
            for (const QXmlStreamAttribute &attribute : xml.attributes())
                if (attribute.name() == u"id")
                    id = attribute.value().toString();
    }
    const auto relations = package.part(u"xl/_rels/workbook.xml.rels"_s);
    if (!relations)
        return tl::unexpected(relations.error());
    QXmlStreamReader links(*relations);
    while (!links.atEnd()) {
        if (!advance(links))
            return damaged();
        if (links.isStartElement() && links.name() == u"Relationship" &&
            links.attributes().value("Id"_L1) == id) {
            const QString target = links.attributes().value("Target"_L1).toString();
            return target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target;
        }
    }
    return damaged();
}

/// The text of an element `is` or `si`, plain or in runs, without its phonetic guides. At its end afterwards.
Result<QString> richText(QXmlStreamReader &xml)
{
    QString text;
    int phonetic = 0;
    const QString element = xml.name().toString();
    while (!xml.atEnd()) {
        if (!advance(xml))
            return damaged();
        if (xml.name() == u"rPh")
            phonetic += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
        else if (xml.isStartElement() && xml.name() == u"t" && phonetic == 0)
            text += xml.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement);
        else if (xml.isEndElement() && xml.name() == element)
            return text;
    }
    return damaged();
}

Result<QStringList> sharedStrings(Package &package, const std::stop_token &stop)
{
    QStringList strings;
    const QString part = u"xl/sharedStrings.xml"_s;
    if (!package.has(part))
        return strings;
    const auto bytes = package.part(part);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QXmlStreamReader xml(*bytes);
    while (!xml.atEnd()) {
        if (stop.stop_requested())
            return failure(ErrorClass::Business, u"table.stopped"_s);
        if (!advance(xml))
            return damaged();
        if (!xml.isStartElement() || xml.name() != u"si")
            continue;
        auto text = richText(xml);
        if (!text)
            return tl::unexpected(text.error());
        strings += *text;
    }
    return strings;
}

/// "AB12" → 27; -1: no reference.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > 16'384)
            return -1;
    }
    return column - 1;
}

/// A phone number that a spreadsheet took for a number, in its digits again.
QString numberText(const QString &value)
{
    bool ok = false;
    const double number = value.toDouble(&ok);
    if (ok && std::abs(number) < 9.0e15 && number == std::floor(number))
        return QString::number(qint64(number));
    return value;
}

class SheetReader
{
public:
    SheetReader(const QByteArray &sheet, const QStringList &strings, const TableLimits &limits,
                const std::stop_token &stop)
        : m_xml(sheet), m_strings(strings), m_limits(limits), m_table(TableFormat::Xlsx, limits, stop)
    {
    }
    [[nodiscard]] Result<TableFile> read();

private:
    [[nodiscard]] Result<void> readRow();
    [[nodiscard]] Result<QString> readCell();
    [[nodiscard]] Result<QString> cellText(const QString &type, const QString &value) const;

    QXmlStreamReader m_xml;
    const QStringList &m_strings;
    TableLimits m_limits;
    TableCollector m_table;
    qint64 m_row = 0;
};

Result<TableFile> SheetReader::read()
{
    while (!m_xml.atEnd()) {
        if (!advance(m_xml))
            return damaged();
        if (!m_xml.isStartElement() || m_xml.name() != u"row")
            continue;
        if (auto ok = readRow(); !ok)
            return tl::unexpected(ok.error());
    }
    return m_table.finish();
}

Result<void> SheetReader::readRow()
{
    const auto number = m_xml.attributes().value("r"_L1);
    m_row = number.isEmpty() ? m_row + 1 : number.toLongLong();
    QStringList cells;
    while (!m_xml.atEnd()) {
        if (!advance(m_xml))
            return damaged();
        if (m_xml.isEndElement() && m_xml.name() == u"row")
            return m_table.add(m_row, std::move(cells));
        if (!m_xml.isStartElement() || m_xml.name() != u"c")
            continue;
        const auto reference = m_xml.attributes().value("r"_L1);
        const int column = reference.isEmpty() ? int(cells.size()) : columnOf(reference);
        auto text = readCell();
        if (!text)
            return tl::unexpected(text.error());
        if (column < 0)
            return damaged();
        if (text->isEmpty() && column >= cells.size())
            continue;
        // One beyond the limit is enough to be refused for.
        while (cells.size() <= std::min(column, m_limits.columns))
            cells.append(QString());
        cells[std::min(column, m_limits.columns)] = *text;
    }
    return damaged();
}

/// At the end of the cell afterwards.
Result<QString> SheetReader::readCell()
{
    const QString type = m_xml.attributes().value("t"_L1).toString();
    QString value;
    while (!m_xml.atEnd()) {
        if (!advance(m_xml))
            return damaged();
        if (m_xml.isEndElement() && m_xml.name() == u"c")
            return cellText(type, value);
        if (m_xml.isStartElement() && m_xml.name() == u"v")
            value = m_xml.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement);
        else if (m_xml.isStartElement() && m_xml.name() == u"is") {
            auto text = richText(m_xml);
            if (!text)
                return text;
            value = *text;
        }
        if (m_xml.hasError())
            return damaged();
    }
    return damaged();
}

Result<QString> SheetReader::cellText(const QString &type, const QString &value) const
{
    if (type == u"s") {
        bool ok = false;
        const int index = value.toInt(&ok);
        if (!ok || index < 0 || index >= m_strings.size())
            return damaged();
        return m_strings[index];
    }
    if (type == u"b")
        return value == u"1" ? u"TRUE"_s : u"FALSE"_s;
    return type.isEmpty() || type == u"n" ? numberText(value) : value;
}

} // namespace

Result<TableFile> readXlsx(const QString &path, const TableLimits &limits, const std::stop_token &stop)
{
    Package package(path, limits.unpacked);
    if (!package.isOpen())
        return damaged();
    const auto sheet = firstSheet(package);
    if (!sheet)
        return tl::unexpected(sheet.error());
    const auto strings = sharedStrings(package, stop);
    if (!strings)
        return tl::unexpected(strings.error());
    const auto content = package.part(*sheet);
    if (!content)
        return tl::unexpected(content.error());
    return SheetReader(*content, *strings, limits, stop).read();
}

} // namespace tenantry::exchange
