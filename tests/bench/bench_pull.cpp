// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first pull of a large tenant's administrator from a real server into the sealed replica, and a poll
// that brings nothing. Arguments: users organizations spaces grants (default: L of design §6), or the folder
// of a demo that `tenantryctl demo --directory FOLDER` made.
#include "core/demo/personas.h"
#include "core/demo/platform.h"
#include "core/server/privateserverrunner.h"
#include "core/sync/exchange.h"
#include "tests/bench/figures.h"
#include "tests/support/testcluster.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::bench;
using namespace Qt::StringLiterals;

namespace {

template <class T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(test::describe(result.error())));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

qint64 rowsOf(const ReplicaManifest &manifest)
{
    qint64 rows = 0;
    for (const qint64 count : manifest.rows)
        rows += count;
    return rows;
}

demo::PersonaAccount administrator(const QString &personasFile)
{
    for (const demo::PersonaAccount &persona : must(demo::readPersonas(personasFile)))
        if (persona.key == u"tenant_administrator"_s)
            return persona;
    std::fprintf(stderr, "there is no tenant administrator\n");
    std::exit(1);
}

server::ConnectionOptions joinDemo(const QString &folder,
                                   std::unique_ptr<server::PrivateServerRunner> &runner)
{
    server::PrivateServerOptions place = server::PrivateServerOptions::standard();
    place.directory = folder;
    runner = std::make_unique<server::PrivateServerRunner>(place);
    must(runner->start());
    const demo::PersonaAccount persona = administrator(folder + u"/personas.json"_s);
    server::ConnectionOptions options;
    options.profile = runner->options().profileFor(persona.roleName);
    options.password = persona.password;
    return options;
}

server::ConnectionOptions makeDemo(const QStringList &arguments, const QString &personasFile,
                                   test::TestCluster &cluster)
{
    const auto number = [&](int i, int otherwise) {
        return arguments.size() > i ? arguments[i].toInt() : otherwise;
    };
    const demo::Size size{.users = number(1, 200'000),
                          .organizations = number(2, 20'000),
                          .groups = 2'000,
                          .spaces = number(3, 5'000),
                          .resourcesPerSpace = 20,
                          .grants = number(4, 1'000'000),
                          .depth = 10};
    if (const QString error = cluster.create(); !error.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(error));
        std::exit(1);
    }
    QElapsedTimer wall;
    wall.start();
    must(demo::preparePlatform(cluster.ownerConnection()->options(), personasFile, size));
    std::printf("platform made in %lld s\n", static_cast<long long>(wall.elapsed() / 1000));
    const demo::PersonaAccount persona = administrator(personasFile);
    server::ConnectionOptions options;
    options.profile = cluster.profileFor(persona.roleName);
    options.password = persona.password;
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir folder;
    test::TestCluster cluster;
    std::unique_ptr<server::PrivateServerRunner> runner;
    server::ConnectionOptions options;
    if (arguments.size() == 2)
        options = joinDemo(arguments[1], runner);
    else
        options = makeDemo(arguments, folder.filePath(u"personas.json"_s), cluster);
    sync::Exchange exchange(folder.path(), std::make_shared<FileKeySource>(folder.path()),
                            std::make_shared<SystemClock>(), options, {});
    QElapsedTimer wall;
    for (int round = 0; round < 3; ++round) {
        exchange.closeStore();
        wall.start();
        const double processor = once([&] { must(exchange.pull({})); });
        const qint64 pulled = wall.elapsed();
        const double rows = double(rowsOf(exchange.store().built()->manifest()));
        std::printf("%.0f rows\n", rows);
        report("first pull, per 1M rows, by the clock", double(pulled) * 1e6 / rows, "ms", 4000);
        report("  of that: this thread", processor * 1e6 / rows, "ms");
        wall.start();
        must(exchange.install());
        report("put in place, with its snapshot, by the clock", double(wall.elapsed()), "ms");
    }
    wall.start();
    for (int i = 0; i < 20; ++i)
        must(exchange.pull({}));
    report("a poll that brings nothing, by the clock", double(wall.elapsed()) / 20, "ms");
    return 0;
}
