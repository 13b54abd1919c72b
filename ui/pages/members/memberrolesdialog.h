// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tenantry::ui::spaces {
class DialogTitle;
}

namespace tenantry::ui::members {

class CheckListField;

/// Which of the tenant's roles one person holds: what is ticked anew is assigned, what is unticked revoked
/// (ROL-3). Roles that exclude each other can't be ticked together.
class MemberRolesDialog final : public QDialog
{
    Q_OBJECT
public:
    MemberRolesDialog(Session &session, UserId user, QWidget *parent = nullptr);
    [[nodiscard]] CheckListField *list() const { return m_list; }
    void accept() override;

Q_SIGNALS:
    /// What was given, with what takes it back.
    void given(const QList<tenantry::CommandId> &commands, const QList<tenantry::Command> &inverses);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    /// The sentence about two ticked roles that exclude each other; empty: there are none.
    [[nodiscard]] QString conflict() const;
    void update();

    Session &m_session;
    const UserId m_user;
    const directory::SnapshotPtr m_seen;
    QSet<TenantRoleId> m_held;
    QList<TenantRoleId> m_roles; ///< of the rows
    spaces::DialogTitle *m_title;
    CheckListField *m_list;
    QLabel *m_note;
    QPushButton *m_save;
};

} // namespace tenantry::ui::members
