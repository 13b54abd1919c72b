// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <unordered_map>

namespace tenantry {

/// How much a commit of a file promises.
enum class Durability {
    Scratch, ///< nothing: the file is thrown away if anything goes wrong
    Crash,   ///< survives the end of the program; the last commits may be missing after a power cut
    Full     ///< survives a power cut too
};

/// Asked before each access; false makes the access fail as the disk would. Empty: all may pass. For tests.
using AccessGate = std::function<bool()>;

/// One SQLite file and its connection. Belongs to the thread that opened it. Errors: "store.corrupt" (Data),
/// "store.full", "store.failed" (System), each with the number "sqlite", never with values.
class SqliteFile final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SqliteFile>> open(const QString &path, Durability durability,
                                                                  AccessGate gate = {});
    ~SqliteFile();
    Q_DISABLE_COPY_MOVE(SqliteFile)

    [[nodiscard]] Result<void> run(const QString &sql, const QVariantList &binds = {});
    /// Calls `row` for each row until it returns an error, which is then returned.
    [[nodiscard]] Result<void> forEach(const QString &sql, const QVariantList &binds,
                                       const std::function<Result<void>(const QSqlQuery &)> &row);
    /// The first column of the first row; an invalid value where there is none.
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &binds = {});

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit(); ///< an error means: not committed, and rolled back
    void rollback();

    /// Deletes the file with what SQLite keeps beside it. True once none is there.
    [[nodiscard]] static bool remove(const QString &path);
    /// Only what SQLite keeps beside it.
    [[nodiscard]] static bool removeLog(const QString &path);

private:
    SqliteFile(QString name, AccessGate gate) : m_name(std::move(name)), m_gate(std::move(gate)) {}
    [[nodiscard]] Result<void> configure(Durability durability);
    [[nodiscard]] Result<void> setPragma(const QString &name, const QString &value, const QString &expected);
    [[nodiscard]] Result<QSqlQuery *> prepared(const QString &sql);
    [[nodiscard]] Result<void> pass() const;

    QString m_name;
    AccessGate m_gate;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements; // by their text
};

} // namespace tenantry
