// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/organizationtree.h"

#include <QTest>

#include <random>

using namespace tenantry::directory;

class TestOrganizationTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsClimbing() // ORG-2
    {
        std::mt19937 random(3);
        for (int world = 0; world < 50; ++world) {
            const quint32 n = 1 + random() % 60;
            std::vector<OrganizationTree::Input> input(n);
            for (quint32 i = 0; i < n; ++i) {
                // Parents may have higher numbers: shuffle by reversing the order of half of the worlds.
                const quint32 self = world % 2 ? n - 1 - i : i;
                if (i > 0 && random() % 8 != 0) {
                    const quint32 parent = random() % i;
                    input[self].parent = OrganizationIndex(world % 2 ? n - 1 - parent : parent);
                }
                input[self].enabled = random() % 4 != 0;
            }
            const auto tree = OrganizationTree::make(input);
            QVERIFY(tree);
            QCOMPARE(tree->order().size(), size_t(n));
            for (quint32 a = 0; a < n; ++a) {
                int depth = -1;
                bool enabled = true;
                std::vector<bool> above(n);
                for (OrganizationIndex at(a); at.isValid(); at = input[at.value()].parent, ++depth) {
                    enabled = enabled && input[at.value()].enabled;
                    above[at.value()] = true;
                }
                QCOMPARE(tree->depth(OrganizationIndex(a)), depth);
                QCOMPARE(tree->isEffectivelyEnabled(OrganizationIndex(a)), enabled);
                for (quint32 b = 0; b < n; ++b)
                    QCOMPARE(tree->isWithin(OrganizationIndex(a), OrganizationIndex(b)), bool(above[b]));
            }
        }
    }

    void isFastAtAnyDepth() // 200,000 below each other: no recursion
    {
        std::vector<OrganizationTree::Input> input(200'000);
        for (quint32 i = 1; i < input.size(); ++i)
            input[i].parent = OrganizationIndex(i - 1);
        const auto tree = OrganizationTree::make(input);
        QVERIFY(tree);
        QCOMPARE(tree->depth(OrganizationIndex(199'999)), 199'999);
    }

    void findsTheCycle()
    {
        // 4 leads into 1 → 2 → 3 → 1
        std::vector<OrganizationTree::Input> input(5);
        input[1].parent = OrganizationIndex(2);
        input[2].parent = OrganizationIndex(3);
        input[3].parent = OrganizationIndex(1);
        input[4].parent = OrganizationIndex(1);
        const auto tree = OrganizationTree::make(input);
        QVERIFY(!tree);
        QCOMPARE(tree.error().size(), size_t(3));
        for (size_t i = 0; i < 3; ++i)
            QCOMPARE(input[tree.error()[i].value()].parent, tree.error()[(i + 1) % 3]);
        std::vector<OrganizationTree::Input> own(1);
        own[0].parent = OrganizationIndex(0);
        QCOMPARE(OrganizationTree::make(own).error().size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestOrganizationTree)
#include "tst_organizationtree.moc"
