// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/sqlitefile.h"

#include <QFile>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> errorOf(const QSqlError &error)
{
    const int number = error.nativeErrorCode().toInt();
    switch (number & 0xff) { // the rest is the extended code
    case 11:                 // SQLITE_CORRUPT
    case 26:                 // SQLITE_NOTADB
        return failure(ErrorClass::Data, u"store.corrupt"_s, {{u"sqlite"_s, number}});
    case 13: // SQLITE_FULL
        return failure(ErrorClass::System, u"store.full"_s, {{u"sqlite"_s, number}});
    default:
        return failure(ErrorClass::System, u"store.failed"_s, {{u"sqlite"_s, number}});
    }
}

} // namespace

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const QString &path, Durability durability,
                                                     AccessGate gate)
{
    const QString name = u"store-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<SqliteFile> file(new SqliteFile(name, std::move(gate)));
    if (const auto passed = file->pass(); !passed)
        return tl::unexpected(passed.error());
    // SQLite would make it readable for everybody; what is sealed is still nobody else's.
    if (QFile made(path); !made.exists() && made.open(QIODevice::NewOnly))
        made.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file->m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    file->m_database.setDatabaseName(path);
    file->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!file->m_database.open())
        return errorOf(file->m_database.lastError());
    if (const auto configured = file->configure(durability); !configured)
        return tl::unexpected(configured.error());
    return file;
}

SqliteFile::~SqliteFile()
{
    m_statements.clear(); // queries die before their connection
    m_database = QSqlDatabase();
    if (QSqlDatabase::contains(m_name))
        QSqlDatabase::removeDatabase(m_name);
}

Result<void> SqliteFile::configure(Durability durability)
{
    const bool scratch = durability == Durability::Scratch;
    const QString journal = scratch ? u"off"_s : u"wal"_s;
    const QString synchronous = scratch ? u"0"_s : durability == Durability::Full ? u"2"_s : u"1"_s;
    return setPragma(u"page_size"_s, u"8192"_s, {})
        .and_then([&] { return setPragma(u"journal_mode"_s, journal, journal); })
        .and_then([&] { return setPragma(u"synchronous"_s, synchronous, synchronous); })
        .and_then([&] { return setPragma(u"temp_store"_s, u"2"_s, u"2"_s); })
        .and_then([&] { return setPragma(u"cell_size_check"_s, u"1"_s, u"1"_s); });
}

Result<void> SqliteFile::setPragma(const QString &name, const QString &value, const QString &expected)
{
    QSqlQuery query(m_database);
    if (!query.exec(u"pragma %1 = %2"_s.arg(name, value)))
        return errorOf(query.lastError());
    query.finish();
    if (!query.exec(u"pragma "_s + name) || !query.next())
        return errorOf(query.lastError());
    if (!expected.isEmpty() && query.value(0).toString() != expected)
        return failure(ErrorClass::System, u"store.failed"_s, {{u"pragma"_s, name}});
    return {};
}

Result<void> SqliteFile::pass() const
{
    if (m_gate && !m_gate())
        return failure(ErrorClass::System, u"store.failed"_s, {{u"sqlite"_s, 10}}); // SQLITE_IOERR
    return {};
}

Result<QSqlQuery *> SqliteFile::prepared(const QString &sql)
{
    auto &statement = m_statements[sql];
    if (!statement) {
        auto made = std::make_unique<QSqlQuery>(m_database);
        made->setForwardOnly(true);
        if (!made->prepare(sql)) {
            m_statements.erase(sql);
            return errorOf(made->lastError());
        }
        statement = std::move(made);
    }
    return statement.get();
}

Result<void> SqliteFile::run(const QString &sql, const QVariantList &binds)
{
    return forEach(sql, binds, {});
}

Result<void> SqliteFile::forEach(const QString &sql, const QVariantList &binds,
                                 const std::function<Result<void>(const QSqlQuery &)> &row)
{
    if (const auto passed = pass(); !passed)
        return passed;
    const auto query = prepared(sql);
    if (!query)
        return tl::unexpected(query.error());
    for (qsizetype i = 0; i < binds.size(); ++i)
        (*query)->bindValue(int(i), binds[i]);
    Result<void> result;
    if (!(*query)->exec())
        result = errorOf((*query)->lastError());
    while (result && row && (*query)->next())
        result = row(**query);
    // A damaged page shows itself only while stepping.
    if (result && (*query)->lastError().isValid())
        result = errorOf((*query)->lastError());
    (*query)->finish();
    return result;
}

Result<QVariant> SqliteFile::value(const QString &sql, const QVariantList &binds)
{
    QVariant value;
    return forEach(sql, binds,
                   [&](const QSqlQuery &query) -> Result<void> {
                       if (!value.isValid())
                           value = query.value(0);
                       return {};
                   })
        .map([&] { return value; });
}

Result<void> SqliteFile::begin()
{
    return run(u"begin immediate"_s);
}

Result<void> SqliteFile::commit()
{
    const auto committed = run(u"commit"_s);
    if (!committed)
        rollback();
    return committed;
}

void SqliteFile::rollback()
{
    // Not through the gate: undoing is what happens by itself when a program dies.
    QSqlQuery query(m_database);
    query.exec(u"rollback"_s);
}

bool SqliteFile::remove(const QString &path)
{
    return (!QFile::exists(path) || QFile::remove(path)) && removeLog(path);
}

bool SqliteFile::removeLog(const QString &path)
{
    bool gone = true;
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        gone &= !QFile::exists(path + suffix) || QFile::remove(path + suffix);
    return gone;
}

} // namespace tenantry
