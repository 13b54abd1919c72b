// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/personas.h"
#include "core/demo/platform.h"
#include "core/directory/snapshot.h"
#include "tests/support/testcluster.h"
#include "tests/sync/console.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;
using Wish = tenantry::Command;

namespace
{

constexpr int patience = 60'000; // a loaded machine

Wish decide(const ApplicationId &id, Decision decision, const QString &comment)
{
    Wish command = applicationDecide(id, decision, comment);
    command.see(id.uuid(), {}, 1);
    return command;
}

std::unique_ptr<Console> consoleIn(const QString &folder, const server::ServerProfile &profile, const QString &password)
{
    auto console = std::make_unique<Console>(profile, password);
    console->options.folder = folder;
    console->options.keys = std::make_shared<FileKeySource>(folder);
    console->start();
    return console;
}

qsizetype countOf(const Console &console, CommandState state)
{
    return std::ranges::count(console.commands, state, &QueuedCommand::state);
}

/// What the queue has about an application; null: nothing.
const QueuedCommand *commandAbout(const Console &console, const ApplicationId &id)
{
    const auto at = std::ranges::find_if(console.commands, [&](const QueuedCommand &each) {
        return QUuid::fromString(each.command.payload[u"application_id"_s].toString()) == id.uuid();
    });
    return at == console.commands.end() ? nullptr : &*at;
}

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

/// The console that is going to be killed: learns of the applications, approves them all once the server is gone, and stays.
int runConsole()
{
    QByteArray line(64 * 1024, Qt::Uninitialized);
    if (!std::fgets(line.data(), int(line.size()), stdin))
        return 1;
    const QJsonObject given = QJsonDocument::fromJson(QByteArray(line.constData())).object();
    QList<ApplicationId> ids;
    for (const QJsonValue &value : given[u"applications"_s].toArray())
        ids.append(ApplicationId(QUuid::fromString(value.toString())));
    const auto made = consoleIn(given[u"folder"_s].toString(), server::ServerProfile::fromJson(given[u"profile"_s].toObject()).value(),
                                given[u"password"_s].toString());
    Console &console = *made;
    const auto knowsAll = [&] {
        return console.state.online && console.snapshot
               && std::ranges::all_of(ids, [&](const ApplicationId &id) { return console.snapshot->application(id); });
    };
    if (!QTest::qWaitFor(knowsAll, patience))
        return 2;
    say("synced");
    if (!QTest::qWaitFor([&] { return !console.state.online; }, patience))
        return 3;
    for (const ApplicationId &id : ids)
        (void)console.submit(decide(id, Decision::Approve, u"同意"_s));
    if (!QTest::qWaitFor([&] { return console.commands.size() == ids.size(); }, patience))
        return 4;
    say("queued");
    return QCoreApplication::exec();
}

} // namespace

/// INB-3 to INB-7: three decisions given without a server, one of them taken meanwhile by another administrator, and
/// the console killed before it could send any.
class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void decidesOfflineIsKilledAndComesBack();

private:
    [[nodiscard]] const demo::PersonaAccount &persona(const QString &key) const
    {
        return *std::ranges::find(m_accounts, key, &demo::PersonaAccount::key);
    }
    [[nodiscard]] std::unique_ptr<Console> console(const demo::PersonaAccount &who, const QTemporaryDir &folder) const
    {
        return consoleIn(folder.path(), m_cluster.profileFor(who.roleName), who.password);
    }
    void queueAndDie(const QTemporaryDir &folder);
    void checkApplied(const ApplicationId &id);
    void checkRefused(const ApplicationId &id, const QueuedCommand &command);
    [[nodiscard]] QString one(const QString &sql, const ApplicationId &id) const { return m_cluster.psql(sql, {id.toString()}); }

    TestCluster m_cluster;
    QTemporaryDir m_personas;
    std::vector<demo::PersonaAccount> m_accounts;
    QList<ApplicationId> m_ids;
};

void TestScenario::initTestCase()
{
    const QString error = m_cluster.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const QString file = m_personas.filePath(u"personas.json"_s);
    const auto prepared = demo::preparePlatform(m_cluster.ownerConnection()->options(), file);
    QVERIFY2(prepared, qPrintable(describe(prepared)));
    m_accounts = demo::readPersonas(file).value();
    const QString ids = m_cluster.psql(u"select id from app.applications where status = 'pending' order by submitted_at limit 3"_s);
    for (const QString &id : ids.split(u'\n'))
        m_ids.append(ApplicationId(QUuid::fromString(id)));
    QCOMPARE(m_ids.size(), 3);
}

void TestScenario::queueAndDie(const QTemporaryDir &folder)
{
    const demo::PersonaAccount &first = persona(u"system_administrator"_s);
    QJsonArray ids;
    for (const ApplicationId &id : m_ids)
        ids.append(id.toString());
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {u"--console"_s});
    QVERIFY(process.waitForStarted());
    const QJsonObject given{{u"profile"_s, m_cluster.profileFor(first.roleName).toJson()}, {u"password"_s, first.password},
                            {u"folder"_s, folder.path()}, {u"applications"_s, ids}};
    process.write(QJsonDocument(given).toJson(QJsonDocument::Compact) + '\n');
    QByteArray said;
    const auto hears = [&](const QByteArray &word) {
        said += process.readAllStandardOutput();
        return said.contains(word) || process.state() == QProcess::NotRunning;
    };
    QVERIFY(QTest::qWaitFor([&] { return hears("synced"); }, patience));
    QCOMPARE(process.state(), QProcess::Running);
    m_cluster.stop();
    QVERIFY(QTest::qWaitFor([&] { return hears("queued"); }, patience));
    QCOMPARE(process.state(), QProcess::Running);
    process.kill(); // -9
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
}

void TestScenario::decidesOfflineIsKilledAndComesBack() // INB-3, INB-4, TEN-5
{
    const QTemporaryDir folder, otherFolder;
    queueAndDie(folder);
    if (QTest::currentTestFailed())
        return;
    const QString error = m_cluster.start();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    {
        const auto second = console(persona(u"second_system_administrator"_s), otherFolder);
        QTRY_VERIFY_WITH_TIMEOUT(second->snapshot && second->snapshot->application(m_ids[2]), patience);
        (void)second->submit(decide(m_ids[2], Decision::Reject, u"部门已有租户"_s));
        QTRY_COMPARE_WITH_TIMEOUT(countOf(*second, CommandState::Done), 1, patience);
    }
    QCOMPARE(m_cluster.psql(u"select count(*) from app.tenants as t join app.applications as a on a.form ->> 'name' = t.name"_s), u"0"_s);
    for (int run = 0; run < 2; ++run) { // the second start finds nothing left to do
        const auto first = console(persona(u"system_administrator"_s), folder);
        QTRY_COMPARE_WITH_TIMEOUT(countOf(*first, CommandState::Done), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(countOf(*first, CommandState::NeedsAttention), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(first->state.online && first->state.queued == 0 && first->state.needsAttention == 1, patience);
        QCOMPARE(first->commands.size(), 3);
        QVERIFY(commandAbout(*first, m_ids[2]));
        checkRefused(m_ids[2], *commandAbout(*first, m_ids[2]));
        if (QTest::currentTestFailed())
            return;
        for (const ApplicationId &id : {m_ids[0], m_ids[1]}) {
            QTRY_COMPARE_WITH_TIMEOUT(first->snapshot->application(id)->status, ApplicationStatus::Approved, patience);
            checkApplied(id);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

// Everything that an approval brings, each thing once.
void TestScenario::checkApplied(const ApplicationId &id)
{
    const QString first = persona(u"system_administrator"_s).userId.toString();
    QCOMPARE(one(u"select status from app.applications where id = ?"_s, id), u"approved"_s);
    QCOMPARE(one(u"select act, actor_id, comment, offline from app.application_events where application_id = ? and act <> 'submitted'"_s, id),
             u"approved|%1|同意|t"_s.arg(first));
    const QString tenant = u" from app.applications as a join app.tenants as t on t.name = a.form ->> 'name' and t.code = a.form ->> 'code' and t.domain = a.form ->> 'domain' "_s;
    QCOMPARE(one(u"select count(*)"_s + tenant + u"where a.id = ?"_s, id), u"1"_s);
    // Administrator: in the tenant, with the role, a member of its root.
    QCOMPARE(one(u"select count(*)"_s + tenant
                     + u"join app.users as u on u.id = t.administrator_id and u.id = a.applicant_id and u.tenant_id = t.id "
                       "join app.role_assignments as r on r.user_id = u.id and r.tenant_id = t.id and r.role = 'tenant_administrator' "
                       "join app.memberships as m on m.user_id = u.id and m.organization_id = t.root_organization_id where a.id = ?"_s, id),
             u"1"_s);
    QCOMPARE(one(u"select count(*)"_s + tenant
                     + u"join app.organizations as o on o.tenant_id = t.id where a.id = ? and o.id = t.root_organization_id and o.parent_id is null and o.name = t.name"_s, id),
             u"1"_s);
    QCOMPARE(one(u"select string_agg(c.kind, ' ' order by c.kind)"_s + tenant + u"join app.claims as c on c.holder in (t.id, a.id) where a.id = ?"_s, id),
             u"tenant_code tenant_domain tenant_name"_s);
    QCOMPARE(one(u"select count(*), min(e.actor_id::text), bool_and((d.detail #>> '{origin,offline}')::boolean)"_s + tenant
                     + u"join app.audit_entries as e on e.object_id = t.id and e.kind = 'tenant_created' join app.audit_details as d on d.entry_id = e.id where a.id = ?"_s, id),
             u"1|%1|t"_s.arg(first));
    QCOMPARE(one(u"select count(*) from app.audit_entries where object_id = ? and kind = 'application_approved'"_s, id), u"1"_s);
    QCOMPARE(one(u"select count(*)"_s + tenant
                     + u"join app.notifications as n on n.kind = 'tenant_created' and n.tenant_id = t.id and n.audience_user_ids = array[t.administrator_id] where a.id = ?"_s, id),
             u"1"_s);
}

// Who decided what, when and why stands with the command; nothing came of it.
void TestScenario::checkRefused(const ApplicationId &id, const QueuedCommand &command)
{
    const demo::PersonaAccount &second = persona(u"second_system_administrator"_s);
    QCOMPARE(command.state, CommandState::NeedsAttention);
    QCOMPARE(command.errors.size(), 1);
    const Error error = command.errors.first();
    QCOMPARE(error.code, u"application.not_pending"_s);
    QCOMPARE(error.parameters.value(u"by"_s).toString(), second.userId.toString());
    QCOMPARE(error.parameters.value(u"by_name"_s).toString(), second.name);
    QCOMPARE(error.parameters.value(u"status"_s).toString(), u"rejected"_s);
    QCOMPARE(error.parameters.value(u"comment"_s).toString(), u"部门已有租户"_s);
    QCOMPARE(QString::number(error.parameters.value(u"at"_s).toLongLong()),
             one(u"select app.micros(at) from app.application_events where application_id = ? and act = 'rejected'"_s, id));
    QCOMPARE(one(u"select string_agg(act || actor_id, ' ') from app.application_events where application_id = ? and act <> 'submitted'"_s, id),
             u"rejected"_s + second.userId.toString());
    QCOMPARE(one(u"select count(*) from app.applications as a join app.tenants as t on t.name = a.form ->> 'name' where a.id = ?"_s, id), u"0"_s);
    QCOMPARE(one(u"select count(*) from app.claims where holder = ?"_s, id), u"0"_s);
}

// The test starts itself as the console to be killed.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"--console"_s)
        return runConsole();
    TestScenario test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scenario.moc"
