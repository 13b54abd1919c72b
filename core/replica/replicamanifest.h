// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/words.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <array>
#include <chrono>
#include <optional>

namespace tenantry {

/// Which feed a cursor belongs to. Another one means: nothing that is held can be trusted to be continued.
struct FeedIdentity
{
    QString generation, system, timeline;

    /// Of one server and those that follow it after a fail-over.
    [[nodiscard]] QString server() const { return generation + u'/' + system; }

    friend bool operator==(const FeedIdentity &, const FeedIdentity &) = default;
};

/// What the server said with a pull.
struct PullMark
{
    QString cursor;
    QString scopesDigest;
    FeedIdentity identity;
    int schema = 0;
    Instant serverTime;
    std::chrono::microseconds clockOffset{0}; ///< server's clock minus the local one
    std::optional<Instant> sealedUpTo;
    std::optional<Instant> workerSeen;
    QUuid actor;
    qint64 queueSerial = 0; ///< of the queue at that time: a lower one later is an older copy put back
    QJsonObject
        counts; ///< {space id: number of holders of grants} of spaces seen without managing them (MEM-8)

    /// TEN-13: tenants whose rows are here for a limited time, and until when.
    QHash<QUuid, Instant> openUntil;

    friend bool operator==(const PullMark &, const PullMark &) = default;
};

[[nodiscard]] QJsonObject toJson(const QHash<QUuid, Instant> &times);
[[nodiscard]] QHash<QUuid, Instant> timesFrom(const QJsonObject &json);

/// What a sealed replica says about itself, written with each pull and compared with its content at opening.
struct ReplicaManifest
{
    qint64 serial = 0; ///< one more with each commit
    PullMark mark;
    std::array<qint64, rowKindCount> rows{}; ///< by kind - 1

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ReplicaManifest fromJson(const QJsonObject &json);
};

} // namespace tenantry
