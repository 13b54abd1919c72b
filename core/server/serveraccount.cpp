// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/serveraccount.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

tl::unexpected<Error> folderFailure(const QString &folder, const QString &reason)
{
    return failure(ErrorClass::System, u"private_server.folder"_s,
                   {{u"folder"_s, folder}, {u"reason"_s, reason}});
}

QString systemReason()
{
    return qt_error_string(errno);
}

} // namespace

Result<ServerAccount> ServerAccount::choose()
{
    if (geteuid() != 0)
        return ServerAccount{geteuid(), getegid(), false};
    for (const char *name : {"postgres", "nobody"}) {
        if (const passwd *entry = getpwnam(name))
            return ServerAccount{entry->pw_uid, entry->pw_gid, true};
    }
    return failure(ErrorClass::System, u"private_server.no_account"_s);
}

QString currentLoginName()
{
    const passwd *entry = getpwuid(geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
}

void confine(QProcess &process, const ServerAccount &account)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith(u"PG"_s) || name.startsWith(u"LC_"_s) || name == u"LANG"_s ||
            name == u"LANGUAGE"_s)
            environment.remove(name);
    }
    environment.insert(u"LC_ALL"_s, u"C"_s); // its own words are read by programs
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(u"/"_s); // ours may be closed to the account
    const pid_t parent = getpid();
    process.setChildProcessModifier([account, parent] { // only async-signal-safe calls
        if (account.isOther) {
            // The pipe on stdin is root's; /dev/stdin opens it anew. No harm where stdin is no pipe of ours.
            (void)!fchown(STDIN_FILENO, account.uid, account.gid);
            if (setgroups(0, nullptr) != 0 || setresgid(account.gid, account.gid, account.gid) != 0 ||
                setresuid(account.uid, account.uid, account.uid) != 0)
                _exit(126);
        }
        setsid();                        // Ctrl+C in our terminal is for us to handle
        prctl(PR_SET_PDEATHSIG, SIGINT); // after setresuid, which clears it; SIGINT is the fast shutdown
        if (getppid() != parent)
            _exit(126); // we died before the line above
        umask(0077);
    });
}

Result<void> secureFolder(const QString &folder, mode_t mode, uid_t owner, gid_t group)
{
    if (!QDir().mkpath(QFileInfo(folder).path()))
        return folderFailure(QFileInfo(folder).path(), systemReason());
    const QByteArray path = QFile::encodeName(folder);
    const bool made = mkdir(path.constData(), 0700) == 0;
    if (!made && errno != EEXIST)
        return folderFailure(folder, systemReason());
    // O_NOFOLLOW: in a folder that others write to (/tmp) somebody may have put a link in our place.
    const int descriptor = open(path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return folderFailure(folder, systemReason());
    struct stat info
    {
    };
    bool good = fstat(descriptor, &info) == 0;
    if (good && made && info.st_uid != owner)
        good = fchown(descriptor, owner, group) == 0 && fstat(descriptor, &info) == 0;
    const QString reason = systemReason();
    const bool ours = good && info.st_uid == owner;
    const bool moded = ours && fchmod(descriptor, mode) == 0;
    close(descriptor);
    if (!good || (ours && !moded))
        return folderFailure(folder, reason);
    if (!ours)
        return folderFailure(folder, u"belongs to another account"_s);
    return {};
}

Result<void> checkReachable(const QString &folder, const ServerAccount &account)
{
    QString path = QFileInfo(folder).absolutePath();
    while (true) {
        struct stat info
        {
        };
        if (stat(QFile::encodeName(path).constData(), &info) != 0)
            return folderFailure(path, systemReason());
        const mode_t bit = info.st_uid == account.uid   ? S_IXUSR
                           : info.st_gid == account.gid ? S_IXGRP
                                                        : S_IXOTH;
        if ((info.st_mode & bit) == 0)
            return folderFailure(path, u"closed to the account that runs PostgreSQL"_s);
        if (path == u"/"_s)
            return {};
        path = QFileInfo(path).path();
    }
}

} // namespace tenantry::server
