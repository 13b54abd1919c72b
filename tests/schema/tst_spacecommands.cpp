// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/commandworld.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestSpaceCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void createsASpace();
    void creationRules_data();
    void creationRules();
    void whoMayCreate();
    void closingTenantsGetNone();
    void editsAndMerges();
    void avatars();
    void editionsWithinThePlan();
    void modulesAsTheyAre();
    void guestsOfBotsAreSettled();
    void settingsOfATenant();

private:
    [[nodiscard]] SpaceId space() const { return CommandWorld::spaceId(m_space); }
    [[nodiscard]] tenantry::Command create(const SpaceFields &fields = sample()) const
    {
        return spaceCreate(CommandWorld::spaceId(CommandWorld::newId()), CommandWorld::tenantId(w.tenantA),
                           fields);
    }
    [[nodiscard]] static SpaceFields sample()
    {
        return {.name = u"智能客服空间"_s,
                .description = u"二十四小时"_s,
                .edition = u"basic"_s,
                .modules = {u"abs"_s, u"bots"_s}};
    }
    void set(const TenantSettings &settings);
    [[nodiscard]] QString roleOf(const QString &user, const QString &resource = {}) const;

    CommandWorld w;
    QString m_space, m_resource;
};

void TestSpaceCommands::initTestCase()
{
    const QString error = w.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    w.must(
        u"update app.settings set value = value || '{\"spaces\": null}' where tenant_id = ? and key = 'quotas'"_s,
        {w.tenantA});
}

void TestSpaceCommands::init()
{
    m_space = w.addSpace(w.ownerA);
    m_resource = w.addResource(m_space, w.ownerA);
    w.addGrant(m_space, u"user"_s, w.spaceAdminA.id, u"administrator"_s);
}

void TestSpaceCommands::set(const TenantSettings &settings)
{
    tenantry::Command command = tenantSettingsSet(CommandWorld::tenantId(w.tenantA), settings);
    for (const QString &line :
         w.must(u"select id, version from app.settings where tenant_id = ?"_s, {w.tenantA}).split(u'\n'))
        command.see(QUuid::fromString(line.section(u'|', 0, 0)), {}, line.section(u'|', 1).toInt());
    const Answer answer = w.give(w.adminA, command);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
}

QString TestSpaceCommands::roleOf(const QString &user, const QString &resource) const
{
    return w.must(
        u"select role, expires_at is null from app.grants where space_id = ? and user_id = ? and coalesce(resource_id::text, '') = ?"_s,
        {m_space, user, resource.isEmpty() ? u""_s : resource});
}

// SPC-2, SPC-7
void TestSpaceCommands::createsASpace()
{
    const tenantry::Command command = create();
    const Answer answer = w.give(w.adminA, command);
    QVERIFY2(answer.isDone(), qPrintable(answer.text()));
    m_space = command.payload["space_id"_L1].toString();
    QCOMPARE(
        w.must(
            u"select name, description, edition, modules, avatar_kind, archived, created_by = ?::uuid from app.spaces where id = ?"_s,
            {w.adminA.id, m_space}),
        u"智能客服空间|二十四小时|basic|{bots,abs}|system|f|t"_s);
    QCOMPARE(roleOf(w.adminA.id), u"owner|t"_s);
    QCOMPARE(answer.json["versions"_L1][m_space].toObject().keys(),
             (QStringList{u"avatar"_s, u"details"_s, u"modules"_s, u"owner"_s, u"status"_s}));
    QCOMPARE(w.must(u"select count(*) from app.feed where kind = 8 and id = ? and not gone"_s, {m_space}),
             u"2"_s); // tenant and space
    QCOMPARE(w.must(u"select count(*) from app.history where kind = 8 and id = ?"_s, {m_space}), u"1"_s);
    QCOMPARE(w.give(w.adminA, command).code(), u"command.id_taken"_s);
}

void TestSpaceCommands::creationRules_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QJsonObject &change, const QString &code,
                        const QString &field) { QTest::newRow(name) << change << code << field; };
    row("no name", {{u"name"_s, u""_s}}, u"rule.required"_s, u"name"_s);
    row("50 characters", {{u"name"_s, QString(50, u'空')}}, {}, {});
    row("51", {{u"name"_s, QString(51, u'空')}}, u"rule.too_long"_s, u"name"_s);
    row("description of 200", {{u"description"_s, QString(200, u'述')}}, {}, {});
    row("of 201", {{u"description"_s, QString(201, u'述')}}, u"rule.too_long"_s, u"description"_s);
    row("no module", {{u"modules"_s, QJsonArray()}}, u"command.malformed"_s, u"modules"_s);
    row("unknown module", {{u"modules"_s, QJsonArray{u"word"_s}}}, u"command.malformed"_s, u"modules[0]"_s);
    row("unknown edition", {{u"edition"_s, u"huge"_s}}, u"command.malformed"_s, u"edition"_s);
    row("icon without its name", {{u"avatar_kind"_s, u"icon"_s}}, u"command.malformed"_s, u"avatar_icon"_s);
}

// SPC-2
void TestSpaceCommands::creationRules()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, code);
    QFETCH(QString, field);
    tenantry::Command command = create();
    for (auto changed = change.begin(); changed != change.end(); ++changed)
        command.payload.insert(changed.key(), *changed);
    const Answer answer = w.give(w.adminA, command);
    QCOMPARE(answer.code(), code);
    if (!code.isEmpty())
        QCOMPARE(answer.error(code).value("field"_L1).toString(), field);
}

// SPC-1
void TestSpaceCommands::whoMayCreate()
{
    QCOMPARE(w.give(w.memberA, create()).code(), u"space_creation.not_allowed"_s);
    set({.spaceCreation = u"members"_s, .spaceCreators = {{CommandWorld::userId(w.ownerA)}}});
    QCOMPARE(w.give(w.memberA, create()).code(), u"space_creation.not_allowed"_s);
    QVERIFY(w.give(w.ownerA, create()).isDone());
    set({.spaceCreation = u"all"_s});
    QVERIFY(w.give(w.memberA, create()).isDone());
    QCOMPARE(w.give(w.outsider, create()).code(), u"command.not_found"_s); // of another tenant
    QCOMPARE(w.give(w.root, create()).code(), u"command.not_found"_s);
    set({.spaceCreation = u"administrator"_s});
    QCOMPARE(w.give(w.ownerA, create()).code(), u"space_creation.not_allowed"_s);
    QVERIFY(w.give(w.adminA, create()).isDone());
    // In the default system tenant nobody does.
    const auto atHome =
        spaceCreate(CommandWorld::spaceId(w.newId()), CommandWorld::tenantId(w.defaultTenant), sample());
    QCOMPARE(w.give(w.homeless, atHome).code(), u"space_creation.not_allowed"_s);
}

// TEN-11
void TestSpaceCommands::closingTenantsGetNone()
{
    w.must(u"update app.tenants set state = 'closing' where id = ?"_s, {w.tenantA});
    const Answer closing = w.give(w.adminA, create());
    w.must(u"update app.tenants set state = 'frozen' where id = ?"_s, {w.tenantA});
    const Answer frozen = w.give(w.adminA, create());
    w.must(u"update app.tenants set state = 'active' where id = ?"_s, {w.tenantA});
    QCOMPARE(closing.code(), u"tenant.closing"_s);
    QCOMPARE(frozen.sqlState, u"TY403"_s);
}

// SPC-5, INB-6: other fields merge, the same ones conflict
void TestSpaceCommands::editsAndMerges()
{
    const auto edit = [&](const SpaceEdit &wish) { return w.seeingSpace(spaceEdit(space(), wish), m_space); };
    const auto details = edit({.name = u"新名"_s}), late = edit({.description = u"晚"_s}),
               avatar = edit({.avatar = SpaceAvatar{u"icon"_s, u"rocket"_s, {}}});
    QVERIFY(w.give(w.spaceAdminA, details).isDone());
    QVERIFY(w.give(w.ownerA, avatar).isDone());
    const Answer conflict = w.give(w.ownerA, late);
    QCOMPARE(conflict.code(), u"command.conflict"_s);
    QCOMPARE(
        conflict.error(u"command.conflict"_s).value("parameters"_L1).toObject(),
        (QJsonObject{{u"record"_s, m_space}, {u"group"_s, u"details"_s}, {u"seen"_s, 1}, {u"now"_s, 2}}));
    QCOMPARE(
        w.must(
            u"select name, description, avatar_kind, avatar_icon, version_details, version_avatar, version_owner from app.spaces where id = ?"_s,
            {m_space}),
        u"新名||icon|rocket|2|2|1"_s);
    QCOMPARE(w.must(u"select d.detail -> 'before' ->> 'name', d.detail -> 'after' ->> 'name' from "
                    u"app.audit_entries as e join app.audit_details as d on d.entry_id = e.id"
                    " where e.kind = 'space_edit' and e.object_id = ? order by e.id limit 1"_s,
                    {m_space}),
             u"space|新名"_s);
    QCOMPARE(w.give(w.adminA, edit({.name = u"By the tenant"_s})).code(),
             u"space.not_allowed"_s); // SPC-11: not its contents
}

// SPC-4
void TestSpaceCommands::avatars()
{
    const QByteArray jpeg = "\xff\xd8\xff" + QByteArray(1000, 'j');
    const auto give = [&](const SpaceAvatar &avatar) {
        return w.give(w.ownerA, w.seeingSpace(spaceEdit(space(), {.avatar = avatar}), m_space));
    };
    QVERIFY(give({u"picture"_s, {}, jpeg}).isDone());
    const QString picture =
        u"select encode(content, 'base64'), version from app.space_pictures where id = ?"_s;
    QCOMPARE(QByteArray::fromBase64(w.must(picture, {m_space}).section(u'|', 0, 0).toLatin1()), jpeg);
    QCOMPARE(
        w.must(
            u"select string_agg(scope_kind::text, ',' order by scope_kind) from app.feed where kind = 19 and id = ? and not gone"_s,
            {m_space}),
        u"4,8"_s);
    QVERIFY(give({u"picture"_s, {}, "\x89PNG\r\n\x1a\n" + QByteArray(24 * 1024 - 8, 'p')}).isDone());
    QCOMPARE(w.must(picture, {m_space}).section(u'|', -1), u"2"_s);
    QCOMPARE(give({u"picture"_s, {}, "\x89PNG\r\n\x1a\n" + QByteArray(24 * 1024 - 7, 'p')}).code(),
             u"space.picture_unusable"_s);
    QCOMPARE(give({u"picture"_s, {}, "<svg onload=x>"}).code(), u"space.picture_unusable"_s);
    tenantry::Command noBase64 =
        w.seeingSpace(spaceEdit(space(), {.avatar = SpaceAvatar{u"picture"_s, {}, jpeg}}), m_space);
    noBase64.payload.insert(u"avatar_picture"_s, u"%%%"_s);
    QCOMPARE(w.give(w.ownerA, noBase64).code(), u"space.picture_unusable"_s);
    QVERIFY(give({u"icon"_s, u"rocket"_s, {}}).isDone());
    QCOMPARE(w.must(picture, {m_space}), QString());
    QCOMPARE(w.must(u"select bool_and(gone) from app.feed where kind = 19 and id = ?"_s, {m_space}), u"t"_s);
    QVERIFY(give({}).isDone());
    QCOMPARE(w.must(u"select avatar_kind, avatar_icon from app.spaces where id = ?"_s, {m_space}),
             u"system|"_s);
}

// SPC-2: the plan of tenant A is the basic one
void TestSpaceCommands::editionsWithinThePlan()
{
    SpaceFields fields = sample();
    fields.edition = u"standard"_s;
    const Answer beyond = w.give(w.adminA, create(fields));
    QCOMPARE(beyond.code(), u"space.edition_beyond_plan"_s);
    QCOMPARE(beyond.error(beyond.code()).value("field"_L1).toString(), u"edition"_s);
    w.must(
        u"update app.settings set value = value || '{\"tokens\": 20000000, \"data_gib\": 200, \"modules\": [\"bots\"]}' where tenant_id = ? and key = 'quotas'"_s,
        {w.tenantA});
    fields.modules = {u"bots"_s};
    const Answer within = w.give(w.adminA, create(fields));
    fields.edition = u"advanced"_s;
    fields.modules = {u"bots"_s, u"abs"_s};
    const Answer both = w.give(w.adminA, create(fields));
    const Answer module =
        w.give(w.ownerA, w.seeingSpace(spaceSetModules(space(), {u"bots"_s, u"automan"_s}), m_space));
    // What a space has it keeps, whatever has become of the plan.
    w.must(u"update app.spaces set edition = 'advanced', modules = '{bots,abs}' where id = ?"_s, {m_space});
    const Answer kept = w.give(
        w.ownerA, w.seeingSpace(spaceEdit(space(), {.name = u"Kept"_s, .edition = u"advanced"_s}), m_space));
    const Answer keptModule =
        w.give(w.ownerA, w.seeingSpace(spaceSetModules(space(), {u"abs"_s, u"bots"_s}), m_space));
    w.must(
        u"update app.settings set value = value || '{\"tokens\": 1000000, \"data_gib\": 10}' where tenant_id = ? and key = 'quotas'"_s,
        {w.tenantA});
    w.must(u"update app.settings set value = value - 'modules' where tenant_id = ? and key = 'quotas'"_s,
           {w.tenantA});
    QVERIFY2(within.isDone(), qPrintable(within.text()));
    QCOMPARE(both.codes(), (QStringList{u"space.edition_beyond_plan"_s, u"space.module_beyond_plan"_s}));
    QCOMPARE(module.code(), u"space.module_beyond_plan"_s);
    QVERIFY2(kept.isDone() && keptModule.isDone(), qPrintable(kept.text() + keptModule.text()));
}

// SPC-3
void TestSpaceCommands::modulesAsTheyAre()
{
    const auto modules = [&](const QStringList &wanted) {
        return w.seeingSpace(spaceSetModules(space(), wanted), m_space);
    };
    const auto late = modules({u"abs"_s});
    QVERIFY(w.give(w.spaceAdminA, modules({u"automan"_s, u"bots"_s, u"bots"_s})).isDone());
    QCOMPARE(w.must(u"select modules from app.spaces where id = ?"_s, {m_space}), u"{bots,automan}"_s);
    QCOMPARE(w.give(w.ownerA, modules({})).code(), u"command.malformed"_s);
    QCOMPARE(w.give(w.ownerA, late).code(), u"command.conflict"_s);
}

// SPC-12, PRM-9
void TestSpaceCommands::guestsOfBotsAreSettled()
{
    const QString stranger = w.addCard(u"Stranger"_s, w.tenantB), reader = w.addCard(u"Reader"_s);
    const auto without = [&](GuestFate fate) {
        return w.give(w.ownerA, w.seeingSpace(spaceSetModules(space(), {u"abs"_s}, fate), m_space));
    };
    const auto invite = [&] {
        QVERIFY(w.give(w.ownerA, grantsSet(space(), {{.id = CommandWorld::newGrantId(),
                                                      .objectId = space().uuid(),
                                                      .subjectId = QUuid::fromString(w.memberA.id),
                                                      .role = Role::Guest},
                                                     {.id = CommandWorld::newGrantId(),
                                                      .objectId = space().uuid(),
                                                      .subjectId = QUuid::fromString(stranger),
                                                      .role = Role::Guest}}))
                    .isDone());
    };
    invite();
    // A guest because of a grant on a resource: in any space.
    QVERIFY(w.give(w.ownerA, grantsSet(space(), {{.id = CommandWorld::newGrantId(),
                                                  .objectKind = ObjectKind::Resource,
                                                  .objectId = QUuid::fromString(m_resource),
                                                  .subjectId = QUuid::fromString(reader),
                                                  .role = Role::Viewer}}))
                .isDone());
    const Answer asked = without(GuestFate::Undecided);
    QCOMPARE(asked.code(), u"space.guests_undecided"_s);
    QCOMPARE(asked.error(asked.code()).value("parameters"_L1).toObject().value("guests"_L1).toInt(), 2);
    QCOMPARE(without(GuestFate::Viewer).json["result"_L1]["guests"_L1].toArray().size(), 2);
    QCOMPARE(roleOf(w.memberA.id), u"viewer|t"_s);
    QCOMPARE(roleOf(reader), u"guest|t"_s);
    // And removed, the outsider with them (EXT-2).
    const auto outsiders = [&] {
        return w.must(u"select count(*) from app.outsiders where user_id = ?"_s, {stranger});
    };
    w.must(u"update app.spaces set modules = '{bots}' where id = ?"_s, {m_space});
    w.must(
        u"update app.grants set role = 'guest' where space_id = ? and role = 'viewer' and resource_id is null"_s,
        {m_space});
    QCOMPARE(outsiders(), u"1"_s);
    QVERIFY(without(GuestFate::Remove).isDone());
    QCOMPARE(roleOf(w.memberA.id), QString());
    QCOMPARE(roleOf(reader), u"guest|t"_s);
    QCOMPARE(outsiders(), u"0"_s);
    // Without any the question isn't asked.
    w.must(u"update app.spaces set modules = '{bots}' where id = ?"_s, {m_space});
    QVERIFY(without(GuestFate::Undecided).isDone());
}

// SPC-1, INB-6
void TestSpaceCommands::settingsOfATenant()
{
    const auto wish = [&](const TenantSettings &settings) {
        return tenantSettingsSet(CommandWorld::tenantId(w.tenantA), settings);
    };
    QCOMPARE(w.give(w.ownerA, wish({.spacesLimit = 5})).code(), u"command.not_allowed"_s);
    const Answer first =
        w.give(w.adminA, wish({.spacesLimit = 5})); // there is none yet: nothing to have seen
    QVERIFY2(first.isDone(), qPrintable(first.text()));
    const QString setting =
        w.must(u"select id from app.settings where tenant_id = ? and key = 'spaces_limit'"_s, {w.tenantA});
    const Answer blind = w.give(w.adminA, wish({.spacesLimit = 6}));
    QCOMPARE(blind.code(), u"command.conflict"_s);
    QCOMPARE(blind.error(blind.code()).value("parameters"_L1).toObject(),
             (QJsonObject{{u"record"_s, setting}, {u"group"_s, u""_s}, {u"seen"_s, 0}, {u"now"_s, 1}}));
    tenantry::Command lifted = wish({.spacesLimit = std::optional<int>()});
    QVERIFY(w.give(w.adminA, lifted.see(QUuid::fromString(setting), {}, 1)).isDone());
    QCOMPARE(w.must(u"select value, public from app.settings where id = ?"_s, {setting}), u"null|f"_s);
    QCOMPARE(
        w.must(
            u"select bool_and(public) from app.settings where tenant_id = ? and key in ('space_creation', 'space_creators')"_s,
            {w.tenantA}),
        u"t"_s);
    const Answer strangers =
        w.give(w.adminA,
               wish({.spaceCreators = {{CommandWorld::userId(w.outsider), CommandWorld::userId(w.memberA)}},
                     .outsidersLimit = -1}));
    QCOMPARE(strangers.code(), u"rule.not_a_number"_s);
    const Answer stranger = w.give(
        w.adminA,
        wish({.spaceCreators = {{CommandWorld::userId(w.outsider), CommandWorld::userId(w.memberA)}}}));
    QVERIFY(stranger.codes().contains(u"tenant_settings.creator_elsewhere"_s));
    QCOMPARE(stranger.error(u"tenant_settings.creator_elsewhere"_s).value("field"_L1).toString(),
             u"space_creators[0]"_s);
}

QTEST_GUILESS_MAIN(TestSpaceCommands)
#include "tst_spacecommands.moc"
