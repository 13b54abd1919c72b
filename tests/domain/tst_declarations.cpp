// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/capabilities.h"
#include "core/domain/declarations.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestDeclarations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsAreRead();
    void keysDecide();
    void theCatalogueIsComplete();
    void malformedFilesAreNamed();
    void rolesMayWhatTheTableSays();
    void capabilitiesAreThoseOfTheFile();
    void grantRefusals_data();
    void grantRefusals();
};

void TestDeclarations::commandsAreRead()
{
    const CommandDeclaration edit = Declarations::builtIn().command(u"organization_edit"_s).value();
    QCOMPARE(edit.key, u"organizations.manage"_s);
    QCOMPARE(edit.scopeKind, u"organization"_s);
    QCOMPARE(edit.scopeField, u"organization_id"_s);
    QCOMPARE(edit.groups, (QStringList{u"details"_s, u"leader"_s}));
    QCOMPARE(edit.rules.value(u"name"_s), u"organization.name"_s);
    QCOMPARE(edit.required, (QStringList{u"organization_id"_s}));
    QVERIFY(!Declarations::builtIn().command(u"world_end"_s));
}

void TestDeclarations::keysDecide()
{
    const Declarations declarations = Declarations::builtIn();
    const TenantId own(QUuid::createUuid()), other(QUuid::createUuid());
    const ActorView member{.userId = UserId(QUuid::createUuid()), .tenantId = own, .administers = {}};
    ActorView administrator = member;
    administrator.administers = own;
    QVERIFY(!declarations.refusal(administrator, u"organization_move"_s, own));
    QCOMPARE(declarations.refusal(administrator, u"organization_move"_s, other).value().code,
             u"command.not_allowed"_s);
    QCOMPARE(declarations.refusal(member, u"organization_move"_s, own)
                 .value()
                 .parameters.value(u"key"_s)
                 .toString(),
             u"organizations.manage"_s);
    QCOMPARE(declarations.refusal(member, u"organization_move"_s, {}).value().code, u"command.not_allowed"_s);
    QVERIFY(!declarations.refusal(member, u"tenant_application_submit"_s, {}));
    QCOMPARE(declarations.refusal(member, u"world_end"_s, own).value().code, u"command.unknown_kind"_s);
    ActorView delegate = member; // OPM-9
    delegate.keys = {u"organizations.manage"_s, u"tenant.rename"_s};
    QVERIFY(!declarations.refusal(delegate, u"organization_move"_s, own));
    QVERIFY(declarations.refusal(delegate, u"organization_move"_s, other));
    QVERIFY(declarations.refusal(delegate, u"tenant_rename"_s, own)); // never delegable
    QVERIFY(declarations.refusal(delegate, u"role_group_create"_s, own));
}

// OPM-9: both languages, the commands, an area of OPM-1 for each that can be delegated; OPM-10: implied ones too.
void TestDeclarations::theCatalogueIsComplete()
{
    const Declarations declarations = Declarations::builtIn();
    for (const KeyDeclaration &key : declarations.keys()) {
        QVERIFY2(!key.english.isEmpty() && !key.chinese.isEmpty() && !key.commands.isEmpty(), qPrintable(key.key));
        QVERIFY2(key.delegable == !key.area.isEmpty(), qPrintable(key.key));
        QVERIFY2(key.area.isEmpty() || (QStringList{u"users"_s, u"functions"_s, u"system"_s}).contains(key.area), qPrintable(key.key));
        for (const QString &implied : key.implies)
            QVERIFY2(key.delegable && declarations.key(implied) && declarations.key(implied)->delegable, qPrintable(key.key));
    }
    QVERIFY(declarations.keys().size() >= 20);
    QVERIFY(!declarations.key(u"world.end"_s));
    QCOMPARE(declarations.contradiction({u"members.manage"_s}).value().second, u"members.status"_s);
    QVERIFY(!declarations.contradiction({u"members.manage"_s, u"members.status"_s}));
}

void TestDeclarations::malformedFilesAreNamed()
{
    QCOMPARE(Declarations::fromJson("nonsense"_ba).error().code, u"declarations.malformed"_s);
    const auto unknownKey =
        Declarations::fromJson(R"({"keys": {"a": {}}, "commands": {"c": {"key": "b"}}})"_ba);
    QCOMPARE(unknownKey.error().parameters.value(u"where"_s).toString(), u"c"_s);
}

// SPC-6
void TestDeclarations::rolesMayWhatTheTableSays()
{
    const auto capabilitiesOf = [](Role role) {
        int count = 0;
        for (int c = int(Capability::SeeSpace); c <= int(Capability::AppointAdministrators); ++c)
            count += may(role, Capability(c)) ? 1 : 0;
        return count;
    };
    QList<int> counts;
    for (int role = int(Role::None); role <= int(Role::Owner); ++role)
        counts.append(capabilitiesOf(Role(role)));
    QCOMPARE(counts, (QList<int>{0, 1, 2, 3, 4, 5, 6}));
}

// SPC-6: the words of commands.json and the enumerators name the same table.
void TestDeclarations::capabilitiesAreThoseOfTheFile()
{
    QFile file(u":/declarations/commands.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QStringList words{u"see_space"_s, u"use_resources"_s, u"comment"_s, u"edit_resources"_s, u"manage_members"_s, u"appoint_administrators"_s};
    const QJsonObject declared = root.value("capabilities"_L1).toObject();
    QCOMPARE(declared.size(), words.size());
    for (int c = 0; c < words.size(); ++c)
        QCOMPARE(declared.value(words.at(c)).toString(), QString(wireName(lowestRole(Capability(c)))));
    const QJsonObject commands = root.value("commands"_L1).toObject();
    for (const QString &kind : Declarations::builtIn().kinds()) {
        const auto onSpace = Declarations::builtIn().command(kind)->onSpace;
        const QJsonObject space = commands.value(kind).toObject().value("space"_L1).toObject();
        QCOMPARE(onSpace.has_value(), Declarations::builtIn().command(kind)->scopeKind == u"space"_s);
        if (onSpace)
            QCOMPARE(words.at(int(onSpace->capability)), space.value("capability"_L1).toString());
    }
}

void TestDeclarations::grantRefusals_data()
{
    QTest::addColumn<GrantChange>("change");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const GrantChange &change, const QString &code) {
        QTest::newRow(name) << change << code;
    };
    row("administrator adds an editor", {.actorRole = Role::Administrator, .after = Role::Editor}, {});
    row("editor adds nobody", {.actorRole = Role::Editor, .after = Role::Viewer}, u"grant.not_allowed"_s);
    row("administrator appoints no administrator",
        {.actorRole = Role::Administrator, .after = Role::Administrator}, u"grant.administrators_by_owner"_s);
    row("nor removes one", {.actorRole = Role::Administrator, .before = Role::Administrator},
        u"grant.administrators_by_owner"_s);
    row("the owner does", {.actorRole = Role::Owner, .after = Role::Administrator}, {});
    row("tenant administrator does", {.tenantAdministrator = true, .after = Role::Administrator}, {});
    row("but not on contents",
        {.tenantAdministrator = true, .objectKind = ObjectKind::Resource, .after = Role::Viewer},
        u"grant.contents"_s);
    row("owner by transfer", {.actorRole = Role::Owner, .after = Role::Owner}, u"grant.owner_by_transfer"_s);
    row("owner stays", {.actorRole = Role::Owner, .before = Role::Owner, .after = Role::Editor},
        u"grant.owner_fixed"_s);
    row("archived", {.actorRole = Role::Owner, .archived = true, .after = Role::Viewer}, u"space.archived"_s);
    row("guest without Bots", {.actorRole = Role::Owner, .hasBots = false, .after = Role::Guest},
        u"grant.guest_needs_bots"_s);
    row("guest with Bots", {.actorRole = Role::Owner, .after = Role::Guest}, {});
}

// SPC-6, SPC-9, SPC-10, SPC-11
void TestDeclarations::grantRefusals()
{
    QFETCH(GrantChange, change);
    QFETCH(QString, code);
    const auto refused = refusal(change);
    QCOMPARE(refused ? refused->code : QString(), code);
}

QTEST_GUILESS_MAIN(TestDeclarations)
#include "tst_declarations.moc"
