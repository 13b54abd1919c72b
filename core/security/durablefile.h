// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tenantry
{

/// Replaces a small file in one step, readable by its owner only. True once content and name have reached
/// the disk: what is sealed under a key may be written only after the key itself would survive a power cut.
[[nodiscard]] bool writeDurably(const QString &path, const QByteArray &content);

} // namespace tenantry
