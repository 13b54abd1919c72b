// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"
#include "ui/pages/organizations/pickers.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace tenantry::ui
{

class Banner;
class CommandFollower;
class FormField;
class ImpactLine;

/// The organizations of one person: several, one of them primary, a role in each, and why (ORG-3). One atomic command.
class MembershipsDialog final : public QDialog
{
    Q_OBJECT
public:
    MembershipsDialog(Session &session, UserId user, QWidget *window);

    void save();

Q_SIGNALS:
    /// The server took it, or it waits in the queue.
    void saved(const tenantry::Command &command);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void load();
    void addRow(OrganizationId organization, const QString &role, bool primary);
    void removeRow();
    void refreshButtons();
    [[nodiscard]] std::pair<QList<MembershipWish>, OrganizationId> wanted() const;
    void preview();
    void showErrors(const QList<Error> &errors);
    void showError(const QString &message);

    Session &m_session;
    const UserId m_user;
    const directory::SnapshotPtr m_seen; ///< what the list was filled from
    CommandFollower *m_follower;
    QLabel *m_title;
    Banner *m_banner;
    QTableWidget *m_table;
    OrganizationPicker *m_picker;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLineEdit *m_reason;
    FormField *m_reasonField;
    ImpactLine *m_impact;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace tenantry::ui
