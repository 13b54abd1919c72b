// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/members/memberactions.h"

#include <QPushButton>

namespace tenantry::ui::members {

/// A menu of what can be done with a member of the tenant. Says why where nobody is chosen.
class MemberButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit MemberButton(Session &session, QWidget *parent = nullptr);
    /// Null: nobody is chosen.
    void setUser(UserId user);
    [[nodiscard]] MemberActions *actions() const { return m_actions; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    MemberActions *m_actions;
    UserId m_user;
    QMenu *m_menu;
};

} // namespace tenantry::ui::members
