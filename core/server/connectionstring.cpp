// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/connectionstring.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

QString sslMode(const ServerProfile &profile)
{
    switch (profile.transport) {
    case Transport::Automatic:
        return profile.isLocal() ? u"prefer"_s : u"verify-full"_s;
    case Transport::Verified:
        return u"verify-full"_s;
    case Transport::Encrypted:
        return u"require"_s;
    case Transport::Plain:
        return u"disable"_s;
    }
    Q_UNREACHABLE();
}

QMap<QString, QString> libpqOptions(const ConnectionOptions &options)
{
    QMap<QString, QString> all{{u"hostaddr"_s, {}},
                               {u"options"_s, {}},
                               {u"keepalives_idle"_s, u"10"_s},
                               {u"keepalives_interval"_s, u"5"_s},
                               {u"keepalives_count"_s, u"3"_s}};
    all.insert(options.profile.options);
    all.insert(u"sslmode"_s, sslMode(options.profile));
    if (!options.profile.isLocal() && !all.contains(u"sslrootcert"_s))
        all.insert(u"sslrootcert"_s, u"/etc/ssl/certs/ca-certificates.crt"_s); // the system's authorities
    if (options.profile.port.contains(u','))
        all.insert(u"port"_s, options.profile.port);
    all.insert(u"connect_timeout"_s, QString::number(std::max<qint64>(2, options.connectTimeout.count())));
    all.insert(u"tcp_user_timeout"_s, QString::number(options.tcpUserTimeout.count()));
    all.insert(u"application_name"_s, options.applicationName);
    return all;
}

using PgConnection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

/// The same attempt by hand: errors then come as "FATAL:  28P01", in no language.
PgConnection attempt(const QSqlDatabase &database)
{
    QString info = database.connectOptions().replace(u';', u' ');
    info += u" host="_s + quoted(database.hostName()) + u" dbname="_s + quoted(database.databaseName()) +
            u" user="_s + quoted(database.userName()) + u" password="_s + quoted(database.password());
    if (database.port() > 0)
        info += u" port="_s + QString::number(database.port());
    PgConnection connection(PQconnectStart(info.toUtf8().constData()), PQfinish);
    PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);
    QElapsedTimer clock;
    clock.start();
    constexpr int longest = 5'000;
    auto wanted = PGRES_POLLING_WRITING;
    while (wanted != PGRES_POLLING_OK && wanted != PGRES_POLLING_FAILED && clock.elapsed() < longest &&
           PQstatus(connection.get()) != CONNECTION_BAD) {
        pollfd descriptor{PQsocket(connection.get()),
                          short(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (poll(&descriptor, 1, longest) > 0)
            wanted = PQconnectPoll(connection.get());
    }
    return connection;
}

bool speaksOfTls(const QString &text)
{
    return text.contains(u"SSL"_s) || text.contains(u"certificate"_s);
}

} // namespace

Result<void> configure(QSqlDatabase &database, const ConnectionOptions &options)
{
    const ServerProfile &profile = options.profile;
    if (auto checked = profile.checkTransport(); !checked)
        return checked;
    QStringList texts;
    const QMap<QString, QString> all = libpqOptions(options);
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        if (it.value().contains(u';'))
            return failure(ErrorClass::Data, u"profile.malformed"_s,
                           {{u"key"_s, QString(u"options."_s + it.key())}});
        texts.append(it.key() + u'=' + quoted(it.value()));
    }
    database.setHostName(profile.host);
    if (!profile.port.contains(u','))
        database.setPort(profile.port.isEmpty() ? 5432 : profile.port.toInt());
    database.setDatabaseName(profile.database);
    database.setUserName(profile.role);
    database.setPassword(options.password);
    database.setConnectOptions(texts.join(u';'));
    return {};
}

Error diagnose(const QSqlDatabase &database, const QString &text)
{
    // Each failed sign-in is counted by the server: where the words are known, no second attempt.
    if (text.contains(u"password authentication failed for user"_s))
        return serverError(u"28P01"_s, true);
    if (text.contains(u"is not permitted to log in"_s))
        return serverError(u"28000"_s, true);
    const PgConnection connection = attempt(database);
    static const QRegularExpression state(u"(?:FATAL|ERROR|[^\\s:]+):\\s+([0-9A-Z]{5})\\s*$"_s);
    const QString answer = QString::fromUtf8(PQerrorMessage(connection.get()));
    if (const auto match = state.match(answer); match.hasMatch())
        return serverError(match.captured(1), true);
    if (PQconnectionNeedsPassword(connection.get()))
        return serverError(u"28P01"_s, true); // asked for one, and we have none
    if (speaksOfTls(text))
        return serverError(FailureKind::Untrusted);
    return serverError(FailureKind::Unreachable);
}

} // namespace tenantry::server
