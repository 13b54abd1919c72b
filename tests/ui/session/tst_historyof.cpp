// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"
#include "tests/sync/console.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/session/enginesession.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;
using directory::PastPtr;
using ui::EngineSession;

/// A tenant's past as pages get it (PRM-6), from a real server and without one.
class TestHistoryOf final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_session.reset(); }
    void comesFromTheServerAndThenFromTheDisk();
    void wasNeverRead();
    void othersGetWhatTheySee();
    void whoSeesSomethingElseReadsItAnew();
    void whoLosesTheTenantLosesItsPast();
    void lockingEndsTheWaiting();
    void wipingTakesItAway();
    void goneContextsAreNotCalled();
    void fixedSessionAnswers();

private:
    void signIn(const Person &person);
    void ask(ui::Session &session, TenantId tenant, QObject *context)
    {
        m_given.reset();
        session.historyOf(tenant, context, [this](const Result<PastPtr> &past) { m_given = past; });
    }
    void ask() { ask(*m_session, TenantId(QUuid::fromString(m_world.tenantA)), this); }
    [[nodiscard]] QString code() const
    {
        return !m_given || m_given->has_value() ? QString() : m_given->error().code;
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_console->folder.path()).entryList({u"history-*"_s});
    }

    SchemaWorld m_world;
    std::unique_ptr<test::Console> m_console;
    std::unique_ptr<EngineSession> m_session;
    std::optional<Result<PastPtr>> m_given;
};

void TestHistoryOf::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    (void)m_world.must(u"select worker.seal_audit()"_s);
}

void TestHistoryOf::init()
{
    signIn(m_world.adminA);
}

void TestHistoryOf::signIn(const Person &person)
{
    m_session.reset();
    m_console =
        std::make_unique<test::Console>(m_world.cluster().profileFor(person.role), SchemaWorld::password);
    m_session = std::make_unique<EngineSession>(m_console->options, UserId());
    m_session->start();
    QTRY_VERIFY(m_session->state().online && m_session->state().store == sync::StoreState::Open);
}

void TestHistoryOf::comesFromTheServerAndThenFromTheDisk()
{
    ask();
    QVERIFY(!m_given); // never from within
    QTRY_VERIFY(m_given);
    QVERIFY2(m_given->has_value(), qPrintable(code()));
    const PastPtr first = **m_given;
    QVERIFY(first->mark().upTo >= first->mark().reachesBackTo);
    const auto then = first->asOf(first->mark().upTo);
    QVERIFY(then);
    QCOMPARE((*then)->grantCount(), m_session->snapshot()->grantCount());

    m_world.cluster().stop();
    const auto again = qScopeGuard([this] { (void)m_world.cluster().start(); });
    QTRY_VERIFY(m_session->state().offlineSince);
    m_session->lock();
    m_session->unlock(); // nothing of it is in memory any more
    QTRY_COMPARE(m_session->state().store, sync::StoreState::Open);
    ask();
    QTRY_VERIFY(m_given);
    QVERIFY2(m_given->has_value(), qPrintable(code()));
    QCOMPARE((**m_given)->mark(), first->mark());
}

void TestHistoryOf::wasNeverRead()
{
    m_world.cluster().stop();
    const auto again = qScopeGuard([this] { (void)m_world.cluster().start(); });
    QTRY_VERIFY(m_session->state().offlineSince);
    ask();
    QTRY_COMPARE(code(), u"history.none"_s);
}

void TestHistoryOf::othersGetWhatTheySee() // PRM-6
{
    signIn(m_world.ownerA);
    ask();
    QTRY_VERIFY(m_given);
    QVERIFY2(m_given->has_value(), qPrintable(code()));
    const PastPtr past = **m_given;
    QVERIFY(past->mark().isPart());
    QCOMPARE((*past->asOf(past->mark().upTo))->grantCount(), m_session->snapshot()->grantCount());
    ask(*m_session, TenantId(QUuid::fromString(m_world.tenantB)), this);
    QTRY_COMPARE(code(), u"server.refused_access"_s);
}

// Without a connection what was read is shown as long as it is what the last pull said that they may see.
void TestHistoryOf::whoSeesSomethingElseReadsItAnew() // PRM-6
{
    signIn(m_world.ownerA);
    ask();
    QTRY_VERIFY(m_given && m_given->has_value());
    const auto offline = [this] {
        m_world.cluster().stop();
        QTRY_VERIFY(m_session->state().offlineSince);
        ask();
        QTRY_VERIFY(m_given);
    };
    const auto online = [this] {
        (void)m_world.cluster().start();
        m_session->syncNow();
        QTRY_VERIFY(!m_session->state().offlineSince);
    };
    offline();
    QVERIFY2(m_given->has_value(), qPrintable(code()));
    online();
    const auto held = m_session->heldScopes();
    (void)m_world.must(u"with made as (insert into app.role_groups (tenant_id, id, name, created_at) values "
                       u"(?, app.uuid7(), "
                       u"'other scopes', now()) returning tenant_id, id) insert into app.role_group_members "
                       u"(tenant_id, id, group_id, "
                       u"user_id) select made.tenant_id, app.uuid7(), made.id, ? from made"_s,
                       {m_world.tenantA, m_world.ownerA.id});
    QTRY_VERIFY(m_session->heldScopes() != held);
    offline();
    QCOMPARE(code(), u"history.none"_s);
    QVERIFY(files().filter(QRegularExpression(u"sqlite$"_s)).isEmpty());
    online();
}

void TestHistoryOf::whoLosesTheTenantLosesItsPast() // PRM-6
{
    ask();
    QTRY_VERIFY(m_given && m_given->has_value());
    QCOMPARE(files().filter(QRegularExpression(u"sqlite$"_s)).size(), 1);
    const QString next = m_world.memberA.id;
    const auto appoint = [&](const QString &person) {
        (void)m_world.must(u"do $$ begin update app.role_assignments set user_id = '%1' where tenant_id = "
                           u"'%2' and role = 'tenant_administrator'; "
                           "update app.tenants set administrator_id = '%1' where id = '%2'; end $$"_s.arg(
                               person, m_world.tenantA));
    };
    appoint(next);
    const auto again = qScopeGuard([&] { appoint(m_world.adminA.id); });
    const Scope tenant{ScopeKind::Tenant, QUuid::fromString(m_world.tenantA), {}};
    QTRY_VERIFY(!m_session->heldScopes().contains(tenant));
    ask(); // an ordinary member now
    QTRY_VERIFY(m_given);
    QVERIFY2(m_given->has_value(), qPrintable(code()));
    QVERIFY((**m_given)->mark().isPart());
}

void TestHistoryOf::lockingEndsTheWaiting()
{
    m_session->lock();
    ask();
    QTRY_VERIFY(m_given);
    QCOMPARE(m_given->error().errorClass, ErrorClass::Network);
}

void TestHistoryOf::wipingTakesItAway() // SEC-4
{
    ask();
    QTRY_VERIFY(m_given && m_given->has_value());
    QVERIFY(!files().isEmpty());
    QSignalSpy wiped(m_session.get(), &EngineSession::wiped);
    m_session->wipe(false);
    QTRY_VERIFY(!wiped.isEmpty());
    QCOMPARE(files(), QStringList());
}

void TestHistoryOf::goneContextsAreNotCalled()
{
    auto context = std::make_unique<QObject>();
    ask(*m_session, TenantId(QUuid::fromString(m_world.tenantA)), context.get());
    context.reset();
    ask(*m_session, TenantId(QUuid::fromString(m_world.tenantB)), this); // behind it
    QTRY_COMPARE(code(), u"server.refused_access"_s);
}

void TestHistoryOf::fixedSessionAnswers()
{
    FixedSession session(u"tenant_administrator"_s);
    const TenantId tenant = session.actor().tenantId;
    ask(session, tenant, this);
    QTRY_COMPARE(code(), u"history.none"_s);
    auto history = std::make_shared<directory::History>(
        directory::HistoryMark{tenant, session.now() - std::chrono::hours(1), session.now(), QString(), QString()});
    session.setHistory(tenant, *directory::Past::create(history, session.snapshot()));
    ask(session, tenant, this);
    QVERIFY(!m_given);
    QTRY_VERIFY(m_given);
    QCOMPARE((**m_given)->mark().tenant, tenant);
}

QTEST_MAIN(TestHistoryOf)
#include "tst_historyof.moc"
