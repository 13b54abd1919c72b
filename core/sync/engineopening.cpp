// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engineprivate.h"

namespace tenantry::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString timeMark = u"time"_s;
const QString leaseMark = u"lease"_s;
const QString replicaMark = u"replica"_s;

constexpr auto keepAnswered = std::chrono::hours(24 * 7);

QHash<QUuid, qint64> expectedFrom(const QJsonObject &mark)
{
    QHash<QUuid, qint64> expected;
    for (auto entry = mark.begin(); entry != mark.end(); ++entry)
        expected.insert(QUuid::fromString(entry.key()), entry.value().toInteger());
    return expected;
}

// The keys can't be had now, but nothing is wrong with what they open.
bool isAboutKeys(const Error &error)
{
    return error.code.startsWith(u"keys."_s) && error.code != u"keys.none"_s &&
           error.code != u"keys.damaged"_s;
}

} // namespace

Engine::Private::Private(Engine *engine, EngineOptions given, std::shared_ptr<TrustedClock> trusted)
    : q(engine), options(std::move(given)), clock(std::move(trusted)),
      exchange(std::make_unique<Exchange>(options.folder, options.keys, options.clock, options.connection,
                                          options.connect, options.storeGate)),
      timer(engine), houseTimer(engine), commandsTimer(engine), progressTimer(engine),
      questionTimer(engine), watchTimer(engine), endTimer(engine)
{
    state.server = options.serverName;
    const auto &profile = options.connection.profile;
    state.tls = !profile.isLocal() && profile.transport != server::Transport::Plain;
    wireContext.moveToThread(&wireThread);
    wireThread.setObjectName(u"exchange"_s);
    wireThread.start();
    for (QTimer *once : {&timer, &commandsTimer, &questionTimer})
        once->setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, q, [this] {
        state.nextAttempt.reset();
        pullDue = true;
        next();
    });
    QObject::connect(&commandsTimer, &QTimer::timeout, q, [this] {
        publish();
        if (queue)
            Q_EMIT q->commandsChanged(commandsToShow());
    });
    QObject::connect(&questionTimer, &QTimer::timeout, q, [this] { giveUpLateQuestions(); });
    QObject::connect(&endTimer, &QTimer::timeout, q, [this] { endSoon(); });
    QObject::connect(&watchTimer, &QTimer::timeout, q, [this] { watch(); });
    QObject::connect(&houseTimer, &QTimer::timeout, q, [this] { keepHouse(); });
    QObject::connect(&progressTimer, &QTimer::timeout, q, [this] {
        state.rowsPulled = exchange->rowsPulled();
        publish();
    });
}

Engine::Private::~Private()
{
    ++generation;
    saveTime();
    exchange->stop();
    // Connections and files belong to their thread: they are closed there.
    QMetaObject::invokeMethod(
        &wireContext, [this] { exchange.reset(); }, Qt::BlockingQueuedConnection);
    wireThread.quit();
    wireThread.wait();
}

void Engine::Private::start()
{
    if (running || !openQueue())
        return;
    running = true;
    pullDue = true;
    failures = 0;
    // After whatever the second thread was still busy with when it was locked.
    QMetaObject::invokeMethod(&wireContext, [this] { exchange->go(); });
    houseTimer.start(60s);
    commandsMoved();
    openStore();
}

bool Engine::Private::openQueue()
{
    auto key = options.keys->queueKey(Queue::exists(options.folder));
    if (!key) {
        state.lastError = key.error();
        publish();
        Q_EMIT q->keysNeeded(key.error());
        return false;
    }
    auto opened = Queue::open(options.folder, std::move(*key), options.storeGate);
    if (!opened) {
        // Never without the queue: a command given now could not be kept.
        state.lastError = opened.error();
        setWarning(opened.error());
        publish();
        return false;
    }
    queue = std::move(*opened);
    for (const Error &warning : queue->warnings())
        setWarning(warning);
    const QJsonObject time = queue->mark(timeMark);
    clock->restore(fromMicroseconds(time[u"floor"_s].toInteger()),
                   std::chrono::microseconds(time[u"offset"_s].toInteger()));
    static_cast<void>(queue->purge(clock->now() - keepAnswered)); // tried again every minute
    return true;
}

std::chrono::microseconds Engine::Private::lease() const
{
    const int days = queue ? queue->mark(leaseMark)[u"days"_s].toInt() : 0;
    return days > 0 ? std::chrono::microseconds(std::chrono::hours(24 * days)) : options.timing.lease;
}

void Engine::Private::openStore()
{
    state.store = StoreState::Opening;
    const auto expected = expectedFrom(queue->mark(replicaMark));
    run([expected, now = clock->now(), oldest = clock->now() - lease()](
            Exchange &on) { return on.openStore(expected, oldest, now); },
        [this](const Result<Pulled> &opened) { onStoreOpened(opened); });
}

void Engine::Private::onStoreOpened(const Result<Pulled> &opened)
{
    if (opened) {
        const PullMark &mark = opened->report.mark;
        clock->restore(mark.serverTime, mark.clockOffset);
        if (mark.queueSerial > queue->serial())
            setWarning(Error{ErrorClass::Data, u"queue.rolled_back"_s, {}, {}});
        if (opened->report.kind == PullReport::Kind::Changed)
            noteReplica({{opened->replica, opened->serial}});
        watchEnds(mark);
        show(*opened);
    } else if (isAboutKeys(opened.error())) {
        const Error error = opened.error();
        lock();
        state.lastError = error;
        Q_EMIT q->keysNeeded(error);
        return;
    } else if (opened.error().code == u"replica.lease_over"_s) {
        state.store = StoreState::LeaseOver;
    } else {
        state.store = StoreState::Empty;
        const QString code = opened.error().code;
        if (code != u"replica.none"_s && code != u"keys.none"_s)
            setWarning(opened.error());
    }
    next();
}

void Engine::Private::lock()
{
    saveTime();
    ++generation; // what is on its way is no longer heard
    running = busy = false;
    for (QTimer *each : {&timer, &houseTimer, &commandsTimer, &progressTimer, &watchTimer, &endTimer})
        each->stop();
    state.openUntil.clear();
    exchange->stop();
    failQuestions(Error{ErrorClass::Network, u"sync.stopped"_s, {}, {}});
    asking.reset();
    QMetaObject::invokeMethod(&wireContext, [this] {
        exchange->disconnect();
        exchange->closeStore();
    });
    queue.reset();
    sending.reset();
    regretted.reset();
    waiting.clear();
    postponed.clear();
    state.store = StoreState::Closed;
    state.online = state.busy = false;
    state.rowsPulled = 0;
    state.nextAttempt.reset();
    Q_EMIT q->snapshotChanged({}, {});
    Q_EMIT q->commandsChanged({}); // they hold reasons and comments
    publish();
}

void Engine::Private::wipe(bool queueToo)
{
    lock();
    run([](Exchange &on) { return on.removeReplica(); },
        [this, queueToo](bool removed) {
            if (queueToo)
                removed = SqliteFile::remove(options.folder + u'/' + Queue::fileName()) && removed;
            state.lastSync.reset();
            Q_EMIT q->wiped(removed ? std::nullopt
                                    : std::optional(Error{ErrorClass::System, u"wipe.files_left"_s, {},
                                                          {{u"folder"_s, options.folder}}}));
        });
}

// So that an earlier time of the local clock can't bring back what had expired when the program ended.
void Engine::Private::saveTime()
{
    if (!queue)
        return;
    static_cast<void>(queue->setMark(timeMark, {{u"floor"_s, toMicroseconds(clock->now())},
                                                {u"offset"_s, qint64(clock->offset().count())}}));
}

void Engine::Private::keepHouse()
{
    saveTime();
    static_cast<void>(queue->purge(clock->now() - keepAnswered));
    commandsMoved();
    if (!busy && state.store == StoreState::Open && state.lastSync &&
        *state.lastSync < clock->now() - lease())
        shutStore();
}

// Nothing of it is shown until the next pull.
void Engine::Private::shutStore()
{
    state.store = StoreState::LeaseOver;
    run(
        [](Exchange &on) {
            on.closeStore();
            return true;
        },
        [this](bool) {
            Q_EMIT q->snapshotChanged({}, {});
            next();
        });
}

} // namespace tenantry::sync
