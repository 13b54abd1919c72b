// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/accountsclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

namespace tenantry::accounts {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 256 * 1024;

Answer refused(ErrorClass errorClass, const QString &code, const QVariantMap &parameters = {})
{
    return tl::make_unexpected(QList<Error>{{errorClass, code, {}, parameters}});
}

QList<Error> errorsIn(const QJsonObject &answer)
{
    QList<Error> errors;
    for (const QJsonValue &value : answer["errors"_L1].toArray()) {
        const QJsonObject error = value.toObject();
        const QString code = error["code"_L1].toString();
        errors += {code == u"accounts.unavailable" ? ErrorClass::Network : ErrorClass::Business, code,
                   error["field"_L1].toString(), error["parameters"_L1].toObject().toVariantMap()};
    }
    return errors;
}

bool isUntrusted(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::SslHandshakeFailedError;
}

} // namespace

AccountsClient::AccountsClient(AccountsServer server, QObject *parent)
    : QObject(parent), m_server(std::move(server))
{
}

AccountsClient::~AccountsClient()
{
    cancel();
}

void AccountsClient::cancel()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

void AccountsClient::ask(const QString &act, const QJsonObject &fields,
                         std::function<void(const Answer &)> done)
{
    cancel();
    if (m_server.url.scheme() != u"https" || m_server.url.host().isEmpty()) {
        QTimer::singleShot(
            0, this, [done = std::move(done)] { done(refused(ErrorClass::Data, u"accounts.address"_s)); });
        return;
    }
    QUrl url = m_server.url;
    url.setPath(u"/accounts/"_s + act);
    url.setQuery(QString());
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(int(m_server.patience.count()));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!m_server.authorities.isEmpty())
        tls.setCaCertificates(QSslCertificate::fromPath(m_server.authorities, QSsl::Pem,
                                                        QSslCertificate::PatternSyntax::FixedString));
    if (m_server.allowUnverified)
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    request.setSslConfiguration(tls);
    QNetworkReply *reply = m_network.post(request, QJsonDocument(fields).toJson(QJsonDocument::Compact));
    m_reply = reply;
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > mostBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] {
        m_reply.clear();
        reply->deleteLater();
        done(read(*reply));
    });
}

Answer AccountsClient::read(QNetworkReply &reply)
{
    const QJsonObject answer = QJsonDocument::fromJson(reply.readAll()).object();
    const QString outcome = answer["outcome"_L1].toString();
    if (outcome == u"done" && reply.error() == QNetworkReply::NoError)
        return answer["result"_L1].toObject();
    if (outcome == u"fault")
        return refused(ErrorClass::System, u"server.fault"_s,
                       {{u"id"_s, answer["result"_L1]["id"_L1].toString()}});
    if (const QList<Error> errors = errorsIn(answer); outcome == u"refused" && !errors.isEmpty())
        return tl::make_unexpected(errors);
    if (isUntrusted(reply.error()))
        return refused(ErrorClass::Network, u"accounts.untrusted"_s);
    // With a status line somebody answered, but not our worker.
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return refused(ErrorClass::Data, u"accounts.answer"_s);
    return refused(ErrorClass::Network, u"accounts.unreachable"_s);
}

} // namespace tenantry::accounts
