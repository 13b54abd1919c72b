// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TEN-13: who has which tenant open, for everything that shows it
#include "tests/uisupport/somesecurity.h"
#include "ui/pages/members/memberspage.h"
#include "ui/pages/tenants/breakglassbar.h"
#include "ui/pages/tenants/tenantspage.h"

#include <QJsonArray>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;

class BreakGlassWatchTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;
    TenantId m_tenant;

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<FixedSession>(u"system_administrator"_s);
        m_tenant = m_session->world().tenants.back().id;
    }

    void everythingSharesOneQuestion()
    {
        int asked = 0;
        m_session->setAnswer(sync::Question::BreakGlass, [&asked](const QJsonObject &) -> Result<QJsonValue> {
            ++asked;
            return QJsonObject{{u"open"_s, QJsonArray()}};
        });
        const BreakGlassBar bar(*m_session);
        const BreakGlassNotice notice(*m_session);
        const TenantsPage tenants(*m_session);
        const MembersPage members(*m_session);
        QTRY_COMPARE(asked, 1);
        for (int pull = 0; pull < 3; ++pull) // in a row: one question
            Q_EMIT m_session->snapshotChanged();
        QTRY_COMPARE(asked, 2);
    }

    void endsByTheClockWhateverTheServerSaid()
    {
        test::openForMaintenance(*m_session, m_tenant, m_session->userId(), 30);
        BreakGlassWatch &watch = m_session->breakGlass();
        QTRY_COMPARE(watch.opened().size(), 1);
        QCOMPARE(watch.opened().constFirst().tenantId, m_tenant);
        sync::SyncState state = m_session->state();
        state.online = false;
        m_session->setState(state);
        m_session->setNow(m_session->now() + std::chrono::minutes(29));
        QCOMPARE(watch.opened().size(), 1);
        QSignalSpy changed(&watch, &BreakGlassWatch::changed);
        m_session->setNow(m_session->now() + std::chrono::minutes(1));
        QCOMPARE(watch.opened().size(), 0);
        QTRY_VERIFY(!changed.isEmpty()); // and whoever shows it is told
    }

    // Started anew without a connection: the replica says what is open, until the server says more.
    void aRestartOfflineShowsItToo()
    {
        sync::SyncState state = m_session->state();
        state.online = false;
        m_session->setState(state);
        const BreakGlassBar bar(*m_session);
        QVERIFY(bar.isHidden());
        QSignalSpy changed(&m_session->breakGlass(), &BreakGlassWatch::changed);
        state.openUntil = {{m_tenant.uuid(), m_session->now() + std::chrono::minutes(30)}};
        m_session->setState(state);
        QVERIFY(!changed.isEmpty());
        QVERIFY(!bar.isHidden());
        QVERIFY(bar.accessibleName().contains(m_session->world().tenants.back().name));
        const auto *end = bar.findChild<QPushButton *>();
        QVERIFY(end->isHidden()); // which one to end isn't known here
        QCOMPARE(m_session->breakGlass().opened().constFirst().userId, m_session->userId());
        // The server's word takes its place.
        test::openForMaintenance(*m_session, m_tenant, m_session->userId(), 20);
        state.online = true;
        m_session->setState(state);
        Q_EMIT m_session->snapshotChanged();
        QTRY_VERIFY(!m_session->breakGlass().opened().constFirst().id.isNull());
        QCOMPARE(m_session->breakGlass().opened().size(), 1);
        QVERIFY(!end->isHidden());
    }

    void whatTheReplicaSaysEndsByTheClock()
    {
        sync::SyncState state = m_session->state();
        state.online = false;
        state.openUntil = {{m_tenant.uuid(), m_session->now() + std::chrono::minutes(30)}};
        m_session->setState(state);
        QCOMPARE(m_session->breakGlass().opened().size(), 1);
        m_session->setNow(m_session->now() + std::chrono::minutes(30));
        QCOMPARE(m_session->breakGlass().opened().size(), 0);
        m_session->setSnapshot(directory::Snapshot::empty());
        QCOMPARE(m_session->breakGlass().opened().size(), 0);
    }

    void aLockLeavesNoName()
    {
        test::openForMaintenance(*m_session, m_tenant, m_session->userId(), 30);
        QTRY_COMPARE(m_session->breakGlass().opened().size(), 1);
        m_session->setSnapshot(directory::Snapshot::empty());
        QCOMPARE(m_session->breakGlass().opened().size(), 0);
    }
};

QTEST_MAIN(BreakGlassWatchTest)
#include "tst_breakglasswatch.moc"
