// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace tenantry::server {

/// What protects the way to a server (SEC-2).
enum class Transport {
    Automatic, ///< verify-full to any other machine; whatever the server offers on this one
    Verified,  ///< TLS, certificate and host name checked, on this machine too
    Encrypted, ///< TLS, but nobody knows with whom; to another machine only with allowUnverified
    Plain      ///< no TLS; to another machine only with allowUnverified
};

/// Where a server is and as whom one signs in there. Holds no secret, so that it can be kept in the settings.
struct ServerProfile final
{
    QString name; ///< as the user calls it
    bool embeddedDemo =
        false;    ///< the private server of this console (the rest is filled in by PrivateServer)
    QString host; ///< host name, address, or the absolute folder of a socket; empty: libpq's default socket
    QString port; ///< empty: 5432; a list where host is one
    QString database; ///< empty: the role's name, as libpq has it
    QString role;     ///< the PostgreSQL role to sign in as
    QString accounts; ///< https address where the worker keeps accounts (register, reset, sign in by e-mail); empty: none
    Transport transport = Transport::Automatic;
    bool allowUnverified = false; ///< the user said explicitly that an unverified way is all right
    /// Further libpq options of an allow-list (sslrootcert, sslcert, sslkey, sslcrl, channel_binding,
    /// target_session_attrs, hostaddr, krbsrvname, gssencmode, passfile).
    QMap<QString, QString> options;

    friend bool operator==(const ServerProfile &, const ServerProfile &) = default;

    /// Every host that is connected to is this machine: socket, localhost, 127.0.0.0/8, ::1.
    [[nodiscard]] bool isLocal() const;

    /// An error (`server.tls_required`) where the profile asks for a way that SEC-2 forbids.
    [[nodiscard]] Result<void> checkTransport() const;

    /// What keeps it from being used, each with the field that it is about (ERR-3): "profile.*" and checkTransport()'s.
    [[nodiscard]] QList<Error> check() const;

    /// Whether `options` may hold this key.
    [[nodiscard]] static bool isAllowedOption(const QString &key);

    [[nodiscard]] QJsonObject toJson() const;
    /// `profile.malformed` with the parameter `key`.
    [[nodiscard]] static Result<ServerProfile> fromJson(const QJsonObject &json);
};

/// A profile, and the password that the environment has for it (empty: none, or in a passfile).
struct EnvironmentServer
{
    ServerProfile profile;
    QString password;
};

/// Some PG* variable says that there is a server to use.
[[nodiscard]] bool environmentNamesServer();

/// What the PG* variables and the service file that they name say; `profile.environment` where the service
/// is unknown or its file can't be read.
[[nodiscard]] Result<EnvironmentServer> serverFromEnvironment();

/// Removes the PG* variables from this process, so that they do not mix into connections made from a
/// profile. Only before the first thread is started.
void forgetEnvironmentServer();

} // namespace tenantry::server
