// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tenantry::demo
{

/// One line of PostgreSQL's COPY text format (documentation of COPY, "Text Format"), column by column.
class CopyLine final
{
public:
    explicit CopyLine(QByteArray &out) : m_out(out) {}
    ~CopyLine() { m_out += '\n'; }
    Q_DISABLE_COPY_MOVE(CopyLine)

    CopyLine &operator<<(const QString &value); ///< a null string is NULL
    CopyLine &operator<<(QLatin1String value);
    CopyLine &operator<<(const QUuid &value);   ///< a null ID is NULL
    CopyLine &operator<<(Instant value);
    CopyLine &operator<<(const std::optional<Instant> &value);
    CopyLine &operator<<(bool value);
    CopyLine &operator<<(int value);
    template <class Tag>
    CopyLine &operator<<(const Id<Tag> &value)
    {
        return *this << value.uuid();
    }

private:
    QByteArray &separated();
    QByteArray &m_out;
    bool m_first = true;
};

} // namespace tenantry::demo
