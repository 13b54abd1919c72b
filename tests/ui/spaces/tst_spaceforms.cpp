// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SPC-1, SPC-2, SPC-10, SPC-12, INB-6, ERR-2, ERR-3
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/pages/spaces/creationsettingsdialog.h"
#include "ui/pages/spaces/modulesdialog.h"
#include "ui/pages/spaces/ownerdialog.h"
#include "ui/pages/spaces/spacechoices.h"
#include "ui/pages/spaces/spaceform.h"
#include "ui/widgets/avatarpicker.h"
#include "ui/widgets/banner.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::spaces;
using test::FixedSession;

class SpaceFormsTest final : public QObject
{
    Q_OBJECT

    static Error refused(const QString &code, const QString &field = {})
    {
        return {ErrorClass::Business, code, field, {}};
    }

    /// A space with guests and resources that the actor owns.
    static SpaceRow ownSpace(FixedSession &session)
    {
        directory::Delta delta = test::newSpace(test::rowOf(session, test::busySpace(session)),
                                                u"自己的空间"_s, session.userId(), 7, session.now());
        SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
        space.description = u"原来的描述"_s;
        space.edition = u"basic"_s;
        space.versionDetails = 4;
        space.versionModules = 5;
        space.versionOwner = 6;
        delta.upserted.emplace_back(space);
        session.apply(delta);
        return space;
    }
    static void addGuests(FixedSession &session, const SpaceRow &space, int count)
    {
        directory::Delta delta;
        for (int i = 0; i < count; ++i)
            delta.upserted.emplace_back(test::grantOn(space, SubjectKind::User,
                                                      session.world().users.at(size_t(20 + i)).id.uuid(),
                                                      Role::Guest, session.now()));
        session.apply(delta);
    }
    static void set(FixedSession &session, TenantId tenant, const QString &key, const QString &value,
                    int version = 1)
    {
        SettingRow row;
        row.id = QUuid::createUuid();
        row.tenantId = tenant;
        row.key = key;
        row.value = value;
        row.version = version;
        directory::Delta delta;
        delta.upserted.emplace_back(row);
        session.apply(delta);
    }
    template <class Edit>
    static Edit *field(const CommandDialog *dialog, const QString &name)
    {
        return qobject_cast<Edit *>(dialog->form()->field(name)->editor());
    }

private Q_SLOTS:
    void newSpacesHaveTheModuleOfThePlatform() // SPC-2
    {
        FixedSession session(u"tenant_administrator"_s);
        for (const QString &module : {u"bots"_s, u"abs"_s, u"automan"_s}) {
            std::unique_ptr<SpaceForm> form(SpaceForm::forNew(session, module, nullptr));
            QCOMPARE(field<ModuleChoice>(form.get(), u"modules"_s)->chosen(), QStringList{module});
        }
        std::unique_ptr<SpaceForm> form(SpaceForm::forNew(session, {}, nullptr));
        QVERIFY(field<ModuleChoice>(form.get(), u"modules"_s)->chosen().isEmpty());
    }

    void everyErrorIsAtItsField() // ERR-3
    {
        FixedSession session(u"tenant_administrator"_s);
        std::unique_ptr<SpaceForm> form(SpaceForm::forNew(session, {}, nullptr));
        field<QPlainTextEdit>(form.get(), u"description"_s)->setPlainText(QString(201, u'述'));
        form->save();
        QVERIFY(session.commands().isEmpty());
        for (const QString &name : {u"name"_s, u"description"_s, u"modules"_s})
            QVERIFY2(!form->form()->field(name)->error().isEmpty(), qPrintable(name));
        QVERIFY(form->form()->field(u"edition"_s)->error().isEmpty());
    }

    void createsFromTheKeyboard()
    {
        FixedSession session(u"tenant_administrator"_s);
        auto *form = SpaceForm::forNew(session, u"bots"_s, nullptr);
        QPointer<SpaceForm> open = form;
        form->open();
        QVERIFY(QTest::qWaitForWindowExposed(form));
        QTest::keyClicks(field<QLineEdit>(form, u"name"_s), u"Lab"_s);
        QSignalSpy given(form, &CommandDialog::given);
        QTest::keyClick(form, Qt::Key_Return);
        QCOMPARE(session.commands().size(), 1);
        const Command command = session.commands().first().command;
        QCOMPARE(command.kind, u"space_create"_s);
        QCOMPARE(command.payload["name"_L1].toString(), u"Lab"_s);
        QCOMPARE(command.payload["tenant_id"_L1].toString(), session.actor().tenantId.toString());
        QCOMPARE(command.payload["edition"_L1].toString(), u"basic"_s);
        QCOMPARE(command.payload["modules"_L1].toArray(), QJsonArray{u"bots"_s});
        // Enter again sends it once only, and the form waits for the answer.
        form->save();
        QCOMPARE(session.commands().size(), 1);
        QVERIFY(given.isEmpty());
        session.answer(session.commands().first().id());
        QCOMPARE(given.size(), 1);
        QTRY_VERIFY(open.isNull());
    }

    void refusalsKeepWhatWasTyped() // ERR-2, OPS-2
    {
        FixedSession session(u"tenant_administrator"_s);
        std::unique_ptr<SpaceForm> form(SpaceForm::forNew(session, u"abs"_s, nullptr));
        field<QLineEdit>(form.get(), u"name"_s)->setText(u"实验室"_s);
        form->save();
        const CommandId first = session.commands().constLast().id();
        session.answer(first, {refused(u"space.edition_beyond_plan"_s, u"edition"_s),
                               {ErrorClass::Business,
                                u"quota.spaces"_s,
                                {},
                                {{u"limit"_s, 10}, {u"used"_s, 10}, {u"wanted"_s, 1}}}});
        QVERIFY(form->result() != QDialog::Accepted);
        QVERIFY(!form->form()->field(u"edition"_s)->error().isEmpty());
        const auto *banner = form->findChild<Banner *>();
        QVERIFY(!banner->isHidden() && banner->accessibleName().contains(u"10"_s));
        QCOMPARE(field<QLineEdit>(form.get(), u"name"_s)->text(), u"实验室"_s);
        form->save();
        QVERIFY(session.commands().constLast().id() != first);
    }

    void withoutAConnectionItWaits() // INB-5
    {
        FixedSession session(u"tenant_administrator"_s);
        sync::SyncState state = session.state();
        state.online = false;
        session.setState(state);
        std::unique_ptr<SpaceForm> form(SpaceForm::forNew(session, u"bots"_s, nullptr));
        form->setAttribute(Qt::WA_DeleteOnClose, false);
        field<QLineEdit>(form.get(), u"name"_s)->setText(u"离线"_s);
        form->save();
        QCOMPARE(form->result(), int(QDialog::Accepted));
        QCOMPARE(session.commands().constLast().state, CommandState::Queued);
    }

    void editGivesOnlyWhatDiffers() // INB-6
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceRow space = ownSpace(session);
        std::unique_ptr<SpaceForm> form(SpaceForm::forEdit(session, space.id, nullptr));
        form->setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(field<QPlainTextEdit>(form.get(), u"description"_s)->toPlainText(), u"原来的描述"_s);
        QVERIFY(!form->form()->field(u"modules"_s)); // has a dialog of its own
        form->save();
        QVERIFY(session.commands().isEmpty());
        std::unique_ptr<SpaceForm> again(SpaceForm::forEdit(session, space.id, nullptr));
        field<QLineEdit>(again.get(), u"name"_s)->setText(u"新名"_s);
        again->save();
        const Command command = session.commands().constLast().command;
        QCOMPARE(command.payload.keys(), (QStringList{u"name"_s, u"space_id"_s}));
        QCOMPARE(command.seen[space.id.toString()].toObject(), (QJsonObject{{u"details"_s, 4}}));
        QCOMPARE(command.before["name"_L1].toString(), u"自己的空间"_s);
    }

    void theAvatarGoesAlong() // SPC-4
    {
        FixedSession session(u"tenant_administrator"_s);
        std::unique_ptr<SpaceForm> form(SpaceForm::forNew(session, u"bots"_s, nullptr));
        field<QLineEdit>(form.get(), u"name"_s)->setText(u"有图标"_s);
        form->avatar()->setChoice({AvatarChoice::Kind::Icon, AvatarPicker::offeredIcons().constFirst(), {}});
        form->save();
        const QJsonObject payload = session.commands().constLast().command.payload;
        QCOMPARE(payload["avatar_kind"_L1].toString(), u"icon"_s);
        QCOMPARE(payload["avatar_icon"_L1].toString(), AvatarPicker::offeredIcons().constFirst());
    }

    void conflictsAreShownSideBySide() // INB-6
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceRow space = ownSpace(session);
        QWidget window;
        auto *form = SpaceForm::forEdit(session, space.id, &window);
        field<QLineEdit>(form, u"name"_s)->setText(u"新名"_s);
        form->save();
        const CommandId id = session.commands().constLast().id();
        session.answer(id, {refused(u"command.conflict"_s)});
        auto *versions = window.findChild<ConflictDialog *>();
        QVERIFY(versions);
        QCOMPARE(session.commands().constLast().state, CommandState::NeedsAttention); // nothing is lost
    }

    void guestsMustBeSettledWhereBotsGoes() // SPC-12
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceRow space = ownSpace(session);
        addGuests(session, space, 2);
        ModulesDialog dialog(session, space.id, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        FormField *guests = dialog.form()->field(u"guests"_s);
        QVERIFY(guests->isHidden());
        dialog.modules()->choose({u"bots"_s, u"automan"_s});
        QVERIFY(guests->isHidden());
        dialog.modules()->choose({u"abs"_s});
        QVERIFY(!guests->isHidden());
        dialog.save();
        QVERIFY(session.commands().isEmpty());
        QVERIFY(!guests->error().isEmpty());
        QVERIFY(dialog.impact()->text().isEmpty()); // nothing is decided yet
        dialog.choose(GuestFate::Remove);
        QTRY_VERIFY(dialog.impact()->difference()); // PRM-5
        QCOMPARE(dialog.impact()->difference()->losing(), qsizetype(2));
        dialog.save();
        const Command command = session.commands().constLast().command;
        QCOMPARE(command.payload["modules"_L1].toArray(), QJsonArray{u"abs"_s});
        QCOMPARE(command.payload["guests"_L1].toString(), u"remove"_s);
        QCOMPARE(command.seen[space.id.toString()].toObject(), (QJsonObject{{u"modules"_s, 5}}));
    }

    void ownershipGoesToAnotherPerson() // SPC-10
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceRow space = ownSpace(session);
        OwnerDialog dialog(session, space.id, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.save();
        QVERIFY(!dialog.form()->field(u"user_id"_s)->error().isEmpty());
        dialog.person()->choose(session.userId());
        dialog.save();
        QVERIFY(!dialog.form()->field(u"user_id"_s)->error().isEmpty()); // the owner already
        const UserId other = session.world().personas.at(3).userId;
        QVERIFY(dialog.impact()->text().isEmpty());
        dialog.person()->choose(other);
        QTRY_VERIFY(dialog.impact()->difference()); // PRM-5
        QVERIFY(dialog.impact()->difference()->gaining() >= 1 &&
                dialog.impact()->difference()->losing() >= 1);
        dialog.save();
        const Command command = session.commands().constLast().command;
        QCOMPARE(command.kind, u"space_transfer"_s);
        QCOMPARE(command.payload["user_id"_L1].toString(), other.toString());
        QCOMPARE(command.before["user_id"_L1].toString(), session.userId().toString());
    }

    void onlyActivePeopleOfTheTenantAreOffered() // SPC-10
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceRow space = ownSpace(session);
        directory::Delta delta;
        QStringList wanted;
        int own = 0, others = 0;
        for (const UserRow &each : session.world().users) {
            UserRow user = each;
            if (user.tenantId == space.tenantId && user.status == UserStatus::Active && own < 3) {
                user.name = u"候选 %1"_s.arg(own);
                user.status = own == 0 ? UserStatus::Suspended : UserStatus::Active;
                if (own++ > 0)
                    wanted.append(user.name);
                delta.upserted.emplace_back(user);
            } else if (user.tenantId != space.tenantId && others++ == 0) {
                user.name = u"候选 elsewhere"_s;
                delta.upserted.emplace_back(user);
            }
        }
        session.apply(delta);
        OwnerDialog dialog(session, space.id, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        PersonPicker *picker = dialog.person();
        picker->setText(u"候选"_s);
        Q_EMIT picker->textEdited(u"候选"_s);
        QTRY_VERIFY(picker->found()->rowCount() > 0);
        QStringList offered;
        for (const explorer::Pick &pick : picker->found()->picks())
            offered.append(pick.name);
        offered.sort();
        QCOMPARE(offered, wanted);
    }

    void settingsGiveOnlyWhatWasChanged() // SPC-1, INB-6
    {
        FixedSession session(u"tenant_administrator"_s);
        const TenantId tenant = session.actor().administers;
        set(session, tenant, u"space_creation"_s, u"\"administrator\""_s, 3);
        CreationSettingsDialog dialog(session, tenant, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(dialog.form()->field(u"space_creators"_s)->isHidden());
        dialog.chooseWho(u"members"_s);
        QVERIFY(!dialog.form()->field(u"space_creators"_s)->isHidden());
        dialog.save();
        QVERIFY(!dialog.form()->field(u"space_creators"_s)->error().isEmpty());
        dialog.addCreator(session.world().personas.at(3).userId);
        dialog.setSpacesLimit(7);
        dialog.save();
        const Command command = session.commands().constLast().command;
        QCOMPARE(command.payload.keys(),
                 (QStringList{u"space_creation"_s, u"space_creators"_s, u"spaces_limit"_s, u"tenant_id"_s}));
        QCOMPARE(command.payload["spaces_limit"_L1].toInt(), 7);
        QCOMPARE(command.seen.size(), 1); // of the one that there is
    }

    void limitsSayWhyNothingCanBeCreated() // SPC-1, OPS-2
    {
        FixedSession session(u"tenant_administrator"_s);
        const TenantId tenant = session.actor().administers;
        set(session, tenant, u"quotas"_s, u"{\"spaces\": 1, \"tokens\": 5, \"modules\": [\"abs\"]}"_s);
        set(session, {}, u"space_editions"_s,
            u"{\"basic\": {\"tokens\": 5, \"data_gib\": 1}, \"standard\": {\"tokens\": 6, \"data_gib\": 1}, \"advanced\": {\"tokens\": null, \"data_gib\": 1}}"_s);
        const TenantLimits limits(session, tenant);
        QCOMPARE(limits.spaces().limit, std::optional(1));
        QVERIFY(limits.includesEdition(u"basic"_s));
        QVERIFY(!limits.includesEdition(u"standard"_s));
        QVERIFY(!limits.includesEdition(u"advanced"_s)); // unlimited is more than five
        QVERIFY(limits.includesModule(u"abs"_s) && !limits.includesModule(u"bots"_s));
        std::unique_ptr<SpaceForm> form(SpaceForm::forNew(session, {}, nullptr));
        const QList<QRadioButton *> editions = form->findChildren<QRadioButton *>();
        QVERIFY(editions.at(0)->isEnabled() && !editions.at(1)->isEnabled());
        QVERIFY(!editions.at(1)->toolTip().isEmpty());
    }

    void everythingIsReachableByKeyboard() // APP-2
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceRow space = ownSpace(session);
        addGuests(session, space, 1);
        ModulesDialog modules(session, space.id, nullptr);
        OwnerDialog owner(session, space.id, nullptr);
        CreationSettingsDialog settings(session, session.actor().administers, nullptr);
        std::unique_ptr<SpaceForm> form(SpaceForm::forNew(session, u"bots"_s, nullptr));
        for (QDialog *dialog : {static_cast<QDialog *>(form.get()), static_cast<QDialog *>(&modules),
                                static_cast<QDialog *>(&owner), static_cast<QDialog *>(&settings)}) {
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
            QVERIFY(QTest::qWaitForWindowExposed(dialog));
            QCOMPARE(test::unreachableControls(dialog), QStringList());
            QCOMPARE(test::unnamedControls(dialog), QStringList());
            dialog->close();
        }
    }
};

QTEST_MAIN(SpaceFormsTest)
#include "tst_spaceforms.moc"
