// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pusher.h"

#include "core/sync/raised.h"

#include <QJsonDocument>

namespace tenantry::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idsPerQuestion = 5'000;

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QString arrayOf(const QList<CommandId> &ids)
{
    QStringList texts;
    for (const CommandId &id : ids)
        texts.append(id.toString());
    return u'{' + texts.join(u',') + u'}';
}

// A failure that says something about this command, whatever the state of connection and account; nothing for
// the others.
std::optional<Error> faultOf(const Error &error)
{
    const QString state = server::sqlState(error);
    if (state == u"TY500"_s)
        return Error{ErrorClass::System, u"server.fault"_s, {}, {{u"id"_s, raisedMessage(error)}}};
    if (state == u"TY409"_s)
        return Error{ErrorClass::System, u"command.id_taken"_s, {}, {}};
    if (state == u"TY400"_s &&
        (raisedMessage(error) == u"command.envelope"_s || raisedMessage(error) == u"command.too_large"_s))
        return Error{ErrorClass::System, u"command.malformed"_s, {}, {{u"reason"_s, raisedMessage(error)}}};
    // What the server can't even read as arguments, or what exceeds its limits.
    if (state.startsWith(u"22"_s) || state.startsWith(u"54"_s) || state == u"53400"_s)
        return Error{ErrorClass::System, u"server.failed"_s, {}, {{u"sqlstate"_s, state}}};
    return {};
}

} // namespace

Result<PushOutcome> Pusher::push(const Command &command)
{
    const auto rows =
        m_wire.exec(u"select api.execute(?::uuid, ?, ?::jsonb, ?::jsonb, ?::uuid[], ?::jsonb)"_s,
                    {command.id.toString(), command.kind, compact(command.payload), compact(command.seen),
                     arrayOf(command.after), compact(command.context.toJson())});
    if (!rows) {
        if (const auto fault = faultOf(rows.error()))
            return PushOutcome{PushOutcome::Kind::Fault, {}, {*fault}};
        const server::FailureKind kind = server::failureKind(rows.error());
        if (kind == server::FailureKind::Retryable || kind == server::FailureKind::Cancelled)
            return PushOutcome{PushOutcome::Kind::Later, {}, {rows.error()}};
        return tl::unexpected(rows.error());
    }
    const QByteArray text = rows->value().toString().toUtf8();
    const auto answer = CommandAnswer::fromJson(text);
    if (!answer)
        return tl::unexpected(answer.error());
    PushOutcome outcome;
    outcome.answer = QJsonDocument::fromJson(text).object();
    outcome.errors = answer->errors;
    switch (answer->outcome) {
    case Outcome::Done:
        outcome.kind = PushOutcome::Kind::Done;
        break;
    case Outcome::Refused:
        outcome.kind = PushOutcome::Kind::Refused;
        break;
    case Outcome::Wait:
        outcome.kind = PushOutcome::Kind::Wait;
        break;
    }
    return outcome;
}

Result<QSet<CommandId>> Pusher::known(const QList<CommandId> &ids)
{
    QSet<CommandId> known;
    for (qsizetype from = 0; from < ids.size(); from += idsPerQuestion) {
        const auto rows =
            m_wire.exec(u"select unnest(api.known(?::uuid[]))"_s, {arrayOf(ids.mid(from, idsPerQuestion))});
        if (!rows)
            return tl::unexpected(rows.error());
        for (const QVariantList &row : rows->rows)
            known.insert(CommandId(QUuid::fromString(row.value(0).toString())));
    }
    return known;
}

} // namespace tenantry::sync
