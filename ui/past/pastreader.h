// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <memory>
#include <optional>

namespace tenantry::ui {

/// The history of the tenant that pages show, or as much of it as the actor sees, read when it is asked for
/// (PRM-6) and let go of when the console is locked, another tenant is turned to, or the actor may not see it
/// any more.
class PastReader final : public QObject
{
    Q_OBJECT
public:
    explicit PastReader(Session &session, QObject *parent = nullptr);

    /// Why the actor can't look at the past; empty: they can.
    [[nodiscard]] QString refusal() const;
    /// Whether they see all of the tenant, so that its past is all there was.
    [[nodiscard]] bool seesAll() const;
    /// Reads it, or what came since. What was read stays until the new one is there.
    void read();
    /// Ends the reading and forgets what was read.
    void release();

    /// Null: nothing was read.
    [[nodiscard]] const directory::PastPtr &past() const { return m_past; }
    [[nodiscard]] bool isReading() const { return m_asking != nullptr; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] Session &session() const { return m_session; }

Q_SIGNALS:
    /// It was read, or that failed.
    void readingEnded();
    /// Nothing of it may be shown any more.
    void lost();

private:
    void take(const Result<directory::PastPtr> &answer);
    void lose();
    void followSnapshot();
    [[nodiscard]] bool seesOthers() const;

    Session &m_session;
    directory::PastPtr m_past;
    std::optional<Error> m_error;
    std::unique_ptr<QObject> m_asking; ///< whoever waits for the answer
    directory::SnapshotPtr m_today;    ///< who was to be seen when it was read
    QSet<Scope> m_held;                ///< and by which scopes
};

} // namespace tenantry::ui
