// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/idlelock.h"
#include "app/console/profilegate.h"
#include "app/console/workspacelock.h"
#include "app/console/signinagain.h"
#include "app/console/preferences.h"
#include "ui/models/newestwork.h"
#include "ui/session/accessreporter.h"
#include "ui/session/enginesession.h"
#include "ui/session/palettesearch.h"
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
    std::shared_ptr<ProfileGate> gate; ///< none: the demo, which protects nothing
    bool knownByPassword = true;       ///< else the server knows the person otherwise, and the lock has nothing to ask
};

/// Somebody signed in: their session, the window on it, and what ties both together.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    /// `module`: Options::module.
    Workspace(SignedIn who, const QString &module, ui::Theme &theme, ui::Language &language, Preferences &preferences, Aside &aside);
    ~Workspace() override;

    void show();
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::EngineSession &session() { return m_session; }
    /// Frees what was decrypted and covers the window; the lock screen brings it back.
    void lock();
    /// Signs out: the window is gone at once, ended() comes when the local copy is closed.
    void end();

Q_SIGNALS:
    void signOutRequested();
    /// The local copy was to be removed with it: what became of that.
    void wiped(const std::optional<tenantry::Error> &left);
    void ended();
    /// The keys of the local stores can't be had.
    void keysNeeded(const tenantry::Error &error);

private:
    void connectWindow();
    void keepPassword(const QString &password);
    /// Keeps the local copy, or removes it (SEC-4).
    void askSignOut();
    void removeKeys(const std::optional<Error> &left);
    void refreshStatus();
    void refreshAccount();
    void refreshQueue();
    /// What the platform team can turn to.
    void refreshTenants();
    void showTenants();
    void turnTo(const QUuid &tenant);
    void compare(const QString &commandId);
    void findObjects(const QString &query, const ui::CommandPalette::ObjectsFound &found);

    const QString m_userName;
    const QString m_transport;
    const QString m_place; ///< the folder's name: tells servers and accounts apart
    const std::shared_ptr<ProfileGate> m_gate;
    Preferences &m_preferences;
    ui::EngineSession m_session;
    ui::PaletteSearch m_paletteSearch;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<WorkspaceLock> m_lock;
    std::unique_ptr<SignInAgain> m_signInAgain; ///< null without a gate
    IdleLock m_idle;
    ui::AccessReporter m_reporter{m_session};
    std::vector<ui::TenantChoice> m_tenants; ///< as the snapshot has them
    QList<ui::TenantChoice> m_sortedTenants;
    ui::NewestWork m_tenantOrder;
};

} // namespace tenantry::console
