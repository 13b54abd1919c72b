// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace tenantry::ui
{

/// What a status means; always shown together with text, never by colour alone.
enum class Tone { Neutral, Accent, Success, Warning, Danger, Info };

/// The colours of one tone.
struct ToneColours {
    QColor text;    ///< readable on `soft`, on surfaces and on the window
    QColor soft;    ///< background of chips and banners
    QColor border;  ///< outline of banners and focused fields
    QColor solid;   ///< filled buttons, badges, dots
    QColor onSolid; ///< text on `solid`
};

/// Every colour that the program draws with. There are two sets, light and dark; nothing else in the
/// program names a colour.
struct Tokens {
    bool dark;
    QColor window;        ///< behind everything: navigation, bars
    QColor surface;       ///< lists, cards, fields
    QColor raised;        ///< menus, pop-ups, dialogs, toasts
    QColor sunken;        ///< wells inside a surface: code, quoted text, segmented controls
    QColor hover;         ///< row or quiet button under the pointer
    QColor selected;      ///< selected row (text stays `text`)
    QColor border;        ///< separators, outlines of cards
    QColor borderStrong;  ///< outlines of fields and buttons
    QColor text;
    QColor textMuted;     ///< second line, labels of fields
    QColor textFaint;     ///< placeholders, hints
    QColor textDisabled;
    QColor match;         ///< behind the matching part of a search hit
    QColor shadow;
    QColor scrim;         ///< over the window while a pop-up has the attention
    ToneColours neutral, accent, success, warning, danger, info;

    [[nodiscard]] const ToneColours &tone(Tone tone) const;
};

/// The set that fits the application's palette of this moment (see Theme). Ask again at each painting:
/// widgets get QEvent::PaletteChange when it changes.
[[nodiscard]] const Tokens &tokens();
[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();

/// Lengths in device-independent pixels, on a grid of 8.
namespace metrics
{
inline constexpr int grid = 8;
inline constexpr int pageMargin = 20; ///< also left of the first column of a table
inline constexpr int radius = 6;
inline constexpr int controlHeight = 32;
inline constexpr int rowHeight = 36;
inline constexpr int twoLineRowHeight = 56;
inline constexpr int headerHeight = 32;
inline constexpr int iconSize = 16;
inline constexpr int avatarSize = 24;
inline constexpr int navigationWidth = 232;
inline constexpr int detailWidth = 380;
inline constexpr int fontBody = 14;
inline constexpr int fontSmall = 12;
inline constexpr int fontHeading = 15;
inline constexpr int fontTitle = 19;
} // namespace metrics

} // namespace tenantry::ui
