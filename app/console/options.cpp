// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include "app/console/link.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

[[noreturn]] void refuse(const QString &sentence)
{
    std::fputs(qPrintable(sentence + u"\nSee --help.\n"_s), stderr);
    std::exit(2);
}

} // namespace

Options parseOptions(const QStringList &arguments)
{
    const QCommandLineOption demo(u"demo"_s, u"Open the embedded demo platform."_s);
    const QCommandLineOption screenshot(u"screenshot"_s, u"Draw the main window to FILE (PNG) and end."_s, u"FILE"_s);
    const QCommandLineOption folder(u"demo-folder"_s, u"Keep the demo's data in FOLDER instead of the usual place."_s, u"FOLDER"_s);
    const QCommandLineOption persona(u"persona"_s, u"Sign in to the demo as system_administrator, tenant_administrator, space_administrator, member or outsider."_s, u"KEY"_s);
    const QCommandLineOption page(u"page"_s, u"Open this page first, by the ID that it has in links: approvals, for instance."_s, u"ID"_s);
    const QCommandLineOption module(u"module"_s, u"The platform that starts the console: bots, abs or automan. New spaces get its module."_s, u"NAME"_s);
    const QCommandLineOption language(u"language"_s, u"Language of the window: en or zh_CN."_s, u"CODE"_s);
    const QCommandLineOption theme(u"theme"_s, u"light, dark or system."_s, u"NAME"_s);
    const QCommandLineOption stalls(u"stalls"_s, u"For measuring: write into FILE each time that the window was kept from answering for more than 50 ms."_s, u"FILE"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Console for a multi-tenant work platform."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({demo, folder, persona, page, module, screenshot, language, theme, stalls});
    parser.addPositionalArgument(u"link"_s, u"A tenantry: link to open, in the console that runs already if there is one."_s, u"[LINK]"_s);
    parser.process(arguments);

    Options options;
    options.demo = parser.isSet(demo);
    options.demoFolder = parser.value(folder);
    options.screenshot = parser.value(screenshot);
    options.persona = parser.value(persona);
    options.page = parser.value(page);
    options.module = parser.value(module);
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    options.stalls = parser.value(stalls);
    options.link = parser.positionalArguments().value(0);
    if (parser.positionalArguments().size() > 1)
        refuse(u"At most one link."_s);
    if (!options.link.isEmpty() && !parseLink(options.link))
        refuse(u"Not a tenantry: link."_s); // it may hold a token: it is not repeated
    if (parser.isSet(screenshot) && options.screenshot.isEmpty())
        refuse(u"--screenshot needs a file name."_s);
    if (parser.isSet(language) && options.language != u"en"_s && options.language != u"zh_CN"_s)
        refuse(u"--language is en or zh_CN."_s);
    const QStringList modules{u"bots"_s, u"abs"_s, u"automan"_s};
    if (parser.isSet(module) && !modules.contains(options.module))
        refuse(u"--module is bots, abs or automan."_s);
    const QStringList themes{u"light"_s, u"dark"_s, u"system"_s};
    if (parser.isSet(theme) && !themes.contains(options.theme))
        refuse(u"--theme is light, dark or system."_s);
    return options;
}

} // namespace tenantry::console
