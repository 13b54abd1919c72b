// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/approvals/approvalsmodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/itemroles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

class TestApprovalsModel : public QObject
{
    Q_OBJECT
private:
    static ApplicationRow rowNamed(const QString &name, Instant at)
    {
        ApplicationRow row;
        row.id = ApplicationId::make(at);
        row.applicationKind = u"tenant_creation"_s;
        row.stages = {u"system_administrator"_s};
        row.applicantId = UserId::make(at);
        row.form = {{u"name"_s, name}, {u"code"_s, u"CODE"_s}};
        row.submittedAt = at;
        row.version = 1;
        return row;
    }
    static QStringList subjects(const ApprovalsModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, 0).data().toString());
        return names;
    }
    static directory::SnapshotPtr snapshotOf(const QList<ApplicationRow> &rows)
    {
        directory::SnapshotBuilder builder;
        for (const ApplicationRow &row : rows)
            builder.add(row);
        return builder.build().value();
    }

    const Instant m_now = test::FixedSession::fixedNow();
    std::unique_ptr<ApprovalLister> m_lister;
    ApprovalFilter m_filter;
    ApprovalSource m_source;

    void show(ApprovalsModel &model)
    {
        model.take(m_lister->list({m_source, m_filter, model.items()}), m_now, std::chrono::hours(24));
    }
    void show(ApprovalsModel &model, const QList<ApplicationRow> &rows)
    {
        m_source.snapshot = snapshotOf(rows);
        show(model);
    }

private Q_SLOTS:
    void init()
    {
        m_lister = std::make_unique<ApprovalLister>();
        m_filter = {};
        m_source = {directory::Snapshot::empty(), {}, {UserId::make(m_now), {}, {}, true}};
    }

    // A new state keeps what is selected, wherever rows come and go.
    void keepsPersistentRows()
    {
        ApprovalsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<ApplicationRow> rows;
        for (int i = 0; i < 30; ++i)
            rows.append(rowNamed(u"item %1"_s.arg(i), m_now - std::chrono::hours(i)));
        show(model, rows);
        QCOMPARE(model.rowCount(), 30);
        const QPersistentModelIndex kept = model.index(model.rowOf(rows[17].id.uuid()), 0);
        QList<ApplicationRow> next;
        for (int i = 0; i < 30; i += (i % 3) + 1)
            next.append(rows[i]);
        next.append(rows[17]);
        next.append(rowNamed(u"newest"_s, m_now));
        next.append(rowNamed(u"oldest"_s, m_now - std::chrono::hours(99)));
        show(model, next);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), u"item 17"_s);
        QCOMPARE(subjects(model).constLast(), u"oldest"_s);
        m_filter.order = ApprovalOrder::Subject;
        m_filter.direction = Qt::DescendingOrder;
        show(model);
        QCOMPARE(kept.data().toString(), u"item 17"_s);
        QCOMPARE(subjects(model).constFirst(), u"oldest"_s);
        show(model, {});
        QVERIFY(!kept.isValid());
    }

    // Any two lists: what the signals told is what is there.
    void followsAnyChange()
    {
        std::mt19937 random(11);
        ApprovalsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<ApplicationRow> rows;
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < int(random() % 4); ++i)
                rows.append(rowNamed(u"item %1"_s.arg(random() % 1000),
                                     m_now - std::chrono::minutes(random() % 5000)));
            for (int i = 0; i < int(random() % 3) && !rows.isEmpty(); ++i)
                rows.removeAt(qsizetype(random() % size_t(rows.size())));
            if (!rows.isEmpty())
                rows[qsizetype(random() % size_t(rows.size()))].submittedAt =
                    m_now - std::chrono::minutes(random() % 5000);
            m_filter.order = random() % 5 == 0 ? ApprovalOrder::Subject : ApprovalOrder::Age;
            QHash<QUuid, QPersistentModelIndex> held;
            for (int row = 0; row < model.rowCount(); ++row)
                held.insert(model.item(row).key, model.index(row, 0));
            show(model, rows);
            QCOMPARE(model.rowCount(), int(rows.size()));
            for (int row = 0; row < model.rowCount(); ++row)
                if (const auto index = held.constFind(model.item(row).key); index != held.cend())
                    QCOMPARE(index->row(), row);
        }
    }

    // TEN-4: amber from two thirds of the target, red past it; newest first.
    void agesAgainstTheTarget()
    {
        ApprovalsModel model;
        show(model, {rowNamed(u"red"_s, m_now - std::chrono::hours(24) - std::chrono::minutes(1)),
                     rowNamed(u"green"_s, m_now - std::chrono::hours(15)),
                     rowNamed(u"amber"_s, m_now - std::chrono::hours(16)),
                     rowNamed(u"last amber"_s, m_now - std::chrono::hours(24))});
        QCOMPARE(subjects(model), QStringList({u"green"_s, u"amber"_s, u"last amber"_s, u"red"_s}));
        QList<Tone> tones;
        for (int row = 0; row < model.rowCount(); ++row)
            tones.append(Tone(model.index(row, ApprovalsModel::Age).data(ToneRole).toInt()));
        QCOMPARE(tones, QList<Tone>({Tone::Neutral, Tone::Warning, Tone::Warning, Tone::Danger}));
    }

    // INB-1
    void findsByPinyinAndMarksTheHit()
    {
        ApprovalsModel model;
        const QList<ApplicationRow> rows{rowNamed(u"质效技术部-Bots租户"_s, m_now),
                                         rowNamed(u"Search Quality"_s, m_now)};
        for (const auto &[query, found] : {std::pair(u"zhixiao"_s, 0),
                                           {u"zx"_s, 0},
                                           {u"技术"_s, 0},
                                           {u"bots 质效"_s, 0},
                                           {u"QUALITY"_s, 1}}) {
            m_filter.query = query;
            show(model, rows);
            QCOMPARE(subjects(model), QStringList({rows[found].form.value(u"name"_s).toString()}));
            QVERIFY(!model.index(0, 0).data(MatchesRole).value<QList<TextRange>>().isEmpty());
        }
        m_filter.query = u"code"_s;
        show(model, rows);
        QCOMPARE(model.rowCount(), 2);
        m_filter.query = u"nobody"_s;
        show(model, rows);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.unfilteredCount(), 2);
    }

    // A pull that brings three rows costs three: what stayed is the very same object, and nothing is reset.
    void followsOnlyWhatChanged()
    {
        ApprovalsModel model;
        QList<ApplicationRow> rows;
        for (int i = 0; i < 5000; ++i)
            rows.append(rowNamed(u"部门 %1-Bots租户"_s.arg(i), m_now - std::chrono::seconds(i)));
        show(model, rows);
        const ApprovalItems before = *model.items();
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset),
            inserted(&model, &QAbstractItemModel::rowsInserted);
        directory::Delta delta;
        for (int i = 0; i < 3; ++i)
            delta.upserted.push_back(rowNamed(u"new %1"_s.arg(i), m_now + std::chrono::seconds(i + 1)));
        m_source.snapshot = m_source.snapshot->apply(delta).value();
        show(model);
        QCOMPARE(model.rowCount(), 5003);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(inserted.size(), 1);
        const QSet<ApprovalItemPtr> now(model.items()->begin(), model.items()->end());
        QVERIFY(std::all_of(before.begin(), before.end(),
                            [&now](const ApprovalItemPtr &item) { return now.contains(item); }));
    }
};

QTEST_MAIN(TestApprovalsModel)
#include "tst_approvalsmodel.moc"
