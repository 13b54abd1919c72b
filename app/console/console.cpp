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
    : m_options(options), m_theme(theme), m_language(language), m_preferences(preferences), m_keychain(u"tenantry"_s), m_signIn(theme, language)
{
    connect(&m_signIn, &ui::SignInWindow::profileChanged, this, &Console::chooseProfile);
    connect(&m_signIn, &ui::SignInWindow::personaChosen, this, &Console::signInAsPersona);
    connect(&m_signIn, &ui::SignInWindow::signInRequested, this, &Console::signInByEmail);
    connectAccounts();
    connect(&m_signIn, &ui::SignInWindow::unlockRequested, this,
            [this](const QString &, const QString &, const QString &password) { workOffline(password); });
    connect(&m_signIn, &ui::SignInWindow::cancelRequested, this, [this] {
        giveUp();
        m_signIn.showReady();
    });
    connect(&m_signIn, &ui::SignInWindow::addServerRequested, this, [this] { editServer({}); });
    connect(&m_signIn, &ui::SignInWindow::editServerRequested, this, &Console::editServer);
    connect(&m_signIn, &ui::SignInWindow::removeServerRequested, this, &Console::askRemoveServer);
    connect(&m_language, &ui::Language::changed, this, &Console::offerPersonas);
}

Console::~Console() = default;

void Console::start()
{
    if (!m_options.stalls.isEmpty())
        m_stalls = std::make_unique<ui::StallWatch>(m_options.stalls, [this] {
            const ui::Page *page = m_seat ? m_seat->workspace->window().currentPage() : nullptr;
            return page ? page->id() : u"sign-in"_s;
        });
    m_signIn.setProfiles(m_profiles.views(), m_options.demo ? Profiles::demoId : m_profiles.current());
    if (m_options.screenshot.isEmpty() && m_options.persona.isEmpty())
        m_signIn.show();
    chooseProfile(m_signIn.currentProfile());
    if (!m_options.link.isEmpty())
        raise(m_options.link);
}

void Console::raise(const QString &link)
{
    QWidget &window = m_seat ? static_cast<QWidget &>(m_seat->workspace->window()) : m_signIn;
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
    const auto parsed = parseLink(link);
    if (parsed && parsed->act == u"page") {
        m_link = parsed;
        openLink();
    } else if (parsed && (parsed->act == u"activate" || parsed->act == u"reset")) {
        openCode(parsed->act == u"reset" ? ui::CodeDialog::Purpose::Reset : ui::CodeDialog::Purpose::Activate, parsed->token, profileWithAccounts());
    } else if (parsed) {
        fail({ErrorClass::Business, u"link.unknown"_s, {}, {}});
    }
}

void Console::openLink()
{
    if (!m_seat || !m_link)
        return;
    const Link link = *std::exchange(m_link, std::nullopt);
    if (!m_seat->workspace->window().showPage(link.page, link.object))
        openWithFirstRows(link);
}

// A page that depends on rights, and every object, may come with the first rows only.
void Console::openWithFirstRows(const Link &link)
{
    Workspace *workspace = m_seat->workspace.get();
    connect(
        &workspace->session(), &ui::Session::snapshotChanged, workspace,
        [workspace, link] { workspace->window().showPage(link.page, link.object); }, Qt::SingleShotConnection);
}

void Console::showSignIn()
{
    showServers(m_signIn.currentProfile());
    m_signIn.showReady();
    m_signIn.show();
    offerPersonas();
}

void Console::chooseProfile(const QString &profileId)
{
    m_profiles.setCurrent(profileId);
    giveUp();
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
        if (m_seat)
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
    auto seat = takeSeat(Profiles::demoId + m_options.demoFolder, persona->roleName, [this, key] { signInAsPersona(key); });
    if (!seat)
        return;
    SignedIn who;
    who.engine.folder = Profiles::folderFor(seat->profileId, seat->role);
    who.engine.serverName = tr("Demo on this machine");
    who.engine.connection.profile = m_demo->profileFor(persona->roleName);
    who.engine.connection.password = persona->password;
    who.engine.keys = std::make_shared<FileKeySource>(who.engine.folder);
    who.userId = persona->userId;
    who.userName = persona->name;
    who.transport = tr("private, on this machine; the demo's own data are not sealed");
    open(std::move(who), std::move(seat));
}

std::shared_ptr<ProfileGate> Console::gateFor(const QString &profileId, const QString &role, const QString &folder)
{
    return std::make_shared<ProfileGate>(folder, profileId + u'/' + role, m_keychain, m_aside);
}

void Console::signInToServer(const QString &profileId, const QString &name, const QString &password, bool remember)
{
    auto profile = m_profiles.find(profileId);
    if (!profile) {
        fail({ErrorClass::Data, u"profile.malformed"_s, {}, {}});
        return;
    }
    if (!name.isEmpty())
        profile->role = name;
    giveUp();
    m_trying = takeSeat(profileId, profile->role, [=, this] { signInToServer(profileId, name, password, remember); });
    if (!m_trying)
        return;
    m_trying->gate = gateFor(profileId, profile->role, Profiles::folderFor(profileId, profile->role));
    m_signIn.showBusy(tr("Signing in…"));
    m_serverSignIn = std::make_unique<ServerSignIn>(*profile, m_trying->gate, m_aside);
    connect(m_serverSignIn.get(), &ServerSignIn::failed, this, &Console::fail);
    connect(m_serverSignIn.get(), &ServerSignIn::succeeded, this, [this, remember](const SignedIn &who) {
        m_profiles.noteAccount(m_trying->profileId, m_trying->role, remember);
        open(who, std::move(m_trying));
    });
    connect(m_serverSignIn.get(), &ServerSignIn::notRemembered, this, [this](const Error &error) {
        if (m_seat)
            m_profiles.noteAccount(m_seat->profileId, m_seat->role, false);
        fail(error);
    });
    connect(m_serverSignIn.get(), &ServerSignIn::offline, this, [this](const Error &error, const QDateTime &copyTime) {
        m_signIn.showOffline(sentence(error), copyTime);
    });
    connect(m_serverSignIn.get(), &ServerSignIn::passphraseNeeded, this, &Console::askPassphrase);
    m_serverSignIn->start(password.isEmpty() ? m_profiles.environmentPassword(profileId) : password, remember);
}

void Console::workOffline(const QString &password)
{
    if (!m_serverSignIn)
        return;
    m_signIn.showBusy(tr("Opening the local copy…"));
    m_serverSignIn->workOffline(password);
}

void Console::giveUp()
{
    m_serverSignIn.reset();
    m_trying.reset();
    if (m_accounts) { // it may be its answer that ends here
        m_accounts->cancel();
        m_accounts.release()->deleteLater();
    }
}

void Console::askPassphrase(bool fresh)
{
    auto *dialog = new QInputDialog(&m_signIn);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Passphrase of the local copy"));
    dialog->setLabelText(fresh ? tr("There is no keychain here. Choose a passphrase that protects the local copy:")
                               : tr("Passphrase of the local copy:"));
    dialog->setTextEchoMode(QLineEdit::Password);
    connect(dialog, &QInputDialog::textValueSelected, m_serverSignIn.get(), &ServerSignIn::givePassphrase);
    connect(dialog, &QInputDialog::rejected, &m_signIn, &ui::SignInWindow::showReady);
    dialog->open();
}

std::unique_ptr<Console::Seat> Console::takeSeat(const QString &profileId, const QString &role, const std::function<void()> &again)
{
    for (const auto &leaving : m_leaving) {
        if (leaving->profileId != profileId || leaving->role != role)
            continue;
        m_signIn.showBusy(tr("Closing the local copy…"));
        connect(leaving->workspace.get(), &Workspace::ended, this, again, Qt::QueuedConnection); // after the seat is free
        return nullptr;
    }
    auto seat = std::make_unique<Seat>();
    seat->profileId = profileId;
    seat->role = role;
    seat->lock = std::make_unique<QLockFile>(Profiles::folderFor(profileId, role) + u"/lock"_s);
    seat->lock->setStaleLockTime(0);
    if (seat->lock->tryLock())
        return seat;
    fail({ErrorClass::Business, u"profile.in_use"_s, {}, {}});
    return nullptr;
}

void Console::open(SignedIn who, std::unique_ptr<Seat> seat)
{
    m_seat = std::move(seat);
    m_seat->workspace = std::make_unique<Workspace>(std::move(who), m_options.module, m_theme, m_language, m_preferences, m_aside);
    Workspace *workspace = m_seat->workspace.get();
    connect(workspace, &Workspace::signOutRequested, this, &Console::signOut, Qt::QueuedConnection);
    connect(workspace, &Workspace::wiped, this, &Console::wiped, Qt::QueuedConnection);
    connect(workspace, &Workspace::keysNeeded, this, [this](const Error &error) {
        signOut();
        fail(error);
    }, Qt::QueuedConnection);
    workspace->window().setFirstPage(m_options.page);
    workspace->show();
    if (m_link)
        openLink();
    else if (const ui::PageEntry *first = workspace->window().pages().find(m_options.page); first && !first->isAvailable())
        openWithFirstRows({u"page"_s, m_options.page, {}, {}});
    m_signIn.hide();
    if (m_stalls)
        measure();
    if (!m_options.screenshot.isEmpty())
        drawWhenReady();
}

void Console::measure()
{
    m_stalls->note(u"signed in"_s);
    const ui::Session *session = &m_seat->workspace->session();
    connect(session, &ui::Session::snapshotChanged, m_stalls.get(), [this] { m_stalls->note(u"snapshot shown"_s); });
    connect(session, &ui::Session::searchIndexChanged, m_stalls.get(), [this] { m_stalls->note(u"search ready"_s); });
}

void Console::wiped(const std::optional<Error> &left)
{
    if (!m_seat)
        return;
    m_profiles.forgetAccount(m_seat->profileId, m_seat->role);
    signOut();
    if (left)
        fail(*left);
    else
        m_signIn.showNotice(tr("The local copy was removed from this machine."));
}

void Console::signOut()
{
    if (!m_seat)
        return;
    showSignIn(); // first, so that the last window is not gone for a moment
    m_serverSignIn.reset();
    // A server that hangs may keep the connection for a while: the window doesn't wait for it.
    Seat *leaving = m_leaving.emplace_back(std::move(m_seat)).get();
    connect(leaving->workspace.get(), &Workspace::ended, this, [this, leaving] {
        std::erase_if(m_leaving, [leaving](const auto &seat) { return seat.get() == leaving; });
    }, Qt::QueuedConnection);
    leaving->workspace->end();
}

void Console::fail(const Error &error)
{
    const QString message = sentence(error);
    if (!m_options.screenshot.isEmpty()) {
        std::fputs(qPrintable(message + u'\n'), stderr);
        Q_EMIT finished(1);
        return;
    }
    if (m_seat) { // somebody is at work: their window stays the only one
        m_seat->workspace->window().showToast(message);
        return;
    }
    m_signIn.show();
    m_signIn.showError(message);
}

void Console::drawWhenReady()
{
    // The first complete pull, then a moment for pages to lay out what it brought.
    Workspace *workspace = m_seat->workspace.get();
    QTimer::singleShot(screenshotPatience, workspace, [this, workspace] {
        fail(workspace->session().state().lastError.value_or(Error{ErrorClass::Network, u"server.unreachable"_s, {}, {}}));
    });
    auto *timer = new QTimer(workspace);
    connect(timer, &QTimer::timeout, workspace, [this, workspace, timer] {
        const sync::SyncState state = workspace->session().state();
        if (!state.lastSync || state.busy || !workspace->session().searchIndex())
            return;
        timer->stop();
        const ui::Page *page = workspace->window().currentPage();
        if (!m_options.page.isEmpty() && (!page || page->id() != m_options.page))
            return fail({ErrorClass::Business, u"page.unavailable"_s, {}, {{u"page"_s, m_options.page}}});
        QTimer::singleShot(300, workspace, [this, workspace] {
            Q_EMIT finished(takeScreenshot(workspace->window(), m_options.screenshot) ? 0 : 1);
        });
    });
    timer->start(50);
}

} // namespace tenantry::console
