// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/interrupt.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"
#include "core/jobs/accountsendpoint.h"
#include "core/jobs/mailer.h"
#include "core/jobs/worker.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

/// Null where nobody asked for mail.
Result<std::unique_ptr<jobs::MailerThread>> makeMailer(const QString &file, const jobs::WorkerOptions &worker,
                                                       const std::shared_ptr<const jobs::AccountTokens> &tokens)
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
    options.tokens = tokens;
    auto mailer = std::make_unique<jobs::MailerThread>(options);
    QObject::connect(mailer->mailer(), &jobs::Mailer::failed, qApp,
                     [](const Error &error) { printError(error); });
    return mailer;
}

/// What keeps accounts for people who can't sign in yet; null where nobody asked for it.
Result<std::unique_ptr<jobs::AccountsEndpointThread>> makeEndpoint(const std::optional<jobs::EndpointSettings> &settings,
                                                                   const jobs::WorkerOptions &worker)
{
    if (!settings)
        return {};
    jobs::EndpointOptions options;
    options.connection = worker.connection;
    options.connection.applicationName = u"tenantryctl worker: accounts"_s;
    options.settings = *settings;
    auto endpoint = std::make_unique<jobs::AccountsEndpointThread>(options);
    QObject::connect(endpoint->endpoint(), &jobs::AccountsEndpoint::failed, qApp,
                     [](const Error &error) { printError(error); });
    QObject::connect(endpoint->endpoint(), &jobs::AccountsEndpoint::listening, qApp, [](quint16 port) {
        QTextStream(stdout) << "accounts: listening on port " << port << Qt::endl;
    });
    return endpoint;
}

/// The file that the option names, else the variable; empty: neither.
QString fileOf(const QCommandLineParser &parser, const QString &option, const char *variable)
{
    return parser.isSet(option) ? parser.value(option) : qEnvironmentVariable(variable);
}

Result<std::optional<jobs::EndpointSettings>> readEndpoint(const QString &file)
{
    if (file.isEmpty())
        return std::nullopt;
    return jobs::EndpointSettings::read(file).map(
        [](jobs::EndpointSettings &&settings) { return std::optional(std::move(settings)); });
}

int run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Seals the audit chain, ends transactions that hold everybody back, removes what is too old, "
        u"reminds of what ends, sends mail, keeps accounts. Runs until "
        "interrupted; of several, one is active. Signs in as tenantry_worker or as the database's owner."_s);
    addServerOptions(parser);
    parser.addOption({u"accounts"_s,
                      u"Let people register, activate and reset over HTTPS as this file says (see the manual), else "
                      "TENANTRY_ACCOUNTS names it; without, they can't."_s,
                      u"FILE"_s});
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
    const auto settings = readEndpoint(fileOf(parser, u"accounts"_s, "TENANTRY_ACCOUNTS"));
    if (!settings) {
        printError(settings.error());
        return Failure;
    }
    const auto mailer = makeMailer(fileOf(parser, u"mail"_s, "TENANTRY_MAIL"), options,
                                   *settings ? (*settings)->tokens : nullptr);
    const auto endpoint = makeEndpoint(*settings, options);
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
    if (*endpoint)
        (*endpoint)->start();
    return QCoreApplication::exec();
}

} // namespace

Command workerCommand()
{
    return {u"worker"_s, u"seal the audit chain and keep a server tidy, until interrupted"_s, run};
}

} // namespace tenantry::ctl
