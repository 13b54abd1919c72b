// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/consolestyle.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

QPalette paletteFrom(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.surface);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.danger.text);
    p.setColor(QPalette::PlaceholderText, t.textFaint);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.dark ? t.accent.border : t.accent.soft.darker(108));
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accent.text);
    p.setColor(QPalette::LinkVisited, t.accent.text);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.hover);
    p.setColor(QPalette::Mid, t.borderStrong);
    p.setColor(QPalette::Dark, t.borderStrong);
    p.setColor(QPalette::Shadow, t.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.textDisabled);
    p.setColor(QPalette::Disabled, QPalette::Base, t.window);
    p.setColor(QPalette::Disabled, QPalette::Button, t.window);
    return p;
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent), m_application(application),
      m_desktopIsDark(application.palette().color(QPalette::Window).lightness() < 128)
{
}

void Theme::apply(Mode mode)
{
    m_mode = mode;
    const bool dark = mode == Mode::Dark || (mode == Mode::System && m_desktopIsDark);
    const Tokens &t = dark ? darkTokens() : lightTokens();
    // The style sheet wraps the style; taken off first, else each change of theme would wrap the wrapper.
    m_application.setStyleSheet({});
    if (!qobject_cast<ConsoleStyle *>(m_application.style()))
        m_application.setStyle(new ConsoleStyle);
    m_application.setPalette(paletteFrom(t));
    QToolTip::setPalette(paletteFrom(t));
    m_application.setFont(uiFont(metrics::fontBody));
    m_application.setStyleSheet(styleSheetFrom(t));
    Q_EMIT changed();
}

Theme::Mode Theme::modeFromName(const QString &name)
{
    if (name == u"light"_s)
        return Mode::Light;
    return name == u"dark"_s ? Mode::Dark : Mode::System;
}

QString Theme::modeName(Mode mode)
{
    if (mode == Mode::Light)
        return u"light"_s;
    return mode == Mode::Dark ? u"dark"_s : u"system"_s;
}

QFont uiFont(int pixelSize, bool bold)
{
    static const bool haveNoto = QFontDatabase::hasFamily(u"Noto Sans CJK SC"_s);
    QFont font = haveNoto ? QFont(u"Noto Sans CJK SC"_s) : QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(pixelSize);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace tenantry::ui
