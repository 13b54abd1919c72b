// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words, tones and icons of spaces, their members and resources, in the language of the moment.
#pragma once

#include "core/base/time.h"
#include "core/domain/capabilities.h"
#include "ui/theme/tokens.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace tenantry::ui::spaces
{

[[nodiscard]] QString moduleName(const QString &module);   ///< "bots" → "Bots"
[[nodiscard]] QString editionName(const QString &edition); ///< "advanced" → "Advanced"
[[nodiscard]] QString kindName(SubjectKind kind);
[[nodiscard]] QString iconName(SubjectKind kind);
[[nodiscard]] QString resourceKindName(const QString &kind);
/// "bots" or "abs": whose platform makes such resources (SPC-8).
[[nodiscard]] QString moduleOfResource(const QString &kind);
[[nodiscard]] QString resourceIconName(const QString &kind);
[[nodiscard]] Tone roleTone(Role role);
[[nodiscard]] QString capabilityName(Capability capability);
/// What the role may do, a line each, those that it may not left out.
[[nodiscard]] QString roleAbilities(Role role);
[[nodiscard]] QString peopleText(int count); ///< "1,204 people"
/// "6 days left", "Expired"; a dash without an expiry.
[[nodiscard]] QString countdownText(const std::optional<Instant> &expiresAt, Instant now);
[[nodiscard]] Tone countdownTone(Instant expiresAt, Instant now);
[[nodiscard]] QDateTime localTime(Instant instant);
[[nodiscard]] QString dash();

/// The roles that can be given, lowest first; without the guest where the space has no Bots.
[[nodiscard]] QList<Role> grantableRoles(bool hasBots);

} // namespace tenantry::ui::spaces
