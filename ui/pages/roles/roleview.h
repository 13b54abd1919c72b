// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/newestwork.h"
#include "ui/pages/roles/roleitems.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QTableView;

namespace tenantry::ui {
class CheckList;
class PageHeader;
class SearchField;
class StateStack;
class Tabs;
} // namespace tenantry::ui

namespace tenantry::ui::roles {

class RoleHoldersModel;

/// One role: who holds it, to be given and revoked, and what it permits and excludes (ROL-1, ROL-3).
class RoleView final : public QWidget
{
    Q_OBJECT
public:
    explicit RoleView(Session &session, QWidget *parent = nullptr);
    void setRole(const RoleItem &role);
    [[nodiscard]] const RoleItem &role() const { return m_role; }
    void retranslate();
    [[nodiscard]] QTableView *holders() const { return m_holders; }
    void showPermissions();

    void give();
    /// From those who are selected, with an undo.
    void revokeSelected();

Q_SIGNALS:
    void editRequested();
    void deleteRequested();
    void toastRequested(const QString &text, const std::function<void()> &undo = {});
    void personRequested(const QString &userId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHolders();
    QWidget *makePermissions();
    void refreshPermissions();
    void listHolders();
    void refreshButtons();
    void refreshStates();
    void submit(TenantRoleId role, const QList<UserId> &people, bool give);
    [[nodiscard]] QList<UserId> selected() const;
    [[nodiscard]] QString refusal(const QString &kind) const;

    Session &m_session;
    RoleItem m_role;
    PageHeader *m_header;
    Tabs *m_tabs;
    RoleHoldersModel *m_model;
    SearchField *m_search;
    QTableView *m_holders;
    StateStack *m_states;
    CheckList *m_keys;
    QLabel *m_noKeys;
    QLabel *m_excludesTitle;
    QLabel *m_excludes;
    QPushButton *m_give;
    QPushButton *m_revoke;
    QPushButton *m_edit;
    QPushButton *m_delete;
    NewestWork m_work;
};

} // namespace tenantry::ui::roles
