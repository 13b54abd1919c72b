// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/pages/organizations/membershipsdialog.h"
#include "ui/pages/organizations/organizationcommands.h"
#include "ui/pages/organizations/organizationform.h"
#include "ui/pages/organizations/organizationpane.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/organizations/organizationtreemodel.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QComboBox>
#include <QDialog>
#include <QTableView>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

using namespace tenantry;
using namespace tenantry::ui;
using namespace Qt::StringLiterals;

class TestOrganizationsPage : public QObject
{
    Q_OBJECT

    static OrganizationId idOf(const test::FixedSession &session, const QString &name)
    {
        for (const OrganizationRow &row : session.world().organizations)
            if (row.name == name)
                return row.id;
        return {};
    }
    static Error refused(const QString &code, const QString &field) { return {ErrorClass::Business, code, field, {}}; }

private Q_SLOTS:
    void finds() // ORG-2, MEM-2
    {
        test::FixedSession session(u"tenant_administrator"_s);
        OrganizationsPage page(session);
        auto *tree = page.findChild<QTreeView *>();
        auto *field = page.findChild<SearchField *>(u"organizationSearch"_s);
        Q_EMIT field->queryChanged(u"zidonghua"_s);
        QCOMPARE(static_cast<OrganizationTreeModel *>(tree->model())->idOf(tree->currentIndex()), idOf(session, u"自动化测试组"_s));
        Q_EMIT field->queryChanged(QString());
        QCOMPARE(static_cast<OrganizationTreeModel *>(tree->model())->idOf(tree->currentIndex()), idOf(session, u"自动化测试组"_s));
    }

    void nextHitEndsWhereThereIsNone() // ORG-2
    {
        test::FixedSession session(u"tenant_administrator"_s);
        OrganizationsPage page(session);
        auto *tree = page.findChild<QTreeView *>();
        const auto actions = page.findChildren<QAction *>();
        const auto next = std::find_if(actions.begin(), actions.end(), [](const QAction *action) { return action->shortcut() == QKeySequence(Qt::Key_F3); });
        QVERIFY(next != actions.end());
        const QModelIndex leader = tree->currentIndex().siblingAtColumn(1);
        QVERIFY(leader.isValid());
        tree->setCurrentIndex(leader);
        (*next)->trigger(); // would go round for ever
        QCOMPARE(tree->currentIndex(), leader);
        Q_EMIT page.findChild<SearchField *>(u"organizationSearch"_s)->queryChanged(u"组"_s);
        const QModelIndex first = tree->currentIndex();
        (*next)->trigger();
        QVERIFY(tree->currentIndex() != first);
    }

    void createKeepsWhatWasTypedWhenRefused() // ORG-1, ERR-2, ERR-3
    {
        test::FixedSession session(u"tenant_administrator"_s);
        const std::unique_ptr<OrganizationForm> form(OrganizationForm::forNew(session, idOf(session, u"技术中心"_s), nullptr));
        form->setAttribute(Qt::WA_DeleteOnClose, false);
        form->show();
        QVERIFY(form->form()->field(u"name"_s)->isEnabled());
        const auto edits = form->findChildren<QLineEdit *>();
        edits.at(0)->setText(u"测"_s);
        form->save();
        QVERIFY(!form->form()->field(u"name"_s)->error().isEmpty());
        QVERIFY(!form->form()->field(u"code"_s)->error().isEmpty()); // all at once
        QVERIFY(session.commands().isEmpty());

        edits.at(0)->setText(u"测试平台组"_s);
        edits.at(1)->setText(u"TESTPLAT"_s);
        form->save();
        QCOMPARE(session.commands().size(), 1);
        const QueuedCommand queued = session.commands().first();
        QCOMPARE(queued.command.kind, u"organization_create"_s);
        QCOMPARE(queued.command.payload.value(u"parent_id"_s).toString(), idOf(session, u"技术中心"_s).toString());
        session.answer(queued.id(), {refused(u"organization.name_taken"_s, u"name"_s)});
        QVERIFY(form->isVisible());
        QVERIFY(!form->form()->field(u"name"_s)->error().isEmpty());
        QCOMPARE(edits.at(0)->text(), u"测试平台组"_s);

        edits.at(0)->setText(u"测试平台二组"_s);
        form->save();
        session.answer(session.commands().last().id());
        QVERIFY(!form->isVisible());
    }

    void offlineItClosesAndWaits() // INB-5
    {
        test::FixedSession session(u"tenant_administrator"_s);
        sync::SyncState state = session.state();
        state.online = false;
        session.setState(state);
        const std::unique_ptr<OrganizationForm> form(OrganizationForm::forEdit(session, idOf(session, u"技术中心"_s), nullptr));
        form->setAttribute(Qt::WA_DeleteOnClose, false);
        form->show();
        form->findChildren<QLineEdit *>().at(0)->setText(u"技术一中心"_s);
        form->save();
        QVERIFY(!form->isVisible());
        QCOMPARE(session.commands().first().state, CommandState::Queued);
    }

    void commandsSayWhatWasSeen() // INB-6
    {
        test::FixedSession session(u"tenant_administrator"_s);
        const OrganizationId id = idOf(session, u"性能测试组"_s);
        const Command move = makeMove(session, id, idOf(session, u"技术中心"_s));
        QCOMPARE(move.seen.value(id.toString()).toObject(), (QJsonObject{{u"place"_s, 1}}));
        QCOMPARE(move.before.value(u"parent_id"_s).toString(), idOf(session, u"测试开发部"_s).toString());
        const directory::SnapshotPtr snapshot = session.snapshot();
        const auto view = snapshot->organization(snapshot->findOrganization(id));
        const UserId leader = view.leader().isValid() ? snapshot->user(view.leader()).id() : UserId();
        QVERIFY(!makeEdit(snapshot, id, {view.name(), view.code(), view.description(), leader}));
        const auto edit = makeEdit(snapshot, id, {u"性能与容量组"_s, view.code(), view.description(), leader});
        QVERIFY(edit);
        QCOMPARE(edit->payload.keys(), (QStringList{u"name"_s, u"organization_id"_s}));
        QCOMPARE(edit->seen.value(id.toString()).toObject(), (QJsonObject{{u"details"_s, 1}}));
    }

    void whatCameWhileTheFormWasOpenIsNotOverwritten() // INB-6
    {
        test::FixedSession session(u"tenant_administrator"_s);
        const OrganizationId id = idOf(session, u"性能测试组"_s);
        const std::unique_ptr<OrganizationForm> form(OrganizationForm::forEdit(session, id, nullptr));
        form->setAttribute(Qt::WA_DeleteOnClose, false);
        const directory::SnapshotPtr before = session.snapshot();
        OrganizationRow theirs = before->organization(before->findOrganization(id)).row();
        theirs.code = u"THEIRS"_s;
        theirs.version = theirs.versionDetails = 2;
        directory::Delta delta;
        delta.upserted = {theirs};
        session.apply(delta);
        form->findChildren<QLineEdit *>().at(0)->setText(u"性能与容量组"_s);
        form->save();
        QCOMPARE(session.commands().size(), 1);
        const Command command = session.commands().first().command;
        QCOMPARE(command.payload.keys(), (QStringList{u"name"_s, u"organization_id"_s})); // not their code
        QCOMPARE(command.seen.value(id.toString()).toObject(), (QJsonObject{{u"details"_s, 1}})); // so the server notices
    }

    // Two people edited the same thing: from the form straight to both versions, nothing typed is lost.
    void aConflictIsComparedAtOnce() // INB-6, ERR-2
    {
        test::FixedSession session(u"tenant_administrator"_s);
        const OrganizationId id = idOf(session, u"性能测试组"_s);
        const std::unique_ptr<OrganizationForm> form(OrganizationForm::forEdit(session, id, nullptr));
        form->setAttribute(Qt::WA_DeleteOnClose, false);
        form->show();
        form->findChildren<QLineEdit *>().at(0)->setText(u"性能与容量组"_s);
        form->save();
        Error conflict = refused(u"command.conflict"_s, {});
        conflict.parameters = {{u"record"_s, id.toString()}, {u"group"_s, u"details"_s}, {u"seen"_s, 1}, {u"now"_s, 2}};
        session.answer(session.commands().first().id(), {conflict});
        QVERIFY(!form->isVisible());
        QCOMPARE(session.commands().first().state, CommandState::NeedsAttention); // kept
        ConflictDialog *dialog = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<ConflictDialog *>(widget))
                dialog = found;
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->table()->choiceOf(u"name"_s), ConflictTable::Mine);
        delete dialog;
    }

    // What was sent at once can be taken back for a few seconds: by the opposite, which builds on it.
    void undoesOnline()
    {
        test::FixedSession session(u"tenant_administrator"_s);
        OrganizationsPage page(session);
        const OrganizationId id = idOf(session, u"性能测试组"_s);
        QVERIFY(page.showObject(id.toString()));
        std::function<void()> undo;
        connect(&page, &Page::toastRequested, this, [&](const QString &, const std::function<void()> &given) { undo = given; });
        Q_EMIT page.findChild<OrganizationPane *>()->enableRequested(true);
        QCOMPARE(session.commands().size(), 1);
        const CommandId done = session.commands().first().id();
        session.answer(done);
        QVERIFY(undo);
        undo();
        QCOMPARE(session.commands().size(), 2);
        const Command opposite = session.commands().last().command;
        QCOMPARE(opposite.kind, u"organization_set_enabled"_s);
        QCOMPARE(opposite.payload.value(u"enabled"_s), session.commands().first().command.before.value(u"enabled"_s));
        QCOMPARE(opposite.after, QList<CommandId>{done});
        QCOMPARE(opposite.seen.value(id.toString())[u"status"_s][u"after"_s].toString(), done.toString());
    }

    void undoesWhatWaitsByLettingItGo() // INB-3
    {
        test::FixedSession session(u"tenant_administrator"_s);
        sync::SyncState state = session.state();
        state.online = false;
        session.setState(state);
        OrganizationsPage page(session);
        QVERIFY(page.showObject(idOf(session, u"性能测试组"_s).toString()));
        std::function<void()> undo;
        connect(&page, &Page::toastRequested, this, [&](const QString &, const std::function<void()> &given) { undo = given; });
        Q_EMIT page.findChild<OrganizationPane *>()->enableRequested(true);
        undo();
        QCOMPARE(session.commands().size(), 1);
        QCOMPARE(session.commands().first().state, CommandState::Discarded);
    }

    void oppositesTakeBackWhatCanBe()
    {
        test::FixedSession session(u"tenant_administrator"_s);
        const OrganizationId id = idOf(session, u"性能测试组"_s);
        const auto opposite = [](Command command) {
            command.id = CommandId(QUuid::createUuid());
            return makeOpposite(command);
        };
        QCOMPARE(opposite(makeMove(session, id, idOf(session, u"技术中心"_s)))->payload.value(u"parent_id"_s).toString(), idOf(session, u"测试开发部"_s).toString());
        const auto snapshot = session.snapshot();
        const auto edit = makeEdit(snapshot, id, {u"新名"_s, u"NEW"_s, {}, session.world().personas.at(5).userId});
        QCOMPARE(opposite(*edit)->payload.value(u"name"_s).toString(), u"性能测试组"_s);
        QCOMPARE(opposite(*edit)->seen.value(id.toString()).toObject().keys(), (QStringList{u"details"_s, u"leader"_s}));
        const UserId user = session.world().personas.at(5).userId;
        const Command memberships = makeMemberships(snapshot, user, {{id, u"leader"_s}}, id, u"调岗"_s);
        const auto back = opposite(memberships);
        QCOMPARE(back->payload.value(u"memberships"_s), memberships.before.value(u"memberships"_s));
        QCOMPARE(back->payload.value(u"primary_organization_id"_s), memberships.before.value(u"primary_organization_id"_s));
        QVERIFY(!opposite(makeDelete(session, idOf(session, u"评测集维护"_s))));
    }

    void deletingStatesEverything()
    {
        test::FixedSession session(u"tenant_administrator"_s);
        const OrganizationId id = idOf(session, u"评测集维护"_s);
        const QJsonObject seen = makeDelete(session, id).seen.value(id.toString()).toObject();
        const auto declared = session.declarations().command(u"organization_delete"_s);
        QVERIFY(declared);
        for (const QString &group : declared->groups)
            QVERIFY2(seen.contains(group), qPrintable(group));
        QCOMPARE(seen.size(), declared->groups.size());
    }

    void whatCantBeDoneSaysWhy() // ORG-1, ORG-11
    {
        test::FixedSession administrator(u"tenant_administrator"_s);
        QVERIFY(!whyNotDeleted(administrator, idOf(administrator, u"质效技术部"_s)).isEmpty()); // the root
        QVERIFY(!whyNotMoved(administrator, idOf(administrator, u"质效技术部"_s)).isEmpty());
        QVERIFY(!whyNotDeleted(administrator, idOf(administrator, u"技术中心"_s)).isEmpty()); // not empty
        QVERIFY(whyNotMoved(administrator, idOf(administrator, u"技术中心"_s)).isEmpty());
        test::FixedSession member(u"member"_s);
        QVERIFY(!whyNotMoved(member, idOf(member, u"技术中心"_s)).isEmpty());
    }

    void opensThePermissionDetails() // PRM-1
    {
        test::FixedSession session(u"tenant_administrator"_s);
        OrganizationPane pane(session);
        pane.retranslate();
        pane.setOrganization(idOf(session, u"技术中心"_s));
        pane.show();
        const auto opened = [&pane](int number) {
            QList<QPushButton *> buttons;
            for (QPushButton *button : pane.findChildren<QPushButton *>())
                if (button->text() == OrganizationPane::tr("Permission detail…"))
                    buttons += button;
            if (number >= buttons.size())
                qFatal("there are two: of the organization and of a member");
            buttons.at(number)->click();
            const auto dialogs = pane.findChildren<spaces::PermissionDetailDialog *>();
            QString title;
            if (!dialogs.isEmpty() && dialogs.constLast()->isVisible())
                title = dialogs.constLast()->findChild<ElidedLabel *>()->text();
            qDeleteAll(dialogs);
            return title;
        };
        QVERIFY(opened(0).endsWith(u"技术中心"_s));
        QCOMPARE(opened(1), QString()); // nobody is chosen
        auto *table = pane.findChild<QTableView *>();
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->selectRow(0);
        QVERIFY(opened(1).endsWith(table->model()->index(0, 0).data().toString()));
    }

    void membershipsNeedAPrimaryAndAReason() // ORG-3
    {
        test::FixedSession session(u"tenant_administrator"_s);
        const UserId user = session.world().personas.at(5).userId;
        MembershipsDialog dialog(session, user, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.save();
        QVERIFY(session.commands().isEmpty());
        dialog.findChild<QLineEdit *>(u"reason"_s)->setText(u"调岗"_s);
        dialog.save();
        QCOMPARE(session.commands().size(), 1);
        QCOMPARE(session.commands().first().command.payload.value(u"memberships"_s).toArray().size(), 1);
        session.answer(session.commands().first().id(), {refused(u"membership.user_inactive"_s, {})});
        QVERIFY(dialog.isVisible());
    }

    void aMembershipsRoleIsChanged() // ORG-3, APP-1, APP-2
    {
        test::FixedSession session(u"tenant_administrator"_s);
        const UserId user = session.world().personas.at(5).userId;
        MembershipsDialog dialog(session, user, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *table = dialog.findChild<QTableWidget *>();
        QComboBox *role = nullptr;
        for (QComboBox *combo : dialog.findChildren<QComboBox *>())
            if (combo->findData(u"leader"_s) >= 0)
                role = combo;
        QVERIFY(role);
        QVERIFY(!role->accessibleName().isEmpty());
        table->clearSelection();
        table->setCurrentCell(-1, -1);
        QVERIFY(!role->isEnabled());
        table->selectRow(0);
        const QString before = role->currentData().toString();
        QCOMPARE(table->item(0, 1)->data(Qt::UserRole).toString(), before);
        const QString other = before == u"leader"_s ? u"member"_s : u"leader"_s;
        role->setCurrentIndex(role->findData(other));
        Q_EMIT role->activated(role->currentIndex());
        const QString shown = role->currentText();
        QCOMPARE(table->item(0, 1)->text(), shown);
        QVERIFY(!table->item(0, 2)->data(Qt::AccessibleTextRole).toString().isEmpty());
        // Cells speak the language of the window.
        table->item(0, 1)->setText(u"?"_s);
        QEvent event(QEvent::LanguageChange);
        QApplication::sendEvent(&dialog, &event);
        QCOMPARE(table->item(0, 1)->text(), shown);
        dialog.findChild<QLineEdit *>(u"reason"_s)->setText(u"调岗"_s);
        dialog.save();
        QCOMPARE(session.commands().size(), 1);
        const QJsonObject wish = session.commands().first().command.payload[u"memberships"_s][0].toObject();
        QCOMPARE(wish[u"role"_s].toString(), other);
    }

    void keysActOnWhatHasTheFocus() // APP-2: with a person chosen, Delete and F2 leave their organization alone
    {
        test::FixedSession session(u"tenant_administrator"_s);
        QWidget window;
        OrganizationsPage page(session, &window);
        window.resize(1000, 700);
        page.resize(1000, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *tree = page.findChild<QTreeView *>();
        auto *members = page.findChild<QTableView *>(u"organization-members"_s);
        const auto dialogs = [&window] {
            QApplication::processEvents();
            const auto open = window.findChildren<QDialog *>();
            const int count = int(open.size());
            qDeleteAll(open);
            return count;
        };
        for (const OrganizationRow &row : session.world().organizations)
            if (const auto index = session.snapshot()->findOrganization(row.id); row.tenantId == session.currentTenant() && session.snapshot()->organization(index).ownMemberCount() > 0 && page.showObject(row.id.toString()))
                break;
        QVERIFY(members->model()->rowCount() > 0);
        members->setFocus();
        members->selectRow(0);
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_F2, Qt::Key_Insert}) {
            QTest::keyClick(members, key);
            QCOMPARE(dialogs(), 0);
        }
        tree->setFocus();
        QVERIFY(tree->hasFocus());
        QVERIFY(window.isActiveWindow());
        QVERIFY(tree->currentIndex().isValid());
        QTest::keyClick(tree, Qt::Key_F2);
        QCOMPARE(dialogs(), 1);
    }
};

QTEST_MAIN(TestOrganizationsPage)
#include "tst_organizationspage.moc"
