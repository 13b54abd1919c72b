// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A tenant that was opened for maintenance (TEN-13) leaves this console at its end, with or without a server.
#include "core/sync/engineprivate.h"

#include <algorithm>

namespace tenantry::sync {

using namespace std::chrono_literals;

namespace {

// The clock may be set, and the machine may sleep: so it is looked at this often while something is open.
constexpr auto lookAtLeast = 1000ms;
// A pull that hangs is given up then, because the rows can't go while it runs.
constexpr auto longestOverTime = 5s;

} // namespace

void Engine::Private::watchEnds(const PullMark &mark)
{
    state.openUntil = mark.openUntil;
    if (state.openUntil.isEmpty())
        endTimer.stop();
    else if (!endTimer.isActive())
        endTimer.start(lookAtLeast);
}

bool Engine::Private::hasEnded(std::chrono::seconds since) const
{
    const Instant now = clock->now();
    return state.store == StoreState::Open &&
           std::any_of(state.openUntil.cbegin(), state.openUntil.cend(),
                       [&](Instant until) { return until + since <= now; });
}

void Engine::Private::endSoon()
{
    if (busy && hasEnded(longestOverTime))
        exchange->cut();
    else if (hasEnded())
        next();
}

void Engine::Private::runEnding()
{
    run([now = clock->now()](Exchange &on) { return on.endTenants(now); },
        [this](const Result<Pulled> &ended) { onEnded(ended); });
}

void Engine::Private::onEnded(const Result<Pulled> &ended)
{
    if (!ended || !ended->followed) { // a full disk: then nothing is shown at all
        state.openUntil.clear();
        setWarning(ended ? ended->followed.error() : ended.error());
        pullDue = true;
        return shutStore();
    }
    noteReplica({{ended->replica, ended->serial}});
    Pulled shown = *ended;
    PullMark &mark = shown.report.mark;
    watchEnds(mark);
    // A poll that brought nothing isn't written down each time.
    mark.serverTime = std::max(mark.serverTime, state.lastSync.value_or(mark.serverTime));
    mark.sealedUpTo = state.sealedUpTo;
    mark.workerSeen = state.workerSeen;
    show(shown);
    pullDue = true;
    next();
}

} // namespace tenantry::sync
