// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/failure.h"
#include "core/sync/engineprivate.h"
#include "core/sync/sendorder.h"

#include <algorithm>
#include <cmath>

namespace tenantry::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const QString identityMark = u"identity"_s;
const QString replicaMark = u"replica"_s;
const QString leaseMark = u"lease"_s;
const QString leaseSetting = u"replica_lease_days"_s;

// While commands go out one after the other, what they changed is shown at least this often.
constexpr auto longestWithoutPull = 2s;

QJsonObject toJson(const FeedIdentity &identity)
{
    return {{u"generation"_s, identity.generation},
            {u"system"_s, identity.system},
            {u"timeline"_s, identity.timeline}};
}

// What is wrong is here, not on the way to the server.
bool isOurs(const Error &error)
{
    return error.code.startsWith(u"store."_s) || error.code.startsWith(u"replica."_s) ||
           error.code.startsWith(u"seal."_s) || error.code.startsWith(u"keys."_s);
}

bool isDamage(const Error &error)
{
    return error.code == u"replica.damaged"_s || error.code == u"store.corrupt"_s;
}

} // namespace

void Engine::Private::next()
{
    if (!running || busy || !queue)
        return;
    if (hasEnded()) // before anything else: nobody may see it any more
        return runEnding();
    if (state.online && !questions.isEmpty()) // somebody looks at the screen and waits
        return runQuestion();
    if (!histories.isEmpty())
        return runHistory();
    if (timer.isActive())
        return;
    SendPlan plan = planSending(queue->commands(), heldBack());
    while (!plan.blocked.isEmpty()) {
        for (QueuedCommand &blocked : plan.blocked)
            blocked.answeredAt = clock->now();
        if (const auto updated = queue->update(plan.blocked); !updated)
            return failed(updated.error());
        commandsMoved();
        plan = planSending(queue->commands(), heldBack());
    }
    const Instant now = options.clock->now();
    const bool pullLate = !lastPull || now - *lastPull >= longestWithoutPull || now < *lastPull;
    if (!state.online || (pullDue && (!plan.next || pullLate)))
        return runPull();
    if (plan.next)
        return runPush(*plan.next);
    schedule(untilPostponed(pollInterval()));
}

// --- Pulling -----------------------------------------------------------------------------------------------

void Engine::Private::runPull()
{
    pullDue = false;
    waiting.clear();
    PullRequest request;
    request.openTenants = options.openTenants;
    request.mayChangeIdentity = fullPullAt && std::chrono::steady_clock::now() >= *fullPullAt;
    request.queueSerial = queue->serial();
    request.timelines = timelines();
    progressTimer.start(200ms);
    run([request](Exchange &on) { return on.pull(request); },
        [this](const Result<Pulled> &pulled) { onPulled(pulled); });
}

void Engine::Private::onPulled(const Result<Pulled> &pulled)
{
    progressTimer.stop();
    state.rowsPulled = 0;
    if (!pulled)
        return failed(pulled.error());
    if (const auto noted = noteTimeline(pulled->report.mark.identity); !noted)
        return failed(noted.error());
    lastPull = options.clock->now();
    const PullMark &mark = pulled->report.mark;
    clock->serverSaid(mark.serverTime, mark.clockOffset);
    worked();
    if (pulled->report.kind != PullReport::Kind::IdentityChanged)
        watchEnds(mark);
    switch (pulled->report.kind) {
    case PullReport::Kind::IdentityChanged:
        // Everybody notices at the same moment: they come back spread over a minute.
        if (!fullPullAt)
            fullPullAt = std::chrono::steady_clock::now() +
                         milliseconds(qint64(random() * double(options.timing.identityDelay.count())));
        break;
    case PullReport::Kind::Built:
        fullPullAt.reset();
        return runInstall(*pulled);
    case PullReport::Kind::Changed:
        noteReplica({{pulled->replica, pulled->serial}});
        show(*pulled);
        break;
    case PullReport::Kind::Unchanged:
        state.lastSync = mark.serverTime;
        state.sealedUpTo = mark.sealedUpTo;
        state.workerSeen = mark.workerSeen;
        break;
    }
    if (queue->mark(identityMark) != toJson(mark.identity))
        return runKnown(mark.identity);
    next();
}

void Engine::Private::runInstall(const Pulled &built)
{
    // Both are right until the new one is in place.
    QHash<QUuid, qint64> expected{{built.replica, built.serial}};
    const QJsonObject before = queue->mark(replicaMark);
    for (auto old = before.begin(); old != before.end(); ++old)
        expected.insert(QUuid::fromString(old.key()), old.value().toInteger());
    noteReplica(expected);
    run([](Exchange &on) { return on.install(); },
        [this](const Result<Pulled> &installed) {
            if (!installed)
                return failed(installed.error());
            noteReplica({{installed->replica, installed->serial}});
            show(*installed);
            const FeedIdentity &identity = installed->report.mark.identity;
            if (queue->mark(identityMark) != toJson(identity))
                return runKnown(identity);
            next();
        });
}

// A replica older than the one noted is an older copy put back.
void Engine::Private::noteReplica(const QHash<QUuid, qint64> &expected)
{
    QJsonObject mark;
    for (auto entry = expected.cbegin(); entry != expected.cend(); ++entry)
        mark.insert(entry.key().toString(QUuid::WithoutBraces), *entry);
    if (const auto noted = queue->setMark(replicaMark, mark); !noted)
        state.lastError = noted.error();
}

void Engine::Private::show(const Pulled &pulled)
{
    const PullMark &mark = pulled.report.mark;
    state.lastSync = mark.serverTime;
    state.sealedUpTo = mark.sealedUpTo;
    state.workerSeen = mark.workerSeen;
    state.actor = mark.actor;
    if (!pulled.followed)
        state.lastError = pulled.followed.error();
    if (!pulled.snapshot)
        return;
    state.store = StoreState::Open;
    if (const SettingRow *setting = pulled.snapshot->setting(TenantId(), leaseSetting)) {
        const QJsonObject days{{u"days"_s, setting->value.toInt()}};
        if (queue->mark(leaseMark) != days)
            static_cast<void>(queue->setMark(leaseMark, days)); // tried again with the next pull
    }
    PullInfo info{.scopes = pulled.scopes, .holderCounts = {}};
    for (auto count = mark.counts.begin(); count != mark.counts.end(); ++count)
        info.holderCounts.insert(QUuid::fromString(count.key()), count.value().toInt());
    publish();
    Q_EMIT q->snapshotChanged(pulled.snapshot, info);
}

// --- Pushing -----------------------------------------------------------------------------------------------

// Another feed: the server may have been restored from before it answered us.
void Engine::Private::runKnown(const FeedIdentity &identity)
{
    QList<CommandId> done;
    for (const QueuedCommand &command : queue->commands()) {
        if (command.state == CommandState::Done)
            done.append(command.id());
    }
    run([done](Exchange &on) { return on.known(done); },
        [this, identity, done](const Result<QSet<CommandId>> &known) { onKnown(identity, done, known); });
}

void Engine::Private::onKnown(const FeedIdentity &identity, const QList<CommandId> &asked,
                              const Result<QSet<CommandId>> &known)
{
    if (!known)
        return failed(known.error());
    QList<QueuedCommand> lost;
    for (const CommandId &id : asked) {
        const QueuedCommand *command = queue->find(id);
        if (known->contains(id) || !command)
            continue;
        lost.append(*command);
        lost.last().state = CommandState::NeedsAttention;
        lost.last().answer = {};
        lost.last().errors = {Error{ErrorClass::Data, u"command.lost"_s, {}, {}}};
    }
    Result<void> written;
    if (!lost.isEmpty()) {
        written = queue->update(lost);
        commandsMoved();
    }
    written = written.and_then([&] { return queue->setMark(identityMark, toJson(identity)); });
    if (!written)
        return failed(written.error());
    next();
}

void Engine::Private::runPush(CommandId id)
{
    sending = id;
    commandsMoved();
    run([command = queue->find(id)->command](Exchange &on) { return on.push(command); },
        [this, id](const Result<PushOutcome> &outcome) { onPushed(id, outcome); });
}

void Engine::Private::onPushed(CommandId id, const Result<PushOutcome> &outcome)
{
    sending.reset();
    const bool isRegretted = std::exchange(regretted, {}) == id;
    commandsMoved();
    if (!outcome)
        return failed(outcome.error());
    worked();
    if (isRegretted && (outcome->kind == PushOutcome::Kind::Wait || outcome->kind == PushOutcome::Kind::Later)) {
        drop(*queue->find(id)); // nothing of it is stored
        return next();
    }
    if (outcome->kind == PushOutcome::Kind::Wait) {
        waiting.insert(id);
        return next();
    }
    if (outcome->kind == PushOutcome::Kind::Later) {
        postpone(id);
        return next();
    }
    postponed.remove(id);
    QueuedCommand answered = *queue->find(id);
    answered.state =
        outcome->kind == PushOutcome::Kind::Done ? CommandState::Done : CommandState::NeedsAttention;
    answered.answer = outcome->answer;
    answered.errors = outcome->errors;
    answered.answeredAt = clock->now();
    if (const auto updated = queue->update({answered}); !updated)
        return failed(updated.error()); // it will be sent again, and gets the same answer
    pullDue = true;
    next();
}

// --- Success and failure -----------------------------------------------------------------------------------

void Engine::Private::worked()
{
    state.online = true;
    state.offlineSince.reset();
    state.lastError.reset();
    state.signInNeeded = false;
    failures = 0;
}

void Engine::Private::failed(const Error &error)
{
    state.lastError = error;
    if (server::sqlState(error) ==
        u"TY403"_s) // the account is suspended, its tenant frozen: that says nothing of the commands
        state.lastError = Error{ErrorClass::Business, u"server.refused_access"_s, {}, {}};
    ++failures;
    pullDue = true;
    if (isDamage(error)) {
        // It can be had again, so it is: the next pull builds.
        setWarning(error);
        QMetaObject::invokeMethod(&wireContext, [this] { exchange->closeStore(); });
        state.store = StoreState::Empty;
    }
    if (!isOurs(error)) {
        if (state.online || !state.offlineSince)
            state.offlineSince = clock->now();
        state.online = false;
        state.signInNeeded = server::failureKind(error) == server::FailureKind::SignInRefused;
        failQuestions(whyOffline());
    }
    // A refused sign-in isn't repeated often: it costs, and may lock the account.
    const milliseconds delay = backOff(state.signInNeeded ? 17 : failures);
    state.nextAttempt = clock->now() + delay;
    schedule(delay);
}

milliseconds Engine::Private::backOff(int times) const
{
    const double doubled = double(options.timing.active.count()) * std::pow(2.0, std::min(times - 1, 16));
    const double longest = double(options.timing.longestBackOff.count());
    return milliseconds(qint64(std::min(doubled, longest) * (0.75 + 0.5 * random())));
}

milliseconds Engine::Private::pollInterval() const
{
    const auto interval = active ? options.timing.active : options.timing.background;
    const auto jittered = milliseconds(qint64(double(interval.count()) * (0.9 + 0.2 * random())));
    if (!fullPullAt)
        return jittered;
    const auto untilFullPull =
        std::chrono::duration_cast<milliseconds>(*fullPullAt - std::chrono::steady_clock::now());
    return std::clamp(untilFullPull, milliseconds(1), jittered);
}

void Engine::Private::schedule(milliseconds delay)
{
    timer.start(delay);
    publish();
}

} // namespace tenantry::sync
