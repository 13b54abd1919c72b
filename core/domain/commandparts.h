// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the makers of commands share; for their .cpp files only.
#pragma once

#include "core/domain/commands.h"

#include <QJsonArray>

namespace tenantry::commandparts {

inline Command command(const QString &kind, const QJsonObject &payload)
{
    Command made;
    made.kind = kind;
    made.payload = payload;
    return made;
}

inline QString text(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// A null ID travels as null.
template <class AnyId>
QJsonValue orNull(const AnyId &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toString());
}

template <class AnyId>
QJsonArray texts(const QList<AnyId> &ids)
{
    QJsonArray list;
    for (const AnyId &id : ids)
        list.append(id.toString());
    return list;
}

} // namespace tenantry::commandparts
