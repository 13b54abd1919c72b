// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/newaccount.h"

#include "app/ctl/terminal.h"
#include "core/domain/normalise.h"
#include "core/domain/rules.h"
#include "core/security/scram.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

/// Asks until `check` finds nothing to say; once where nobody sits at the terminal.
Result<QString> askFor(const std::function<std::optional<QString>()> &ask,
                       const std::function<std::optional<Error>(const QString &)> &check)
{
    while (true) {
        const auto answer = ask();
        if (!answer)
            return failure(ErrorClass::Business, u"terminal.no_input"_s);
        const auto error = check(*answer);
        if (!error)
            return *answer;
        if (!isTerminal())
            return tl::make_unexpected(*error);
        printError(*error);
    }
}

Error passwordError(const QString &code, const QVariantMap &parameters = {})
{
    return {ErrorClass::Business, code, u"password"_s, parameters};
}

/// ACC-2: 10 to 128 characters, without the person's own name or e-mail.
std::optional<Error> checkPassword(const QString &password, const QString &email, const QString &name)
{
    const qsizetype length = password.toUcs4().size();
    if (length < 10)
        return passwordError(u"rule.too_short"_s, {{u"min"_s, 10}, {u"length"_s, length}});
    if (length > 128)
        return passwordError(u"rule.too_long"_s, {{u"max"_s, 128}, {u"length"_s, length}});
    const QString plain = normalise(password);
    for (const QString &own : {normalise(name), normalise(email), normalise(email.section(u'@', 0, 0))}) {
        if (own.size() > 2 && plain.contains(own))
            return passwordError(u"password.contains_own_data"_s);
    }
    return std::nullopt;
}

} // namespace

Result<QString> askAndAddAccount(server::Connection &owner, bool systemAdministrator)
{
    const RuleSet rules = RuleSet::builtIn();
    const auto rule = [&](const QString &field) {
        return [&rules, field](const QString &value) { return rules.checkTyped(u"user"_s, field, value); };
    };
    auto email = askFor([] { return askLine(u"E-mail:"_s); }, rule(u"email"_s));
    if (!email)
        return email;
    auto name = askFor([] { return askLine(u"Name:"_s); }, rule(u"name"_s));
    if (!name)
        return name;
    auto password = askFor([] { return askSecret(u"Password:"_s); },
                                 [&](const QString &value) { return checkPassword(value, *email, *name); });
    if (!password)
        return password;
    if (isTerminal() && askSecret(u"The same again:"_s) != *password)
        return tl::make_unexpected(passwordError(u"password.repeated_wrong"_s));
    const auto verifier = scram::makeVerifier(*password);
    if (!verifier)
        return tl::make_unexpected(verifier.error());
    const auto added = owner.exec(
        u"select worker.add_account(?, ?, ?, ?)"_s,
        {rules.trimmed(*email), rules.trimmed(*name), QString::fromLatin1(*verifier), systemAdministrator});
    if (!added) {
        // TY…: our own refusals, whose message is a code.
        const QString code = added.error()
                                 .parameters.value(u"message"_s)
                                 .toString()
                                 .section(u'\n', 0, 0)
                                 .remove(u"ERROR:"_s)
                                 .trimmed();
        if (server::sqlState(added.error()).startsWith(u"TY4"_s))
            return failure(ErrorClass::Business, code);
        return tl::make_unexpected(added.error());
    }
    return QJsonDocument::fromJson(added->value().toString().toUtf8())
        .object()
        .value(u"role_name"_s)
        .toString();
}

} // namespace tenantry::ctl
