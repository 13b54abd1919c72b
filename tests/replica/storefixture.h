// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the tests of the sealed stores.
#pragma once

#include "core/replica/replica.h"

#include <QDir>
#include <QFile>
#include <QMap>

namespace tenantry::test {

using Content = QMap<std::pair<int, QUuid>, QByteArray>;

inline Replica::RowVisitor collectInto(Content &content)
{
    return [&content](RowKind kind, const QUuid &id, QByteArrayView row) {
        content.insert({int(kind), id}, row.toByteArray());
    };
}

inline Content contentOf(Replica &replica)
{
    Content content;
    if (!replica.forEachRow(collectInto(content)))
        content.insert({-1, QUuid()}, "could not be read");
    return content;
}

/// Files of a folder in which the bytes stand, as UTF-8 or as UTF-16.
inline QStringList filesWith(const QString &folder, const QString &text)
{
    QStringList found;
    const QByteArray utf8 = text.toUtf8();
    const QByteArray utf16(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(folder + u'/' + name);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (bytes.contains(utf8) || bytes.contains(utf16))
            found.append(name);
    }
    return found;
}

} // namespace tenantry::test
