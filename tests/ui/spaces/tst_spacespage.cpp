// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MEM-4, MEM-6, MEM-8, SPC-9, SPC-11
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/spaces/memberrow.h"
#include "ui/pages/spaces/resourcesmodel.h"
#include "ui/pages/spaces/addorganizationsdialog.h"
#include "ui/pages/spaces/addpeopledialog.h"
#include "ui/pages/spaces/membersmodel.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/peoplemodel.h"
#include "ui/pages/spaces/roleandexpiry.h"
#include "ui/pages/spaces/spacespage.h"
#include "ui/pages/spaces/spaceview.h"
#include "ui/pages/spaces/subjecttreemodel.h"
#include "ui/widgets/listanddetail.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirmdialog.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::spaces;
using test::FixedSession;

class SpacesPageTest final : public QObject
{
    Q_OBJECT

    static void dress(QWidget &page)
    {
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&page, &event);
    }
    static bool says(const QWidget &widget, const QString &part)
    {
        for (const QLabel *label : widget.findChildren<QLabel *>())
            if (label->text().contains(part))
                return true;
        return false;
    }

private Q_SLOTS:
    void keysReachEverything() // APP-2
    {
        FixedSession session(u"tenant_administrator"_s);
        SpacesPage page(session);
        dress(page);
        page.showObject(test::busySpace(session).toString());
        page.resize(1100, 760);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(test::unreachableControls(&page), QStringList());
        QCOMPARE(test::unnamedControls(&page), QStringList());
    }

    void hiddenMembersAreCounted() // MEM-8
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceId space = test::busySpace(session);
        SpacesPage page(session);
        dress(page);
        page.showObject(space.toString());
        const int seen = page.view()->members()->model()->rowCount();
        QVERIFY(!says(page, MembersPane::tr("%1 hidden by your scope").arg(3)));
        session.setHolderCount(space, seen + 3);
        page.view()->refresh();
        QVERIFY(says(page, MembersPane::tr("%1 hidden by your scope").arg(3)));
    }

    // What can't be seen isn't called none, and people aren't counted by those of them that are seen.
    void whatIsHiddenIsNotCalledNothing() // MEM-8, MEM-10, SPC-8, PRM-7
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceId space = test::busySpace(session);
        const auto countsPeople = [&] {
            return std::ranges::any_of(memberRows(MemberSource(session), {space}),
                                       [](const MemberRow &row) { return row.memberCount.has_value(); });
        };
        const QString others = MembersPane::tr("others may be hidden by your scope");
        SpacesPage page(session);
        dress(page);
        page.showObject(space.toString());
        QVERIFY(countsPeople() && !says(page, others));
        session.setHeldScopes({});
        page.view()->refresh();
        QVERIFY(!countsPeople() && says(page, others));
    }

    void ownersAndGrantsThatAreHiddenAreCalledSo() // SPC-7, SPC-8
    {
        FixedSession session(u"outsider"_s);
        const SpaceId space = test::busySpace(session);
        const auto resource = session.snapshot()->resourcesOf(session.snapshot()->findSpace(space)).front().resource();
        const auto cell = [&](ResourcesModel::Column column) {
            ResourcesModel model;
            model.setSpace(session, space);
            const int row = model.rowOf(session.snapshot()->resource(resource).id());
            return model.index(row, column).data().toString();
        };
        QCOMPARE(cell(ResourcesModel::Grants), ResourcesModel::tr("Hidden"));
        QVERIFY(cell(ResourcesModel::Owner) != ResourcesModel::tr("Hidden"));
        directory::Delta delta;
        for (const directory::GrantEntry entry : session.snapshot()->grantsOn(resource))
            delta.removed.push_back({RowKind::Grant, session.snapshot()->grant(entry.grant()).id().uuid()});
        session.apply(delta);
        QCOMPARE(cell(ResourcesModel::Owner), ResourcesModel::tr("Hidden"));
    }

    void membersWithoutRightsSeeWhy() // SPC-6
    {
        FixedSession session(u"member"_s);
        const SpaceRow like = session.world().spaces.front();
        const directory::Delta delta = test::newSpace(like, u"别人的"_s, session.world().personas.at(2).userId, 1, session.now());
        session.apply(delta);
        SpacesPage page(session);
        dress(page);
        QVERIFY(page.showObject(test::spaceOf(delta).toString()));
        QVERIFY(!page.findChild<Banner *>()->isHidden());
        for (const MemberRow &row : page.view()->members()->model()->allRows())
            QVERIFY(!page.view()->members()->model()->removeRefusal(row).isEmpty());
    }

    void spaceTicksAndDeleteRemovesWithUndo() // MEM-5
    {
        FixedSession session(u"tenant_administrator"_s);
        SpacesPage page(session);
        dress(page);
        page.showObject(test::busySpace(session).toString());
        page.show();
        QTableView *table = page.view()->members()->table();
        table->setCurrentIndex(table->model()->index(1, MembersModel::Name));
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(page.view()->members()->model()->tickedCount(), 1);
        std::function<void()> undo;
        connect(&page, &Page::toastRequested, this, [&](const QString &, const std::function<void()> &back) { undo = back; });
        QTest::keyClick(table, Qt::Key_Delete);
        // An organization: what that means for its people is shown before (PRM-5).
        auto *dialog = page.findChild<ConfirmDialog *>();
        QVERIFY(dialog && session.commands().isEmpty());
        QTRY_VERIFY(dialog->findChild<ImpactLine *>()->difference() != nullptr);
        QVERIFY(dialog->findChild<ImpactLine *>()->difference()->losing() > 0);
        dialog->accept();
        QCOMPARE(session.commands().constLast().command.kind, u"grants_remove"_s);
        QVERIFY(undo);
        undo();
        QCOMPARE(session.commands().constLast().state, CommandState::Discarded);
    }

    void organizationsComeAboveRoleGroupsAtTheRoot() // MEM-4
    {
        FixedSession session(u"tenant_administrator"_s);
        AddOrganizationsDialog dialog(session, {test::busySpace(session)});
        SubjectTreeModel *model = dialog.model();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        bool groups = false;
        for (int i = 0; i < model->rowCount(); ++i) {
            const auto kind = model->node(model->index(i, 0)).kind;
            groups |= kind == SubjectKind::RoleGroup;
            QCOMPARE(kind == SubjectKind::RoleGroup, groups);
        }
        QVERIFY(groups);
        QVERIFY(model->node(model->index(0, 0)).kind == SubjectKind::Organization);
        QVERIFY(model->rowCount(model->index(0, 0)) > 0);
    }

    void searchedOrganizationsKeepTheirPathAndTicks() // MEM-4
    {
        FixedSession session(u"tenant_administrator"_s);
        AddOrganizationsDialog dialog(session, {test::busySpace(session)});
        SubjectTreeModel *model = dialog.model();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int all = model->shownCount();
        model->setQuery(u"xingneng"_s); // 性能测试组, in 测试开发部 of 技术中心 of 质效技术部
        QStringList path;
        for (QModelIndex at = model->index(0, 0); at.isValid(); at = model->index(0, 0, at)) {
            QCOMPARE(model->rowCount(at.parent()), 1);
            path += at.data().toString();
        }
        QCOMPARE(path, (QStringList{u"质效技术部"_s, u"技术中心"_s, u"测试开发部"_s, u"性能测试组"_s}));
        const QModelIndex hit = model->index(0, 0, model->index(0, 0, model->index(0, 0, model->index(0, 0))));
        const QUuid id = model->node(hit).id;
        QVERIFY(model->setData(hit, Qt::Checked, Qt::CheckStateRole));
        model->setQuery(u"no such name"_s);
        QCOMPARE(model->rowCount(), 0);
        QCOMPARE(model->chosen().size(), 1);
        model->setChosen(id, false); // taken out while it isn't shown
        QVERIFY(model->chosen().isEmpty());
        model->setQuery({});
        QCOMPARE(model->shownCount(), all);
    }

    void archivedSpacesSaySo() // SPC-9
    {
        FixedSession session(u"tenant_administrator"_s);
        SpaceRow row = test::rowOf(session, test::busySpace(session));
        row.archived = true;
        directory::Delta delta;
        delta.upserted.emplace_back(row);
        session.apply(delta);
        SpacesPage page(session);
        dress(page);
        QVERIFY(page.showObject(row.id.toString()));
        QVERIFY(says(page, SpaceView::tr("This space is archived: it can be read, nothing in it can be changed.")));
    }

    void aSearchWithoutHitsSaysSo()
    {
        FixedSession session(u"tenant_administrator"_s);
        SpacesPage page(session);
        dress(page);
        QVERIFY(!page.frame()->isNoHitsShown());
        page.frame()->search()->setText(u"no such space"_s);
        Q_EMIT page.frame()->search()->queryChanged(u"no such space"_s);
        QVERIFY(page.frame()->isNoHitsShown());
        QVERIFY(says(page, SpacesPage::tr("No space fits")));
        page.frame()->search()->clear();
        Q_EMIT page.frame()->search()->queryChanged({});
        QVERIFY(!page.frame()->isNoHitsShown());
    }

    void nothingIsShownBeforeThereIsSomething()
    {
        FixedSession session(u"member"_s);
        session.setSnapshot(directory::Snapshot::empty());
        SpacesPage page(session);
        dress(page);
        QVERIFY(says(page, SpacesPage::tr("No spaces")));
    }
};

QTEST_MAIN(SpacesPageTest)
#include "tst_spacespage.moc"
