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

/// Gives one person what another has, as much of it as is ticked, and says before what they gain by it
/// (ORG-8). Nobody loses: what the person has already and is more stays.
class AccessCopyDialog final : public CommandDialog
{
    Q_OBJECT
public:
    AccessCopyDialog(Session &session, UserId from, QWidget *window = nullptr);
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
    [[nodiscard]] AccessChoice choice() const;
    [[nodiscard]] QString name() const;

    const UserId m_from;
    const TenantId m_tenant;
    const std::vector<AccessItem> m_items;
    CheckListField *m_list;
    PersonPicker *m_to;
    QLineEdit *m_reason;
    ImpactLine *m_impact;
};

} // namespace tenantry::ui::members
