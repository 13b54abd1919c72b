// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EXT-1, EXT-2, APP-2
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/members/handoverdialog.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/pages/outsiders/outsidersmodel.h"
#include "ui/pages/outsiders/outsiderspage.h"
#include "ui/widgets/confirmdialog.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::outsiders;
using test::FixedSession;

class OutsidersPageTest final : public QObject
{
    Q_OBJECT

    FixedSession m_session{u"tenant_administrator"_s};
    UserId m_outsider;
    SpaceId m_space;

    static void dress(QWidget &page)
    {
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&page, &event);
    }
    /// Somebody of another tenant gets a role on a new space of this one.
    void addOutsider(const QString &spaceName, std::optional<Instant> expiry)
    {
        const SpaceRow like = test::rowOf(m_session, test::busySpace(m_session));
        directory::Delta delta = test::newSpace(like, spaceName, m_session.userId(), 2, m_session.now());
        const SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
        m_space = space.id;
        if (m_outsider.isNull())
            for (const UserRow &user : m_session.world().users)
                if (user.tenantId != like.tenantId && user.status == UserStatus::Active &&
                    std::none_of(m_session.world().outsiders.begin(), m_session.world().outsiders.end(),
                                 [&](const tenantry::OutsiderRow &o) { return o.userId == user.id; }))
                    m_outsider = user.id;
        tenantry::OutsiderRow row;
        row.id = makeUuid7(m_session.now());
        row.tenantId = like.tenantId;
        row.userId = m_outsider;
        row.since = m_session.now() - std::chrono::days(3);
        row.version = 1;
        if (!known())
            delta.upserted.emplace_back(row);
        GrantRow grant =
            test::grantOn(space, SubjectKind::User, m_outsider.uuid(), Role::Editor, m_session.now());
        grant.expiresAt = expiry;
        delta.upserted.emplace_back(grant);
        m_session.apply(delta);
    }
    bool known() const
    {
        for (const tenantry::OutsiderRow &row : m_session.snapshot()->outsiders())
            if (row.userId == m_outsider)
                return true;
        return false;
    }
    const outsiders::OutsiderRow *find(const OutsidersModel &model)
    {
        for (int i = 0; i < model.rowCount(); ++i)
            if (model.rowAt(i).id == m_outsider)
                return &model.rowAt(i);
        return nullptr;
    }

private Q_SLOTS:
    void listsThemWithTheirSpaces() // EXT-1
    {
        addOutsider(u"智能客服"_s, m_session.now() + std::chrono::days(3));
        OutsidersPage page(m_session);
        dress(page);
        QVERIFY(page.isAvailable());
        QAbstractItemModelTester tester(page.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const outsiders::OutsiderRow *row = find(*page.model());
        QVERIFY(row);
        QCOMPARE(row->spaces.size(), size_t(1));
        QCOMPARE(row->spaces.front().name, u"智能客服"_s);
        QCOMPARE(row->spaces.front().role, Role::Editor);
        QCOMPARE(row->until, m_session.now() + std::chrono::days(3));
        addOutsider(u"经营分析"_s, {});
        row = find(*page.model()); // follows the snapshot
        QCOMPARE(row->spaces.size(), size_t(2));
        QVERIFY(!row->until);              // one grant never ends
        page.model()->setQuery(u"jyfx"_s); // by a space's name, its initials
        QCOMPARE(page.model()->rowCount(), 1);
        page.model()->setQuery(u"nobody like this"_s);
        QCOMPARE(page.model()->rowCount(), 0);
    }

    void removingNamesWhatIsLost() // EXT-1
    {
        OutsidersPage page(m_session);
        dress(page);
        page.show();
        QVERIFY(page.showObject(m_outsider.toString()));
        QTest::keyClick(page.table(), Qt::Key_Delete);
        auto *dialog = page.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        const QStringList lost = lossLines(*find(*page.model()));
        QCOMPARE(lost.size(), 2);
        QVERIFY(lost.join(u'\n').contains(u"智能客服"_s));
        const qsizetype before = m_session.commands().size();
        dialog->accept();
        QCOMPARE(m_session.commands().size(), before + 1);
        const Command command = m_session.commands().constLast().command;
        QCOMPARE(command.kind, u"outsider_remove"_s);
        QCOMPARE(command.payload["user_id"_L1].toString(), m_outsider.toString());
        QVERIFY(find(*page.model())->pending == outsiders::OutsiderRow::Pending::Queued);
        m_session.answer(command.id, {Error{ErrorClass::Business, u"command.not_allowed"_s, {}, {}}});
        QVERIFY(find(*page.model())->pending == outsiders::OutsiderRow::Pending::Refused);
        QVERIFY(!find(*page.model())->problem.isEmpty());
        m_session.discard(command.id);
    }

    void undoGivesBackWhatTheyHad() // EXT-1, MEM-5
    {
        OutsidersPage page(m_session);
        dress(page);
        page.show();
        QVERIFY(page.showObject(m_outsider.toString()));
        QSignalSpy toast(&page, &Page::toastRequested);
        const size_t spaces = find(*page.model())->spaces.size();
        page.removeSelected();
        page.findChild<ConfirmDialog *>()->accept();
        const Command removal = m_session.commands().constLast().command;
        QCOMPARE(removal.kind, u"outsider_remove"_s);
        m_session.answer(removal.id);
        QCOMPARE(toast.size(), 1);
        const qsizetype before = m_session.commands().size();
        toast.first().at(1).value<std::function<void()>>()();
        QCOMPARE(size_t(m_session.commands().size() - before), spaces); // one for each space
        for (qsizetype i = before; i < m_session.commands().size(); ++i) {
            const Command back = m_session.commands()[i].command;
            QCOMPARE(back.kind, u"grants_set"_s);
            for (const QJsonValue &wish : back.payload["grants"_L1].toArray()) {
                QCOMPARE(wish["subject_id"_L1].toString(), m_outsider.toString());
                QCOMPARE(wish["role"_L1].toString(), u"editor"_s);
            }
            m_session.discard(back.id);
        }
    }

    void whoOwnsResourcesMustHandThemOver() // MOV-4
    {
        directory::Delta delta;
        GrantRow grant;
        const auto snapshot = m_session.snapshot();
        const auto resource = snapshot->resourcesOf(snapshot->findSpace(m_space)).front().resource();
        grant = test::grantOn(test::rowOf(m_session, m_space), SubjectKind::User, m_outsider.uuid(),
                              Role::Owner, m_session.now());
        grant.objectKind = ObjectKind::Resource;
        grant.objectId = snapshot->resource(resource).id().uuid();
        delta.upserted.emplace_back(grant);
        m_session.apply(delta);
        OutsidersPage page(m_session);
        dress(page);
        QVERIFY(page.showObject(m_outsider.toString()));
        const qsizetype before = m_session.commands().size();
        page.removeSelected();
        QVERIFY(!page.findChild<ConfirmDialog *>());
        QCOMPARE(m_session.commands().size(), before);
        // Here is the way to it (ORG-7).
        page.handOverSelected();
        auto *dialog = page.findChild<members::HandoverDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->list()->count(), 1);
        dialog->to()->choose(m_session.userId());
        dialog->reason()->setText(u"合作结束"_s);
        dialog->save();
        const Command command = m_session.commands().constLast().command;
        QCOMPARE(command.kind, u"handover"_s);
        QCOMPARE(command.payload["user_id"_L1].toString(), m_outsider.toString());
        QCOMPARE(command.payload["tenant_id"_L1].toString(), m_session.actor().administers.toString());
        const QJsonObject item = command.payload["items"_L1].toArray().first().toObject();
        QCOMPARE(item["kind"_L1].toString(), u"resource"_s);
        QCOMPARE(item["to"_L1].toString(), m_session.userId().toString());
        m_session.discard(command.id);
    }

    void keysReachEverything() // APP-2
    {
        OutsidersPage page(m_session);
        dress(page);
        page.resize(900, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(test::unreachableControls(&page), QStringList());
        QCOMPARE(test::unnamedControls(&page), QStringList());
    }

    void onlyForTheTenantsAdministrator() // EXT-1
    {
        FixedSession member(u"member"_s);
        QVERIFY(!OutsidersPage(member).isAvailable());
    }
};

QTEST_MAIN(OutsidersPageTest)
#include "tst_outsiderspage.moc"
