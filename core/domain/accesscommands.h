// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a console tells of its own reading (OPM-6).
#pragma once

#include "core/base/time.h"
#include "core/domain/commands.h"

namespace tenantry {

/// A detail that was opened, rows that were exported: they come from the replica, so that only the console knows of them.
struct AccessEvent
{
    enum class Act { Detail, Export, Reveal };
    Act act = Act::Detail;
    Instant at; ///< by the console's clock, also while it was offline
    QString objectKind; ///< "user", "space" …, "list" for several things
    QUuid objectId = {}; ///< null: no single one
    qsizetype rows = 1;
    friend bool operator==(const AccessEvent &, const AccessEvent &) = default;
};

/// At most 200.
[[nodiscard]] Command accessReport(const QList<AccessEvent> &events);

} // namespace tenantry
