// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/commandworld.h"
#include "tests/sync/console.h"
#include "ui/pages/access/accesslistpane.h"
#include "ui/pages/access/accessmodel.h"
#include "ui/pages/access/accesspage.h"
#include "ui/past/comparisondialog.h"
#include "ui/past/viewpoint.h"
#include "ui/session/enginesession.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::ui;
using namespace tenantry::ui::explorer;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

/// Whom the page lists with which role.
using Rows = std::map<QUuid, Role>;

Rows rowsOf(const AccessListPtr &list)
{
    Rows rows;
    for (const ListRow &row : list ? list->rows : std::vector<ListRow>())
        rows.emplace(list->question.snapshot->idOf(list->subject(row)), row.role);
    return rows;
}

} // namespace

/// The explorer on a real server: what it says of a past moment is what it said then (PRM-6).
class TestUiPast final : public QObject
{
    Q_OBJECT
private:
    struct Answer
    {
        Instant at;
        Rows rows;
    };

    CommandWorld m_world;
    std::unique_ptr<test::Console> m_console;
    std::unique_ptr<EngineSession> m_session;
    std::unique_ptr<AccessPage> m_page;
    QString m_space;
    std::vector<Answer> m_answers;

    [[nodiscard]] Rows listed() const { return rowsOf(m_page->list()->model()->list()); }
    [[nodiscard]] Rows known() const
    {
        const auto snapshot = m_session->snapshot();
        Rows rows;
        for (const access::UserRole &each : access::Resolver(snapshot, m_session->now())
                                                .who(snapshot->findSpace(CommandWorld::spaceId(m_space))))
            rows.emplace(snapshot->user(each.user).id().uuid(), each.role);
        return rows;
    }
    /// A command that the server carries out; then what the page says of it, and when.
    void give(const tenantry::Command &command, const std::function<bool(const Rows &)> &isThere)
    {
        const test::Answer answer = m_world.give(m_world.ownerA, command);
        QVERIFY2(answer.isDone(), qPrintable(answer.text()));
        m_world.must(u"select worker.seal_audit()"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(known()), patience);
        note();
    }
    void note()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!listed().empty() && listed() == known(), patience);
        m_answers.push_back(
            {fromMicroseconds(
                 m_world.must(u"select app.micros(max(sealed_at)) from app.audit_heads"_s).toLongLong()),
             listed()});
    }
    [[nodiscard]] tenantry::Command grant(const QString &id, SubjectKind kind, const QString &subject,
                                          Role role) const
    {
        GrantWish wish;
        wish.id = CommandWorld::grantId(id);
        wish.objectKind = ObjectKind::Space;
        wish.objectId = QUuid::fromString(m_space);
        wish.subjectKind = kind;
        wish.subjectId = QUuid::fromString(subject);
        wish.role = role;
        return grantsSet(CommandWorld::spaceId(m_space), {wish});
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_world.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        m_space = m_world.addSpace(m_world.ownerA);
        (void)m_world.must(u"select worker.seal_audit()"_s);
        m_console = std::make_unique<test::Console>(m_world.cluster().profileFor(m_world.adminA.role),
                                                    SchemaWorld::password);
        m_session = std::make_unique<EngineSession>(m_console->options, UserId());
        m_session->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->state().online && m_session->state().lastSync, patience);
        m_page = std::make_unique<AccessPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_page->showObject(u"space:"_s + m_space), patience);
        note();
    }
    void cleanupTestCase()
    {
        m_page.reset();
        m_session.reset();
    }

    void whatIsDone()
    {
        const QString organization = m_world.addOrganization(u"质效"_s);
        const QString person = m_world.addCard(u"张三"_s);
        m_world.addMembership(person, organization);
        const QUuid id = QUuid::fromString(person);
        const QString wide = SchemaWorld::newId();
        const QString own = SchemaWorld::newId();
        give(grant(wide, SubjectKind::Organization, organization, Role::Viewer),
             [&](const Rows &rows) { return rows.contains(id); });
        give(grant(own, SubjectKind::User, person, Role::Editor),
             [&](const Rows &rows) { return rows.contains(id) && rows.at(id) == Role::Editor; });
        give(m_world.seeingGrants(grant(own, SubjectKind::User, person, Role::Commenter), {own}),
             [&](const Rows &rows) { return rows.at(id) == Role::Commenter; });
        give(m_world.seeingGrants(grantsRemove(CommandWorld::spaceId(m_space),
                                               {CommandWorld::grantId(own), CommandWorld::grantId(wide)}),
                                  {own, wide}),
             [&](const Rows &rows) { return !rows.contains(id); });
        QCOMPARE(m_answers.size(), size_t(5));
    }

    void isWhatThePastSays() // PRM-6
    {
        for (const Answer &answer : m_answers) {
            m_page->viewpoint()->lookAt(answer.at);
            QTRY_COMPARE_WITH_TIMEOUT(m_page->viewpoint()->state(), Viewpoint::State::Then, patience);
            QTRY_COMPARE_WITH_TIMEOUT(listed(), answer.rows, patience);
        }
        m_page->viewpoint()->lookNow();
        QTRY_COMPARE_WITH_TIMEOUT(listed(), m_answers.back().rows, patience);
    }

    void andWhatTwoMomentsDifferIn() // PRM-6
    {
        ComparisonDialog dialog(*m_session, {}, m_answers.front().at);
        QSignalSpy ready(&dialog, &ComparisonDialog::ready);
        QVERIFY(ready.wait(patience));
        // A field holds minutes; all of this took less. The person came and went: at the end nobody has
        // anything else.
        QCOMPARE(m_answers.front().rows, m_answers.back().rows);
        QVERIFY(dialog.difference() && dialog.difference()->isEmpty());
    }

    void othersSeeTheirPart() // PRM-6: whoever sees a part of the tenant today sees the past of that
    {
        test::Console console(m_world.cluster().profileFor(m_world.ownerA.role), SchemaWorld::password);
        EngineSession session(console.options, UserId());
        session.start();
        QTRY_VERIFY_WITH_TIMEOUT(session.state().online && session.state().lastSync, patience);
        AccessPage page(session);
        QCOMPARE(page.viewpoint()->refusal(), QString());
        page.viewpoint()->lookAt(m_answers[2].at);
        QTRY_COMPARE_WITH_TIMEOUT(page.viewpoint()->state(), Viewpoint::State::Then, patience);
        QVERIFY(page.viewpoint()->mark()->isPart());
    }

    void lockingFreesIt() // SEC-4
    {
        m_page->viewpoint()->lookAt(m_answers[2].at);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->viewpoint()->state(), Viewpoint::State::Then, patience);
        const std::weak_ptr<const directory::Snapshot> then = m_page->viewpoint()->snapshot();
        QTRY_VERIFY_WITH_TIMEOUT(!listed().empty(), patience);
        m_session->lock();
        QTRY_VERIFY_WITH_TIMEOUT(then.expired(), patience);
        QVERIFY(m_page->viewpoint()->isNow());
        m_session->unlock();
        QTRY_COMPARE_WITH_TIMEOUT(listed(), m_answers.back().rows, patience);
    }
};

QTEST_MAIN(TestUiPast)
#include "tst_uipast.moc"
