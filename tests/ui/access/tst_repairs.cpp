// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/resolver.h"
#include "tests/schema/commandworld.h"
#include "tests/sync/console.h"
#include "ui/pages/access/planning.h"
#include "ui/session/enginesession.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::directory;

/// PRM-3: what an explanation proposes, given to a real server as the commands that the console plans for it,
/// makes the "no" a "yes" there. Random worlds, by a tenant's administrator and by the owner of the spaces.
class RepairsTest final : public QObject
{
    Q_OBJECT

    struct Console
    {
        Person person;
        std::unique_ptr<test::Console> options;
        std::unique_ptr<ui::EngineSession> session;
    };

    CommandWorld m_world;
    QStringList m_organizations, m_people, m_groups, m_spaces;
    std::vector<Console> m_consoles;
    std::mt19937_64 m_random{20};
    QMap<access::Repair::Kind, int> m_done; ///< acts that were given, by kind
    int m_repaired = 0;

    template <class List>
    [[nodiscard]] auto any(const List &list)
    {
        return *std::next(list.begin(), std::ptrdiff_t(m_random() % quint64(list.size())));
    }
    void addConsole(const Person &person)
    {
        Console console{
            person,
            std::make_unique<test::Console>(m_world.cluster().profileFor(person.role), SchemaWorld::password),
            {}};
        console.session =
            std::make_unique<ui::EngineSession>(console.options->options, CommandWorld::userId(person));
        console.session->start();
        m_consoles.push_back(std::move(console));
    }
    /// Something that makes a "no" of a "yes", or the other way round.
    void disturb()
    {
        static const QStringList acts{
            u"update app.grants set expires_at = app.now() - interval '1 hour', version = version + 1 where role <> 'owner' and id = (select id from app.grants where role <> 'owner' order by md5(id::text || '%1') limit 1)"_s,
            u"update app.grants set expires_at = app.now() + interval '1 day', version = version + 1 where id = (select id from app.grants where role <> 'owner' and resource_id is null order by md5(id::text || '%1') limit 1)"_s,
            u"update app.organizations set enabled = not enabled, version = version + 1, version_status = version_status + 1 where id = (select id from app.organizations where tenant_id = '%2' and parent_id is not null order by md5(id::text || '%1') limit 1)"_s,
            u"update app.resources set restricted = not restricted, version = version + 1, version_access = version_access + 1 where id = (select id from app.resources order by md5(id::text || '%1') limit 1)"_s,
            u"delete from app.grants where role <> 'owner' and id = (select id from app.grants where role <> 'owner' order by md5(id::text || '%1') limit 1)"_s};
        for (int i = 0; i < 3; ++i)
            m_world.must(
                any(acts).replace(u"%1"_s, QString::number(m_random())).replace(u"%2"_s, m_world.tenantA));
    }
    void addGrants()
    {
        const auto role = [this] {
            return any(QStringList{u"viewer"_s, u"commenter"_s, u"editor"_s, u"administrator"_s});
        };
        for (const QString &space : std::as_const(m_spaces)) {
            for (int i = 0; i < 4; ++i) {
                const auto [kind, subject] =
                    any(std::vector<std::pair<QString, QString>>{{u"user"_s, any(m_people)},
                                                                 {u"organization"_s, any(m_organizations)},
                                                                 {u"group"_s, any(m_groups)}});
                const QString column = kind == u"user"_s    ? u"user_id"_s
                                       : kind == u"group"_s ? u"group_id"_s
                                                            : u"organization_id"_s;
                if (m_world.sql(
                        u"select count(*) from app.grants where space_id = '%1' and resource_id is null and %2 = '%3'"_s
                            .arg(space, column, subject)) == u"0"_s)
                    m_world.addGrant(space, kind, subject, role());
            }
        }
    }
    void catchUp(const Console &console)
    {
        const Instant now = fromMicroseconds(m_world.must(u"select app.micros(app.now())"_s).toLongLong());
        console.session->syncNow();
        QTRY_VERIFY(console.session->state().lastSync.value_or(Instant()) > now);
    }
    [[nodiscard]] Role roleOnServer(const Snapshot &snapshot, UserIndex user, Object object) const
    {
        const QString text = m_world.sql(u"select app.role_on_%1('%2', '%3')"_s.arg(
            object.resource().isValid() ? u"resource"_s : u"space"_s, snapshot.user(user).id().toString(),
            snapshot.idOf(object).toString(QUuid::WithoutBraces)));
        return text.isEmpty() ? Role::None : fromWireName<Role>(text.toUtf8()).value();
    }
    void repairAny(const Console &console);
    void repair(const Console &console, UserIndex user, Object object, Role wanted);
    /// Somebody in no organization that is granted anything.
    [[nodiscard]] UserId stranger(const QString &space, const QString &role, const QString &expiry)
    {
        const QString person = m_world.addCard(role + expiry);
        m_world.addGrant(space, u"user"_s, person, role);
        m_world.must(
            u"update app.grants set expires_at = %1, version = version + 1 where user_id = '%2'"_s.arg(
                expiry, person));
        return UserId(QUuid::fromString(person));
    }

private Q_SLOTS:
    void initTestCase();
    void anExpiredGrantIsRenewed();
    void aRestrictedResourceIsOpened();
    void repairsWork_data();
    void repairsWork();
    void cleanupTestCase();
};

void RepairsTest::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    for (int i = 0; i < 5; ++i)
        m_organizations +=
            m_world.addOrganization(u"organization %1"_s.arg(i), i < 2 ? QString() : m_organizations[i / 2]);
    for (int i = 0; i < 8; ++i) {
        m_people += m_world.addCard(u"person %1"_s.arg(i));
        m_world.addMembership(m_people.last(), m_organizations[i % m_organizations.size()]);
    }
    for (int i = 0; i < 2; ++i)
        m_groups += m_world.addGroup(m_world.tenantA, {m_people[i]}, {m_organizations[i + 2]});
    for (const QString &modules : {u"{bots}"_s, u"{abs}"_s}) {
        m_spaces += m_world.addSpace(m_world.ownerA, modules);
        for (int i = 0; i < 3; ++i)
            static_cast<void>(m_world.addResource(m_spaces.last(), m_world.ownerA, i == 1));
    }
    addGrants();
    addConsole(m_world.adminA);
    addConsole(m_world.ownerA);
}

void RepairsTest::anExpiredGrantIsRenewed() // PRM-3
{
    const Console &console = m_consoles.front();
    const UserId person = stranger(m_spaces.front(), u"editor"_s, u"app.now() - interval '1 hour'"_s);
    catchUp(console);
    const SnapshotPtr snapshot = console.session->snapshot();
    repair(console, snapshot->findUser(person),
           snapshot->findSpace(SpaceId(QUuid::fromString(m_spaces.front()))), Role::Editor);
    QCOMPARE(m_done[access::Repair::RenewGrant], 1);
}

void RepairsTest::aRestrictedResourceIsOpened() // PRM-3, SPC-7
{
    const Console &console = m_consoles.back();
    const UserId person = stranger(m_spaces.front(), u"editor"_s, u"null"_s);
    const QString closed = m_world.addResource(m_spaces.front(), m_world.ownerA, true);
    catchUp(console);
    const SnapshotPtr snapshot = console.session->snapshot();
    repair(console, snapshot->findUser(person), snapshot->findResource(ResourceId(QUuid::fromString(closed))),
           Role::Editor);
    QCOMPARE(m_done[access::Repair::OpenResource], 1);
}

void RepairsTest::repairsWork_data()
{
    QTest::addColumn<int>("console");
    for (int round = 0; round < 40; ++round)
        QTest::addRow("%s, round %d", round % 2 ? "owner" : "tenant administrator", round) << round % 2;
}

void RepairsTest::repairsWork() // PRM-3, PRM-9, SPC-6, SPC-11
{
    QFETCH(int, console);
    if (m_random() % 3 == 0)
        addGrants();
    disturb();
    for (int i = 0; i < 4 && !QTest::currentTestFailed(); ++i) {
        catchUp(m_consoles[size_t(console)]);
        repairAny(m_consoles[size_t(console)]);
    }
}

void RepairsTest::repairAny(const Console &console)
{
    const SnapshotPtr snapshot = console.session->snapshot();
    const UserIndex user = any(snapshot->users());
    const SpaceIndex space = any(snapshot->spaces());
    Object object(space);
    if (const auto resources = snapshot->resourcesOf(space); !resources.empty() && m_random() % 3 > 0)
        object = resources[m_random() % resources.size()].resource();
    repair(console, user, object,
           any(QList<Role>{Role::Guest, Role::Viewer, Role::Editor, Role::Administrator}));
}

void RepairsTest::repair(const Console &console, UserIndex user, Object object, Role wanted)
{
    const SnapshotPtr snapshot = console.session->snapshot();
    const access::Explanation no =
        access::Resolver(snapshot, console.session->now()).explain(user, object, wanted);
    const ui::explorer::PlannedRepair planned = ui::explorer::planRepair(*console.session, no);
    if (no.isEnough() || !planned.refusal.isEmpty() || roleOnServer(*snapshot, user, object) >= wanted)
        return;
    for (const ui::explorer::Planned &act : planned.acts) {
        const Answer answer = m_world.give(console.person, act.command);
        QVERIFY2(answer.isDone(),
                 qPrintable(u"%1 for %2 on %3: %4"_s.arg(act.text, snapshot->nameOf(Subject(user)),
                                                         snapshot->nameOf(object), answer.text())));
    }
    const Role now = roleOnServer(*snapshot, user, object);
    QVERIFY2(now >= wanted, qPrintable(u"%1 for %2 on %3: %4"_s.arg(
                                planned.acts.front().text, snapshot->nameOf(Subject(user)),
                                snapshot->nameOf(object), wireName(now))));
    ++m_repaired;
    for (const access::Repair &each : no.repair)
        ++m_done[each.kind];
}

void RepairsTest::cleanupTestCase()
{
    using access::Repair;
    QVERIFY2(m_repaired > 30 && m_done[Repair::Give] > 20,
             qPrintable(u"%1 repaired: %2 given, %3 renewed, %4 lengthened, %5 opened"_s.arg(m_repaired)
                            .arg(m_done[Repair::Give])
                            .arg(m_done[Repair::RenewGrant])
                            .arg(m_done[Repair::LengthenGrant])
                            .arg(m_done[Repair::OpenResource])));
    m_consoles.clear();
}

QTEST_MAIN(RepairsTest)
#include "tst_repairs.moc"
