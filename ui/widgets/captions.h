// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tenantry::ui
{

/// What people typed, for a button, an action or a label with a buddy: Qt takes "&" for a mnemonic there, and "R&D" would read "RD".
[[nodiscard]] inline QString plainCaption(const QString &text)
{
    return QString(text).replace(u'&', QStringLiteral("&&"));
}

} // namespace tenantry::ui
