// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/models/queuewords.h"
#include "ui/pages/organizations/organizationcommands.h"
#include "ui/pages/spaces/membercommands.h"

#include <QJsonArray>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

// INB-6: two people edited the same thing; the later one sees both versions, field by field, and chooses.
class TestConflictDialog : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<test::FixedSession> m_session;
    CommandId m_command;
    std::unique_ptr<ConflictDialog> m_dialog;

    static Error conflict(const QUuid &record, const QString &group, int now)
    {
        Error error{ErrorClass::Business, u"command.conflict"_s, {}, {}};
        error.parameters = {{u"record"_s, record.toString(QUuid::WithoutBraces)},
                            {u"group"_s, group},
                            {u"seen"_s, now - 1},
                            {u"now"_s, now}};
        return error;
    }
    void giveAndRefuse(const Command &command, const QList<Error> &errors)
    {
        m_command = m_session->submit(command);
        m_session->answer(m_command, errors);
    }
    void open()
    {
        m_dialog = std::make_unique<ConflictDialog>(*m_session, m_command);
        m_dialog->show();
    }
    void save() { QTest::mouseClick(saveButton(), Qt::LeftButton); }
    [[nodiscard]] QPushButton *saveButton() const
    {
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>())
            if (button->isDefault())
                return button;
        return nullptr;
    }
    [[nodiscard]] std::optional<Command> resubmitted() const
    {
        const QueuedCommand last = m_session->commands().constLast();
        return last.id() == m_command ? std::nullopt : std::optional(last.command);
    }
    [[nodiscard]] OrganizationRow organization(const QString &name) const
    {
        const directory::SnapshotPtr snapshot = m_session->snapshot();
        for (const auto index : snapshot->organizations())
            if (snapshot->organization(index).name() == name)
                return snapshot->organization(index).row();
        return {};
    }
    [[nodiscard]] QStringList labels() const
    {
        QStringList names;
        for (const ConflictField &field : fields())
            names.append(field.label);
        return names;
    }
    [[nodiscard]] QList<ConflictField> fields() const
    {
        for (const QueuedCommand &queued : m_session->commands())
            if (queued.id() == m_command)
                return conflictFields(*m_session, queued.command);
        return {};
    }
    static QString in(const OrganizationRow &row) { return u"in/"_s + row.id.toString(); }

    /// The member is in one department; I add another, a colleague adds a third, which raises the counter
    /// to 2.
    void conflictOfMemberships(const OrganizationRow &mine, const OrganizationRow &theirs,
                               bool primaryToo = false)
    {
        const UserId user = m_session->world().personas.at(5).userId;
        const directory::SnapshotPtr seen = m_session->snapshot();
        const directory::UserMembership &first = seen->membershipsOf(seen->findUser(user)).front();
        const OrganizationId home = seen->organization(first.organization).id();
        const QString role = seen->membership(first.membership).role();
        const Command command = makeMemberships(seen, user, {{home, role}, {mine.id, u"leader"_s}},
                                                primaryToo ? mine.id : home, u"调岗"_s);
        MembershipRow added;
        added.id = makeUuid7(m_session->now());
        added.tenantId = theirs.tenantId;
        added.userId = user;
        added.organizationId = theirs.id;
        added.role = u"member"_s;
        UserRow row = seen->user(seen->findUser(user)).row();
        row.versionMemberships = 2;
        m_session->apply({{added, row}, {}});
        giveAndRefuse(command, {conflict(user.uuid(), u"memberships"_s, 2)});
    }
    static QHash<QString, QString> roles(const Command &command)
    {
        QHash<QString, QString> found;
        for (const QJsonValue &each : command.payload.value(u"memberships"_s).toArray())
            found.insert(each[u"organization_id"_s].toString(), each[u"role"_s].toString());
        return found;
    }

private Q_SLOTS:
    void init() { m_session = std::make_unique<test::FixedSession>(u"tenant_administrator"_s); }
    void cleanup() { m_dialog.reset(); }

    // ORG-3: the choice is per organization, and what a colleague added stays unless it is chosen away.
    void membershipsAreChosenOneByOne()
    {
        const OrganizationRow mine = organization(u"评测集维护"_s), theirs = organization(u"性能测试组"_s);
        conflictOfMemberships(mine, theirs);
        open();
        QCOMPARE(m_dialog->table()->choiceOf(in(mine)), ConflictTable::Mine);
        QCOMPARE(m_dialog->table()->choiceOf(in(theirs)), ConflictTable::Theirs);
        save();
        const auto both = resubmitted();
        QVERIFY(both);
        QCOMPARE(roles(*both).size(), 3);
        QCOMPARE(roles(*both).value(mine.id.toString()), u"leader"_s);
        QCOMPARE(roles(*both).value(theirs.id.toString()), u"member"_s);
        const QString user = both->payload.value(u"user_id"_s).toString();
        QCOMPARE(both->seen, (QJsonObject{{user, QJsonObject{{u"memberships"_s, 2}}}}));
    }

    void oneMembershipCanBeTakenWithoutTheOther()
    {
        const OrganizationRow mine = organization(u"评测集维护"_s), theirs = organization(u"性能测试组"_s);
        conflictOfMemberships(mine, theirs);
        open();
        m_dialog->table()->choose(in(theirs), ConflictTable::Mine); // which means: not in it
        save();
        QVERIFY(resubmitted());
        QVERIFY(!roles(*resubmitted()).contains(theirs.id.toString()));
        QCOMPARE(roles(*resubmitted()).size(), 2);
    }

    // Who opens it and presses Enter or the space bar loses nothing.
    void theHarmlessChoiceHasTheFocus()
    {
        conflictOfMemberships(organization(u"评测集维护"_s), organization(u"性能测试组"_s));
        open();
        QApplication::setActiveWindow(m_dialog.get());
        auto *focused = qobject_cast<QPushButton *>(m_dialog->focusWidget());
        QVERIFY(focused);
        QCOMPARE(focused->text(), ConflictDialog::tr("Decide later"));
    }

    void nothingChosenLetsTheCommandGo()
    {
        const OrganizationRow mine = organization(u"评测集维护"_s);
        conflictOfMemberships(mine, organization(u"性能测试组"_s));
        open();
        m_dialog->table()->choose(in(mine), ConflictTable::Theirs);
        save();
        QVERIFY(!resubmitted());
        QCOMPARE(m_session->commands().constLast().state, CommandState::Discarded);
    }

    // Choices that don't go together are said before the server says it.
    void thePrimaryMustBeAmongThem()
    {
        const OrganizationRow mine = organization(u"评测集维护"_s);
        conflictOfMemberships(mine, organization(u"性能测试组"_s), true);
        open();
        QVERIFY(saveButton()->isEnabled());
        m_dialog->table()->choose(in(mine), ConflictTable::Theirs);
        QVERIFY(!saveButton()->isEnabled());
        QVERIFY(!saveButton()->accessibleDescription().isEmpty());
        m_dialog->table()->choose(u"primary_organization_id"_s, ConflictTable::Theirs);
        QVERIFY(saveButton()->isEnabled());
    }

    // A pull must not undo what was chosen; where the value changed again, the person is asked again.
    void choicesOutliveAPull()
    {
        const OrganizationRow mine = organization(u"评测集维护"_s), theirs = organization(u"性能测试组"_s);
        conflictOfMemberships(mine, theirs);
        open();
        ConflictTable *table = m_dialog->table();
        table->choose(in(mine), ConflictTable::Theirs);
        table->choose(in(theirs), ConflictTable::Mine);
        OrganizationRow other = organization(u"技术中心"_s);
        other.name = u"技术一中心"_s;
        m_session->apply({{other}, {}});
        QCOMPARE(table->choiceOf(in(mine)), ConflictTable::Theirs);
        QCOMPARE(table->choiceOf(in(theirs)), ConflictTable::Mine);

        const directory::SnapshotPtr snapshot = m_session->snapshot();
        const auto user = snapshot->findUser(m_session->world().personas.at(5).userId);
        for (const directory::UserMembership &each : snapshot->membershipsOf(user)) {
            MembershipRow row = snapshot->membership(each.membership).row();
            row.role = u"leader"_s;
            if (row.organizationId == theirs.id)
                m_session->apply({{row}, {}});
        }
        QCOMPARE(table->choiceOf(in(theirs)), ConflictTable::Theirs);
        QCOMPARE(table->choiceOf(in(mine)), ConflictTable::Theirs);
    }

    // Edits of different fields merge: only what is chosen is sent, with the counters of what it touches.
    void editsSendOnlyWhatIsChosen()
    {
        OrganizationRow row = organization(u"性能测试组"_s);
        const UserId leader = m_session->world().personas.at(5).userId;
        const auto command = makeEdit(m_session->snapshot(), row.id,
                                      {u"性能与容量组"_s, u"CAPACITY"_s, row.description, leader});
        row.code = u"THEIRS"_s;
        row.version = row.versionDetails = 2;
        m_session->apply({{row}, {}});
        giveAndRefuse(*command, {conflict(row.id.uuid(), u"details"_s, 2)});
        open();
        QCOMPARE(m_dialog->table()->choiceOf(u"name"_s), ConflictTable::Mine);
        QCOMPARE(m_dialog->table()->choiceOf(u"code"_s), ConflictTable::Theirs);
        m_dialog->table()->choose(u"leader_id"_s, ConflictTable::Theirs);
        save();
        QCOMPARE(resubmitted()->payload.keys(), (QStringList{u"name"_s, u"organization_id"_s}));
        QCOMPARE(resubmitted()->seen, (QJsonObject{{row.id.toString(), QJsonObject{{u"details"_s, 2}}}}));
    }

    // "R&D" and "RD" are two names (INB-6).
    void ampersandsAreShown()
    {
        ConflictTable table;
        table.setFields({{u"name"_s, u"Name"_s, u"R"_s, u"RD"_s, u"R&D"_s}});
        QStringList shown;
        for (const QRadioButton *button : table.findChildren<QRadioButton *>())
            shown += button->text();
        QCOMPARE(shown, (QStringList{u"RD"_s, u"R&&D"_s}));
    }

    // A command without fields is carried out or let go as a whole.
    void deletingIsAChoiceToo()
    {
        OrganizationRow row = organization(u"评测集维护"_s);
        const Command command = makeDelete(*m_session, row.id);
        row.name = u"评测集维护二组"_s;
        row.version = row.versionDetails = 2;
        m_session->apply({{row}, {}});
        giveAndRefuse(command, {conflict(row.id.uuid(), u"details"_s, 2)});
        QCOMPARE(fields().size(), 1);
        QVERIFY(fields().constFirst().now.contains(u"评测集维护二组"_s));
        open();
        QCOMPARE(m_dialog->table()->chosenKeys(), QStringList()); // never by itself
        m_dialog->table()->choose(u"whole"_s, ConflictTable::Mine);
        save();
        QCOMPARE(resubmitted()->kind, u"organization_delete"_s);
        QCOMPARE(resubmitted()->seen.value(row.id.toString())[u"details"_s].toInt(), 2);
    }

    // The server says what it saw before the pull brings it: until then there is nothing to compare with.
    void waitsForTheNewerVersion()
    {
        OrganizationRow row = organization(u"性能测试组"_s);
        giveAndRefuse(makeSetEnabled(*m_session, row.id, false), {conflict(row.id.uuid(), u"status"_s, 2)});
        open();
        QVERIFY(!saveButton()->isEnabled());
        row.version = row.versionStatus = 2;
        m_session->apply({{row}, {}});
        QVERIFY(saveButton()->isEnabled());
    }

    // Several grants of one command in conflict, one of them given by somebody else meanwhile: all are shown,
    // each is chosen.
    void everyGrantInConflictIsShown()
    {
        const directory::SnapshotPtr seen = m_session->snapshot();
        const GrantRow *first = nullptr;
        QList<GrantRow> there;
        for (const GrantRow &grant : m_session->world().grants)
            if (grant.objectKind == ObjectKind::Space && grant.role != Role::Owner &&
                (there.isEmpty() || grant.spaceId == there.constFirst().spaceId))
                there.append(grant);
        QVERIFY(there.size() >= 3);
        first = &there.constFirst();
        const auto wish = [](const GrantRow &grant, Role role) {
            return GrantWish{
                grant.id, grant.objectKind, grant.objectId, grant.subjectKind, grant.subjectId, role, {}};
        };
        Command command =
            grantsSet(first->spaceId, {wish(there[0], Role::Commenter), wish(there[1], Role::Commenter),
                                       wish(there[2], Role::Commenter)});
        // The third was new to me: somebody gave it meanwhile, with an ID of its own.
        QJsonArray wishes = command.payload.value(u"grants"_s).toArray();
        QJsonObject third = wishes[2].toObject();
        const GrantId newId = GrantId::make(m_session->now());
        third[u"grant_id"_s] = newId.toString();
        wishes[2] = third;
        command.payload[u"grants"_s] = wishes;
        for (int i = 0; i < 2; ++i) {
            command.see(there[i].id.uuid(), {}, there[i].version);
            command.before.insert(
                there[i].id.toString(),
                QJsonObject{{u"role"_s, QString(wireName(there[i].role))}, {u"expires_at"_s, QJsonValue()}});
        }
        command.before.insert(newId.toString(), QJsonObject{{u"role"_s, u"none"_s}});
        GrantRow a = there[0], b = there[1], c = there[2];
        for (GrantRow *grant : {&a, &b, &c}) {
            grant->role = Role::Guest;
            grant->version = 7;
        }
        b.expiresAt = m_session->now() + std::chrono::hours(24);
        m_session->apply({{a, b, c}, {}});
        giveAndRefuse(command, {conflict(a.id.uuid(), {}, 7), conflict(b.id.uuid(), {}, 7),
                                conflict(c.id.uuid(), {}, 7)});
        open();
        const QString roleOfA = a.id.toString() + u"/role"_s, roleOfB = b.id.toString() + u"/role"_s,
                      roleOfC = newId.toString() + u"/role"_s;
        for (const QString &key : {roleOfA, roleOfB, roleOfC})
            QCOMPARE(m_dialog->table()->choiceOf(key), ConflictTable::Theirs);
        m_dialog->table()->choose(roleOfB, ConflictTable::Mine);
        m_dialog->table()->choose(roleOfC, ConflictTable::Mine);
        save();
        QVERIFY(resubmitted());
        const QJsonArray kept = resubmitted()->payload.value(u"grants"_s).toArray();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept[0][u"grant_id"_s].toString(), b.id.toString());
        QCOMPARE(kept[0][u"role"_s].toString(), u"commenter"_s);
        QCOMPARE(qint64(kept[0][u"expires_at"_s].toDouble()),
                 toMicroseconds(*b.expiresAt));                       // theirs: it wasn't chosen
        QCOMPARE(kept[1][u"grant_id"_s].toString(), c.id.toString()); // changed, not doubled
        QCOMPARE(resubmitted()->seen.keys().size(), 2);
        QCOMPARE(resubmitted()->seen.value(c.id.toString())[""_L1].toInt(), 7);
    }

    // 500 grants in one command: those that nobody disputes are summed up, and all are sent.
    void manyGrants()
    {
        const SpaceId space = m_session->world().spaces.front().id;
        QList<GrantWish> wishes;
        for (int i = 0; i < 500; ++i)
            wishes.append({GrantId::make(m_session->now()),
                           ObjectKind::Space,
                           space.uuid(),
                           SubjectKind::User,
                           m_session->world().users[size_t(i) % 200].id.uuid(),
                           Role::Viewer,
                           {}});
        giveAndRefuse(grantsSet(space, wishes), {conflict(QUuid::createUuid(), {}, 2)});
        open();
        QVERIFY(m_dialog->findChildren<QRadioButton *>().size() < 100);
        QVERIFY(m_dialog->table()->chosenKeys().size() > 100);
    }

    // A grant that went meanwhile can be given again: as a new one.
    void aGrantThatIsGoneComesBackAsANewOne()
    {
        GrantRow grant;
        for (const GrantRow &each : m_session->world().grants)
            if (each.objectKind == ObjectKind::Space && each.role != Role::Owner)
                grant = each;
        Command command = grantsSet(grant.spaceId, {{grant.id,
                                                     grant.objectKind,
                                                     grant.objectId,
                                                     grant.subjectKind,
                                                     grant.subjectId,
                                                     Role::Commenter,
                                                     {}}});
        command.see(grant.id.uuid(), {}, grant.version);
        giveAndRefuse(command, {Error{ErrorClass::Business, u"grant.gone"_s, u"grants[0]"_s, {}}});
        QVERIFY(isConflict(m_session->commands().constLast()));
        m_session->apply({{}, {{RowKind::Grant, grant.id.uuid()}}});
        sync::SyncState state = m_session->state();
        state.lastSync = m_session->now() + std::chrono::seconds(1);
        m_session->setState(state);
        open();
        m_dialog->table()->choose(grant.id.toString() + u"/role"_s, ConflictTable::Mine);
        save();
        QVERIFY(resubmitted());
        QVERIFY(resubmitted()->payload.value(u"grants"_s)[0][u"grant_id"_s].toString() !=
                grant.id.toString());
        QVERIFY(resubmitted()->seen.isEmpty());
    }

    // APP-1: texts follow the language while the dialog is open, choices stay.
    void languageChangeKeepsChoices()
    {
        const OrganizationRow mine = organization(u"评测集维护"_s);
        conflictOfMemberships(mine, organization(u"性能测试组"_s));
        open();
        m_dialog->table()->choose(in(mine), ConflictTable::Theirs);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_dialog.get(), &change);
        QCOMPARE(m_dialog->table()->choiceOf(in(mine)), ConflictTable::Theirs);
    }
};

QTEST_MAIN(TestConflictDialog)
#include "tst_conflictdialog.moc"
