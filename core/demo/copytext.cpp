// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/copytext.h"

namespace tenantry::demo
{

QByteArray &CopyLine::separated()
{
    if (!m_first)
        m_out += '\t';
    m_first = false;
    return m_out;
}

CopyLine &CopyLine::operator<<(const QString &value)
{
    QByteArray &out = separated();
    if (value.isNull()) {
        out += "\\N";
        return *this;
    }
    for (const char c : value.toUtf8()) {
        switch (c) {
        case '\\': out += "\\\\"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        default: out += c;
        }
    }
    return *this;
}

CopyLine &CopyLine::operator<<(QLatin1String value)
{
    separated().append(value.data(), value.size());
    return *this;
}

CopyLine &CopyLine::operator<<(const QUuid &value)
{
    separated() += value.isNull() ? QByteArrayLiteral("\\N") : value.toByteArray(QUuid::WithoutBraces);
    return *this;
}

CopyLine &CopyLine::operator<<(Instant value)
{
    return *this << toIso8601(value);
}

CopyLine &CopyLine::operator<<(const std::optional<Instant> &value)
{
    return *this << (value ? toIso8601(*value) : QString());
}

CopyLine &CopyLine::operator<<(bool value)
{
    separated() += value ? 't' : 'f';
    return *this;
}

CopyLine &CopyLine::operator<<(int value)
{
    separated() += QByteArray::number(value);
    return *this;
}

} // namespace tenantry::demo
