// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "ui/dialogs/commanddialog.h"

#include <QApplication>
#include <QLayout>

namespace tenantry::gallery {

void open(QWidget &widget, QSize size)
{
    // A form shows itself as it opens for a person; a dialog is as high as its texts need; the rest is a part
    // of a window.
    if (qobject_cast<QDialog *>(&widget) && widget.layout())
        size = size.expandedTo({0, widget.layout()->totalHeightForWidth(size.width())});
    if (!qobject_cast<ui::CommandDialog *>(&widget))
        widget.resize(size);
    widget.show();
    // Layouts, posted language changes and single-shot timers of 0 ms.
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

Scenes allScenes(ui::Theme &theme, ui::Language &language)
{
    Scenes scenes;
    addWidgetScenes(scenes);
    addTableScenes(scenes);
    addOrganizationScenes(scenes);
    addApplicationScenes(scenes);
    addApprovalScenes(scenes);
    addAuditScenes(scenes);
    addAvatarScenes(scenes);
    addConflictScenes(scenes);
    addSpaceScenes(scenes);
    addMemberScenes(scenes);
    addImportScenes(scenes);
    addMembersPageScenes(scenes);
    addAccessScenes(scenes);
    addAccountScenes(scenes);
    addGroupScenes(scenes);
    addRoleScenes(scenes);
    addHandoverScenes(scenes);
    addNotificationScenes(scenes);
    addOutsiderScenes(scenes);
    addPastScenes(scenes);
    addPlatformScenes(scenes);
    addMailScenes(scenes);
    addSecurityScenes(scenes);
    addProfileScenes(scenes);
    addShellScenes(scenes, theme, language);
    return scenes;
}

} // namespace tenantry::gallery
