// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/workspace.h"

#include "app/console/pages.h"
#include "app/console/syncview.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/models/queuewords.h"

#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

constexpr std::chrono::minutes idleBeforeLock{15};
constexpr qsizetype paletteHits = 20;

CommandId commandId(const QString &text)
{
    return CommandId(QUuid::fromString(text));
}

} // namespace

Workspace::Workspace(SignedIn who, const QString &module, ui::Theme &theme, ui::Language &language, Preferences &preferences)
    : m_userName(who.userName), m_transport(who.transport), m_byPassphrase(who.byPassphrase), m_preferences(preferences), m_session(std::move(who.engine), who.userId),
      m_window(std::make_unique<ui::MainWindow>(makePages(m_session, module), theme, language)), m_idle(idleBeforeLock)
{
    connect(&m_session, &ui::Session::stateChanged, this, &Workspace::refreshStatus);
    connect(&m_session, &ui::Session::commandsChanged, this, &Workspace::refreshQueue);
    connect(&m_session, &ui::Session::snapshotChanged, this, [this] {
        refreshAccount();
        refreshQueue(); // commands are told with the names of what they are about
    });
    connect(&m_session, &ui::EngineSession::keysNeeded, this, &Workspace::keysNeeded);
    connect(&m_idle, &IdleLock::idle, this, &Workspace::lock);
    connect(qApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { m_session.setActive(state == Qt::ApplicationActive); });
    connectWindow();
    refreshAccount();
    refreshStatus();
}

Workspace::~Workspace()
{
    m_preferences.keepGeometry(*m_window);
    m_window.reset(); // its pages look at the session
}

void Workspace::connectWindow()
{
    ui::MainWindow *window = m_window.get();
    connect(window, &ui::MainWindow::syncRequested, this, [this] { m_session.syncNow(); });
    connect(window, &ui::MainWindow::retryRequested, this, [this](const QString &id) { m_session.retry(commandId(id)); });
    connect(window, &ui::MainWindow::discardRequested, this, [this](const QString &id) { m_session.discard(commandId(id)); });
    connect(window, &ui::MainWindow::compareRequested, this, &Workspace::compare);
    connect(window, &ui::MainWindow::lockRequested, this, &Workspace::lock);
    connect(window, &ui::MainWindow::signOutRequested, this, &Workspace::askSignOut);
    connect(window->lockScreen(), &ui::LockScreen::signOutRequested, this, &Workspace::askSignOut);
    connect(&m_session, &ui::EngineSession::wiped, this, &Workspace::signOutRequested);
    connect(window->lockScreen(), &ui::LockScreen::unlockRequested, this, [this] {
        m_session.unlock();
        m_window->setLocked(false);
    });
    window->lockScreen()->setSecret(ui::LockScreen::Secret::None);
    window->setObjectSource([this](const QString &query) { return findObjects(query); });
}

void Workspace::show()
{
    m_preferences.restoreGeometry(*m_window);
    m_window->show();
    m_session.start();
}

void Workspace::lock()
{
    if (m_window->isLocked())
        return;
    if (m_byPassphrase) {
        Q_EMIT signOutRequested();
        return;
    }
    refreshAccount(); // while the name is still known
    m_window->setLocked(true);
    m_session.lock();
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

void Workspace::refreshQueue()
{
    m_window->setQueue(ui::queueViews(m_session));
}

void Workspace::compare(const QString &id)
{
    auto *dialog = new ui::ConflictDialog(m_session, commandId(id), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QList<ui::PaletteObject> Workspace::findObjects(const QString &query) const
{
    const directory::SearchIndexPtr index = m_session.searchIndex();
    if (!index)
        return {};
    const directory::Snapshot &snapshot = *index->snapshot();
    QList<ui::PaletteObject> objects;
    directory::SearchOptions options;
    options.kinds = directory::SearchKinds(directory::SearchKind::Organization) | directory::SearchKind::Space;
    options.limit = paletteHits;
    for (const directory::SearchHit &hit : index->find(query, options).hits) {
        if (hit.kind == directory::SearchKind::Organization) {
            const auto organization = snapshot.organization(hit.organization());
            const auto parent = organization.parent();
            objects.append({u"organizations"_s, organization.id().toString(), u"organization"_s, organization.name(),
                            parent.isValid() ? snapshot.organization(parent).name() : QString()});
        } else {
            const auto space = snapshot.space(hit.space());
            const TenantRow *tenant = snapshot.tenant(space.tenant());
            objects.append({u"spaces"_s, space.id().toString(), u"space"_s, space.name(), tenant ? tenant->name : QString()});
        }
    }
    return objects;
}

} // namespace tenantry::console
