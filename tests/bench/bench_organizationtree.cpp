// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The organizations' tree with 200,000 nodes (ORG-2): what the UI's thread spends on it, against the bar of
// 50 ms for a stall.
//   QT_QPA_PLATFORM=offscreen bench_organizationtree [NODES]
#include "tests/bench/figures.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/organizations/organizationtreemodel.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

namespace {

constexpr double bar = 50;

/// Ten below each, as deep as that takes.
directory::Delta manyOrganizations(const OrganizationRow &root, int count)
{
    directory::Delta delta;
    std::vector<OrganizationId> ids{root.id};
    for (int i = 0; i < count; ++i) {
        OrganizationRow row = root;
        row.id = OrganizationId(makeUuid7(root.createdAt));
        row.parentId = ids[size_t(i / 10)];
        row.name = u"部门 %1"_s.arg(i);
        row.code = u"D%1"_s.arg(i);
        ids.push_back(row.id);
        delta.upserted.push_back(row);
    }
    return delta;
}

OrganizationRow rowOf(const directory::Snapshot &snapshot, const QString &name)
{
    for (const auto index : snapshot.organizations())
        if (snapshot.organization(index).name() == name)
            return snapshot.organization(index).row();
    return {};
}

void turn()
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int nodes = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 200'000;
    test::FixedSession session(u"tenant_administrator"_s);
    const OrganizationRow root = rowOf(*session.snapshot(), u"质效技术部"_s);
    session.apply(manyOrganizations(root, nodes));
    std::printf("%d organizations\n", int(session.snapshot()->organizationCount()));

    std::unique_ptr<OrganizationsPage> page;
    bench::report("page made", bench::once([&] { page = std::make_unique<OrganizationsPage>(session); }),
                  "ms", bar);
    page->resize(1048, 744);
    bench::report("page shown", bench::once([&] {
                      page->show();
                      turn();
                  }),
                  "ms", bar);

    OrganizationRow moved = rowOf(*session.snapshot(), u"部门 7"_s);
    moved.parentId = rowOf(*session.snapshot(), u"部门 3"_s).id;
    const auto afterMove = session.snapshot()->apply({{moved}, {}}).value();
    bench::report("a pull that moves one with 10,000 below it", bench::once([&] {
                      session.setSnapshot(afterMove);
                      turn();
                  }),
                  "ms", bar);
    UserRow person = session.world().users.front();
    person.name += u'a';
    const auto afterUser = session.snapshot()->apply({{person}, {}}).value();
    bench::report("a pull that changes one person", bench::once([&] {
                      session.setSnapshot(afterUser);
                      turn();
                  }),
                  "ms", bar);

    auto *field = page->findChild<SearchField *>(u"organizationSearch"_s);
    for (const QString &query : {u"b"_s, u"bumen1"_s, u"bumen4711"_s, u""_s})
        bench::report(qPrintable(u"a keystroke of search: \"%1\""_s.arg(query)), bench::once([&] {
                          Q_EMIT field->queryChanged(query);
                          turn();
                      }),
                      "ms", bar);
    return 0;
}
