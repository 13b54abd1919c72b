// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QUuid>

#include <functional>

namespace tenantry::sync {

/// Splits what api.pull_scope sent into rows: at the line feeds that no quotes enclose. Ends early, with
/// false, where the visitor says so.
bool splitPage(QByteArrayView page, const std::function<bool(QByteArrayView row)> &visit);

/// The ID with which each row begins; null for anything that is no row.
[[nodiscard]] QUuid idOfRow(QByteArrayView row);

} // namespace tenantry::sync
