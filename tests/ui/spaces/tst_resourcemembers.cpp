// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MEM-10, PRM-8, PRM-9, SPC-11
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "ui/pages/spaces/addpeopledialog.h"
#include "ui/pages/spaces/membersmodel.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/peoplemodel.h"
#include "ui/pages/spaces/resourcemembersdialog.h"
#include "ui/pages/spaces/resourcespane.h"
#include "ui/pages/spaces/roleandexpiry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"

#include <QJsonArray>
#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::spaces;
using test::FixedSession;

class ResourceMembersTest final : public QObject
{
    Q_OBJECT

    FixedSession m_session{u"tenant_administrator"_s};
    MemberPlace m_place;
    UserId m_member;

    static int shownBanners(const QWidget &widget)
    {
        int shown = 0;
        for (const Banner *banner : widget.findChildren<Banner *>())
            shown += !banner->isHidden();
        return shown;
    }

private Q_SLOTS:
    /// A space whose owner the actor is, and in it a restricted resource of their own with one member more.
    void init()
    {
        directory::Delta delta = test::newSpace(test::rowOf(m_session, test::busySpace(m_session)), u"资源"_s,
                                                m_session.userId(), 5, m_session.now());
        const SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
        for (const directory::Row &row : delta.upserted)
            if (const auto *resource = std::get_if<ResourceRow>(&row); resource && resource->restricted)
                m_place = {space.id, resource->id};
        m_member = m_session.world().personas.at(5).userId;
        for (const auto &[user, role] :
             {std::pair{m_session.userId(), Role::Owner}, std::pair{m_member, Role::Viewer}}) {
            GrantRow grant = test::grantOn(space, SubjectKind::User, user.uuid(), role, m_session.now());
            grant.objectKind = ObjectKind::Resource;
            grant.objectId = m_place.id();
            delta.upserted.emplace_back(grant);
        }
        m_session.apply(delta);
    }

    void showsTheResourcesOwnGrants() // MEM-10, PRM-8
    {
        ResourceMembersDialog dialog(m_session, m_place);
        MembersModel *model = dialog.members()->model();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->rowAt(0).role, Role::Owner);
        QVERIFY(!model->removeRefusal(model->rowAt(0)).isEmpty()); // SPC-7
        QCOMPARE(model->rowAt(1).subjectId, m_member.uuid());
        QVERIFY(model->removeRefusal(model->rowAt(1)).isEmpty());
        bool restricted = false;
        for (const Chip *chip : dialog.findChildren<Chip *>())
            restricted |= chip->text() == ResourceMembersDialog::tr("Restricted");
        QVERIFY(restricted);
    }

    void whoIsHiddenMayBeThere() // MEM-8, MEM-10
    {
        const QList<Scope> all = m_session.heldScopes();
        const auto saysSo = [this] {
            ResourceMembersDialog dialog(m_session, m_place);
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                if (label->text().contains(MembersPane::tr("others may be hidden by your scope")))
                    return true;
            return false;
        };
        QVERIFY(!saysSo());
        m_session.setHeldScopes({});
        const bool said = saysSo();
        m_session.setHeldScopes(all);
        QVERIFY(said);
    }

    void changesAreGrantsOnTheResource() // MEM-10
    {
        ResourceMembersDialog dialog(m_session, m_place);
        MembersModel *model = dialog.members()->model();
        MemberCommands(m_session, m_place).changeRole({model->rowAt(1)}, Role::Editor);
        const Command command = m_session.commands().constLast().command;
        QCOMPARE(command.payload["space_id"_L1].toString(), m_place.space.toString());
        const QJsonObject wish = command.payload["grants"_L1].toArray().first().toObject();
        QCOMPARE(wish["object_kind"_L1].toString(), u"resource"_s);
        QCOMPARE(wish["object_id"_L1].toString(), m_place.resource.toString());
        QTRY_COMPARE(model->rowAt(1).role, Role::Editor); // the queue is laid over
        // The members of the space are what they were.
        for (const MemberRow &row : memberRows(MemberSource(m_session), {m_place.space}))
            QCOMPARE(row.pending.state, PendingChange::None);
        m_session.discard(m_session.commands().constLast().id());
    }

    void guestsAreAnnouncedBeforeSaving() // PRM-9
    {
        AddPeopleDialog dialog(m_session, m_place);
        QCOMPARE(shownBanners(dialog), 0);
        dialog.model()->setData(dialog.model()->index(0), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(dialog.model()->chosen().size(), 1);
        QCOMPARE(shownBanners(dialog), 1);
        // In the space itself nobody becomes guest beside.
        AddPeopleDialog ofSpace(m_session, {m_place.space});
        ofSpace.model()->setData(ofSpace.model()->index(0), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(shownBanners(ofSpace), 0);
    }

    void aRoleDoesNotOutlastTheOneOnTheSpace() // PRM-9
    {
        const auto tickFirst = [](AddPeopleDialog &dialog) {
            dialog.model()->setData(dialog.model()->index(0), Qt::Checked, Qt::CheckStateRole);
            return dialog.model()->chosen().constFirst().id.uuid();
        };
        AddPeopleDialog before(m_session, m_place);
        const QUuid person = tickFirst(before);
        const auto snapshot = m_session.snapshot();
        GrantRow onSpace = test::grantOn(snapshot->space(snapshot->findSpace(m_place.space)).row(), SubjectKind::User,
                                         person, Role::Editor, m_session.now());
        onSpace.expiresAt = m_session.now() + std::chrono::days(10);
        m_session.apply({{onSpace}, {}});

        AddPeopleDialog dialog(m_session, m_place);
        QCOMPARE(tickFirst(dialog), person);
        const auto warning = [&dialog]() -> Banner * {
            for (Banner *banner : dialog.findChildren<Banner *>())
                if (!banner->isHidden() && banner->accessibleName().contains(u"outlast"_s))
                    return banner;
            return nullptr;
        };
        QVERIFY(warning()); // without an end
        const auto commands = m_session.commands().size();
        dialog.accept();
        QCOMPARE(m_session.commands().size(), commands);
        dialog.choice()->setDays(7);
        QVERIFY(!warning());
        dialog.choice()->setDays(30);
        QVERIFY(warning());
        Q_EMIT warning()->actionRequested(); // offers the longest
        QVERIFY(!warning());
        QCOMPARE(dialog.choice()->expiresAt(), onSpace.expiresAt);
        dialog.accept();
        QCOMPARE(m_session.commands().size(), commands + 1);
        m_session.discard(m_session.commands().constLast().id());
    }

    void tenantAdministratorsManageNoContents() // SPC-11
    {
        // The owner's grants go: what is left is the tenant's administrator.
        directory::Delta delta;
        const auto snapshot = m_session.snapshot();
        for (const directory::SubjectGrant &grant :
             snapshot->grantsOf(snapshot->findUser(m_session.userId())))
            delta.removed.push_back({RowKind::Grant, snapshot->grant(grant.grant()).id().uuid()});
        m_session.apply(delta);
        QVERIFY(!addingRefusal(rightsOn(m_session, m_place)).isEmpty());
        QVERIFY(addingRefusal(rightsOn(m_session, {m_place.space})).isEmpty());
    }

    void keysReachEverything() // APP-2
    {
        ResourceMembersDialog dialog(m_session, m_place);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(test::unreachableControls(&dialog), QStringList());
        QCOMPARE(test::unnamedControls(&dialog), QStringList());
    }

    void openedFromTheResourcesByKey() // MEM-10
    {
        ResourcesPane pane(m_session);
        pane.setSpace(m_place.space);
        pane.retranslate();
        pane.show();
        pane.select(m_place.resource);
        QTest::keyClick(pane.table(), Qt::Key_Return);
        auto *dialog = pane.findChild<ResourceMembersDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->members()->model()->place(), m_place);
    }

    void closesWhenTheResourceIsGone()
    {
        ResourceMembersDialog dialog(m_session, m_place);
        dialog.open();
        directory::Delta delta;
        delta.removed.push_back({RowKind::Resource, m_place.id()});
        const auto snapshot = m_session.snapshot();
        for (const directory::GrantEntry &entry : snapshot->grantsOn(m_place.in(*snapshot)))
            delta.removed.push_back({RowKind::Grant, snapshot->grant(entry.grant()).id().uuid()});
        m_session.apply(delta);
        QVERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(ResourceMembersTest)
#include "tst_resourcemembers.moc"
