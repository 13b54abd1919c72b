// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How commands and answers travel and lie in the queue.
#include "core/domain/commands.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array outcomes{"done"_L1, "refused"_L1, "wait"_L1};

CommandContext contextFromJson(const QJsonObject &json)
{
    return {.client = json.value("client"_L1).toString(),
            .version = json.value("version"_L1).toString(),
            .decidedAt = fromMicroseconds(json.value("decided_at"_L1).toInteger()),
            .offline = json.value("offline"_L1).toBool(),
            .reason = json.value("reason"_L1).toString()};
}

Error errorFromJson(const QJsonObject &json)
{
    return {ErrorClass::Business, json.value("code"_L1).toString(), json.value("field"_L1).toString(),
            json.value("parameters"_L1).toObject().toVariantMap()};
}

QJsonObject errorToJson(const Error &error)
{
    return {{u"code"_s, error.code},
            {u"field"_s, error.field},
            {u"parameters"_s, QJsonObject::fromVariantMap(error.parameters)}};
}

} // namespace

QJsonObject CommandContext::toJson() const
{
    QJsonObject json{{u"client"_s, client},
                     {u"version"_s, version},
                     {u"decided_at"_s, toMicroseconds(decidedAt)},
                     {u"offline"_s, offline}};
    if (!reason.isEmpty())
        json.insert(u"reason"_s, reason);
    return json;
}

QByteArray Command::toJson() const
{
    QJsonArray predecessors;
    for (const CommandId &predecessor : after)
        predecessors.append(predecessor.toString());
    const QJsonObject json{{u"id"_s, id.toString()},   {u"kind"_s, kind},
                           {u"payload"_s, payload},    {u"seen"_s, seen},
                           {u"after"_s, predecessors}, {u"context"_s, context.toJson()},
                           {u"before"_s, before},      {u"subject"_s, subject}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Command> Command::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Command command{.id = CommandId(QUuid::fromString(object.value("id"_L1).toString())),
                    .kind = object.value("kind"_L1).toString(),
                    .payload = object.value("payload"_L1).toObject(),
                    .seen = object.value("seen"_L1).toObject(),
                    .after = {},
                    .context = contextFromJson(object.value("context"_L1).toObject()),
                    .before = object.value("before"_L1).toObject(),
                    .subject = object.value("subject"_L1).toObject()};
    bool whole = !command.id.isNull() && !command.kind.isEmpty() && object.value("payload"_L1).isObject();
    for (const QJsonValue &predecessor : object.value("after"_L1).toArray()) {
        command.after.append(CommandId(QUuid::fromString(predecessor.toString())));
        whole = whole && !command.after.constLast().isNull();
    }
    if (!whole)
        return failure(ErrorClass::Data, u"command.malformed"_s, {{u"reason"_s, u"stored"_s}});
    return command;
}

QByteArray CommandAnswer::toJson() const
{
    QJsonArray list;
    for (const Error &error : errors)
        list.append(errorToJson(error));
    const QJsonObject json{{u"outcome"_s, QString(outcomes.at(size_t(outcome)))},
                           {u"errors"_s, list},
                           {u"result"_s, result},
                           {u"versions"_s, versions}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<CommandAnswer> CommandAnswer::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QString word = object.value("outcome"_L1).toString();
    const auto found = std::find(outcomes.begin(), outcomes.end(), word);
    if (found == outcomes.end())
        return failure(ErrorClass::Data, u"answer.malformed"_s);
    CommandAnswer answer{.outcome = Outcome(found - outcomes.begin()),
                         .errors = {},
                         .result = object.value("result"_L1).toObject(),
                         .versions = object.value("versions"_L1).toObject()};
    for (const QJsonValue &error : object.value("errors"_L1).toArray())
        answer.errors.append(errorFromJson(error.toObject()));
    return answer;
}

} // namespace tenantry
