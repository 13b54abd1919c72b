// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QStringList>

class QPainter;

namespace tenantry::ui
{

/// An icon of the program's own family (resources/icons, `name` without ".svg"), drawn in the colours of
/// the theme of the moment: muted text, or `tone`. Follows a change of theme by itself; sharp at any scale;
/// faint when disabled, accented when checked. An unknown name gives a null icon.
[[nodiscard]] QIcon icon(const QString &name);
[[nodiscard]] QIcon icon(const QString &name, Tone tone);
/// For filled buttons and badges of this tone.
[[nodiscard]] QIcon iconOnSolid(const QString &name, Tone tone);

/// Draws the icon centred in `rect` at metrics::iconSize (or `size`) in exactly this colour.
void paintIcon(QPainter *painter, const QString &name, const QRectF &rect, const QColor &colour,
               int size = metrics::iconSize);

/// All names, sorted.
[[nodiscard]] QStringList iconNames();

} // namespace tenantry::ui
