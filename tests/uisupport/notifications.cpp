// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

QString text(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonObject parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace

directory::Delta someNotifications(const FixedSession &session)
{
    const demo::World &world = session.world();
    const UserId colleague = world.users[3].id;
    directory::Delta delta;
    int hours = 0;
    const auto add = [&](const QString &kind, const QJsonObject &parameters, bool isRead) {
        NotificationRow row;
        row.id = makeUuid7(session.now());
        row.notificationKind = kind;
        row.at = session.now() - std::chrono::minutes(7 + 190 * hours++);
        row.parameters = parameters;
        delta.upserted.emplace_back(row);
        if (isRead)
            delta.upserted.emplace_back(
                NotificationReadRow{makeUuid7(session.now()), session.userId(), row.id, row.at});
    };
    const QString space = text(world.spaces.front().id.uuid());
    add(u"grant_expiring"_s,
        parsed(
            uR"({"space_id": "%1", "name": "%2", "subject_kind": "user", "subject": "张三", "role": "editor", "expires_at": %3, "days": 1})"_s
                .arg(space, world.spaces.front().name)
                .arg((session.now() + std::chrono::hours(23)).time_since_epoch().count())),
        false);
    add(u"memberships_changed"_s,
        parsed(
            uR"({"before": [{"name": "平台组", "role": "member"}], "after": [{"name": "平台组", "role": "leader"},
        {"name": "质量组", "role": "member"}], "reason": "组长轮值", "effect": [{"name": "智能客服空间", "before": null, "after": "editor"}]})"_s),
        false);
    add(u"ownership_transferred"_s,
        {{u"space_id"_s, space},
         {u"name"_s, world.spaces.front().name},
         {u"from"_s, text(colleague.uuid())},
         {u"to"_s, text(session.userId().uuid())},
         {u"by"_s, text(colleague.uuid())}},
        false);
    add(u"application_approved"_s,
        parsed(
            uR"({"application_id": "%1", "application_kind": "tenant_creation", "name": "供应链算法部-Bots租户", "comment": "欢迎"})"_s
                .arg(space)),
        true);
    add(u"organization_created"_s,
        {{u"organization_id"_s, text(world.organizations.front().id.uuid())},
         {u"name"_s, u"骑手体验部"_s},
         {u"path"_s, u"技术中心 / 骑手体验部"_s}},
        true);
    add(u"role_group_joined"_s,
        {{u"group_id"_s, text(world.groups.front().id.uuid())},
         {u"name"_s,
          u"Release reviewers of the mobile platform, customer operations and everything else that ships"_s},
         {u"reason"_s, u"for the release"_s}},
        true);
    add(u"password_changed"_s, {{u"directly"_s, true}}, true);
    return delta;
}

} // namespace tenantry::test
