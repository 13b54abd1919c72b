// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace tenantry::directory
{

/// "单 dan chan shan;…": UTF-8, the character, then its readings.
[[nodiscard]] QByteArrayView heteronyms();

} // namespace tenantry::directory
