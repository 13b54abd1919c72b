// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/aside.h"
#include "app/console/demoserver.h"
#include "app/console/link.h"
#include "app/console/options.h"
#include "app/console/profiles.h"
#include "app/console/serversignin.h"
#include "app/console/workspace.h"
#include "core/accounts/accountsclient.h"
#include "core/security/keychainstore.h"
#include "ui/accounts/codedialog.h"
#include "ui/shell/serverdialog.h"
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
    /// Shows the window that there is, and opens the link if it isn't empty.
    void raise(const QString &link);

Q_SIGNALS:
    /// The program has done what it was started for (--screenshot), or can't go on.
    void finished(int exitCode);

private:
    /// The lock of a profile and account, and what else belongs to it while somebody is signed in or signing out.
    struct Seat {
        QString profileId;
        QString role;
        std::unique_ptr<QLockFile> lock;
        std::shared_ptr<ProfileGate> gate; ///< none in the demo
        std::unique_ptr<Workspace> workspace;
    };

    void showSignIn();
    void startDemo();
    void offerPersonas();
    void chooseProfile(const QString &profileId);
    void signInAsPersona(const QString &key);
    void signInToServer(const QString &profileId, const QString &name, const QString &password, bool remember);
    void askPassphrase(bool fresh);
    void workOffline(const QString &password);
    void giveUp();
    /// Takes the profile's lock. Where it is still being left, `again` is called once it is free; where another console
    /// has it, that is said. Nothing in both cases.
    [[nodiscard]] std::unique_ptr<Seat> takeSeat(const QString &profileId, const QString &role, const std::function<void()> &again);
    [[nodiscard]] std::shared_ptr<ProfileGate> gateFor(const QString &profileId, const QString &role, const QString &folder);
    void open(SignedIn who, std::unique_ptr<Seat> seat);
    void signOut();
    void wiped(const std::optional<Error> &left);
    void openLink();
    void openWithFirstRows(const Link &link);
    void fail(const Error &error);
    void drawWhenReady();
    void measure();

    // Accounts (consoleaccounts.cpp)
    void connectAccounts();
    void openCode(ui::CodeDialog::Purpose purpose, const QString &code, const QString &profileId);
    [[nodiscard]] QString profileWithAccounts() const;
    void signInByEmail(const QString &profileId, const QString &email, const QString &password, bool remember);

    // Servers (consoleservers.cpp)
    void editServer(const QString &profileId);
    void keepServer(const QString &profileId, const server::ServerProfile &profile, ui::ServerDialog &dialog);
    void askRemoveServer(const QString &profileId);
    void removeServer(const QString &profileId);
    [[nodiscard]] bool hasCopies(const QString &profileId) const;
    void showServers(const QString &current);

    const Options m_options;
    ui::Theme &m_theme;
    ui::Language &m_language;
    Preferences &m_preferences;
    Profiles m_profiles;
    Aside m_aside;
    KeychainStore m_keychain;
    std::unique_ptr<DemoServer> m_demo; ///< started once it is wanted, and kept
    std::unique_ptr<Seat> m_trying;     ///< while signing in
    std::unique_ptr<accounts::AccountsClient> m_accounts; ///< while an e-mail becomes a sign-in name
    std::unique_ptr<ServerSignIn> m_serverSignIn;
    std::unique_ptr<Seat> m_seat; ///< of whoever is signed in
    std::vector<std::unique_ptr<Seat>> m_leaving;
    std::optional<Link> m_link; ///< to be opened once somebody is signed in
    ui::SignInWindow m_signIn;
    std::unique_ptr<ui::StallWatch> m_stalls; ///< none unless somebody measures
};

} // namespace tenantry::console
