// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NOT-3: who is told of what, and that it holds what the table demands. One function for each row whose
// command exists; tests/README.md maps the rows.
#include "core/domain/membercommands.h"
#include "core/domain/notificationkinds.h"
#include "core/domain/notificationtext.h"
#include "core/domain/rolegroupcommands.h"
#include "tests/schema/leaverworld.h"

#include <QJsonDocument>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestNotificationEvents : public QObject
{
    Q_OBJECT

    LeaverWorld w;
    QString m_before; ///< the newest notification before the test

    struct Event
    {
        QString to; ///< names, sorted; or the number of a scope
        QJsonObject parameters;
        NotificationText text;

        [[nodiscard]] bool says(const QString &part) const
        {
            QString all = text.title;
            for (const NotificationText::Line &line : text.lines)
                all += u'\n' + line.label + u' ' + line.value;
            return all.contains(part);
        }
    };

    /// The events of a kind since the test began, oldest first.
    [[nodiscard]] QList<Event> events(const QString &kind)
    {
        const auto rows = w.cluster().ownerConnection()->exec(
            u"select coalesce(n.audience_scope_kind::text, (select string_agg(u.name, ',' order by u.name) "
            u"from app.users as u where u.id = any (n.audience_user_ids))), n.parameters,"
            " app.names_in(n.parameters) from app.notifications as n where n.kind = ? and n.id::text > ? order by n.id"_s,
            {kind, m_before});
        QList<Event> found;
        for (const QVariantList &row : rows->rows) {
            const auto json = [&row](int column) {
                return QJsonDocument::fromJson(row[column].toString().toUtf8()).object();
            };
            const QJsonObject names = json(2);
            const NotificationWords words = wordsOfMoment(
                [names](const QUuid &id) { return names[id.toString(QUuid::WithoutBraces)].toString(); });
            found.append({row[0].toString(), json(1), notificationText(kind, json(1), words)});
        }
        return found;
    }
    [[nodiscard]] Event theOnly(const QString &kind)
    {
        const QList<Event> found = events(kind);
        return found.size() == 1 ? found.first() : Event{u"%1 events"_s.arg(found.size()), {}, {}};
    }
    void mustBeDone(const Answer &answer) const { QVERIFY2(answer.isDone(), qPrintable(answer.text())); }

    QString submit(const Person &person, const QString &code)
    {
        const QJsonObject form = w.tenantForm(u"租户 "_s + code, code);
        mustBeDone(w.execute(person, {u"tenant_application_submit"_s, form}));
        return form["application_id"_L1].toString();
    }
    void decide(const QString &application, const QString &decision, const QString &comment)
    {
        mustBeDone(w.execute(
            w.root, {u"application_decide"_s,
                     {{u"application_id"_s, application}, {u"decision"_s, decision}, {u"comment"_s, comment}},
                     w.seen(application)}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void init()
    {
        w.prepare();
        m_before = w.must(u"select coalesce(max(id::text), '') from app.notifications"_s);
    }
    void cleanup()
    {
        // Whatever was told holds what its kind declares.
        const auto rows = w.cluster().ownerConnection()->exec(
            u"select n.kind, n.parameters from app.notifications as n where n.id::text > ?"_s, {m_before});
        for (const QVariantList &row : rows->rows) {
            const QJsonObject parameters = QJsonDocument::fromJson(row[1].toString().toUtf8()).object();
            QVERIFY2(findNotificationKind(row[0].toString()), qPrintable(row[0].toString()));
            for (const QString &name : notificationHolds(row[0].toString()))
                QVERIFY2(parameters.contains(name), qPrintable(row[0].toString() + u": "_s + name));
        }
    }

    void applicationDecided() // NOT-3 row 1, TEN-7
    {
        const Person first = w.addPerson(u"First Applicant"_s), second = w.addPerson(u"Second Applicant"_s);
        const QString good = submit(first, u"good"_s), bad = submit(second, u"bad"_s);
        decide(good, u"approve"_s, u"欢迎"_s);
        decide(bad, u"reject"_s, u"名称不合适"_s);
        const Event approved = theOnly(u"application_approved"_s),
                    rejected = theOnly(u"application_rejected"_s);
        QCOMPARE(approved.to, u"First Applicant"_s);
        QVERIFY(approved.says(u"欢迎"_s) && approved.says(u"租户 good"_s));
        QCOMPARE(rejected.to, u"Second Applicant"_s);
        QVERIFY(rejected.says(u"名称不合适"_s));
    }

    void applicationSubmitted() // NOT-3 row 2: the age is the event's own
    {
        const Person person = w.addPerson(u"Applicant"_s);
        const QString application = submit(person, u"asked"_s);
        const Event event = theOnly(u"application_submitted"_s);
        QCOMPARE(event.to, u"2"_s); // the platform, in one row
        QVERIFY(event.says(u"Applicant"_s) && event.says(u"租户 asked"_s));
        QCOMPARE(
            w.must(
                u"select n.at = a.submitted_at from app.notifications as n, app.applications as a where a.id = ? and n.parameters ->> 'application_id' = a.id::text"_s,
                {application}),
            u"t"_s);
    }

    void tenantCreated() // NOT-3 row 3
    {
        const QString application = submit(w.addPerson(u"New Administrator"_s), u"made"_s);
        decide(application, u"approve"_s, {});
        const Event event = theOnly(u"tenant_created"_s);
        QCOMPARE(event.to, u"New Administrator"_s);
        QVERIFY(event.says(u"租户 made"_s) && event.says(u"Basic"_s) && event.says(u"spaces 10"_s));
    }

    void organizationCreated() // NOT-3 row 5
    {
        mustBeDone(
            w.give(w.adminA,
                   organizationCreate(
                       CommandWorld::organizationId(w.newId()), CommandWorld::tenantId(w.tenantA),
                       CommandWorld::organizationId(w.department),
                       {u"新部门"_s, u"new_"_s + w.newId().right(6), {}, CommandWorld::userId(w.memberA)})));
        const Event event = theOnly(u"organization_created"_s);
        QCOMPARE(event.to, u"Leaver,Member A"_s); // the parent's leader, its own
        QVERIFY(event.says(u"新部门"_s) && event.says(u"Tenant A / Led / 新部门"_s));
    }

    void membershipsChanged() // NOT-3 row 6
    {
        const Person person = w.addMember(u"Moved"_s);
        w.addGrant(w.otherSpace, u"organization"_s, w.department, u"editor"_s);
        mustBeDone(w.give(w.adminA,
                          w.seeingMemberships(
                              membershipsSet(CommandWorld::userId(person), CommandWorld::tenantId(w.tenantA),
                                             {{CommandWorld::organizationId(w.department), u"member"_s}},
                                             CommandWorld::organizationId(w.department), u"调整"_s),
                              person)));
        const Event event = theOnly(u"memberships_changed"_s);
        QCOMPARE(event.to, u"Moved"_s);
        QVERIFY(event.says(u"Before Tenant A"_s) && event.says(u"Now Led"_s) &&
                event.says(u"no permission → editor"_s) && event.says(u"调整"_s));
    }

    void passwordChanged() // NOT-3 row 11, SEC-5
    {
        const Person person = w.addMember(u"Changed"_s);
        w.must(u"select count(*) from worker.foreign_passwords()"_s);
        QVERIFY(w.connect(person)->exec(u"alter role current_user password 'set by whoever sat there'"_s));
        w.must(u"select count(*) from worker.foreign_passwords()"_s);
        const Event event = theOnly(u"password_changed"_s);
        QCOMPARE(event.to, u"Changed"_s);
        QVERIFY(event.says(u"past the console"_s));
    }

    void ownershipTransferred() // NOT-3 row 12
    {
        mustBeDone(w.give(w.leaver, w.seeingSpace(spaceTransfer(CommandWorld::spaceId(w.space),
                                                                CommandWorld::userId(w.memberA)),
                                                  w.space)));
        const Event event = theOnly(u"ownership_transferred"_s);
        QCOMPARE(event.to, u"Leaver,Member A"_s); // both
        QVERIFY(event.says(u"space"_s) && event.says(u"Owner before Leaver"_s) &&
                event.says(u"Owner now Member A"_s));
    }

    void grantAboutToExpire() // NOT-3 row 12, MEM-7
    {
        const QString grant = w.addGrant(w.space, u"user"_s, w.memberA.id, u"editor"_s);
        w.must(
            u"update app.grants set expires_at = app.now() + interval '6 days', granted_at = app.now() - interval '30 days' where id = ?"_s,
            {grant});
        w.must(u"select worker.remind_of_expiries()"_s);
        const Event event = theOnly(u"grant_expiring"_s);
        QCOMPARE(event.to, u"Leaver,Member A"_s); // granter and holder
        QVERIFY(event.says(u"space"_s) && event.says(u"Member A"_s) && event.says(u"Role editor"_s) &&
                event.says(u"20"_s));
    }

    void suspensionAndHandover() // ACC-9, ORG-7
    {
        mustBeDone(w.give(w.adminA, w.suspending(w.leaver)));
        QCOMPARE(theOnly(u"account_suspended"_s).to, u"Leaver"_s);
        const Event due = theOnly(u"handover_due"_s);
        QCOMPARE(due.to, u"Admin A"_s);
        QVERIFY(due.says(u"Leaver"_s) && due.says(u"Spaces 1"_s) && due.says(u"Led"_s));
        mustBeDone(w.give(w.adminA, w.suspending(w.leaver, false)));
        QCOMPARE(theOnly(u"account_reactivated"_s).to, u"Leaver"_s);
    }

    void roleGroups() // GRP-1
    {
        const QString group = w.addGroup(w.tenantA, {w.leaver.id});
        mustBeDone(w.give(w.adminA, roleGroupMembersSet(RoleGroupId(QUuid(group)),
                                                        {{SubjectKind::User, QUuid(w.memberA.id)}},
                                                        {{SubjectKind::User, QUuid(w.leaver.id)}})));
        QCOMPARE(theOnly(u"role_group_joined"_s).to, u"Member A"_s);
        QCOMPARE(theOnly(u"role_group_left"_s).to, u"Leaver"_s);
    }

    void outsiderRemoved() // EXT-1
    {
        mustBeDone(w.give(
            w.adminA, outsiderRemove(CommandWorld::userId(w.outsider), CommandWorld::tenantId(w.tenantA))));
        const Event event = theOnly(u"outsider_removed"_s);
        QCOMPARE(event.to, u"Outsider"_s);
        QVERIFY(event.says(u"Tenant A"_s) && event.says(u"Space A"_s));
    }
};

QTEST_GUILESS_MAIN(TestNotificationEvents)
#include "tst_notificationevents.moc"
