// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui {

/// Gives the command of a form and says what became of it, so that the form stays open with what was typed
/// until that is safe (ERR-2).
class CommandFollower final : public QObject
{
    Q_OBJECT
public:
    explicit CommandFollower(Session &session, QObject *parent = nullptr);

    void submit(const Command &command);
    /// Cancels it, also while the server is at it: refused() without errors, or settled() where it was done before.
    void withdraw();
    /// Between submit() and what came of it.
    [[nodiscard]] bool isBusy() const { return !m_command.id.isNull(); }

Q_SIGNALS:
    /// Done, or kept in the queue while there is no connection. `command` has its ID.
    void settled(const tenantry::Command &command);
    /// Refused, and let go of: what was typed can be mended and given anew. Without errors: somebody
    /// discarded it.
    void refused(const QList<tenantry::Error> &errors);
    /// Somebody changed the same thing meanwhile: it needs attention, and both versions can be laid side by
    /// side (INB-6).
    void conflicted(tenantry::CommandId id);

private:
    void follow();
    void follow(const QueuedCommand &queued);

    Session &m_session;
    Command m_command; ///< on its way; without an ID: none
};

} // namespace tenantry::ui
