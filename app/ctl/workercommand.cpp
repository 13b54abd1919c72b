// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"
#include "core/jobs/worker.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl
{

namespace
{

int run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Seals the audit chain, ends transactions that hold everybody back, removes what is too old. Runs until "
                                     "interrupted; of several, one is active. Signs in as tenantry_worker or as the database's owner."_s);
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl worker"_s, arguments))
        return *code;
    const auto access = openServer(parser);
    if (!access) {
        printError(access.error());
        return Failure;
    }
    jobs::WorkerOptions options;
    options.connection = access->owner;
    options.holder = QSysInfo::machineHostName() + u':' + QString::number(QCoreApplication::applicationPid());
    jobs::Worker worker(options);
    QTextStream out(stdout);
    QObject::connect(&worker, &jobs::Worker::activeChanged, &worker, [&out](bool active) {
        out << (active ? "active" : "waiting: another worker has the lease, or the server can't be reached") << Qt::endl;
    });
    QObject::connect(&worker, &jobs::Worker::endedTransactions, &worker, [&out](int count) { out << "ended " << count << " long transactions" << Qt::endl; });
    QObject::connect(&worker, &jobs::Worker::failed, &worker, [](const Error &error) { printError(error); });
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, qApp, &QCoreApplication::quit);
    worker.start();
    return QCoreApplication::exec();
}

} // namespace

Command workerCommand()
{
    return {u"worker"_s, u"seal the audit chain and keep a server tidy, until interrupted"_s, run};
}

} // namespace tenantry::ctl
