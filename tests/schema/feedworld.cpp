// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/feedworld.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::test
{

QString FeedWorld::create(double seed)
{
    if (const QString error = m_cluster.create(); !error.isEmpty())
        return error;
    m_owner = m_cluster.ownerConnection();
    QFile file(QStringLiteral(TENANTRY_WORLD_SQL));
    if (!file.open(QIODevice::ReadOnly))
        return file.fileName();
    if (const auto made = m_owner->script(file.readAll()); !made)
        return describe(made.error());
    for (const QString &sql : {u"select setseed(%1)"_s.arg(seed), u"select test.make_world()"_s, u"select test.make_accounts()"_s}) {
        if (const auto made = m_owner->exec(sql); !made)
            return describe(made.error());
    }
    const auto accounts = m_owner->exec(u"select a.role_name, a.user_id, u.name from app.accounts as a join app.users as u on u.id = a.user_id order by a.user_id"_s);
    if (!accounts)
        return describe(accounts.error());
    for (const QVariantList &row : accounts->rows) {
        auto connection = m_cluster.personConnection(row[0].toString(), u"p"_s);
        if (!connection)
            return describe(connection.error());
        auto replica = std::make_unique<MemoryReplica>(**connection);
        m_people.push_back({row[1].toString(), row[2].toString(), std::move(*connection), std::move(replica)});
    }
    return {};
}

FeedWorld::Person &FeedWorld::personBy(const QString &sql)
{
    const QString id = run(sql).section(u'\n', 0, 0);
    for (Person &person : m_people) {
        if (person.id == id)
            return person;
    }
    qFatal("nobody: %s: %s", qPrintable(sql), qPrintable(id));
}

QString differenceToFreshPull(FeedWorld::Person &person)
{
    MemoryReplica fresh(*person.connection);
    const auto pulled = fresh.pull();
    return pulled ? person.replica->differenceTo(fresh) : describe(pulled.error());
}

} // namespace tenantry::test
