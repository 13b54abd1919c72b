// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/syncview.h"

#include "core/domain/messages.h"
#include "ui/pages/profile/contactmask.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenantry::console::SyncView)
};

// A worker looks in every second; this long without one is no accident.
constexpr std::chrono::seconds workerPatience{90};

QDateTime dateTime(const std::optional<Instant> &time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(toMicroseconds(*time) / 1000) : QDateTime();
}

ui::SyncStatus::Connection connectionOf(const sync::SyncState &state)
{
    if (state.online)
        return ui::SyncStatus::Connection::Online;
    return state.offlineSince || state.lastError ? ui::SyncStatus::Connection::Offline : ui::SyncStatus::Connection::Starting;
}

QString roleOf(const ActorView &actor)
{
    if (actor.systemAdministrator)
        return Words::tr("System administrator");
    return actor.administers.isNull() ? Words::tr("Member") : Words::tr("Tenant administrator");
}

} // namespace

ui::SyncStatus syncStatusOf(const ui::Session &session, const QString &userName, const QString &transport)
{
    const sync::SyncState state = session.state();
    ui::SyncStatus status;
    status.connection = connectionOf(state);
    status.busy = state.busy;
    status.lastSync = dateTime(state.lastSync);
    status.offlineSince = dateTime(state.offlineSince);
    status.nextAttempt = dateTime(state.nextAttempt);
    status.queued = state.queued;
    status.needsAttention = state.needsAttention;
    status.server = state.server;
    status.user = userName;
    status.transport = transport;
    status.signInNeeded = state.signInNeeded;
    status.workerMissing = state.online && (!state.workerSeen || session.now() - *state.workerSeen > workerPatience);
    if (state.lastError)
        status.problems.append(sentence(*state.lastError));
    for (const Error &warning : state.warnings)
        status.problems.append(sentence(warning));
    return status;
}

ui::AccountView accountOf(const ui::Session &session, const QString &nameUntilKnown)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const ActorView actor = session.actor();
    ui::AccountView account;
    account.id = actor.userId.toString();
    account.name = nameUntilKnown;
    if (const auto index = snapshot->findUser(actor.userId); index.isValid() && snapshot->user(index).isKnown()) {
        account.name = snapshot->user(index).name();
        account.email = ui::profile::maskedEmail(snapshot->user(index).email()); // ACC-7
        account.role = roleOf(actor);
    }
    if (const TenantRow *tenant = snapshot->tenant(actor.tenantId))
        account.tenant = tenant->name;
    return account;
}

} // namespace tenantry::console
