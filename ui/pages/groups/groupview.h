// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rolegroupcommands.h"
#include "ui/models/newestwork.h"
#include "ui/pages/groups/groupitems.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tenantry::ui {
class PageHeader;
class SearchField;
class StateStack;
class Tabs;
} // namespace tenantry::ui

namespace tenantry::ui::groups {

class GroupMembersModel;
class GroupUsesModel;

/// One role group: its members, to be added and removed, and where it is used (GRP-1).
class GroupView final : public QWidget
{
    Q_OBJECT
public:
    explicit GroupView(Session &session, QWidget *parent = nullptr);
    void setGroup(const GroupItem &group);
    [[nodiscard]] const GroupItem &group() const { return m_group; }
    void retranslate();
    [[nodiscard]] QTableView *members() const { return m_members; }
    [[nodiscard]] QTableView *uses() const { return m_uses; }

    void addMembers();
    void openPermissions();
    /// Asks before, and says who loses what by it.
    void removeSelected();

Q_SIGNALS:
    void editRequested();
    void deleteRequested();
    void toastRequested(const QString &text, const std::function<void()> &undo = {});
    /// Show this space, or what is in it, elsewhere.
    void spaceRequested(const QString &spaceId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeMembers();
    QWidget *makeUses();
    void listMembers();
    void refreshButtons();
    void refreshStates();
    void submit(RoleGroupId group, const QList<RoleGroupMember> &add, const QList<RoleGroupMember> &remove,
                const QString &done);
    [[nodiscard]] QList<RoleGroupMember> selected() const;
    [[nodiscard]] QString refusal() const;

    Session &m_session;
    GroupItem m_group;
    PageHeader *m_header;
    Tabs *m_tabs;
    QStackedWidget *m_stack;
    GroupMembersModel *m_memberModel;
    GroupUsesModel *m_useModel;
    SearchField *m_search;
    QTableView *m_members;
    QTableView *m_uses;
    StateStack *m_memberStates;
    StateStack *m_useStates;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_permissions;
    QPushButton *m_edit;
    QPushButton *m_delete;
    NewestWork m_work;
};

} // namespace tenantry::ui::groups
