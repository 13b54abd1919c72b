// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace tenantry::ui
{
class Language;
class Theme;
} // namespace tenantry::ui

namespace tenantry::gallery
{

/// One picture: a page, a dialog, a widget in some state, with data that need no server.
struct Scene {
    QString name; ///< file name without ending: "organizations-search"
    QSize size;
    /// Makes it anew for each language and theme, with texts of the language of that moment.
    std::function<std::unique_ptr<QWidget>()> make;
};

using Scenes = std::vector<Scene>;

/// Shows it, laid out.
void open(QWidget &widget, QSize size);

/// All of them: what the gallery paints and tst_scenes walks through.
[[nodiscard]] Scenes allScenes(ui::Theme &theme, ui::Language &language);

// One function per area.
void addAccessScenes(Scenes &scenes);
void addAccountScenes(Scenes &scenes);
void addApplicationScenes(Scenes &scenes);
void addApprovalScenes(Scenes &scenes);
void addAuditScenes(Scenes &scenes);
void addAvatarScenes(Scenes &scenes);
void addConflictScenes(Scenes &scenes);
void addWidgetScenes(Scenes &scenes);
void addGroupScenes(Scenes &scenes);
void addRoleScenes(Scenes &scenes);
void addHandoverScenes(Scenes &scenes);
void addOrganizationScenes(Scenes &scenes);
void addSpaceScenes(Scenes &scenes);
void addMailScenes(Scenes &scenes);
void addMemberScenes(Scenes &scenes);
void addNotificationScenes(Scenes &scenes);
void addImportScenes(Scenes &scenes);
void addMembersPageScenes(Scenes &scenes);
void addOutsiderScenes(Scenes &scenes);
void addPastScenes(Scenes &scenes);
void addPlatformScenes(Scenes &scenes);
void addSecurityScenes(Scenes &scenes);
void addProfileScenes(Scenes &scenes);
void addTableScenes(Scenes &scenes);
void addShellScenes(Scenes &scenes, ui::Theme &theme, ui::Language &language);

/// What is made up for a picture, in the language of the moment: only the widgets' own texts are translated.
[[nodiscard]] QString say(const QString &english, const QString &chinese);

/// A page of members with made-up data.
[[nodiscard]] std::unique_ptr<QWidget> makeExampleTable();

} // namespace tenantry::gallery
