// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/enginesession.h"

namespace tenantry::ui
{

using sync::Engine;

// The engine's slots are called in its thread, in the order of the calls here.
template <class Function>
void EngineSession::tell(Function function)
{
    if (m_ending) // the engine is about to go
        return;
    Engine *engine = m_thread.engine();
    QMetaObject::invokeMethod(engine, [engine, function] { function(*engine); }, Qt::QueuedConnection);
}

EngineSession::EngineSession(sync::EngineOptions options, UserId userId, QObject *parent)
    : Session(parent), m_thread(std::move(options)), m_clock(m_thread.engine()->clock()),
      m_questions([this](quint64 id) { tell([id](Engine &engine) { engine.abandon(id); }); }),
      m_histories([this](quint64 id) { tell([id](Engine &engine) { engine.abandonHistory(id); }); }),
      m_snapshot(directory::Snapshot::empty()), m_userId(userId)
{
    Engine *engine = m_thread.engine();
    connect(engine, &Engine::snapshotChanged, this, &EngineSession::takeSnapshot);
    connect(engine, &Engine::stateChanged, this, &EngineSession::takeState);
    connect(engine, &Engine::commandsChanged, this, [this](const QList<QueuedCommand> &commands) {
        m_commands = commands;
        Q_EMIT commandsChanged();
    });
    connect(engine, &Engine::submitFailed, this, &Session::submitFailed);
    connect(engine, &Engine::keysNeeded, this, &EngineSession::keysNeeded);
    connect(engine, &Engine::wiped, this, &EngineSession::wiped);
    connect(engine, &Engine::answered, this,
            [this](quint64 id, const Result<QJsonValue> &answer) { m_questions.answer(id, answer); });
    connect(engine, &Engine::historyRead, this,
            [this](quint64 id, const Result<directory::PastPtr> &past) { m_histories.answer(id, past); });
    connect(&m_thread, &sync::EngineThread::ended, this, &EngineSession::ended);
    connect(&m_indexer, &SearchIndexer::changed, this, &Session::searchIndexChanged);
}

void EngineSession::start()
{
    m_thread.start();
}

void EngineSession::lock()
{
    tell([](Engine &engine) { engine.lock(); });
}

void EngineSession::unlock()
{
    tell([](Engine &engine) { engine.start(); });
}

void EngineSession::wipe(bool queueToo)
{
    tell([queueToo](Engine &engine) { engine.wipe(queueToo); });
}

void EngineSession::setPassword(const QString &password)
{
    tell([password](Engine &engine) { engine.setPassword(password); });
}

void EngineSession::setActive(bool active)
{
    tell([active](Engine &engine) { engine.setActive(active); });
}

void EngineSession::end()
{
    if (std::exchange(m_ending, true))
        return;
    m_thread.engine()->disconnect(this);
    m_thread.end();
}

std::optional<int> EngineSession::holderCount(SpaceId space) const
{
    const auto found = m_pulled.holderCounts.constFind(space.uuid());
    return found == m_pulled.holderCounts.cend() ? std::nullopt : std::optional(*found);
}

CommandId EngineSession::submit(Command command)
{
    if (command.id.isNull())
        command.id = CommandId::make(now());
    tell([command](Engine &engine) { engine.submit(command); });
    return command.id;
}

void EngineSession::retry(CommandId id)
{
    tell([id](Engine &engine) { engine.retry(id); });
}

CommandId EngineSession::resubmit(CommandId id, Command command)
{
    command.id = CommandId::make(now());
    tell([id, command](Engine &engine) { engine.resubmit(id, command); });
    return command.id;
}

void EngineSession::discard(CommandId id)
{
    tell([id](Engine &engine) { engine.discard(id); });
}

void EngineSession::syncNow()
{
    tell([](Engine &engine) { engine.syncNow(); });
}

void EngineSession::turnTo(TenantId tenant)
{
    QSet<QUuid> open;
    if (!tenant.isNull())
        open.insert(tenant.uuid());
    tell([open](Engine &engine) { engine.setOpenTenants(open); });
    Session::turnTo(tenant);
}

void EngineSession::ask(sync::Question question, const QJsonObject &arguments, QObject *context, Answer answer)
{
    const quint64 id = m_questions.add(context, std::move(answer));
    tell([id, question, arguments](Engine &engine) { engine.ask(id, question, arguments); });
}

void EngineSession::historyOf(TenantId tenant, QObject *context, PastAnswer answer)
{
    const quint64 id = m_histories.add(context, std::move(answer));
    tell([id, tenant](Engine &engine) { engine.readHistory(id, tenant); });
}

void EngineSession::takeSnapshot(const directory::SnapshotPtr &snapshot, const sync::PullInfo &info)
{
    m_snapshot = snapshot ? snapshot : directory::Snapshot::empty();
    m_pulled = info;
    m_indexer.follow(m_snapshot);
    Q_EMIT snapshotChanged();
}

void EngineSession::takeState(const sync::SyncState &state)
{
    m_state = state;
    if (!state.actor.isNull())
        m_userId = UserId(state.actor);
    Q_EMIT stateChanged();
}

} // namespace tenantry::ui
