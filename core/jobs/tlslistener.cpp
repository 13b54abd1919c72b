// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/tlslistener.h"

#include <QSslSocket>
#include <QTimer>

#include <algorithm>

namespace tenantry::jobs {

namespace {

/// Ends once more has come over it than is allowed, read by the HTTP server or waiting for it.
class BoundedSocket final : public QSslSocket
{
public:
    BoundedSocket(qint64 most, QObject *parent) : QSslSocket(parent), m_left(most)
    {
        // Queued: the HTTP server may be reading.
        connect(
            this, &QIODevice::readyRead, this,
            [this] {
                if (bytesAvailable() > m_left)
                    abort();
            },
            Qt::QueuedConnection);
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 read = QSslSocket::readData(data, size);
        m_left -= std::max<qint64>(read, 0);
        return read;
    }

private:
    qint64 m_left;
};

} // namespace

QHostAddress countedAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    if (const quint32 ipv4 = address.toIPv4Address(&isIpv4); isIpv4)
        return QHostAddress(ipv4);
    Q_IPV6ADDR network = address.toIPv6Address();
    std::fill(std::begin(network.c) + 8, std::end(network.c), quint8(0));
    return QHostAddress(network);
}

TlsListener::TlsListener(const QSslConfiguration &tls, const ListenerLimits &limits, QObject *parent)
    : QTcpServer(parent), m_tls(tls), m_limits(limits)
{
    setMaxPendingConnections(limits.connections);
    setListenBacklogSize(limits.connections);
}

void TlsListener::incomingConnection(qintptr descriptor)
{
    auto *socket = new BoundedSocket(m_limits.bytes, this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    const QHostAddress address = countedAddress(socket->peerAddress());
    if (m_openInAll >= m_limits.connections || m_open.value(address) >= m_limits.connectionsOfAddress) {
        socket->abort();
        delete socket;
        return;
    }
    ++m_openInAll;
    ++m_open[address];
    connect(socket, &QObject::destroyed, this, [this, address] { forget(address); });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(m_limits.handshake, socket, [socket] {
        if (!socket->isEncrypted())
            socket->abort();
    });
    // A socket whose handshake has failed may be disconnected for long.
    QTimer::singleShot(m_limits.lifetime, socket, [socket] {
        socket->abort();
        socket->deleteLater();
    });
    connect(socket, &QSslSocket::encrypted, this, [this, socket] { addPendingConnection(socket); });
    // More than is allowed, so that too much is seen; bounded, so that no more than that is kept.
    socket->setReadBufferSize(2 * m_limits.bytes);
    socket->setSslConfiguration(m_tls);
    socket->startServerEncryption();
}

void TlsListener::forget(const QHostAddress &address)
{
    --m_openInAll;
    if (--m_open[address] <= 0)
        m_open.remove(address);
}

} // namespace tenantry::jobs
