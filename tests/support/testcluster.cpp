// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcluster.h"

#include "core/server/serveraccount.h"
#include "tests/support/clustertemplate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tenantry::server;

namespace tenantry::test {

namespace {

/// Children of a process that run now.
QList<pid_t> childrenOf(qint64 pid)
{
    QList<pid_t> children;
    const QStringList names = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &name : names) {
        QFile file(u"/proc/"_s + name + u"/stat"_s);
        if (name.toLongLong() <= 0 || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray stat = file.readAll(); // pid (name, which may hold anything) state parent …
        if (stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toLongLong() == pid)
            children.append(pid_t(name.toLongLong()));
    }
    return children;
}

/// A zombie that nobody waits for is not alive: its command line is empty.
bool isAlive(pid_t pid)
{
    QFile file(u"/proc/%1/cmdline"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) && !file.readAll().isEmpty();
}

QString cell(const QVariant &value)
{
    if (value.isNull())
        return {};
    if (value.typeId() == QMetaType::Bool)
        return value.toBool() ? u"t"_s : u"f"_s;
    return value.toString();
}

} // namespace

struct TestCluster::Private
{
    std::unique_ptr<PrivateServerRunner> runner;
    QString directory;
};

QString describe(const Error &error)
{
    QString text = error.code;
    for (auto it = error.parameters.cbegin(); it != error.parameters.cend(); ++it)
        text += u"\n  "_s + it.key() + u": "_s + it.value().toString();
    return text;
}

TestCluster::TestCluster() : d(std::make_unique<Private>()) {}

TestCluster::~TestCluster()
{
    if (!d->runner)
        return;
    d->runner->stop();
    QDir(d->runner->options().socketDirectory).removeRecursively();
    QDir(d->directory).removeRecursively();
}

QString TestCluster::create(Schema schema)
{
    static int count = 0;
    d->directory = clusterFolder() + u"/run-%1-%2"_s.arg(getpid()).arg(++count);
    QDir(d->directory).removeRecursively();
    if (const auto made = secureFolder(clusterFolder(), geteuid() == 0 ? 0711 : 0700, geteuid(), getegid());
        !made)
        return describe(made.error());
    if (const auto made = secureFolder(d->directory, geteuid() == 0 ? 0711 : 0700, geteuid(), getegid());
        !made)
        return describe(made.error());
    if (const QString error = copyClusterTemplate(d->directory, schema == Schema::With); !error.isEmpty())
        return error;
    PrivateServerOptions options;
    options.directory = d->directory;
    options.disposable = true;
    options.database = schema == Schema::With ? u"tenantry"_s : u"postgres"_s;
    d->runner = std::make_unique<PrivateServerRunner>(options);
    return start();
}

QString TestCluster::start()
{
    const auto started = d->runner->start();
    return started ? QString() : describe(started.error());
}

void TestCluster::stop()
{
    d->runner->stop();
}

void TestCluster::killHard()
{
    const qint64 server = d->runner->processId();
    if (server <= 0)
        return;
    const QList<pid_t> children = childrenOf(server);
    kill(pid_t(server), SIGKILL);
    for (const pid_t child : children)
        kill(child, SIGKILL);
    for (const pid_t process : children + QList<pid_t>{pid_t(server)}) {
        while (isAlive(process))
            std::this_thread::sleep_for(1ms);
    }
}

QString TestCluster::restart()
{
    stop();
    return start();
}

std::unique_ptr<Connection> TestCluster::ownerConnection(const QString &database) const
{
    ConnectionOptions options;
    options.profile = ownerProfile();
    if (!database.isEmpty())
        options.profile.database = database;
    options.applicationName = u"test owner"_s;
    options.tellMessages = true;
    auto connection = Connection::open(options);
    if (!connection)
        qFatal("no owner connection: %s", qPrintable(describe(connection.error())));
    return std::move(*connection);
}

Result<std::unique_ptr<Connection>> TestCluster::personConnection(const QString &role,
                                                                  const QString &password) const
{
    ConnectionOptions options;
    options.profile = profileFor(role);
    options.password = password;
    options.applicationName = u"test person"_s;
    return Connection::open(options);
}

QString TestCluster::psql(const QString &sql, const QVariantList &binds) const
{
    const auto rows = ownerConnection()->exec(sql, binds);
    if (!rows)
        return u"ERROR "_s + sqlState(rows.error()) + u' ' +
               rows.error().parameters.value(u"message"_s).toString();
    QStringList lines;
    for (const QVariantList &row : rows->rows) {
        QStringList cells;
        for (const QVariant &value : row)
            cells.append(cell(value));
        lines.append(cells.join(u'|'));
    }
    return lines.join(u'\n');
}

ServerProfile TestCluster::ownerProfile() const
{
    return d->runner->options().ownerProfile();
}

ServerProfile TestCluster::profileFor(const QString &role) const
{
    return d->runner->options().profileFor(role);
}

QString TestCluster::directory() const
{
    return d->directory;
}

} // namespace tenantry::test
