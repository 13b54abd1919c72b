// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QJsonObject>

namespace tenantry::ui::platform {

/// The keys of the settings that system administrators set, in the order in which they are shown.
[[nodiscard]] const QStringList &settingKeys();
[[nodiscard]] QString settingLabel(const QString &key);
/// What it is good for, in a sentence.
[[nodiscard]] QString settingNote(const QString &key);
[[nodiscard]] QString settingText(const QString &key, const QJsonValue &value);

/// What is there; a key that the snapshot lacks is missing.
[[nodiscard]] QJsonObject settingsIn(const directory::Snapshot &snapshot);
/// What of `wanted` differs from what was seen, as a command; nothing where nothing does.
[[nodiscard]] std::optional<Command> makePlatformSettings(const directory::Snapshot &seen,
                                                          const QJsonObject &wanted);

} // namespace tenantry::ui::platform
