// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A console's part in the tests: serverholder DIRECTORY. Starts or joins the private server, says "holder
// PID", "guest PID" or "failed CODE", again at each take-over, and ends when something (or the end) comes on
// its standard input.
#include "core/server/postmasterfile.h"
#include "core/server/privateserver.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tenantry::server;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    PrivateServerOptions options;
    options.directory = app.arguments().at(1);
    options.disposable = true;
    PrivateServer server(options);
    QObject::connect(&server, &PrivateServer::ready, &app, [&](ServerPart part) {
        const auto file = PostmasterFile::read(options.directory + u"/data"_s);
        printf("%s %lld\n", part == ServerPart::Holder ? "holder" : "guest", file ? file->pid : 0);
        fflush(stdout);
    });
    QObject::connect(&server, &PrivateServer::failed, &app, [&](const tenantry::Error &error) {
        printf("failed %s %s\n", qPrintable(error.code),
               qPrintable(error.parameters.value(u"detail"_s).toString()));
        fflush(stdout);
    });
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    server.start();
    return app.exec();
}
