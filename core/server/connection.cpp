// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/connection.h"

#include "core/server/failure.h"

#include "core/server/connectionstring.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlRecord>

#include <libpq-fe.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr size_t preparedAtMost = 200;

using PgResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// Unique in the process: QtSql keeps connections in one table for all threads.
QString nextName()
{
    static std::atomic<quint64> counter = 0;
    return u"tenantry-%1"_s.arg(++counter);
}

PGconn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || QByteArrayView(handle.typeName()) != "pg_conn*")
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

QString fieldOf(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

/// `script` errors are for whoever installs: they say all there is, and the line that they are about.
Error scriptError(const PGresult *result, bool isOpen, const QByteArray &sql)
{
    Error error =
        serverError(fieldOf(result, PG_DIAG_SQLSTATE), isOpen, fieldOf(result, PG_DIAG_MESSAGE_PRIMARY));
    const QString detail = fieldOf(result, PG_DIAG_MESSAGE_DETAIL);
    const QString hint = fieldOf(result, PG_DIAG_MESSAGE_HINT);
    const QString context = fieldOf(result, PG_DIAG_CONTEXT);
    if (!detail.isEmpty())
        error.parameters.insert(u"detail"_s, detail);
    if (!hint.isEmpty())
        error.parameters.insert(u"hint"_s, hint);
    if (!context.isEmpty())
        error.parameters.insert(u"context"_s, context);
    if (const int position = fieldOf(result, PG_DIAG_STATEMENT_POSITION).toInt();
        position > 0) // in characters
        error.parameters.insert(u"line"_s, QString::fromUtf8(sql).first(position - 1).count(u'\n') + 1);
    return error;
}

} // namespace

struct Canceller::State
{
    std::mutex mutex; // held for moments only: never while something waits for the server
    std::shared_ptr<PGcancel> handle;
    int socket = -1;
};

bool Canceller::cancel() const
{
    return cancellation()();
}

std::function<bool()> Canceller::cancellation() const
{
    if (!m_state)
        return [] { return false; };
    const std::lock_guard lock(m_state->mutex);
    return [handle = m_state->handle] {
        std::array<char, 256> message{};
        return handle && PQcancel(handle.get(), message.data(), int(message.size())) == 1;
    };
}

void Canceller::cut() const
{
    if (!m_state)
        return;
    const std::lock_guard lock(m_state->mutex);
    if (m_state->socket >= 0)
        ::shutdown(m_state->socket, SHUT_RDWR);
}

QVariant Rows::value(qsizetype row, const QString &column) const
{
    return rows.value(row).value(columns.indexOf(column));
}

Connection::Connection(const ConnectionOptions &options)
    : m_options(options), m_name(nextName()), m_cancel(std::make_shared<Canceller::State>())
{
}

Result<std::unique_ptr<Connection>> Connection::open(const ConnectionOptions &options)
{
    std::unique_ptr<Connection> connection(new Connection(options));
    if (const auto opened = connection->connect(); !opened)
        return tl::make_unexpected(opened.error());
    return connection;
}

Connection::~Connection()
{
    endSession();
}

// The statements go last, when they have no driver any more: the server lets go of them with the session. One
// by one before that, each costs a way to the server, and complains on stderr where it has ended already.
void Connection::endSession()
{
    dropCancelHandle();
    m_database.close();
    m_database = {}; // removeDatabase complains about copies
    QSqlDatabase::removeDatabase(m_name);
    dropStatements();
}

Result<void> Connection::connect()
{
    if (!m_database.isValid()) {
        m_database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
        if (!m_database.isValid())
            return failure(ErrorClass::System, u"server.driver_missing"_s);
    }
    if (auto configured = configure(m_database, m_options); !configured)
        return configured;
    if (!m_database.open())
        return tl::make_unexpected(diagnose(m_database, m_database.lastError().databaseText()));
    m_database.setNumericalPrecisionPolicy(QSql::HighPrecision); // else numeric becomes double
    if (PGconn *handle = handleOf(m_database))
        PQsetNoticeReceiver(
            handle, [](void *, const PGresult *) {}, nullptr); // not on stderr
    takeCancelHandle();
    return {};
}

Result<void> Connection::reopen()
{
    endSession();
    return connect();
}

bool Connection::isOpen() const
{
    const PGconn *handle = m_database.isOpen() ? handleOf(m_database) : nullptr;
    return handle && PQstatus(handle) == CONNECTION_OK;
}

void Connection::takeCancelHandle()
{
    const std::lock_guard lock(m_cancel->mutex);
    m_cancel->handle.reset(PQgetCancel(handleOf(m_database)), PQfreeCancel);
    m_cancel->socket = PQsocket(handleOf(m_database));
}

// Before the socket is closed: its number may be another file's the moment after.
void Connection::dropCancelHandle()
{
    const std::lock_guard lock(m_cancel->mutex);
    m_cancel->handle.reset();
    m_cancel->socket = -1;
}

Canceller Connection::canceller() const
{
    Canceller canceller;
    canceller.m_state = m_cancel;
    return canceller;
}

int Connection::backendPid() const
{
    return isOpen() ? PQbackendPID(handleOf(m_database)) : 0;
}

void Connection::dropStatements()
{
    m_statements.clear();
}

Error Connection::errorOf(const QSqlError &error) const
{
    const QString state = error.nativeErrorCode();
    // What our own functions raise (TY…) holds nothing but what we wrote; PostgreSQL's sentences repeat
    // values.
    const bool mayTell = m_options.tellMessages || state.startsWith(u"TY"_s);
    return serverError(state, isOpen(), mayTell ? error.databaseText() : QString());
}

Result<void> Connection::runOn(QSqlQuery &query, const QString &sql, const QVariantList &binds) const
{
    bool good = false;
    if (binds.isEmpty()) {
        good = query.exec(sql);
    } else {
        for (qsizetype i = 0; i < binds.size(); ++i)
            query.bindValue(int(i), binds.at(i));
        good = query.exec();
    }
    if (!good)
        return tl::make_unexpected(errorOf(query.lastError()));
    return {};
}

/// Statements with binds are prepared once per session: it saves a way to the server at each repetition.
Result<QSqlQuery *> Connection::run(const QString &sql, const QVariantList &binds)
{
    if (!m_statements.contains(sql) && m_statements.size() >= preparedAtMost)
        dropStatements();
    std::unique_ptr<QSqlQuery> &query = m_statements[sql];
    if (!query) {
        query = std::make_unique<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            const Error error = errorOf(query->lastError());
            m_statements.erase(sql);
            return tl::make_unexpected(error);
        }
    }
    QSqlQuery *const prepared = query.get();
    if (const auto done = runOn(*prepared, sql, binds); !done) {
        // A changed function or table makes an old plan fail: the next try prepares anew. Where the session has
        // ended, which isOpen() may not know yet, there is nobody to free it.
        if (failureKind(done.error()) != FailureKind::ConnectionLost)
            m_statements.erase(sql);
        return tl::make_unexpected(done.error());
    }
    return prepared;
}

/// Starts a statement, on a prepared query where it has binds, else on `plain`.
Result<QSqlQuery *> Connection::begin(QSqlQuery &plain, const QString &sql, const QVariantList &binds)
{
    if (!binds.isEmpty())
        return run(sql, binds);
    plain.setForwardOnly(true);
    if (const auto done = runOn(plain, sql, binds); !done)
        return tl::make_unexpected(done.error());
    return &plain;
}

Result<Rows> Connection::exec(const QString &sql, const QVariantList &binds)
{
    if (!isOpen())
        return tl::make_unexpected(serverError(FailureKind::ConnectionLost));
    QSqlQuery plain(m_database);
    const auto begun = begin(plain, sql, binds);
    if (!begun)
        return tl::make_unexpected(begun.error());
    QSqlQuery *const query = *begun;
    Rows result;
    const QSqlRecord record = query->record();
    for (int i = 0; i < record.count(); ++i)
        result.columns.append(record.fieldName(i));
    result.affected = query->numRowsAffected();
    while (query->next()) {
        QVariantList &row = result.rows.emplaceBack();
        for (int i = 0; i < record.count(); ++i)
            row.append(query->value(i));
    }
    const QSqlError error = query->lastError(); // met while reading
    query->finish();
    if (error.isValid())
        return tl::make_unexpected(errorOf(error));
    return result;
}

Result<qint64> Connection::stream(const QString &sql, const QVariantList &binds, const RowCallback &row)
{
    if (!isOpen())
        return tl::make_unexpected(serverError(FailureKind::ConnectionLost));
    QSqlQuery plain(m_database);
    const auto begun = begin(plain, sql, binds);
    if (!begun)
        return tl::make_unexpected(begun.error());
    QSqlQuery &query = **begun;
    qint64 count = 0;
    while (query.next()) {
        ++count;
        if (!row(query)) {
            canceller().cancel(); // else closing the query reads all the rest
            query.finish();
            return count;
        }
    }
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return tl::make_unexpected(errorOf(error));
    if (!isOpen())
        return tl::make_unexpected(serverError(FailureKind::ConnectionLost));
    return count;
}

Result<void> Connection::script(const QByteArray &sql)
{
    PGconn *handle = isOpen() ? handleOf(m_database) : nullptr;
    if (!handle)
        return tl::make_unexpected(serverError(FailureKind::ConnectionLost));
    const PgResult result(PQexec(handle, sql.constData()), PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return {};
    return tl::make_unexpected(scriptError(result.get(), isOpen(), sql));
}

Result<void> Connection::copyIn(const QString &copyStatement, const std::function<QByteArray()> &nextChunk)
{
    PGconn *handle = isOpen() ? handleOf(m_database) : nullptr;
    if (!handle)
        return tl::make_unexpected(serverError(FailureKind::ConnectionLost));
    const PgResult begun(PQexec(handle, copyStatement.toUtf8().constData()), PQclear);
    if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
        return tl::make_unexpected(scriptError(begun.get(), isOpen(), copyStatement.toUtf8()));
    for (QByteArray chunk = nextChunk(); !chunk.isEmpty(); chunk = nextChunk()) {
        if (PQputCopyData(handle, chunk.constData(), int(chunk.size())) != 1)
            break; // PQgetResult says why
    }
    PQputCopyEnd(handle, nullptr);
    Result<void> outcome;
    while (const PgResult result{PQgetResult(handle), PQclear}) {
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && outcome)
            outcome = tl::make_unexpected(
                errorOf(QSqlError({}, fieldOf(result.get(), PG_DIAG_MESSAGE_PRIMARY),
                                  QSqlError::StatementError, fieldOf(result.get(), PG_DIAG_SQLSTATE))));
    }
    if (outcome && !isOpen())
        return tl::make_unexpected(serverError(FailureKind::ConnectionLost));
    return outcome;
}

} // namespace tenantry::server
