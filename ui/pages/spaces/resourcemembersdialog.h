// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberplace.h"

#include <QDialog>

namespace tenantry::ui {
class Banner;
class Chip;
class Toast;
} // namespace tenantry::ui

namespace tenantry::ui::spaces {

class DialogTitle;
class MembersPane;

/// 权限管理 of one resource (MEM-10): who has a role on it itself, and whether a role on the space counts too
/// (PRM-8). Follows the snapshot while it is open.
class ResourceMembersDialog final : public QDialog
{
    Q_OBJECT
public:
    ResourceMembersDialog(Session &session, const MemberPlace &place, QWidget *parent = nullptr);
    [[nodiscard]] MembersPane *members() const { return m_members; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();
    void showAccess();

    Session &m_session;
    MemberPlace m_place;
    DialogTitle *m_title;
    Chip *m_access;
    Banner *m_hint;
    MembersPane *m_members;
    Toast *m_toast;
};

} // namespace tenantry::ui::spaces
