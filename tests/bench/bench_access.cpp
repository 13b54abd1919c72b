// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of design §6 for directory and access at L: bench_access [USERS ORGANIZATIONS SPACES GRANTS]
#include "core/access/resolver.h"
#include "tests/bench/figures.h"
#include "tests/support/worldgenerator.h"

#include <malloc.h>

#include <random>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::bench;
using namespace tenantry::directory;
using namespace tenantry::tests;

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

void askQuestions(const SnapshotPtr &snapshot)
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
    report("check", median(100, 2000, [&](int i) { keep(resolver.check(at(user, i), at(object, i))); }), "us", 0.3);
    report("detail (space and its resources)", median(100, 1000, [&](int i) { keep(resolver.detail(at(user, i), at(space, i))); }), "us", 0.5);
    report("detail with reasons", median(100, 500, [&](int i) { keep(resolver.detailWithReasons(at(user, i), at(space, i))); }), "us", 5);
    report("explanation of one answer", median(50, 200, [&](int i) { keep(resolver.explain(at(user, i), at(object, i))); }), "us");
    report("everyone on a space", median(200, 10, [&](int i) { keep(resolver.who(at(space, i))); }), "us", 60);
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
    size_t objects = 0;
    for (int i = 0; i < 1000; ++i) {
        const ObjectRoles roles = resolver.objects(user[size_t(i)]);
        objects += roles.spaces.size() + roles.resources.size();
    }
    report("  objects of a user, mean", double(objects) / 1000, "");
}

void changeThings(SnapshotPtr snapshot, const World &world)
{
    std::mt19937 random(2);
    const auto apply = [&](const Delta &delta) { snapshot = snapshot->apply(delta).value(); };
    report("one changed grant in a new snapshot", median(200, 1, [&](int) {
               GrantRow row = world.grants[random() % world.grants.size()];
               row.role = Role(1 + random() % 5);
               apply({{row}, {}});
           }) / 1000, "ms", 1);
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

} // namespace

int main(int argc, char **argv)
{
    WorldShape shape = largeShape();
    if (argc == 5) {
        shape.users = atoi(argv[1]);
        shape.memberships = shape.users * 5 / 4;
        shape.organizations = atoi(argv[2]);
        shape.spaces = atoi(argv[3]);
        shape.grants = atoi(argv[4]);
    }
    World world = makeWorld(shape);
    std::printf("%zu users, %zu organizations, %zu memberships, %zu groups, %zu spaces, %zu resources, %zu grants\n",
                world.users.size(), world.organizations.size(), world.memberships.size(), world.groups.size(),
                world.spaces.size(), world.resources.size(), world.grants.size());
    const SnapshotPtr snapshot = build(world);
    askQuestions(snapshot);
    changeThings(snapshot, world);
}
