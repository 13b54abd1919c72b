// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

void printState(const QJsonObject &state)
{
    QTextStream out(stdout);
    for (const char *part : {"outbox", "queued", "sent", "failed"})
        out << QString::fromLatin1(part).leftJustified(8) << state[QLatin1String(part)].toInteger() << "\n";
    const QJsonObject reasons = state["reasons"_L1].toObject();
    for (auto it = reasons.begin(); it != reasons.end(); ++it)
        out << "  " << it.key() << ": " << it->toInteger() << "\n";
}

int run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Tells how many mails wait, were sent and failed, and why; with --log the newest ones, people by their IDs."_s);
    addServerOptions(parser);
    parser.addOption({u"log"_s, u"Also the newest COUNT mails."_s, u"COUNT"_s});
    if (const auto code = parse(parser, u"tenantryctl mail"_s, arguments))
        return *code;
    const auto owner = connectAsOwner(parser);
    if (!owner) {
        printError(owner.error());
        return Failure;
    }
    const auto state = owner->connection->exec(u"select worker.mail_state()"_s);
    const auto log = owner->connection->exec(
        u"select concat_ws('  ', to_char(queued_at, 'YYYY-MM-DD HH24:MI:SSOF'), status, kind, user_id, "
        u"attempts || ' attempts', reason,"
        " 'SMTP ' || reply, to_char(ended_at, 'YYYY-MM-DD HH24:MI:SSOF')) from worker.mail_log(?)"_s,
        {parser.value(u"log"_s).toInt()});
    for (const auto *asked : {&state, &log})
        if (!*asked) {
            printError(asked->error());
            return Failure;
        }
    printState(QJsonDocument::fromJson(state->value().toString().toUtf8()).object());
    for (const QVariantList &line : log->rows)
        QTextStream(stdout) << line.constFirst().toString() << "\n";
    return Success;
}

} // namespace

Command mailCommand()
{
    return {u"mail"_s, u"the delivery log of mails"_s, run};
}

} // namespace tenantry::ctl
