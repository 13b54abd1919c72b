// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace tenantry::ui {

/// Takes the content over and scrolls it down, without a frame or a background of its own.
[[nodiscard]] QScrollArea *makeScrollArea(QWidget *content);

} // namespace tenantry::ui
