// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/replicamanifest.h"

#include <QJsonArray>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

// JSON's numbers are doubles: exact for whole numbers up to 2^53, and microseconds since 1970 stay below
// that.
QJsonValue fromInstant(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toMicroseconds(*time)) : QJsonValue();
}

std::optional<Instant> toInstant(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(fromMicroseconds(value.toInteger())) : std::nullopt;
}

} // namespace

QJsonObject toJson(const QHash<QUuid, Instant> &times)
{
    QJsonObject json;
    for (auto time = times.cbegin(); time != times.cend(); ++time)
        json.insert(time.key().toString(QUuid::WithoutBraces), toMicroseconds(*time));
    return json;
}

QHash<QUuid, Instant> timesFrom(const QJsonObject &json)
{
    QHash<QUuid, Instant> times;
    for (auto time = json.begin(); time != json.end(); ++time)
        times.insert(QUuid::fromString(time.key()), fromMicroseconds(time->toInteger()));
    return times;
}

QJsonObject ReplicaManifest::toJson() const
{
    QJsonArray counts;
    for (const qint64 count : rows)
        counts.append(count);
    return {
        {u"serial"_s, serial},
        {u"rows"_s, counts},
        {u"cursor"_s, mark.cursor},
        {u"scopes_digest"_s, mark.scopesDigest},
        {u"identity"_s, QJsonArray{mark.identity.generation, mark.identity.system, mark.identity.timeline}},
        {u"schema"_s, mark.schema},
        {u"server_time"_s, toMicroseconds(mark.serverTime)},
        {u"clock_offset"_s, qint64(mark.clockOffset.count())},
        {u"sealed_up_to"_s, fromInstant(mark.sealedUpTo)},
        {u"worker_seen"_s, fromInstant(mark.workerSeen)},
        {u"actor"_s, mark.actor.toString(QUuid::WithoutBraces)},
        {u"queue_serial"_s, mark.queueSerial},
        {u"counts"_s, mark.counts},
        {u"open_until"_s, tenantry::toJson(mark.openUntil)},
    };
}

ReplicaManifest ReplicaManifest::fromJson(const QJsonObject &json)
{
    ReplicaManifest manifest;
    manifest.serial = json[u"serial"_s].toInteger();
    const QJsonArray counts = json[u"rows"_s].toArray();
    for (qsizetype i = 0; i < rowKindCount; ++i)
        manifest.rows[size_t(i)] = counts.at(i).toInteger();
    PullMark &mark = manifest.mark;
    mark.cursor = json[u"cursor"_s].toString();
    mark.scopesDigest = json[u"scopes_digest"_s].toString();
    const QJsonArray identity = json[u"identity"_s].toArray();
    mark.identity = {identity.at(0).toString(), identity.at(1).toString(), identity.at(2).toString()};
    mark.schema = json[u"schema"_s].toInt();
    mark.serverTime = fromMicroseconds(json[u"server_time"_s].toInteger());
    mark.clockOffset = std::chrono::microseconds(json[u"clock_offset"_s].toInteger());
    mark.sealedUpTo = toInstant(json[u"sealed_up_to"_s]);
    mark.workerSeen = toInstant(json[u"worker_seen"_s]);
    mark.actor = QUuid::fromString(json[u"actor"_s].toString());
    mark.queueSerial = json[u"queue_serial"_s].toInteger();
    mark.counts = json[u"counts"_s].toObject();
    mark.openUntil = timesFrom(json[u"open_until"_s].toObject());
    return manifest;
}

} // namespace tenantry
