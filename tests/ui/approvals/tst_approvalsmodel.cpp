// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/approvals/approvalsmodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/itemroles.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestApprovalsModel : public QObject
{
    Q_OBJECT
private:
    static ApprovalItem itemNamed(const QString &name, Instant at)
    {
        ApplicationRow row;
        row.id = ApplicationId::make(at);
        row.applicationKind = u"tenant_creation"_s;
        row.form = {{u"name"_s, name}, {u"code"_s, u"CODE"_s}};
        row.submittedAt = at;
        ApprovalItem item;
        item.key = row.id.uuid();
        item.at = at;
        item.application = std::make_shared<const ApplicationRow>(row);
        return item;
    }
    static QStringList subjects(const ApprovalsModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, 0).data().toString());
        return names;
    }
    const Instant m_now = test::FixedSession::fixedNow();
    void show(ApprovalsModel &model, const QList<ApprovalItem> &items) const
    {
        model.setItems(Box::ToDecide, items, directory::Snapshot::empty(), m_now, std::chrono::hours(24));
    }

private Q_SLOTS:
    // A new state keeps what is selected, wherever rows come and go.
    void keepsPersistentRows()
    {
        ApprovalsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<ApprovalItem> items;
        for (int i = 0; i < 30; ++i)
            items.append(itemNamed(u"item %1"_s.arg(i), m_now - std::chrono::hours(i)));
        show(model, items);
        QCOMPARE(model.rowCount(), 30);
        const QPersistentModelIndex kept = model.index(model.rowOf(items[17].key), 0);
        QList<ApprovalItem> next;
        for (int i = 0; i < 30; i += (i % 3) + 1)
            next.append(items[i]);
        next.append(items[17]);
        next.append(itemNamed(u"newest"_s, m_now));
        next.append(itemNamed(u"oldest"_s, m_now - std::chrono::hours(99)));
        show(model, next);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), u"item 17"_s);
        QCOMPARE(subjects(model).constLast(), u"oldest"_s);
        model.sort(ApprovalsModel::Subject, Qt::DescendingOrder);
        QCOMPARE(kept.data().toString(), u"item 17"_s);
        QCOMPARE(subjects(model).constFirst(), u"oldest"_s);
        show(model, {});
        QVERIFY(!kept.isValid());
    }

    // TEN-4: amber from two thirds of the target, red past it; newest first.
    void agesAgainstTheTarget()
    {
        ApprovalsModel model;
        show(model, {itemNamed(u"red"_s, m_now - std::chrono::hours(24) - std::chrono::minutes(1)),
                     itemNamed(u"green"_s, m_now - std::chrono::hours(15)), itemNamed(u"amber"_s, m_now - std::chrono::hours(16)),
                     itemNamed(u"last amber"_s, m_now - std::chrono::hours(24))});
        QCOMPARE(subjects(model), QStringList({u"green"_s, u"amber"_s, u"last amber"_s, u"red"_s}));
        QList<Tone> tones;
        for (int row = 0; row < model.rowCount(); ++row)
            tones.append(Tone(model.index(row, ApprovalsModel::Age).data(ToneRole).toInt()));
        QCOMPARE(tones, QList<Tone>({Tone::Neutral, Tone::Warning, Tone::Warning, Tone::Danger}));
    }

    void findsByPinyinAndMarksTheHit()
    {
        ApprovalsModel model;
        show(model, {itemNamed(u"质效技术部-Bots租户"_s, m_now), itemNamed(u"Search Quality"_s, m_now)});
        model.setQuery(u"zhixiao"_s);
        QCOMPARE(subjects(model), QStringList({u"质效技术部-Bots租户"_s}));
        QVERIFY(!model.index(0, 0).data(MatchesRole).value<QList<TextRange>>().isEmpty());
        model.setQuery(u"quality"_s);
        QCOMPARE(subjects(model), QStringList({u"Search Quality"_s}));
        model.setQuery({});
        QCOMPARE(model.rowCount(), 2);
    }

    void hundredThousandRows()
    {
        ApprovalsModel model;
        QList<ApprovalItem> items;
        for (int i = 0; i < 100'000; ++i)
            items.append(itemNamed(u"部门 %1-Bots租户"_s.arg(i), m_now - std::chrono::seconds(i)));
        QElapsedTimer timer;
        timer.start();
        show(model, items);
        QCOMPARE(model.rowCount(), 100'000);
        qInfo("shown after %lld ms", timer.restart());
        items.remove(500, 3);
        show(model, items);
        qInfo("three rows gone after %lld ms", timer.restart());
        QCOMPARE(model.rowCount(), 99'997);
        model.sort(ApprovalsModel::Subject, Qt::AscendingOrder);
        qInfo("sorted by name after %lld ms", timer.restart());
        model.setQuery(u"4711"_s);
        qInfo("searched after %lld ms", timer.elapsed());
        QVERIFY(model.rowCount() > 10 && model.rowCount() < 1000);
    }
};

QTEST_MAIN(TestApprovalsModel)
#include "tst_approvalsmodel.moc"
