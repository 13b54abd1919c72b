// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/accesscommands.h"
#include "core/domain/accountcommands.h"
#include "core/domain/applicationcommands.h"
#include "core/domain/commands.h"
#include "core/domain/declarations.h"
#include "core/domain/invitationcommands.h"
#include "core/domain/membercommands.h"
#include "core/domain/platformcommands.h"
#include "core/domain/rolecommands.h"
#include "core/domain/rolegroupcommands.h"

#include <QJsonArray>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makersSpeakTheDeclaredFields();
    void avatars();
    void profilesAreChangedInPart();
    void textsAreTrimmed();
    void seenNamesRecordsGroupsAndCommands();
    void surviveTheQueue();
    void answers();
    void whatIsStoredBadlyIsRefused();
};

static Command sample()
{
    Command command =
        organizationMove(OrganizationId(QUuid::createUuid()), OrganizationId(QUuid::createUuid()));
    command.id = CommandId(QUuid::createUuid());
    command.after = {CommandId(QUuid::createUuid()), CommandId(QUuid::createUuid())};
    command.context = {u"研发笔记本"_s, u"0.1"_s, fromMicroseconds(1767225600123456), true, u"moved house"_s};
    command.before = {{u"parent_id"_s, u"was"_s}};
    command.subject = {{u"title"_s, u"研发部"_s}};
    return command.see(QUuid::createUuid(), u"place"_s, 3);
}

// Every maker's payload is what commands.json declares, and every kind has a maker.
void TestCommands::makersSpeakTheDeclaredFields()
{
    const auto id = [] { return QUuid::createUuid(); };
    const TenantApplicationForm form{u"a"_s, u"b"_s, u"c"_s, u"d"_s,       5,     u"e"_s,
                                     u"f"_s, u"g"_s, id(),   UserId(id()), u"h"_s, ApplicationId(id())};
    const ApplicationBasics basics{ApplicationId(id()), u"r"_s, ApplicationId(id())};
    const QList<Command> made{
        tenantApplicationSubmit(ApplicationId(id()), form),
        domainChangeSubmit(basics, TenantId(id()), u"d"_s),
        administratorReplacementSubmit(basics, TenantId(id()), UserId(id()), true),
        leaveSubmit(basics),
        joinSubmit(basics, TenantId(id())),
        applicationRate(ApplicationId(id()), 5),
        tenantCreate(TenantId(id()), {u"n"_s, u"c"_s, u"d"_s, UserId(id()), id()}, u"r"_s),
        tenantRename(TenantId(id()), u"n"_s, u"r"_s),
        administratorReplace(TenantId(id()), UserId(id()), u"r"_s, true),
        applicationWithdraw(ApplicationId(id())),
        applicationDecide(ApplicationId(id()), Decision::Reject, u"no"_s),
        organizationCreate(OrganizationId(id()), TenantId(id()), {}, {u"n"_s, u"c"_s, u"d"_s, UserId(id())}),
        organizationEdit(OrganizationId(id()), {u"n"_s, u"c"_s, u"d"_s, UserId()}),
        organizationMove(OrganizationId(id()), OrganizationId(id())),
        organizationSetEnabled(OrganizationId(id()), false),
        organizationDelete(OrganizationId(id())),
        membershipsSet(UserId(id()), TenantId(id()), {{OrganizationId(id()), u"member"_s}},
                       OrganizationId(id()), u"r"_s),
        grantsSet(SpaceId(id()),
                  {{.id = GrantId(id()), .objectId = id(), .subjectId = id(), .expiresAt = Instant()}}),
        grantsRemove(SpaceId(id()), {GrantId(id())}),
        grantsRestore(SpaceId(id()), CommandId(id())),
        roleGroupCreate(RoleGroupId(id()), TenantId(id()), u"n"_s, u"d"_s),
        roleGroupEdit(RoleGroupId(id()), {u"n"_s, u"d"_s}),
        roleGroupDelete(RoleGroupId(id()), 3),
        roleGroupMembersSet(RoleGroupId(id()), {{SubjectKind::User, id()}}, {{SubjectKind::Organization, id()}}),
        roleCreate(TenantRoleId(id()), TenantId(id()), {u"n"_s, u"d"_s, {u"members.status"_s}, {TenantRoleId(id())}}),
        roleChange(TenantRoleId(id()), {u"n"_s, u"d"_s, {{u"members.status"_s}}, {{TenantRoleId(id())}}}),
        roleDelete(TenantRoleId(id()), 3),
        roleAssign(TenantRoleId(id()), UserId(id()), u"r"_s),
        roleRevoke(TenantRoleId(id()), UserId(id()), u"r"_s),
        systemAdministratorAppoint(UserId(id()), u"r"_s),
        systemAdministratorDismiss(UserId(id()), u"r"_s),
        organizationPermissionsSet(OrganizationId(id()), {u"below"_s, {u"members.status"_s}, {u"spaces.create"_s}}, u"r"_s),
        spaceCreate(SpaceId(id()), TenantId(id()), {.name = u"n"_s, .description = u"d"_s, .edition = u"basic"_s, .modules = {u"bots"_s}}),
        spaceEdit(SpaceId(id()), {.name = u"n"_s, .description = u"d"_s, .edition = u"basic"_s, .avatar = SpaceAvatar{}}),
        spaceSetModules(SpaceId(id()), {u"abs"_s}, GuestFate::Viewer),
        spaceTransfer(SpaceId(id()), UserId(id())),
        spaceArchive(SpaceId(id())),
        spaceRestore(SpaceId(id())),
        spaceDelete(SpaceId(id()), u"n"_s),
        resourceSetAccess(SpaceId(id()), ResourceId(id()), true),
        resourceTransfer(SpaceId(id()), ResourceId(id()), UserId(id())),
        tenantSettingsSet(TenantId(id()), {.spaceCreation = u"all"_s, .spaceCreators = {{UserId(id())}}, .spacesLimit = 5, .outsidersLimit = std::optional<int>()}),
        platformSettingsSet({{u"decide_target_hours"_s, 24},
                             {u"replica_lease_days"_s, 14},
                             {u"pending_account_days"_s, 30},
                             {u"rename_interval_days"_s, 30},
                             {u"final_approval_of_joins"_s, true},
                             {u"mask_contacts_of_other_tenants"_s, true},
                             {u"alarm_refusals"_s, 20},
                             {u"alarm_searches"_s, 200},
                             {u"alarm_reveals"_s, 50},
                             {u"alarm_exported_rows"_s, 10000},
                             {u"staff_domains"_s, QJsonArray()},
                             {u"image_endpoint"_s, QJsonValue()},
                             {u"support_contacts"_s, u"c"_s},
                             {u"language"_s, u"zh_CN"_s}}),
        outsiderRemove(UserId(id()), TenantId(id())),
        memberRemove(UserId(id()), TenantId(id()), u"r"_s),
        memberRestore(id(), TenantId(id()), true),
        userSetSuspended(UserId(id()), TenantId(id()), true, u"r"_s),
        handover(UserId(id()), TenantId(id()), {{Duty::Administration, id(), UserId(id())}}, u"r"_s),
        accessCopy(UserId(id()), UserId(id()), TenantId(id()), {{GrantId(id())}, {RoleGroupId(id())}, {}}, u"r"_s),
        notificationsRead({id()}),
        tenantSetState(TenantId(id()), TenantState::Frozen, u"r"_s),
        tenantSetPlan(TenantId(id()), id(), u"r"_s),
        breakGlassOpen(id(), TenantId(id()), 60, u"r"_s),
        breakGlassEnd(id(), TenantId(id())),
        mailResend(id(), TenantId(id())),
        accessReport({{AccessEvent::Act::Export, Instant{}, u"list"_s, {}, 12}, {AccessEvent::Act::Detail, Instant{}, u"user"_s, id(), 1}}),
        memberInvite(TenantId(id()), {u"a@b.cc"_s, u"n"_s, u"1"_s, u"m"_s, OrganizationId(id()), u"member"_s, u"r"_s}),
        invitationWithdraw(TenantId(id()), UserId(id())),
        invitationAccept(ApplicationId(id()), TenantId(id())),
        invitationDecline(TenantId(id())),
        importApply(TenantId(id()), id(), 5, true, u"r"_s),
        importUndo(TenantId(id()), id()),
        profileChange({u"n"_s, u"u"_s, u"k"_s, u"1"_s, u"m"_s, QByteArray("p"), u"en"_s}),
        staffConfirm(UserId(id()), u"zhang01"_s),
        accountClose(UserId(id()), u"r"_s)};
    const Declarations declarations = Declarations::builtIn();
    QStringList kinds;
    for (const Command &command : made) {
        kinds.append(command.kind);
        const auto declared = declarations.command(command.kind);
        QVERIFY2(declared, qPrintable(command.kind));
        QStringList wanted = declared->fields;
        // One avatar can't have both; the test below shows each.
        wanted.removeOne(u"avatar_icon"_s);
        wanted.removeOne(u"avatar_picture"_s);
        wanted.sort();
        QCOMPARE(command.payload.keys(), wanted);
    }
    kinds.sort();
    QCOMPARE(kinds, declarations.kinds());
}

// SPC-4
void TestCommands::avatars()
{
    const QStringList declared = Declarations::builtIn().command(u"space_edit"_s)->fields;
    QVERIFY(declared.contains(u"avatar_icon"_s) && declared.contains(u"avatar_picture"_s));
    const QJsonObject icon = spaceEdit(SpaceId(QUuid::createUuid()), {.avatar = SpaceAvatar{u"icon"_s, u"rocket"_s, "x"_ba}}).payload;
    QCOMPARE(icon.value("avatar_icon"_L1), QJsonValue(u"rocket"_s));
    QVERIFY(!icon.contains("avatar_picture"_L1));
    const QJsonObject picture = spaceEdit(SpaceId(QUuid::createUuid()), {.avatar = SpaceAvatar{u"picture"_s, u"rocket"_s, "\xff\xd8\xff"_ba}}).payload;
    QCOMPARE(picture.value("avatar_picture"_L1), QJsonValue(u"/9j/"_s));
    QVERIFY(!picture.contains("avatar_icon"_L1));
}

// ACC-7: what isn't named stays, what is emptied goes.
void TestCommands::profilesAreChangedInPart()
{
    const QJsonObject payload = profileChange({.nickname = u" 小雨 "_s, .phone = u" "_s}).payload;
    QCOMPARE(payload, (QJsonObject{{u"nickname"_s, u"小雨"_s}, {u"phone"_s, QJsonValue()}}));
}

void TestCommands::textsAreTrimmed()
{
    const Command command = organizationCreate({}, {}, {}, {u" 研发部\u3000"_s, u" RD1 "_s, u"\n"_s, {}});
    QCOMPARE(command.payload.value("name"_L1).toString(), u"研发部"_s);
    QCOMPARE(command.payload.value("code"_L1).toString(), u"RD1"_s);
    QCOMPARE(command.payload.value("description"_L1).toString(), QString());
    QVERIFY(command.payload.value("leader_id"_L1).isNull());
}

// INB-6
void TestCommands::seenNamesRecordsGroupsAndCommands()
{
    const QUuid record = QUuid::createUuid();
    const CommandId earlier(QUuid::createUuid());
    Command command = organizationEdit(OrganizationId(record), {});
    command.see(record, u"details"_s, 4).seeResultOf(record, u"leader"_s, earlier);
    const QJsonObject groups = command.seen.value(record.toString(QUuid::WithoutBraces)).toObject();
    QCOMPARE(groups,
             (QJsonObject{{u"details"_s, 4}, {u"leader"_s, QJsonObject{{u"after"_s, earlier.toString()}}}}));
}

void TestCommands::surviveTheQueue()
{
    const Command command = sample();
    QVERIFY(Command::fromJson(command.toJson()).value() == command);
}

void TestCommands::answers()
{
    const QByteArray json = R"({"outcome": "refused", "errors": [{"code": "rule.too_long", "field": "name",
        "parameters": {"max": 50}}], "result": {}, "versions": {}})"_ba;
    const CommandAnswer answer = CommandAnswer::fromJson(json).value();
    QCOMPARE(answer.outcome, Outcome::Refused);
    QCOMPARE(answer.errors.size(), 1);
    QCOMPARE(answer.errors.first().code, u"rule.too_long"_s);
    QCOMPARE(answer.errors.first().parameters.value(u"max"_s).toInt(), 50);
    QVERIFY(CommandAnswer::fromJson(answer.toJson()).value() == answer);
    QCOMPARE(CommandAnswer::fromJson(R"({"outcome": "wait"})"_ba).value().outcome, Outcome::Wait);
}

void TestCommands::whatIsStoredBadlyIsRefused()
{
    QCOMPARE(Command::fromJson("{}"_ba).error().code, u"command.malformed"_s);
    QCOMPARE(
        Command::fromJson(sample().toJson().replace("\"after\":[\"", "\"after\":[\"x")).error().errorClass,
        ErrorClass::Data);
    QCOMPARE(CommandAnswer::fromJson("{\"outcome\": \"maybe\"}"_ba).error().code, u"answer.malformed"_s);
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
