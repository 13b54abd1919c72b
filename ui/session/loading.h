// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui {

/// Rows are still to come: the local copy is being opened, is closed, or is filled for the first time. What fails shows
/// what there is.
[[nodiscard]] inline bool isLoading(const Session &session)
{
    const sync::SyncState state = session.state();
    return state.store == sync::StoreState::Opening || state.store == sync::StoreState::Closed ||
           (state.store == sync::StoreState::Empty && !state.lastError);
}

} // namespace tenantry::ui
