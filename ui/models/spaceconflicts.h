// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two versions of a space, a resource or a tenant's settings (INB-6): what conflictfields.h needs to know of
// them.
#pragma once

#include "ui/models/conflictfields.h"

namespace tenantry::ui {

/// Whether the command is one on a space, a resource or settings.
[[nodiscard]] bool isOnSpace(const Command &command);

/// Field by field; an act without fields of its own (archive, delete) has one for itself.
[[nodiscard]] QList<ConflictField> spaceConflictFields(const Session &session, const Command &command);

/// What is there now, by the payload's names.
[[nodiscard]] QJsonObject spaceValuesNow(const Session &session, const Command &command);

/// The counters of now for everything that the command touches.
[[nodiscard]] QJsonObject spaceSeenNow(const Session &session, const Command &command);

/// Takes the fields that aren't chosen out of a payload where they are independent of each other.
void keepChosenSpaceFields(Command &command, const QStringList &keys);

} // namespace tenantry::ui
