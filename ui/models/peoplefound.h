// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/searchindex.h"

#include <stop_token>
#include <vector>

namespace tenantry::ui {

/// Whom a search finds among the people of a snapshot: by name, pinyin, initials, mail, phone and MIS, and by
/// the name of an organization that they are in (MEM-2). A bit for each index; empty where there is no index.
/// The index may be of a snapshot before. For a thread of its own.
[[nodiscard]] std::vector<bool> peopleFound(const directory::Snapshot &snapshot,
                                            const directory::SearchIndexPtr &index, const QString &query,
                                            const std::stop_token &stop);

} // namespace tenantry::ui
