// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/connection.h"
#include "tests/support/testcluster.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace tenantry::test
{

/// Somebody who can sign in.
struct Person {
    QString id;   ///< of the user
    QString role; ///< of PostgreSQL
    QString name;
};

/// What api.execute gave: an answer, or the SQLSTATE and message of an error.
struct Answer {
    QJsonObject json;
    QString sqlState;
    QString message;

    [[nodiscard]] QString outcome() const { return json.value(QLatin1String("outcome")).toString(); }
    [[nodiscard]] QStringList codes() const; ///< of a refusal, sorted
    [[nodiscard]] QString code() const { return codes().join(u','); }
    [[nodiscard]] QJsonObject error(const QString &code) const;
    [[nodiscard]] QString result(const QString &key) const;
    [[nodiscard]] QString text() const; ///< all of it, for QVERIFY2
    [[nodiscard]] bool isDone() const { return outcome() == QLatin1String("done"); }
};

struct Command {
    QString kind;
    QJsonObject payload;
    QJsonObject seen = {};
    QStringList after = {};
    QString id = {}; ///< made where empty
    QJsonObject context = {};
};

/// A server with the schema and a small platform: system administrators, two tenants A and B with their administrators, in A a member, a
/// space with its owner and administrator and an outsider from B, somebody without a tenant, somebody suspended.
class SchemaWorld
{
public:
    /// Empty: all is well.
    [[nodiscard]] QString create();

    [[nodiscard]] TestCluster &cluster() { return m_cluster; }

    Person root, secondRoot, adminA, adminB, memberA, ownerA, spaceAdminA, outsider, homeless, suspended;
    QString tenantA, tenantB, defaultTenant, spaceA, resourceA;

    [[nodiscard]] Person addPerson(const QString &name, bool systemAdministrator = false);
    /// Moves somebody of the default system tenant into the root organization of a tenant.
    void moveTo(const Person &person, const QString &tenant);
    /// By application and approval, as anybody gets one.
    [[nodiscard]] QString addTenant(const Person &administrator, const QString &name, const QString &code);

    /// Signed in; errors carry PostgreSQL's sentence.
    [[nodiscard]] std::unique_ptr<server::Connection> connect(const Person &person) const;
    /// The same, as a role that is no person's.
    [[nodiscard]] Result<std::unique_ptr<server::Connection>> connectAs(const QString &role, const QString &password) const;

    [[nodiscard]] static QString newId();
    [[nodiscard]] static Answer execute(server::Connection &connection, const Command &command);
    [[nodiscard]] Answer execute(const Person &person, const Command &command) const;

    /// As the owner (a superuser): what psql -At prints, or "ERROR SQLSTATE message".
    QString sql(const QString &statement, const QVariantList &binds = {}) const;
    /// The same, which must succeed.
    QString must(const QString &statement, const QVariantList &binds = {}) const;

    [[nodiscard]] static QJsonObject tenantForm(const QString &name, const QString &code);
    /// {id: {"": version}}
    [[nodiscard]] static QJsonObject seen(const QString &id, int version = 1, const QString &group = {});

    static inline const QString password = QStringLiteral("correct horse battery");

private:
    TestCluster m_cluster;
    QString m_verifier;
    int m_people = 0;
};

/// The SQLSTATE and sentence with which a statement fails; empty: it doesn't.
[[nodiscard]] QString failureOf(server::Connection &connection, const QString &statement, const QVariantList &binds = {});

} // namespace tenantry::test
