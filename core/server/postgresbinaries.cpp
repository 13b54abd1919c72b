// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/postgresbinaries.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

constexpr int oldestMajor = 15;

bool isComplete(const PostgresBinaries &binaries)
{
    return QFileInfo(binaries.initdb()).isExecutable() && QFileInfo(binaries.postgres()).isExecutable();
}

int askVersion(const QString &postgres)
{
    QProcess process;
    process.start(postgres, {u"--version"_s});
    if (!process.waitForStarted() || !process.waitForFinished() ||
        process.exitStatus() != QProcess::NormalExit)
        return 0;
    static const QRegularExpression form(u"\\(PostgreSQL\\) ([0-9]+)"_s);
    return form.match(QString::fromUtf8(process.readAllStandardOutput())).captured(1).toInt();
}

/// Debian keeps the programs off the path, but images put links there: the link's target has both.
QList<PostgresBinaries> onPath(const QStringList &path)
{
    for (const QString &folder : path) {
        const QString program = QFileInfo(folder + u"/postgres"_s).canonicalFilePath();
        if (program.isEmpty())
            continue;
        PostgresBinaries binaries{QFileInfo(program).path()};
        if (!isComplete(binaries))
            continue;
        binaries.major = askVersion(program);
        return {binaries};
    }
    return {};
}

QList<PostgresBinaries> inNumberedFolders(const QString &root)
{
    QList<PostgresBinaries> found;
    const QStringList names = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        bool isNumber = false;
        const PostgresBinaries binaries{root + u'/' + name + u"/bin"_s, name.toInt(&isNumber)};
        if (isNumber && isComplete(binaries))
            found.append(binaries);
    }
    std::ranges::sort(found, std::ranges::greater(), &PostgresBinaries::major);
    return found;
}

} // namespace

QString PostgresBinaries::initdb() const
{
    return directory + u"/initdb"_s;
}

QString PostgresBinaries::postgres() const
{
    return directory + u"/postgres"_s;
}

BinarySearch BinarySearch::fromEnvironment()
{
    return {qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts)};
}

int dataMajorVersion(const QString &dataDirectory)
{
    QFile file(dataDirectory + u"/PG_VERSION"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

Result<PostgresBinaries> findPostgresBinaries(int wantedMajor, const BinarySearch &search)
{
    const QList<PostgresBinaries> found = onPath(search.path) + inNumberedFolders(search.versionsRoot);
    for (const PostgresBinaries &binaries : found) {
        if (wantedMajor == 0 ? binaries.major >= oldestMajor : binaries.major == wantedMajor)
            return binaries;
    }
    return failure(ErrorClass::System, u"private_server.no_binaries"_s,
                   {{u"wanted"_s, wantedMajor},
                    {u"searched"_s, QStringList(search.path + QStringList(search.versionsRoot)).join(u':')}});
}

} // namespace tenantry::server
