// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/approvals/applicationchecks.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/pages/approvals/approvalboxes.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

// INB-1, TEN-2: what the server will check again at the moment of approval.
class TestApplicationChecks : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<test::FixedSession> m_session;

    [[nodiscard]] QList<ApplicationRow> pending() const
    {
        QList<ApplicationRow> rows;
        for (const ApplicationRow &row : m_session->snapshot()->applications())
            if (row.status == ApplicationStatus::Pending)
                rows.append(row);
        return rows;
    }
    static QList<CheckItem> checked(const ApplicationRow &row, const ApplicationChecks &checks)
    {
        return applicationKind(row.applicationKind).checks(row, checks);
    }
    static QStringList failures(const QList<CheckItem> &items)
    {
        QStringList found;
        for (const CheckItem &item : items)
            if (item.state == CheckState::Failed)
                found.append(item.detail.isEmpty() ? item.sentence : item.detail);
        return found;
    }
    [[nodiscard]] QStringList failures(const ApplicationRow &row) const
    {
        return failures(checked(row, ApplicationChecks(m_session->snapshot(), true)));
    }
    static QStringList text(const QList<CheckItem> &items)
    {
        QStringList lines;
        for (const CheckItem &item : items)
            lines.append(QString::number(int(item.state)) + item.sentence + item.detail);
        return lines;
    }

private Q_SLOTS:
    void init() { m_session = std::make_unique<test::FixedSession>(u"system_administrator"_s); }

    void nothingStandsInTheWay()
    {
        for (const ApplicationRow &row : pending())
            QCOMPARE(failures(row), QStringList());
    }

    // Case and width don't matter; a tenant's name and that of another open application are both taken.
    void takenNamesAndCodes()
    {
        ApplicationRow row = pending().at(0);
        row.form[u"name"_s] = m_session->world().tenants[1].name.toUpper();
        QCOMPARE(failures(row).size(), 1);
        QVERIFY(failures(row).constFirst().contains(m_session->world().tenants[1].name));
        row = pending().at(0);
        row.form[u"code"_s] = pending().at(1).form.value(u"code"_s).toString().toLower();
        QCOMPARE(failures(row).size(), 1);
        QVERIFY(failures(row).constFirst().contains(pending().at(1).form.value(u"name"_s).toString()));
    }

    // The applicant and the designated administrator: active, in the default system tenant, no administrator,
    // nothing else open.
    void people()
    {
        ApplicationRow row = pending().at(0);
        const TenantRow &tenant = m_session->world().tenants[1];
        row.form[u"administrator_id"_s] = tenant.administratorId.toString();
        QCOMPARE(failures(row).size(), 2); // elsewhere, and administrator there
        row = pending().at(0);
        row.applicantId = pending().at(1).applicantId;
        row.form.remove(u"administrator_id"_s);
        QCOMPARE(failures(row).size(), 1);
        UserRow applicant;
        for (const UserRow &user : m_session->world().users)
            if (user.id == pending().at(0).applicantId)
                applicant = user;
        applicant.status = UserStatus::Suspended;
        m_session->apply({{applicant}, {}});
        QCOMPARE(failures(pending().at(0)).size(), 1);
    }

    // Who doesn't see everything isn't told that it is free.
    void whatIsNotSeenIsUnknown()
    {
        const QList<CheckItem> items =
            checked(pending().at(0), ApplicationChecks(m_session->snapshot(), false));
        QVERIFY(std::any_of(items.begin(), items.end(),
                            [](const CheckItem &item) { return item.state == CheckState::Unknown; }));
        QCOMPARE(failures(items), QStringList());
    }

    // Following what changed says the same as reading everything anew.
    void followingEqualsReadingAnew()
    {
        std::mt19937 random(5);
        ApplicationChecks followed(m_session->snapshot(), true);
        QList<ApplicationRow> rows = pending();
        for (int round = 0; round < 40; ++round) {
            ApplicationRow &row = rows[qsizetype(random() % size_t(rows.size()))];
            const ApplicationRow &other = rows[qsizetype(random() % size_t(rows.size()))];
            switch (random() % 4) {
            case 0:
                row.form[u"name"_s] = other.form.value(u"name"_s);
                break;
            case 1:
                row.form[u"code"_s] = u"CODE_%1"_s.arg(random() % 3);
                break;
            case 2:
                row.status = row.status == ApplicationStatus::Pending ? ApplicationStatus::Withdrawn
                                                                      : ApplicationStatus::Pending;
                break;
            default:
                row.applicantId = other.applicantId;
                break;
            }
            TenantRow tenant = m_session->world().tenants[1];
            tenant.name = u"租户 %1"_s.arg(random() % 3);
            m_session->apply({{row, tenant}, {}});
            followed.follow(m_session->snapshot());
            const ApplicationChecks anew(m_session->snapshot(), true);
            for (const ApplicationRow &each : std::as_const(rows)) {
                QStringList a = text(checked(each, followed)), b = text(checked(each, anew));
                // Several may hold a name: which of them is named is chance.
                if (a != b)
                    QCOMPARE(failures(checked(each, followed)).size(),
                             failures(checked(each, anew)).size());
            }
        }
    }

    // MOV-4: what is left out of the names is counted.
    void dutiesAreNamedUpToTen()
    {
        const demo::World &world = m_session->world();
        int spaces = 0;
        UserRow owner;
        for (const UserRow &user : world.users)
            if (user.tenantId == world.tenants[1].id && user.id != world.tenants[1].administratorId)
                owner = user;
        const auto own = [&](int n) {
            for (int i = 0; i < n; ++i) {
                SpaceRow space;
                space.id = SpaceId::make(m_session->now());
                space.tenantId = owner.tenantId;
                space.name = u"自有空间 %1"_s.arg(spaces++);
                GrantRow grant;
                grant.id = GrantId::make(m_session->now());
                grant.tenantId = owner.tenantId;
                grant.spaceId = space.id;
                grant.objectKind = ObjectKind::Space;
                grant.objectId = space.id.uuid();
                grant.subjectKind = SubjectKind::User;
                grant.subjectId = owner.id.uuid();
                grant.role = Role::Owner;
                m_session->apply({{space, grant}, {}});
            }
        };
        ApplicationRow row = pending().at(0);
        row.applicationKind = u"leave"_s;
        row.tenantId = owner.tenantId;
        row.applicantId = owner.id;
        const auto said = [&] {
            for (const CheckItem &item : checked(row, ApplicationChecks(m_session->snapshot(), true)))
                if (!item.mending.isEmpty())
                    return item.detail;
            return QString();
        };
        const auto named = [&] { return said().count(u", "_s) + 1; };
        own(12);
        const qsizetype before = named();
        QCOMPARE(before, 10);
        QVERIFY2(said().contains(u" more"_s), qPrintable(said()));
        const int more = QRegularExpression(u"and (\\d+) more"_s).match(said()).captured(1).toInt();
        own(1);
        QVERIFY2(said().contains(u"and %1 more"_s.arg(more + 1)), qPrintable(said()));
    }

    // OPS-2: the reviewer of a join sees whether the tenant has room, or that this can't be told from here.
    void aJoinNeedsRoom()
    {
        const TenantRow &tenant = m_session->world().tenants[1];
        ApplicationRow row = pending().at(0);
        row.applicationKind = u"join"_s;
        row.tenantId = tenant.id;
        const QList<Scope> all{{ScopeKind::Tenant, tenant.id.uuid(), tenant.id.uuid()}};
        const auto room = [&](const QList<Scope> &held) {
            for (const CheckItem &item : checked(row, ApplicationChecks(m_session->snapshot(), true, held)))
                if (item.sentence.contains(u"room"_s))
                    return item;
            return CheckItem();
        };
        const auto agree = [&](const QString &members) {
            SettingRow setting;
            setting.id = QUuid(u"01a1fddf-0000-7000-8000-0000000000aa"_s);
            setting.tenantId = tenant.id;
            setting.key = u"quotas"_s;
            setting.value = u"{\"members\": %1}"_s.arg(members);
            m_session->apply({{setting}, {}});
        };
        const auto snapshot = m_session->snapshot();
        const auto members = int(snapshot->usersOf(snapshot->findTenant(tenant.id)).size());
        agree(QString::number(members + 1));
        QCOMPARE(room(all).state, CheckState::Passed);
        const QLocale locale;
        QCOMPARE(room(all).detail,
                 u"%1 of %2 members"_s.arg(locale.toString(members), locale.toString(members + 1)));
        agree(QString::number(members));
        QCOMPARE(room(all).state, CheckState::Failed);
        agree(u"null"_s);
        QCOMPARE(room(all).state, CheckState::Passed);
        QCOMPARE(room({}).state, CheckState::Unknown);
        // What was followed says the same.
        ApplicationChecks followed(m_session->snapshot(), true);
        agree(QString::number(members));
        followed.follow(m_session->snapshot(), all);
        QCOMPARE(failures(checked(row, followed)).size(),
                 failures(checked(row, ApplicationChecks(m_session->snapshot(), true, all))).size());
        QCOMPARE(followed.hasRoom(tenant.id, {}).state, CheckState::Failed);
    }

    // A kind that this console doesn't know shows its form and is decided by nobody.
    void unknownKinds()
    {
        ApplicationRow row = pending().at(0);
        row.applicationKind = u"moon_landing"_s;
        row.form = {{u"crew"_s, 3}};
        const ApplicationKind &kind = applicationKind(row.applicationKind);
        QVERIFY(!isKnownKind(row.applicationKind));
        QVERIFY(!decides({m_session->userId(), {}, {}, true}, row));
        const QList<ApplicationField> fields = kind.fields(row, *m_session->snapshot());
        QCOMPARE(fields.constFirst().name, u"crew"_s);
        QCOMPARE(fields.constFirst().value, u"3"_s);
        QCOMPARE(kind.subject(row), row.id.toString());
        QVERIFY(!kind.sentence(row, *m_session->snapshot()).isEmpty());
    }

    // Every kind says everything that its form holds.
    void knownKindsShowTheForm()
    {
        const ApplicationRow row = pending().at(0);
        const ApplicationKind &kind = applicationKind(row.applicationKind);
        QStringList values;
        for (const ApplicationField &field : kind.fields(row, *m_session->snapshot())) {
            QVERIFY(!field.name.isEmpty());
            values.append(field.value);
        }
        for (const QString &field : {u"name"_s, u"code"_s, u"domain"_s, u"department"_s, u"use"_s,
                                     u"contact_name"_s, u"contact_details"_s, u"contact_email"_s})
            QVERIFY2(values.contains(row.form.value(field).toString()), qPrintable(field));
        QVERIFY(values.contains(row.reason));
        QVERIFY(
            kind.sentence(row, *m_session->snapshot()).contains(row.form.value(u"department"_s).toString()));
    }
};

QTEST_MAIN(TestApplicationChecks)
#include "tst_applicationchecks.moc"
