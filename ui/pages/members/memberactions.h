// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

class QMenu;

namespace tenantry::ui {
class CommandDialog;
}

namespace tenantry::ui::members {

enum class MemberAct { Organizations, Roles, HandOver, CopyAccess, Suspend, Reactivate, Remove, ConfirmStaff, UnconfirmStaff, CloseAccount };

/// What can be done with a member of a tenant (ORG-3, ORG-6 to ORG-8, ACC-9, ACC-11): asks in a dialog, gives the
/// command, offers to take it back.
class MemberActions final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs open above `widget`.
    MemberActions(Session &session, QWidget *widget);

    /// The sentence why this can't be done with this person; empty: it can, as far as the client knows.
    [[nodiscard]] QString refusal(MemberAct act, UserId user) const;
    /// The same of everything: nobody is chosen, or the actor has no right to any of it.
    [[nodiscard]] QString refusalOfAll(UserId user) const;
    /// Nothing where it is refused. Before a removal comes the handover, where there is something to pass on.
    void run(MemberAct act, UserId user);
    /// All of them, those that are refused greyed with the reason.
    void fill(QMenu *menu, UserId user);
    [[nodiscard]] static QString textOf(MemberAct act);

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo = {});

private:
    [[nodiscard]] QString personRefusal(MemberAct act, directory::UserView user) const;
    void openRoles(UserId user);
    [[nodiscard]] QString accountRefusal(MemberAct act, directory::UserView user) const;
    /// Null: the person is gone.
    template <class Dialog>
    [[nodiscard]] CommandDialog *make(UserId user);
    template <class Dialog>
    void open(UserId user, MemberAct act);
    /// For what takes something away: it isn't shown again after a lock.
    void openOnce(CommandDialog *dialog, MemberAct act);
    /// Takes a person out, for which the handover comes first where there is something to pass on.
    void takeOut(MemberAct act, UserId user, const QString &reason = {});
    void openRemoval(UserId user, const QString &reason);
    void announce(CommandId id, MemberAct act);

    Session &m_session;
    QWidget *m_widget;
};

} // namespace tenantry::ui::members
