// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "core/directory/tables.h"

#include <QSet>
#include <QStringList>

namespace tenantry::tests
{

/// Everything that a snapshot says, in IDs and sorted: two snapshots that say the same have the same facts, whatever
/// their indices. Of things that are known, and of edges between any.
inline QStringList facts(const directory::Snapshot &s)
{
    using namespace directory;
    using namespace Qt::StringLiterals;
    QStringList all;
    const auto uuid = [](const QUuid &id) { return id.toString(QUuid::WithoutBraces); };
    for (const Row &row : s.allRows())
        all += QString(wireName(kindOf(row))) + u' ' + std::visit([](const auto &r) { return QString::fromUtf8(printRow(r)); }, row);
    for (const UserIndex user : s.users()) {
        const QString id = uuid(s.idOf(user));
        for (const UserMembership &m : s.membershipsOf(user))
            all += u"in %1 %2 %3"_s.arg(id, uuid(s.idOf(m.organization)), uuid(s.membership(m.membership).id()));
        for (const GroupOf &g : s.groupsOf(user))
            all += u"group of user %1 %2"_s.arg(id, uuid(s.idOf(g.group)));
        for (const SubjectGrant &g : s.grantsOf(user))
            all += u"grant of %1 %2 %3 %4"_s.arg(id, uuid(s.grant(g.grant()).id().uuid()), wireName(g.role())).arg(g.entry().expires());
        const Standing standing = s.tables().standings[user.value()];
        all += u"standing %1 %2 %3 %4"_s.arg(id).arg(standing.counts).arg(standing.inGroups)
                   .arg(standing.inOne ? uuid(s.idOf(OrganizationIndex(standing.one))) : QString());
    }
    for (const OrganizationIndex o : s.organizations()) {
        const QString id = uuid(s.idOf(o));
        const OrganizationView view = s.organization(o);
        all += u"organization %1 depth %2 own %3 total %4 enabled %5"_s.arg(id).arg(view.depth()).arg(view.ownMemberCount())
                   .arg(view.totalMemberCount()).arg(view.isEffectivelyEnabled());
        for (const OrganizationMember &m : s.membersOf(o))
            all += u"member %1 %2"_s.arg(id, uuid(s.idOf(m.user)));
        for (const OrganizationIndex child : s.children(o))
            all += u"child %1 %2"_s.arg(id, uuid(s.idOf(child)));
        for (const OrganizationIndex below : s.subtree(o))
            all += u"below %1 %2"_s.arg(id, uuid(s.idOf(below)));
        for (const GroupOf &g : s.groupsOf(o))
            all += u"group of organization %1 %2"_s.arg(id, uuid(s.idOf(g.group)));
        for (const SubjectGrant &g : s.grantsOf(o))
            all += u"grant of %1 %2"_s.arg(id, uuid(s.grant(g.grant()).id().uuid()));
        all += u"leader %1 %2"_s.arg(id, view.leader().isValid() ? uuid(s.idOf(view.leader())) : QString());
    }
    for (const RoleGroupIndex group : s.roleGroups()) {
        for (const GroupMember &m : s.membersOf(group))
            all += u"group member %1 %2"_s.arg(uuid(s.idOf(group)), uuid(s.idOf(m.subject)));
        for (const SubjectGrant &g : s.grantsOf(group))
            all += u"grant of %1 %2"_s.arg(uuid(s.idOf(group)), uuid(s.grant(g.grant()).id().uuid()));
    }
    for (const SpaceIndex space : s.spaces()) {
        const QString id = uuid(s.idOf(space));
        for (const GrantEntry &g : s.grantsOn(space))
            all += u"grant on %1 %2 %3"_s.arg(id, uuid(s.grant(g.grant()).id().uuid()), wireName(g.role()));
        for (const SpaceResource &r : s.resourcesOf(space)) {
            all += u"resource %1 %2 %3"_s.arg(id, uuid(s.idOf(r.resource()))).arg(r.isRestricted());
            for (const GrantEntry &g : s.grantsOn(r.resource()))
                all += u"grant on %1 %2"_s.arg(uuid(s.idOf(r.resource())), uuid(s.grant(g.grant()).id().uuid()));
        }
    }
    all += u"%1 users, %2 organizations, %3 memberships, %4 grants"_s.arg(s.userCount()).arg(s.organizationCount())
               .arg(s.membershipCount()).arg(s.grantCount());
    all.sort();
    return all;
}

/// The first lines that only one of them has: what a failed comparison prints.
inline QString difference(const QStringList &a, const QStringList &b)
{
    const QSet<QString> inA(a.begin(), a.end());
    const QSet<QString> inB(b.begin(), b.end());
    QStringList lines;
    for (const QString &line : a)
        if (!inB.contains(line) && lines.size() < 8)
            lines += QStringLiteral("- ") + line;
    for (const QString &line : b)
        if (!inA.contains(line) && lines.size() < 16)
            lines += QStringLiteral("+ ") + line;
    return lines.join(u'\n');
}

} // namespace tenantry::tests
