// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>

class QNetworkReply;

namespace tenantry::ui
{

/// Where pictures are made from words: `POST {"prompt": …, "size": 512}`, answered with the bytes of a picture.
struct PictureEndpoint {
    QUrl url;                 ///< empty: there is none
    QByteArray authorization; ///< header of that name; empty: none. A secret: in no log and no message
    std::chrono::milliseconds timeout{60'000};
};

/// Asks the endpoint for one picture at a time.
class PictureGenerator final : public QObject
{
    Q_OBJECT
public:
    enum class Fault { Unreachable, TimedOut, Refused, TooLarge };
    Q_ENUM(Fault)

    explicit PictureGenerator(QObject *parent = nullptr);

    void setEndpoint(const PictureEndpoint &endpoint);
    [[nodiscard]] bool hasEndpoint() const { return m_endpoint.url.isValid() && !m_endpoint.url.isEmpty(); }
    void generate(const QString &prompt);
    /// Nothing is told of it any more.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_reply; }

    [[nodiscard]] static QString sentence(Fault fault);

Q_SIGNALS:
    void generated(const QByteArray &picture);
    void failed(tenantry::ui::PictureGenerator::Fault fault);

private:
    void finish(QNetworkReply *reply);

    PictureEndpoint m_endpoint;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    bool m_tooLarge = false;
};

} // namespace tenantry::ui
