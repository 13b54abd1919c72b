// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever manages a space without seeing everybody asks the server on whom its answers rest (design §4):
// api.access_basis. Laid over what is seen, who, why and what-if are resolved here as ever, and are exact for
// that space or resource.
#pragma once

#include "core/access/completeness.h"
#include "core/access/plannedchange.h"

#include <QJsonObject>

namespace tenantry::access {

/// What is asked about, and for which subjects beside those with a role there already (a what-if names them).
struct BasisQuestion
{
    SpaceId space;
    ResourceId resource; ///< null: the space with all its resources
    QList<std::pair<SubjectKind, QUuid>> subjects;

    [[nodiscard]] QJsonObject arguments() const;
    friend bool operator==(const BasisQuestion &, const BasisQuestion &) = default;
};

/// The answer.
struct AccessBasis
{
    Instant at;
    bool whole = false;  ///< false: they are too many to be sent
    qsizetype count = 0; ///< of people
    Completed completed; ///< of what answers are exact with this
    std::vector<directory::Row> rows;
};

/// Error: "answer.malformed" (Data).
[[nodiscard]] Result<AccessBasis> readAccessBasis(const QJsonValue &answer);

/// The snapshot with what it lacks; what it holds already stays as it is. Not for the UI's thread where many
/// people come.
[[nodiscard]] Result<directory::SnapshotPtr> withBasis(const directory::SnapshotPtr &snapshot,
                                                       const AccessBasis &basis);

/// What to ask so that answers about this are exact; nothing where the actor may not ask, as far as the
/// snapshot says.
[[nodiscard]] std::optional<BasisQuestion> basisQuestion(const directory::SnapshotPtr &snapshot, Instant now,
                                                         UserId actor, directory::Object object);
/// The same of what changes would do: all of them must lie in one space.
[[nodiscard]] std::optional<BasisQuestion> basisQuestion(const directory::SnapshotPtr &snapshot, Instant now,
                                                         UserId actor,
                                                         const std::vector<PlannedChange> &changes);

} // namespace tenantry::access
