// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AUD-1, AUD-2, AUD-3 on a real server: who reads which audit, and that an export proves itself.
#include "core/exchange/auditchain.h"
#include "tests/schema/commandworld.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestAuditReading : public QObject
{
    Q_OBJECT

    CommandWorld w;
    QString m_department;

    /// The answer, or {"refused": SQLSTATE and message}.
    [[nodiscard]] QJsonObject ask(const Person &person, const QString &function, QJsonObject arguments,
                                  const QString &tenant = {}) const
    {
        arguments[u"tenant"_s] = tenant.isEmpty() ? w.tenantA : tenant;
        const auto rows = w.connect(person)->exec(
            u"select api.%1(?::jsonb)"_s.arg(function),
            {QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))});
        if (!rows)
            return {{u"refused"_s, QString(server::sqlState(rows.error()) + u' ' +
                                           rows.error().parameters.value(u"message"_s).toString())}};
        return QJsonDocument::fromJson(rows->value().toString().toUtf8()).object();
    }
    [[nodiscard]] QJsonObject page(const QJsonObject &arguments) const
    {
        return ask(w.adminA, u"audit_page"_s, arguments);
    }
    [[nodiscard]] static QStringList kinds(const QJsonObject &page)
    {
        QStringList all;
        for (const QJsonValue &entry : page["entries"_L1].toArray())
            all += entry["kind"_L1].toString();
        return all;
    }
    void seal() const { w.must(u"select worker.seal_audit()"_s); }

    /// What the console writes: the chain in parts of three.
    [[nodiscard]] QList<QByteArray> exported(const QJsonObject &filter = {}) const
    {
        QList<QByteArray> lines{exchange::auditFileHeader(QUuid(w.tenantA), u"Tenant A"_s, filter)};
        QJsonObject part;
        qint64 after = 0;
        do {
            part =
                ask(w.adminA, u"audit_chain"_s, {{u"after"_s, after}, {u"limit"_s, 3}, {u"details"_s, true}, {u"filter"_s, filter}});
            for (const QJsonValue &link : part["links"_L1].toArray())
                lines += exchange::auditFileLine(exchange::AuditLink::fromJson(link.toObject()));
            after += part["links"_L1].toArray().size();
        } while (!part["links"_L1].toArray().isEmpty());
        const QJsonObject head = part["head"_L1].toObject();
        lines += exchange::auditFileFooter({head["seal_number"_L1].toInteger(),
                                            QByteArray::fromHex(head["chain_hash"_L1].toString().toLatin1())},
                                           {});
        return lines;
    }
    [[nodiscard]] static exchange::AuditReport verify(const QList<QByteArray> &lines,
                                                      const QString &witness = {})
    {
        QByteArray all = lines.join();
        QBuffer buffer(&all);
        buffer.open(QIODevice::ReadOnly);
        const auto report = exchange::verifyAuditFile(buffer, witness);
        return report ? *report : exchange::AuditReport{{}, u"unreadable"_s, {}, -1, 0, {}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        m_department = w.newId();
        const auto made = w.give(w.adminA, organizationCreate(CommandWorld::organizationId(m_department),
                                                              CommandWorld::tenantId(w.tenantA), {},
                                                              {u"审计部"_s, u"AUDIT"_s, {}, {}}));
        QVERIFY2(made.isDone(), qPrintable(made.text()));
        tenantry::Command renamed{};
        renamed.kind = u"organization_edit"_s;
        renamed.payload = {{u"organization_id"_s, m_department}, {u"name"_s, u"审计一部"_s}};
        const auto edited = w.give(w.adminA, w.seeing(renamed, m_department));
        QVERIFY2(edited.isDone(), qPrintable(edited.text()));
        seal();
    }

    void aPartProvesItself() // AUD-2: details of what the filter shows, links of the rest, whole and tampered with
    {
        QList<QByteArray> lines = exported({{u"kind"_s, u"organization_edit"_s}});
        const QByteArray all = lines.join();
        QVERIFY(all.contains("审计一部")); // of the edit
        QCOMPARE(all.count("\"detail\":\""), 1);
        const exchange::AuditReport report = verify(lines);
        QVERIFY(report.faults.isEmpty());
        QVERIFY(report.isPart);
        QCOMPARE(report.erased, report.checked - 1);
        for (QByteArray &line : lines)
            line.replace("审计一部", "审计二部");
        QVERIFY(!verify(lines).faults.isEmpty());
        const exchange::AuditReport whole = verify(exported());
        QCOMPARE(whole.head, report.head);
        QVERIFY(!whole.isPart);
    }

    void whoReadsWhich_data() // AUD-2, ROL-2
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<QString>("tenant");
        QTest::addColumn<bool>("may");
        QTest::newRow("its administrator") << u"adminA"_s << u"A"_s << true;
        QTest::newRow("another's administrator") << u"adminB"_s << u"A"_s << false;
        QTest::newRow("a member") << u"memberA"_s << u"A"_s << false;
        QTest::newRow("the platform team, without break-glass") << u"root"_s << u"A"_s << false;
        QTest::newRow("the platform team, the platform's") << u"root"_s << u"platform"_s << true;
        QTest::newRow("an administrator, the platform's") << u"adminA"_s << u"platform"_s << false;
        QTest::newRow("no tenant") << u"adminA"_s << u"none"_s << false;
    }
    void whoReadsWhich()
    {
        QFETCH(QString, reader);
        QFETCH(QString, tenant);
        QFETCH(bool, may);
        const QHash<QString, Person> people{
            {u"adminA"_s, w.adminA}, {u"adminB"_s, w.adminB}, {u"memberA"_s, w.memberA}, {u"root"_s, w.root}};
        const QHash<QString, QString> tenants{
            {u"A"_s, w.tenantA}, {u"platform"_s, w.defaultTenant}, {u"none"_s, u"nonsense"_s}};
        for (const QString &function : {u"audit_page"_s, u"audit_chain"_s}) {
            const QJsonObject answer = ask(people[reader], function, {}, tenants[tenant]);
            QCOMPARE(!answer.contains("refused"_L1), may);
            if (!may)
                QVERIFY2(answer["refused"_L1].toString().startsWith(u"TY001"_s) &&
                             answer["refused"_L1].toString().contains(u"audit.not_allowed"_s),
                         qPrintable(answer["refused"_L1].toString()));
        }
    }

    void filters() // AUD-2
    {
        const QJsonObject all = page({});
        QVERIFY(kinds(all).size() >= 4);
        QCOMPARE(kinds(all).mid(0, 2),
                 (QStringList{u"organization_edit"_s, u"organization_create"_s})); // the newest first
        QCOMPARE(kinds(page({{u"kind"_s, u"organization_create"_s}})), QStringList{u"organization_create"_s});
        QCOMPARE(kinds(page({{u"object"_s, u"审计"_s}})).size(), 2);
        QCOMPARE(kinds(page({{u"object"_s, u"no such"_s}})).size(), 0);
        QCOMPARE(kinds(page({{u"actor"_s, u"admin a"_s}, {u"object"_s, u"审计"_s}})).size(), 2);
        QCOMPARE(kinds(page({{u"actor"_s, u"Member"_s}})).size(), 0);
        const qint64 at = all["entries"_L1][0]["at"_L1].toInteger();
        QCOMPARE(kinds(page({{u"from"_s, at}})), QStringList{u"organization_edit"_s});
        QVERIFY(!kinds(page({{u"to"_s, at}})).contains(u"organization_edit"_s));
        QVERIFY(all["kinds"_L1].toArray().contains(u"organization_edit"_s));
    }

    void pagesMeetWithoutGapOrRepeat() // AUD-2
    {
        const QStringList whole = kinds(page({}));
        QStringList pieces;
        QJsonObject part = page({{u"limit"_s, 2}});
        for (int i = 0; i < 100; ++i) {
            pieces += kinds(part);
            if (!part["more"_L1].toBool())
                break;
            QCOMPARE(kinds(part).size(), 2);
            part = page({{u"limit"_s, 2}, {u"before"_s, part["entries"_L1][1]["id"_L1]}});
        }
        QCOMPARE(pieces, whole);
    }

    void namesRatherThanIds() // AUD-2
    {
        const QJsonObject all = page({});
        const QJsonValue edit = all["entries"_L1][0];
        QCOMPARE(edit["detail"_L1]["before"_L1]["name"_L1].toString(), u"审计部"_s);
        QCOMPARE(edit["detail"_L1]["after"_L1]["name"_L1].toString(), u"审计一部"_s);
        QCOMPARE(all["names"_L1][w.adminA.id].toString(), u"Admin A"_s);
        QCOMPARE(all["names"_L1][m_department].toString(), u"审计一部"_s);
        // What is gone keeps the name that it had.
        const QString gone = w.newId();
        QVERIFY(w.give(w.adminA, organizationCreate(CommandWorld::organizationId(gone),
                                                    CommandWorld::tenantId(w.tenantA), {},
                                                    {u"短命部"_s, u"GONE"_s, {}, {}}))
                    .isDone());
        tenantry::Command removal{};
        removal.kind = u"organization_delete"_s;
        removal.payload = {{u"organization_id"_s, gone}};
        const auto deleted = w.give(w.adminA, w.seeing(removal, gone));
        QVERIFY2(deleted.isDone(), qPrintable(deleted.text()));
        QCOMPARE(page({})["names"_L1][gone].toString(), u"短命部"_s);
        QCOMPARE(kinds(page({{u"object"_s, u"短命"_s}})).size(), 2);
    }

    void anImportIsFoundByThePersonsInIt() // AUD-2: by name, though its object is the tenant
    {
        w.must(u"select app.audit('members_imported', 'tenant', ?1::uuid, ?1::uuid, jsonb_build_object('people', '[]'::jsonb),"
               " jsonb_build_object('people', jsonb_build_array(jsonb_build_object('user_id', ?2::text))))"_s
                   .replace(u"?1"_s, u"'%1'"_s.arg(w.tenantA))
                   .replace(u"?2"_s, u"'%1'"_s.arg(w.memberA.id)));
        QVERIFY(kinds(page({{u"object"_s, u"MEMBER a"_s}})).contains(u"members_imported"_s));
        QVERIFY(!kinds(page({{u"object"_s, u"Admin A"_s}})).contains(u"members_imported"_s));
        // Very many who are called so are found in another way.
        w.must(u"select count(app.add_pending(gen_random_uuid() || '@example.com', 'Member Masses')) from generate_series(1, 501)"_s);
        QVERIFY(kinds(page({{u"object"_s, u"Member"_s}})).contains(u"members_imported"_s));
        QVERIFY(!kinds(page({{u"object"_s, u"Masses"_s}})).contains(u"members_imported"_s));
        seal();
        QVERIFY(exported({{u"object"_s, u"member a"_s}}).join().contains("members_imported"));
    }

    void foreignPeopleAreNotFoundByTheirNames() // AUD-2, SEC-2: what stands in an entry can be any ID
    {
        w.must(u"select app.audit('foreign_object', 'user', ?::uuid, ?::uuid, null, null)"_s, {w.adminB.id, w.tenantA});
        w.must(u"select app.audit('foreign_object', 'user', ?::uuid, ?::uuid, null, null)"_s, {w.adminB.id, w.defaultTenant});
        w.must(u"select app.audit('members_imported', 'tenant', ?1::uuid, ?1::uuid, jsonb_build_object('people', '[]'::jsonb),"
               " jsonb_build_object('people', jsonb_build_array(jsonb_build_object('user_id', ?2::text))))"_s
                   .replace(u"?1"_s, u"'%1'"_s.arg(w.tenantA))
                   .replace(u"?2"_s, u"'%1'"_s.arg(w.adminB.id)));
        QCOMPARE(kinds(page({{u"object"_s, u"Admin B"_s}})), QStringList());
        QVERIFY(kinds(page({{u"kind"_s, u"foreign_object"_s}})).contains(u"foreign_object"_s)); // without their name
        for (const QString &function : {u"audit_page"_s, u"audit_chain"_s}) {
            const QJsonObject answer = ask(w.adminA, function, {{u"object"_s, u"Admin B"_s}, {u"details"_s, true}, {u"filter"_s, QJsonObject{{u"object"_s, u"Admin B"_s}}}});
            QVERIFY(!answer["names"_L1].toObject().contains(w.adminB.id));
            for (const QJsonValue &link : answer["links"_L1].toArray())
                QVERIFY(link["detail"_L1].isNull());
        }
        w.must(u"select app.audit('known_object', 'user', ?::uuid, ?::uuid, null, null)"_s, {w.outsider.id, w.tenantA}); // EXT-1: on their list
        QCOMPARE(kinds(page({{u"object"_s, w.outsider.name}, {u"kind"_s, u"known_object"_s}})).size(), 1);
        QVERIFY(kinds(ask(w.root, u"audit_page"_s, {{u"object"_s, u"Admin B"_s}}, w.defaultTenant)).contains(u"foreign_object"_s)); // who reads everything
    }

    void shortAndStrangePartsOfNames() // AUD-2: what an index over pairs can't hold
    {
        QCOMPARE(kinds(page({{u"object"_s, u"审"_s}})).size(), 2);
        QVERIFY(!kinds(page({{u"actor"_s, u"a"_s}})).isEmpty());
        QVERIFY(!kinds(page({{u"actor"_s, u"ＡＤＭＩＮ A"_s}})).isEmpty()); // as all names are compared
        QCOMPARE(kinds(page({{u"actor"_s, u"%"_s}})).size(), 0);
    }

    void sealedUpTo() // AUD-1
    {
        seal();
        const QJsonObject sealed = page({});
        QCOMPARE(
            sealed["head"_L1]["seal_number"_L1].toInt(),
            w.must(u"select count(*) from app.audit_entries where tenant_id = ?"_s, {w.tenantA}).toInt());
        QVERIFY(sealed["sealed_up_to"_L1].toInteger() > 0);
        w.addOrganization(u"unsealed"_s);
        w.must(u"select app.audit('test', 'tenant', ?::uuid, ?::uuid, null, null)"_s, {w.tenantA, w.tenantA});
        QVERIFY(page({})["entries"_L1][0]["seal_number"_L1].isNull());
        seal();
    }

    void anExportProvesItself() // AUD-2
    {
        const QList<QByteArray> lines = exported();
        const exchange::AuditReport report = verify(lines);
        QVERIFY2(report.faults.isEmpty(),
                 qPrintable(QString::number(report.faults.value(0).sealNumber) + u' ' +
                            QString::number(int(report.faults.value(0).kind))));
        QCOMPARE(report.checked,
                 w.must(u"select seal_number from app.audit_heads where tenant_id = ?"_s, {w.tenantA})
                     .toLongLong());
        QCOMPARE(QString::fromLatin1(report.head.hash.toHex()),
                 w.must(u"select encode(chain_hash, 'hex') from app.audit_heads where tenant_id = ?"_s,
                        {w.tenantA}));
        QCOMPARE(report.erased, 0);
        QCOMPARE(report.name, u"Tenant A"_s);
    }

    void tamperingWithAnExportIsFound_data() // AUD-1
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("kind");
        using Kind = exchange::AuditFault::Kind;
        QTest::newRow("a detail edited") << u"detail"_s << int(Kind::Detail);
        QTest::newRow("a kind edited") << u"kind"_s << int(Kind::Changed);
        QTest::newRow("a line removed") << u"removed"_s << int(Kind::Missing);
        QTest::newRow("two lines swapped") << u"swapped"_s << int(Kind::Missing);
        QTest::newRow("the tail cut") << u"tail"_s << int(Kind::Head);
        QTest::newRow("the footer cut") << u"footer"_s << int(Kind::Head);
        QTest::newRow("a line spoilt") << u"spoilt"_s << int(Kind::File);
        QTest::newRow("of another tenant") << u"tenant"_s << int(Kind::Foreign);
    }
    void tamperingWithAnExportIsFound()
    {
        QFETCH(QString, how);
        QFETCH(int, kind);
        QList<QByteArray> lines = exported();
        QVERIFY(lines.size() > 6);
        if (how == u"detail")
            lines[3].replace("\\\"after\\\"", "\\\"After\\\"");
        else if (how == u"kind")
            lines[3]
                .replace("organization_create", "organization_creatf")
                .replace("user_moved", "user_movee")
                .replace("role_assigned", "role_assignee");
        else if (how == u"removed")
            lines.removeAt(3);
        else if (how == u"swapped")
            lines.swapItemsAt(3, 4);
        else if (how == u"tail")
            lines.removeAt(lines.size() - 2);
        else if (how == u"footer")
            lines.removeLast();
        else if (how == u"spoilt")
            lines.insert(3, "{");
        else if (how == u"tenant")
            lines.first().replace(w.tenantA.toLatin1(), w.tenantB.toLatin1());
        const exchange::AuditReport report = verify(lines);
        QVERIFY(std::any_of(report.faults.begin(), report.faults.end(),
                            [kind](const exchange::AuditFault &fault) { return int(fault.kind) == kind; }));
    }

    void aChainWrittenAnewIsFoundByItsWitness() // AUD-1
    {
        const exchange::AuditReport before = verify(exported());
        const QString seen =
            u"%1:%2"_s.arg(before.head.sealNumber).arg(QString::fromLatin1(before.head.hash.toHex()));
        QVERIFY(verify(exported(), seen).faults.isEmpty());
        QList<QByteArray> cut = exported();
        cut.removeAt(cut.size() - 2);
        exchange::AuditChain chain(QUuid(w.tenantA));
        for (qsizetype i = 1; i + 1 < cut.size(); ++i)
            chain.add(exchange::AuditLink::fromJson(QJsonDocument::fromJson(cut[i]).object()));
        cut.last() = exchange::auditFileFooter(chain.head(), {}); // whole in itself
        QVERIFY(verify(cut).faults.isEmpty());
        QCOMPARE(
            verify(cut, seen).faults,
            (QList<exchange::AuditFault>{{before.head.sealNumber, exchange::AuditFault::Kind::Witness}}));
    }

    void erasedDetailsKeepTheProof() // AUD-3
    {
        w.must(
            u"delete from app.audit_details where entry_id = (select e.id from app.audit_entries as e where e.tenant_id = ? and e.seal_number = 2)"_s,
            {w.tenantA});
        const exchange::AuditReport report = verify(exported());
        QVERIFY(report.faults.isEmpty());
        QCOMPARE(report.erased, 1);
        const QJsonArray entries = page({{u"limit"_s, 500}})["entries"_L1].toArray();
        QVERIFY(std::any_of(entries.begin(), entries.end(),
                            [](const QJsonValue &entry) { return entry["detail"_L1].isNull(); }));
    }

    void readingIsLogged() // OPM-6
    {
        const auto lines = [this] {
            QFile log(w.cluster().directory() + u"/server.log"_s);
            return log.open(QIODevice::ReadOnly) ? log.readAll().count("read_audit") : -1;
        };
        const auto before = lines();
        if (before < 0)
            QFAIL("no log");
        (void)page({});
        QTRY_COMPARE(lines(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestAuditReading)
#include "tst_auditreading.moc"
