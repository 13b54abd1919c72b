// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/endpointsettings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslKey>

namespace tenantry::jobs {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> bad(const QString &reason)
{
    return failure(ErrorClass::Data, u"accounts.settings"_s, {{u"reason"_s, reason}});
}

QSslKey readKey(const QString &path)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            break;
        if (const QSslKey key(&file, algorithm); !key.isNull())
            return key;
    }
    return {};
}

Result<QSslConfiguration> readTls(const QString &certificate, const QString &privateKey)
{
    const QList<QSslCertificate> chain =
        QSslCertificate::fromPath(certificate, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    if (chain.isEmpty())
        return bad(u"\"certificate\" names no file of certificates (PEM)"_s);
    const QSslKey key = readKey(privateKey);
    if (key.isNull())
        return bad(u"\"private_key\" names no file of a key without a passphrase (PEM)"_s);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // nobody has a certificate of their own here
    return tls;
}

} // namespace

Result<EndpointSettings> EndpointSettings::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return bad(u"the file can't be read: "_s + file.errorString());
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return bad(u"not a JSON object"_s);
    const QJsonObject given = document.object();
    const QDir beside = QFileInfo(path).absoluteDir();
    const auto named = [&](QLatin1StringView key) { return beside.absoluteFilePath(given[key].toString()); };
    EndpointSettings settings;
    if (const QString address = given["address"_L1].toString();
        !address.isEmpty() && !settings.address.setAddress(address))
        return bad(u"\"address\" is no address of this machine"_s);
    const int port = given["port"_L1].toInt(settings.port);
    if (port < 0 || port > 65535)
        return bad(u"\"port\" is no number from 0 to 65535"_s);
    settings.port = quint16(port);
    const auto tls = readTls(named("certificate"_L1), named("private_key"_L1));
    if (!tls)
        return tl::make_unexpected(tls.error());
    settings.tls = *tls;
    if (given["token_key"_L1].toString().isEmpty())
        return bad(u"\"token_key\" names no file"_s);
    auto tokens = AccountTokens::read(named("token_key"_L1));
    if (!tokens)
        return tl::make_unexpected(tokens.error());
    settings.tokens = *tokens;
    return settings;
}

} // namespace tenantry::jobs
