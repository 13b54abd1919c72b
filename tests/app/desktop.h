// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/workspace.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTemporaryDir>

namespace tenantry::test {

/// What a console stands on, in English and with preferences of its own.
class Desktop final
{
public:
    Desktop() { language.apply(QStringLiteral("en")); }
    [[nodiscard]] std::unique_ptr<console::Workspace> open(const console::SignedIn &who)
    {
        auto workspace =
            std::make_unique<console::Workspace>(who, QString(), theme, language, preferences, aside);
        workspace->show();
        return workspace;
    }

private:
    struct Folder
    {
        Folder() { qputenv("XDG_CONFIG_HOME", dir.path().toUtf8()); }
        QTemporaryDir dir;
    };
    Folder m_folder; ///< before what reads the preferences

public:
    ui::Theme theme{*qApp};
    ui::Language language{*qApp};
    console::Preferences preferences;
    console::Aside aside;
};

} // namespace tenantry::test
