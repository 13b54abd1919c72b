// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/endpointsettings.h"
#include "core/jobs/tlslistener.h"
#include "core/server/connection.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QThread>

class QAbstractHttpServer;

namespace tenantry::jobs {

struct EndpointOptions
{
    server::ConnectionOptions connection; ///< as tenantry_worker, or the owner
    EndpointSettings settings;
    ListenerLimits limits;
    int requestsOfAddress = 120;         ///< a minute
    std::chrono::milliseconds pace{200}; ///< no answer is earlier: how long the work took tells nothing
};

/// Registration, activation, reset and the sign-in name for people who can't sign in yet (ACC-1 to ACC-6):
/// POST /accounts/ACT with a JSON object of texts; the answer is that of worker.account in the schema. Speaks
/// HTTPS only and knows no rule of accounts itself. Blocks its thread for a statement: see
/// AccountsEndpointThread.
class AccountsEndpoint final : public QObject
{
    Q_OBJECT
public:
    explicit AccountsEndpoint(EndpointOptions options, QObject *parent = nullptr);
    ~AccountsEndpoint() override;

public Q_SLOTS:
    void start();

Q_SIGNALS:
    void listening(quint16 port);
    /// It can't listen, or the database isn't reached; says nothing of people.
    void failed(const tenantry::Error &error);

private:
    class Http;
    struct Response
    {
        QByteArray status, body;
    };
    [[nodiscard]] Response answer(const QString &act, const QByteArray &body, const QHostAddress &from);
    [[nodiscard]] Response ask(const QString &act, QJsonObject fields);
    [[nodiscard]] static Response refused(const QByteArray &status, const QString &code);
    [[nodiscard]] Result<QByteArray> askDatabase(const QString &act, const QJsonObject &fields);
    [[nodiscard]] bool countRequest(const QHostAddress &from);

    const EndpointOptions m_options;
    std::unique_ptr<QAbstractHttpServer> m_server;
    std::unique_ptr<server::Connection> m_connection;
    QHash<QHostAddress, int> m_requests; ///< of this minute
    QElapsedTimer m_minute;
};

/// An endpoint on a thread of its own.
class AccountsEndpointThread final
{
public:
    explicit AccountsEndpointThread(const EndpointOptions &options);
    ~AccountsEndpointThread();
    Q_DISABLE_COPY_MOVE(AccountsEndpointThread)

    /// Connect to its signals before start().
    [[nodiscard]] AccountsEndpoint *endpoint() const { return m_endpoint; }
    void start();

private:
    QThread m_thread;
    AccountsEndpoint *m_endpoint;
};

} // namespace tenantry::jobs
