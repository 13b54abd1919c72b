// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/past.h"
#include "core/replica/sqlitefile.h"
#include "core/sync/historystore.h"
#include "tests/access/executedworld.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::access;
using namespace tenantry::directory;
using namespace tenantry::test;
using namespace Qt::StringLiterals;
using Moved = ExecutedWorld::Moved;

namespace {

/// Who isn't to be seen today isn't to be seen in the past either.
tests::Roles ofThoseSeen(tests::Roles roles, const Snapshot &today)
{
    std::erase_if(roles, [&](const auto &role) {
        const UserIndex user = today.findUser(UserId(role.first.first));
        return !user.isValid() || !today.user(user).isKnown();
    });
    return roles;
}

template <class Id>
Id idOf(const QString &id)
{
    return Id(QUuid::fromString(id));
}

} // namespace

/// A tenant administrator's console beside a real server: what it says of a past moment is what was answered
/// then (PRM-6).
class TestAsAnswered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asOfIsWhatWasAnswered();
    void aStepBetweenTwoMomentsIsWhatMoved();
    void knowsWhenSomethingChangedLast();
    void historyFollows();
    void historyLiesSealedBesideTheReplica();

private:
    void limitedChanges(const Moment &before, const Moment &after, const std::vector<RowKey> &touched);

    ExecutedWorld m_world;
    QTemporaryDir m_folder;
    qsizetype m_limited = 0; ///< changes of a part of what is there
};

void TestAsAnswered::initTestCase()
{
    QString error = m_world.prepare();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    error = m_world.giveRandomCommands(180);
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestAsAnswered::asOfIsWhatWasAnswered() // PRM-6
{
    sync::HistoryStore store(m_folder.path(), ExecutedWorld::keysIn(m_folder.path()));
    const auto history = store.read(*m_world.wireOf(m_world.adminA), idOf<TenantId>(m_world.tenantA));
    QVERIFY2(history, qPrintable(describe(history)));
    QVERIFY((*history)->mark().reachesBackTo <= m_world.moments().front().at);
    QCOMPARE((*history)->mark().upTo, m_world.moments().back().at);
    const SnapshotPtr today = m_world.pull();
    const auto past = Past::create(*history, today);
    QVERIFY2(past, qPrintable(describe(past)));
    QVERIFY(m_world.moments().size() > 40);
    qsizetype answers = 0;
    for (const Moved &moment : m_world.moments()) {
        const auto then = (*past)->asOf(moment.at);
        QVERIFY2(then, qPrintable(describe(then)));
        QVERIFY2(tests::everyRole(*then, moment.at) == ofThoseSeen(moment.roles, *today),
                 qPrintable(toIso8601(moment.at)));
        QCOMPARE(*(*past)->asOf(moment.at), *then); // kept
        answers += qsizetype(moment.roles.size());
    }
    QVERIFY(answers > 1000);
    const auto before = (*past)->asOf((*history)->mark().reachesBackTo - std::chrono::seconds(1));
    QVERIFY(before && tests::everyRole(*before, m_world.moments().front().at).empty());
}

void TestAsAnswered::aStepBetweenTwoMomentsIsWhatMoved() // PRM-6
{
    sync::HistoryStore store(m_folder.path(), ExecutedWorld::keysIn(m_folder.path()));
    const auto history = store.local(idOf<TenantId>(m_world.tenantA));
    QVERIFY2(history, qPrintable(describe(history)));
    const SnapshotPtr today = m_world.pull();
    const auto past = *Past::create(*history, today);
    qsizetype changes = 0;
    for (int i = 0; i < 40; ++i) {
        const Moved &a = m_world.any(m_world.moments());
        const Moved &b = m_world.any(m_world.moments());
        const auto step = past->between(a.at, b.at);
        QVERIFY2(step, qPrintable(describe(step)));
        const Moment before{step->before, a.at};
        const Moment after{step->after, b.at};
        const auto difference = Difference::between(before, after, affectedBy(before, after, step->touched));
        QVERIFY(tests::everyRole(step->before, a.at) == ofThoseSeen(a.roles, *today));
        QVERIFY(tests::everyRole(step->after, b.at) == ofThoseSeen(b.roles, *today));
        QCOMPARE(tests::foundChanges(*difference), tests::expectedChanges(before, after));
        changes += difference->size();
        limitedChanges(before, after, step->touched);
    }
    QVERIFY(changes > 100);
    QVERIFY(m_limited > 50);
}

// About one of them it is that part of the whole.
void TestAsAnswered::limitedChanges(const Moment &before, const Moment &after,
                                    const std::vector<RowKey> &touched)
{
    const Affected all = affectedBy(before, after, touched);
    const auto whole = Difference::between(before, after, all)->page(0, std::numeric_limits<int>::max());
    const auto compare = [&](const Affected &affected, const auto &isMeant) {
        std::vector<RoleChange> expected;
        std::ranges::copy_if(whole, std::back_inserter(expected), isMeant);
        const auto limited = Difference::between(before, after, affected);
        QVERIFY(limited->page(0, limited->size()) == expected);
        m_limited += qsizetype(expected.size());
    };
    const Snapshot &snapshot = *after.snapshot;
    for (quint32 i = 0; i < snapshot.userSlots(); ++i)
        compare(limitedTo(Subject(UserIndex(i)), all, before, after),
                [&](const RoleChange &change) { return change.user == UserIndex(i); });
    for (quint32 i = 0; i < snapshot.spaceSlots(); ++i)
        compare(limitedTo(Object(SpaceIndex(i)), all, before, after), [&](const RoleChange &change) {
            const auto in = [&](const Snapshot &s) {
                return change.object.index() < s.resourceSlots() && s.spaceOf(change.object) == SpaceIndex(i);
            };
            return change.object.kind() == ObjectKind::Space ? change.object.space() == SpaceIndex(i)
                                                             : in(snapshot) || in(*before.snapshot);
        });
    for (quint32 i = 0; i < snapshot.resourceSlots(); ++i)
        compare(limitedTo(Object(ResourceIndex(i)), all, before, after),
                [&](const RoleChange &change) { return change.object == Object(ResourceIndex(i)); });
    for (const OrganizationIndex o : snapshot.organizations()) {
        const auto isIn = [&](const Snapshot &s, UserIndex user) {
            return user.value() < s.userSlots() && o.value() < s.organizationSlots() &&
                   std::ranges::any_of(s.organizationsOf(user),
                                       [&](OrganizationIndex each) { return s.isWithin(each, o); });
        };
        compare(limitedTo(Subject(o), all, before, after), [&](const RoleChange &change) {
            return isIn(*before.snapshot, change.user) || isIn(snapshot, change.user);
        });
    }
}

void TestAsAnswered::knowsWhenSomethingChangedLast() // PRM-6
{
    sync::HistoryStore store(m_folder.path(), ExecutedWorld::keysIn(m_folder.path()));
    const SnapshotPtr today = m_world.pull();
    const auto past = *Past::create(*store.local(idOf<TenantId>(m_world.tenantA)), today);
    QVERIFY(!past->lastChange(QUuid::createUuid()));
    int changed = 0;
    for (const QString &space : m_world.spaces()) {
        const auto last = past->lastChange(QUuid::fromString(space));
        if (!last)
            continue;
        ++changed;
        const auto roles = [&](Instant moment) {
            const SnapshotPtr then = past->asOf(moment).value();
            QStringList lines;
            for (const Row &row : then->allRows())
                if (const auto *grant = std::get_if<GrantRow>(&row);
                    grant && grant->spaceId.toString() == space)
                    lines += grant->id.toString() + QString::number(int(grant->role)) +
                             (grant->expiresAt ? toIso8601(*grant->expiresAt) : QString());
                else if (const auto *resource = std::get_if<ResourceRow>(&row);
                         resource && resource->spaceId.toString() == space)
                    lines += resource->id.toString() + QString::number(resource->restricted);
                else if (const auto *self = std::get_if<SpaceRow>(&row); self && self->id.toString() == space)
                    lines += self->name + QString::number(self->archived);
            lines.sort();
            return lines;
        };
        QCOMPARE(roles(*last), roles(past->mark().upTo)); // nothing since
        QVERIFY(roles(*last) != roles(*last - std::chrono::microseconds(1)));
    }
    QVERIFY(changed > 0);
}

// What came since is read alone, and leads to where reading everything leads; changes that no seal has placed
// yet are of today only.
void TestAsAnswered::historyFollows()
{
    const auto tenant = idOf<TenantId>(m_world.tenantA);
    sync::HistoryStore store(m_folder.path(), ExecutedWorld::keysIn(m_folder.path()));
    const auto earlier = store.local(tenant);
    QVERIFY(earlier);
    const QString person = m_world.addCard(u"late"_s);
    const QString grant = m_world.addGrant(m_world.spaces().front(), u"user"_s, person, u"editor"_s);
    m_world.noteMoment(m_world.pull());
    m_world.must(u"update app.grants set role = 'viewer', version = version + 1 where id = ?"_s,
                 {grant}); // not sealed
    const auto history = store.read(*m_world.wireOf(m_world.adminA), tenant);
    QVERIFY2(history, qPrintable(describe(history)));
    QTemporaryDir other;
    sync::HistoryStore afresh(other.path(), ExecutedWorld::keysIn(other.path()));
    const auto whole = afresh.read(*m_world.wireOf(m_world.adminA), tenant);
    QVERIFY(whole);
    QCOMPARE((*history)->versions().size(), (*whole)->versions().size());
    QVERIFY((*history)->versions().size() > (*earlier)->versions().size());
    // Both over what is seen today, and the earlier one as well: it knows nothing of what came later.
    const SnapshotPtr today = m_world.pull();
    const auto roleIn = [&](const SnapshotPtr &snapshot) {
        const auto row = snapshot->row({RowKind::Grant, QUuid::fromString(grant)});
        return row ? std::get<GrantRow>(*row).role : Role::None;
    };
    const Instant last = m_world.moments().back().at;
    const auto roleThen = [&](const HistoryPtr &from) {
        return roleIn((*Past::create(from, today))->asOf(last).value());
    };
    QCOMPARE(roleIn(today), Role::Viewer);
    QCOMPARE(roleThen(*history), Role::Editor);
    QCOMPARE(roleThen(*whole), Role::Editor);
    QCOMPARE(roleThen(*earlier), Role::None);
    for (const Moved &moment : m_world.moments()) {
        const auto then = (*Past::create(*history, today))->asOf(moment.at);
        QVERIFY2(tests::everyRole(*then, moment.at) == ofThoseSeen(moment.roles, *today),
                 qPrintable(toIso8601(moment.at)));
    }
    // Read again, nothing is new.
    const auto again = store.read(*m_world.wireOf(m_world.adminA), tenant);
    QCOMPARE((*again)->versions().size(), (*history)->versions().size());
}

void TestAsAnswered::historyLiesSealedBesideTheReplica() // SEC-4
{
    const QString path = m_folder.filePath(u"history-%1.sqlite"_s.arg(m_world.tenantA));
    QByteArray content;
    for (const QString &name : {path, path + u"-wal"_s})
        if (QFile file(name); file.open(QFile::ReadOnly))
            content += file.readAll();
    QVERIFY(content.size() > 10'000);
    QVERIFY(!content.contains("organization 1"));
    QVERIFY(!content.contains("member"));
    // A page that was changed: what is there is thrown away, and had again from the server.
    const auto tenant = idOf<TenantId>(m_world.tenantA);
    const auto keys = ExecutedWorld::keysIn(m_folder.path());
    {
        const auto file = SqliteFile::open(path, Durability::Crash);
        QVERIFY(file);
        QVERIFY((*file)->run(
            u"update pages set sealed = substr(sealed, 1, length(sealed) - 4) where number = 1"_s));
    }
    sync::HistoryStore store(m_folder.path(), keys);
    const auto local = store.local(tenant);
    QVERIFY(!local);
    QCOMPARE(local.error().code, u"history.none"_s);
    QVERIFY(store.read(*m_world.wireOf(m_world.adminA), tenant));
    QVERIFY(sync::HistoryStore(m_folder.path(), keys).local(tenant));
    // A missing page is noticed too.
    {
        const auto file = SqliteFile::open(path, Durability::Crash);
        QVERIFY((*file)->run(u"delete from pages where number = 1"_s));
    }
    QVERIFY(!sync::HistoryStore(m_folder.path(), keys).local(tenant));
}

QTEST_GUILESS_MAIN(TestAsAnswered)
#include "tst_asanswered.moc"
