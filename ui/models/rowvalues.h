// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <QJsonObject>

namespace tenantry::ui {

/// A row by the names of its columns (resources/schema/synced.json), which are those of the fields in
/// commands too: what lays a command beside what is there needs no list of its own for each kind.
[[nodiscard]] QJsonObject valuesOf(const directory::Row &row);

/// The record with this ID, whatever it is; empty where the actor sees none.
[[nodiscard]] QJsonObject recordValues(const directory::Snapshot &snapshot, const QUuid &id);

/// The counter of a record's group of fields ("": of the whole) as `seen` states it; nothing where the record
/// can't be seen.
[[nodiscard]] std::optional<int> versionOf(const directory::Snapshot &snapshot, const QUuid &id,
                                           const QString &group);

} // namespace tenantry::ui
