// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/mailsettings.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace tenantry::test {

/// A mail server (smtpserver.py) and what it took.
class MailServer
{
public:
    enum class Tls { Without, With };

    MailServer() { m_folder.setAutoRemove(true); }
    ~MailServer() { stop(); }

    [[nodiscard]] bool start(const QString &mode, Tls tls = Tls::Without, const QString &user = {},
                             const QString &password = {})
    {
        QStringList arguments{QStringLiteral(SMTP_SERVER), m_folder.path(), mode};
        if (tls == Tls::With)
            arguments += {certificate(), m_folder.filePath(QStringLiteral("server.key"))};
        if (!user.isEmpty())
            arguments += {user, password};
        if (tls == Tls::With && !makeCertificate())
            return false;
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("/usr/bin/python3"), arguments);
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
            m_process.waitForReadyRead(1'000);
        m_port = QString::fromUtf8(m_process.readLine()).section(u' ', 1).trimmed().toUShort();
        return m_port != 0;
    }
    /// The same again, where it was.
    [[nodiscard]] bool startAgain(const QString &mode)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SMTP_PORT"), QString::number(m_port));
        m_process.setProcessEnvironment(environment);
        return start(mode);
    }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] jobs::MailSettings settings() const
    {
        jobs::MailSettings settings;
        settings.host = QStringLiteral("localhost");
        settings.port = m_port;
        settings.security = jobs::MailSettings::Security::None;
        settings.from = QStringLiteral("tenantry@example.com");
        settings.fromName = QStringLiteral("租户平台");
        return settings;
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString certificate() const { return m_folder.filePath(QStringLiteral("server.crt")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// All mails so far, the recipient in the first line.
    [[nodiscard]] QList<QByteArray> mails() const
    {
        QList<QByteArray> all;
        const QDir folder(m_folder.path());
        // By name, which begins with the nanosecond of arrival: files of one clock tick share their time.
        for (const QString &name : folder.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

private:
    [[nodiscard]] bool makeCertificate() const
    {
        return QProcess::execute(QStringLiteral("openssl"),
                                 {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                  QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                                  QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                                  QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                                  QStringLiteral("subjectAltName=DNS:localhost"), QStringLiteral("-keyout"),
                                  m_folder.filePath(QStringLiteral("server.key")), QStringLiteral("-out"),
                                  certificate()}) == 0;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace tenantry::test
