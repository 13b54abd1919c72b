// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace tenantry::gallery {

/// What a widget refers to (its session) lives as long as the widget.
inline std::unique_ptr<QWidget> keep(std::unique_ptr<QObject> kept, std::unique_ptr<QWidget> widget)
{
    QObject::connect(widget.get(), &QObject::destroyed, kept.release(), &QObject::deleteLater);
    return widget;
}

} // namespace tenantry::gallery
