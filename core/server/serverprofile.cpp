// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/serverprofile.h"

#include <QDir>
#include <QHostAddress>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr qsizetype longestName = 50;

constexpr std::array transportNames{
    std::pair{Transport::Automatic, "automatic"_L1},
    std::pair{Transport::Verified, "verified"_L1},
    std::pair{Transport::Encrypted, "encrypted"_L1},
    std::pair{Transport::Plain, "plain"_L1},
};

constexpr std::array allowedOptions{
    "channel_binding"_L1, "gssencmode"_L1, "hostaddr"_L1, "krbsrvname"_L1,  "passfile"_L1,
    "sslcert"_L1,         "sslcrl"_L1,     "sslkey"_L1,   "sslrootcert"_L1, "target_session_attrs"_L1};

bool isThisMachine(const QString &host)
{
    if (host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@')) // a socket; @: without a file
        return true;
    if (host.compare(u"localhost"_s, Qt::CaseInsensitive) == 0)
        return true;
    return QHostAddress(host).isLoopback();
}

tl::unexpected<Error> malformed(const QString &key)
{
    return failure(ErrorClass::Data, u"profile.malformed"_s, {{u"key"_s, key}});
}

Result<QMap<QString, QString>> optionsFromJson(const QJsonObject &json)
{
    QMap<QString, QString> options;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        if (!ServerProfile::isAllowedOption(it.key()) || !it->isString())
            return malformed(u"options."_s + it.key());
        options.insert(it.key(), it->toString());
    }
    return options;
}

} // namespace

bool ServerProfile::isLocal() const
{
    const auto allHere = [](const QString &list) {
        return std::ranges::all_of(list.split(u','), isThisMachine);
    };
    // hostaddr is where libpq really goes, whatever the name.
    return allHere(host) && allHere(options.value(u"hostaddr"_s));
}

Result<void> ServerProfile::checkTransport() const
{
    const bool isVerified = transport == Transport::Automatic || transport == Transport::Verified;
    if (isVerified || allowUnverified || isLocal())
        return {};
    return failure(ErrorClass::Business, u"server.tls_required"_s, {{u"host"_s, host}});
}

QList<Error> ServerProfile::check() const
{
    QList<Error> errors;
    const auto wrong = [&errors](const QString &field, const QString &code) {
        errors.append({ErrorClass::Business, code, field, {}});
    };
    const auto holdsBlanks = [](const QString &text) {
        return std::ranges::any_of(text, [](QChar c) { return c.isSpace() || !c.isPrint(); });
    };
    if (name.trimmed().isEmpty() || name.toUcs4().size() > longestName)
        wrong(u"name"_s, u"profile.name"_s);
    if (host.isEmpty() || holdsBlanks(host))
        wrong(u"host"_s, u"profile.host"_s);
    static const QRegularExpression digits(u"^[0-9]{1,5}$"_s);
    const QStringList ports = port.split(u',');
    const auto isPort = [](const QString &text) {
        return digits.match(text).hasMatch() && text.toInt() >= 1 && text.toInt() <= 65535;
    };
    if (!port.isEmpty() && !std::ranges::all_of(ports, isPort))
        wrong(u"port"_s, u"profile.port"_s);
    if (database.isEmpty())
        wrong(u"database"_s, u"profile.database"_s);
    if (const auto way = checkTransport(); !way) {
        errors.append(way.error());
        errors.last().field = u"transport"_s;
    }
    if (const QString file = options.value(u"sslrootcert"_s); !file.isEmpty() && !QDir::isAbsolutePath(file))
        wrong(u"sslrootcert"_s, u"profile.authority"_s);
    if (const QUrl url(accounts, QUrl::StrictMode); !accounts.isEmpty() && (url.scheme() != u"https" || url.host().isEmpty()))
        wrong(u"accounts"_s, u"profile.accounts"_s);
    return errors;
}

bool ServerProfile::isAllowedOption(const QString &key)
{
    return std::ranges::any_of(allowedOptions, [&](auto name) { return key == name; });
}

QJsonObject ServerProfile::toJson() const
{
    QJsonObject json{{u"name"_s, name},
                     {u"embedded_demo"_s, embeddedDemo},
                     {u"host"_s, host},
                     {u"port"_s, port},
                     {u"database"_s, database},
                     {u"role"_s, role},
                     {u"accounts"_s, accounts},
                     {u"allow_unverified"_s, allowUnverified}};
    for (const auto &[value, word] : transportNames) {
        if (value == transport)
            json.insert(u"transport"_s, QString(word));
    }
    QJsonObject optionsJson;
    for (auto it = options.cbegin(); it != options.cend(); ++it)
        optionsJson.insert(it.key(), it.value());
    json.insert(u"options"_s, optionsJson);
    return json;
}

Result<ServerProfile> ServerProfile::fromJson(const QJsonObject &json)
{
    ServerProfile profile;
    const std::pair<QString, QString *> texts[] = {{u"name"_s, &profile.name},
                                                   {u"host"_s, &profile.host},
                                                   {u"port"_s, &profile.port},
                                                   {u"database"_s, &profile.database},
                                                   {u"role"_s, &profile.role}};
    for (const auto &[key, target] : texts) {
        if (!json.value(key).isString())
            return malformed(key);
        *target = json.value(key).toString();
    }
    profile.accounts = json.value(u"accounts"_s).toString(); // older profiles have none
    const std::pair<QString, bool *> flags[] = {{u"embedded_demo"_s, &profile.embeddedDemo},
                                                {u"allow_unverified"_s, &profile.allowUnverified}};
    for (const auto &[key, target] : flags) {
        if (!json.value(key).isBool())
            return malformed(key);
        *target = json.value(key).toBool();
    }
    const QString word = json.value(u"transport"_s).toString();
    const auto known =
        std::ranges::find_if(transportNames, [&](const auto &entry) { return word == entry.second; });
    if (known == transportNames.end())
        return malformed(u"transport"_s);
    profile.transport = known->first;
    auto options = optionsFromJson(json.value(u"options"_s).toObject());
    if (!options)
        return tl::make_unexpected(options.error());
    profile.options = *options;
    return profile;
}

} // namespace tenantry::server
