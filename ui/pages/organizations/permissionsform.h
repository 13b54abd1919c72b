// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permissions.h"
#include "ui/dialogs/commanddialog.h"
#include "ui/models/newestwork.h"

class QComboBox;

namespace tenantry::ui {

/// Sets what an organization permits to its people: of each key allow, deny or what comes from above, and the
/// data scope; says before how many people it changes (OPM-4).
class PermissionsForm final : public CommandDialog
{
    Q_OBJECT
public:
    PermissionsForm(Session &session, OrganizationId organization, QWidget *window = nullptr);
    [[nodiscard]] QComboBox *dataScope() const { return m_scope; }
    [[nodiscard]] QComboBox *choiceOf(const QString &key) const;
    [[nodiscard]] QString previewText() const;
    [[nodiscard]] OrganizationPermissions wanted() const;

Q_SIGNALS:
    /// The line about who changes is of what was chosen last.
    void previewed();

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
    void showPreview(const access::PermissionPreview &preview);

    const OrganizationId m_organization;
    const directory::SnapshotPtr m_seen; ///< that the fields were filled from
    QComboBox *m_scope;
    QList<Row> m_rows;
    QList<std::pair<QString, QLabel *>> m_headings; ///< area, heading
    QLabel *m_preview;
    NewestWork m_work;
};

} // namespace tenantry::ui
