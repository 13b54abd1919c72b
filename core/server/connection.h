// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/failure.h"
#include "core/server/serverprofile.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>

namespace tenantry::server {

struct ConnectionOptions
{
    ServerProfile profile;
    QString password; ///< empty: peer, certificate or passfile
    QString applicationName = QStringLiteral("tenantry");
    std::chrono::seconds connectTimeout{5};
    /// How long sent data may stay unacknowledged before the connection counts as lost (TCP only).
    std::chrono::milliseconds tcpUserTimeout{15'000};
    /// Errors carry PostgreSQL's sentence in the parameter "message". Only for owners and tests: such
    /// sentences repeat values.
    bool tellMessages = false;
};

/// A whole result in memory. Values have the types that QPSQL gives them; int8 may be qulonglong.
struct Rows
{
    QStringList columns;
    QList<QVariantList> rows;
    int affected = 0; ///< rows written by insert, update, delete; -1 for others

    [[nodiscard]] bool isEmpty() const { return rows.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return rows.size(); }
    /// The first column of the first row; invalid where there is none.
    [[nodiscard]] QVariant value() const { return rows.isEmpty() ? QVariant() : rows.first().value(0); }
    [[nodiscard]] QVariant value(qsizetype row, const QString &column) const;
};

/// Cancels what a connection is doing, from any thread; outlives the connection.
class Canceller final
{
public:
    /// Blocks until the server took the request (a connection of its own). False: nothing to cancel, or not
    /// reached.
    bool cancel() const;
    /// The same for later: holds on to the session of this moment, also when the connection goes before it is called.
    [[nodiscard]] std::function<bool()> cancellation() const;
    /// Cuts the connection from this side: whoever waits for the server on it goes on at once, with a loss.
    /// Doesn't block, whatever server and network do.
    void cut() const;

private:
    friend class Connection;
    struct State;
    std::shared_ptr<State> m_state = nullptr;
};

/// One session with PostgreSQL. Belongs to the thread that made it: everything but the Canceller is called
/// there, the destructor too. SQL uses `?` for binds. Bound values never reach a log or an error.
class Connection final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const ConnectionOptions &options);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// After a loss: the same again. Transactions, settings and temporary things of the old session are gone.
    [[nodiscard]] Result<void> reopen();

    /// False as soon as a statement met the loss; a loss that no statement met is not seen.
    [[nodiscard]] bool isOpen() const;

    /// Runs one statement and reads all of it. jsonb is bound as QString, arrays as '{…}' text.
    [[nodiscard]] Result<Rows> exec(const QString &sql, const QVariantList &binds = {});

    /// Runs one statement and hands over row after row without keeping them; nothing else may run on this
    /// connection meanwhile. A callback that returns false cancels the rest (no error). Returns the number of
    /// rows handed over.
    using RowCallback = std::function<bool(const QSqlQuery &row)>;
    [[nodiscard]] Result<qint64> stream(const QString &sql, const QVariantList &binds,
                                        const RowCallback &row);

    /// Runs a whole file: many statements, no binds, UTF-8; without a `begin` around it all of it or nothing.
    /// The error has "message", "hint" and the "line" that it stands in.
    [[nodiscard]] Result<void> script(const QByteArray &sql);

    /// `copy … from stdin` with text format data (rows end with \n, tab-separated, \N is null). Called until
    /// it returns an empty chunk.
    [[nodiscard]] Result<void> copyIn(const QString &copyStatement,
                                      const std::function<QByteArray()> &nextChunk);

    [[nodiscard]] Canceller canceller() const;
    [[nodiscard]] int backendPid() const;
    [[nodiscard]] const ConnectionOptions &options() const { return m_options; }

private:
    friend class Transaction;
    explicit Connection(const ConnectionOptions &options);
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<QSqlQuery *> run(const QString &sql, const QVariantList &binds);
    [[nodiscard]] Result<QSqlQuery *> begin(QSqlQuery &plain, const QString &sql, const QVariantList &binds);
    [[nodiscard]] Result<void> runOn(QSqlQuery &query, const QString &sql, const QVariantList &binds) const;
    [[nodiscard]] Error errorOf(const QSqlError &error) const;
    void takeCancelHandle();
    void dropCancelHandle();
    void endSession();
    void dropStatements();

    ConnectionOptions m_options;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements; // prepared, by their text
    std::shared_ptr<Canceller::State> m_cancel;
};

/// A transaction that is rolled back unless commit() succeeded.
class Transaction final
{
public:
    /// `mode` as after BEGIN: "isolation level repeatable read read only".
    [[nodiscard]] static Result<Transaction> begin(Connection &connection, const QString &mode = {});
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)

    /// An error means: not committed, or (ConnectionLost) nobody knows.
    [[nodiscard]] Result<void> commit();
    void rollback();
    [[nodiscard]] bool isCommitted() const { return m_committed; }

private:
    explicit Transaction(Connection &connection) : m_connection(&connection) {}
    Connection *m_connection;
    bool m_committed = false;
};

} // namespace tenantry::server
