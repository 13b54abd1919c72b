// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/failure.h"
#include "core/sync/engineprivate.h"

namespace tenantry::sync {

void Engine::Private::readHistory(quint64 id, TenantId tenant)
{
    if (!running) {
        Q_EMIT q->historyRead(id, tl::unexpected(whyOffline()));
        return;
    }
    histories.append({id, tenant});
    next();
}

void Engine::Private::abandonHistory(quint64 id)
{
    histories.removeIf([id](const HistoryWish &wish) { return wish.id == id; });
    if (readingHistory == id)
        exchange->cancelStatement();
}

void Engine::Private::runHistory()
{
    const HistoryWish first = histories.first();
    readingHistory = first.id;
    run([first, online = state.online](Exchange &on) { return on.history(first.tenant, online); },
        [this, id = first.id](const Result<directory::PastPtr> &past) { onHistory(id, past); });
}

void Engine::Private::onHistory(quint64 id, const Result<directory::PastPtr> &past)
{
    readingHistory.reset();
    if (histories.removeIf([id](const HistoryWish &wish) { return wish.id == id; }) > 0)
        Q_EMIT q->historyRead(id, past);
    if (!past && server::failureKind(past.error()) == server::FailureKind::ConnectionLost)
        return failed(past.error());
    next();
}

} // namespace tenantry::sync
