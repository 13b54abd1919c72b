// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window: start-up glue only.
#include "app/console/options.h"
#include "app/console/pages.h"
#include "app/console/preferences.h"
#include "app/console/screenshot.h"

#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tenantry;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"tenantry"_s);
    QApplication::setApplicationDisplayName(u"Tenantry"_s);
    QApplication::setApplicationVersion(QStringLiteral(TENANTRY_VERSION));
    QApplication::setDesktopFileName(u"tenantry"_s);
    QApplication::setWindowIcon(ui::icon(u"logo"_s, ui::Tone::Accent));
    const console::Options options = console::parseOptions(QApplication::arguments());

    ui::Theme theme(application);
    ui::Language language(application);
    console::Preferences preferences;
    preferences.follow(theme, language, options);

    ui::MainWindow window(console::makePages(), theme, language);
    if (options.screenshot.isEmpty())
        preferences.restoreGeometry(window);
    window.show();
    if (!options.screenshot.isEmpty()) {
        QTimer::singleShot(0, &window, [&] {
            QApplication::exit(console::takeScreenshot(window, options.screenshot) ? 0 : 1);
        });
    }
    const int result = QApplication::exec();
    if (options.screenshot.isEmpty())
        preferences.keepGeometry(window);
    return result;
}
