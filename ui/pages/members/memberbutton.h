// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QPushButton>

class QMenu;

namespace tenantry::ui::members {

/// What can be done with a member of the tenant: hand over, copy access, remove (ORG-6 to ORG-8). Says why
/// where nothing can.
class MemberButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit MemberButton(Session &session, QWidget *parent = nullptr);
    /// Null: nobody is chosen.
    void setUser(UserId user);

    void handOver();
    void copyAccess();
    /// First what they own and lead is handed over.
    void remove();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();

    Session &m_session;
    UserId m_user;
    QMenu *m_menu;
};

} // namespace tenantry::ui::members
