// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace tenantry::ui::audit {

/// One field that a change touched, in words (AUD-2).
struct DiffLine
{
    QString field, before, after;
    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// What differs between `before` and `after` of an entry's detail, with names in place of IDs. `names`: {id:
/// name}.
[[nodiscard]] QList<DiffLine> auditDiff(const QJsonObject &detail, const QJsonObject &names);

} // namespace tenantry::ui::audit
