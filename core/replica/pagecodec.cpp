// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/pagecodec.h"

namespace tenantry {

namespace {

constexpr qsizetype idSize = 16;

void appendNumber(QByteArray &to, quint32 value)
{
    for (; value >= 0x80; value >>= 7)
        to.append(char(value | 0x80));
    to.append(char(value));
}

std::optional<quint32> readNumber(QByteArrayView bytes, qsizetype &position)
{
    quint64 value = 0;
    for (int shift = 0; shift < 35 && position < bytes.size(); shift += 7) {
        const auto byte = uchar(bytes[position++]);
        value |= quint64(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return value <= 0xffff'ffffu ? std::optional(quint32(value)) : std::nullopt;
    }
    return {};
}

} // namespace

void appendToPage(QByteArray &page, const StoredRow &row)
{
    page.append(row.id.toRfc4122());
    appendNumber(page, row.scopes);
    appendNumber(page, quint32(row.text.size()));
    page.append(row.text);
}

bool walkPage(QByteArrayView page, const std::function<bool(const StoredRow &)> &visit)
{
    for (qsizetype position = 0; position < page.size();) {
        if (page.size() - position < idSize)
            return false;
        StoredRow row;
        row.id = QUuid::fromRfc4122(page.sliced(position, idSize));
        position += idSize;
        const auto scopes = readNumber(page, position);
        const auto size = readNumber(page, position);
        if (!scopes || !size || page.size() - position < qsizetype(*size))
            return false;
        row.scopes = *scopes;
        row.text = page.sliced(position, *size);
        position += *size;
        if (!visit(row))
            return true;
    }
    return true;
}

QByteArray encodeBeside(quint32 scopes, QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size() + 5);
    appendNumber(bytes, scopes);
    return bytes.append(text);
}

std::optional<StoredRow> decodeBeside(const QUuid &id, QByteArrayView bytes)
{
    qsizetype position = 0;
    const auto scopes = readNumber(bytes, position);
    if (!scopes)
        return {};
    return StoredRow{id, *scopes, bytes.sliced(position)};
}

} // namespace tenantry
