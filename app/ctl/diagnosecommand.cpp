// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/serveraccess.h"
#include "core/replica/queue.h"
#include "core/replica/replica.h"
#include "core/server/schemainstaller.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLockFile>
#include <QStandardPaths>
#include <QTextStream>

#include <libpq-fe.h>
#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

// What somebody sends along when they ask for help: versions, sizes and times, no name, address or path of a
// person.

void tellVersions(QTextStream &out)
{
    out << "tenantryctl " << QCoreApplication::applicationVersion() << ", Qt " << qVersion() << ", libpq "
        << PQlibVersion() << ", " << OpenSSL_version(OPENSSL_VERSION) << "\n"
        << QSysInfo::prettyProductName() << ", " << QSysInfo::kernelVersion() << ", "
        << QSysInfo::currentCpuArchitecture() << "\n";
}

void tellError(QTextStream &out, const Error &error)
{
    const QVariant state = error.parameters.value(u"sqlstate"_s);
    out << error.code << (state.isValid() ? u" ("_s + state.toString() + u')' : QString()) << "\n";
}

Result<bool> tellSchema(QTextStream &out, server::Connection &owner)
{
    const auto status = server::SchemaInstaller(owner).status();
    if (!status)
        return tl::unexpected(status.error());
    out << "schema: step " << status->installed << " of " << status->available
        << (status->current ? ", current" : ", not current") << "\n";
    if (status->installed == 0)
        return false;
    const auto worker =
        owner.exec(u"select extract(epoch from app.now() - seen)::bigint from app.worker_lease"_s);
    if (!worker)
        return tl::unexpected(worker.error());
    if (worker->value().isNull())
        out << "worker: none yet\n";
    else
        out << "worker: seen " << worker->value().toLongLong() << " s ago\n";
    return status->current;
}

bool tellServer(QTextStream &out, const QCommandLineParser &parser)
{
    QElapsedTimer timer;
    timer.start();
    const auto owner = connectAsOwner(parser);
    if (!owner) {
        out << "server: not reached: ";
        tellError(out, owner.error());
        return false;
    }
    out << "server: reached in " << timer.elapsed() << " ms";
    const auto version = owner->connection->exec(u"show server_version"_s);
    out << ", PostgreSQL " << (version ? version->value().toString() : u"?"_s) << "\n";
    const auto current = tellSchema(out, *owner->connection);
    if (!current) {
        out << "schema: not read: ";
        tellError(out, current.error());
    }
    return current.value_or(false);
}

void tellFile(QTextStream &out, const QString &name, const QString &path)
{
    const QFileInfo file(path);
    out << "    " << name << ": ";
    if (file.exists())
        out << file.size() / 1024 << " KiB, written " << file.lastModified().toUTC().toString(Qt::ISODate)
            << "\n";
    else
        out << "none\n";
}

// A folder is named by a hash of the server and the sign-in name.
void tellLocalCopies(QTextStream &out)
{
    const QDir profiles(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                        u"/tenantry/profiles"_s);
    const QStringList folders = profiles.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    out << "local copies: " << folders.size() << "\n";
    for (const QString &name : folders) {
        const QString folder = profiles.filePath(name);
        QLockFile lock(folder + u"/lock"_s);
        lock.setStaleLockTime(0);
        out << "  " << name.left(8) << (lock.tryLock() ? "" : ", in use") << "\n";
        tellFile(out, u"replica"_s, folder + u'/' + Replica::fileName());
        tellFile(out, u"queue"_s, folder + u'/' + Queue::fileName());
    }
}

int run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Tells versions, whether the server answers and its schema is current, and which local copies there "
        u"are on this "
        "machine, without personal data. Exit code 1 where something is wrong with the server."_s);
    addServerOptions(parser);
    if (const auto code = parse(parser, u"tenantryctl diagnose"_s, arguments))
        return *code;
    QTextStream out(stdout);
    tellVersions(out);
    const bool good = tellServer(out, parser);
    tellLocalCopies(out);
    return good ? Success : Failure;
}

} // namespace

Command diagnoseCommand()
{
    return {u"diagnose"_s, u"tell versions and the state of server and local copies, without personal data"_s,
            run};
}

} // namespace tenantry::ctl
