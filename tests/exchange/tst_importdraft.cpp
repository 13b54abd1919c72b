// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ORG-5: what can be said of a file of members without the server
#include "core/directory/snapshot.h"
#include "core/domain/messages.h"
#include "core/exchange/importfiles.h"
#include "core/exchange/organizationfinder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::exchange;
using namespace Qt::StringLiterals;

namespace {

const TenantId tenant(QUuid::createUuidV5(QUuid(), u"tenant"_s));
const TenantId otherTenant(QUuid::createUuidV5(QUuid(), u"other"_s));

OrganizationId id(const QString &name)
{
    return OrganizationId(QUuid::createUuidV5(QUuid(), name));
}

directory::SnapshotPtr someTree()
{
    directory::SnapshotBuilder builder;
    const auto add = [&builder](TenantId of, const QString &name, const QString &code,
                                const QString &parent) {
        OrganizationRow row;
        row.id = id(name + of.toString());
        row.tenantId = of;
        row.name = name;
        row.code = code;
        if (!parent.isEmpty())
            row.parentId = id(parent + of.toString());
        builder.add(row);
    };
    for (const TenantId of : {tenant, otherTenant}) {
        TenantRow row;
        row.id = of;
        row.rootOrganizationId = row.defaultOrganizationId = id(u"总部"_s + of.toString());
        builder.add(row);
        add(of, u"总部"_s, u"root"_s, {});
    }
    add(tenant, u"技术中心"_s, u"TECH"_s, u"总部"_s);
    add(tenant, u"质效技术部"_s, u"quality"_s, u"技术中心"_s);
    add(tenant, u"A/B"_s, u"ab1"_s, u"技术中心"_s);
    add(tenant, u"quality"_s, u"q99"_s, u"总部"_s);
    add(otherTenant, u"别处"_s, u"elsewhere"_s, u"总部"_s);
    return builder.build().value();
}

OrganizationId ours(const QString &name)
{
    return id(name + tenant.toString());
}

} // namespace

class ImportDraftTest final : public QObject
{
    Q_OBJECT

    const directory::SnapshotPtr m_snapshot = someTree();
    const RuleSet m_rules = RuleSet::builtIn();

    [[nodiscard]] Result<ImportDraft> draft(const QStringList &header, const QList<QStringList> &rows) const
    {
        TableFile table;
        table.header = header;
        qint64 number = 1;
        for (QStringList cells : rows) {
            while (cells.size() < header.size())
                cells.append(QString());
            table.rows.push_back({++number, cells});
        }
        return draftImport(std::move(table), m_rules, *m_snapshot, tenant, {});
    }
    /// "column code" of every fault.
    [[nodiscard]] static QStringList faults(const ImportRow &row)
    {
        QStringList told;
        for (const ImportFault &fault : row.faults) {
            told += columnTitle(fault.column, QLocale::English) + u' ' + fault.error.code;
            if (fault.error.parameters.contains(u"line"_s))
                told.last() += u' ' + fault.error.parameters[u"line"_s].toString();
        }
        return told;
    }

private Q_SLOTS:
    void columnsInBothLanguages_data()
    {
        QTest::addColumn<QStringList>("header");
        QTest::newRow("Chinese template") << QStringList{u"邮箱"_s, u"姓名"_s,   u"手机号"_s, u"MIS账号"_s,
                                                         u"部门"_s, u"主部门"_s, u"角色"_s};
        QTest::newRow("English template") << QStringList{u"E-mail"_s,       u"Name"_s,    u"Phone"_s, u"MIS"_s,
                                                         u"Organization"_s, u"Primary"_s, u"Role"_s};
        QTest::newRow("departments") << QStringList{u"E-mail"_s,     u"Name"_s,    u"Phone"_s, u"MIS"_s,
                                                    u"Department"_s, u"Primary"_s, u"Role"_s};
        QTest::newRow("as people write")
            << QStringList{u" e-MAIL: "_s, u"Full name"_s,    u"电话"_s,    u"mis account"_s,
                           u"组织 路径"_s, u"是否主部门？"_s, u"组织角色"_s};
    }
    void columnsInBothLanguages()
    {
        QFETCH(const QStringList, header);
        const auto columns = recogniseColumns(header);
        QVERIFY(columns);
        for (int column = 0; column < importColumnCount; ++column)
            QCOMPARE(columns->at(size_t(column)), column);
    }

    void columnsAnywhere()
    {
        const auto columns = recogniseColumns({u"备注"_s, u"姓名"_s, u"x"_s, u"邮箱"_s});
        QVERIFY(columns);
        QCOMPARE(*columns, (ImportColumns{3, 1, -1, -1, -1, -1, -1}));
        QCOMPARE(recogniseColumns({u"姓名"_s}).error().code, u"import.column_missing"_s);
        QCOMPARE(recogniseColumns({u"邮箱"_s, u"email"_s}).error().code, u"import.column_doubled"_s);
        QCOMPARE(draft({u"邮箱"_s}, {}).error().code, u"import.no_rows"_s);
    }

    void organizations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<OrganizationId>("expected");
        for (const auto &text : {u"质效技术部"_s, u"总部/技术中心/质效技术部"_s,
                                 u" 总部 ／ 技术中心/ 质效技术部"_s, u"技术中心 / 质效技术部"_s})
            QTest::newRow(qPrintable(text)) << text << ours(u"质效技术部"_s);
        QTest::newRow("code") << u"tech"_s << ours(u"技术中心"_s);
        QTest::newRow("a stroke in the name") << u"总部/技术中心/A/B"_s << ours(u"A/B"_s);
        QTest::newRow("root") << u"总部"_s << ours(u"总部"_s);
        QTest::newRow("another tenant's") << u"别处"_s << OrganizationId();
        QTest::newRow("a wrong path") << u"技术中心/别处"_s << OrganizationId();
    }
    void organizations()
    {
        QFETCH(const QString, text);
        QFETCH(const OrganizationId, expected);
        const OrganizationFinder finder(*m_snapshot, m_snapshot->findTenant(tenant));
        QCOMPARE(finder.find(text).id, expected);
        QVERIFY(!finder.find(text).isAmbiguous);
        // One's code is the other's name.
        QVERIFY(finder.find(u"Quality"_s).isAmbiguous);
        QVERIFY(!finder.find(u"总部/quality"_s).isAmbiguous);
    }

    void fieldsByTheRulesOfCommands()
    {
        const auto made = draft(
            {u"邮箱"_s, u"姓名"_s, u"手机号"_s, u"MIS"_s, u"部门"_s, u"主部门"_s, u"角色"_s},
            {{u" a@example.com "_s, u"张三"_s, u"13800138000"_s, u"zhangsan"_s, u"TECH"_s, u"是"_s, u"负责人"_s},
             {u"nobody"_s, u"a1"_s, u"abc"_s, u"张"_s, u"没有"_s, u"也许"_s, u"boss"_s},
             {{}, u"李四"_s},
             {u"b@example.com"_s, {}, {}, {}, u"quality"_s, u"No"_s, u"Member"_s}});
        QVERIFY(made);
        const ImportRow &good = made->rows[0];
        QVERIFY(good.isGood());
        QCOMPARE(good.email, u"a@example.com"_s);
        QCOMPARE(good.phone, u"+86 138 0013 8000"_s); // as a profile keeps it
        QCOMPARE(good.organization, ours(u"技术中心"_s));
        QCOMPARE(good.role, u"leader"_s);
        QVERIFY(good.primary);
        QCOMPARE(faults(made->rows[1]),
                 (QStringList{u"E-mail rule.email"_s, u"Name rule.characters"_s, u"Phone rule.characters"_s,
                              u"MIS rule.characters"_s, u"Organization import.organization_unknown"_s,
                              u"Role import.role_unknown"_s, u"Primary import.primary_unknown"_s}));
        QCOMPARE(made->rows[1].faults[4].value, u"没有"_s);
        QCOMPARE(faults(made->rows[2]), QStringList{u"E-mail rule.required"_s});
        QCOMPARE(faults(made->rows[3]), QStringList{u"Organization import.organization_ambiguous"_s});
    }

    void phonesAreThoseOfTheirCountry() // ACC-7: as in registration and profile
    {
        const auto made = draft({u"邮箱"_s, u"姓名"_s, u"手机号"_s}, {{u"a@example.com"_s, u"张三"_s, u"13800"_s},
                                                                      {u"b@example.com"_s, u"李四"_s, u"+86 1"_s},
                                                                      {u"c@example.com"_s, u"王五"_s, u"+44 20 7946 0958"_s},
                                                                      {u"d@example.com"_s, u"赵六"_s}});
        QVERIFY(made);
        QCOMPARE(faults(made->rows[0]), QStringList{u"Phone phone.invalid"_s});
        QCOMPARE(made->rows[0].faults[0].value, u"13800"_s);
        QVERIFY(!made->rows[1].isGood());
        QVERIFY(made->rows[2].isGood() && made->rows[3].isGood());
    }

    void rowsAgainstEachOther()
    {
        const QStringList header{u"邮箱"_s, u"姓名"_s, u"部门"_s, u"主部门"_s, u"角色"_s};
        const auto made = draft(header, {{u"a@example.com"_s, u"张三"_s, u"TECH"_s, u"是"_s, u"负责人"_s},
                                         {u"A@EXAMPLE.com"_s, {}, u"A/B"_s},
                                         {u"a@example.com"_s, u"张三"_s, u"tech"_s},
                                         {u"a@example.com"_s, u"张五"_s, u"质效技术部"_s, u"是"_s},
                                         {u"b@example.com"_s, u"李四"_s, u"TECH"_s, {}, u"leader"_s},
                                         {u"c@example.com"_s, u"王五"_s},
                                         {u"c@example.com"_s, u"王五"_s},
                                         {u"c@example.com"_s, u"王五"_s, u"总部"_s}});
        QVERIFY(made);
        QVERIFY(made->rows[0].isGood());
        QVERIFY(made->rows[1].isGood());
        QCOMPARE(made->rows[1].name, u"张三"_s); // said once for all rows of a person
        QCOMPARE(faults(made->rows[2]), QStringList{u"Organization import.row_doubled 2"_s});
        QCOMPARE(faults(made->rows[3]),
                 (QStringList{u"Name import.person_differs 2"_s, u"Primary import.primary_doubled 2"_s}));
        QCOMPARE(faults(made->rows[4]), QStringList{u"Role import.leader_doubled 2"_s});
        QVERIFY(made->rows[5].isGood());
        QCOMPARE(faults(made->rows[6]), QStringList{u"Organization import.row_doubled 7"_s});
        QCOMPARE(faults(made->rows[7]), QStringList{u"Organization import.row_doubled 7"_s}); // the default one, by name
    }

    void badRowsComeBackAsTheyWere()
    {
        const QTemporaryDir folder;
        const QStringList header{u"备注"_s, u"邮箱"_s, u"手机号"_s};
        auto made = draft(header, {{u"=1+1"_s, u"a@example.com"_s},
                                   {u"=2+2"_s, u"nobody"_s, u"+86138"_s},
                                   {u"x"_s, u"b@example.com"_s}});
        QVERIFY(made);
        for (const TableFormat format : {TableFormat::Xlsx, TableFormat::CsvWithMark}) {
            const QString path = folder.filePath(u"bad"_s + fileEnding(format));
            QVERIFY(writeBadRows(path, *made, format, QLocale::Chinese, false));
            QCOMPARE(writeBadRows(path, *made, format, QLocale::Chinese, false).error().code,
                     u"export.exists"_s);
            auto back = readTable(path, {});
            QVERIFY(back);
            QCOMPARE(back->header, header + QStringList{u"错误"_s});
            QCOMPARE(back->rows.size(), size_t(1));
            QCOMPARE(back->rows[0].cells.first(3), (QStringList{u"=2+2"_s, u"nobody"_s, u"+86138"_s}));
            QVERIFY(back->rows[0].cells[3].startsWith(u"邮箱："_s));
            // Imported again as it is, the reasons are renewed and not doubled.
            const auto again = draftImport(std::move(*back), m_rules, *m_snapshot, tenant, {});
            QVERIFY(again);
            QVERIFY(writeBadRows(path, *again, format, QLocale::Chinese, true));
            QCOMPARE(readTable(path, {})->header, header + QStringList{u"错误"_s});
        }
    }

    void templatesAreRead()
    {
        const QTemporaryDir folder;
        for (const QLocale::Language language : {QLocale::Chinese, QLocale::English})
            for (const TableFormat format : {TableFormat::Xlsx, TableFormat::CsvWithMark}) {
                const QString path = folder.filePath(u"template"_s + fileEnding(format));
                QVERIFY(writeImportTemplate(path, format, language, true));
                const auto table = readTable(path, {});
                QVERIFY(table);
                const auto columns = recogniseColumns(table->header);
                QVERIFY(columns);
                QVERIFY(!columns->empty() && std::ranges::none_of(*columns, [](int at) { return at < 0; }));
            }
    }

    void everyFaultHasASentence()
    {
        const QStringList codes = codesWithSentence();
        for (const char *code :
             {"organization_unknown", "organization_ambiguous", "role_unknown", "primary_unknown",
              "too_many_cells", "row_doubled", "person_differs", "primary_doubled", "leader_doubled"})
            QVERIFY2(codes.contains(u"import."_s + QLatin1String(code)), code);
    }
};

QTEST_GUILESS_MAIN(ImportDraftTest)
#include "tst_importdraft.moc"
