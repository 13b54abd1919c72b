// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recordtext.h"
#include "core/domain/rows.h"

#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestRows : public QObject
{
    Q_OBJECT

    static GrantRow grant()
    {
        GrantRow row;
        row.id = GrantId::make(fromMicroseconds(1));
        row.tenantId = TenantId::make(fromMicroseconds(1));
        row.objectId = QUuid::createUuid();
        row.spaceId = SpaceId(row.objectId);
        row.subjectKind = SubjectKind::RoleGroup;
        row.subjectId = QUuid::createUuid();
        row.role = Role::Editor;
        row.expiresAt = fromMicroseconds(1'700'000'000'000'001);
        row.grantedBy = UserId(QUuid::createUuid());
        row.grantedAt = fromMicroseconds(5);
        row.version = 7;
        return row;
    }

private Q_SLOTS:
    void readsRecordsAsPostgresPrintsThem()
    {
        RecordReader reader(R"((1,,"","a,b","say ""hi"" \\ ",(x,中文 名))"_ba);
        QCOMPARE(reader.next(), QByteArray("1"));
        QCOMPARE(reader.next(), std::nullopt);
        QCOMPARE(reader.next(), QByteArray(""));
        QCOMPARE(reader.next(), QByteArray("a,b"));
        QCOMPARE(reader.next(), QByteArray("say \"hi\" \\ "));
        QCOMPARE(reader.next(), QByteArray("(x"));
        QCOMPARE(reader.next(), QByteArray("中文 名"));
        QVERIFY(reader.atEnd());
        QCOMPARE(reader.next(), std::nullopt);
        QVERIFY(!reader.ok());
    }

    void refusesWhatIsNoRecord_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "(", "()x", "(a,\"b)", "a,b", "(a)b)"})
            QTest::newRow(text) << QByteArray(text);
    }
    void refusesWhatIsNoRecord()
    {
        QFETCH(QByteArray, text);
        RecordReader reader(text);
        while (reader.ok() && !reader.atEnd())
            (void)reader.next();
        QVERIFY(!reader.ok());
    }

    void goesThereAndBack()
    {
        const GrantRow row = grant();
        QVERIFY(parseRow<GrantRow>(printRow(row)) == row);
        GrantRow endless = row;
        endless.expiresAt.reset();
        QVERIFY(parseRow<GrantRow>(printRow(endless)) == endless);

        SpaceRow space;
        space.id = SpaceId::make(fromMicroseconds(1));
        space.name = u"智能,客服\"空间\"\\"_s;
        space.description = u""_s;
        space.modules = {u"bots"_s, u"abs"_s};
        space.avatarIcon = u"rocket"_s;
        space.versionOwner = 3;
        QVERIFY(parseRow<SpaceRow>(printRow(space)) == space);

        SpacePictureRow picture;
        picture.id = space.id;
        picture.tenantId = TenantId::make(fromMicroseconds(1));
        picture.content = QByteArray("\xff\xd8\xff\0,\"\\\n", 8);
        QVERIFY(parseRow<SpacePictureRow>(printRow(picture)) == picture);
        QVERIFY(!parseRow<SpacePictureRow>(printRow(picture).replace("/9j/", "/9j%")));

        TenantRoleRow role;
        role.id = TenantRoleId::make(fromMicroseconds(1));
        role.tenantId = picture.tenantId;
        role.name = u"人事,专员"_s;
        role.description = u""_s;
        role.keys = {u"members.status"_s, u"members.manage"_s};
        role.excludes = {TenantRoleId::make(fromMicroseconds(2)).toString()};
        QVERIFY(parseRow<TenantRoleRow>(printRow(role)) == role);

        OrganizationPermissionRow permissions; // an empty data scope is an inherited one
        permissions.id = OrganizationId::make(fromMicroseconds(1));
        permissions.denied = {u"spaces.create"_s};
        QVERIFY(parseRow<OrganizationPermissionRow>(printRow(permissions)) == permissions);
        permissions.dataScope = u"below"_s;
        QVERIFY(parseRow<OrganizationPermissionRow>(printRow(permissions)) == permissions);

        ApplicationRow application;
        application.id = ApplicationId::make(fromMicroseconds(1));
        application.form = {{u"name"_s, u"质效技术部-Bots租户"_s}, {u"estimated_users"_s, 50}};
        application.stages = {u"tenant_administrator"_s, u"system_administrator"_s};
        application.previousId = ApplicationId::make(fromMicroseconds(2));
        application.rating = 4;
        QVERIFY(parseRow<ApplicationRow>(printRow(application)) == application);
    }

    void namesTheColumnThatIsWrong()
    {
        QByteArray text = printRow(grant());
        text.replace("editor", "emperor");
        const auto row = parseRow<GrantRow>(text);
        QVERIFY(!row);
        QCOMPARE(row.error().code, u"row.malformed"_s);
        QCOMPARE(row.error().parameters.value(u"column"_s).toInt(), 8);
        QVERIFY(!parseRow<GrantRow>("(1,2)"));
        QVERIFY(!parseRow<UserPrivateRow>(printRow(grant())));
    }

    void wordsGoThereAndBack()
    {
        for (int i = 0; i <= int(Role::Owner); ++i) {
            const auto word = wireName(Role(i));
            QCOMPARE(fromWireName<Role>(QByteArrayView(word.data(), word.size())), Role(i));
        }
        QCOMPARE(fromWireName<RowKind>("tenant_standing"), RowKind(rowKindCount));
        QVERIFY(!fromWireName<Role>("Owner"));
        QVERIFY(Role::Guest < Role::Viewer && Role::Administrator < Role::Owner); // SPC-6
    }
};

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
