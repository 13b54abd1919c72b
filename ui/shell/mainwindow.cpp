// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/help/helpwindow.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/bellbutton.h"
#include "ui/shell/navigation.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/syncchip.h"
#include "ui/shell/syncpanel.h"
#include "ui/shell/tenantbutton.h"
#include "ui/shell/tenantpicker.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/accessevent.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{
const QString notificationsPage = u"notifications"_s;
const QString profilePage = u"profile"_s;
}

MainWindow::MainWindow(PageRegistry pages, Theme &theme, Language &language)
    : m_pages(std::move(pages)), m_actions(new ShellActions(theme, language, this)), m_whole(new QStackedWidget),
      m_stack(new QStackedWidget), m_right(new QVBoxLayout), m_navigation(new Navigation(m_pages)), m_top(new TopBar(*m_actions)),
      m_lock(new LockScreen), m_sync(nullptr), m_palette(nullptr), m_tenants(nullptr), m_toast(nullptr), m_language(language)
{
    m_stack->setProperty("panel", u"surface"_s);
    m_stack->setAttribute(Qt::WA_StyledBackground);
    auto *work = new QWidget;
    auto *columns = new QHBoxLayout(work);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    m_right->setSpacing(0);
    m_right->addWidget(m_top);
    m_right->addWidget(makeSeparator());
    m_right->addWidget(m_stack, 1);
    columns->addWidget(m_navigation);
    columns->addWidget(makeSeparator(Qt::Vertical));
    columns->addLayout(m_right, 1);
    m_whole->addWidget(work);
    m_whole->addWidget(m_lock);
    setCentralWidget(m_whole);

    m_palette = new CommandPalette(m_pages, this);
    m_palette->setActions(m_actions->all());
    m_sync = new SyncPanel(this);
    m_sync->setAnchor(m_top->syncChip());
    m_tenants = new TenantPicker(this);
    m_tenants->setAnchor(m_navigation->heading());
    m_toast = new Toast(this);

    connectPages();
    connectActions();
    addPageShortcuts();
    setMinimumSize(960, 600);
    resize(1280, 800);
    retranslate();
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow() = default;

void MainWindow::connectPages()
{
    for (const auto &entry : m_pages.entries()) {
        connect(entry.get(), &PageEntry::availableChanged, this, [this, page = entry.get()](bool available) {
            // Somebody took the right away while the page was open.
            if (!available && page == m_current)
                showFirst();
        });
    }
    // The focus stays in the navigation then, so that arrows go on from page to page.
    connect(m_navigation, &Navigation::pageChosen, this, [this](const QString &id) { setCurrent(*m_pages.find(id)); });
    connect(m_navigation->heading(), &QPushButton::clicked, this, &MainWindow::showTenants);
    connect(m_tenants, &TenantPicker::chosen, this, &MainWindow::tenantChosen);
    connect(m_palette, &CommandPalette::pageChosen, this, &MainWindow::showPage);
    if (const PageEntry *page = m_pages.find(notificationsPage)) {
        m_top->bell()->setUnread(page->count());
        m_top->bell()->show();
        connect(page, &PageEntry::countChanged, m_top->bell(), &BellButton::setUnread);
        connect(m_top->bell(), &BellButton::clicked, this, [this] { showPage(notificationsPage); });
    }
    if (PageEntry *first = firstAvailable(); first && first->isBuilt())
        setCurrent(*first);
}

PageEntry *MainWindow::firstAvailable() const
{
    for (const auto &entry : m_pages.entries()) {
        if (entry->isAvailable())
            return entry.get();
    }
    return nullptr;
}

void MainWindow::showFirst()
{
    if (isLocked())
        return;
    const PageEntry *wanted = m_pages.find(std::exchange(m_firstPage, {}));
    if (const PageEntry *first = wanted && wanted->isAvailable() ? wanted : firstAvailable())
        showPage(first->id());
}

void MainWindow::connectActions()
{
    connect(m_actions->palette, &QAction::triggered, this, &MainWindow::showPalette);
    connect(m_actions->syncPanel, &QAction::triggered, this, &MainWindow::showSyncPanel);
    connect(m_actions->syncNow, &QAction::triggered, this, &MainWindow::syncRequested);
    m_actions->profile->setVisible(m_pages.find(profilePage));
    connect(m_actions->profile, &QAction::triggered, this, [this] { showPage(profilePage); });
    connect(m_actions->lock, &QAction::triggered, this, &MainWindow::lockRequested);
    connect(m_actions->signOut, &QAction::triggered, this, &MainWindow::signOutRequested);
    connect(m_actions->help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_actions->about, &QAction::triggered, this, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] {
        QList<QAction *> actions{m_actions->palette};
        if (Page *page = currentPage())
            actions += page->actions();
        auto *dialog = new ShortcutsDialog(actions + m_actions->all(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_sync, &SyncPanel::syncRequested, this, &MainWindow::syncRequested);
    connect(m_sync, &SyncPanel::signInRequested, this, [this] {
        m_sync->close();
        Q_EMIT signInRequested();
    });
    connect(m_sync, &SyncPanel::retryRequested, this, &MainWindow::retryRequested);
    connect(m_sync, &SyncPanel::discardRequested, this, &MainWindow::discardRequested);
    connect(m_sync, &SyncPanel::compareRequested, this, [this](const QString &id) {
        m_sync->close();
        Q_EMIT compareRequested(id);
    });
    connect(m_sync, &SyncPanel::handOverRequested, this, [this](const QString &id) {
        m_sync->close();
        Q_EMIT handOverRequested(id);
    });
    connect(m_lock, &LockScreen::signOutRequested, this, &MainWindow::signOutRequested);
}

void MainWindow::addPageShortcuts()
{
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    connect(find, &QShortcut::activated, this, &MainWindow::focusSearch);
    for (int number = 1; number <= 9; ++number) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)), this);
        connect(shortcut, &QShortcut::activated, this, [this, number] {
            int seen = 0;
            for (const auto &entry : m_pages.entries()) {
                if (entry->isAvailable() && ++seen == number)
                    showPage(entry->id());
            }
        });
    }
}

void MainWindow::focusSearch()
{
    if (isLocked() || !currentPage())
        return;
    for (SearchField *field : currentPage()->findChildren<SearchField *>()) {
        if (field->isVisible()) {
            field->setFocus(Qt::ShortcutFocusReason);
            return field->selectAll();
        }
    }
}

void MainWindow::setAccount(const AccountView &account)
{
    m_account = account;
    m_top->setAccount(account);
    m_lock->setAccount(account);
    refreshHeading();
}

void MainWindow::refreshHeading()
{
    const TenantChoice *current = m_tenants->current();
    const QString name = current ? current->name : m_account.tenant;
    m_navigation->heading()->setHeading(current ? current->id : m_account.tenant, name, m_account.role);
    m_navigation->heading()->setChoosable(current);
}

void MainWindow::setTenants(const QList<TenantChoice> &tenants, const QString &current)
{
    m_tenants->setChoices(tenants, current);
    refreshHeading();
}

void MainWindow::setSyncStatus(const SyncStatus &status)
{
    m_top->syncChip()->setStatus(status);
    m_sync->setStatus(status);
    m_lock->setLastSync(status.lastSync);
}

void MainWindow::setQueue(const QList<QueuedCommandView> &queue)
{
    m_sync->setQueue(queue);
}

void MainWindow::addNotice(QWidget *notice)
{
    m_right->insertWidget(m_right->indexOf(m_stack), notice);
}

void MainWindow::setObjectSource(const CommandPalette::ObjectSource &source)
{
    m_palette->setObjectSource(source);
}

bool MainWindow::showPage(const QString &pageId, const QString &objectId)
{
    PageEntry *entry = m_pages.find(pageId);
    if (!entry || !entry->isAvailable() || isLocked())
        return false;
    const bool changed = entry != m_current;
    setCurrent(*entry);
    if (m_current != entry)
        return false;
    if (changed)
        currentPage()->activated();
    return objectId.isEmpty() || currentPage()->showObject(objectId);
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::setCurrent(PageEntry &entry)
{
    Page *page = entry.page();
    if (!entry.isAvailable()) // it found that out while it was built
        return showFirst();
    m_current = &entry;
    if (m_stack->indexOf(page) < 0)
        takeOver(page);
    m_stack->setCurrentWidget(page);
    {
        const QSignalBlocker quiet(m_navigation);
        m_navigation->setCurrent(entry.id());
    }
    refreshTitle();
}

void MainWindow::takeOver(Page *page)
{
    m_stack->addWidget(page);
    connect(page, &Page::titleChanged, this, &MainWindow::refreshTitle);
    connect(page, &Page::pageRequested, this, [this](const QString &id, const QString &objectId) {
        if (!showPage(id, objectId))
            showToast(tr("This can't be shown: it is gone, or your rights don't reach it."));
    });
    connect(page, &Page::toastRequested, this, &MainWindow::showToast);
}

void MainWindow::showToast(const QString &text, const std::function<void()> &undo)
{
    m_toast->show(text, undo);
}

void MainWindow::showSyncPanel()
{
    if (isLocked())
        return;
    if (m_sync->isVisible())
        m_sync->close();
    else
        m_sync->open();
}

void MainWindow::showPalette()
{
    if (isLocked())
        return;
    m_palette->openWith(currentPage() ? currentPage()->actions() : QList<QAction *>());
}

void MainWindow::showTenants()
{
    if (!isLocked() && m_tenants->current())
        m_tenants->open();
}

void MainWindow::showHelp()
{
    if (!m_help)
        m_help = new HelpWindow(m_language, this);
    const Page *page = currentPage();
    m_help->showTopic(isLocked() ? u"signin"_s : page ? page->id() : QString());
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::setLocked(bool locked)
{
    // Nothing of what is locked away stays in sight, in dialogs and open menus either.
    if (locked) {
        while (QWidget *popup = QApplication::activePopupWidget())
            if (!popup->close())
                break;
        for (QDialog *dialog : findChildren<QDialog *>())
            dialog->reject();
    }
    m_palette->forget();
    m_tenants->close();
    m_sync->close();
    m_toast->forget();
    m_whole->setCurrentIndex(locked ? 1 : 0);
    for (QAction *action : {m_actions->palette, m_actions->syncPanel, m_actions->syncNow, m_actions->profile, m_actions->lock})
        action->setEnabled(!locked);
    if (locked)
        m_lock->reset();
    else if (Page *page = currentPage())
        page->activated();
    else
        showFirst(); // locked before there was one
    refreshTitle();
}

bool MainWindow::isLocked() const
{
    return m_whole->currentIndex() == 1;
}

void MainWindow::refreshTitle()
{
    const Page *page = currentPage();
    m_top->setTitle(page ? page->title() : QString());
    setWindowTitle(page && !isLocked() ? tr("%1 – Tenantry").arg(page->title()) : u"Tenantry"_s);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_shown, true))
        return;
    if (!m_current) // the frame is there first: its page is built in a step of its own
        QTimer::singleShot(0, this, [this] {
            if (!m_current)
                showFirst();
        });
    else if (!isLocked()) // work starts in the page, not at the first control of the frame
        currentPage()->activated();
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() != AccessNote::kind())
        return QMainWindow::event(event);
    Q_EMIT accessed(static_cast<AccessNote *>(event)->what());
    return true;
}

// An action's shortcut works in its own window only, and a form over it is a window of its own (SEC-4).
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_actions->lock->isEnabled() &&
        m_actions->lock->shortcut() == QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination())) {
        m_actions->lock->trigger();
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    refreshTitle();
}

} // namespace tenantry::ui
