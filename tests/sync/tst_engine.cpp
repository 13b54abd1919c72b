// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/commands.h"
#include "core/replica/queue.h"
#include "tests/replica/storefixture.h"
#include "tests/schema/schemaworld.h"
#include "tests/sync/console.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::sync;
using namespace Qt::StringLiterals;
using Wish = tenantry::Command; // the test world has a Command too

/// Consoles against a real server: what was decided is applied once, or waits for its person; nothing is
/// lost.
class TestEngine final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::unique_ptr<Console> console(const Person &person)
    {
        auto made =
            std::make_unique<Console>(m_world.cluster().profileFor(person.role), SchemaWorld::password);
        made->start();
        return made;
    }
    // A new applicant's application for a tenant.
    [[nodiscard]] ApplicationId apply();
    [[nodiscard]] static Wish decide(const ApplicationId &id, Decision decision,
                                     const QString &comment = u"ok"_s)
    {
        Wish command = applicationDecide(id, decision, comment);
        command.see(id.uuid(), {}, 1);
        return command;
    }
    [[nodiscard]] QString statusOf(const ApplicationId &id)
    {
        return m_world.sql(u"select status from app.applications where id = ?"_s, {id.toString()});
    }
    // How often anything came of an application.
    [[nodiscard]] QString effectsOf(const ApplicationId &id)
    {
        return m_world.sql(
            u"select count(*) from app.application_events where application_id = ? and act <> 'submitted'"_s,
            {id.toString()});
    }
    void startServer()
    {
        const QString error = m_world.cluster().start();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void cutConnections()
    {
        (void)m_world.must(
            u"select count(pg_terminate_backend(pid)) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"_s);
    }

    SchemaWorld m_world;
    int m_applications = 0;

private Q_SLOTS:
    void initTestCase();
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
    void locksAndWipes();
    void staysShutAfterTheLease();
    void rebuildsADamagedReplica();
    void noticesOlderFiles();
    void leavesNothingInClear();
};

void TestEngine::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

ApplicationId TestEngine::apply()
{
    const QString n = QString::number(++m_applications);
    QString letters; // names hold no digits
    for (int i = m_applications; i > 0; i /= 26)
        letters.append(QChar(u'a' + i % 26));
    const Person applicant = m_world.addPerson(u"Applicant "_s + letters);
    const QJsonObject form = SchemaWorld::tenantForm(u"Tenant "_s + n, u"tenant_x"_s + n);
    const Answer answer = m_world.execute(applicant, {u"tenant_application_submit"_s, form});
    if (!answer.isDone())
        qFatal("%s", qPrintable(answer.text()));
    return ApplicationId(QUuid::fromString(form[u"application_id"_s].toString()));
}

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

// Fails the Nth access of connection or store while decisions go out, for N = 0, 1, 2 …: each takes effect
// exactly once.
void TestEngine::sendsOnceWhateverFails()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->state.online);
    int failed = 0;
    for (int n = 0; n < 26; ++n) {
        const ApplicationId id = apply();
        root->faults->countdown = n;
        CommandId command = root->submit(decide(id, Decision::Reject, u"no"_s));
        QTRY_VERIFY(root->faults->countdown < 0 || root->outcome(command) == u"done"_s ||
                    !root->failures.isEmpty());
        failed += root->faults->countdown < 0;
        root->faults->countdown = -1;
        if (n % 5 == 4) {
            root->stop();
            root->start();
        }
        QTest::qWait(0);
        if (!root->failures.isEmpty()) { // the disk failed: the person was told, and gives it again
            root->failures.clear();
            QCOMPARE(effectsOf(id), u"0"_s);
            command = root->submit(decide(id, Decision::Reject, u"no"_s));
        }
        QTRY_COMPARE(root->outcome(command), u"done"_s);
        QCOMPARE(effectsOf(id), u"1"_s);
    }
    QVERIFY2(failed > 20, qPrintable(QString::number(failed)));
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

// SEC-4
void TestEngine::locksAndWipes()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot);
    const std::weak_ptr<const directory::Snapshot> decrypted = root->snapshot;
    root->tell([](Engine &engine) { engine.lock(); });
    QTRY_VERIFY(!root->snapshot);
    QTRY_COMPARE(root->state.store, StoreState::Closed);
    QTRY_VERIFY(decrypted.expired());
    root->submit(decide(ApplicationId(QUuid::createUuid()), Decision::Approve));
    QTRY_COMPARE(root->failures.size(), 1);
    QCOMPARE(root->failures.first().code, u"queue.closed"_s);
    root->tell([](Engine &engine) { engine.start(); });
    QTRY_VERIFY(root->snapshot && root->state.online);
    root->tell([](Engine &engine) { engine.wipe(true); });
    QTRY_VERIFY(root->wiped);
    QCOMPARE(QDir(root->folder.path()).entryList({u"replica*"_s, u"queue*"_s}, QDir::Files), QStringList());
}

// SEC-4
void TestEngine::staysShutAfterTheLease()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot);
    root->stop();
    m_world.cluster().stop();
    const auto later = std::make_shared<FixedClock>(SystemClock().now() + std::chrono::hours(24 * 14 + 1));
    root->options.clock = later;
    root->start();
    QTRY_COMPARE(root->state.store, StoreState::LeaseOver);
    QVERIFY(!root->snapshot);
    root->stop();
    later->set(SystemClock().now() - std::chrono::hours(24 * 300)); // turned back: what was over stays over
    root->start();
    QTRY_COMPARE(root->state.store, StoreState::LeaseOver);
    startServer();
    QTRY_COMPARE(root->state.store, StoreState::Open);
    QVERIFY(root->snapshot);
}

void TestEngine::rebuildsADamagedReplica()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot);
    root->stop();
    {
        auto file = SqliteFile::open(root->folder.filePath(Replica::fileName()), Durability::Crash);
        QVERIFY(
            file &&
            (*file)->run(
                u"update pages set sealed = substr(sealed, 1, 99) || x'00' || substr(sealed, 101)"_s) &&
            (*file)->run(u"update rows set sealed = substr(sealed, 1, 9) || x'00' || substr(sealed, 11)"_s));
    }
    root->start();
    QTRY_VERIFY(root->snapshot);
    QCOMPARE(root->state.warnings.size(), 1);
    QCOMPARE(root->state.warnings.first().code, u"replica.damaged"_s);
    root->stop();
    root->start();
    QTRY_VERIFY(root->snapshot);
    QVERIFY(root->state.warnings.isEmpty());
}

void TestEngine::noticesOlderFiles()
{
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot && root->state.online);
    root->stop();
    const QString replica = root->folder.filePath(Replica::fileName()),
                  queue = root->folder.filePath(Queue::fileName());
    QVERIFY(QFile::copy(replica, replica + u".old"_s) && QFile::copy(queue, queue + u".old"_s));
    const auto putBack = [](const QString &path) {
        return SqliteFile::remove(path) && QFile::copy(path + u".old"_s, path);
    };
    const ApplicationId id = apply();
    root->start();
    QTRY_VERIFY(root->snapshot && root->snapshot->application(id));
    const CommandId command = root->submit(decide(id, Decision::Reject, u"no"_s));
    QTRY_COMPARE(root->outcome(command), u"done"_s);
    QTRY_COMPARE(root->snapshot->application(id)->status, ApplicationStatus::Rejected);
    root->stop();

    QVERIFY(putBack(replica));
    root->start();
    QTRY_VERIFY(root->snapshot);
    QCOMPARE(root->state.warnings.value(0).code, u"replica.rolled_back"_s);
    root->stop();
    QVERIFY(putBack(queue));
    root->start();
    QTRY_VERIFY(root->snapshot);
    QVERIFY(!root->state.warnings.isEmpty());
}

// SEC-4: `strings` over all files of a console at work finds no name, mail, phone or reason.
void TestEngine::leavesNothingInClear()
{
    const ApplicationId id = apply();
    const auto root = console(m_world.root);
    QTRY_VERIFY(root->snapshot && root->snapshot->application(id));
    root->submit(decide(id, Decision::Reject, u"机密的理由"_s));
    QTRY_COMPARE(root->state.queued, 0);
    QTRY_COMPARE(root->snapshot->application(id)->status, ApplicationStatus::Rejected);
    for (const QString &text : {u"机密的理由"_s, u"Applicant"_s, u"张三"_s, u"zhang@example"_s, u"+86 10"_s,
                                u"because"_s, u"研发部"_s, u"example.com"_s})
        QCOMPARE(filesWith(root->folder.path(), text), QStringList());
    root->stop();
    QCOMPARE(filesWith(root->folder.path(), u"Applicant"_s), QStringList());
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
