// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"
#include "tests/sync/console.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/session/enginesession.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sync::Question;
using ui::EngineSession;

namespace
{

// Does what the arguments say, in place of whatever the schema has.
const auto function = uR"(
    create function api.search_people(arguments jsonb) returns jsonb language plpgsql security definer as $$
    begin
        perform app.require_actor();
        perform pg_sleep(coalesce((arguments ->> 'seconds')::float8, 0));
        if arguments ? 'refuse' then
            perform app.refuse('grant.gone', 'query', '{"grant": "7"}');
        elsif arguments ? 'state' then
            raise exception using errcode = arguments ->> 'state', message = 'why';
        end if;
        return arguments -> 'answer';
    end $$)"_s;

using Given = std::optional<Result<QJsonValue>>;

} // namespace

/// Questions that are no commands, against a real server.
class TestAsk final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void answers_data();
    void answers();
    void saysWhyThereIsNoAnswer_data();
    void saysWhyThereIsNoAnswer();
    void unknownToTheServer();
    void lateAnswersAreGivenUp();
    void goneContextsAreNotCalled();
    void lockingEndsTheWaiting();
    void signingOutDoesNotWait();
    void withoutAConnectionAtOnce();
    void lostConnectionsAreToldAndFoundAgain();
    void fixedSessionAnswers();

private:
    void ask(ui::Session &session, const QJsonObject &arguments, QObject *context)
    {
        m_given.reset();
        session.ask(Question::SearchPeople, arguments, context, [this](const Result<QJsonValue> &answer) {
            ++m_calls;
            m_given = answer;
        });
    }
    void ask(const QJsonObject &arguments) { ask(*m_session, arguments, this); }
    [[nodiscard]] QString code() const { return !m_given || m_given->has_value() ? QString() : m_given->error().code; }
    [[nodiscard]] QString sleepers() const
    {
        return m_world.sql(u"select count(*) from pg_stat_activity where wait_event = 'PgSleep'"_s);
    }

    SchemaWorld m_world;
    std::unique_ptr<test::Console> m_options;
    std::unique_ptr<EngineSession> m_session;
    Given m_given;
    int m_calls = 0;
};

void TestAsk::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    (void)m_world.must(u"drop function if exists api.search_people(jsonb)"_s);
    (void)m_world.must(function);
    (void)m_world.must(u"grant execute on function api.search_people(jsonb) to public"_s);
}

void TestAsk::init()
{
    m_calls = 0;
    m_options = std::make_unique<test::Console>(m_world.cluster().profileFor(m_world.memberA.role), SchemaWorld::password);
    if (QTest::currentTestFunction() == "lateAnswersAreGivenUp"_ba)
        m_options->options.timing.question = 800ms;
    m_session = std::make_unique<EngineSession>(m_options->options, UserId());
    m_session->start();
}

void TestAsk::cleanup()
{
    m_session.reset();
}

void TestAsk::answers_data()
{
    QTest::addColumn<QJsonValue>("answer");
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"hits"_s, QJsonArray{u"张三"_s}}});
    QTest::newRow("list") << QJsonValue(QJsonArray{1, 2});
    QTest::newRow("text") << QJsonValue(u"\"x\", y"_s);
    QTest::newRow("number") << QJsonValue(7);
}

void TestAsk::answers()
{
    QFETCH(QJsonValue, answer);
    ask({{u"answer"_s, answer}}); // before the first pull: it waits for the connection
    QTRY_VERIFY(m_given);
    QVERIFY2(m_given->has_value(), qPrintable(code()));
    QCOMPARE(**m_given, answer);
    QCOMPARE(m_calls, 1);
}

void TestAsk::saysWhyThereIsNoAnswer_data()
{
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QVariantMap>("parameters");
    QTest::newRow("refused") << QJsonObject{{u"refuse"_s, true}} << u"grant.gone"_s << QVariantMap{{u"grant"_s, u"7"_s}};
    QTest::newRow("not allowed") << QJsonObject{{u"state"_s, u"TY403"_s}} << u"server.refused_access"_s << QVariantMap();
    QTest::newRow("fault") << QJsonObject{{u"state"_s, u"TY500"_s}} << u"server.fault"_s << QVariantMap{{u"id"_s, u"why"_s}};
    QTest::newRow("malformed") << QJsonObject{{u"state"_s, u"TY400"_s}} << u"question.malformed"_s << QVariantMap{{u"reason"_s, u"why"_s}};
    QTest::newRow("busy") << QJsonObject{{u"state"_s, u"40001"_s}} << u"server.busy"_s << QVariantMap{{u"sqlstate"_s, u"40001"_s}};
}

void TestAsk::saysWhyThereIsNoAnswer()
{
    QFETCH(QJsonObject, arguments);
    QFETCH(QVariantMap, parameters);
    ask(arguments);
    QTRY_VERIFY(m_given);
    QTEST(code(), "code");
    QCOMPARE(m_given->error().parameters, parameters);
    QTRY_VERIFY(m_session->state().online); // that says nothing of the connection
}

void TestAsk::unknownToTheServer()
{
    (void)m_world.must(u"alter function api.search_people(jsonb) rename to searched"_s);
    ask({});
    QTRY_COMPARE(code(), u"question.unknown"_s);
    (void)m_world.must(u"alter function api.searched(jsonb) rename to search_people"_s);
}

void TestAsk::lateAnswersAreGivenUp()
{
    QTRY_VERIFY(m_session->state().online);
    ask({{u"seconds"_s, 60}});
    QTRY_COMPARE(code(), u"question.late"_s);
    QCOMPARE(m_given->error().errorClass, ErrorClass::Network);
    QTRY_COMPARE(sleepers(), u"0"_s); // the server was told
    ask({{u"answer"_s, 1}});
    QTRY_VERIFY(m_given && m_given->has_value());
    QCOMPARE(m_calls, 2);
}

void TestAsk::goneContextsAreNotCalled()
{
    QTRY_VERIFY(m_session->state().online);
    auto context = std::make_unique<QObject>();
    ask(*m_session, {{u"seconds"_s, 60}}, context.get());
    ask(*m_session, {{u"seconds"_s, 60}}, context.get()); // behind it
    QTRY_COMPARE(sleepers(), u"1"_s);
    context.reset();
    QTRY_COMPARE(sleepers(), u"0"_s);
    ask({{u"answer"_s, 1}});
    QTRY_VERIFY(m_given && m_given->has_value());
    QCOMPARE(m_calls, 1);
}

void TestAsk::lockingEndsTheWaiting()
{
    QTRY_VERIFY(m_session->state().online);
    ask({{u"seconds"_s, 60}});
    QTRY_COMPARE(sleepers(), u"1"_s);
    m_session->lock();
    QTRY_COMPARE(code(), u"sync.stopped"_s);
    ask({{u"answer"_s, 1}}); // nobody is asked behind the lock
    QTRY_VERIFY(m_given);
    QCOMPARE(m_given->error().errorClass, ErrorClass::Network);
    m_session->unlock();
    QTRY_VERIFY(m_session->state().online);
    ask({{u"answer"_s, 1}});
    QTRY_VERIFY(m_given && m_given->has_value());
}

void TestAsk::signingOutDoesNotWait()
{
    QTRY_VERIFY(m_session->state().online);
    ask({{u"seconds"_s, 60}});
    QTRY_COMPARE(sleepers(), u"1"_s);
    m_session.reset();
    QTRY_COMPARE(sleepers(), u"0"_s);
    QCOMPARE(m_calls, 0);
}

void TestAsk::withoutAConnectionAtOnce()
{
    QTRY_VERIFY(m_session->state().online);
    m_world.cluster().stop();
    const auto again = qScopeGuard([this] { (void)m_world.cluster().start(); });
    QTRY_VERIFY(m_session->state().offlineSince);
    QElapsedTimer took;
    took.start();
    ask({{u"answer"_s, 1}});
    QVERIFY(!m_given); // never from within ask()
    QTRY_VERIFY(m_given);
    QCOMPARE(m_given->error().errorClass, ErrorClass::Network);
    QVERIFY2(took.elapsed() < 5'000, qPrintable(QString::number(took.elapsed()))); // it would be thirty seconds
}

void TestAsk::lostConnectionsAreToldAndFoundAgain()
{
    QTRY_VERIFY(m_session->state().online);
    ask({{u"seconds"_s, 60}});
    QTRY_COMPARE(sleepers(), u"1"_s);
    (void)m_world.must(u"select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = ?"_s, {m_world.memberA.role});
    QTRY_COMPARE(code(), u"server.connection_lost"_s);
    QTRY_VERIFY(m_session->state().online);
    ask({{u"answer"_s, 1}});
    QTRY_VERIFY(m_given && m_given->has_value());
}

void TestAsk::fixedSessionAnswers()
{
    FixedSession session(u"member"_s);
    session.setAnswer(Question::SearchPeople, [](const QJsonObject &arguments) { return Result<QJsonValue>(arguments[u"query"_s]); });
    ask(session, {{u"query"_s, u"zhang"_s}}, this);
    QVERIFY(!m_given);
    QTRY_VERIFY(m_given);
    QCOMPARE(**m_given, QJsonValue(u"zhang"_s));
    sync::SyncState offline = session.state();
    offline.online = false;
    session.setState(offline);
    ask(session, {}, this);
    QTRY_COMPARE(code(), u"server.unreachable"_s);
}

QTEST_MAIN(TestAsk)
#include "tst_ask.moc"
