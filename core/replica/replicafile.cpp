// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/replicafile.h"

#include "core/replica/filesync.h"
#include "core/security/keywrap.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView keyPurpose = "tenantry replica data key 1:";

// Pages are large and come in order, rows small and anywhere: a table for each.
const QStringList &tables()
{
    static const QStringList statements{
        u"create table meta(key text primary key, value blob not null) without rowid"_s,
        u"create table openings(number integer primary key, salt blob not null)"_s,
        u"create table pages(page integer primary key, kind integer not null, sealed blob not null)"_s,
        u"create table rows(kind integer not null, id blob not null, sealed blob not null, primary key (kind, id)) without rowid"_s,
    };
    return statements;
}

tl::unexpected<Error> damaged()
{
    return failure(ErrorClass::Data, u"replica.damaged"_s);
}

QByteArray pageKey(quint32 page)
{
    return QByteArray::number(page);
}

} // namespace

Result<SecretBytes> ReplicaFile::newDataKey(SqliteFile &file, const QUuid &id, const SecretBytes &key)
{
    SecretBytes dataKey = SecretBytes::random(Sealer::keySize);
    const auto wrapped = wrapKey(key, dataKey, keyPurpose.toByteArray() + id.toRfc4122());
    if (!wrapped)
        return tl::unexpected(wrapped.error());
    const QString insert = u"insert into meta values (?, ?)"_s;
    const auto written = file.run(insert, {u"replica"_s, id.toRfc4122()}).and_then([&] {
        return file.run(insert, {u"key"_s, *wrapped});
    });
    if (!written)
        return tl::unexpected(written.error());
    return dataKey;
}

Result<std::unique_ptr<ReplicaFile>> ReplicaFile::create(const QString &path, const SecretBytes &key,
                                                         AccessGate gate)
{
    if (!SqliteFile::remove(path))
        return failure(ErrorClass::System, u"store.failed"_s);
    std::unique_ptr<ReplicaFile> made(new ReplicaFile);
    made->m_path = path;
    made->m_gate = gate;
    made->m_id = QUuid::createUuid();
    auto file = SqliteFile::open(path, Durability::Scratch, std::move(gate));
    if (!file)
        return tl::unexpected(file.error());
    made->m_file = std::move(*file);
    for (const QString &table : tables()) {
        if (const auto done = made->m_file->run(table); !done)
            return tl::unexpected(done.error());
    }
    return newDataKey(*made->m_file, made->m_id, key)
        .and_then([&](SecretBytes dataKey) { return made->useKey(std::move(dataKey)); })
        .map([&] { return std::move(made); });
}

Result<std::unique_ptr<ReplicaFile>> ReplicaFile::open(const QString &path, const SecretBytes &key,
                                                       AccessGate gate)
{
    std::unique_ptr<ReplicaFile> opened(new ReplicaFile);
    opened->m_path = path;
    opened->m_gate = gate;
    auto file = SqliteFile::open(path, Durability::Crash, std::move(gate));
    if (!file)
        return tl::unexpected(file.error());
    opened->m_file = std::move(*file);
    return opened->openKeys(key).map([&] { return std::move(opened); });
}

Result<void> ReplicaFile::openKeys(const SecretBytes &key)
{
    const QString select = u"select value from meta where key = ?"_s;
    const auto id = m_file->value(select, {u"replica"_s});
    if (!id)
        return tl::unexpected(id.error());
    const auto wrapped = m_file->value(select, {u"key"_s});
    if (!wrapped)
        return tl::unexpected(wrapped.error());
    m_id = QUuid::fromRfc4122(id->toByteArray());
    auto dataKey = unwrapKey(key, wrapped->toByteArray(), keyPurpose.toByteArray() + m_id.toRfc4122());
    if (!dataKey)
        return damaged();
    return useKey(std::move(*dataKey));
}

Result<void> ReplicaFile::useKey(SecretBytes dataKey)
{
    return FileSeals::create(*m_file, std::move(dataKey), "replica", u"replica.damaged"_s)
        .map([&](std::unique_ptr<FileSeals> seals) { m_seals = std::move(seals); });
}

QByteArray ReplicaFile::context(char what, int kind, QByteArrayView key) const
{
    QByteArray context = m_id.toRfc4122();
    context.append(what);
    context.append(char(kind));
    context.append(key);
    return context;
}

Result<QByteArray> ReplicaFile::opened(QByteArrayView sealed, QByteArrayView context)
{
    auto plain = m_seals->open(sealed, context);
    if (!plain)
        return damaged();
    return plain;
}

Result<QByteArray> ReplicaFile::seal(QByteArrayView plain, QByteArrayView context)
{
    return m_seals->keepOpening(*m_file).and_then([&] { return m_seals->seal(plain, context); });
}

Result<void> ReplicaFile::begin()
{
    m_before = {m_pages, m_digests};
    return m_file->begin();
}

void ReplicaFile::rollback()
{
    m_file->rollback();
    m_pages = std::move(m_before.pages);
    m_digests = m_before.digests;
    m_seals->rolledBack();
}

Result<void> ReplicaFile::commit(const ReplicaManifest &manifest)
{
    QJsonObject json = manifest.toJson();
    QJsonArray digests;
    for (const SetDigest &digest : m_digests)
        digests.append(QString::fromLatin1(digest.toBytes().toHex()));
    json[u"digests"_s] = digests;
    const auto sealed = seal(QJsonDocument(json).toJson(QJsonDocument::Compact), manifestContext());
    if (!sealed)
        return tl::unexpected(sealed.error());
    return m_file->run(u"insert or replace into meta values ('manifest', ?)"_s, {*sealed})
        .and_then([&] { return m_file->commit(); })
        .map([&] {
            m_seals->committed();
            m_stated = m_digests;
        });
}

Result<void> ReplicaFile::install(const QString &path)
{
    m_file.reset();
    if (!syncFile(m_path) || !QFile::exists(m_path))
        return failure(ErrorClass::System, u"store.failed"_s);
    // A log that somebody else left would be played into our file.
    if (!SqliteFile::removeLog(path) || !replaceFile(m_path, path))
        return failure(ErrorClass::System, u"store.failed"_s);
    m_path = path;
    auto file = SqliteFile::open(path, Durability::Crash, m_gate);
    if (!file)
        return tl::unexpected(file.error());
    m_file = std::move(*file);
    return {};
}

Result<void> ReplicaFile::writePage(RowKind kind, quint32 page, QByteArrayView plain)
{
    if (m_pages.contains(page)) {
        if (const auto removed = removePage(page); !removed)
            return removed;
    }
    const QByteArray place = context('p', int(kind), pageKey(page));
    const auto sealed = seal(plain, place);
    if (!sealed)
        return tl::unexpected(sealed.error());
    return m_file->run(u"insert into pages values (?, ?, ?)"_s, {page, int(kind), *sealed}).map([&] {
        const Page &made =
            m_pages.insert_or_assign(page, Page{kind, m_seals->digestOf(place, *sealed)}).first->second;
        m_digests[size_t(kind)].add(made.digest);
    });
}

Result<void> ReplicaFile::removePage(quint32 page)
{
    return m_file->run(u"delete from pages where page = ?"_s, {page}).map([&] {
        const auto at = m_pages.find(page);
        m_digests[size_t(at->second.kind)].subtract(at->second.digest);
        m_pages.erase(at);
    });
}

Result<QByteArray> ReplicaFile::readPage(quint32 page)
{
    const auto sealed = m_file->value(u"select sealed from pages where page = ?"_s, {page});
    if (!sealed)
        return tl::unexpected(sealed.error());
    return opened(sealed->toByteArray(), context('p', int(kindOfPage(page)), pageKey(page)));
}

Result<QByteArray> ReplicaFile::sealedRow(RowKind kind, const QUuid &id)
{
    return m_file->value(u"select sealed from rows where kind = ? and id = ?"_s, {int(kind), id.toRfc4122()})
        .map([](const QVariant &value) { return value.toByteArray(); });
}

Result<void> ReplicaFile::writeRow(RowKind kind, const QUuid &id, QByteArrayView plain)
{
    const QByteArray place = context('r', int(kind), id.toRfc4122());
    const auto before = sealedRow(kind, id);
    if (!before)
        return tl::unexpected(before.error());
    const auto sealed = seal(plain, place);
    if (!sealed)
        return tl::unexpected(sealed.error());
    return m_file
        ->run(u"insert or replace into rows values (?, ?, ?)"_s, {int(kind), id.toRfc4122(), *sealed})
        .map([&] {
            if (!before->isEmpty())
                m_digests[size_t(kind)].subtract(m_seals->digestOf(place, *before));
            m_digests[size_t(kind)].add(m_seals->digestOf(place, *sealed));
        });
}

Result<void> ReplicaFile::removeRow(RowKind kind, const QUuid &id)
{
    const auto before = sealedRow(kind, id);
    if (!before)
        return tl::unexpected(before.error());
    return m_file->run(u"delete from rows where kind = ? and id = ?"_s, {int(kind), id.toRfc4122()}).map([&] {
        if (!before->isEmpty())
            m_digests[size_t(kind)].subtract(
                m_seals->digestOf(context('r', int(kind), id.toRfc4122()), *before));
    });
}

Result<QByteArray> ReplicaFile::readRow(RowKind kind, const QUuid &id)
{
    return sealedRow(kind, id).and_then(
        [&](const QByteArray &sealed) { return opened(sealed, context('r', int(kind), id.toRfc4122())); });
}

Result<void> ReplicaFile::writeScopes(QByteArrayView plain)
{
    const QByteArray place = context('s', 0, {});
    const auto sealed = seal(plain, place);
    if (!sealed)
        return tl::unexpected(sealed.error());
    return m_file->run(u"insert or replace into meta values ('scopes', ?)"_s, {*sealed}).map([&] {
        m_digests[0] = {};
        m_digests[0].add(m_seals->digestOf(place, *sealed));
    });
}

Result<QByteArray> ReplicaFile::readScopes()
{
    const auto sealed = m_file->value(u"select value from meta where key = 'scopes'"_s);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const QByteArray place = context('s', 0, {});
    const QByteArray bytes = sealed->toByteArray();
    m_digests[0] = {};
    m_digests[0].add(m_seals->digestOf(place, bytes));
    return opened(bytes, place);
}

Result<ReplicaManifest> ReplicaFile::readManifest()
{
    const auto sealed = m_file->value(u"select value from meta where key = 'manifest'"_s);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const auto plain = opened(sealed->toByteArray(), manifestContext());
    if (!plain)
        return tl::unexpected(plain.error());
    const QJsonObject json = QJsonDocument::fromJson(*plain).object();
    const QJsonArray digests = json[u"digests"_s].toArray();
    if (digests.size() != qsizetype(m_stated.size()))
        return damaged();
    for (size_t i = 0; i < m_stated.size(); ++i) {
        m_stated[i] = {};
        m_stated[i].add(QByteArray::fromHex(digests[qsizetype(i)].toString().toLatin1()));
    }
    return ReplicaManifest::fromJson(json);
}

Result<void> ReplicaFile::load(const RowVisitor &visitRow, const PageVisitor &visitPage)
{
    return visitRows(visitRow, Count::Yes).and_then([&] { return visitPages(visitPage, Count::Yes); });
}

Result<void> ReplicaFile::forEachPage(const PageVisitor &visit)
{
    return visitPages(visit, Count::No);
}

Result<void> ReplicaFile::forEachRow(const RowVisitor &visit)
{
    return visitRows(visit, Count::No);
}

Result<void> ReplicaFile::visitPages(const PageVisitor &visit, Count count)
{
    return m_file->forEach(
        u"select page, kind, sealed from pages order by page"_s, {},
        [&](const QSqlQuery &row) -> Result<void> {
            const quint32 page = row.value(0).toUInt();
            const int kind = row.value(1).toInt();
            if (kind < 1 || kind > rowKindCount)
                return damaged();
            const QByteArray sealed = row.value(2).toByteArray();
            const QByteArray place = context('p', kind, pageKey(page));
            if (count == Count::Yes) {
                const Page &known =
                    m_pages.insert_or_assign(page, Page{RowKind(kind), m_seals->digestOf(place, sealed)})
                        .first->second;
                m_digests[size_t(kind)].add(known.digest);
            }
            return opened(sealed, place).and_then([&](const QByteArray &plain) {
                return visit(RowKind(kind), page, plain);
            });
        });
}

Result<void> ReplicaFile::visitRows(const RowVisitor &visit, Count count)
{
    return m_file->forEach(u"select kind, id, sealed from rows"_s, {},
                           [&](const QSqlQuery &row) -> Result<void> {
                               const int kind = row.value(0).toInt();
                               const QUuid id = QUuid::fromRfc4122(row.value(1).toByteArray());
                               if (kind < 1 || kind > rowKindCount)
                                   return damaged();
                               const QByteArray sealed = row.value(2).toByteArray();
                               const QByteArray place = context('r', kind, id.toRfc4122());
                               if (count == Count::Yes)
                                   m_digests[size_t(kind)].add(m_seals->digestOf(place, sealed));
                               return opened(sealed, place).and_then([&](const QByteArray &plain) {
                                   return visit(RowKind(kind), id, plain);
                               });
                           });
}

} // namespace tenantry
