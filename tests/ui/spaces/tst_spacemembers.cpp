// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MEM-1, MEM-2, MEM-5, MEM-7, SPC-7, SPC-9, SPC-10
#include "core/base/id.h"
#include "core/domain/messages.h"
#include "tests/ui/spaces/spaceworld.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/pages/spaces/memberactions.h"
#include "ui/pages/spaces/membersmodel.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/memberstable.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QScopeGuard>
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

    /// As the page does when something changed.
    void load(MembersModel &model, SpaceId space)
    {
        if (model.place().space == space)
            model.refresh();
        else
            model.setPlace({space});
    }
    const MemberRow *find(const MembersModel &model, GrantId id)
    {
        for (const MemberRow &row : model.allRows())
            if (row.id == id)
                return &row;
        return nullptr;
    }
    int rowOf(const MembersModel &model, GrantId id)
    {
        for (int i = 0; i < model.rowCount(); ++i)
            if (model.rowAt(i).id == id)
                return i;
        return -1;
    }
    /// One that the tenant's administrator may change.
    std::vector<MemberRow> changeable(const MembersModel &model, size_t count)
    {
        std::vector<MemberRow> rows;
        for (const MemberRow &row : model.allRows())
            if (rows.size() < count && row.role != Role::Owner && row.role != Role::Commenter &&
                !row.isExpired(model.now()))
                rows.push_back(row);
        return rows;
    }
    std::vector<MemberRow> twoPeople(const MembersModel &model)
    {
        std::vector<MemberRow> rows;
        for (const MemberRow &row : changeable(model, 20))
            if (row.kind == SubjectKind::User && rows.size() < 2)
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
        MembersModel model(m_session);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        load(model, m_space);
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
        MembersModel model(m_session);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        load(model, m_space);
        const auto kind = [](const MemberRow &row) {
            return row.kind == SubjectKind::Organization ? 0 : row.kind == SubjectKind::RoleGroup ? 1 : 2;
        };
        QCOMPARE(model.rowAt(0).role, Role::Owner);
        for (int i = 2; i < model.rowCount(); ++i)
            QVERIFY(kind(model.rowAt(i - 1)) <= kind(model.rowAt(i)));
        for (int column = 0; column < MembersModel::Actions; ++column)
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                model.sort(column, order);
                QCOMPARE(model.rowAt(0).role, Role::Owner);
            }
    }

    void ownerCannotBeRemovedAndSaysWhy() // SPC-7, SPC-10
    {
        MembersModel model(m_session);
        load(model, m_space);
        for (const MemberRow &row : model.allRows()) {
            const bool ownsBelow =
                !removalRefusalBelow(m_session, {m_space}, row.kind, row.subjectId).isEmpty();
            QCOMPARE(model.removeRefusal(row).isEmpty(), row.role != Role::Owner && !ownsBelow);
            QCOMPARE(model.roleRefusal(row).isEmpty(),
                     row.role != Role::Owner && !row.isExpired(model.now()));
        }
    }

    void findsByNameDepartmentAndPinyin() // MEM-2
    {
        const SpaceRow like = test::rowOf(m_session, m_space);
        const directory::Delta space =
            test::newSpace(like, u"搜索"_s, m_session.userId(), 0, m_session.now());
        directory::Delta delta = space;
        UserRow user = m_session.world().users.back();
        user.id = UserId::make(m_session.now());
        user.tenantId = like.tenantId;
        user.name = u"张三"_s;
        user.primaryOrganizationId = {};
        delta.upserted.emplace_back(user);
        SpaceRow made = std::get<SpaceRow>(delta.upserted.front());
        delta.upserted.emplace_back(
            test::grantOn(made, SubjectKind::User, user.id.uuid(), Role::Editor, m_session.now()));
        m_session.apply(delta);
        MembersModel model(m_session);
        load(model, made.id);
        QCOMPARE(model.rowCount(), 2);
        for (const QString &query : {u"张"_s, u"zs"_s, u"zhangsan"_s}) {
            model.setQuery(query);
            QCOMPARE(model.rowCount(), 1);
            QCOMPARE(model.rowAt(0).name, user.name);
        }
        model.setQuery(u"nobody like this"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setQuery({});
        model.setRoleFilter(Role::Editor);
        QCOMPARE(model.rowCount(), 1);
    }

    void changingARoleSaysWhatWasSeen() // MEM-5
    {
        MembersModel model(m_session);
        load(model, m_space);
        const auto rows = changeable(model, 2);
        QCOMPARE(rows.size(), size_t(2));
        const UndoList undo = MemberCommands(m_session, {m_space}).changeRole(rows, Role::Commenter);
        QCOMPARE(undo.size(), 1);
        const Command command = m_session.commands().constLast().command;
        QCOMPARE(command.kind, u"grants_set"_s);
        QCOMPARE(command.payload["grants"_L1].toArray().size(), 2);
        for (const MemberRow &row : rows) {
            QCOMPARE(command.seen[row.id.toString()][""_L1].toInt(), row.version);
            QCOMPARE(command.before[row.id.toString()]["role"_L1].toString(), QString(wireName(row.role)));
        }
        QCOMPARE(command.subject["record"_L1].toString(), m_space.toString());
        load(model, m_space);
        const MemberRow *row = find(model, rows.front().id);
        QCOMPARE(row->role, Role::Commenter);
        QCOMPARE(row->pending.state, PendingChange::Queued);
        // What is built on a change that waits sees its result, not the old counter.
        MemberCommands(m_session, {m_space}).changeRole({*row}, Role::Viewer);
        const QJsonObject seen = m_session.commands().constLast().command.seen;
        QCOMPARE(seen[row->id.toString()][""_L1]["after"_L1].toString(), undo.first().done.toString());
    }

    void undoDropsWhatStillWaits() // MEM-5
    {
        MembersModel model(m_session);
        load(model, m_space);
        const auto rows = changeable(model, 1);
        const UndoList undo = MemberCommands(m_session, {m_space}).remove(rows);
        const qsizetype commands = m_session.commands().size();
        load(model, m_space);
        QVERIFY(find(model, rows.front().id)->pending.removed);
        MemberCommands::undo(m_session, undo);
        QCOMPARE(m_session.commands().size(), commands);
        QCOMPARE(m_session.commands().constLast().state, CommandState::Discarded);
        load(model, m_space);
        QVERIFY(*find(model, rows.front().id) == rows.front());
    }

    void undoTakesBackWhatTheServerHas() // MEM-5
    {
        MembersModel model(m_session);
        load(model, m_space);
        const auto rows = changeable(model, 1);
        const UndoList undo = MemberCommands(m_session, {m_space}).changeRole(rows, Role::Commenter);
        m_session.answer(undo.first().done);
        MemberCommands::undo(m_session, undo);
        const Command inverse = m_session.commands().constLast().command;
        const QJsonObject wish = inverse.payload["grants"_L1].toArray().first().toObject();
        QCOMPARE(wish["role"_L1].toString(), QString(wireName(rows.front().role)));
        QCOMPARE(inverse.seen[rows.front().id.toString()][""_L1]["after"_L1].toString(),
                 undo.first().done.toString());
    }

    void refusedChangesShowTheSentence() // INB-4
    {
        MembersModel model(m_session);
        load(model, m_space);
        const auto rows = changeable(model, 1);
        const UndoList undo = MemberCommands(m_session, {m_space}).changeRole(rows, Role::Commenter);
        m_session.answer(undo.first().done, {Error{ErrorClass::Business, u"grant.not_allowed"_s, {}, {}}});
        load(model, m_space);
        const MemberRow *row = find(model, rows.front().id);
        QCOMPARE(row->role, rows.front().role);
        QCOMPARE(row->pending.state, PendingChange::Refused);
        QVERIFY(!row->pending.problem.isEmpty());
    }

    void whatWasSaidToBeDoneIsTakenBackWhenRefused() // INB-4, MEM-5
    {
        MembersModel model(m_session);
        load(model, m_space);
        const std::vector<MemberRow> rows = twoPeople(model);
        QWidget window;
        MemberActions actions(m_session, &model, &window);
        QSignalSpy toasts(&actions, &MemberActions::toastRequested);
        actions.changeRole(rows, Role::Commenter);
        QCOMPARE(toasts.size(), 1);
        const QString said = toasts.takeFirst().first().toString();
        const CommandId given = m_session.commands().constLast().id();
        m_session.answer(given, {Error{ErrorClass::Business, u"grant.contents"_s, {}, {}}});
        QTRY_COMPARE(toasts.size(), 1);
        const QString corrected = toasts.first().first().toString();
        QVERIFY2(corrected.contains(said), qPrintable(corrected));
        QVERIFY2(corrected.contains(sentence(Error{ErrorClass::Business, u"grant.contents"_s, {}, {}})),
                 qPrintable(corrected));
        m_session.discard(given);
        // Somebody whom the server refused to add is no member.
        const qsizetype before = model.rowCount();
        const UndoList added =
            MemberCommands(m_session, {m_space})
                .add({{SubjectKind::User, makeUuid7(m_session.now()), u"诸葛甲"_s}}, Role::Viewer, {});
        load(model, m_space);
        QCOMPARE(model.rowCount(), before + 1);
        m_session.answer(added.first().done,
                         {Error{ErrorClass::Business, u"grant.subject_unknown"_s, {}, {}}});
        load(model, m_space);
        QCOMPARE(model.rowCount(), before);
    }

    void expiredAccessMustBeRenewedBeforeItsRoleChanges() // MEM-7
    {
        const SpaceRow like = test::rowOf(m_session, m_space);
        directory::Delta delta = test::newSpace(like, u"到期"_s, m_session.userId(), 0, m_session.now());
        const SpaceRow made = std::get<SpaceRow>(delta.upserted.front());
        GrantRow old = test::grantOn(made, SubjectKind::User, m_session.world().personas.at(5).userId.uuid(),
                                     Role::Viewer, m_session.now());
        old.expiresAt = m_session.now() - std::chrono::hours(1);
        delta.upserted.emplace_back(old);
        m_session.apply(delta);
        MembersModel model(m_session);
        load(model, made.id);
        const MemberRow row = *find(model, old.id);
        QVERIFY(!model.roleRefusal(row).isEmpty());
        QVERIFY(model.expiryRefusal(row).isEmpty());
        MemberCommands(m_session, {made.id}).changeExpiry({row}, m_session.now() + std::chrono::days(30));
        load(model, made.id);
        QVERIFY(!find(model, old.id)->isExpired(model.now()));
        QVERIFY(model.roleRefusal(*find(model, old.id)).isEmpty());
    }

    void manyGrantsGoInPiecesOf500() // MEM-5
    {
        QList<MemberCommands::Newcomer> newcomers;
        for (int i = 0; i < 1100; ++i)
            newcomers += {SubjectKind::User, makeUuid7(m_session.now()), {}};
        const UndoList undo = MemberCommands(m_session, {m_space}).add(newcomers, Role::Viewer, {});
        QCOMPARE(undo.size(), 3);
        QCOMPARE(m_session.commands().constLast().command.payload["grants"_L1].toArray().size(), 100);
    }

    void whatGoesAlongIsAskedBeforeARemoval() // SPC-6, SPC-7, PRM-9
    {
        FixedSession session(u"member"_s); // who is made administrator of the space, not its owner
        const UserId owner = UserId::make(session.now()),
                     other = UserId::make(session.now()); // nobody else's roles play a part
        directory::Delta delta = test::newSpace(test::rowOf(session, test::busySpace(session)), u"移除"_s,
                                                owner, 1, session.now());
        const SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
        const ResourceId resource = std::get<ResourceRow>(delta.upserted.back()).id;
        for (const UserId &id : {owner, other}) {
            UserRow user = session.snapshot()->user(session.snapshot()->findUser(session.userId())).row();
            user.id = id;
            delta.upserted.emplace_back(user);
        }
        delta.upserted.emplace_back(test::grantOn(space, SubjectKind::User, session.userId().uuid(),
                                                  Role::Administrator, session.now()));
        const GrantRow onSpace =
            test::grantOn(space, SubjectKind::User, other.uuid(), Role::Viewer, session.now());
        delta.upserted.emplace_back(onSpace);
        GrantRow below = test::grantOn(space, SubjectKind::User, other.uuid(), Role::Editor, session.now());
        below.objectKind = ObjectKind::Resource;
        below.objectId = resource.uuid();
        delta.upserted.emplace_back(below);
        session.apply(delta);
        MembersModel model(session);
        model.setPlace({space.id});
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.removeRefusal(*find(model, onSpace.id)), QString());
        for (const auto &[role, code] : {std::pair{Role::Administrator, u"grant.administrators_by_owner"_s},
                                         std::pair{Role::Owner, u"grant.owns_resources"_s}}) {
            below.role = role;
            session.apply({{below}, {}});
            QCOMPARE(model.removeRefusal(*find(model, onSpace.id)),
                     sentence(Error{ErrorClass::Business, code, {}, {{u"resources"_s, 1}}}));
        }
    }

    void archivedSpacesAreReadOnly() // SPC-9
    {
        directory::Delta delta =
            test::newSpace(test::rowOf(m_session, m_space), u"旧"_s, m_session.userId(), 0, m_session.now());
        SpaceRow &made = std::get<SpaceRow>(delta.upserted.front());
        made.archived = true;
        m_session.apply(delta);
        QVERIFY(!addingRefusal(rightsOn(m_session, {made.id})).isEmpty());
    }

    void aFullDiskLeavesTheTicks() // ERR-2, MEM-5
    {
        MembersModel model(m_session);
        load(model, m_space);
        const std::vector<MemberRow> rows = twoPeople(model);
        for (const MemberRow &row : rows)
            model.setData(model.index(rowOf(model, row.id), MembersModel::Type), Qt::Checked,
                          Qt::CheckStateRole);
        QCOMPARE(model.tickedCount(), 2);
        QWidget window;
        MemberActions actions(m_session, &model, &window);
        QSignalSpy toasts(&actions, &MemberActions::toastRequested);
        QSignalSpy failed(&m_session, &ui::Session::submitFailed);
        m_session.failSubmits(Error{ErrorClass::System, u"queue.closed"_s, {}, {}});
        actions.changeRole(rows, Role::Commenter);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(model.tickedCount(), 2);
        QVERIFY(toasts.isEmpty()); // nothing was done
        m_session.failSubmits({});
        actions.changeRole(rows, Role::Commenter);
        QCOMPARE(toasts.size(), 1);
        QCOMPARE(model.tickedCount(), 0);
    }

    // Who has a role without managing the space sees who is in it, and nothing else of them.
    void membersAreNamedToOthers() // EXT-2, MEM-8
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceId space = test::busySpace(session);
        session.setHeldScopes({});
        const auto snapshot = session.snapshot();
        directory::Delta unseen; // the grants that the feed doesn't give them
        QJsonArray named;
        QSet<QUuid> others;
        for (const directory::GrantEntry entry : snapshot->grantsOn(snapshot->findSpace(space)))
            if (const auto grant = snapshot->grant(entry.grant()).row(); grant.role != Role::Owner) {
                unseen.removed.push_back({RowKind::Grant, grant.id.uuid()});
                named.append(QJsonObject{{u"subject_kind"_s, QString(wireName(grant.subjectKind))},
                                         {u"subject_id"_s, grant.subjectId.toString(QUuid::WithoutBraces)}});
                others.insert(grant.subjectId);
            }
        session.apply(unseen);
        QJsonObject asked;
        bool more = false;
        session.setAnswer(sync::Question::SpaceMembers, [&](const QJsonObject &arguments) {
            asked = arguments;
            return Result<QJsonValue>(QJsonObject{{u"members"_s, named}, {u"more"_s, more}});
        });
        ui::spaces::MembersPane pane(session);
        pane.retranslate();
        MembersModel &model = *pane.model();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        pane.setPlace({space});
        QTRY_COMPARE(model.rowCount(), int(others.size()) + 1);
        QCOMPARE(asked["space_id"_L1].toString(), space.toString());
        for (int i = 0; i < model.rowCount(); ++i) {
            const MemberRow &row = model.rowAt(i);
            QCOMPARE(row.nameOnly, row.role != Role::Owner);
            if (!row.nameOnly)
                continue;
            QVERIFY(others.contains(row.subjectId) && row.known && !row.name.isEmpty());
            QCOMPARE(model.index(i, MembersModel::RoleColumn).data().toString(), u"Not shown"_s);
            QVERIFY(!model.index(i, MembersModel::RoleColumn)
                         .data(MembersModel::RoleRefusalRole)
                         .toString()
                         .isEmpty());
            QVERIFY(!model.removeRefusal(row).isEmpty() && !model.expiryRefusal(row).isEmpty());
        }
        const auto footer = [&] {
            QStringList texts;
            for (const QLabel *label : pane.findChildren<QLabel *>())
                texts += label->text();
            return texts.join(u'\n');
        };
        const QString all = QLocale().toString(others.size() + 1);
        QVERIFY2(footer().contains(u"%1 of %1 shown"_s.arg(all)), qPrintable(footer()));
        more = true; // too many to name them all
        const auto gone = std::ranges::find_if(
            others, [&](const QUuid &id) { return snapshot->findUser(UserId(id)).isValid(); });
        QVERIFY(gone != others.end());
        session.apply({{}, {{RowKind::User, *gone}}});
        QTRY_VERIFY(footer().contains(u"others may be hidden by your scope"_s));
        more = false;
        session.setHolderCount(space, int(others.size()) + 4); // of a moment when there were more
        session.apply({{}, {{RowKind::User, *std::ranges::find_if(others, [&](const QUuid &id) {
                                 return id != *gone && snapshot->findUser(UserId(id)).isValid();
                             })}}});
        QTRY_VERIFY2(footer().contains(u"%1 of %1 shown"_s.arg(all)), qPrintable(footer()));
        // A resource has no such list, and a locked console no names.
        session.setSnapshot(directory::Snapshot::empty());
        QTRY_COMPARE(model.rowCount(), 0);
    }

    // What the server would refuse can't be chosen, and says why.
    void expiriesThatCantBeAreClosed() // MEM-7, PRM-9
    {
        directory::Delta delta = test::newSpace(test::rowOf(m_session, m_space), u"到期"_s,
                                                m_session.userId(), 1, m_session.now());
        const SpaceRow made = std::get<SpaceRow>(delta.upserted.front());
        test::addMembers(delta, m_session, made, 1);
        const GrantRow onSpace = std::get<GrantRow>(delta.upserted.back());
        GrantRow onResource = onSpace;
        onResource.id = GrantId::make(m_session.now());
        onResource.objectKind = ObjectKind::Resource;
        for (const directory::Row &row : delta.upserted)
            if (const auto *resource = std::get_if<ResourceRow>(&row))
                onResource.objectId = resource->id.uuid();
        onResource.expiresAt = m_session.now() + std::chrono::hours(24 * 60);
        delta.upserted.emplace_back(onResource);
        m_session.apply(delta);
        MembersModel model(m_session);
        MemberActions actions(m_session, &model, nullptr);
        load(model, made.id);
        QTRY_COMPARE(model.rowCount(), 2);
        model.setData(model.index(rowOf(model, onSpace.id), MembersModel::Type), Qt::Checked,
                      Qt::CheckStateRole);
        QMenu menu;
        actions.fillBulkExpiry(&menu);
        QList<bool> enabled;
        for (const QAction *action : menu.actions())
            if (!action->isSeparator()) {
                enabled += action->isEnabled();
                QCOMPARE(action->isEnabled(), !action->toolTip().contains(u"role on the space"_s));
            }
        QCOMPARE(enabled, (QList{false, false, true, true, true, true,
                                 true})); // 7, 30, 90, 180, 365 days, a date, never
    }

    void ticksFollowTheirGrants()
    {
        MembersModel model(m_session);
        load(model, m_space);
        const auto rows = changeable(model, 1);
        model.setData(model.index(rowOf(model, rows.front().id), MembersModel::Type), Qt::Checked,
                      Qt::CheckStateRole);
        QCOMPARE(model.tickedCount(), 1);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        directory::Delta delta;
        delta.removed.push_back({RowKind::Grant, rows.front().id.uuid()});
        const GrantRow grant =
            m_session.snapshot()->grant(m_session.snapshot()->findGrant(rows.front().id)).row();
        m_session.apply(delta);
        load(model, m_space);
        QCOMPARE(model.tickedCount(), 0);
        QCOMPARE(resets.size(), 0);
        directory::Delta back;
        back.upserted.emplace_back(grant);
        m_session.apply(back);
        load(model, m_space);
        QVERIFY(find(model, grant.id));
    }

    // The server knows what went along on resources, and gives it back to whoever may not (SPC-11).
    void removalsOfManyAreTakenBackByWhatTookThem() // MEM-5, PRM-9
    {
        directory::Delta delta = test::newSpace(test::rowOf(m_session, m_space), u"许多"_s,
                                                m_session.userId(), 0, m_session.now());
        const SpaceRow made = std::get<SpaceRow>(delta.upserted.front());
        test::addMembers(delta, m_session, made, 700);
        m_session.apply(delta);
        MembersModel model(m_session);
        model.setPlace({made.id});
        QTRY_COMPARE(model.rowCount(), 701);
        std::vector<MemberRow> rows;
        for (const MemberRow &row : model.allRows())
            if (row.role != Role::Owner)
                rows.push_back(row);
        const UndoList undo = MemberCommands(m_session, {made.id}).remove(rows);
        QCOMPARE(undo.size(), 2); // 500 grants are the most of one command
        for (const Undo &each : undo)
            m_session.answer(each.done);
        const qsizetype before = m_session.commands().size();
        MemberCommands::undo(m_session, undo);
        const QList<QueuedCommand> given = m_session.commands().sliced(before);
        QCOMPARE(given.size(), 2);
        for (qsizetype i = 0; i < given.size(); ++i) {
            const Command &command = given.at(i).command;
            QCOMPARE(command.kind, u"grants_restore"_s);
            QCOMPARE(command.payload["command_id"_L1].toString(), undo.at(i).done.toString());
            QCOMPARE(command.after, QList{undo.at(i).done});
        }
    }

    void tenThousandMembersNeverStallTheWindow() // APP-3, MEM-1
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China)); // as the console does
        const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
        directory::Delta delta = test::newSpace(test::rowOf(m_session, m_space), u"一万人"_s,
                                                m_session.userId(), 0, m_session.now());
        const SpaceRow made = std::get<SpaceRow>(delta.upserted.front());
        test::addMembers(delta, m_session, made, 10'000);
        m_session.apply(delta);
        MembersModel model(m_session);
        MemberActions actions(m_session, &model, nullptr);
        MembersTable table(&model, &actions);
        table.resize(1000, 700);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        test::LoopWatch watch;
        const auto rest = [&] { // two turns of the loop: what was asked for is painted
            const int from = watch.turns();
            QTRY_VERIFY(watch.turns() > from + 2);
        };
        rest();
        const auto act = [&](const std::function<void()> &what) { QTimer::singleShot(0, this, what); };
        act([&] { model.setPlace({made.id}); });
        QTRY_COMPARE(model.rowCount(), 10'001);
        QCOMPARE(model.rowAt(0).role, Role::Owner);
        QCOMPARE(model.rowAt(3).name, u"成员 2"_s); // numbers by their value
        rest();
        act([&] { model.setQuery(u"chengyuan 12"_s); });
        QTRY_VERIFY(model.rowCount() < 10'000 && model.rowCount() > 0);
        rest();
        act([&] { model.setQuery({}); });
        QTRY_COMPARE(model.rowCount(), 10'001);
        act([&] { table.sortByColumn(MembersModel::Name, Qt::DescendingOrder); });
        QTRY_COMPARE(model.rowAt(1).name, u"成员 9999"_s);
        rest();
        act([&] { model.tickShown(true); });
        rest();
        directory::Delta one;
        GrantRow grant =
            m_session.snapshot()->grant(m_session.snapshot()->findGrant(model.rowAt(5).id)).row();
        grant.role = Role::Administrator;
        one.upserted.emplace_back(grant);
        m_session.apply(one);
        act([&] { model.refresh(); });
        QTRY_COMPARE(model.rowAt(5).role, Role::Administrator);
        rest();
        qInfo("10,000 members: the longest turn of the loop took %.1f ms", watch.longest());
        QVERIFY2(watch.longest() < test::LoopWatch::bar, qPrintable(QString::number(watch.longest())));
    }
};

QTEST_MAIN(SpaceMembersTest)
#include "tst_spacemembers.moc"
