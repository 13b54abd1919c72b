// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellviews.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;

namespace tenantry::ui
{

class AccountButton;
class BellButton;
class ShellActions;
class SyncChip;

/// Above every page: its title, the way into the palette, the sync chip, the account with its menu.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(ShellActions &actions, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setAccount(const AccountView &account);
    /// Not shown where nobody opens it.
    [[nodiscard]] BellButton *bell() const { return m_bell; }
    [[nodiscard]] SyncChip *syncChip() const { return m_chip; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildMenu();
    void retranslate();

    ShellActions &m_actions;
    QLabel *m_title;
    QPushButton *m_palette;
    SyncChip *m_chip;
    BellButton *m_bell;
    AccountButton *m_account;
    QMenu *m_menu;
    QMenu *m_languageMenu;
    QMenu *m_themeMenu;
    QLabel *m_who;
    QLabel *m_whoBelow;
};

} // namespace tenantry::ui
