// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/accountsclient.h"

namespace tenantry::accounts {

/// What the form of ACC-1 holds, as it was typed.
struct Registration
{
    QString email, password, repeated, name, phone, mis;
};

/// What is wrong with it, everything at once, each with its field: "email", "password", "repeated", "name",
/// "phone", "mis".
[[nodiscard]] QList<Error> check(const Registration &form);
/// The same of a password that is chosen anew: "password", "repeated". `own`: what it must not hold.
[[nodiscard]] QList<Error> checkNewPassword(const QString &password, const QString &repeated,
                                            const QStringList &own);

/// The acts of people who can't sign in yet. Passwords leave as verifiers or proofs only. Each of them
/// answers once, unless given up with AccountsClient::cancel().
using Done = std::function<void(const Answer &)>;
void registerPerson(AccountsClient &client, const Registration &form, Done done);
void requestActivation(AccountsClient &client, const QString &email, Done done);
void requestReset(AccountsClient &client, const QString &email, Done done);
/// {"chosen": whether a password belongs to the token already, or is chosen now}.
void beginActivation(AccountsClient &client, const QString &token, Done done);
/// `begun`: the answer of beginActivation(). A chosen password is proven, another one is set.
void activate(AccountsClient &client, const QString &token, const QJsonObject &begun, const QString &password,
              Done done);
void reset(AccountsClient &client, const QString &token, const QString &password, Done done);
/// {"name"}: whom PostgreSQL knows by that address, or would.
void signInName(AccountsClient &client, const QString &email, Done done);

/// The token in what was pasted: it alone, or with its link or other words of the mail around it.
[[nodiscard]] QString tokenIn(const QString &pasted);

} // namespace tenantry::accounts
