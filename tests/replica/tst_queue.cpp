// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/queue.h"

#include "tests/replica/storefixture.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace tenantry;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

namespace {

const Instant now = fromMicroseconds(1'800'000'000'000'000);

QueuedCommand decision(const QString &comment)
{
    QueuedCommand queued;
    queued.command = applicationDecide(ApplicationId::make(now), Decision::Reject, comment);
    queued.command.id = CommandId::make(now);
    queued.command.context = {
        .client = u"test"_s, .version = u"1"_s, .decidedAt = now, .offline = true, .reason = u"机密原因"_s};
    queued.command.before = {{u"name"_s, u"王小明"_s}};
    queued.decidedAt = now;
    queued.offline = true;
    return queued;
}

} // namespace

class TestQueue final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Result<std::unique_ptr<Queue>> open(const AccessGate &gate = {})
    {
        return Queue::open(m_folder->path(), m_key.clone(), gate);
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(Queue::fileName()); }
    void runSql(const QString &sql) const
    {
        auto file = SqliteFile::open(path(), Durability::Full);
        QVERIFY(file && (*file)->run(sql));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SecretBytes m_key = SecretBytes::random(32);

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void keepsCommandsInOrder();
    void forgetsOnlyWhatIsOver();
    void queuesAgainWhatWasBeingSent();
    void showsNothingInClear();
    void noticesTampering();
    void refusesNewerAndForeignFiles();
    void survivesEachFailedAccess();
    void survivesKill();
};

// INB-3
void TestQueue::keepsCommandsInOrder()
{
    QList<QueuedCommand> commands;
    {
        auto queue = open();
        QVERIFY(queue);
        for (int i = 0; i < 20; ++i) {
            commands.append(decision(QString::number(i)));
            QVERIFY((*queue)->add(commands.last()));
        }
        QCOMPARE((*queue)->add(commands.last()).error().code, u"queue.duplicate"_s);
        commands[3].state = CommandState::NeedsAttention;
        commands[3].errors = {{ErrorClass::Business, u"application.decided"_s, {}, {{u"by"_s, u"x"_s}}}};
        commands[4].state = CommandState::Done;
        commands[4].answer = {{u"outcome"_s, u"done"_s}};
        commands[4].answeredAt = now;
        QVERIFY((*queue)->update({commands[3], commands[4]}));
        const QueuedCommand next = decision(u"again"_s);
        commands[5].state = CommandState::Discarded;
        commands[5].replacedBy = next.id();
        QVERIFY((*queue)->replace(commands[5], next));
        commands.append(next);
        QVERIFY((*queue)->setMark(u"feed"_s, {{u"a"_s, 1}}));
    }
    auto queue = open();
    QVERIFY(queue);
    QCOMPARE((*queue)->commands(), commands);
    QCOMPARE((*queue)->warnings(), QList<Error>());
    QCOMPARE((*queue)->mark(u"feed"_s)[u"a"_s].toInt(), 1);
    QCOMPARE((*queue)->serial(), 23);
}

void TestQueue::forgetsOnlyWhatIsOver()
{
    auto queue = open();
    QVERIFY(queue);
    QList<QueuedCommand> commands;
    for (const CommandState state :
         {CommandState::Queued, CommandState::Done, CommandState::NeedsAttention, CommandState::Discarded}) {
        QueuedCommand command = decision(u"x"_s);
        command.state = state;
        command.answeredAt = now;
        QVERIFY((*queue)->add(command));
        commands.append(command);
    }
    QVERIFY((*queue)->purge(now));
    QCOMPARE((*queue)->commands().size(), 4);
    QVERIFY((*queue)->purge(now + std::chrono::microseconds(1)));
    QCOMPARE((*queue)->commands(), (QList{commands[0], commands[2]}));
    queue->reset();
    queue = open();
    QCOMPARE((*queue)->commands(), (QList{commands[0], commands[2]}));
    QVERIFY((*queue)->warnings().isEmpty());
}

void TestQueue::queuesAgainWhatWasBeingSent()
{
    QueuedCommand command = decision(u"x"_s);
    command.state = CommandState::Sending;
    QVERIFY((*open())->add(command));
    QCOMPARE((*open())->commands().first().state, CommandState::Queued);
}

// SEC-4
void TestQueue::showsNothingInClear()
{
    auto queue = open();
    QVERIFY((*queue)->add(decision(u"申请材料不完整"_s)));
    QVERIFY(QFile::exists(path() + u"-wal"_s));
    for (const QString &text :
         {u"申请材料不完整"_s, u"王小明"_s, u"机密原因"_s, u"reject"_s, u"application_decide"_s})
        QCOMPARE(filesWith(m_folder->path(), text), QStringList());
}

void TestQueue::noticesTampering()
{
    const QueuedCommand first = decision(u"1"_s), second = decision(u"2"_s);
    {
        auto queue = open();
        QVERIFY((*queue)->add(first) && (*queue)->add(second));
    }
    runSql(
        u"update commands set sealed = substr(sealed, 1, 60) || x'00' || substr(sealed, 62) where position = 1"_s);
    {
        auto queue = open(); // the others are not lost with it, and the damaged one stays in the file
        QVERIFY(queue);
        QCOMPARE((*queue)->warnings().first().code, u"queue.damaged"_s);
        QCOMPARE((*queue)->commands(), QList{second});
    }
    runSql(u"delete from commands where position = 1"_s);
    QCOMPARE((*open())->warnings().first().code, u"queue.incomplete"_s);
}

void TestQueue::refusesNewerAndForeignFiles()
{
    QVERIFY((*open())->add(decision(u"1"_s)));
    const SecretBytes key = std::exchange(m_key, SecretBytes::random(32));
    QCOMPARE(open().error().code, u"queue.damaged"_s);
    m_key = key.clone();
    runSql(u"pragma user_version = 99"_s);
    QCOMPARE(open().error().code, u"queue.newer"_s);
    QVERIFY(QFile::exists(path()));
}

void TestQueue::survivesEachFailedAccess()
{
    int countdown = -1;
    QList<QueuedCommand> kept;
    int failures = 0;
    for (int n = 0;; ++n) {
        QueuedCommand command = decision(QString::number(n));
        countdown = n;
        auto queue = open([&countdown] { return countdown < 0 || countdown-- > 0; });
        const bool added = queue && (*queue)->add(command);
        QueuedCommand done = command;
        done.state = CommandState::Done;
        const bool updated = added && (*queue)->update({done});
        countdown = -1;
        failures += updated ? 0 : 1;
        if (added)
            kept.append(updated ? done : command);
        if (queue)
            QCOMPARE((*queue)->commands(), kept);
        queue = open();
        QVERIFY(queue);
        QCOMPARE((*queue)->commands(), kept);
        QVERIFY((*queue)->warnings().isEmpty());
        if (updated)
            break;
    }
    QVERIFY(failures > 8);
}

// INB-3: a program that adds commands as fast as it can is killed at a random moment, again and again. What
// it said was there is there, once and in order.
void TestQueue::survivesKill()
{
    QFile keyFile(m_folder->filePath(u"key"_s));
    QVERIFY(keyFile.open(QIODevice::WriteOnly));
    keyFile.write(m_key.view().toByteArray());
    keyFile.close();
    QList<QByteArray> acknowledged;
    for (int round = 0; round < 8; ++round) {
        QProcess program;
        program.start(QStringLiteral(QUEUE_WRITER), {m_folder->path()});
        const int enough = 1 + QRandomGenerator::global()->bounded(40);
        QByteArray output;
        while (output.count('\n') < enough) {
            QVERIFY(program.waitForReadyRead(30'000));
            output += program.readAllStandardOutput();
        }
        ::kill(pid_t(program.processId()), SIGKILL);
        QVERIFY(program.waitForFinished());
        output += program.readAllStandardOutput();
        output.truncate(output.lastIndexOf('\n'));
        acknowledged += output.split('\n');

        auto queue = open();
        QVERIFY(queue);
        QVERIFY((*queue)->warnings().isEmpty());
        QList<QByteArray> stored;
        for (const QueuedCommand &command : (*queue)->commands())
            stored.append(command.id().toString().toLatin1());
        QVERIFY(stored.size() >= acknowledged.size());
        qsizetype at = 0;
        for (const QByteArray &id : std::as_const(acknowledged)) {
            at = stored.indexOf(id, at);
            QVERIFY2(at >= 0, id.constData());
            QCOMPARE(stored.count(id), 1);
        }
    }
}

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"
