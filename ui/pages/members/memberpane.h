// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/members/linklist.h"
#include "ui/pages/members/memberactions.h"
#include "ui/widgets/detailpane.h"

class QPushButton;

namespace tenantry::ui {
class Avatar;
class Chip;
class KeyValueList;
} // namespace tenantry::ui

namespace tenantry::ui::members {

class MemberButton;

/// One member of a tenant: who it is, where they belong, what they own, lead and administer, on which spaces
/// they have which role and why; with what can be done with them on top.
class MemberPane final : public DetailPane
{
    Q_OBJECT
public:
    explicit MemberPane(Session &session, QWidget *parent = nullptr);

    /// Null: nobody is chosen.
    void setUser(UserId user);
    void refresh();
    void retranslate();
    [[nodiscard]] MemberActions *actions() const;
    /// Suspend or reactivate, whichever fits.
    [[nodiscard]] QPushButton *suspendButton() const { return m_suspend; }
    [[nodiscard]] LinkList *spaces() const { return m_spaces; }
    [[nodiscard]] LinkList *duties() const { return m_duties; }

Q_SIGNALS:
    void pageRequested(const QString &page, const QString &object);

private:
    LinkList *addLinks();
    void refreshHead(directory::UserView user);
    void refreshCard(directory::UserView user);
    void refreshOrganizations(directory::UserView user);
    void refreshDuties();
    void refreshSpaces(directory::UserView user);
    void open(const LinkList::Link &link);

    Session &m_session;
    UserId m_user;
    Avatar *m_avatar;
    Chip *m_status;
    QPushButton *m_organizationsButton;
    QPushButton *m_suspend;
    QPushButton *m_access;
    MemberButton *m_more;
    KeyValueList *m_card;
    LinkList *m_organizations;
    LinkList *m_duties;
    LinkList *m_spaces;
};

} // namespace tenantry::ui::members
