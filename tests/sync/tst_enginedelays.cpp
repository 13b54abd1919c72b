// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/hang.h"
#include "tests/sync/enginefixture.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::sync;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Wish = tenantry::Command; // the test world has a Command too

/// Servers that hang, are in somebody else's hands, or should be gone: the console neither waits for ever nor
/// believes them.
class TestEngineDelays final : public EngineFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aHungServerIsGivenUp_data();
    void aHungServerIsGivenUp();
    void aLockHoldsUpOnlyItsCommand();
    void whatIsBeingSentIsCancelled();
    void anOldPrimaryIsRefused();

private:
    [[nodiscard]] std::unique_ptr<server::Transaction> hold(server::Connection &on, const ApplicationId &id);
    void pretendTimeline(int timeline) const;
};

// Locks of others are waited for as shortly as the tests have time.
void TestEngineDelays::init()
{
    (void)m_world.must(
        u"alter function api.execute(uuid, text, jsonb, jsonb, uuid[], jsonb) set lock_timeout = '100ms'"_s);
}

std::unique_ptr<server::Transaction> TestEngineDelays::hold(server::Connection &on, const ApplicationId &id)
{
    auto begun = server::Transaction::begin(on);
    if (!begun || !on.exec(u"select from app.applications where id = ? for update"_s, {id.toString()}))
        qFatal("the application can't be locked");
    return std::make_unique<server::Transaction>(std::move(*begun));
}

void TestEngineDelays::aHungServerIsGivenUp_data()
{
    QTest::addColumn<bool>("midway");
    QTest::newRow("before it takes the command") << false;
    QTest::newRow("with the command in its hands") << true;
}

// APP-3, INB-3: the kernel of a machine whose server hangs still acknowledges all that is sent.
void TestEngineDelays::aHungServerIsGivenUp()
{
    QFETCH(bool, midway);
    const ApplicationId id = apply();
    const Person person = m_world.addPerson(midway ? u"Root Midway"_s : u"Root Before"_s, true);
    Console root(m_world.cluster().profileFor(person.role), SchemaWorld::password);
    root.options.timing.pushSilence = root.options.timing.pullSilence = 1s;
    root.options.timing.cancelGrace = 300ms;
    root.start();
    QTRY_VERIFY(root.snapshot && root.snapshot->application(id));
    root.wasOffline = false;
    const auto other = m_world.cluster().ownerConnection();
    auto held = midway ? hold(*other, id) : nullptr;
    if (midway)
        (void)m_world.must(
            u"alter function api.execute(uuid, text, jsonb, jsonb, uuid[], jsonb) set lock_timeout = '1min'"_s);
    auto hang = midway ? nullptr : std::make_unique<Hang>(m_world, person.role);
    const CommandId command = root.submit(decide(id, Decision::Reject, u"no"_s));
    if (midway) {
        QTRY_COMPARE(
            m_world.must(
                u"select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'"_s,
                {person.role}),
            u"1"_s);
        hang = std::make_unique<Hang>(m_world, person.role);
        init();
        held.reset();
    }
    QVERIFY(hang->isOn());
    QTRY_VERIFY(root.wasOffline);
    QTRY_VERIFY(root.state.online); // by another of the server's processes
    hang.reset();
    QTRY_COMPARE(root.outcome(command), u"done"_s);
    // The one that hung has read what it was sent, and found nobody to tell.
    QTRY_COMPARE(
        m_world.must(u"select count(*) from pg_stat_activity where usename = ?"_s, {person.role}), u"1"_s);
    QCOMPARE(effectsOf(id), u"1"_s);
}

// INB-7
void TestEngineDelays::aLockHoldsUpOnlyItsCommand()
{
    const ApplicationId locked = apply(), dependent = apply(), independent = apply();
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot && root->snapshot->application(independent));
    root->wasOffline = false;
    const auto other = m_world.cluster().ownerConnection();
    auto held = hold(*other, locked);
    const CommandId first = root->submit(decide(locked, Decision::Reject, u"no"_s));
    Wish follows = decide(dependent, Decision::Reject, u"no"_s);
    follows.after = {first};
    const CommandId second = root->submit(follows);
    const CommandId third = root->submit(decide(independent, Decision::Reject, u"no"_s));
    QTRY_COMPARE(root->outcome(third), u"done"_s);
    QTRY_COMPARE(root->snapshot->application(independent)->status, ApplicationStatus::Rejected);
    QCOMPARE(root->state.queued, 2);
    held.reset();
    QTRY_COMPARE(root->outcome(first), u"done"_s);
    QTRY_COMPARE(root->outcome(second), u"done"_s);
    QVERIFY(!root->wasOffline);
    for (const ApplicationId &id : {locked, dependent, independent})
        QCOMPARE(effectsOf(id), u"1"_s);
}

// ORG-5: discarded while the server is at it, it ends there, and nothing is left of it; where the answer was quicker, it is done
void TestEngineDelays::whatIsBeingSentIsCancelled()
{
    const ApplicationId id = apply();
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot && root->snapshot->application(id));
    root->wasOffline = false;
    (void)m_world.must(u"alter function api.execute(uuid, text, jsonb, jsonb, uuid[], jsonb) set lock_timeout = '1min'"_s);
    const auto other = m_world.cluster().ownerConnection();
    auto held = hold(*other, id);
    const CommandId command = root->submit(decide(id, Decision::Reject, u"no"_s));
    QTRY_COMPARE(m_world.must(u"select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'"_s, {m_world.root.role}), u"1"_s);
    root->tell([=](Engine &engine) { engine.discard(command); });
    QTRY_COMPARE(root->outcome(command), u"discarded"_s);
    held.reset();
    QVERIFY(!root->wasOffline);
    const CommandId next = root->submit(decide(id, Decision::Reject, u"no"_s)); // not held back by the one that is gone
    QTRY_COMPARE(root->outcome(next), u"done"_s);
    root->tell([=](Engine &engine) { engine.discard(next); });
    QCOMPARE(effectsOf(id), u"1"_s);
    QCOMPARE(m_world.must(u"select count(*) from app.answers where id = ?"_s, {command.toString()}), u"0"_s);
    const CommandId last = root->submit(decide(apply(), Decision::Reject, u"no"_s));
    QTRY_COMPARE(root->outcome(last), u"done"_s);
    QCOMPARE(root->outcome(next), u"done"_s);
    init();
}

void TestEngineDelays::pretendTimeline(int timeline) const
{
    (void)m_world.must(
        u"create or replace function app.feed_identity() returns jsonb language sql stable as $$"
        " select jsonb_build_object('generation', i.generation, 'system', 'one', 'timeline', %1) from app.installation as i $$"_s
            .arg(timeline));
}

// A former primary that comes back after a fail-over would be the first host that a console tries.
void TestEngineDelays::anOldPrimaryIsRefused()
{
    const ApplicationId id = apply();
    pretendTimeline(9);
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot && root->snapshot->application(id));
    pretendTimeline(10); // the fail-over
    const ApplicationId later = apply();
    QTRY_VERIFY(root->snapshot->application(later));
    pretendTimeline(9);
    const auto isRefused = [&] {
        return !root->state.online && root->state.lastError &&
               root->state.lastError->code == u"server.older_timeline"_s;
    };
    QTRY_VERIFY(isRefused());
    const CommandId command = root->submit(decide(id, Decision::Reject, u"no"_s));
    QTRY_COMPARE(root->outcome(command), u"queued"_s);
    root->stop();
    root->start(); // it is remembered
    QTRY_VERIFY(isRefused());
    QVERIFY(root->snapshot->application(later));
    QTRY_COMPARE(root->outcome(command), u"queued"_s);
    QCOMPARE(effectsOf(id), u"0"_s);
    pretendTimeline(10);
    QTRY_COMPARE(root->outcome(command), u"done"_s);
    QCOMPARE(effectsOf(id), u"1"_s);
}

QTEST_GUILESS_MAIN(TestEngineDelays)
#include "tst_enginedelays.moc"
