// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PRM-1, PRM-2, PRM-3, PRM-7, PRM-8
#include "core/access/explanationtext.h"
#include "tests/ui/spaces/spaceworld.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/dialogs/boundchip.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/pages/spaces/permissiondetailmodel.h"
#include "ui/pages/spaces/reasonpane.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::spaces;
using test::FixedSession;

class PermissionDetailTest final : public QObject
{
    Q_OBJECT

    FixedSession m_session{u"tenant_administrator"_s};

private Q_SLOTS:
    void theFirstOpensAtOnceWith500Resources() // PRM-1, APP-3: before any other window of this process
    {
        const directory::Delta delta =
            test::newSpace(test::rowOf(m_session, test::busySpace(m_session)), u"很多资源"_s,
                           m_session.userId(), 500, m_session.now());
        m_session.apply(delta);
        const double before = test::processorTime();
        PermissionDetailDialog dialog(m_session, test::spaceOf(delta), SubjectKind::User,
                                      m_session.userId().uuid());
        dialog.show();
        dialog.grab(); // painted
        const double took = test::processorTime() - before;
        QCOMPARE(dialog.model()->count(), 500);
        qInfo("500 resources: %.1f ms of the processor until painted", took);
        QVERIFY2(took < 2 * test::LoopWatch::bar, qPrintable(QString::number(took)));
    }

    void everyResourceHasItsFinalRole() // PRM-1, PRM-2
    {
        const SpaceId space = test::busySpace(m_session);
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        const directory::SpaceIndex index = snapshot->findSpace(space);
        const access::Resolver resolver(snapshot, m_session.now());
        PermissionDetailModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const directory::GrantEntry &entry : snapshot->grantsOn(index)) {
            const directory::Subject subject = snapshot->grant(entry.grant()).subject();
            model.setDetail(resolver, subject, index);
            const QModelIndex top = model.index(0, 0);
            QCOMPARE(model.row(top).role, resolver.check(subject, index));
            QCOMPARE(model.rowCount(top), int(snapshot->resourcesOf(index).size()));
            for (int i = 0; i < model.rowCount(top); ++i) {
                const auto &row = model.row(model.index(i, 0, top));
                QCOMPARE(row.role, resolver.check(subject, snapshot->findResource(ResourceId(row.id))));
                QVERIFY(!row.reason.isEmpty());
            }
        }
    }

    void noRoleSaysWhyAndWhatHelps() // PRM-3, PRM-8
    {
        const directory::Delta delta =
            test::newSpace(test::rowOf(m_session, test::busySpace(m_session)), u"受限"_s,
                           m_session.world().personas.at(4).userId, 5, m_session.now());
        const SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
        directory::Delta more = delta;
        const UserId viewer = m_session.world().personas.at(5).userId;
        more.upserted.emplace_back(
            test::grantOn(space, SubjectKind::User, viewer.uuid(), Role::Viewer, m_session.now()));
        m_session.apply(more);
        PermissionDetailDialog dialog(m_session, space.id, SubjectKind::User, viewer.uuid());
        const QModelIndex top = dialog.model()->index(0, 0);
        QUuid restricted;
        for (int i = 0; i < 5; ++i) {
            const auto &row = dialog.model()->row(dialog.model()->index(i, 0, top));
            QCOMPARE(row.role, row.restricted ? Role::None : Role::Viewer);
            if (row.restricted) {
                restricted = row.id;
                QCOMPARE(dialog.model()->index(i, PermissionDetailModel::RoleColumn, top).data().toString(),
                         access::roleName(Role::None));
            }
        }
        QVERIFY(dialog.select(restricted));
        const auto snapshot = m_session.snapshot();
        const access::Explanation expected =
            access::Resolver(snapshot, m_session.now())
                .explain(snapshot->findUser(viewer), snapshot->findResource(ResourceId(restricted)));
        QVERIFY(!expected.repair.empty());
        QCOMPARE(dialog.reasons()->text(), access::explanationText(*snapshot, expected));
        QGuiApplication::clipboard()->clear();
        dialog.reasons()->findChild<QPushButton *>()->click();
        // The pane's own buttons come in any order: press all until one copied.
        for (QPushButton *button : dialog.reasons()->findChildren<QPushButton *>())
            if (QGuiApplication::clipboard()->text().isEmpty())
                button->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), dialog.reasons()->text());
    }

    void followsTheSnapshot() // PRM-7
    {
        const SpaceId space = test::busySpace(m_session);
        const SpaceRow row = test::rowOf(m_session, space);
        const UserId somebody = m_session.world().personas.at(4).userId;
        directory::Delta delta =
            test::newSpace(row, u"变化"_s, m_session.world().personas.at(5).userId, 3, m_session.now());
        const SpaceRow made = std::get<SpaceRow>(delta.upserted.front());
        m_session.apply(delta);
        PermissionDetailDialog dialog(m_session, made.id, SubjectKind::User, somebody.uuid());
        QCOMPARE(dialog.model()->row(dialog.model()->index(0, 0)).role, Role::None);
        directory::Delta grant;
        grant.upserted.emplace_back(
            test::grantOn(made, SubjectKind::User, somebody.uuid(), Role::Editor, m_session.now()));
        m_session.apply(grant);
        QCOMPARE(dialog.model()->row(dialog.model()->index(0, 0)).role, Role::Editor);
    }

    void saysAtLeastWhereNotEverythingIsSeen() // PRM-7
    {
        const SpaceId space = test::busySpace(m_session);
        const QUuid somebody = m_session.world().personas.at(5).userId.uuid();
        const QList<Scope> all = m_session.heldScopes();
        const auto atLeast = [&] {
            PermissionDetailDialog dialog(m_session, space, SubjectKind::User, somebody);
            return !dialog.findChild<BoundChip *>()->isHidden();
        };
        QVERIFY(!atLeast());
        m_session.setHeldScopes({});
        QVERIFY(atLeast());
        m_session.setHeldScopes(all);
    }
};

QTEST_MAIN(PermissionDetailTest)
#include "tst_permissiondetail.moc"
