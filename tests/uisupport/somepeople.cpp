// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/somepeople.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

QJsonArray rolesOf(const demo::World &world, UserId user)
{
    QJsonArray roles;
    for (const RoleAssignmentRow &role : world.roleAssignments)
        if (role.userId == user)
            roles.append(role.role);
    if (std::ranges::any_of(world.memberships, [&](const MembershipRow &row) { return row.userId == user && row.role == "leader"_L1; }))
        roles.append(u"leader"_s);
    return roles;
}

template <class Rows, class Id>
QString nameIn(const Rows &rows, Id id)
{
    const auto found = std::ranges::find_if(rows, [id](const auto &row) { return row.id == id; });
    return found == rows.end() ? QString() : found->name;
}

} // namespace

void answerPeople(FixedSession &session, const std::shared_ptr<QList<QJsonObject>> &asked)
{
    session.setAnswer(sync::Question::PeoplePage, [&session, asked](const QJsonObject &arguments) -> Result<QJsonValue> {
        if (asked)
            asked->append(arguments);
        const demo::World &world = session.world();
        QJsonArray rows;
        bool passed = !arguments["before"_L1].isString(), more = false;
        for (const UserRow &user : world.users) {
            if (!std::exchange(passed, passed || user.id.toString() == arguments["before"_L1].toString()))
                continue;
            const QJsonArray roles = rolesOf(world, user.id);
            if (!user.name.contains(arguments["text"_L1].toString()) || (arguments.contains("role"_L1) && !roles.contains(arguments["role"_L1])) ||
                (arguments.contains("status"_L1) && arguments["status"_L1].toString() != wireName(user.status)))
                continue;
            more = rows.size() >= arguments["limit"_L1].toInt(100);
            if (more)
                break;
            rows.append(QJsonObject{{u"id"_s, user.id.toString()}, {u"name"_s, user.name}, {u"staff"_s, user.staff},
                                    {u"status"_s, QString(wireName(user.status))}, {u"tenant_id"_s, user.tenantId.toString()},
                                    {u"tenant"_s, nameIn(world.tenants, user.tenantId)},
                                    {u"department"_s, nameIn(world.organizations, user.primaryOrganizationId)}, {u"roles"_s, roles},
                                    {u"created_at"_s, qint64(user.createdAt.time_since_epoch().count())}});
        }
        return QJsonObject{{u"rows"_s, rows}, {u"more"_s, more}};
    });
}

} // namespace tenantry::test
