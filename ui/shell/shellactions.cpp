// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shellactions.h"

#include "ui/shell/language.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

ShellActions::ShellActions(Theme &theme, Language &language, QWidget *window)
    : QObject(window), m_window(window)
{
    palette = make(u"search"_s, QKeySequence(Qt::CTRL | Qt::Key_K));
    syncNow = make(u"sync-ok"_s, QKeySequence(Qt::Key_F5));
    syncPanel = make(u"sync-queued"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    profile = make(u"person"_s);
    profile->setVisible(false);
    lock = make(u"lock"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    help = make(u"question"_s, QKeySequence(Qt::Key_F1));
    shortcuts = make(u"keyboard"_s, QKeySequence(Qt::CTRL | Qt::Key_Slash));
    about = make(u"info"_s);
    signOut = make(u"sign-out"_s);

    languages = new QActionGroup(this);
    for (const QString &code : Language::codes()) {
        QAction *action = make(u"globe"_s);
        action->setText(Language::nativeName(code));
        action->setCheckable(true);
        action->setChecked(language.code() == code);
        languages->addAction(action);
        connect(action, &QAction::triggered, &language, [&language, code] { language.apply(code); });
        connect(&language, &Language::changed, action, [action, code](const QString &now) { action->setChecked(now == code); });
    }
    themes = new QActionGroup(this);
    const auto addTheme = [&](const QString &iconName, Theme::Mode mode) {
        QAction *action = make(iconName);
        action->setCheckable(true);
        action->setChecked(theme.mode() == mode);
        themes->addAction(action);
        connect(action, &QAction::triggered, &theme, [&theme, mode] { theme.apply(mode); });
        connect(&theme, &Theme::changed, action, [action, &theme, mode] { action->setChecked(theme.mode() == mode); });
        return action;
    };
    m_light = addTheme(u"sun"_s, Theme::Mode::Light);
    m_dark = addTheme(u"moon"_s, Theme::Mode::Dark);
    m_system = addTheme(u"display"_s, Theme::Mode::System);
    retranslate();
}

QAction *ShellActions::make(const QString &iconName, const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(iconName), {}, this);
    action->setProperty("iconName", iconName);
    action->setShortcut(shortcut);
    m_window->addAction(action);
    return action;
}

QList<QAction *> ShellActions::all() const
{
    return QList<QAction *>{syncNow, syncPanel, lock, help, shortcuts, about, signOut} + themes->actions() +
           languages->actions();
}

void ShellActions::retranslate()
{
    palette->setText(tr("Search or command"));
    syncNow->setText(tr("Sync now"));
    syncPanel->setText(tr("Show sync state and queue"));
    profile->setText(tr("My profile"));
    lock->setText(tr("Lock"));
    help->setText(tr("Help"));
    shortcuts->setText(tr("Keyboard shortcuts"));
    about->setText(tr("About Tenantry"));
    signOut->setText(tr("Sign out…"));
    m_light->setText(tr("Light theme"));
    m_dark->setText(tr("Dark theme"));
    m_system->setText(tr("Theme of the desktop"));
}

} // namespace tenantry::ui
