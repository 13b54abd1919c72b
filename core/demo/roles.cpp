// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/roles.h"

#include "core/base/clock.h"
#include "core/demo/actingperson.h"
#include "core/domain/rolecommands.h"

#include <vector>

namespace tenantry::demo {

using namespace Qt::StringLiterals;

namespace {

struct RolePlan
{
    const char16_t *name, *description;
    QStringList keys;
    int holders;
    int excludes = -1; ///< one of those before it
};

// Together they leave something for everybody to try: keys that imply others, a role without holders, two
// that nobody may hold at once.
QList<RolePlan> plans()
{
    return {{u"人事专员",
             u"维护成员归属的部门，办理离职",
             {u"members.organizations"_s, u"members.manage"_s, u"members.status"_s},
             2},
            {u"组织架构管理员",
             u"调整部门树和虚拟角色组",
             {u"organizations.manage"_s, u"role_groups.manage"_s},
             1},
            {u"空间运营", u"创建空间，清理非企业成员", {u"spaces.create"_s, u"outsiders.manage"_s}, 3},
            {u"合规观察员", u"只看不管：与人事专员不可兼任", {}, 1, 0},
            {u"外包接口人", u"预留，暂无人担任", {u"outsiders.manage"_s}, 0}};
}

class RoleMaker final
{
public:
    explicit RoleMaker(server::Connection &owner) : m_owner(owner) {}

    Result<void> makeAll()
    {
        const auto tenants = m_owner.exec(
            u"select t.id::text, t.administrator_id::text from app.tenants as t where not t.is_default and "
            u"t.state = 'active'"
            " and t.administrator_id is not null and not exists (select from app.tenant_roles) order by t.id"_s);
        if (!tenants)
            return tl::make_unexpected(tenants.error());
        for (const QVariantList &row : tenants->rows) {
            const QString tenant = row[0].toString();
            if (auto made = makeFor({row[1].toString(), tenant, {}, false, tenant}); !made)
                return made;
        }
        return {};
    }

private:
    Result<void> makeFor(const ActingPerson &administrator)
    {
        const auto people = peopleOf(administrator.administers);
        if (!people)
            return tl::make_unexpected(people.error());
        const TenantId tenant(QUuid::fromString(administrator.administers));
        std::vector<TenantRoleId> made;
        qsizetype next = 0;
        int hoursAgo = 400;
        for (const RolePlan &plan : plans()) {
            const auto role = TenantRoleId::make(SystemClock().now());
            TenantRoleFields fields{
                QString::fromUtf16(plan.name), QString::fromUtf16(plan.description), plan.keys, {}};
            if (plan.excludes >= 0)
                fields.excludes = {made[size_t(plan.excludes)]};
            Result<void> done = giveAs(m_owner, administrator, roleCreate(role, tenant, fields), hoursAgo--);
            for (int holder = 0; holder < plan.holders && next < people->size(); ++holder, ++next)
                done = done.and_then([&] {
                    return giveAs(m_owner, administrator, roleAssign(role, (*people)[next]), hoursAgo--);
                });
            if (!done)
                return done;
            made.push_back(role);
        }
        return {};
    }

    /// Who may get a role: active people; personas stay what their names say.
    Result<QList<UserId>> peopleOf(const QString &tenant)
    {
        return m_owner
            .exec(
                u"select u.id::text from app.users as u where u.tenant_id = ?::uuid and u.status = 'active'"
                " and not exists (select from app.role_assignments as r where r.user_id = u.id)"
                " and not exists (select from app.settings as s, jsonb_array_elements(s.value -> 'personas') "
                "as p"
                " where s.tenant_id is null and s.key = 'demo' and p ->> 'user_id' = u.id::text) order by u.id limit 10"_s,
                {tenant})
            .map([](const server::Rows &rows) {
                QList<UserId> people;
                for (const QVariantList &row : rows.rows)
                    people.append(UserId(QUuid::fromString(row[0].toString())));
                return people;
            });
    }

    server::Connection &m_owner;
};

} // namespace

Result<void> makeRoles(server::Connection &owner)
{
    return RoleMaker(owner).makeAll();
}

} // namespace tenantry::demo
