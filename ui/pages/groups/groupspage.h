// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/groups/groupitems.h"
#include "ui/shell/page.h"

class QListView;
class QPushButton;

namespace tenantry::ui {

class ListAndDetail;
class StateStack;

namespace groups {
class GroupListModel;
class GroupView;
} // namespace groups

/// 虚拟角色管理: the tenant's virtual role groups (GRP-1). For who administers a tenant. showObject() takes a
/// group's ID.
class GroupsPage final : public Page
{
    Q_OBJECT
public:
    explicit GroupsPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] static bool isFor(const Session &session) { return !session.actor().administers.isNull(); }
    void activated() override;
    bool showObject(const QString &objectId) override;
    [[nodiscard]] QListView *list() const;
    [[nodiscard]] groups::GroupView *view() const { return m_view; }

    void create();
    void edit();
    /// Asks before: its grants go with it.
    void remove();

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }

private:
    void addActions();
    void refresh();
    void refreshState();
    void showCurrent();
    void openForm(RoleGroupId edited);

    Session &m_session;
    TenantId m_tenant;
    groups::GroupListModel *m_model;
    QPushButton *m_new;
    groups::GroupView *m_view;
    ListAndDetail *m_frame;
    StateStack *m_states;
    QAction *m_create;
    QAction *m_addMembers;
    directory::SnapshotPtr m_shown; ///< what the page was last made of
    RoleGroupId m_wanted; ///< to be shown once it is in the list
};

} // namespace tenantry::ui
