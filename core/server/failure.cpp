// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/failure.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

struct KindName
{
    FailureKind kind;
    ErrorClass errorClass;
    QLatin1StringView code;
};

constexpr std::array kinds{
    KindName{FailureKind::ConnectionLost, ErrorClass::Network, "server.connection_lost"_L1},
    KindName{FailureKind::Unreachable, ErrorClass::Network, "server.unreachable"_L1},
    KindName{FailureKind::SignInRefused, ErrorClass::Business, "server.sign_in_refused"_L1},
    KindName{FailureKind::Retryable, ErrorClass::Network, "server.busy"_L1},
    KindName{FailureKind::ReadOnly, ErrorClass::Network, "server.read_only"_L1},
    KindName{FailureKind::Cancelled, ErrorClass::Network, "server.cancelled"_L1},
    KindName{FailureKind::Untrusted, ErrorClass::Network, "server.untrusted"_L1},
    KindName{FailureKind::Other, ErrorClass::System, "server.failed"_L1},
};

FailureKind kindOf(const QString &state, bool connectionOpen)
{
    // 57P05 and 25P03 are the server's time-outs for idle sessions: they end the session too.
    if (state == u"57P01"_s || state == u"57P02"_s || state == u"57P05"_s || state == u"25P03"_s ||
        state.startsWith(u"08"_s))
        return FailureKind::ConnectionLost;
    if (state == u"57P03"_s)
        return FailureKind::Unreachable;
    // A dead libpq connection reports failures without a state (facts: lastError is empty then).
    if (!connectionOpen)
        return FailureKind::ConnectionLost;
    if (state == u"28P01"_s || state.startsWith(u"28"_s))
        return FailureKind::SignInRefused;
    if (state == u"53400"_s)
        return FailureKind::Other; // a configured limit: the same again fails again
    // TY408: our own functions, when a call comes to its turn too late to be judged by its moment
    if (state == u"40001"_s || state == u"40P01"_s || state == u"55P03"_s || state == u"TY408"_s ||
        state.startsWith(u"53"_s))
        return FailureKind::Retryable;
    if (state == u"25006"_s)
        return FailureKind::ReadOnly;
    if (state == u"57014"_s)
        return FailureKind::Cancelled;
    return FailureKind::Other;
}

} // namespace

FailureKind failureKind(const Error &error)
{
    for (const KindName &name : kinds) {
        if (error.code == name.code)
            return name.kind;
    }
    return FailureKind::Other;
}

QString sqlState(const Error &error)
{
    return error.parameters.value(u"sqlstate"_s).toString();
}

Error serverError(FailureKind kind, const QVariantMap &parameters)
{
    for (const KindName &name : kinds) {
        if (name.kind == kind)
            return {name.errorClass, name.code, {}, parameters};
    }
    Q_UNREACHABLE();
}

Error serverError(const QString &sqlState, bool connectionOpen, const QString &message)
{
    QVariantMap parameters;
    if (!sqlState.isEmpty())
        parameters.insert(u"sqlstate"_s, sqlState);
    if (!message.isEmpty())
        parameters.insert(u"message"_s, message);
    return serverError(kindOf(sqlState, connectionOpen), parameters);
}

} // namespace tenantry::server
