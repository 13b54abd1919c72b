// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/roles/roleitems.h"
#include "ui/shell/page.h"

class QListView;
class QPushButton;

namespace tenantry::ui {

class ListAndDetail;
class StateStack;

namespace roles {
class RoleListModel;
class RoleView;
} // namespace roles

/// 角色管理: the tenant's own roles, what they permit and who holds them (ROL-1, ROL-3). For who administers
/// a tenant. showObject() takes a role's ID.
class RolesPage final : public Page
{
    Q_OBJECT
public:
    explicit RolesPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] static bool isFor(const Session &session) { return !session.actor().administers.isNull(); }
    void activated() override;
    bool showObject(const QString &objectId) override;
    [[nodiscard]] QListView *list() const;
    [[nodiscard]] roles::RoleView *view() const { return m_view; }

    void create();
    void edit();
    /// Asks before: whoever holds it loses it.
    void remove();

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }

private:
    void refresh();
    void refreshState();
    void showCurrent();
    void openForm(TenantRoleId edited);

    Session &m_session;
    TenantId m_tenant;
    roles::RoleListModel *m_model;
    QPushButton *m_new;
    roles::RoleView *m_view;
    ListAndDetail *m_frame;
    StateStack *m_states;
    QAction *m_create;
    directory::SnapshotPtr m_shown; ///< what the page was last made of
    TenantRoleId m_wanted;          ///< to be shown once it is in the list
};

} // namespace tenantry::ui
