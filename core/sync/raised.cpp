// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/raised.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tenantry::sync {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const Error &error)
{
    return error.parameters.value(u"message"_s).toString();
}

} // namespace

QString raisedMessage(const Error &error)
{
    return textOf(error).section(u'\n', 0, 0).remove(u"ERROR:  "_s).trimmed();
}

std::optional<Error> raisedRefusal(const Error &error)
{
    const QString detail = textOf(error).section(u"DETAIL:  "_s, 1).section(u'\n', 0, 0);
    const QJsonObject first = QJsonDocument::fromJson(detail.toUtf8()).array().first().toObject();
    if (first.isEmpty())
        return {};
    return Error{ErrorClass::Business, first[u"code"_s].toString(), first[u"field"_s].toString(),
                 first[u"parameters"_s].toObject().toVariantMap()};
}

} // namespace tenantry::sync
