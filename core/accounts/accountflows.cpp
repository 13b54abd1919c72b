// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/accountflows.h"

#include "core/accounts/passwordrule.h"
#include "core/accounts/phonenumber.h"
#include "core/domain/rules.h"
#include "core/security/scram.h"

#include <QRegularExpression>

namespace tenantry::accounts {

using namespace Qt::StringLiterals;

namespace {

void answerLater(AccountsClient &client, const Error &error, Done done)
{
    QMetaObject::invokeMethod(
        &client, [done = std::move(done), error] { done(tl::make_unexpected(QList<Error>{error})); },
        Qt::QueuedConnection);
}

QString trimmed(const QString &text)
{
    return RuleSet::builtIn().trimmed(text);
}

void askWithVerifier(AccountsClient &client, const QString &act, QJsonObject fields, const QString &password,
                     Done done)
{
    const auto verifier = scram::makeVerifier(password);
    if (!verifier)
        return answerLater(client, verifier.error(), std::move(done));
    fields["verifier"_L1] = QString::fromLatin1(*verifier);
    client.ask(act, fields, std::move(done));
}

} // namespace

QList<Error> checkNewPassword(const QString &password, const QString &repeated, const QStringList &own)
{
    QList<Error> errors;
    if (const auto error = checkPassword(password, own))
        errors += *error;
    else if (password != repeated)
        errors += {ErrorClass::Business, u"password.repeated_wrong"_s, u"repeated"_s, {}};
    return errors;
}

QList<Error> check(const Registration &form)
{
    const RuleSet rules = RuleSet::builtIn();
    QList<Error> errors;
    const std::pair<QString, QString> typed[] = {
        {u"email"_s, form.email}, {u"name"_s, form.name}, {u"phone"_s, form.phone}, {u"mis"_s, form.mis}};
    for (const auto &[field, value] : typed)
        if (const auto error = rules.checkTyped(u"user"_s, field, value))
            errors += *error;
        else if (field == u"phone" && !rules.trimmed(value).isEmpty())
            if (const auto phone = internationalPhone(rules.trimmed(value)); !phone)
                errors += phone.error();
    return errors + checkNewPassword(form.password, form.repeated, {form.name, form.email, form.mis});
}

void registerPerson(AccountsClient &client, const Registration &form, Done done)
{
    QJsonObject fields{
        {u"email"_s, trimmed(form.email)}, {u"name"_s, trimmed(form.name)}, {u"mis"_s, trimmed(form.mis)}};
    const QString phone = trimmed(form.phone);
    fields["phone"_L1] = phone.isEmpty() ? QString() : internationalPhone(phone).value_or(phone);
    askWithVerifier(client, u"register"_s, fields, form.password, std::move(done));
}

void requestActivation(AccountsClient &client, const QString &email, Done done)
{
    client.ask(u"request_activation"_s, {{u"email"_s, trimmed(email)}}, std::move(done));
}

void requestReset(AccountsClient &client, const QString &email, Done done)
{
    client.ask(u"request_reset"_s, {{u"email"_s, trimmed(email)}}, std::move(done));
}

void beginActivation(AccountsClient &client, const QString &token, Done done)
{
    client.ask(u"begin_activation"_s, {{u"token"_s, token}}, std::move(done));
}

void activate(AccountsClient &client, const QString &token, const QJsonObject &begun, const QString &password,
              Done done)
{
    if (!begun["chosen"_L1].toBool())
        return askWithVerifier(client, u"activate"_s, {{u"token"_s, token}}, password, std::move(done));
    const auto proof =
        scram::proofOfPassword(password, QByteArray::fromBase64(begun["salt"_L1].toString().toLatin1()),
                               begun["iterations"_L1].toInt());
    if (!proof) // a password that nobody can have chosen is a wrong one
        return answerLater(client,
                           proof.error().code == u"password.unusable"
                               ? Error{ErrorClass::Business, u"password.wrong"_s, u"password"_s, {}}
                               : proof.error(),
                           std::move(done));
    client.ask(u"activate"_s, {{u"token"_s, token}, {u"client_key"_s, QString::fromLatin1(*proof)}},
               std::move(done));
}

void reset(AccountsClient &client, const QString &token, const QString &password, Done done)
{
    askWithVerifier(client, u"reset"_s, {{u"token"_s, token}}, password, std::move(done));
}

void signInName(AccountsClient &client, const QString &email, Done done)
{
    client.ask(u"sign_in_name"_s, {{u"email"_s, trimmed(email)}}, std::move(done));
}

QString tokenIn(const QString &pasted)
{
    static const QRegularExpression token(u"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{48}(?![A-Za-z0-9_-])"_s);
    const QString found = token.match(pasted).captured();
    return found.isEmpty() ? pasted.trimmed() : found;
}

} // namespace tenantry::accounts
