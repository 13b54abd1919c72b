// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/exchange.h"

#include "core/server/failure.h"

namespace tenantry::sync {

using namespace Qt::StringLiterals;

Exchange::Exchange(QString folder, std::shared_ptr<KeySource> keys, std::shared_ptr<const Clock> local,
                   server::ConnectionOptions connection, Connect connect, AccessGate gate)
    : m_folder(folder), m_local(std::move(local)), m_connection(std::move(connection)),
      m_connect(connect ? std::move(connect) : Connect(&Wire::connect)), m_store(folder, keys, gate),
      m_history(std::move(folder), std::move(keys), std::move(gate))
{
}

Pulled Exchange::present(const PullReport &report, Result<void> followed) const
{
    Pulled pulled{.report = report,
                  .followed = std::move(followed),
                  .snapshot = m_store.snapshot(),
                  .scopes = {},
                  .replica = {},
                  .serial = 0};
    const Replica *replica =
        report.kind == PullReport::Kind::Built && m_store.built() ? m_store.built() : m_store.replica();
    if (replica) {
        pulled.scopes = replica->scopes();
        pulled.replica = replica->id();
        pulled.serial = replica->manifest().serial;
    }
    return pulled;
}

Result<Pulled> Exchange::openStore(const QHash<QUuid, qint64> &expected,
                                   std::optional<Instant> notPulledBefore, Instant now)
{
    return m_store.open(expected, notPulledBefore).and_then([&]() -> Result<Pulled> {
        return endTenants(std::max(now, m_store.replica()->manifest().mark.serverTime));
    });
}

QSet<QUuid> Exchange::tenants() const
{
    QSet<QUuid> tenants;
    if (m_store.replica())
        for (const Scope &scope : m_store.replica()->scopes())
            if (scope.kind == ScopeKind::Tenant)
                tenants.insert(scope.id);
    return tenants;
}

void Exchange::dropHistories(const QSet<QUuid> &before)
{
    for (const QUuid &tenant : before - tenants())
        m_history.drop(TenantId(tenant));
}

Result<Pulled> Exchange::endTenants(Instant now)
{
    const QSet<QUuid> before = tenants();
    return m_store.endTenants(now).map([&](bool ended) {
        dropHistories(before);
        return present({ended ? PullReport::Kind::Changed : PullReport::Kind::Unchanged, m_store.replica()->manifest().mark}, {});
    });
}

Result<Pulled> Exchange::pull(PullRequest request)
{
    const auto open = wire();
    if (!open)
        return tl::unexpected(open.error());
    m_rowsPulled = 0;
    const QSet<QUuid> before = tenants();
    request.progress = [this](qint64 rows) {
        m_rowsPulled = rows;
        return !m_stopped;
    };
    const auto report = Puller(**open, m_store, *m_local).pull(request);
    m_rowsPulled = 0;
    if (!report)
        return tl::unexpected(report.error());
    m_identified = true;
    if (report->kind == PullReport::Kind::Changed)
        dropHistories(before);
    return present(*report, report->kind == PullReport::Kind::Changed ? m_store.follow() : Result<void>());
}

Result<Pulled> Exchange::install()
{
    return m_store.install().map([&] {
        return present({PullReport::Kind::Changed, m_store.replica()->manifest().mark}, {});
    });
}

Result<PushOutcome> Exchange::push(const Command &command)
{
    return identifiedWire().and_then([&](Wire *open) { return Pusher(*open).push(command); });
}

Result<QSet<CommandId>> Exchange::known(const QList<CommandId> &ids)
{
    return identifiedWire().and_then([&](Wire *open) { return Pusher(*open).known(ids); });
}

Result<QJsonValue> Exchange::ask(Question question, const QJsonObject &arguments)
{
    return wire().and_then([&](Wire *open) { return askServer(*open, question, arguments); });
}

Result<directory::PastPtr> Exchange::history(const TenantId &tenant, bool online)
{
    const directory::SnapshotPtr today = m_store.snapshot();
    if (!today)
        return failure(ErrorClass::Network, u"sync.stopped"_s);
    const auto read =
        online ? identifiedWire().and_then([&](Wire *open) { return m_history.read(*open, tenant); })
               : localHistory(tenant);
    if (read)
        return directory::Past::create(*read, today);
    if (!online || read.error().errorClass != ErrorClass::Network || m_stopped)
        return tl::unexpected(read.error());
    if (const auto local = localHistory(tenant))
        return directory::Past::create(*local, today);
    return tl::unexpected(read.error());
}

// Without a connection too, who doesn't see something today doesn't see its past (PRM-6).
Result<directory::HistoryPtr> Exchange::localHistory(const TenantId &tenant)
{
    auto local = m_history.local(tenant);
    if (!local)
        return local;
    const directory::HistoryMark &mark = (*local)->mark();
    if (mark.isPart() ? mark.scopes == m_store.replica()->manifest().mark.scopesDigest
                      : m_store.replica()->scopes().contains(Scope{ScopeKind::Tenant, tenant.uuid(), {}}))
        return local;
    m_history.drop(tenant);
    return failure(ErrorClass::Data, u"history.none"_s);
}

void Exchange::setPassword(const QString &password)
{
    m_connection.password = password;
    disconnect();
}

bool Exchange::removeReplica()
{
    closeStore();
    const QString path = m_folder + u'/' + Replica::fileName();
    const bool historyRemoved = m_history.remove();
    return SqliteFile::remove(path) && SqliteFile::remove(path + u".building"_s) && historyRemoved;
}

void Exchange::stop()
{
    m_stopped = true;
    cancelStatement(); // the server shouldn't work on for nobody
    cut();
}

void Exchange::cut()
{
    const std::lock_guard guard(m_handleGuard);
    if (m_handle.cut)
        m_handle.cut();
}

void Exchange::cancelStatement()
{
    const std::lock_guard guard(m_handleGuard);
    if (m_handle.cancel)
        m_handle.cancel();
}

Result<Wire *> Exchange::wire()
{
    if (m_stopped)
        return failure(ErrorClass::Network, u"sync.stopped"_s);
    if (m_wire && m_wire->isOpen())
        return m_wire.get();
    setWire({});
    return m_connect(m_connection).map([&](std::unique_ptr<Wire> made) {
        setWire(watched(std::move(made), m_pulse));
        return m_wire.get();
    });
}

Result<Wire *> Exchange::identifiedWire()
{
    return wire().and_then([this](Wire *open) -> Result<Wire *> {
        if (!m_identified)
            return tl::unexpected(server::serverError(server::FailureKind::ConnectionLost));
        return open;
    });
}

void Exchange::setWire(std::unique_ptr<Wire> wire)
{
    const std::lock_guard guard(m_handleGuard);
    m_wire = std::move(wire);
    m_identified = false;
    m_handle = m_wire ? m_wire->handle() : Wire::Handle();
}

} // namespace tenantry::sync
