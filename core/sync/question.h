// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/wire.h"

#include <QJsonObject>
#include <QJsonValue>

namespace tenantry::sync {

/// What can be asked of the server beside pulls and commands. Each is a function `api.<name>(jsonb) → jsonb`
/// that changes nothing which anybody else could see; it may refuse like a command does (app.refuse).
enum class Question {
    SearchPeople,      ///< MEM-9
    RemovedMembers,    ///< ORG-7
    FindAdministrator, ///< TEN-1
    AuditPage,         ///< AUD-2
    AuditChain,        ///< AUD-1, AUD-2
    FindTenants,       ///< MOV-8
    ImportCheck,       ///< ORG-5
    ImportStage,       ///< ORG-5: kept for the command that applies it
    ImportDiscard,     ///< ORG-5
    Invitations,       ///< ORG-10
    AccessBasis,       ///< PRM-3 to PRM-5 of whom the actor doesn't see (core/access/accessbasis.h)
    AccountDetails,    ///< ACC-7, ACC-11
    PasswordChallenge, ///< ACC-8
    ChangePassword,    ///< ACC-8
    SecurityPage,      ///< OPM-6, OPM-7
    MailPage,          ///< NOT-1: the delivery log
    PeoplePage,        ///< ROL-5: of all tenants
    TenantActivity,    ///< TEN-15
    BreakGlass,        ///< TEN-13
    SpaceMembers,      ///< EXT-2: who is in a space, without roles
};

[[nodiscard]] QString functionOf(Question question);

/// Asks and waits for the answer. A refusal is a business error with its own code.
[[nodiscard]] Result<QJsonValue> askServer(Wire &wire, Question question, const QJsonObject &arguments);

} // namespace tenantry::sync
