// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace tenantry::ui
{

class Banner;
class Chip;
class ElidedLabel;
class EmptyState;
class KeyValueList;
namespace members {
class MemberButton;
}
class OrganizationMembersModel;
class PermissionsView;
class SearchField;
class StateStack;
class Tabs;

/// The right side of the page: one organization, with its people and its details.
class OrganizationPane final : public QWidget
{
    Q_OBJECT
public:
    explicit OrganizationPane(Session &session, QWidget *parent = nullptr);

    /// Null: none chosen.
    void setOrganization(OrganizationId id);
    void refresh();
    void setQueuedUsers(const QSet<UserId> &queued);
    void retranslate();

Q_SIGNALS:
    void createRequested();
    void editRequested();
    void moveRequested();
    void enableRequested(bool enabled);
    void deleteRequested();
    void membershipsRequested(tenantry::UserId user);
    void toastRequested(const QString &text, const std::function<void()> &undo = {});

private:
    QWidget *buildHeader();
    QWidget *buildMembers();
    QWidget *buildDetails();
    void refreshDetails(directory::OrganizationView organization);
    void refreshButtons();
    void refreshMemberState();
    void openMember();
    void openPermissions(SubjectKind kind, const QUuid &id);

    Session &m_session;
    OrganizationId m_id;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ElidedLabel *m_title;
    ElidedLabel *m_path;
    Chip *m_state;
    QPushButton *m_permissions;
    QPushButton *m_create, *m_edit, *m_move, *m_enable, *m_delete;
    Tabs *m_tabs;
    QStackedWidget *m_views;
    SearchField *m_search;
    QPushButton *m_memberPermissions;
    QPushButton *m_memberships;
    members::MemberButton *m_more;
    OrganizationMembersModel *m_model;
    QTableView *m_table;
    StateStack *m_memberStates;
    PermissionsView *m_permits;
    KeyValueList *m_details;
};

} // namespace tenantry::ui
