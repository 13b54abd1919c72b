// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QPlainTextEdit;

namespace tenantry::ui
{

class OrganizationPicker;
class PersonPicker;

/// Makes a department or edits one (ORG-1).
class OrganizationForm final : public CommandDialog
{
    Q_OBJECT
public:
    /// A new one below `parent`.
    [[nodiscard]] static OrganizationForm *forNew(Session &session, OrganizationId parent, QWidget *window);
    [[nodiscard]] static OrganizationForm *forEdit(Session &session, OrganizationId id, QWidget *window);

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    OrganizationForm(Session &session, TenantId tenant, OrganizationId edited, OrganizationId parent, QWidget *window);

    const OrganizationId m_edited; ///< null: a new one
    const directory::SnapshotPtr m_seen; ///< what the fields were filled from
    QLineEdit *m_name;
    QLineEdit *m_code;
    QPlainTextEdit *m_description;
    OrganizationPicker *m_parent = nullptr; ///< of a new one
    PersonPicker *m_leader;
};

} // namespace tenantry::ui
