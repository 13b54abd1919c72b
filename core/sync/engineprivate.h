// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/queue.h"
#include "core/sync/engine.h"
#include "core/sync/exchange.h"

#include <QThread>
#include <QTimer>

namespace tenantry::sync {

/// The engine's state machine. One job at a time runs in the second thread; when it ends, next() chooses the
/// one after it.
class Engine::Private final
{
public:
    Private(Engine *engine, EngineOptions given, std::shared_ptr<TrustedClock> trusted);
    ~Private();

    void start();
    void lock();
    void wipe(bool queueToo);
    void submit(Command command);
    void retry(CommandId id);
    void resubmit(CommandId id, Command command);
    void discard(CommandId id);
    void ask(quint64 id, Question question, const QJsonObject &arguments);
    void abandon(quint64 id);
    void readHistory(quint64 id, TenantId tenant);
    void abandonHistory(quint64 id);
    void pullSoon(); ///< does not wait for a back-off either
    void setActive(bool nowActive);
    void setPassword(const QString &password);
    void setOpenTenants(const std::optional<QSet<QUuid>> &tenants);

private:
    // Opening (engineopening.cpp)
    [[nodiscard]] bool openQueue();
    void openStore();
    void onStoreOpened(const Result<Pulled> &opened);
    void saveTime();
    void keepHouse();
    void shutStore();

    // What is here for a limited time (TEN-13, engineends.cpp)
    void watchEnds(const PullMark &mark);
    [[nodiscard]] bool hasEnded(std::chrono::seconds since = {}) const;
    void endSoon();
    void runEnding();
    void onEnded(const Result<Pulled> &ended);

    // The round (enginecycle.cpp)
    void next();
    void runPull();
    void onPulled(const Result<Pulled> &pulled);
    void runInstall(const Pulled &built);
    void runKnown(const FeedIdentity &identity);
    void onKnown(const FeedIdentity &identity, const QList<CommandId> &asked,
                 const Result<QSet<CommandId>> &known);
    void runPush(CommandId id);
    void onPushed(CommandId id, const Result<PushOutcome> &outcome);
    void drop(QueuedCommand command);
    void show(const Pulled &pulled);
    void noteReplica(const QHash<QUuid, qint64> &expected);
    void worked();
    void failed(const Error &error);
    void schedule(std::chrono::milliseconds delay);
    [[nodiscard]] std::chrono::milliseconds backOff(int times) const;
    [[nodiscard]] std::chrono::milliseconds pollInterval() const;
    [[nodiscard]] double random() const;
    [[nodiscard]] std::chrono::microseconds lease() const;

    // What holds a round up (enginedelays.cpp)
    struct Postponed
    {
        int times = 0;
        std::chrono::steady_clock::time_point until;
    };
    void postpone(CommandId id);
    /// Those that may not go now.
    [[nodiscard]] QSet<CommandId> heldBack() const;
    /// Until the first postponed one may go, but no longer than this.
    [[nodiscard]] std::chrono::milliseconds untilPostponed(std::chrono::milliseconds atMost) const;
    void startWatch();
    void watch();
    [[nodiscard]] Result<void> noteTimeline(const FeedIdentity &identity);
    [[nodiscard]] QHash<QString, qint64> timelines() const;

    // Questions (enginequestions.cpp)
    struct Asked
    {
        quint64 id = 0;
        Question question = {};
        QJsonObject arguments;
        std::chrono::steady_clock::time_point until;
    };
    void runQuestion();
    void onAnswered(quint64 id, const Result<QJsonValue> &answer);
    void giveUpLateQuestions();
    [[nodiscard]] Error whyOffline() const;
    void failQuestions(const Error &error);

    // History (enginehistory.cpp)
    struct HistoryWish
    {
        quint64 id = 0;
        TenantId tenant;
    };
    void runHistory();
    void onHistory(quint64 id, const Result<directory::PastPtr> &past);

    // Telling
    void publish();
    void commandsMoved();
    [[nodiscard]] QList<QueuedCommand> commandsToShow() const;
    [[nodiscard]] Command stamped(Command command) const;
    void setWarning(const Error &warning);

    /// Runs `job(exchange)` in the second thread, then `done(result)` here, unless the engine was locked
    /// meanwhile.
    template <class Job, class Done>
    void run(Job job, Done done)
    {
        busy = true;
        state.busy = !asking; // a question is no news for the sync indicator
        publish();
        startWatch();
        QMetaObject::invokeMethod(&wireContext, [this, job = std::move(job), done = std::move(done),
                                                 started = generation]() mutable {
            auto result = job(*exchange);
            QMetaObject::invokeMethod(
                q, [this, result = std::move(result), done = std::move(done), started]() mutable {
                    if (started != generation)
                        return;
                    busy = false;
                    state.busy = false;
                    watchTimer.stop();
                    done(std::move(result));
                    publish();
                });
        });
    }

    Engine *q;
    EngineOptions options;
    std::shared_ptr<TrustedClock> clock;
    QThread wireThread;
    QObject wireContext;                // lives in wireThread
    std::unique_ptr<Exchange> exchange; // used in wireThread, but for stop() and rowsPulled()
    std::unique_ptr<Queue> queue;
    QTimer timer, houseTimer, commandsTimer, progressTimer, questionTimer, watchTimer, endTimer;

    SyncState state, shown;
    quint64 generation = 0;
    bool running = false;
    bool busy = false;
    bool active = true;
    bool pullDue = true;
    int failures = 0;
    std::optional<Instant> lastPull;                                 // local time
    std::optional<std::chrono::steady_clock::time_point> fullPullAt; // after the identity changed
    QSet<CommandId> waiting;                                         // told to wait in this round
    QHash<CommandId, Postponed> postponed; // that something on the server stood in the way of
    bool cancelAsked = false;              // of the statement that runs
    std::optional<CommandId> sending;
    std::optional<CommandId> regretted; // discarded while it is being sent
    QList<Asked> questions; // oldest first
    std::optional<quint64> asking;
    QList<HistoryWish> histories; // oldest first
    std::optional<quint64> readingHistory;
};

} // namespace tenantry::sync
