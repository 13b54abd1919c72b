// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picturegenerator.h"

#include "ui/widgets/picturecodec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int wantedSide = 512;

} // namespace

PictureGenerator::PictureGenerator(QObject *parent) : QObject(parent) {}

void PictureGenerator::setEndpoint(const PictureEndpoint &endpoint)
{
    cancel();
    m_endpoint = endpoint;
}

void PictureGenerator::generate(const QString &prompt)
{
    cancel();
    m_tooLarge = false;
    QNetworkRequest request(m_endpoint.url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Accept", "image/png, image/jpeg, image/webp");
    if (!m_endpoint.authorization.isEmpty())
        request.setRawHeader("Authorization", m_endpoint.authorization);
    // Elsewhere the secret would go to whoever answers there.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setTransferTimeout(int(m_endpoint.timeout.count()));
    const QJsonObject body{{u"prompt"_s, prompt}, {u"size"_s, wantedSide}};
    QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    m_reply = reply;
    connect(reply, &QNetworkReply::downloadProgress, this, [this, reply](qint64 received, qint64 total) {
        if (std::max(received, total) <= maximumPictureFile)
            return;
        m_tooLarge = true;
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { finish(reply); });
}

void PictureGenerator::cancel()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void PictureGenerator::finish(QNetworkReply *reply)
{
    m_reply = nullptr;
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_tooLarge)
        Q_EMIT failed(Fault::TooLarge);
    else if (reply->error() == QNetworkReply::OperationCanceledError || reply->error() == QNetworkReply::TimeoutError)
        Q_EMIT failed(Fault::TimedOut);
    else if (status == 0)
        Q_EMIT failed(Fault::Unreachable);
    else if (reply->error() != QNetworkReply::NoError || status < 200 || status > 299)
        Q_EMIT failed(Fault::Refused);
    else
        Q_EMIT generated(reply->readAll());
}

QString PictureGenerator::sentence(Fault fault)
{
    switch (fault) {
    case Fault::Unreachable: return tr("The service that makes pictures can't be reached. Try again later, or choose another source.");
    case Fault::TimedOut: return tr("The service that makes pictures did not answer in time. Try again.");
    case Fault::Refused: return tr("The service refused to make this picture. Describe it in other words.");
    case Fault::TooLarge: return tr("The picture that the service made is too large.");
    }
    return {};
}

} // namespace tenantry::ui
