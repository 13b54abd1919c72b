// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QLineEdit;
class QPlainTextEdit;

namespace tenantry::ui {
class AvatarPicker;
}

namespace tenantry::ui::spaces {

class EditionChoice;
class ModuleChoice;

/// Creates a space or edits its name, description, edition and avatar (SPC-2, SPC-5). Modules have a dialog
/// of their own once there is a space.
class SpaceForm final : public CommandDialog
{
    Q_OBJECT
public:
    /// In the actor's own tenant; `module` is chosen beforehand ("bots", "abs", "automan", or none).
    [[nodiscard]] static SpaceForm *forNew(Session &session, const QString &module, QWidget *window);
    [[nodiscard]] static SpaceForm *forEdit(Session &session, SpaceId id, QWidget *window);

    [[nodiscard]] AvatarPicker *avatar() const { return m_avatar; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    SpaceForm(Session &session, TenantId tenant, SpaceId edited, QWidget *window);

    const TenantId m_tenant;
    const SpaceId m_edited;              ///< null: a new one
    const SpaceId m_id;                  ///< of the edited one, or of the new one
    const directory::SnapshotPtr m_seen; ///< what the fields were filled from
    AvatarPicker *m_avatar;
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    EditionChoice *m_edition;
    ModuleChoice *m_modules = nullptr; ///< of a new one
};

} // namespace tenantry::ui::spaces
