// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/idlelock.h"
#include "app/console/preferences.h"
#include "ui/session/enginesession.h"
#include "ui/shell/mainwindow.h"

#include <memory>

class QLockFile;

namespace tenantry::console
{

/// What somebody signs in with, whatever way they took.
struct SignedIn {
    sync::EngineOptions engine;
    UserId userId;     ///< null where it isn't known before the first pull
    QString userName;  ///< until the snapshot says it
    QString transport; ///< the way to the server, in words
    bool byPassphrase = false; ///< the keys are under a passphrase: whoever locks has to give it again
};

/// Somebody signed in: their session, the window on it, and what ties both together.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    /// `module`: Options::module.
    Workspace(SignedIn who, const QString &module, ui::Theme &theme, ui::Language &language, Preferences &preferences);
    ~Workspace() override;

    void show();
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::EngineSession &session() { return m_session; }
    /// Frees what was decrypted and covers the window; the lock screen brings it back. Where the keys are under a
    /// passphrase it ends the workspace instead: the keys go with it.
    void lock();

Q_SIGNALS:
    void signOutRequested();
    /// The keys of the local stores can't be had.
    void keysNeeded(const tenantry::Error &error);

private:
    void connectWindow();
    /// Keeps the local copy, or removes it (SEC-4).
    void askSignOut();
    void refreshStatus();
    void refreshAccount();
    void refreshQueue();
    void compare(const QString &commandId);
    [[nodiscard]] QList<ui::PaletteObject> findObjects(const QString &query) const;

    const QString m_userName;
    const QString m_transport;
    const bool m_byPassphrase;
    Preferences &m_preferences;
    ui::EngineSession m_session;
    std::unique_ptr<ui::MainWindow> m_window;
    IdleLock m_idle;
};

} // namespace tenantry::console
