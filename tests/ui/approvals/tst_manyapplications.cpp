// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/pages/approvals/approvalfinder.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/widgets/searchfield.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

// APP-3, INB-1: the window goes on while 100,000 applications are read, searched, sorted, and while pulls
// bring more.
class TestManyApplications : public QObject
{
    Q_OBJECT
private:
    static constexpr int many = 100'000; // some of them the actor's own
    std::unique_ptr<test::FixedSession> m_session;
    std::unique_ptr<ApprovalsPage> m_page;
    ApprovalFinder *m_finder = nullptr;
    QTableView *m_table = nullptr;

    [[nodiscard]] ApplicationRow row(int i) const
    {
        ApplicationRow row;
        row.id = ApplicationId::make(m_session->now());
        row.applicationKind = u"tenant_creation"_s;
        row.stages = {u"system_administrator"_s};
        row.applicantId = m_session->world().users[size_t(i) % m_session->world().users.size()].id;
        row.submittedAt = m_session->now() - std::chrono::seconds(i);
        row.form = {{u"name"_s, u"部门 %1-Bots租户"_s.arg(i)}, {u"code"_s, u"CODE_%1"_s.arg(i)}};
        row.version = 1;
        return row;
    }
    /// While `act` and what follows from it run, the longest time in which the event loop did nothing else.
    /// The act itself returns before the answer is there: it was not found out here.
    template <class Act>
    void goesOn(const char *what, const Act &act)
    {
        QSignalSpy found(m_finder, &ApprovalFinder::found);
        test::LoopWatch watch;
        act();
        QVERIFY(m_finder->isBusy());
        QCOMPARE(found.size(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!m_finder->isBusy() && found.size() == 1, 60'000);
        qInfo("%s: answered after %lld ms, longest stall %.1f ms", what, watch.elapsed(), watch.longest());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<test::FixedSession>(u"system_administrator"_s);
        directory::Delta delta;
        for (int i = 0; i < many; ++i)
            delta.upserted.push_back(row(i));
        m_session->apply(delta);
        m_page = std::make_unique<ApprovalsPage>(*m_session);
        m_finder = m_page->findChild<ApprovalFinder *>();
        m_table = m_page->findChild<QTableView *>();
        QVERIFY(m_finder->isBusy()); // the constructor came back before
        m_page->resize(1048, 744);
        m_page->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_table->model()->rowCount() > many * 9 / 10, 60'000);
    }

    void pull()
    {
        m_table->selectRow(7);
        const QString selected = m_table->currentIndex().data().toString();
        directory::Delta delta;
        for (int i = 0; i < 5; ++i)
            delta.upserted.push_back(row(-i));
        const directory::SnapshotPtr next = m_session->snapshot()->apply(delta).value();
        QSignalSpy resets(m_table->model(), &QAbstractItemModel::modelReset);
        goesOn("a pull of 5", [&] { m_session->setSnapshot(next); });
        QCOMPARE(resets.size(), 0);
        QCOMPARE(m_table->currentIndex().data().toString(), selected);
    }

    void search()
    {
        auto *field = m_page->findChild<SearchField *>();
        for (const QString &query : {u"b"_s, u"bu"_s, u"bumen"_s, u"bumen4711"_s, u""_s})
            goesOn(qPrintable(u"search for \"%1\""_s.arg(query)), [&] { Q_EMIT field->queryChanged(query); });
        QVERIFY(m_table->model()->rowCount() > many * 9 / 10);
    }

    void sort()
    {
        goesOn("sort by name", [this] { m_table->sortByColumn(0, Qt::DescendingOrder); });
        goesOn("sort by age", [this] { m_table->sortByColumn(3, Qt::AscendingOrder); });
    }

    // Not found out anew: a decision of ours changes one row.
    void decide()
    {
        m_table->selectRow(3);
        m_table->setFocus();
        goesOn("a decision",
               [this] { Q_EMIT m_page->findChild<DecisionBar *>()->decided(Decision::Approve, {}); });
        QCOMPARE(m_session->commands().size(), 1);
    }
};

QTEST_MAIN(TestManyApplications)
#include "tst_manyapplications.moc"
