// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages' makers of commands share.
#pragma once

#include "core/domain/commands.h"

#include <optional>

namespace tenantry::ui {

/// Which record the command is about and what it was called then: the queue tells it with that.
inline void about(Command &command, const QUuid &record, const QString &title)
{
    command.subject = {{QStringLiteral("record"), record.toString(QUuid::WithoutBraces)},
                       {QStringLiteral("title"), title}};
}

/// A text of an edit, where it differs from what was seen; `before` keeps that.
inline void takeChanged(QJsonObject &before, const QString &key, const QString &now, const QString &wanted,
                        std::optional<QString> &field)
{
    if (now == wanted)
        return;
    field = wanted;
    before.insert(key, now);
}

} // namespace tenantry::ui
