// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/postmasterfile.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

QString pathIn(const QString &dataDirectory)
{
    return dataDirectory + u"/postmaster.pid"_s;
}

} // namespace

std::optional<PostmasterFile> PostmasterFile::read(const QString &dataDirectory)
{
    QFile file(pathIn(dataDirectory));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    // Lines: pid, data folder, start time, port, socket folder, listen address, shared memory, status.
    const QList<QByteArray> lines = file.readAll().split('\n');
    PostmasterFile result;
    result.pid = lines.value(0).trimmed().toLongLong();
    result.socketDirectory = QFile::decodeName(lines.value(4));
    result.isReady = lines.value(7).trimmed() == "ready";
    return result;
}

bool isPostmasterOf(qint64 pid, const QString &dataDirectory)
{
    // Not /proc/PID/cwd: root without CAP_SYS_PTRACE (containers) may not read it. A zombie's is empty.
    QFile file(u"/proc/%1/cmdline"_s.arg(pid));
    if (pid <= 0 || !file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> arguments = file.readAll().split('\0');
    const qsizetype option = arguments.indexOf("-D");
    return arguments.value(0).endsWith("/postgres") && option > 0 &&
           arguments.value(option + 1) == QFile::encodeName(dataDirectory);
}

void disownPostmasterFile(const QString &dataDirectory)
{
    QFile file(pathIn(dataDirectory));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QByteArray content = file.readAll();
    file.close();
    content = QByteArray("4194305") + content.mid(content.indexOf('\n')); // PID_MAX_LIMIT + 1
    // The folder belongs to the server's account: as root never follow a link in it.
    const int descriptor = open(QFile::encodeName(pathIn(dataDirectory)).constData(),
                                O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return;
    (void)!write(descriptor, content.constData(), size_t(content.size()));
    close(descriptor);
}

} // namespace tenantry::server
