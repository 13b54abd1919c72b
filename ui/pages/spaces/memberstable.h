// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/membersmodel.h"

#include <QTableView>

namespace tenantry::ui::spaces {

class ActionsDelegate;
class MemberActions;

/// The members of a place as a table. By keys: Space ticks, Enter opens the permission detail, F2 the roles,
/// Delete removes what is ticked or else the current row, Ctrl+A ticks all.
class MembersTable final : public QTableView
{
    Q_OBJECT
public:
    MembersTable(MembersModel *model, MemberActions *actions, QWidget *parent = nullptr);
    /// As wide as the words of the language ask for; the name takes the rest.
    void fitColumns();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectMouse();
    void showRowMenu(const QPoint &at);

    MembersModel *m_model;
    MemberActions *m_memberActions;
    ActionsDelegate *m_actions;
};

} // namespace tenantry::ui::spaces
