// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"
#include "ui/pages/members/belongings.h"

namespace tenantry::ui {
class PersonPicker;
}

namespace tenantry::ui::members {

class CheckListField;

/// What one member has is ticked and goes to another, with what that does to whom: the frame of handover and
/// copy.
class PassOnDialog : public CommandDialog
{
    Q_OBJECT
public:
    [[nodiscard]] CheckListField *list() const { return m_list; }
    [[nodiscard]] PersonPicker *to() const { return m_to; }

protected:
    /// `toField` is the name that the command has for the other person.
    PassOnDialog(Session &session, UserId from, const QString &toField, QWidget *window);
    /// Call it once, when the list is filled.
    void start();
    void check() override;
    [[nodiscard]] UserId from() const { return m_from; }
    [[nodiscard]] TenantId tenant() const { return m_tenant; }
    [[nodiscard]] QString name() const;
    void setLabels(const QString &whatIsTicked, const QString &whom);

private:
    void preview();

    const UserId m_from;
    const TenantId m_tenant;
    const QString m_toField;
    CheckListField *m_list;
    PersonPicker *m_to;
};

} // namespace tenantry::ui::members
