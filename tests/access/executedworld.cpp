// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/access/executedworld.h"

using namespace Qt::StringLiterals;

namespace tenantry::test {

using namespace directory;

QString ExecutedWorld::prepare()
{
    if (const QString error = create(); !error.isEmpty())
        return error;
    std::vector<QString> organizations;
    for (int i = 0; i < 8; ++i)
        organizations.push_back(
            addOrganization(u"organization %1"_s.arg(i), i < 3 ? QString() : organizations[size_t(i) / 2]));
    std::vector<QString> people;
    for (int i = 0; i < 14; ++i) {
        people.push_back(addCard(u"person %1"_s.arg(i)));
        addMembership(people.back(), organizations[size_t(i) % organizations.size()]);
    }
    std::vector<QString> groups;
    for (int i = 0; i < 3; ++i)
        groups.push_back(addGroup(tenantA, {people[size_t(i)]}, {organizations[size_t(i)]}));
    for (int i = 0; i < 3; ++i) {
        const QString space = addSpace(ownerA);
        m_spaces.push_back(space);
        for (int r = 0; r < 3; ++r)
            static_cast<void>(addResource(space, ownerA, r == 1));
        addGrant(space, u"organization"_s, organizations[size_t(i)], u"viewer"_s);
        addGrant(space, u"group"_s, groups[size_t(i)], u"editor"_s);
        addGrant(space, u"user"_s, people[size_t(i) + 3], u"guest"_s);
    }
    m_connection = connect(adminA);
    m_replica = std::make_unique<MemoryReplica>(*m_connection);
    noteMoment(pull());
    return {};
}

SnapshotPtr ExecutedWorld::pull()
{
    const auto pulled = m_replica->pull();
    if (!pulled)
        qFatal("%s", qPrintable(describe(pulled)));
    return test::snapshotOf(*m_replica);
}

// The worker's seal gives what was committed its place in time; the next one must get another.
void ExecutedWorld::noteMoment(const SnapshotPtr &snapshot)
{
    must(u"select worker.seal_audit()"_s);
    const Instant at =
        fromMicroseconds(must(u"select app.micros(max(sealed_at)) from app.audit_heads"_s).toLongLong());
    if (!m_moments.empty() && m_moments.back().at == at)
        return;
    m_moments.push_back({at, tests::everyRole(snapshot, at)});
}

QString ExecutedWorld::giveRandomCommands(int count)
{
    for (int i = 0; i < count; ++i) {
        const auto [who, command] = randomCommand(*pull());
        const Answer answer = give(who, command);
        if (!answer.sqlState.isEmpty())
            return answer.text();
        if (answer.isDone())
            noteMoment(pull());
    }
    return {};
}

std::unique_ptr<sync::Wire> ExecutedWorld::wireOf(const Person &person)
{
    server::ConnectionOptions options;
    options.profile = cluster().profileFor(person.role);
    options.password = SchemaWorld::password;
    options.tellMessages = true;
    return std::move(sync::Wire::connect(options).value());
}

std::shared_ptr<KeySource> ExecutedWorld::keysIn(const QString &folder)
{
    auto keys = std::make_shared<FileKeySource>(folder);
    if (!keys->replicaKey() && !keys->renewReplicaKey())
        qFatal("no key");
    return keys;
}

} // namespace tenantry::test
