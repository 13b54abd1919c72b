// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QWidget;

namespace tenantry::ui
{

class Language;
class Theme;

/// What can be done wherever one is: in the account menu, in the command palette, and by its shortcut.
class ShellActions final : public QObject
{
    Q_OBJECT
public:
    /// The shortcuts work in `window`.
    ShellActions(Theme &theme, Language &language, QWidget *window);

    QAction *palette;
    QAction *syncNow;
    QAction *syncPanel;
    QAction *profile; ///< shown where there is such a page
    QAction *lock;
    QAction *help;
    QAction *shortcuts;
    QAction *about;
    QAction *signOut;
    QActionGroup *languages;
    QActionGroup *themes;

    /// All of them.
    [[nodiscard]] QList<QAction *> all() const;
    void retranslate();

private:
    QAction *make(const QString &iconName, const QKeySequence &shortcut = {});

    QWidget *m_window;
    QAction *m_light;
    QAction *m_dark;
    QAction *m_system;
};

} // namespace tenantry::ui
