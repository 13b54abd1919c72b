// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rolecommands.h"
#include "ui/dialogs/commanddialog.h"

class QComboBox;

namespace tenantry::ui {

class PermissionsLine;

/// Sets what an organization permits to its people: of each key allow, deny or what comes from above, and the
/// data scope; says before how many people it changes (OPM-4).
class PermissionsForm final : public CommandDialog
{
    Q_OBJECT
public:
    PermissionsForm(Session &session, OrganizationId organization, QWidget *window = nullptr);
    [[nodiscard]] QComboBox *dataScope() const { return m_scope; }
    [[nodiscard]] QComboBox *choiceOf(const QString &key) const;
    [[nodiscard]] PermissionsLine *line() const { return m_line; }
    [[nodiscard]] OrganizationPermissions wanted() const;

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    struct Row
    {
        QString key, area;
        QLabel *label;
        QComboBox *choice; ///< inherited, allow, deny
    };
    QWidget *makeGrid();
    void fill();
    void preview();

    const OrganizationId m_organization;
    const directory::SnapshotPtr m_seen; ///< that the fields were filled from
    QComboBox *m_scope;
    QList<Row> m_rows;
    QList<std::pair<QString, QLabel *>> m_headings; ///< area, heading
    PermissionsLine *m_line;
};

} // namespace tenantry::ui
