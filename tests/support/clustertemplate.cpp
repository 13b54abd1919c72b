// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clustertemplate.h"

#include "core/server/privateserverrunner.h"
#include "core/server/schemainstaller.h"
#include "core/server/serveraccount.h"
#include "tests/support/testcluster.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace tenantry::server;

namespace tenantry::test {

namespace {

Result<void> install(const ServerProfile &owner, const std::function<bool()> & /*giveUp*/)
{
    ConnectionOptions options;
    options.profile = owner;
    options.tellMessages = true;
    const auto installed = SchemaInstaller::installAt(options);
    return installed ? Result<void>() : tl::make_unexpected(installed.error());
}

QString make(const QString &folder, bool withSchema)
{
    const QString unfinished = folder + u".new"_s;
    QDir(unfinished).removeRecursively();
    PrivateServerOptions options;
    options.directory = unfinished;
    options.disposable = true;
    if (withSchema)
        options.prepare = install;
    {
        PrivateServerRunner runner(options);
        if (const auto started = runner.start(); !started)
            return describe(started.error());
        runner.stop();
    }
    return QDir().rename(unfinished, folder) ? QString() : u"can't rename "_s + unfinished;
}

/// Folders of test programs that were killed, and templates of schemas that are gone.
void tidy(const QString &root, const QString &kind, const QString &current)
{
    const QStringList names = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const bool isOldTemplate = name.startsWith(kind) && root + u'/' + name != current;
        const pid_t pid = name.startsWith(u"run-"_s) ? pid_t(name.section(u'-', 1, 1).toInt()) : 0;
        const bool isLeft = pid > 0 && kill(pid, 0) != 0 && errno == ESRCH;
        if (isOldTemplate || isLeft)
            QDir(root + u'/' + name).removeRecursively();
    }
}

} // namespace

QString clusterFolder()
{
    const QString build = QStringLiteral(TENANTRY_BUILD_FOLDER);
    if (geteuid() != 0 && QFileInfo(build).isWritable())
        return build + u"/testclusters"_s;
    const QByteArray hash =
        QCryptographicHash::hash(build.toUtf8(), QCryptographicHash::Sha256).toHex().first(8);
    return u"/var/tmp/tenantry-tests-%1-%2"_s.arg(geteuid()).arg(QString::fromLatin1(hash));
}

QString copyClusterTemplate(const QString &target, bool withSchema)
{
    const QString root = clusterFolder();
    if (const auto made = secureFolder(root, geteuid() == 0 ? 0711 : 0700, geteuid(), getegid()); !made)
        return describe(made.error());
    const QString kind = withSchema ? u"schema-"_s : u"empty-"_s;
    const QString key =
        withSchema ? QString::fromLatin1(SchemaFiles::embedded().digest().first(16)) : u"15"_s;
    const QString folder = root + u'/' + kind + key;
    QLockFile lock(root + u"/template.lock"_s);
    lock.setStaleLockTime(0);
    if (!lock.lock())
        return u"can't lock "_s + root;
    if (!QFileInfo::exists(folder)) {
        tidy(root, kind, folder);
        if (const QString error = make(folder, withSchema); !error.isEmpty())
            return error;
    }
    // Under the lock too: the other side of it removes old templates.
    QProcess copy;
    copy.start(u"cp"_s, {u"-a"_s, u"--reflink=auto"_s, folder + u"/data"_s, target + u"/data"_s});
    if (!copy.waitForStarted() || !copy.waitForFinished(60'000) || copy.exitCode() != 0)
        return QString::fromUtf8(copy.readAllStandardError()) + copy.errorString();
    return {};
}

} // namespace tenantry::test
