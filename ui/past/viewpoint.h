// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/completeness.h"
#include "ui/models/basisreader.h"
#include "ui/models/newestwork.h"
#include "ui/past/pastreader.h"

namespace tenantry::ui {

/// From when a page looks: now, as the session shows it, or a past moment (PRM-6), worked out elsewhere.
/// Pages ask it for the snapshot, its search index and the time by which rights are judged.
class Viewpoint final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Now,
        Waiting, ///< history is read, or the moment worked out
        Then,    ///< the past moment is there
        Failed   ///< see failure()
    };
    enum class Failure { None, Error, BeforeHistory, NeverChanged };

    explicit Viewpoint(Session &session, QObject *parent = nullptr);

    void lookAt(Instant moment);
    /// At what was before this, or what names it, changed for the last time.
    void lookBeforeLastChangeOf(const QUuid &id);
    void lookNow();
    void retry();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isNow() const { return m_state == State::Now; }
    [[nodiscard]] Failure failure() const { return m_failure; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Nothing: now, or not known yet.
    [[nodiscard]] const std::optional<Instant> &moment() const { return m_moment; }
    /// How far history reaches; nothing before it was read.
    [[nodiscard]] std::optional<directory::HistoryMark> mark() const;
    [[nodiscard]] QString refusal() const { return m_reader.refusal(); }
    [[nodiscard]] Session &session() const { return m_session; }

    /// What the server shall complete of what is seen now (PRM-4); nothing, and at a past moment: nothing.
    void complete(const std::optional<access::BasisQuestion> &question);
    /// What it completed; nothing: what is seen is all there is.
    [[nodiscard]] std::optional<access::Completed> completed() const;
    /// How what is seen from here stands to the truth. Of what was given to the actor through others at a
    /// past moment they see a part too.
    [[nodiscard]] access::Completeness completeness() const;
    /// When it said so.
    [[nodiscard]] std::optional<Instant> completedAt() const;

    /// Of then where that is there, else the session's, completed where that was wanted and is there.
    [[nodiscard]] directory::SnapshotPtr snapshot() const;
    [[nodiscard]] directory::SearchIndexPtr searchIndex() const;
    [[nodiscard]] Instant now() const;

Q_SIGNALS:
    /// From now to a past moment or back, or another state on the way; not when the session's snapshot
    /// changes.
    void changed();
    /// The server's answer came or is no more.
    void completedChanged();

private:
    struct Found
    {
        Failure failure = Failure::None;
        std::optional<Error> error;
        Instant moment;
        directory::SnapshotPtr snapshot;
        directory::SearchIndexPtr index;
    };

    void start();
    void work();
    void take(const Found &found);
    void fail(Failure failure, const std::optional<Error> &error = {});
    [[nodiscard]] static Found find(const directory::PastPtr &past, const directory::SearchIndexPtr &index,
                                    const std::optional<Instant> &wanted, const QUuid &beforeChangeOf,
                                    const std::stop_token &stop);

    Session &m_session;
    PastReader m_reader;
    BasisReader m_basis;
    NewestWork m_task;
    State m_state = State::Now;
    Failure m_failure = Failure::None;
    std::optional<Error> m_error;
    std::optional<Instant> m_moment;
    QUuid m_beforeChangeOf; ///< null: m_moment is what was asked for
    directory::SnapshotPtr m_snapshot;
    directory::SearchIndexPtr m_index;
};

} // namespace tenantry::ui
