// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"

namespace tenantry::test
{

using namespace Qt::StringLiterals;

namespace
{

struct Wish {
    const char16_t *department;
    const char *code;
    const char16_t *use;
    int users;
    int hoursAgo;
    ApplicationStatus status;
};

const Wish wishes[] = {
    {u"供应链算法部", "SUPPLY_ALGO", u"补货与调拨的智能体，按周生成建议", 80, 1, ApplicationStatus::Pending},
    {u"Mobile Platform", "MOBILE_PLATFORM", u"Release notes and crash triage assistants for the mobile teams", 45, 3, ApplicationStatus::Pending},
    {u"法务合规部", "LEGAL", u"合同审阅助手与知识库", 30, 9, ApplicationStatus::Pending},
    {u"酒店事业群", "HOTEL_BG", u"商家问答、房态表格与经营看板", 400, 17, ApplicationStatus::Pending},
    {u"人力资源共享中心", "HRSSC", u"入职问答、制度查询", 60, 22, ApplicationStatus::Pending},
    {u"Search Quality", "SEARCH_QUALITY", u"Judging sets and dashboards", 25, 26, ApplicationStatus::Pending},
    {u"骑手体验部", "RIDER_EXPERIENCE", u"骑手反馈归类与工单流转", 150, 52, ApplicationStatus::Pending},
    {u"财务分析组", "FIN_ANALYSIS", u"月结检查表", 12, 90, ApplicationStatus::Approved},
    {u"广告技术部", "ADS", u"素材审核", 70, 120, ApplicationStatus::Rejected},
};

} // namespace

directory::Delta someApplications(const demo::World &world, Instant now)
{
    directory::Delta delta;
    std::vector<const UserRow *> people;
    for (const UserRow &user : world.users)
        if (user.tenantId == world.tenants.front().id)
            people.push_back(&user);
    size_t next = 2; // the first two are the reviewers
    for (const Wish &wish : wishes) {
        const UserRow &applicant = *people[next++ % people.size()];
        ApplicationRow row;
        row.id = ApplicationId::make(now);
        row.applicationKind = u"tenant_creation"_s;
        row.stages = {u"system_administrator"_s};
        row.applicantId = applicant.id;
        row.status = wish.status;
        row.submittedAt = now - std::chrono::hours(wish.hoursAgo) - std::chrono::minutes(7);
        row.reason = u"部门试点，需要独立租户管理成员与权限"_s;
        const QString department = QString::fromUtf16(wish.department);
        row.form = {{u"name"_s, department + u"-Bots租户"_s},
                    {u"code"_s, QString::fromLatin1(wish.code)},
                    {u"domain"_s, QString::fromLatin1(wish.code).toLower().replace(u'_', u'-')},
                    {u"department"_s, department},
                    {u"use"_s, QString::fromUtf16(wish.use)},
                    {u"estimated_users"_s, wish.users},
                    {u"contact_name"_s, applicant.name},
                    {u"contact_details"_s, u"+86 138 0000 1234"_s},
                    {u"contact_email"_s, u"contact@system.example"_s},
                    {u"administrator_id"_s, applicant.id.toString()}};
        row.version = 1;
        ApplicationEventRow submitted;
        submitted.id = makeUuid7(now);
        submitted.applicationId = row.id;
        submitted.act = u"submitted"_s;
        submitted.actorId = applicant.id;
        submitted.at = row.submittedAt;
        submitted.comment = u""_s;
        delta.upserted.push_back(submitted);
        if (row.status != ApplicationStatus::Pending) {
            ApplicationEventRow decided = submitted;
            decided.id = makeUuid7(now);
            decided.act = row.status == ApplicationStatus::Approved ? u"approved"_s : u"rejected"_s;
            decided.actorId = world.personas.front().userId;
            decided.at = row.submittedAt + std::chrono::hours(11);
            decided.comment = row.status == ApplicationStatus::Approved ? u""_s : u"请先与平台团队确认数据合规方案，再重新提交。"_s;
            row.endedAt = decided.at;
            row.version = 2;
            delta.upserted.push_back(decided);
        }
        delta.upserted.push_back(row);
    }
    return delta;
}

} // namespace tenantry::test
