// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/server/connection.h"

#include <vector>

namespace tenantry::demo
{

/// What a persona signs in with. Exists in demo data only, in a file beside them that their owner alone can read.
struct PersonaAccount {
    QString key; ///< as in Persona
    UserId userId;
    QString name;
    QString tenantName;
    QString roleName; ///< of PostgreSQL
    QString password;
};

/// Gives each persona of the platform's demo a role to sign in with and a random password; again: another password.
[[nodiscard]] Result<std::vector<PersonaAccount>> makeAccounts(server::Connection &owner);

/// personas.json. Errors: "personas.unwritable", "personas.unreadable" (Data), parameter "file".
[[nodiscard]] Result<void> writePersonas(const QString &file, const std::vector<PersonaAccount> &accounts);
[[nodiscard]] Result<std::vector<PersonaAccount>> readPersonas(const QString &file);

} // namespace tenantry::demo
