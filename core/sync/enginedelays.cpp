// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engineprivate.h"

#include <algorithm>
#include <utility>

namespace tenantry::sync {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

const QString timelinesMark = u"timelines"_s;

} // namespace

// --- Commands that something stands in the way of
// --------------------------------------------------------------

// Somebody else's lock says nothing of the other commands, and nothing of the connection.
void Engine::Private::postpone(CommandId id)
{
    Postponed &entry = postponed[id];
    entry.until = steady_clock::now() + backOff(++entry.times);
}

QSet<CommandId> Engine::Private::heldBack() const
{
    QSet<CommandId> held = waiting;
    for (auto entry = postponed.cbegin(); entry != postponed.cend(); ++entry) {
        if (entry->until > steady_clock::now())
            held.insert(entry.key());
    }
    return held;
}

milliseconds Engine::Private::untilPostponed(milliseconds atMost) const
{
    const auto now = steady_clock::now();
    for (const Postponed &entry : postponed) {
        if (entry.until > now)
            atMost = std::min(atMost, std::chrono::ceil<milliseconds>(entry.until - now));
    }
    return atMost;
}

// --- A server that hangs
// ---------------------------------------------------------------------------------------

void Engine::Private::startWatch()
{
    cancelAsked = false;
    const milliseconds shortest = std::min(options.timing.pushSilence, options.timing.pullSilence);
    watchTimer.start(std::clamp(shortest / 10, milliseconds(10), milliseconds(500)));
}

// A kernel that acknowledges what we send says nothing of the server's process. What it was asked to do may
// be done all the same: it is asked again, under the same ID.
void Engine::Private::watch()
{
    if (regretted) // it was cancelled before the server had it
        exchange->cancelStatement();
    const milliseconds silence = exchange->silence();
    const milliseconds limit = sending ? options.timing.pushSilence : options.timing.pullSilence;
    if (silence < limit)
        cancelAsked = false;
    else if (silence >= limit + options.timing.cancelGrace)
        exchange->cut();
    else if (!std::exchange(cancelAsked, true))
        exchange->cancelStatement();
}

// --- A fail-over
// -----------------------------------------------------------------------------------------------

QHash<QString, qint64> Engine::Private::timelines() const
{
    QHash<QString, qint64> known;
    const QJsonObject mark = queue->mark(timelinesMark);
    for (auto entry = mark.begin(); entry != mark.end(); ++entry)
        known.insert(entry.key(), entry.value().toInteger());
    return known;
}

// Before anything is sent there. The replica can't keep it: it is thrown away when it is damaged.
Result<void> Engine::Private::noteTimeline(const FeedIdentity &identity)
{
    QJsonObject mark = queue->mark(timelinesMark);
    const qint64 timeline = identity.timeline.toLongLong();
    if (mark.value(identity.server()).toInteger() >= timeline)
        return {};
    mark.insert(identity.server(), timeline);
    return queue->setMark(timelinesMark, mark);
}

} // namespace tenantry::sync
