// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// tenantryctl answer, check, detail, who and objects, as design §9 says: the program itself.
#include "core/exchange/csvwriter.h"
#include "tests/support/naiveresolver.h"
#include "tests/support/worldsnapshot.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace tenantry;
using namespace tenantry::exchange;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

namespace
{

struct Outcome {
    int code = -1;
    QByteArray out;
    QString error;
};

Outcome run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(TENANTRYCTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A directory of CSV files, by name without ".csv"; those not named have only a header.
class Files final
{
public:
    explicit Files(const QHash<QString, QByteArray> &changed = {})
    {
        QHash<QString, QByteArray> all{
            {u"organizations"_s, "id,parent_id\n"}, {u"users"_s, "id\n"}, {u"organization_members"_s, "organization_id,user_id\n"},
            {u"role_groups"_s, "id\n"}, {u"role_group_members"_s, "group_id,subject_kind,subject_id\n"}, {u"spaces"_s, "id\n"},
            {u"resources"_s, "id,space_id\n"}, {u"grants"_s, "subject_kind,subject_id,object_kind,object_id,role\n"}};
        for (auto it = changed.begin(); it != changed.end(); ++it)
            all[it.key()] = it.value();
        for (auto it = all.begin(); it != all.end(); ++it)
            write(it.key(), it.value());
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_dir.filePath(name + u".csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void remove(const QString &name) const { QVERIFY(QFile::remove(m_dir.filePath(name + u".csv"_s))); }
    [[nodiscard]] QString path() const { return m_dir.path(); }
    [[nodiscard]] Outcome answer(const QByteArray &queries, const QStringList &more = {}) const
    {
        return run(QStringList{u"answer"_s, u"--from"_s, path(), u"--queries"_s, u"-"_s} + more, queries);
    }

private:
    QTemporaryDir m_dir;
};

/// 技术中心 (c) › 质效技术部 (d) › 平台组 (p); another root (x) that is disabled.
Files example()
{
    return Files({
        {u"organizations"_s, "id,parent_id,status\np,d,\nd,c,active\nc,,\nx,,disabled\ny,x,\n"},
        {u"users"_s, "id,status\nzhang,\nli,active\nwang,suspended\nzhao,departed\nqian,pending_activation\nsun,\n"},
        {u"organization_members"_s, "organization_id,user_id\np,zhang\np,wang\nd,li\ny,sun\n"},
        {u"role_groups"_s, "id\ng\n"},
        {u"role_group_members"_s, "group_id,subject_kind,subject_id\ng,organization,d\ng,user,sun\n"},
        {u"spaces"_s, "id\nS\nT\n"},
        {u"resources"_s, "id,space_id,access\nopen,S,open\nshut,S,restricted\nlast,T,\nplain,S,\n"},
        {u"grants"_s, "subject_kind,subject_id,object_kind,object_id,role,expires_at\n"
                      "organization,c,space,S,viewer,\n"
                      "role_group,g,resource,shut,editor,\n"
                      "user,li,space,T,owner,2026-01-01T00:00:00Z\n"
                      "organization,x,space,S,administrator,\n"
                      "user,wang,space,S,owner,\n"},
    });
}

} // namespace

class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersEveryQuestion()
    {
        const Files files = example();
        const Outcome all = files.answer("check,zhang,space,S\n"      // by the organization two above
                                         "check,zhang,resource,shut\n" // by the group that has the one above
                                         "check,sun,space,S\n"         // only by a disabled organization
                                         "check,sun,resource,shut\n"   // named by the group
                                         "check,wang,space,S\n"        // suspended
                                         "check,zhao,space,S\n"
                                         "check,qian,space,S\n"
                                         "detail,zhang,S\ndetail,sun,S\ndetail,zhao,T\n"
                                         "who,S\nwho,T\nobjects,zhang\nobjects,zhao\nobjects,li\n",
                                         {u"--at"_s, u"2025-12-31T23:59:59.999999Z"_s});
        QCOMPARE(all.error, QString());
        QCOMPARE(all.code, 0);
        QCOMPARE(all.out, "viewer\neditor\nnone\neditor\nnone\nnone\nnone\n"
                          "space=viewer open=viewer shut=editor plain=viewer\n"
                          "space=none open=none shut=editor plain=none\n"
                          "space=none last=none\n"
                          "zhang=viewer li=viewer\nli=owner\n"
                          "space:S=viewer resource:open=viewer resource:shut=editor resource:plain=viewer\n"
                          "\n"
                          "space:S=viewer space:T=owner resource:open=viewer resource:shut=editor resource:last=owner resource:plain=viewer\n"_ba);
    }

    void expiresToTheSecond()
    {
        const Files files = example();
        const auto at = [&](const QString &time) { return files.answer("check,li,space,T\n", {u"--at"_s, time}).out; };
        QCOMPARE(at(u"2025-12-31T23:59:59Z"_s), "owner\n"_ba);
        QCOMPARE(at(u"2026-01-01T00:00:00Z"_s), "none\n"_ba);
        QCOMPARE(at(u"2026-01-01T07:59:59+08:00"_s), "owner\n"_ba);
        QCOMPARE(at(u"2026-01-01T08:00:00+08:00"_s), "none\n"_ba);
        QCOMPARE(files.answer("check,li,space,T\n").out, "none\n"_ba); // now
        QCOMPARE(files.answer("", {u"--at"_s, u"2026-01-01T00:00:00"_s}).code, 2);
    }

    void answersOneQuestion()
    {
        const Files files = example();
        const auto ask = [&](const QStringList &question) { return run(question + QStringList{u"--from"_s, files.path()}); };
        QCOMPARE(ask({u"check"_s, u"zhang"_s, u"space"_s, u"S"_s}).out, "viewer\n"_ba);
        QCOMPARE(ask({u"detail"_s, u"zhang"_s, u"S"_s}).out, "space=viewer open=viewer shut=editor plain=viewer\n"_ba);
        QCOMPARE(ask({u"who"_s, u"S"_s}).out, "zhang=viewer li=viewer\n"_ba);
        QCOMPARE(ask({u"objects"_s, u"sun"_s}).out, "resource:shut=editor\n"_ba);
        QCOMPARE(ask({u"check"_s, u"nobody"_s, u"space"_s, u"S"_s}).code, 1);
        QCOMPARE(ask({u"check"_s, u"zhang"_s, u"S"_s}).code, 2);
        QCOMPARE(run({u"who"_s, u"S"_s}).code, 2);
        QCOMPARE(run({u"who"_s, u"--help"_s}).code, 0);
        QTemporaryDir dir;
        QFile queries(dir.filePath(u"q.csv"_s));
        QVERIFY(queries.open(QIODevice::WriteOnly));
        queries.write("who,S\r\n");
        queries.close();
        QCOMPARE(run({u"answer"_s, u"--from"_s, files.path(), u"--queries"_s, queries.fileName()}).out, "zhang=viewer li=viewer\n"_ba);
        QCOMPARE(run({u"answer"_s, u"--from"_s, files.path(), u"--queries"_s, u"/nowhere"_s}).code, 1);
    }

    void everyIdCanBeAskedFor() // APP-7: an ID may begin with a dash
    {
        const Files files({{u"users"_s, "id\n-u2\n--from\n"},
                           {u"spaces"_s, "id\n-S\n"},
                           {u"grants"_s, "subject_kind,subject_id,object_kind,object_id,role\nuser,-u2,space,-S,viewer\nuser,--from,space,-S,editor\n"}});
        QCOMPARE(run({u"check"_s, u"--from"_s, files.path(), u"-u2"_s, u"space"_s, u"-S"_s}).out, "viewer\n"_ba);
        QCOMPARE(run({u"check"_s, u"-u2"_s, u"space"_s, u"-S"_s, u"--from="_s + files.path()}).out, "viewer\n"_ba);
        QCOMPARE(run({u"check"_s, u"--from"_s, files.path(), u"--"_s, u"--from"_s, u"space"_s, u"-S"_s}).out, "editor\n"_ba);
        const Outcome wrong = run({u"check"_s, u"--from"_s, files.path(), u"--form"_s, u"space"_s, u"-S"_s});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.error.contains(u"--form"_s) && wrong.error.contains(u"after --"_s), qPrintable(wrong.error));
        const Outcome nowhere = run({u"who"_s, u"-S"_s});
        QCOMPARE(nowhere.code, 2);
        QVERIFY2(nowhere.error.contains(u"--from DIR"_s), qPrintable(nowhere.error));
        const Outcome bare = run({u"who"_s, u"-S"_s, u"--from"_s});
        QCOMPARE(bare.code, 2);
        QVERIFY2(bare.error.contains(u"--from"_s), qPrintable(bare.error));
        const Outcome missing = run({u"who"_s, u"-S"_s, u"--from"_s, u"/no/where"_s});
        QCOMPARE(missing.code, 1);
        QVERIFY2(missing.error.contains(u"/no/where"_s), qPrintable(missing.error));
    }

    void doubledRowsCountOnce()
    {
        const Files files({{u"organizations"_s, "id,parent_id\no,\n"},
                           {u"users"_s, "id\nu\n"},
                           {u"organization_members"_s, "organization_id,user_id\no,u\no,u\n"},
                           {u"role_groups"_s, "id\ng\n"},
                           {u"role_group_members"_s, "group_id,subject_kind,subject_id\ng,user,u\ng,user,u\n"},
                           {u"spaces"_s, "id\ns\n"},
                           {u"grants"_s, "subject_kind,subject_id,object_kind,object_id,role,expires_at\n"
                                         "organization,o,space,s,viewer,\norganization,o,space,s,viewer,\n"
                                         "user,u,space,s,owner,2026-01-01T00:00:00Z\nuser,u,space,s,editor,2026-01-01T00:00:02.1234567Z\n"}});
        const auto at = [&](const QString &time) {
            return run({u"check"_s, u"--from"_s, files.path(), u"--at"_s, time, u"u"_s, u"space"_s, u"s"_s}).out;
        };
        QCOMPARE(at(u"2026-01-01T00:00:01Z"_s), "editor\n"_ba);
        QCOMPARE(at(u"2026-01-01T00:00:02.123455999Z"_s), "editor\n"_ba);
        QCOMPARE(at(u"2026-01-01T00:00:02.123456Z"_s), "viewer\n"_ba);
        QCOMPARE(run({u"who"_s, u"--from"_s, files.path(), u"s"_s, u"--at"_s, u"2027-01-01T00:00:00Z"_s}).out, "u=viewer\n"_ba);
    }

    void aFullDiskIsNoSuccess() // APP-7
    {
        const Files files = example();
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(TENANTRYCTL), {u"who"_s, u"S"_s, u"--from"_s, files.path()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(!process.readAllStandardError().isEmpty());
    }

    // Marks, CRLF, shuffled and unknown columns, odd IDs, the same ID in different kinds.
    void takesAnyRfc4180()
    {
        const QByteArray mark = "\xef\xbb\xbf";
        const Files files({
            {u"organizations"_s, mark + "note,status,parent_id,id\r\n\"a,b\",,,\"a,\"\"b\"\"\"\r\nx,,\"a,\"\"b\"\"\",a\r\n"},
            {u"users"_s, mark + "name,id\r\n张三,a\r\n李四, 李 四 \r\n,\"two\nlines\"\r\n"},
            {u"organization_members"_s, "user_id,since,organization_id\r\n\" 李 四 \",,a\r\n"},
            {u"role_groups"_s, "id\r\na\r\n"},
            {u"spaces"_s, "name,id\r\n,a\r\n,空间=1\r\n"},
            {u"resources"_s, "space_id,id\r\na,a\r\n空间=1,none\r\n"},
            {u"grants"_s, "role,object_id,object_kind,subject_id,subject_kind,expires_at,extra\r\n"
                          "editor,a,space,\"a,\"\"b\"\"\",organization,,x\r\n"
                          "guest,空间=1,space,a,user,2999-01-01 00:00:00.5+08:00,\r\n"
                          "owner,a,resource,a,role_group,,\r\n"
                          "viewer,none,resource,\"two\nlines\",user,,\r\n"},
        });
        const Outcome all = files.answer(mark + "check,\" 李 四 \",space,a\r\ncheck, 李 四 ,resource,a\r\ndetail,a,空间=1\r\nwho,a\r\n"
                                                "objects,\"two\nlines\"\r\ncheck,a,space,a\r\n");
        QCOMPARE(all.error, QString());
        QCOMPARE(all.out, "editor\neditor\nspace=guest none=guest\n 李 四 =editor\nresource:none=viewer\nnone\n"_ba);
    }

    void stopsAtAnUnknownId()
    {
        const Outcome all = example().answer("check,zhang,space,S\nwho,S\n\ncheck,zhang,space,open\nwho,S\n");
        QCOMPARE(all.code, 1);
        QCOMPARE(all.out, "viewer\nzhang=viewer li=viewer\n"_ba);
        QVERIFY2(all.error.contains(u":4: column 4: there is no space \"open\""_s), qPrintable(all.error));
        for (const QByteArray query : {"check,nobody,space,S", "detail,zhang,nowhere", "who,open", "objects,S", "check,zhang,role_group,g",
                                       "why,zhang", "who", "who,S,T", "check,zhang,resource,S"})
            QVERIFY2(example().answer(query).code == 1, query.constData());
    }

    void stopsAtAMalformedFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QString &file, const QByteArray &text, const QString &says) {
            QTest::newRow(name) << file << text << says;
        };
        row("dangling parent", u"organizations"_s, "id,parent_id\na,\nb,none\n", u"organizations.csv:3: column 2 (parent_id): there is no organization \"none\""_s);
        row("doubled organization", u"organizations"_s, "id,parent_id\na,\na,\n", u"organizations.csv:3: column 1 (id): \"a\" is there twice"_s);
        row("empty ID", u"users"_s, "id,x\n,1\n", u"users.csv:2: column 1 (id): the ID is empty"_s);
        row("cycle", u"organizations"_s, "parent_id,id\n,a\nd,b\nb,c\nc,d\n", u"organizations.csv:3: column 1 (parent_id): a cycle of organizations"_s);
        row("its own parent", u"organizations"_s, "id,parent_id\na,a\n", u"a → a"_s);
        row("unknown status", u"users"_s, "id,status\nu,Active\n", u"users.csv:2: column 2 (status): unknown word \"Active\""_s);
        row("unknown organization status", u"organizations"_s, "id,parent_id,status\na,,suspended\n", u"organizations.csv:2: column 3 (status): unknown word"_s);
        row("doubled user", u"users"_s, "id\nu\nv\nu\n", u"users.csv:4: column 1 (id): \"u\" is there twice"_s);
        row("dangling member", u"organization_members"_s, "user_id,organization_id\nu,o\n", u"organization_members.csv:2: column 2 (organization_id): there is no organization \"o\""_s);
        row("dangling space", u"resources"_s, "id,space_id\nr,s\n", u"resources.csv:2: column 2 (space_id): there is no space \"s\""_s);
        row("dangling group", u"role_group_members"_s, "group_id,subject_kind,subject_id\ng,user,u\n", u"role_group_members.csv:2: column 1 (group_id): there is no role group \"g\""_s);
        row("missing column", u"grants"_s, "subject_kind,subject_id,object_kind,object_id\n", u"grants.csv:1: the column \"role\" is missing"_s);
        row("doubled column", u"users"_s, "id,id\n", u"users.csv:1: column 2 (id): the column is there twice"_s);
        row("no header", u"spaces"_s, "", u"spaces.csv:1: the line that names the columns is missing"_s);
        row("too few fields", u"organizations"_s, "id,parent_id\na\n", u"organizations.csv:2: column 2: there are 1 fields where the first line names 2 columns"_s);
        row("too many fields", u"users"_s, "id\nu,\n", u"users.csv:2: column 2: there are 2 fields"_s);
        row("bad UTF-8", u"users"_s, "id\nu\n\xff\n", u"users.csv:3: column 1: isn't UTF-8"_s);
        row("stray quote", u"users"_s, "id\nu\"\n", u"users.csv:2: column 1: a quote stands"_s);
    }
    void stopsAtAMalformedFile()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const Outcome all = Files({{file, text}}).answer("");
        QCOMPARE(all.code, 1);
        QCOMPARE(all.out, QByteArray());
        QVERIFY2(all.error.contains(says), qPrintable(all.error));
    }

    void stopsAtAMalformedGrant_data()
    {
        QTest::addColumn<QByteArray>("grant");
        QTest::addColumn<QString>("says");
        QTest::newRow("user") << "user,nobody,space,S,viewer,"_ba << u"column 2 (subject_id): there is no user"_s;
        QTest::newRow("kind of subject") << "person,li,space,S,viewer,"_ba << u"column 1 (subject_kind): unknown word \"person\""_s;
        QTest::newRow("other kind's ID") << "user,c,space,S,viewer,"_ba << u"column 2 (subject_id): there is no user \"c\""_s;
        QTest::newRow("kind of object") << "user,li,table,S,viewer,"_ba << u"column 3 (object_kind): unknown word"_s;
        QTest::newRow("space") << "user,li,space,open,viewer,"_ba << u"column 4 (object_id): there is no space \"open\""_s;
        QTest::newRow("role") << "user,li,space,S,boss,"_ba << u"column 5 (role): unknown word \"boss\""_s;
        QTest::newRow("no role") << "user,li,space,S,none,"_ba << u"column 5 (role): "_s;
        QTest::newRow("empty role") << "user,li,space,S,,"_ba << u"column 5 (role): unknown word \"\""_s;
        QTest::newRow("time") << "user,li,space,S,viewer,2026-01-01T00:00:00"_ba << u"column 6 (expires_at): "_s;
    }
    void stopsAtAMalformedGrant()
    {
        QFETCH(QByteArray, grant);
        QFETCH(QString, says);
        const Files files = example();
        files.write(u"grants"_s, "subject_kind,subject_id,object_kind,object_id,role,expires_at\nuser,li,space,S,viewer,\n" + grant + "\n");
        const Outcome all = files.answer("");
        QCOMPARE(all.code, 1);
        QVERIFY2(all.error.contains(u"grants.csv:3: "_s + says), qPrintable(all.error));
    }

    void namesTheMissingFile()
    {
        const Files files;
        files.remove(u"grants"_s);
        const Outcome all = files.answer("");
        QCOMPARE(all.code, 1);
        QVERIFY2(all.error.contains(u"grants.csv: "_s), qPrintable(all.error));
    }

    void equalsTheReference_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 100; seed < 115; ++seed)
            QTest::addRow("world %d", int(seed)) << seed;
    }
    void equalsTheReference() // PRM-7
    {
        QFETCH(quint64, seed);
        WorldShape shape = smallShape(seed);
        shape.tenants = 1; // the files have none
        shape.frozenTenants = 0;
        const World world = makeWorld(shape);
        const NaiveResolver naive(world, worldNow);
        const Files files;
        writeWorld(files, world);
        QByteArray queries;
        QByteArray expected;
        ask(world, naive, queries, expected);
        const Outcome all = files.answer(queries, {u"--at"_s, toIso8601(worldNow)});
        QCOMPARE(all.error, QString());
        if (all.out != expected) {
            const auto got = all.out.split('\n');
            const auto wanted = expected.split('\n');
            const auto asked = queries.split('\n');
            for (qsizetype i = 0; i < wanted.size(); ++i)
                QVERIFY2(got.value(i) == wanted[i], QByteArray(asked[i] + " | " + got.value(i) + " | " + wanted[i]).constData());
        }
    }

private:
    static QByteArray id(const QUuid &uuid) { return "编号," + QByteArray::number(uuid.data1) + '/' + QByteArray::number(uuid.data2); }
    static QByteArray record(const QList<QByteArray> &fields)
    {
        QByteArray text;
        QBuffer buffer(&text);
        buffer.open(QIODevice::WriteOnly);
        (void)CsvWriter(buffer).write(fields);
        return text;
    }
    static QByteArray word(QLatin1String text) { return QByteArray(text.data(), text.size()); }

    static void writeWorld(const Files &files, const World &world)
    {
        QByteArray text = record({"id", "parent_id", "status"});
        for (const OrganizationRow &row : world.organizations)
            text += record({id(row.id.uuid()), row.parentId.isNull() ? "" : id(row.parentId.uuid()), row.enabled ? "" : "disabled"});
        files.write(u"organizations"_s, text);
        text = record({"id", "status"});
        for (const UserRow &row : world.users)
            text += record({id(row.id.uuid()), word(wireName(row.status))});
        files.write(u"users"_s, text);
        text = record({"organization_id", "user_id"});
        for (const MembershipRow &row : world.memberships)
            text += record({id(row.organizationId.uuid()), id(row.userId.uuid())});
        files.write(u"organization_members"_s, text);
        text = record({"id"});
        for (const RoleGroupRow &row : world.groups)
            text += record({id(row.id.uuid())});
        files.write(u"role_groups"_s, text);
        text = record({"group_id", "subject_kind", "subject_id"});
        for (const RoleGroupMemberRow &row : world.groupMembers)
            text += record({id(row.groupId.uuid()), word(wireName(row.subjectKind)), id(row.subjectId)});
        files.write(u"role_group_members"_s, text);
        text = record({"id"});
        for (const SpaceRow &row : world.spaces)
            text += record({id(row.id.uuid())});
        files.write(u"spaces"_s, text);
        text = record({"id", "space_id", "access"});
        for (const ResourceRow &row : world.resources)
            text += record({id(row.id.uuid()), id(row.spaceId.uuid()), row.restricted ? "restricted" : "open"});
        files.write(u"resources"_s, text);
        text = record({"subject_kind", "subject_id", "object_kind", "object_id", "role", "expires_at"});
        for (const GrantRow &row : world.grants)
            text += record({word(wireName(row.subjectKind)), id(row.subjectId), word(wireName(row.objectKind)), id(row.objectId),
                            word(wireName(row.role)), row.expiresAt ? toIso8601(*row.expiresAt).toUtf8() : ""});
        files.write(u"grants"_s, text);
    }

    /// Every question there is, with the reference's answers.
    static void ask(const World &world, const NaiveResolver &naive, QByteArray &queries, QByteArray &answers)
    {
        const auto add = [](QByteArray &line, const QByteArray &what, Role role) {
            line += (line.isEmpty() ? "" : " ") + what + '=' + word(wireName(role));
        };
        for (const UserRow &user : world.users) {
            const QUuid u = user.id.uuid();
            QByteArray spaces;
            QByteArray resources;
            for (const SpaceRow &space : world.spaces) {
                const Role role = naive.check(SubjectKind::User, u, ObjectKind::Space, space.id.uuid());
                queries += record({"check", id(u), "space", id(space.id.uuid())});
                answers += word(wireName(role)) + '\n';
                if (role != Role::None)
                    add(spaces, "space:" + id(space.id.uuid()), role);
                QByteArray detail;
                add(detail, "space", role);
                for (const ResourceRow &resource : world.resources)
                    if (resource.spaceId == space.id)
                        add(detail, id(resource.id.uuid()), naive.check(SubjectKind::User, u, ObjectKind::Resource, resource.id.uuid()));
                queries += record({"detail", id(u), id(space.id.uuid())});
                answers += detail + '\n';
            }
            for (const ResourceRow &resource : world.resources) {
                const Role role = naive.check(SubjectKind::User, u, ObjectKind::Resource, resource.id.uuid());
                queries += record({"check", id(u), "resource", id(resource.id.uuid())});
                answers += word(wireName(role)) + '\n';
                if (role != Role::None)
                    add(resources, "resource:" + id(resource.id.uuid()), role);
            }
            queries += record({"objects", id(u)});
            answers += spaces + (spaces.isEmpty() || resources.isEmpty() ? "" : " ") + resources + '\n';
        }
        for (const SpaceRow &space : world.spaces) {
            QByteArray who;
            for (const UserRow &user : world.users)
                if (const Role role = naive.check(SubjectKind::User, user.id.uuid(), ObjectKind::Space, space.id.uuid()); role != Role::None)
                    add(who, id(user.id.uuid()), role);
            queries += record({"who", id(space.id.uuid())});
            answers += who + '\n';
        }
    }
};

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
