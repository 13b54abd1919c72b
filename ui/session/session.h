// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/past.h"
#include "core/directory/searchindex.h"
#include "core/directory/snapshot.h"
#include "core/domain/declarations.h"
#include "core/domain/rules.h"
#include "core/replica/queuedcommand.h"
#include "core/sync/question.h"
#include "core/sync/syncstate.h"

#include <QObject>

#include <functional>

namespace tenantry::ui
{

class BreakGlassWatch;

/// What pages work with: what the actor may see, what they have asked for and where their commands go. Lives in the UI's
/// thread; nothing here blocks. A page asks again when told that something changed; it never keeps what it was given.
class Session : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Never null: empty while locked or before the first pull.
    [[nodiscard]] virtual directory::SnapshotPtr snapshot() const = 0;
    /// Made beside the snapshot, so it may be of the one before, or null at first.
    [[nodiscard]] virtual directory::SearchIndexPtr searchIndex() const = 0;
    /// Scopes of the last pull (access::Completeness).
    [[nodiscard]] virtual QList<Scope> heldScopes() const = 0;
    /// How many hold a grant on the space or in it, as the server counted with the last pull (MEM-8); nothing where it
    /// doesn't say: to outsiders, and where the actor sees them all.
    [[nodiscard]] virtual std::optional<int> holderCount(SpaceId space) const = 0;
    /// All commands that the queue keeps, oldest first: an overlay on the snapshot.
    [[nodiscard]] virtual QList<QueuedCommand> commands() const = 0;
    [[nodiscard]] virtual sync::SyncState state() const = 0;
    /// The time by which rights are judged.
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual UserId userId() const = 0;

    /// Queues a command; gives it its ID and context. What happened comes with commandsChanged() or submitFailed().
    virtual CommandId submit(Command command) = 0;
    virtual void retry(CommandId id) = 0;
    /// `command` takes the place of one that needs attention (INB-6).
    virtual CommandId resubmit(CommandId id, Command command) = 0;
    virtual void discard(CommandId id) = 0;
    virtual void syncNow() = 0;

    /// Asks the server something that is no command. `answer` is called later in this thread, once: with an error of class
    /// Network where there is no connection, when the time is over, and when the console is locked. Never after the end of
    /// `context`: whoever doesn't want the answer any more deletes it.
    using Answer = std::function<void(const Result<QJsonValue> &)>;
    virtual void ask(sync::Question question, const QJsonObject &arguments, QObject *context, Answer answer) = 0;

    /// Reads the tenant's history and lays it over today's snapshot (PRM-6); takes seconds the first time. Called back as with
    /// ask(). Without a connection it is what was read before (its mark says up to when), or the error "history.none". What
    /// comes back holds names: let go of it when the console is locked.
    using PastAnswer = std::function<void(const Result<directory::PastPtr> &)>;
    virtual void historyOf(TenantId tenant, QObject *context, PastAnswer answer) = 0;

    /// The tenant that the platform team has turned to, null: none; everybody else's own. Pages show that one.
    [[nodiscard]] TenantId currentTenant() const;
    /// Only whoever acts for the platform may turn; what is there of the tenant before goes with the next pull.
    virtual void turnTo(TenantId tenant);

    /// Which tenants are open for maintenance (TEN-13): one watch for everything that shows it.
    [[nodiscard]] BreakGlassWatch &breakGlass();

    /// Whether the person has a password here that can be changed: the demo's personas and those whom the server knows
    /// otherwise have none.
    [[nodiscard]] bool hasPassword() const { return m_hasPassword; }
    void setHasPassword(bool hasPassword) { m_hasPassword = hasPassword; }

    /// Who acts, from the rows of the snapshot.
    [[nodiscard]] ActorView actor() const;
    [[nodiscard]] const RuleSet &rules() const { return m_rules; }
    [[nodiscard]] const Declarations &declarations() const { return m_declarations; }
    /// The sentence why the actor can't give this command in that tenant (null: the platform); empty: they can, as far as
    /// the client knows. For buttons that say why they are disabled.
    [[nodiscard]] QString refusal(const QString &kind, TenantId tenant) const;

Q_SIGNALS:
    void snapshotChanged();
    void searchIndexChanged();
    void currentTenantChanged();
    void commandsChanged();
    void stateChanged();
    void submitFailed(tenantry::CommandId id, const tenantry::Error &error);
    /// The server took another password of the person's: what signs in again needs it.
    void passwordChanged(const QString &password);

private:
    bool m_hasPassword = true;
    const RuleSet m_rules = RuleSet::builtIn();
    const Declarations m_declarations = Declarations::builtIn();
    TenantId m_chosenTenant;
    BreakGlassWatch *m_breakGlass = nullptr; ///< once somebody wanted it
};

} // namespace tenantry::ui
