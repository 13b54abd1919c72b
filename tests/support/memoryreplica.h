// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <compare>

namespace tenantry::server
{
class Connection;
}

namespace tenantry::test
{

/// One row in one scope. IDs are 36 characters, as PostgreSQL prints them.
struct Entry {
    int scopeKind = 0;
    QString scopeId;
    int kind = 0;
    QString id;
    friend std::strong_ordering operator<=>(const Entry &, const Entry &) = default;
};

/// The simplest client there can be: pulls as resources/schema/README.md says and keeps what it got in memory. What a real
/// replica must agree with, and the oracle for "replica = fresh pull".
class MemoryReplica final
{
public:
    /// As the person of this connection, who must outlive it.
    explicit MemoryReplica(server::Connection &person) : m_person(person) {}

    /// What came with one pull.
    struct Pull {
        bool full = false;
        int lostScopes = 0;
        int newScopes = 0;
        qint64 newRows = 0;     ///< rows of new scopes
        qint64 changedRows = 0; ///< entries of scopes that were known, gone ones among them
        QStringList repeated;   ///< entries of known scopes that brought nothing new
    };

    [[nodiscard]] Result<Pull> pull();
    /// Steps of a pull, for tests that do something between them: begin, then rows and commit.
    [[nodiscard]] Result<void> beginPull();
    [[nodiscard]] Result<Pull> finishPull();

    [[nodiscard]] const QMap<Entry, QByteArray> &rows() const { return m_rows; }
    [[nodiscard]] const QJsonObject &answer() const { return m_answer; } ///< of the last pull_begin
    [[nodiscard]] QStringList scopes() const;                            ///< "kind:id", sorted
    [[nodiscard]] QString cursor() const { return m_cursor; }
    void setCursor(const QString &cursor) { m_cursor = cursor; }
    [[nodiscard]] bool holds(int kind, const QString &id) const; ///< in any scope
    /// The first differences to another replica, a line each; empty: the same.
    [[nodiscard]] QString differenceTo(const MemoryReplica &other) const;

private:
    struct ScopeKey {
        int kind = 0;
        QString id;
        friend std::strong_ordering operator<=>(const ScopeKey &, const ScopeKey &) = default;
    };

    [[nodiscard]] Result<void> readKinds();
    [[nodiscard]] QMap<ScopeKey, bool> takeScopes(Pull &pull);
    [[nodiscard]] Result<void> pullPages(const ScopeKey &scope, Pull &pull);
    [[nodiscard]] Result<void> pullChanges(const QMap<ScopeKey, bool> &wanted, Pull &pull);

    server::Connection &m_person;
    QHash<int, QList<int>> m_kindsOfScope;
    QMap<Entry, QByteArray> m_rows;
    QSet<QString> m_known; // scopes, "kind:id"
    QJsonObject m_answer;
    QString m_cursor;
    QString m_digest;
};

/// The rows of a page of api.pull_scope: split at line feeds that no quotes enclose.
[[nodiscard]] QList<QByteArray> splitPage(QByteArrayView page);

} // namespace tenantry::test
