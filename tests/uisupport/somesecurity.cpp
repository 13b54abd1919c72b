// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/somesecurity.h"


#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

struct Example
{
    const char *kind;
    int minutesAgo;
    int person; ///< of the world's users; -1: nobody
    QJsonObject details;
    bool alarm = false;
    int clientMinutesAgo = -1;
};

QJsonArray rowsOf(const FixedSession &session, const QList<Example> &examples, QJsonObject &names)
{
    const demo::World &world = session.world();
    QJsonArray rows;
    qint64 id = examples.size();
    const auto micros = [&](int ago) { return qint64((session.now() - std::chrono::minutes(ago)).time_since_epoch().count()); };
    for (const Example &example : examples) {
        QJsonObject row{{u"id"_s, id--},
                        {u"at"_s, micros(example.minutesAgo)},
                        {u"kind"_s, QString::fromLatin1(example.kind)},
                        {u"details"_s, example.details},
                        {u"alarm"_s, example.alarm}};
        if (example.clientMinutesAgo >= 0)
            row[u"client_at"_s] = micros(example.clientMinutesAgo);
        if (example.person >= 0) {
            const UserRow &user = world.users[size_t(example.person)];
            row[u"actor_id"_s] = user.id.toString();
            row[u"tenant_id"_s] = user.tenantId.toString();
            names[user.id.toString()] = user.name;
        }
        rows.append(row);
    }
    for (const TenantRow &tenant : world.tenants)
        names[tenant.id.toString()] = tenant.name;
    return rows;
}

QList<Example> events(const FixedSession &session)
{
    const QString space = session.world().spaces.front().id.toString();
    return {{"many_refusals", 2, 7, {{u"count"_s, 21}, {u"minutes"_s, 10}}, true},
            {"refused_command", 3, 7, {{u"kind"_s, u"organization_delete"_s}, {u"codes"_s, QJsonArray{u"command.not_found"_s}}}},
            {"refused_access", 9, 7, {{u"scope_kind"_s, 9}, {u"scope"_s, space}}},
            {"break_glass_opened", 60, 0, {{u"until"_s, qint64(session.now().time_since_epoch().count())}}},
            {"mass_export", 300, 12, {{u"count"_s, 12'400}, {u"minutes"_s, 60}}, true},
            {"of_tomorrow", 4000, -1, {}}};
}

QList<Example> accesses(const FixedSession &session)
{
    return {{"pull_changes", 1, 7, {{u"scopes"_s, 6}, {u"new_scopes"_s, 0}, {u"rows"_s, 12}}},
            {"search_people", 4, 3, {{u"length"_s, 2}, {u"rows"_s, 17}}},
            {"export", 30, 12, {{u"object_kind"_s, u"list"_s}, {u"rows"_s, 6'200}, {u"offline"_s, true}}, false, 130},
            {"detail", 45, 5, {{u"object_kind"_s, u"user"_s}, {u"object_id"_s, session.world().users[9].id.toString()}}},
            {"pull_scope", 90, 3, {{u"scope_kind"_s, 4}, {u"scope"_s, session.world().tenants.back().id.toString()}, {u"rows"_s, 1'204}}}};
}

} // namespace

void answerSecurity(FixedSession &session, const std::shared_ptr<QList<QJsonObject>> &asked)
{
    session.setAnswer(sync::Question::SecurityPage, [&session, asked](const QJsonObject &arguments) -> Result<QJsonValue> {
        if (asked)
            asked->append(arguments);
        QJsonObject names{{session.world().users[9].id.toString(), session.world().users[9].name},
                          {session.world().spaces.front().id.toString(), session.world().spaces.front().name}};
        const QJsonArray all =
            rowsOf(session, arguments["list"_L1] == u"accesses"_s ? accesses(session) : events(session), names);
        QJsonArray rows, kinds;
        for (const QJsonValue &row : all) {
            if (!kinds.contains(row["kind"_L1]))
                kinds.append(row["kind"_L1]);
            if (!arguments.contains("kind"_L1) || arguments["kind"_L1] == row["kind"_L1])
                rows.append(row);
        }
        return QJsonObject{{u"rows"_s, rows}, {u"more"_s, false}, {u"names"_s, names}, {u"kinds"_s, kinds}};
    });
}

void openForMaintenance(FixedSession &session, TenantId tenant, UserId user, int minutes)
{
    const demo::World &world = session.world();
    const auto row = std::ranges::find(world.tenants, tenant, &TenantRow::id);
    const auto person = std::ranges::find(world.users, user, &UserRow::id);
    const QJsonObject open{{u"id"_s, u"01a1fddf-0000-7000-8000-00000000b9a5"_s},
                           {u"tenant_id"_s, tenant.toString()},
                           {u"tenant"_s, row->name},
                           {u"user_id"_s, user.toString()},
                           {u"user"_s, person->name},
                           {u"reason"_s, u"数据库巡检 OPS-2041"_s},
                           {u"until"_s, qint64((session.now() + std::chrono::minutes(minutes)).time_since_epoch().count())}};
    session.setAnswer(sync::Question::BreakGlass, [open](const QJsonObject &) -> Result<QJsonValue> {
        return QJsonObject{{u"open"_s, QJsonArray{open}}};
    });
    if (user == session.userId())
        session.setHeldScopes(session.heldScopes() + QList<Scope>{{ScopeKind::Tenant, tenant.uuid(), tenant.uuid()}});
    Q_EMIT session.snapshotChanged();
}

void endMaintenance(FixedSession &session)
{
    session.setAnswer(sync::Question::BreakGlass, [](const QJsonObject &) -> Result<QJsonValue> {
        return QJsonObject{{u"open"_s, QJsonArray()}};
    });
    QList<Scope> scopes = session.heldScopes();
    if (session.actor().systemAdministrator)
        scopes.removeIf([](const Scope &scope) { return scope.kind == ScopeKind::Tenant; });
    session.setHeldScopes(scopes);
    Q_EMIT session.snapshotChanged();
}

} // namespace tenantry::test
