// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first pull of a large tenant's administrator from a real server into the sealed replica, and a poll
// that brings nothing. Arguments: users organizations spaces grants (default: L of design §6).
#include "core/demo/personas.h"
#include "core/demo/platform.h"
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

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
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
    test::TestCluster cluster;
    if (const QString error = cluster.create(); !error.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(error));
        return 1;
    }
    const QTemporaryDir folder;
    const QString personasFile = folder.filePath(u"personas.json"_s);
    QElapsedTimer wall;
    wall.start();
    must(demo::preparePlatform(cluster.ownerConnection()->options(), personasFile, size));
    std::printf("platform made in %lld s\n", static_cast<long long>(wall.elapsed() / 1000));

    server::ConnectionOptions options;
    for (const demo::PersonaAccount &persona : must(demo::readPersonas(personasFile))) {
        if (persona.key != u"tenant_administrator"_s)
            continue;
        options.profile = cluster.profileFor(persona.roleName);
        options.password = persona.password;
    }
    sync::Exchange exchange(folder.path(), std::make_shared<FileKeySource>(folder.path()),
                            std::make_shared<SystemClock>(), options, {});
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
