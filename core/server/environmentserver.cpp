// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the PG* variables and a service file say, read by libpq itself.
#include "core/server/serverprofile.h"

#include <QProcessEnvironment>

#include <libpq-fe.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Transport transportOf(const QString &sslmode)
{
    if (sslmode == u"verify-full"_s)
        return Transport::Verified;
    // verify-ca doesn't check who it is; the others may end up with no TLS at all.
    if (sslmode == u"require"_s || sslmode == u"verify-ca"_s)
        return Transport::Encrypted;
    return Transport::Plain;
}

/// libpq fills in its own defaults; only what somebody set counts as a wish.
bool isWish(const PQconninfoOption &option)
{
    return option.val && *option.val &&
           (!option.compiled || QByteArrayView(option.val) != QByteArrayView(option.compiled));
}

/// PQconndefaults says nothing about a service that it did not find. Opening a connection does: then the
/// options stay empty. This one never gets further than a folder that is not there.
bool serviceIsKnown()
{
    if (!qEnvironmentVariableIsSet("PGSERVICE"))
        return true;
    const char *const keys[] = {"host", nullptr};
    const char *const values[] = {"/nonexistent", nullptr};
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectStartParams(keys, values, 0),
                                                                  PQfinish);
    return connection && QByteArrayView(PQhost(connection.get())) == "/nonexistent";
}

void take(EnvironmentServer &server, const PQconninfoOption &option)
{
    const QString key = QString::fromLatin1(option.keyword);
    const QString value = QString::fromUtf8(option.val);
    ServerProfile &profile = server.profile;
    if (key == u"host"_s)
        profile.host = value;
    else if (key == u"port"_s)
        profile.port = value;
    else if (key == u"dbname"_s)
        profile.database = value;
    else if (key == u"user"_s)
        profile.role = value;
    else if (key == u"password"_s)
        server.password = value;
    else if (key == u"sslmode"_s)
        profile.transport = transportOf(value);
    else if (ServerProfile::isAllowedOption(key))
        profile.options.insert(key, value);
}

} // namespace

bool environmentNamesServer()
{
    return qEnvironmentVariableIsSet("PGHOST") || qEnvironmentVariableIsSet("PGHOSTADDR") ||
           qEnvironmentVariableIsSet("PGSERVICE");
}

Result<EnvironmentServer> serverFromEnvironment()
{
    if (!serviceIsKnown())
        return failure(ErrorClass::Data, u"profile.environment"_s,
                       {{u"service"_s, qEnvironmentVariable("PGSERVICE")}});
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconndefaults(),
                                                                               PQconninfoFree);
    EnvironmentServer server;
    for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option) {
        if (isWish(*option))
            take(server, *option);
    }
    server.profile.name = server.profile.host;
    return server;
}

void forgetEnvironmentServer()
{
    const QStringList names = QProcessEnvironment::systemEnvironment().keys();
    for (const QString &name : names) {
        if (name.startsWith(u"PG"_s))
            qunsetenv(name.toLocal8Bit().constData());
    }
}

} // namespace tenantry::server
