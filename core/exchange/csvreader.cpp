// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"

#include <QCoreApplication>

#include <csv.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace tenantry::exchange
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

int isNoBlank(unsigned char)
{
    return 0;
}

bool isUtf8(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 0; }) || text.isValidUtf8();
}

} // namespace

tl::unexpected<Error> malformed(const QString &file, qint64 line, int column, const QString &columnName, const QString &reason)
{
    return failure(ErrorClass::Data, u"exchange.malformed"_s,
                   {{u"file"_s, file}, {u"line"_s, line}, {u"column"_s, column}, {u"reason"_s, reason}}, columnName);
}

QString describe(const Error &error)
{
    if (error.code != u"exchange.malformed"_s)
        return error.code;
    QString text = error.parameters.value(u"file"_s).toString();
    if (const qint64 line = error.parameters.value(u"line"_s).toLongLong(); line > 0)
        text += u":%1"_s.arg(line);
    if (!text.isEmpty())
        text += u": "_s;
    if (const int column = error.parameters.value(u"column"_s).toInt(); column > 0) {
        text += Words::tr("column %1").arg(column);
        text += error.field.isEmpty() ? u": "_s : u" (%1): "_s.arg(error.field);
    }
    return text + error.parameters.value(u"reason"_s).toString();
}

class CsvReader::Private final
{
public:
    Private(QIODevice &from, const QString &name, char delimiter) : device(from), file(name), buffer(size_t(1) << 18)
    {
        csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
        // Blanks at the ends of a field would be cut off otherwise: they may belong to an ID.
        csv_set_space_func(&parser, isNoBlank);
    }
    ~Private() { csv_free(&parser); }
    Q_DISABLE_COPY_MOVE(Private)

    /// The bytes up to and with the next line end; empty at the end. Nothing: the device can't be read.
    [[nodiscard]] std::optional<QByteArrayView> nextPiece()
    {
        const char *begin = buffer.data() + position;
        const char *lineEnd = findLineEnd(begin, begin + (filled - position));
        while (!lineEnd && !atEnd) {
            if (!refill())
                return std::nullopt;
            begin = buffer.data() + position;
            lineEnd = findLineEnd(begin, begin + (filled - position));
        }
        const size_t size = lineEnd ? size_t(lineEnd - begin) : filled - position;
        position += size;
        return QByteArrayView(begin, qsizetype(size));
    }
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] Result<bool> finish();
    [[nodiscard]] Result<bool> taken();
    void countLines(QByteArrayView piece)
    {
        if (piece.endsWith('\n') && !lastWasReturn)
            ++lines;
        lastWasReturn = piece.endsWith('\r');
        if (lastWasReturn)
            ++lines;
    }

    static void onField(void *text, size_t size, void *self)
    {
        auto *d = static_cast<Private *>(self);
        d->text.append(static_cast<const char *>(text), size);
        d->ends.push_back(d->text.size());
    }
    static void onRecord(int, void *self) { static_cast<Private *>(self)->complete = true; }

    QIODevice &device;
    QString file;
    csv_parser parser{};
    std::vector<char> buffer;
    size_t position = 0;
    size_t filled = 0;
    bool atEnd = false;
    bool begun = false;
    bool lastWasReturn = false;
    bool complete = false;
    qint64 lines = 1;       ///< the line that is read now
    qint64 recordLine = 1;
    std::string text;       ///< of all fields of the record
    std::vector<size_t> ends;
    QList<QByteArrayView> fields;

private:
    [[nodiscard]] static const char *findLineEnd(const char *begin, const char *end)
    {
        const auto *feed = static_cast<const char *>(std::memchr(begin, '\n', size_t(end - begin)));
        const char *stop = feed ? feed : end;
        // A CR ends a record by itself, with the LF behind it as an empty line.
        const auto *back = static_cast<const char *>(std::memchr(begin, '\r', size_t(stop - begin)));
        if (back)
            return back + 1;
        return feed ? feed + 1 : nullptr;
    }
    [[nodiscard]] bool refill()
    {
        std::memmove(buffer.data(), buffer.data() + position, filled - position);
        filled -= position;
        position = 0;
        if (filled == buffer.size())
            buffer.resize(buffer.size() * 2);
        const qint64 got = device.read(buffer.data() + filled, qint64(buffer.size() - filled));
        if (got < 0)
            return false;
        filled += size_t(got);
        atEnd = got == 0;
        if (!begun && (filled >= 3 || atEnd)) {
            begun = true;
            if (QByteArrayView(buffer.data(), qsizetype(filled)).startsWith("\xef\xbb\xbf"))
                position = 3;
        }
        return true;
    }
};

Result<bool> CsvReader::Private::taken()
{
    fields.clear();
    size_t begin = 0;
    for (const size_t end : ends) {
        fields.append(QByteArrayView(text.data() + begin, qsizetype(end - begin)));
        begin = end;
        if (!isUtf8(fields.back()))
            return malformed(file, recordLine, int(fields.size()), {}, Words::tr("isn't UTF-8"));
    }
    return true;
}

Result<bool> CsvReader::Private::finish()
{
    if (csv_fini(&parser, onField, onRecord, this) != 0)
        return malformed(file, recordLine, int(ends.size()) + 1, {}, Words::tr("the quote that begins the field is never closed"));
    return complete ? taken() : Result<bool>(false);
}

Result<bool> CsvReader::Private::next()
{
    text.clear();
    ends.clear();
    complete = false;
    recordLine = lines;
    while (!complete) {
        const auto piece = nextPiece();
        if (!piece)
            return malformed(file, lines, 0, {}, Words::tr("can't be read: %1").arg(device.errorString()));
        if (piece->isEmpty())
            return finish();
        const size_t size = size_t(piece->size());
        if (csv_parse(&parser, piece->data(), size, onField, onRecord, this) != size)
            return malformed(file, recordLine, int(ends.size()) + 1, {},
                             Words::tr("a quote stands where none may: fields with quotes stand in quotes, theirs doubled"));
        const bool onlyLineEnd = *piece == "\n" || *piece == "\r";
        countLines(*piece);
        // Between records: nothing has begun yet.
        if (onlyLineEnd && !complete && ends.empty() && parser.pstate == 0)
            recordLine = lines;
    }
    return taken();
}

CsvReader::CsvReader(QIODevice &device, const QString &file, char delimiter)
    : d(std::make_unique<Private>(device, file, delimiter))
{
}
CsvReader::~CsvReader() = default;

Result<bool> CsvReader::next() { return d->next(); }
const QList<QByteArrayView> &CsvReader::fields() const { return d->fields; }
qint64 CsvReader::line() const { return d->recordLine; }
const QString &CsvReader::file() const { return d->file; }

} // namespace tenantry::exchange
