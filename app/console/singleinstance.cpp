// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QPointer>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

constexpr int patience = 1'000;
constexpr qint64 longestLink = 4'096;
constexpr QByteArrayView taken = "taken\n";

// Socket paths end at 107 bytes: never a deep folder of data.
QString pathFor(const QString &place)
{
    const QByteArray name = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + u"/tenantry"_s;
    QDir().mkpath(folder);
    return folder + u"/console-"_s + QString::fromLatin1(name);
}

} // namespace

SingleInstance::SingleInstance(const QString &place, QObject *parent) : QObject(parent), m_path(pathFor(place))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
}

bool SingleInstance::handOver(const QString &link) const
{
    QLocalSocket socket;
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(patience))
        return false;
    socket.write(link.toUtf8().left(longestLink) + '\n');
    // A console that doesn't answer is no reason to show nothing.
    while (socket.bytesAvailable() < taken.size())
        if (!socket.waitForReadyRead(patience))
            return false;
    return socket.readAll() == taken;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_path); // of a console that was killed: nobody answered there
    m_server.listen(m_path);
}

void SingleInstance::take()
{
    QLocalSocket *socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    const auto read = [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > longestLink)
                socket->abort();
            return;
        }
        const QString link = QString::fromUtf8(socket->readLine(longestLink + 2)).trimmed();
        socket->write(taken.toByteArray());
        socket->flush();
        socket->disconnectFromServer();
        Q_EMIT raised(link);
    };
    connect(socket, &QLocalSocket::readyRead, this, read);
    read();
}

} // namespace tenantry::console
