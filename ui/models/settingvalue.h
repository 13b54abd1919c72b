// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tenantry::ui {

/// A setting's value is any JSON, a bare word included: QJsonDocument reads only objects and arrays.
/// Undefined where there is no such setting.
[[nodiscard]] inline QJsonValue settingValue(const SettingRow *setting)
{
    return setting ? QJsonDocument::fromJson('[' + setting->value.toUtf8() + ']').array().at(0)
                   : QJsonValue(QJsonValue::Undefined);
}

} // namespace tenantry::ui
