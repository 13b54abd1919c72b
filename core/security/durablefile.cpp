// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/durablefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace tenantry
{

namespace
{

bool syncFolder(const QString &path)
{
    const int folder = open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool synced = fsync(folder) == 0;
    close(folder);
    return synced;
}

} // namespace

bool writeDurably(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // Permissions first: the content is never readable for others, not even for a moment.
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size() && file.flush() && fsync(file.handle()) == 0 && file.commit()
        && syncFolder(QFileInfo(path).absolutePath());
}

} // namespace tenantry
