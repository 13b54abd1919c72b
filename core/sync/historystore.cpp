// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/historystore.h"

#include "core/server/failure.h"
#include "core/sync/pagesplit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tenantry::sync {

using namespace Qt::StringLiterals;
using directory::History;
using directory::HistoryMark;
using directory::HistoryPtr;

namespace {

QJsonObject toJson(const HistoryMark &mark)
{
    QJsonArray tenants;
    for (const TenantId &tenant : mark.parts)
        tenants.append(tenant.toString());
    return {{u"from"_s, toMicroseconds(mark.reachesBackTo)},
            {u"up_to"_s, toMicroseconds(mark.upTo)},
            {u"generation"_s, mark.generation},
            {u"scopes"_s, mark.scopes},
            {u"tenants"_s, tenants}};
}

HistoryMark markFrom(const QJsonObject &json, const TenantId &tenant)
{
    HistoryMark mark{tenant, fromMicroseconds(json[u"from"_s].toInteger()),
                     fromMicroseconds(json[u"up_to"_s].toInteger()), json[u"generation"_s].toString(),
                     json[u"scopes"_s].toString()};
    for (const QJsonValue &part : json[u"tenants"_s].toArray())
        mark.parts.append(TenantId(QUuid::fromString(part.toString())));
    return mark;
}

Result<void> addLines(QByteArrayView page, History &history)
{
    Result<void> parsed;
    splitPage(page, [&](QByteArrayView line) {
        const auto version = directory::parseVersion(line);
        if (version)
            history.add(*version);
        else
            parsed = tl::unexpected(version.error());
        return version.has_value();
    });
    return parsed;
}

} // namespace

void HistoryStore::close()
{
    m_history.reset();
    m_file.reset();
    m_tenant = {};
}

bool HistoryStore::remove()
{
    close();
    return HistoryFile::removeAll(m_folder);
}

void HistoryStore::drop(const TenantId &tenant)
{
    if (m_tenant == tenant)
        close();
    static_cast<void>(
        HistoryFile::remove(m_folder, tenant.uuid())); // what stays can't be opened, or is read again
}

Result<void> HistoryStore::open(const TenantId &tenant)
{
    if (m_file && m_tenant == tenant)
        return {};
    // Whatever is wrong with it, a new one takes its place.
    for (const bool again : {true, false}) {
        close();
        auto key = m_keys->replicaKey();
        if (!key)
            return tl::unexpected(key.error());
        m_tenant = tenant;
        auto file = HistoryFile::open(m_folder, tenant.uuid(), std::move(*key), m_gate);
        auto loaded = file ? Result<void>() : Result<void>(tl::unexpected(file.error()));
        if (file) {
            m_file = std::move(*file);
            loaded = load();
        }
        if (loaded || !again)
            return loaded;
        drop(tenant);
    }
    Q_UNREACHABLE();
}

Result<void> HistoryStore::load()
{
    if (m_file->mark().isEmpty())
        return {};
    auto history = std::make_shared<History>(markFrom(m_file->mark(), m_tenant));
    return m_file->forEachPage([&](QByteArrayView page) { return addLines(page, *history); }).map([&] {
        m_history = std::move(history);
    });
}

Result<HistoryPtr> HistoryStore::local(const TenantId &tenant)
{
    return open(tenant).and_then([&]() -> Result<HistoryPtr> {
        if (!m_history)
            return failure(ErrorClass::Data, u"history.none"_s);
        return m_history;
    });
}

Result<HistoryPtr> HistoryStore::read(Wire &wire, const TenantId &tenant)
{
    if (const auto opened = open(tenant); !opened)
        return tl::unexpected(opened.error());
    if (const auto begun = wire.exec(u"begin isolation level repeatable read read only"_s); !begun)
        return tl::unexpected(begun.error());
    auto read = readWithin(wire);
    if (read)
        return read;
    if (m_file)
        m_file->rollback();
    if (wire.isOpen())
        static_cast<void>(wire.exec(u"rollback"_s)); // a failure shows itself with the next statement
    if (server::sqlState(read.error()) == u"TY403"_s) {
        drop(tenant);
        return failure(ErrorClass::Business, u"server.refused_access"_s);
    }
    return read;
}

Result<HistoryPtr> HistoryStore::readWithin(Wire &wire)
{
    const auto begun = begin(wire);
    if (!begun)
        return tl::unexpected(begun.error());
    std::shared_ptr<History> history;
    if (begun->whole || !m_history)
        history = std::make_shared<History>(begun->mark);
    else
        history = std::make_shared<History>(*m_history); // others may hold that one
    history->setMark(begun->mark);
    return m_file->begin(begun->whole)
        .and_then([&] {
            if (begun->mark.isPart())
                return begun->whole ? readPart(wire, *history) : readNewPart(wire, *history);
            return begun->whole ? readAll(wire, *history) : readNew(wire, *history);
        })
        .and_then([&] { return m_file->commit(toJson(begun->mark)); })
        .and_then([&] { return wire.exec(u"commit"_s); })
        .map([&](const server::Rows &) {
            m_history = std::move(history);
            return m_history;
        });
}

Result<HistoryStore::Begun> HistoryStore::begin(Wire &wire) const
{
    const QVariant since = m_history ? QVariant(toMicroseconds(m_history->mark().upTo))
                                     : QVariant(QMetaType(QMetaType::LongLong));
    const QString generation = m_history ? m_history->mark().generation : QString();
    const auto answer = wire.exec(u"select api.history_begin(?::uuid, ?::bigint, ?)"_s,
                                  {m_tenant.toString(), since, generation});
    if (!answer)
        return tl::unexpected(answer.error());
    const QJsonObject json = QJsonDocument::fromJson(answer->value().toString().toUtf8()).object();
    if (!json[u"up_to"_s].isDouble() || !json[u"whole"_s].isBool())
        return failure(ErrorClass::System, u"sync.malformed"_s);
    return Begun{markFrom(json, m_tenant), json[u"whole"_s].toBool()};
}

Result<void> HistoryStore::readAll(Wire &wire, History &history)
{
    QVariantList after{QVariant(QMetaType(QMetaType::Int)), QVariant(QMetaType(QMetaType::QString)),
                       QVariant(QMetaType(QMetaType::LongLong))};
    do {
        const auto answer =
            wire.exec(u"select * from api.history_page(?::uuid, ?::smallint, ?::uuid, ?::bigint)"_s,
                      QVariantList{m_tenant.toString()} + after);
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->rows.size() != 1 || answer->rows.first().size() != 4)
            return failure(ErrorClass::System, u"sync.malformed"_s);
        after = answer->rows.first().mid(0, 3);
        if (const auto taken = take(answer->rows.first()[3].toString().toUtf8(), history); !taken)
            return taken;
    } while (!after[0].isNull());
    return {};
}

Result<void> HistoryStore::readNew(Wire &wire, History &history)
{
    return readLines(wire, u"select api.history_since(?::uuid, ?::bigint)"_s,
                     {m_tenant.toString(), toMicroseconds(m_history->mark().upTo)}, history);
}

Result<void> HistoryStore::readPart(Wire &wire, History &history)
{
    return readLines(wire, u"select api.history_seen(?::uuid)"_s, {m_tenant.toString()}, history);
}

Result<void> HistoryStore::readNewPart(Wire &wire, History &history)
{
    const HistoryMark &known = m_history->mark();
    return readLines(wire, u"select api.history_seen_since(?::uuid, ?::bigint, ?)"_s,
                     {m_tenant.toString(), toMicroseconds(known.upTo), known.generation}, history);
}

// One version a row, sealed in pages.
Result<void> HistoryStore::readLines(Wire &wire, const QString &sql, const QVariantList &values,
                                     History &history)
{
    constexpr qsizetype pageSize = 1 << 20;
    QByteArray page;
    Result<void> taken;
    const auto streamed = wire.stream(sql, values, [&](const QSqlQuery &row) {
        page += (page.isEmpty() ? "" : "\n") + row.value(0).toString().toUtf8();
        if (page.size() >= pageSize)
            taken = take(std::exchange(page, {}), history);
        return taken.has_value();
    });
    if (!taken)
        return taken;
    if (!streamed)
        return tl::unexpected(streamed.error());
    return take(page, history);
}

Result<void> HistoryStore::take(const QByteArray &page, History &history)
{
    if (page.isEmpty())
        return {};
    return addLines(page, history).and_then([&] { return m_file->append(page); });
}

} // namespace tenantry::sync
