// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/auditerase.h"

#include "app/ctl/command.h"
#include "app/ctl/serveraccess.h"
#include "app/ctl/terminal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

int misuse(const QString &what)
{
    QTextStream(stderr) << "tenantryctl audit erase: " << what << "\n";
    return UsageError;
}

/// Entry, person, tenant: the one that is named, the others null. Nothing where not exactly one is, or it
/// isn't one.
std::optional<QVariantList> targetOf(const QCommandLineParser &parser)
{
    QVariantList target;
    int named = 0;
    for (const QString &option : {u"entry"_s, u"person"_s, u"tenant"_s}) {
        const QString value = parser.value(option);
        target += value.isEmpty() ? QVariant(QMetaType(QMetaType::QString)) : value;
        if (value.isEmpty())
            continue;
        ++named;
        bool isNumber = false;
        const bool isEntry = option == u"entry" && value.toLongLong(&isNumber) > 0 && isNumber;
        if (!isEntry && (option == u"entry" || QUuid(value).isNull()))
            return {};
    }
    return named == 1 ? std::optional(target) : std::nullopt;
}

Result<QJsonObject> asked(server::Connection &owner, const QString &sql, const QVariantList &binds)
{
    return owner.exec(sql, binds).map([](const server::Rows &rows) {
        return QJsonDocument::fromJson(rows.value().toString().toUtf8()).object();
    });
}

/// What the verification says of a chain now.
Result<void> printChain(server::Connection &owner, const QJsonObject &chain, QTextStream &out)
{
    const QString tenant = chain["tenant"_L1].toString();
    return asked(owner, u"select worker.verify_audit(?::uuid)"_s, {tenant})
        .map([&](const QJsonObject &found) {
            out << "chain of " << tenant << ": " << found["checked"_L1].toInteger() << " entries, details of "
                << found["erased"_L1].toInteger() << " erased, "
                << (found["faults"_L1].toArray().isEmpty() ? "whole" : "BROKEN") << "\n";
        });
}

Result<int> erase(server::Connection &owner, const QVariantList &target, const QString &askedBy,
                  const QString &reason)
{
    QVariantList binds = target;
    binds << askedBy << reason;
    const auto erased = asked(
        owner, u"select app.erase_audit_details(?::bigint, ?::uuid, ?::uuid, ?::text, ?::text)"_s, binds);
    if (!erased)
        return tl::make_unexpected(erased.error());
    QTextStream out(stdout);
    out << "details of " << erased->value("entries"_L1).toInteger() << " entries erased\n";
    const QJsonArray chains = erased->value("chains"_L1).toArray();
    for (const QJsonValue &chain : chains) {
        if (const auto printed = printChain(owner, chain.toObject(), out); !printed)
            return tl::make_unexpected(printed.error());
    }
    return chains.isEmpty() ? Failure : Success;
}

} // namespace

int eraseAuditDetails(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Erases details of the audit (names, reasons, before and after) for good; who did what when stays "
        u"in the chain, which "
        "still proves itself. Asks who demanded it and why, from a pipe a line each; both stand in the "
        "audit. "
        "Name nobody there: refer to a file. Ends with 1 where there was nothing to erase."_s);
    parser.addOption({u"entry"_s, u"Of this entry."_s, u"NUMBER"_s});
    parser.addOption({u"person"_s, u"Of all entries that speak of this person."_s, u"ID"_s});
    parser.addOption({u"tenant"_s, u"Of a tenant's whole chain."_s, u"ID"_s});
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl audit erase"_s, arguments))
        return *code;
    const auto target = targetOf(parser);
    if (!target)
        return misuse(u"name one of --entry NUMBER, --person ID, --tenant ID"_s);
    const auto owner = connectAsOwner(parser);
    if (!owner) {
        printError(owner.error());
        return Failure;
    }
    const QString askedBy = askLine(u"Who demanded it:"_s).value_or(QString()).trimmed();
    const QString reason = askLine(u"Reason:"_s).value_or(QString()).trimmed();
    if (askedBy.isEmpty() || reason.isEmpty())
        return misuse(u"who demanded it, and why?"_s);
    const auto done = erase(*owner->connection, *target, askedBy, reason);
    if (!done)
        printError(done.error());
    return done.value_or(Failure);
}

} // namespace tenantry::ctl
