// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"
#include "ui/dialogs/commanddialog.h"

class QRadioButton;

namespace tenantry::ui {
class Banner;
class ImpactLine;
}

namespace tenantry::ui::spaces {

class ModuleChoice;

/// Which modules a space has. Where Bots goes and the space has guests, what they become must be chosen
/// (SPC-12).
class ModulesDialog final : public CommandDialog
{
    Q_OBJECT
public:
    ModulesDialog(Session &session, SpaceId space, QWidget *window);

    [[nodiscard]] ModuleChoice *modules() const { return m_modules; }
    void choose(GuestFate fate);
    [[nodiscard]] ImpactLine *impact() const { return m_impact; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    void refresh();
    [[nodiscard]] bool losesBots() const;
    [[nodiscard]] int resourcesLeftBehind() const;

    const SpaceId m_space;
    const directory::SnapshotPtr m_seen;
    const QStringList m_before;
    const int m_guests;
    ModuleChoice *m_modules;
    Banner *m_note; ///< what removing a module means for its resources
    QRadioButton *m_viewer;
    QRadioButton *m_remove;
    ImpactLine *m_impact = nullptr; ///< who gains and loses where guests become something else (PRM-5)
};

} // namespace tenantry::ui::spaces
