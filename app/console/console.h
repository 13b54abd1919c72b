// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/demoserver.h"
#include "app/console/options.h"
#include "app/console/profiles.h"
#include "app/console/serversignin.h"
#include "app/console/workspace.h"
#include "ui/shell/signinwindow.h"
#include "ui/shell/stallwatch.h"

#include <QLockFile>

namespace tenantry::console
{

/// From the sign-in window to somebody's workspace and back.
class Console final : public QObject
{
    Q_OBJECT
public:
    Console(const Options &options, ui::Theme &theme, ui::Language &language, Preferences &preferences);
    ~Console() override;

    void start();

Q_SIGNALS:
    /// The program has done what it was started for (--screenshot), or can't go on.
    void finished(int exitCode);

private:
    void showSignIn();
    void startDemo();
    void offerPersonas();
    void chooseProfile(const QString &profileId);
    void signInAsPersona(const QString &key);
    void signInToServer(const QString &profileId, const QString &email, const QString &password, bool remember);
    /// Takes the profile's lock; false, and said so, where another console has it.
    [[nodiscard]] bool takeProfile(const QString &folder);
    void open(SignedIn who);
    void signOut();
    void fail(const Error &error);
    void drawWhenReady();
    void measure();

    const Options m_options;
    ui::Theme &m_theme;
    ui::Language &m_language;
    Preferences &m_preferences;
    Profiles m_profiles;
    std::unique_ptr<DemoServer> m_demo; ///< started once it is wanted, and kept
    std::unique_ptr<ServerSignIn> m_serverSignIn;
    std::unique_ptr<QLockFile> m_profileLock;
    std::unique_ptr<Workspace> m_workspace;
    ui::SignInWindow m_signIn;
    std::unique_ptr<ui::StallWatch> m_stalls; ///< none unless somebody measures
};

} // namespace tenantry::console
