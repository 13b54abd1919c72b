// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window: start-up glue only.
#include "app/console/console.h"
#include "app/console/options.h"
#include "app/console/preferences.h"
#include "app/console/singleinstance.h"

#include "ui/shell/language.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tablememory.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using namespace tenantry;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"tenantry"_s);
    QApplication::setApplicationDisplayName(u"Tenantry"_s);
    QApplication::setApplicationVersion(QStringLiteral(TENANTRY_VERSION));
    QApplication::setDesktopFileName(u"org.tenantry.Tenantry"_s);
    QApplication::setWindowIcon(ui::icon(u"logo"_s, ui::Tone::Accent));
    const console::Options options = console::parseOptions(QApplication::arguments());

    console::SingleInstance instance(options.demoFolder);
    if (!options.isForScript()) {
        if (instance.handOver(options.link))
            return 0;
        instance.listen();
    }

    ui::Theme theme(application);
    ui::Language language(application);
    console::Preferences preferences;
    preferences.follow(theme, language, options);
    const ui::TableMemory tables(
        application, [&preferences](const QString &name) { return preferences.tableState(name); },
        [&preferences](const QString &name, const QByteArray &state) { preferences.keepTableState(name, state); });

    console::Console start(options, theme, language, preferences);
    QObject::connect(&start, &console::Console::finished, &application, &QApplication::exit, Qt::QueuedConnection);
    QObject::connect(&instance, &console::SingleInstance::raised, &start, &console::Console::raise);
    start.start();
    return QApplication::exec();
}
