// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/applications.h"

#include "core/base/clock.h"
#include "core/demo/actingperson.h"

#include <algorithm>
#include <vector>

namespace tenantry::demo
{

using namespace Qt::StringLiterals;

namespace
{

enum class End { Pending, Withdrawn, Rejected };

struct Wish {
    const char16_t *department;
    const char *code;
    const char16_t *use;
    int users;
    int hoursAgo;
    End end;
};

// The oldest first: each is submitted at its own time.
constexpr Wish wishes[] = {
    {u"广告技术部", "ADS_TECH", u"素材审核与投放日报", 70, 290, End::Rejected},
    {u"Corporate IT", "CORP_IT", u"Service desk assistants", 35, 250, End::Withdrawn},
    {u"财务分析组", "FIN_ANALYSIS", u"月结检查表与差异说明", 12, 180, End::Rejected},
    {u"骑手体验部", "RIDER_EXPERIENCE", u"骑手反馈归类与工单流转", 150, 52, End::Pending},
    {u"门店数字化组", "STORE_DIGITAL", u"巡店表格与整改跟踪", 90, 47, End::Pending},
    {u"Search Quality", "SEARCH_QUALITY", u"Judging sets, dashboards and weekly reports", 25, 30, End::Pending},
    {u"人力资源共享中心", "HR_SSC", u"入职问答、制度查询", 60, 22, End::Pending},
    {u"酒店事业群", "HOTEL_BG", u"商家问答、房态表格与经营看板", 400, 18, End::Pending},
    {u"安全应急响应中心", "SRC", u"漏洞分级与通报助手", 20, 15, End::Pending},
    {u"法务合规部", "LEGAL", u"合同审阅助手与知识库", 30, 9, End::Pending},
    {u"地图服务部", "MAP", u"POI 纠错工单", 110, 7, End::Pending},
    {u"Mobile Platform", "MOBILE_PLATFORM", u"Release notes and crash triage", 45, 5, End::Pending},
    {u"医药健康部", "HEALTH", u"药师问答与用药提醒话术", 65, 3, End::Pending},
    {u"供应链算法部", "SUPPLY_ALGO", u"补货与调拨的智能体，按周生成建议", 80, 2, End::Pending},
    {u"企业文化组", "CULTURE", u"活动报名与素材库", 8, 1, End::Pending},
};

class Submitter final
{
public:
    explicit Submitter(server::Connection &owner) : m_owner(owner) {}

    Result<void> submitAll()
    {
        const auto rows = m_owner.exec(u"select u.id::text, u.tenant_id::text, u.name, exists (select from app.role_assignments as r where r.user_id = u.id) "
                                       "from app.users as u join app.tenants as t on t.id = u.tenant_id "
                                       "where t.is_default and u.status = 'active' and not exists (select from app.applications) order by 4 desc, u.id"_s);
        if (!rows)
            return tl::make_unexpected(rows.error());
        std::vector<ActingPerson> people;
        for (const QVariantList &row : rows->rows) {
            const ActingPerson person{row[0].toString(), row[1].toString(), row[2].toString(), row[3].toBool()};
            row[3].toBool() ? m_reviewer = person : people.emplace_back(person);
        }
        for (size_t n = 0; n < std::min(std::size(wishes), people.size()); ++n)
            if (auto done = submit(wishes[n], people[n]); !done)
                return done;
        return {};
    }

private:
    Result<void> submit(const Wish &wish, const ActingPerson &applicant)
    {
        const QString department = QString::fromUtf16(wish.department);
        TenantApplicationForm form;
        form.name = department + u"-Bots租户"_s;
        form.code = QString::fromLatin1(wish.code);
        form.department = department;
        form.use = QString::fromUtf16(wish.use);
        form.estimatedUsers = wish.users;
        form.contactName = applicant.name;
        form.contactDetails = u"+86 138 0000 %1"_s.arg(1000 + wish.users);
        form.contactEmail = u"%1@system.example"_s.arg(QString::fromLatin1(wish.code).toLower().replace(u'_', u'.'));
        form.reason = u"部门试点，需要独立租户管理成员与权限"_s;
        const auto id = ApplicationId::make(SystemClock().now());
        auto done = giveAs(m_owner, applicant, tenantApplicationSubmit(id, form), wish.hoursAgo);
        if (done && wish.end == End::Withdrawn)
            done = giveAs(m_owner, applicant, applicationWithdraw(id).see(id.uuid(), u""_s, 1), wish.hoursAgo - 3);
        if (done && wish.end == End::Rejected)
            done = giveAs(m_owner, m_reviewer,
                       applicationDecide(id, Decision::Reject, u"请先与平台团队确认数据合规方案，再重新提交。"_s).see(id.uuid(), u""_s, 1),
                       wish.hoursAgo - 6);
        return done;
    }

    server::Connection &m_owner;
    ActingPerson m_reviewer;
};

} // namespace

Result<void> submitApplications(server::Connection &owner)
{
    return Submitter(owner).submitAll();
}

} // namespace tenantry::demo
