// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/replica/storefixture.h"

#include <QObject>
#include <QTemporaryDir>

namespace tenantry::test {

inline const Scope tenantScope{ScopeKind::Tenant, QUuid::createUuidV5(QUuid(), QStringLiteral("t")), {}};
inline const Scope peopleScope{ScopeKind::People, QUuid::createUuidV5(QUuid(), QStringLiteral("t")), {}};
inline const Scope personScope{ScopeKind::Person, QUuid::createUuidV5(QUuid(), QStringLiteral("p")), {}};

inline QUuid idOf(int n)
{
    return QUuid::createUuidV5(QUuid(), QString::number(n));
}

inline QByteArray rowOf(int n, int version = 1)
{
    return "(" + idOf(n).toByteArray(QUuid::WithoutBraces) + ",\"王小明\",wang@example.com,+8613800138000," +
           QByteArray::number(version) + ")";
}

inline PullMark markAt(qint64 seconds)
{
    PullMark mark;
    mark.cursor = QStringLiteral("cursor");
    mark.serverTime = fromMicroseconds(seconds * 1'000'000);
    return mark;
}

/// A replica of its own for each test, and ways around it to what is in the file.
class ReplicaFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

protected:
    struct Opened
    {
        Result<std::unique_ptr<Replica>> replica;
        Content seen;
        [[nodiscard]] QString code() const { return replica ? QString() : replica.error().code; }
    };

    [[nodiscard]] ReplicaOptions options() const
    {
        return {.folder = m_folder->path(), .expected = {}, .notPulledBefore = {}, .gate = m_gate};
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(Replica::fileName()); }
    [[nodiscard]] Opened open(std::optional<ReplicaOptions> given = {}) const
    {
        Content seen;
        auto replica = Replica::open(given.value_or(options()), m_key, collectInto(seen));
        return {std::move(replica), seen};
    }
    // `count` rows of the tenant in pages, some of them changed and some removed later.
    void fill(int count);
    void runSql(const QString &sql, const QVariantList &binds = {}) const;
    [[nodiscard]] QVariant sqlValue(const QString &sql) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    SecretBytes m_key = SecretBytes::random(32);
    AccessGate m_gate;
};

} // namespace tenantry::test
