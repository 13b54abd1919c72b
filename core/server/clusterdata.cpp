// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/clusterdata.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSaveFile>

#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr int waitStep = 50; // milliseconds between two looks at giveUp

tl::unexpected<Error> serverFailure(QLatin1StringView code, const QVariantMap &parameters)
{
    return failure(ErrorClass::System, u"private_server."_s + code, parameters);
}

/// The owner is let in by who it is and never needs this password: nobody shall know it.
QByteArray passwordForNobody()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex() + '\n';
}

Result<void> writeFile(const QString &name, const QByteArray &content)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther) ||
        !file.commit())
        return serverFailure("folder"_L1, {{u"folder"_s, name}, {u"reason"_s, file.errorString()}});
    return {};
}

} // namespace

ClusterData::ClusterData(const QString &directory, const ServerAccount &account)
    : m_directory(directory), m_account(account)
{
}

bool ClusterData::exists() const
{
    return dataMajorVersion(data()) != 0;
}

Result<void> ClusterData::makeFolder() const
{
    const mode_t mode = m_account.isOther ? 0711 : 0700;
    if (auto made = secureFolder(m_directory, mode, geteuid(), getegid()); !made)
        return made;
    return checkReachable(data(), m_account);
}

Result<void> ClusterData::initialise(const PostgresBinaries &binaries, bool sync,
                                     const std::function<bool()> &giveUp) const
{
    QDir().rmdir(data()); // an empty one may stand there
    if (QFileInfo::exists(data()))
        return serverFailure("folder"_L1, {{u"folder"_s, data()},
                                           {u"reason"_s, u"is there already, and not data of PostgreSQL"_s}});
    const QString unfinished = m_directory + u"/data.new"_s;
    QDir(unfinished).removeRecursively(); // of a run that was cut off
    if (auto made = secureFolder(unfinished, 0700, m_account.uid, m_account.gid); !made)
        return made;
    QProcess process;
    confine(process, m_account);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardOutputFile(logFile(), QIODevice::Append);
    QStringList arguments{u"-D"_s,
                          unfinished,
                          u"-U"_s,
                          u"app_owner"_s,
                          u"-E"_s,
                          u"UTF8"_s,
                          u"--locale=C.UTF-8"_s,
                          u"-A"_s,
                          u"scram-sha-256"_s,
                          u"--pwfile=/dev/stdin"_s,
                          u"--no-instructions"_s};
    if (!sync)
        arguments.append(u"--no-sync"_s);
    process.start(binaries.initdb(), arguments);
    if (!process.waitForStarted())
        return serverFailure("program_failed"_L1,
                             {{u"program"_s, binaries.initdb()}, {u"reason"_s, process.errorString()}});
    process.write(passwordForNobody());
    process.closeWriteChannel();
    while (!process.waitForFinished(waitStep) && process.state() != QProcess::NotRunning) {
        if (giveUp()) {
            process.kill();
            process.waitForFinished();
            return serverFailure("aborted"_L1, {});
        }
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return serverFailure("initdb_failed"_L1, {{u"log"_s, logFile()}, {u"detail"_s, logTail()}});
    if (!QDir().rename(unfinished, data()))
        return serverFailure("folder"_L1, {{u"folder"_s, data()}, {u"reason"_s, u"can't be renamed to"_s}});
    return {};
}

Result<void> ClusterData::writeAccessRules() const
{
    const QByteArray login = currentLoginName().toUtf8().replace('"', "\"\"");
    const QByteArray map = "own \"" + login + "\" app_owner\nown \"" + login + "\" tenantry_worker\n";
    if (auto written = writeFile(m_directory + u"/pg_ident.conf"_s, map); !written)
        return written;
    return writeFile(m_directory + u"/pg_hba.conf"_s, "local all app_owner,tenantry_worker peer map=own\n"
                                                      "local all all scram-sha-256\n");
}

QStringList ClusterData::serverArguments(const QString &socketFolder, bool disposable,
                                         const QStringList &settings) const
{
    // Quoted: the setting is a list, and a comma would divide the folder's name.
    const QString quotedFolder = u'"' + QString(socketFolder).replace(u'"', u"\"\""_s) + u'"';
    QStringList all{u"listen_addresses="_s,
                    u"port=5432"_s,
                    u"unix_socket_directories="_s + quotedFolder,
                    u"unix_socket_permissions=0700"_s,
                    u"hba_file="_s + m_directory + u"/pg_hba.conf"_s,
                    u"ident_file="_s + m_directory + u"/pg_ident.conf"_s,
                    u"password_encryption=scram-sha-256"_s,
                    u"timezone=UTC"_s,
                    u"log_timezone=UTC"_s,
                    u"jit=off"_s,
                    u"max_prepared_transactions=0"_s};
    if (disposable) {
        // Not synchronous_commit: what was acknowledged outlives kill -9 of the server, if not of the
        // machine.
        all += {u"fsync=off"_s, u"full_page_writes=off"_s};
    } else {
        // A failing statement can hold a verifier or a name (facts): neither it nor its details go to the
        // log.
        all += {u"log_min_error_statement=panic"_s,
                u"log_error_verbosity=terse"_s,
                u"logging_collector=on"_s,
                u"log_destination=jsonlog"_s,
                u"log_connections=on"_s, // who came in from where (ACC-10)
                u"log_directory=log"_s,
                u"log_filename=server-%a.log"_s,
                u"log_truncate_on_rotation=on"_s,
                u"log_rotation_age=1d"_s,
                u"log_rotation_size=0"_s};
    }
    QStringList arguments{u"-D"_s, data()};
    for (const QString &setting : QStringList(all + settings))
        arguments += {u"-c"_s, setting};
    return arguments;
}

void ClusterData::markPrepared(qint64 pid) const
{
    (void)writeFile(m_directory + u"/prepared"_s, QByteArray::number(pid));
}

void ClusterData::clearPrepared() const
{
    QFile::remove(m_directory + u"/prepared"_s);
}

bool ClusterData::isPrepared(qint64 pid) const
{
    QFile file(m_directory + u"/prepared"_s);
    return file.open(QIODevice::ReadOnly) && file.readAll() == QByteArray::number(pid);
}

QString ClusterData::logTail() const
{
    QFile file(logFile());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 longest = 1'000;
    file.seek(std::max<qint64>(0, file.size() - longest));
    return QString::fromUtf8(file.readAll()).trimmed();
}

} // namespace tenantry::server
