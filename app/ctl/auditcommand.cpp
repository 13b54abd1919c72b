// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/auditerase.h"
#include "app/ctl/commands.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"
#include "core/exchange/auditchain.h"

#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

QString sentenceOf(const exchange::AuditFault &fault)
{
    using Kind = exchange::AuditFault::Kind;
    const QString entry = u"entry %1: "_s.arg(fault.sealNumber);
    switch (fault.kind) {
    case Kind::Missing:
        return entry + u"missing, or in another place"_s;
    case Kind::Foreign:
        return entry + u"of another tenant"_s;
    case Kind::Changed:
        return entry + u"changed after it was sealed"_s;
    case Kind::Detail:
        return entry + u"its details were changed"_s;
    case Kind::Witness:
        return entry + u"not the one that was seen before: the chain was cut or written anew"_s;
    case Kind::Head:
        return u"the chain does not end at entry %1, as its head says"_s.arg(fault.sealNumber);
    case Kind::File:
        return entry + u"a line that can't be read"_s;
    }
    Q_UNREACHABLE();
}

int verify(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Counts the chain of an exported audit over again, without a server. Ends with 1 where it was tampered with."_s);
    parser.addPositionalArgument(u"file"_s, u"What the audit page exported."_s);
    parser.addOption({u"head"_s,
                      u"A head that somebody wrote down, NUMBER:HASH; the chain must go through it."_s,
                      u"HEAD"_s});
    if (const auto code = parse(parser, u"tenantryctl audit verify"_s, arguments))
        return *code;
    if (parser.positionalArguments().size() != 1) {
        QTextStream(stderr) << "tenantryctl audit verify: which file?\n";
        return UsageError;
    }
    QFile file(parser.positionalArguments().constFirst());
    if (!file.open(QIODevice::ReadOnly)) {
        QTextStream(stderr) << "tenantryctl audit verify: " << file.errorString() << "\n";
        return Failure;
    }
    const auto report = exchange::verifyAuditFile(file, parser.value(u"head"_s));
    if (!report) {
        printError(report.error());
        return Failure;
    }
    QTextStream out(stdout);
    out << report->name << " (" << report->tenant.toString(QUuid::WithoutBraces) << ")\n"
        << report->checked << " entries, details of " << report->erased
        << (report->isPart ? " left out of this part, or erased\n" : " erased\n") << "head "
        << report->head.sealNumber << ":" << QString::fromLatin1(report->head.hash.toHex()) << "\n";
    for (const exchange::AuditFault &fault : report->faults)
        out << sentenceOf(fault) << "\n";
    out << (report->faults.isEmpty() ? "the chain is whole" : "the chain is BROKEN") << Qt::endl;
    return report->faults.isEmpty() ? Success : Failure;
}

int run(const QStringList &arguments)
{
    return dispatch(
        u"tenantryctl audit"_s,
        {{u"verify"_s, u"count the chain of an exported audit over again"_s, verify},
         {u"erase"_s, u"erase details because the law asks; the chain stays"_s, eraseAuditDetails}},
        arguments);
}

} // namespace

Command auditCommand()
{
    return {u"audit"_s, u"verify an exported audit, erase details"_s, run};
}

} // namespace tenantry::ctl
