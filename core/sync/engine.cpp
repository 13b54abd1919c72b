// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"

#include "core/sync/engineprivate.h"
#include "core/sync/sendorder.h"

#include <QRandomGenerator>

namespace tenantry::sync {

using namespace Qt::StringLiterals;

Engine::Engine(EngineOptions given, QObject *parent)
    : QObject(parent), m_clock(std::make_shared<TrustedClock>(given.clock)),
      d(std::make_unique<Private>(this, std::move(given), m_clock))
{
    qRegisterMetaType<SyncState>();
    qRegisterMetaType<SnapshotPointer>();
    qRegisterMetaType<PullInfo>();
    qRegisterMetaType<QList<QueuedCommand>>();
    qRegisterMetaType<Result<QJsonValue>>();
    qRegisterMetaType<std::optional<Error>>();
}

Engine::~Engine() = default;

void Engine::start()
{
    d->start();
}
void Engine::submit(const Command &command)
{
    d->submit(command);
}
void Engine::retry(CommandId id)
{
    d->retry(id);
}
void Engine::resubmit(CommandId id, const Command &command)
{
    d->resubmit(id, command);
}
void Engine::discard(CommandId id)
{
    d->discard(id);
}
void Engine::ask(quint64 id, Question question, const QJsonObject &arguments)
{
    d->ask(id, question, arguments);
}
void Engine::abandon(quint64 id)
{
    d->abandon(id);
}
void Engine::readHistory(quint64 id, TenantId tenant)
{
    d->readHistory(id, tenant);
}
void Engine::abandonHistory(quint64 id)
{
    d->abandonHistory(id);
}
void Engine::syncNow()
{
    d->pullSoon();
}
void Engine::setActive(bool active)
{
    d->setActive(active);
}
void Engine::setPassword(const QString &password)
{
    d->setPassword(password);
}
void Engine::setOpenTenants(const std::optional<QSet<QUuid>> &tenants)
{
    d->setOpenTenants(tenants);
}
void Engine::lock()
{
    d->lock();
}
void Engine::wipe(bool queueToo)
{
    d->wipe(queueToo);
}

// --- Commands ----------------------------------------------------------------------------------------------

Command Engine::Private::stamped(Command command) const
{
    CommandContext &context = command.context;
    if (context.decidedAt == Instant())
        context.decidedAt = clock->now();
    if (command.id.isNull())
        command.id = CommandId::make(clock->now());
    if (context.client.isEmpty())
        context.client = u"tenantry"_s;
    if (context.version.isEmpty())
        context.version = QStringLiteral(TENANTRY_VERSION);
    context.offline = !state.online;
    return command;
}

namespace {

QueuedCommand queuedFrom(const Command &command)
{
    QueuedCommand queued;
    queued.command = command;
    queued.decidedAt = command.context.decidedAt;
    queued.offline = command.context.offline;
    return queued;
}

} // namespace

void Engine::Private::submit(Command command)
{
    command = stamped(std::move(command));
    if (!queue) {
        Q_EMIT q->submitFailed(command.id, Error{ErrorClass::Business, u"queue.closed"_s, {}, {}});
        return;
    }
    if (const auto added = queue->add(queuedFrom(command)); !added) {
        Q_EMIT q->submitFailed(command.id, added.error());
        return;
    }
    commandsMoved();
    if (state.online)
        timer.stop(); // the next poll is no reason to wait
    next();
}

void Engine::Private::retry(CommandId id)
{
    const QueuedCommand *found = queue ? queue->find(id) : nullptr;
    if (!found || found->state != CommandState::NeedsAttention)
        return;
    QueuedCommand again = *found;
    // Where the server keeps a refusal, the same ID would get it again; and what the command depends on may
    // have a new one.
    const Command next = renewed(again.command, CommandId::make(clock->now()), queue->commands());
    const Command same = renewed(again.command, id, queue->commands());
    if (!again.answer.isEmpty() || same != again.command) {
        resubmit(id, next);
        return;
    }
    again.state = CommandState::Queued;
    again.errors.clear();
    if (const auto updated = queue->update({again}); !updated)
        Q_EMIT q->submitFailed(id, updated.error());
    commandsMoved();
    this->next();
}

void Engine::Private::resubmit(CommandId id, Command command)
{
    const QueuedCommand *found = queue ? queue->find(id) : nullptr;
    command = stamped(std::move(command));
    if (!found || found->state != CommandState::NeedsAttention) {
        Q_EMIT q->submitFailed(command.id, Error{ErrorClass::Business, u"queue.not_waiting"_s, {}, {}});
        return;
    }
    QueuedCommand old = *found;
    old.state = CommandState::Discarded;
    old.replacedBy = command.id;
    old.answeredAt = clock->now();
    if (const auto replaced = queue->replace(old, queuedFrom(command)); !replaced)
        Q_EMIT q->submitFailed(command.id, replaced.error());
    commandsMoved();
    next();
}

void Engine::Private::discard(CommandId id)
{
    const QueuedCommand *found = queue ? queue->find(id) : nullptr;
    if (!found || (found->state != CommandState::Queued && found->state != CommandState::NeedsAttention))
        return;
    if (sending == id) {
        regretted = id;
        exchange->cancelStatement();
        return;
    }
    drop(*found);
    next();
}

void Engine::Private::drop(QueuedCommand command)
{
    command.state = CommandState::Discarded;
    command.answeredAt = clock->now();
    if (const auto updated = queue->update({command}); !updated)
        Q_EMIT q->submitFailed(command.id(), updated.error());
    commandsMoved();
}

// --- Wishes ------------------------------------------------------------------------------------------------

void Engine::Private::pullSoon()
{
    pullDue = true;
    waiting.clear();
    postponed.clear();
    state.nextAttempt.reset();
    timer.stop();
    next();
}

void Engine::Private::setActive(bool nowActive)
{
    const bool woke = nowActive && !active;
    active = nowActive;
    if (woke && state.online)
        pullSoon();
}

void Engine::Private::setPassword(const QString &password)
{
    options.connection.password = password;
    state.signInNeeded = false;
    lastPull.reset(); // a new connection: first of all it is seen where it leads
    QMetaObject::invokeMethod(&wireContext, [this, password] { exchange->setPassword(password); });
    pullSoon();
}

void Engine::Private::setOpenTenants(const std::optional<QSet<QUuid>> &tenants)
{
    options.openTenants = tenants;
    pullSoon();
}

// --- Telling -----------------------------------------------------------------------------------------------

QList<QueuedCommand> Engine::Private::commandsToShow() const
{
    QList<QueuedCommand> commands = queue ? queue->commands() : QList<QueuedCommand>();
    // Being sent is of this moment only, so it isn't written: whatever happens, the command is sent again
    // under its ID.
    for (QueuedCommand &command : commands) {
        if (sending == command.id())
            command.state = CommandState::Sending;
    }
    return commands;
}

void Engine::Private::commandsMoved()
{
    commandsTimer.start(0); // many in a row are told once
}

void Engine::Private::publish()
{
    state.queued = state.needsAttention = 0;
    if (queue) {
        for (const QueuedCommand &command : queue->commands()) {
            state.queued += command.state == CommandState::Queued;
            state.needsAttention += command.state == CommandState::NeedsAttention;
        }
    }
    state.serverTimeOffset = clock->offset();
    if (state == shown)
        return;
    shown = state;
    Q_EMIT q->stateChanged(state);
}

void Engine::Private::setWarning(const Error &warning)
{
    if (!state.warnings.contains(warning))
        state.warnings.append(warning);
}

double Engine::Private::random() const
{
    return options.random ? options.random() : QRandomGenerator::global()->generateDouble();
}

} // namespace tenantry::sync
