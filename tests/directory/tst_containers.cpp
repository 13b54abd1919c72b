// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/idtable.h"
#include "core/directory/pagedlists.h"

#include <QTest>

#include <map>
#include <random>

using namespace tenantry::directory;

class TestContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesOfAnArrayGoTheirOwnWays()
    {
        PagedArray<int, 2> a;
        for (int i = 0; i < 11; ++i)
            a.append(i);
        PagedArray<int, 2> b = a;
        b.change(5) = 50;
        b.append(11);
        QCOMPARE(a[5], 5);
        QCOMPARE(a.size(), 11U);
        QCOMPARE(b[5], 50);
        QCOMPARE(b[11], 11);
        a.change(0) = -1;
        QCOMPARE(b[0], 0);
        QVERIFY(&a[9] == &b[9] || a[9] == b[9]);
    }

    void listsEqualVectors()
    {
        std::mt19937 random(5);
        constexpr quint32 nodes = 37;
        std::vector<std::vector<int>> expected(nodes);
        std::vector<quint32> counts(nodes);
        for (quint32 node = 0; node < nodes; ++node)
            for (counts[node] = random() % 4; expected[node].size() < counts[node];)
                expected[node].push_back(int(random() % 100));
        PagedLists<int, 3>::Loader loader(counts);
        for (quint32 node = 0; node < nodes; ++node)
            for (const int n : expected[node])
                loader.add(node, n);
        loader.sort();
        PagedLists<int, 3> lists = loader.finish();
        for (auto &list : expected)
            std::ranges::sort(list);
        const PagedLists<int, 3> before = lists;
        const auto snapshot = expected;
        lists.resize(nodes + 20);
        expected.resize(nodes + 20);
        for (int i = 0; i < 2000; ++i) {
            const quint32 node = random() % expected.size();
            if (expected[node].empty() || random() % 2) {
                const int n = int(random() % 100);
                lists.insert(node, n);
                expected[node].insert(std::ranges::lower_bound(expected[node], n), n);
            } else {
                const int n = expected[node][random() % expected[node].size()];
                lists.erase(node, n);
                std::erase(expected[node], n);
            }
        }
        for (quint32 node = 0; node < expected.size(); ++node)
            QVERIFY(std::ranges::equal(lists[node], expected[node]));
        for (quint32 node = 0; node < nodes; ++node)
            QVERIFY(std::ranges::equal(before[node], snapshot[node]));
    }

    void idsAreFoundAgain()
    {
        struct Cell {
            QUuid id;
        };
        PagedArray<Cell> cells;
        IdTable ids;
        std::map<QUuid, quint32> expected;
        std::mt19937 random(9);
        QCOMPARE(ids.find(QUuid::createUuid(), cells), IdTable::none);
        for (int i = 0; i < 20'000; ++i) {
            if (!expected.empty() && random() % 3 == 0) {
                const quint32 index = random() % cells.size();
                const QUuid id = cells[index].id;
                if (expected.erase(id)) {
                    ids.remove(id, cells);
                    cells.change(index).id = QUuid();
                }
            } else {
                const quint32 index = cells.size();
                // Like those of our own that only count: no bit may be lost.
                cells.append({QUuid(i % 2 ? uint(i) : 7U, 0, 0, 0, 0, 0, 0, uchar(i >> 24), uchar(i >> 16), uchar(i >> 8), uchar(i))});
                ids.insert(index, cells);
                expected.emplace(cells[index].id, index);
            }
        }
        for (quint32 i = 0; i < cells.size(); ++i)
            if (!cells[i].id.isNull())
                QCOMPARE(ids.find(cells[i].id, cells), i);
        QCOMPARE(ids.find(QUuid::createUuid(), cells), IdTable::none);
    }
};

QTEST_GUILESS_MAIN(TestContainers)
#include "tst_containers.moc"
