// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

class QApplication;
class QFont;

namespace tenantry::ui
{

/// Dresses the application: style, palette, font and style sheet from one set of tokens. One object, made
/// in main() (or in a test) and living as long as the application's windows.
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Mode { Light, Dark, System };
    Q_ENUM(Mode)

    /// Remembers the palette that the desktop gave, which is what Mode::System follows.
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    /// At any time, also while windows are open.
    void apply(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return tokens().dark; }

    /// "light", "dark", "system"; anything else is System.
    [[nodiscard]] static Mode modeFromName(const QString &name);
    [[nodiscard]] static QString modeName(Mode mode);

Q_SIGNALS:
    void changed();

private:
    QApplication &m_application;
    Mode m_mode = Mode::System;
    bool m_desktopIsDark;
};

/// Noto Sans CJK SC where it is installed, else the system's own; `pixelSize` of metrics::font….
[[nodiscard]] QFont uiFont(int pixelSize, bool bold = false);

} // namespace tenantry::ui
