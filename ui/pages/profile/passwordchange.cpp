// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profile/passwordchange.h"

#include "core/security/scram.h"

#include <QSysInfo>

namespace tenantry::ui::profile {

using namespace Qt::StringLiterals;

namespace {

const QString wrong = u"password.wrong"_s;

/// A password that can't be anybody's is a wrong one; that is said where the old one stands.
Error ofOldPassword(Error error)
{
    if (error.code == u"password.unusable" || error.code == wrong)
        return {ErrorClass::Business, wrong, u"old"_s, {}};
    return error;
}

Result<QJsonObject> argumentsOf(const QJsonValue &challenge, const QString &old, const QString &fresh)
{
    const auto proof =
        scram::proofOfPassword(old, QByteArray::fromBase64(challenge["salt"_L1].toString().toLatin1()),
                               challenge["iterations"_L1].toInt());
    if (!proof)
        return tl::make_unexpected(ofOldPassword(proof.error()));
    const auto verifier = scram::makeVerifier(fresh);
    if (!verifier)
        return tl::make_unexpected(verifier.error());
    return QJsonObject{{u"client_key"_s, QString::fromLatin1(*proof)},
                       {u"verifier"_s, QString::fromLatin1(*verifier)},
                       {u"client"_s, QSysInfo::machineHostName()}};
}

} // namespace

void changePassword(Session &session, const QString &old, const QString &fresh, QObject *context,
                    PasswordChanged done)
{
    session.ask(sync::Question::PasswordChallenge, {}, context,
                [&session, old, fresh, context, done = std::move(done)](const Result<QJsonValue> &challenge) {
                    const auto arguments =
                        challenge.and_then([&](const QJsonValue &it) { return argumentsOf(it, old, fresh); });
                    if (!arguments)
                        return done(tl::make_unexpected(arguments.error()));
                    session.ask(sync::Question::ChangePassword, *arguments, context,
                                [&session, fresh, done](const Result<QJsonValue> &changed) {
                                    if (!changed)
                                        return done(tl::make_unexpected(ofOldPassword(changed.error())));
                                    Q_EMIT session.passwordChanged(fresh);
                                    done({});
                                });
                });
}

} // namespace tenantry::ui::profile
