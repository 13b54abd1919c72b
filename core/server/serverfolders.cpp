// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/serverfolders.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr qsizetype longestSocketPath = 107;
constexpr QLatin1StringView socketName("/.s.PGSQL.5432");

/// The session's own folder, if it is one of ours that nobody else enters.
QString runtimeFolder()
{
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo info(folder);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    if (folder.isEmpty() || !info.isDir() || info.ownerId() != geteuid() || (info.permissions() & others))
        return {};
    return folder;
}

} // namespace

QString standardServerFolder(const QString &name)
{
    if (geteuid() == 0)
        return u"/var/lib/tenantry/"_s + name;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tenantry/"_s + name;
}

QString socketFolderFor(const QString &directory)
{
    const QByteArray hash =
        QCryptographicHash::hash(QFile::encodeName(QDir::cleanPath(directory)), QCryptographicHash::Sha256);
    const QString leaf = u'/' + QString::fromLatin1(hash.toHex().first(12));
    if (geteuid() == 0)
        return u"/run/tenantry"_s + leaf;
    const QString runtime = runtimeFolder();
    if (const QString folder = runtime + u"/tenantry"_s + leaf;
        !runtime.isEmpty() && checkSocketFolder(folder))
        return folder;
    return u"/tmp/tenantry-%1"_s.arg(geteuid()) + leaf;
}

Result<void> checkSocketFolder(const QString &folder)
{
    const qsizetype bytes = QFile::encodeName(folder).size();
    const qsizetype limit = longestSocketPath - socketName.size();
    if (bytes <= limit)
        return {};
    return failure(ErrorClass::System, u"private_server.socket_path_too_long"_s,
                   {{u"folder"_s, folder}, {u"bytes"_s, bytes}, {u"limit"_s, limit}});
}

Result<void> makeSocketFolder(const QString &folder, const ServerAccount &account)
{
    if (const auto checked = checkSocketFolder(folder); !checked)
        return checked;
    // The parent is ours alone, so that nobody can put another socket in the place of this one.
    const mode_t parentMode = account.isOther ? 0711 : 0700;
    if (const auto made = secureFolder(QFileInfo(folder).path(), parentMode, geteuid(), getegid()); !made)
        return made;
    return secureFolder(folder, 0700, account.uid, account.gid);
}

} // namespace tenantry::server
