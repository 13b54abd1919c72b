// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/puller.h"

#include "core/server/failure.h"
#include "core/server/schemafiles.h"
#include "core/sync/pagesplit.h"
#include "core/sync/scopeselection.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tenantry::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostBeginnings = 3; ///< anew, within one pull

auto malformed()
{
    return failure(ErrorClass::System, u"sync.malformed"_s);
}

auto stopped()
{
    return failure(ErrorClass::Network, u"sync.stopped"_s);
}

int newestStep()
{
    const auto files = server::SchemaFiles::embedded();
    return files.steps.isEmpty() ? 0 : files.steps.constLast().number;
}

int knownSchema()
{
    static const int newest = newestStep(); // immutable, compiled in; every pull asks
    return newest;
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(text);
}

std::optional<Instant> toInstant(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(fromMicroseconds(value.toInteger())) : std::nullopt;
}

QString identityPart(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString::number(value.toInteger());
}

Scope scopeFrom(const QJsonValue &value)
{
    return {ScopeKind(value[u"k"_s].toInt()), QUuid::fromString(value[u"id"_s].toString()),
            QUuid::fromString(value[u"t"_s].toString())};
}

QJsonObject merged(QJsonObject counts, const QJsonObject &changed)
{
    for (auto count = changed.begin(); count != changed.end(); ++count)
        counts.insert(count.key(), count.value());
    return counts;
}

} // namespace

// What api.pull_begin answered.
struct Puller::Begun
{
    bool full = false;
    std::optional<QList<Scope>> scopes; // nothing: as known
    PullMark mark;
};

Result<PullReport> Puller::pull(const PullRequest &request)
{
    Result<PullReport> report = pullOnce(request);
    // Between begin() and its pages a right may end: an expiry, a move. That refuses the page, not the person.
    for (int again = 0; again < mostBeginnings && !report && m_begun && server::sqlState(report.error()) == u"TY403"_s &&
                        m_wire.isOpen();
         ++again)
        report = pullOnce(request);
    return report;
}

Result<PullReport> Puller::pullOnce(const PullRequest &request)
{
    m_target = nullptr;
    m_begun = m_building = m_touched = false;
    m_rows = 0;
    if (const auto begun = m_wire.exec(u"begin isolation level repeatable read read only"_s); !begun)
        return tl::unexpected(begun.error());
    auto report = pullWithin(request);
    if (!report) {
        undo();
        if (m_wire.isOpen())
            static_cast<void>(m_wire.exec(u"rollback"_s)); // a failure shows itself with the next statement
    }
    return report;
}

void Puller::undo()
{
    if (m_building)
        m_store.abandonBuild();
    else if (m_touched)
        m_target->rollback();
}

Result<Puller::Begun> Puller::begin()
{
    const Replica *present = m_store.replica();
    const PullMark known = present ? present->manifest().mark : PullMark();
    const auto answer =
        m_wire.exec(u"select api.pull_begin(?, ?)"_s, {textOrNull(known.cursor), known.scopesDigest});
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonObject json = QJsonDocument::fromJson(answer->value().toString().toUtf8()).object();
    Begun begun;
    begun.full = !present || json[u"full"_s].toBool();
    if (json[u"scopes"_s].isArray()) {
        begun.scopes.emplace();
        for (const QJsonValue &scope : json[u"scopes"_s].toArray())
            begun.scopes->append(scopeFrom(scope));
    }
    PullMark &mark = begun.mark;
    mark.cursor = json[u"cursor"_s].toString();
    mark.scopesDigest = json[u"digest"_s].toString();
    const QJsonObject identity = json[u"identity"_s].toObject();
    mark.identity = {identity[u"generation"_s].toString(), identityPart(identity[u"system"_s]),
                     identityPart(identity[u"timeline"_s])};
    mark.schema = json[u"schema"_s].toInt();
    mark.serverTime = fromMicroseconds(json[u"time"_s].toInteger());
    mark.clockOffset = mark.serverTime - m_local.now();
    mark.sealedUpTo = toInstant(json[u"sealed_up_to"_s]);
    mark.workerSeen = toInstant(json[u"worker_seen"_s]);
    mark.actor = QUuid::fromString(json[u"actor"_s].toString());
    mark.counts = json[u"counts"_s].toObject();
    mark.openUntil = timesFrom(json[u"open_until"_s].toObject());
    if (!begun.scopes && !begun.full)
        mark.counts = merged(known.counts, mark.counts);
    if (mark.cursor.isEmpty() || mark.actor.isNull() || (begun.full && !begun.scopes))
        return malformed();
    if (mark.schema > knownSchema())
        return failure(ErrorClass::Data, u"schema.newer"_s, {{u"schema"_s, mark.schema}});
    return begun;
}

Result<PullReport> Puller::pullWithin(const PullRequest &request)
{
    auto begun = begin();
    if (!begun)
        return tl::unexpected(begun.error());
    m_begun = true;
    begun->mark.queueSerial = request.queueSerial;
    const FeedIdentity &identity = begun->mark.identity;
    if (const qint64 highest = request.timelines.value(identity.server());
        identity.timeline.toLongLong() < highest)
        return failure(ErrorClass::Network, u"server.older_timeline"_s,
                       {{u"timeline"_s, identity.timeline}, {u"highest"_s, highest}});
    const Replica *present = m_store.replica();
    if (present && present->manifest().mark.identity != begun->mark.identity && !request.mayChangeIdentity) {
        static_cast<void>(m_wire.exec(u"rollback"_s));
        return PullReport{PullReport::Kind::IdentityChanged, begun->mark};
    }
    const QList<Scope> held = begun->scopes ? *begun->scopes : present->heldScopes();
    return chooseTarget(*begun)
        .and_then([&] { return pullRows(*begun, wantedScopes(held, request.openTenants), request); })
        .and_then([&]() -> Result<void> {
            if (begun->scopes && (m_building || present->heldScopes() != held))
                return touch().map([&] { m_target->setHeldScopes(held); });
            return {};
        })
        .and_then([&] { return finish(*begun, request); });
}

Result<void> Puller::chooseTarget(const Begun &begun)
{
    if (!begun.full) {
        m_target = m_store.replica();
        return {};
    }
    m_building = true; // from now on undo() clears it away
    return m_store.startBuild().map([&](Replica *built) { m_target = built; });
}

// Before the first change to the target; a poll that brings nothing opens no transaction.
Result<void> Puller::touch()
{
    if (m_touched || m_building)
        return {};
    m_touched = true;
    return m_target->beginPull();
}

Result<void> Puller::pullRows(const Begun &begun, const QList<Scope> &wanted, const PullRequest &request)
{
    const QList<Scope> pulled = m_target->scopes();
    const QSet<Scope> known(pulled.begin(), pulled.end());
    const QSet<Scope> kept(wanted.begin(), wanted.end());
    for (const Scope &scope : pulled) {
        if (kept.contains(scope))
            continue;
        const auto dropped = touch().and_then([&] { return m_target->dropScope(scope); });
        if (!dropped)
            return dropped;
    }
    QHash<Scope, bool> together; // true: new
    for (const Scope &scope : wanted) {
        const bool isNew = !known.contains(scope);
        if (isNew) {
            if (const auto touched = touch(); !touched)
                return touched;
            m_target->addScope(scope);
        }
        if (isNew && comesInPages(scope.kind)) {
            if (const auto paged = pullPages(scope, request); !paged)
                return paged;
        } else {
            together.insert(scope, isNew);
        }
    }
    return pullChanges(begun, together, request);
}

Result<void> Puller::pullPages(const Scope &scope, const PullRequest &request)
{
    for (const RowKind kind : kindsOf(scope.kind)) {
        Result<void> taken;
        const auto streamed =
            m_wire.stream(u"select api.pull_scope(?::smallint, ?::smallint, ?::uuid)"_s,
                          {int(kind), int(scope.kind), scope.id.toString(QUuid::WithoutBraces)},
                          [&](const QSqlQuery &page) {
                              splitPage(page.value(0).toString().toUtf8(), [&](QByteArrayView row) {
                                  ++m_rows;
                                  const QUuid id = idOfRow(row);
                                  taken = id.isNull() ? malformed() : m_target->put(scope, kind, id, row);
                                  return taken.has_value();
                              });
                              if (taken && !goesOn(request))
                                  taken = stopped();
                              return taken.has_value();
                          });
        if (!taken || !streamed)
            return taken ? tl::unexpected(streamed.error()) : taken;
    }
    return {};
}

Result<void> Puller::pullChanges(const Begun &begun, const QHash<Scope, bool> &wanted,
                                 const PullRequest &request)
{
    QJsonArray list;
    for (auto scope = wanted.cbegin(); scope != wanted.cend(); ++scope) {
        QJsonObject entry{{u"k"_s, int(scope.key().kind)},
                          {u"id"_s, scope.key().id.toString(QUuid::WithoutBraces)}};
        if (*scope)
            entry.insert(u"new"_s, true);
        list.append(entry);
    }
    const QString cursor = begun.full ? QString() : m_store.replica()->manifest().mark.cursor;
    const QString scopes = QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
    Result<void> taken;
    const auto streamed =
        m_wire.stream(u"select (r).* from (select api.pull_changes(?, ?::jsonb) as r) as x"_s,
                      {textOrNull(cursor), scopes}, [&](const QSqlQuery &row) {
                          taken = takeChange(row);
                          if (taken && ++m_rows % 500 == 0 && !goesOn(request))
                              taken = stopped();
                          return taken.has_value();
                      });
    if (!taken || !streamed)
        return taken ? tl::unexpected(streamed.error()) : taken;
    return {};
}

Result<void> Puller::takeChange(const QSqlQuery &row)
{
    const Scope scope{ScopeKind(row.value(0).toInt()), QUuid::fromString(row.value(1).toString()), {}};
    const int kind = row.value(2).toInt();
    const QUuid id = QUuid::fromString(row.value(3).toString());
    const bool gone = row.value(4).toBool();
    if (kind < 1 || kind > rowKindCount || id.isNull())
        return malformed();
    return touch().and_then([&] {
        return gone ? m_target->remove(scope, RowKind(kind), id)
                    : m_target->put(scope, RowKind(kind), id, row.value(5).toString().toUtf8());
    });
}

Result<PullReport> Puller::finish(const Begun &begun, const PullRequest &request)
{
    if (const auto ended = m_wire.exec(u"commit"_s); !ended)
        return tl::unexpected(ended.error());
    PullReport report{m_building  ? PullReport::Kind::Built
                      : m_touched ? PullReport::Kind::Changed
                                  : PullReport::Kind::Unchanged,
                      begun.mark};
    const PullMark &known = m_building ? begun.mark : m_target->manifest().mark;
    const bool stale =
        begun.mark.serverTime - known.serverTime >= request.unchangedFor || begun.mark.counts != known.counts ||
        begun.mark.openUntil != known.openUntil;
    if (report.kind == PullReport::Kind::Unchanged && !stale)
        return report;
    const bool touched = m_touched;
    return touch().and_then([&] { return m_target->commit(begun.mark); }).map([&] {
        m_touched = false;
        if (!touched && !m_building)
            static_cast<void>(m_target->takeChanges());
        return report;
    });
}

} // namespace tenantry::sync
