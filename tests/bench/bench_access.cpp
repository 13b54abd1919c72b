// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of design §6 for directory and access at L: bench_access [--postgresql] [USERS ORGANIZATIONS SPACES GRANTS]
// --postgresql: beside each the same question asked of PostgreSQL, by the best statement that we know, prepared, over its socket.
#include "core/access/resolver.h"
#include "core/access/whatif.h"
#include "core/directory/past.h"
#include "tests/bench/besidepostgresql.h"
#include "tests/bench/figures.h"
#include "tests/support/loadableworld.h"

#include <malloc.h>

#include <QCoreApplication>

#include <cstring>
#include <random>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::bench;
using namespace tenantry::directory;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

namespace
{

double megabytesAllocated()
{
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd) / 1e6;
}

SnapshotPtr build(const World &world)
{
    const double before = megabytesAllocated();
    SnapshotPtr snapshot;
    const auto make = [&] {
        SnapshotBuilder builder;
        eachRow(world, [&builder](const auto &row) { builder.add(row); });
        snapshot = builder.build().value();
    };
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) {
        snapshot.reset();
        times.push_back(once(make));
    }
    std::ranges::sort(times);
    report("building", times[1], "ms", 400);
    report("its memory (allocator)", megabytesAllocated() - before, "MB", 120);
    report("its memory (own account)", double(snapshot->memoryUsed()) / 1e6, "MB");
    return snapshot;
}

void askQuestions(const SnapshotPtr &snapshot, const BesidePostgresql &beside)
{
    const Resolver resolver(snapshot, worldNow);
    std::mt19937 random(1);
    const auto users = snapshot->users();
    const auto spaces = snapshot->spaces();
    std::vector<UserIndex> user(100'000);
    std::vector<SpaceIndex> space(user.size());
    std::vector<Object> object(user.size());
    for (size_t i = 0; i < user.size(); ++i) {
        user[i] = users[random() % users.size()];
        space[i] = spaces[random() % spaces.size()];
        const auto resources = snapshot->resourcesOf(space[i]);
        object[i] = resources.empty() || i % 2 ? Object(space[i]) : Object(resources[random() % resources.size()].resource());
    }
    const auto at = [](const auto &list, int i) { return list[size_t(i) % list.size()]; };
    const auto idAt = [&](const auto &list, int i) { return snapshot->idOf(at(list, i)).toString(QUuid::WithoutBraces); };
    const auto userAt = [&](int i) { return snapshot->idOf(Subject(at(user, i))).toString(QUuid::WithoutBraces); };
    const auto spaceAt = [&](int i) { return snapshot->idOf(Object(at(space, i))).toString(QUuid::WithoutBraces); };
    const auto inSpace = [&](int i) { return QVariantList{spaceAt(i), userAt(i), spaceAt(i)}; };
    report("check", median(100, 2000, [&](int i) { keep(resolver.check(at(user, i), at(object, i))); }), "us", 0.3);
    beside.report("check", checkSql(), 500, [&](int i) {
        const bool onSpace = at(object, i).kind() == ObjectKind::Space;
        const QVariant resource = onSpace ? QVariant(QMetaType(QMetaType::QString)) : QVariant(idAt(object, i));
        return QVariantList{userAt(i), spaceAt(i), resource};
    });
    report("detail (space and its resources)", median(100, 1000, [&](int i) { keep(resolver.detail(at(user, i), at(space, i))); }), "us", 0.5);
    beside.report("detail (space and its resources)", detailSql(), 300, inSpace);
    report("detail with reasons", median(100, 500, [&](int i) { keep(resolver.detailWithReasons(at(user, i), at(space, i))); }), "us", 5);
    beside.report("detail with reasons", reasonsSql(), 300, inSpace);
    report("explanation of one answer", median(50, 200, [&](int i) { keep(resolver.explain(at(user, i), at(object, i))); }), "us");
    report("everyone on a space", median(200, 10, [&](int i) { keep(resolver.who(at(space, i))); }), "us", 60);
    beside.report("everyone on a space", everyoneSql(), 100, [&](int i) { return QVariantList{spaceAt(i)}; });
    double people = 0;
    double largest = 0;
    for (const SpaceIndex s : spaces) {
        const auto who = double(resolver.who(s).size());
        people += who;
        largest = std::max(largest, who);
    }
    report("  people on a space, mean", people / double(spaces.size()), "");
    report("  people on a space, most", largest, "");
    report("all objects of a user", median(100, 100, [&](int i) { keep(resolver.objects(at(user, i))); }), "us", 25);
    beside.report("all objects of a user", objectsSql(), 100, [&](int i) { return QVariantList{userAt(i)}; });
    size_t objects = 0;
    for (int i = 0; i < 1000; ++i) {
        const ObjectRoles roles = resolver.objects(user[size_t(i)]);
        objects += roles.spaces.size() + roles.resources.size();
    }
    report("  objects of a user, mean", double(objects) / 1000, "");
}

void changeThings(SnapshotPtr snapshot, const World &world, const BesidePostgresql &beside)
{
    std::mt19937 random(2);
    const auto apply = [&](const Delta &delta) { snapshot = snapshot->apply(delta).value(); };
    report("one changed grant in a new snapshot", median(200, 1, [&](int) {
               GrantRow row = world.grants[random() % world.grants.size()];
               row.role = Role(1 + random() % 5);
               apply({{row}, {}});
           }) / 1000, "ms", 1);
    beside.report("one changed grant, committed", u"update app.grants set role = ?::app.space_role, version = version + 1 where id = ?::uuid and role <> 'owner'"_s, 50,
                  [&](int i) { return QVariantList{i % 2 ? u"viewer"_s : u"editor"_s, world.grants[random() % world.grants.size()].id.toString()}; });
    report("one new grant", median(200, 1, [&](int i) {
               GrantRow row = world.grants[random() % world.grants.size()];
               row.id = GrantId(QUuid(uint(i), 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
               apply({{row}, {}});
           }) / 1000, "ms", 1);
    report("500 changed grants", median(20, 1, [&](int) {
               Delta delta;
               for (int n = 0; n < 500; ++n) {
                   GrantRow row = world.grants[random() % world.grants.size()];
                   row.role = Role(1 + random() % 5);
                   delta.upserted.push_back(row);
               }
               apply(delta);
           }) / 1000, "ms");
    report("one renamed person", median(100, 1, [&](int) {
               UserRow row = world.users[random() % world.users.size()];
               row.name += u'x';
               apply({{row}, {}});
           }) / 1000, "ms");
    report("one disabled organization (tree and counts anew)", median(9, 1, [&](int) {
               OrganizationRow row = world.organizations[random() % world.organizations.size()];
               row.enabled = !snapshot->organization(snapshot->findOrganization(row.id)).isEnabled();
               apply({{row}, {}});
           }) / 1000, "ms");
}

/// The organization below a root whose people are closest to so many.
OrganizationIndex departmentOf(const Snapshot &snapshot, int people)
{
    OrganizationIndex best;
    const auto off = [&](OrganizationIndex o) { return std::abs(snapshot.organization(o).totalMemberCount() - people); };
    for (const OrganizationIndex o : snapshot.organizations())
        if (snapshot.organization(o).parent().isValid() && snapshot.organization(o).isEffectivelyEnabled())
            if (!best.isValid() || off(o) < off(best))
                best = o;
    return best;
}

void moveDepartment(const SnapshotPtr &snapshot, int people, const char *what, double bar, const BesidePostgresql &beside)
{
    const OrganizationIndex moved = departmentOf(*snapshot, people);
    OrganizationIndex to; // far away and deep down
    for (const OrganizationIndex o : snapshot->organizations())
        if (!snapshot->isWithin(o, moved) && snapshot->organization(o).isEffectivelyEnabled())
            if (!to.isValid() || snapshot->organization(o).depth() >= snapshot->organization(to).depth())
                to = o;
    const WhatIfQuestion question{
        snapshot, worldNow, {}, {MoveOrganization{snapshot->organization(moved).id(), snapshot->organization(to).id()}}};
    std::vector<double> times;
    std::optional<WhatIf> found;
    for (int i = 0; i < 5; ++i)
        times.push_back(once([&] { found = *whatIf(question); }));
    std::ranges::sort(times);
    report(what, times[2], "ms", bar);
    const Difference &difference = found->difference;
    std::printf("  %d people: %lld gain, %lld lose on %lld objects, %lld changes\n", snapshot->organization(moved).totalMemberCount(),
                qlonglong(difference.gaining()), qlonglong(difference.losing()),
                qlonglong(difference.spaces() + difference.resources()), qlonglong(difference.size()));
    // Roles on spaces of a hundred of its people, before and after, times as many as there are: nobody waits for all of them.
    const auto department = snapshot->organization(moved).id().toString();
    const QString roles = u"create temporary table %1 on commit drop as select m.user_id, r.* from (select distinct user_id from app.memberships "
                          "where organization_id in (select organization_id from app.counting_below(array['%2'::uuid])) limit 100) as m "
                          "cross join lateral app.space_roles_of(m.user_id) as r"_s;
    beside.reportOnce("the same, of 100 of them and on spaces alone",
                      {roles.arg(u"then_roles"_s, department),
                       u"update app.organizations set parent_id = '%1' where id = '%2'"_s.arg(snapshot->organization(to).id().toString(), department),
                       roles.arg(u"now_roles"_s, department),
                       u"select count(*) from then_roles as t full join now_roles as n using (user_id, space_id) where t.role is distinct from n.role"_s});
    report("  a page of 200 of them", median(9, 1, [&](int i) { keep(difference.page(difference.size() / 10 * i, 200)); }) / 1000, "ms");
}

/// Every row since a year, and as many versions of grants that ended as it takes.
std::shared_ptr<const History> historyOf(const World &world, size_t ended)
{
    auto history = std::make_shared<History>(
        HistoryMark{world.tenants.front().id, worldNow - std::chrono::hours(9000), worldNow, QString(), QString()});
    const Instant begun = worldNow - std::chrono::hours(9000);
    const auto add = [&](const auto &rows) {
        for (const auto &row : rows)
            history->add({begun, std::nullopt, row});
    };
    add(world.tenants);
    add(world.users);
    add(world.organizations);
    add(world.memberships);
    add(world.groups);
    add(world.groupMembers);
    add(world.spaces);
    add(world.resources);
    std::mt19937 random(3);
    for (size_t i = 0; i < world.grants.size(); ++i) {
        const GrantRow &row = world.grants[i];
        Instant from = begun;
        if (i < ended) {
            from = worldNow - std::chrono::hours(random() % 8000);
            GrantRow before = row;
            before.role = Role(1 + random() % 5);
            history->add({begun, from, before});
        }
        history->add({from, std::nullopt, row});
    }
    return history;
}

void lookBack(const SnapshotPtr &snapshot, const World &world, const BesidePostgresql &beside)
{
    const size_t ended = world.grants.size() / 20;
    const auto history = historyOf(world, ended);
    std::printf("%zu versions of history, %zu of them ended\n", history->versions().size(), ended);
    report("history in memory", double(history->memoryUsed()) / 1e6, "MB");
    PastPtr past;
    report("history laid over today's snapshot", once([&] { past = *Past::create(history, snapshot); }), "ms");
    const Instant moment = worldNow - std::chrono::hours(4000);
    report("as of half a year ago, first", once([&] { keep(past->asOf(moment).value()); }), "ms", 1000);
    report("as of half a year ago, after", median(9, 100, [&](int) { keep(past->asOf(moment).value()); }) / 1000, "ms", 1);
    const Resolver then(past->asOf(moment).value(), moment);
    report("a check of then", median(100, 1000, [&](int i) {
               keep(then.check(UserIndex(quint32(i) % snapshot->userSlots()), SpaceIndex(quint32(i) % snapshot->spaceSlots())));
           }), "us");
    const QString user = world.users.front().id.toString();
    const QString space = world.spaces.front().id.toString();
    beside.report("a check of then", asOfSql(), 3, [&](int) {
        const qint64 now = toMicroseconds(worldNow + std::chrono::hours(1));
        return QVariantList{now, now, user, space, user};
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // the driver's
    const bool besidePostgresql = argc > 1 && std::strcmp(argv[1], "--postgresql") == 0;
    const int first = besidePostgresql ? 2 : 1;
    WorldShape shape = largeShape();
    if (argc == first + 4) {
        shape.users = atoi(argv[first]);
        shape.memberships = shape.users * 5 / 4;
        shape.organizations = atoi(argv[first + 1]);
        shape.spaces = atoi(argv[first + 2]);
        shape.grants = atoi(argv[first + 3]);
    }
    const World world = loadable(makeWorld(shape), 0);
    std::printf("%zu users, %zu organizations, %zu memberships, %zu groups, %zu spaces, %zu resources, %zu grants\n",
                world.users.size(), world.organizations.size(), world.memberships.size(), world.groups.size(),
                world.spaces.size(), world.resources.size(), world.grants.size());
    const SnapshotPtr snapshot = build(world);
    BesidePostgresql beside;
    if (besidePostgresql)
        beside.load(world);
    askQuestions(snapshot, beside);
    moveDepartment(snapshot, 1'000, "what-if of moving a department of 1,000 people", 200, beside);
    moveDepartment(snapshot, 12'000, "what-if of moving a department of 12,000 people", 1000, beside);
    lookBack(snapshot, world, beside);
    changeThings(snapshot, world, beside);
}
