// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/accountsendpoint.h"

#include "core/server/failure.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace tenantry::jobs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostText = 1024;
constexpr qint64 minute = 60'000;
constexpr int mostAttempts = 3;
constexpr const char *answeredProperty = "answered";

/// Texts and nothing else, none of them long.
bool isForm(const QJsonObject &fields)
{
    return std::all_of(fields.begin(), fields.end(), [](const QJsonValue &value) {
        return value.isString() && value.toString().size() <= mostText;
    });
}

} // namespace

/// Takes one request of each connection. Answers by itself: a response that comes later (QFuture) ends
/// Qt 6.4's own server with a crash, and a QHttpServerResponder outlives its socket.
class AccountsEndpoint::Http final : public QAbstractHttpServer
{
public:
    explicit Http(AccountsEndpoint &endpoint) : m_endpoint(endpoint) {}

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        if (socket->property(answeredProperty).toBool())
            return true;
        socket->setProperty(answeredProperty, true);
        static const QString folder = u"/accounts/"_s;
        const QString path = request.url().path();
        if (request.method() != QHttpServerRequest::Method::Post || !path.startsWith(folder))
            return false;
        QElapsedTimer time;
        time.start();
        const Response response =
            m_endpoint.answer(path.mid(folder.size()), request.body(), request.remoteAddress());
        const auto left = m_endpoint.m_options.pace - std::chrono::milliseconds(time.elapsed());
        QTimer::singleShot(std::max(left, std::chrono::milliseconds(0)), socket,
                           [socket, response] { send(*socket, response); });
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *socket) override
    {
        send(*socket, {"404 Not Found", {}});
    }

private:
    static void send(QTcpSocket &socket, const Response &response)
    {
        socket.write("HTTP/1.1 " + response.status +
                     "\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nConnection: "
                     "close\r\nContent-Length: " +
                     QByteArray::number(response.body.size()) + "\r\n\r\n" + response.body);
        socket.disconnectFromHost(); // once it is written
    }

    AccountsEndpoint &m_endpoint;
};

AccountsEndpoint::AccountsEndpoint(EndpointOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options))
{
}

AccountsEndpoint::~AccountsEndpoint() = default;

void AccountsEndpoint::start()
{
    m_server = std::make_unique<Http>(*this);
    auto *listener = new TlsListener(m_options.settings.tls, m_options.limits, m_server.get());
    if (!listener->listen(m_options.settings.address, m_options.settings.port)) {
        Q_EMIT failed(
            {ErrorClass::System, u"accounts.not_listening"_s, {}, {{u"reason"_s, listener->errorString()}}});
        return;
    }
    m_server->bind(listener);
    m_minute.start();
    Q_EMIT listening(listener->serverPort());
}

/// In the form of worker.account, for what never gets there.
AccountsEndpoint::Response AccountsEndpoint::refused(const QByteArray &status, const QString &code)
{
    const QJsonObject error{{u"code"_s, code}, {u"field"_s, QString()}, {u"parameters"_s, QJsonObject()}};
    return {status, QJsonDocument(QJsonObject{{u"outcome"_s, u"refused"_s}, {u"errors"_s, QJsonArray{error}}})
                        .toJson(QJsonDocument::Compact)};
}

AccountsEndpoint::Response AccountsEndpoint::answer(const QString &act, const QByteArray &body,
                                                    const QHostAddress &from)
{
    if (!countRequest(from))
        return refused("429 Too Many Requests", u"account.too_fast"_s);
    const QJsonDocument form = QJsonDocument::fromJson(body);
    if (!form.isObject() || !isForm(form.object()))
        return refused("400 Bad Request", u"command.malformed"_s);
    return ask(act, form.object());
}

AccountsEndpoint::Response AccountsEndpoint::ask(const QString &act, QJsonObject fields)
{
    if (fields.contains("token"_L1)) {
        const auto request = m_options.settings.tokens->request(fields["token"_L1].toString().trimmed());
        fields["token"_L1] = request ? request->toString(QUuid::WithoutBraces) : QString();
    }
    // What stood in each other's way is asked again (40P01, 40001): an import of the tenant that somebody
    // enters, say.
    for (int attempt = 0;; ++attempt) {
        const auto answered = askDatabase(act, fields);
        if (answered)
            return {"200 OK", *answered};
        Q_EMIT failed(answered.error());
        if (server::failureKind(answered.error()) != server::FailureKind::Retryable ||
            attempt == mostAttempts)
            break;
    }
    m_connection.reset();
    return refused("503 Service Unavailable", u"accounts.unavailable"_s);
}

Result<QByteArray> AccountsEndpoint::askDatabase(const QString &act, const QJsonObject &fields)
{
    if (!m_connection || !m_connection->isOpen()) {
        auto opened = server::Connection::open(m_options.connection);
        if (!opened)
            return tl::make_unexpected(opened.error());
        m_connection = std::move(*opened);
    }
    return m_connection
        ->exec(u"select worker.account(?, ?::jsonb)"_s,
               {act, QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact))})
        .map([](const server::Rows &rows) { return rows.value().toString().toUtf8(); });
}

bool AccountsEndpoint::countRequest(const QHostAddress &from)
{
    if (m_minute.elapsed() > minute) {
        m_requests.clear();
        m_minute.restart();
    }
    return ++m_requests[countedAddress(from)] <= m_options.requestsOfAddress;
}

AccountsEndpointThread::AccountsEndpointThread(const EndpointOptions &options)
    : m_endpoint(new AccountsEndpoint(options))
{
    m_thread.setObjectName(u"accounts"_s);
    m_endpoint->moveToThread(&m_thread);
    // Server and connection belong to the thread: they die there.
    QObject::connect(&m_thread, &QThread::finished, m_endpoint, &QObject::deleteLater);
}

AccountsEndpointThread::~AccountsEndpointThread()
{
    m_thread.start(); // a thread that never ran would leave the endpoint behind
    m_thread.quit();
    m_thread.wait();
}

void AccountsEndpointThread::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(m_endpoint, &AccountsEndpoint::start, Qt::QueuedConnection);
}

} // namespace tenantry::jobs
