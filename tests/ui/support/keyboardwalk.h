// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace tenantry::test
{

/// Walks a shown window by the Tab key (APP-2). Each returns what is wrong, in words; an empty list is good.

/// Controls that no number of Tab presses reaches (members of an exclusive group count with the one that is
/// checked: arrow keys move there), and editors that keep the Tab key.
[[nodiscard]] QStringList unreachableControls(QWidget *window);

/// Controls without an accessible name.
[[nodiscard]] QStringList unnamedControls(QWidget *window);

} // namespace tenantry::test
