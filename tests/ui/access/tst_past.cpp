// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PRM-6 on screen: the explorer and the permission detail as of a past moment, and two moments compared
#include "core/access/explanationtext.h"
#include "core/domain/messages.h"
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/somepast.h"
#include "ui/dialogs/boundchip.h"
#include "ui/dialogs/impactlist.h"
#include "ui/dialogs/impactmodel.h"
#include "ui/pages/access/accesslistpane.h"
#include "ui/pages/access/accessmodel.h"
#include "ui/pages/access/accesspage.h"
#include "ui/pages/access/pickfield.h"
#include "ui/pages/access/planbar.h"
#include "ui/pages/access/planbasket.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/pages/spaces/permissiondetailmodel.h"
#include "ui/pages/spaces/reasonpane.h"
#include "ui/past/asoffield.h"
#include "ui/past/comparisondialog.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/states.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::explorer;
using test::FixedSession;
using State = Viewpoint::State;

namespace {

using Rows = std::map<QUuid, Role>;

} // namespace

class PastTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<AccessPage> m_page;
    test::SomePast m_past;

    [[nodiscard]] SpaceId busy() const { return m_past.space; }
    [[nodiscard]] Viewpoint *view() const { return m_page->viewpoint(); }
    /// Those that the page lists on the space.
    [[nodiscard]] Rows listed() const
    {
        Rows rows;
        const AccessListPtr &list = m_page->list()->model()->list();
        for (const ListRow &row : list ? list->rows : std::vector<ListRow>())
            rows.emplace(list->question.snapshot->idOf(list->subject(row)), row.role);
        return rows;
    }
    [[nodiscard]] Rows whoAt(const directory::SnapshotPtr &snapshot, Instant at) const
    {
        Rows rows;
        for (const access::UserRole &each : access::Resolver(snapshot, at).who(snapshot->findSpace(busy())))
            rows.emplace(snapshot->user(each.user).id().uuid(), each.role);
        return rows;
    }
    [[nodiscard]] Rows whoNow() const { return whoAt(m_session->snapshot(), m_session->now()); }
    [[nodiscard]] Rows whoThen(Instant at) const { return whoAt(m_past.past->asOf(at).value(), at); }
    void askAboutTheSpace() { QVERIFY(m_page->showObject(u"space:"_s + busy().toString())); }
    void choose(AsOfField::Choice choice) { m_page->asOf()->choice()->setCurrentIndex(choice); }
    /// What a person sees of it.
    [[nodiscard]] QString seen(const QWidget *within) const
    {
        QStringList texts;
        for (const QLabel *label : within->findChildren<QLabel *>())
            if (label->isVisible())
                texts += label->text();
        return texts.join(u'\n');
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
        m_past = test::setSomePast(*m_session, test::busySpace(*m_session));
        m_page = std::make_unique<AccessPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->resize(1100, 720);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void listsWhatWasThen() // PRM-6
    {
        askAboutTheSpace();
        QTRY_COMPARE(listed(), whoNow());
        choose(AsOfField::MonthAgo);
        QTRY_COMPARE(view()->state(), State::Then);
        const Instant then = m_session->now() - std::chrono::hours(30 * 24);
        QCOMPARE(*view()->moment(), then);
        QTRY_COMPARE(listed(), whoThen(then));
        QVERIFY(whoThen(then) != whoNow());
        QVERIFY(seen(m_page.get()).contains(u"As of Dec 31, 2025"_s));
        QVERIFY(seen(m_page.get()).contains(u"reaches back to Dec 1, 2025"_s));
        choose(AsOfField::Now);
        QTRY_COMPARE(listed(), whoNow());
        QVERIFY(!seen(m_page.get()).contains(u"reaches back"_s));
    }

    void explainsWhatWasThen() // PRM-3, PRM-6
    {
        const auto snapshot = m_session->snapshot();
        directory::GrantIndex changed;
        for (const directory::GrantEntry entry : snapshot->grantsOn(snapshot->findSpace(busy())))
            if (const auto grant = snapshot->grant(entry.grant());
                grant.subject().user().isValid() && grant.role() != Role::Owner)
                changed = entry.grant();
        const QUuid user = snapshot->idOf(snapshot->grant(changed).subject());
        QVERIFY(m_page->showObject(
            u"user:%1 space:%2"_s.arg(user.toString(QUuid::WithoutBraces), busy().toString())));
        choose(AsOfField::MonthAgo);
        QTRY_COMPARE(view()->state(), State::Then);
        const auto then = view()->snapshot();
        QCOMPARE(m_page->explanation()->text(),
                 access::explanationText(
                     *then, access::Resolver(then, view()->now())
                                .explain(then->findUser(UserId(user)), then->findSpace(busy()))));
        // Nothing is planned there, and the buttons say why.
        int closed = 0;
        for (const QPushButton *button : m_page->planBar()->findChildren<QPushButton *>())
            closed += !button->isEnabled() && button->toolTip().contains(u"past"_s);
        QCOMPARE(closed, 3);
        m_page->planBar()->planTaking();
        m_page->planBar()->planRepair();
        QVERIFY(m_page->basket()->changes().empty());
    }

    void nothingPlannedIsDoneFromThePast() // PRM-5, PRM-6
    {
        const UserId somebody = m_session->world().personas.at(5).userId;
        QVERIFY(m_page->showObject(u"user:%1 space:%2"_s.arg(somebody.toString(), busy().toString())));
        m_page->planBar()->planRole(Role::Editor);
        QCOMPARE(m_page->basket()->changes().size(), size_t(1));
        choose(AsOfField::WeekAgo);
        QTRY_COMPARE(view()->state(), State::Then);
        m_page->basket()->doIt();
        QVERIFY(m_session->commands().isEmpty());
        choose(AsOfField::Now);
        QCOMPARE(m_page->basket()->changes().size(), size_t(1));
        m_page->basket()->doIt();
        QCOMPARE(m_session->commands().size(), 1);
    }

    void looksBeforeTheLastChange() // PRM-6
    {
        askAboutTheSpace();
        choose(AsOfField::BeforeLastChange);
        QTRY_COMPARE(view()->state(), State::Then);
        QCOMPARE(*view()->moment(), m_past.change - std::chrono::microseconds(1));
        QTRY_COMPARE(listed(), whoThen(m_past.begins));
        // Of what never changed it says so.
        const auto snapshot = m_session->snapshot();
        for (const auto space : snapshot->spacesOf(snapshot->findTenant(m_session->actor().tenantId)))
            if (snapshot->space(space).id() != busy()) {
                QVERIFY(m_page->showObject(u"space:"_s + snapshot->space(space).id().toString()));
                break;
            }
        choose(AsOfField::BeforeLastChange);
        QTRY_COMPARE(view()->failure(), Viewpoint::Failure::NeverChanged);
        QVERIFY(seen(m_page.get()).contains(u"It never changed"_s));
    }

    void anyMomentIsTyped() // PRM-6, APP-2
    {
        askAboutTheSpace();
        choose(AsOfField::AnyMoment);
        QTRY_COMPARE(view()->state(), State::Then); // yesterday, to begin with
        MomentEdit *edit = m_page->asOf()->edit();
        QVERIFY(edit->isVisible() && edit->hasFocus());
        edit->setDateTime(edit->dateTime().addDays(-30));
        QTRY_COMPARE(view()->moment(), std::optional(m_session->now() - std::chrono::hours(31 * 24)));
        QTRY_COMPARE(listed(), whoThen(*view()->moment()));
        edit->setDateTime(edit->dateTime().addYears(-1));
        QTRY_COMPARE(view()->failure(), Viewpoint::Failure::BeforeHistory);
        QVERIFY(seen(m_page.get()).contains(u"Choose a later moment"_s));
        QVERIFY(m_page->list()->model()->rowCount() == 0);
    }

    void everythingByKeyboard() // APP-2
    {
        askAboutTheSpace();
        choose(AsOfField::MonthAgo);
        QTRY_COMPARE(view()->state(), State::Then);
        QTRY_VERIFY(!listed().empty());
        QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
        QCOMPARE(test::unreachableControls(m_page.get()), QStringList());
    }

    void readingCanBeCancelled() // APP-3
    {
        m_session->holdHistory(true);
        askAboutTheSpace();
        choose(AsOfField::WeekAgo);
        QCOMPARE(view()->state(), State::Waiting);
        auto *loading = m_page->findChild<LoadingState *>();
        for (LoadingState *each : m_page->findChildren<LoadingState *>())
            if (each->isVisible())
                loading = each;
        QVERIFY(loading->isVisible());
        QTest::mouseClick(loading->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(view()->state(), State::Now);
        QCOMPARE(m_page->asOf()->choice()->currentIndex(), int(AsOfField::Now));
        QTRY_COMPARE(listed(), whoNow());
    }

    void whatFailedIsTriedAgain()
    {
        m_session->setHistory(m_session->actor().tenantId, {}); // offline and never read
        askAboutTheSpace();
        choose(AsOfField::WeekAgo);
        QTRY_COMPARE(view()->state(), State::Failed);
        QVERIFY(seen(m_page.get()).contains(sentence(*view()->error())));
        test::setSomePast(*m_session, busy());
        for (ErrorState *each : m_page->findChildren<ErrorState *>())
            if (each->isVisible())
                QTest::mouseClick(each->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(view()->state(), State::Then);
    }

    void saysUpToWhenItWasRead() // PRM-6: without a connection
    {
        m_session->setNow(m_session->now() + std::chrono::hours(2));
        askAboutTheSpace();
        choose(AsOfField::HourAgo);
        QTRY_COMPARE(view()->state(), State::Then);
        QVERIFY(seen(m_page.get()).contains(u"It was read up to Jan 30, 2026"_s));
    }

    // Who doesn't administer the tenant sees the past of what they see, and is told that it may not be all.
    void othersLookAtWhatTheySee() // PRM-6, PRM-7
    {
        m_session->setHeldScopes({});
        m_session->setSnapshot(m_session->snapshot());
        m_past = test::setSomePast(*m_session, busy());
        QVERIFY(m_past.past->mark().isPart());
        askAboutTheSpace();
        QVERIFY(m_page->asOf()->choice()->isEnabled());
        choose(AsOfField::MonthAgo);
        QTRY_COMPARE(view()->state(), State::Then);
        QTRY_COMPARE(listed(), whoThen(*view()->moment()));
        QVERIFY(seen(m_page.get()).contains(u"Of then it shows what you see today"_s));
        QCOMPARE(m_page->findChild<BoundChip *>()->bound(), access::Bound::AtLeast);
        // Of themselves too: what they had through others they may not see any more.
        QVERIFY(m_page->showObject(u"user:"_s + m_session->userId().toString()));
        choose(AsOfField::Now);
        QCOMPARE(m_page->findChild<BoundChip *>()->bound(), access::Bound::Exact);
        choose(AsOfField::MonthAgo);
        QTRY_COMPARE(view()->state(), State::Then);
        QCOMPARE(m_page->findChild<BoundChip *>()->bound(), access::Bound::AtLeast);
        ComparisonDialog dialog(*m_session, {}, m_session->now() - std::chrono::hours(30 * 24));
        QSignalSpy ready(&dialog, &ComparisonDialog::ready);
        dialog.show();
        QVERIFY(ready.wait());
        QCOMPARE(dialog.about()->currentText(), u"Everything that you see"_s);
        QCOMPARE(dialog.list()->findChild<BoundChip *>()->bound(), access::Bound::AtLeast);
        QVERIFY(seen(&dialog).contains(u"It holds what you see today"_s));
    }

    void thePlatformTeamHasNoPastOfTenants() // PRM-6, ROL-2
    {
        FixedSession session(u"system_administrator"_s);
        PastReader reader(session);
        const TenantId tenant = m_session->actor().tenantId;
        session.turnTo(tenant);
        QCOMPARE(
            reader.refusal(),
            PastReader::tr("Only who administers another tenant, or has it open, may look at its past."));
        session.setHeldScopes({{ScopeKind::Tenant, tenant.uuid(), {}}}); // TEN-13
        QCOMPARE(reader.refusal(), QString());
    }

    void otherScopesAreReadAnew() // PRM-6
    {
        m_session->setHeldScopes({{ScopeKind::Management, busy().uuid(), {}}});
        m_past = test::setSomePast(*m_session, busy());
        PastReader reader(*m_session);
        QSignalSpy ended(&reader, &PastReader::readingEnded);
        reader.read();
        QTRY_COMPARE(ended.size(), 1);
        m_session->setSnapshot(m_session->snapshot());
        QVERIFY(!reader.isReading());
        m_session->setHeldScopes({});
        m_session->setSnapshot(m_session->snapshot());
        QTRY_COMPARE(ended.size(), 2);
    }

    void whoLosesTheTenantLosesWhatIsShown() // PRM-6
    {
        askAboutTheSpace();
        choose(AsOfField::MonthAgo);
        QTRY_COMPARE(view()->state(), State::Then);
        m_session->setHeldScopes({});
        m_session->setSnapshot(m_session->snapshot());
        QCOMPARE(view()->state(), State::Now);
    }

    void lockingFreesThePastAndTheNames() // SEC-4
    {
        const UserId somebody = m_session->world().personas.at(5).userId;
        QVERIFY(m_page->showObject(u"user:%1 space:%2"_s.arg(somebody.toString(), busy().toString())));
        m_page->planBar()->planRole(Role::Editor);
        m_session->submit(m_page->basket()->changes().front().command); // for its words
        choose(AsOfField::MonthAgo);
        QTRY_COMPARE(view()->state(), State::Then);
        const std::weak_ptr<const directory::Snapshot> then = view()->snapshot();
        const std::weak_ptr<const directory::Past> past = m_past.past;
        m_past.past.reset();
        m_session->setHistory(m_session->actor().tenantId, {});
        const auto snapshot = m_session->snapshot();
        const QString name = snapshot->user(snapshot->findUser(somebody)).name();
        const sync::SyncState open = m_session->state();
        sync::SyncState locked = open;
        locked.store = sync::StoreState::Closed;
        m_session->setSnapshot(directory::Snapshot::empty());
        m_session->setState(locked);
        QTRY_VERIFY(past.expired());
        QTRY_VERIFY(then.expired());
        QVERIFY(m_page->who()->text().isEmpty() && !m_page->who()->chosen());
        QVERIFY(m_page->who()->found()->picks().isEmpty());
        QVERIFY(m_page->what()->text().isEmpty() && m_page->explanation()->text().isEmpty());
        QCOMPARE(m_page->basket()->changes().size(), size_t(1)); // without its words
        QVERIFY(m_page->basket()->changes().front().text.isEmpty());
        QVERIFY(m_page->basket()->changes().front().command.subject.isEmpty());
        QVERIFY(!seen(m_page.get()).contains(name));
        m_session->setSnapshot(snapshot);
        m_session->setState(open);
        QCOMPARE(m_page->who()->text(), name);
        QVERIFY(m_page->what()->chosen() && m_page->what()->chosen()->id == busy().uuid());
        QCOMPARE(view()->state(), State::Now);
    }

    void comparesTwoMoments_data()
    {
        QTest::addColumn<QString>("about");
        QTest::newRow("the whole tenant") << QString();
        QTest::newRow("a space") << u"space"_s;
        QTest::newRow("a person") << u"user"_s;
    }
    void comparesTwoMoments() // PRM-6
    {
        QFETCH(QString, about);
        const Rows before = whoThen(m_past.begins);
        const Rows now = whoNow();
        QUuid person;
        std::optional<Pick> pick;
        const auto snapshot = m_session->snapshot();
        if (about == u"space")
            pick = pickOf(*snapshot, directory::Object(snapshot->findSpace(busy())));
        if (about == u"user") {
            for (const auto &[user, role] : now)
                if (!before.contains(user) || before.at(user) != role)
                    person = user;
            QVERIFY(!person.isNull());
            pick = pickOf(*snapshot, directory::Subject(snapshot->findUser(UserId(person))));
        }
        ComparisonDialog dialog(*m_session, pick, m_session->now() - std::chrono::hours(30 * 24));
        QSignalSpy ready(&dialog, &ComparisonDialog::ready);
        dialog.show();
        QVERIFY(ready.wait(test::atMost));
        QAbstractItemModelTester tester(dialog.list()->model());
        Rows found;
        for (const access::RoleChange &change : dialog.difference()->page(0, dialog.difference()->size())) {
            const auto &after = *dialog.difference()->after().snapshot;
            if (after.idOf(change.object) != busy().uuid()) { // grants elsewhere ended by themselves
                QVERIFY(about != u"space" || change.object.kind() == ObjectKind::Resource);
                continue;
            }
            found.emplace(after.user(change.user).id().uuid(), change.after);
            const QUuid user = after.user(change.user).id().uuid();
            QCOMPARE(change.before, before.contains(user) ? before.at(user) : Role::None);
        }
        Rows expected;
        for (const auto &[user, role] : now)
            if ((person.isNull() || user == person) && (!before.contains(user) || before.at(user) != role))
                expected.emplace(user, role);
        QCOMPARE(found, expected);
        QVERIFY(dialog.list()->model()->rowCount() >= int(expected.size()));
        QVERIFY(dialog.list()->model()->index(0, 0).data().toString().size() > 0);
        QCOMPARE(test::unnamedControls(&dialog), QStringList());
        // The other way round what was gained is lost.
        const qsizetype gaining = dialog.difference()->gaining();
        const QDateTime from = dialog.from()->dateTime();
        dialog.from()->setDateTime(dialog.until()->dateTime());
        dialog.until()->setDateTime(from);
        QTRY_COMPARE(dialog.difference()->losing(), gaining);
        // Nothing moved between a moment and itself.
        dialog.until()->setDateTime(dialog.from()->dateTime());
        QTRY_VERIFY(dialog.difference()->isEmpty());
        dialog.until()->setDateTime(dialog.from()->dateTime().addYears(-2));
        QTRY_VERIFY(seen(&dialog).contains(u"Choose a later moment"_s));
    }

    void theComparisonSaysWhenItIsNotAll() // PRM-6, PRM-7
    {
        const auto boundOf = [this] {
            ComparisonDialog dialog(*m_session, {}, {});
            QSignalSpy ready(&dialog, &ComparisonDialog::ready);
            dialog.show();
            if (!ready.wait(test::atMost))
                qFatal("the comparison doesn't come");
            return dialog.list()->findChild<BoundChip *>()->bound();
        };
        QCOMPARE(boundOf(), access::Bound::Exact);
        // Somebody whom the actor doesn't see any more was given something meanwhile.
        const auto snapshot = m_session->snapshot();
        const auto grants = snapshot->grantsOn(snapshot->findSpace(busy()));
        for (const directory::GrantEntry entry : grants)
            if (const auto user = snapshot->grant(entry.grant()).subject().user();
                user.isValid() && entry.role() != Role::Owner &&
                snapshot->idOf(directory::Subject(user)) != m_session->userId().uuid()) {
                m_session->apply({{}, {{RowKind::User, snapshot->idOf(directory::Subject(user))}}});
                test::setSomePast(*m_session, busy());
                break;
            }
        QCOMPARE(boundOf(), access::Bound::AtLeast);
    }

    void lockingClosesTheComparison() // SEC-4
    {
        ComparisonDialog dialog(*m_session, {}, {});
        QSignalSpy ready(&dialog, &ComparisonDialog::ready);
        QVERIFY(ready.wait(test::atMost));
        QSignalSpy closed(&dialog, &QDialog::finished);
        sync::SyncState locked = m_session->state();
        locked.store = sync::StoreState::Closed;
        m_session->setState(locked);
        QCOMPARE(closed.size(), 1);
    }

    void detailOfThen() // PRM-1, PRM-6
    {
        const auto snapshot = m_session->snapshot();
        const QUuid owner = m_session->userId().uuid();
        spaces::PermissionDetailDialog dialog(*m_session, {}, SubjectKind::User, owner);
        dialog.show();
        dialog.spaceField()->choose(pickOf(*snapshot, directory::Object(snapshot->findSpace(busy()))));
        const auto roleAt = [&](const directory::SnapshotPtr &s, Instant at) {
            return access::Resolver(s, at).check(s->findUser(UserId(owner)), s->findSpace(busy()));
        };
        const auto shown = [&] { return dialog.model()->row(dialog.model()->index(0, 0)).role; };
        QCOMPARE(shown(), roleAt(snapshot, m_session->now()));
        const Instant then = m_session->now() - std::chrono::hours(30 * 24);
        dialog.viewpoint()->lookAt(then);
        QTRY_COMPARE(dialog.viewpoint()->state(), State::Then);
        QCOMPARE(shown(), roleAt(m_past.past->asOf(then).value(), then));
        QCOMPARE(test::unnamedControls(&dialog), QStringList());
    }
};

QTEST_MAIN(PastTest)
#include "tst_past.moc"
