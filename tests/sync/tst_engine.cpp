// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/queue.h"
#include "tests/sync/enginefixture.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::sync;
using namespace Qt::StringLiterals;
using Wish = tenantry::Command; // the test world has a Command too

/// Consoles against a real server: what was decided is applied once, or waits for its person; nothing is
/// lost.
class TestEngine final : public EngineFixture
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheActorMaySee();
    void offlineDecisionsSurviveAndApplyOnce();
    void twoConsolesDecideTheSame();
    void refusedBlocksOnlyItsDependents();
    void sendsOnceWhateverFails();
    void sendsOnceThoughTheServerIsKilled();
    void conflictsKeepWhatWasSeen();
    void commandsThatARestoredServerLostComeBack();
    void expiredSignInIsNoRefusal();
    void suspendedAccountIsNoRefusal();
    void discardsAndRetries();
};

void TestEngine::showsWhatTheActorMaySee()
{
    const ApplicationId id = apply();
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot && root->snapshot->application(id));
    QCOMPARE(root->state.store, StoreState::Open);
    QVERIFY(root->state.online && root->state.lastSync && !root->state.lastError);
    QCOMPARE(root->state.actor.toString(QUuid::WithoutBraces), m_world.root.id);
    QVERIFY(!root->info.scopes.isEmpty());
    const ApplicationId next = apply(); // comes by a delta
    QTRY_VERIFY(root->snapshot->application(next));
    const auto member = console(m_world.memberA);
    QTRY_VERIFY(member->snapshot);
    QVERIFY(!member->snapshot->application(id));
}

// INB-3, INB-4: without a server three decisions are taken, the console dies, another administrator decides
// one of them.
void TestEngine::offlineDecisionsSurviveAndApplyOnce()
{
    const QList<ApplicationId> ids{apply(), apply(), apply()};
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot && root->snapshot->application(ids[2]));
    m_world.cluster().stop();
    QTRY_VERIFY(!root->state.online && root->state.offlineSince && root->state.lastError);
    QList<CommandId> commands;
    for (const ApplicationId &id : ids)
        commands.append(root->submit(decide(id, Decision::Approve)));
    QTRY_COMPARE(root->state.queued, 3);
    QTRY_COMPARE(root->outcome(commands[2]), u"queued"_s);
    QVERIFY(root->command(commands[0]).offline);
    root->stop();

    startServer();
    const Answer other = m_world.execute(m_world.secondRoot, {u"application_decide"_s,
                                                              {{u"application_id"_s, ids[2].toString()},
                                                               {u"decision"_s, u"reject"_s},
                                                               {u"comment"_s, u"too late"_s}},
                                                              SchemaWorld::seen(ids[2].toString())});
    QVERIFY2(other.isDone(), qPrintable(other.text()));
    root->start();
    QTRY_COMPARE(root->outcome(commands[0]), u"done"_s);
    QTRY_COMPARE(root->outcome(commands[1]), u"done"_s);
    QTRY_VERIFY(root->outcome(commands[2]).startsWith(u"attention"_s));
    QTRY_COMPARE(root->state.needsAttention, 1);
    const Error error = root->command(commands[2]).errors.first();
    QCOMPARE(error.code, u"application.not_pending"_s); // who decided what, when and why
    QCOMPARE(error.parameters.value(u"by"_s).toString(), m_world.secondRoot.id);
    QCOMPARE(error.parameters.value(u"by_name"_s).toString(), m_world.secondRoot.name);
    QCOMPARE(error.parameters.value(u"status"_s).toString(), u"rejected"_s);
    QCOMPARE(error.parameters.value(u"comment"_s).toString(), u"too late"_s);
    QVERIFY(error.parameters.contains(u"at"_s));
    QCOMPARE(statusOf(ids[0]), u"approved"_s);
    QCOMPARE(statusOf(ids[2]), u"rejected"_s);
    for (const ApplicationId &id : ids)
        QCOMPARE(effectsOf(id), u"1"_s);
    QTRY_COMPARE(root->snapshot->application(ids[0])->status,
                 ApplicationStatus::Approved); // every answer triggers a pull
    QCOMPARE(
        m_world.sql(u"select count(*) from app.application_events where application_id = ? and offline"_s,
                    {ids[0].toString()}),
        u"1"_s);
}

void TestEngine::twoConsolesDecideTheSame()
{
    const ApplicationId id = apply();
    const auto one = console(m_world.root), two = console(m_world.secondRoot);
    QTRY_VERIFY(one->snapshot && one->snapshot->application(id) && two->snapshot &&
                two->snapshot->application(id));
    const CommandId first = one->submit(decide(id, Decision::Approve));
    const CommandId second = two->submit(decide(id, Decision::Reject));
    const auto isSettled = [](const QString &outcome) {
        return outcome == u"done"_s || outcome.startsWith(u"attention"_s);
    };
    QTRY_VERIFY(isSettled(one->outcome(first)) && isSettled(two->outcome(second)));
    QVERIFY((one->outcome(first) == u"done"_s) != (two->outcome(second) == u"done"_s));
    QCOMPARE(effectsOf(id), u"1"_s);
}

// INB-7
void TestEngine::refusedBlocksOnlyItsDependents()
{
    const ApplicationId decided = apply(), dependent = apply(), independent = apply();
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->state.online);
    const CommandId refused =
        root->submit(decide(decided, Decision::Reject, QString())); // a rejection needs a reason
    Wish follows = decide(dependent, Decision::Approve);
    follows.after = {refused};
    const CommandId blocked = root->submit(follows);
    const CommandId free = root->submit(decide(independent, Decision::Approve));
    QTRY_COMPARE(root->outcome(free), u"done"_s);
    QTRY_COMPARE(root->outcome(refused), u"attention application.comment_required"_s);
    QTRY_COMPARE(root->outcome(blocked), u"attention command.predecessor_refused"_s);
    QCOMPARE(statusOf(dependent), u"pending"_s);

    // What is put right is done, and what depended on it can be given again.
    const Wish right = [&] {
        Wish command = decide(decided, Decision::Reject, u"because"_s);
        command.id = CommandId::make(SystemClock().now());
        return command;
    }();
    root->tell([=](Engine &engine) { engine.resubmit(refused, right); });
    QTRY_COMPARE(root->outcome(right.id), u"done"_s);
    QCOMPARE(root->outcome(refused), u"discarded application.comment_required"_s);
    root->tell([=](Engine &engine) { engine.retry(blocked); });
    QTRY_COMPARE(statusOf(dependent), u"approved"_s);
    QTRY_COMPARE(root->state.needsAttention, 0);
}

// Fails the Nth access of connection or store while a decision goes out and comes back with a pull, for N = 0, 1, 2 … until
// there is none to fail: each takes effect exactly once. Without polls between, so that every round makes the same accesses.
void TestEngine::sendsOnceWhateverFails()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->state.online);
    root->stop();
    root->options.timing.active = root->options.timing.background = std::chrono::hours(1);
    root->start();
    const auto isBack = [&](const ApplicationId &id, const CommandId &command) {
        const ApplicationRow *row = root->snapshot ? root->snapshot->application(id) : nullptr;
        return root->outcome(command) == u"done"_s && row && row->status == ApplicationStatus::Rejected && !root->state.busy;
    };
    QTRY_VERIFY(root->state.online && root->snapshot && !root->state.busy);
    int n = 0;
    for (bool isHit = true; isHit; ++n) {
        const ApplicationId id = apply();
        root->faults->countdown = n;
        CommandId command = root->submit(decide(id, Decision::Reject, u"no"_s));
        QTRY_VERIFY(root->faults->countdown < 0 || !root->failures.isEmpty() || isBack(id, command));
        isHit = root->faults->countdown.exchange(-1) < 0;
        if (n % 5 == 4) {
            root->stop();
            root->start();
        }
        QTRY_VERIFY(root->outcome(command) == u"done"_s || !root->failures.isEmpty());
        if (!root->failures.isEmpty()) { // the disk failed: the person was told, and gives it again
            root->failures.clear();
            QCOMPARE(effectsOf(id), u"0"_s);
            command = root->submit(decide(id, Decision::Reject, u"no"_s));
        }
        QTRY_VERIFY(isBack(id, command));
        QCOMPARE(effectsOf(id), u"1"_s);
    }
    QVERIFY2(n > 20, qPrintable(QString::number(n)));
}

void TestEngine::sendsOnceThoughTheServerIsKilled()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->state.online);
    for (const int n : {1, 2, 3, 5}) {
        QList<ApplicationId> ids{apply(), apply()};
        QList<CommandId> commands;
        root->faults->onFailure = [this] { m_world.cluster().killHard(); };
        root->faults->countdown = n;
        for (const ApplicationId &id : ids)
            commands.append(root->submit(decide(id, Decision::Reject, u"no"_s)));
        QTRY_VERIFY(root->faults->countdown < 0);
        root->faults->onFailure = {};
        QTRY_VERIFY(!root->state.online);
        const QString error = m_world.cluster().restart();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        if (!root->failures.isEmpty())
            continue; // the access that failed was the queue's: the person was told
        for (const CommandId &command : commands)
            QTRY_COMPARE(root->outcome(command), u"done"_s);
        for (const ApplicationId &id : ids)
            QCOMPARE(effectsOf(id), u"1"_s);
    }
}

// INB-6: the later one is shown both versions and chooses.
void TestEngine::conflictsKeepWhatWasSeen()
{
    const auto admin = console(m_world.adminA);
    QTRY_VERIFY(admin->snapshot && !admin->snapshot->organizations().empty());
    const OrganizationId id(QUuid::createUuid());
    const TenantId tenant(QUuid::fromString(m_world.tenantA));
    const OrganizationId root(QUuid::fromString(
        m_world.sql(u"select root_organization_id from app.tenants where id = ?"_s, {m_world.tenantA})));
    const CommandId created = admin->submit(organizationCreate(
        id, tenant, root, {.name = u"Sales"_s, .code = u"sales"_s, .description = {}, .leaderId = {}}));
    Wish follow =
        organizationEdit(id, {.name = u"Sales and Service"_s, .code = {}, .description = {}, .leaderId = {}});
    follow.seeResultOf(id.uuid(), u"details"_s, created); // a second edit before the first came back
    const CommandId followed = admin->submit(follow);
    QTRY_COMPARE(admin->outcome(created), u"done"_s);
    QTRY_COMPARE(admin->outcome(followed), u"done"_s);

    QTRY_VERIFY(admin->snapshot->findOrganization(id).isValid());
    Wish stale = organizationEdit(id, {.name = u"Service"_s, .code = {}, .description = {}, .leaderId = {}});
    stale.see(id.uuid(), u"details"_s, 1);
    stale.before = {{u"name"_s, u"Sales"_s}};
    const CommandId late = admin->submit(stale);
    QTRY_COMPARE(admin->outcome(late), u"attention command.conflict"_s);
    const QueuedCommand kept = admin->command(late);
    QCOMPARE(kept.command.before[u"name"_s].toString(), u"Sales"_s);
    const int now = kept.errors.first().parameters.value(u"now"_s).toInt();
    QVERIFY(now > 1);

    Wish chosen = stale;
    chosen.id = CommandId::make(SystemClock().now());
    chosen.see(id.uuid(), u"details"_s, now);
    admin->tell([=](Engine &engine) { engine.resubmit(late, chosen); });
    QTRY_COMPARE(admin->outcome(chosen.id), u"done"_s);
    QCOMPARE(m_world.sql(u"select name from app.organizations where id = ?"_s, {id.toString()}),
             u"Service"_s);
}

// A server that was restored from before it answered: nobody believes that the command was done.
void TestEngine::commandsThatARestoredServerLostComeBack()
{
    const ApplicationId id = apply();
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->state.online);
    const CommandId command = root->submit(decide(id, Decision::Reject, u"no"_s));
    QTRY_COMPARE(root->outcome(command), u"done"_s);
    const QUuid before = root->snapshot->application(id) ? id.uuid() : QUuid();
    QCOMPARE(before, id.uuid());
    (void)m_world.must(u"delete from app.answers where id = ?"_s, {command.toString()});
    (void)m_world.must(u"update app.installation set generation = gen_random_uuid()"_s);
    QTRY_COMPARE(root->outcome(command), u"attention command.lost"_s);
    QTRY_VERIFY(root->state.online && !root->state.lastError);
    root->tell([=](Engine &engine) { engine.retry(command); }); // here it is known by its effect
    QTRY_COMPARE(root->outcome(command), u"attention application.not_pending"_s);
}

// INB-7
void TestEngine::expiredSignInIsNoRefusal()
{
    const ApplicationId id = apply();
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->state.online);
    (void)m_world.must(u"alter role %1 password 'something else'"_s.arg(m_world.root.role));
    cutConnections();
    QTRY_VERIFY(root->state.signInNeeded);
    const CommandId command = root->submit(decide(id, Decision::Reject, u"no"_s));
    QTRY_COMPARE(root->outcome(command), u"queued"_s);
    QCOMPARE(root->state.needsAttention, 0);
    root->tell([](Engine &engine) { engine.setPassword(u"something else"_s); });
    QTRY_COMPARE(root->outcome(command), u"done"_s);
    QVERIFY(!root->state.signInNeeded);
    (void)m_world.must(u"alter role %1 password '%2'"_s.arg(m_world.root.role, SchemaWorld::password));
}

void TestEngine::suspendedAccountIsNoRefusal()
{
    const ApplicationId id = apply();
    const auto root = console(m_world.secondRoot);
    QTRY_VERIFY(root->state.online);
    (void)m_world.must(u"update app.users set status = 'suspended' where id = ?"_s, {m_world.secondRoot.id});
    QTRY_VERIFY(!root->state.online);
    QCOMPARE(root->state.lastError->code, u"server.refused_access"_s);
    const CommandId command = root->submit(decide(id, Decision::Reject, u"no"_s));
    QTRY_COMPARE(root->outcome(command), u"queued"_s);
    (void)m_world.must(u"update app.users set status = 'active' where id = ?"_s, {m_world.secondRoot.id});
    QTRY_COMPARE(root->outcome(command), u"done"_s);
}

void TestEngine::discardsAndRetries()
{
    const ApplicationId id = apply();
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->state.online);
    m_world.cluster().stop();
    QTRY_VERIFY(!root->state.online);
    const CommandId regretted = root->submit(decide(id, Decision::Approve));
    QTRY_COMPARE(root->outcome(regretted), u"queued"_s);
    root->tell([=](Engine &engine) { engine.discard(regretted); });
    QTRY_COMPARE(root->outcome(regretted), u"discarded"_s);
    startServer();
    QTRY_VERIFY(root->state.online);
    QTRY_COMPARE(root->state.queued, 0);
    QCOMPARE(effectsOf(id), u"0"_s);

    Wish missing = decide(ApplicationId(QUuid::createUuid()), Decision::Approve);
    const CommandId refused = root->submit(missing);
    QTRY_VERIFY(root->outcome(refused).startsWith(u"attention"_s));
    root->tell([=](Engine &engine) { engine.retry(refused); });
    QTRY_VERIFY(root->command(refused).replacedBy); // the server keeps the refusal under the old ID
    QTRY_VERIFY(root->outcome(*root->command(refused).replacedBy).startsWith(u"attention"_s));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
