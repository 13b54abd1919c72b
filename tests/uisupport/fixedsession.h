// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/world.h"
#include "ui/session/session.h"

namespace tenantry::test
{

/// A session without a server: pages in tests and the gallery run on it. What is submitted stays queued; tests say what the
/// server would answer.
class FixedSession final : public ui::Session
{
    Q_OBJECT
public:
    /// As if this persona ("tenant_administrator" …) had pulled everything of the demo's world.
    explicit FixedSession(const QString &persona, const demo::Size &size = {}, QObject *parent = nullptr);

    [[nodiscard]] directory::SnapshotPtr snapshot() const override { return m_snapshot; }
    [[nodiscard]] directory::SearchIndexPtr searchIndex() const override { return m_searchIndex; }
    [[nodiscard]] QList<Scope> heldScopes() const override { return m_heldScopes; }
    [[nodiscard]] std::optional<int> holderCount(SpaceId space) const override;
    [[nodiscard]] QList<QueuedCommand> commands() const override { return m_commands; }
    [[nodiscard]] sync::SyncState state() const override { return m_state; }
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] UserId userId() const override { return m_userId; }

    CommandId submit(tenantry::Command command) override;
    void retry(CommandId id) override;
    CommandId resubmit(CommandId id, tenantry::Command command) override;
    void discard(CommandId id) override;
    void syncNow() override {}
    /// While the state says online: what setAnswer() says; else, and where it says nothing, as without a connection.
    void ask(sync::Question question, const QJsonObject &arguments, QObject *context, Answer answer) override;
    /// What setHistory() gave; else as where nothing was ever read.
    void historyOf(TenantId tenant, QObject *context, PastAnswer answer) override;

    // What tests and scenes set
    void apply(const directory::Delta &delta);
    /// index: of the snapshot, where it was made beforehand, as a console does on a thread of its own.
    void setSnapshot(const directory::SnapshotPtr &snapshot, const directory::SearchIndexPtr &index = {});
    void setState(const sync::SyncState &state);
    void setHeldScopes(const QList<Scope> &scopes) { m_heldScopes = scopes; }
    void setNow(Instant now) { m_now = now; }
    void setUser(UserId user) { m_userId = user; }
    void setHolderCount(SpaceId space, int count) { m_holderCounts.insert(space, count); }
    using Answerer = std::function<Result<QJsonValue>(const QJsonObject &arguments)>;
    void setAnswer(sync::Question question, Answerer answerer) { m_answerers[question] = std::move(answerer); }
    void setHistory(TenantId tenant, const directory::PastPtr &past) { m_histories.insert(tenant, past); }
    /// Questions for history stay without an answer.
    void holdHistory(bool held) { m_historyHeld = held; }
    /// From now on the queue can't be written: what is submitted fails, a moment later as from the engine. Nothing: it can again.
    void failSubmits(const std::optional<Error> &error) { m_submitError = error; }
    /// The server's answer to a queued command: done, or refused with these errors.
    void answer(CommandId id, const QList<Error> &errors = {}, const QJsonObject &result = {});
    [[nodiscard]] const demo::World &world() const { return m_world; }
    [[nodiscard]] static Instant fixedNow();

private:
    QueuedCommand *find(CommandId id);
    void countCommands();

    demo::World m_world;
    directory::SnapshotPtr m_snapshot;
    directory::SearchIndexPtr m_searchIndex;
    QList<Scope> m_heldScopes;
    QHash<SpaceId, int> m_holderCounts;
    QList<QueuedCommand> m_commands;
    QHash<sync::Question, Answerer> m_answerers;
    QHash<TenantId, directory::PastPtr> m_histories;
    bool m_historyHeld = false;
    std::optional<Error> m_submitError;
    sync::SyncState m_state;
    Instant m_now;
    UserId m_userId;
};

/// Pending tenant applications of the world's people (and two decided ones), with their events, at different ages.
[[nodiscard]] directory::Delta someApplications(const demo::World &world, Instant now);

/// What the session's person was told: three not read yet, four read; of different kinds and ages.
[[nodiscard]] directory::Delta someNotifications(const FixedSession &session);

} // namespace tenantry::test
