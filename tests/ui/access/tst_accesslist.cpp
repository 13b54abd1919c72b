// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PRM-4: the list of who reaches an object, and of what a subject reaches, with the reason and where it comes
// from
#include "core/access/explanationtext.h"
#include "tests/ui/spaces/spaceworld.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/pages/access/accessmodel.h"
#include "ui/pages/spaces/permissiondetailmodel.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::explorer;
using directory::Object;
using directory::Subject;
using test::FixedSession;

class AccessListTest final : public QObject
{
    Q_OBJECT

    FixedSession m_session{u"tenant_administrator"_s};

    [[nodiscard]] ListQuestion question(std::variant<Subject, Object> fixed) const
    {
        ListQuestion q;
        q.snapshot = m_session.snapshot();
        q.index = m_session.searchIndex();
        q.now = m_session.now();
        q.fixed = fixed;
        return q;
    }
    [[nodiscard]] Object busy() const { return m_session.snapshot()->findSpace(test::busySpace(m_session)); }
    [[nodiscard]] static QStringList column(const AccessModel &model, Column column)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts += model.index(row, int(column)).data().toString();
        return texts;
    }

private Q_SLOTS:
    void everyRowIsTheResolversAnswer()
    {
        const access::Resolver resolver(m_session.snapshot(), m_session.now());
        const AccessListPtr who = makeList(question(busy()), {});
        QCOMPARE(who->rows.size(), resolver.who(busy()).size());
        QVERIFY(who->rows.size() > 5);
        for (const ListRow &row : who->rows)
            QCOMPARE(row.role, resolver.check(who->subject(row), who->object(row)));
        const Subject me = m_session.snapshot()->findUser(m_session.userId());
        const AccessListPtr what = makeList(question(me), {});
        const access::ObjectRoles roles = resolver.objects(me);
        QCOMPARE(what->rows.size(), roles.spaces.size() + roles.resources.size());
        for (const ListRow &row : what->rows)
            QCOMPARE(row.role, resolver.check(what->subject(row), what->object(row)));
    }

    void columnsSayWhereItComesFrom()
    {
        const auto snapshot = m_session.snapshot();
        const access::Resolver resolver(snapshot, m_session.now());
        AccessModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setList(makeList(question(busy()), {}));
        for (int row = 0; row < model.rowCount(); ++row) {
            const access::Path path = resolver.explain(model.subject(row), model.object(row)).paths.front();
            const auto grant = snapshot->grant(path.grant);
            const auto text = [&](Column c) { return model.index(row, int(c)).data().toString(); };
            QCOMPARE(text(Column::Subject), snapshot->nameOf(model.subject(row)));
            QCOMPARE(text(Column::Object), snapshot->nameOf(busy()));
            QCOMPARE(text(Column::Role), access::roleName(path.role));
            QCOMPARE(text(Column::Through), spaces::shortReason(*snapshot, path));
            QCOMPARE(text(Column::GrantedBy),
                     grant.grantedBy().isValid() ? snapshot->user(grant.grantedBy()).name() : QString());
            QVERIFY(!text(Column::GrantedAt).isEmpty() && !text(Column::Expires).isEmpty());
        }
    }

    void sortsByEveryColumn()
    {
        for (int column = 0; column < explorer::columnCount; ++column) {
            ListQuestion q = question(busy());
            q.sortedBy = Column(column);
            q.descending = false;
            const AccessListPtr up = makeList(q, {});
            q.descending = true;
            const AccessListPtr down = makeList(q, {});
            AccessModel model;
            model.setList(up);
            const QString first = model.index(0, column).data().toString();
            model.setList(down);
            QCOMPARE(model.index(model.rowCount() - 1, column).data().toString(), first);
        }
        ListQuestion q = question(busy());
        const AccessListPtr byRole = makeList(q, {});
        QVERIFY(std::ranges::is_sorted(byRole->rows, std::ranges::greater(), &ListRow::role));
    }

    void filtersByNamePinyinDepartmentAndRole()
    {
        const auto snapshot = m_session.snapshot();
        const AccessListPtr all = makeList(question(busy()), {});
        const auto user = snapshot->user(all->subject(all->rows.front()).user());
        const auto rowsFor = [&](const QString &filter) {
            ListQuestion q = question(busy());
            q.filter = filter;
            return makeList(q, {});
        };
        const auto has = [&](const AccessListPtr &list, const QString &name) {
            return std::ranges::any_of(
                list->rows, [&](const ListRow &row) { return snapshot->nameOf(list->subject(row)) == name; });
        };
        QVERIFY(has(rowsFor(user.name()), user.name()));
        QVERIFY(!user.email().isEmpty() && has(rowsFor(user.email()), user.name()));
        const auto home = snapshot->organization(user.primaryOrganization());
        QVERIFY(has(rowsFor(home.name()), user.name()));
        const AccessListPtr none = rowsFor(u"没有这个人"_s);
        QVERIFY(none->rows.empty());
        QCOMPARE(none->all, all->rows.size());
        ListQuestion q = question(busy());
        q.only = Role::Owner;
        for (const AccessListPtr owners = makeList(q, {}); const ListRow &row : owners->rows)
            QCOMPARE(row.role, Role::Owner);
    }

    void objectsOfOrganizationsAndGroups()
    {
        const auto snapshot = m_session.snapshot();
        const access::Resolver resolver(snapshot, m_session.now());
        int rows = 0;
        for (const auto group : snapshot->roleGroups()) {
            const AccessListPtr list = makeList(question(Subject(group)), {});
            for (const ListRow &row : list->rows)
                QCOMPARE(row.role, resolver.check(group, list->object(row)));
            rows += int(list->rows.size());
        }
        QVERIFY(rows > 0);
    }

    void aLaterListKeepsItsPlaces()
    {
        AccessModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setList(makeList(question(busy()), {}));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = model.index(model.rowCount() / 2, 0);
        const QString name = kept.data().toString();
        // sorted anew
        ListQuestion q = question(busy());
        q.sortedBy = Column::Subject;
        model.setList(makeList(q, {}));
        QCOMPARE(kept.data().toString(), name);
        // somebody comes
        const SpaceRow space = test::rowOf(m_session, test::busySpace(m_session));
        const auto snapshot = m_session.snapshot();
        const access::Resolver resolver(snapshot, m_session.now());
        directory::Delta delta;
        for (const auto user : snapshot->usersOf(snapshot->findTenant(space.tenantId)))
            if (resolver.check(user, busy()) == Role::None &&
                snapshot->user(user).status() == UserStatus::Active && delta.upserted.size() < 3)
                delta.upserted.emplace_back(test::grantOn(space, SubjectKind::User,
                                                          snapshot->user(user).id().uuid(), Role::Viewer,
                                                          m_session.now()));
        QVERIFY(!delta.upserted.empty());
        const int before = model.rowCount();
        m_session.apply(delta);
        model.setList(makeList(question(busy()), {}));
        QCOMPARE(model.rowCount(), before + int(delta.upserted.size()));
        QCOMPARE(kept.data().toString(), name);
        // and goes
        directory::Delta back;
        for (const directory::Row &row : delta.upserted)
            back.removed.push_back({RowKind::Grant, directory::idOf(row)});
        m_session.apply(back);
        model.setList(makeList(question(busy()), {}));
        QCOMPARE(model.rowCount(), before);
        QCOMPARE(kept.data().toString(), name);
        QCOMPARE(resets.count(), 0);
    }

    void twoHundredThousandPeopleDontStall() // APP-3
    {
        const SpaceRow space = test::rowOf(m_session, test::busySpace(m_session));
        const auto before = m_session.snapshot();
        const auto root =
            before->organization(before->rootOrganizations(before->findTenant(space.tenantId)).front()).id();
        directory::SnapshotBuilder builder;
        for (const directory::Row &row : before->allRows())
            builder.add(row);
        UserRow user = before->user(before->findUser(m_session.userId())).row();
        MembershipRow membership;
        membership.tenantId = space.tenantId;
        membership.organizationId = root;
        membership.role = u"member"_s;
        for (int i = 0; i < 200'000; ++i) {
            user.id = membership.userId = UserId::make(m_session.now());
            user.name = u"王%1"_s.arg(i);
            membership.id = QUuid::createUuid();
            builder.add(user);
            builder.add(membership);
        }
        builder.add(
            test::grantOn(space, SubjectKind::Organization, root.uuid(), Role::Viewer, m_session.now()));
        ListQuestion q = question(busy());
        q.snapshot = builder.build().value();
        q.fixed = Object(q.snapshot->findSpace(space.id));
        q.index = nullptr;
        const AccessListPtr byRole = makeList(q, {});
        QVERIFY(byRole->rows.size() >= 200'000);
        q.sortedBy = Column::Subject;
        const AccessListPtr byName = makeList(q, {});
        q.only = Role::Viewer;
        const AccessListPtr viewers = makeList(q, {});
        AccessModel model;
        const test::LoopWatch watch;
        auto aTurn = [&watch, from = 0]() mutable {
            QTRY_VERIFY(watch.turns() > from);
            from = watch.turns();
        };
        model.setList(byRole);
        const QPersistentModelIndex current = model.index(100'000, 0);
        const QString name = current.data().toString();
        aTurn();
        model.setList(byName);
        aTurn();
        model.setList(viewers);
        aTurn();
        QCOMPARE(current.data().toString(), name);
        for (int row = 0; row < 40; ++row)
            for (int column = 0; column < explorer::columnCount; ++column)
                QVERIFY(model.index(row, column).data().isValid());
        qInfo("%zu people shown, sorted anew, narrowed, a screen of texts and reasons: the longest turn took "
              "%.1f ms",
              byRole->rows.size(), watch.longest());
        QVERIFY2(watch.longest() < test::LoopWatch::bar, qPrintable(QString::number(watch.longest())));
    }

    void stopsWhenTold()
    {
        std::stop_source source;
        source.request_stop();
        QCOMPARE(makeList(question(busy()), source.get_token()), nullptr);
    }
};

QTEST_MAIN(AccessListTest)
#include "tst_accesslist.moc"
