// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <optional>

/// Labels and buttons in the few styles there are. They follow theme and language by themselves.
namespace tenantry::ui
{

enum class TextStyle { Body, Strong, Muted, Small, SmallStrong, Heading, Title };

[[nodiscard]] QLabel *makeLabel(TextStyle style, const QString &text = {}, QWidget *parent = nullptr);
/// Also wraps; selectable with mouse and keyboard.
[[nodiscard]] QLabel *makeParagraph(TextStyle style, const QString &text = {}, QWidget *parent = nullptr);
void setTextStyle(QLabel *label, TextStyle style, std::optional<Tone> tone = {});

enum class ButtonStyle {
    Default, ///< outlined
    Primary, ///< filled with the accent: at most one in a pane
    Danger,  ///< filled red: the last step of a destructive act
    Quiet,   ///< no outline
};

[[nodiscard]] QPushButton *makeButton(ButtonStyle style, const QString &text = {}, const QString &iconName = {},
                                      QWidget *parent = nullptr);
void setButtonStyle(QPushButton *button, ButtonStyle style);
/// A square button of one icon; `name` is its tool tip and accessible name.
[[nodiscard]] QToolButton *makeIconButton(const QString &iconName, const QString &name = {}, QWidget *parent = nullptr);
/// Sets tool tip and accessible name of an icon button anew (for retranslate()).
void setButtonName(QAbstractButton *button, const QString &name);
/// Enables, or disables with the reason as tool tip and accessible description: a button that can't be used says why.
void setUsable(QWidget *control, bool usable, const QString &reasonIfNot = {});

/// What people typed, for a tool tip: Qt takes texts that look like HTML for HTML.
[[nodiscard]] QString plainTip(const QString &text);

/// A thin line.
[[nodiscard]] QWidget *makeSeparator(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

} // namespace tenantry::ui
