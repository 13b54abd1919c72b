// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/workspace.h"

#include "app/console/pages.h"
#include "app/console/paletteobjects.h"
#include "app/console/syncview.h"
#include "core/domain/messages.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/models/queuewords.h"
#include "ui/models/textorder.h"
#include "ui/pages/approvals/approvalboxes.h"
#include "ui/pages/members/belongings.h"
#include "ui/pages/members/memberactions.h"
#include "ui/pages/tenants/breakglassbar.h"
#include "ui/shell/language.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

// Nothing of any tenant comes before somebody turns to it; for whoever isn't of the platform team that says nothing.
sync::EngineOptions withTenant(sync::EngineOptions options, const QUuid &tenant)
{
    options.openTenants = QSet<QUuid>();
    if (!tenant.isNull())
        options.openTenants->insert(tenant);
    return options;
}

constexpr std::chrono::minutes idleBeforeLock{15};

ui::audit::HeadStore headsOf(Preferences &preferences, const QString &place)
{
    return {[&preferences, place](const QUuid &tenant) { return preferences.auditHead(place, tenant); },
            [&preferences, place](const QUuid &tenant, const exchange::AuditHead &head) { preferences.keepAuditHead(place, tenant, head); }};
}

CommandId commandId(const QString &text)
{
    return CommandId(QUuid::fromString(text));
}

} // namespace

Workspace::Workspace(SignedIn who, const QString &module, ui::Theme &theme, ui::Language &language, Preferences &preferences, Aside &aside)
    : m_userName(who.userName), m_transport(who.transport), m_place(QFileInfo(who.engine.folder).fileName()), m_gate(who.gate), m_preferences(preferences), m_session(withTenant(who.engine, preferences.tenantOf(m_place)), who.userId),
      m_window(std::make_unique<ui::MainWindow>(makePages(m_session, module, headsOf(m_preferences, m_place)), theme, language)),
      m_lock(std::make_unique<WorkspaceLock>(*m_window, m_session, m_gate, who.engine.connection, who.knownByPassword, aside)), m_idle(idleBeforeLock)
{
    if (m_gate)
        m_signInAgain = std::make_unique<SignInAgain>(*m_window, m_session, *m_gate, who.engine.connection, aside);
    connect(&m_session, &ui::Session::stateChanged, this, &Workspace::refreshStatus);
    connect(&m_session, &ui::Session::commandsChanged, this, &Workspace::refreshQueue);
    m_session.Session::turnTo(TenantId(preferences.tenantOf(m_place)));
    connect(&m_session, &ui::Session::snapshotChanged, this, [this] {
        refreshAccount();
        refreshTenants();
        refreshQueue(); // commands are told with the names of what they are about
    });
    connect(&m_session, &ui::Session::submitFailed, this,
            [this](CommandId, const Error &error) { m_window->showToast(sentence(error)); });
    m_session.setHasPassword(m_gate && who.knownByPassword);
    connect(&m_session, &ui::Session::passwordChanged, this, &Workspace::keepPassword);
    connect(&m_session, &ui::EngineSession::keysNeeded, this, &Workspace::keysNeeded);
    connect(&m_idle, &IdleLock::idle, this, &Workspace::lock);
    connect(qApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { m_session.setActive(state == Qt::ApplicationActive); });
    // What is put together here in words: roles, sentences, the name of no tenant (APP-1).
    connect(&language, &ui::Language::changed, m_window.get(), [this] {
        refreshAccount();
        refreshStatus();
        refreshQueue();
        refreshTenants();
    });
    m_window->addNotice(new ui::BreakGlassBar(m_session));
    connectWindow();
    refreshAccount();
    refreshStatus();
}

Workspace::~Workspace()
{
    end();
}

void Workspace::end()
{
    if (!m_window)
        return;
    m_preferences.keepGeometry(*m_window);
    if (m_session.state().store == sync::StoreState::Open)
        m_reporter.flush();
    m_signInAgain.reset();
    m_lock.reset();
    m_tenantOrder.cancel();
    m_session.disconnect(this);
    m_window.reset(); // its pages look at the session
    connect(&m_session, &ui::EngineSession::ended, this, &Workspace::ended);
    m_session.end();
}

void Workspace::connectWindow()
{
    ui::MainWindow *window = m_window.get();
    connect(window, &ui::MainWindow::tenantChosen, this, [this](const QString &id) { turnTo(QUuid::fromString(id)); });
    connect(window, &ui::MainWindow::accessed, &m_reporter, &ui::AccessReporter::take);
    connect(window, &ui::MainWindow::syncRequested, this, [this] { m_session.syncNow(); });
    connect(window, &ui::MainWindow::retryRequested, this, [this](const QString &id) { m_session.retry(commandId(id)); });
    connect(window, &ui::MainWindow::discardRequested, this, [this](const QString &id) { m_session.discard(commandId(id)); });
    connect(window, &ui::MainWindow::compareRequested, this, &Workspace::compare);
    auto *people = new ui::members::MemberActions(m_session, window);
    connect(people, &ui::members::MemberActions::toastRequested, window, &ui::MainWindow::showToast);
    connect(window, &ui::MainWindow::handOverRequested, people, [this, people](const QString &id) {
        if (const auto command = ui::commandById(m_session, commandId(id)))
            people->run(ui::members::MemberAct::HandOver,
                        ui::members::stoppedByDutiesOf(m_session, *command));
    });
    connect(window, &ui::MainWindow::lockRequested, this, &Workspace::lock);
    connect(window, &ui::MainWindow::signOutRequested, this, &Workspace::askSignOut);
    connect(window->lockScreen(), &ui::LockScreen::signOutRequested, this, &Workspace::askSignOut);
    connect(&m_session, &ui::EngineSession::wiped, this, &Workspace::removeKeys);
    window->setObjectSource(
        [this](const QString &query, const ui::CommandPalette::ObjectsFound &found) { findObjects(query, found); });
}

// What signs in again, opens the lock and is remembered is the new one.
void Workspace::keepPassword(const QString &password)
{
    m_session.setPassword(password);
    if (!m_gate)
        return;
    m_gate->keepPassword(password);
    m_gate->remembered([this, password, guard = QPointer(this)](const QString &old) {
        if (guard && !old.isEmpty())
            m_gate->remember(password, [this, guard](const Result<void> &done) {
                if (guard && m_window && !done)
                    m_window->showToast(sentence({ErrorClass::System, u"password.not_remembered"_s, {}, {}}));
            });
    });
}

void Workspace::show()
{
    m_preferences.restoreGeometry(*m_window);
    m_window->show();
    m_session.start();
}

void Workspace::lock()
{
    if (!m_window || m_window->isLocked())
        return;
    m_reporter.flush();
    refreshAccount(); // while the name is still known
    m_lock->lock();
}

// Also where files were left: without their keys they are nobody's.
void Workspace::removeKeys(const std::optional<Error> &left)
{
    if (!m_gate) {
        Q_EMIT wiped(left);
        return;
    }
    m_gate->wipe([this, left, guard = QPointer(this)](const Result<void> &result) {
        if (guard)
            Q_EMIT wiped(result || left ? left : std::optional(result.error()));
    });
}

void Workspace::askSignOut()
{
    const sync::SyncState state = m_session.state();
    const int unsent = state.queued + state.needsAttention;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Sign out"), tr("Sign out of Tenantry?"), QMessageBox::NoButton, m_window.get());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(unsent == 0 ? tr("The sealed local copy stays on this machine, for the next time.")
                                             : tr("%n change(s) have not been carried out yet. They stay in the queue on this machine; removing the local copy loses them.", nullptr, unsent));
    QPushButton *keep = question->addButton(tr("Sign out"), QMessageBox::AcceptRole);
    QPushButton *wipe = question->addButton(tr("Sign out and remove the local copy"), QMessageBox::DestructiveRole);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(keep);
    connect(keep, &QPushButton::clicked, this, &Workspace::signOutRequested);
    connect(wipe, &QPushButton::clicked, this, [this] { m_session.wipe(true); });
    question->open();
}

void Workspace::refreshStatus()
{
    m_window->setSyncStatus(syncStatusOf(m_session, m_userName, m_transport));
}

void Workspace::refreshAccount()
{
    if (!m_window->isLocked())
        m_window->setAccount(accountOf(m_session, m_userName));
}

void Workspace::refreshTenants()
{
    if (m_session.state().store != sync::StoreState::Open || m_window->isLocked())
        return;
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const bool isPlatform = m_session.actor().systemAdministrator;
    if (const TenantId current = m_session.currentTenant(); isPlatform && !current.isNull() && !snapshot->tenant(current))
        return turnTo({}); // deleted meanwhile
    std::vector<ui::TenantChoice> found;
    if (isPlatform)
        for (const TenantRow &tenant : snapshot->tenants())
            found.push_back({tenant.id.toString(), tenant.name});
    if (found == m_tenants)
        return showTenants();
    m_tenants = found;
    m_tenantOrder.run(
        [found](const std::stop_token &stop) { // thousands take longer than the window may stand still
            auto sorted = found;
            ui::sortByText(sorted, &ui::TenantChoice::name, Qt::AscendingOrder, stop);
            return sorted;
        },
        [this](const std::vector<ui::TenantChoice> &sorted) {
            m_sortedTenants = QList(sorted.begin(), sorted.end());
            showTenants();
        });
}

void Workspace::showTenants()
{
    if (m_window->isLocked())
        return;
    QList<ui::TenantChoice> choices = m_sortedTenants;
    if (m_session.actor().systemAdministrator)
        choices.prepend({QString(), tr("Platform only")});
    const TenantId current = m_session.currentTenant();
    m_window->setTenants(choices, current.isNull() ? QString() : current.toString());
}

void Workspace::turnTo(const QUuid &tenant)
{
    m_session.turnTo(TenantId(tenant));
    m_preferences.keepTenant(m_place, tenant);
    refreshTenants();
}

void Workspace::refreshQueue()
{
    m_window->setQueue(ui::queueViews(m_session));
}

void Workspace::compare(const QString &id)
{
    ui::ConflictDialog::compare(m_session, commandId(id), m_window.get());
}

void Workspace::findObjects(const QString &query, const ui::CommandPalette::ObjectsFound &found)
{
    m_paletteSearch.find(query, m_session.searchIndex(), m_session.snapshot(), [this, found](const QList<ui::PaletteSearch::Hit> &hits) {
        QList<ui::PaletteObject> objects;
        for (const ui::PaletteSearch::Hit &hit : hits)
            if (const auto object = paletteObject(hit, m_window->pages()))
                objects.append(*object);
        found(objects);
    });
}

} // namespace tenantry::console
