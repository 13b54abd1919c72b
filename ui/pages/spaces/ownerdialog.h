// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

namespace tenantry::ui {
class ImpactLine;
class PersonPicker;
}

namespace tenantry::ui::spaces {

/// Passes the ownership of a space (SPC-10) or of a resource (SPC-7) to somebody of the tenant.
class OwnerDialog final : public CommandDialog
{
    Q_OBJECT
public:
    OwnerDialog(Session &session, SpaceId space, QWidget *window);
    OwnerDialog(Session &session, ResourceId resource, QWidget *window);

    [[nodiscard]] PersonPicker *person() const { return m_person; }
    [[nodiscard]] ImpactLine *impact() const { return m_impact; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    OwnerDialog(Session &session, SpaceId space, ResourceId resource, QWidget *window);
    void refreshImpact();

    const SpaceId m_space;       ///< the space itself, or the resource's
    const ResourceId m_resource; ///< null: the space
    const directory::SnapshotPtr m_seen;
    const UserId m_former;
    PersonPicker *m_person;
    ImpactLine *m_impact = nullptr; ///< who gains and loses (PRM-5)
};

} // namespace tenantry::ui::spaces
