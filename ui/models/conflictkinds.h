// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The two versions of commands whose payload is a list of things, each of which is chosen by itself (for
// conflictfields.cpp).
#pragma once

#include "ui/models/conflictfields.h"

namespace tenantry::ui {

/// What a field of a payload is called; the field itself where it has no name.
[[nodiscard]] QString fieldLabel(const QString &field);

/// grants_set and grants_remove: the role and the expiry of each grant.
[[nodiscard]] QList<ConflictField> grantConflicts(const Session &session, const Command &command);
[[nodiscard]] ConflictMerge mergedGrants(const Session &session, const Command &command,
                                         const QStringList &keys);

/// memberships_set: the role in each organization, and which of them is the primary one.
[[nodiscard]] QList<ConflictField> membershipConflicts(const Session &session, const Command &command);
[[nodiscard]] ConflictMerge mergedMemberships(const Session &session, const Command &command,
                                              const QStringList &keys);

} // namespace tenantry::ui
