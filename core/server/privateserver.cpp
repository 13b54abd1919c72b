// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/privateserver.h"

#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

constexpr auto takeOverInterval = 250ms;
constexpr auto steadyAfter = 60s; // a server that ran this long was all right: crashes count anew
constexpr int restartsAllowed = 3;

} // namespace

/// Lives on the thread: everything that blocks is here.
class PrivateServer::Worker final : public QObject
{
    Q_OBJECT

public:
    explicit Worker(const PrivateServerOptions &options) : m_runner(options, this), m_timer(this)
    {
        connect(&m_runner, &PrivateServerRunner::progressed, this, &Worker::progressed);
        connect(&m_runner, &PrivateServerRunner::ended, this, &Worker::restart);
        connect(&m_timer, &QTimer::timeout, this, &Worker::watch);
        m_timer.setInterval(takeOverInterval);
    }

    void abort() { m_runner.abort(); }

public Q_SLOTS:
    void start()
    {
        m_wanted = true;
        report(m_runner.start());
    }
    void stop()
    {
        m_wanted = false;
        m_timer.stop();
        m_runner.stop();
        Q_EMIT stopped();
    }

Q_SIGNALS:
    void ready(tenantry::server::ServerPart part, const QString &socketDirectory);
    void failed(const tenantry::Error &error);
    void stopped();
    void progressed(const QString &code);

private:
    void report(const Result<ServerPart> &result)
    {
        if (!result) {
            m_timer.stop();
            if (result.error().code != QLatin1String("private_server.aborted")) // stop() was called: not news
                Q_EMIT failed(result.error());
            return;
        }
        m_startedAt = std::chrono::steady_clock::now();
        if (*result == ServerPart::Guest)
            m_timer.start();
        else
            m_timer.stop();
        Q_EMIT ready(*result, m_runner.options().socketDirectory);
    }
    void watch()
    {
        if (const auto taken = m_runner.takeOver())
            report(*taken);
    }
    /// A few times, each a little later: a server that can't live must not keep the machine busy.
    void restart()
    {
        if (std::chrono::steady_clock::now() - m_startedAt > steadyAfter)
            m_restarts = 0;
        if (m_restarts++ >= restartsAllowed) {
            Q_EMIT failed(Error{ErrorClass::System,
                                QStringLiteral("private_server.keeps_ending"),
                                {},
                                {{QStringLiteral("log"), m_runner.logFile()}}});
            return;
        }
        QTimer::singleShot(200ms * m_restarts, this, [this] {
            if (m_wanted)
                start();
        });
    }

    PrivateServerRunner m_runner;
    QTimer m_timer;
    std::chrono::steady_clock::time_point m_startedAt;
    int m_restarts = 0;
    bool m_wanted = false;
};

PrivateServer::PrivateServer(const PrivateServerOptions &options, QObject *parent)
    : QObject(parent), m_options(options), m_worker(new Worker(options))
{
    qRegisterMetaType<tenantry::server::ServerPart>();
    qRegisterMetaType<tenantry::Error>();
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &Worker::ready, this, [this](ServerPart part, const QString &socketDirectory) {
        m_options.socketDirectory = socketDirectory;
        Q_EMIT ready(part);
    });
    connect(m_worker, &Worker::failed, this, &PrivateServer::failed);
    connect(m_worker, &Worker::stopped, this, &PrivateServer::stopped);
    connect(m_worker, &Worker::progressed, this, &PrivateServer::progressed);
    m_thread.setObjectName(QStringLiteral("private server"));
    m_thread.start();
}

PrivateServer::~PrivateServer()
{
    m_worker->abort();
    m_thread.quit(); // its worker is deleted there, which stops the server
    m_thread.wait();
}

void PrivateServer::start()
{
    QMetaObject::invokeMethod(m_worker, &Worker::start);
}

void PrivateServer::stop()
{
    m_worker->abort();
    QMetaObject::invokeMethod(m_worker, &Worker::stop);
}

} // namespace tenantry::server

#include "privateserver.moc"
