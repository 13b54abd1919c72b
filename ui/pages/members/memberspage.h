// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/newestwork.h"
#include "ui/pages/members/tenantpeople.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tenantry::ui {

class Banner;
class SearchField;
class StateStack;
class Tabs;

namespace explorer {
class PickField;
}

namespace members {
class InvitedPane;
class MemberPane;
class PlatformPeople;
class RemovedPane;
class TenantPeopleModel;
} // namespace members

/// 企业设置 › 成员与部门管理 › 成员: everyone of a tenant, and who was removed lately (ROL-5, ORG-6 to ORG-8,
/// ACC-9). For the tenant's administrator and, of the tenant that they turned to, the platform team; while it
/// turned to none, everybody of the platform. showObject() takes a user's ID, "invited" or "removed".
class MembersPage final : public Page
{
    Q_OBJECT
public:
    explicit MembersPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] static bool isFor(const Session &session);
    void activated() override;
    bool showObject(const QString &objectId) override;
    [[nodiscard]] members::TenantPeopleModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] members::MemberPane *pane() const { return m_pane; }
    [[nodiscard]] members::RemovedPane *removed() const { return m_removed; }
    [[nodiscard]] members::InvitedPane *invited() const { return m_invited; }
    [[nodiscard]] members::PlatformPeople *platform() const { return m_platform; }
    [[nodiscard]] Tabs *tabs() const { return m_tabs; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] explorer::PickField *organization() const { return m_organization; }
    [[nodiscard]] QPushButton *inviteButton() const { return m_invite; }
    [[nodiscard]] QPushButton *importButton() const { return m_import; }
    void invite();
    void importMembers();

Q_SIGNALS:
    /// What a filter, a sorting or the session asked for is shown.
    void listed();

protected:
    void retranslate() override;
    void refreshContent() override;

private:
    enum View { People, Invited, Removed, Platform };

    QWidget *makePeople();
    QWidget *makeBar();
    void makeTable();
    void makeActions();
    void connectSession();
    void ask();
    void take(const members::PeopleListPtr &list);
    void choose(UserId user);
    /// The people of one tenant, or of all.
    void refreshView();
    void refreshQueue();
    void refreshState();
    void fillRoles();
    void fillStatuses();
    void clearFilters();
    void showHandoversDue();
    void showMenu(const QPoint &at);
    [[nodiscard]] members::PeopleFilter filter() const;
    [[nodiscard]] UserId current() const;
    [[nodiscard]] QTableView *shownTable() const;

    Session &m_session;
    TenantId m_tenant;
    members::PeopleLister m_lister; ///< the other thread's while that is busy
    members::TenantPeopleModel *m_model;
    Tabs *m_tabs;
    QStackedWidget *m_views;
    SearchField *m_search;
    explorer::PickField *m_organization;
    QCheckBox *m_below;
    QComboBox *m_role;
    QComboBox *m_status;
    QPushButton *m_invite;
    QPushButton *m_import;
    Banner *m_due;
    QTableView *m_table;
    StateStack *m_states;
    QLabel *m_count;
    members::MemberPane *m_pane;
    members::InvitedPane *m_invited;
    members::RemovedPane *m_removed;
    members::PlatformPeople *m_platform;
    UserId m_wanted;   ///< chosen as soon as the list has them
    NewestWork m_work; ///< last: ends first
};

} // namespace tenantry::ui
