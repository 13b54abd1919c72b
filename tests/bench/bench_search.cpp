// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Search over a million people, letter by letter: bench_search [USERS]
#include "core/directory/pinyin.h"
#include "core/directory/searchindex.h"
#include "tests/bench/figures.h"
#include "tests/support/worldsnapshot.h"

using namespace tenantry;
using namespace tenantry::bench;
using namespace tenantry::directory;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    WorldShape shape = largeShape();
    shape.users = argc > 1 ? atoi(argv[1]) : 1'000'000;
    shape.memberships = shape.users;
    shape.grants = 0;
    World world = makeWorld(shape);
    SnapshotPtr snapshot = snapshotOf(world);
    std::printf("%zu users, %zu organizations\n", world.users.size(), world.organizations.size());
    report("table of readings, once", once([] { keep(Pinyin::table()); }), "ms");
    SearchIndexPtr index;
    report("making the index", once([&] { index = SearchIndex::make(snapshot); }), "ms");
    double worst = 0;
    for (const QString &typed : {u"zhangsan"_s, u"shantian"_s, u"王小明"_s, u"user77777@"_s, u"13800077"_s, u"mis99"_s, u"zs"_s, u"部门 19"_s,
                                 u"bumen"_s, u"qqqq"_s, u"e"_s, u"@"_s, u"wang 1380"_s}) {
        for (qsizetype n = 1; n <= typed.size(); ++n) {
            const QString query = typed.first(n);
            const double ms = median(5, 1, [&](int) { keep(index->find(query)); }) / 1000;
            worst = std::max(worst, ms);
            if (n == 1 || n == 2 || n == typed.size())
                report(("  " + query.toUtf8() + ": " + QByteArray::number(qint64(index->find(query).hits.size())) + " hits").constData(), ms, "ms");
        }
    }
    report("the slowest keystroke", worst, "ms", 16);
    UserRow row = world.users.front();
    row.name = u"新名字"_s;
    snapshot = snapshot->apply({{row}, {}}).value();
    report("following one changed name", once([&] { index = index->next(snapshot); }), "ms");
}
