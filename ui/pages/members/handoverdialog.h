// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"
#include "ui/pages/members/belongings.h"

class QLineEdit;

namespace tenantry::ui {
class ImpactLine;
class PersonPicker;
} // namespace tenantry::ui

namespace tenantry::ui::members {

class CheckListField;

/// Passes on what a member owns, leads and administers, in one atomic step, and says before who gains and who
/// loses by it (ORG-7). What is ticked goes to one person; the rest can follow to another.
class HandoverDialog final : public CommandDialog
{
    Q_OBJECT
public:
    HandoverDialog(Session &session, UserId user, QWidget *window = nullptr);
    [[nodiscard]] CheckListField *list() const { return m_list; }
    [[nodiscard]] PersonPicker *to() const { return m_to; }
    [[nodiscard]] QLineEdit *reason() const { return m_reason; }
    [[nodiscard]] ImpactLine *impact() const { return m_impact; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    void preview();
    [[nodiscard]] QString name() const;

    const UserId m_user;
    const TenantId m_tenant;
    const std::vector<DutyItem> m_duties;
    CheckListField *m_list;
    PersonPicker *m_to;
    QLineEdit *m_reason;
    ImpactLine *m_impact;
};

} // namespace tenantry::ui::members
