// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/historyfile.h"
#include "tests/sync/enginefixture.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::sync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Stands still until told otherwise, from any thread.
class MovedClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return fromMicroseconds(m_now); }
    void move(std::chrono::minutes by) { m_now += std::chrono::microseconds(by).count(); }

private:
    std::atomic<qint64> m_now = toMicroseconds(SystemClock().now());
};

} // namespace

/// TEN-13: what a tenant that was opened for maintenance brought onto a console leaves it at its end, whether
/// there is a server or not.
class TestEngineEnds final : public EngineFixture
{
    Q_OBJECT

    std::shared_ptr<MovedClock> m_clock;
    QString m_opened;
    bool m_stopped = false; ///< the server

    /// A console of the platform team that turned to tenant A, which is open for an hour.
    [[nodiscard]] std::unique_ptr<test::Console> consoleWithin()
    {
        m_opened = SchemaWorld::newId();
        const Answer answer = m_world.execute(m_world.root, {u"break_glass_open"_s,
                                                             {{u"break_glass_id"_s, m_opened},
                                                              {u"tenant_id"_s, m_world.tenantA},
                                                              {u"minutes"_s, 60},
                                                              {u"reason"_s, u"巡检"_s}}});
        if (!answer.isDone())
            qFatal("%s", qPrintable(answer.text()));
        m_clock = std::make_shared<MovedClock>();
        return consoleBy(m_clock);
    }
    [[nodiscard]] std::unique_ptr<test::Console> consoleBy(const std::shared_ptr<const Clock> &clock)
    {
        auto made = std::make_unique<test::Console>(m_world.cluster().profileFor(m_world.root.role),
                                                    SchemaWorld::password);
        made->options.clock = clock;
        made->options.openTenants = QSet<QUuid>{QUuid(m_world.tenantA)};
        made->start();
        return made;
    }
    [[nodiscard]] bool isInside(const PullInfo &info) const
    {
        return info.scopes.contains(Scope{ScopeKind::Tenant, QUuid(m_world.tenantA), QUuid(m_world.tenantA)});
    }
    /// The space of tenant A, which only its inside holds.
    [[nodiscard]] bool seesSpace(const directory::SnapshotPtr &snapshot) const
    {
        const auto index =
            snapshot ? snapshot->findSpace(SpaceId(QUuid(m_world.spaceA))) : directory::SpaceIndex();
        return index.isValid() && snapshot->space(index).isKnown();
    }
    void stopServer()
    {
        m_world.cluster().stop();
        m_stopped = true;
    }
    void goOnServing()
    {
        startServer();
        m_stopped = false;
    }
    void goOn(std::chrono::minutes by) { m_clock->move(by); }

private Q_SLOTS:
    void cleanup()
    {
        if (m_stopped)
            goOnServing();
        m_world.must(u"delete from app.break_glass"_s);
    }

    void leavesAtItsEndWithoutAServer()
    {
        const auto root = consoleWithin();
        QTRY_VERIFY(isInside(root->info) && seesSpace(root->snapshot));
        stopServer();
        QTRY_VERIFY(!root->state.online);
        goOn(59min);
        QVERIFY(seesSpace(root->snapshot));
        goOn(2min);
        QTRY_VERIFY(!seesSpace(root->snapshot));
        QVERIFY(!isInside(root->info));
        QTRY_VERIFY(root->state.openUntil.isEmpty());
        QVERIFY(root->snapshot->findUser(UserId(QUuid(m_world.root.id))).isValid()); // all else stays
        QCOMPARE(root->state.store, StoreState::Open);
    }

    void isNeverShownByAConsoleThatWasShut()
    {
        const auto root = consoleWithin();
        QTRY_VERIFY(seesSpace(root->snapshot));
        root->stop();
        stopServer();
        goOn(30min);
        root->start();
        QTRY_VERIFY(seesSpace(root->snapshot)); // not yet
        QTRY_VERIFY(root->state.openUntil.contains(QUuid(m_world.tenantA))); // and it can be said why
        root->stop();
        goOn(31min);
        bool shown = false;
        root->start();
        connect(root->thread->engine(), &Engine::snapshotChanged, this,
                [&](const directory::SnapshotPtr &snapshot) { shown = shown || seesSpace(snapshot); });
        QTRY_VERIFY(root->snapshot);
        QVERIFY(!shown && !seesSpace(root->snapshot));
        root->stop();
        goOn(-50min); // turned back: it is gone
        root->start();
        QTRY_VERIFY(root->snapshot);
        QVERIFY(!seesSpace(root->snapshot));
    }

    void leavesAtItsEndWithAServerToo()
    {
        const auto root = consoleWithin();
        QTRY_VERIFY(seesSpace(root->snapshot));
        m_world.must(
            u"update app.break_glass set until = app.now() + interval '1 s', opened_at = app.now() - interval '1 hour'"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!seesSpace(root->snapshot) && !isInside(root->info), 10'000);
        QVERIFY(root->state.online);
        // Anew: it comes again, all of it.
        m_world.must(u"update app.break_glass set until = app.now() + interval '1 hour'"_s);
        QTRY_VERIFY_WITH_TIMEOUT(seesSpace(root->snapshot) && isInside(root->info), 10'000);
    }

    void goesOnWithTheServerAfterwards() // the replica equals a fresh one
    {
        const auto root = consoleWithin();
        QTRY_VERIFY(seesSpace(root->snapshot));
        stopServer();
        QTRY_VERIFY(!root->state.online);
        goOn(61min);
        QTRY_VERIFY(!seesSpace(root->snapshot));
        goOnServing(); // by its clock it is open still: what it says counts
        QTRY_VERIFY_WITH_TIMEOUT(root->state.online && seesSpace(root->snapshot), 15'000);
        m_world.must(u"delete from app.break_glass"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!seesSpace(root->snapshot), 15'000);
        const auto fresh = consoleBy(std::make_shared<SystemClock>());
        QTRY_VERIFY(fresh->snapshot && fresh->state.online);
        QCOMPARE(root->snapshot->users().size(), fresh->snapshot->users().size());
    }

    void itsHistoryGoesToo() // PRM-6
    {
        const auto root = consoleWithin();
        QTRY_VERIFY(seesSpace(root->snapshot));
        m_world.must(u"select worker.take_lease('w', 60)"_s);
        m_world.must(u"select worker.seal_audit()"_s);
        bool read = false;
        connect(root->thread->engine(), &Engine::historyRead, this,
                [&](quint64, const Result<directory::PastPtr> &past) { read = past.has_value(); });
        root->tell(
            [tenant = TenantId(QUuid(m_world.tenantA))](Engine &engine) { engine.readHistory(1, tenant); });
        QTRY_VERIFY(read);
        const auto files = [&] { return QDir(root->folder.path()).entryList({u"history*"_s}, QDir::Files); };
        QVERIFY(!files().isEmpty());
        stopServer();
        goOn(61min);
        QTRY_VERIFY(!seesSpace(root->snapshot));
        QTRY_COMPARE(files(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestEngineEnds)
#include "tst_engineends.moc"
