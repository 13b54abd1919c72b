// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/replica/replicafixture.h"

#include <QTest>

namespace tenantry::test {

void ReplicaFixture::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_gate = {};
}

void ReplicaFixture::fill(int count)
{
    auto built = Replica::build(options(), m_key);
    QVERIFY(built);
    Replica &replica = **built;
    replica.addScope(tenantScope);
    for (int i = 0; i < count; ++i)
        QVERIFY(replica.put(tenantScope, i % 3 ? RowKind::Grant : RowKind::User, idOf(i), rowOf(i)));
    QVERIFY(replica.commit(markAt(1000)));
    QVERIFY(replica.install());
    QVERIFY(replica.beginPull());
    for (int i = 0; i < count; i += 10)
        QVERIFY(replica.put(tenantScope, i % 3 ? RowKind::Grant : RowKind::User, idOf(i), rowOf(i, 2)));
    for (int i = 5; i < count; i += 50)
        QVERIFY(replica.remove(tenantScope, i % 3 ? RowKind::Grant : RowKind::User, idOf(i)));
    QVERIFY(replica.commit(markAt(1010)));
}

void ReplicaFixture::runSql(const QString &sql, const QVariantList &binds) const
{
    auto file = SqliteFile::open(path(), Durability::Crash);
    QVERIFY(file && (*file)->run(sql, binds));
}

QVariant ReplicaFixture::sqlValue(const QString &sql) const
{
    return SqliteFile::open(path(), Durability::Crash).value()->value(sql).value();
}

} // namespace tenantry::test
