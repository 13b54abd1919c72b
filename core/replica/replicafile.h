// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/words.h"
#include "core/replica/fileseals.h"
#include "core/replica/replicamanifest.h"
#include "core/replica/setdigest.h"

#include <QUuid>

#include <map>

namespace tenantry {

/// The replica on disk, one level above SQLite: sealed pages of rows, sealed rows beside them, the sealed
/// scopes and the sealed manifest. Keeps the digests of what is there. Knows nothing of what rows and scopes
/// mean.
///
/// Each file has a data key of its own, made with it and wrapped under the profile's key. Errors:
/// SqliteFile's, and "replica.damaged" (Data) for whatever doesn't open or doesn't add up.
class ReplicaFile final
{
public:
    /// A new one, in the place of any other. Not durable: it counts once it was moved (install()).
    [[nodiscard]] static Result<std::unique_ptr<ReplicaFile>> create(const QString &path,
                                                                     const SecretBytes &key, AccessGate gate);
    [[nodiscard]] static Result<std::unique_ptr<ReplicaFile>> open(const QString &path,
                                                                   const SecretBytes &key, AccessGate gate);

    [[nodiscard]] const QUuid &id() const { return m_id; }

    [[nodiscard]] Result<void> begin();
    /// Writes the manifest with the digests of the content, and commits.
    [[nodiscard]] Result<void> commit(const ReplicaManifest &manifest);
    void rollback();
    /// Brings what create() made to disk, moves it to `path` and goes on there, durably. Whoever had `path`
    /// open has closed it.
    [[nodiscard]] Result<void> install(const QString &path);

    [[nodiscard]] Result<void> writePage(RowKind kind, quint32 page, QByteArrayView plain);
    [[nodiscard]] Result<void> removePage(quint32 page);
    [[nodiscard]] Result<QByteArray> readPage(quint32 page);
    [[nodiscard]] RowKind kindOfPage(quint32 page) const { return m_pages.at(page).kind; }

    [[nodiscard]] Result<void> writeRow(RowKind kind, const QUuid &id, QByteArrayView plain);
    [[nodiscard]] Result<void> removeRow(RowKind kind, const QUuid &id);
    [[nodiscard]] Result<QByteArray> readRow(RowKind kind, const QUuid &id);

    [[nodiscard]] Result<void> writeScopes(QByteArrayView plain);
    [[nodiscard]] Result<QByteArray> readScopes();
    [[nodiscard]] Result<ReplicaManifest> readManifest();

    using PageVisitor = std::function<Result<void>(RowKind kind, quint32 page, QByteArrayView plain)>;
    using RowVisitor = std::function<Result<void>(RowKind kind, const QUuid &id, QByteArrayView plain)>;
    /// What open() left to do, to be called once: reads everything, keeping the digests. Then isWhole() can
    /// be asked.
    [[nodiscard]] Result<void> load(const RowVisitor &visitRow, const PageVisitor &visitPage);
    [[nodiscard]] Result<void> forEachPage(const PageVisitor &visit);
    [[nodiscard]] Result<void> forEachRow(const RowVisitor &visit);
    /// The digests of what was read are those that the manifest states: nothing missing, nothing older,
    /// nothing twice.
    [[nodiscard]] bool isWhole() const { return m_digests == m_stated; }

private:
    // By kind of row; the place 0 is for the scopes.
    using Digests = std::array<SetDigest, rowKindCount + 1>;
    struct Page
    {
        RowKind kind;
        QByteArray digest;
    };
    struct Content
    {
        std::map<quint32, Page> pages;
        Digests digests;
    };

    ReplicaFile() = default;
    [[nodiscard]] static Result<SecretBytes> newDataKey(SqliteFile &file, const QUuid &id,
                                                        const SecretBytes &key);
    [[nodiscard]] Result<void> openKeys(const SecretBytes &key);
    [[nodiscard]] Result<void> useKey(SecretBytes dataKey);
    [[nodiscard]] QByteArray context(char what, int kind, QByteArrayView key) const;
    [[nodiscard]] Result<QByteArray> seal(QByteArrayView plain, QByteArrayView context);
    [[nodiscard]] Result<QByteArray> opened(QByteArrayView sealed, QByteArrayView context);
    enum class Count { No, Yes }; // whether what is read goes into the digests
    [[nodiscard]] Result<void> visitPages(const PageVisitor &visit, Count count);
    [[nodiscard]] Result<void> visitRows(const RowVisitor &visit, Count count);
    [[nodiscard]] Result<QByteArray> sealedRow(RowKind kind, const QUuid &id);
    [[nodiscard]] QByteArray manifestContext() const { return context('m', 0, {}); }

    QString m_path;
    AccessGate m_gate;
    QUuid m_id;
    std::unique_ptr<SqliteFile> m_file;
    std::unique_ptr<FileSeals> m_seals;
    std::map<quint32, Page> m_pages;
    Digests m_digests;
    Digests m_stated;
    Content m_before; // the transaction that runs
};

} // namespace tenantry
