// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/diffingmodel.h"

#include <QAbstractItemModelTester>
#include <QAbstractListModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace {

struct Row
{
    int id = 0;
    QString text;
    friend bool operator==(const Row &, const Row &) = default;
};

class LettersModel final : public DiffingModel<QAbstractListModel>
{
public:
    using DiffingModel::DiffingModel;
    /// "abC": rows a, b, c; a capital letter is the same row with another text.
    void show(const QString &letters)
    {
        std::vector<Row> next;
        for (const QChar c : letters)
            next.push_back({c.toLower().unicode(), QString(c)});
        takeRows(m_rows, std::move(next));
    }
    [[nodiscard]] QString shown() const
    {
        QString text;
        for (const Row &row : m_rows)
            text += row.text;
        return text;
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_rows[size_t(index.row())].text) : QVariant();
    }

private:
    std::vector<Row> m_rows;
};

} // namespace

class DiffingModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneListBecomesTheOther_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("removals");
        QTest::addColumn<int>("insertions");
        QTest::addColumn<int>("orders");
        QTest::addColumn<int>("changes");
        QTest::newRow("the same") << u"abc"_s << u"abc"_s << 0 << 0 << 0 << 0;
        QTest::newRow("first rows") << u""_s << u"abc"_s << 0 << 1 << 0 << 0;
        QTest::newRow("all go") << u"abc"_s << u""_s << 1 << 0 << 0 << 0;
        QTest::newRow("one in the middle comes") << u"ac"_s << u"abc"_s << 0 << 1 << 0 << 0;
        QTest::newRow("two together go") << u"abcd"_s << u"ad"_s << 1 << 0 << 0 << 0;
        QTest::newRow("scattered ones go") << u"abcdef"_s << u"bdf"_s << 1 << 0 << 1 << 0;
        QTest::newRow("scattered ones come") << u"bdf"_s << u"abcdef"_s << 0 << 1 << 1 << 0;
        QTest::newRow("another order") << u"abc"_s << u"cba"_s << 0 << 0 << 1 << 0;
        QTest::newRow("other texts") << u"abcd"_s << u"aBCd"_s << 0 << 0 << 0 << 1;
        QTest::newRow("other texts apart") << u"abcd"_s << u"AbcD"_s << 0 << 0 << 0 << 2;
        QTest::newRow("all at once") << u"abcdef"_s << u"xEcyaz"_s << 1 << 1 << 3 << 1;
    }
    void oneListBecomesTheOther()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        LettersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(before);
        QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved),
            insertions(&model, &QAbstractItemModel::rowsInserted),
            orders(&model, &QAbstractItemModel::layoutChanged),
            changes(&model, &QAbstractItemModel::dataChanged),
            resets(&model, &QAbstractItemModel::modelReset);
        model.show(after);
        QCOMPARE(model.shown(), after);
        QTEST(int(removals.size()), "removals");
        QTEST(int(insertions.size()), "insertions");
        QTEST(int(orders.size()), "orders");
        QTEST(int(changes.size()), "changes");
        QCOMPARE(resets.size(), 0);
    }

    void persistentIndexesFollowTheirRows()
    {
        QRandomGenerator random(7);
        LettersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto shuffled = [&] {
            QString all = u"abcdefghijklmnop"_s, some;
            std::shuffle(all.begin(), all.end(), random);
            for (const QChar c : std::as_const(all))
                if (random.bounded(3) > 0)
                    some += random.bounded(4) == 0 ? c.toUpper() : c;
            return some;
        };
        QString before = shuffled();
        model.show(before);
        for (int round = 0; round < 500; ++round) {
            QList<QPersistentModelIndex> kept;
            for (int i = 0; i < model.rowCount(); ++i)
                kept.append(model.index(i));
            const QString after = shuffled();
            model.show(after);
            QCOMPARE(model.shown(), after);
            for (qsizetype i = 0; i < before.size(); ++i)
                QCOMPARE(qsizetype(kept[i].isValid() ? kept[i].row() : -1),
                         after.indexOf(before[i], 0, Qt::CaseInsensitive));
            before = after;
        }
    }
};

QTEST_GUILESS_MAIN(DiffingModelTest)
#include "tst_diffingmodel.moc"
