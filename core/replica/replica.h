// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/replicafile.h"
#include "core/replica/rowindex.h"
#include "core/replica/scopesets.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace tenantry {

struct ReplicaOptions
{
    QString folder;
    /// The replica that was last written and its serial; another one, or a lower serial, is an older copy put
    /// back. Empty: nothing is known.
    QHash<QUuid, qint64> expected;
    std::optional<Instant> notPulledBefore; ///< the lease: a replica of an earlier pull stays shut
    AccessGate gate;
};

/// The rows that the server lets this actor see, sealed in one SQLite file. Each row is there once, with the
/// set of scopes that hold it; it goes when the last one lets go. What was pulled first lies in pages of 500
/// rows, what came later beside them. It can always be pulled again, so it is never migrated: the format is
/// in the file's name. Belongs to one thread.
class Replica final
{
public:
    using RowVisitor = std::function<void(RowKind kind, const QUuid &id, QByteArrayView row)>;
    /// What a pull changed: the new row, or nothing where it went.
    using Changes = QHash<std::pair<quint8, QUuid>, std::optional<QByteArray>>;

    [[nodiscard]] static QString fileName(); ///< within the folder

    /// Reads everything once, showing each row to the visitor, and checks it against the manifest; what the
    /// visitor saw counts only if this succeeds. Errors: "replica.none" (no file yet), "replica.damaged",
    /// "replica.rolled_back" (Data): build; "replica.lease_over" (Business): stays shut until the next pull;
    /// the store's.
    [[nodiscard]] static Result<std::unique_ptr<Replica>>
    open(const ReplicaOptions &options, const SecretBytes &key, const RowVisitor &visit);
    /// An empty one with a fresh data key, beside the present one until install(); the pull is begun. Shows
    /// each row to the visitor when it comes first; that counts only once it is installed.
    [[nodiscard]] static Result<std::unique_ptr<Replica>>
    build(const ReplicaOptions &options, const SecretBytes &key, const RowVisitor &visit = {});
    ~Replica();
    Q_DISABLE_COPY_MOVE(Replica)

    [[nodiscard]] QUuid id() const { return m_file->id(); }
    [[nodiscard]] const ReplicaManifest &manifest() const { return m_manifest; }
    [[nodiscard]] QList<Scope> scopes() const { return m_scopes.scopes(); } ///< those pulled
    [[nodiscard]] const QList<Scope> &heldScopes() const
    {
        return m_scopes.held;
    } ///< those that the actor has

    [[nodiscard]] Result<void> beginPull();
    void setHeldScopes(const QList<Scope> &held);
    /// Scopes that are new in this pull: their rows go into pages.
    void addScope(const Scope &scope);
    /// The scope's rows go unless another one holds them.
    [[nodiscard]] Result<void> dropScope(const Scope &scope);
    /// The row is this, and lies in the scope (among others), which was added.
    [[nodiscard]] Result<void> put(const Scope &scope, RowKind kind, const QUuid &id, QByteArrayView row);
    /// The row no longer lies in the scope; it need not have.
    [[nodiscard]] Result<void> remove(const Scope &scope, RowKind kind, const QUuid &id);
    /// All or nothing; an error means that it was rolled back.
    [[nodiscard]] Result<void> commit(const PullMark &mark);
    void rollback();
    /// Of the pull that was committed last. Nothing while building, or where there are too many: read all
    /// rows instead.
    [[nodiscard]] std::optional<Changes> takeChanges();

    /// Puts what build() made and commit() ended in the place of the present one, which nobody has open any
    /// more.
    [[nodiscard]] Result<void> install();

    [[nodiscard]] Result<void> forEachRow(const RowVisitor &visit);
    [[nodiscard]] QList<Scope> scopesOf(RowKind kind, const QUuid &id) const; ///< empty: no such row

private:
    struct PageBuffer
    {
        quint32 page = 0;
        int rows = 0;
        QByteArray bytes;
    };
    struct Undo
    {
        RowKind kind;
        quint32 number;
        RowIndex::Entry entry;
    };
    /// Pages that lose rows, with the number of rows that stay in each.
    using TouchedPages = QHash<quint32, int>;

    Replica() = default;
    [[nodiscard]] Result<void> readScopes();
    [[nodiscard]] Result<void> load(const RowVisitor &visit);
    [[nodiscard]] Result<void> loadBeside(RowKind kind, const QUuid &id, QByteArrayView plain,
                                          const RowVisitor &visit);
    [[nodiscard]] Result<void> loadPage(RowKind kind, quint32 page, QByteArrayView plain,
                                        const RowVisitor &visit);
    [[nodiscard]] bool countsFit() const;

    [[nodiscard]] RowIndex &index(RowKind kind) { return m_index[size_t(kind) - 1]; }
    [[nodiscard]] const RowIndex &index(RowKind kind) const { return m_index[size_t(kind) - 1]; }
    void setEntry(RowKind kind, quint32 number, const RowIndex::Entry &entry);
    void change(RowKind kind, const QUuid &id, std::optional<QByteArray> row);

    [[nodiscard]] Result<void> putInPage(RowKind kind, quint32 number, RowIndex::Entry entry,
                                         QByteArrayView row);
    [[nodiscard]] Result<void> putBeside(RowKind kind, quint32 number, RowIndex::Entry entry,
                                         QByteArrayView row);
    [[nodiscard]] Result<void> takeAway(RowKind kind, quint32 number, RowIndex::Entry entry);
    [[nodiscard]] Result<QByteArray> readRow(RowKind kind, const RowIndex::Entry &entry);
    [[nodiscard]] Result<void> flush(RowKind kind);
    [[nodiscard]] Result<void> flushAll();
    [[nodiscard]] TouchedPages touchedPages(RowKind kind, const std::vector<quint32> &newSets) const;
    [[nodiscard]] Result<void> dropFrom(RowKind kind, const std::vector<quint32> &newSets);
    [[nodiscard]] Result<void> dropBeside(RowKind kind, quint32 number, RowIndex::Entry entry,
                                          quint32 newSet);
    [[nodiscard]] Result<void> rewritePage(RowKind kind, quint32 page);

    ReplicaOptions m_options;
    std::unique_ptr<ReplicaFile> m_file;
    ReplicaManifest m_manifest;
    ScopeSets m_scopes;
    std::array<RowIndex, rowKindCount> m_index;
    quint32 m_lastPage = 0;

    bool m_building = false;
    RowVisitor m_visit; // while it is built
    bool m_scopesChanged = false;
    std::array<PageBuffer, rowKindCount> m_buffers;
    QSet<Scope> m_newScopes; // of the pull that runs
    ScopeSets m_scopesBefore;
    std::vector<Undo> m_undo;
    std::optional<Changes> m_changes;
};

} // namespace tenantry
