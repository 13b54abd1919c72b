// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MEM-1, MEM-2, MEM-5, MEM-7, SPC-7, SPC-9, SPC-10
#include "core/base/id.h"
#include "tests/ui/spaces/spaceworld.h"
#include "ui/pages/spaces/membercommands.h"
#include "ui/pages/spaces/membersproxy.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui::spaces;
using test::FixedSession;

class SpaceMembersTest final : public QObject
{
    Q_OBJECT

    FixedSession m_session{u"tenant_administrator"_s};
    SpaceId m_space;

    void load(MembersModel &model, FixedSession &session, SpaceId space)
    {
        model.setRows(memberRows(session, space), rightsOn(session, session.snapshot()->findSpace(space)), session.now());
    }
    const MemberRow *find(const MembersModel &model, GrantId id)
    {
        for (const MemberRow &row : model.rows())
            if (row.id == id)
                return &row;
        return nullptr;
    }
    /// One that the tenant's administrator may change.
    std::vector<MemberRow> changeable(const MembersModel &model, size_t count)
    {
        std::vector<MemberRow> rows;
        for (const MemberRow &row : model.rows())
            if (rows.size() < count && row.role != Role::Owner && row.role != Role::Commenter && !row.isExpired(model.now()))
                rows.push_back(row);
        return rows;
    }

private Q_SLOTS:
    void init()
    {
        m_space = test::busySpace(m_session);
        QVERIFY(!m_space.isNull());
        for (const QueuedCommand &command : m_session.commands())
            m_session.discard(command.id());
    }

    void rowsAreTheGrantsOnTheSpace() // MEM-1
    {
        MembersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        load(model, m_session, m_space);
        const auto grants = m_session.snapshot()->grantsOn(m_session.snapshot()->findSpace(m_space));
        QCOMPARE(model.rowCount(), int(grants.size()));
        for (const directory::GrantEntry &entry : grants) {
            const MemberRow *row = find(model, m_session.snapshot()->grant(entry.grant()).id());
            QVERIFY(row);
            QCOMPARE(row->role, entry.role());
            QVERIFY(!row->name.isEmpty());
        }
    }

    void ownerStaysOnTopThenOrganizationsGroupsPeople() // MEM-1
    {
        MembersModel model;
        MembersProxy proxy(&model);
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        load(model, m_session, m_space);
        const auto kind = [](const MemberRow &row) {
            return row.kind == SubjectKind::Organization ? 0 : row.kind == SubjectKind::RoleGroup ? 1 : 2;
        };
        QCOMPARE(proxy.rowAt(proxy.index(0, 0)).role, Role::Owner);
        for (int i = 2; i < proxy.rowCount(); ++i)
            QVERIFY(kind(proxy.rowAt(proxy.index(i - 1, 0))) <= kind(proxy.rowAt(proxy.index(i, 0))));
        for (int column = 0; column < MembersModel::Actions; ++column)
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                proxy.sort(column, order);
                QCOMPARE(proxy.rowAt(proxy.index(0, 0)).role, Role::Owner);
            }
    }

    void ownerCannotBeRemovedAndSaysWhy() // SPC-7, SPC-10
    {
        MembersModel model;
        load(model, m_session, m_space);
        for (const MemberRow &row : model.rows()) {
            QCOMPARE(model.removeRefusal(row).isEmpty(), row.role != Role::Owner);
            QCOMPARE(model.roleRefusal(row).isEmpty(), row.role != Role::Owner && !row.isExpired(model.now()));
        }
    }

    void findsByNameDepartmentAndPinyin() // MEM-2
    {
        const SpaceRow like = test::rowOf(m_session, m_space);
        const directory::Delta space = test::newSpace(like, u"搜索"_s, m_session.userId(), 0, m_session.now());
        directory::Delta delta = space;
        UserRow user = m_session.world().users.back();
        user.id = UserId::make(m_session.now());
        user.tenantId = like.tenantId;
        user.name = u"张三"_s;
        user.primaryOrganizationId = {};
        delta.upserted.emplace_back(user);
        SpaceRow made = std::get<SpaceRow>(delta.upserted.front());
        delta.upserted.emplace_back(test::grantOn(made, SubjectKind::User, user.id.uuid(), Role::Editor, m_session.now()));
        m_session.apply(delta);
        MembersModel model;
        MembersProxy proxy(&model);
        load(model, m_session, made.id);
        QCOMPARE(proxy.rowCount(), 2);
        for (const QString &query : {u"张"_s, u"zs"_s, u"zhangsan"_s}) {
            proxy.setQuery(query);
            QCOMPARE(proxy.rowCount(), 1);
            QCOMPARE(proxy.rowAt(proxy.index(0, 0)).name, user.name);
        }
        proxy.setQuery(u"nobody like this"_s);
        QCOMPARE(proxy.rowCount(), 0);
        proxy.setQuery({});
        proxy.setRole(Role::Editor);
        QCOMPARE(proxy.rowCount(), 1);
    }

    void changingARoleSaysWhatWasSeen() // MEM-5
    {
        MembersModel model;
        load(model, m_session, m_space);
        const auto rows = changeable(model, 2);
        QCOMPARE(rows.size(), size_t(2));
        const UndoList undo = MemberCommands(m_session, m_space).changeRole(rows, Role::Commenter);
        QCOMPARE(undo.size(), 1);
        const Command command = m_session.commands().constLast().command;
        QCOMPARE(command.kind, u"grants_set"_s);
        QCOMPARE(command.payload["grants"_L1].toArray().size(), 2);
        for (const MemberRow &row : rows) {
            QCOMPARE(command.seen[row.id.toString()][""_L1].toInt(), row.version);
            QCOMPARE(command.before[row.id.toString()].toString(), QString(wireName(row.role)));
        }
        QCOMPARE(command.subject["record"_L1].toString(), m_space.toString());
        load(model, m_session, m_space);
        const MemberRow *row = find(model, rows.front().id);
        QCOMPARE(row->role, Role::Commenter);
        QCOMPARE(row->pending.state, PendingChange::Queued);
        // What is built on a change that waits sees its result, not the old counter.
        MemberCommands(m_session, m_space).changeRole({*row}, Role::Viewer);
        const QJsonObject seen = m_session.commands().constLast().command.seen;
        QCOMPARE(seen[row->id.toString()][""_L1]["after"_L1].toString(), undo.first().done.toString());
    }

    void undoDropsWhatStillWaits() // MEM-5
    {
        MembersModel model;
        load(model, m_session, m_space);
        const auto rows = changeable(model, 1);
        const UndoList undo = MemberCommands(m_session, m_space).remove(rows);
        const qsizetype commands = m_session.commands().size();
        load(model, m_session, m_space);
        QVERIFY(find(model, rows.front().id)->pending.removed);
        MemberCommands::undo(m_session, undo);
        QCOMPARE(m_session.commands().size(), commands);
        QCOMPARE(m_session.commands().constLast().state, CommandState::Discarded);
        load(model, m_session, m_space);
        QVERIFY(*find(model, rows.front().id) == rows.front());
    }

    void undoTakesBackWhatTheServerHas() // MEM-5
    {
        MembersModel model;
        load(model, m_session, m_space);
        const auto rows = changeable(model, 1);
        const UndoList undo = MemberCommands(m_session, m_space).changeRole(rows, Role::Commenter);
        m_session.answer(undo.first().done);
        MemberCommands::undo(m_session, undo);
        const Command inverse = m_session.commands().constLast().command;
        const QJsonObject wish = inverse.payload["grants"_L1].toArray().first().toObject();
        QCOMPARE(wish["role"_L1].toString(), QString(wireName(rows.front().role)));
        QCOMPARE(inverse.seen[rows.front().id.toString()][""_L1]["after"_L1].toString(), undo.first().done.toString());
    }

    void refusedChangesShowTheSentence() // INB-4
    {
        MembersModel model;
        load(model, m_session, m_space);
        const auto rows = changeable(model, 1);
        const UndoList undo = MemberCommands(m_session, m_space).changeRole(rows, Role::Commenter);
        m_session.answer(undo.first().done, {Error{ErrorClass::Business, u"grant.not_allowed"_s, {}, {}}});
        load(model, m_session, m_space);
        const MemberRow *row = find(model, rows.front().id);
        QCOMPARE(row->role, rows.front().role);
        QCOMPARE(row->pending.state, PendingChange::Refused);
        QVERIFY(!row->pending.problem.isEmpty());
    }

    void expiredAccessMustBeRenewedBeforeItsRoleChanges() // MEM-7
    {
        const SpaceRow like = test::rowOf(m_session, m_space);
        directory::Delta delta = test::newSpace(like, u"到期"_s, m_session.userId(), 0, m_session.now());
        const SpaceRow made = std::get<SpaceRow>(delta.upserted.front());
        GrantRow old = test::grantOn(made, SubjectKind::User, m_session.world().personas.at(5).userId.uuid(), Role::Viewer, m_session.now());
        old.expiresAt = m_session.now() - std::chrono::hours(1);
        delta.upserted.emplace_back(old);
        m_session.apply(delta);
        MembersModel model;
        load(model, m_session, made.id);
        const MemberRow row = *find(model, old.id);
        QVERIFY(!model.roleRefusal(row).isEmpty());
        QVERIFY(model.expiryRefusal(row).isEmpty());
        MemberCommands(m_session, made.id).changeExpiry({row}, m_session.now() + std::chrono::days(30));
        load(model, m_session, made.id);
        QVERIFY(!find(model, old.id)->isExpired(model.now()));
        QVERIFY(model.roleRefusal(*find(model, old.id)).isEmpty());
    }

    void manyGrantsGoInPiecesOf500() // MEM-5
    {
        QList<MemberCommands::Newcomer> newcomers;
        for (int i = 0; i < 1100; ++i)
            newcomers += {SubjectKind::User, makeUuid7(m_session.now())};
        const UndoList undo = MemberCommands(m_session, m_space).add(newcomers, Role::Viewer, {});
        QCOMPARE(undo.size(), 3);
        QCOMPARE(m_session.commands().constLast().command.payload["grants"_L1].toArray().size(), 100);
    }

    void archivedSpacesAreReadOnly() // SPC-9
    {
        directory::Delta delta = test::newSpace(test::rowOf(m_session, m_space), u"旧"_s, m_session.userId(), 0, m_session.now());
        SpaceRow &made = std::get<SpaceRow>(delta.upserted.front());
        made.archived = true;
        m_session.apply(delta);
        QVERIFY(!addingRefusal(rightsOn(m_session, m_session.snapshot()->findSpace(made.id))).isEmpty());
    }

    void ticksFollowTheirGrants()
    {
        MembersModel model;
        load(model, m_session, m_space);
        const auto rows = changeable(model, 1);
        model.tick({rows.front().id}, true);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        directory::Delta delta;
        delta.removed.push_back({RowKind::Grant, rows.front().id.uuid()});
        const GrantRow grant = m_session.snapshot()->grant(m_session.snapshot()->findGrant(rows.front().id)).row();
        m_session.apply(delta);
        load(model, m_session, m_space);
        QCOMPARE(model.tickedCount(), 0);
        QCOMPARE(resets.size(), 0);
        directory::Delta back;
        back.upserted.emplace_back(grant);
        m_session.apply(back);
        load(model, m_session, m_space);
        QVERIFY(find(model, grant.id));
    }

    void tenThousandMembersAreFast()
    {
        std::vector<MemberRow> rows(10'000);
        for (size_t i = 0; i < rows.size(); ++i) {
            rows[i].id = GrantId::make(m_session.now());
            rows[i].name = u"成员 %1"_s.arg((i * 7919) % 10'000);
            rows[i].department = u"部门 %1"_s.arg(i % 40);
            rows[i].role = i == 5000 ? Role::Owner : Role::Editor;
        }
        MembersModel model;
        MembersProxy proxy(&model);
        QElapsedTimer timer;
        timer.start();
        model.setRows(rows, {Role::Owner, false, false, true, false}, m_session.now());
        const qint64 filled = timer.restart();
        proxy.setQuery(u"chengyuan 12"_s);
        const qint64 searched = timer.restart();
        proxy.setQuery({});
        timer.restart();
        rows[77].role = Role::Viewer;
        model.setRows(rows, {Role::Owner, false, false, true, false}, m_session.now());
        const qint64 changed = timer.elapsed();
        qInfo("10,000 members: %lld ms to show sorted, %lld ms to search, %lld ms for one change", filled, searched, changed);
        QCOMPARE(proxy.rowAt(proxy.index(0, 0)).role, Role::Owner);
        QVERIFY2(filled < 3000 && searched < 3000 && changed < 1000, "far too slow, even for a busy machine");
    }
};

QTEST_MAIN(SpaceMembersTest)
#include "tst_spacemembers.moc"
