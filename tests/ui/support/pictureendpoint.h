// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/avatarpicker.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace tenantry::test {

/// An image endpoint of SPC-4: answers each request with what is set, or not at all.
class PictureServer final : public QTcpServer
{
public:
    QByteArray status = "200 OK";
    QByteArray body;
    bool silent = false;
    QList<QByteArray> requests;

    PictureServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
    }
    [[nodiscard]] ui::PictureEndpoint
    endpoint(std::chrono::milliseconds timeout = std::chrono::seconds(20)) const
    {
        return {QUrl(QStringLiteral("http://127.0.0.1:%1/make").arg(serverPort())), "Bearer secret", timeout};
    }

private:
    void read(QTcpSocket *socket)
    {
        m_read += socket->readAll();
        if (!m_read.endsWith('}'))
            return;
        requests.append(std::exchange(m_read, {}));
        if (silent)
            return;
        socket->write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                      "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }
    QByteArray m_read;
};

} // namespace tenantry::test
