// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/accesscommands.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/pageregistry.h"
#include "ui/shell/shellviews.h"

#include <QMainWindow>

class QStackedWidget;
class QVBoxLayout;

namespace tenantry::ui
{

class HelpWindow;
class Language;
class Navigation;
class ShellActions;
class SyncPanel;
class TenantPicker;
class Theme;
class Toast;
class TopBar;

/// Frame around the pages. Knows no engine: it is told what to show and says what was asked for.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(PageRegistry pages, Theme &theme, Language &language);
    ~MainWindow() override;

    void setAccount(const AccountView &account);
    /// For the platform team: all there are, the one with an empty ID for none; fewer than two: no choice is offered.
    void setTenants(const QList<TenantChoice> &tenants, const QString &current);
    void setSyncStatus(const SyncStatus &status);
    void setQueue(const QList<QueuedCommandView> &queue);
    /// Between the top bar and every page; shows and hides itself.
    void addNotice(QWidget *notice);
    void setObjectSource(const CommandPalette::ObjectSource &source);

    /// Where to begin, instead of the first page; to be said before the window is shown.
    void setFirstPage(const QString &pageId) { m_firstPage = pageId; }
    /// False where there is no such page, or it isn't available.
    bool showPage(const QString &pageId, const QString &objectId = {});
    /// Null until the window was shown, or asked for a page.
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] const PageRegistry &pages() const { return m_pages; }

    void showToast(const QString &text, const std::function<void()> &undo = {});
    void showSyncPanel();
    void showPalette();
    void showTenants();
    /// At the topic of the page; in a window of its own.
    void showHelp();
    [[nodiscard]] CommandPalette *commandPalette() const { return m_palette; }

    /// In place of everything; its signals say what the person wants. Overlays close.
    void setLocked(bool locked);
    [[nodiscard]] bool isLocked() const;
    [[nodiscard]] LockScreen *lockScreen() const { return m_lock; }

Q_SIGNALS:
    /// Something was opened or exported on one of the pages or dialogs (OPM-6).
    void accessed(const tenantry::AccessEvent &event);
    void tenantChosen(const QString &tenantId);
    void syncRequested();
    /// The server refused the password.
    void signInRequested();
    void retryRequested(const QString &commandId);
    void discardRequested(const QString &commandId);
    void compareRequested(const QString &commandId);
    void handOverRequested(const QString &commandId);
    void lockRequested();
    void signOutRequested();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectPages();
    void connectActions();
    void addPageShortcuts();
    void focusSearch();
    void refreshHeading();
    [[nodiscard]] PageEntry *firstAvailable() const;
    void showFirst();
    void setCurrent(PageEntry &entry);
    void takeOver(Page *page);
    void refreshTitle();
    void retranslate();

    PageRegistry m_pages;
    PageEntry *m_current = nullptr; ///< null until a page is shown
    ShellActions *m_actions;
    QStackedWidget *m_whole;
    QStackedWidget *m_stack;
    QVBoxLayout *m_right;
    Navigation *m_navigation;
    TopBar *m_top;
    LockScreen *m_lock;
    SyncPanel *m_sync;
    CommandPalette *m_palette;
    TenantPicker *m_tenants;
    Toast *m_toast;
    const Language &m_language;
    HelpWindow *m_help = nullptr;
    AccountView m_account;
    QString m_firstPage;
    bool m_shown = false;
};

} // namespace tenantry::ui
