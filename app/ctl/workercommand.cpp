// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"
#include "core/jobs/mailer.h"
#include "core/jobs/worker.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

/// Null where nobody asked for mail.
Result<std::unique_ptr<jobs::MailerThread>> makeMailer(const QString &file, const jobs::WorkerOptions &worker)
{
    if (file.isEmpty())
        return {};
    const auto settings = jobs::MailSettings::read(file);
    if (!settings)
        return tl::make_unexpected(settings.error());
    jobs::MailerOptions options;
    options.connection = worker.connection;
    options.connection.applicationName = u"tenantryctl worker: mail"_s;
    options.holder = worker.holder;
    options.settings = *settings;
    auto mailer = std::make_unique<jobs::MailerThread>(options);
    QObject::connect(mailer->mailer(), &jobs::Mailer::failed, qApp,
                     [](const Error &error) { printError(error); });
    return mailer;
}

int run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Seals the audit chain, ends transactions that hold everybody back, removes what is too old, "
        u"reminds of what ends, sends mail. Runs until "
        "interrupted; of several, one is active. Signs in as tenantry_worker or as the database's owner."_s);
    addServerOptions(parser);
    parser.addOption(
        {u"mail"_s,
         u"Send mail as this file says (see the manual), else TENANTRY_MAIL names it; without, none is sent."_s,
         u"FILE"_s});
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
    const QString mailFile =
        parser.isSet(u"mail"_s) ? parser.value(u"mail"_s) : qEnvironmentVariable("TENANTRY_MAIL");
    const auto mailer = makeMailer(mailFile, options);
    if (!mailer) {
        printError(mailer.error());
        return Failure;
    }
    jobs::Worker worker(options);
    QTextStream out(stdout);
    QObject::connect(&worker, &jobs::Worker::activeChanged, &worker, [&out](bool active) {
        out << (active ? "active" : "waiting: another worker has the lease, or the server can't be reached")
            << Qt::endl;
    });
    QObject::connect(&worker, &jobs::Worker::endedTransactions, &worker,
                     [&out](int count) { out << "ended " << count << " long transactions" << Qt::endl; });
    QObject::connect(&worker, &jobs::Worker::failed, &worker, [](const Error &error) { printError(error); });
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::interrupted, qApp, &QCoreApplication::quit);
    worker.start();
    if (*mailer)
        (*mailer)->start();
    return QCoreApplication::exec();
}

} // namespace

Command workerCommand()
{
    return {u"worker"_s, u"seal the audit chain and keep a server tidy, until interrupted"_s, run};
}

} // namespace tenantry::ctl
