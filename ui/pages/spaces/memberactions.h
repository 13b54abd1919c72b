// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/plannedchange.h"
#include "ui/pages/spaces/membercommands.h"
#include "ui/pages/spaces/membersmodel.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QMenu;

namespace tenantry::ui::spaces {

/// What can be done about members that are in a place already (MEM-5, MEM-7): asks first where some of it
/// isn't allowed, gives the commands, offers to take them back.
class MemberActions final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs and menus open above `widget`.
    MemberActions(Session &session, MembersModel *model, QWidget *widget);

    void changeRole(const std::vector<MemberRow> &rows, Role role);
    /// Nothing: no expiry.
    void changeExpiry(const std::vector<MemberRow> &rows, const std::optional<Instant> &expiresAt);
    void remove(const std::vector<MemberRow> &rows);
    /// 权限明细 of this member in the space.
    void openDetail(const MemberRow &row);

    void fillRoles(QMenu *menu, const MemberRow &row);
    void popupRoles(const MemberRow &row, const QPoint &at);
    void popupMenu(const MemberRow &row, const QPoint &at);
    /// Roles and expiries for all ticked rows.
    void fillBulkRoles(QMenu *menu);
    void fillBulkExpiry(QMenu *menu);

    /// Tells of what was done, with the way back.
    void done(const QString &text, const UndoList &undo);

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo);

private:
    /// What of `rows` may be done at once; asks first where some of it may not.
    void withAllowed(const std::vector<MemberRow> &rows, const QString &act,
                     const std::function<QString(const MemberRow &)> &refusal,
                     const std::function<void(const std::vector<MemberRow> &)> &go);
    /// A change of organizations and role groups reaches many: who gains and who loses is shown before
    /// (PRM-5). People are changed at once, with a way back (MEM-5).
    void withPreview(const std::vector<MemberRow> &rows, const QString &question, const QString &act,
                     const access::PlannedChange &change, const std::function<void()> &go);
    void askForDate();
    [[nodiscard]] access::SetGrants renewable(const std::vector<MemberRow> &rows) const;
    [[nodiscard]] Command expiryCommand(const std::vector<MemberRow> &rows, Instant end) const;

    Session &m_session;
    MembersModel *m_model;
    QWidget *m_widget;
};

} // namespace tenantry::ui::spaces
