// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// INB-6: two versions of a space, a resource, a tenant's settings, side by side.
#include "tests/ui/spaces/spaceworld.h"
#include "ui/models/conflictfields.h"
#include "ui/models/queuewords.h"
#include "ui/pages/spaces/spacecommands.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::spaces;
using test::FixedSession;

class SpaceConflictsTest final : public QObject
{
    Q_OBJECT

    static SpaceRow ownSpace(FixedSession &session)
    {
        directory::Delta delta = test::newSpace(test::rowOf(session, test::busySpace(session)), u"空间"_s,
                                                session.userId(), 2, session.now());
        SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
        space.edition = u"basic"_s;
        space.versionDetails = space.versionAvatar = space.versionModules = space.versionStatus =
            space.versionOwner = 1;
        delta.upserted.emplace_back(space);
        session.apply(delta);
        return space;
    }
    template <class Row>
    static void change(FixedSession &session, const Row &row)
    {
        directory::Delta delta;
        delta.upserted.emplace_back(row);
        session.apply(delta);
    }
    static const ConflictField *field(const QList<ConflictField> &fields, const QString &key)
    {
        for (const ConflictField &field : fields)
            if (field.key == key)
                return &field;
        return nullptr;
    }

private Q_SLOTS:
    void otherFieldsMergeTheSameOneIsChosen()
    {
        FixedSession session(u"tenant_administrator"_s);
        SpaceRow space = ownSpace(session);
        const Command mine = makeSpaceEdit(session.snapshot(), space.id,
                                           {.name = u"我的"_s,
                                            .description = space.description,
                                            .edition = u"standard"_s,
                                            .avatar = {u"icon"_s, u"flag"_s, {}}})
                                 .value();
        space.name = u"他们的"_s;
        space.versionDetails = 2;
        change(session, space);
        const QList<ConflictField> fields = conflictFields(session, mine);
        QCOMPARE(fields.size(), 3);
        QVERIFY(field(fields, u"name"_s)->isDisputed());
        QCOMPARE(field(fields, u"name"_s)->before, u"空间"_s);
        QCOMPARE(field(fields, u"name"_s)->now, u"他们的"_s);
        QCOMPARE(field(fields, u"name"_s)->mine, u"我的"_s);
        QVERIFY(!field(fields, u"edition"_s)->isDisputed());
        QVERIFY(!field(fields, u"avatar_kind"_s)->isDisputed());
        const Command merged = mergedCommand(session, mine, {u"edition"_s, u"avatar_kind"_s}).value();
        QCOMPARE(merged.payload.keys(),
                 (QStringList{u"avatar_icon"_s, u"avatar_kind"_s, u"edition"_s, u"space_id"_s}));
        QCOMPARE(merged.seen[space.id.toString()]["details"_L1].toInt(), 2);
        const Command nameOnly = mergedCommand(session, mine, {u"name"_s}).value();
        QCOMPARE(nameOnly.payload.keys(), (QStringList{u"name"_s, u"space_id"_s}));
        QVERIFY(!mergedCommand(session, mine, {}));
    }

    void anActIsChosenAsAWhole()
    {
        FixedSession session(u"tenant_administrator"_s);
        SpaceRow space = ownSpace(session);
        const Command archive = makeArchive(session.snapshot(), space.id, true),
                      remove = makeSpaceDelete(session.snapshot(), space.id, space.name);
        space.modules = {u"abs"_s};
        space.versionModules = space.versionStatus = 4;
        change(session, space);
        for (const Command &mine : {archive, remove}) {
            const QList<ConflictField> fields = conflictFields(session, mine);
            QCOMPARE(fields.size(), 1);
            QVERIFY(!mergedCommand(session, mine, {}));
            const Command again = mergedCommand(session, mine, {fields.first().key}).value();
            QCOMPARE(again.payload, mine.payload);
            QCOMPARE(again.seen[space.id.toString()]["status"_L1].toInt(), 4);
        }
    }

    void ownersAndModulesAreNamed()
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceRow space = ownSpace(session);
        const UserId other = session.world().personas.at(3).userId;
        const QString otherName = session.snapshot()->user(session.snapshot()->findUser(other)).name();
        const QList<ConflictField> owner =
            conflictFields(session, makeTransfer(session.snapshot(), space.id, other));
        QCOMPARE(owner.size(), 1);
        QCOMPARE(owner.first().mine, otherName);
        QVERIFY(!owner.first().now.isEmpty() && owner.first().now != otherName);
        const QList<ConflictField> modules = conflictFields(
            session, makeSetModules(session.snapshot(), space.id, {u"abs"_s}, GuestFate::Viewer));
        QCOMPARE(modules.size(), 1);
        QCOMPARE(modules.first().mine, u"ABS"_s);
    }

    void resourcesKnowTheirGroups()
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceRow space = ownSpace(session);
        const auto index =
            session.snapshot()->resourcesOf(session.snapshot()->findSpace(space.id)).front().resource();
        ResourceRow resource = session.snapshot()->resource(index).row();
        const Command restrict = makeResourceAccess(session.snapshot(), resource.id, true);
        resource.restricted = true;
        resource.versionAccess = 7;
        resource.versionOwner = 9;
        change(session, resource);
        const QList<ConflictField> fields = conflictFields(session, restrict);
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields.first().now, fields.first().mine);
        QCOMPARE(mergedCommand(session, restrict, {u"restricted"_s})->seen[resource.id.toString()].toObject(),
                 (QJsonObject{{u"access"_s, 7}}));
    }

    void aSettingThatSomebodyMadeMeanwhileIsSeenThen()
    {
        FixedSession session(u"tenant_administrator"_s);
        const TenantId tenant = session.actor().administers;
        const Command mine = makeTenantSettings(TenantLimits(session, tenant), tenant,
                                                {.spaceCreation = u"all"_s, .spacesLimit = 9},
                                                {u"space_creation"_s, u"spaces_limit"_s});
        QVERIFY(mine.seen.isEmpty());
        SettingRow theirs;
        theirs.id = QUuid::createUuid();
        theirs.tenantId = tenant;
        theirs.key = u"spaces_limit"_s;
        theirs.value = u"4"_s;
        theirs.version = 3;
        change(session, theirs);
        const QList<ConflictField> fields = conflictFields(session, mine);
        QCOMPARE(field(fields, u"spaces_limit"_s)->now, u"4"_s);
        const Command merged = mergedCommand(session, mine, {u"spaces_limit"_s}).value();
        QCOMPARE(merged.payload.keys(), (QStringList{u"spaces_limit"_s, u"tenant_id"_s}));
        QCOMPARE(merged.seen,
                 (QJsonObject{{theirs.id.toString(QUuid::WithoutBraces), QJsonObject{{u""_s, 3}}}}));
    }

    void everyCommandIsSaidInWords()
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceRow space = ownSpace(session);
        const directory::SnapshotPtr seen = session.snapshot();
        const ResourceId resource =
            seen->resource(seen->resourcesOf(seen->findSpace(space.id)).front().resource()).id();
        QSet<QString> sentences;
        const QList<Command> commands{
            makeSpaceCreate(SpaceId::make(session.now()), space.tenantId, {.name = u"新"_s}),
            spaceEdit(space.id, {.name = u"n"_s}),
            makeSetModules(seen, space.id, {u"abs"_s}, GuestFate::Undecided),
            makeTransfer(seen, space.id, session.userId()),
            makeArchive(seen, space.id, true),
            makeArchive(seen, space.id, false),
            makeSpaceDelete(seen, space.id, space.name),
            makeResourceAccess(seen, resource, true),
            makeResourceAccess(seen, resource, false),
            makeResourceTransfer(seen, resource, session.userId()),
            tenantSettingsSet(space.tenantId, {})};
        for (const Command &command : commands) {
            const QString sentence = commandSentence(session, command);
            QVERIFY2(sentence != command.kind, qPrintable(command.kind));
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), commands.size());
    }
};

QTEST_MAIN(SpaceConflictsTest)
#include "tst_spaceconflicts.moc"
