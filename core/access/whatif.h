// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/completeness.h"
#include "core/access/difference.h"
#include "core/access/plannedchange.h"

#include <QFuture>

class QThreadPool;

namespace tenantry::access {

/// What would these changes do to whom (PRM-5)?
struct WhatIfQuestion
{
    directory::SnapshotPtr snapshot;
    Instant now;
    QList<Scope> held;                       ///< scopes of the last pull, as Completeness wants them
    std::vector<PlannedChange> changes;      ///< plannedChanges(command), or several of them in order
    std::optional<Completed> completed = {}; ///< what the server completed in the snapshot
};

struct WhatIf
{
    Difference difference;
    Bound bound = Bound::AtLeast; ///< whether the actor sees all that it rests on
};

/// Nothing where `progress` stopped it. Errors: see plan().
[[nodiscard]] Result<std::optional<WhatIf>> whatIf(const WhatIfQuestion &question,
                                                   const Progress &progress = {});

/// The same on a thread of the pool. The future tells progress (QFutureWatcher) and can be cancelled, which
/// ends it soon and without a result.
[[nodiscard]] QFuture<Result<WhatIf>> whatIf(QThreadPool &pool, const WhatIfQuestion &question);

} // namespace tenantry::access
