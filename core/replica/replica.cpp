// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/replica.h"

#include "core/replica/pagecodec.h"

#include <QFile>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsPerPage = 500;
constexpr qsizetype bytesPerPage = 1 << 20; // a page of large rows is closed early
constexpr qsizetype mostChanges = 100'000;  // beyond that reading everything anew is faster

auto damaged()
{
    return failure(ErrorClass::Data, u"replica.damaged"_s);
}

RowKind kindAt(size_t i)
{
    return RowKind(i + 1);
}

QString pathIn(const QString &folder)
{
    return folder + u'/' + Replica::fileName();
}

} // namespace

QString Replica::fileName()
{
    return u"replica-1.sqlite"_s; // 1: the format
}

Replica::~Replica() = default;

Result<std::unique_ptr<Replica>> Replica::open(const ReplicaOptions &options, const SecretBytes &key,
                                               const RowVisitor &visit)
{
    if (!QFile::exists(pathIn(options.folder)))
        return failure(ErrorClass::Data, u"replica.none"_s);
    auto file = ReplicaFile::open(pathIn(options.folder), key, options.gate);
    if (!file)
        return tl::unexpected(file.error());
    std::unique_ptr<Replica> replica(new Replica);
    replica->m_options = options;
    replica->m_file = std::move(*file);
    auto manifest = replica->m_file->readManifest();
    if (!manifest)
        return tl::unexpected(manifest.error());
    replica->m_manifest = *manifest;
    const auto expected = options.expected.constFind(replica->id());
    if (!options.expected.isEmpty() && (expected == options.expected.cend() || manifest->serial < *expected))
        return failure(ErrorClass::Data, u"replica.rolled_back"_s);
    if (options.notPulledBefore && manifest->mark.serverTime < *options.notPulledBefore)
        return failure(ErrorClass::Business, u"replica.lease_over"_s,
                       {{u"last_pull"_s, toMicroseconds(manifest->mark.serverTime)}});
    return replica->load(visit).map([&] { return std::move(replica); });
}

Result<std::unique_ptr<Replica>> Replica::build(const ReplicaOptions &options, const SecretBytes &key,
                                                const RowVisitor &visit)
{
    auto file = ReplicaFile::create(pathIn(options.folder) + u".building"_s, key, options.gate);
    if (!file)
        return tl::unexpected(file.error());
    std::unique_ptr<Replica> replica(new Replica);
    replica->m_options = options;
    replica->m_file = std::move(*file);
    replica->m_building = true;
    replica->m_visit = visit;
    return replica->beginPull().map([&] { return std::move(replica); });
}

Result<void> Replica::install()
{
    return m_file->install(pathIn(m_options.folder)).map([&] {
        m_building = false;
        m_visit = {};
    });
}

// --- Reading -----------------------------------------------------------------------------------------------

Result<void> Replica::readScopes()
{
    return m_file->readScopes().and_then([&](const QByteArray &bytes) -> Result<void> {
        auto scopes = ScopeSets::fromBytes(bytes);
        if (!scopes)
            return damaged();
        m_scopes = std::move(*scopes);
        return {};
    });
}

Result<void> Replica::load(const RowVisitor &visit)
{
    if (const auto read = readScopes(); !read)
        return read;
    // Beside first: then each page knows which of its rows are outdated.
    const auto loaded = m_file->load(
        [&](RowKind kind, const QUuid &id, QByteArrayView plain) {
            return loadBeside(kind, id, plain, visit);
        },
        [&](RowKind kind, quint32 page, QByteArrayView plain) { return loadPage(kind, page, plain, visit); });
    if (!loaded)
        return loaded;
    if (!m_file->isWhole() || !countsFit())
        return damaged();
    return {};
}

bool Replica::countsFit() const
{
    for (size_t i = 0; i < m_index.size(); ++i) {
        if (m_index[i].live() != m_manifest.rows[i])
            return false;
    }
    return true;
}

Result<void> Replica::loadBeside(RowKind kind, const QUuid &id, QByteArrayView plain, const RowVisitor &visit)
{
    const auto row = decodeBeside(id, plain);
    if (!row || row->scopes >= m_scopes.setCount())
        return damaged();
    index(kind).set(index(kind).findOrMake(id), {.id = id, .page = 0, .scopes = row->scopes, .beside = true});
    if (row->scopes != 0)
        visit(kind, id, row->text);
    return {};
}

Result<void> Replica::loadPage(RowKind kind, quint32 page, QByteArrayView plain, const RowVisitor &visit)
{
    bool sound = true;
    m_lastPage = std::max(m_lastPage, page);
    const bool read = walkPage(plain, [&](const StoredRow &row) {
        const quint32 number = index(kind).findOrMake(row.id);
        RowIndex::Entry entry = index(kind).at(number);
        sound = entry.page == 0 && row.scopes != 0 && row.scopes < m_scopes.setCount();
        entry.page = page;
        if (!entry.beside)
            entry.scopes = row.scopes;
        index(kind).set(number, entry);
        if (sound && !entry.beside)
            visit(kind, row.id, row.text);
        return sound;
    });
    return read && sound ? Result<void>() : damaged();
}

Result<void> Replica::forEachRow(const RowVisitor &visit)
{
    const auto besideRow = [&](RowKind kind, const QUuid &id, QByteArrayView plain) -> Result<void> {
        const auto row = decodeBeside(id, plain);
        if (row && row->scopes != 0)
            visit(kind, id, row->text);
        return row ? Result<void>() : damaged();
    };
    const auto page = [&](RowKind kind, quint32, QByteArrayView plain) -> Result<void> {
        const bool read = walkPage(plain, [&](const StoredRow &row) {
            const auto *entry = index(kind).find(row.id);
            if (entry && entry->isLive() && !entry->beside)
                visit(kind, row.id, row.text);
            return true;
        });
        return read ? Result<void>() : damaged();
    };
    return m_file->forEachRow(besideRow).and_then([&] { return m_file->forEachPage(page); });
}

QList<Scope> Replica::scopesOf(RowKind kind, const QUuid &id) const
{
    const auto *entry = index(kind).find(id);
    return entry ? m_scopes.scopesOf(entry->scopes) : QList<Scope>();
}

Result<QByteArray> Replica::readRow(RowKind kind, const RowIndex::Entry &entry)
{
    if (entry.beside) {
        return m_file->readRow(kind, entry.id).and_then([&](const QByteArray &plain) -> Result<QByteArray> {
            const auto row = decodeBeside(entry.id, plain);
            return row ? Result<QByteArray>(row->text.toByteArray()) : damaged();
        });
    }
    if (const auto flushed = flush(kind); !flushed)
        return tl::unexpected(flushed.error());
    return m_file->readPage(entry.page).and_then([&](const QByteArray &plain) -> Result<QByteArray> {
        std::optional<QByteArray> text;
        const bool read = walkPage(plain, [&](const StoredRow &row) {
            if (row.id == entry.id)
                text = row.text.toByteArray();
            return !text;
        });
        return read && text ? Result<QByteArray>(*text) : damaged();
    });
}

// --- A pull ------------------------------------------------------------------------------------------------

Result<void> Replica::beginPull()
{
    m_scopesBefore = m_scopes;
    m_scopesChanged = m_building;
    m_newScopes.clear();
    m_undo.clear();
    m_changes = m_building ? std::nullopt : std::optional<Changes>(Changes());
    return m_file->begin();
}

void Replica::setHeldScopes(const QList<Scope> &held)
{
    m_scopes.held = held;
    m_scopesChanged = true;
}

void Replica::addScope(const Scope &scope)
{
    m_scopes.addScope(scope);
    m_newScopes.insert(scope);
    m_scopesChanged = true;
}

void Replica::setEntry(RowKind kind, quint32 number, const RowIndex::Entry &entry)
{
    if (!m_building)
        m_undo.push_back({kind, number, index(kind).at(number)});
    index(kind).set(number, entry);
}

void Replica::change(RowKind kind, const QUuid &id, std::optional<QByteArray> row)
{
    if (!m_changes)
        return;
    m_changes->insert({quint8(kind), id}, std::move(row));
    if (m_changes->size() > mostChanges)
        m_changes.reset();
}

std::optional<Replica::Changes> Replica::takeChanges()
{
    return std::exchange(m_changes, {});
}

Result<void> Replica::put(const Scope &scope, RowKind kind, const QUuid &id, QByteArrayView row)
{
    const auto scopeNumber = m_scopes.numberOf(scope);
    if (!scopeNumber)
        return failure(ErrorClass::System, u"replica.unknown_scope"_s);
    const quint32 number = index(kind).findOrMake(id);
    RowIndex::Entry entry = index(kind).at(number);
    const bool unheardOf = entry.page == 0 && !entry.beside;
    entry.scopes = m_scopes.with(entry.scopes, *scopeNumber);
    if (m_changes)
        change(kind, id, row.toByteArray());
    if (unheardOf && m_visit)
        m_visit(kind, id, row);
    return unheardOf && m_newScopes.contains(scope) ? putInPage(kind, number, entry, row)
                                                    : putBeside(kind, number, entry, row);
}

Result<void> Replica::putInPage(RowKind kind, quint32 number, RowIndex::Entry entry, QByteArrayView row)
{
    PageBuffer &buffer = m_buffers[size_t(kind) - 1];
    if (buffer.rows == 0)
        buffer.page = ++m_lastPage;
    entry.page = buffer.page;
    appendToPage(buffer.bytes, {entry.id, entry.scopes, row});
    setEntry(kind, number, entry);
    return ++buffer.rows >= rowsPerPage || buffer.bytes.size() >= bytesPerPage ? flush(kind) : Result<void>();
}

Result<void> Replica::putBeside(RowKind kind, quint32 number, RowIndex::Entry entry, QByteArrayView row)
{
    entry.beside = true;
    return m_file->writeRow(kind, entry.id, encodeBeside(entry.scopes, row)).map([&] {
        setEntry(kind, number, entry);
    });
}

// No scope holds the row any more. Where a page has it, a row beside says that it is gone.
Result<void> Replica::takeAway(RowKind kind, quint32 number, RowIndex::Entry entry)
{
    change(kind, entry.id, {});
    entry.scopes = 0;
    if (entry.page != 0)
        return putBeside(kind, number, entry, {});
    const auto removed = entry.beside ? m_file->removeRow(kind, entry.id) : Result<void>();
    entry.beside = false;
    return removed.map([&] { setEntry(kind, number, entry); });
}

Result<void> Replica::remove(const Scope &scope, RowKind kind, const QUuid &id)
{
    const auto scopeNumber = m_scopes.numberOf(scope);
    const auto *known = index(kind).find(id);
    if (!scopeNumber || !known || !m_scopes.contains(known->scopes, *scopeNumber))
        return {};
    const quint32 number = index(kind).findOrMake(id);
    RowIndex::Entry entry = *known;
    entry.scopes = m_scopes.without(entry.scopes, *scopeNumber);
    if (entry.scopes == 0)
        return takeAway(kind, number, entry);
    return readRow(kind, index(kind).at(number)).and_then([&](const QByteArray &row) {
        return putBeside(kind, number, entry, row);
    });
}

Result<void> Replica::flush(RowKind kind)
{
    PageBuffer &buffer = m_buffers[size_t(kind) - 1];
    if (buffer.rows == 0)
        return {};
    return m_file->writePage(kind, buffer.page, buffer.bytes).map([&] {
        buffer.rows = 0;
        buffer.bytes.resize(0); // keeps its room
    });
}

Result<void> Replica::flushAll()
{
    for (size_t i = 0; i < m_index.size(); ++i) {
        if (const auto flushed = flush(kindAt(i)); !flushed)
            return flushed;
    }
    return {};
}

Result<void> Replica::commit(const PullMark &mark)
{
    ReplicaManifest next{.serial = m_manifest.serial + 1, .mark = mark};
    for (size_t i = 0; i < m_index.size(); ++i)
        next.rows[i] = m_index[i].live();
    const bool scopesChanged = m_scopesChanged || m_scopes.setCount() != m_scopesBefore.setCount();
    const auto committed =
        flushAll()
            .and_then(
                [&] { return scopesChanged ? m_file->writeScopes(m_scopes.toBytes()) : Result<void>(); })
            .and_then([&] { return m_file->commit(next); });
    if (!committed) {
        rollback();
        return committed;
    }
    m_manifest = next;
    m_undo.clear();
    return {};
}

void Replica::rollback()
{
    m_file->rollback();
    for (auto undo = m_undo.rbegin(); undo != m_undo.rend(); ++undo)
        index(undo->kind).set(undo->number, undo->entry);
    m_undo.clear();
    m_scopes = m_scopesBefore;
    m_buffers = {};
    m_changes.reset();
}

} // namespace tenantry
