// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/enginethread.h"
#include "ui/session/openquestions.h"
#include "ui/session/searchindexer.h"
#include "ui/session/session.h"

namespace tenantry::ui
{

/// The session of somebody who is signed in: an engine in its own thread, seen from the UI's.
class EngineSession final : public Session
{
    Q_OBJECT
public:
    /// `userId`: null where it isn't known before the first pull.
    EngineSession(sync::EngineOptions options, UserId userId, QObject *parent = nullptr);

    void start();
    /// Frees what was decrypted; unlock() reads it again.
    void lock();
    void unlock();
    /// Removes the replica, and the queue with what was decided and not sent if `queueToo`; wiped() when done.
    void wipe(bool queueToo);
    void setPassword(const QString &password);
    void setActive(bool active);
    /// Signs out; nothing is said any more but ended(). The destructor waits where that has not come yet.
    void end();

    [[nodiscard]] directory::SnapshotPtr snapshot() const override { return m_snapshot; }
    [[nodiscard]] directory::SearchIndexPtr searchIndex() const override { return m_indexer.index(); }
    [[nodiscard]] QList<Scope> heldScopes() const override { return m_pulled.scopes; }
    [[nodiscard]] std::optional<int> holderCount(SpaceId space) const override;
    [[nodiscard]] QList<QueuedCommand> commands() const override { return m_commands; }
    [[nodiscard]] sync::SyncState state() const override { return m_state; }
    [[nodiscard]] Instant now() const override { return m_clock->now(); }
    [[nodiscard]] UserId userId() const override { return m_userId; }

    CommandId submit(Command command) override;
    void retry(CommandId id) override;
    CommandId resubmit(CommandId id, Command command) override;
    void discard(CommandId id) override;
    void syncNow() override;
    void turnTo(TenantId tenant) override;
    void ask(sync::Question question, const QJsonObject &arguments, QObject *context, Answer answer) override;
    void historyOf(TenantId tenant, QObject *context, PastAnswer answer) override;

Q_SIGNALS:
    /// The keys of the local stores can't be had: unlock() when they can.
    void keysNeeded(const tenantry::Error &error);
    /// Nothing: all of it is gone; else "wipe.files_left" (System).
    void wiped(const std::optional<tenantry::Error> &left);
    /// Every file is closed: the profile can be opened by somebody else.
    void ended();

private:
    void takeSnapshot(const directory::SnapshotPtr &snapshot, const sync::PullInfo &info);
    void takeState(const sync::SyncState &state);
    template <class Function>
    void tell(Function function);

    sync::EngineThread m_thread;
    bool m_ending = false;
    std::shared_ptr<const sync::TrustedClock> m_clock;
    SearchIndexer m_indexer;
    OpenQuestions<QJsonValue> m_questions;
    OpenQuestions<directory::PastPtr> m_histories;
    directory::SnapshotPtr m_snapshot;
    sync::PullInfo m_pulled;
    QList<QueuedCommand> m_commands;
    sync::SyncState m_state;
    UserId m_userId;
};

} // namespace tenantry::ui
