// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/mailsettings.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

namespace tenantry::jobs {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> bad(const QString &reason)
{
    return failure(ErrorClass::Data, u"mail.settings"_s, {{u"reason"_s, reason}});
}

/// Whoever else is on the machine must not read a password.
Result<QByteArray> readPrivate(const QString &path, const QString &what)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bad(what + u" can't be read: "_s + file.errorString());
    if (file.permissions() &
        (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther))
        return bad(what + u" may be read by others: chmod 600"_s);
    return file.readAll();
}

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

Result<void> check(const MailSettings &settings)
{
    const auto isLine = [](const QString &text) { return !text.contains(u'\n') && !text.contains(u'\r'); };
    if (settings.host.isEmpty() || settings.host.contains(u'/') || settings.host.contains(u' '))
        return bad(u"\"host\" names no server"_s);
    if (settings.port == 0)
        return bad(u"\"port\" is no number from 1 to 65535"_s);
    if (settings.from.count(u'@') != 1 || settings.from.contains(u' ') || settings.from.contains(u'<') ||
        !isLine(settings.from) || !isLine(settings.fromName))
        return bad(u"\"from\" is no address, or has more than one line"_s);
    if (settings.security == MailSettings::Security::None && !isThisMachine(settings.host) &&
        !settings.allowUnverified)
        return bad(u"\"security\": \"none\" is for a mail server on this machine only"_s);
    return {};
}

} // namespace

Result<MailSettings> MailSettings::read(const QString &file)
{
    const auto content = readPrivate(file, u"the file of mail settings"_s);
    if (!content)
        return tl::make_unexpected(content.error());
    const QJsonDocument document = QJsonDocument::fromJson(*content);
    if (!document.isObject())
        return bad(u"not a JSON object"_s);
    const QJsonObject given = document.object();
    static const QHash<QString, Security> securities{
        {u"starttls"_s, Security::StartTls}, {u"tls"_s, Security::Tls}, {u"none"_s, Security::None}};
    const QString security = given["security"_L1].toString(u"starttls"_s);
    if (!securities.contains(security))
        return bad(u"\"security\" is starttls, tls or none"_s);
    MailSettings settings;
    settings.host = given["host"_L1].toString();
    settings.security = securities.value(security);
    const int usual = settings.security == Security::StartTls ? 587
                      : settings.security == Security::Tls    ? 465
                                                              : 25;
    const int port = given["port"_L1].toInt(usual);
    settings.port = port > 0 && port <= 65535 ? quint16(port) : 0;
    settings.user = given["user"_L1].toString();
    settings.password = given["password"_L1].toString();
    settings.from = given["from"_L1].toString();
    settings.fromName = given["from_name"_L1].toString(u"Tenantry"_s);
    settings.authorities = given["authorities"_L1].toString();
    settings.allowUnverified = given["allow_unverified"_L1].toBool();
    if (const QString passwordFile = given["password_file"_L1].toString(); !passwordFile.isEmpty()) {
        const auto password = readPrivate(passwordFile, u"the file of the password"_s);
        if (!password)
            return tl::make_unexpected(password.error());
        settings.password = QString::fromUtf8(*password).section(u'\n', 0, 0);
    }
    if (auto checked = check(settings); !checked)
        return tl::make_unexpected(checked.error());
    return settings;
}

} // namespace tenantry::jobs
