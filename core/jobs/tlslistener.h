// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QSslConfiguration>
#include <QTcpServer>

#include <chrono>

namespace tenantry::jobs {

/// What strangers may use up. One connection carries a few small requests, then ends.
struct ListenerLimits
{
    int connections = 1'000;
    int connectionsOfAddress = 64;
    std::chrono::milliseconds handshake{5'000};
    std::chrono::milliseconds lifetime{20'000}; ///< of a connection, idle or not
    qint64 bytes = 64 * 1024;                   ///< that one connection may send in all
};

/// What is counted as one: IPv6 addresses are had by the network.
[[nodiscard]] QHostAddress countedAddress(const QHostAddress &address);

/// Accepts TLS connections for an HTTP server. A connection is handed on once it is encrypted: those that say
/// nothing hold no other one up (QSslServer counts them among the pending ones, and stops at 30).
class TlsListener final : public QTcpServer
{
    Q_OBJECT
public:
    TlsListener(const QSslConfiguration &tls, const ListenerLimits &limits, QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void forget(const QHostAddress &address);

    const QSslConfiguration m_tls;
    const ListenerLimits m_limits;
    QHash<QHostAddress, int> m_open;
    int m_openInAll = 0;
};

} // namespace tenantry::jobs
