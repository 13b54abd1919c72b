// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/screenshot.h"
#include "core/domain/messages.h"
#include "ui/shell/language.h"

#include <QInputDialog>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

constexpr std::chrono::seconds screenshotPatience{120};

QString personaRole(const QString &key)
{
    if (key.contains(u"system_administrator"_s))
        return Console::tr("System administrator");
    if (key.startsWith(u"tenant_administrator"_s))
        return Console::tr("Tenant administrator");
    if (key == u"space_administrator")
        return Console::tr("Space owner");
    return key == u"outsider" ? Console::tr("Non-enterprise member") : Console::tr("Member");
}

} // namespace

Console::Console(const Options &options, ui::Theme &theme, ui::Language &language, Preferences &preferences)
    : m_options(options), m_theme(theme), m_language(language), m_preferences(preferences), m_signIn(theme, language)
{
    connect(&m_signIn, &ui::SignInWindow::profileChanged, this, &Console::chooseProfile);
    connect(&m_signIn, &ui::SignInWindow::personaChosen, this, &Console::signInAsPersona);
    connect(&m_signIn, &ui::SignInWindow::signInRequested, this, &Console::signInToServer);
    connect(&m_signIn, &ui::SignInWindow::unlockRequested, this, [this](const QString &profile, const QString &email, const QString &password) {
        signInToServer(profile, email, password, false);
    });
    connect(&m_signIn, &ui::SignInWindow::cancelRequested, this, [this] {
        m_serverSignIn.reset();
        m_signIn.showReady();
    });
    connect(&m_language, &ui::Language::changed, this, &Console::offerPersonas);
}

Console::~Console() = default;

void Console::start()
{
    if (!m_options.stalls.isEmpty())
        m_stalls = std::make_unique<ui::StallWatch>(m_options.stalls, [this] {
            const ui::Page *page = m_workspace ? m_workspace->window().currentPage() : nullptr;
            return page ? page->id() : u"sign-in"_s;
        });
    m_signIn.setProfiles(m_profiles.views(), m_options.demo ? Profiles::demoId : m_profiles.current());
    if (m_options.screenshot.isEmpty() && m_options.persona.isEmpty())
        m_signIn.show();
    chooseProfile(m_signIn.currentProfile());
}

void Console::showSignIn()
{
    m_signIn.setProfiles(m_profiles.views(), m_signIn.currentProfile());
    m_signIn.showReady();
    m_signIn.show();
    offerPersonas();
}

void Console::chooseProfile(const QString &profileId)
{
    m_profiles.setCurrent(profileId);
    if (profileId == Profiles::demoId)
        startDemo();
    else
        m_signIn.showReady();
}

void Console::startDemo()
{
    if (m_demo)
        return;
    m_signIn.showBusy(tr("Starting the demo's server…"));
    m_demo = std::make_unique<DemoServer>(m_options.demoFolder);
    connect(m_demo.get(), &DemoServer::progressed, &m_signIn, &ui::SignInWindow::showBusy);
    connect(m_demo.get(), &DemoServer::failed, this, &Console::fail);
    connect(m_demo.get(), &DemoServer::ready, this, [this] {
        if (m_workspace)
            return; // after a take-over the engine finds its way back by itself
        m_signIn.showReady();
        offerPersonas();
        const QString wanted = m_options.persona.isEmpty() && !m_options.screenshot.isEmpty() ? u"system_administrator"_s : m_options.persona;
        if (!wanted.isEmpty())
            signInAsPersona(wanted);
    });
    m_demo->start();
}

void Console::offerPersonas()
{
    if (!m_demo)
        return;
    QList<ui::PersonaView> views;
    for (const demo::PersonaAccount &account : m_demo->personas())
        views.append({account.key, account.name, personaRole(account.key), account.tenantName});
    m_signIn.setPersonas(views);
}

void Console::signInAsPersona(const QString &key)
{
    const auto persona = m_demo ? m_demo->persona(key) : std::nullopt;
    if (!persona) {
        fail({ErrorClass::Business, u"persona.unknown"_s, {}, {{u"key"_s, key}}});
        return;
    }
    const QString folder = Profiles::folderFor(Profiles::demoId + m_options.demoFolder, persona->roleName);
    if (!takeProfile(folder))
        return;
    SignedIn who;
    who.engine.folder = folder;
    who.engine.serverName = tr("Demo on this machine");
    who.engine.connection.profile = m_demo->profileFor(persona->roleName);
    who.engine.connection.password = persona->password;
    who.engine.keys = std::make_shared<FileKeySource>(folder);
    who.userId = persona->userId;
    who.userName = persona->name;
    who.transport = tr("private, on this machine; the demo's own data are not sealed");
    open(std::move(who));
}

void Console::signInToServer(const QString &profileId, const QString &email, const QString &password, bool remember)
{
    auto profile = m_profiles.find(profileId);
    if (!profile) {
        fail({ErrorClass::Data, u"profile.malformed"_s, {}, {}});
        return;
    }
    // Until the worker's endpoint turns addresses into sign-in names, the field takes the name that `tenantryctl` printed.
    if (!email.isEmpty())
        profile->role = email;
    const QString folder = Profiles::folderFor(profileId, profile->role);
    if (!takeProfile(folder))
        return;
    m_signIn.showBusy(tr("Signing in…"));
    m_serverSignIn = std::make_unique<ServerSignIn>(*profile, folder);
    connect(m_serverSignIn.get(), &ServerSignIn::failed, this, &Console::fail);
    connect(m_serverSignIn.get(), &ServerSignIn::succeeded, this, &Console::open);
    connect(m_serverSignIn.get(), &ServerSignIn::passphraseNeeded, this, [this](bool fresh) {
        auto *dialog = new QInputDialog(&m_signIn);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Passphrase of the local copy"));
        dialog->setLabelText(fresh ? tr("There is no keychain here. Choose a passphrase that protects the local copy:")
                                   : tr("Passphrase of the local copy:"));
        dialog->setTextEchoMode(QLineEdit::Password);
        connect(dialog, &QInputDialog::textValueSelected, m_serverSignIn.get(), &ServerSignIn::givePassphrase);
        connect(dialog, &QInputDialog::rejected, &m_signIn, &ui::SignInWindow::showReady);
        dialog->open();
    });
    m_serverSignIn->start(password, remember);
}

bool Console::takeProfile(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + u"/lock"_s);
    lock->setStaleLockTime(0);
    if (lock->tryLock()) {
        m_profileLock = std::move(lock);
        return true;
    }
    fail({ErrorClass::Business, u"profile.in_use"_s, {}, {}});
    return false;
}

void Console::open(SignedIn who)
{
    m_workspace = std::make_unique<Workspace>(std::move(who), m_options.module, m_theme, m_language, m_preferences);
    connect(m_workspace.get(), &Workspace::signOutRequested, this, &Console::signOut, Qt::QueuedConnection);
    connect(m_workspace.get(), &Workspace::keysNeeded, this, [this](const Error &error) {
        signOut();
        fail(error);
    }, Qt::QueuedConnection);
    m_workspace->show();
    if (!m_options.page.isEmpty())
        m_workspace->window().showPage(m_options.page);
    m_signIn.hide();
    if (m_stalls)
        measure();
    if (!m_options.screenshot.isEmpty())
        drawWhenReady();
}

void Console::measure()
{
    m_stalls->note(u"signed in"_s);
    const ui::Session *session = &m_workspace->session();
    connect(session, &ui::Session::snapshotChanged, m_stalls.get(), [this] { m_stalls->note(u"snapshot shown"_s); });
    connect(session, &ui::Session::searchIndexChanged, m_stalls.get(), [this] { m_stalls->note(u"search ready"_s); });
}

void Console::signOut()
{
    showSignIn(); // first, so that the last window is not gone for a moment
    m_workspace.reset();
    m_serverSignIn.reset();
    m_profileLock.reset();
}

void Console::fail(const Error &error)
{
    const QString message = sentence(error);
    if (!m_options.screenshot.isEmpty()) {
        std::fputs(qPrintable(message + u'\n'), stderr);
        Q_EMIT finished(1);
        return;
    }
    if (m_workspace) { // somebody is at work: their window stays the only one
        m_workspace->window().showToast(message);
        return;
    }
    m_signIn.show();
    m_signIn.showError(message);
}

void Console::drawWhenReady()
{
    // The first complete pull, then a moment for pages to lay out what it brought.
    QTimer::singleShot(screenshotPatience, m_workspace.get(), [this] {
        fail(m_workspace->session().state().lastError.value_or(Error{ErrorClass::Network, u"server.unreachable"_s, {}, {}}));
    });
    auto *timer = new QTimer(m_workspace.get());
    connect(timer, &QTimer::timeout, this, [this, timer] {
        const sync::SyncState state = m_workspace->session().state();
        if (!state.lastSync || state.busy || !m_workspace->session().searchIndex())
            return;
        timer->stop();
        QTimer::singleShot(300, this, [this] {
            Q_EMIT finished(takeScreenshot(m_workspace->window(), m_options.screenshot) ? 0 : 1);
        });
    });
    timer->start(50);
}

} // namespace tenantry::console
