// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/localstore.h"

#include "core/sync/rowloader.h"

namespace tenantry::sync {

using namespace Qt::StringLiterals;

LocalStore::LocalStore(QString folder, std::shared_ptr<KeySource> keys, AccessGate gate)
    : m_folder(std::move(folder)), m_keys(std::move(keys)), m_gate(std::move(gate))
{
}

LocalStore::~LocalStore() = default;

ReplicaOptions LocalStore::options() const
{
    return {.folder = m_folder, .expected = {}, .notPulledBefore = {}, .gate = m_gate};
}

Result<void> LocalStore::open(const QHash<QUuid, qint64> &expected, std::optional<Instant> notPulledBefore)
{
    close();
    const auto key = m_keys->replicaKey();
    if (!key)
        return tl::unexpected(key.error());
    ReplicaOptions given = options();
    given.expected = expected;
    given.notPulledBefore = notPulledBefore;
    RowLoader loader;
    auto replica = Replica::open(
        given, *key, [&](RowKind kind, const QUuid &, QByteArrayView row) { loader.add(kind, row); });
    if (!replica)
        return tl::unexpected(replica.error());
    return loader.build().map([&](directory::SnapshotPtr snapshot) {
        m_replica = std::move(*replica);
        m_snapshot = std::move(snapshot);
    });
}

void LocalStore::close()
{
    m_replica.reset();
    abandonBuild();
    m_snapshot.reset();
}

Result<Replica *> LocalStore::startBuild()
{
    abandonBuild();
    auto key = m_keys->replicaKey();
    if (!key && (key.error().code == u"keys.none"_s || key.error().code == u"keys.damaged"_s))
        key = m_keys->renewReplicaKey();
    if (!key)
        return tl::unexpected(key.error());
    m_loader = std::make_unique<RowLoader>();
    const auto load = [loader = m_loader.get()](RowKind kind, const QUuid &, QByteArrayView row) {
        loader->add(kind, row);
    };
    return Replica::build(options(), *key, load).map([&](std::unique_ptr<Replica> built) {
        m_building = std::move(built);
        return m_building.get();
    });
}

void LocalStore::abandonBuild()
{
    m_building.reset();
    m_loader.reset();
}

Result<void> LocalStore::install()
{
    m_replica.reset(); // nobody may have the file open that is replaced
    std::unique_ptr<Replica> built = std::move(m_building);
    const std::unique_ptr<RowLoader> loader = std::move(m_loader);
    if (const auto installed = built->install(); !installed)
        return installed;
    m_replica = std::move(built);
    return take(loader->build());
}

Result<bool> LocalStore::endTenants(Instant now)
{
    if (!m_replica)
        return false;
    PullMark mark = m_replica->manifest().mark;
    if (mark.openUntil.removeIf([now](const QHash<QUuid, Instant>::iterator &open) { return open.value() <= now; }) == 0)
        return false;
    mark.scopesDigest.clear(); // the server says again what is held
    const auto isOver = [&](const Scope &scope) {
        return scope.kind == ScopeKind::Tenant && m_replica->manifest().mark.openUntil.contains(scope.id) &&
               !mark.openUntil.contains(scope.id);
    };
    QList<Scope> held = m_replica->heldScopes();
    Result<void> done = m_replica->beginPull();
    for (const Scope &scope : m_replica->scopes())
        if (isOver(scope))
            done = done.and_then([&] { return m_replica->dropScope(scope); });
    held.removeIf(isOver);
    if (!done) {
        m_replica->rollback();
        return tl::unexpected(done.error());
    }
    m_replica->setHeldScopes(held);
    return m_replica->commit(mark).and_then([this] { return follow(); }).map([] { return true; });
}

Result<void> LocalStore::reload()
{
    RowLoader loader;
    return m_replica
        ->forEachRow([&](RowKind kind, const QUuid &, QByteArrayView row) { loader.add(kind, row); })
        .and_then([&] { return take(loader.build()); });
}

Result<void> LocalStore::take(Result<directory::SnapshotPtr> snapshot)
{
    return std::move(snapshot).map([this](directory::SnapshotPtr made) {
        m_snapshot = std::move(made);
        m_behind = false;
    });
}

Result<void> LocalStore::follow()
{
    const auto changes = m_replica->takeChanges();
    if (!changes || !m_snapshot || m_behind)
        return reload();
    m_behind = true;
    directory::Delta delta;
    for (auto change = changes->cbegin(); change != changes->cend(); ++change) {
        const auto &[kind, id] = change.key();
        if (!*change) {
            delta.removed.push_back({RowKind(kind), id});
            continue;
        }
        auto row = directory::parseAnyRow(RowKind(kind), **change);
        if (!row)
            return tl::unexpected(row.error());
        delta.upserted.push_back(std::move(*row));
    }
    return m_snapshot->apply(delta).map([&](directory::SnapshotPtr next) {
        m_snapshot = std::move(next);
        m_behind = false;
    });
}

} // namespace tenantry::sync
