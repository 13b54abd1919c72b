// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace tenantry::demo {

struct Department
{
    const char16_t *name;
    const char *code;
    int parent; ///< index in the same list, -1: the root
};

/// What is made by hand of a tenant; the rest follows from the dice.
struct TenantPlan
{
    const char16_t *name;
    const char *code;
    const char *domain;
    std::span<const Department> departments;
    double share; ///< of the users that the first tenant does not take
    bool english;
};

[[nodiscard]] const TenantPlan &systemPlan(); ///< of the default system tenant
[[nodiscard]] std::span<const TenantPlan> tenantPlans();

} // namespace tenantry::demo
