// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sealed replica at L of design §6: filling it as a first pull does, opening it into a snapshot, one
// changed grant.
#include "core/domain/recordtext.h"
#include "core/sync/localstore.h"
#include "core/sync/pagesplit.h"
#include "tests/bench/figures.h"
#include "tests/support/worldgenerator.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstring>

using namespace tenantry;
using namespace tenantry::bench;

namespace {

struct Sent
{
    RowKind kind;
    QByteArray page; ///< as api.pull_scope sends it
};

// PostgreSQL quotes only what needs it (record_out); printRow quotes everything.
QByteArray asSent(const QByteArray &row)
{
    RecordReader reader(row);
    QByteArray text = "(";
    while (!reader.atEnd() && reader.ok()) {
        const auto field = reader.next();
        if (reader.count() > 1)
            text.append(',');
        if (!field)
            continue;
        const bool plain = !field->isEmpty() && std::none_of(field->begin(), field->end(), [](char c) {
            return std::strchr("\"\\(), \t\n", c) != nullptr;
        });
        QByteArray quoted = *field;
        text.append(plain ? quoted : '"' + quoted.replace('\\', "\\\\").replace('"', "\"\"") + '"');
    }
    return text.append(')');
}

// What the server would send: pages of 500 rows, kind by kind.
std::vector<Sent> pagesOf(const tests::World &world, qint64 &rows)
{
    std::vector<Sent> pages;
    int inPage = 0;
    tests::eachRow(world, [&](const auto &row) {
        if (pages.empty() || pages.back().kind != row.kind || inPage == 500) {
            pages.push_back({row.kind, {}});
            inPage = 0;
        }
        if (inPage++ > 0)
            pages.back().page.append('\n');
        pages.back().page.append(asSent(printRow(row)));
        ++rows;
    });
    return pages;
}

[[noreturn]] void stop(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.code));
    std::exit(1);
}

void fill(Replica &replica, const Scope &scope, const std::vector<Sent> &pages)
{
    replica.addScope(scope);
    for (const Sent &sent : pages) {
        sync::splitPage(sent.page, [&](QByteArrayView row) {
            const QUuid id = sync::idOfRow(row);
            const auto put = replica.put(scope, sent.kind, id, row);
            if (!put || id.isNull())
                stop(put ? Error{} : put.error());
            return true;
        });
    }
    PullMark mark;
    mark.cursor = QStringLiteral("bench");
    if (const auto committed = replica.commit(mark); !committed)
        stop(committed.error());
}

// Of processor time and of the clock: the first tells on a busy machine what the second would be on a quiet
// one.
void show(const char *what, double processor, qint64 wall, double bar = 0)
{
    report(what, processor, "ms", bar);
    std::printf("%58s %10lld ms by the clock\n", "", static_cast<long long>(wall));
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const auto keys = std::make_shared<FileKeySource>(folder.path());
    const tests::World world = tests::makeWorld(tests::largeShape());
    const Scope scope{ScopeKind::Tenant, world.tenants.front().id.uuid(), {}};
    qint64 rows = 0;
    const std::vector<Sent> pages = pagesOf(world, rows);
    const GrantRow grant = world.grants.front();
    std::printf("%lld rows\n", static_cast<long long>(rows));

    QElapsedTimer wall;
    sync::LocalStore store(folder.path(), keys);
    wall.start();
    const double filled = once([&] {
        const auto built = store.startBuild();
        if (!built)
            stop(built.error());
        fill(**built, scope, pages);
    });
    show("first pull into the sealed replica, per 1M rows", filled * 1e6 / double(rows),
         wall.elapsed() * 1'000'000 / rows, 4000);
    wall.start();
    const double installed = once([&] {
        if (const auto done = store.install(); !done)
            stop(done.error());
    });
    show("put in place, with its snapshot", installed, wall.elapsed());
    std::printf("%lld MB on disk\n",
                static_cast<long long>(QFileInfo(folder.filePath(Replica::fileName())).size() >> 20));

    store.close();
    wall.start();
    const double opened = once([&] {
        if (const auto done = store.open({}, {}); !done)
            stop(done.error());
    });
    show("opening: unsealed, checked, parsed, snapshot", opened, wall.elapsed(), 2000);

    store.close();
    wall.start();
    const double read = once([&] {
        const auto key = keys->replicaKey();
        const auto replica =
            Replica::open({.folder = folder.path(), .expected = {}, .notPulledBefore = {}, .gate = {}}, *key,
                          [](RowKind, const QUuid &, QByteArrayView) {});
        if (!replica)
            stop(replica.error());
    });
    show("  of that: unsealed and checked only", read, wall.elapsed());

    const double parsed = once([&] {
        for (const Sent &sent : pages) {
            sync::splitPage(sent.page, [&](QByteArrayView row) {
                keep(directory::parseAnyRow(sent.kind, row));
                return true;
            });
        }
    });
    report("  of that: parsed", parsed, "ms");
    directory::SnapshotBuilder builder;
    const double added = once([&] { tests::eachRow(world, [&](const auto &row) { builder.add(row); }); });
    report("  of that: given to the builder", added, "ms");
    const double made = once([&] { keep(builder.build()); });
    report("  of that: snapshot built", made, "ms");

    if (const auto done = store.open({}, {}); !done)
        stop(done.error());
    int version = 0;
    const double changed = median(20, 1, [&](int) {
        GrantRow next = grant;
        next.version = ++version;
        const auto done =
            store.replica()
                ->beginPull()
                .and_then([&] {
                    return store.replica()->put(scope, RowKind::Grant, grant.id.uuid(),
                                                asSent(printRow(next)));
                })
                .and_then([&] { return store.replica()->commit(store.replica()->manifest().mark); })
                .and_then([&] { return store.follow(); });
        if (!done)
            stop(done.error());
    });
    report("one changed grant: replica, commit, next snapshot", changed / 1000, "ms");

    wall.start();
    const double dropped = once([&] {
        const auto done =
            store.replica()
                ->beginPull()
                .and_then([&] { return store.replica()->dropScope(scope); })
                .and_then([&] { return store.replica()->commit(store.replica()->manifest().mark); });
        if (!done)
            stop(done.error());
    });
    show("the scope let go", dropped, wall.elapsed());
    return 0;
}
