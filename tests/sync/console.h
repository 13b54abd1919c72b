// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "core/sync/enginethread.h"
#include "tests/sync/faultywire.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace tenantry::test {

/// A console without windows: an engine in its threads, and what it said last.
class Console final : public QObject
{
    Q_OBJECT

public:
    Console(const server::ServerProfile &profile, const QString &password)
    {
        options.folder = folder.path();
        options.serverName = QStringLiteral("test");
        options.connection.profile = profile;
        options.connection.password = password;
        options.keys = std::make_shared<FileKeySource>(folder.path());
        options.timing = {.active = std::chrono::milliseconds(40),
                          .background = std::chrono::milliseconds(40),
                          .longestBackOff = std::chrono::milliseconds(120),
                          .identityDelay = std::chrono::milliseconds(60),
                          .lease = std::chrono::hours(24 * 14)};
        options.random = [] { return 0.5; };
        options.connect = faultyConnect(faults);
        options.storeGate = [faults = faults] { return faults->pass(); };
    }

    void start()
    {
        thread = std::make_unique<sync::EngineThread>(options);
        sync::Engine *engine = thread->engine();
        connect(engine, &sync::Engine::stateChanged, this, [this](const sync::SyncState &now) {
            state = now;
            wasOffline = wasOffline || now.offlineSince;
        });
        connect(engine, &sync::Engine::commandsChanged, this,
                [this](const QList<QueuedCommand> &now) { commands = now; });
        connect(engine, &sync::Engine::snapshotChanged, this,
                [this](const directory::SnapshotPtr &now, const sync::PullInfo &given) {
                    snapshot = now;
                    info = given;
                });
        connect(engine, &sync::Engine::submitFailed, this,
                [this](CommandId, const Error &error) { failures.append(error); });
        connect(engine, &sync::Engine::keysNeeded, this,
                [this](const Error &error) { failures.append(error); });
        connect(engine, &sync::Engine::wiped, this, [this] { wiped = true; });
        thread->start();
    }
    /// The program ends.
    void stop()
    {
        thread.reset();
        // What it said last may still wait here, and would be taken for the next one's words.
        QCoreApplication::removePostedEvents(this, QEvent::MetaCall);
        state = {};
        commands.clear();
        snapshot.reset();
    }
    template <class Act>
    void tell(Act act)
    {
        QMetaObject::invokeMethod(thread->engine(),
                                  [engine = thread->engine(), act = std::move(act)] { act(*engine); });
    }
    CommandId submit(tenantry::Command command)
    {
        command.id = CommandId::make(SystemClock().now());
        tell([command](sync::Engine &engine) { engine.submit(command); });
        return command.id;
    }
    [[nodiscard]] QueuedCommand command(const CommandId &id) const
    {
        for (const QueuedCommand &each : commands) {
            if (each.id() == id)
                return each;
        }
        return {};
    }
    /// "done", "attention code", … of a command; empty: not there.
    [[nodiscard]] QString outcome(const CommandId &id) const
    {
        const QueuedCommand queued = command(id);
        if (queued.command.id.isNull())
            return {};
        static const QStringList words{QStringLiteral("queued"), QStringLiteral("sending"),
                                       QStringLiteral("done"), QStringLiteral("attention"),
                                       QStringLiteral("discarded")};
        const QString word = words.at(int(queued.state));
        return queued.errors.isEmpty() ? word : word + u' ' + queued.errors.first().code;
    }

    QTemporaryDir folder;
    sync::EngineOptions options;
    std::shared_ptr<Faults> faults = std::make_shared<Faults>();
    std::unique_ptr<sync::EngineThread> thread;
    sync::SyncState state;
    QList<QueuedCommand> commands;
    directory::SnapshotPtr snapshot;
    sync::PullInfo info;
    QList<Error> failures;
    bool wiped = false;
    bool wasOffline = false; ///< since somebody set it to false
};

} // namespace tenantry::test
