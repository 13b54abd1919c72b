// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QGuiApplication>
#include <QPalette>

namespace tenantry::ui
{

namespace
{

QColor alpha(QRgb rgb, int alpha)
{
    QColor colour(rgb);
    colour.setAlpha(alpha);
    return colour;
}

Tokens makeLight()
{
    Tokens t;
    t.dark = false;
    t.window = 0xf6f7f9;
    t.surface = 0xffffff;
    t.raised = 0xffffff;
    t.sunken = 0xf0f1f4;
    t.hover = 0xf1f3f6;
    t.selected = 0xe8edfd;
    t.border = 0xe4e7ec;
    t.borderStrong = 0xcfd4dc;
    t.text = 0x1b1f27;
    t.textMuted = 0x5b6371;
    t.textFaint = 0x757d8b;
    t.textDisabled = 0xa3aab6;
    t.match = 0xffe9a8;
    t.shadow = alpha(0x101828, 40);
    t.scrim = alpha(0x101828, 70);
    t.neutral = {0x4b5361, 0xeef0f3, 0xdde1e7, 0x6b7380, 0xffffff};
    t.accent = {0x3152d3, 0xe8edfd, 0xb9c6fa, 0x3d5fe0, 0xffffff};
    t.success = {0x12703a, 0xe2f5e9, 0xb4e2c5, 0x1f8a4c, 0xffffff};
    t.warning = {0x8a5300, 0xfdf1d8, 0xf3d594, 0xb76e00, 0xffffff};
    t.danger = {0xb3261e, 0xfdeaea, 0xf5c0bd, 0xcf3a32, 0xffffff};
    t.info = {0x0b6a8f, 0xe1f3fa, 0xb0dcec, 0x1380aa, 0xffffff};
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.window = 0x14161b;
    t.surface = 0x1b1e24;
    t.raised = 0x23272f;
    t.sunken = 0x121419;
    t.hover = 0x262a33;
    t.selected = 0x2a3554;
    t.border = 0x30353f;
    t.borderStrong = 0x474e5b;
    t.text = 0xe8eaee;
    t.textMuted = 0xa6adba;
    t.textFaint = 0x8a92a0;
    t.textDisabled = 0x5f6673;
    t.match = 0x6a5518;
    t.shadow = alpha(0x000000, 130);
    t.scrim = alpha(0x000000, 130);
    t.neutral = {0xb9c0cc, 0x2b3039, 0x3d434e, 0x78808e, 0x14161b};
    t.accent = {0x9db1ff, 0x273154, 0x42549a, 0x5473f0, 0xffffff};
    t.success = {0x6fd697, 0x183527, 0x2b5c42, 0x2f9e5f, 0x0c1a12};
    t.warning = {0xf0c060, 0x3a2e14, 0x66501f, 0xd29a2c, 0x1d1504};
    t.danger = {0xff9a92, 0x43211f, 0x773733, 0xd9534b, 0xffffff};
    t.info = {0x72cbe9, 0x17323d, 0x28586b, 0x2f97bd, 0x08171d};
    return t;
}

} // namespace

const ToneColours &Tokens::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return accent;
    case Tone::Success:
        return success;
    case Tone::Warning:
        return warning;
    case Tone::Danger:
        return danger;
    case Tone::Info:
        return info;
    case Tone::Neutral:
        break;
    }
    return neutral;
}

const Tokens &lightTokens()
{
    static const Tokens light = makeLight();
    return light;
}

const Tokens &darkTokens()
{
    static const Tokens dark = makeDark();
    return dark;
}

const Tokens &tokens()
{
    // The application's own palette, not a widget's: a style sheet may have changed the latter.
    const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark ? darkTokens() : lightTokens();
}

} // namespace tenantry::ui
