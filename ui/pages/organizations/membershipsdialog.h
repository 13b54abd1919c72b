// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QComboBox;
class QTableWidget;
class QTableWidgetItem;

namespace tenantry::ui
{

class OrganizationPicker;

/// The organizations of one person: several, one of them primary, a role in each, and why (ORG-3). One atomic command.
class MembershipsDialog final : public CommandDialog
{
    Q_OBJECT
public:
    MembershipsDialog(Session &session, UserId user, QWidget *window);

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;
    [[nodiscard]] QVariant typedBeside() const override;
    void setTypedBeside(const QVariant &typed) override;

private:
    QWidget *makeAdding();
    void load();
    void addRow(OrganizationId organization, const QString &role, bool primary);
    void removeRow();
    void showRole(int row);
    void showPrimary(int row);
    void changeRole();
    void keepOnePrimary(const QTableWidgetItem *item);
    void refreshButtons();
    [[nodiscard]] std::pair<QList<MembershipWish>, OrganizationId> wanted() const;
    void preview();

    const UserId m_user;
    const directory::SnapshotPtr m_seen; ///< what the list was filled from
    QTableWidget *m_table;
    OrganizationPicker *m_picker;
    QComboBox *m_role; ///< in the chosen organization
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace tenantry::ui
