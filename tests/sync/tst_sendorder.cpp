// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pagesplit.h"
#include "core/sync/scopeselection.h"
#include "core/sync/sendorder.h"
#include "core/sync/trustedclock.h"

#include <QTest>

using namespace tenantry;
using namespace tenantry::sync;
using namespace Qt::StringLiterals;

namespace {

CommandId number(int n)
{
    return CommandId(QUuid::createUuidV5(QUuid(), QString::number(n)));
}

QueuedCommand command(int n, const QList<int> &after = {}, CommandState state = CommandState::Queued)
{
    QueuedCommand queued;
    queued.command.id = number(n);
    queued.state = state;
    for (const int predecessor : after)
        queued.command.after.append(number(predecessor));
    return queued;
}

} // namespace

class TestSendOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsInOrder();
    void refusedBlocksOnlyItsDependents();
    void waitsOnlyForItsPredecessors();
    void dependsOnResultsItSaw();
    void renewsPredecessors();
    void splitsPages();
    void leavesOutCoveredScopes();
    void neverGoesBack();
};

void TestSendOrder::sendsInOrder()
{
    QCOMPARE(planSending({}, {}).next, std::optional<CommandId>());
    QCOMPARE(planSending({command(1, {}, CommandState::Done), command(2), command(3)}, {}).next, number(2));
}

// INB-7
void TestSendOrder::refusedBlocksOnlyItsDependents()
{
    const SendPlan plan = planSending(
        {command(1, {}, CommandState::NeedsAttention), command(2, {1}), command(3, {2}), command(4)}, {});
    QCOMPARE(plan.next, number(4));
    QCOMPARE(plan.blocked.size(), 2);
    QCOMPARE(plan.blocked[0].id(), number(2));
    QCOMPARE(plan.blocked[0].state, CommandState::NeedsAttention);
    QCOMPARE(plan.blocked[0].errors.first().code, u"command.predecessor_refused"_s);
    QCOMPARE(plan.blocked[0].errors.first().parameters.value(u"command"_s).toString(), number(1).toString());
    QCOMPARE(plan.blocked[1].id(), number(3)); // along the whole chain
    QCOMPARE(planSending({command(1, {}, CommandState::Discarded), command(2, {1})}, {}).blocked.size(), 1);
}

void TestSendOrder::waitsOnlyForItsPredecessors()
{
    const SendPlan plan = planSending({command(1), command(2, {1}), command(3)}, {number(1)});
    QCOMPARE(plan.next, number(3));
    QVERIFY(plan.blocked.isEmpty());
    QCOMPARE(planSending({command(2, {99})}, {}).next, number(2)); // not here: the server knows
}

void TestSendOrder::dependsOnResultsItSaw()
{
    QueuedCommand second = command(2);
    second.command.seeResultOf(QUuid::createUuid(), u"details"_s, number(1));
    QCOMPARE(predecessorsOf(second.command), QSet<CommandId>{number(1)});
    QCOMPARE(planSending({command(1, {}, CommandState::NeedsAttention), second}, {}).blocked.size(), 1);
}

void TestSendOrder::renewsPredecessors()
{
    QueuedCommand old = command(1, {}, CommandState::Discarded);
    old.replacedBy = number(5);
    QueuedCommand replacement = command(5, {}, CommandState::Discarded);
    replacement.replacedBy = number(6);
    const QUuid record = QUuid::createUuid();
    Command dependent = command(2, {1, 7}).command;
    dependent.seeResultOf(record, u""_s, number(1));
    const Command next = renewed(dependent, number(3), {old, replacement});
    QCOMPARE(next.id, number(3));
    QCOMPARE(next.after, (QList<CommandId>{number(6), number(7)}));
    QCOMPARE(predecessorsOf(next), (QSet<CommandId>{number(6), number(7)}));
}

void TestSendOrder::splitsPages()
{
    QList<QByteArray> rows;
    const auto collect = [&](QByteArrayView row) {
        rows.append(row.toByteArray());
        return true;
    };
    QVERIFY(splitPage("(a,b)\n(c,\"d\ne\"\"\n\",f)\n(g)", collect));
    QCOMPARE(rows, (QList<QByteArray>{"(a,b)", "(c,\"d\ne\"\"\n\",f)", "(g)"}));
    QVERIFY(splitPage("", collect));
    QCOMPARE(rows.size(), 3);
    QVERIFY(!splitPage("(a)\n(b)", [](QByteArrayView) { return false; }));
    QCOMPARE(idOfRow("(018f2c6a-0000-7000-8000-000000000101,x)"),
             QUuid(u"018f2c6a-0000-7000-8000-000000000101"_s));
    QVERIFY(idOfRow("(018f2c6a)").isNull());
    QVERIFY(idOfRow("").isNull());
}

void TestSendOrder::leavesOutCoveredScopes()
{
    const QUuid t = QUuid::createUuid(), other = QUuid::createUuid(), space = QUuid::createUuid(),
                organization = QUuid::createUuid();
    const Scope tenantScope{ScopeKind::Tenant, t, t}, people{ScopeKind::People, t, t},
        chart{ScopeKind::Chart, t, t};
    const Scope spaceOfT{ScopeKind::Space, space, t}, spaceOfOther{ScopeKind::Space, other, other},
        inT{ScopeKind::Organization, organization, t};
    const Scope person{ScopeKind::Person, space, t}, subject{ScopeKind::Subject, space, t};
    const QList<Scope> held{tenantScope, people, chart, spaceOfT, spaceOfOther, inT, person, subject};
    const QList<Scope> ofAdministrator{tenantScope, people, chart, spaceOfOther, person, subject};
    QCOMPARE(wantedScopes(held, {}), ofAdministrator);
    QCOMPARE(wantedScopes(held, QSet<QUuid>()), ofAdministrator); // one's own tenant is never let go
    const Scope platform{ScopeKind::Platform, {}, {}};
    const QList<Scope> ofPlatform{chart, spaceOfT, spaceOfOther, inT, person, subject, platform};
    QCOMPARE(wantedScopes(held + QList<Scope>{platform}, QSet<QUuid>()), ofPlatform);
    // The platform team takes up people and chart of the tenants that it turns to, and of no other.
    const Scope peopleOfOther{ScopeKind::People, other, other}, chartOfOther{ScopeKind::Chart, other, other};
    const QList<Scope> ofTeam{platform, chart, person, peopleOfOther, chartOfOther};
    QCOMPARE(wantedScopes(ofTeam, QSet<QUuid>()), (QList<Scope>{platform, chart, person}));
    QCOMPARE(wantedScopes(ofTeam, QSet<QUuid>{other}), ofTeam);
    QCOMPARE(wantedScopes({people, inT, chart}, {}), (QList<Scope>{people, chart}));
    for (const ScopeKind kind :
         {ScopeKind::Everyone, ScopeKind::People, ScopeKind::Tenant, ScopeKind::Person, ScopeKind::Subject})
        QVERIFY(!kindsOf(kind).isEmpty());
}

// SEC-4: whatever the local clock says, time never goes back.
void TestSendOrder::neverGoesBack()
{
    const auto at = [](int minutes) {
        return fromMicroseconds(1'800'000'000'000'000 + minutes * 60'000'000LL);
    };
    const auto local = std::make_shared<FixedClock>(at(0));
    TrustedClock clock(local);
    clock.restore(at(10), std::chrono::minutes(10)); // the server is ten minutes ahead
    QCOMPARE(clock.now(), at(10));
    local->set(at(5));
    QCOMPARE(clock.now(), at(15));
    local->set(at(-600));
    QCOMPARE(clock.now(), at(15));
    TrustedClock afterRestart(local);
    afterRestart.restore(at(15), std::chrono::minutes(10));
    QCOMPARE(afterRestart.now(), at(15));
    local->set(at(7));
    QCOMPARE(afterRestart.now(), at(17));
    local->set(at(60 * 24 * 365)); // set forward by mistake: the server puts it right
    QVERIFY(afterRestart.now() > at(60 * 24 * 364));
    local->set(at(20));
    afterRestart.serverSaid(at(30), std::chrono::minutes(10));
    QCOMPARE(afterRestart.now(), at(30));
}

QTEST_GUILESS_MAIN(TestSendOrder)
#include "tst_sendorder.moc"
