// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/queuedcommand.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const Error &error)
{
    return {{u"class"_s, int(error.errorClass)},
            {u"code"_s, error.code},
            {u"field"_s, error.field},
            {u"parameters"_s, QJsonObject::fromVariantMap(error.parameters)}};
}

Error errorFromJson(const QJsonObject &json)
{
    return {ErrorClass(json[u"class"_s].toInt()), json[u"code"_s].toString(), json[u"field"_s].toString(),
            json[u"parameters"_s].toObject().toVariantMap()};
}

} // namespace

QByteArray toJson(const QueuedCommand &queued)
{
    QJsonObject json{
        {u"command"_s, QJsonDocument::fromJson(queued.command.toJson()).object()},
        {u"state"_s, int(queued.state)},
        {u"answer"_s, queued.answer},
    };
    if (queued.answeredAt)
        json[u"answered_at"_s] = toMicroseconds(*queued.answeredAt);
    if (queued.replacedBy)
        json[u"replaced_by"_s] = queued.replacedBy->toString();
    QJsonArray errors;
    for (const Error &error : queued.errors)
        errors.append(toJson(error));
    json[u"errors"_s] = errors;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<QueuedCommand> queuedCommandFromJson(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    auto command =
        Command::fromJson(QJsonDocument(json[u"command"_s].toObject()).toJson(QJsonDocument::Compact));
    if (!command)
        return tl::unexpected(command.error());
    QueuedCommand queued;
    queued.command = std::move(*command);
    queued.decidedAt = queued.command.context.decidedAt;
    queued.offline = queued.command.context.offline;
    queued.state = CommandState(json[u"state"_s].toInt());
    queued.answer = json[u"answer"_s].toObject();
    if (json.contains(u"answered_at"_s))
        queued.answeredAt = fromMicroseconds(json[u"answered_at"_s].toInteger());
    if (json.contains(u"replaced_by"_s))
        queued.replacedBy = CommandId(QUuid::fromString(json[u"replaced_by"_s].toString()));
    for (const QJsonValue &error : json[u"errors"_s].toArray())
        queued.errors.append(errorFromJson(error.toObject()));
    return queued;
}

} // namespace tenantry
