// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/tenantplans.h"

namespace tenantry::demo {

namespace {

// The first tenant's hand-made top; generated departments go below it.
constexpr Department qualityDepartments[] = {
    {u"质效技术部", "QET", -1},         {u"技术中心", "TECH", 0},       {u"业务运营中心", "OPS", 0},
    {u"测试开发部", "SDET", 1},         {u"效能平台部", "EPLAT", 1},    {u"基础架构部", "INFRA", 1},
    {u"自动化测试组", "AUTOTEST", 3},   {u"性能测试组", "PERF", 3},     {u"CI/CD 组", "CICD", 4},
    {u"智能体工程组", "AGENTS", 4},     {u"对话体验小组", "DIALOG", 9}, {u"知识工程小组", "KNOWLEDGE", 9},
    {u"提示词实验室", "PROMPTLAB", 10}, {u"评测集维护", "EVALSET", 12}, {u"数据库组", "DBA", 5},
    {u"SRE 值班组", "SRE", 5},          {u"商家运营组", "MERCHANT", 2}, {u"客户之声组", "VOC", 2},
};
constexpr Department growthDepartments[] = {
    {u"Overseas Growth", "OG", -1}, {u"Product", "OGPROD", 0},       {u"Engineering", "OGENG", 0},
    {u"Marketing", "OGMKT", 0},     {u"Mobile", "OGMOB", 2},         {u"Data & Insights", "OGDATA", 2},
    {u"Payments", "OGPAY", 2},      {u"Brand Studio", "OGBRAND", 3},
};
constexpr Department serviceDepartments[] = {
    {u"智能客服部", "CSAI", -1}, {u"一线客服中心", "CSLINE", 0},  {u"质检与培训组", "CSQA", 0},
    {u"工单中台", "CSDESK", 0},  {u"语音机器人组", "CSVOICE", 3},
};

const TenantPlan theSystem{u"默认系统租户", "system", "system", {}, 0.2, false};
const TenantPlan theTenants[] = {
    {u"质效技术部-Bots租户", "QET_BOTS", "qet-bots", qualityDepartments, 0, false},
    {u"Overseas Growth-Bots租户", "OVERSEAS_GROWTH", "overseas-growth", growthDepartments, 0.5, true},
    {u"智能客服部-Bots租户", "SMART_SERVICE", "smart-service", serviceDepartments, 0.3, false},
};

} // namespace

const TenantPlan &systemPlan()
{
    return theSystem;
}

std::span<const TenantPlan> tenantPlans()
{
    return theTenants;
}

} // namespace tenantry::demo
