// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"
#include "core/demo/platform.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl
{

namespace
{

struct NumberOption {
    const char *name;
    const char *help;
    int demo::Size::*field;
    int smallest;
};

// The smallest are what the hand-made part of the world needs.
constexpr NumberOption numberOptions[] = {
    {"users", "People on the whole platform.", &demo::Size::users, 100},
    {"organizations", "Organizations of all tenants.", &demo::Size::organizations, 40},
    {"groups", "Virtual role groups.", &demo::Size::groups, 5},
    {"spaces", "Spaces.", &demo::Size::spaces, 10},
    {"resources-per-space", "Resources in each space.", &demo::Size::resourcesPerSpace, 0},
    {"grants", "Grants; owners' grants are among them.", &demo::Size::grants, 0},
    {"depth", "Levels of the largest organization tree.", &demo::Size::depth, 6},
};

Result<demo::Size> sizeOf(const QCommandLineParser &parser)
{
    demo::Size size;
    for (const NumberOption &option : numberOptions) {
        const QString name = QString::fromLatin1(option.name);
        if (!parser.isSet(name))
            continue;
        bool ok = false;
        const int value = parser.value(name).toInt(&ok);
        if (!ok || value < option.smallest)
            return failure(ErrorClass::Business, u"usage.number"_s, {{u"option"_s, u"--"_s + name}, {u"minimum"_s, option.smallest}});
        size.*option.field = value;
    }
    if (parser.isSet(u"seed"_s))
        size.seed = parser.value(u"seed"_s).toULongLong();
    return size;
}

// Beside the data of a private server, where `tenantry --demo-folder` looks for it; else in the current folder.
QString personasFile(const QCommandLineParser &parser)
{
    const QString folder = parser.isSet(u"directory"_s) && !parser.isSet(u"personas"_s) ? parser.value(u"directory"_s) : QDir::currentPath();
    return QDir(QDir::current().absoluteFilePath(folder)).absoluteFilePath(parser.value(u"personas"_s));
}

int run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Fills an empty platform with made-up tenants, people, organizations, spaces and grants, and makes the personas that "
                                     "the demo's sign-in window offers. A platform that holds something is left as it is."_s);
    const demo::Size usual;
    for (const NumberOption &option : numberOptions)
        parser.addOption({QString::fromLatin1(option.name), QString::fromLatin1(option.help), u"N"_s, QString::number(usual.*option.field)});
    parser.addOption({u"seed"_s, u"Another world of the same size."_s, u"N"_s, QString::number(usual.seed)});
    parser.addOption({u"personas"_s, u"Where the personas' passwords go (readable by you alone)."_s, u"FILE"_s, u"personas.json"_s});
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl demo"_s, arguments))
        return *code;
    const auto size = sizeOf(parser);
    if (!size) {
        printError(size.error());
        return UsageError;
    }
    const auto access = openServer(parser);
    if (!access) {
        printError(access.error());
        return Failure;
    }
    QElapsedTimer timer;
    timer.start();
    QTextStream out(stdout);
    const auto told = [&](const QString &part) { out << qSetRealNumberPrecision(3) << double(timer.elapsed()) / 1000 << " s  " << part << Qt::endl; };
    const auto made = demo::preparePlatform(access->owner, personasFile(parser), *size, told);
    if (!made) {
        printError(made.error());
        return Failure;
    }
    told(u"ready"_s);
    return Success;
}

} // namespace

Command demoCommand()
{
    return {u"demo"_s, u"fill an empty platform with made-up data of any size"_s, run};
}

} // namespace tenantry::ctl
