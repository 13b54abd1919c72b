// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"

#include "core/server/failure.h"

namespace tenantry::test
{

using namespace Qt::StringLiterals;

namespace
{

directory::SnapshotPtr snapshotOf(const demo::World &world, const directory::Delta &more)
{
    directory::SnapshotBuilder builder;
    const auto addAll = [&builder](const auto &rows) {
        for (const auto &row : rows)
            builder.add(row);
    };
    addAll(world.tenants);
    addAll(world.users);
    addAll(world.userPrivates);
    addAll(world.organizations);
    addAll(world.memberships);
    addAll(world.groups);
    addAll(world.groupMembers);
    addAll(world.spaces);
    addAll(world.resources);
    addAll(world.grants);
    addAll(world.outsiders);
    addAll(world.roleAssignments);
    addAll(more.upserted);
    return builder.build().value();
}

} // namespace

Instant FixedSession::fixedNow()
{
    return parseIso8601(u"2026-01-30T08:02:00Z"_s).value();
}

FixedSession::FixedSession(const QString &persona, const demo::Size &size, QObject *parent)
    : Session(parent), m_world(demo::makeWorld(size, demo::inventedInstallation(fixedNow()), fixedNow())), m_now(fixedNow())
{
    m_snapshot = snapshotOf(m_world, someApplications(m_world, m_now));
    m_searchIndex = directory::SearchIndex::make(m_snapshot);
    for (const demo::Persona &p : m_world.personas)
        if (p.key == persona)
            m_userId = p.userId;
    // The platform team has the inside of a tenant only while it has it open (TEN-13).
    const auto kinds = persona == u"system_administrator" ? QList{ScopeKind::People, ScopeKind::Chart} : QList{ScopeKind::Tenant};
    for (const TenantRow &tenant : m_world.tenants)
        for (const ScopeKind kind : kinds)
            m_heldScopes.append({kind, tenant.id.uuid(), tenant.id.uuid()});
    m_state.online = true;
    m_state.store = sync::StoreState::Open;
    m_state.lastSync = m_now - std::chrono::minutes(1);
    m_state.server = u"Embedded demo"_s;
    m_state.actor = m_userId.uuid();
}

std::optional<int> FixedSession::holderCount(SpaceId space) const
{
    const auto found = m_holderCounts.constFind(space);
    return found == m_holderCounts.cend() ? std::nullopt : std::optional(*found);
}

CommandId FixedSession::submit(Command command)
{
    if (command.id.isNull())
        command.id = CommandId::make(m_now);
    if (m_submitError) {
        QMetaObject::invokeMethod(
            this, [this, id = command.id, error = *m_submitError] { Q_EMIT submitFailed(id, error); }, Qt::QueuedConnection);
        return command.id;
    }
    QueuedCommand queued;
    queued.command = command;
    queued.decidedAt = m_now;
    queued.offline = !m_state.online;
    m_commands.append(queued);
    countCommands();
    return command.id;
}

void FixedSession::retry(CommandId id)
{
    if (QueuedCommand *command = find(id))
        command->state = CommandState::Queued;
    countCommands();
}

CommandId FixedSession::resubmit(CommandId id, Command command)
{
    const CommandId made = submit(std::move(command));
    if (m_submitError)
        return made;
    if (QueuedCommand *old = find(id)) {
        old->state = CommandState::Discarded;
        old->replacedBy = made;
    }
    countCommands();
    return made;
}

void FixedSession::discard(CommandId id)
{
    if (QueuedCommand *command = find(id))
        command->state = CommandState::Discarded;
    countCommands();
}

void FixedSession::ask(sync::Question question, const QJsonObject &arguments, QObject *context, Answer answer)
{
    const Answerer answerer = m_state.online ? m_answerers.value(question) : Answerer();
    const Result<QJsonValue> given =
        answerer ? answerer(arguments) : Result<QJsonValue>(tl::unexpected(server::serverError(server::FailureKind::Unreachable)));
    QMetaObject::invokeMethod(context, [answer = std::move(answer), given] { answer(given); }, Qt::QueuedConnection);
}

void FixedSession::historyOf(TenantId tenant, QObject *context, PastAnswer answer)
{
    if (m_historyHeld)
        return;
    const directory::PastPtr past = m_histories.value(tenant);
    const Result<directory::PastPtr> given =
        past ? Result<directory::PastPtr>(past) : Result<directory::PastPtr>(failure(ErrorClass::Data, QStringLiteral("history.none")));
    QMetaObject::invokeMethod(context, [answer = std::move(answer), given] { answer(given); }, Qt::QueuedConnection);
}

void FixedSession::answer(CommandId id, const QList<Error> &errors, const QJsonObject &result)
{
    QueuedCommand *command = find(id);
    Q_ASSERT(command);
    command->state = errors.isEmpty() ? CommandState::Done : CommandState::NeedsAttention;
    command->errors = errors;
    command->answer = {{u"result"_s, result}};
    command->answeredAt = m_now;
    countCommands();
}

void FixedSession::apply(const directory::Delta &delta)
{
    setSnapshot(m_snapshot->apply(delta).value());
}

void FixedSession::setSnapshot(const directory::SnapshotPtr &snapshot, const directory::SearchIndexPtr &index)
{
    m_snapshot = snapshot;
    m_searchIndex = index ? index : m_searchIndex->next(snapshot);
    Q_EMIT snapshotChanged();
    Q_EMIT searchIndexChanged();
}

void FixedSession::setState(const sync::SyncState &state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

QueuedCommand *FixedSession::find(CommandId id)
{
    for (QueuedCommand &command : m_commands)
        if (command.id() == id)
            return &command;
    return nullptr;
}

void FixedSession::countCommands()
{
    m_state.queued = m_state.needsAttention = 0;
    for (const QueuedCommand &command : m_commands) {
        m_state.queued += command.state == CommandState::Queued || command.state == CommandState::Sending;
        m_state.needsAttention += command.state == CommandState::NeedsAttention;
    }
    Q_EMIT commandsChanged();
    Q_EMIT stateChanged();
}

} // namespace tenantry::test
