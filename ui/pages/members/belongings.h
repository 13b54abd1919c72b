// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one person has in their own name: duties to hand over (ORG-7), access to copy (ORG-8).
#pragma once

#include "core/domain/membercommands.h"
#include "ui/session/session.h"

namespace tenantry::ui::members {

/// In which tenant somebody's belongings are managed: that of the actor who administers one (also those of people
/// from outside, EXT-1), else the person's own.
[[nodiscard]] TenantId tenantOf(const Session &session, UserId user);

struct DutyItem
{
    Duty duty = Duty::Space;
    QUuid id; ///< as HandoverItem has it
    QString text;
    QString iconName;
    /// It must be passed on before the person can be removed (member.has_duties).
    bool binds = false;
};
/// What the person owns, leads or administers in this tenant, in that order; in archived spaces only what they
/// own (SPC-9).
[[nodiscard]] std::vector<DutyItem> dutiesOf(const Session &session, UserId user);

/// They own or lead what has to be passed on before they go (MOV-4), and the actor may pass it on.
[[nodiscard]] bool isToHandOver(const Session &session, UserId user);
/// Whose duties stopped this command (member.has_duties) that waits for attention; null: nobody's, or nobody's
/// that the actor could pass on.
[[nodiscard]] UserId stoppedByDutiesOf(const Session &session, const QueuedCommand &command);

struct AccessItem
{
    enum Kind { Grant, Group, Organization } kind = Grant;
    QUuid id;
    QString text;
    QString iconName;
};
/// Grants of the person's own that the actor may give (an owner's is given as an administrator's), groups that
/// name them, their organizations.
[[nodiscard]] std::vector<AccessItem> accessOf(const Session &session, UserId user);
/// How many more they have that others would have to give: on resources (SPC-11), in archived spaces (SPC-9).
[[nodiscard]] int notCopyable(const Session &session, UserId user);
[[nodiscard]] AccessChoice choiceOf(const std::vector<AccessItem> &items);

} // namespace tenantry::ui::members
