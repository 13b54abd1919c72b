// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/engine.h"

#include <QThread>

namespace tenantry::sync {

/// The thread that an Engine lives in. Made and destroyed in the main thread.
class EngineThread final : public QObject
{
    Q_OBJECT

public:
    explicit EngineThread(EngineOptions options);
    /// Ends it, and waits until everything is closed: after ended() that is no time at all.
    ~EngineThread() override;
    Q_DISABLE_COPY_MOVE(EngineThread)

    /// Connect to its signals before start(); call its slots with QMetaObject::invokeMethod(engine(), …), not
    /// after end().
    [[nodiscard]] Engine *engine() const { return m_engine; }
    void start();
    /// Lets what was asked of the engine before happen, cuts the connection and closes everything; returns at
    /// once. A connection that is being made may keep it for some seconds more.
    void end();

Q_SIGNALS:
    /// Everything is closed: the profile's files belong to nobody.
    void ended();

private:
    QThread m_thread;
    Engine *m_engine;
    bool m_ending = false;
};

} // namespace tenantry::sync
