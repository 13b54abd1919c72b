// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/newaccount.h"

#include "app/ctl/terminal.h"
#include "core/accounts/passwordrule.h"
#include "core/domain/rules.h"
#include "core/security/scram.h"

#include <QJsonArray>
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

/// Asks for a new password, twice on a terminal, and gives its verifier (ACC-2); `own`: what it must not
/// hold.
Result<QString> askVerifier(const QStringList &own)
{
    const auto password = askFor([] { return askSecret(u"Password:"_s); },
                                 [&own](const QString &value) { return checkPassword(value, own); });
    if (!password)
        return password;
    if (isTerminal() && askSecret(u"The same again:"_s) != *password)
        return failure(ErrorClass::Business, u"password.repeated_wrong"_s, {}, u"password"_s);
    return scram::makeVerifier(*password).map(
        [](const QByteArray &verifier) { return QString::fromLatin1(verifier); });
}

Result<QString> askEmail(const RuleSet &rules)
{
    return askFor([] { return askLine(u"E-mail:"_s); },
                  [&rules](const QString &value) { return rules.checkTyped(u"user"_s, u"email"_s, value); })
        .map([&rules](const QString &email) { return rules.trimmed(email); });
}

/// TY…: our own refusals, whose message is a code.
Error ownError(const Error &error)
{
    if (!server::sqlState(error).startsWith(u"TY4"_s))
        return error;
    const QString code =
        error.parameters.value(u"message"_s).toString().section(u'\n', 0, 0).remove(u"ERROR:"_s).trimmed();
    return {ErrorClass::Business, code, {}, {}};
}

} // namespace

Result<QString> askAndAddAccount(server::Connection &owner, bool systemAdministrator)
{
    const RuleSet rules = RuleSet::builtIn();
    const auto email = askEmail(rules);
    if (!email)
        return email;
    const auto name =
        askFor([] { return askLine(u"Name:"_s); },
               [&rules](const QString &value) { return rules.checkTyped(u"user"_s, u"name"_s, value); });
    if (!name)
        return name;
    const auto verifier = askVerifier({*name, *email});
    if (!verifier)
        return verifier;
    const auto added = owner.exec(u"select worker.add_account(?, ?, ?, ?)"_s,
                                  {*email, rules.trimmed(*name), *verifier, systemAdministrator});
    if (!added)
        return tl::make_unexpected(ownError(added.error()));
    return QJsonDocument::fromJson(added->value().toString().toUtf8())
        .object()
        .value(u"role_name"_s)
        .toString();
}

Result<QString> askAndSetPassword(server::Connection &owner)
{
    const auto email = askEmail(RuleSet::builtIn());
    if (!email)
        return email;
    const auto person = owner.exec(u"select worker.own_words(?)"_s, {*email});
    if (!person)
        return tl::make_unexpected(ownError(person.error()));
    QStringList own;
    for (const QJsonValue &word : QJsonDocument::fromJson(person->value().toString().toUtf8()).array())
        own += word.toString();
    const auto verifier = askVerifier(own);
    if (!verifier)
        return verifier;
    return owner.exec(u"select worker.set_password(?, ?)"_s, {*email, *verifier})
        .map([](const server::Rows &rows) { return rows.value().toString(); })
        .map_error(ownError);
}

} // namespace tenantry::ctl
