// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/textsearch.h"

#include <QTest>

#include <random>
#include <string>

using namespace tenantry::directory;

class TestTextSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTheStandardLibraryFinds()
    {
        std::mt19937 random(1);
        for (int i = 0; i < 20'000; ++i) {
            std::string text(random() % 150, ' ');
            for (char &c : text)
                c = "ab\n\xe5"[random() % 4];
            std::string needle(1 + random() % 5, ' ');
            for (char &c : needle)
                c = "ab\n\xe5"[random() % 4];
            const size_t from = random() % 160;
            QCOMPARE(findText(text, needle, from), from >= text.size() ? std::string::npos : text.find(needle, from));
        }
    }
};

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
