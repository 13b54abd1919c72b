// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ROL-5, ROL-2 on a real server: everybody's cards, status and roles, for the platform team alone.
#include "tests/schema/commandworld.h"

#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestPeoplePage : public QObject
{
    Q_OBJECT

    CommandWorld w;

    [[nodiscard]] QJsonObject page(const Person &person, const QJsonObject &arguments = {}) const
    {
        const auto rows = w.connect(person)->exec(u"select api.people_page(?::jsonb)"_s,
                                                  {QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))});
        if (!rows)
            return {{u"refused"_s, rows.error().parameters.value(u"message"_s).toString()}};
        return QJsonDocument::fromJson(rows->value().toString().toUtf8()).object();
    }
    [[nodiscard]] QStringList names(const QJsonObject &arguments = {}) const
    {
        QStringList found;
        for (const QJsonValue &row : page(w.root, arguments)["rows"_L1].toArray())
            found += row["name"_L1].toString();
        found.sort();
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }

    void everybodyForThePlatformAlone()
    {
        QCOMPARE(page(w.root)["rows"_L1].toArray().size(), w.must(u"select count(*) from app.users"_s).toInt());
        for (const Person &person : {w.adminA, w.memberA, w.outsider})
            QVERIFY(page(person).contains("refused"_L1));
    }

    void cardsAndNothingElse() // ROL-2
    {
        for (const QJsonValue &row : page(w.root, {{u"text"_s, u"member a"_s}})["rows"_L1].toArray()) {
            QStringList keys = row.toObject().keys();
            QCOMPARE(keys, QStringList({u"created_at"_s, u"department"_s, u"id"_s, u"name"_s, u"roles"_s, u"staff"_s, u"status"_s, u"tenant"_s, u"tenant_id"_s}));
            QCOMPARE(row["tenant_id"_L1].toString(), w.tenantA);
            QCOMPARE(row["name"_L1].toString(), u"Member A"_s);
        }
    }

    void filters()
    {
        QCOMPARE(names({{u"text"_s, u"ADMIN b "_s}}), QStringList{u"Admin B"_s});
        QCOMPARE(names({{u"status"_s, u"suspended"_s}}), QStringList{u"Suspended"_s});
        QCOMPARE(names({{u"role"_s, u"system_administrator"_s}}), QStringList({u"Root"_s, u"Second Root"_s}));
        QCOMPARE(names({{u"role"_s, u"tenant_administrator"_s}, {u"text"_s, u"b"_s}}), QStringList{u"Admin B"_s});
        const QString department = w.addOrganization(u"一部"_s);
        const Person leader = w.addMember(u"Leader"_s, department);
        w.must(u"update app.memberships set role = 'leader' where user_id = ? and organization_id = ?"_s, {leader.id, department});
        QCOMPARE(names({{u"role"_s, u"leader"_s}}), QStringList{u"Leader"_s});
        QCOMPARE(page(w.root, {{u"role"_s, u"leader"_s}})["rows"_L1][0]["roles"_L1].toArray(), QJsonArray{u"leader"_s});
        w.must(u"insert into app.tenant_roles (tenant_id, id, name, description, keys, excludes, created_at) values (?, '01a1fddf-0000-7000-8000-0000000000aa', '人事专员', '', '{}', '{}', app.now())"_s, {w.tenantA});
        w.must(u"insert into app.role_assignments (id, user_id, tenant_id, role, assigned_at) values (app.uuid7(), ?, ?, '01a1fddf-0000-7000-8000-0000000000aa', app.now())"_s, {w.memberA.id, w.tenantA});
        QCOMPARE(names({{u"role"_s, u"own"_s}}), QStringList{u"Member A"_s});
        QCOMPARE(page(w.root, {{u"role"_s, u"own"_s}})["rows"_L1][0]["roles"_L1].toArray(), QJsonArray{u"人事专员"_s});
    }

    void comesInParts()
    {
        QStringList all;
        QJsonObject arguments{{u"limit"_s, 3}};
        for (bool more = true; more;) {
            const QJsonObject part = page(w.root, arguments);
            more = part["more"_L1].toBool();
            const QJsonArray rows = part["rows"_L1].toArray();
            for (const QJsonValue &row : rows)
                all += row["id"_L1].toString();
            arguments[u"before"_s] = rows.last()["id"_L1];
        }
        QCOMPARE(all.size(), w.must(u"select count(*) from app.users"_s).toInt());
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
    }
};

QTEST_GUILESS_MAIN(TestPeoplePage)
#include "tst_peoplepage.moc"
